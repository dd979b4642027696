// Where the catalogue comes from: the file or the address it was read from, and another in its place. A small
// surface over the page, opened from its foot.
#pragma once

#include "common/Popup.h"
#include "library/CatalogueStore.h"

class QAbstractButton;
class QLineEdit;

namespace ui {

class FieldError;
class Label;

class CatalogueSource : public Popup
{
    Q_OBJECT
public:
    CatalogueSource(library::CatalogueStore &store, QWidget *parent);

    void openFor(QWidget *anchor);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildAddress();
    void retranslate();
    void refresh();
    void chooseFile();
    void readFile(const QString &path);
    void fetch();
    void fail(const base::Error &error, const QString &subject);

    library::CatalogueStore &m_store;
    Label *m_title;
    Label *m_current;
    Label *m_note;
    QLineEdit *m_address;
    QAbstractButton *m_fetch;
    QAbstractButton *m_file;
    QAbstractButton *m_builtIn;
    FieldError *m_error;
};

// "Catalogue of 21 Aug 2026, built in" and its like, in one sentence.
QString catalogueSourceWords(const library::CatalogueStore &store);

} // namespace ui
