#include "library/MemoryView.h"

#include "common/Facts.h"
#include "common/Format.h"
#include "common/KeptFocus.h"
#include "common/Widgets.h"
#include "library/MemoryWords.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using library::Loader;

MemoryView::MemoryView(library::InstalledModels &installed, Loader &loader, QWidget *parent)
    : QWidget(parent)
    , m_installed(installed)
    , m_loader(loader)
    , m_title(new Label(Type::BodyBold, TextRole::Text, this))
    , m_facts(new Facts(this))
    , m_note(new Label(Type::Body, TextRole::Text2, this))
{
    m_note->setObjectName(u"memoryNote"_s);
    m_note->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_facts);
    layout->addWidget(m_note);
    layout->addWidget(makeButtons());
    m_countdown.setInterval(1s);
    connect(&m_countdown, &QTimer::timeout, this, &MemoryView::refreshFacts);
    connect(&installed, &library::InstalledModels::loadedChanged, this, &MemoryView::refresh);
    connect(&loader, &Loader::changed, this, [this](const QString &model) {
        if (model == m_model)
            refresh();
    });
    retranslate();
}

QWidget *MemoryView::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(8);
    const auto add = [&](const QString &name) {
        QAbstractButton *button = makeButton(ButtonKind::Plain, {}, buttons);
        button->setObjectName(name);
        row->addWidget(button);
        return button;
    };
    m_load = add(u"loadModel"_s);
    m_stop = add(u"stopLoading"_s);
    m_unload = add(u"unloadModel"_s);
    m_keep = add(u"keepLoaded"_s);
    row->addStretch();
    connect(m_load, &QAbstractButton::clicked, this, [this] { m_loader.load(m_model); });
    connect(m_stop, &QAbstractButton::clicked, this, [this] { m_loader.stop(m_model); });
    connect(m_unload, &QAbstractButton::clicked, this, [this] { m_loader.unload(m_model); });
    connect(m_keep, &QAbstractButton::clicked, this,
            [this] { showKeepTimes(m_keep, this, m_loader, m_model); });
    return buttons;
}

void MemoryView::setModel(const QString &name)
{
    m_model = name;
    refresh();
}

void MemoryView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MemoryView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void MemoryView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_countdown.stop();
}

void MemoryView::retranslate()
{
    m_title->setText(tr("In memory"));
    setAccessibleName(m_title->text());
    m_load->setText(tr("Load now"));
    m_load->setToolTip(tr("The first question is then answered at once."));
    m_stop->setText(tr("Stop"));
    m_keep->setText(tr("Keep for…"));
    m_keep->setToolTip(tr("How long it stays in memory after its last answer."));
    m_unload->setText(tr("Unload"));
    m_unload->setToolTip(tr("Frees the memory it takes. The next question loads it again."));
    refresh();
}

void MemoryView::refresh()
{
    const bool isLoaded = m_installed.findLoaded(m_model) != nullptr;
    const auto step = m_loader.underWay(m_model);
    const bool isLoading = step == Loader::Step::Load;
    const KeptFocus focus(this, {m_stop, m_load, m_unload, m_keep});
    m_load->setVisible(!isLoaded && !isLoading);
    m_stop->setVisible(isLoading);
    m_keep->setVisible(isLoaded && !isLoading);
    m_unload->setVisible(isLoaded && !isLoading);
    for (QAbstractButton *button : {m_load, m_keep, m_unload})
        button->setEnabled(!step);
    if (isLoaded && isVisible())
        m_countdown.start();
    else
        m_countdown.stop();
    refreshFacts();
}

void MemoryView::refreshFacts()
{
    const backend::LoadedModel *loaded = m_installed.findLoaded(m_model);
    const QString text = note(loaded);
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    m_facts->setVisible(loaded != nullptr);
    if (!loaded)
        return;
    m_facts->set({{tr("Takes"), memoryWords(*loaded)},
                  {tr("Context"), loaded->contextLength > 0 ? tokens(loaded->contextLength) : QString()},
                  {tr("Unloads in"), unloadsIn(*loaded)}});
}

QString MemoryView::note(const backend::LoadedModel *loaded) const
{
    if (m_loader.underWay(m_model) == Loader::Step::Load)
        return tr("It is being loaded. A big model takes minutes.");
    if (!loaded)
        return tr("It is not loaded. The next question does that.");
    return splitWords(*loaded);
}

} // namespace ui
