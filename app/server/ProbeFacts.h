// What the connection doctor found out about a server, rung by rung of its ladder. A value, made by Probe,
// judged by diagnose(), worded by ui. Holds no key, no password and no question.
#pragma once

#include "backend/Types.h"
#include "base/Certificate.h"
#include "base/Error.h"

#include <QList>
#include <QMetaType>
#include <QStringList>
#include <QUrl>

#include <array>
#include <chrono>
#include <optional>

namespace server {

// From the ground up: each needs those before it.
enum class Rung { Name, Proxy, Port, Tls, Http, Key, Kind, Version, Models, Answer };
inline constexpr std::size_t rungCount = 10;

enum class RungState {
    NotChecked, // not yet, or one before it failed
    Checking,
    Passed,
    NotNeeded, // there is nothing to check: no encryption, no version, no list of models
    Failed,
};

struct Step
{
    RungState state = RungState::NotChecked;
    std::chrono::milliseconds time{0}; // it took; of Passed and Failed
    bool operator==(const Step &) const = default;
};

enum class PortState { Open, Refused, Silent, Unreachable };

// What a reply looks like to one who does not understand it.
enum class BodyShape { Empty, Json, Html, GoNotFound, WantsTls, StillLoading, Text };

// How the quick test's answer came.
struct AnswerFacts
{
    QString model;
    QString text; // on one line, shortened
    std::chrono::milliseconds firstPiece{0};
    std::chrono::milliseconds span{0};       // between the first and the last piece
    std::chrono::milliseconds generation{0}; // as the server counts; 0 = not told
    qint64 pieces = 0;
    qint64 tokens = 0; // 0 = not told
    bool operator==(const AnswerFacts &) const = default;
};

struct ProbeFacts
{
    std::array<Step, rungCount> steps;
    QUrl url;
    bool hasKey = false;
    QString wantedModel;           // the default model; empty = none
    QByteArray trustedFingerprint; // of the only certificate that is good; empty = any that is trusted

    QString proxy;         // host:port of the one on the way; empty = none
    QStringList addresses; // of the server, or of its proxy
    PortState port = PortState::Open;
    bool isOwnAddress = false;      // the server's address is this machine's, and not loopback
    bool answersOnLoopback = false; // the port does, where it does not at isOwnAddress
    std::optional<base::TlsReport> tls;
    int status = 0; // of the first reply
    BodyShape body = BodyShape::Empty;
    std::optional<backend::ServerInfo> info;
    QString exposedAt; // where it answers one who has no key; of a server on loopback, in its network
    QList<backend::ModelInfo> models;
    AnswerFacts answer;

    std::optional<base::Error> error; // of the rung that failed
    bool isRunning = false;

    const Step &step(Rung rung) const { return steps[static_cast<std::size_t>(rung)]; }
    Step &step(Rung rung) { return steps[static_cast<std::size_t>(rung)]; }
    std::optional<Rung> failedRung() const
    {
        for (std::size_t i = 0; i < rungCount; ++i) {
            if (steps[i].state == RungState::Failed)
                return static_cast<Rung>(i);
        }
        return std::nullopt;
    }
    bool operator==(const ProbeFacts &) const = default;
};

} // namespace server

Q_DECLARE_METATYPE(server::ProbeFacts)
