// A field for the name of any model, and Pull; a malformed name is refused beside the field while it is
// typed, and a registry other than the usual one is named on the button and asked about once; below it, what
// the pull would download. Used by the models page and by the suggestions for the first model.
#pragma once

#include "library/Catalogue.h"
#include "library/Downloads.h"

#include <QSet>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace ui {

class FieldError;
class PlanView;

class PullField : public QWidget
{
    Q_OBJECT
public:
    PullField(library::Downloads &downloads, const library::Catalogue &catalogue, QWidget *parent = nullptr);

    QLineEdit *field() const { return m_field; }
    QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void started(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void pull();
    void ask(const QString &name, const QString &host);
    void start(const QString &name);
    void typed(const QString &text);
    void showRefused();

    library::Downloads &m_downloads;
    const library::Catalogue &m_catalogue;
    QLineEdit *m_field;
    QPushButton *m_button;
    FieldError *m_error;
    PlanView *m_plan;
    std::optional<base::Error> m_refused;
    QSet<QString> m_agreed; // hosts the person agreed to, until the program ends
};

// What was meant by a typed or pasted text: blanks and a leading "ollama pull" or "ollama run" taken off.
QString pastedModelName(const QString &text);
// Whether more typing may still make a name of it: "hf.co/own", "qwen3:".
bool isUnfinishedName(const QString &name);

} // namespace ui
