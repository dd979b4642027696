#include "library/PullField.h"

#include "base/ModelName.h"
#include "base/Text.h"
#include "common/ErrorText.h"
#include "common/Widgets.h"
#include "library/PlanView.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

PullField::PullField(library::Downloads &downloads, const library::Catalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_downloads(downloads)
    , m_catalogue(catalogue)
    , m_field(new QLineEdit(this))
    , m_button(qobject_cast<QPushButton *>(makeButton(ButtonKind::Plain, u"download"_s, this)))
    , m_error(new FieldError(m_field, this))
    , m_plan(new PlanView(downloads, this))
{
    m_field->setMinimumHeight(32);
    m_field->setMaximumWidth(360);
    m_button->setMinimumHeight(32);
    m_button->setEnabled(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    row->addWidget(m_button);
    row->addWidget(m_plan->button());
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(row);
    layout->addWidget(m_error);
    layout->addWidget(m_plan);
    m_plan->button()->setVisible(downloads.planner() != nullptr);
    connect(m_field, &QLineEdit::textChanged, this, &PullField::typed);
    connect(m_field, &QLineEdit::returnPressed, this, &PullField::pull);
    connect(m_button, &QPushButton::clicked, this, &PullField::pull);
    retranslate();
}

void PullField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PullField::retranslate()
{
    m_field->setAccessibleName(tr("Model name"));
    m_field->setPlaceholderText(tr("Model name, for example llama3.2:3b"));
    typed(m_field->text());
}

void PullField::typed(const QString &text)
{
    const QString name = pastedModelName(text);
    const base::Result<base::ModelName> parsed = base::parseModelName(name);
    const bool isName = parsed && !name.isEmpty();
    const bool isElsewhere = isName && !parsed->isFromUsualRegistry();
    m_button->setEnabled(isName);
    m_plan->setModel(isName ? parsed->display() : QString());
    m_button->setText(isElsewhere ? tr("Pull from %1").arg(base::displayLine(parsed->host, 40)) : tr("Pull"));
    m_refused.reset();
    if (!parsed && !name.isEmpty() && !isUnfinishedName(name))
        m_refused = parsed.error();
    showRefused();
}

void PullField::pull()
{
    const QString name = pastedModelName(m_field->text());
    if (name.isEmpty())
        return;
    const base::Result<base::ModelName> parsed = base::parseModelName(name);
    if (parsed && parsed->isForeign() && !m_agreed.contains(parsed->host.toLower()))
        ask(name, parsed->host);
    else
        start(name);
}

void PullField::ask(const QString &name, const QString &host)
{
    const QString shown = base::displayLine(host, 80);
    auto *question = new QMessageBox(this);
    question->setObjectName(u"registryQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(tr("Pull from another registry"));
    question->setText(tr("Pull %1 from %2?").arg(base::displayLine(name, 80), shown));
    question->setInformativeText(
        tr("This is not Ollama’s own library. The server downloads the model from %1, "
           "where anyone may have put it. Check that the name is spelled as you mean it.")
            .arg(shown));
    QPushButton *cancel = question->addButton(tr("Do not pull"), QMessageBox::RejectRole);
    QPushButton *pull =
        question->addButton(tr("Pull from %1").arg(base::displayLine(host, 40)), QMessageBox::AcceptRole);
    cancel->setObjectName(u"registryRefuse"_s);
    pull->setObjectName(u"registryAgree"_s);
    question->setDefaultButton(cancel);
    question->setEscapeButton(cancel);
    connect(pull, &QPushButton::clicked, this, [this, name, host] {
        m_agreed.insert(host.toLower());
        start(name);
    });
    question->open();
}

void PullField::start(const QString &name)
{
    m_refused.reset();
    const library::CatalogueEntry *entry = m_catalogue.find(name);
    const base::Result<void> result = m_downloads.pull(name, entry ? entry->downloadBytes : 0);
    if (!result) {
        m_refused = result.error();
        showRefused();
        return;
    }
    m_field->clear();
    Q_EMIT started(name);
}

void PullField::showRefused()
{
    if (!m_refused) {
        m_error->setText({});
        return;
    }
    // The server has no part in it: its name stands in no sentence about a malformed name.
    const ErrorText words = errorText(*m_refused, Doing::Pulling, m_refused->detail, {});
    m_error->setText(tr("%1 %2", "One sentence after the other").arg(words.what, words.next));
}

QString pastedModelName(const QString &text)
{
    static const QRegularExpression command(u"^\\s*(?:ollama\\s+(?:pull|run)\\s+)?"_s);
    return QString(text).remove(command).trimmed();
}

bool isUnfinishedName(const QString &name)
{
    const QStringList endings{u"a"_s, u"/a"_s, u"a/a"_s, u"/a/a"_s};
    return std::ranges::any_of(endings, [&](const QString &ending) {
        return base::parseModelName(QString(name + ending)).has_value();
    });
}

} // namespace ui
