#include "settings/BoundRows.h"

#include "common/ComboBox.h"
#include "common/Format.h"
#include "common/HoursField.h"
#include "settings/NumberField.h"

#include <QCheckBox>
#include <QEvent>
#include <QPlainTextEdit>
#include <QSignalBlocker>

#include <chrono>

namespace ui {

using settings::Key;

NumberRow::NumberRow(settings::SettingsStore &store, Key key, int decimals, QWidget *parent)
    : BoundRow(store, key, new NumberField(decimals), Width::Number, parent)
    , m_field(findChild<NumberField *>())
{
    connect(m_field, &QDoubleSpinBox::valueChanged, this, &NumberRow::committed);
}

void NumberRow::allowAbsent(double fallback)
{
    m_fallback = fallback;
    m_absent = new QCheckBox(this);
    addBeside(m_absent);
    connect(m_absent, &QCheckBox::toggled, this,
            [this](bool absent) { commit(absent ? QVariant() : QVariant(m_fallback)); });
}

void NumberRow::setWords(const QString &label, const QString &help, const QString &absent,
                         const QString &absentBox)
{
    m_absentWords = absent;
    m_field->setLocale(QLocale());
    if (m_absent)
        m_absent->setText(absentBox);
    BoundRow::setWords(label, help);
}

void NumberRow::showValue(const QVariant &value)
{
    const QSignalBlocker blocker(m_field);
    m_field->setValue(value.isValid() ? value.toDouble() : m_fallback);
    if (m_absent) {
        const QSignalBlocker absentBlocker(m_absent);
        m_absent->setChecked(!value.isValid());
    }
    m_field->setEnabled(!m_absent || value.isValid());
}

QString NumberRow::wordsFor(const QVariant &value) const
{
    return value.isValid() ? m_field->textFromValue(value.toDouble()) : m_absentWords;
}

QString NumberRow::refusal(const QString &label, const QString &refused, const QString &used) const
{
    const settings::Range allowed = settings::range(m_key);
    return tr("%1 goes from %2 to %3. %4 was not saved; %5 is still in use.")
        .arg(label, wordsFor(allowed.minimum), wordsFor(allowed.maximum), refused, used);
}

void NumberRow::committed()
{
    const double number = m_field->value();
    const bool isAbsent = number == 0 && !m_absent && !m_absentWords.isEmpty();
    commit(isAbsent ? QVariant() : QVariant(number));
}

ChoiceRow::ChoiceRow(settings::SettingsStore &store, Key key, QWidget *parent)
    : BoundRow(store, key, new ComboBox, Width::Choice, parent)
    , m_box(findChild<QComboBox *>())
{
    m_box->setFocusPolicy(Qt::StrongFocus);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_box, &QComboBox::activated, this, [this](int index) { commit(m_box->itemData(index)); });
}

void ChoiceRow::setChoices(const QList<std::pair<QVariant, QString>> &choices)
{
    m_choices = choices;
}

void ChoiceRow::showValue(const QVariant &value)
{
    const QSignalBlocker blocker(m_box);
    m_box->clear();
    for (const auto &[choice, words] : std::as_const(m_choices)) {
        m_box->addItem(words, choice);
        if (choice == value)
            m_box->setCurrentIndex(m_box->count() - 1);
    }
    if (m_box->currentData() != value) {
        m_box->addItem(value.toString(), value);
        m_box->setCurrentIndex(m_box->count() - 1);
    }
}

QString ChoiceRow::wordsFor(const QVariant &value) const
{
    const int index = m_box->findData(value);
    return index >= 0 ? m_box->itemText(index) : value.toString();
}

QString ChoiceRow::refusal(const QString &, const QString &refused, const QString &used) const
{
    return tr("“%1” cannot be chosen and was not saved; “%2” is still in use.").arg(refused, used);
}

PromptRow::PromptRow(settings::SettingsStore &store, Key key, QWidget *parent)
    : BoundRow(store, key, new QPlainTextEdit, Width::Text, parent)
    , m_field(findChild<QPlainTextEdit *>())
{
    using namespace std::chrono_literals;
    m_field->setTabChangesFocus(true);
    m_field->setFixedHeight(72);
    m_field->installEventFilter(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(500ms);
    connect(m_field, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &PromptRow::commitText);
}

void PromptRow::showValue(const QVariant &value)
{
    // Not while it is the same: the cursor would jump to the start.
    if (m_field->toPlainText() == value.toString())
        return;
    const QSignalBlocker blocker(m_field);
    m_field->setPlainText(value.toString());
}

QString PromptRow::wordsFor(const QVariant &value) const
{
    return number(value.toString().size());
}

QString PromptRow::refusal(const QString &label, const QString &refused, const QString &used) const
{
    Q_UNUSED(used)
    return tr("%1 holds up to %2 characters. These %3 were not saved; the text before is still in use.")
        .arg(label, number(settings::systemPromptLimit), refused);
}

bool PromptRow::eventFilter(QObject *watched, QEvent *event)
{
    // Left before the pause was over.
    if ((event->type() == QEvent::FocusOut || event->type() == QEvent::Hide) && m_pause.isActive())
        commitText();
    return BoundRow::eventFilter(watched, event);
}

void PromptRow::commitText()
{
    m_pause.stop();
    commit(m_field->toPlainText());
}

HoursRow::HoursRow(settings::SettingsStore &store, Key key, QWidget *parent)
    : BoundRow(store, key, new HoursField, Width::Text, parent)
    , m_field(findChild<HoursField *>())
{
    connect(m_field, &HoursField::edited, this, [this] { commit(library::printed(m_field->hours())); });
}

void HoursRow::setWords(const QString &label)
{
    BoundRow::setWords(label, HoursField::meaning(m_field->hours()));
}

void HoursRow::showValue(const QVariant &value)
{
    m_field->setHours(library::parsePullHours(value.toString()).value_or(library::PullHours()));
    setHelp(HoursField::meaning(m_field->hours()));
}

QString HoursRow::refusal(const QString &, const QString &refused, const QString &used) const
{
    return tr("“%1” are no hours and were not saved; “%2” is still in use.").arg(refused, used);
}

} // namespace ui
