#include "chat/GroupExport.h"

#include "chat/ExportWords.h"
#include "chat/PdfExport.h"

namespace ui {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

QString endingOf(ExportForm form)
{
    switch (form) {
    case ExportForm::WebPage:
        return u"html"_s;
    case ExportForm::Pdf:
        return u"pdf"_s;
    case ExportForm::Markdown:
        return u"md"_s;
    case ExportForm::Inkstone:
        break;
    }
    return u"json"_s;
}

} // namespace

GroupExport::GroupExport(chat::ConversationStore &store, Pictures &pictures, const ExportGroup &group,
                         ExportForm form, const QString &path, QObject *parent)
    : Operation(parent)
    , m_store(store)
    , m_pictures(pictures)
    , m_group(group)
    , m_form(form)
    , m_path(path)
{
    if (form == ExportForm::Inkstone) {
        take(new exchange::Export(store, group.selection, exchange::Form::Own, path, {}, this));
        return;
    }
    store.folders(this, [this](const base::Result<QList<chat::Folder>> &folders) {
        if (folders)
            begin(*folders);
        else
            fail(folders.error());
    });
}

void GroupExport::begin(const QList<chat::Folder> &folders)
{
    if (isDone())
        return;
    const exchange::PageWords words = pageWords();
    m_places = std::make_shared<exchange::FilePlaces>(m_path, folders, m_group.folder, endingOf(m_form),
                                                      words.untitled);
    if (m_form != ExportForm::Pdf) {
        const auto form = m_form == ExportForm::WebPage ? exchange::Form::Html : exchange::Form::Markdown;
        const auto placeOf = [places = m_places](const chat::Conversation &one) { return places->next(one); };
        take(new exchange::Export(m_store, m_group.selection, form, placeOf, words, this));
        return;
    }
    m_store.conversations(this, [this](const base::Result<QList<chat::Conversation>> &all) {
        if (all)
            beginPdfs(*all);
        else
            fail(all.error());
    });
}

void GroupExport::take(exchange::Export *operation)
{
    m_operation = operation;
    connect(operation, &exchange::Export::progressed, this, &GroupExport::progressed);
    connect(operation, &exchange::Export::finished, this,
            [this](qsizetype conversations) { succeed([&] { Q_EMIT finished(conversations); }); });
    connect(operation, &base::Operation::failed, this, &GroupExport::fail);
}

void GroupExport::beginPdfs(const QList<chat::Conversation> &conversations)
{
    for (const chat::Conversation &one : conversations) {
        if (!m_group.selection || m_group.selection->contains(one.id))
            m_left.prepend(one);
    }
    m_all = m_left.size();
    nextPdf();
}

void GroupExport::nextPdf()
{
    if (isDone())
        return;
    if (m_left.isEmpty()) {
        if (m_count > 0)
            succeed([this] { Q_EMIT finished(m_count); });
        else
            fail({Error::Kind::NotFound, {}});
        return;
    }
    const chat::Conversation one = m_left.takeLast();
    auto *operation = new PdfExport(m_store, m_pictures, one, m_places->next(one), pageWords(), this);
    m_operation = operation;
    connect(operation, &PdfExport::progressed, this, [this](double fraction) {
        const auto before = static_cast<double>(m_all - m_left.size() - 1);
        Q_EMIT progressed((before + fraction) / static_cast<double>(m_all));
    });
    connect(operation, &PdfExport::finished, this, [this] {
        ++m_count;
        nextPdf();
    });
    connect(operation, &base::Operation::failed, this, [this](const Error &error) {
        if (error.kind == Error::Kind::NotFound) // nothing was said in it
            nextPdf();
        else
            fail(error);
    });
}

void GroupExport::stop()
{
    if (m_operation)
        m_operation->cancel();
}

} // namespace ui
