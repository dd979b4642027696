#include "settings/SettingRow.h"

#include "base/Text.h"
#include "common/WheelGuard.h"

#include <QBoxLayout>
#include <QDir>
#include <QGridLayout>

namespace ui {
namespace {

int pixels(SettingRow::Width width)
{
    switch (width) {
    case SettingRow::Width::Number:
        return 144;
    case SettingRow::Width::Choice:
        return 240;
    case SettingRow::Width::Text:
        return 480;
    }
    return 480;
}

} // namespace

SettingRow::SettingRow(QWidget *control, Width width, QWidget *parent)
    : QWidget(parent)
    , m_control(control)
    , m_label(new Label(Type::Body, TextRole::Text, this))
    , m_help(new Label(Type::Small, TextRole::Text3, this))
    , m_origin(new Label(Type::Small, TextRole::Text2, this))
    , m_error(new FieldError(control, this))
    , m_back(qobject_cast<QToolButton *>(makeButton(ButtonKind::Flat, {}, this)))
    , m_beside(new QHBoxLayout)
{
    control->setMaximumWidth(pixels(width));
    control->setMinimumHeight(32);
    control->setSizePolicy(QSizePolicy::Expanding, control->sizePolicy().verticalPolicy());
    new WheelGuard(control);
    m_label->setFixedWidth(wideLabel);
    m_label->setMinimumHeight(32);
    m_label->setWordWrap(true);
    m_label->setBuddy(control);
    for (Label *label : {m_help, m_origin}) {
        label->setWordWrap(true);
        label->hide();
    }
    m_back->setProperty("link", true);
    m_back->hide();
    connect(m_back, &QToolButton::clicked, this, &SettingRow::backRequested);
    layOut();
}

void SettingRow::layOut()
{
    m_beside->setSpacing(8);
    m_beside->addWidget(m_control, 1);
    m_beside->addWidget(m_back);
    m_beside->addStretch(0);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(16);
    layout->setVerticalSpacing(6);
    layout->addWidget(m_label, 0, 0, Qt::AlignTop);
    layout->addLayout(m_beside, 0, 1);
    layout->addWidget(m_error, 1, 1);
    layout->addWidget(m_help, 2, 1);
    layout->addWidget(m_origin, 3, 1);
    layout->setColumnStretch(1, 1);
}

void SettingRow::setWords(const QString &label, const QString &help)
{
    m_label->setText(label);
    m_control->setAccessibleName(label);
    setHelp(help);
}

void SettingRow::setHelp(const QString &help)
{
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
}

void SettingRow::setOrigin(const QString &origin)
{
    m_origin->setText(origin);
    m_origin->setVisible(!origin.isEmpty());
}

void SettingRow::setLabelWidth(int width)
{
    m_label->setFixedWidth(width);
}

void SettingRow::addBeside(QWidget *widget)
{
    m_beside->insertWidget(m_beside->count() - 1, widget);
}

void SettingRow::setRefusal(const QString &sentence, const QString &back)
{
    m_error->setText(sentence);
    m_back->setText(back);
    m_back->setVisible(!sentence.isEmpty() && !back.isEmpty());
}

void SettingRow::lock()
{
    for (int i = 0; i < m_beside->count(); ++i)
        if (QWidget *widget = m_beside->itemAt(i)->widget())
            widget->setEnabled(false);
}

QString originWords(const settings::Origin &origin)
{
    switch (origin.kind) {
    case settings::Origin::Kind::Environment:
        return BoundRow::tr("Set by %1 in the environment, which wins. Unset it to choose here.")
            .arg(origin.from);
    case settings::Origin::Kind::File:
        return BoundRow::tr("From %1.").arg(base::displayLine(QDir::toNativeSeparators(origin.from)));
    case settings::Origin::Kind::Saved:
    case settings::Origin::Kind::Default:
        break;
    }
    return {};
}

QString originWords(const QString &file)
{
    return file.isEmpty() ? QString() : originWords({settings::Origin::Kind::File, file});
}

QString environmentWords(const QString &variable)
{
    return originWords({settings::Origin::Kind::Environment, variable});
}

BoundRow::BoundRow(settings::SettingsStore &store, settings::Key key, QWidget *control, Width width,
                   QWidget *parent)
    : SettingRow(control, width, parent)
    , m_store(store)
    , m_key(key)
{
    connect(&store, &settings::SettingsStore::changed, this, [this](settings::Key changed) {
        if (changed == m_key)
            refresh();
    });
    connect(this, &SettingRow::backRequested, this, [this, control] {
        refresh();
        control->setFocus();
    });
}

void BoundRow::setWords(const QString &label, const QString &help)
{
    SettingRow::setWords(label, help);
    m_labelText = label;
    if (m_refused.isValid())
        reword();
    else
        showValue(stored());
    showOrigin();
}

void BoundRow::commit(const QVariant &value)
{
    const auto result = m_store.set(m_key, value);
    if (!result && result.error().kind == base::Error::Kind::Invalid) {
        m_refused = value;
        reword();
        return;
    }
    refresh();
    if (!result)
        Q_EMIT notSaved(result.error());
}

QVariant BoundRow::stored() const
{
    return settings::field(m_key).get(m_store.values());
}

QString BoundRow::wordsFor(const QVariant &value) const
{
    return value.toString();
}

void BoundRow::refresh()
{
    m_refused.clear();
    setRefusal({});
    showValue(stored());
    showOrigin();
}

void BoundRow::showOrigin()
{
    const settings::Origin origin = m_store.origin(m_key);
    if (origin.kind == settings::Origin::Kind::Environment)
        lock();
    setOrigin(originWords(origin));
}

void BoundRow::reword()
{
    const QString used = wordsFor(stored());
    setRefusal(refusal(m_labelText, wordsFor(m_refused), used), tr("Back to %1").arg(used));
}

} // namespace ui
