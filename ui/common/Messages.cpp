// The parts of Widgets.h that tell something: Banner, EmptyState, FieldError.
#include "common/Icons.h"
#include "common/Theme.h"
#include "common/Widgets.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPaintEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace ui {
Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel(QStringLiteral("info"), IconColor::AccentText, 16, this))
    , m_text(new Label(Type::Body, TextRole::Text, this))
    , m_details(new Label(Type::Small, TextRole::Text2, this))
    , m_unfold(qobject_cast<QToolButton *>(makeButton(ButtonKind::Flat, {}, this)))
    , m_action(qobject_cast<QToolButton *>(makeButton(ButtonKind::Flat, {}, this)))
{
    m_text->setWordWrap(true);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_unfold->setCheckable(true);
    m_action->setProperty("link", true);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(12, 3, 8, 3);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(4);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_icon, 0, 0);
    layout->addWidget(m_text, 0, 1);
    layout->addWidget(m_unfold, 0, 2);
    layout->addWidget(m_action, 0, 3);
    layout->addWidget(m_details, 1, 1, 1, 3);
    connect(m_unfold, &QToolButton::toggled, m_details, &QWidget::setVisible);
    connect(m_action, &QToolButton::clicked, this, &Banner::actionTriggered);
    retranslate();
    clear();
}

void Banner::show(Tone tone, const QString &text, const QString &action, const QString &details)
{
    const bool isNews = isHidden() || m_text->text() != text;
    m_tone = tone;
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_details->setText(details);
    m_unfold->setVisible(!details.isEmpty());
    if (isNews || details.isEmpty()) {
        m_unfold->setChecked(false);
    }
    m_details->setVisible(m_unfold->isChecked());
    setAccessibleName(text);
    switch (tone) {
    case Tone::Note:
        m_icon->setIcon(QStringLiteral("info"), IconColor::AccentText);
        break;
    case Tone::Warning:
        m_icon->setIcon(QStringLiteral("triangle-alert"), IconColor::Warn);
        break;
    case Tone::Failure:
        m_icon->setIcon(QStringLiteral("circle-alert"), IconColor::Bad);
        break;
    }
    setVisible(true);
    update();
    if (isNews) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void Banner::clear()
{
    setVisible(false);
    m_text->clear();
}

void Banner::paintEvent(QPaintEvent *event)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    switch (m_tone) {
    case Tone::Note:
        painter.fillRect(event->rect(), theme.accentTint);
        break;
    case Tone::Warning:
        painter.fillRect(event->rect(), theme.warnTint);
        break;
    case Tone::Failure:
        painter.fillRect(event->rect(), theme.badTint);
        break;
    }
}

void Banner::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void Banner::retranslate()
{
    m_unfold->setText(tr("Details"));
}

EmptyState::EmptyState(const QString &iconName, QWidget *parent)
    : QWidget(parent)
    , m_sentence(new Label(Type::BodyBold, TextRole::Text, this))
    , m_explanation(new Label(Type::Body, TextRole::Text2, this))
    , m_action(qobject_cast<QPushButton *>(makeButton(ButtonKind::Plain, {}, this)))
{
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_explanation->setAlignment(Qt::AlignCenter);
    m_explanation->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(0);
    layout->addStretch();
    layout->addWidget(new IconLabel(iconName, IconColor::Text3, 24), 0, Qt::AlignHCenter);
    layout->addSpacing(8);
    layout->addWidget(m_sentence);
    layout->addSpacing(4);
    layout->addWidget(m_explanation);
    layout->addSpacing(16);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch();
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::setTexts(const QString &sentence, const QString &explanation, const QString &action)
{
    m_sentence->setText(sentence);
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

FieldError::FieldError(QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_text(new Label(Type::Small, TextRole::Bad, this))
{
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(new IconLabel(QStringLiteral("circle-alert"), IconColor::Bad, 14), 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    hide();
}

void FieldError::setText(const QString &sentence)
{
    const bool isWrong = !sentence.isEmpty();
    m_text->setText(sentence);
    setVisible(isWrong);
    m_field->setProperty("invalid", isWrong);
    m_field->setAccessibleDescription(sentence); // Qt announces the change
    m_field->update();
}

} // namespace ui
