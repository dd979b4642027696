#include "chat/ModelPicker.h"

#include "base/ModelName.h"
#include "chat/ModelPickerPopup.h"
#include "common/Appearance.h"
#include "common/Icons.h"
#include "common/InkParts.h"
#include "common/ServerWords.h"
#include "common/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionComboBox>
#include <QWheelEvent>

#include <algorithm>

namespace ui {
namespace {

constexpr int dotSlot = 18;
constexpr int chevronSlot = 28;
constexpr int widestName = 260;

} // namespace

ModelPicker::ModelPicker(library::InstalledModels &models, QWidget *parent)
    : ComboBox(parent)
    , m_models(models)
{
    setObjectName(QStringLiteral("modelPicker"));
    setFixedHeight(28);
    setFocusPolicy(Qt::StrongFocus);
    connect(&m_models, &library::InstalledModels::changed, this, &ModelPicker::refresh);
    connect(&m_models, &library::InstalledModels::loadedChanged, this, [this] { update(); });
    retranslate();
    refresh();
}

void ModelPicker::setModel(const QString &name)
{
    if (m_model == name)
        return;
    m_model = name;
    refresh();
}

void ModelPicker::setServers(server::Servers &servers)
{
    m_servers = &servers;
    connect(&servers.profiles(), &server::ServerProfiles::changed, this, &ModelPicker::refresh);
}

void ModelPicker::setServer(const QString &id)
{
    if (m_server == id)
        return;
    m_server = id;
    refresh();
}

// What another server has is not known while nobody looks at it.
bool ModelPicker::isMissing() const
{
    return m_server.isEmpty() && !m_model.isEmpty() && m_models.isKnown() && !isInstalled();
}

bool ModelPicker::isInstalled() const
{
    return m_models.contains(m_model);
}

QString ModelPicker::shownName() const
{
    if (m_model.isEmpty())
        return tr("Choose a model");
    if (m_server.isEmpty() || !m_servers || !m_servers->profiles().find(m_server))
        return m_model;
    const server::ServerProfile &profile = m_servers->profileFor(m_server);
    return tr("%1 on %2").arg(m_model, serverTitle(profile.name, profile.url));
}

// A combo box tells assistive technology its current text, so the shown name is kept as its only item.
void ModelPicker::refresh()
{
    const QSignalBlocker blocker(this);
    clear();
    addItem(shownName());
    setToolTip(isMissing() ? tr("This model is not installed on the server.") : QString());
    updateGeometry();
    update();
}

QSize ModelPicker::sizeHint() const
{
    const int name = QFontMetrics(ui::font(Type::Body)).horizontalAdvance(shownName());
    return {10 + dotSlot + std::min(name, widestName) + chevronSlot, 28};
}

void ModelPicker::showPopup()
{
    m_popup = new ModelPickerPopup(m_models, m_servers, {m_model, m_server}, this);
    connect(m_popup, &ModelPickerPopup::chosen, this, [this](const QString &name, const QString &server) {
        setModel(name);
        setServer(server);
        Q_EMIT modelChosen(name, server);
    });
    connect(m_popup, &ModelPickerPopup::moreModelsRequested, this, &ModelPicker::moreModelsRequested);
    m_popup->open(this);
}

void ModelPicker::hidePopup()
{
    if (m_popup)
        m_popup->close();
}

QWidget *ModelPicker::opened() const
{
    return m_popup;
}

// The list is our own: the wheel and the letter keys of a plain combo box have nothing to choose from.
void ModelPicker::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void ModelPicker::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
    case Qt::Key_F4:
        showPopup();
        break;
    default:
        event->ignore();
    }
}

void ModelPicker::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isPointed = option.state & QStyle::State_MouseOver;
    painter.setPen(QPen(theme.lineStrong, 1));
    painter.setBrush(isPointed ? theme.buttonHover : theme.button);
    painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), 6, 6);
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        ink::drawFocusRing(painter, rect(), ink::radius, theme);
    const bool isLoaded = m_server.isEmpty() && m_models.findLoaded(m_model) != nullptr;
    painter.setPen(isLoaded ? QPen(Qt::NoPen) : QPen(theme.text3, 1.5));
    painter.setBrush(isLoaded ? QBrush(theme.ok) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(10, height() / 2. - 4, 8, 8).adjusted(.5, .5, -.5, -.5));
    painter.setFont(ui::font(Type::Body));
    painter.setPen(isMissing() ? theme.bad : theme.text);
    const QRect text = rect().adjusted(10 + dotSlot - 4, 0, -chevronSlot, 0);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(shownName(), Qt::ElideRight, text.width()));
    drawIcon(painter, QRectF(width() - 22, height() / 2. - 7, 14, 14), QStringLiteral("chevron-down"),
             theme.text2);
}

void ModelPicker::retranslate()
{
    setAccessibleName(tr("Model"));
}

void ModelPicker::changeEvent(QEvent *event)
{
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    } else if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
}

} // namespace ui
