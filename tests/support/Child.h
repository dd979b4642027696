// The parts of a page by their object names, and typing into one as a person does.
#pragma once

#include <QLineEdit>
#include <QTest>

namespace support {

// Ends the test program where there is none.
template <typename Widget>
Widget *child(const QObject &parent, const char *name)
{
    auto *found = parent.findChild<Widget *>(QLatin1String(name));
    if (!found)
        qFatal("there is no %s", name);
    return found;
}

// In place of what stands there, and kept.
inline void typeInto(QLineEdit *field, const QString &text)
{
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

} // namespace support
