// How an answer came about: facts to select and copy, and the request that was sent, to the byte. Deletes
// itself when it closes.
#pragma once

#include "common/Popup.h"
#include "common/Widgets.h"
#include "core/RequestBody.h"

class QPlainTextEdit;
class QScrollArea;
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
        RemadeRequest request;                // empty without a receipt
        bool canAsk = true;                   // else an answer is being written
    };

    ReceiptPopup(const Shown &shown, QWidget *parent);

    void open(QWidget *window);

Q_SIGNALS:
    void againRequested();
    void otherModelRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeFacts();
    void addRequest(QVBoxLayout *layout);
    void addButtons(QVBoxLayout *layout);
    QAbstractButton *makeAskButton(const QString &name, const QString &text, void (ReceiptPopup::*told)());
    void showRequest(bool isShown);
    // Says whether it is what was sent.
    QString requestNote() const;

    Shown m_shown;
    QScrollArea *m_area = nullptr; // of the facts
    QAbstractButton *m_toggle = nullptr;
    QWidget *m_request = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QAbstractButton *m_copy = nullptr;
};

} // namespace ui
