#include "common/ParameterFields.h"

#include "common/Format.h"
#include "common/ToolTip.h"
#include "common/Widgets.h"
#include "settings/Settings.h"

#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>

#include <cmath>
#include <limits>

namespace ui {
namespace {

using Options = backend::GenerationOptions;
using settings::Range;

constexpr std::size_t parameterCount = 4;
constexpr std::array<const char *, parameterCount> names{"Temperature", "MaxTokens", "ContextLength", "Seed"};
enum Parameter : std::size_t { Temperature, MaxTokens, ContextLength, Seed };

std::optional<double> valueOf(const Options &options, std::size_t parameter)
{
    const auto asDouble = [](const auto &value) {
        return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
    };
    switch (parameter) {
    case Temperature:
        return options.temperature;
    case MaxTokens:
        return asDouble(options.maxTokens);
    case ContextLength:
        return asDouble(options.contextLength);
    default:
        return asDouble(options.seed);
    }
}

void setValue(Options &options, std::size_t parameter, std::optional<double> value)
{
    const auto assign = [&value](auto &target) {
        target.reset();
        if (value)
            target = static_cast<std::remove_reference_t<decltype(*target)>>(*value);
    };
    switch (parameter) {
    case Temperature:
        assign(options.temperature);
        break;
    case MaxTokens:
        assign(options.maxTokens);
        break;
    case ContextLength:
        assign(options.contextLength);
        break;
    default:
        assign(options.seed);
    }
}

Range rangeOf(std::size_t parameter)
{
    switch (parameter) {
    case Temperature:
        return settings::range(settings::Key::Temperature);
    case MaxTokens:
        return settings::range(settings::Key::MaxTokens);
    case ContextLength:
        return settings::range(settings::Key::ContextLength);
    default:
        return {0, std::numeric_limits<qint32>::max()}; // what every server takes
    }
}

QString nameOf(std::size_t parameter)
{
    switch (parameter) {
    case Temperature:
        return ParameterFields::tr("Temperature");
    case MaxTokens:
        return ParameterFields::tr("Max tokens");
    case ContextLength:
        return ParameterFields::tr("Context length");
    default:
        return ParameterFields::tr("Seed");
    }
}

QString ownOf(std::size_t parameter)
{
    switch (parameter) {
    case ContextLength:
        return ParameterFields::tr("the server’s own");
    case Seed:
        return ParameterFields::tr("a new one each time");
    default:
        return ParameterFields::tr("the model’s own");
    }
}

// As a person types it.
QString written(double value)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, 'g', QLocale::FloatingPointShortest);
}

// Absent where it is no number that is allowed.
std::optional<double> numberIn(const QString &text, std::size_t parameter)
{
    bool isNumber = false;
    double number = QLocale().toDouble(text, &isNumber);
    if (!isNumber)
        number = QLocale::c().toDouble(text, &isNumber);
    const Range allowed = rangeOf(parameter);
    if (!isNumber || !std::isfinite(number) || number < allowed.minimum || number > allowed.maximum)
        return std::nullopt;
    if (parameter == Temperature)
        return std::round(number * 100) / 100; // as in the settings
    return number == std::floor(number) ? std::optional(number) : std::nullopt;
}

QString refusalOf(std::size_t parameter)
{
    const Range allowed = rangeOf(parameter);
    const QString from = written(allowed.minimum);
    const QString to = parameter == Temperature ? written(allowed.maximum) : number(qint64(allowed.maximum));
    return parameter == Temperature
               ? ParameterFields::tr("A number from %1 to %2, or nothing.").arg(from, to)
               : ParameterFields::tr("A whole number from %1 to %2, or nothing.").arg(from, to);
}

} // namespace

ParameterFields::ParameterFields(const QString &prefix, QWidget *parent)
    : QWidget(parent)
{
    constexpr int fieldWidth = 176;
    constexpr int labelWidth = 104;
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(16);
    layout->setVerticalSpacing(6);
    layout->setColumnMinimumWidth(0, labelWidth);
    layout->setColumnStretch(2, 1);
    for (std::size_t i = 0; i < parameterCount; ++i) {
        auto *field = new QLineEdit(this);
        m_rows[i] = {new Label(Type::Body, TextRole::Text, this), field, new FieldError(field, this)};
        field->setObjectName(prefix + QLatin1String(names[i]));
        field->setFixedWidth(fieldWidth);
        field->setMinimumHeight(28);
        field->setMaxLength(20);
        m_rows[i].label->setBuddy(field);
        const int row = static_cast<int>(i) * 2;
        layout->addWidget(m_rows[i].label, row, 0);
        layout->addWidget(field, row, 1);
        layout->addWidget(m_rows[i].error, row + 1, 0, 1, 3);
        connect(field, &QLineEdit::textEdited, this, [this, i] { take(i); });
    }
    retranslate();
}

QLineEdit *ParameterFields::first() const
{
    return m_rows[Temperature].field;
}

void ParameterFields::set(const Options &options)
{
    m_options = options;
    for (std::size_t i = 0; i < parameterCount; ++i) {
        const auto value = valueOf(options, i);
        m_rows[i].field->setText(value ? written(*value) : QString());
        m_rows[i].error->setText({});
    }
}

void ParameterFields::setBehind(const Options &settings, const Options &assistant,
                                const QString &assistantName)
{
    m_settings = settings;
    m_assistant = assistant;
    m_assistantName = assistantName;
    retranslate();
}

void ParameterFields::take(std::size_t parameter)
{
    const QString text = m_rows[parameter].field->text().trimmed();
    const auto value = numberIn(text, parameter);
    const bool isRefused = !text.isEmpty() && !value;
    m_rows[parameter].error->setText(isRefused ? refusalOf(parameter) : QString());
    if (isRefused)
        return;
    setValue(m_options, parameter, value);
    Q_EMIT edited();
}

void ParameterFields::retranslate()
{
    for (std::size_t i = 0; i < parameterCount; ++i) {
        const Row &row = m_rows[i];
        QString behind = ownOf(i);
        if (const auto value = valueOf(m_assistant, i))
            behind = tr("%1 (%2)").arg(written(*value), m_assistantName);
        else if (const auto general = valueOf(m_settings, i))
            behind = tr("%1 (settings)").arg(written(*general));
        row.label->setText(nameOf(i));
        row.field->setAccessibleName(nameOf(i));
        row.field->setPlaceholderText(behind);
        const QString whole = tr("Empty: %1").arg(behind);
        row.field->setToolTip(m_assistantName.isEmpty() ? whole : plainToolTip(whole));
        if (!row.error->isHidden())
            row.error->setText(refusalOf(i));
    }
}

void ParameterFields::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QStringList parameterWords(const Options &options)
{
    QStringList words;
    for (std::size_t i = 0; i < parameterCount; ++i) {
        if (const auto value = valueOf(options, i))
            words.append(ParameterFields::tr("%1 %2").arg(nameOf(i), written(*value)));
    }
    return words;
}

Options withoutFields(const Options &options)
{
    Options left = options;
    for (std::size_t i = 0; i < parameterCount; ++i)
        setValue(left, i, std::nullopt);
    return left;
}

} // namespace ui
