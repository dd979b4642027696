#include "chat/Typesetter.h"

#include "base/Text.h"
#include "chat/FormulaEngine.h"

#include <QThread>

#include <algorithm>

namespace ui {

namespace {

constexpr qsizetype knownBytes = 3'000'000; // as SVG; drawn ones take three times as much
constexpr qsizetype longestQueue = 500;

} // namespace

Typesetter::Typesetter(QObject *parent)
    : QObject(parent)
    , m_known(knownBytes)
{
    m_watchdog.setSingleShot(true);
    m_watchdog.setInterval(timeLimit);
    connect(&m_watchdog, &QTimer::timeout, this, [this] { m_engine->interrupt(); });
}

Typesetter::~Typesetter()
{
    if (!m_thread)
        return;
    // JavaScript ends in the thread it lives in.
    connect(
        m_thread, &QThread::finished, m_place,
        [this] {
            m_engine->stop();
            m_place->deleteLater();
        },
        Qt::DirectConnection);
    m_thread->quit();
    while (!m_thread->wait(10))
        m_engine->interrupt();
    if (m_record)
        m_record->setTypesetting(0);
}

std::shared_ptr<const FormulaPicture> Typesetter::known(const QString &tex, FormulaStyle style) const
{
    const auto *formula = m_known.object(Key{tex, style});
    return formula ? *formula : nullptr;
}

std::shared_ptr<const FormulaPicture> Typesetter::formula(const QString &tex, FormulaStyle style)
{
    std::shared_ptr<const FormulaPicture> formula = known(tex, style);
    const Key key{tex, style};
    const bool isAsked = std::any_of(m_waiting.begin(), m_waiting.end(),
                                     [&key](const Waiting &waiting) { return waiting.key == key; });
    if (formula || isAsked || !FormulaEngine::isBuiltIn())
        return formula;
    // Whoever scrolls past thousands waits for the last ones only; the others are asked for when seen again.
    if (m_waiting.size() >= longestQueue)
        m_waiting.removeAt(1);
    m_waiting.append({key, m_record ? m_record->atWork() : 0});
    start();
    giveNext();
    return nullptr;
}

void Typesetter::start()
{
    if (m_thread)
        return;
    m_engine = std::make_unique<FormulaEngine>();
    m_thread = new QThread(this);
    m_thread->setObjectName(QStringLiteral("formulas"));
    m_place = new QObject;
    m_place->moveToThread(m_thread);
    m_thread->start(QThread::LowPriority);
}

void Typesetter::giveNext()
{
    if (m_isBusy || m_waiting.isEmpty())
        return;
    m_isBusy = true;
    ++m_runs;
    m_watchdog.start();
    if (m_record)
        m_record->setTypesetting(m_waiting.first().asker);
    QMetaObject::invokeMethod(m_place, [this, key = m_waiting.first().key, engine = m_engine.get()] {
        const Formula formula = engine->typeset(key.tex, key.style);
        QMetaObject::invokeMethod(this, [this, key, formula] { take(key, formula); }, Qt::QueuedConnection);
    });
}

void Typesetter::take(const Key &key, const Formula &formula)
{
    m_watchdog.stop();
    m_isBusy = false;
    if (m_record)
        m_record->setTypesetting(0);
    m_waiting.removeIf([&key](const Waiting &waiting) { return waiting.key == key; });
    m_known.insert(key,
                   new std::shared_ptr<const FormulaPicture>(std::make_shared<const FormulaPicture>(formula)),
                   formula.svg.size() + key.tex.size() * 2 + 200);
    giveNext();
    Q_EMIT typeset();
}

QString formulaTrouble(const Formula &formula)
{
    switch (formula.trouble) {
    case Formula::Trouble::None:
        break;
    case Formula::Trouble::Tex:
        return Typesetter::tr("This formula cannot be typeset: %1").arg(base::displayLine(formula.message));
    case Formula::Trouble::TooLong:
        return Typesetter::tr("This formula takes too long to typeset");
    case Formula::Trouble::TooLarge:
        return Typesetter::tr("This formula is too large to typeset");
    }
    return {};
}

} // namespace ui
