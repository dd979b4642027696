// MathJax in a JavaScript engine: TeX to a picture. It takes a quarter of a second to start and 45 MB, so it
// starts at the first formula; it lives in the thread of the Typesetter that owns it. What comes out is
// checked to be shapes and numbers only: nothing in it can name a file or an address.
#pragma once

#include "chat/Formula.h"

#include <QJSValue>
#include <QMutex>

class QJSEngine;

namespace ui {

class FormulaEngine
{
public:
    FormulaEngine();
    ~FormulaEngine();

    // The program may be built without MathJax.
    static bool isBuiltIn();
    // Longer TeX is Trouble::TooLong at once.
    static constexpr qsizetype maximumLength = 20'000;

    Formula typeset(const QString &tex, FormulaStyle style);
    // From any thread: what is at work ends, with Trouble::TooLong.
    void interrupt();
    // In the thread that typesets: gives back what it takes. It starts again when it is needed.
    void stop();

private:
    bool start();

    QMutex m_mutex; // m_engine comes and goes while interrupt() looks
    std::unique_ptr<QJSEngine> m_engine;
    QJSValue m_typeset;
};

// Whether an SVG is made of the few shapes of a formula and loads nothing.
bool isHarmless(const QByteArray &svg);

} // namespace ui
