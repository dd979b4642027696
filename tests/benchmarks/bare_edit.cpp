// Baseline of writing: a QPlainTextEdit and nothing else. Prints the rectangle of its text on the screen when
// it has the keyboard, then waits to be ended.
#include "benchmarks/Measure.h"

#include <QApplication>
#include <QPlainTextEdit>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setCursorFlashTime(0);
    QPlainTextEdit edit;
    edit.resize(800, 200);
    edit.show();
    edit.activateWindow();
    edit.setFocus();
    while (!edit.hasFocus())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return bench::takeKeys(*edit.viewport());
}
