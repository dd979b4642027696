#include "chat/FolderPopup.h"

#include "common/Widgets.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

FolderPopup::FolderPopup(const Texts &texts, std::function<bool(const QString &)> isTaken, QWidget *parent)
    : Popup(parent)
    , m_isTaken(std::move(isTaken))
    , m_field(new QLineEdit(this))
    , m_error(new FieldError(m_field, this))
    , m_action(makeButton(ButtonKind::Default, {}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("folderPopup"));
    setAccessibleName(texts.title);
    auto *title = new Label(Type::BodyBold, TextRole::Text, this);
    title->setText(texts.title);
    m_field->setObjectName(QStringLiteral("folderName"));
    m_field->setAccessibleName(tr("Name of the folder"));
    m_field->setMinimumSize(320, 32);
    m_field->setMaxLength(chat::longestFolderName);
    m_action->setObjectName(QStringLiteral("takeFolderName"));
    m_action->setText(texts.action);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(m_field);
    layout->addWidget(m_error);
    layout->addWidget(m_action, 0, Qt::AlignRight);
    connect(m_field, &QLineEdit::textChanged, this, &FolderPopup::check);
    connect(m_field, &QLineEdit::returnPressed, this, &FolderPopup::choose);
    connect(m_action, &QAbstractButton::clicked, this, &FolderPopup::choose);
    check();
}

void FolderPopup::openWith(const QString &name)
{
    m_field->setText(name);
    m_field->selectAll();
    openIn(parentWidget()->window(), m_field);
}

void FolderPopup::check()
{
    const QString name = chat::folderName(m_field->text());
    const bool isTaken = !name.isEmpty() && m_isTaken(name);
    const bool isUnseen = name.isEmpty() && !m_field->text().trimmed().isEmpty();
    m_error->setText(isTaken    ? tr("There is a folder named %1 already. Type another name.").arg(name)
                     : isUnseen ? tr("Nothing of this name can be seen. Type another one.")
                                : QString());
    m_action->setEnabled(!name.isEmpty() && !isTaken);
    adjustSize();
}

void FolderPopup::choose()
{
    if (!m_action->isEnabled())
        return;
    const QString name = chat::folderName(m_field->text());
    close();
    Q_EMIT chosen(name);
}

} // namespace ui
