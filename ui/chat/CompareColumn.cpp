#include "chat/CompareColumn.h"

#include "base/Text.h"
#include "chat/TranscriptView.h"
#include "common/Format.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

// The one has more to say, and nothing else is new.
bool isGrowing(const chat::Message &before, const chat::Message &now)
{
    return before.state == chat::MessageState::Streaming && now.state == before.state &&
           now.firstToken == before.firstToken && now.thinkingTime == before.thinkingTime &&
           now.text.size() >= before.text.size() && now.thinking.size() >= before.thinking.size();
}

} // namespace

CompareColumn::CompareColumn(chat::CrashRecord &record, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_box(new QComboBox(this))
    , m_show(makeButton(ButtonKind::Plain, QString(), this))
    , m_view(new TranscriptView(this))
{
    m_box->setObjectName(name + QStringLiteral("Version"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(12);
    m_show->setObjectName(name + QStringLiteral("Show"));
    m_view->setObjectName(name + QStringLiteral("Text"));
    m_view->setComparing(true);
    m_view->setCrashRecord(&record);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(24, 8, 12, 0);
    head->setSpacing(8);
    head->addWidget(m_box, 1);
    head->addWidget(m_show);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    connect(m_box, &QComboBox::currentIndexChanged, this, &CompareColumn::choose);
    connect(m_show, &QAbstractButton::clicked, this, [this] {
        if (m_list.rowCount() > 0)
            Q_EMIT showRequested(m_list.message(0).id);
    });
}

QString CompareColumn::titleOf(const chat::Message &version) const
{
    return tr("%1 of %2: %3")
        .arg(number(version.version), number(version.versions), base::displayLine(version.model, 80));
}

void CompareColumn::setVersions(const QList<chat::Message> &versions, chat::Id chosen)
{
    m_versions = versions;
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    for (const chat::Message &version : versions)
        m_box->addItem(titleOf(version));
    const auto found = std::ranges::find(m_versions, chosen, &chat::Message::id);
    m_box->setCurrentIndex(found == m_versions.end() ? 0 : static_cast<int>(found - m_versions.begin()));
    choose(m_box->currentIndex());
}

void CompareColumn::choose(int index)
{
    m_view->setTranscript(nullptr);
    m_list.setMessages(index < 0 ? QList<chat::Message>() : m_versions.mid(index, 1));
    m_view->setTranscript(&m_list);
    m_view->setAccessibleName(m_box->currentText());
}

// A piece of text alone is appended, and nothing of it is kept: a copy would be made for every piece.
void CompareColumn::take(const chat::Message &message)
{
    const auto known = std::ranges::find(m_versions, message.id, &chat::Message::id);
    if (known == m_versions.end())
        return;
    const bool isShown = m_list.rowOf(message.id) == 0;
    if (isShown && isGrowing(m_list.message(0), message)) {
        const qsizetype text = m_list.message(0).text.size();
        const qsizetype thinking = m_list.message(0).thinking.size();
        m_list.grow(0, {message.text.sliced(text), message.thinking.sliced(thinking)});
        return;
    }
    *known = message;
    if (isShown)
        m_list.replace(0, message);
}

void CompareColumn::setBusy(bool isBusy)
{
    m_show->setEnabled(!isBusy);
    m_show->setToolTip(isBusy ? tr("Possible when the answer is complete") : QString());
}

void CompareColumn::setWords(const QString &choice)
{
    m_box->setAccessibleName(choice);
    m_show->setText(tr("Show this one"));
    for (qsizetype i = 0; i < m_versions.size(); ++i)
        m_box->setItemText(static_cast<int>(i), titleOf(m_versions.at(i)));
    m_view->setAccessibleName(m_box->currentText());
}

} // namespace ui
