#include "common/ExportForms.h"

#include <QCoreApplication>
#include <QMenu>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::ExportForms)
};

} // namespace

void addExportForms(QMenu *menu, QObject *context, const ChooseForm &chosen)
{
    const auto add = [&](const QString &text, ExportForm form) {
        menu->addAction(text, context, [chosen, form] { chosen(form); });
    };
    add(Words::tr("Web pages, one a conversation…"), ExportForm::WebPage);
    add(Words::tr("PDFs, one a conversation…"), ExportForm::Pdf);
    add(Words::tr("Markdown, one file a conversation…"), ExportForm::Markdown);
    add(Words::tr("One file with everything, to import again…"), ExportForm::Inkstone);
}

} // namespace ui
