// Baseline of streaming: the whole answer through QTextBrowser::setMarkdown for every token, as the simplest
// Qt client would do it. Usage: naive_stream URL MODEL.
#include "benchmarks/Answer.h"

#include <QApplication>
#include <QScrollBar>
#include <QTextBrowser>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QTextBrowser browser;
    browser.resize(800, 700);
    browser.show();
    QString answer;
    return bench::showAnswer(
        [&](const QString &token) {
            answer += token;
            browser.setMarkdown(answer);
            browser.verticalScrollBar()->setValue(browser.verticalScrollBar()->maximum());
        },
        [&] { return browser.toPlainText(); });
}
