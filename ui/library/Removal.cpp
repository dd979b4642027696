#include "library/Removal.h"

#include "base/Text.h"
#include "common/Format.h"
#include "library/DiskUse.h"
#include "library/KeptName.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

Removal::Removal(library::InstalledModels &installed, backend::Backend &backend, QWidget *parent)
    : QObject(parent)
    , m_installed(installed)
    , m_backend(backend)
    , m_window(parent)
{
}

void Removal::ask(const QString &model)
{
    if (isUnderWay(model))
        return;
    show(tr("Remove a model"), tr("Remove %1 from the server?").arg(base::displayLine(model)),
         question(model), {model});
}

void Removal::ask(const QStringList &models, const QString &freed)
{
    if (models.size() == 1)
        return show(tr("Remove a model"),
                    tr("Remove %1 from the server?").arg(base::displayLine(models.first())), freed, models);
    constexpr qsizetype mostNamed = 12;
    QStringList lines;
    for (const QString &model : models.first(std::min(mostNamed, models.size())))
        lines.append(base::displayLine(model));
    if (models.size() > mostNamed)
        lines.append(tr("and %n more", nullptr, static_cast<int>(models.size() - mostNamed)));
    lines.append(QString());
    lines.append(freed);
    show(tr("Remove models"),
         tr("Remove %n model(s) from the server?", nullptr, static_cast<int>(models.size())),
         lines.join(u'\n'), models);
}

void Removal::show(const QString &title, const QString &text, const QString &freed, const QStringList &models)
{
    auto *box = new QMessageBox(m_window);
    box->setObjectName(u"removeQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(title);
    box->setText(text);
    box->setInformativeText(freed);
    QPushButton *keep = box->addButton(tr("Keep"), QMessageBox::RejectRole);
    QPushButton *remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    keep->setObjectName(u"keepModel"_s);
    remove->setObjectName(u"confirmRemove"_s);
    remove->setProperty("danger", true);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(remove, &QPushButton::clicked, this, [this, models] { start(models); });
    box->open();
}

std::optional<base::Error> Removal::error(const QString &model) const
{
    const auto found = m_errors.constFind(model);
    return found == m_errors.cend() ? std::nullopt : std::optional(*found);
}

QString Removal::question(const QString &model) const
{
    using Kind = library::RemovalEstimate::Kind;
    const library::RemovalEstimate estimate =
        library::estimateRemoval(model, m_installed.models(), library::weightsOf(m_installed));
    const bool isOldState = library::keptModel(model).has_value();
    switch (estimate.kind) {
    case Kind::About:
        if (isOldState)
            return tr("About %1 on the server’s disk become free. The registry may not have this old state "
                      "any more.")
                .arg(bytes(estimate.bytes));
        return tr("About %1 on the server’s disk become free. It can be pulled again.")
            .arg(bytes(estimate.bytes));
    case Kind::AtMost:
        if (isOldState)
            return tr("At most %1 on the server’s disk become free; other models may use parts of it. The "
                      "registry may not have this old state any more.")
                .arg(bytes(estimate.bytes));
        return tr("At most %1 on the server’s disk become free; other models may use parts of it. "
                  "It can be pulled again.")
            .arg(bytes(estimate.bytes));
    case Kind::Little:
        return tr("Hardly any space becomes free, because %1 uses the same weights.")
            .arg(base::displayLine(estimate.sharedWith));
    case Kind::Nothing:
        return tr("No space becomes free, because %1 is the same model under another name.")
            .arg(base::displayLine(estimate.sharedWith));
    }
    return {};
}

void Removal::start(const QStringList &models)
{
    const bool isFree = m_underWay.isEmpty();
    for (const QString &model : models) {
        if (isUnderWay(model))
            continue;
        m_underWay.insert(model);
        m_errors.remove(model);
        m_waiting.append(model);
        Q_EMIT changed(model);
    }
    if (isFree)
        startNext();
}

// One at a time: the server looks for what other models still use when one goes.
void Removal::startNext()
{
    if (m_waiting.isEmpty())
        return;
    const QString model = m_waiting.takeFirst();
    if (!m_installed.findLoaded(model)) {
        remove(model);
        return;
    }
    // Removing does not free its memory. Where unloading fails, the model leaves memory by itself later.
    auto *operation = m_backend.unload(model, this);
    connect(operation, &backend::DoneOperation::finished, this, [this, model] { remove(model); });
    connect(operation, &backend::DoneOperation::failed, this, [this, model] { remove(model); });
}

void Removal::remove(const QString &model)
{
    auto *operation = m_backend.remove(model, this);
    connect(operation, &backend::DoneOperation::finished, this, [this, model] { end(model, std::nullopt); });
    connect(operation, &backend::DoneOperation::failed, this,
            [this, model](const base::Error &error) { end(model, error); });
}

void Removal::end(const QString &model, const std::optional<base::Error> &error)
{
    m_underWay.remove(model);
    if (error)
        m_errors.insert(model, *error);
    m_installed.refresh();
    Q_EMIT changed(model);
    startNext();
}

} // namespace ui
