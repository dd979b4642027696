#include "library/ParameterRows.h"

#include "base/Text.h"
#include "common/ComboBox.h"
#include "common/Format.h"
#include "common/Widgets.h"
#include "library/Parameters.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using library::ParameterFault;

namespace {

QString plainNumber(double value)
{
    return QLocale::c().toString(value, 'g', 10);
}

QString wordsOf(ParameterFault fault, const QString &name)
{
    const library::KnownParameter *known = library::findParameter(name);
    switch (fault) {
    case ParameterFault::NoName:
        return ParameterRows::tr("Choose a parameter.");
    case ParameterFault::Unknown:
        return ParameterRows::tr("The engine does not know this one, and passes over it.");
    case ParameterFault::NoValue:
        return ParameterRows::tr("Enter a value, or take the row away.");
    case ParameterFault::NoNumber:
        return ParameterRows::tr("Enter a number with a point, for example 0.7.");
    case ParameterFault::NoWholeNumber:
        return ParameterRows::tr("Enter a whole number.");
    case ParameterFault::OutOfRange:
        return known->most >= std::numeric_limits<int>::max()
                   ? ParameterRows::tr("Enter at least %1.").arg(plainNumber(known->least))
                   : ParameterRows::tr("Enter a number from %1 to %2.")
                         .arg(plainNumber(known->least), plainNumber(known->most));
    case ParameterFault::NoSwitch:
        return ParameterRows::tr("Enter true or false.");
    }
    return {};
}

} // namespace

ParameterRows::ParameterRows(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
    , m_add(makeButton(ButtonKind::Flat, u"plus"_s, this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(8);
    m_rows->addWidget(m_add, 0, Qt::AlignLeft);
    m_add->setObjectName(u"addParameter"_s);
    connect(m_add, &QAbstractButton::clicked, this, [this] {
        add({});
        m_shown.last().name->setFocus(Qt::OtherFocusReason);
        Q_EMIT changed();
    });
    retranslate();
}

void ParameterRows::set(const QList<backend::Parameter> &parameters)
{
    if (parameters == this->parameters())
        return;
    while (!m_shown.isEmpty())
        delete m_shown.takeLast().widget;
    for (const backend::Parameter &parameter : parameters)
        add(parameter);
}

QList<backend::Parameter> ParameterRows::parameters() const
{
    QList<backend::Parameter> result;
    for (const Row &row : m_shown)
        result.append({row.name->currentText(), row.value->text()});
    return result;
}

bool ParameterRows::hasFault() const
{
    const QList<backend::Parameter> all = parameters();
    return std::ranges::any_of(all, [](const backend::Parameter &parameter) {
        const auto fault = library::faultOf(parameter);
        return fault && fault != ParameterFault::Unknown;
    });
}

void ParameterRows::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ParameterRows::retranslate()
{
    m_add->setText(tr("Add a parameter"));
    for (const Row &row : std::as_const(m_shown))
        word(row);
}

void ParameterRows::add(const backend::Parameter &parameter)
{
    auto *widget = new QWidget(this);
    auto *value = new QLineEdit(parameter.value, widget);
    const Row row{widget, new ComboBox(widget), value, makeButton(ButtonKind::Icon, u"x"_s, widget),
                  new FieldError(value, widget)};
    for (const library::KnownParameter &known : library::knownParameters())
        row.name->addItem(known.name);
    if (!parameter.name.isEmpty() && row.name->findText(parameter.name) < 0)
        row.name->addItem(parameter.name);
    row.name->setCurrentIndex(parameter.name.isEmpty() ? 0 : row.name->findText(parameter.name));
    row.name->setObjectName(u"parameterName"_s);
    value->setObjectName(u"parameterValue"_s);
    row.remove->setObjectName(u"removeParameter"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(row.name);
    line->addWidget(value, 1);
    line->addWidget(row.remove);
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(row.error);
    m_rows->insertWidget(static_cast<int>(m_shown.size()), widget);
    m_shown.append(row);
    const auto edited = [this, row] {
        word(row);
        Q_EMIT changed();
    };
    connect(value, &QLineEdit::textEdited, this, edited);
    connect(row.name, &QComboBox::activated, this, edited);
    connect(row.remove, &QAbstractButton::clicked, this, [this, widget] { remove(widget); });
    word(row);
}

void ParameterRows::remove(QWidget *widget)
{
    const auto row = std::ranges::find(m_shown, widget, &Row::widget);
    if (row == m_shown.end())
        return;
    m_shown.erase(row);
    widget->hide(); // at once; it goes when its own signal is over
    widget->deleteLater();
    m_add->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void ParameterRows::word(const Row &row)
{
    const QString name = row.name->currentText();
    const library::KnownParameter *known = library::findParameter(name);
    row.name->setAccessibleName(tr("Parameter"));
    row.value->setAccessibleName(tr("Value of %1").arg(base::displayLine(name, 60)));
    row.value->setPlaceholderText(known && !known->usual.isEmpty() ? tr("Usually %1").arg(known->usual)
                                                                   : QString());
    row.remove->setToolTip(tr("Take the row away"));
    row.remove->setAccessibleName(tr("Take %1 away").arg(base::displayLine(name, 60)));
    check(row);
}

void ParameterRows::check(const Row &row)
{
    const QString name = row.name->currentText();
    const auto fault = library::faultOf({name, row.value->text()});
    row.error->setText(fault ? wordsOf(*fault, name) : QString());
}

} // namespace ui
