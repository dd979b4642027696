// Whether the desktop prefers dark, asked from its portal (org.freedesktop.portal.Settings,
// org.freedesktop.appearance color-scheme) and followed. Never waits: silent until there is an answer, and
// for ever where there is no portal. Owned by Appearance.
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace ui {

class DesktopTheme : public QObject
{
    Q_OBJECT
public:
    explicit DesktopTheme(QObject *parent = nullptr);

Q_SIGNALS:
    void changed(bool isDark);

private Q_SLOTS:
    void readChange(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask();
    void read(const QVariant &value);
};

} // namespace ui
