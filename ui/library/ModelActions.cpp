#include "library/ModelActions.h"

#include "base/ModelName.h"
#include "base/Text.h"
#include "common/Format.h"
#include "common/Icons.h"
#include "library/NamePopup.h"

#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

ModelActions::ModelActions(library::InstalledModels &installed, library::Copier &copier, QWidget *window)
    : QObject(window)
    , m_installed(installed)
    , m_copier(copier)
    , m_window(window)
    , m_anchor(window)
{
}

void ModelActions::setWorkshop(library::Workshop &workshop, library::Downloads &downloads)
{
    m_workshop = &workshop;
    m_downloads = &downloads;
}

void ModelActions::addTo(QMenu &menu, const QString &model)
{
    QAction *copy = menu.addAction(icon(u"copy"_s), tr("Copy…"), this, [this, model] { askCopy(model); });
    QAction *rename =
        menu.addAction(icon(u"pencil"_s), tr("Rename…"), this, [this, model] { askRename(model); });
    rename->setShortcut(Qt::Key_F2); // for the eye; the view has the key
    rename->setShortcutContext(Qt::WidgetShortcut);
    for (QAction *action : {copy, rename})
        action->setEnabled(!m_copier.underWay(model));
    if (!m_workshop)
        return;
    menu.addAction(icon(u"wrench"_s), tr("Make one of your own…"), this,
                   [this, model] { Q_EMIT deriveRequested(model); });
    menu.addAction(icon(u"arrow-up"_s), tr("Push…"), this, [this, model] { askPush(model); });
}

void ModelActions::askCopy(const QString &model)
{
    auto *popup = new NamePopup(m_installed, model,
                                {.title = tr("Copy %1").arg(base::displayLine(model, 60)),
                                 .note = tr("The same model under a second name. It takes no more room."),
                                 .action = tr("Copy")},
                                m_window);
    connect(popup, &NamePopup::chosen, this, [this, model](const QString &name) {
        askBeforeReplacing(name, [this, model, name] { m_copier.copy(model, name); });
    });
    popup->openWith(library::nameForCopy(model, m_installed), m_anchor);
}

void ModelActions::askRename(const QString &model)
{
    if (m_copier.underWay(model))
        return;
    auto *popup = new NamePopup(
        m_installed, model,
        {.title = tr("Rename %1").arg(base::displayLine(model, 60)),
         .note =
             tr("An answer under way goes on. Conversations that use the old name ask for another model."),
         .action = tr("Rename")},
        m_window);
    connect(popup, &NamePopup::chosen, this, [this, model](const QString &name) {
        askBeforeReplacing(name, [this, model, name] { m_copier.rename(model, name); });
    });
    popup->openWith(model, m_anchor);
}

void ModelActions::askPush(const QString &model)
{
    const auto name = base::parseModelName(model);
    if (!m_downloads || !name)
        return;
    // What has no name of somebody's there is the library's own.
    if (name->isFromUsualRegistry() && name->space.compare("library"_L1, Qt::CaseInsensitive) == 0)
        askNameToPush(model);
    else
        askHost(model, name->host);
}

void ModelActions::askNameToPush(const QString &model)
{
    auto *popup = new NamePopup(
        m_installed, model,
        {.title = tr("Push %1").arg(base::displayLine(model, 60)),
         .note = tr("Its name has to say where to: your-name/model:tag for ollama.com, or "
                    "host:port/your-name/model:tag. The model gets this name too; that takes no room."),
         .action = tr("Go on")},
        m_window);
    connect(popup, &NamePopup::chosen, this, [this, model](const QString &name) {
        if (const auto parsed = base::parseModelName(name);
            parsed->isFromUsualRegistry() && parsed->space.compare("library"_L1, Qt::CaseInsensitive) == 0)
            return askNameToPush(model);
        askBeforeReplacing(name, [this, model, name] {
            connect(
                &m_copier, &library::Copier::copied, this,
                [this, name](const QString &, const QString &copy) {
                    if (copy == name)
                        askPush(name);
                },
                Qt::SingleShotConnection);
            m_copier.copy(model, name);
        });
    });
    popup->openWith(u"your-name/"_s + base::parseModelName(model)->display(), m_anchor);
}

void ModelActions::askHost(const QString &model, const QString &host)
{
    const backend::ModelInfo *info = m_installed.find(model);
    const QString shown = base::displayLine(host, 80);
    auto *box = new QMessageBox(m_window);
    box->setObjectName(u"pushQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Push a model"));
    box->setText(tr("Push %1 to %2?").arg(base::displayLine(model, 80), shown));
    box->setInformativeText(tr("The server sends up to %1 there, with its own key. Who may read there can "
                               "have the model, its system "
                               "prompt and its first messages.")
                                .arg(bytes(info ? info->sizeBytes : 0)));
    QPushButton *keep = box->addButton(tr("Do not push"), QMessageBox::RejectRole);
    QPushButton *push =
        box->addButton(tr("Push to %1").arg(base::displayLine(host, 40)), QMessageBox::AcceptRole);
    keep->setObjectName(u"pushRefuse"_s);
    push->setObjectName(u"pushAgree"_s);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(push, &QPushButton::clicked, this, [this, model] {
        if (m_downloads->push(model)) // its name was parsed before
            Q_EMIT pushStarted();
    });
    box->open();
}

void ModelActions::askBeforeReplacing(const QString &name, const std::function<void()> &act)
{
    if (!m_installed.contains(name))
        return act();
    auto *box = new QMessageBox(m_window);
    box->setObjectName(u"replaceQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Replace a model"));
    box->setText(tr("Replace %1?").arg(base::displayLine(name)));
    box->setInformativeText(tr("A model of that name is on the server. What it was is gone then, except "
                               "where it has another name too."));
    QPushButton *keep = box->addButton(tr("Keep it"), QMessageBox::RejectRole);
    QPushButton *replace = box->addButton(tr("Replace"), QMessageBox::DestructiveRole);
    keep->setObjectName(u"keepNamed"_s);
    replace->setObjectName(u"replaceNamed"_s);
    replace->setProperty("danger", true);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(replace, &QPushButton::clicked, this, act);
    box->open();
}

} // namespace ui
