#include "library/DeriveView.h"

#include "base/ModelName.h"
#include "base/Text.h"
#include "common/Widgets.h"
#include "library/Copier.h"
#include "library/MessageRows.h"
#include "library/ParameterRows.h"
#include "library/PullField.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using backend::Recipe;
using library::ModelfileFault;

namespace {

constexpr int inset = 24;
constexpr int systemHeight = 112;
constexpr int templateHeight = 88;
constexpr int leastColumn = 260;

QString wordsOf(const ModelfileFault &fault)
{
    using Reason = ModelfileFault::Reason;
    const QString word = base::displayLine(fault.word, 40);
    switch (fault.reason) {
    case Reason::UnknownCommand:
        return DeriveView::tr(
                   "Line %1: “%2” is no command. Those are FROM, PARAMETER, TEMPLATE, SYSTEM, MESSAGE "
                   "and LICENSE.")
            .arg(fault.line)
            .arg(word);
    case Reason::NoValue:
        return DeriveView::tr("Line %1: after %2 a value is missing.").arg(fault.line).arg(word);
    case Reason::NoRole:
        return DeriveView::tr("Line %1: “%2” is not whose message it is. Write system, user or assistant.")
            .arg(fault.line)
            .arg(word);
    case Reason::Unclosed:
        return DeriveView::tr("Line %1: the quotation marks that begin here are not closed.").arg(fault.line);
    case Reason::SecondBase:
        return DeriveView::tr("Line %1: there can be one FROM only.").arg(fault.line);
    case Reason::NoBase:
        return DeriveView::tr("FROM is missing: write which model it is based on.");
    }
    return {};
}

// Whether all of it can stand in a Modelfile.
bool fits(const Recipe &recipe)
{
    QStringList texts = QStringList{recipe.modelTemplate, recipe.systemPrompt} + recipe.licences;
    for (const backend::ChatMessage &message : recipe.messages)
        texts.append(message.text);
    return std::ranges::all_of(texts, library::fitsModelfile);
}

} // namespace

DeriveView::DeriveView(library::InstalledModels &installed, QWidget *parent)
    : QWidget(parent)
    , m_installed(installed)
{
    setObjectName(u"deriveView"_s);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(makeForm(), 1);
    columns->addWidget(new Line(Qt::Vertical));
    columns->addWidget(makeModelfile(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(new Line(Qt::Horizontal));
    layout->addLayout(columns, 1);
    connectAll();
    retranslate();
}

QWidget *DeriveView::makeHead()
{
    auto *head = new SurfaceWidget(Surface::Base, this);
    m_back = makeButton(ButtonKind::Flat, u"chevron-left"_s, head);
    m_back->setObjectName(u"leaveDerive"_s);
    m_title = new Label(Type::BodyBold, TextRole::Text, head);
    m_make = makeButton(ButtonKind::Default, {}, head);
    m_make->setObjectName(u"makeModel"_s);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(inset, 8, inset, 8);
    row->setSpacing(12);
    row->addWidget(m_back);
    row->addWidget(m_title, 1);
    row->addWidget(m_make);
    return head;
}

QPlainTextEdit *DeriveView::makeEdit(const QString &name, int height)
{
    auto *edit = new QPlainTextEdit;
    edit->setObjectName(name);
    edit->setTabChangesFocus(true);
    if (height > 0)
        edit->setFixedHeight(height);
    return edit;
}

DeriveView::Section DeriveView::addSection(QVBoxLayout *rows, QWidget *content)
{
    const Section section{new Label(Type::BodyMedium), new Label(Type::Small, TextRole::Text3)};
    section.note->setWordWrap(true);
    auto *group = new QVBoxLayout;
    group->setSpacing(4);
    group->addWidget(section.title);
    group->addWidget(content);
    group->addWidget(section.note);
    rows->addLayout(group);
    m_sections.append(section);
    return section;
}

QWidget *DeriveView::makeForm()
{
    m_form = new SurfaceWidget(Surface::Base);
    auto *rows = new QVBoxLayout(m_form);
    rows->setContentsMargins(inset, 16, inset, 16);
    rows->setSpacing(16);
    const auto field = [this, rows](const QString &name, FieldError *&error) {
        auto *line = new QLineEdit;
        line->setObjectName(name);
        line->setMinimumHeight(32);
        line->setMaxLength(600);
        addSection(rows, line);
        error = new FieldError(line);
        rows->addWidget(error);
        return line;
    };
    m_name = field(u"deriveName"_s, m_nameError);
    m_base = field(u"deriveBase"_s, m_baseError);
    m_system = makeEdit(u"deriveSystem"_s, systemHeight);
    m_parameters = new ParameterRows;
    m_template = makeEdit(u"deriveTemplate"_s, templateHeight);
    m_template->setFont(ui::font(Type::Code));
    m_messages = new MessageRows;
    m_licence = makeEdit(u"deriveLicence"_s, templateHeight);
    for (QWidget *content : {static_cast<QWidget *>(m_system), static_cast<QWidget *>(m_parameters),
                             static_cast<QWidget *>(m_messages), static_cast<QWidget *>(m_template),
                             static_cast<QWidget *>(m_licence)})
        addSection(rows, content);
    rows->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumWidth(leastColumn);
    return scroll;
}

QWidget *DeriveView::makeModelfile()
{
    auto *side = new SurfaceWidget(Surface::Base, this);
    side->setMinimumWidth(leastColumn);
    m_modelfileTitle = new Label(Type::BodyMedium, TextRole::Text, side);
    m_modelfile = makeEdit(u"modelfile"_s, 0);
    m_modelfile->setFont(ui::font(Type::Code));
    m_modelfileError = new FieldError(m_modelfile, side);
    auto *rows = new QVBoxLayout(side);
    rows->setContentsMargins(inset, 16, inset, 16);
    rows->setSpacing(4);
    rows->addWidget(m_modelfileTitle);
    rows->addWidget(m_modelfile, 1);
    rows->addWidget(m_modelfileError);
    return side;
}

void DeriveView::connectAll()
{
    connect(m_name, &QLineEdit::textEdited, this, &DeriveView::check);
    connect(m_base, &QLineEdit::textEdited, this, &DeriveView::formEdited);
    for (QPlainTextEdit *edit : {m_system, m_template, m_licence})
        connect(edit, &QPlainTextEdit::textChanged, this, &DeriveView::formEdited);
    connect(m_parameters, &ParameterRows::changed, this, &DeriveView::formEdited);
    connect(m_messages, &MessageRows::changed, this, &DeriveView::formEdited);
    connect(m_modelfile, &QPlainTextEdit::textChanged, this, &DeriveView::modelfileEdited);
    connect(m_make, &QAbstractButton::clicked, this, &DeriveView::make);
    connect(m_back, &QAbstractButton::clicked, this, &DeriveView::left);
    connect(&m_installed, &library::InstalledModels::changed, this, &DeriveView::check);
    connect(&m_installed, &library::InstalledModels::detailsChanged, this, &DeriveView::refreshBase);
}

void DeriveView::open(const QString &base)
{
    if (!m_opened.isEmpty())
        m_drafts.insert(m_opened, {m_name->text(), m_recipe});
    const Draft fresh{library::nameForCopy(base, m_installed), Recipe{.base = base, .files = {}}};
    const Draft draft = m_drafts.value(base, fresh);
    m_opened = base;
    m_fault.reset();
    m_name->setText(draft.name);
    m_recipe = draft.recipe;
    showRecipe();
    showModelfile();
    refreshBase();
    check();
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void DeriveView::forget(const QString &name)
{
    if (!base::sameModel(name, m_name->text()))
        return;
    m_drafts.remove(m_opened);
    m_opened.clear();
}

void DeriveView::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    check();
}

void DeriveView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange) {
        m_template->setFont(ui::font(Type::Code));
        m_modelfile->setFont(ui::font(Type::Code));
    }
}

// Escape leaves the form; elsewhere in the window it stops an answer.
bool DeriveView::event(QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!isKey || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Cancel))
        return QWidget::event(event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        Q_EMIT left();
    return true;
}

void DeriveView::retranslate()
{
    m_back->setText(tr("Back"));
    m_back->setToolTip(tr("What is entered here stays."));
    m_make->setText(tr("Make"));
    m_title->setText(tr("A model of your own"));
    const std::pair<QString, QString> words[] = {
        {tr("Name of the new model"), {}},
        {tr("Based on"), tr("It takes hardly any room: the weights are shared.")},
        {tr("System prompt"), tr("Empty: as in the base.")},
        {tr("Parameters", "Of generation: temperature and so on"),
         tr("Those that are not here are as in the base.")},
        {tr("First messages"), tr("Examples of how it is to answer. Every conversation begins with them.")},
        {tr("Template"), tr("How the engine puts messages together. Empty: as in the base.")},
        {tr("Licence"), tr("Is added to that of the base.")},
    };
    for (qsizetype i = 0; i < m_sections.size(); ++i) {
        m_sections[i].title->setText(words[i].first);
        m_sections[i].note->setText(words[i].second);
        m_sections[i].note->setVisible(!words[i].second.isEmpty());
    }
    m_name->setAccessibleName(words[0].first);
    m_base->setAccessibleName(words[1].first);
    m_system->setAccessibleName(words[2].first);
    m_template->setAccessibleName(words[5].first);
    m_licence->setAccessibleName(words[6].first);
    m_modelfileTitle->setText(tr("The same as a Modelfile"));
    m_modelfile->setAccessibleName(tr("Modelfile"));
    check();
}

// What is left empty stays as it is there, so it is shown.
void DeriveView::refreshBase()
{
    const backend::ModelDetails *details = m_installed.details(m_recipe.base);
    m_system->setPlaceholderText(details ? base::displayText(details->systemPrompt) : QString());
    m_template->setPlaceholderText(details ? base::displayText(details->modelTemplate) : QString());
}

void DeriveView::formEdited()
{
    const QString before = m_recipe.base;
    m_recipe.base = m_base->text().trimmed();
    m_recipe.systemPrompt = textOf(*m_system);
    m_recipe.modelTemplate = textOf(*m_template);
    m_recipe.parameters = m_parameters->parameters();
    m_recipe.messages = m_messages->messages();
    // One is edited; a Modelfile may have more.
    const QString licence = textOf(*m_licence);
    if (m_recipe.licences.isEmpty() && !licence.isEmpty())
        m_recipe.licences.append(licence);
    else if (!m_recipe.licences.isEmpty() && licence.isEmpty())
        m_recipe.licences.removeFirst();
    else if (!licence.isEmpty())
        m_recipe.licences.first() = licence;
    if (m_recipe.base != before)
        refreshBase();
    showModelfile();
    check();
}

void DeriveView::modelfileEdited()
{
    const auto read = library::readModelfile(textOf(*m_modelfile));
    m_fault = read ? std::nullopt : std::optional(read.error());
    if (read) {
        const bool isOtherBase = m_recipe.base != read->base;
        m_recipe = *read;
        showRecipe();
        if (isOtherBase)
            refreshBase();
    }
    check();
}

void DeriveView::showRecipe()
{
    m_base->setText(m_recipe.base);
    setTextOf(*m_system, m_recipe.systemPrompt);
    setTextOf(*m_template, m_recipe.modelTemplate);
    setTextOf(*m_licence, m_recipe.licences.value(0));
    m_parameters->set(m_recipe.parameters);
    m_messages->set(m_recipe.messages);
}

// Comments of a person's are in no recipe: what says the same stays as it stands there, and all else is one
// step that can be undone.
void DeriveView::showModelfile()
{
    const auto shown = library::readModelfile(textOf(*m_modelfile));
    if (!shown || *shown != m_recipe)
        setTextOf(*m_modelfile, library::writeModelfile(m_recipe));
    m_fault.reset();
}

bool DeriveView::isNameGood() const
{
    return base::parseModelName(m_name->text()).has_value();
}

QString DeriveView::faultOfModelfile() const
{
    if (m_fault)
        return wordsOf(*m_fault);
    if (!fits(m_recipe))
        return tr("A line that ends with three quotation marks cannot stand in a Modelfile. What it is part "
                  "of is left "
                  "out here, but not of the model.");
    return m_recipe.adapter.isEmpty()
               ? QString()
               : tr("An adapter is a file, and is not sent from here. Take the line with ADAPTER away.");
}

void DeriveView::check()
{
    const QString name = m_name->text().trimmed();
    const bool isBaseGood = base::parseModelName(m_recipe.base).has_value();
    const bool isNameTold = !name.isEmpty() && !isNameGood() && !isUnfinishedName(name);
    m_nameError->setText(isNameTold ? tr("This is not a name for a model. A name looks like mine or mine:1.")
                                    : QString());
    m_baseError->setText(isBaseGood || m_fault
                             ? QString()
                             : tr("This is not the name of a model. Where it is a file, import it first."));
    m_modelfileError->setText(faultOfModelfile());
    // Both would be right; the one that can be read waits for the other.
    m_form->setEnabled(!m_fault);
    m_modelfile->setReadOnly(!m_fault && !fits(m_recipe));
    m_make->setEnabled(!m_isBusy && !m_fault && isBaseGood && isNameGood() && !m_parameters->hasFault() &&
                       m_recipe.adapter.isEmpty());
}

void DeriveView::make()
{
    if (m_make->isEnabled())
        Q_EMIT makeRequested(base::parseModelName(m_name->text())->display(), m_recipe);
}

} // namespace ui
