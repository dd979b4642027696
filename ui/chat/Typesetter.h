// Formulas for the transcript, typeset one after the other in a thread that is started by the first. Owned by
// TranscriptView; layouts ask it by way of their TextFace.
#pragma once

#include "chat/CrashRecord.h"
#include "chat/Formula.h"

#include <QCache>
#include <QObject>
#include <QTimer>

#include <chrono>

class QThread;

namespace ui {

class FormulaEngine;

class Typesetter : public QObject
{
    Q_OBJECT
public:
    explicit Typesetter(QObject *parent = nullptr);
    ~Typesetter() override;

    // nullptr where it is not known yet; then it is asked for, and typeset() says when to look again.
    std::shared_ptr<const FormulaPicture> formula(const QString &tex, FormulaStyle style);
    // nullptr where it is not known; asks for nothing.
    std::shared_ptr<const FormulaPicture> known(const QString &tex, FormulaStyle style) const;

    // Where the message is named whose formula is typeset.
    void setCrashRecord(chat::CrashRecord *record) { m_record = record; }

    bool isIdle() const { return m_waiting.isEmpty(); }
    bool isStarted() const { return m_thread != nullptr; }
    int runs() const { return m_runs; } // formulas typeset, not those found again

    // What one formula may take.
    static constexpr std::chrono::seconds timeLimit{3};

Q_SIGNALS:
    void typeset();

private:
    struct Key
    {
        QString tex;
        FormulaStyle style = FormulaStyle::Inline;

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.tex, static_cast<int>(key.style));
        }
    };

    void start();
    void giveNext();
    void take(const Key &key, const Formula &formula);

    QCache<Key, std::shared_ptr<const FormulaPicture>> m_known;
    struct Waiting
    {
        Key key;
        chat::Id asker = 0;
    };
    QList<Waiting> m_waiting; // the first is at work
    chat::CrashRecord *m_record = nullptr;
    QThread *m_thread = nullptr;
    std::unique_ptr<FormulaEngine> m_engine; // used by the thread; interrupted from here
    QObject *m_place = nullptr;              // lives in the thread
    QTimer m_watchdog;
    bool m_isBusy = false;
    int m_runs = 0;
};

// Why a formula is shown as it is written; for a tool tip.
QString formulaTrouble(const Formula &formula);

} // namespace ui
