// Text to copy and paste elsewhere: commands, a file's content. Read only, in the code font, as high as it
// needs up to a limit, with a Copy button. Used by the pages about engines and deployment.
#pragma once

#include <QWidget>

class QAbstractButton;
class QPlainTextEdit;

namespace ui {

class PasteText : public QWidget
{
    Q_OBJECT
public:
    explicit PasteText(const QString &objectName, QWidget *parent = nullptr);

    // Shown and copied without its last line feed.
    void setText(const QString &text);
    QString text() const;
    // What the text is, for assistive technology.
    void setName(const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fitHeight();
    void retranslate();

    QPlainTextEdit *m_text;
    QAbstractButton *m_copy;
    QString m_name;
};

} // namespace ui
