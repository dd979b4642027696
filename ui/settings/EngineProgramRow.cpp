#include "settings/EngineProgramRow.h"

#include "settings/EngineWords.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>

namespace ui {

using server::EngineProgram;

EngineProgramRow::EngineProgramRow(server::LocalEngine &engine, server::EngineSettings &settings,
                                   QWidget *parent)
    : EngineProgramRow(engine, settings, new QLineEdit, parent)
{
}

EngineProgramRow::EngineProgramRow(server::LocalEngine &engine, server::EngineSettings &settings,
                                   QLineEdit *field, QWidget *parent)
    : SettingRow(field, Width::Text, parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_field(field)
    , m_choose(makeButton(ButtonKind::Plain, QStringLiteral("folder"), this))
{
    using namespace std::chrono_literals;
    field->setObjectName(QStringLiteral("engineProgram"));
    m_choose->setObjectName(QStringLiteral("chooseEngineProgram"));
    addBeside(m_choose);
    m_pause.setSingleShot(true);
    m_pause.setInterval(600ms);
    connect(&m_pause, &QTimer::timeout, this, [this] { tryOut(m_field->text()); });
    connect(field, &QLineEdit::textEdited, this, [this] {
        delete m_check;
        setRefusal({});
        m_pause.start();
    });
    connect(field, &QLineEdit::editingFinished, this, [this] {
        if (m_field->isModified())
            tryOut(m_field->text());
    });
    connect(this, &SettingRow::backRequested, this, [this] {
        m_refused.clear();
        refresh();
        m_field->setFocus();
    });
    connect(m_choose, &QAbstractButton::clicked, this, &EngineProgramRow::choose);
}

void EngineProgramRow::choose()
{
    auto *dialog = new QFileDialog(this, tr("Program of the engine"), QFileInfo(m_engine.program()).path());
    dialog->setObjectName(QStringLiteral("engineProgramDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &EngineProgramRow::tryOut);
    dialog->open();
}

// What is empty, or what would be found anyway, is left to be found.
void EngineProgramRow::tryOut(const QString &typed)
{
    m_pause.stop();
    m_field->setModified(false);
    delete m_check;
    const QString path = QDir::fromNativeSeparators(typed.trimmed());
    if (path.isEmpty() || (m_settings.program().isEmpty() && path == m_engine.program()))
        return take({});
    m_check = new EngineProgram(path, this);
    setHelp(tr("Asking the program for its version."));
    connect(m_check, &EngineProgram::finished, this, [this, path] { take(path); });
    connect(m_check, &base::Operation::failed, this, [this, typed](const base::Error &error) {
        m_refused = typed.trimmed();
        m_error = error;
        m_field->setText(m_refused);
        showRefusal();
        reword();
    });
}

void EngineProgramRow::take(const QString &path)
{
    m_refused.clear();
    const auto kept = m_settings.setProgram(path);
    refresh();
    if (!kept)
        Q_EMIT notSaved(kept.error());
}

void EngineProgramRow::refresh()
{
    reword();
    if (!m_refused.isEmpty() || m_field->isModified() || (m_check && !m_check->isDone()))
        return;
    setRefusal({});
    m_field->setText(QDir::toNativeSeparators(m_engine.program()));
    const auto fault = server::programFault(m_settings.program());
    if (!m_settings.program().isEmpty() && fault)
        setHelp(tr("The program that was chosen is not there any more. Empty the field to have one found."));
}

void EngineProgramRow::showRefusal()
{
    const QString used = m_engine.program();
    setRefusal(programRefusal(*m_error, m_refused),
               used.isEmpty() ? tr("Back") : tr("Back to %1").arg(QDir::toNativeSeparators(used)));
}

void EngineProgramRow::reword()
{
    if (!m_settings.program().isEmpty())
        setHelp(tr("Chosen here. Empty the field to have it found again."));
    else if (m_engine.program().isEmpty())
        setHelp(tr(
            "Looked for on the PATH, where installers put it, and among what Inkstone installed. Type where "
            "it is, or choose it."));
    else
        setHelp(
            tr("Found on the PATH, where installers put it, or among what Inkstone installed. Type or choose "
               "another to use that one."));
}

void EngineProgramRow::retranslate()
{
    setWords(tr("Program"));
    m_choose->setText(tr("Choose…"));
    m_choose->setAccessibleName(tr("Choose the program of the engine"));
    m_field->setPlaceholderText(tr("Not found"));
    if (!m_refused.isEmpty())
        showRefusal();
    refresh();
}

} // namespace ui
