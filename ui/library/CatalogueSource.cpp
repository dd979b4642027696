#include "library/CatalogueSource.h"

#include "base/Text.h"
#include "common/ErrorText.h"
#include "common/Format.h"
#include "common/Icons.h"
#include "common/Widgets.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using library::CatalogueStore;

namespace {

constexpr int columnWidth = 440;

} // namespace

CatalogueSource::CatalogueSource(CatalogueStore &store, QWidget *parent)
    : Popup(parent)
    , m_store(store)
    , m_title(new Label(Type::Title, TextRole::Text, this))
    , m_current(new Label(Type::Body, TextRole::Text2, this))
    , m_note(new Label(Type::Small, TextRole::Text3, this))
    , m_address(new QLineEdit(this))
    , m_fetch(makeButton(ButtonKind::Plain, u"refresh-cw"_s, this))
    , m_file(makeButton(ButtonKind::Plain, u"folder"_s, this))
    , m_builtIn(makeButton(ButtonKind::Plain, {}, this))
    , m_error(new FieldError(m_address, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_current);
    auto *address = new QHBoxLayout;
    address->setSpacing(8);
    address->addWidget(m_address, 1);
    address->addWidget(m_fetch);
    layout->addLayout(address);
    layout->addWidget(m_error);
    auto *others = new QHBoxLayout;
    others->setSpacing(8);
    others->addWidget(m_file);
    others->addWidget(m_builtIn);
    others->addStretch();
    layout->addLayout(others);
    layout->addWidget(m_note);
    for (Label *label : {m_current, m_note}) {
        label->setWordWrap(true);
        label->setFixedWidth(columnWidth);
    }
    buildAddress();
    connect(m_file, &QAbstractButton::clicked, this, &CatalogueSource::chooseFile);
    connect(m_builtIn, &QAbstractButton::clicked, this, [this] {
        if (const base::Result<void> done = m_store.useBuiltIn(); !done)
            fail(done.error(), tr("the built-in one"));
    });
    connect(&store, &CatalogueStore::changed, this, &CatalogueSource::refresh);
    connect(&store, &CatalogueStore::fetchFailed, this,
            [this](const base::Error &error) { fail(error, m_address->text().trimmed()); });
    retranslate();
}

void CatalogueSource::buildAddress()
{
    setObjectName(u"catalogueSource"_s);
    m_address->setObjectName(u"catalogueAddress"_s);
    m_fetch->setObjectName(u"catalogueFetch"_s);
    m_file->setObjectName(u"catalogueFile"_s);
    m_builtIn->setObjectName(u"catalogueBuiltIn"_s);
    m_address->setMinimumHeight(32);
    m_address->setMaxLength(2000);
    m_fetch->setMinimumHeight(32);
    connect(m_fetch, &QAbstractButton::clicked, this, [this] {
        if (m_store.isFetching())
            m_store.cancelFetch();
        else
            fetch();
    });
    connect(m_address, &QLineEdit::returnPressed, this, &CatalogueSource::fetch);
    connect(m_address, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_error->setText({});
        m_fetch->setEnabled(!text.trimmed().isEmpty());
    });
}

void CatalogueSource::openFor(QWidget *anchor)
{
    const QString source = m_store.source();
    if (source.startsWith("http"_L1))
        m_address->setText(source);
    openAt(anchor, Qt::RightEdge, m_address);
}

void CatalogueSource::changeEvent(QEvent *event)
{
    Popup::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CatalogueSource::retranslate()
{
    setAccessibleName(tr("Another catalogue"));
    m_title->setText(tr("Another catalogue"));
    m_address->setAccessibleName(tr("Address of a catalogue"));
    m_address->setPlaceholderText(u"https://example.org/catalogue.json"_s);
    m_file->setText(tr("From a file…"));
    m_builtIn->setText(tr("Use the built-in one"));
    m_note->setText(tr("Nothing is fetched by itself. The new list is checked whole before it takes the old "
                       "one’s place; it only names models, and pulls nothing."));
    m_error->setText({});
    refresh();
}

void CatalogueSource::refresh()
{
    m_current->setText(m_store.isFetching() ? tr("Fetching…")
                                            : tr("%1 It lists %n model(s).", nullptr,
                                                 static_cast<int>(m_store.catalogue().entries().size()))
                                                  .arg(catalogueSourceWords(m_store)));
    m_current->setToolTip(base::displayLine(m_store.source()));
    m_builtIn->setVisible(!m_store.source().isEmpty() || m_store.loadError());
    const bool isFetching = m_store.isFetching();
    m_fetch->setText(isFetching ? tr("Cancel") : tr("Fetch"));
    m_fetch->setIcon(icon(isFetching ? u"x"_s : u"refresh-cw"_s));
    m_address->setReadOnly(isFetching);
    m_fetch->setEnabled(isFetching || !m_address->text().trimmed().isEmpty());
    m_error->setText({});
}

void CatalogueSource::chooseFile()
{
    // A dialog takes the focus, and with it this surface.
    auto *dialog = new QFileDialog(parentWidget(), tr("Choose a catalogue"));
    dialog->setObjectName(u"catalogueFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Catalogues (*.json)"), tr("All files (*)")});
    dialog->setDirectory(QDir::home());
    connect(dialog, &QFileDialog::fileSelected, this, &CatalogueSource::readFile);
    dialog->open();
}

void CatalogueSource::readFile(const QString &path)
{
    const base::Result<void> read = m_store.readFile(path);
    if (read)
        return;
    show();
    fail(read.error(), QDir::toNativeSeparators(path));
}

void CatalogueSource::fetch()
{
    const QString typed = m_address->text().trimmed();
    if (m_store.isFetching() || typed.isEmpty())
        return;
    m_store.fetch(QUrl(typed, QUrl::StrictMode));
    refresh();
}

void CatalogueSource::fail(const base::Error &error, const QString &subject)
{
    refresh();
    if (error.kind == base::Error::Kind::Cancelled)
        return;
    const ErrorText words = errorText(error, Doing::ReadingCatalogue, base::displayLine(subject, 80), {});
    m_error->setText(tr("%1 %2", "One sentence after the other").arg(words.what, words.next));
}

QString catalogueSourceWords(const CatalogueStore &store)
{
    const QString date = fullDayOf(store.catalogue().date().startOfDay());
    if (store.loadError())
        return CatalogueSource::tr("Catalogue of %1, built in; the one you chose can no longer be read.")
            .arg(date);
    if (store.source().isEmpty())
        return CatalogueSource::tr("Catalogue of %1, built in.").arg(date);
    const QString host = QUrl(store.source()).host();
    const QString from = host.isEmpty() ? QFileInfo(store.source()).fileName() : host;
    return CatalogueSource::tr("Catalogue of %1, from %2.").arg(date, base::displayLine(from, 30));
}

} // namespace ui
