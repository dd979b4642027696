#include "settings/AboutForm.h"

#include "common/ServerWords.h"

#include <QHBoxLayout>

namespace ui {

using server::Connection;

AboutForm::AboutForm(Connection &connection, QWidget *parent)
    : SettingsForm(parent)
    , m_connection(connection)
    , m_factsSection(addSection())
    , m_version(addFact())
    , m_qt(addFact())
    , m_engine(addFact())
    , m_licenceSection(addSection())
    , m_licence(new Label(Type::Body, TextRole::Text, column()))
    , m_parts(new Label(Type::Body, TextRole::Text2, column()))
{
    m_version.value->setText(QStringLiteral(INKSTONE_VERSION));
    m_version.value->setObjectName(QStringLiteral("version"));
    m_qt.value->setText(QString::fromLatin1(qVersion()));
    m_engine.value->setObjectName(QStringLiteral("engineVersion"));
    for (Label *text : {m_licence, m_parts}) {
        text->setWordWrap(true);
        add(text);
    }
    connect(&connection, &Connection::stateChanged, this, &AboutForm::showEngine);
    retranslate();
}

AboutForm::Fact AboutForm::addFact()
{
    auto *row = new QWidget(column());
    const Fact fact{new Label(Type::Body, TextRole::Text2, row), new Label(Type::Body, TextRole::Text, row)};
    fact.name->setFixedWidth(176);
    fact.value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    fact.name->setBuddy(fact.value);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(fact.name);
    layout->addWidget(fact.value, 1);
    add(row);
    return fact;
}

void AboutForm::retranslate()
{
    setHeading(tr("Inkstone"), tr("Talk to language models on your own machines, and look after them."));
    m_factsSection->setText(tr("About"));
    m_version.name->setText(tr("Version"));
    m_qt.name->setText(tr("Qt"));
    m_engine.name->setText(tr("Engine"));
    m_licenceSection->setText(tr("Licences"));
    m_licence->setText(
        tr("Inkstone is free software under the GNU General Public License, version 3 or later."));
    m_parts->setText(
        tr("It is built on Qt (LGPL 3), SQLite (public domain), nlohmann/json and md4c (MIT), GNU "
           "Source-highlight (GPL 3) and MathJax (Apache 2.0), and draws Lucide icons (ISC)."));
    showEngine();
}

void AboutForm::showEngine()
{
    switch (m_connection.state()) {
    case Connection::State::Connecting:
        m_engine.value->setText(tr("connecting"));
        break;
    case Connection::State::Ready:
        m_engine.value->setText(serverWords(m_connection.info()));
        break;
    case Connection::State::Offline:
        m_engine.value->setText(tr("not connected"));
        break;
    }
}

} // namespace ui
