#include "common/AdviceWords.h"

#include <QtGlobal>

namespace ui {
namespace {

using server::Advice;

// The code that adds an advice adds its row; a test looks for each.
constexpr AdviceWords rows[] = {
    {Advice::NameUnknown, QT_TRANSLATE_NOOP("ui::AdviceText", "There is no machine named %3."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "Check the spelling. If the name is only known inside another network, connect to "
                       "that network first, or use the machine’s IP address.")},
    {Advice::NameSilent, QT_TRANSLATE_NOOP("ui::AdviceText", "Looking up the name %3 took too long."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "The name service does not answer. Check this computer’s network, "
                                         "or use the machine’s IP address.")},
    {Advice::NotInstalled,
     QT_TRANSLATE_NOOP("ui::AdviceText", "No server answers at %1, and Ollama is not installed here."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "Install it with this command, or enter the address of another machine.")},
    {Advice::NotRunning, QT_TRANSLATE_NOOP("ui::AdviceText", "Nothing listens at %1: Ollama is not running."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "Start it here, or with this command.")},
    {Advice::InsideContainer,
     QT_TRANSLATE_NOOP("ui::AdviceText", "Nothing listens at %1 inside this container."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "Here 127.0.0.1 is the container itself. Use the address of the machine that runs the "
                       "engine: with Docker host.docker.internal, or the name of the engine’s container.")},
    {Advice::HostOfContainer,
     QT_TRANSLATE_NOOP("ui::AdviceText", "The machine around this container refuses the connection to %1."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "It usually means that the engine listens only on its own 127.0.0.1. Let it listen to "
                       "containers, too: run this on that machine.")},
    {Advice::LoopbackOnly,
     QT_TRANSLATE_NOOP("ui::AdviceText", "The engine runs here, but listens only on 127.0.0.1."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "Use http://127.0.0.1 as the address, or let the engine listen to other machines: run "
                       "this. Then everyone in the network can use it without a key.")},
    {Advice::RemoteRefused, QT_TRANSLATE_NOOP("ui::AdviceText", "Nothing listens at %1."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "The machine is there. The engine is not running, or listens only on its own "
                       "127.0.0.1: run this on that machine. A wrong port looks the same.")},
    {Advice::Firewall, QT_TRANSLATE_NOOP("ui::AdviceText", "Nobody answers at %1."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "A firewall drops the connection, or the machine is off. If it is "
                                         "on, open the port there, with the line for its system.")},
    {Advice::NoRoute,
     QT_TRANSLATE_NOOP("ui::AdviceText", "There is no way to %1 from this computer’s network."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "Check the network cable, Wi-Fi or VPN of this computer, and the address.")},
    {Advice::ProxyUnreachable, QT_TRANSLATE_NOOP("ui::AdviceText", "The proxy %2 does not answer."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "Check its host and port, or reach this server without a proxy.")},
    {Advice::ProxyFailed,
     QT_TRANSLATE_NOOP("ui::AdviceText", "The proxy %2 does not let this connection through."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "It may not allow %1, or not reach it. Reach this server without a "
                                         "proxy, or ask whoever runs the proxy.")},
    {Advice::ProxyLogin, QT_TRANSLATE_NOOP("ui::AdviceText", "The proxy %2 asks for a name and a password."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "Enter them for this server, or reach it without a proxy.")},
    {Advice::ProxyReadsAlong, QT_TRANSLATE_NOOP("ui::AdviceText", "The proxy %2 can read everything."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "The address is not encrypted. Use https, or reach this server without a proxy.")},
    {Advice::NotTls, QT_TRANSLATE_NOOP("ui::AdviceText", "This port does not speak https."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "The server answers without encryption. Check the port, or begin "
                                         "the address with http:// if that is meant.")},
    {Advice::WantsTls, QT_TRANSLATE_NOOP("ui::AdviceText", "This port wants https."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "Begin the address with https://.")},
    {Advice::TlsTooOld,
     QT_TRANSLATE_NOOP("ui::AdviceText", "The server offers only encryption that is no longer safe."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "TLS 1.2 or later is needed. Update the server, or what stands in front of it.")},
    {Advice::TlsFailed, QT_TRANSLATE_NOOP("ui::AdviceText", "No encrypted connection came about."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "Nothing was sent. Check that this port is the encrypted one; the reason is below.")},
    {Advice::SelfSigned,
     QT_TRANSLATE_NOOP("ui::AdviceText", "The certificate is self-signed; the system does not trust it."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "Run this on the server and compare. If both are the same, you can "
                                         "trust it; should it ever change, you will be told.")},
    {Advice::UnknownIssuer,
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "The certificate was issued by %3, which the system does not trust."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "Choose the certificate file of this issuer, or compare the "
                                         "fingerprint with the server’s and trust this one certificate.")},
    {Advice::CertificateExpired, QT_TRANSLATE_NOOP("ui::AdviceText", "The certificate expired on %3."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "Nothing was sent. Renew it on the server; if this computer’s date "
                                         "is wrong, set it. This shows the dates:")},
    {Advice::CertificateNotYetValid,
     QT_TRANSLATE_NOOP("ui::AdviceText", "The certificate is not valid before %3."),
     QT_TRANSLATE_NOOP(
         "ui::AdviceText",
         "Nothing was sent. This computer’s clock is probably wrong: check it with this command.")},
    {Advice::CertificateWrongHost, QT_TRANSLATE_NOOP("ui::AdviceText", "The certificate is for %3."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "Nothing was sent. Enter that name as the address, or check that "
                                         "the right machine answers. This shows the names:")},
    {Advice::CertificateChanged,
     QT_TRANSLATE_NOOP("ui::AdviceText", "The certificate is not the one you trusted."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "Nothing was sent: someone may be in between. Trust the new one "
                                         "only if its fingerprint is the same on the server.")},
    {Advice::NotHttp, QT_TRANSLATE_NOOP("ui::AdviceText", "What answers on this port is not a web server."),
     QT_TRANSLATE_NOOP(
         "ui::AdviceText",
         "Another program (SSH, a database) uses the port. Check the port: Ollama’s is 11434.")},
    {Advice::NoReply, QT_TRANSLATE_NOOP("ui::AdviceText", "The server took the request and did not reply."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "It may be overloaded or stuck. Restart it, or check what stands in front of it.")},
    {Advice::Redirected, QT_TRANSLATE_NOOP("ui::AdviceText", "The server points to another address: %3"),
     QT_TRANSLATE_NOOP("ui::AdviceText", "Nothing was sent there. If you trust that address, use it.")},
    {Advice::StillLoading, QT_TRANSLATE_NOOP("ui::AdviceText", "The server is still loading its model."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "It answers as soon as that is done; a large model takes minutes. "
                                         "Then check again.")},
    {Advice::GatewayFailed,
     QT_TRANSLATE_NOOP("ui::AdviceText", "A server in front answers %3: the engine behind it does not."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "Start the engine on that machine, and check the address that the "
                                         "proxy passes requests to (proxy_pass).")},
    {Advice::HostRefused, QT_TRANSLATE_NOOP("ui::AdviceText", "The engine refuses requests for the name %3."),
     QT_TRANSLATE_NOOP(
         "ui::AdviceText",
         "While it listens on loopback it answers only to localhost and addresses. Pass the header Host: "
         "localhost in the proxy, or let the engine listen beyond loopback with this.")},
    {Advice::OriginRefused,
     QT_TRANSLATE_NOOP("ui::AdviceText", "The engine refuses the request without a word (403)."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "Something in between adds an Origin or a Host that it does not "
                                         "know. Remove it in the proxy, or allow the origin with this.")},
    {Advice::Locked,
     QT_TRANSLATE_NOOP("ui::AdviceText", "The lock to one server keeps this address from being asked."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "Remove the lock under Privacy, or use the server it is locked to.")},
    {Advice::KeyMissing, QT_TRANSLATE_NOOP("ui::AdviceText", "The server asks for a key."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "Enter the API key of this server. Its administrator knows it.")},
    {Advice::KeyRefused, QT_TRANSLATE_NOOP("ui::AdviceText", "The server refuses the key."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "It is wrong, has expired, or belongs to another address. Enter the right one.")},
    {Advice::KeyInClear,
     QT_TRANSLATE_NOOP("ui::AdviceText", "The key was not sent: the connection is not encrypted."),
     QT_TRANSLATE_NOOP(
         "ui::AdviceText",
         "Others on the way could read it. Use an https address, or allow it for this server.")},
    {Advice::Exposed,
     QT_TRANSLATE_NOOP("ui::AdviceText", "Everyone who reaches %3 can use this server without a key."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "They can read and delete models and use this hardware. Let it listen on loopback "
                       "only, with this, or put a proxy that asks for a key in front.")},
    {Advice::NeedsKey,
     QT_TRANSLATE_NOOP("ui::AdviceText", "Everyone who reaches %3 can use this server without a key."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "They can ask its models and use its hardware. Make a key with this, start the server "
                       "with it (--api-key of vLLM and llama-server) and enter it here. Or let it listen on "
                       "loopback only (--host 127.0.0.1).")},
    {Advice::WrongPath,
     QT_TRANSLATE_NOOP("ui::AdviceText", "There is no engine under the path of this address."),
     QT_TRANSLATE_NOOP(
         "ui::AdviceText",
         "Remove the path: the address ends after the port, unless a proxy puts the engine under a path.")},
    {Advice::WebPage,
     QT_TRANSLATE_NOOP("ui::AdviceText", "A web page answers there, not a server of models."),
     QT_TRANSLATE_NOOP(
         "ui::AdviceText",
         "This is the port of a web interface or of another site. Check the port: Ollama’s is 11434.")},
    {Advice::OtherService,
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "A web server answers there, but no server of models that Inkstone knows."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "Neither Ollama’s API nor an OpenAI-compatible one is there. Check port and path.")},
    {Advice::OldVersion, QT_TRANSLATE_NOOP("ui::AdviceText", "Ollama %3 has known weaknesses."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "Update it: this installs the current version.")},
    {Advice::UpdateAdvised, QT_TRANSLATE_NOOP("ui::AdviceText", "A newer Ollama mends a weakness of %3."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "No hurry: this address is reached from this computer alone. Until then, take models "
                       "only from sources you trust. This installs the current version.")},
    {Advice::NoModels, QT_TRANSLATE_NOOP("ui::AdviceText", "The server has no model yet."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "Get one under Models, or with this command on the server.")},
    {Advice::ModelMissing, QT_TRANSLATE_NOOP("ui::AdviceText", "The default model %3 is not on this server."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "Pull it, or choose another default model.")},
    {Advice::NoModelServed, QT_TRANSLATE_NOOP("ui::AdviceText", "The server offers no model."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "A server of this kind is given its models where it is started, not from here.")},
    {Advice::ModelNotServed,
     QT_TRANSLATE_NOOP("ui::AdviceText", "The server does not offer the default model %3."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "Choose one that it offers as its default model, under More above. A server of this "
                       "kind is given its models where it is started, not from here.")},
    {Advice::NoModelNamed,
     QT_TRANSLATE_NOOP("ui::AdviceText", "The server answers, but does not tell which models it has."),
     QT_TRANSLATE_NOOP(
         "ui::AdviceText",
         "Whoever runs it knows a name: type it as the default model of this server, under More "
         "above. Then it can be asked.")},
    {Advice::NeedsMemory, QT_TRANSLATE_NOOP("ui::AdviceText", "There is not enough memory for %3."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "Choose a smaller model, unload others, or set a shorter context length.")},
    {Advice::ModelCrashed, QT_TRANSLATE_NOOP("ui::AdviceText", "The process that runs %3 ended."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "Memory is the usual reason: choose a smaller model or a shorter "
                                         "context length. The server’s log tells more.")},
    {Advice::NoAnswer, QT_TRANSLATE_NOOP("ui::AdviceText", "%3 did not begin to answer in time."),
     QT_TRANSLATE_NOOP(
         "ui::AdviceText",
         "It may still be loading. Choose a smaller model, a longer timeout, or fewer tokens.")},
    {Advice::EmptyAnswer, QT_TRANSLATE_NOOP("ui::AdviceText", "%3 answered without a word."),
     QT_TRANSLATE_NOOP("ui::AdviceText",
                       "Try another model: this one may be damaged or not made for chats.")},
    {Advice::Slow, QT_TRANSLATE_NOOP("ui::AdviceText", "%3 is slower than reading."),
     QT_TRANSLATE_NOOP("ui::AdviceText", "Choose a smaller model or a shorter context length; for long "
                                         "answers, set fewer tokens and a longer timeout.")},
    {Advice::Buffered, QT_TRANSLATE_NOOP("ui::AdviceText", "The answer arrived all at once, after a pause."),
     QT_TRANSLATE_NOOP(
         "ui::AdviceText",
         "A proxy in between holds it back until it is whole. In nginx, add this to the location.")},
};

} // namespace

std::span<const AdviceWords> adviceWords()
{
    return rows;
}

const char *weaknessWords(server::Weakness weakness)
{
    using server::Weakness;
    switch (weakness) {
    case Weakness::LeaksMemory:
        return QT_TRANSLATE_NOOP(
            "ui::AdviceText",
            "a crafted model file can read the server’s memory, keys and other people’s chats among it");
    case Weakness::WritesFiles:
        return QT_TRANSLATE_NOOP("ui::AdviceText",
                                 "a crafted model or registry can write files on the server");
    case Weakness::CrashesRunner:
        return QT_TRANSLATE_NOOP("ui::AdviceText", "a damaged image ends the model’s process");
    case Weakness::OpenToPages:
        return QT_TRANSLATE_NOOP("ui::AdviceText", "a web page one visits can use the server");
    }
    Q_UNREACHABLE();
}

} // namespace ui
