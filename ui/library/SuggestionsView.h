// The first model: three suggestions that fit this machine, a field for any other, and the way to all of
// them. Shown by the main window where the server has no model; the first message can be written below it
// meanwhile.
#pragma once

#include "library/Catalogue.h"
#include "library/Downloads.h"
#include "library/Fitter.h"
#include "library/InstalledModels.h"

#include <QPointer>
#include <QWidget>

class QAbstractButton;
class QVBoxLayout;

namespace ui {

class DownloadsProxy;
class Label;
class PullField;
class SuggestionRow;

class SuggestionsView : public QWidget
{
    Q_OBJECT
public:
    SuggestionsView(library::Downloads &downloads, const library::Catalogue &catalogue,
                    library::Fitter &fitter, backend::Backend &backend, QWidget *parent = nullptr);

    // Asks the server for its version and suggests what that engine knows.
    void refresh();

Q_SIGNALS:
    void seeAllRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *makeFoot();
    void retranslate();
    void suggest();
    void showDownloads();
    void showOther();
    qint64 knownMemory() const; // of the machine the server runs on; 0 = not known

    library::Downloads &m_downloads;
    const library::Catalogue &m_catalogue;
    library::Fitter &m_fitter;
    backend::Backend &m_backend;
    DownloadsProxy *m_proxy;
    QString m_engineVersion;
    QPointer<backend::ServerInfoOperation> m_asking;
    Label *m_heading;
    Label *m_explanation;
    QVBoxLayout *m_rowsLayout;
    QList<SuggestionRow *> m_rows;
    PullField *m_pull;
    QAbstractButton *m_seeAll = nullptr;
    QString m_otherName; // typed into the field and pulled
    Label *m_other;      // how far it is
};

} // namespace ui
