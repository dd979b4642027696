#include "exchange/ImportFile.h"

#include "exchange/ChatGpt.h"
#include "exchange/ElementReader.h"
#include "exchange/OllamaApp.h"
#include "exchange/OpenWebUi.h"
#include "exchange/OwnDatabase.h"
#include "exchange/OwnFormat.h"

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
    explicit JsonFile(std::unique_ptr<QFile> file)
        : m_file(std::move(file))
        , m_reader(*m_file, ownList)
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
        const auto element = m_reader.next();
        if (!element)
            return std::unexpected(element.error());
        if (!std::exchange(m_isBegun, true)) {
            const auto isOurs = isOwn(m_reader.header());
            if (!isOurs)
                return std::unexpected(isOurs.error());
            if (*isOurs)
                m_source = Source::Inkstone;
        }
        if (!*element)
            return m_source ? Result<std::optional<Taken>>(std::nullopt) : failure(Error::Kind::Protocol);
        Taken taken = read(wire::parseJson(**element));
        m_strange = m_source ? 0 : m_strange + 1;
        if (m_strange > patience)
            return failure(Error::Kind::Protocol);
        return taken;
    }

private:
    Taken read(const wire::Json &entry)
    {
        if (m_source == Source::Inkstone)
            return fromOwn(entry);
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
    ElementReader m_reader;
    qint64 m_size;
    std::optional<Source> m_source;
    bool m_isBegun = false;
    int m_strange = 0;
};

} // namespace

Result<std::unique_ptr<ImportFile>> ImportFile::open(const QString &path, const IsWanted &isWanted)
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
    if (beginning.startsWith("SQLite format 3"))
        return isOwnDatabase(path) ? openOwnDatabase(path, isWanted) : openOllamaApp(path, isWanted);
    if (beginning.startsWith("PK\x03\x04"))
        return failure(Error::Kind::Unsupported);
    const QByteArray text = beginning.startsWith("\xef\xbb\xbf") ? beginning.sliced(3) : beginning;
    const char first = text.trimmed().isEmpty() ? '[' : text.trimmed().front();
    if (first != '[' && first != '{')
        return failure(Error::Kind::Protocol);
    return std::make_unique<JsonFile>(std::move(file));
}

} // namespace exchange
