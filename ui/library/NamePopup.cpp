#include "library/NamePopup.h"

#include "base/ModelName.h"
#include "base/Text.h"
#include "common/ErrorText.h"
#include "common/Widgets.h"
#include "library/PullField.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 360;

} // namespace

NamePopup::NamePopup(const library::InstalledModels &installed, const QString &other, const Texts &texts,
                     QWidget *parent)
    : Popup(parent)
    , m_installed(installed)
    , m_other(other)
    , m_field(new QLineEdit(this))
    , m_error(new FieldError(m_field, this))
    , m_warning(new Label(Type::Small, TextRole::Warn, this))
    , m_action(makeButton(ButtonKind::Default, {}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"namePopup"_s);
    build(texts);
    connect(m_field, &QLineEdit::textChanged, this, &NamePopup::check);
    connect(m_field, &QLineEdit::returnPressed, this, &NamePopup::choose);
    connect(m_action, &QAbstractButton::clicked, this, &NamePopup::choose);
    check();
}

void NamePopup::build(const Texts &texts)
{
    setAccessibleName(texts.title);
    auto *title = new Label(Type::BodyBold, TextRole::Text, this);
    title->setText(texts.title);
    auto *note = new Label(Type::Small, TextRole::Text3, this);
    note->setText(texts.note);
    note->setVisible(!texts.note.isEmpty());
    for (Label *label : {note, m_warning})
        label->setWordWrap(true);
    m_field->setObjectName(u"newModelName"_s);
    m_field->setAccessibleName(tr("Model name"));
    m_field->setMinimumSize(columnWidth, 32);
    m_field->setMaxLength(600);
    m_action->setObjectName(u"takeName"_s);
    m_action->setText(texts.action);
    m_warning->setObjectName(u"nameTaken"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    for (QWidget *part :
         {static_cast<QWidget *>(title), static_cast<QWidget *>(m_field), static_cast<QWidget *>(m_error),
          static_cast<QWidget *>(m_warning), static_cast<QWidget *>(note)})
        layout->addWidget(part);
    layout->addWidget(m_action, 0, Qt::AlignRight);
}

void NamePopup::openWith(const QString &name, QWidget *anchor)
{
    m_field->setText(name);
    m_field->selectAll();
    openAt(anchor, Qt::RightEdge, m_field);
}

bool NamePopup::isName() const
{
    const auto name = base::parseModelName(m_field->text());
    return name && (m_other.isEmpty() || !base::sameModel(m_field->text(), m_other));
}

QString NamePopup::faultOf(const QString &typed) const
{
    const auto name = base::parseModelName(typed);
    if (name || typed.trimmed().isEmpty() || isUnfinishedName(typed.trimmed()))
        return {};
    const ErrorText words = errorText(name.error(), Doing::Pulling, name.error().detail, {});
    return tr("%1 %2", "One sentence after the other").arg(words.what, words.next);
}

void NamePopup::check()
{
    const QString typed = m_field->text();
    m_error->setText(faultOf(typed));
    m_action->setEnabled(isName());
    const bool isTaken = isName() && m_installed.contains(typed.trimmed());
    m_warning->setText(isTaken ? tr("%1 exists already and would be replaced.")
                                     .arg(base::displayLine(base::parseModelName(typed)->display(), 80))
                               : QString());
    m_warning->setVisible(isTaken);
    adjustSize();
}

void NamePopup::choose()
{
    if (!isName())
        return;
    const QString name = base::parseModelName(m_field->text())->display();
    close(); // first: a question may follow
    Q_EMIT chosen(name);
}

} // namespace ui
