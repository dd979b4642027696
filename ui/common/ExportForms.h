// The forms in which several conversations can be exported, as a menu. Used by whatever has several.
#pragma once

#include <functional>

class QMenu;
class QObject;

namespace ui {

enum class ExportForm { WebPage, Pdf, Markdown, Inkstone };

using ChooseForm = std::function<void(ExportForm form)>;
void addExportForms(QMenu *menu, QObject *context, const ChooseForm &chosen);

} // namespace ui
