// Messages every conversation with a model begins with, as rows: whose it is, its text, and a button that
// takes the row away. Part of DeriveView.
#pragma once

#include "backend/Types.h"

#include <QWidget>

class QAbstractButton;
class QPlainTextEdit;
class QVBoxLayout;

namespace ui {

class ComboBox;

class MessageRows : public QWidget
{
    Q_OBJECT
public:
    explicit MessageRows(QWidget *parent = nullptr);

    void set(const QList<backend::ChatMessage> &messages);
    QList<backend::ChatMessage> messages() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QWidget *widget;
        ComboBox *role;
        QPlainTextEdit *text;
        QAbstractButton *remove;
    };
    void retranslate();
    void add(const backend::ChatMessage &message);
    void remove(QWidget *widget);
    void word(const Row &row);

    QVBoxLayout *m_rows;
    QAbstractButton *m_add;
    QList<Row> m_shown;
};

// What stands in an edit, to the character: its own toPlainText() makes a blank of one that does not break.
QString textOf(const QPlainTextEdit &edit);
// Replaces what stands there as one step that can be undone; nothing where it is the same.
void setTextOf(QPlainTextEdit &edit, const QString &text);

} // namespace ui
