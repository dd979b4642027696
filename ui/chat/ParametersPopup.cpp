#include "chat/ParametersPopup.h"

#include "common/Widgets.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

ParametersPopup::ParametersPopup(const backend::GenerationOptions &own, QWidget *parent)
    : Popup(parent)
    , m_fields(new ParameterFields(QStringLiteral("own"), this))
    , m_reset(makeButton(ButtonKind::Flat, QString(), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("parametersPopup"));
    auto *title = new Label(Type::BodyBold, TextRole::Text, this);
    title->setText(tr("Parameters"));
    setAccessibleName(title->text());
    auto *help = new Label(Type::Small, TextRole::Text3, this);
    help->setText(tr("For this conversation only. Where a field is empty, its grey value holds."));
    help->setWordWrap(true);
    auto *done = makeButton(ButtonKind::Plain, QString(), this);
    done->setText(tr("Done"));
    m_reset->setText(tr("Reset"));
    m_reset->setObjectName(QStringLiteral("resetParameters"));

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_reset);
    buttons->addStretch(1);
    buttons->addWidget(done);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(m_fields);
    layout->addWidget(help);
    layout->addLayout(buttons);

    m_fields->set(own);
    refresh();
    connect(m_fields, &ParameterFields::edited, this, [this] {
        refresh();
        Q_EMIT changed(m_fields->options());
    });
    connect(m_reset, &QAbstractButton::clicked, this, [this] {
        m_fields->set(withoutFields(m_fields->options()));
        m_fields->first()->setFocus();
        refresh();
        Q_EMIT changed(m_fields->options());
    });
    connect(done, &QAbstractButton::clicked, this, &QWidget::close);
}

void ParametersPopup::open(QWidget *anchor)
{
    openAt(anchor, Qt::LeftEdge, m_fields->first());
}

void ParametersPopup::refresh()
{
    m_reset->setEnabled(!parameterWords(m_fields->options()).isEmpty());
}

} // namespace ui
