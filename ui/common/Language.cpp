#include "common/Language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace ui {
namespace {

const QLatin1String english("en");
const QLatin1String chinese("zh_CN");

QString resolved(const QString &choice)
{
    if (choice == english || choice == chinese) {
        return choice;
    }
    // The language the person reads the desktop in, which need not be that of its dates and numbers.
    const QStringList languages = QLocale::system().uiLanguages();
    return !languages.isEmpty() && languages.first().startsWith(QLatin1String("zh")) ? chinese : english;
}

// The system's own habits for numbers and dates where its language is the one shown.
QLocale localeFor(const QString &language)
{
    const QLocale wanted(language);
    const QLocale system = QLocale::system();
    return system.language() == wanted.language() ? system : wanted;
}

} // namespace

void Language::apply(const QString &choice)
{
    const QString language = resolved(choice);
    if (language == m_current) {
        return;
    }
    m_current = language;
    QLocale::setDefault(localeFor(language));
    QCoreApplication::removeTranslator(&m_translator);
    QCoreApplication::removeTranslator(&m_qtTranslator);
    // Qt has no file for English: its own strings are English already.
    if (m_qtTranslator.load(QLocale(language), QStringLiteral("qtbase"), QStringLiteral("_"),
                            QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qtTranslator);
    }
    if (m_translator.load(QStringLiteral(":/i18n/inkstone_%1.qm").arg(language))) {
        QCoreApplication::installTranslator(&m_translator);
    } else {
        qWarning("the translation %s cannot be loaded", qUtf8Printable(language));
    }
}

} // namespace ui
