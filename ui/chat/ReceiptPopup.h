// How an answer came about: facts to select and copy, and the request that was sent, to the byte. Deletes
// itself when it closes.
#pragma once

#include "chat/Receipt.h"
#include "common/Popup.h"
#include "common/Widgets.h"

#include <QByteArrayList>

class QPlainTextEdit;
class QVBoxLayout;

namespace ui {

class ReceiptPopup : public Popup
{
    Q_OBJECT
public:
    struct Shown
    {
        chat::Message answer;
        std::optional<chat::Receipt> receipt; // absent = it was not noted
        // What would be sent today, in the forms in which it may have been sent; empty without a receipt.
        QByteArrayList bodies;
        bool canAsk = true;          // else an answer is being written
        bool hasAttachments = false; // that were sent and are not in the bodies
    };

    ReceiptPopup(const Shown &shown, QWidget *parent);

    void open(QWidget *window);

Q_SIGNALS:
    void againRequested();
    void otherModelRequested();

private:
    QWidget *makeFacts();
    void addRequest(QVBoxLayout *layout);
    void addButtons(QVBoxLayout *layout);
    QAbstractButton *makeAskButton(const QString &name, const QString &text, void (ReceiptPopup::*told)());
    void showRequest(bool isShown);
    // Says whether it is what was sent.
    QString requestNote() const;

    Shown m_shown;
    QByteArray m_body;      // that which was sent, else what would be
    bool m_isExact = false; // it is what was sent
    QAbstractButton *m_toggle = nullptr;
    QWidget *m_request = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QAbstractButton *m_copy;
};

} // namespace ui
