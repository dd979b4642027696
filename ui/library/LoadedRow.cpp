#include "library/LoadedRow.h"

#include "base/Text.h"
#include "common/ErrorText.h"
#include "common/Format.h"
#include "common/KeptFocus.h"
#include "common/Widgets.h"
#include "library/MemoryWords.h"

#include <QGridLayout>

namespace ui {

using namespace Qt::StringLiterals;
using library::Loader;

LoadedRow::LoadedRow(const QString &model, Loader &loader, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_loader(loader)
    , m_name(new Label(Type::BodyMedium, TextRole::Text, this))
    , m_facts(new Label(Type::Body, TextRole::Text2, this))
    , m_note(new Label(Type::Small, TextRole::Text2, this))
    , m_keep(makeButton(ButtonKind::Plain, {}, this))
    , m_unload(makeButton(ButtonKind::Plain, {}, this))
{
    setObjectName(u"loadedModel"_s);
    m_name->setText(base::displayLine(model, 60));
    m_facts->setObjectName(u"loadedFacts"_s);
    m_note->setObjectName(u"loadedNote"_s);
    m_keep->setObjectName(u"keepThis"_s);
    m_unload->setObjectName(u"unloadThis"_s);
    m_facts->setWordWrap(true);
    m_note->setWordWrap(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->setColumnMinimumWidth(0, 176);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_name, 0, 0);
    grid->addWidget(m_facts, 0, 1);
    grid->addWidget(m_keep, 0, 2);
    grid->addWidget(m_unload, 0, 3);
    grid->addWidget(m_note, 1, 1, 1, 3);
    connect(m_keep, &QAbstractButton::clicked, this,
            [this] { showKeepTimes(m_keep, this, m_loader, m_model); });
    connect(m_unload, &QAbstractButton::clicked, this, [this] { m_loader.unload(m_model); });
}

void LoadedRow::set(const backend::LoadedModel &loaded, const QString &server)
{
    QStringList facts{memoryWords(loaded)};
    if (loaded.contextLength > 0)
        facts.append(tr("context %1").arg(tokens(loaded.contextLength)));
    if (const QString left = unloadsIn(loaded); !left.isEmpty())
        facts.append(tr("unloads: %1").arg(left));
    m_facts->setText(facts.join(u" · "_s));
    m_keep->setText(tr("Keep for…"));
    m_unload->setText(tr("Unload"));
    m_keep->setAccessibleName(tr("Keep %1 for…").arg(m_name->text()));
    m_unload->setAccessibleName(tr("Unload %1").arg(m_name->text()));
    {
        const KeptFocus focus(this, {m_unload, m_keep});
        for (QAbstractButton *button : {m_keep, m_unload})
            button->setEnabled(!m_loader.underWay(m_model));
    }
    QString note = splitWords(loaded);
    const auto failure = m_loader.failure(m_model);
    const bool hasFailed = failure && failure->step != Loader::Step::Load;
    if (hasFailed) {
        const Doing doing = failure->step == Loader::Step::Keep ? Doing::KeepingLoaded : Doing::Unloading;
        const ErrorText words = errorText(failure->error, doing, m_model, server);
        note = words.what + u' ' + words.next;
    }
    m_note->setRole(hasFailed ? TextRole::Bad : TextRole::Text2);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace ui
