// Writes conversations to a file: everything of them in our own format, or the shown path of one as a
// document; or several as documents, each in a file of its own. A file is there whole, or as it was before.
// Reading and writing go on beside the window.
#pragma once

#include "base/Operation.h"
#include "chat/Trees.h"
#include "exchange/Page.h"

#include <atomic>
#include <memory>

namespace exchange {

enum class Form { Own, Markdown, Html };

class Export : public base::Operation
{
    Q_OBJECT
public:
    // The documents are of one conversation. The folder of `path` is made where it is not there. Fails with
    // NoSpace, ReadOnly, Storage; with NotFound where none of those selected is there (any more), or nothing
    // was said in it.
    Export(chat::ConversationStore &store, const chat::Selection &selection, Form form, const QString &path,
           const PageWords &words, QObject *parent);
    // As documents; `placeOf` is called on the thread that writes, where that is the store's also after this
    // is gone. Conversations without a message are left out. Where it ends early, what was written before
    // stays.
    using PlaceOf = std::function<QString(const chat::Conversation &)>;
    Export(chat::ConversationStore &store, const chat::Selection &selection, Form form,
           const PlaceOf &placeOf, const PageWords &words, QObject *parent);
    ~Export() override;

Q_SIGNALS:
    void progressed(double fraction); // some ten times a second
    void finished(qsizetype conversations);

protected:
    void stop() override;

private:
    class Writer;
    class OwnWriter;
    class PageWriter;

    void write(const std::shared_ptr<Writer> &writer, const chat::Selection &selection);

    std::shared_ptr<std::atomic<bool>> m_isCancelled = std::make_shared<std::atomic<bool>>(false);
    chat::Trees m_trees; // last: ends before what it uses
};

} // namespace exchange
