// Theme, language and font sizes reach every page at once: after a change each looks, pixel for pixel, as it
// does in a program that was started with it.
#include "common/Appearance.h"
#include "common/Language.h"
#include "support/Desk.h"
#include "support/FakeOllama.h"
#include "support/Pages.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QTreeView>

#include <utility>

using namespace Qt::StringLiterals;
using support::Desk;
using support::FakeOllama;

namespace {

const QString model = u"gemma3:270m"_s;

// The window but for how long something took, and when, and what is free of memory and disk: that is never
// the same twice. Nor is then the length of a page, to the pixel.
QImage grab(const Desk &desk)
{
    static const QRegularExpression changing(u"\\d+ (ms|毫秒|GB)|\\d+:\\d\\d"_s);
    static const QRegularExpression digits(u"\\d+"_s);
    const auto frozen = [](const QString &text) {
        return text.contains(changing) ? QString(text).replace(digits, u"0"_s) : text;
    };
    for (auto *label : desk.window->findChildren<QLabel *>())
        label->setText(frozen(label->text()));
    auto *servers = desk.window->findChild<QListWidget *>(u"servers"_s); // none before they were shown
    for (int row = 0; servers && row < servers->count(); ++row) {
        for (int role = Qt::UserRole; role < Qt::UserRole + 10; ++role) {
            if (const QVariant known = servers->item(row)->data(role); known.typeId() == QMetaType::QString)
                servers->item(row)->setData(role, frozen(known.toString()));
        }
    }
    QImage image = desk.window->grab().toImage();
    QPainter painter(&image);
    const auto mask = [&](const QWidget *part) {
        if (part->isVisible())
            painter.fillRect(QRect(part->mapTo(desk.window.get(), QPoint()), part->size()), Qt::black);
    };
    for (const auto *bar : desk.window->findChildren<QScrollBar *>())
        mask(bar);
    for (const auto *contacts : desk.window->findChildren<QTreeView *>(u"contacts"_s))
        mask(contacts); // how often each was asked by now
    return image;
}

// How far the visible pages can be scrolled: what is below their ends is in no picture.
QList<int> lengths(const Desk &desk)
{
    QList<int> result;
    for (const auto *area : desk.window->findChildren<QScrollArea *>())
        if (area->isVisible())
            result.append(area->verticalScrollBar()->maximum());
    return result;
}

// A picture that did not change any more while everything posted was done.
QImage picture(const Desk &desk)
{
    QImage seen;
    const auto isStill = [&] {
        QCoreApplication::sendPostedEvents();
        return std::exchange(seen, grab(desk)) == seen;
    };
    return QTest::qWaitFor(isStill) ? seen : QImage();
}

} // namespace

class TestLookChanges : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyPageFollowsAtOnce_data();
    void everyPageFollowsAtOnce();

private:
    void fill(Desk &desk);
    void startOn(Desk &desk, const settings::Settings &look);
    void apply(const settings::Settings &look);

    support::TempHome m_home;
    ui::Language m_language;
    ui::Appearance m_appearance;
    chat::Id m_conversation = 0;
};

void TestLookChanges::initTestCase()
{
    support::hideEngines(m_home);
    QApplication::setCursorFlashTime(0);
}

void TestLookChanges::apply(const settings::Settings &look)
{
    m_language.apply(look.language);
    m_appearance.apply(look);
}

void TestLookChanges::fill(Desk &desk)
{
    QTRY_COMPARE(desk.modelName(), model);
    desk.ask(u"What is this?"_s);
    QTRY_COMPARE(desk.last().state, chat::MessageState::Complete);
    m_conversation = desk.core->sessions().current()->conversation().id;
}

// Another run of the program, with the conversation open and all models known.
void TestLookChanges::startOn(Desk &desk, const settings::Settings &look)
{
    desk.stop();
    apply(look);
    desk.start();
    QTRY_VERIFY(desk.core->conversations().conversation(m_conversation));
    desk.chats()->openConversation(m_conversation);
    QTRY_VERIFY(desk.core->sessions().current()->isLoaded());
    QTRY_VERIFY(desk.core->installed().details(model));
}

void TestLookChanges::everyPageFollowsAtOnce_data()
{
    QTest::addColumn<settings::Settings>("look");
    const auto row = [](const char *name, const std::function<void(settings::Settings &)> &change) {
        settings::Settings look;
        change(look);
        QTest::newRow(name) << look;
    };
    row("dark", [](settings::Settings &look) { look.theme = settings::Theme::Dark; });
    row("中文", [](settings::Settings &look) { look.language = u"zh_CN"_s; });
    row("interface", [](settings::Settings &look) { look.interfaceFontSize = 18; });
    row("conversation", [](settings::Settings &look) { look.transcriptFontSize = 24; });
    row("code", [](settings::Settings &look) { look.codeFontSize = 20; });
}

void TestLookChanges::everyPageFollowsAtOnce()
{
    QFETCH(settings::Settings, look);
    FakeOllama server({{.name = model}});
    server.answer = {u"Text with `code`.\n\n```sh\nls -l\n```\n"_s};
    apply({});
    Desk desk(server.url());
    fill(desk);
    if (QTest::currentTestFailed())
        return;

    QHash<QString, QImage> fresh;
    QHash<QString, QList<int>> freshLengths;
    startOn(desk, look);
    for (const support::PageOfWindow &page : support::pages()) {
        page.show(desk);
        fresh[QLatin1String(page.name)] = picture(desk);
        freshLengths[QLatin1String(page.name)] = lengths(desk);
    }
    startOn(desk, {});
    bool isDifferent = false;
    for (const support::PageOfWindow &page : support::pages()) {
        page.show(desk);
        isDifferent = isDifferent || picture(desk) != fresh[QLatin1String(page.name)];
    }
    QVERIFY(isDifferent);
    support::pages().front().show(desk);
    apply(look);
    for (const support::PageOfWindow &page : support::pages()) {
        page.show(desk);
        const QImage &wanted = fresh[QLatin1String(page.name)];
        QVERIFY(!wanted.isNull());
        QTRY_VERIFY2(grab(desk) == wanted, page.name);
        QTRY_VERIFY2(lengths(desk) == freshLengths[QLatin1String(page.name)], page.name);
    }
}

QTEST_MAIN(TestLookChanges)
#include "tst_LookChanges.moc"
