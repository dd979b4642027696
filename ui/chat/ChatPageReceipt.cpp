// How an answer on ChatPage came about, asking for it again, and its versions side by side.
#include "chat/ChatPage.h"
#include "chat/CompareView.h"
#include "chat/HistoryBanner.h"
#include "chat/ModelPickerPopup.h"
#include "chat/NewChatView.h"
#include "chat/ReceiptPopup.h"
#include "common/TabOrder.h"

#include <QCoreApplication>
#include <QPointer>
#include <QStackedLayout>
#include <QThreadPool>

#include <algorithm>

namespace ui {

void ChatPage::showReceipt(int row)
{
    const chat::Message answer = session()->transcript().message(row);
    const QList<chat::Message> above = session()->transcript().messages().first(row);
    m_core.store().receipt(this, answer.id,
                           [this, answer, above, conversation = session()->conversation().id](
                               const base::Result<std::optional<chat::Receipt>> &found) {
                               if (!session() || session()->conversation().id != conversation)
                                   return; // left meanwhile
                               if (!found)
                                   return m_banner->setReadError(found.error());
                               if (*found)
                                   remakeRequest(answer, **found, above);
                               else
                                   openReceipt(answer, {}, {});
                           });
}

// With what was sent along, which may be many megabytes: not on the window's thread.
void ChatPage::remakeRequest(const chat::Message &answer, const chat::Receipt &receipt,
                             const QList<chat::Message> &above)
{
    using Contents = QHash<chat::Id, QByteArray>;
    QList<chat::Id> sent;
    for (const chat::Message &message : above.sliced(firstSentRow(receipt, above))) {
        for (const chat::Attachment &attachment : message.attachments)
            sent.append(attachment.id);
    }
    const auto open = [self = QPointer(this), answer, receipt,
                       conversation = session()->conversation().id](const RemadeRequest &request) {
        if (self && self->session() && self->session()->conversation().id == conversation)
            self->openReceipt(answer, receipt, request);
    };
    m_core.store().contents(this, sent, [this, receipt, above, open](const base::Result<Contents> &contents) {
        if (!contents)
            return m_banner->setReadError(contents.error());
        QThreadPool::globalInstance()->start([receipt, above, contents = *contents, open] {
            const RemadeRequest request = remadeRequest(receipt, above, contents);
            QMetaObject::invokeMethod(qApp, [open, request] { open(request); }, Qt::QueuedConnection);
        });
    });
}

void ChatPage::openReceipt(const chat::Message &answer, const std::optional<chat::Receipt> &receipt,
                           const RemadeRequest &request)
{
    auto *popup = new ReceiptPopup({answer, receipt, request, !session()->isRunning()}, this);
    connect(popup, &ReceiptPopup::againRequested, this,
            [this, id = answer.id, receipt] { askAgain(id, *receipt); });
    connect(popup, &ReceiptPopup::otherModelRequested, this,
            [this, id = answer.id, receipt] { askOtherModel(id, receipt); });
    popup->open(window());
}

void ChatPage::showLastReceipt()
{
    if (!session())
        return;
    const QList<chat::Message> &messages = session()->transcript().messages();
    const auto last =
        std::ranges::find(messages.rbegin(), messages.rend(), backend::Role::Assistant, &chat::Message::role);
    if (last != messages.rend())
        showReceipt(static_cast<int>(messages.rend() - last) - 1);
}

void ChatPage::askAgain(chat::Id answer, const chat::Receipt &receipt)
{
    const server::Servers &servers = m_core.servers();
    if (!session())
        return;
    chat::TurnOptions options{receipt.model, receipt.options,
                              servers.profiles().firstByteTimeout(servers.profileFor(receipt.serverId)),
                              receipt.serverId};
    chat::Conversation asked = session()->conversation();
    asked.model = receipt.model;
    asked.server = receipt.serverId == servers.profiles().current().id ? QString() : receipt.serverId;
    if (!m_choices.canSee(asked))
        options.images = chat::Images::LeftOut;
    if (session()->askAgain(answer, options, receipt))
        m_transcript->scrollToEnd();
}

// As it was asked before, but for what only that model knows.
chat::TurnOptions ChatPage::optionsElsewhere(const QString &model, const QString &server,
                                             const std::optional<chat::Receipt> &receipt) const
{
    chat::Conversation asked = session()->conversation();
    asked.model = model;
    asked.server = server;
    chat::TurnOptions options = m_choices.optionsFor(asked);
    options.server = m_core.servers().profileFor(server).id;
    if (receipt) {
        const std::optional<bool> thinks = options.generation.think;
        options.generation = receipt->options;
        if (!thinks || !options.generation.think)
            options.generation.think = thinks;
    }
    return options;
}

void ChatPage::askOtherModel(chat::Id answer, const std::optional<chat::Receipt> &receipt)
{
    if (!session())
        return;
    const chat::Conversation &conversation = session()->conversation();
    auto *picker = new ModelPickerPopup(m_core.installed(), &m_core.servers(),
                                        {conversation.model, conversation.server}, this);
    connect(picker, &ModelPickerPopup::moreModelsRequested, this, &ChatPage::moreModelsRequested);
    connect(picker, &ModelPickerPopup::chosen, this,
            [this, answer, receipt](const QString &model, const QString &server) {
                if (!session() ||
                    !session()->askAgain(answer, optionsElsewhere(model, server, receipt), receipt))
                    return;
                m_transcript->scrollToEnd();
                compare(answer, session()->transcript().messages().constLast().id);
            });
    picker->openIn(window(), tr("Ask again with another model"));
}

// `other` 0: with the version before it, or after it where it is the first.
void ChatPage::compare(chat::Id one, chat::Id other)
{
    const chat::Id conversation = session()->conversation().id;
    m_core.store().versions(
        this, conversation, one,
        [this, conversation, one, other](const base::Result<QList<chat::Message>> &versions) {
            if (!session() || session()->conversation().id != conversation)
                return;
            if (!versions)
                return m_banner->setReadError(versions.error());
            const auto found = std::ranges::find(*versions, one, &chat::Message::id);
            if (versions->size() < 2 || found == versions->cend())
                return;
            const qsizetype at = std::max<qsizetype>(1, found - versions->cbegin());
            if (other == 0)
                showComparison(*versions, versions->at(at - 1).id, versions->at(at).id);
            else
                showComparison(*versions, one, other);
        });
}

void ChatPage::showComparison(const QList<chat::Message> &versions, chat::Id first, chat::Id second)
{
    if (!m_compare) {
        m_compare = new CompareView(m_core.crashRecord(), m_body);
        static_cast<QStackedLayout *>(m_body->layout())->addWidget(m_compare);
        insertInTabOrder(m_compare, m_newChat);
        connect(m_compare, &CompareView::closeRequested, this, &ChatPage::leaveComparison);
        connect(m_compare, &CompareView::linkActivated, this,
                [this](const QUrl &url, const QString &text) { m_links.open(url, text); });
        connect(m_compare, &CompareView::showRequested, this, [this](chat::Id version) {
            leaveComparison();
            m_wordsToShow.clear();
            session()->showMessage(version);
        });
    }
    m_compare->setZoom(m_transcript->zoom());
    m_compare->setBusy(session()->isRunning());
    m_compare->compare(versions, first, second, session()->transcript());
    static_cast<QStackedLayout *>(m_body->layout())->setCurrentWidget(m_compare);
    m_compare->focusFirst();
}

bool ChatPage::isComparing() const
{
    return m_compare && static_cast<QStackedLayout *>(m_body->layout())->currentWidget() == m_compare;
}

void ChatPage::leaveComparison()
{
    if (!isComparing())
        return;
    m_compare->stopFollowing();
    const bool hasFocus = m_compare->isAncestorOf(window()->focusWidget());
    static_cast<QStackedLayout *>(m_body->layout())->setCurrentWidget(m_transcript);
    if (hasFocus)
        m_transcript->setFocus(Qt::OtherFocusReason);
}

} // namespace ui
