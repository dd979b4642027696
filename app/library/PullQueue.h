// Who of the downloads is next: from their order and what holds each of them up, which begin, which stop and
// what the others wait for. Pure; used by Downloads.
#pragma once

#include <chrono>
#include <vector>

namespace library {

// Why a download that is to run does not.
enum class PullHold {
    Turn,        // as many as may run do
    Hours,       // it is not the time of day
    Retry,       // it broke off, and is tried again in a while
    Server,      // it broke off, and the server does not answer
    OtherServer, // it was asked of another one than that in use
};

// A download as the queue sees it, in its order.
struct PullTurn
{
    enum class State { Resting, Waiting, Running };

    State state = State::Resting;
    bool isHere = true;                     // asked of the server in use
    bool isHurried = false;                 // the person wants it now, whatever the hours
    bool hasBroken = false;                 // waiting: off, by a fault that may pass
    std::chrono::milliseconds notBefore{0}; // of one that has
};

struct PullRules
{
    int atOnce = 2;
    bool isOpen = true;        // the hours
    bool isServerThere = true; // the one in use answers
    std::chrono::milliseconds now{0};
};

struct PullVerdict
{
    enum class What { Stay, Start, Stop, Wait };

    What what = What::Stay;
    PullHold hold = PullHold::Turn; // of Wait
    int before = 0;                 // of Turn: those that run, and those that wait for their turn before it
    bool isNext = false;            // of Turn: none of them waits

    bool operator==(const PullVerdict &) const = default;
};

// One for each, in their order. What runs at another server than the one in use is left to run there.
std::vector<PullVerdict> judged(const std::vector<PullTurn> &turns, const PullRules &rules);

} // namespace library
