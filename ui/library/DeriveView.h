// A model made of another: what is said otherwise than it says it, in a form, and the same values as a
// Modelfile beside it; either changes the other. Part of InstalledPage. What was typed stays until the model
// is made, one draft for each base.
#pragma once

#include "library/InstalledModels.h"
#include "library/Modelfile.h"

#include <QWidget>

class QAbstractButton;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace ui {

class FieldError;
class Label;
class MessageRows;
class ParameterRows;

class DeriveView : public QWidget
{
    Q_OBJECT
public:
    explicit DeriveView(library::InstalledModels &installed, QWidget *parent = nullptr);

    void open(const QString &base);
    // It is made: what was typed for it is no longer a draft.
    void forget(const QString &name);
    void setBusy(bool isBusy);

    const backend::Recipe &recipe() const { return m_recipe; }

Q_SIGNALS:
    void makeRequested(const QString &name, const backend::Recipe &recipe);
    void left();

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Draft
    {
        QString name;
        backend::Recipe recipe;
    };
    // A heading, and under it what is entered.
    struct Section
    {
        Label *title;
        Label *note;
    };
    QWidget *makeHead();
    QWidget *makeForm();
    QWidget *makeModelfile();
    QPlainTextEdit *makeEdit(const QString &name, int height);
    Section addSection(QVBoxLayout *rows, QWidget *content);
    void connectAll();
    void retranslate();
    void refreshBase();
    void formEdited();
    void modelfileEdited();
    void showRecipe();
    void showModelfile();
    void check();
    QString faultOfModelfile() const;
    bool isNameGood() const;
    void make();

    library::InstalledModels &m_installed;
    backend::Recipe m_recipe;
    std::optional<library::ModelfileFault> m_fault; // of the Modelfile as it stands there
    QHash<QString, Draft> m_drafts;                 // by base
    QString m_opened;                               // the base it was opened for
    bool m_isBusy = false;

    Label *m_title = nullptr;
    QAbstractButton *m_back = nullptr;
    QAbstractButton *m_make = nullptr;
    QWidget *m_form = nullptr;
    QLineEdit *m_name = nullptr;
    FieldError *m_nameError = nullptr;
    QLineEdit *m_base = nullptr;
    FieldError *m_baseError = nullptr;
    QPlainTextEdit *m_system = nullptr;
    ParameterRows *m_parameters = nullptr;
    QPlainTextEdit *m_template = nullptr;
    MessageRows *m_messages = nullptr;
    QPlainTextEdit *m_licence = nullptr;
    QPlainTextEdit *m_modelfile = nullptr;
    FieldError *m_modelfileError = nullptr;
    Label *m_modelfileTitle = nullptr;
    QList<Section> m_sections; // as they stand below each other
};

} // namespace ui
