#include "common/ErrorWords.h"

#include <QtGlobal>

namespace ui {
namespace {

using Kind = base::Error::Kind;
using enum Doing;

const ErrorWords rows[] = {
    {Kind::Cancelled, Answering, QT_TRANSLATE_NOOP("ui::ErrorText", "The answer was stopped."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "What came so far is kept. Retry asks again.")},
    {Kind::Cancelled, Pulling, QT_TRANSLATE_NOOP("ui::ErrorText", "The download of %1 was stopped."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "What has arrived is kept. Pull it again to go on.")},
    {Kind::Cancelled,
     {},
     nullptr,
     QT_TRANSLATE_NOOP("ui::ErrorText", "It was stopped before it was done. Start it again when you like.")},
    {Kind::Invalid, ReadingCatalogue,
     QT_TRANSLATE_NOOP("ui::ErrorText", "“%1” is not the address of a file."),
     QT_TRANSLATE_NOOP(
         "ui::ErrorText",
         "An address looks like https://example.org/catalogue.json. The catalogue in use stays.")},
    {Kind::Invalid, Connecting, QT_TRANSLATE_NOOP("ui::ErrorText", "“%1” is not the address of a server."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "An address looks like http://127.0.0.1:11434. Correct it in Settings.")},
    {Kind::Invalid, Answering, QT_TRANSLATE_NOOP("ui::ErrorText", "The question was not sent to %1."),
     QT_TRANSLATE_NOOP(
         "ui::ErrorText",
         "One of the generation settings has a value that is not allowed. Correct it, then retry.")},
    {Kind::Invalid, Pulling, QT_TRANSLATE_NOOP("ui::ErrorText", "“%1” is not the name of a model."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "A name looks like qwen3:8b or hf.co/owner/model. Check the spelling.")},
    {Kind::Invalid, KeepingSettings, QT_TRANSLATE_NOOP("ui::ErrorText", "A value in %1 is not allowed."),
     QT_TRANSLATE_NOOP(
         "ui::ErrorText",
         "The default is used in its place. Its name is under Details; enter another value in Settings.")},
    {Kind::Invalid,
     {},
     nullptr,
     QT_TRANSLATE_NOOP(
         "ui::ErrorText",
         "A value in it is not allowed, so nothing was sent. Check what was entered, then try again.")},
    {Kind::Unreachable, ReadingCatalogue, QT_TRANSLATE_NOOP("ui::ErrorText", "There is no connection to %1."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "Check the address and the network. The catalogue in use stays.")},
    {Kind::Unreachable, StartingEngine, nullptr,
     QT_TRANSLATE_NOOP("ui::ErrorText", "Nothing answers at %2. Its last words are under Details; correct "
                                        "what they name, then start it again.")},
    {Kind::Unreachable,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "There is no connection to %2."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "Ollama may not be running there. Start it, or check the address in Settings.")},
    {Kind::HostNotFound, ReadingCatalogue,
     QT_TRANSLATE_NOOP("ui::ErrorText", "The address %1 was not found."),
     QT_TRANSLATE_NOOP(
         "ui::ErrorText",
         "Check its spelling, and that this computer is on the network. The catalogue in use stays.")},
    {Kind::HostNotFound,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "The address %2 was not found."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "Check its spelling in Settings, and that this computer is on the network.")},
    {Kind::TimedOut, Answering, QT_TRANSLATE_NOOP("ui::ErrorText", "%1 did not begin to answer in time."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "A large model can take minutes to load. Retry, or allow more time in Settings.")},
    {Kind::TimedOut, StartingEngine,
     QT_TRANSLATE_NOOP("ui::ErrorText", "%1 was started but does not answer yet."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "The first start can take a while. Wait a moment, then check the connection again.")},
    {Kind::TimedOut,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "%2 did not answer in time."),
     QT_TRANSLATE_NOOP(
         "ui::ErrorText",
         "It may be busy, switched off or behind a firewall. Try again, or allow more time in Settings.")},
    {Kind::Interrupted, Answering,
     QT_TRANSLATE_NOOP("ui::ErrorText", "The server went away while it was answering."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "The text above is kept. Retry asks again.")},
    {Kind::Interrupted, Pulling, QT_TRANSLATE_NOOP("ui::ErrorText", "The download of %1 broke off."),
     QT_TRANSLATE_NOOP(
         "ui::ErrorText",
         "The server or the network went away. What has arrived is kept; pull it again to go on.")},
    {Kind::Interrupted, StartingEngine, QT_TRANSLATE_NOOP("ui::ErrorText", "%1 ended by itself."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "Its last words are under Details. Correct what they name, then start it again.")},
    {Kind::Interrupted,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "The connection to %2 broke off."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "The server or the network went away. Try again.")},
    {Kind::ProgramEnded,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "The answer was interrupted because Inkstone ended."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "The text above is kept. Retry asks again.")},
    {Kind::Tls,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "There is no secure connection to %2."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "Its certificate cannot be trusted from here. Check the address and "
                                        "this computer’s clock, or install the certificate of its issuer.")},
    {Kind::NotTls,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "%2 does not speak https."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "It answers without encryption on this port. Check the port, or "
                                        "begin the address with http:// if that is meant.")},
    {Kind::TlsTooOld,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "%2 offers only encryption that is no longer safe."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "TLS 1.2 or later is needed. Update the server, or what stands in front of it.")},
    {Kind::CertificateUntrusted,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "The certificate of %2 is not trusted."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "Nobody this computer knows has signed it. Compare its fingerprint with the server’s, "
                       "then trust it in Settings, or choose the file of its issuer there.")},
    {Kind::CertificateExpired,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "The certificate of %2 expired on %3."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "Nothing was sent. Ask whoever runs the server for a new one; if "
                                        "this computer’s clock is wrong, set it.")},
    {Kind::CertificateNotYetValid,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "The certificate of %2 is not valid before %3."),
     QT_TRANSLATE_NOOP(
         "ui::ErrorText",
         "Nothing was sent. This computer’s clock may be wrong: check its date and time, then try again.")},
    {Kind::CertificateWrongHost,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "The certificate of %2 is for %3."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "Nothing was sent. Enter the name the certificate is for, or check "
                                        "that the right machine answers there.")},
    {Kind::CertificateChanged,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "The certificate of %2 is not the one you trusted."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "Nothing was sent, because someone may be in between. Compare both fingerprints under "
                       "Details with the server’s before you trust the new one.")},
    {Kind::KeyInClear,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "The key was not sent to %2."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "The connection is not encrypted, so others on the way could read the key. Use an "
                       "https address, or allow it for this server in Settings.")},
    {Kind::Proxy,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "There is no way through the proxy %3."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "It may be off, or not allow %2. Its words are under Details; check "
                                        "the proxy of this server in Settings.")},
    {Kind::ProxyLogin,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "The proxy %3 asks for a name and a password."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "They are missing or refused. Enter them for this server in Settings.")},
    {Kind::Locked, Planning,
     QT_TRANSLATE_NOOP("ui::ErrorText", "Inkstone is locked to one server, so %1 was not asked."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "Remove the lock under Privacy in Settings, then ask again.")},
    {Kind::Locked,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "Nothing was sent to %2."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "Inkstone is locked to one server. Remove the lock under Privacy in "
                                        "Settings, or choose that server.")},
    {Kind::Moved, ReadingCatalogue, QT_TRANSLATE_NOOP("ui::ErrorText", "%1 points to another address, %3."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "Inkstone does not follow by itself. If you trust that address, enter it here.")},
    {Kind::Moved,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "%2 points to another address."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "Inkstone does not follow by itself. If you trust the address under "
                                        "Details, enter it in Settings.")},
    {Kind::Unauthorized,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "%2 asks for a key."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "The key is missing, or it is refused. Enter the key of this server "
                                        "in Settings.")},
    {Kind::Forbidden, StartingEngine, nullptr,
     QT_TRANSLATE_NOOP("ui::ErrorText", "This account may not run the program. Allow it in the properties of "
                                        "the file, or install Ollama again.")},
    {Kind::Forbidden,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "%2 does not allow this."),
     QT_TRANSLATE_NOOP(
         "ui::ErrorText",
         "The server understood and refused. Ask whoever runs it, or choose another server in Settings.")},
    {Kind::NotFound, ReadingCatalogue, QT_TRANSLATE_NOOP("ui::ErrorText", "There is nothing at %1."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "Check the address. The catalogue in use stays.")},
    {Kind::NotFound, StartingEngine, QT_TRANSLATE_NOOP("ui::ErrorText", "%1 was not found."),
     QT_TRANSLATE_NOOP(
         "ui::ErrorText",
         "It may have been removed or moved. Install Ollama, or connect to another machine in Settings.")},
    {Kind::NotFound, Planning, QT_TRANSLATE_NOOP("ui::ErrorText", "%1 does not know this model."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "Check the spelling of its name.")},
    {Kind::NotFound,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "%2 does not know this request."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "Another program or an old Ollama may be answering there. Check the "
                                        "address in Settings, or update Ollama.")},
    {Kind::ModelNotFound, Answering, QT_TRANSLATE_NOOP("ui::ErrorText", "%1 is not on %2."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "It may have been removed or renamed. Pull it again, or choose another model.")},
    {Kind::ModelNotFound, ReadingDetails, QT_TRANSLATE_NOOP("ui::ErrorText", "%1 is not on %2."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "It may have been removed or renamed. Choose another model from the list.")},
    {Kind::ModelNotFound, Pulling, QT_TRANSLATE_NOOP("ui::ErrorText", "No model named %1 was found."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "Check the spelling, also of what stands after the colon, then pull again.")},
    {Kind::ModelNotFound, Removing, QT_TRANSLATE_NOOP("ui::ErrorText", "%1 is no longer on %2."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "It was removed from elsewhere, so there is nothing left to do.")},
    {Kind::ModelNotFound, Unloading, QT_TRANSLATE_NOOP("ui::ErrorText", "%1 is no longer on %2."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "It was removed from elsewhere, so there is nothing left to do.")},
    {Kind::ModelNotFound,
     {},
     nullptr,
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "The server does not have this model. Pull it, or choose another one.")},
    {Kind::Busy,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "%2 is busy."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "It has more requests than it takes at once. Wait a moment, then try again.")},
    {Kind::OutOfMemory, Answering, QT_TRANSLATE_NOOP("ui::ErrorText", "There is not enough memory for %1."),
     QT_TRANSLATE_NOOP(
         "ui::ErrorText",
         "Choose a smaller model, unload others, or set a shorter context length in Settings.")},
    {Kind::OutOfMemory,
     {},
     nullptr,
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "There is not enough memory. Unload models or close other programs, then try again.")},
    {Kind::ModelCrashed, Answering, QT_TRANSLATE_NOOP("ui::ErrorText", "%1 ended while it was answering."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "The text above is kept. Memory is the usual reason: retry, or "
                                        "choose a smaller model or a shorter context length.")},
    {Kind::ModelCrashed,
     {},
     nullptr,
     QT_TRANSLATE_NOOP("ui::ErrorText", "The process that runs the model ended, often for want of memory. "
                                        "Try again, or choose a smaller model.")},
    {Kind::Unsupported, Answering, QT_TRANSLATE_NOOP("ui::ErrorText", "%1 cannot do what was asked."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "It may lack thinking, images or tools. Switch that off, or choose another model.")},
    {Kind::Unsupported, Pulling, nullptr,
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "Ollama on %2 may be too old for this model. Update it there, then pull again.")},
    {Kind::Unsupported, Planning,
     QT_TRANSLATE_NOOP("ui::ErrorText", "%1 can be asked only from the machine of the server."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "The name of the registry means that machine itself, not this one.")},
    {Kind::Unsupported,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "%2 cannot do this."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "Its version may be too old. Update Ollama there, then try again.")},
    {Kind::Registry, Pulling, QT_TRANSLATE_NOOP("ui::ErrorText", "The registry of %1 did not answer."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "The server needs the network to fetch a model. Check its "
                                        "connection, then pull again; what has arrived is kept.")},
    {Kind::Registry,
     {},
     nullptr,
     QT_TRANSLATE_NOOP("ui::ErrorText", "The server did not reach the registry of models. Check its "
                                        "connection to the network, then try again.")},
    {Kind::Server, Answering, QT_TRANSLATE_NOOP("ui::ErrorText", "The server failed while it was answering."),
     QT_TRANSLATE_NOOP(
         "ui::ErrorText",
         "The text above is kept. Retry asks again; if it fails once more, choose another model.")},
    {Kind::Server, Pulling, nullptr,
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "The server reported a failure of its own. What has arrived is kept; pull it again to "
                       "go on. If it comes back, make room on the server’s disk and restart the server.")},
    {Kind::Server, StartingEngine, nullptr,
     QT_TRANSLATE_NOOP("ui::ErrorText", "It reported a failure of its own. Its last words are under Details; "
                                        "correct what they name, then start it again.")},
    {Kind::Server,
     {},
     nullptr,
     QT_TRANSLATE_NOOP("ui::ErrorText", "The server reported a failure of its own. Try again; if it comes "
                                        "back, look into the log of the server.")},
    {Kind::Protocol, ReadingCatalogue, QT_TRANSLATE_NOOP("ui::ErrorText", "%1 is not a catalogue."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "One entry at least is missing or wrong, or it is another kind of "
                                        "file. The catalogue in use stays.")},
    {Kind::Protocol, Answering,
     QT_TRANSLATE_NOOP("ui::ErrorText", "The reply from %2 could not be understood."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "The text above is kept. Another program may be answering there: "
                                        "check the address in Settings, then retry.")},
    {Kind::Protocol,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "The reply from %2 could not be understood."),
     QT_TRANSLATE_NOOP(
         "ui::ErrorText",
         "Another program may be answering there. Check the address in Settings, then try again.")},
    {Kind::TooLarge, ReadingCatalogue, QT_TRANSLATE_NOOP("ui::ErrorText", "%1 is too large for a catalogue."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "At most 4 MB are read. The catalogue in use stays.")},
    {Kind::TooLarge, Answering, QT_TRANSLATE_NOOP("ui::ErrorText", "The reply from %2 was too large."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "Reading stopped to protect the memory of this computer. The text "
                                        "above is kept; ask for a shorter answer.")},
    {Kind::TooLarge,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "The reply from %2 was too large."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "Reading stopped to protect the memory of this computer. Check that "
                                        "the address in Settings is that of Ollama.")},
    {Kind::Storage, ReadingCatalogue, QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not be read or kept."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "Check that it is an ordinary file, and that the data folder can be "
                                        "written. The catalogue in use stays.")},
    {Kind::Storage, Pulling, nullptr,
     QT_TRANSLATE_NOOP(
         "ui::ErrorText",
         "The server could not write a file. Check its disk and its permissions, then pull again.")},
    {Kind::Storage, StartingEngine, nullptr,
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "A file it needs could not be read or written. Its last words are under Details.")},
    {Kind::Storage, KeepingHistory,
     QT_TRANSLATE_NOOP("ui::ErrorText", "The conversations in %1 cannot be saved."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "The disk or the permissions of the folder may be the reason. New "
                                        "text stays in memory: put this right before you quit.")},
    {Kind::Storage, KeepingSettings,
     QT_TRANSLATE_NOOP("ui::ErrorText", "The settings in %1 cannot be saved."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "The change holds until you quit. Check the disk and the permissions "
                                        "of the file, then change it again.")},
    {Kind::Storage,
     {},
     nullptr,
     QT_TRANSLATE_NOOP(
         "ui::ErrorText",
         "A file could not be read or written. Check the disk and the permissions, then try again.")},
    {Kind::NoSpace, Pulling, QT_TRANSLATE_NOOP("ui::ErrorText", "There is no space left for %1 on %2."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "Remove models you no longer need, then pull it again. What has arrived is kept.")},
    {Kind::NoSpace, KeepingHistory,
     QT_TRANSLATE_NOOP("ui::ErrorText", "The disk is full, so new text is not saved."),
     QT_TRANSLATE_NOOP(
         "ui::ErrorText",
         "Free some space for %1. Until then it stays in memory, and is saved as soon as there is room.")},
    {Kind::NoSpace, KeepingSettings,
     QT_TRANSLATE_NOOP("ui::ErrorText", "The disk is full, so the settings are not saved."),
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "The change holds until you quit. Free some space for %1, then change it again.")},
    {Kind::NoSpace,
     {},
     nullptr,
     QT_TRANSLATE_NOOP("ui::ErrorText", "The disk is full. Free some space, then try again.")},
    {Kind::ReadOnly, KeepingHistory, QT_TRANSLATE_NOOP("ui::ErrorText", "The folder %1 cannot be written."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "What you do now stays in memory and ends with the program. Change "
                                        "the permissions of the folder, then start Inkstone again.")},
    {Kind::ReadOnly, KeepingSettings, QT_TRANSLATE_NOOP("ui::ErrorText", "The file %1 cannot be written."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "The change holds until you quit. Change the permissions of the "
                                        "file, then change the setting again.")},
    {Kind::ReadOnly,
     {},
     nullptr,
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "The disk or the folder is read-only. Change its permissions, then try again.")},
    {Kind::Damaged, KeepingHistory,
     QT_TRANSLATE_NOOP("ui::ErrorText", "The saved conversations in %1 were damaged."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "The damaged file was moved aside, not deleted, and a new one was "
                                        "begun. A backup of the folder brings the old ones back.")},
    {Kind::Damaged, KeepingSettings, QT_TRANSLATE_NOOP("ui::ErrorText", "The settings in %1 were damaged."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "The last good copy or the defaults are in use, and the damaged file "
                                        "is kept beside it. Look through Settings.")},
    {Kind::Damaged,
     {},
     nullptr,
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "A file it needs is damaged. Restore it from a backup, then try again.")},
    {Kind::NewerData, KeepingHistory,
     QT_TRANSLATE_NOOP("ui::ErrorText", "The conversations in %1 were saved by a newer Inkstone."),
     QT_TRANSLATE_NOOP(
         "ui::ErrorText",
         "They are untouched, and what you do now is not saved. Update Inkstone to open them.")},
    {Kind::NewerData,
     {},
     nullptr,
     QT_TRANSLATE_NOOP("ui::ErrorText",
                       "A file it needs was saved by a newer Inkstone. Update Inkstone, then try again.")},
    {Kind::KeyringMissing,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "There is no keyring to keep the key in."),
     QT_TRANSLATE_NOOP(
         "ui::ErrorText",
         "Start one, such as GNOME Keyring or KWallet, and try again, or use the key until you quit.")},
    {Kind::KeyringLocked,
     {},
     QT_TRANSLATE_NOOP("ui::ErrorText", "The keyring did not open."),
     QT_TRANSLATE_NOOP("ui::ErrorText", "Unlock it and try again, or use the key until you quit.")},
};

} // namespace

std::span<const ErrorWords> errorWords()
{
    return rows;
}

const char *undone(Doing doing)
{
    switch (doing) {
    case Connecting:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "There is no working connection to %1.");
    case Answering:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not answer.");
    case ListingModels:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "The models on %1 could not be listed.");
    case ReadingDetails:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "The details of %1 could not be read.");
    case Pulling:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not be pulled.");
    case Removing:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not be removed.");
    case Unloading:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not be unloaded from memory.");
    case StartingEngine:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 could not be started.");
    case KeepingHistory:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "The conversations in %1 could not be read or saved.");
    case KeepingSettings:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "The settings in %1 could not be read or saved.");
    case Planning:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "%1 did not say what would be downloaded.");
    case ReadingCatalogue:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "The catalogue at %1 could not be read.");
    }
    return "";
}

} // namespace ui
