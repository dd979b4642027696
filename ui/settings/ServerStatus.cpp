#include "settings/ServerStatus.h"

#include "common/ErrorText.h"
#include "common/Format.h"
#include "common/ServerWords.h"

#include <QGridLayout>

#include <algorithm>

namespace ui {
namespace {

using server::Connection;

constexpr qsizetype namedModels = 8;

// The first few; the list on the Models page has them all.
QString namesOf(const QList<backend::ModelInfo> &models)
{
    QStringList names;
    for (const backend::ModelInfo &model : models.first(std::min(namedModels, models.size())))
        names.append(model.name);
    if (models.size() > namedModels)
        names.append(QStringLiteral("…"));
    return names.join(QStringLiteral(", "));
}

} // namespace

ServerStatus::ServerStatus(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel(QStringLiteral("circle-dashed"), IconColor::Text3, 18, this))
    , m_what(new Label(Type::Body, TextRole::Text, this))
    , m_next(new Label(Type::Body, TextRole::Text2, this))
    , m_details(new Label(Type::Small, TextRole::Text3, this))
{
    m_what->setObjectName(QStringLiteral("connectionStatus"));
    m_details->setObjectName(QStringLiteral("connectionDetails"));
    for (Label *label : {m_what, m_next, m_details}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(4);
    layout->addWidget(m_icon, 0, 0, Qt::AlignVCenter);
    layout->addWidget(m_what, 0, 1, Qt::AlignVCenter);
    layout->addWidget(m_next, 1, 1);
    layout->addWidget(m_details, 2, 1);
    layout->setColumnStretch(1, 1);
}

void ServerStatus::tell(const QString &icon, IconColor color, const QString &what, const QString &next,
                        const QString &details)
{
    m_icon->setIcon(icon, color);
    m_what->setText(what);
    m_next->setText(next);
    m_next->setVisible(!next.isEmpty());
    m_details->setText(details);
    m_details->setVisible(!details.isEmpty());
}

void ServerStatus::tell(const ServerSeen &seen, const QString &address)
{
    switch (seen.state) {
    case Connection::State::Connecting:
        tell(QStringLiteral("circle-dashed"), IconColor::Warn, tr("Connecting to %1.").arg(address));
        break;
    case Connection::State::Ready: {
        QString found;
        if (!seen.info.tellsModels) {
            found = seen.models && !seen.models->isEmpty()
                        ? tr("It does not tell which models it has; %1 is asked.").arg(namesOf(*seen.models))
                        : tr("It does not tell which models it has. Type the name of one under More, as its "
                             "default model.");
        } else if (seen.models) {
            const int count = static_cast<int>(seen.models->size());
            found = count == 0 ? tr("It has no models yet.")
                               : tr("%n model(s): %1", nullptr, count).arg(namesOf(*seen.models));
        }
        tell(QStringLiteral("circle-check"), IconColor::Ok,
             tr("%1 is ready (%2).").arg(address, serverWords(seen.info)), found,
             seen.time.count() > 0 ? tr("Answered in %1 ms.").arg(number(seen.time.count())) : QString());
        break;
    }
    case Connection::State::Offline: {
        const ErrorText words =
            errorText(seen.error.value_or(base::Error{}), Doing::Connecting, address, address);
        tell(QStringLiteral("circle-x"), IconColor::Bad, words.what, words.next, words.details);
        break;
    }
    }
}

} // namespace ui
