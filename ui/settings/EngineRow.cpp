#include "settings/EngineRow.h"

#include "common/ComboBox.h"
#include "settings/EngineWords.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QSignalBlocker>

namespace ui {

using server::EngineRule;
using server::EngineVariable;
using Kind = EngineRule::Kind;

namespace {

bool isChosen(EngineVariable variable)
{
    const Kind kind = server::engineRule(variable).kind;
    return kind == Kind::Switch || kind == Kind::Choice;
}

QWidget *makeControl(EngineVariable variable)
{
    if (isChosen(variable))
        return new ComboBox;
    return new QLineEdit;
}

SettingRow::Width widthOf(EngineVariable variable)
{
    const Kind kind = server::engineRule(variable).kind;
    const bool isLong = kind == Kind::Address || kind == Kind::Folder || kind == Kind::Origins;
    return isLong ? SettingRow::Width::Text : SettingRow::Width::Choice;
}

} // namespace

EngineRow::EngineRow(server::EngineSettings &settings, EngineVariable variable, QWidget *parent)
    : EngineRow(settings, variable, makeControl(variable), parent)
{
}

EngineRow::EngineRow(server::EngineSettings &settings, EngineVariable variable, QWidget *control,
                     QWidget *parent)
    : SettingRow(control, widthOf(variable), parent)
    , m_settings(settings)
    , m_variable(variable)
    , m_field(qobject_cast<QLineEdit *>(control))
    , m_box(qobject_cast<QComboBox *>(control))
{
    const EngineRule &rule = server::engineRule(variable);
    control->setObjectName(QString::fromLatin1(rule.name));
    if (m_field) {
        connect(m_field, &QLineEdit::editingFinished, this, [this] {
            if (m_field->isModified())
                commit(m_field->text());
        });
    } else {
        m_box->setFocusPolicy(Qt::StrongFocus);
        connect(m_box, &QComboBox::activated, this,
                [this](int index) { commit(m_box->itemData(index).toString()); });
    }
    if (rule.kind == Kind::Folder)
        addFolderButton();
    connect(this, &SettingRow::backRequested, this, [this, control] {
        refresh();
        control->setFocus();
    });
}

void EngineRow::addFolderButton()
{
    m_choose = makeButton(ButtonKind::Plain, QStringLiteral("folder"), this);
    addBeside(m_choose);
    connect(m_choose, &QAbstractButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Models folder"), stored());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        connect(dialog, &QFileDialog::fileSelected, this, &EngineRow::commit);
        dialog->open();
    });
}

QString EngineRow::stored() const
{
    return m_settings.environment().value(m_variable);
}

void EngineRow::commit(const QString &typed)
{
    if (m_field)
        m_field->setModified(false);
    const auto result = m_settings.set(m_variable, typed);
    if (!result && result.error().kind == base::Error::Kind::Invalid) {
        m_refused = typed;
        showRefusal();
        return;
    }
    refresh();
    if (!result)
        Q_EMIT notSaved(result.error());
}

void EngineRow::refresh()
{
    m_refused.clear();
    setRefusal({});
    if (m_field) {
        m_field->setText(stored());
        return;
    }
    const QSignalBlocker blocker(m_box);
    m_box->setCurrentIndex(m_box->findData(stored()));
}

void EngineRow::showRefusal()
{
    const QString back = stored().isEmpty() ? standardWords(m_variable) : stored();
    setRefusal(variableRefusal(m_variable, m_refused), tr("Back to %1").arg(back));
}

void EngineRow::fillChoices()
{
    const QSignalBlocker blocker(m_box);
    const EngineRule &rule = server::engineRule(m_variable);
    m_box->clear();
    m_box->addItem(standardWords(m_variable), QString());
    const QStringList values = rule.kind == Kind::Switch
                                   ? QStringList{QStringLiteral("1"), QStringLiteral("0")}
                                   : QString::fromLatin1(rule.choices).split(u' ');
    for (const QString &value : values)
        m_box->addItem(valueWords(m_variable, value), value);
}

void EngineRow::retranslate()
{
    const QByteArray name = server::engineRule(m_variable).name;
    const VariableWords words = variableWords(m_variable);
    QStringList help{QString::fromLatin1(name), words.help};
    if (qEnvironmentVariableIsSet(name.constData()) && m_variable != EngineVariable::Host)
        help.append(tr("Where it is not set here, %1 holds, from the environment of Inkstone.")
                        .arg(qEnvironmentVariable(name.constData())));
    setWords(words.label, help.join(u'\n'));
    if (m_box)
        fillChoices();
    else
        m_field->setPlaceholderText(standardWords(m_variable));
    if (m_choose) {
        m_choose->setText(tr("Choose…"));
        m_choose->setAccessibleName(tr("Choose the models folder"));
    }
    if (m_refused.isEmpty())
        refresh();
    else
        showRefusal();
}

} // namespace ui
