// Whether the window says a failure, with its next step, in both languages. Tests of the whole window.
#pragma once

#include "common/ErrorText.h"
#include "common/Language.h"
#include "common/Widgets.h"
#include "support/Desk.h"
#include "support/Words.h"

namespace support {

// Opens what a banner keeps under "Details".
inline void unfoldBanners(const Desk &desk)
{
    const auto banners = desk.window->findChildren<ui::Banner *>();
    for (const ui::Banner *banner : banners) {
        for (auto *button : banner->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->isCheckable() && !button->isChecked())
                button->click();
        }
    }
}

inline void checkSaid(const Desk &desk, ui::Language &language, const base::Error &error, ui::Doing doing,
                      const QString &subject)
{
    QStringList sentences;
    for (const char *name : {"en", "zh_CN"}) {
        language.apply(QLatin1String(name));
        const ui::ErrorText words = ui::errorText(error, doing, subject, desk.core->serverName());
        QVERIFY(!words.what.isEmpty());
        QVERIFY(!words.next.isEmpty());
        const QString sentence = words.what + words.next;
        QVERIFY2(!sentence.contains(u'<'), qPrintable(sentence));
        QVERIFY2(!sentence.contains(QLatin1String("errno"), Qt::CaseInsensitive), qPrintable(sentence));
        const auto isSaid = [&](const QString &part) {
            unfoldBanners(desk);
            return wordsOf(desk.window.get()).contains(part);
        };
        QTRY_VERIFY2(isSaid(words.what), qPrintable(words.what));
        QTRY_VERIFY2(isSaid(words.next), qPrintable(words.next));
        sentences.append(sentence);
    }
    QVERIFY(sentences[0] != sentences[1]);
    language.apply(QStringLiteral("en"));
}

} // namespace support
