// A conversation's shown path as one document to read elsewhere: Markdown, or HTML in one file that loads
// nothing. Written a part at a time, for its images may be more than there is memory. Pure.
#pragma once

#include "chat/ConversationTree.h"

#include <QList>

#include <functional>

namespace exchange {

// What the documents say of their own, in the reader's language; facts and times as ui writes them. Called on
// the thread that writes.
struct PageWords
{
    QString untitled;                                       // for a conversation without a title
    QString you;                                            // over a question
    QString model;                                          // over an answer whose model is not known
    QString systemPrompt;                                   // over it
    std::function<QString(const chat::Message &)> thinking; // over what a model thought
    // Over what was sent with a question, with its name and size.
    std::function<QString(const chat::Attachment &)> attachment;
    // Under a message: when, and of an answer how it ended and what it took.
    std::function<QStringList(const chat::Message &)> facts;
};

// Takes the next part.
using WritePart = std::function<base::Result<void>(const QByteArray &part)>;

// Both fail with what `contentOf` or `write` fails with.
// Files are quoted, images are their names: a document of text has no place for them.
base::Result<void> toMarkdown(const chat::Conversation &conversation, const QList<chat::Message> &path,
                              const chat::ContentOf &contentOf, const PageWords &words,
                              const WritePart &write);
// Light or dark as the reader has it. Text is escaped, whoever wrote it; pictures in it are their
// descriptions, those that were sent are in the page, and only links to the web and to mail can be followed.
base::Result<void> toHtml(const chat::Conversation &conversation, const QList<chat::Message> &path,
                          const chat::ContentOf &contentOf, const PageWords &words, const WritePart &write);

// The branch that ends in `leaf`.
QList<chat::Message> pathTo(chat::Id leaf, const QList<chat::Message> &messages);

} // namespace exchange
