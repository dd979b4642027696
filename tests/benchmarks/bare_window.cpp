// Baseline of start and memory: a QMainWindow with the same kinds of widgets as ours, filled with nothing.
#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStringListModel>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    auto *page = new QWidget(&window);
    auto *across = new QHBoxLayout(page);
    auto *rail = new QVBoxLayout;
    for (const QString &word :
         {QStringLiteral("Chats"), QStringLiteral("Models"), QStringLiteral("Settings")}) {
        auto *button = new QToolButton(page);
        button->setText(word);
        rail->addWidget(button);
    }
    rail->addStretch();
    across->addLayout(rail);
    auto *splitter = new QSplitter(page);
    across->addWidget(splitter);
    auto *list = new QWidget(splitter);
    auto *listLayout = new QVBoxLayout(list);
    listLayout->addWidget(new QLineEdit(list));
    auto *view = new QListView(list);
    view->setModel(
        new QStringListModel({QStringLiteral("A conversation"), QStringLiteral("另一个对话")}, view));
    listLayout->addWidget(view);
    auto *chat = new QWidget(splitter);
    auto *chatLayout = new QVBoxLayout(chat);
    auto *text = new QTextBrowser(chat);
    text->setPlainText(QStringLiteral("Ready. 就绪。"));
    chatLayout->addWidget(text);
    chatLayout->addWidget(new QPlainTextEdit(chat));
    chatLayout->addWidget(new QPushButton(QStringLiteral("Send"), chat));
    window.setCentralWidget(page);
    window.resize(1280, 840);
    window.show();
    return QApplication::exec();
}
