#include "settings/AskBox.h"

#include "common/Theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace ui {

AskBox::AskBox(QWidget *parent)
    : QWidget(parent)
    , m_question(new Label(Type::Body, TextRole::Text, this))
    , m_facts(new Label(Type::Body, TextRole::Text2, this))
    , m_answers(new QHBoxLayout)
{
    m_question->setWordWrap(true);
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_answers->setSpacing(8);
    m_answers->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_question);
    layout->addWidget(m_facts);
    layout->addLayout(m_answers);
    hide();
}

void AskBox::ask(Tone tone, const QString &question, const QStringList &answers, const QString &facts)
{
    m_tone = tone;
    m_question->setText(question);
    m_facts->setText(facts);
    m_facts->setVisible(!facts.isEmpty());
    setAccessibleName(question);
    setAccessibleDescription(facts);
    // Asked again while it is asked: whoever is on a button stays there.
    if (m_words != answers) {
        m_words = answers;
        while (m_answers->count() > 1)
            delete m_answers->takeAt(0)->widget();
        QWidget *before = this;
        for (int i = 0; i < answers.size(); ++i) {
            QAbstractButton *button = makeButton(i == 0 ? ButtonKind::Plain : ButtonKind::Flat, {}, this);
            button->setText(answers.at(i));
            connect(
                button, &QAbstractButton::clicked, this, [this, i] { Q_EMIT answered(i); },
                Qt::QueuedConnection); // the answer may take the button away
            m_answers->insertWidget(i, button);
            setTabOrder(before, button); // not after everything else in the window
            before = button;
        }
    }
    show();
    update();
}

void AskBox::clear()
{
    hide();
}

void AskBox::paintEvent(QPaintEvent *)
{
    constexpr int bar = 2;
    const Theme &theme = Theme::of(this);
    const auto [tint, edge] = [&] {
        switch (m_tone) {
        case Tone::Note:
            return std::pair(theme.accentTint, theme.accent);
        case Tone::Warning:
            return std::pair(theme.warnTint, theme.warn);
        default:
            return std::pair(theme.badTint, theme.bad);
        }
    }();
    QPainter painter(this);
    painter.fillRect(rect(), tint);
    painter.fillRect(QRect(0, 0, bar, height()), edge);
}

} // namespace ui
