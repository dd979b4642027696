// A conversation's shown path as one document to read elsewhere: Markdown, or HTML in one file that loads
// nothing. Pure.
#pragma once

#include "chat/Conversation.h"

#include <QHash>
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

// Of what was sent with the questions, by attachment.
using Contents = QHash<chat::Id, QByteArray>;

// Files are quoted, images are their names: a document of text has no place for them.
QByteArray toMarkdown(const chat::Conversation &conversation, const QList<chat::Message> &path,
                      const Contents &contents, const PageWords &words);
// Light or dark as the reader has it. Text is escaped, whoever wrote it; pictures in it are their
// descriptions, those that were sent are in the page, and only links to the web and to mail can be followed.
QByteArray toHtml(const chat::Conversation &conversation, const QList<chat::Message> &path,
                  const Contents &contents, const PageWords &words);

// The branch that ends in `leaf`.
QList<chat::Message> pathTo(chat::Id leaf, const QList<chat::Message> &messages);

} // namespace exchange
