// The language of the interface: installs the translators and the default QLocale. Widgets word themselves
// again on QEvent::LanguageChange.
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

namespace ui {

class Language : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // "" = the system's (Chinese where it is some Chinese, else English), "en", "zh_CN".
    void apply(const QString &choice);
    QString current() const { return m_current; } // "en" or "zh_CN"

private:
    QTranslator m_translator;   // ours
    QTranslator m_qtTranslator; // Qt's own strings
    QString m_current;
};

} // namespace ui
