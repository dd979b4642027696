// Error -> what happened and the next step, in the reader's language. The only place that words errors, for
// the window and the terminal alike.
#pragma once

#include "base/Error.h"

#include <QString>

namespace ui {

// What was being done when the error came.
enum class Doing {
    Connecting,       // subject: host:port
    Answering,        // subject: the model's name
    Continuing,       // subject: the model's name; part of the answer is there
    ListingModels,    // subject: host:port
    ReadingDetails,   // subject: the model's name
    Pulling,          // subject: the model's name
    Removing,         // subject: the model's name
    Loading,          // subject: the model's name
    KeepingLoaded,    // subject: the model's name
    Unloading,        // subject: the model's name
    StartingEngine,   // subject: the program
    KeepingHistory,   // subject: the folder
    KeepingSettings,  // subject: the file
    ReadingCatalogue, // subject: the file or the address
    Planning,         // subject: the registry that is asked what a model consists of
    Copying,          // subject: the model's name
    Renaming,         // subject: the model's name
    Making,           // subject: the new model's name
    Importing,        // subject: the new model's name
    Pushing,          // subject: the model's name
    Updating,         // subject: the model's name; its present state is kept first
    GoingBack,        // subject: the name under which an old state of a model is kept
    Exporting,        // subject: the file that is written
    ExportingEach,    // subject: the folder that several files are written to
    TakingOver,       // subject: the file with conversations that are imported
};

struct ErrorText
{
    QString what;    // one sentence: what happened
    QString next;    // why as far as known, and the next step
    QString details; // the server's or the system's own words; plain text; may be empty

    bool operator==(const ErrorText &) const = default;
};

// `server`: host:port of the server in use, for sentences that name it.
ErrorText errorText(const base::Error &error, Doing doing, const QString &subject, const QString &server);

} // namespace ui
