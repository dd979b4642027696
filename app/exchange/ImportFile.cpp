#include "exchange/ImportFile.h"

#include "exchange/ChatGpt.h"
#include "exchange/ElementReader.h"
#include "exchange/OllamaApp.h"
#include "exchange/OpenWebUi.h"
#include "exchange/OwnDatabase.h"
#include "exchange/OwnFormat.h"
#include "storage/Backups.h"

#include <QFile>
#include <QFileInfo>

namespace exchange {

using base::Error;
using base::failure;
using base::Result;

namespace {

// Entries that make no sense before the file is given up: it is something else.
constexpr int patience = 1000;

class JsonFile : public ImportFile
{
public:
    JsonFile(std::unique_ptr<QFile> file, const IsWanted &isWanted)
        : m_file(std::move(file))
        , m_asides(m_file->fileName())
        , m_reader(*m_file, ownList, isWanted)
        , m_size(m_file->size())
    {
    }
    Source source() const override { return m_source.value_or(Source::Inkstone); }
    double fraction() const override
    {
        return m_size > 0
                   ? std::min(1.0, static_cast<double>(m_reader.position()) / static_cast<double>(m_size))
                   : 1;
    }
    Result<std::optional<Taken>> next() override
    {
        if (!std::exchange(m_isBegun, true)) {
            if (auto begun = begin(); !begun)
                return std::unexpected(begun.error());
        }
        const auto element = m_reader.next();
        if (!element)
            return std::unexpected(element.error());
        if (!*element)
            return m_source ? Result<std::optional<Taken>>(std::nullopt) : failure(Error::Kind::Protocol);
        m_numbers.clear();
        Taken taken = read(wire::parseJson(**element));
        if (m_failure)
            return std::unexpected(*m_failure);
        m_strange = m_source ? 0 : m_strange + 1;
        if (m_strange > patience)
            return failure(Error::Kind::Protocol);
        return taken;
    }

    Result<QByteArray> content(chat::Id attachment) override
    {
        return contentAt(m_numbers.value(attachment, -1));
    }

private:
    Result<void> begin()
    {
        if (auto begun = m_reader.begin(); !begun)
            return begun;
        const auto isOurs = isOwn(m_reader.header());
        if (!isOurs || !*isOurs)
            return isOurs ? Result<void>() : std::unexpected(isOurs.error());
        m_source = Source::Inkstone;
        m_reader.setAside(ownContent);
        // Read beside the elements, wherever those are.
        return m_asides.open(QIODevice::ReadOnly) ? Result<void>()
                                                  : failure(Error::Kind::Storage, m_asides.errorString());
    }
    Result<QByteArray> contentAt(qint64 number)
    {
        if (number < 0 || number >= m_reader.asides().size())
            return failure(Error::Kind::Damaged);
        const auto content = ownContentAt(m_asides, m_reader.asides().at(number));
        if (!content && content.error().kind == Error::Kind::Storage)
            m_failure = content.error(); // and not one attachment less
        return content;
    }
    Taken read(const wire::Json &entry)
    {
        if (m_source == Source::Inkstone)
            return fromOwn(entry, [this](qint64 number) { return contentAt(number); }, m_numbers);
        if (isChatGpt(entry)) {
            m_source = Source::ChatGpt;
            return fromChatGpt(entry);
        }
        if (isOpenWebUi(entry)) {
            m_source = Source::OpenWebUi;
            return fromOpenWebUi(entry);
        }
        return {std::nullopt, {{LeftOut::Damaged, 1}}};
    }

    std::unique_ptr<QFile> m_file;
    QFile m_asides;
    ElementReader m_reader;
    QHash<chat::Id, qint64> m_numbers; // of the contents of what next() gave
    std::optional<Error> m_failure;
    qint64 m_size;
    std::optional<Source> m_source;
    bool m_isBegun = false;
    int m_strange = 0;
};

} // namespace

Result<QByteArray> ImportFile::content(chat::Id)
{
    return failure(Error::Kind::NotFound);
}

Result<std::unique_ptr<ImportFile>> ImportFile::open(const QString &path, const IsWanted &isWanted,
                                                     const QString &workFolder)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Error::Kind::NotFound);
    // A pipe or a device would be read for ever.
    if (!info.isFile())
        return failure(Error::Kind::Protocol);
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return failure(Error::Kind::Storage, file->errorString());
    const QByteArray beginning = file->peek(16);
    const bool isDatabase = beginning.startsWith("SQLite format 3");
    // A copy of ours may be so damaged that it does not look like a database any more.
    if (storage::isCopy(path) || (isDatabase && isOwnDatabase(path)))
        return openOwnDatabase(path, isWanted, workFolder);
    if (isDatabase)
        return openOllamaApp(path, isWanted, workFolder);
    if (beginning.startsWith("PK\x03\x04"))
        return failure(Error::Kind::Unsupported);
    const QByteArray text = beginning.startsWith("\xef\xbb\xbf") ? beginning.sliced(3) : beginning;
    const char first = text.trimmed().isEmpty() ? '[' : text.trimmed().front();
    if (first != '[' && first != '{')
        return failure(Error::Kind::Protocol);
    return std::make_unique<JsonFile>(std::move(file), isWanted);
}

} // namespace exchange
