// Settings, Data: exports all conversations to one file, or has documents of them written elsewhere; and
// imports those of another file, or of a backup: looks through it first, asks with what would come in, then
// takes it over. Owned by the data page.
#pragma once

#include "chat/ConversationStore.h"
#include "common/ExportForms.h"
#include "common/Widgets.h"
#include "exchange/Import.h"
#include "settings/AskBox.h"

#include <QPointer>

class QProgressBar;

namespace ui {

class ExchangePanel : public QWidget
{
    Q_OBJECT
public:
    explicit ExchangePanel(chat::ConversationStore &store, QWidget *parent = nullptr);

    void chooseExport();
    void chooseImport();
    void chooseBackup();
    void exportTo(const QString &path);
    void look(const QString &path);

Q_SIGNALS:
    // Of all conversations, in any form but our own.
    void documentsRequested(ui::ExportForm form);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Work { None, Exporting, Looking, Importing };

    void askForFile();
    void begin(Work work, base::Operation *operation, const QString &path);
    void end();
    void showProgress(double fraction);
    void ask(const exchange::Preview &preview);
    void answer(int index);
    void import();
    void say(const QString &sentence);
    void fail(const base::Error &error);
    void retranslate();

    chat::ConversationStore &m_store;
    Label *m_help;
    QAbstractButton *m_exportAll;
    QAbstractButton *m_importFile;
    QAbstractButton *m_fromBackup;
    QWidget *m_strip; // of what is going on
    Label *m_doing;
    QProgressBar *m_progress;
    QAbstractButton *m_stop;
    AskBox *m_ask;
    Banner *m_banner;
    Work m_work = Work::None;
    QPointer<base::Operation> m_operation;
    QAbstractButton *m_asked;                   // what the person pressed last
    QString m_path;                             // of the file at work
    qsizetype m_messages = 0;                   // imported so far
    std::optional<exchange::Preview> m_preview; // asked about
};

} // namespace ui
