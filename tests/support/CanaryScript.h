// Some 350 actions in the real window with secrets in every field that takes one, against a server that
// repeats in each of its failures what it was sent. After each action everything the program says is written
// down: clipboard, words on the screen and for assistive technology, words of errors. tst_Canary searches it.
#pragma once

#include "library/ModelsPage.h"
#include "server/DoctorView.h"
#include "settings/DeploymentResult.h"
#include "settings/EnvironmentPanel.h"
#include "settings/SettingsPage.h"
#include "support/Canaries.h"
#include "support/Child.h"
#include "support/Desk.h"
#include "support/FakeOllama.h"
#include "support/RealParts.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QSet>

#include <cstdio>

namespace support {

class CanaryScript
{
public:
    // `folder`: the program's data, shared with the program itself; `other`: a server that is set up with its
    // key and left as the one in use; `given`: files of the person's, `taken`: where the person saves.
    CanaryScript(const QString &folder, const QUrl &other, const QString &given, const QString &taken)
        : m_server({{.name = m_model}, {.name = QStringLiteral("other:1b"), .digest = QString(64, u'c')}})
        , m_desk(m_server.url(), folder)
        , m_other(other)
        , m_given(given)
        , m_taken(taken)
    {
    }

    // How many different things were done.
    qsizetype run()
    {
        m_desk.window->activateWindow();
        await("the models",
              [this] { return m_desk.core->installed().isKnown() && m_desk.window->isActiveWindow(); });
        // Tried again as soon as the server answers, a download would be done before its failure is read
        // here.
        m_desk.core->downloads().setRetryPolicy({.waits = {}});
        setUp();
        const QList<std::pair<QByteArray, Reply>> replies = failures();
        for (const auto &[name, reply] : replies)
            fail(name, reply);
        usePages();
        useProxy();
        useFiles();
        setUpOther();
        return m_done.size();
    }

private:
    static QByteArray echo()
    {
        return "refused: Authorization: Bearer " + canaryKey.secret + ", X-Second: " + canaryHeader.secret;
    }

    static QList<std::pair<QByteArray, Reply>> failures()
    {
        const QByteArray error = R"({"error":")" + echo() + R"("})";
        QList<std::pair<QByteArray, Reply>> list;
        for (const int status : {400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 501, 502, 503, 504})
            list.append({QByteArray::number(status), Reply::whole(status, error)});
        for (const int status : {302, 307})
            list.append({QByteArray::number(status),
                         Reply().raw("HTTP/1.1 " + QByteArray::number(status) +
                                     " Moved\r\nLocation: http://moved.example/?key=" + canaryKey.secret +
                                     "\r\nContent-Length: 0\r\n\r\n")});
        const QByteArray first = FakeOllama::chatLine(m_model, QStringLiteral("Half"));
        list.append({"page", Reply::whole(500, "<html><body>" + echo() + "</body></html>", "text/html")});
        list.append({"other dialect", Reply::whole(401, R"({"error":{"message":")" + echo() + R"("}})")});
        list.append({"in a stream", Reply::lines({first, error})});
        list.append({"reason", Reply().raw("HTTP/1.1 500 " + echo() + "\r\nContent-Length: 0\r\n\r\n")});
        list.append(
            {"packed",
             Reply().head(200, {"Content-Encoding: " + canaryKey.secret, "Content-Length: 2"}).raw("{}")});
        list.append({"no stream", Reply::lines({echo(), echo(), echo()})});
        list.append({"no end", Reply::lines({first})});
        list.append({"bad chunk", Reply().head(200).chunk(first + '\n').raw("zz\r\n" + echo()).fin()});
        list.append({"no HTTP", Reply().raw(echo() + "\r\n").fin()});
        list.append({"reset", Reply().reset()});
        return list;
    }

    template <typename Condition>
    static void await(const QByteArray &what, const Condition &condition)
    {
        if (!QTest::qWaitFor(condition, 30'000))
            qFatal("%s did not come", what.constData());
    }

    template <typename Action>
    void act(const QByteArray &name, const Action &action)
    {
        action();
        QCoreApplication::processEvents();
        m_done.insert(name);
        writeDown();
    }

    // To standard output, which is among what is searched; once.
    void say(const QString &words)
    {
        const qsizetype before = m_said.size();
        m_said.insert(words);
        if (m_said.size() > before)
            std::printf("%s\n", words.toUtf8().constData());
    }
    void writeDown()
    {
        const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
        for (const QString &format : copied ? copied->formats() : QStringList())
            say(format + QLatin1String(": ") + QString::fromUtf8(copied->data(format)));
        for (const QWidget *widget : m_desk.window->findChildren<QWidget *>()) {
            const auto *field = qobject_cast<const QLineEdit *>(widget);
            const bool isTyped = widget->objectName() == QLatin1String("composer");
            QStringList words{widget->toolTip(), widget->accessibleName(), widget->accessibleDescription(),
                              field ? field->displayText() : widget->property("text").toString()};
            QAccessibleInterface *heard =
                QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            if (field && heard)
                words += {heard->text(QAccessible::Value), heard->text(QAccessible::Description)};
            words.removeAll({});
            if (!isTyped && !words.isEmpty())
                say(words.join(u'\n'));
        }
    }

    template <typename Widget>
    Widget *find(const char *name) const
    {
        return support::child<Widget>(*m_desk.window, name);
    }
    void click(const char *name) const { find<QAbstractButton>(name)->click(); }
    void type(const char *name, const QString &text) const { support::typeInto(find<QLineEdit>(name), text); }
    void typeHeaders(const QByteArray &lines) const
    {
        auto *editor = find<QPlainTextEdit>("extraHeaders");
        editor->setFocus();
        editor->selectAll();
        QTest::keyClicks(editor, QString::fromLatin1(lines));
        find<QLineEdit>("serverName")->setFocus();
    }
    void choose(const char *name, int index) const
    {
        auto *box = find<QComboBox>(name);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
    void showSettings(ui::SettingsPage::Page page) const
    {
        m_desk.window->show(ui::Page::Settings);
        m_desk.window->findChild<ui::SettingsPage *>()->showPage(page);
    }
    // The keyring has taken it, or will not.
    void awaitKey(const QString &id) const
    {
        await("the keyring",
              [&] { return m_desk.core->servers().keyPlace(id) == server::Servers::KeyPlace::Keyring; });
    }

    void setUp()
    {
        showSettings(ui::SettingsPage::Page::Servers);
        act("type the key", [this] {
            type("apiKey", QString::fromLatin1(canaryKey.secret));
            awaitKey(m_desk.core->profiles().current().id);
        });
        act("show and hide the key", [this] {
            click("showKey");
            click("showKey");
        });
        for (const auto &[name, sequence] :
             {std::pair{"copy the key", QKeySequence::Copy}, std::pair{"cut the key", QKeySequence::Cut}}) {
            act(name, [this, sequence = sequence] {
                auto *field = find<QLineEdit>("apiKey");
                field->setFocus();
                field->selectAll();
                QTest::keySequence(field, sequence);
            });
        }
        act("type the key again", [this] {
            type("apiKey", QString::fromLatin1(canaryKey.secret));
            awaitKey(m_desk.core->profiles().current().id);
        });
        act("show more", [this] { click("serverMore"); });
        act("type a wrong header", [this] { typeHeaders("X Wrong " + canaryKey.secret.first(3)); });
        act("type the header", [this] { typeHeaders("X-Second: " + canaryHeader.secret); });
        if (m_desk.core->servers().access().key != canaryKey.secret ||
            m_desk.core->servers().access().headers.isEmpty())
            qFatal("the secrets do not go along");
    }

    void fail(const QByteArray &name, const Reply &reply)
    {
        const auto error = [this](const auto &found) { say(found ? found->detail : QString()); };
        m_desk.window->show(ui::Page::Chats);
        act("ask: " + name, [&] {
            m_desk.chats()->newChat();
            m_desk.chats()->useModel(m_model);
            m_server.once("POST", "/api/chat", reply);
            m_desk.ask(QString::fromLatin1(canaryQuestion.secret));
            await("an end", [this] { return m_desk.last().error.has_value(); });
            error(m_desk.last().error);
        });
        act("regenerate: " + name, [&] {
            m_server.once("POST", "/api/chat", reply);
            QTest::keyClick(m_desk.window.get(), Qt::Key_R, Qt::ControlModifier);
            await("a second end", [this] {
                return m_desk.last().error.has_value() && !m_desk.core->sessions().current()->isRunning();
            });
        });
        act("details of the failure: " + name, [&] { Q_EMIT m_desk.chats()->connectionDetailsRequested(); });
        act("pull: " + name, [&] {
            const QString model = QStringLiteral("new%1:1b").arg(m_done.size());
            m_desk.window->show(ui::Page::Models);
            auto *page = m_desk.window->findChild<ui::ModelsPage *>();
            page->showTab(ui::ModelsPage::Tab::Downloads);
            m_server.once("POST", "/api/pull", reply);
            page->findChild<QLineEdit *>(QStringLiteral("pullName"))->setText(model);
            page->findChild<QAbstractButton *>(QStringLiteral("pullButton"))->click();
            library::Downloads &pulls = m_desk.core->downloads();
            const auto failed = [&] {
                return pulls.index(pulls.rowOf(model)).data(library::Downloads::ErrorRole);
            };
            await("the end of a pull", [&] { return failed().isValid(); });
            say(failed().value<base::Error>().detail);
        });
        act("list: " + name, [&] {
            m_desk.window->findChild<ui::ModelsPage *>()->showTab(ui::ModelsPage::Tab::Installed);
            m_server.listing = reply;
            m_desk.core->installed().refresh();
            await("a list", [this] { return m_desk.core->installed().error().has_value(); });
            error(m_desk.core->installed().error());
        });
        act("check while it fails: " + name, [&] { check("checkAgain"); });
        act("copy the report: " + name, [&] { click("copyReport"); });
        m_server.listing.reset();
        act("list again: " + name, [&] {
            m_desk.core->installed().refresh();
            await("the models", [this] { return !m_desk.core->installed().error(); });
        });
        act("try an address: " + name, [&] {
            m_server.once("GET", "/api/version", reply);
            find<QLineEdit>("baseUrl")->setFocus();
            check("checkAgain");
        });
        act("remove: " + name, [&] {
            m_server.once("DELETE", "/api/delete", reply);
            const auto removed =
                outcome<void>(m_desk.core->backend().remove(QStringLiteral("other:1b"), m_desk.window.get()));
            error(removed.error);
        });
        act("quick test: " + name, [&] {
            m_server.once("POST", "/api/chat", reply);
            check("quickTest");
        });
        act("copy the report of the quick test: " + name, [&] { click("copyReport"); });
    }

    void check(const char *button)
    {
        showSettings(ui::SettingsPage::Page::Servers);
        const auto *doctor = m_desk.window->findChild<ui::DoctorView *>();
        click(button);
        await("the end of a check", [doctor] { return !doctor->facts().isRunning; });
        say(doctor->report());
    }

    void usePages()
    {
        using Page = ui::SettingsPage::Page;
        for (const Page page :
             {Page::Engine, Page::Logs, Page::Deployment, Page::Generation, Page::Appearance, Page::Shortcuts,
              Page::Privacy, Page::Data, Page::About, Page::Servers})
            act("page " + QByteArray::number(static_cast<int>(page)), [&] { showSettings(page); });
        showSettings(Page::Privacy);
        for (const char *button : {"onlyThisServer", "clearContacts"})
            act(button, [&] { click(button); });
        act("unlock", [&] { click("onlyThisServer"); });
        showSettings(Page::Appearance);
        for (const char *box : {"language", "themeChoice"}) {
            for (const int index : {1, 2, 0})
                act(box + QByteArray::number(index), [&] { choose(box, index); });
        }
        showSettings(Page::Servers);
        act("rename", [&] { type("serverName", QStringLiteral("Mine")); });
        // What stands in a field for everyone to see is on the screen; it goes no further.
        act("an address with a key in it", [&] {
            type("baseUrl", QStringLiteral("http://me:%1@127.0.0.1:%2")
                                .arg(QString::fromLatin1(canaryKey.secret))
                                .arg(m_server.port()));
            type("baseUrl", m_server.url().toString());
        });
        act("add a server", [&] { click("addServer"); });
        act("remove a server", [&] { click("removeServer"); });
    }

    // A proxy of the server's own, that wants a password, has it, repeats it, dies.
    void useProxy()
    {
        FaultServer proxy;
        act("choose a proxy", [&] { choose("proxy", 2); });
        act("its address", [&] { type("proxyAddress", QStringLiteral("127.0.0.1:%1").arg(proxy.port())); });
        act("its user", [&] { type("proxyUser", QStringLiteral("me")); });
        act("its password", [&] { type("proxyPassword", QString::fromLatin1(canaryPassword.secret)); });
        const QByteArray login = ("me:" + canaryPassword.secret).toBase64();
        const QList<Reply> replies{Reply::whole(407, login), Reply::whole(502, canaryPassword.secret + login),
                                   Reply::whole(403, R"({"error":")" + login + R"("})"), Reply().reset(),
                                   Reply().raw(login + "\r\n").fin()};
        for (qsizetype i = 0; i < replies.size(); ++i) {
            proxy.onConnect(replies[i]);
            act("through the proxy " + QByteArray::number(i), [&] { check("checkAgain"); });
            act("report of the proxy " + QByteArray::number(i), [&] { click("copyReport"); });
        }
        proxy.goAway();
        act("through a proxy that is gone", [&] { check("checkAgain"); });
        act("without a proxy", [&] { choose("proxy", 1); });
    }

    void useFiles()
    {
        showSettings(ui::SettingsPage::Page::Data);
        auto *environment = m_desk.window->findChild<ui::EnvironmentPanel *>();
        act("open a .env", [&] { environment->open(m_given + QLatin1String("/.env")); });
        act("take it over", [&] { click("takeOverEnvironment"); });
        act("export a .env", [&] { environment->exportTo(m_taken + QLatin1String("/.env")); });
        showSettings(ui::SettingsPage::Page::Logs);
        act("analyse a log", [&] {
            choose("logKind", 0);
            find<QLineEdit>("logName")->setText(m_given + QLatin1String("/server.log"));
            click("analyseLog");
            await("the log", [this] { return find<QAbstractButton>("exportLogReport")->isVisible(); });
        });
        act("export what the log says", [&] {
            click("exportLogReport");
            auto *dialog = find<QFileDialog>("exportLogDialog");
            Q_EMIT dialog->fileSelected(m_taken + QLatin1String("/log.json"));
            dialog->reject();
        });
        showSettings(ui::SettingsPage::Page::Deployment);
        act("fill in a deployment", [&] { type("deployName", QStringLiteral("ollama.example.org")); });
        act("save it", [&] { m_desk.window->findChild<ui::DeploymentResult *>()->saveTo(m_taken); });
    }

    void setUpOther()
    {
        act("a server for the program itself", [&] {
            server::ServerProfile profile = server::ServerProfile::make(m_other);
            if (!m_desk.core->profiles().save(profile))
                qFatal("the server was not saved");
            showSettings(ui::SettingsPage::Page::Servers);
            auto *list = find<QListWidget>("servers");
            list->setCurrentRow(list->count() - 1);
            type("apiKey", QString::fromLatin1(canaryKey.secret));
            awaitKey(profile.id);
            click("useThisServer");
            if (m_desk.core->profiles().current().id != profile.id)
                qFatal("it is not in use");
        });
    }

    inline static const QString m_model = QStringLiteral("gemma3:270m");
    FakeOllama m_server;
    Desk m_desk;
    QUrl m_other;
    QString m_given;
    QString m_taken;
    QSet<QByteArray> m_done;
    QSet<QString> m_said;
};

} // namespace support
