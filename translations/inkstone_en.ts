<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ServerWords</name>
    <message>
        <source>Ollama</source>
        <translation>Ollama</translation>
    </message>
    <message>
        <source>Ollama %1</source>
        <translation>Ollama %1</translation>
    </message>
    <message>
        <source>OpenAI-compatible server</source>
        <translation>OpenAI-compatible server</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>This PC</translation>
    </message>
    <message>
        <source>Linux service (systemd)</source>
        <translation>Linux service (systemd)</translation>
    </message>
    <message>
        <source>Docker container</source>
        <translation>Docker container</translation>
    </message>
    <message>
        <source>Ollama app on macOS</source>
        <translation>Ollama app on macOS</translation>
    </message>
    <message>
        <source>Ollama app on Windows (PowerShell)</source>
        <translation>Ollama app on Windows (PowerShell)</translation>
    </message>
    <message>
        <source>By hand, in a terminal</source>
        <translation>By hand, in a terminal</translation>
    </message>
</context>
<context>
    <name>ui::AboutForm</name>
    <message>
        <source>Inkstone</source>
        <translation>Inkstone</translation>
    </message>
    <message>
        <source>Talk to language models on your own machines, and look after them.</source>
        <translation>Talk to language models on your own machines, and look after them.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Inkstone is free software under the GNU General Public License, version 3 or later.</source>
        <translation>Inkstone is free software under the GNU General Public License, version 3 or later.</translation>
    </message>
    <message>
        <source>It is built on Qt (LGPL 3), SQLite (public domain), nlohmann/json and md4c (MIT), GNU Source-highlight (GPL 3) and MathJax (Apache 2.0), and draws Lucide icons (ISC).</source>
        <translation>It is built on Qt (LGPL 3), SQLite (public domain), nlohmann/json and md4c (MIT), GNU Source-highlight (GPL 3) and MathJax (Apache 2.0), and draws Lucide icons (ISC).</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connecting</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>not connected</translation>
    </message>
</context>
<context>
    <name>ui::AdviceText</name>
    <message>
        <source>%1 (before version %2): %3</source>
        <translation>%1 (mended in %2): %3</translation>
    </message>
    <message>
        <source>%1 is an address</source>
        <translation>%1 is an address</translation>
    </message>
    <message>
        <source>%1 resolves to %2</source>
        <translation>%1 resolves to %2</translation>
    </message>
    <message>
        <source>%1, certificate of %2, valid until %3</source>
        <translation>%1, certificate of %2, valid until %3</translation>
    </message>
    <message>
        <source>Not encrypted; nothing leaves this computer</source>
        <translation>Not encrypted; nothing leaves this computer</translation>
    </message>
    <message>
        <source>Not encrypted: others on the way can read along</source>
        <translation>Not encrypted: others on the way can read along</translation>
    </message>
    <message>
        <source>Something listens on port %1</source>
        <translation>Something listens on port %1</translation>
    </message>
    <message>
        <source>This address is reached directly</source>
        <translation>This address is reached directly</translation>
    </message>
    <message>
        <source>By way of the proxy %1</source>
        <translation>By way of the proxy %1</translation>
    </message>
    <message>
        <source>It answers (status %1)</source>
        <translation>It answers (status %1)</translation>
    </message>
    <message>
        <source>It is accepted</source>
        <translation>It is accepted</translation>
    </message>
    <message>
        <source>None is asked for</source>
        <translation>None is asked for</translation>
    </message>
    <message>
        <source>The server does not tell</source>
        <translation>The server does not tell</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answered: “%2”</source>
        <translation>%1 answered: “%2”</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint: %1</source>
        <translation>SHA-256 fingerprint: %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Not asked; Quick test asks the model</source>
        <translation>Not asked; Quick test asks the model</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Asking %1…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Inkstone %1, connection check of %2 at %3</source>
        <translation>Inkstone %1, connection check of %2 at %3</translation>
    </message>
    <message>
        <source>There is no machine named %3.</source>
        <translation>There is no machine named %3.</translation>
    </message>
    <message>
        <source>Check the spelling. If the name is only known inside another network, connect to that network first, or use the machine’s IP address.</source>
        <translation>Check the spelling. If the name is only known inside another network, connect to that network first, or use the machine’s IP address.</translation>
    </message>
    <message>
        <source>Looking up the name %3 took too long.</source>
        <translation>Looking up the name %3 took too long.</translation>
    </message>
    <message>
        <source>The name service does not answer. Check this computer’s network, or use the machine’s IP address.</source>
        <translation>The name service does not answer. Check this computer’s network, or use the machine’s IP address.</translation>
    </message>
    <message>
        <source>No server answers at %1, and Ollama is not installed here.</source>
        <translation>No server answers at %1, and Ollama is not installed here.</translation>
    </message>
    <message>
        <source>Install it with this command, or enter the address of another machine.</source>
        <translation>Install it with this command, or enter the address of another machine.</translation>
    </message>
    <message>
        <source>Nothing listens at %1: Ollama is not running.</source>
        <translation>Nothing listens at %1: Ollama is not running.</translation>
    </message>
    <message>
        <source>Start it here, or with this command.</source>
        <translation>Start it here, or with this command.</translation>
    </message>
    <message>
        <source>Nothing listens at %1 inside this container.</source>
        <translation>Nothing listens at %1 inside this container.</translation>
    </message>
    <message>
        <source>Here 127.0.0.1 is the container itself. Use the address of the machine that runs the engine: with Docker host.docker.internal, or the name of the engine’s container.</source>
        <translation>Here 127.0.0.1 is the container itself. Use the address of the machine that runs the engine: with Docker host.docker.internal, or the name of the engine’s container.</translation>
    </message>
    <message>
        <source>The machine around this container refuses the connection to %1.</source>
        <translation>The machine around this container refuses the connection to %1.</translation>
    </message>
    <message>
        <source>It usually means that the engine listens only on its own 127.0.0.1. Let it listen to containers, too: run this on that machine.</source>
        <translation>It usually means that the engine listens only on its own 127.0.0.1. Let it listen to containers, too: run this on that machine.</translation>
    </message>
    <message>
        <source>The engine runs here, but listens only on 127.0.0.1.</source>
        <translation>The engine runs here, but listens only on 127.0.0.1.</translation>
    </message>
    <message>
        <source>Use http://127.0.0.1 as the address, or let the engine listen to other machines: run this. Then everyone in the network can use it without a key.</source>
        <translation>Use http://127.0.0.1 as the address, or let the engine listen to other machines: run this. Then everyone in the network can use it without a key.</translation>
    </message>
    <message>
        <source>Nothing listens at %1.</source>
        <translation>Nothing listens at %1.</translation>
    </message>
    <message>
        <source>The machine is there. The engine is not running, or listens only on its own 127.0.0.1: run this on that machine. A wrong port looks the same.</source>
        <translation>The machine is there. The engine is not running, or listens only on its own 127.0.0.1: run this on that machine. A wrong port looks the same.</translation>
    </message>
    <message>
        <source>Nobody answers at %1.</source>
        <translation>Nobody answers at %1.</translation>
    </message>
    <message>
        <source>There is no way to %1 from this computer’s network.</source>
        <translation>There is no way to %1 from this computer’s network.</translation>
    </message>
    <message>
        <source>Check the network cable, Wi-Fi or VPN of this computer, and the address.</source>
        <translation>Check the network cable, Wi-Fi or VPN of this computer, and the address.</translation>
    </message>
    <message>
        <source>The proxy %2 does not answer.</source>
        <translation>The proxy %2 does not answer.</translation>
    </message>
    <message>
        <source>Check its host and port, or reach this server without a proxy.</source>
        <translation>Check its host and port, or reach this server without a proxy.</translation>
    </message>
    <message>
        <source>The proxy %2 does not let this connection through.</source>
        <translation>The proxy %2 does not let this connection through.</translation>
    </message>
    <message>
        <source>It may not allow %1, or not reach it. Reach this server without a proxy, or ask whoever runs the proxy.</source>
        <translation>It may not allow %1, or not reach it. Reach this server without a proxy, or ask whoever runs the proxy.</translation>
    </message>
    <message>
        <source>The proxy %2 asks for a name and a password.</source>
        <translation>The proxy %2 asks for a name and a password.</translation>
    </message>
    <message>
        <source>Enter them for this server, or reach it without a proxy.</source>
        <translation>Enter them for this server, or reach it without a proxy.</translation>
    </message>
    <message>
        <source>The proxy %2 can read everything.</source>
        <translation>The proxy %2 can read everything.</translation>
    </message>
    <message>
        <source>The address is not encrypted. Use https, or reach this server without a proxy.</source>
        <translation>The address is not encrypted. Use https, or reach this server without a proxy.</translation>
    </message>
    <message>
        <source>This port does not speak https.</source>
        <translation>This port does not speak https.</translation>
    </message>
    <message>
        <source>The server answers without encryption. Check the port, or begin the address with http:// if that is meant.</source>
        <translation>The server answers without encryption. Check the port, or begin the address with http:// if that is meant.</translation>
    </message>
    <message>
        <source>This port wants https.</source>
        <translation>This port wants https.</translation>
    </message>
    <message>
        <source>Begin the address with https://.</source>
        <translation>Begin the address with https://.</translation>
    </message>
    <message>
        <source>The server offers only encryption that is no longer safe.</source>
        <translation>The server offers only encryption that is no longer safe.</translation>
    </message>
    <message>
        <source>TLS 1.2 or later is needed. Update the server, or what stands in front of it.</source>
        <translation>TLS 1.2 or later is needed. Update the server, or what stands in front of it.</translation>
    </message>
    <message>
        <source>No encrypted connection came about.</source>
        <translation>No encrypted connection came about.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check that this port is the encrypted one; the reason is below.</source>
        <translation>Nothing was sent. Check that this port is the encrypted one; the reason is below.</translation>
    </message>
    <message>
        <source>The certificate is self-signed; the system does not trust it.</source>
        <translation>The certificate is self-signed; the system does not trust it.</translation>
    </message>
    <message>
        <source>Run this on the server and compare. If both are the same, you can trust it; should it ever change, you will be told.</source>
        <translation>Run this on the server and compare. If both are the same, you can trust it; should it ever change, you will be told.</translation>
    </message>
    <message>
        <source>The certificate was issued by %3, which the system does not trust.</source>
        <translation>The certificate was issued by %3, which the system does not trust.</translation>
    </message>
    <message>
        <source>Choose the certificate file of this issuer, or compare the fingerprint with the server’s and trust this one certificate.</source>
        <translation>Choose the certificate file of this issuer, or compare the fingerprint with the server’s and trust this one certificate.</translation>
    </message>
    <message>
        <source>The certificate expired on %3.</source>
        <translation>The certificate expired on %3.</translation>
    </message>
    <message>
        <source>Nothing was sent. Renew it on the server; if this computer’s date is wrong, set it. This shows the dates:</source>
        <translation>Nothing was sent. Renew it on the server; if this computer’s date is wrong, set it. This shows the dates:</translation>
    </message>
    <message>
        <source>The certificate is not valid before %3.</source>
        <translation>The certificate is not valid before %3.</translation>
    </message>
    <message>
        <source>Nothing was sent. This computer’s clock is probably wrong: check it with this command.</source>
        <translation>Nothing was sent. This computer’s clock is probably wrong: check it with this command.</translation>
    </message>
    <message>
        <source>The certificate is for %3.</source>
        <translation>The certificate is for %3.</translation>
    </message>
    <message>
        <source>Nothing was sent. Enter that name as the address, or check that the right machine answers. This shows the names:</source>
        <translation>Nothing was sent. Enter that name as the address, or check that the right machine answers. This shows the names:</translation>
    </message>
    <message>
        <source>The certificate is not the one you trusted.</source>
        <translation>The certificate is not the one you trusted.</translation>
    </message>
    <message>
        <source>Nothing was sent: someone may be in between. Trust the new one only if its fingerprint is the same on the server.</source>
        <translation>Nothing was sent: someone may be in between. Trust the new one only if its fingerprint is the same on the server.</translation>
    </message>
    <message>
        <source>What answers on this port is not a web server.</source>
        <translation>What answers on this port is not a web server.</translation>
    </message>
    <message>
        <source>Another program (SSH, a database) uses the port. Check the port: Ollama’s is 11434.</source>
        <translation>Another program (SSH, a database) uses the port. Check the port: Ollama’s is 11434.</translation>
    </message>
    <message>
        <source>The server took the request and did not reply.</source>
        <translation>The server took the request and did not reply.</translation>
    </message>
    <message>
        <source>It may be overloaded or stuck. Restart it, or check what stands in front of it.</source>
        <translation>It may be overloaded or stuck. Restart it, or check what stands in front of it.</translation>
    </message>
    <message>
        <source>The server points to another address: %3</source>
        <translation>The server points to another address: %3</translation>
    </message>
    <message>
        <source>Nothing was sent there. If you trust that address, use it.</source>
        <translation>Nothing was sent there. If you trust that address, use it.</translation>
    </message>
    <message>
        <source>A server in front answers %3: the engine behind it does not.</source>
        <translation>A server in front answers %3: the engine behind it does not.</translation>
    </message>
    <message>
        <source>Start the engine on that machine, and check the address that the proxy passes requests to (proxy_pass).</source>
        <translation>Start the engine on that machine, and check the address that the proxy passes requests to (proxy_pass).</translation>
    </message>
    <message>
        <source>The engine refuses requests for the name %3.</source>
        <translation>The engine refuses requests for the name %3.</translation>
    </message>
    <message>
        <source>While it listens on loopback it answers only to localhost and addresses. Pass the header Host: localhost in the proxy, or let the engine listen beyond loopback with this.</source>
        <translation>While it listens on loopback it answers only to localhost and addresses. Pass the header Host: localhost in the proxy, or let the engine listen beyond loopback with this.</translation>
    </message>
    <message>
        <source>The engine refuses the request without a word (403).</source>
        <translation>The engine refuses the request without a word (403).</translation>
    </message>
    <message>
        <source>Something in between adds an Origin or a Host that it does not know. Remove it in the proxy, or allow the origin with this.</source>
        <translation>Something in between adds an Origin or a Host that it does not know. Remove it in the proxy, or allow the origin with this.</translation>
    </message>
    <message>
        <source>The lock to one server keeps this address from being asked.</source>
        <translation>The lock to one server keeps this address from being asked.</translation>
    </message>
    <message>
        <source>Remove the lock under Privacy, or use the server it is locked to.</source>
        <translation>Remove the lock under Privacy, or use the server it is locked to.</translation>
    </message>
    <message>
        <source>The server asks for a key.</source>
        <translation>The server asks for a key.</translation>
    </message>
    <message>
        <source>Enter the API key of this server. Its administrator knows it.</source>
        <translation>Enter the API key of this server. Its administrator knows it.</translation>
    </message>
    <message>
        <source>The server refuses the key.</source>
        <translation>The server refuses the key.</translation>
    </message>
    <message>
        <source>It is wrong, has expired, or belongs to another address. Enter the right one.</source>
        <translation>It is wrong, has expired, or belongs to another address. Enter the right one.</translation>
    </message>
    <message>
        <source>The key was not sent: the connection is not encrypted.</source>
        <translation>The key was not sent: the connection is not encrypted.</translation>
    </message>
    <message>
        <source>Others on the way could read it. Use an https address, or allow it for this server.</source>
        <translation>Others on the way could read it. Use an https address, or allow it for this server.</translation>
    </message>
    <message>
        <source>Everyone who reaches %3 can use this server without a key.</source>
        <translation>Everyone who reaches %3 can use this server without a key.</translation>
    </message>
    <message>
        <source>They can read and delete models and use this hardware. Let it listen on loopback only, with this, or put a proxy that asks for a key in front.</source>
        <translation>They can read and delete models and use this hardware. Let it listen on loopback only, with this, or put a proxy that asks for a key in front.</translation>
    </message>
    <message>
        <source>There is no engine under the path of this address.</source>
        <translation>There is no engine under the path of this address.</translation>
    </message>
    <message>
        <source>Remove the path: the address ends after the port, unless a proxy puts the engine under a path.</source>
        <translation>Remove the path: the address ends after the port, unless a proxy puts the engine under a path.</translation>
    </message>
    <message>
        <source>A web page answers there, not a server of models.</source>
        <translation>A web page answers there, not a server of models.</translation>
    </message>
    <message>
        <source>This is the port of a web interface or of another site. Check the port: Ollama’s is 11434.</source>
        <translation>This is the port of a web interface or of another site. Check the port: Ollama’s is 11434.</translation>
    </message>
    <message>
        <source>A web server answers there, but no server of models that Inkstone knows.</source>
        <translation>A web server answers there, but no server of models that Inkstone knows.</translation>
    </message>
    <message>
        <source>Neither Ollama’s API nor an OpenAI-compatible one is there. Check port and path.</source>
        <translation>Neither Ollama’s API nor an OpenAI-compatible one is there. Check port and path.</translation>
    </message>
    <message>
        <source>Ollama %3 has known weaknesses.</source>
        <translation>Ollama %3 has known weaknesses.</translation>
    </message>
    <message>
        <source>Update it: this installs the current version.</source>
        <translation>Update it: this installs the current version.</translation>
    </message>
    <message>
        <source>The server has no model yet.</source>
        <translation>The server has no model yet.</translation>
    </message>
    <message>
        <source>Get one under Models, or with this command on the server.</source>
        <translation>Get one under Models, or with this command on the server.</translation>
    </message>
    <message>
        <source>The default model %3 is not on this server.</source>
        <translation>The default model %3 is not on this server.</translation>
    </message>
    <message>
        <source>Pull it, or choose another default model.</source>
        <translation>Pull it, or choose another default model.</translation>
    </message>
    <message>
        <source>There is not enough memory for %3.</source>
        <translation>There is not enough memory for %3.</translation>
    </message>
    <message>
        <source>Choose a smaller model, unload others, or set a shorter context length.</source>
        <translation>Choose a smaller model, unload others, or set a shorter context length.</translation>
    </message>
    <message>
        <source>The process that runs %3 ended.</source>
        <translation>The process that runs %3 ended.</translation>
    </message>
    <message>
        <source>Memory is the usual reason: choose a smaller model or a shorter context length. The server’s log tells more.</source>
        <translation>Memory is the usual reason: choose a smaller model or a shorter context length. The server’s log tells more.</translation>
    </message>
    <message>
        <source>%3 did not begin to answer in time.</source>
        <translation>%3 did not begin to answer in time.</translation>
    </message>
    <message>
        <source>It may still be loading. Choose a smaller model, a longer timeout, or fewer tokens.</source>
        <translation>It may still be loading. Choose a smaller model, a longer timeout, or fewer tokens.</translation>
    </message>
    <message>
        <source>%3 answered without a word.</source>
        <translation>%3 answered without a word.</translation>
    </message>
    <message>
        <source>Try another model: this one may be damaged or not made for chats.</source>
        <translation>Try another model: this one may be damaged or not made for chats.</translation>
    </message>
    <message>
        <source>%3 is slower than reading.</source>
        <translation>%3 is slower than reading.</translation>
    </message>
    <message>
        <source>Choose a smaller model or a shorter context length; for long answers, set fewer tokens and a longer timeout.</source>
        <translation>Choose a smaller model or a shorter context length; for long answers, set fewer tokens and a longer timeout.</translation>
    </message>
    <message>
        <source>The answer arrived all at once, after a pause.</source>
        <translation>The answer arrived all at once, after a pause.</translation>
    </message>
    <message>
        <source>A proxy in between holds it back until it is whole. In nginx, add this to the location.</source>
        <translation>A proxy in between holds it back until it is whole. In nginx, add this to the location.</translation>
    </message>
    <message>
        <source>a crafted model file can read the server’s memory, keys and other people’s chats among it</source>
        <translation>a crafted model file can read the server’s memory, keys and other people’s chats among it</translation>
    </message>
    <message>
        <source>a crafted model or registry can write files on the server</source>
        <translation>a crafted model or registry can write files on the server</translation>
    </message>
    <message>
        <source>a damaged image ends the model’s process</source>
        <translation>a damaged image ends the model’s process</translation>
    </message>
    <message>
        <source>a web page one visits can use the server</source>
        <translation>a web page one visits can use the server</translation>
    </message>
    <message>
        <source>A newer Ollama mends a weakness of %3.</source>
        <translation>A newer Ollama mends a weakness of %3.</translation>
    </message>
    <message>
        <source>No hurry: this address is reached from this computer alone. Until then, take models only from sources you trust. This installs the current version.</source>
        <translation>No hurry: this address is reached from this computer alone. Until then, take models only from sources you trust. This installs the current version.</translation>
    </message>
    <message>
        <source>The server offers no model.</source>
        <translation>The server offers no model.</translation>
    </message>
    <message>
        <source>A server of this kind is given its models where it is started, not from here.</source>
        <translation>A server of this kind is given its models where it is started, not from here.</translation>
    </message>
    <message>
        <source>The server does not offer the default model %3.</source>
        <translation>The server does not offer the default model %3.</translation>
    </message>
    <message>
        <source>Choose one that it offers as its default model, under More above. A server of this kind is given its models where it is started, not from here.</source>
        <translation>Choose one that it offers as its default model, under More above. A server of this kind is given its models where it is started, not from here.</translation>
    </message>
    <message>
        <source>The server answers, but does not tell which models it has.</source>
        <translation>The server answers, but does not tell which models it has.</translation>
    </message>
    <message>
        <source>Whoever runs it knows a name: type it as the default model of this server, under More above. Then it can be asked.</source>
        <translation>Whoever runs it knows a name: type it as the default model of this server, under More above. Then it can be asked.</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>A firewall drops the connection, or the machine is off. If it is on, open the port there, with the line for its system.</source>
        <translation>A firewall drops the connection, or the machine is off. If it is on, open the port there, with the line for its system.</translation>
    </message>
    <message>
        <source>The server is still loading its model.</source>
        <translation>The server is still loading its model.</translation>
    </message>
    <message>
        <source>It answers as soon as that is done; a large model takes minutes. Then check again.</source>
        <translation>It answers as soon as that is done; a large model takes minutes. Then check again.</translation>
    </message>
    <message>
        <source>They can ask its models and use its hardware. Make a key with this, start the server with it (--api-key of vLLM and llama-server) and enter it here. Or let it listen on loopback only (--host 127.0.0.1).</source>
        <translation>They can ask its models and use its hardware. Make a key with this, start the server with it (--api-key of vLLM and llama-server) and enter it here. Or let it listen on loopback only (--host 127.0.0.1).</translation>
    </message>
</context>
<context>
    <name>ui::AppearanceForm</name>
    <message>
        <source>Appearance &amp; language</source>
        <translation>Appearance &amp; language</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Typing</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Send with</source>
        <translation>Send with</translation>
    </message>
    <message>
        <source>Shift+Enter always starts a new line.</source>
        <translation>Shift+Enter always starts a new line.</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 pixels</translation>
    </message>
    <message>
        <source>The system’s</source>
        <translation>The system’s</translation>
    </message>
    <message>
        <source>Interface size</source>
        <translation>Interface size</translation>
    </message>
    <message>
        <source>From the interface size</source>
        <translation>From the interface size</translation>
    </message>
    <message>
        <source>Conversation size</source>
        <translation>Conversation size</translation>
    </message>
    <message>
        <source>Code size</source>
        <translation>Code size</translation>
    </message>
</context>
<context>
    <name>ui::AssistantFields</name>
    <message>
        <source>An assistant needs a name. “%1” is still in use.</source>
        <translation>An assistant needs a name. “%1” is still in use.</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Back to %1</translation>
    </message>
    <message>
        <source>A system prompt holds up to %1 characters. These %2 were not saved; the text before is still in use.</source>
        <translation>A system prompt holds up to %1 characters. These %2 were not saved; the text before is still in use.</translation>
    </message>
    <message>
        <source>Up to %1 lines of %2 characters. These were not saved; those before are still in use.</source>
        <translation>Up to %1 lines of %2 characters. These were not saved; those before are still in use.</translation>
    </message>
    <message>
        <source>Whichever is chosen</source>
        <translation>Whichever is chosen</translation>
    </message>
    <message>
        <source>%1 (not installed)</source>
        <translation>%1 (not installed)</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>As usual</translation>
    </message>
    <message>
        <source>Think first</source>
        <translation>Think first</translation>
    </message>
    <message>
        <source>Answer at once</source>
        <translation>Answer at once</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Icon</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>System prompt</translation>
    </message>
    <message>
        <source>What the model is told before the first question. Empty: the one under Settings, Generation.</source>
        <translation>What the model is told before the first question. Empty: the one under Settings, Generation.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Taken where the server has it.</source>
        <translation>Taken where the server has it.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameters</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Thinking</translation>
    </message>
    <message>
        <source>Of models that can think before they answer.</source>
        <translation>Of models that can think before they answer.</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>Questions to begin with, one a line.</source>
        <translation>Questions to begin with, one a line.</translation>
    </message>
</context>
<context>
    <name>ui::AssistantIcons</name>
    <message>
        <source>Scroll</source>
        <translation>Scroll</translation>
    </message>
    <message>
        <source>Speech bubble</source>
        <translation>Speech bubble</translation>
    </message>
    <message>
        <source>Light bulb</source>
        <translation>Light bulb</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Pencil</source>
        <translation>Pencil</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>List</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>Magnifier</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Books</translation>
    </message>
    <message>
        <source>Wrench</source>
        <translation>Wrench</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>Shield</source>
        <translation>Shield</translation>
    </message>
</context>
<context>
    <name>ui::AssistantsForm</name>
    <message>
        <source>%1 is not there any more, or is no file.</source>
        <translation>%1 is not there any more, or is no file.</translation>
    </message>
    <message>
        <source>%1 is larger than a file of assistants can be. Nothing was imported.</source>
        <translation>%1 is larger than a file of assistants can be. Nothing was imported.</translation>
    </message>
    <message>
        <source>%1 comes from a newer Inkstone. Nothing was imported; update this one first.</source>
        <translation>%1 comes from a newer Inkstone. Nothing was imported; update this one first.</translation>
    </message>
    <message>
        <source>Assistant %1 in %2 has no name, or something in it is too long or of the wrong kind. Nothing was imported.</source>
        <translation>Assistant %1 in %2 has no name, or something in it is too long or of the wrong kind. Nothing was imported.</translation>
    </message>
    <message>
        <source>%1 has no assistants of Inkstone in it. Nothing was imported.</source>
        <translation>%1 has no assistants of Inkstone in it. Nothing was imported.</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 could not be read.</translation>
    </message>
    <message>
        <source>New assistant</source>
        <translation>New assistant</translation>
    </message>
    <message>
        <source>Assistants</source>
        <translation>Assistants</translation>
    </message>
    <message>
        <source>%1 (for new chats)</source>
        <translation>%1 (for new chats)</translation>
    </message>
    <message>
        <source>The assistants could not be read. Start Inkstone again.</source>
        <translation>The assistants could not be read. Start Inkstone again.</translation>
    </message>
    <message>
        <source>%1 was removed. Conversations that use it keep their prompt.</source>
        <translation>%1 was removed. Conversations that use it keep their prompt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Reset brings the assistants of the beginning back as they were. What you changed in these is lost then; your own stay.</source>
        <translation>Reset brings the assistants of the beginning back as they were. What you changed in these is lost then; your own stay.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>The assistants of the beginning are as they were.</source>
        <translation>The assistants of the beginning are as they were.</translation>
    </message>
    <message>
        <source>Export assistants</source>
        <translation>Export assistants</translation>
    </message>
    <message>
        <source>Inkstone (*.json)</source>
        <translation>Inkstone (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>%n assistant(s) exported to %1.</source>
        <translation>
            <numerusform>%n assistant exported to %1.</numerusform>
            <numerusform>%n assistants exported to %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Import assistants</source>
        <translation>Import assistants</translation>
    </message>
    <message>
        <source>Assistants (*.json)</source>
        <translation>Assistants (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>There is no assistant in %1.</source>
        <translation>There is no assistant in %1.</translation>
    </message>
    <message>
        <source>There can be %1 assistants. Nothing was imported; remove some first.</source>
        <translation>There can be %1 assistants. Nothing was imported; remove some first.</translation>
    </message>
    <message numerus="yes">
        <source>%n assistant(s) came in, at the end of the list.</source>
        <translation>
            <numerusform>%n assistant came in, at the end of the list.</numerusform>
            <numerusform>%n assistants came in, at the end of the list.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>A prompt, a model and parameters under one name, to begin a conversation with.</source>
        <translation>A prompt, a model and parameters under one name, to begin a conversation with.</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Use for new chats</source>
        <translation>Use for new chats</translation>
    </message>
    <message>
        <source>All assistants</source>
        <translation>All assistants</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Export all…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Reset brings the assistants of the beginning back as they were. Those you made stay.</source>
        <translation>Reset brings the assistants of the beginning back as they were. Those you made stay.</translation>
    </message>
</context>
<context>
    <name>ui::AtWork</name>
    <message numerus="yes">
        <source>%n download(s) will stop.</source>
        <translation>
            <numerusform>%n download will stop.</numerusform>
            <numerusform>%n downloads will stop.</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay in the list of downloads, and Resume goes on from what has arrived.</source>
        <translation>They stay in the list of downloads, and Resume goes on from what has arrived.</translation>
    </message>
    <message numerus="yes">
        <source>%n push(es) will stop.</source>
        <translation>
            <numerusform>%n push(es) will stop.</numerusform>
            <numerusform>%n push(es) will stop.</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay in the list of downloads, and Resume sends what the registry lacks.</source>
        <translation>They stay in the list of downloads, and Resume sends what the registry lacks.</translation>
    </message>
    <message>
        <source>The work on %1 will stop.</source>
        <translation>The work on %1 will stop.</translation>
    </message>
    <message>
        <source>It is not done yet, and begins anew when you ask for it again.</source>
        <translation>It is not done yet, and begins anew when you ask for it again.</translation>
    </message>
    <message>
        <source>Removing the old files of the models will stop.</source>
        <translation>Removing the old files of the models will stop.</translation>
    </message>
    <message>
        <source>What is left of them can be removed the next time.</source>
        <translation>What is left of them can be removed the next time.</translation>
    </message>
    <message>
        <source>Moving the models to another folder will stop.</source>
        <translation>Moving the models to another folder will stop.</translation>
    </message>
    <message>
        <source>The engine uses the old folder as before. What is copied stays in the new one, and the next try goes on from it.</source>
        <translation>The engine uses the old folder as before. What is copied stays in the new one, and the next try goes on from it.</translation>
    </message>
    <message>
        <source>Keep downloading</source>
        <translation>Keep downloading</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>ui::Attaching</name>
    <message>
        <source>Attach images and files</source>
        <translation>Attach images and files</translation>
    </message>
    <message numerus="yes">
        <source>At most %n images and files go with one question. The others were left out.</source>
        <translation>
            <numerusform>At most %n images and files go with one question. The others were left out.</numerusform>
            <numerusform>At most %n images and files go with one question. The others were left out.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 is not there any more.</translation>
    </message>
    <message>
        <source>%1 is no file. Folders cannot be attached; choose the files in it.</source>
        <translation>%1 is no file. Folders cannot be attached; choose the files in it.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 could not be read: %2</translation>
    </message>
    <message>
        <source>%1 is too large: images may have up to %2.</source>
        <translation>%1 is too large: images may have up to %2.</translation>
    </message>
    <message>
        <source>%1 is too large: files of text may have up to %2. Attach the part that matters.</source>
        <translation>%1 is too large: files of text may have up to %2. Attach the part that matters.</translation>
    </message>
    <message>
        <source>%1 is neither an image (PNG, JPEG, GIF, BMP, WebP) nor text (UTF-8, UTF-16, GB18030).</source>
        <translation>%1 is neither an image (PNG, JPEG, GIF, BMP, WebP) nor text (UTF-8, UTF-16, GB18030).</translation>
    </message>
    <message>
        <source>The image</source>
        <translation>The image</translation>
    </message>
    <message>
        <source>%1 is in a form of image that cannot be read here. Save it as PNG or JPEG, and attach that.</source>
        <translation>%1 is in a form of image that cannot be read here. Save it as PNG or JPEG, and attach that.</translation>
    </message>
    <message>
        <source>%1 has more than %2 million pixels. Make it smaller, and attach that.</source>
        <translation>%1 has more than %2 million pixels. Make it smaller, and attach that.</translation>
    </message>
    <message>
        <source>%1 could not be read as an image: it is damaged.</source>
        <translation>%1 could not be read as an image: it is damaged.</translation>
    </message>
    <message>
        <source>%1 could not be read: its reader failed. If that happens with every image, start Inkstone again.</source>
        <translation>%1 could not be read: its reader failed. If that happens with every image, start Inkstone again.</translation>
    </message>
</context>
<context>
    <name>ui::AttachmentChip</name>
    <message>
        <source>Enter opens it, Delete removes it from the question</source>
        <translation>Enter opens it, Delete removes it from the question</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remove %1</translation>
    </message>
    <message>
        <source>Remove from the question (Delete)</source>
        <translation>Remove from the question (Delete)</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>%1 × %2, %3</source>
        <translation>%1 × %2, %3</translation>
    </message>
</context>
<context>
    <name>ui::AttachmentStrip</name>
    <message>
        <source>Attached</source>
        <translation>Attached</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Choose a model</translation>
    </message>
    <message>
        <source>Remove images</source>
        <translation>Remove images</translation>
    </message>
</context>
<context>
    <name>ui::AttachmentView</name>
    <message>
        <source>It is not there any more: it was deleted, or lost with a damaged file.</source>
        <translation>It is not there any more: it was deleted, or lost with a damaged file.</translation>
    </message>
    <message>
        <source>It could not be read as an image.</source>
        <translation>It could not be read as an image.</translation>
    </message>
</context>
<context>
    <name>ui::Banner</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>ui::BoundRow</name>
    <message>
        <source>Back to %1</source>
        <translation>Back to %1</translation>
    </message>
    <message>
        <source>From %1.</source>
        <translation>From %1.</translation>
    </message>
    <message>
        <source>Set by %1 in the environment, which wins. Unset it to choose here.</source>
        <translation>Set by %1 in the environment, which wins. Unset it to choose here.</translation>
    </message>
</context>
<context>
    <name>ui::CatalogueDelegate</name>
    <message>
        <source>Pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installed</translation>
    </message>
</context>
<context>
    <name>ui::CatalogueDetail</name>
    <message>
        <source>Abilities</source>
        <translation>Abilities</translation>
    </message>
    <message>
        <source>Cancel, %1 done</source>
        <translation>Cancel, %1 done</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Pull %1</source>
        <translation>Pull %1</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Download</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>about %1</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memory</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameters</translation>
    </message>
    <message>
        <source>Quantization</source>
        <translation>Quantization</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>Context length</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Needs</translation>
    </message>
    <message>
        <source>Ollama %1 or later</source>
        <translation>Ollama %1 or later</translation>
    </message>
    <message>
        <source>In the guides</source>
        <translation>In the guides</translation>
    </message>
    <message>
        <source>Figures from</source>
        <translation>Figures from</translation>
    </message>
    <message>
        <source>Not known: so much has not run on that server yet.</source>
        <translation>Not known: so much has not run on that server yet.</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Fits</translation>
    </message>
</context>
<context>
    <name>ui::CatalogueFilterBar</name>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Download size</source>
        <translation>Download size</translation>
    </message>
    <message>
        <source>Understands Chinese</source>
        <translation>Understands Chinese</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>In the guides</source>
        <translation>In the guides</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Vision</source>
        <translation>Vision</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Thinking</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>Any size</source>
        <translation>Any size</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>Up to %1</translation>
    </message>
    <message>
        <source>More than %1</source>
        <translation>More than %1</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Recommended</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>Context length</translation>
    </message>
    <message>
        <source>The context length that memory is reckoned with</source>
        <translation>The context length that memory is reckoned with</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Fits</translation>
    </message>
</context>
<context>
    <name>ui::CataloguePage</name>
    <message>
        <source>Catalogue</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>The catalogue has nothing like “%1”</source>
        <translation>The catalogue has nothing like “%1”</translation>
    </message>
    <message>
        <source>Any other model can be pulled by its name, in the field above.</source>
        <translation>Any other model can be pulled by its name, in the field above.</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>Copy the name</translation>
    </message>
    <message>
        <source>Another catalogue…</source>
        <translation>Another catalogue…</translation>
    </message>
    <message>
        <source>%1 Sizes are the server’s own after a pull.</source>
        <comment>%1: where the catalogue is from</comment>
        <translation>%1 Sizes are the server’s own after a pull.</translation>
    </message>
    <message>
        <source>The catalogue has nothing of this kind</source>
        <translation>The catalogue has nothing of this kind</translation>
    </message>
    <message>
        <source>Show all kinds and sizes</source>
        <translation>Show all kinds and sizes</translation>
    </message>
    <message>
        <source>%1 What models were measured to take could not be kept.</source>
        <comment>%1: the sentence before it</comment>
        <translation>%1 What models were measured to take could not be kept.</translation>
    </message>
</context>
<context>
    <name>ui::CatalogueProxy</name>
    <message>
        <source>%1, %2, %3 pulled. %4</source>
        <translation>%1, %2, %3 pulled. %4</translation>
    </message>
    <message>
        <source>%1, %2, installed. %3</source>
        <translation>%1, %2, installed. %3</translation>
    </message>
    <message>
        <source>%1, %2. %3 %4</source>
        <translation>%1, %2. %3 %4</translation>
    </message>
</context>
<context>
    <name>ui::CatalogueSource</name>
    <message>
        <source>the built-in one</source>
        <translation>the built-in one</translation>
    </message>
    <message>
        <source>Another catalogue</source>
        <translation>Another catalogue</translation>
    </message>
    <message>
        <source>Address of a catalogue</source>
        <translation>Address of a catalogue</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>From a file…</translation>
    </message>
    <message>
        <source>Use the built-in one</source>
        <translation>Use the built-in one</translation>
    </message>
    <message>
        <source>Nothing is fetched by itself. The new list is checked whole before it takes the old one’s place; it only names models, and pulls nothing.</source>
        <translation>Nothing is fetched by itself. The new list is checked whole before it takes the old one’s place; it only names models, and pulls nothing.</translation>
    </message>
    <message numerus="yes">
        <source>%1 It lists %n model(s).</source>
        <translation>
            <numerusform>%1 It lists %n model.</numerusform>
            <numerusform>%1 It lists %n models.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Fetching…</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Fetch</translation>
    </message>
    <message>
        <source>Choose a catalogue</source>
        <translation>Choose a catalogue</translation>
    </message>
    <message>
        <source>Catalogues (*.json)</source>
        <translation>Catalogues (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>One sentence after the other</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Catalogue of %1, built in; the one you chose can no longer be read.</source>
        <translation>Catalogue of %1, built in; the one you chose can no longer be read.</translation>
    </message>
    <message>
        <source>Catalogue of %1, built in.</source>
        <translation>Catalogue of %1, built in.</translation>
    </message>
    <message>
        <source>Catalogue of %1, from %2.</source>
        <translation>Catalogue of %1, from %2.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ui::ChatHeader</name>
    <message>
        <source>Rename</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>New chat</translation>
    </message>
    <message>
        <source>Double-click to rename</source>
        <translation>Double-click to rename</translation>
    </message>
    <message>
        <source>No prompt</source>
        <translation>No prompt</translation>
    </message>
    <message>
        <source>Own prompt</source>
        <translation>Own prompt</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Conversation menu</source>
        <translation>Conversation menu</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Show conversations</source>
        <translation>Show conversations</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>Find in this conversation</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>%1, own prompt</source>
        <translation>%1, own prompt</translation>
    </message>
    <message>
        <source>Assistant: %1</source>
        <translation>Assistant: %1</translation>
    </message>
    <message>
        <source>Assistant and system prompt of this conversation</source>
        <translation>Assistant and system prompt of this conversation</translation>
    </message>
    <message>
        <source>Assistant of this conversation: %1</source>
        <translation>Assistant of this conversation: %1</translation>
    </message>
</context>
<context>
    <name>ui::ChatPage</name>
    <message>
        <source>You can write the next message already</source>
        <translation>You can write the next message already</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>Message %1</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Branch: %1</source>
        <translation>Branch: %1</translation>
    </message>
    <message>
        <source>Ask again with another model</source>
        <translation>Ask again with another model</translation>
    </message>
    <message>
        <source>%1 cannot see images. Choose a model that can, or remove the images.</source>
        <translation>%1 cannot see images. Choose a model that can, or remove the images.</translation>
    </message>
    <message>
        <source>The images of this conversation are not sent: %1 cannot see them.</source>
        <translation>The images of this conversation are not sent: %1 cannot see them.</translation>
    </message>
    <message>
        <source>The edit was left.</source>
        <translation>The edit was left.</translation>
    </message>
    <message>
        <source>Inkstone %1</source>
        <translation>Inkstone %1</translation>
    </message>
</context>
<context>
    <name>ui::ChoicePopup</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ui::ChoiceRow</name>
    <message>
        <source>“%1” cannot be chosen and was not saved; “%2” is still in use.</source>
        <translation>“%1” cannot be chosen and was not saved; “%2” is still in use.</translation>
    </message>
</context>
<context>
    <name>ui::CommandLine</name>
    <message>
        <source>question</source>
        <translation>question</translation>
    </message>
    <message>
        <source>name</source>
        <translation>name</translation>
    </message>
    <message>
        <source>Inkstone talks to language models that run on your own machine. Without options it opens its window; with one of these it works in the terminal, with the same settings.</source>
        <translation>Inkstone talks to language models that run on your own machine. Without options it opens its window; with one of these it works in the terminal, with the same settings.</translation>
    </message>
    <message>
        <source>Shows this text.</source>
        <translation>Shows this text.</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>Shows the version.</translation>
    </message>
    <message>
        <source>Asks a model and prints the answer as it comes.</source>
        <translation>Asks a model and prints the answer as it comes.</translation>
    </message>
    <message>
        <source>The model for --ask and --check; else the default model, or the newest.</source>
        <translation>The model for --ask and --check; else the default model, or the newest.</translation>
    </message>
    <message>
        <source>Lists the models on the server.</source>
        <translation>Lists the models on the server.</translation>
    </message>
    <message>
        <source>Downloads a model to the server.</source>
        <translation>Downloads a model to the server.</translation>
    </message>
    <message>
        <source>Removes a model from the server.</source>
        <translation>Removes a model from the server.</translation>
    </message>
    <message>
        <source>Checks the connection: version, models, one short answer.</source>
        <translation>Checks the connection: version, models, one short answer.</translation>
    </message>
    <message>
        <source>Only one of the options can be used at a time.</source>
        <translation>Only one of the options can be used at a time.</translation>
    </message>
    <message>
        <source>--model goes with --ask or --check.</source>
        <translation>--model goes with --ask or --check.</translation>
    </message>
    <message>
        <source>The option needs a value that is not empty.</source>
        <translation>The option needs a value that is not empty.</translation>
    </message>
    <message>
        <source>“%1” is no option of this program.</source>
        <translation>“%1” is no option of this program.</translation>
    </message>
    <message>
        <source>Reads a server’s log: problems, next steps, requests.</source>
        <translation>Reads a server’s log: problems, next steps, requests.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>file</translation>
    </message>
    <message>
        <source>Says yes where --pull would ask whether a registry is meant.</source>
        <translation>Says yes where --pull would ask whether a registry is meant.</translation>
    </message>
    <message>
        <source>
Exit codes:
  0    done
  1    the server failed, or its reply made no sense
  2    the options are wrong
  3    no connection to the server, or it broke off
  4    the server refuses access
  5    there is no such model
  6    the server cannot do it: memory, disk space, registry, too busy, not supported
  130  stopped by Ctrl+C, or by the answer no
</source>
        <translation>
Exit codes:
  0    done
  1    the server failed, or its reply made no sense
  2    the options are wrong
  3    no connection to the server, or it broke off
  4    the server refuses access
  5    there is no such model
  6    the server cannot do it: memory, disk space, registry, too busy, not supported
  130  stopped by Ctrl+C, or by the answer no
</translation>
    </message>
    <message>
        <source>--yes goes with --pull.</source>
        <translation>--yes goes with --pull.</translation>
    </message>
</context>
<context>
    <name>ui::CompareColumn</name>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 of %2: %3</translation>
    </message>
    <message>
        <source>Possible when the answer is complete</source>
        <translation>Possible when the answer is complete</translation>
    </message>
    <message>
        <source>Show this one</source>
        <translation>Show this one</translation>
    </message>
</context>
<context>
    <name>ui::CompareView</name>
    <message>
        <source>Versions of this answer</source>
        <translation>Versions of this answer</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>Close the comparison</translation>
    </message>
    <message>
        <source>First version</source>
        <translation>First version</translation>
    </message>
    <message>
        <source>Second version</source>
        <translation>Second version</translation>
    </message>
</context>
<context>
    <name>ui::Composer</name>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Think</source>
        <translation>Think</translation>
    </message>
    <message>
        <source>Let the model think before it answers</source>
        <translation>Let the model think before it answers</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop the answer and keep what is there (Esc)</source>
        <translation>Stop the answer and keep what is there (Esc)</translation>
    </message>
    <message>
        <source>Edited question</source>
        <translation>Edited question</translation>
    </message>
    <message>
        <source>Attach images and files</source>
        <translation>Attach images and files</translation>
    </message>
    <message>
        <source>Attach images and files (%1)</source>
        <translation>Attach images and files (%1)</translation>
    </message>
</context>
<context>
    <name>ui::ContactsTable</name>
    <message>
        <source>%1, %2</source>
        <comment>day and time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>questions</translation>
    </message>
    <message>
        <source>pulls</source>
        <translation>pulls</translation>
    </message>
    <message>
        <source>managing models</source>
        <translation>managing models</translation>
    </message>
    <message>
        <source>list of models</source>
        <translation>list of models</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>certificate</translation>
    </message>
    <message>
        <source>is it there</source>
        <translation>is it there</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>proxy</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the members of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>For</source>
        <translation>For</translation>
    </message>
    <message>
        <source>First</source>
        <translation>First</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>catalogue</source>
        <translation>catalogue</translation>
    </message>
    <message>
        <source>what a model consists of</source>
        <translation>what a model consists of</translation>
    </message>
</context>
<context>
    <name>ui::ContextMeter</name>
    <message>
        <source>Context: %1</source>
        <translation>Context: %1</translation>
    </message>
</context>
<context>
    <name>ui::ContextPopup</name>
    <message>
        <source>Context window</source>
        <translation>Context window</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>A number</comment>
        <translation>about %1</translation>
    </message>
    <message>
        <source>System prompt and summary</source>
        <translation>System prompt and summary</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>System prompt</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>What you are writing</source>
        <translation>What you are writing</translation>
    </message>
    <message>
        <source>Left for the answer</source>
        <translation>Left for the answer</translation>
    </message>
</context>
<context>
    <name>ui::ContextWay</name>
    <message>
        <source>Leave out the oldest messages</source>
        <translation>Leave out the oldest messages</translation>
    </message>
    <message>
        <source>Use a larger window</source>
        <translation>Use a larger window</translation>
    </message>
    <message>
        <source>Summarise the oldest part</source>
        <translation>Summarise the oldest part</translation>
    </message>
    <message>
        <source>Send everything again</source>
        <translation>Send everything again</translation>
    </message>
    <message>
        <source>Its size is set where the server is started; a request cannot ask for another.</source>
        <translation>Its size is set where the server is started; a request cannot ask for another.</translation>
    </message>
    <message>
        <source>%1 can take %2 at most, which is not enough.</source>
        <translation>%1 can take %2 at most, which is not enough.</translation>
    </message>
    <message>
        <source>No window is large enough for it.</source>
        <translation>No window is large enough for it.</translation>
    </message>
    <message>
        <source>With %1 there is not enough memory. %2</source>
        <translation>With %1 there is not enough memory. %2</translation>
    </message>
    <message>
        <source>%1, for this conversation alone. The model is loaded anew for it.</source>
        <translation>%1, for this conversation alone. The model is loaded anew for it.</translation>
    </message>
    <message>
        <source>%1 Whether memory allows it is not known.</source>
        <translation>%1 Whether memory allows it is not known.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>ui::ContextWords</name>
    <message>
        <source>The next request takes about %1 tokens.</source>
        <translation>The next request takes about %1 tokens.</translation>
    </message>
    <message>
        <source>The next request takes %1 tokens.</source>
        <translation>The next request takes %1 tokens.</translation>
    </message>
    <message>
        <source>The next request takes about %1 of %2 tokens.</source>
        <translation>The next request takes about %1 of %2 tokens.</translation>
    </message>
    <message>
        <source>The next request takes %1 of %2 tokens.</source>
        <translation>The next request takes %1 of %2 tokens.</translation>
    </message>
    <message>
        <source>How large the model’s window is, the server does not tell.</source>
        <translation>How large the model’s window is, the server does not tell.</translation>
    </message>
    <message>
        <source>So many the model can take at most; how many this server gives it is known when it is loaded.</source>
        <translation>So many the model can take at most; how many this server gives it is known when it is loaded.</translation>
    </message>
    <message>
        <source>There is no room for an answer.</source>
        <translation>There is no room for an answer.</translation>
    </message>
    <message>
        <source>That leaves about %1 for the answer, less than the %2 it may take.</source>
        <translation>That leaves about %1 for the answer, less than the %2 it may take.</translation>
    </message>
    <message>
        <source>That leaves about %1 for the answer.</source>
        <translation>That leaves about %1 for the answer.</translation>
    </message>
    <message>
        <source>%1k</source>
        <comment>Thousands of tokens</comment>
        <translation>%1k</translation>
    </message>
    <message>
        <source>%1M</source>
        <comment>Millions of tokens</comment>
        <translation>%1M</translation>
    </message>
    <message>
        <source>about %1 tokens</source>
        <comment>In a narrow place</comment>
        <translation>about %1 tokens</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <comment>In a narrow place</comment>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>about %1 of at most %2</source>
        <translation>about %1 of at most %2</translation>
    </message>
    <message>
        <source>%1 of at most %2</source>
        <translation>%1 of at most %2</translation>
    </message>
    <message>
        <source>about %1 of %2</source>
        <translation>about %1 of %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message numerus="yes">
        <source>The oldest %n message(s) are left out of it.</source>
        <translation>
            <numerusform>The oldest %n message are left out of it.</numerusform>
            <numerusform>The oldest %n messages are left out of it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of the last request the server read %1 tokens of about %2: it seems to have left out the beginning without saying so.</source>
        <translation>Of the last request the server read %1 tokens of about %2: it seems to have left out the beginning without saying so.</translation>
    </message>
</context>
<context>
    <name>ui::ConversationActions</name>
    <message>
        <source>Unpin</source>
        <translation>Unpin</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Pin</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Move to…</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>Move to trash</translation>
    </message>
    <message numerus="yes">
        <source>Move %n conversation(s) to trash</source>
        <translation>
            <numerusform>Move %n conversation to trash</numerusform>
            <numerusform>Move %n conversations to trash</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>New folder inside…</source>
        <translation>New folder inside…</translation>
    </message>
    <message>
        <source>Remove folder</source>
        <translation>Remove folder</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) pinned</source>
        <translation>
            <numerusform>%n conversation pinned</numerusform>
            <numerusform>%n conversations pinned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) unpinned</source>
        <translation>
            <numerusform>%n conversation unpinned</numerusform>
            <numerusform>%n conversations unpinned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) archived</source>
        <translation>
            <numerusform>%n conversation archived</numerusform>
            <numerusform>%n conversations archived</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) back in the list</source>
        <translation>
            <numerusform>%n conversation back in the list</numerusform>
            <numerusform>%n conversations back in the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) in no folder any more</source>
        <translation>
            <numerusform>%n conversation in no folder any more</numerusform>
            <numerusform>%n conversations in no folder any more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) moved to %1</source>
        <translation>
            <numerusform>%n conversation moved to %1</numerusform>
            <numerusform>%n conversations moved to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) moved to the trash</source>
        <translation>
            <numerusform>%n conversation moved to the trash</numerusform>
            <numerusform>%n conversations moved to the trash</numerusform>
        </translation>
    </message>
    <message>
        <source>In no folder</source>
        <translation>In no folder</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>New folder…</translation>
    </message>
    <message>
        <source>New folder “%1”</source>
        <translation>New folder “%1”</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Move to</translation>
    </message>
    <message numerus="yes">
        <source>Move %n conversation(s) to…</source>
        <translation>
            <numerusform>Move %n conversation to…</numerusform>
            <numerusform>Move %n conversations to…</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no such folder</source>
        <translation>There is no such folder</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>New folder</translation>
    </message>
    <message>
        <source>Create folder</source>
        <translation>Create folder</translation>
    </message>
    <message>
        <source>Folder %1 created</source>
        <translation>Folder %1 created</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>Rename folder</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Folder %1 removed. What was in it is in the list.</source>
        <translation>Folder %1 removed. What was in it is in the list.</translation>
    </message>
    <message>
        <source>Move the folder to…</source>
        <translation>Move the folder to…</translation>
    </message>
    <message>
        <source>Folder %1 moved</source>
        <translation>Folder %1 moved</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Export folder</source>
        <translation>Export folder</translation>
    </message>
</context>
<context>
    <name>ui::ConversationContext</name>
    <message>
        <source>There is nothing before the last question that could be left out.</source>
        <translation>There is nothing before the last question that could be left out.</translation>
    </message>
    <message>
        <source>When the answer is there.</source>
        <translation>When the answer is there.</translation>
    </message>
    <message numerus="yes">
        <source>The oldest %n message(s) stay here and are not sent any more.</source>
        <translation>
            <numerusform>The oldest %n message stay here and are not sent any more.</numerusform>
            <numerusform>The oldest %n messages stay here and are not sent any more.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is being done.</source>
        <translation>It is being done.</translation>
    </message>
    <message>
        <source>%1 sums them up; the summary is sent in their place.</source>
        <translation>%1 sums them up; the summary is sent in their place.</translation>
    </message>
    <message numerus="yes">
        <source>The %n message(s) that are left out now.</source>
        <translation>
            <numerusform>The %n message that are left out now.</numerusform>
            <numerusform>The %n messages that are left out now.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message numerus="yes">
        <source>The oldest %n message(s) are left out from now on. They stay here.</source>
        <translation>
            <numerusform>The oldest %n message are left out from now on. They stay here.</numerusform>
            <numerusform>The oldest %n messages are left out from now on. They stay here.</numerusform>
        </translation>
    </message>
    <message>
        <source>In this conversation the window is %1 from now on.</source>
        <translation>In this conversation the window is %1 from now on.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>There is no summary. %1 %2</source>
        <translation>There is no summary. %1 %2</translation>
    </message>
    <message>
        <source>The oldest part is being summarised: %1 of %2</source>
        <translation>The oldest part is being summarised: %1 of %2</translation>
    </message>
    <message>
        <source>The oldest part is being summarised</source>
        <translation>The oldest part is being summarised</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>The oldest part is left out from now on, and its summary is sent in its place. It stays here.</source>
        <translation>The oldest part is left out from now on, and its summary is sent in its place. It stays here.</translation>
    </message>
    <message>
        <source>Everything is sent again.</source>
        <translation>Everything is sent again.</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>What can be done</translation>
    </message>
</context>
<context>
    <name>ui::ConversationDelegate</name>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>Previous 7 days</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Older</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>New chat</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>%1, is being answered</source>
        <translation>%1, is being answered</translation>
    </message>
    <message>
        <source>%1, has a new answer</source>
        <translation>%1, has a new answer</translation>
    </message>
    <message>
        <source>%1, has a draft</source>
        <translation>%1, has a draft</translation>
    </message>
    <message numerus="yes">
        <source>Folder %1, folded, %n conversation(s)</source>
        <translation>
            <numerusform>Folder %1, folded, %n conversation</numerusform>
            <numerusform>Folder %1, folded, %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Folder %1, open, %n conversation(s)</source>
        <translation>
            <numerusform>Folder %1, open, %n conversation</numerusform>
            <numerusform>Folder %1, open, %n conversations</numerusform>
        </translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Pinned</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1, pinned</translation>
    </message>
</context>
<context>
    <name>ui::ConversationPane</name>
    <message>
        <source>Search conversations</source>
        <translation>Search conversations</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>New chat</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Archive (%L1)</source>
        <translation>Archive (%L1)</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Show the archived conversations</source>
        <translation>Show the archived conversations</translation>
    </message>
</context>
<context>
    <name>ui::ConversationView</name>
    <message>
        <source>Rename</source>
        <translation>Rename</translation>
    </message>
</context>
<context>
    <name>ui::DataForm</name>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Everything stays on this computer, readable by your account only.</source>
        <translation>Everything stays on this computer, readable by your account only.</translation>
    </message>
    <message>
        <source>Where things are kept</source>
        <translation>Where things are kept</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copy the path of the conversations</source>
        <translation>Copy the path of the conversations</translation>
    </message>
    <message>
        <source>Copy the path of the settings</source>
        <translation>Copy the path of the settings</translation>
    </message>
    <message>
        <source>Deleted conversations</source>
        <translation>Deleted conversations</translation>
    </message>
    <message>
        <source>.env file</source>
        <translation>.env file</translation>
    </message>
    <message>
        <source>Export and import</source>
        <translation>Export and import</translation>
    </message>
</context>
<context>
    <name>ui::DeploymentForm</name>
    <message>
        <source>Deployment</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>The files with which an engine serves other programs, people and machines. Inkstone fills them in and saves them where you say; it runs none of them.</source>
        <translation>The files with which an engine serves other programs, people and machines. Inkstone fills them in and saves them where you say; it runs none of them.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>HTTPS and key in front</source>
        <translation>HTTPS and key in front</translation>
    </message>
    <message>
        <source>Run by</source>
        <translation>Run by</translation>
    </message>
    <message>
        <source>Docker (docker-compose.yml)</source>
        <translation>Docker (docker-compose.yml)</translation>
    </message>
    <message>
        <source>systemd, as a user of its own (ollama.service)</source>
        <translation>systemd, as a user of its own (ollama.service)</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Graphics card</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>NVIDIA</source>
        <translation>NVIDIA</translation>
    </message>
    <message>
        <source>AMD</source>
        <translation>AMD</translation>
    </message>
    <message>
        <source>Version of the image</source>
        <translation>Version of the image</translation>
    </message>
    <message>
        <source>A release such as 0.17.4 stays what it is; latest changes with each download.</source>
        <translation>A release such as 0.17.4 stays what it is; latest changes with each download.</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Memory limit</translation>
    </message>
    <message>
        <source>Gigabytes the engine may take at most. Empty: no limit.</source>
        <translation>Gigabytes the engine may take at most. Empty: no limit.</translation>
    </message>
    <message>
        <source>Processor limit</source>
        <translation>Processor limit</translation>
    </message>
    <message>
        <source>Processors it may keep busy. Empty: all.</source>
        <translation>Processors it may keep busy. Empty: all.</translation>
    </message>
    <message>
        <source>Port of the engine</source>
        <translation>Port of the engine</translation>
    </message>
    <message>
        <source>Way to the Internet</source>
        <translation>Way to the Internet</translation>
    </message>
    <message>
        <source>Closed keeps everything the models see on this machine, whatever the engine would do. Models are pulled before.</source>
        <translation>Closed keeps everything the models see on this machine, whatever the engine would do. Models are pulled before.</translation>
    </message>
    <message>
        <source>Open: models can be pulled</source>
        <translation>Open: models can be pulled</translation>
    </message>
    <message>
        <source>Closed: nothing leaves the engine</source>
        <translation>Closed: nothing leaves the engine</translation>
    </message>
    <message>
        <source>Other containers</source>
        <translation>Other containers</translation>
    </message>
    <message>
        <source>Dify and the like, running on the same machine.</source>
        <translation>Dify and the like, running on the same machine.</translation>
    </message>
    <message>
        <source>Do not use it</source>
        <translation>Do not use it</translation>
    </message>
    <message>
        <source>Use it without HTTPS</source>
        <translation>Use it without HTTPS</translation>
    </message>
    <message>
        <source>What is set on the page Local engine is part of the files, but for its address.</source>
        <translation>What is set on the page Local engine is part of the files, but for its address.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Without one nobody outside this machine should reach the engine: it asks for no key.</source>
        <translation>Without one nobody outside this machine should reach the engine: it asks for no key.</translation>
    </message>
    <message>
        <source>No HTTPS</source>
        <translation>No HTTPS</translation>
    </message>
    <message>
        <source>Self-signed, made here (valid for 2 years)</source>
        <translation>Self-signed, made here (valid for 2 years)</translation>
    </message>
    <message>
        <source>Let’s Encrypt, for a name the Internet knows</source>
        <translation>Let’s Encrypt, for a name the Internet knows</translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation>Name of the server</translation>
    </message>
    <message>
        <source>As clients write it: ollama.example.org, or an address.</source>
        <translation>As clients write it: ollama.example.org, or an address.</translation>
    </message>
    <message>
        <source>Port for clients</source>
        <translation>Port for clients</translation>
    </message>
    <message>
        <source>Clients may</source>
        <translation>Clients may</translation>
    </message>
    <message>
        <source>Use the models</source>
        <translation>Use the models</translation>
    </message>
    <message>
        <source>Use, pull and delete models</source>
        <translation>Use, pull and delete models</translation>
    </message>
    <message>
        <source>Only from</source>
        <translation>Only from</translation>
    </message>
    <message>
        <source>A network such as 192.168.1.0/24. Empty: from everywhere.</source>
        <translation>A network such as 192.168.1.0/24. Empty: from everywhere.</translation>
    </message>
    <message>
        <source>A port goes from 1 to 65535.</source>
        <translation>A port goes from 1 to 65535.</translation>
    </message>
    <message>
        <source>A version has letters, digits, points and dashes only.</source>
        <translation>A version has letters, digits, points and dashes only.</translation>
    </message>
    <message>
        <source>Whole gigabytes, up to 4096.</source>
        <translation>Whole gigabytes, up to 4096.</translation>
    </message>
    <message>
        <source>A whole number, up to 1024.</source>
        <translation>A whole number, up to 1024.</translation>
    </message>
    <message>
        <source>This is neither the name of a server nor an address.</source>
        <translation>This is neither the name of a server nor an address.</translation>
    </message>
    <message>
        <source>Let’s Encrypt needs a name that the Internet knows, not an address.</source>
        <translation>Let’s Encrypt needs a name that the Internet knows, not an address.</translation>
    </message>
    <message>
        <source>The engine has this port already.</source>
        <translation>The engine has this port already.</translation>
    </message>
    <message>
        <source>A network is an address and a length, such as 192.168.1.0/24.</source>
        <translation>A network is an address and a length, such as 192.168.1.0/24.</translation>
    </message>
    <message>
        <source>SysV init, as a user of its own (/etc/init.d/ollama)</source>
        <translation>SysV init, as a user of its own (/etc/init.d/ollama)</translation>
    </message>
    <message>
        <source>Windows, when one signs in (scheduled task)</source>
        <translation>Windows, when one signs in (scheduled task)</translation>
    </message>
    <message>
        <source>Encrypted disk</source>
        <translation>Encrypted disk</translation>
    </message>
    <message>
        <source>A partition such as /dev/sdb1 that LUKS encrypts for the models; what is on it is lost. Empty: none.</source>
        <translation>A partition such as /dev/sdb1 that LUKS encrypts for the models; what is on it is lost. Empty: none.</translation>
    </message>
    <message>
        <source>An engine run by systemd or init then listens on every network and asks for no key. The lines in firewall.txt close it to all but this machine and its containers.</source>
        <translation>An engine run by systemd or init then listens on every network and asks for no key. The lines in firewall.txt close it to all but this machine and its containers.</translation>
    </message>
    <message>
        <source>On Windows it is for this machine alone. For others, run it on Linux or by Docker.</source>
        <translation>On Windows it is for this machine alone. For others, run it on Linux or by Docker.</translation>
    </message>
    <message>
        <source>A disk has a name below /dev, such as /dev/sdb1.</source>
        <translation>A disk has a name below /dev, such as /dev/sdb1.</translation>
    </message>
</context>
<context>
    <name>ui::DeploymentResult</name>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>Content of the file</translation>
    </message>
    <message>
        <source>What is marked above, or the name of the server, is still to be filled in.</source>
        <translation>What is marked above, or the name of the server, is still to be filled in.</translation>
    </message>
    <message>
        <source>Save all to a folder…</source>
        <translation>Save all to a folder…</translation>
    </message>
    <message>
        <source>What to type into clients</source>
        <translation>What to type into clients</translation>
    </message>
    <message>
        <source>Make another</source>
        <translation>Make another</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>On this machine</translation>
    </message>
    <message>
        <source>Containers beside it</source>
        <translation>Containers beside it</translation>
    </message>
    <message>
        <source>Base URL for a container that has joined the network inkstone-engine.</source>
        <translation>Base URL for a container that has joined the network inkstone-engine.</translation>
    </message>
    <message>
        <source>Containers, Docker Desktop</source>
        <translation>Containers, Docker Desktop</translation>
    </message>
    <message>
        <source>Base URL for Dify and the like on macOS and Windows.</source>
        <translation>Base URL for Dify and the like on macOS and Windows.</translation>
    </message>
    <message>
        <source>Containers, Linux</source>
        <translation>Containers, Linux</translation>
    </message>
    <message>
        <source>Base URL for Dify and the like: the machine as its containers see it. Any API key will do, such as ollama.</source>
        <translation>Base URL for Dify and the like: the machine as its containers see it. Any API key will do, such as ollama.</translation>
    </message>
    <message>
        <source>From everywhere</source>
        <translation>From everywhere</translation>
    </message>
    <message>
        <source>Base URL; needs the key below.</source>
        <translation>Base URL; needs the key below.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copy the address on this machine</source>
        <translation>Copy the address on this machine</translation>
    </message>
    <message>
        <source>Copy the address for containers beside it</source>
        <translation>Copy the address for containers beside it</translation>
    </message>
    <message>
        <source>Copy the address for Docker Desktop</source>
        <translation>Copy the address for Docker Desktop</translation>
    </message>
    <message>
        <source>Copy the address for containers on Linux</source>
        <translation>Copy the address for containers on Linux</translation>
    </message>
    <message>
        <source>Copy the address from everywhere</source>
        <translation>Copy the address from everywhere</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API key</translation>
    </message>
    <message>
        <source>Made here. It is in the file ollama-keys.conf, which only its owner can read, and nowhere else: Inkstone does not keep it.</source>
        <translation>Made here. It is in the file ollama-keys.conf, which only its owner can read, and nowhere else: Inkstone does not keep it.</translation>
    </message>
    <message>
        <source>Copy the API key</source>
        <translation>Copy the API key</translation>
    </message>
    <message>
        <source>Save the files of the deployment</source>
        <translation>Save the files of the deployment</translation>
    </message>
    <message>
        <source>Replace files?</source>
        <translation>Replace files?</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are already in %1: %2.</source>
        <translation>
            <numerusform>%n file is already in %1: %2.</numerusform>
            <numerusform>%n files are already in %1: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>A key or certificate among them is lost.</source>
        <translation>A key or certificate among them is lost.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Keep them</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved in %1. Each says at its top what to do with it.</source>
        <translation>
            <numerusform>%n file saved in %1. It says at its top what to do with it.</numerusform>
            <numerusform>%n files saved in %1. Each says at its top what to do with it.</numerusform>
        </translation>
    </message>
    <message>
        <source>SHA-256 fingerprint of the certificate, to compare when a client asks: %1</source>
        <translation>SHA-256 fingerprint of the certificate, to compare when a client asks: %1</translation>
    </message>
</context>
<context>
    <name>ui::DeriveView</name>
    <message>
        <source>Line %1: “%2” is no command. Those are FROM, PARAMETER, TEMPLATE, SYSTEM, MESSAGE and LICENSE.</source>
        <translation>Line %1: “%2” is no command. Those are FROM, PARAMETER, TEMPLATE, SYSTEM, MESSAGE and LICENSE.</translation>
    </message>
    <message>
        <source>Line %1: after %2 a value is missing.</source>
        <translation>Line %1: after %2 a value is missing.</translation>
    </message>
    <message>
        <source>Line %1: “%2” is not whose message it is. Write system, user or assistant.</source>
        <translation>Line %1: “%2” is not whose message it is. Write system, user or assistant.</translation>
    </message>
    <message>
        <source>Line %1: the quotation marks that begin here are not closed.</source>
        <translation>Line %1: the quotation marks that begin here are not closed.</translation>
    </message>
    <message>
        <source>Line %1: there can be one FROM only.</source>
        <translation>Line %1: there can be one FROM only.</translation>
    </message>
    <message>
        <source>FROM is missing: write which model it is based on.</source>
        <translation>FROM is missing: write which model it is based on.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>What is entered here stays.</source>
        <translation>What is entered here stays.</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Make</translation>
    </message>
    <message>
        <source>A model of your own</source>
        <translation>A model of your own</translation>
    </message>
    <message>
        <source>Name of the new model</source>
        <translation>Name of the new model</translation>
    </message>
    <message>
        <source>Based on</source>
        <translation>Based on</translation>
    </message>
    <message>
        <source>It takes hardly any room: the weights are shared.</source>
        <translation>It takes hardly any room: the weights are shared.</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>System prompt</translation>
    </message>
    <message>
        <source>Empty: as in the base.</source>
        <translation>Empty: as in the base.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <comment>Of generation: temperature and so on</comment>
        <translation>Parameters</translation>
    </message>
    <message>
        <source>Those that are not here are as in the base.</source>
        <translation>Those that are not here are as in the base.</translation>
    </message>
    <message>
        <source>First messages</source>
        <translation>First messages</translation>
    </message>
    <message>
        <source>Examples of how it is to answer. Every conversation begins with them.</source>
        <translation>Examples of how it is to answer. Every conversation begins with them.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>How the engine puts messages together. Empty: as in the base.</source>
        <translation>How the engine puts messages together. Empty: as in the base.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Is added to that of the base.</source>
        <translation>Is added to that of the base.</translation>
    </message>
    <message>
        <source>The same as a Modelfile</source>
        <translation>The same as a Modelfile</translation>
    </message>
    <message>
        <source>Modelfile</source>
        <translation>Modelfile</translation>
    </message>
    <message>
        <source>A line that ends with three quotation marks cannot stand in a Modelfile. What it is part of is left out here, but not of the model.</source>
        <translation>A line that ends with three quotation marks cannot stand in a Modelfile. What it is part of is left out here, but not of the model.</translation>
    </message>
    <message>
        <source>An adapter is a file, and is not sent from here. Take the line with ADAPTER away.</source>
        <translation>An adapter is a file, and is not sent from here. Take the line with ADAPTER away.</translation>
    </message>
    <message>
        <source>This is not a name for a model. A name looks like mine or mine:1.</source>
        <translation>This is not a name for a model. A name looks like mine or mine:1.</translation>
    </message>
    <message>
        <source>This is not the name of a model. Where it is a file, import it first.</source>
        <translation>This is not the name of a model. Where it is a file, import it first.</translation>
    </message>
</context>
<context>
    <name>ui::DoctorView</name>
    <message>
        <source>checking…</source>
        <translation>checking…</translation>
    </message>
    <message>
        <source>checked at %1</source>
        <translation>checked at %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Connection check</source>
        <translation>Connection check</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copy report</translation>
    </message>
    <message>
        <source>Quick test</source>
        <translation>Quick test</translation>
    </message>
    <message>
        <source>Asks a model for one short answer</source>
        <translation>Asks a model for one short answer</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>ui::DownloadActions</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>What is here is kept; Resume goes on from it.</source>
        <translation>What is here is kept; Resume goes on from it.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Up next</source>
        <translation>Up next</translation>
    </message>
    <message>
        <source>Before the others that wait.</source>
        <translation>Before the others that wait.</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Start now</translation>
    </message>
    <message>
        <source>It does not wait for the download hours.</source>
        <translation>It does not wait for the download hours.</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Its layers, and how far each is.</source>
        <translation>Its layers, and how far each is.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Takes it out of the queue. What is here stays on the server.</source>
        <translation>Takes it out of the queue. What is here stays on the server.</translation>
    </message>
    <message>
        <source>Take it off this list</source>
        <translation>Take it off this list</translation>
    </message>
    <message>
        <source>The registry keeps the layers that arrived whole; Resume sends the others.</source>
        <translation>The registry keeps the layers that arrived whole; Resume sends the others.</translation>
    </message>
    <message>
        <source>Takes it out of the queue. Layers that arrived whole stay in the registry.</source>
        <translation>Takes it out of the queue. Layers that arrived whole stay in the registry.</translation>
    </message>
</context>
<context>
    <name>ui::DownloadDetail</name>
    <message>
        <source>Close the details</source>
        <translation>Close the details</translation>
    </message>
    <message>
        <source>Layers of %1</source>
        <translation>Layers of %1</translation>
    </message>
    <message>
        <source>%1, there</source>
        <translation>%1, there</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>And more</source>
        <translation>And more</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>under way: what came is compared with what it is meant to be, then stored</source>
        <translation>under way: what came is compared with what it is meant to be, then stored</translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>when all layers are there</source>
        <translation>when all layers are there</translation>
    </message>
    <message>
        <source>Its layers are known when the server begins to fetch them.</source>
        <translation>Its layers are known when the server begins to fetch them.</translation>
    </message>
    <message>
        <source>Its layers are known when the server begins to send them.</source>
        <translation>Its layers are known when the server begins to send them.</translation>
    </message>
</context>
<context>
    <name>ui::DownloadRules</name>
    <message>
        <source>Downloads at once</source>
        <translation>Downloads at once</translation>
    </message>
</context>
<context>
    <name>ui::DownloadWords</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Asking the registry</source>
        <translation>Asking the registry</translation>
    </message>
    <message>
        <source>no data for %1; pausing and resuming asks anew</source>
        <translation>no data for %1; pausing and resuming asks anew</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>took %1</translation>
    </message>
    <message>
        <source>was installed meanwhile</source>
        <translation>was installed meanwhile</translation>
    </message>
    <message>
        <source>%1 is a download of %2, and %3 are free on the disk.</source>
        <translation>%1 is a download of %2, and %3 are free on the disk.</translation>
    </message>
    <message>
        <source>Nothing was downloaded. Free some space or choose a smaller model; Retry downloads it all the same.</source>
        <translation>Nothing was downloaded. Free some space or choose a smaller model; Retry downloads it all the same.</translation>
    </message>
    <message>
        <source>It had failed before Inkstone was closed.</source>
        <translation>It had failed before Inkstone was closed.</translation>
    </message>
    <message>
        <source>Retry goes on from what has arrived.</source>
        <translation>Retry goes on from what has arrived.</translation>
    </message>
    <message>
        <source>A part of %1 arrived damaged.</source>
        <translation>A part of %1 arrived damaged.</translation>
    </message>
    <message>
        <source>It was removed each time. A proxy, an antivirus program or the disk of the server may be the reason: check them, then retry.</source>
        <translation>It was removed each time. A proxy, an antivirus program or the disk of the server may be the reason: check them, then retry.</translation>
    </message>
    <message>
        <source>It was removed and is fetched again.</source>
        <translation>It was removed and is fetched again.</translation>
    </message>
    <message numerus="yes">
        <source>%1 It was tried again %n time(s).</source>
        <translation>
            <numerusform>%1 It was tried again %n time.</numerusform>
            <numerusform>%1 It was tried again %n times.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled before anything arrived.</source>
        <translation>Cancelled before anything arrived.</translation>
    </message>
    <message>
        <source>Resume pulls it after all.</source>
        <translation>Resume pulls it after all.</translation>
    </message>
    <message>
        <source>Cancelled. %1 of it stay on the server.</source>
        <translation>Cancelled. %1 of it stay on the server.</translation>
    </message>
    <message>
        <source>Resume goes on from there. Ollama clears what is unfinished when it is started anew, unless OLLAMA_NOPRUNE is set.</source>
        <translation>Resume goes on from there. Ollama clears what is unfinished when it is started anew, unless OLLAMA_NOPRUNE is set.</translation>
    </message>
    <message numerus="yes">
        <source>queued, %n before it</source>
        <translation>
            <numerusform>queued, %n before it</numerusform>
            <numerusform>queued, %n before it</numerusform>
        </translation>
    </message>
    <message>
        <source>waits until %1</source>
        <translation>waits until %1</translation>
    </message>
    <message>
        <source>waits until %1, which it was asked of, is the server in use</source>
        <translation>waits until %1, which it was asked of, is the server in use</translation>
    </message>
    <message>
        <source>%1 is gone. The download goes on when it answers again.</source>
        <translation>%1 is gone. The download goes on when it answers again.</translation>
    </message>
    <message>
        <source>From the beginning, where the server clears what is unfinished when it is started.</source>
        <translation>From the beginning, where the server clears what is unfinished when it is started.</translation>
    </message>
    <message>
        <source>%1 Trying again in %2 (%3 of %4).</source>
        <translation>%1 Trying again in %2 (%3 of %4).</translation>
    </message>
    <message>
        <source>checking and storing it</source>
        <translation>checking and storing it</translation>
    </message>
    <message>
        <source>was interrupted, what is here is kept</source>
        <translation>was interrupted, what is here is kept</translation>
    </message>
    <message>
        <source>paused, what is here is kept</source>
        <translation>paused, what is here is kept</translation>
    </message>
    <message>
        <source>%1, done, %2</source>
        <translation>%1, done, %2</translation>
    </message>
    <message>
        <source>%1, failed. %2 %3</source>
        <translation>%1, failed. %2 %3</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, %2. %3 %4</source>
        <translation>%1, %2. %3 %4</translation>
    </message>
    <message>
        <source>push to %1</source>
        <translation>push to %1</translation>
    </message>
    <message>
        <source>was interrupted, layers that arrived whole are kept</source>
        <translation>was interrupted, layers that arrived whole are kept</translation>
    </message>
    <message>
        <source>paused, layers that arrived whole are kept</source>
        <translation>paused, layers that arrived whole are kept</translation>
    </message>
    <message>
        <source>Resume pushes it after all.</source>
        <translation>Resume pushes it after all.</translation>
    </message>
    <message>
        <source>Cancelled. Layers that arrived whole stay in the registry.</source>
        <translation>Cancelled. Layers that arrived whole stay in the registry.</translation>
    </message>
    <message>
        <source>Resume sends the others.</source>
        <translation>Resume sends the others.</translation>
    </message>
    <message>
        <source>%1 is gone. The push goes on when it answers again.</source>
        <translation>%1 is gone. The push goes on when it answers again.</translation>
    </message>
    <message>
        <source>the registry is storing it</source>
        <translation>the registry is storing it</translation>
    </message>
</context>
<context>
    <name>ui::DownloadsBar</name>
    <message>
        <source>How many downloads run at once, and when</source>
        <translation>How many downloads run at once, and when</translation>
    </message>
    <message>
        <source>%1 still to come</source>
        <translation>%1 still to come</translation>
    </message>
    <message>
        <source>%1 free on the disk</source>
        <translation>%1 free on the disk</translation>
    </message>
    <message>
        <source>%1 free on the disk, %2 when all downloads are there</source>
        <translation>%1 free on the disk, %2 when all downloads are there</translation>
    </message>
    <message>
        <source>%1 free on the disk, %2 too little for all downloads</source>
        <translation>%1 free on the disk, %2 too little for all downloads</translation>
    </message>
    <message>
        <source>Download hours: %1–%2</source>
        <translation>Download hours: %1–%2</translation>
    </message>
    <message>
        <source>Download hours: off</source>
        <translation>Download hours: off</translation>
    </message>
</context>
<context>
    <name>ui::DownloadsDelegate</name>
    <message>
        <source>Finished</source>
        <translation>Finished</translation>
    </message>
</context>
<context>
    <name>ui::DownloadsForm</name>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Of models, in the queue of the Models page. Changes apply at once.</source>
        <translation>Of models, in the queue of the Models page. Changes apply at once.</translation>
    </message>
    <message>
        <source>Downloads at once</source>
        <translation>Downloads at once</translation>
    </message>
    <message>
        <source>The others wait in their order.</source>
        <translation>The others wait in their order.</translation>
    </message>
    <message>
        <source>Download hours</source>
        <translation>Download hours</translation>
    </message>
</context>
<context>
    <name>ui::DownloadsPage</name>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>No downloads yet</source>
        <translation>No downloads yet</translation>
    </message>
    <message>
        <source>What is being pulled shows here, with its speed and the time left.</source>
        <translation>What is being pulled shows here, with its speed and the time left.</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>Get models</translation>
    </message>
    <message>
        <source>Copy the server’s words</source>
        <translation>Copy the server’s words</translation>
    </message>
    <message>
        <source>Space pauses and resumes, Alt with the arrow keys changes the order, Alt and Return shows details.</source>
        <translation>Space pauses and resumes, Alt with the arrow keys changes the order, Alt and Return shows details.</translation>
    </message>
    <message>
        <source>A part of the kept list of downloads could not be read and was left out.</source>
        <translation>A part of the kept list of downloads could not be read and was left out.</translation>
    </message>
    <message>
        <source>The list of downloads cannot be kept: it is forgotten when Inkstone is closed.</source>
        <translation>The list of downloads cannot be kept: it is forgotten when Inkstone is closed.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Move down</translation>
    </message>
</context>
<context>
    <name>ui::EditStrip</name>
    <message>
        <source>Editing a question. The old one and its answers are kept.</source>
        <translation>Editing a question. The old one and its answers are kept.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Cancel the edit</source>
        <translation>Cancel the edit</translation>
    </message>
    <message>
        <source>Leave the question as it is, and go back to what was being written (Esc)</source>
        <translation>Leave the question as it is, and go back to what was being written (Esc)</translation>
    </message>
</context>
<context>
    <name>ui::EngineForCommand</name>
    <message>
        <source>No server answers at %1. Starting Ollama for this command.</source>
        <translation>No server answers at %1. Starting Ollama for this command.</translation>
    </message>
</context>
<context>
    <name>ui::EngineForm</name>
    <message>
        <source>Local engine</source>
        <translation>Local engine</translation>
    </message>
    <message>
        <source>The program on this computer that runs the models, and what it is started with. What is empty is left to the engine.</source>
        <translation>The program on this computer that runs the models, and what it is started with. What is empty is left to the engine.</translation>
    </message>
    <message>
        <source>Engine on this computer</source>
        <translation>Engine on this computer</translation>
    </message>
    <message>
        <source>What this computer has</source>
        <translation>What this computer has</translation>
    </message>
    <message>
        <source>Who can reach it</source>
        <translation>Who can reach it</translation>
    </message>
    <message>
        <source>Models and memory</source>
        <translation>Models and memory</translation>
    </message>
    <message>
        <source>Graphics cards</source>
        <translation>Graphics cards</translation>
    </message>
    <message>
        <source>Requests and downloads</source>
        <translation>Requests and downloads</translation>
    </message>
    <message>
        <source>Not understood in the file of these settings, and left out: %1</source>
        <translation>Not understood in the file of these settings, and left out: %1</translation>
    </message>
    <message>
        <source>An engine that Inkstone did not start</source>
        <translation>An engine that Inkstone did not start</translation>
    </message>
    <message>
        <source>Inkstone does not change a service. These are the commands that give it what is set above; read them, then paste them into a terminal.</source>
        <translation>Inkstone does not change a service. These are the commands that give it what is set above; read them, then paste them into a terminal.</translation>
    </message>
    <message>
        <source>How it is run</source>
        <translation>How it is run</translation>
    </message>
    <message>
        <source>Commands for the engine</source>
        <translation>Commands for the engine</translation>
    </message>
    <message>
        <source>Its log is seen with:</source>
        <translation>Its log is seen with:</translation>
    </message>
    <message>
        <source>Command for the log</source>
        <translation>Command for the log</translation>
    </message>
    <message>
        <source>What the engine says</source>
        <translation>What the engine says</translation>
    </message>
    <message>
        <source>Nothing yet. The words of an engine that Inkstone started appear here.</source>
        <translation>Nothing yet. The words of an engine that Inkstone started appear here.</translation>
    </message>
    <message>
        <source>Nothing is set above, so there is nothing to give it.</source>
        <translation>Nothing is set above, so there is nothing to give it.</translation>
    </message>
    <message>
        <source>The service on this computer: %1</source>
        <translation>The service on this computer: %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 cannot be written: %2</translation>
    </message>
    <message>
        <source>All of it is in %1, which only your account can read.</source>
        <translation>All of it is in %1, which only your account can read.</translation>
    </message>
</context>
<context>
    <name>ui::EngineMissingPage</name>
    <message>
        <source>Inkstone talks to models through an engine: a separate program that loads a model into memory and answers. Ollama is the one most people use; it is free and works without the internet once a model is here.</source>
        <translation>Inkstone talks to models through an engine: a separate program that loads a model into memory and answers. Ollama is the one most people use; it is free and works without the internet once a model is here.</translation>
    </message>
    <message>
        <source>Install Ollama</source>
        <translation>Install Ollama</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Command that installs Ollama</source>
        <translation>Command that installs Ollama</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Paste it into a terminal. Inkstone goes on by itself when the engine appears.</source>
        <translation>Paste it into a terminal. Inkstone goes on by itself when the engine appears.</translation>
    </message>
    <message>
        <source>or</source>
        <translation>or</translation>
    </message>
    <message>
        <source>Connect to another machine</source>
        <translation>Connect to another machine</translation>
    </message>
    <message>
        <source>Address of the other machine</source>
        <translation>Address of the other machine</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>Use this server</translation>
    </message>
    <message>
        <source>The engine on this computer did not start</source>
        <translation>The engine on this computer did not start</translation>
    </message>
    <message>
        <source>No engine on this computer yet</source>
        <translation>No engine on this computer yet</translation>
    </message>
    <message>
        <source>No server at %1</source>
        <translation>No server at %1</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>Looking at %1</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 answers</translation>
    </message>
    <message>
        <source>Looking at %1, nothing there yet</source>
        <translation>Looking at %1, nothing there yet</translation>
    </message>
    <message>
        <source>This is not the address of a server. One looks like http://192.168.1.20:11434.</source>
        <translation>This is not the address of a server. One looks like http://192.168.1.20:11434.</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>Asking %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Start again</translation>
    </message>
    <message numerus="yes">
        <source>%1 answered in %2 ms and has %n model(s).</source>
        <translation>
            <numerusform>%1 answered in %2 ms and has %n model.</numerusform>
            <numerusform>%1 answered in %2 ms and has %n models.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answered in %2 ms.</source>
        <translation>%1 answered in %2 ms.</translation>
    </message>
    <message>
        <source>Enter the key</source>
        <translation>Enter the key</translation>
    </message>
    <message>
        <source>Server settings</source>
        <translation>Server settings</translation>
    </message>
</context>
<context>
    <name>ui::EngineProgramRow</name>
    <message>
        <source>Program of the engine</source>
        <translation>Program of the engine</translation>
    </message>
    <message>
        <source>Asking the program for its version.</source>
        <translation>Asking the program for its version.</translation>
    </message>
    <message>
        <source>The program that was chosen is not there any more. Empty the field to have one found.</source>
        <translation>The program that was chosen is not there any more. Empty the field to have one found.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Back to %1</translation>
    </message>
    <message>
        <source>Chosen here. Empty the field to have it found again.</source>
        <translation>Chosen here. Empty the field to have it found again.</translation>
    </message>
    <message>
        <source>Looked for on the PATH, where installers put it, and among what Inkstone installed. Type where it is, or choose it.</source>
        <translation>Looked for on the PATH, where installers put it, and among what Inkstone installed. Type where it is, or choose it.</translation>
    </message>
    <message>
        <source>Found on the PATH, where installers put it, or among what Inkstone installed. Type or choose another to use that one.</source>
        <translation>Found on the PATH, where installers put it, or among what Inkstone installed. Type or choose another to use that one.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Choose the program of the engine</source>
        <translation>Choose the program of the engine</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Not found</translation>
    </message>
</context>
<context>
    <name>ui::EngineRow</name>
    <message>
        <source>Models folder</source>
        <translation>Models folder</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Back to %1</translation>
    </message>
    <message>
        <source>Where it is not set here, %1 holds, from the environment of Inkstone.</source>
        <translation>Where it is not set here, %1 holds, from the environment of Inkstone.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Choose the models folder</source>
        <translation>Choose the models folder</translation>
    </message>
</context>
<context>
    <name>ui::EngineStatus</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Restart</translation>
    </message>
    <message>
        <source>The engine that Inkstone started answers at %1 (%2).</source>
        <translation>The engine that Inkstone started answers at %1 (%2).</translation>
    </message>
    <message>
        <source>It ends with Inkstone unless Servers says otherwise.</source>
        <translation>It ends with Inkstone unless Servers says otherwise.</translation>
    </message>
    <message>
        <source>The engine is running and does not answer at %1 yet.</source>
        <translation>The engine is running and does not answer at %1 yet.</translation>
    </message>
    <message>
        <source>The engine was started before the settings below were changed.</source>
        <translation>The engine was started before the settings below were changed.</translation>
    </message>
    <message>
        <source>They hold after a restart. An answer that is being written is interrupted by it.</source>
        <translation>They hold after a restart. An answer that is being written is interrupted by it.</translation>
    </message>
    <message>
        <source>Inkstone uses %1, which is not on this computer.</source>
        <translation>Inkstone uses %1, which is not on this computer.</translation>
    </message>
    <message>
        <source>Choose an address of this computer under Servers to start an engine here.</source>
        <translation>Choose an address of this computer under Servers to start an engine here.</translation>
    </message>
    <message>
        <source>An engine that Inkstone did not start answers at %1.</source>
        <translation>An engine that Inkstone did not start answers at %1.</translation>
    </message>
    <message>
        <source>It is not stopped or changed from here; below is what to give to the service that runs it.</source>
        <translation>It is not stopped or changed from here; below is what to give to the service that runs it.</translation>
    </message>
    <message>
        <source>No program named ollama was found on this computer.</source>
        <translation>No program named ollama was found on this computer.</translation>
    </message>
    <message>
        <source>No engine is running at %1.</source>
        <translation>No engine is running at %1.</translation>
    </message>
    <message>
        <source>Install Ollama from ollama.com, or choose its program below.</source>
        <translation>Install Ollama from ollama.com, or choose its program below.</translation>
    </message>
</context>
<context>
    <name>ui::EngineWords</name>
    <message>
        <source>Listens on</source>
        <translation>Listens on</translation>
    </message>
    <message>
        <source>The address others reach it at. 127.0.0.1 is this computer alone, 0.0.0.0 every network it is in. An engine that Inkstone starts keeps the port Inkstone asks.</source>
        <translation>The address others reach it at. 127.0.0.1 is this computer alone, 0.0.0.0 every network it is in. An engine that Inkstone starts keeps the port Inkstone asks.</translation>
    </message>
    <message>
        <source>Web pages allowed</source>
        <translation>Web pages allowed</translation>
    </message>
    <message>
        <source>Origins such as https://chat.example.org, a comma between, that may ask it from a browser, besides those of this computer. * is every page.</source>
        <translation>Origins such as https://chat.example.org, a comma between, that may ask it from a browser, besides those of this computer. * is every page.</translation>
    </message>
    <message>
        <source>Cloud models</source>
        <translation>Cloud models</translation>
    </message>
    <message>
        <source>Off: it answers with models of this computer only.</source>
        <translation>Off: it answers with models of this computer only.</translation>
    </message>
    <message>
        <source>Models folder</source>
        <translation>Models folder</translation>
    </message>
    <message>
        <source>Where the models lie. A service needs a folder that its own user can write to.</source>
        <translation>Where the models lie. A service needs a folder that its own user can write to.</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>Context length</translation>
    </message>
    <message>
        <source>Tokens a model sees where a request does not say, 512 to 1,048,576. More takes more memory.</source>
        <translation>Tokens a model sees where a request does not say, 512 to 1,048,576. More takes more memory.</translation>
    </message>
    <message>
        <source>Parallel requests</source>
        <translation>Parallel requests</translation>
    </message>
    <message>
        <source>Answers a model writes at the same time, 1 to 64. Each takes the memory of a whole context.</source>
        <translation>Answers a model writes at the same time, 1 to 64. Each takes the memory of a whole context.</translation>
    </message>
    <message>
        <source>Models in memory</source>
        <translation>Models in memory</translation>
    </message>
    <message>
        <source>How many may be loaded at the same time, 1 to 64.</source>
        <translation>How many may be loaded at the same time, 1 to 64.</translation>
    </message>
    <message>
        <source>Keep in memory</source>
        <translation>Keep in memory</translation>
    </message>
    <message>
        <source>How long after its last answer a model stays loaded: 90s, 5m, 1h30m. 0 unloads it at once, -1 keeps it until the engine ends.</source>
        <translation>How long after its last answer a model stays loaded: 90s, 5m, 1h30m. 0 unloads it at once, -1 keeps it until the engine ends.</translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation>Flash attention</translation>
    </message>
    <message>
        <source>A way to compute that takes less memory for long contexts.</source>
        <translation>A way to compute that takes less memory for long contexts.</translation>
    </message>
    <message>
        <source>Cache type</source>
        <translation>Cache type</translation>
    </message>
    <message>
        <source>How exactly the context is kept. q8_0 takes half the memory of f16, q4_0 a quarter; both need flash attention.</source>
        <translation>How exactly the context is kept. q8_0 takes half the memory of f16, q4_0 a quarter; both need flash attention.</translation>
    </message>
    <message>
        <source>NVIDIA cards</source>
        <translation>NVIDIA cards</translation>
    </message>
    <message>
        <source>Numbers as nvidia-smi lists them (0,1) or their GPU-… names; -1 uses none.</source>
        <translation>Numbers as nvidia-smi lists them (0,1) or their GPU-… names; -1 uses none.</translation>
    </message>
    <message>
        <source>AMD cards</source>
        <translation>AMD cards</translation>
    </message>
    <message>
        <source>Numbers as rocminfo lists them (0,1); -1 uses none.</source>
        <translation>Numbers as rocminfo lists them (0,1); -1 uses none.</translation>
    </message>
    <message>
        <source>Vulkan cards</source>
        <translation>Vulkan cards</translation>
    </message>
    <message>
        <source>Numbers as vulkaninfo lists them (0,1); -1 uses none.</source>
        <translation>Numbers as vulkaninfo lists them (0,1); -1 uses none.</translation>
    </message>
    <message>
        <source>Spread models</source>
        <translation>Spread models</translation>
    </message>
    <message>
        <source>On: a model is divided over all cards, also where one would hold it.</source>
        <translation>On: a model is divided over all cards, also where one would hold it.</translation>
    </message>
    <message>
        <source>Memory kept free</source>
        <translation>Memory kept free</translation>
    </message>
    <message>
        <source>Bytes of each card that stay for other programs.</source>
        <translation>Bytes of each card that stay for other programs.</translation>
    </message>
    <message>
        <source>Waiting requests</source>
        <translation>Waiting requests</translation>
    </message>
    <message>
        <source>How many may wait for a model, 1 to 100,000; the next one is refused as busy.</source>
        <translation>How many may wait for a model, 1 to 100,000; the next one is refused as busy.</translation>
    </message>
    <message>
        <source>Loading may stall</source>
        <translation>Loading may stall</translation>
    </message>
    <message>
        <source>How long loading may make no progress before it is given up: 90s, 5m. -1 waits for ever.</source>
        <translation>How long loading may make no progress before it is given up: 90s, 5m. -1 waits for ever.</translation>
    </message>
    <message>
        <source>Keep partial downloads</source>
        <translation>Keep partial downloads</translation>
    </message>
    <message>
        <source>On: a download that was stopped goes on where it was, also after the engine was restarted. An engine that Inkstone starts does so unless it is off here.</source>
        <translation>On: a download that was stopped goes on where it was, also after the engine was restarted. An engine that Inkstone starts does so unless it is off here.</translation>
    </message>
    <message>
        <source>Detailed log</source>
        <translation>Detailed log</translation>
    </message>
    <message>
        <source>On: the log tells more, for finding a fault.</source>
        <translation>On: the log tells more, for finding a fault.</translation>
    </message>
    <message>
        <source>By the memory there is</source>
        <translation>By the memory there is</translation>
    </message>
    <message>
        <source>3 for each card</source>
        <translation>3 for each card</translation>
    </message>
    <message>
        <source>By the model</source>
        <translation>By the model</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>All of them</translation>
    </message>
    <message>
        <source>Pages of this computer</source>
        <translation>Pages of this computer</translation>
    </message>
    <message>
        <source>The engine’s own (%1)</source>
        <translation>The engine’s own (%1)</translation>
    </message>
    <message>
        <source>On</source>
        <translation>On</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>“%1” is no address to listen on, such as 127.0.0.1 or 0.0.0.0:11434. It was not saved.</source>
        <translation>“%1” is no address to listen on, such as 127.0.0.1 or 0.0.0.0:11434. It was not saved.</translation>
    </message>
    <message>
        <source>“%1” is no whole path, such as /data/models. It was not saved.</source>
        <translation>“%1” is no whole path, such as /data/models. It was not saved.</translation>
    </message>
    <message>
        <source>“%1” is no number from %2 to %3. It was not saved.</source>
        <translation>“%1” is no number from %2 to %3. It was not saved.</translation>
    </message>
    <message>
        <source>“%1” is no time, such as 90s, 5m or 1h30m. It was not saved.</source>
        <translation>“%1” is no time, such as 90s, 5m or 1h30m. It was not saved.</translation>
    </message>
    <message>
        <source>“%1” names no cards, such as 0 or 0,1. It was not saved.</source>
        <translation>“%1” names no cards, such as 0 or 0,1. It was not saved.</translation>
    </message>
    <message>
        <source>“%1” names no origins, such as https://chat.example.org. Each needs its http:// or https://; without it the engine would not start. It was not saved.</source>
        <translation>“%1” names no origins, such as https://chat.example.org. Each needs its http:// or https://; without it the engine would not start. It was not saved.</translation>
    </message>
    <message>
        <source>“%1” cannot be chosen. It was not saved.</source>
        <translation>“%1” cannot be chosen. It was not saved.</translation>
    </message>
    <message>
        <source>The engine asks for no key: whoever reaches this computer over the network can use, pull and delete its models. 127.0.0.1 closes it; for others put a server with HTTPS and a key in front, see Deployment.</source>
        <translation>The engine asks for no key: whoever reaches this computer over the network can use, pull and delete its models. 127.0.0.1 closes it; for others put a server with HTTPS and a key in front, see Deployment.</translation>
    </message>
    <message>
        <source>With * every web page you visit can use, pull and delete your models. Name the pages you mean.</source>
        <translation>With * every web page you visit can use, pull and delete your models. Name the pages you mean.</translation>
    </message>
    <message>
        <source>This cache type needs flash attention, which is off: the engine will use f16.</source>
        <translation>This cache type needs flash attention, which is off: the engine will use f16.</translation>
    </message>
    <message>
        <source>An engine that Inkstone starts listens on the port of the server’s address; the port here is for one that Inkstone does not start.</source>
        <translation>An engine that Inkstone starts listens on the port of the server’s address; the port here is for one that Inkstone does not start.</translation>
    </message>
    <message>
        <source>“%1” is not a full path, such as /opt/ollama/bin/ollama. It was not saved.</source>
        <translation>“%1” is not a full path, such as /opt/ollama/bin/ollama. It was not saved.</translation>
    </message>
    <message>
        <source>There is no file %1. It was not saved.</source>
        <translation>There is no file %1. It was not saved.</translation>
    </message>
    <message>
        <source>%1 is a folder, not a program. It was not saved.</source>
        <translation>%1 is a folder, not a program. It was not saved.</translation>
    </message>
    <message>
        <source>Your account may not run %1; %2 makes it a program. It was not saved.</source>
        <translation>Your account may not run %1; %2 makes it a program. It was not saved.</translation>
    </message>
    <message>
        <source>%1 did not tell its version within 10 seconds. It was not saved.</source>
        <translation>%1 did not tell its version within 10 seconds. It was not saved.</translation>
    </message>
    <message>
        <source>%1 is not Ollama: asked for its version, it says nothing. It was not saved.</source>
        <translation>%1 is not Ollama: asked for its version, it says nothing. It was not saved.</translation>
    </message>
    <message>
        <source>%1 is not Ollama: asked for its version, it says “%2”. It was not saved.</source>
        <translation>%1 is not Ollama: asked for its version, it says “%2”. It was not saved.</translation>
    </message>
    <message>
        <source>%1 cannot be run: %2. It was not saved.</source>
        <translation>%1 cannot be run: %2. It was not saved.</translation>
    </message>
</context>
<context>
    <name>ui::EnvironmentPanel</name>
    <message>
        <source>Choose a .env file</source>
        <translation>Choose a .env file</translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s) were taken over from %1.</source>
        <translation>
            <numerusform>%Ln setting was taken over from %1.</numerusform>
            <numerusform>%Ln settings were taken over from %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export as .env</source>
        <translation>Export as .env</translation>
    </message>
    <message>
        <source>The settings are in %1. Keys are not among them.</source>
        <translation>The settings are in %1. Keys are not among them.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 could not be written: %2</translation>
    </message>
    <message>
        <source>Other programs keep such settings in a .env file. Import shows what a file says before anything changes; export writes one that they can read.</source>
        <translation>Other programs keep such settings in a .env file. Import shows what a file says before anything changes; export writes one that they can read.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Import a .env file</source>
        <translation>Import a .env file</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Export as a .env file</source>
        <translation>Export as a .env file</translation>
    </message>
    <message>
        <source>What the file says</source>
        <translation>What the file says</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Close the .env file</source>
        <translation>Close the .env file</translation>
    </message>
    <message>
        <source>%1, column %2</source>
        <translation>%1, column %2</translation>
    </message>
    <message numerus="yes">
        <source>Take over %Ln setting(s)</source>
        <translation>
            <numerusform>Take over %Ln setting</numerusform>
            <numerusform>Take over %Ln settings</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 goes to the system keyring, for %2 alone. The file still holds it: remove it there.</source>
        <translation>%1 goes to the system keyring, for %2 alone. The file still holds it: remove it there.</translation>
    </message>
    <message>
        <source>The file holds a key (%1) but no address, so it is not taken over: enter it with its server, and remove it from the file, which still holds it.</source>
        <translation>The file holds a key (%1) but no address, so it is not taken over: enter it with its server, and remove it from the file, which still holds it.</translation>
    </message>
    <message>
        <source>for the engine; changes nothing here</source>
        <translation>for the engine; changes nothing here</translation>
    </message>
    <message>
        <source>a key; not shown</source>
        <translation>a key; not shown</translation>
    </message>
    <message>
        <source>ignored: not a setting of Inkstone or Ollama</source>
        <translation>ignored: not a setting of Inkstone or Ollama</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Local engine: %1</source>
        <translation>Local engine: %1</translation>
    </message>
</context>
<context>
    <name>ui::EnvironmentWords</name>
    <message>
        <source>A line needs the form NAME=value.</source>
        <translation>A line needs the form NAME=value.</translation>
    </message>
    <message>
        <source>A name has letters, digits and underscores.</source>
        <translation>A name has letters, digits and underscores.</translation>
    </message>
    <message>
        <source>The quote is not closed on this line.</source>
        <translation>The quote is not closed on this line.</translation>
    </message>
    <message>
        <source>There is text after the closing quote.</source>
        <translation>There is text after the closing quote.</translation>
    </message>
    <message>
        <source>%1 is too small; it has to be %2 or more.</source>
        <translation>%1 is too small; it has to be %2 or more.</translation>
    </message>
    <message>
        <source>%1 is not between %2 and %3.</source>
        <translation>%1 is not between %2 and %3.</translation>
    </message>
    <message>
        <source>The value is missing.</source>
        <translation>The value is missing.</translation>
    </message>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>“%1” is not a whole number.</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1” is not a number.</translation>
    </message>
    <message>
        <source>“%1” is neither true nor false.</source>
        <translation>“%1” is neither true nor false.</translation>
    </message>
    <message>
        <source>“%1” is not a host name or address.</source>
        <translation>“%1” is not a host name or address.</translation>
    </message>
    <message>
        <source>“%1” is not an http or https address.</source>
        <translation>“%1” is not an http or https address.</translation>
    </message>
    <message>
        <source>“%1” is not a model name.</source>
        <translation>“%1” is not a model name.</translation>
    </message>
    <message>
        <source>“%1” is not a duration such as 300 or 5m.</source>
        <translation>“%1” is not a duration such as 300 or 5m.</translation>
    </message>
    <message>
        <source>“%1” is none of %2.</source>
        <translation>“%1” is none of %2.</translation>
    </message>
    <message>
        <source>The name is set again further down; that value counts.</source>
        <translation>The name is set again further down; that value counts.</translation>
    </message>
    <message>
        <source>Base URL: %1</source>
        <translation>Base URL: %1</translation>
    </message>
    <message>
        <source>Request timeout: %1 s</source>
        <translation>Request timeout: %1 s</translation>
    </message>
    <message>
        <source>Default model: %1</source>
        <translation>Default model: %1</translation>
    </message>
    <message>
        <source>Keep in memory: until the server stops</source>
        <translation>Keep in memory: until the server stops</translation>
    </message>
    <message>
        <source>Keep in memory: %1 s</source>
        <translation>Keep in memory: %1 s</translation>
    </message>
    <message>
        <source>Context length: %1</source>
        <translation>Context length: %1</translation>
    </message>
    <message>
        <source>Temperature: %1</source>
        <translation>Temperature: %1</translation>
    </message>
    <message>
        <source>Max tokens: %1</source>
        <translation>Max tokens: %1</translation>
    </message>
    <message>
        <source>%1 is larger than 64 kB; that is no .env file.</source>
        <translation>%1 is larger than 64 kB; that is no .env file.</translation>
    </message>
    <message>
        <source>%1 is not a text file.</source>
        <translation>%1 is not a text file.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 could not be read: %2</translation>
    </message>
    <message>
        <source>“%1” names no graphics cards, such as 0 or 0,1.</source>
        <translation>“%1” names no graphics cards, such as 0 or 0,1.</translation>
    </message>
    <message>
        <source>“%1” has no port between 1 and 65535; the usual one is used.</source>
        <translation>“%1” has no port between 1 and 65535; the usual one is used.</translation>
    </message>
    <message>
        <source>%1 in the environment is used in part: %2 Correct or unset it, then start Inkstone again.</source>
        <translation>%1 in the environment is used in part: %2 Correct or unset it, then start Inkstone again.</translation>
    </message>
    <message>
        <source>%1 in the environment is not used: %2 Correct or unset it, then start Inkstone again.</source>
        <translation>%1 in the environment is not used: %2 Correct or unset it, then start Inkstone again.</translation>
    </message>
    <message>
        <source>There is no address that the key is for.</source>
        <translation>There is no address that the key is for.</translation>
    </message>
    <message>
        <source>%1 in the environment is not used: a key goes only to the server that OLLAMA_HOST names beside it. Set that too and start Inkstone again, or type the key with its server in Settings, Servers.</source>
        <translation>%1 in the environment is not used: a key goes only to the server that OLLAMA_HOST names beside it. Set that too and start Inkstone again, or type the key with its server in Settings, Servers.</translation>
    </message>
</context>
<context>
    <name>ui::ErrorText</name>
    <message>
        <source>The answer was stopped.</source>
        <translation>The answer was stopped.</translation>
    </message>
    <message>
        <source>What came so far is kept. Retry asks again.</source>
        <translation>What came so far is kept. Retry asks again.</translation>
    </message>
    <message>
        <source>The download of %1 was stopped.</source>
        <translation>The download of %1 was stopped.</translation>
    </message>
    <message>
        <source>What has arrived is kept. Pull it again to go on.</source>
        <translation>What has arrived is kept. Pull it again to go on.</translation>
    </message>
    <message>
        <source>It was stopped before it was done. Start it again when you like.</source>
        <translation>It was stopped before it was done. Start it again when you like.</translation>
    </message>
    <message>
        <source>“%1” is not the address of a server.</source>
        <translation>“%1” is not the address of a server.</translation>
    </message>
    <message>
        <source>An address looks like http://127.0.0.1:11434. Correct it in Settings.</source>
        <translation>An address looks like http://127.0.0.1:11434. Correct it in Settings.</translation>
    </message>
    <message>
        <source>The question was not sent to %1.</source>
        <translation>The question was not sent to %1.</translation>
    </message>
    <message>
        <source>One of the generation settings has a value that is not allowed. Correct it, then retry.</source>
        <translation>One of the generation settings has a value that is not allowed. Correct it, then retry.</translation>
    </message>
    <message>
        <source>“%1” is not the name of a model.</source>
        <translation>“%1” is not the name of a model.</translation>
    </message>
    <message>
        <source>A name looks like qwen3:8b or hf.co/owner/model. Check the spelling.</source>
        <translation>A name looks like qwen3:8b or hf.co/owner/model. Check the spelling.</translation>
    </message>
    <message>
        <source>A value in %1 is not allowed.</source>
        <translation>A value in %1 is not allowed.</translation>
    </message>
    <message>
        <source>The default is used in its place. Its name is under Details; enter another value in Settings.</source>
        <translation>The default is used in its place. Its name is under Details; enter another value in Settings.</translation>
    </message>
    <message>
        <source>A value in it is not allowed, so nothing was sent. Check what was entered, then try again.</source>
        <translation>A value in it is not allowed, so nothing was sent. Check what was entered, then try again.</translation>
    </message>
    <message>
        <source>Nothing answers at %2. Its last words are under Details; correct what they name, then start it again.</source>
        <translation>Nothing answers at %2. Its last words are under Details; correct what they name, then start it again.</translation>
    </message>
    <message>
        <source>There is no connection to %2.</source>
        <translation>There is no connection to %2.</translation>
    </message>
    <message>
        <source>Ollama may not be running there. Start it, or check the address in Settings.</source>
        <translation>Ollama may not be running there. Start it, or check the address in Settings.</translation>
    </message>
    <message>
        <source>The address %2 was not found.</source>
        <translation>The address %2 was not found.</translation>
    </message>
    <message>
        <source>Check its spelling in Settings, and that this computer is on the network.</source>
        <translation>Check its spelling in Settings, and that this computer is on the network.</translation>
    </message>
    <message>
        <source>%1 did not begin to answer in time.</source>
        <translation>%1 did not begin to answer in time.</translation>
    </message>
    <message>
        <source>A large model can take minutes to load. Retry, or allow more time in Settings.</source>
        <translation>A large model can take minutes to load. Retry, or allow more time in Settings.</translation>
    </message>
    <message>
        <source>%1 was started but does not answer yet.</source>
        <translation>%1 was started but does not answer yet.</translation>
    </message>
    <message>
        <source>The first start can take a while. Wait a moment, then check the connection again.</source>
        <translation>The first start can take a while. Wait a moment, then check the connection again.</translation>
    </message>
    <message>
        <source>%2 did not answer in time.</source>
        <translation>%2 did not answer in time.</translation>
    </message>
    <message>
        <source>It may be busy, switched off or behind a firewall. Try again, or allow more time in Settings.</source>
        <translation>It may be busy, switched off or behind a firewall. Try again, or allow more time in Settings.</translation>
    </message>
    <message>
        <source>The server went away while it was answering.</source>
        <translation>The server went away while it was answering.</translation>
    </message>
    <message>
        <source>The text above is kept. Retry asks again.</source>
        <translation>The text above is kept. Retry asks again.</translation>
    </message>
    <message>
        <source>The download of %1 broke off.</source>
        <translation>The download of %1 broke off.</translation>
    </message>
    <message>
        <source>The server or the network went away. What has arrived is kept; pull it again to go on.</source>
        <translation>The server or the network went away. What has arrived is kept; pull it again to go on.</translation>
    </message>
    <message>
        <source>%1 ended by itself.</source>
        <translation>%1 ended by itself.</translation>
    </message>
    <message>
        <source>Its last words are under Details. Correct what they name, then start it again.</source>
        <translation>Its last words are under Details. Correct what they name, then start it again.</translation>
    </message>
    <message>
        <source>The connection to %2 broke off.</source>
        <translation>The connection to %2 broke off.</translation>
    </message>
    <message>
        <source>The server or the network went away. Try again.</source>
        <translation>The server or the network went away. Try again.</translation>
    </message>
    <message>
        <source>There is no secure connection to %2.</source>
        <translation>There is no secure connection to %2.</translation>
    </message>
    <message>
        <source>Its certificate cannot be trusted from here. Check the address and this computer’s clock, or install the certificate of its issuer.</source>
        <translation>Its certificate cannot be trusted from here. Check the address and this computer’s clock, or install the certificate of its issuer.</translation>
    </message>
    <message>
        <source>%2 points to another address.</source>
        <translation>%2 points to another address.</translation>
    </message>
    <message>
        <source>Inkstone does not follow by itself. If you trust the address under Details, enter it in Settings.</source>
        <translation>Inkstone does not follow by itself. If you trust the address under Details, enter it in Settings.</translation>
    </message>
    <message>
        <source>%2 asks for a key.</source>
        <translation>%2 asks for a key.</translation>
    </message>
    <message>
        <source>This account may not run the program. Allow it in the properties of the file, or install Ollama again.</source>
        <translation>This account may not run the program. Allow it in the properties of the file, or install Ollama again.</translation>
    </message>
    <message>
        <source>%2 does not allow this.</source>
        <translation>%2 does not allow this.</translation>
    </message>
    <message>
        <source>The server understood and refused. Ask whoever runs it, or choose another server in Settings.</source>
        <translation>The server understood and refused. Ask whoever runs it, or choose another server in Settings.</translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <translation>%1 was not found.</translation>
    </message>
    <message>
        <source>It may have been removed or moved. Install Ollama, or connect to another machine in Settings.</source>
        <translation>It may have been removed or moved. Install Ollama, or connect to another machine in Settings.</translation>
    </message>
    <message>
        <source>%2 does not know this request.</source>
        <translation>%2 does not know this request.</translation>
    </message>
    <message>
        <source>Another program or an old Ollama may be answering there. Check the address in Settings, or update Ollama.</source>
        <translation>Another program or an old Ollama may be answering there. Check the address in Settings, or update Ollama.</translation>
    </message>
    <message>
        <source>%1 is not on %2.</source>
        <translation>%1 is not on %2.</translation>
    </message>
    <message>
        <source>It may have been removed or renamed. Pull it again, or choose another model.</source>
        <translation>It may have been removed or renamed. Pull it again, or choose another model.</translation>
    </message>
    <message>
        <source>It may have been removed or renamed. Choose another model from the list.</source>
        <translation>It may have been removed or renamed. Choose another model from the list.</translation>
    </message>
    <message>
        <source>No model named %1 was found.</source>
        <translation>No model named %1 was found.</translation>
    </message>
    <message>
        <source>Check the spelling, also of what stands after the colon, then pull again.</source>
        <translation>Check the spelling, also of what stands after the colon, then pull again.</translation>
    </message>
    <message>
        <source>%1 is no longer on %2.</source>
        <translation>%1 is no longer on %2.</translation>
    </message>
    <message>
        <source>It was removed from elsewhere, so there is nothing left to do.</source>
        <translation>It was removed from elsewhere, so there is nothing left to do.</translation>
    </message>
    <message>
        <source>The server does not have this model. Pull it, or choose another one.</source>
        <translation>The server does not have this model. Pull it, or choose another one.</translation>
    </message>
    <message>
        <source>%2 is busy.</source>
        <translation>%2 is busy.</translation>
    </message>
    <message>
        <source>There is not enough memory for %1.</source>
        <translation>There is not enough memory for %1.</translation>
    </message>
    <message>
        <source>Choose a smaller model, unload others, or set a shorter context length in Settings.</source>
        <translation>Choose a smaller model, unload others, or set a shorter context length in Settings.</translation>
    </message>
    <message>
        <source>There is not enough memory. Unload models or close other programs, then try again.</source>
        <translation>There is not enough memory. Unload models or close other programs, then try again.</translation>
    </message>
    <message>
        <source>%1 ended while it was answering.</source>
        <translation>%1 ended while it was answering.</translation>
    </message>
    <message>
        <source>The text above is kept. Memory is the usual reason: retry, or choose a smaller model or a shorter context length.</source>
        <translation>The text above is kept. Memory is the usual reason: retry, or choose a smaller model or a shorter context length.</translation>
    </message>
    <message>
        <source>The process that runs the model ended, often for want of memory. Try again, or choose a smaller model.</source>
        <translation>The process that runs the model ended, often for want of memory. Try again, or choose a smaller model.</translation>
    </message>
    <message>
        <source>%1 cannot do what was asked.</source>
        <translation>%1 cannot do what was asked.</translation>
    </message>
    <message>
        <source>It may lack thinking, images or tools. Switch that off, or choose another model.</source>
        <translation>It may lack thinking, images or tools. Switch that off, or choose another model.</translation>
    </message>
    <message>
        <source>Ollama on %2 may be too old for this model. Update it there, then pull again.</source>
        <translation>Ollama on %2 may be too old for this model. Update it there, then pull again.</translation>
    </message>
    <message>
        <source>%2 cannot do this.</source>
        <translation>%2 cannot do this.</translation>
    </message>
    <message>
        <source>Its version may be too old. Update Ollama there, then try again.</source>
        <translation>Its version may be too old. Update Ollama there, then try again.</translation>
    </message>
    <message>
        <source>The registry of %1 did not answer.</source>
        <translation>The registry of %1 did not answer.</translation>
    </message>
    <message>
        <source>The server needs the network to fetch a model. Check its connection, then pull again; what has arrived is kept.</source>
        <translation>The server needs the network to fetch a model. Check its connection, then pull again; what has arrived is kept.</translation>
    </message>
    <message>
        <source>The server did not reach the registry of models. Check its connection to the network, then try again.</source>
        <translation>The server did not reach the registry of models. Check its connection to the network, then try again.</translation>
    </message>
    <message>
        <source>The server failed while it was answering.</source>
        <translation>The server failed while it was answering.</translation>
    </message>
    <message>
        <source>The text above is kept. Retry asks again; if it fails once more, choose another model.</source>
        <translation>The text above is kept. Retry asks again; if it fails once more, choose another model.</translation>
    </message>
    <message>
        <source>It reported a failure of its own. Its last words are under Details; correct what they name, then start it again.</source>
        <translation>It reported a failure of its own. Its last words are under Details; correct what they name, then start it again.</translation>
    </message>
    <message>
        <source>The server reported a failure of its own. Try again; if it comes back, look into the log of the server.</source>
        <translation>The server reported a failure of its own. Try again; if it comes back, look into the log of the server.</translation>
    </message>
    <message>
        <source>The reply from %2 could not be understood.</source>
        <translation>The reply from %2 could not be understood.</translation>
    </message>
    <message>
        <source>The text above is kept. Another program may be answering there: check the address in Settings, then retry.</source>
        <translation>The text above is kept. Another program may be answering there: check the address in Settings, then retry.</translation>
    </message>
    <message>
        <source>Another program may be answering there. Check the address in Settings, then try again.</source>
        <translation>Another program may be answering there. Check the address in Settings, then try again.</translation>
    </message>
    <message>
        <source>The reply from %2 was too large.</source>
        <translation>The reply from %2 was too large.</translation>
    </message>
    <message>
        <source>Reading stopped to protect the memory of this computer. The text above is kept; ask for a shorter answer.</source>
        <translation>Reading stopped to protect the memory of this computer. The text above is kept; ask for a shorter answer.</translation>
    </message>
    <message>
        <source>Reading stopped to protect the memory of this computer. Check that the address in Settings is that of Ollama.</source>
        <translation>Reading stopped to protect the memory of this computer. Check that the address in Settings is that of Ollama.</translation>
    </message>
    <message>
        <source>The server could not write a file. Check its disk and its permissions, then pull again.</source>
        <translation>The server could not write a file. Check its disk and its permissions, then pull again.</translation>
    </message>
    <message>
        <source>A file it needs could not be read or written. Its last words are under Details.</source>
        <translation>A file it needs could not be read or written. Its last words are under Details.</translation>
    </message>
    <message>
        <source>The conversations in %1 cannot be saved.</source>
        <translation>The conversations in %1 cannot be saved.</translation>
    </message>
    <message>
        <source>The disk or the permissions of the folder may be the reason. New text stays in memory: put this right before you quit.</source>
        <translation>The disk or the permissions of the folder may be the reason. New text stays in memory: put this right before you quit.</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be saved.</source>
        <translation>The settings in %1 cannot be saved.</translation>
    </message>
    <message>
        <source>The change holds until you quit. Check the disk and the permissions of the file, then change it again.</source>
        <translation>The change holds until you quit. Check the disk and the permissions of the file, then change it again.</translation>
    </message>
    <message>
        <source>A file could not be read or written. Check the disk and the permissions, then try again.</source>
        <translation>A file could not be read or written. Check the disk and the permissions, then try again.</translation>
    </message>
    <message>
        <source>There is no space left for %1 on %2.</source>
        <translation>There is no space left for %1 on %2.</translation>
    </message>
    <message>
        <source>Remove models you no longer need, then pull it again. What has arrived is kept.</source>
        <translation>Remove models you no longer need, then pull it again. What has arrived is kept.</translation>
    </message>
    <message>
        <source>The disk is full, so new text is not saved.</source>
        <translation>The disk is full, so new text is not saved.</translation>
    </message>
    <message>
        <source>Free some space for %1. Until then it stays in memory, and is saved as soon as there is room.</source>
        <translation>Free some space for %1. Until then it stays in memory, and is saved as soon as there is room.</translation>
    </message>
    <message>
        <source>The disk is full, so the settings are not saved.</source>
        <translation>The disk is full, so the settings are not saved.</translation>
    </message>
    <message>
        <source>The change holds until you quit. Free some space for %1, then change it again.</source>
        <translation>The change holds until you quit. Free some space for %1, then change it again.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>The disk is full. Free some space, then try again.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written.</source>
        <translation>The folder %1 cannot be written.</translation>
    </message>
    <message>
        <source>What you do now stays in memory and ends with the program. Change the permissions of the folder, then start Inkstone again.</source>
        <translation>What you do now stays in memory and ends with the program. Change the permissions of the folder, then start Inkstone again.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>The file %1 cannot be written.</translation>
    </message>
    <message>
        <source>The change holds until you quit. Change the permissions of the file, then change the setting again.</source>
        <translation>The change holds until you quit. Change the permissions of the file, then change the setting again.</translation>
    </message>
    <message>
        <source>The disk or the folder is read-only. Change its permissions, then try again.</source>
        <translation>The disk or the folder is read-only. Change its permissions, then try again.</translation>
    </message>
    <message>
        <source>The saved conversations in %1 were damaged.</source>
        <translation>The saved conversations in %1 were damaged.</translation>
    </message>
    <message>
        <source>The settings in %1 were damaged.</source>
        <translation>The settings in %1 were damaged.</translation>
    </message>
    <message>
        <source>The last good copy or the defaults are in use, and the damaged file is kept beside it. Look through Settings.</source>
        <translation>The last good copy or the defaults are in use, and the damaged file is kept beside it. Look through Settings.</translation>
    </message>
    <message>
        <source>A file it needs is damaged. Restore it from a backup, then try again.</source>
        <translation>A file it needs is damaged. Restore it from a backup, then try again.</translation>
    </message>
    <message>
        <source>The conversations in %1 were saved by a newer Inkstone.</source>
        <translation>The conversations in %1 were saved by a newer Inkstone.</translation>
    </message>
    <message>
        <source>They are untouched, and what you do now is not saved. Update Inkstone to open them.</source>
        <translation>They are untouched, and what you do now is not saved. Update Inkstone to open them.</translation>
    </message>
    <message>
        <source>A file it needs was saved by a newer Inkstone. Update Inkstone, then try again.</source>
        <translation>A file it needs was saved by a newer Inkstone. Update Inkstone, then try again.</translation>
    </message>
    <message>
        <source>There is no working connection to %1.</source>
        <translation>There is no working connection to %1.</translation>
    </message>
    <message>
        <source>%1 could not answer.</source>
        <translation>%1 could not answer.</translation>
    </message>
    <message>
        <source>The models on %1 could not be listed.</source>
        <translation>The models on %1 could not be listed.</translation>
    </message>
    <message>
        <source>The details of %1 could not be read.</source>
        <translation>The details of %1 could not be read.</translation>
    </message>
    <message>
        <source>%1 could not be pulled.</source>
        <translation>%1 could not be pulled.</translation>
    </message>
    <message>
        <source>%1 could not be removed.</source>
        <translation>%1 could not be removed.</translation>
    </message>
    <message>
        <source>%1 could not be unloaded from memory.</source>
        <translation>%1 could not be unloaded from memory.</translation>
    </message>
    <message>
        <source>%1 could not be started.</source>
        <translation>%1 could not be started.</translation>
    </message>
    <message>
        <source>The conversations in %1 could not be read or saved.</source>
        <translation>The conversations in %1 could not be read or saved.</translation>
    </message>
    <message>
        <source>The settings in %1 could not be read or saved.</source>
        <translation>The settings in %1 could not be read or saved.</translation>
    </message>
    <message>
        <source>The answer was interrupted because Inkstone ended.</source>
        <translation>The answer was interrupted because Inkstone ended.</translation>
    </message>
    <message>
        <source>%2 does not speak https.</source>
        <translation>%2 does not speak https.</translation>
    </message>
    <message>
        <source>It answers without encryption on this port. Check the port, or begin the address with http:// if that is meant.</source>
        <translation>It answers without encryption on this port. Check the port, or begin the address with http:// if that is meant.</translation>
    </message>
    <message>
        <source>%2 offers only encryption that is no longer safe.</source>
        <translation>%2 offers only encryption that is no longer safe.</translation>
    </message>
    <message>
        <source>TLS 1.2 or later is needed. Update the server, or what stands in front of it.</source>
        <translation>TLS 1.2 or later is needed. Update the server, or what stands in front of it.</translation>
    </message>
    <message>
        <source>The certificate of %2 is not trusted.</source>
        <translation>The certificate of %2 is not trusted.</translation>
    </message>
    <message>
        <source>Nobody this computer knows has signed it. Compare its fingerprint with the server’s, then trust it in Settings, or choose the file of its issuer there.</source>
        <translation>Nobody this computer knows has signed it. Compare its fingerprint with the server’s, then trust it in Settings, or choose the file of its issuer there.</translation>
    </message>
    <message>
        <source>The certificate of %2 expired on %3.</source>
        <translation>The certificate of %2 expired on %3.</translation>
    </message>
    <message>
        <source>Nothing was sent. Ask whoever runs the server for a new one; if this computer’s clock is wrong, set it.</source>
        <translation>Nothing was sent. Ask whoever runs the server for a new one; if this computer’s clock is wrong, set it.</translation>
    </message>
    <message>
        <source>The certificate of %2 is not valid before %3.</source>
        <translation>The certificate of %2 is not valid before %3.</translation>
    </message>
    <message>
        <source>Nothing was sent. This computer’s clock may be wrong: check its date and time, then try again.</source>
        <translation>Nothing was sent. This computer’s clock may be wrong: check its date and time, then try again.</translation>
    </message>
    <message>
        <source>The certificate of %2 is for %3.</source>
        <translation>The certificate of %2 is for %3.</translation>
    </message>
    <message>
        <source>Nothing was sent. Enter the name the certificate is for, or check that the right machine answers there.</source>
        <translation>Nothing was sent. Enter the name the certificate is for, or check that the right machine answers there.</translation>
    </message>
    <message>
        <source>The certificate of %2 is not the one you trusted.</source>
        <translation>The certificate of %2 is not the one you trusted.</translation>
    </message>
    <message>
        <source>Nothing was sent, because someone may be in between. Compare both fingerprints under Details with the server’s before you trust the new one.</source>
        <translation>Nothing was sent, because someone may be in between. Compare both fingerprints under Details with the server’s before you trust the new one.</translation>
    </message>
    <message>
        <source>The key was not sent to %2.</source>
        <translation>The key was not sent to %2.</translation>
    </message>
    <message>
        <source>The connection is not encrypted, so others on the way could read the key. Use an https address, or allow it for this server in Settings.</source>
        <translation>The connection is not encrypted, so others on the way could read the key. Use an https address, or allow it for this server in Settings.</translation>
    </message>
    <message>
        <source>There is no way through the proxy %3.</source>
        <translation>There is no way through the proxy %3.</translation>
    </message>
    <message>
        <source>It may be off, or not allow %2. Its words are under Details; check the proxy of this server in Settings.</source>
        <translation>It may be off, or not allow %2. Its words are under Details; check the proxy of this server in Settings.</translation>
    </message>
    <message>
        <source>The proxy %3 asks for a name and a password.</source>
        <translation>The proxy %3 asks for a name and a password.</translation>
    </message>
    <message>
        <source>They are missing or refused. Enter them for this server in Settings.</source>
        <translation>They are missing or refused. Enter them for this server in Settings.</translation>
    </message>
    <message>
        <source>Nothing was sent to %2.</source>
        <translation>Nothing was sent to %2.</translation>
    </message>
    <message>
        <source>Inkstone is locked to one server. Remove the lock under Privacy in Settings, or choose that server.</source>
        <translation>Inkstone is locked to one server. Remove the lock under Privacy in Settings, or choose that server.</translation>
    </message>
    <message>
        <source>The key is missing, or it is refused. Enter the key of this server in Settings.</source>
        <translation>The key is missing, or it is refused. Enter the key of this server in Settings.</translation>
    </message>
    <message>
        <source>The server reported a failure of its own. What has arrived is kept; pull it again to go on. If it comes back, make room on the server’s disk and restart the server.</source>
        <translation>The server reported a failure of its own. What has arrived is kept; pull it again to go on. If it comes back, make room on the server’s disk and restart the server.</translation>
    </message>
    <message>
        <source>There is no keyring to keep the key in.</source>
        <translation>There is no keyring to keep the key in.</translation>
    </message>
    <message>
        <source>Start one, such as GNOME Keyring or KWallet, and try again, or use the key until you quit.</source>
        <translation>Start one, such as GNOME Keyring or KWallet, and try again, or use the key until you quit.</translation>
    </message>
    <message>
        <source>The keyring did not open.</source>
        <translation>The keyring did not open.</translation>
    </message>
    <message>
        <source>Unlock it and try again, or use the key until you quit.</source>
        <translation>Unlock it and try again, or use the key until you quit.</translation>
    </message>
    <message>
        <source>“%1” is not the address of a file.</source>
        <translation>“%1” is not the address of a file.</translation>
    </message>
    <message>
        <source>An address looks like https://example.org/catalogue.json. The catalogue in use stays.</source>
        <translation>An address looks like https://example.org/catalogue.json. The catalogue in use stays.</translation>
    </message>
    <message>
        <source>There is no connection to %1.</source>
        <translation>There is no connection to %1.</translation>
    </message>
    <message>
        <source>Check the address and the network. The catalogue in use stays.</source>
        <translation>Check the address and the network. The catalogue in use stays.</translation>
    </message>
    <message>
        <source>The address %1 was not found.</source>
        <translation>The address %1 was not found.</translation>
    </message>
    <message>
        <source>Check its spelling, and that this computer is on the network. The catalogue in use stays.</source>
        <translation>Check its spelling, and that this computer is on the network. The catalogue in use stays.</translation>
    </message>
    <message>
        <source>%1 points to another address, %3.</source>
        <translation>%1 points to another address, %3.</translation>
    </message>
    <message>
        <source>Inkstone does not follow by itself. If you trust that address, enter it here.</source>
        <translation>Inkstone does not follow by itself. If you trust that address, enter it here.</translation>
    </message>
    <message>
        <source>There is nothing at %1.</source>
        <translation>There is nothing at %1.</translation>
    </message>
    <message>
        <source>Check the address. The catalogue in use stays.</source>
        <translation>Check the address. The catalogue in use stays.</translation>
    </message>
    <message>
        <source>%1 is not a catalogue.</source>
        <translation>%1 is not a catalogue.</translation>
    </message>
    <message>
        <source>One entry at least is missing or wrong, or it is another kind of file. The catalogue in use stays.</source>
        <translation>One entry at least is missing or wrong, or it is another kind of file. The catalogue in use stays.</translation>
    </message>
    <message>
        <source>%1 is too large for a catalogue.</source>
        <translation>%1 is too large for a catalogue.</translation>
    </message>
    <message>
        <source>At most 4 MB are read. The catalogue in use stays.</source>
        <translation>At most 4 MB are read. The catalogue in use stays.</translation>
    </message>
    <message>
        <source>%1 could not be read or kept.</source>
        <translation>%1 could not be read or kept.</translation>
    </message>
    <message>
        <source>Check that it is an ordinary file, and that the data folder can be written. The catalogue in use stays.</source>
        <translation>Check that it is an ordinary file, and that the data folder can be written. The catalogue in use stays.</translation>
    </message>
    <message>
        <source>The catalogue at %1 could not be read.</source>
        <translation>The catalogue at %1 could not be read.</translation>
    </message>
    <message>
        <source>%1 could not be loaded into memory.</source>
        <translation>%1 could not be loaded into memory.</translation>
    </message>
    <message>
        <source>How long %1 stays in memory could not be changed.</source>
        <translation>How long %1 stays in memory could not be changed.</translation>
    </message>
    <message>
        <source>%1 did not say what would be downloaded.</source>
        <translation>%1 did not say what would be downloaded.</translation>
    </message>
    <message>
        <source>Inkstone is locked to one server, so %1 was not asked.</source>
        <translation>Inkstone is locked to one server, so %1 was not asked.</translation>
    </message>
    <message>
        <source>Remove the lock under Privacy in Settings, then ask again.</source>
        <translation>Remove the lock under Privacy in Settings, then ask again.</translation>
    </message>
    <message>
        <source>%1 does not know this model.</source>
        <translation>%1 does not know this model.</translation>
    </message>
    <message>
        <source>Check the spelling of its name.</source>
        <translation>Check the spelling of its name.</translation>
    </message>
    <message>
        <source>%1 can be asked only from the machine of the server.</source>
        <translation>%1 can be asked only from the machine of the server.</translation>
    </message>
    <message>
        <source>The name of the registry means that machine itself, not this one.</source>
        <translation>The name of the registry means that machine itself, not this one.</translation>
    </message>
    <message>
        <source>%1 could not be copied.</source>
        <translation>%1 could not be copied.</translation>
    </message>
    <message>
        <source>%1 could not be renamed.</source>
        <translation>%1 could not be renamed.</translation>
    </message>
    <message>
        <source>%1 could not be made.</source>
        <translation>%1 could not be made.</translation>
    </message>
    <message>
        <source>%1 could not be imported.</source>
        <translation>%1 could not be imported.</translation>
    </message>
    <message>
        <source>%1 could not be pushed.</source>
        <translation>%1 could not be pushed.</translation>
    </message>
    <message>
        <source>It was stopped before it was done. The file need not be checked again when you go on.</source>
        <translation>It was stopped before it was done. The file need not be checked again when you go on.</translation>
    </message>
    <message>
        <source>The model it is based on is neither on the server nor known to the registry. Check its name.</source>
        <translation>The model it is based on is neither on the server nor known to the registry. Check its name.</translation>
    </message>
    <message>
        <source>What arrived at the server is not what was read here: the file may have changed meanwhile. Import it again.</source>
        <translation>What arrived at the server is not what was read here: the file may have changed meanwhile. Import it again.</translation>
    </message>
    <message>
        <source>The registry was not reached, or refused it. Its words are under Details; check the name, and that you may write there.</source>
        <translation>The registry was not reached, or refused it. Its words are under Details; check the name, and that you may write there.</translation>
    </message>
    <message>
        <source>The server refused it. Its words are under Details; correct what they name, then make it again.</source>
        <translation>The server refused it. Its words are under Details; correct what they name, then make it again.</translation>
    </message>
    <message>
        <source>The server refused the file. Its words are under Details; it may be damaged, or of a kind the engine does not run.</source>
        <translation>The server refused the file. Its words are under Details; it may be damaged, or of a kind the engine does not run.</translation>
    </message>
    <message>
        <source>The registry or the server refused it. Their words are under Details; the name must be one you may write to.</source>
        <translation>The registry or the server refused it. Their words are under Details; the name must be one you may write to.</translation>
    </message>
    <message>
        <source>The file could not be read to its end. Check the disk it is on, then import it again.</source>
        <translation>The file could not be read to its end. Check the disk it is on, then import it again.</translation>
    </message>
    <message>
        <source>Remove models you no longer need, then import it again.</source>
        <translation>Remove models you no longer need, then import it again.</translation>
    </message>
    <message>
        <source>%1 was not updated, because its present state could not be kept.</source>
        <translation>%1 was not updated, because its present state could not be kept.</translation>
    </message>
    <message>
        <source>%1 could not be brought back.</source>
        <translation>%1 could not be brought back.</translation>
    </message>
    <message>
        <source>The server does not trust the certificate of the registry of %1.</source>
        <translation>The server does not trust the certificate of the registry of %1.</translation>
    </message>
    <message>
        <source>Something on its way may be reading along, as company proxies and antivirus programs do. On the machine of the server, add their CA to those the system trusts, then try again.</source>
        <translation>Something on its way may be reading along, as company proxies and antivirus programs do. On the machine of the server, add their CA to those the system trusts, then try again.</translation>
    </message>
    <message>
        <source>What answers in place of the registry of %1 is none.</source>
        <translation>What answers in place of the registry of %1 is none.</translation>
    </message>
    <message>
        <source>Check the host in the name, and whether a proxy or a login page answers in its place.</source>
        <translation>Check the host in the name, and whether a proxy or a login page answers in its place.</translation>
    </message>
    <message>
        <source>The registry of %1 does not let the server have it.</source>
        <translation>The registry of %1 does not let the server have it.</translation>
    </message>
    <message>
        <source>It may be private, or its terms have to be accepted there first. Add the public key of the server (id_ed25519.pub) to your account there, then pull again.</source>
        <translation>It may be private, or its terms have to be accepted there first. Add the public key of the server (id_ed25519.pub) to your account there, then pull again.</translation>
    </message>
    <message>
        <source>The registry of %1 does not let the server write there.</source>
        <translation>The registry of %1 does not let the server write there.</translation>
    </message>
    <message>
        <source>Add the public key of the server (id_ed25519.pub) to your account there, and check that the name is one you may write to.</source>
        <translation>Add the public key of the server (id_ed25519.pub) to your account there, and check that the name is one you may write to.</translation>
    </message>
    <message>
        <source>The damaged file was moved aside, not deleted. What could still be read of it is in a new one.</source>
        <translation>The damaged file was moved aside, not deleted. What could still be read of it is in a new one.</translation>
    </message>
    <message>
        <source>The answer of %1 could not go on.</source>
        <translation>The answer of %1 could not go on.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 could not be written.</translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>The import was stopped.</translation>
    </message>
    <message>
        <source>Nothing was taken over. Import it again when you like.</source>
        <translation>Nothing was taken over. Import it again when you like.</translation>
    </message>
    <message>
        <source>%1 changed while it was read.</source>
        <translation>%1 changed while it was read.</translation>
    </message>
    <message>
        <source>Nothing was taken over. Import it again.</source>
        <translation>Nothing was taken over. Import it again.</translation>
    </message>
    <message>
        <source>It may have been moved or removed. Choose it again.</source>
        <translation>It may have been moved or removed. Choose it again.</translation>
    </message>
    <message>
        <source>%2 cannot go on in the middle of an answer of %1.</source>
        <translation>%2 cannot go on in the middle of an answer of %1.</translation>
    </message>
    <message>
        <source>The text above is kept. Retry asks for another version of the answer.</source>
        <translation>The text above is kept. Retry asks for another version of the answer.</translation>
    </message>
    <message>
        <source>%1 is an archive.</source>
        <translation>%1 is an archive.</translation>
    </message>
    <message>
        <source>Unpack it, then choose conversations.json from it.</source>
        <translation>Unpack it, then choose conversations.json from it.</translation>
    </message>
    <message>
        <source>%1 is no file with conversations.</source>
        <translation>%1 is no file with conversations.</translation>
    </message>
    <message>
        <source>An export of Inkstone, conversations.json of ChatGPT, an export of Open WebUI and the database of Ollama’s app (db.sqlite) can be read. Nothing was taken over.</source>
        <translation>An export of Inkstone, conversations.json of ChatGPT, an export of Open WebUI and the database of Ollama’s app (db.sqlite) can be read. Nothing was taken over.</translation>
    </message>
    <message>
        <source>A conversation in %1 is too large to be read.</source>
        <translation>A conversation in %1 is too large to be read.</translation>
    </message>
    <message>
        <source>Reading stopped to protect the memory of this computer. Nothing was taken over.</source>
        <translation>Reading stopped to protect the memory of this computer. Nothing was taken over.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was taken over; free some space, then import it again.</source>
        <translation>The disk is full. Nothing was taken over; free some space, then import it again.</translation>
    </message>
    <message>
        <source>%1 is damaged or not complete.</source>
        <translation>%1 is damaged or not complete.</translation>
    </message>
    <message>
        <source>Nothing was taken over. Export it again where it comes from.</source>
        <translation>Nothing was taken over. Export it again where it comes from.</translation>
    </message>
    <message>
        <source>%1 was exported by a newer Inkstone.</source>
        <translation>%1 was exported by a newer Inkstone.</translation>
    </message>
    <message>
        <source>Nothing was taken over. Update Inkstone to import it.</source>
        <translation>Nothing was taken over. Update Inkstone to import it.</translation>
    </message>
    <message>
        <source>The conversation is longer than the window of %1.</source>
        <translation>The conversation is longer than the window of %1.</translation>
    </message>
    <message>
        <source>Nothing was cut off unseen. Leave out the oldest messages, use a larger window, or have the oldest part summarised; all of it stays here.</source>
        <translation>Nothing was cut off unseen. Leave out the oldest messages, use a larger window, or have the oldest part summarised; all of it stays here.</translation>
    </message>
    <message>
        <source>The answer of %1 fills its window.</source>
        <translation>The answer of %1 fills its window.</translation>
    </message>
    <message>
        <source>Leave out the oldest messages or use a larger window, then continue.</source>
        <translation>Leave out the oldest messages or use a larger window, then continue.</translation>
    </message>
    <message>
        <source>It is longer than what the model can read at once. Shorten it, or set a larger context length.</source>
        <translation>It is longer than what the model can read at once. Shorten it, or set a larger context length.</translation>
    </message>
    <message>
        <source>The export to %1 was stopped.</source>
        <translation>The export to %1 was stopped.</translation>
    </message>
    <message>
        <source>Nothing was written. Export it again when you like.</source>
        <translation>Nothing was written. Export it again when you like.</translation>
    </message>
    <message>
        <source>It is loading a model, or has more requests than it takes at once. Wait a moment, then try again.</source>
        <translation>It is loading a model, or has more requests than it takes at once. Wait a moment, then try again.</translation>
    </message>
    <message>
        <source>Not every conversation could be written to %1.</source>
        <translation>Not every conversation could be written to %1.</translation>
    </message>
    <message>
        <source>The files that are there are whole.</source>
        <translation>The files that are there are whole.</translation>
    </message>
    <message>
        <source>There is nothing to write to %1.</source>
        <translation>There is nothing to write to %1.</translation>
    </message>
    <message>
        <source>What was to be exported was deleted meanwhile, or nothing was said in it yet.</source>
        <translation>What was to be exported was deleted meanwhile, or nothing was said in it yet.</translation>
    </message>
</context>
<context>
    <name>ui::ExchangePanel</name>
    <message>
        <source>Export all conversations</source>
        <translation>Export all conversations</translation>
    </message>
    <message>
        <source>Inkstone (*.json)</source>
        <translation>Inkstone (*.json)</translation>
    </message>
    <message>
        <source>Inkstone %1</source>
        <translation>Inkstone %1</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>Import conversations</translation>
    </message>
    <message>
        <source>Conversations (*.json *.sqlite *.sqlite3 *.db)</source>
        <translation>Conversations (*.json *.sqlite *.sqlite3 *.db)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made each day.</source>
        <translation>There is no backup yet. One is made each day.</translation>
    </message>
    <message>
        <source>%1: all of it is in %2.</source>
        <translation>%1: all of it is in %2.</translation>
    </message>
    <message>
        <source>%1 with %2 came in. They are in the list of conversations.</source>
        <translation>%1 with %2 came in. They are in the list of conversations.</translation>
    </message>
    <message>
        <source>Exporting to %1</source>
        <translation>Exporting to %1</translation>
    </message>
    <message>
        <source>Looking through %1</source>
        <translation>Looking through %1</translation>
    </message>
    <message>
        <source>Importing %1: %2 so far</source>
        <translation>Importing %1: %2 so far</translation>
    </message>
    <message>
        <source>Every conversation in %1 is here already.</source>
        <translation>Every conversation in %1 is here already.</translation>
    </message>
    <message>
        <source>There is no conversation in %1.</source>
        <translation>There is no conversation in %1.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Import %1 with %2 from %3?</source>
        <translation>Import %1 with %2 from %3?</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Export everything…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>From a backup…</source>
        <translation>From a backup…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>One conversation is exported from its menu. What can be imported: an export of Inkstone, conversations.json of ChatGPT, an export of Open WebUI, and the database of Ollama’s app (db.sqlite).</source>
        <translation>One conversation is exported from its menu. What can be imported: an export of Inkstone, conversations.json of ChatGPT, an export of Open WebUI, and the database of Ollama’s app (db.sqlite).</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) and file(s): the text alone comes in</source>
        <translation>
            <numerusform>%n image and file: the text alone comes in</numerusform>
            <numerusform>%n images and files: the text alone comes in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) to and from tools</source>
        <translation>
            <numerusform>%n message to and from tools</numerusform>
            <numerusform>%n messages to and from tools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of a kind that is not known</source>
        <translation>
            <numerusform>%n message of a kind that is not known</numerusform>
            <numerusform>%n messages of a kind that is not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) that are too long</source>
        <translation>
            <numerusform>%n message that are too long</numerusform>
            <numerusform>%n messages that are too long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) without a message</source>
        <translation>
            <numerusform>%n conversation without a message</numerusform>
            <numerusform>%n conversations without a message</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) that are no conversation</source>
        <translation>
            <numerusform>%n entry that are no conversation</numerusform>
            <numerusform>%n entrys that are no conversation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) that are in the file more than once</source>
        <translation>
            <numerusform>%n conversation that are in the file more than once</numerusform>
            <numerusform>%n conversations that are in the file more than once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Inkstone</source>
        <translation>Inkstone</translation>
    </message>
    <message>
        <source>ChatGPT</source>
        <translation>ChatGPT</translation>
    </message>
    <message>
        <source>Open WebUI</source>
        <translation>Open WebUI</translation>
    </message>
    <message>
        <source>Ollama’s app</source>
        <translation>Ollama’s app</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 · before an update of Inkstone</source>
        <translation>%1 · %2 · before an update of Inkstone</translation>
    </message>
    <message>
        <source>%1 · %2 · a damaged file that was set aside</source>
        <translation>%1 · %2 · a damaged file that was set aside</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>From %1 to %2</translation>
    </message>
    <message>
        <source>Here already, and left as they are: %1</source>
        <translation>Here already, and left as they are: %1</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Left out: %1</translation>
    </message>
    <message>
        <source>Complete %1 here with %2 from %3?</source>
        <translation>Complete %1 here with %2 from %3?</translation>
    </message>
    <message>
        <source>%1 came in and completed %2.</source>
        <translation>%1 came in and completed %2.</translation>
    </message>
    <message>
        <source>%1 %2 completed %3.</source>
        <translation>%1 %2 completed %3.</translation>
    </message>
    <message>
        <source>Here already, and completed with %2: %1</source>
        <translation>Here already, and completed with %2: %1</translation>
    </message>
    <message>
        <source>Among what is left out: %1</source>
        <translation>Among what is left out: %1</translation>
    </message>
</context>
<context>
    <name>ui::ExportBar</name>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>You</source>
        <translation>You</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>System prompt</translation>
    </message>
    <message>
        <source>Thought for %1</source>
        <translation>Thought for %1</translation>
    </message>
    <message>
        <source>Thought</source>
        <translation>Thought</translation>
    </message>
    <message>
        <source>Export this conversation</source>
        <translation>Export this conversation</translation>
    </message>
    <message>
        <source>Web page, the branch shown (*.html)</source>
        <translation>Web page, the branch shown (*.html)</translation>
    </message>
    <message>
        <source>Markdown, the branch shown (*.md)</source>
        <translation>Markdown, the branch shown (*.md)</translation>
    </message>
    <message>
        <source>Inkstone, everything, to import again (*.json)</source>
        <translation>Inkstone, everything, to import again (*.json)</translation>
    </message>
    <message>
        <source>The conversation was exported to %1.</source>
        <translation>The conversation was exported to %1.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) exported to %1.</source>
        <translation>
            <numerusform>%n conversation exported to %1.</numerusform>
            <numerusform>%n conversations exported to %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>PDF, the branch shown (*.pdf)</source>
        <translation>PDF, the branch shown (*.pdf)</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) printed to %1.</source>
        <translation>
            <numerusform>%n page printed to %1.</numerusform>
            <numerusform>%n pages printed to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer %1.</source>
        <translation>
            <numerusform>%n page sent to the printer %1.</numerusform>
            <numerusform>%n pages sent to the printer %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The printer %1 takes nothing. Look whether it is switched on and has no error, or export a PDF.</source>
        <translation>The printer %1 takes nothing. Look whether it is switched on and has no error, or export a PDF.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Printing to %1: %2 %</source>
        <translation>Printing to %1: %2 %</translation>
    </message>
    <message>
        <source>Exporting to %1: %2 %</source>
        <translation>Exporting to %1: %2 %</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Printing to %1 was stopped. What the printer has already may still come out.</source>
        <translation>Printing to %1 was stopped. What the printer has already may still come out.</translation>
    </message>
    <message>
        <source>Export these conversations</source>
        <translation>Export these conversations</translation>
    </message>
    <message>
        <source>Export here</source>
        <translation>Export here</translation>
    </message>
</context>
<context>
    <name>ui::ExportForms</name>
    <message>
        <source>Web pages, one a conversation…</source>
        <translation>Web pages, one a conversation…</translation>
    </message>
    <message>
        <source>PDFs, one a conversation…</source>
        <translation>PDFs, one a conversation…</translation>
    </message>
    <message>
        <source>Markdown, one file a conversation…</source>
        <translation>Markdown, one file a conversation…</translation>
    </message>
    <message>
        <source>One file with everything, to import again…</source>
        <translation>One file with everything, to import again…</translation>
    </message>
</context>
<context>
    <name>ui::FindBar</name>
    <message>
        <source>%1 of %2</source>
        <comment>Find: which hit of how many</comment>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>No matches</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>Find in this conversation</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Previous match</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Next match</translation>
    </message>
    <message>
        <source>Close find</source>
        <translation>Close find</translation>
    </message>
</context>
<context>
    <name>ui::FindingBox</name>
    <message>
        <source>SHA-256 fingerprint</source>
        <translation>SHA-256 fingerprint</translation>
    </message>
    <message>
        <source>The one you trusted</source>
        <translation>The one you trusted</translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation>Command: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copy the command</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>Trust this certificate</translation>
    </message>
    <message>
        <source>Choose CA file…</source>
        <translation>Choose CA file…</translation>
    </message>
    <message>
        <source>Start Ollama</source>
        <translation>Start Ollama</translation>
    </message>
    <message>
        <source>Edit address</source>
        <translation>Edit address</translation>
    </message>
    <message>
        <source>Enter key</source>
        <translation>Enter key</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>Get models</translation>
    </message>
    <message>
        <source>Set default model</source>
        <translation>Set default model</translation>
    </message>
    <message>
        <source>How it is run there</source>
        <translation>How it is run there</translation>
    </message>
</context>
<context>
    <name>ui::FirstModelPage</name>
    <message>
        <source>Write the first message; it is sent when the model is ready</source>
        <translation>Write the first message; it is sent when the model is ready</translation>
    </message>
    <message>
        <source>Your message is sent as soon as the model is ready.</source>
        <translation>Your message is sent as soon as the model is ready.</translation>
    </message>
</context>
<context>
    <name>ui::FitWords</name>
    <message numerus="yes">
        <source>%1 takes %2: about %3 of its %n layer(s) fit the graphics card, the processor does the rest, more slowly.</source>
        <translation>
            <numerusform>%1 takes %2: about %3 of its %n layer fit the graphics card, the processor does the rest, more slowly.</numerusform>
            <numerusform>%1 takes %2: about %3 of its %n layers fit the graphics card, the processor does the rest, more slowly.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 takes %2: a part of it fits the graphics card, the processor does the rest, more slowly.</source>
        <translation>%1 takes %2: a part of it fits the graphics card, the processor does the rest, more slowly.</translation>
    </message>
    <message>
        <source>%1 takes %2 and fits the graphics card.</source>
        <translation>%1 takes %2 and fits the graphics card.</translation>
    </message>
    <message>
        <source>%1 takes %2 and fits the memory.</source>
        <translation>%1 takes %2 and fits the memory.</translation>
    </message>
    <message>
        <source>%1 takes %2, more than is free right now. End other programs first.</source>
        <translation>%1 takes %2, more than is free right now. End other programs first.</translation>
    </message>
    <message>
        <source>%1 takes %2, more than this computer has. Choose a smaller one.</source>
        <translation>%1 takes %2, more than this computer has. Choose a smaller one.</translation>
    </message>
    <message>
        <source>%1 is a download of %2, more than is free on the disk.</source>
        <translation>%1 is a download of %2, more than is free on the disk.</translation>
    </message>
    <message>
        <source>It cannot be told whether %1 fits.</source>
        <translation>It cannot be told whether %1 fits.</translation>
    </message>
    <message>
        <source>Fits the graphics card</source>
        <translation>Fits the graphics card</translation>
    </message>
    <message>
        <source>Partly on the graphics card</source>
        <translation>Partly on the graphics card</translation>
    </message>
    <message>
        <source>Fits the memory</source>
        <translation>Fits the memory</translation>
    </message>
    <message>
        <source>More than is free now</source>
        <translation>More than is free now</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Does not fit</translation>
    </message>
    <message>
        <source>No room on the disk</source>
        <translation>No room on the disk</translation>
    </message>
    <message>
        <source>%1 with %2; the server counted it with %3</source>
        <translation>%1 with %2; the server counted it with %3</translation>
    </message>
    <message>
        <source>about %1 with %2: weights %3, context %4, computing %5</source>
        <translation>about %1 with %2: weights %3, context %4, computing %5</translation>
    </message>
</context>
<context>
    <name>ui::FolderPopup</name>
    <message>
        <source>Name of the folder</source>
        <translation>Name of the folder</translation>
    </message>
    <message>
        <source>There is a folder named %1 already. Type another name.</source>
        <translation>There is a folder named %1 already. Type another name.</translation>
    </message>
    <message>
        <source>Nothing of this name can be seen. Type another one.</source>
        <translation>Nothing of this name can be seen. Type another one.</translation>
    </message>
</context>
<context>
    <name>ui::Format</name>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1 TB</translation>
    </message>
    <message>
        <source>%1 B/s</source>
        <translation>%1 B/s</translation>
    </message>
    <message>
        <source>%1 kB/s</source>
        <translation>%1 kB/s</translation>
    </message>
    <message>
        <source>%1 MB/s</source>
        <translation>%1 MB/s</translation>
    </message>
    <message>
        <source>%1 GB/s</source>
        <translation>%1 GB/s</translation>
    </message>
    <message>
        <source>%1 TB/s</source>
        <translation>%1 TB/s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 tokens/s</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>A date of this year, in the letters of QDate::toString</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>A date, in the letters of QDate::toString</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>ui::GenerationForm</name>
    <message>
        <source>Generation</source>
        <translation>Generation</translation>
    </message>
    <message>
        <source>For every conversation that sets nothing of its own. Changes apply at once.</source>
        <translation>For every conversation that sets nothing of its own. Changes apply at once.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memory</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>System prompt</translation>
    </message>
    <message>
        <source>Sent before the first question of a conversation.</source>
        <translation>Sent before the first question of a conversation.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperature</translation>
    </message>
    <message>
        <source>Low keeps to the likeliest words, high is more varied.</source>
        <translation>Low keeps to the likeliest words, high is more varied.</translation>
    </message>
    <message>
        <source>the model’s own value</source>
        <translation>the model’s own value</translation>
    </message>
    <message>
        <source>Model’s own</source>
        <translation>Model’s own</translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation>Max tokens</translation>
    </message>
    <message>
        <source>The longest an answer may grow. 0 leaves it to the model.</source>
        <translation>The longest an answer may grow. 0 leaves it to the model.</translation>
    </message>
    <message>
        <source>The one used last</source>
        <translation>The one used last</translation>
    </message>
    <message>
        <source>%1 (not installed)</source>
        <translation>%1 (not installed)</translation>
    </message>
    <message>
        <source>Default model</source>
        <translation>Default model</translation>
    </message>
    <message>
        <source>A new conversation starts with it.</source>
        <translation>A new conversation starts with it.</translation>
    </message>
    <message>
        <source>The server’s own</source>
        <translation>The server’s own</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>Context length</translation>
    </message>
    <message>
        <source>How much of a conversation the model sees. More takes more memory.</source>
        <translation>How much of a conversation the model sees. More takes more memory.</translation>
    </message>
    <message>
        <source>Until the answer is done</source>
        <translation>Until the answer is done</translation>
    </message>
    <message>
        <source>5 minutes after the last answer</source>
        <translation>5 minutes after the last answer</translation>
    </message>
    <message>
        <source>30 minutes after the last answer</source>
        <translation>30 minutes after the last answer</translation>
    </message>
    <message>
        <source>1 hour after the last answer</source>
        <translation>1 hour after the last answer</translation>
    </message>
    <message>
        <source>24 hours after the last answer</source>
        <translation>24 hours after the last answer</translation>
    </message>
    <message>
        <source>Until the server ends</source>
        <translation>Until the server ends</translation>
    </message>
    <message>
        <source>%1 after the last answer</source>
        <translation>%1 after the last answer</translation>
    </message>
    <message>
        <source>Keep in memory</source>
        <translation>Keep in memory</translation>
    </message>
    <message>
        <source>From the first question</source>
        <translation>From the first question</translation>
    </message>
    <message>
        <source>Improved by the model</source>
        <translation>Improved by the model</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Titles</translation>
    </message>
    <message>
        <source>The model is asked for one after the first answer, unless you named the conversation. It takes a moment of the server, and gives way to your questions.</source>
        <translation>The model is asked for one after the first answer, unless you named the conversation. It takes a moment of the server, and gives way to your questions.</translation>
    </message>
</context>
<context>
    <name>ui::GoTo</name>
    <message>
        <source>Archived</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>New chat with it</source>
        <translation>New chat with it</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Go to</translation>
    </message>
    <message>
        <source>Go to a conversation, a model or a command</source>
        <translation>Go to a conversation, a model or a command</translation>
    </message>
    <message>
        <source>Nothing has these words in its name</source>
        <translation>Nothing has these words in its name</translation>
    </message>
    <message>
        <source>Assistants</source>
        <translation>Assistants</translation>
    </message>
</context>
<context>
    <name>ui::GuideTable</name>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>In the guides</source>
        <comment>Column: the size printed there</comment>
        <translation>In the guides</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Download</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Good for</translation>
    </message>
    <message>
        <source>quick</source>
        <translation>quick</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>medium</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>slow</translation>
    </message>
</context>
<context>
    <name>ui::GuideView</name>
    <message>
        <source>The models of the guides, side by side</source>
        <translation>The models of the guides, side by side</translation>
    </message>
</context>
<context>
    <name>ui::HistoryBanner</name>
    <message>
        <source>%1 Not saved since %2.</source>
        <translation>%1 Not saved since %2.</translation>
    </message>
    <message>
        <source>Inkstone started Ollama and stops it when it quits.</source>
        <translation>Inkstone started Ollama and stops it when it quits.</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Keep running</translation>
    </message>
    <message>
        <source>%1 Saved of them: %2 with %3.</source>
        <translation>%1 Saved of them: %2 with %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>What can be done…</source>
        <translation>What can be done…</translation>
    </message>
    <message>
        <source>Free space: what models take…</source>
        <translation>Free space: what models take…</translation>
    </message>
    <message>
        <source>Save what is here elsewhere…</source>
        <translation>Save what is here elsewhere…</translation>
    </message>
    <message>
        <source>Copy this conversation</source>
        <translation>Copy this conversation</translation>
    </message>
    <message>
        <source>From a backup…</source>
        <translation>From a backup…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
</context>
<context>
    <name>ui::HoursField</name>
    <message>
        <source>Both are the same time, so downloads run at any time.</source>
        <translation>Both are the same time, so downloads run at any time.</translation>
    </message>
    <message>
        <source>At other times downloads wait. Start now lets one run all the same.</source>
        <translation>At other times downloads wait. Start now lets one run all the same.</translation>
    </message>
    <message>
        <source>Only in these hours</source>
        <translation>Only in these hours</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
</context>
<context>
    <name>ui::HoursRow</name>
    <message>
        <source>“%1” are no hours and were not saved; “%2” is still in use.</source>
        <translation>“%1” are no hours and were not saved; “%2” is still in use.</translation>
    </message>
</context>
<context>
    <name>ui::ImportDrop</name>
    <message>
        <source>It is not there any more. Check where it is, and choose it again.</source>
        <translation>It is not there any more. Check where it is, and choose it again.</translation>
    </message>
    <message>
        <source>You are not allowed to read it. Change its permissions, then choose it again.</source>
        <translation>You are not allowed to read it. Change its permissions, then choose it again.</translation>
    </message>
    <message>
        <source>It is not an ordinary file. Choose a model’s file; its name ends in .gguf.</source>
        <translation>It is not an ordinary file. Choose a model’s file; its name ends in .gguf.</translation>
    </message>
    <message>
        <source>It is empty. The download may have failed: fetch it again.</source>
        <translation>It is empty. The download may have failed: fetch it again.</translation>
    </message>
    <message>
        <source>It does not begin as a GGUF file does. Choose a model in the GGUF format; others have to be converted first.</source>
        <translation>It does not begin as a GGUF file does. Choose a model in the GGUF format; others have to be converted first.</translation>
    </message>
    <message>
        <source>It is one of several parts. Merge them into one file with llama-gguf-split --merge, then choose that.</source>
        <translation>It is one of several parts. Merge them into one file with llama-gguf-split --merge, then choose that.</translation>
    </message>
    <message>
        <source>Choose a model’s file</source>
        <translation>Choose a model’s file</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>Models (*.gguf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>%1, %2. The server gets a copy; the file stays where it is.</source>
        <translation>%1, %2. The server gets a copy; the file stays where it is.</translation>
    </message>
    <message>
        <source>It is a link to %1.</source>
        <translation>It is a link to %1.</translation>
    </message>
    <message>
        <source>Only %1 of it are on the disk: the download may not have ended.</source>
        <translation>Only %1 of it are on the disk: the download may not have ended.</translation>
    </message>
    <message>
        <source>Import a model’s file</source>
        <translation>Import a model’s file</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>%1 cannot be imported.</source>
        <translation>%1 cannot be imported.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ui::InstalledPage</name>
    <message>
        <source>Installed models</source>
        <translation>Installed models</translation>
    </message>
    <message>
        <source>No models yet</source>
        <translation>No models yet</translation>
    </message>
    <message>
        <source>A model is what answers. Get one that fits this machine, then start a chat.</source>
        <translation>A model is what answers. Get one that fits this machine, then start a chat.</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>Get models</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>Nothing matches “%1”</translation>
    </message>
    <message>
        <source>None of the installed models has it in its name. There may be one to pull.</source>
        <translation>None of the installed models has it in its name. There may be one to pull.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Asking the server…</translation>
    </message>
    <message>
        <source>The installed models appear when it answers.</source>
        <translation>The installed models appear when it answers.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), %1 on disk</source>
        <translation>
            <numerusform>%n model, %1 on disk</numerusform>
            <numerusform>%n models, %1 on disk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), about %1 on disk</source>
        <translation>
            <numerusform>%n model, about %1 on disk</numerusform>
            <numerusform>%n models, about %1 on disk</numerusform>
        </translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>Unload</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>Copy the name</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sort by</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Remove…</translation>
    </message>
    <message>
        <source>No models on this server</source>
        <translation>No models on this server</translation>
    </message>
    <message>
        <source>None of the models has it in its name.</source>
        <translation>None of the models has it in its name.</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message>
        <source>This server does not load models on request. Load one there, and it appears here. Where it does not tell which models it has, type a name in Settings, Servers, More.</source>
        <translation>This server does not load models on request. Load one there, and it appears here. Where it does not tell which models it has, type a name in Settings, Servers, More.</translation>
    </message>
    <message>
        <source>Load now</source>
        <translation>Load now</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Import a file…</translation>
    </message>
    <message>
        <source>A model’s file (GGUF) of this computer. It can also be dropped on the page.</source>
        <translation>A model’s file (GGUF) of this computer. It can also be dropped on the page.</translation>
    </message>
    <message>
        <source>What is in memory, for how long, and what lets it go</source>
        <translation>What is in memory, for how long, and what lets it go</translation>
    </message>
</context>
<context>
    <name>ui::InstalledProxy</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Params</source>
        <comment>Column: parameter count</comment>
        <translation>Params</translation>
    </message>
    <message>
        <source>Quant</source>
        <comment>Column: quantization</comment>
        <translation>Quant</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Context</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>Abilities</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modified</translation>
    </message>
    <message>
        <source>In memory</source>
        <translation>In memory</translation>
    </message>
    <message>
        <source>Update</source>
        <comment>Badge: there is one</comment>
        <translation>Update</translation>
    </message>
    <message>
        <source>%1, there is an update</source>
        <translation>%1, there is an update</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>loaded</translation>
    </message>
</context>
<context>
    <name>ui::JoinNotices</name>
    <message>
        <source>%1 is there</source>
        <translation>%1 is there</translation>
    </message>
    <message>
        <source>%1 were downloaded. It can be asked now.</source>
        <translation>%1 were downloaded. It can be asked now.</translation>
    </message>
    <message>
        <source>It can be asked now.</source>
        <translation>It can be asked now.</translation>
    </message>
    <message>
        <source>%1 is pushed</source>
        <translation>%1 is pushed</translation>
    </message>
    <message>
        <source>The registry has all of it.</source>
        <translation>The registry has all of it.</translation>
    </message>
</context>
<context>
    <name>ui::JumpButton</name>
    <message numerus="yes">
        <source>%Ln new word(s)</source>
        <translation>
            <numerusform>%Ln new word</numerusform>
            <numerusform>%Ln new words</numerusform>
        </translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Latest</translation>
    </message>
    <message>
        <source>Jump to the latest text</source>
        <translation>Jump to the latest text</translation>
    </message>
</context>
<context>
    <name>ui::LeftoverProxy</name>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>On disk</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>ui::LeftoverView</name>
    <message>
        <source>Not used by any model</source>
        <translation>Not used by any model</translation>
    </message>
    <message>
        <source>Unfinished downloads</source>
        <translation>Unfinished downloads</translation>
    </message>
    <message>
        <source>Show the files</source>
        <translation>Show the files</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Remove…</translation>
    </message>
    <message>
        <source>Remove what no model uses…</source>
        <translation>Remove what no model uses…</translation>
    </message>
    <message>
        <source>Remove unfinished downloads…</source>
        <translation>Remove unfinished downloads…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s), %1</source>
        <translation>
            <numerusform>%n download, %1</numerusform>
            <numerusform>%n downloads, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n of them may be in use</source>
        <translation>
            <numerusform>%1; %n of them may be in use</numerusform>
            <numerusform>%1; %n of them may be in use</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove unused files</source>
        <translation>Remove unused files</translation>
    </message>
    <message>
        <source>Remove unfinished downloads</source>
        <translation>Remove unfinished downloads</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n file(s) that no model uses?</source>
        <translation>
            <numerusform>Remove %n file that no model uses?</numerusform>
            <numerusform>Remove %n files that no model uses?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n unfinished download(s)?</source>
        <translation>
            <numerusform>Remove %n unfinished download?</numerusform>
            <numerusform>Remove %n unfinished downloads?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on the disk become free. A model that would need them has to be pulled again.</source>
        <translation>%1 on the disk become free. A model that would need them has to be pulled again.</translation>
    </message>
    <message>
        <source>%1 on the disk become free. Pulling such a model again begins from the start.</source>
        <translation>%1 on the disk become free. Pulling such a model again begins from the start.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>ui::LinkOpener</name>
    <message>
        <source>Open link</source>
        <translation>Open link</translation>
    </message>
    <message>
        <source>Write to %1?</source>
        <translation>Write to %1?</translation>
    </message>
    <message>
        <source>Open %1 in the browser?</source>
        <translation>Open %1 in the browser?</translation>
    </message>
    <message>
        <source>The name reads %1: letters of another alphabet can look like those of a name you know.</source>
        <translation>The name reads %1: letters of another alphabet can look like those of a name you know.</translation>
    </message>
    <message>
        <source>What stands before the @ is a user name, not where the link leads.</source>
        <translation>What stands before the @ is a user name, not where the link leads.</translation>
    </message>
    <message>
        <source>The text of the link says %1.</source>
        <translation>The text of the link says %1.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copy address</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>Do not open</translation>
    </message>
</context>
<context>
    <name>ui::LoadedRow</name>
    <message>
        <source>context %1</source>
        <translation>context %1</translation>
    </message>
    <message>
        <source>unloads: %1</source>
        <translation>unloads: %1</translation>
    </message>
    <message>
        <source>Keep for…</source>
        <translation>Keep for…</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>Unload</translation>
    </message>
    <message>
        <source>Keep %1 for…</source>
        <translation>Keep %1 for…</translation>
    </message>
    <message>
        <source>Unload %1</source>
        <translation>Unload %1</translation>
    </message>
</context>
<context>
    <name>ui::LoadedView</name>
    <message>
        <source>In memory</source>
        <translation>In memory</translation>
    </message>
    <message>
        <source>Unload all</source>
        <translation>Unload all</translation>
    </message>
    <message>
        <source>Frees the memory they take. The next question loads its model again.</source>
        <translation>Frees the memory they take. The next question loads its model again.</translation>
    </message>
    <message>
        <source>Close what is in memory</source>
        <translation>Close what is in memory</translation>
    </message>
    <message numerus="yes">
        <source>%n loaded, %1 in memory</source>
        <translation>
            <numerusform>%n loaded, %1 in memory</numerusform>
            <numerusform>%n loaded, %1 in memory</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in memory</source>
        <translation>Nothing in memory</translation>
    </message>
    <message>
        <source>The next question loads its model, and so does Load now in the detail of one.</source>
        <translation>The next question loads its model, and so does Load now in the detail of one.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LogResult</name>
    <message>
        <source>What the log says</source>
        <translation>What the log says</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>Export as JSON…</translation>
    </message>
    <message>
        <source>Problems in the log</source>
        <translation>Problems in the log</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>First</source>
        <translation>First</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Requests in the log</source>
        <translation>Requests in the log</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95 % within</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Longest</translation>
    </message>
    <message>
        <source>Lines of the log</source>
        <translation>Lines of the log</translation>
    </message>
    <message>
        <source>Requests and load times</source>
        <translation>Requests and load times</translation>
    </message>
    <message>
        <source>no times</source>
        <translation>no times</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>line number and text</comment>
        <translation>%1  %2</translation>
    </message>
    <message numerus="yes">
        <source>The first and the last lines; %Ln line(s) between them are left out.</source>
        <translation>
            <numerusform>The first and the last lines; %Ln line between them is left out.</numerusform>
            <numerusform>The first and the last lines; %Ln lines between them are left out.</numerusform>
        </translation>
    </message>
    <message>
        <source>all others</source>
        <translation>all others</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>method and path</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>ui::LogTerminal</name>
    <message numerus="yes">
        <source>%1: %Ln line(s)</source>
        <translation>
            <numerusform>%1: %Ln line</numerusform>
            <numerusform>%1: %Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln line(s), %2 to %3</source>
        <translation>
            <numerusform>%1: %Ln line, %2 to %3</numerusform>
            <numerusform>%1: %Ln lines, %2 to %3</numerusform>
        </translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>line %1: %2</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>requests</translation>
    </message>
    <message>
        <source>status</source>
        <translation>status</translation>
    </message>
    <message>
        <source>median</source>
        <translation>median</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95 % within</translation>
    </message>
    <message>
        <source>longest</source>
        <translation>longest</translation>
    </message>
    <message>
        <source>endpoint</source>
        <translation>endpoint</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>all others</translation>
    </message>
</context>
<context>
    <name>ui::LogWords</name>
    <message>
        <source>Not enough memory</source>
        <translation>Not enough memory</translation>
    </message>
    <message>
        <source>The model needs more memory than was free. Choose a smaller model or quantization, lower OLLAMA_CONTEXT_LENGTH and OLLAMA_NUM_PARALLEL, or unload other models.</source>
        <translation>The model needs more memory than was free. Choose a smaller model or quantization, lower OLLAMA_CONTEXT_LENGTH and OLLAMA_NUM_PARALLEL, or unload other models.</translation>
    </message>
    <message>
        <source>Address already in use</source>
        <translation>Address already in use</translation>
    </message>
    <message>
        <source>Another program, often a second Ollama, listens at this address. Stop it (systemctl stop ollama), or give this one another port: OLLAMA_HOST=127.0.0.1:11435.</source>
        <translation>Another program, often a second Ollama, listens at this address. Stop it (systemctl stop ollama), or give this one another port: OLLAMA_HOST=127.0.0.1:11435.</translation>
    </message>
    <message>
        <source>Models load slowly</source>
        <translation>Models load slowly</translation>
    </message>
    <message>
        <source>Loading took more than 20 seconds, or the client gave up before. Put OLLAMA_MODELS on a faster disk, keep models in memory longer (OLLAMA_KEEP_ALIVE), choose a smaller model, or allow requests more time.</source>
        <translation>Loading took more than 20 seconds, or the client gave up before. Put OLLAMA_MODELS on a faster disk, keep models in memory longer (OLLAMA_KEEP_ALIVE), choose a smaller model, or allow requests more time.</translation>
    </message>
    <message>
        <source>Registry not reached</source>
        <translation>Registry not reached</translation>
    </message>
    <message>
        <source>A download could not reach the registry or stalled. Check name resolution, firewall and certificates. Behind a proxy the engine itself needs HTTPS_PROXY in its environment. Then download again; it goes on where it stopped.</source>
        <translation>A download could not reach the registry or stalled. Check name resolution, firewall and certificates. Behind a proxy the engine itself needs HTTPS_PROXY in its environment. Then download again; it goes on where it stopped.</translation>
    </message>
    <message>
        <source>The disk refused</source>
        <translation>The disk refused</translation>
    </message>
    <message>
        <source>There is no space left, or the engine may not write there. Remove models or free space; the folder OLLAMA_MODELS names has to belong to the user the service runs as.</source>
        <translation>There is no space left, or the engine may not write there. Remove models or free space; the folder OLLAMA_MODELS names has to belong to the user the service runs as.</translation>
    </message>
    <message>
        <source>The engine crashed</source>
        <translation>The engine crashed</translation>
    </message>
    <message>
        <source>The process that runs the model ended. Update Ollama and the graphics driver; try a shorter context or the processor alone (num_gpu 0). If it is one model only, remove and download it again.</source>
        <translation>The process that runs the model ended. Update Ollama and the graphics driver; try a shorter context or the processor alone (num_gpu 0). If it is one model only, remove and download it again.</translation>
    </message>
    <message>
        <source>A model could not be loaded</source>
        <translation>A model could not be loaded</translation>
    </message>
    <message>
        <source>The model’s file is damaged, or newer than this engine understands. Update Ollama, then remove the model and download it again.</source>
        <translation>The model’s file is damaged, or newer than this engine understands. Update Ollama, then remove the model and download it again.</translation>
    </message>
    <message>
        <source>Prompt longer than the context window</source>
        <translation>Prompt longer than the context window</translation>
    </message>
    <message>
        <source>The beginning of the prompt was cut off or the request refused. Raise the context length (Settings, Generation; or OLLAMA_CONTEXT_LENGTH), which takes memory, or send less text.</source>
        <translation>The beginning of the prompt was cut off or the request refused. Raise the context length (Settings, Generation; or OLLAMA_CONTEXT_LENGTH), which takes memory, or send less text.</translation>
    </message>
    <message>
        <source>Graphics processor not used</source>
        <translation>Graphics processor not used</translation>
    </message>
    <message>
        <source>Models run on the processor alone, which is slower. If there is a graphics processor: install its driver, give a container access to it (--gpus=all), and restart Ollama.</source>
        <translation>Models run on the processor alone, which is slower. If there is a graphics processor: install its driver, give a container access to it (--gpus=all), and restart Ollama.</translation>
    </message>
    <message>
        <source>Model not installed</source>
        <translation>Model not installed</translation>
    </message>
    <message>
        <source>A request named a model that is not there. Download it, or correct its name and tag where it is asked for. A service and a person have separate models folders.</source>
        <translation>A request named a model that is not there. Download it, or correct its name and tag where it is asked for. A service and a person have separate models folders.</translation>
    </message>
    <message>
        <source>Origin or host refused</source>
        <translation>Origin or host refused</translation>
    </message>
    <message>
        <source>A web page, or a host name the engine does not know, was turned away. Allow the page: OLLAMA_ORIGINS=https://page.example. Behind a proxy, let it send Host: localhost.</source>
        <translation>A web page, or a host name the engine does not know, was turned away. Allow the page: OLLAMA_ORIGINS=https://page.example. Behind a proxy, let it send Host: localhost.</translation>
    </message>
    <message>
        <source>Too many requests at once</source>
        <translation>Too many requests at once</translation>
    </message>
    <message>
        <source>The queue was full. Raise OLLAMA_NUM_PARALLEL or OLLAMA_MAX_QUEUE, or send fewer requests at the same time.</source>
        <translation>The queue was full. Raise OLLAMA_NUM_PARALLEL or OLLAMA_MAX_QUEUE, or send fewer requests at the same time.</translation>
    </message>
    <message>
        <source>Requests failed</source>
        <translation>Requests failed</translation>
    </message>
    <message>
        <source>The lines before these in the log say why. A client that leaves before the first token is noted in the same way.</source>
        <translation>The lines before these in the log say why. A client that leaves before the first token is noted in the same way.</translation>
    </message>
    <message>
        <source>Models push each other out</source>
        <translation>Models push each other out</translation>
    </message>
    <message>
        <source>The same model was loaded again within 30 seconds. If memory allows, raise OLLAMA_MAX_LOADED_MODELS and OLLAMA_KEEP_ALIVE; else use one model at a time, and always with the same context length.</source>
        <translation>The same model was loaded again within 30 seconds. If memory allows, raise OLLAMA_MAX_LOADED_MODELS and OLLAMA_KEEP_ALIVE; else use one model at a time, and always with the same context length.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day and time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <comment>lines and size</comment>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>%1, %2, from %3 to %4 by the server’s clock.</source>
        <translation>%1, %2, from %3 to %4 by the server’s clock.</translation>
    </message>
    <message>
        <source>%1 Ollama %2, listening on %3.</source>
        <translation>%1 Ollama %2, listening on %3.</translation>
    </message>
    <message numerus="yes">
        <source>Models were loaded %Ln time(s): half within %1, the slowest in %2.</source>
        <translation>
            <numerusform>A model was loaded %Ln time: half within %1, the slowest in %2.</numerusform>
            <numerusform>Models were loaded %Ln times: half within %1, the slowest in %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing in this log.</source>
        <translation>There is nothing in this log.</translation>
    </message>
    <message>
        <source>These lines do not look like a log of Ollama.</source>
        <translation>These lines do not look like a log of Ollama.</translation>
    </message>
    <message>
        <source>Nothing in this log points to a problem.</source>
        <translation>Nothing in this log points to a problem.</translation>
    </message>
    <message>
        <source>“%1” is not a file.</source>
        <translation>“%1” is not a file.</translation>
    </message>
    <message>
        <source>Choose a log file.</source>
        <translation>Choose a log file.</translation>
    </message>
    <message>
        <source>“%1” is no possible name.</source>
        <translation>“%1” is no possible name.</translation>
    </message>
    <message>
        <source>Names have letters, digits, dots, dashes and underscores.</source>
        <translation>Names have letters, digits, dots, dashes and underscores.</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>There is no file “%1”.</translation>
    </message>
    <message>
        <source>This system has no journalctl.</source>
        <translation>This system has no journalctl.</translation>
    </message>
    <message>
        <source>Look for the log in a file instead.</source>
        <translation>Look for the log in a file instead.</translation>
    </message>
    <message>
        <source>Neither docker nor podman is installed here.</source>
        <translation>Neither docker nor podman is installed here.</translation>
    </message>
    <message>
        <source>Save the log where the container runs (docker logs %1 &gt; ollama.log 2&gt;&amp;1) and choose that file.</source>
        <translation>Save the log where the container runs (docker logs %1 &gt; ollama.log 2&gt;&amp;1) and choose that file.</translation>
    </message>
    <message>
        <source>“%1” is compressed.</source>
        <translation>“%1” is compressed.</translation>
    </message>
    <message>
        <source>Unpack it first, then choose the file.</source>
        <translation>Unpack it first, then choose the file.</translation>
    </message>
    <message>
        <source>Reading the log was cancelled.</source>
        <translation>Reading the log was cancelled.</translation>
    </message>
    <message>
        <source>The log of “%1” could not be read.</source>
        <translation>The log of “%1” could not be read.</translation>
    </message>
    <message>
        <source>Reading a service’s journal takes the group systemd-journal or adm.</source>
        <translation>Reading a service’s journal takes the group systemd-journal or adm.</translation>
    </message>
    <message>
        <source>The system’s own words are below.</source>
        <translation>The system’s own words are below.</translation>
    </message>
</context>
<context>
    <name>ui::LogsForm</name>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Where Ollama was started by its app, it writes %1.</source>
        <translation>Where Ollama was started by its app, it writes %1.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>The service’s name for systemd. Reading its journal takes the group systemd-journal.</source>
        <translation>The service’s name for systemd. Reading its journal takes the group systemd-journal.</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Its name or id, for docker logs or podman logs.</source>
        <translation>Its name or id, for docker logs or podman logs.</translation>
    </message>
    <message>
        <source>Choose a log</source>
        <translation>Choose a log</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Reading: %1</source>
        <translation>Reading: %1</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Export the report</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON files (*.json)</translation>
    </message>
    <message>
        <source>The report could not be written to %1: %2</source>
        <translation>The report could not be written to %1: %2</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>The report is in %1.</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Reads a server’s log and says what went wrong and what to do. Nothing leaves this computer; keys and passwords in the lines are hidden.</source>
        <translation>Reads a server’s log and says what went wrong and what to do. Nothing leaves this computer; keys and passwords in the lines are hidden.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Read from</source>
        <translation>Read from</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>A file</translation>
    </message>
    <message>
        <source>The journal of a service</source>
        <translation>The journal of a service</translation>
    </message>
    <message>
        <source>A container</source>
        <translation>A container</translation>
    </message>
    <message>
        <source>The clipboard</source>
        <translation>The clipboard</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Reading the log</source>
        <translation>Reading the log</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Stop and quit</source>
        <translation>Stop and quit</translation>
    </message>
    <message>
        <source>Inkstone</source>
        <translation>Inkstone</translation>
    </message>
    <message>
        <source>Servers…</source>
        <translation>Servers…</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>New chat</translation>
    </message>
    <message>
        <source>Search all conversations</source>
        <translation>Search all conversations</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>Find in this conversation</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Choose a model</translation>
    </message>
    <message>
        <source>Edit the last question</source>
        <translation>Edit the last question</translation>
    </message>
    <message>
        <source>Continue the last answer</source>
        <translation>Continue the last answer</translation>
    </message>
    <message>
        <source>Branch this conversation</source>
        <translation>Branch this conversation</translation>
    </message>
    <message>
        <source>Pin or unpin this conversation</source>
        <translation>Pin or unpin this conversation</translation>
    </message>
    <message>
        <source>Move this conversation to a folder</source>
        <translation>Move this conversation to a folder</translation>
    </message>
    <message>
        <source>Archive this conversation, or bring it back</source>
        <translation>Archive this conversation, or bring it back</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>New folder</translation>
    </message>
    <message>
        <source>Archived conversations</source>
        <translation>Archived conversations</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Trash</translation>
    </message>
    <message>
        <source>Models: %1</source>
        <translation>Models: %1</translation>
    </message>
    <message>
        <source>Use the server %1</source>
        <translation>Use the server %1</translation>
    </message>
    <message>
        <source>Settings: %1</source>
        <translation>Settings: %1</translation>
    </message>
    <message>
        <source>Receipt of the last answer</source>
        <translation>Receipt of the last answer</translation>
    </message>
    <message>
        <source>Print this conversation</source>
        <translation>Print this conversation</translation>
    </message>
    <message>
        <source>New chat with %1</source>
        <translation>New chat with %1</translation>
    </message>
    <message>
        <source>Attach images and files</source>
        <translation>Attach images and files</translation>
    </message>
    <message>
        <source>Export this conversation</source>
        <translation>Export this conversation</translation>
    </message>
</context>
<context>
    <name>ui::MemoryView</name>
    <message>
        <source>In memory</source>
        <translation>In memory</translation>
    </message>
    <message>
        <source>Load now</source>
        <translation>Load now</translation>
    </message>
    <message>
        <source>The first question is then answered at once.</source>
        <translation>The first question is then answered at once.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Keep for…</source>
        <translation>Keep for…</translation>
    </message>
    <message>
        <source>How long it stays in memory after its last answer.</source>
        <translation>How long it stays in memory after its last answer.</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>Unload</translation>
    </message>
    <message>
        <source>Frees the memory it takes. The next question loads it again.</source>
        <translation>Frees the memory it takes. The next question loads it again.</translation>
    </message>
    <message>
        <source>%1, on the processor</source>
        <translation>%1, on the processor</translation>
    </message>
    <message>
        <source>%1, of it %2 on the GPU</source>
        <translation>%1, of it %2 on the GPU</translation>
    </message>
    <message>
        <source>%1, all on the GPU</source>
        <translation>%1, all on the GPU</translation>
    </message>
    <message>
        <source>never</source>
        <translation>never</translation>
    </message>
    <message>
        <source>as soon as it is done</source>
        <translation>as soon as it is done</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Takes</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Context</translation>
    </message>
    <message>
        <source>Unloads in</source>
        <translation>Unloads in</translation>
    </message>
    <message>
        <source>It is being loaded. A big model takes minutes.</source>
        <translation>It is being loaded. A big model takes minutes.</translation>
    </message>
    <message>
        <source>It is not loaded. The next question does that.</source>
        <translation>It is not loaded. The next question does that.</translation>
    </message>
    <message>
        <source>%1 of it did not fit on the GPU. Every word waits for the part on the processor, which makes it slow. A shorter context, a smaller quantization, or unloading other models leaves it more room.</source>
        <translation>%1 of it did not fit on the GPU. Every word waits for the part on the processor, which makes it slow. A shorter context, a smaller quantization, or unloading other models leaves it more room.</translation>
    </message>
    <message>
        <source>Until the server ends</source>
        <translation>Until the server ends</translation>
    </message>
</context>
<context>
    <name>ui::MessageRows</name>
    <message>
        <source>Add a message</source>
        <translation>Add a message</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>System prompt</translation>
    </message>
    <message>
        <source>Whose message it is</source>
        <translation>Whose message it is</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Take the message away</source>
        <translation>Take the message away</translation>
    </message>
</context>
<context>
    <name>ui::ModelActions</name>
    <message>
        <source>Copy…</source>
        <translation>Copy…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>Make one of your own…</source>
        <translation>Make one of your own…</translation>
    </message>
    <message>
        <source>Push…</source>
        <translation>Push…</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copy %1</translation>
    </message>
    <message>
        <source>The same model under a second name. It takes no more room.</source>
        <translation>The same model under a second name. It takes no more room.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>Rename %1</translation>
    </message>
    <message>
        <source>An answer under way goes on. Conversations that use the old name ask for another model.</source>
        <translation>An answer under way goes on. Conversations that use the old name ask for another model.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Push %1</source>
        <translation>Push %1</translation>
    </message>
    <message>
        <source>Its name has to say where to: your-name/model:tag for ollama.com, or host:port/your-name/model:tag. The model gets this name too; that takes no room.</source>
        <translation>Its name has to say where to: your-name/model:tag for ollama.com, or host:port/your-name/model:tag. The model gets this name too; that takes no room.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Push a model</source>
        <translation>Push a model</translation>
    </message>
    <message>
        <source>Push %1 to %2?</source>
        <translation>Push %1 to %2?</translation>
    </message>
    <message>
        <source>The server sends up to %1 there, with its own key. Who may read there can have the model, its system prompt and its first messages.</source>
        <translation>The server sends up to %1 there, with its own key. Who may read there can have the model, its system prompt and its first messages.</translation>
    </message>
    <message>
        <source>Do not push</source>
        <translation>Do not push</translation>
    </message>
    <message>
        <source>Push to %1</source>
        <translation>Push to %1</translation>
    </message>
    <message>
        <source>Replace a model</source>
        <translation>Replace a model</translation>
    </message>
    <message>
        <source>Replace %1?</source>
        <translation>Replace %1?</translation>
    </message>
    <message>
        <source>A model of that name is on the server. What it was is gone then, except where it has another name too.</source>
        <translation>A model of that name is on the server. What it was is gone then, except where it has another name too.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Replace</translation>
    </message>
</context>
<context>
    <name>ui::ModelDetailPanel</name>
    <message>
        <source>Copy the name</source>
        <translation>Copy the name</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameters</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>System prompt</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>Abilities</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Removing…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Remove…</translation>
    </message>
    <message>
        <source>Quantization</source>
        <translation>Quantization</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>Context length</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>Size on disk</translation>
    </message>
    <message>
        <source>%1, shared with %2</source>
        <translation>%1, shared with %2</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modified</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Parameters</source>
        <comment>Of generation: temperature and so on</comment>
        <translation>Parameters</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Copy it, or give it another name.</source>
        <translation>Copy it, or give it another name.</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>Tensors</translation>
    </message>
</context>
<context>
    <name>ui::ModelPicker</name>
    <message>
        <source>Choose a model</source>
        <translation>Choose a model</translation>
    </message>
    <message>
        <source>This model is not installed on the server.</source>
        <translation>This model is not installed on the server.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 on %2</translation>
    </message>
</context>
<context>
    <name>ui::ModelPickerPopup</name>
    <message>
        <source>Filter models</source>
        <translation>Filter models</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>Get more models…</source>
        <translation>Get more models…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, loaded</source>
        <translation>%1, loaded</translation>
    </message>
</context>
<context>
    <name>ui::ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installed</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>Get models</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Clear finished</translation>
    </message>
    <message numerus="yes">
        <source>%n running, %1 together</source>
        <translation>
            <numerusform>%n running, %1 together</numerusform>
            <numerusform>%n running, %1 together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Storage</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Speed</translation>
    </message>
    <message numerus="yes">
        <source>%n running, %1 together, about %2 for all</source>
        <translation>
            <numerusform>%n running, %1 together, about %2 for all</numerusform>
            <numerusform>%n running, %1 together, about %2 for all</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Pause all</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Resume all</translation>
    </message>
</context>
<context>
    <name>ui::MoveView</name>
    <message>
        <source>Move the folder…</source>
        <translation>Move the folder…</translation>
    </message>
    <message>
        <source>Move the models to another disk</source>
        <translation>Move the models to another disk</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Where the models are to be</source>
        <translation>Where the models are to be</translation>
    </message>
    <message>
        <source>The commands</source>
        <translation>The commands</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Keep them</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>Copy the commands</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Another folder…</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Remove the old files</source>
        <translation>Remove the old files</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>The models are not moved from here</source>
        <translation>The models are not moved from here</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>Looking at %1</translation>
    </message>
    <message>
        <source>Move the models to %1?</source>
        <translation>Move the models to %1?</translation>
    </message>
    <message>
        <source>The models cannot be moved to %1</source>
        <translation>The models cannot be moved to %1</translation>
    </message>
    <message>
        <source>Copying the models to %1</source>
        <translation>Copying the models to %1</translation>
    </message>
    <message>
        <source>The models are copied to %1</source>
        <translation>The models are copied to %1</translation>
    </message>
    <message>
        <source>Starting the engine on %1</source>
        <translation>Starting the engine on %1</translation>
    </message>
    <message>
        <source>The models are in %1 now</source>
        <translation>The models are in %1 now</translation>
    </message>
    <message>
        <source>Removing the old files</source>
        <translation>Removing the old files</translation>
    </message>
    <message>
        <source>The models are moved to %1</source>
        <translation>The models are moved to %1</translation>
    </message>
    <message>
        <source>Moving the models was stopped.</source>
        <translation>Moving the models was stopped.</translation>
    </message>
    <message>
        <source>The engine goes on meanwhile, on the old folder.</source>
        <translation>The engine goes on meanwhile, on the old folder.</translation>
    </message>
    <message>
        <source>The engine is being stopped.</source>
        <translation>The engine is being stopped.</translation>
    </message>
    <message>
        <source>Copying what is new since. The engine is stopped meanwhile.</source>
        <translation>Copying what is new since. The engine is stopped meanwhile.</translation>
    </message>
    <message>
        <source>It has to list every model from there before that is kept.</source>
        <translation>It has to list every model from there before that is kept.</translation>
    </message>
    <message>
        <source>The engine lists all of them from there. The old files in %1 still take room; another program that uses that folder would miss them.</source>
        <translation>The engine lists all of them from there. The old files in %1 still take room; another program that uses that folder would miss them.</translation>
    </message>
    <message>
        <source>The engine uses %1 as before. What is copied stays in %2, and is not copied again.</source>
        <translation>The engine uses %1 as before. What is copied stays in %2, and is not copied again.</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>Looking at the files</translation>
    </message>
    <message>
        <source>%1 of %2 copied and checked</source>
        <translation>%1 of %2 copied and checked</translation>
    </message>
    <message>
        <source>%1 of %2 copied and checked · %3</source>
        <translation>%1 of %2 copied and checked · %3</translation>
    </message>
    <message>
        <source>%1 of %2 copied and checked · %3 · %4 left</source>
        <translation>%1 of %2 copied and checked · %3 · %4 left</translation>
    </message>
</context>
<context>
    <name>ui::MoveWords</name>
    <message>
        <source>It is a network folder: models load as fast as the network is, and not at all without it.</source>
        <translation>It is a network folder: models load as fast as the network is, and not at all without it.</translation>
    </message>
    <message>
        <source>It is in memory: everything in it is gone when the computer is switched off.</source>
        <translation>It is in memory: everything in it is gone when the computer is switched off.</translation>
    </message>
    <message>
        <source>There is no room left in %1.</source>
        <translation>There is no room left in %1.</translation>
    </message>
    <message>
        <source>The disk with %1 can only be read.</source>
        <translation>The disk with %1 can only be read.</translation>
    </message>
    <message>
        <source>The disk with %1 cannot hold a file this big.</source>
        <translation>The disk with %1 cannot hold a file this big.</translation>
    </message>
    <message>
        <source>This account may not copy one of the files.</source>
        <translation>This account may not copy one of the files.</translation>
    </message>
    <message>
        <source>%1 in the old folder is damaged: it does not hold what its name says.</source>
        <translation>%1 in the old folder is damaged: it does not hold what its name says.</translation>
    </message>
    <message>
        <source>The models could not be copied to %1.</source>
        <translation>The models could not be copied to %1.</translation>
    </message>
    <message>
        <source>Make room there, or choose another folder.</source>
        <translation>Make room there, or choose another folder.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choose another folder.</translation>
    </message>
    <message>
        <source>Look at the disk, then try again.</source>
        <translation>Look at the disk, then try again.</translation>
    </message>
    <message>
        <source>The engine runs on another machine, and Inkstone moves only the models of an engine that it has started itself. Move them there, and let OLLAMA_MODELS name the new folder.</source>
        <translation>The engine runs on another machine, and Inkstone moves only the models of an engine that it has started itself. Move them there, and let OLLAMA_MODELS name the new folder.</translation>
    </message>
    <message>
        <source>The system runs this engine, and Inkstone changes nothing about it. The commands copy the models to %1 and start the service with them there; the old files stay.</source>
        <translation>The system runs this engine, and Inkstone changes nothing about it. The commands copy the models to %1 and start the service with them there; the old files stay.</translation>
    </message>
    <message>
        <source>Inkstone did not start this engine and does not stop it. Stop it, then run the commands: they copy the models to %1 and start it with them there; the old files stay.</source>
        <translation>Inkstone did not start this engine and does not stop it. Stop it, then run the commands: they copy the models to %1 and start it with them there; the old files stay.</translation>
    </message>
    <message>
        <source>%1 in the folder of the models cannot be looked into, so it cannot be said what has to be copied. Make it readable for this account first.</source>
        <translation>%1 in the folder of the models cannot be looked into, so it cannot be said what has to be copied. Make it readable for this account first.</translation>
    </message>
    <message>
        <source>%1 in the folder of the models is a link to another place. Let OLLAMA_MODELS name a folder that holds everything first.</source>
        <translation>%1 in the folder of the models is a link to another place. Let OLLAMA_MODELS name a folder that holds everything first.</translation>
    </message>
    <message>
        <source>The models are there already. Choose another folder.</source>
        <translation>The models are there already. Choose another folder.</translation>
    </message>
    <message>
        <source>One of the folders lies in the other. Choose a folder beside it.</source>
        <translation>One of the folders lies in the other. Choose a folder beside it.</translation>
    </message>
    <message>
        <source>%1 is no folder. Choose another one.</source>
        <translation>%1 is no folder. Choose another one.</translation>
    </message>
    <message>
        <source>%1 holds other things. Choose an empty folder, or a new one.</source>
        <translation>%1 holds other things. Choose an empty folder, or a new one.</translation>
    </message>
    <message>
        <source>This account may not write to %1. Choose another folder, or let its owner allow it.</source>
        <translation>This account may not write to %1. Choose another folder, or let its owner allow it.</translation>
    </message>
    <message>
        <source>The disk with %1 can only be read. Choose another one.</source>
        <translation>The disk with %1 can only be read. Choose another one.</translation>
    </message>
    <message>
        <source>The disk with %1 is formatted as FAT, which holds no file of 4 GB or more, and the models have some. Choose another disk, or format this one in another way.</source>
        <translation>The disk with %1 is formatted as FAT, which holds no file of 4 GB or more, and the models have some. Choose another disk, or format this one in another way.</translation>
    </message>
    <message>
        <source>The disk with %1 does not allow the name %2. Choose another disk, or format this one in another way.</source>
        <translation>The disk with %1 does not allow the name %2. Choose another disk, or format this one in another way.</translation>
    </message>
    <message>
        <source>%1 are needed and %2 are free. Remove models, make room there, or choose another disk.</source>
        <translation>%1 are needed and %2 are free. Remove models, make room there, or choose another disk.</translation>
    </message>
    <message>
        <source>The engine cannot be told a path with such characters. Choose another folder.</source>
        <translation>The engine cannot be told a path with such characters. Choose another folder.</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), %1, from %2</source>
        <translation>
            <numerusform>%n model, %1, from %2</numerusform>
            <numerusform>%n models, %1, from %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Both folders are on the same disk, so nothing has to be copied.</source>
        <translation>Both folders are on the same disk, so nothing has to be copied.</translation>
    </message>
    <message>
        <source>%1 of it are there from an earlier try and are only checked.</source>
        <translation>%1 of it are there from an earlier try and are only checked.</translation>
    </message>
    <message>
        <source>How much room there is is not known.</source>
        <translation>How much room there is is not known.</translation>
    </message>
    <message>
        <source>%1 are needed, %2 are free.</source>
        <translation>%1 are needed, %2 are free.</translation>
    </message>
    <message>
        <source>Every file is read back and checked before it counts.</source>
        <translation>Every file is read back and checked before it counts.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) lie elsewhere and are only linked; what they hold is copied, and stays where it is, too.</source>
        <translation>
            <numerusform>%n file lies elsewhere and is only linked; what it holds is copied, and stays where it is, too.</numerusform>
            <numerusform>%n files lie elsewhere and are only linked; what they hold is copied, and stays where it is, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in the folder are not the engine’s and stay there.</source>
        <translation>
            <numerusform>%n file in the folder is not the engine’s and stays there.</numerusform>
            <numerusform>%n files in the folder are not the engine’s and stay there.</numerusform>
        </translation>
    </message>
    <message>
        <source>The engine stops for a moment at the end. The old files stay until you let them go.</source>
        <translation>The engine stops for a moment at the end. The old files stay until you let them go.</translation>
    </message>
    <message>
        <source>Waiting until no download runs. Pause the downloads to go on now.</source>
        <translation>Waiting until no download runs. Pause the downloads to go on now.</translation>
    </message>
    <message>
        <source>Waiting until the model that is being made or sent is done.</source>
        <translation>Waiting until the model that is being made or sent is done.</translation>
    </message>
    <message>
        <source>Waiting until the answer that is being written has ended.</source>
        <translation>Waiting until the answer that is being written has ended.</translation>
    </message>
    <message>
        <source>Waiting until the server of this engine is chosen again.</source>
        <translation>Waiting until the server of this engine is chosen again.</translation>
    </message>
    <message>
        <source>Nothing is lost: the engine uses %1 as before, and a second try goes on from what is copied.</source>
        <translation>Nothing is lost: the engine uses %1 as before, and a second try goes on from what is copied.</translation>
    </message>
    <message>
        <source>%1 could not be looked into.</source>
        <translation>%1 could not be looked into.</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at the disk, then try again.</source>
        <translation>Nothing was changed. Look at the disk, then try again.</translation>
    </message>
    <message>
        <source>On the new folder the engine does not list %1, so it was started on the old one again.</source>
        <translation>On the new folder the engine does not list %1, so it was started on the old one again.</translation>
    </message>
    <message>
        <source>The engine does not answer on the new folder, so it was started on the old one again.</source>
        <translation>The engine does not answer on the new folder, so it was started on the old one again.</translation>
    </message>
    <message>
        <source>The new folder could not be kept in the settings, so the engine was started on the old one again.</source>
        <translation>The new folder could not be kept in the settings, so the engine was started on the old one again.</translation>
    </message>
    <message>
        <source>The old files could not be removed.</source>
        <translation>The old files could not be removed.</translation>
    </message>
    <message>
        <source>The models are in %1 and in use; what is left of the old files only takes room.</source>
        <translation>The models are in %1 and in use; what is left of the old files only takes room.</translation>
    </message>
    <message numerus="yes">
        <source>%n old file(s) are removed; %1 became free.</source>
        <translation>
            <numerusform>%n old file is removed; %1 became free.</numerusform>
            <numerusform>%n old files are removed; %1 became free.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) stayed in %1, because the new folder does not hold the same.</source>
        <translation>
            <numerusform>%n file stayed in %1, because the new folder does not hold the same.</numerusform>
            <numerusform>%n files stayed in %1, because the new folder does not hold the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1 are not the engine’s and stayed.</source>
        <translation>
            <numerusform>%n file in %1 is not the engine’s and stayed.</numerusform>
            <numerusform>%n files in %1 are not the engine’s and stayed.</numerusform>
        </translation>
    </message>
    <message>
        <source>No model uses it: remove it here, where it is listed, then try again.</source>
        <translation>No model uses it: remove it here, where it is listed, then try again.</translation>
    </message>
    <message>
        <source>Pull again, or remove, what uses it: %1.</source>
        <translation>Pull again, or remove, what uses it: %1.</translation>
    </message>
</context>
<context>
    <name>ui::NamePopup</name>
    <message>
        <source>Model name</source>
        <translation>Model name</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>One sentence after the other</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 exists already and would be replaced.</source>
        <translation>%1 exists already and would be replaced.</translation>
    </message>
</context>
<context>
    <name>ui::NavigationRail</name>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>ui::NewChatTexts</name>
    <message>
        <source>Where it does not answer, a server you chose to step in does.</source>
        <translation>Where it does not answer, a server you chose to step in does.</translation>
    </message>
    <message>
        <source>It runs on this computer. %1</source>
        <translation>It runs on this computer. %1</translation>
    </message>
    <message>
        <source>It runs on this computer; nothing you write leaves it. Type below.</source>
        <translation>It runs on this computer; nothing you write leaves it. Type below.</translation>
    </message>
    <message>
        <source>No model chosen</source>
        <translation>No model chosen</translation>
    </message>
    <message>
        <source>Choose one above, or get one on the Models page.</source>
        <translation>Choose one above, or get one on the Models page.</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 is ready</translation>
    </message>
    <message>
        <source>It runs on %1. %2</source>
        <translation>It runs on %1. %2</translation>
    </message>
    <message>
        <source>It runs on %1; what you write goes there and nowhere else.</source>
        <translation>It runs on %1; what you write goes there and nowhere else.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 on %2</translation>
    </message>
    <message>
        <source>What you write in this conversation goes to %1.</source>
        <translation>What you write in this conversation goes to %1.</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Connecting to %1</translation>
    </message>
    <message>
        <source>You can write already.</source>
        <translation>You can write already.</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Check the connection</translation>
    </message>
    <message>
        <source>This server does not tell which models it has. Type the name of one as its default model, in Settings, Servers, More.</source>
        <translation>This server does not tell which models it has. Type the name of one as its default model, in Settings, Servers, More.</translation>
    </message>
    <message>
        <source>Open Servers</source>
        <translation>Open Servers</translation>
    </message>
</context>
<context>
    <name>ui::NewChatView</name>
    <message>
        <source>All assistants…</source>
        <translation>All assistants…</translation>
    </message>
    <message>
        <source>To begin with</source>
        <translation>To begin with</translation>
    </message>
</context>
<context>
    <name>ui::NumberRow</name>
    <message>
        <source>%1 goes from %2 to %3. %4 was not saved; %5 is still in use.</source>
        <translation>%1 goes from %2 to %3. %4 was not saved; %5 is still in use.</translation>
    </message>
</context>
<context>
    <name>ui::ParameterFields</name>
    <message>
        <source>Temperature</source>
        <translation>Temperature</translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation>Max tokens</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>Context length</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>the server’s own</source>
        <translation>the server’s own</translation>
    </message>
    <message>
        <source>a new one each time</source>
        <translation>a new one each time</translation>
    </message>
    <message>
        <source>the model’s own</source>
        <translation>the model’s own</translation>
    </message>
    <message>
        <source>A number from %1 to %2, or nothing.</source>
        <translation>A number from %1 to %2, or nothing.</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2, or nothing.</source>
        <translation>A whole number from %1 to %2, or nothing.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (settings)</source>
        <translation>%1 (settings)</translation>
    </message>
    <message>
        <source>Empty: %1</source>
        <translation>Empty: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>ui::ParameterRows</name>
    <message>
        <source>Choose a parameter.</source>
        <translation>Choose a parameter.</translation>
    </message>
    <message>
        <source>The engine does not know this one, and passes over it.</source>
        <translation>The engine does not know this one, and passes over it.</translation>
    </message>
    <message>
        <source>Enter a value, or take the row away.</source>
        <translation>Enter a value, or take the row away.</translation>
    </message>
    <message>
        <source>Enter a number with a point, for example 0.7.</source>
        <translation>Enter a number with a point, for example 0.7.</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>Enter a whole number.</translation>
    </message>
    <message>
        <source>Enter at least %1.</source>
        <translation>Enter at least %1.</translation>
    </message>
    <message>
        <source>Enter a number from %1 to %2.</source>
        <translation>Enter a number from %1 to %2.</translation>
    </message>
    <message>
        <source>Enter true or false.</source>
        <translation>Enter true or false.</translation>
    </message>
    <message>
        <source>Add a parameter</source>
        <translation>Add a parameter</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>Value of %1</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation>Usually %1</translation>
    </message>
    <message>
        <source>Take the row away</source>
        <translation>Take the row away</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>Take %1 away</translation>
    </message>
</context>
<context>
    <name>ui::ParametersButton</name>
    <message>
        <source>Parameters</source>
        <translation>Parameters</translation>
    </message>
    <message>
        <source>Parameters, set here: %1</source>
        <translation>Parameters, set here: %1</translation>
    </message>
    <message>
        <source>Temperature, length and seed of this conversation</source>
        <translation>Temperature, length and seed of this conversation</translation>
    </message>
    <message>
        <source>Set for this conversation: %1</source>
        <translation>Set for this conversation: %1</translation>
    </message>
</context>
<context>
    <name>ui::ParametersPopup</name>
    <message>
        <source>Parameters</source>
        <translation>Parameters</translation>
    </message>
    <message>
        <source>For this conversation only. Where a field is empty, its grey value holds.</source>
        <translation>For this conversation only. Where a field is empty, its grey value holds.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
</context>
<context>
    <name>ui::PasteText</name>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copy: %1</translation>
    </message>
</context>
<context>
    <name>ui::PlainTable</name>
    <message>
        <source>Sort by</source>
        <translation>Sort by</translation>
    </message>
</context>
<context>
    <name>ui::PlanView</name>
    <message>
        <source>What would be downloaded?</source>
        <translation>What would be downloaded?</translation>
    </message>
    <message>
        <source>Asks %1</source>
        <comment>%1: the registry</comment>
        <translation>Asks %1</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Asking %1…</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>One sentence after the other</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>It can still be pulled: the server asks for itself.</source>
        <translation>It can still be pulled: the server asks for itself.</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n layer(s)</source>
        <translation>
            <numerusform>%1 in %n layer</numerusform>
            <numerusform>%1 in %n layers</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>%1, about %2 at the speed of the last download</source>
        <translation>%1, about %2 at the speed of the last download</translation>
    </message>
    <message>
        <source>not known; the server did not tell</source>
        <translation>not known; the server did not tell</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1, then %2</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>The model</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Already there</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>To download</translation>
    </message>
    <message>
        <source>Free on disk</source>
        <translation>Free on disk</translation>
    </message>
    <message>
        <source>There is no room for it: %1 are missing on the disk.</source>
        <translation>There is no room for it: %1 are missing on the disk.</translation>
    </message>
</context>
<context>
    <name>ui::PresetChooser</name>
    <message>
        <source>%1 asks for the model %2, which is not here.</source>
        <translation>%1 asks for the model %2, which is not here.</translation>
    </message>
    <message>
        <source>%1 asks for the model %2, which is not here. %3 answers instead.</source>
        <translation>%1 asks for the model %2, which is not here. %3 answers instead.</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>Get models</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistant</translation>
    </message>
    <message>
        <source>Choose an assistant for this conversation</source>
        <translation>Choose an assistant for this conversation</translation>
    </message>
    <message>
        <source>No assistant has these words in its name</source>
        <translation>No assistant has these words in its name</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>This conversation</source>
        <translation>This conversation</translation>
    </message>
    <message>
        <source>Edit the system prompt…</source>
        <translation>Edit the system prompt…</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>All conversations</translation>
    </message>
    <message>
        <source>Manage assistants…</source>
        <translation>Manage assistants…</translation>
    </message>
</context>
<context>
    <name>ui::PrivacyForm</name>
    <message>
        <source>Privacy</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>Inkstone talks to the servers you set up and to nobody else.</source>
        <translation>Inkstone talks to the servers you set up and to nobody else.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Contacted addresses</source>
        <translation>Contacted addresses</translation>
    </message>
    <message>
        <source>The list could not be read, so it begins anew.</source>
        <translation>The list could not be read, so it begins anew.</translation>
    </message>
    <message>
        <source>No address has been contacted yet.</source>
        <translation>No address has been contacted yet.</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Clear the list</translation>
    </message>
    <message>
        <source>Bytes are those of questions, answers and other content. What a server contacts itself, such as the registry it pulls a model from, cannot be seen from here.</source>
        <translation>Bytes are those of questions, answers and other content. What a server contacts itself, such as the registry it pulls a model from, cannot be seen from here.</translation>
    </message>
    <message>
        <source>Contact only %1</source>
        <translation>Contact only %1</translation>
    </message>
    <message>
        <source>The server in use, %1, is another one, so nothing is sent to it.</source>
        <translation>The server in use, %1, is another one, so nothing is sent to it.</translation>
    </message>
    <message>
        <source>Nothing is sent to any other address until you remove the lock.</source>
        <translation>Nothing is sent to any other address until you remove the lock.</translation>
    </message>
    <message>
        <source>Nothing is sent to any other address then, whatever is set up.</source>
        <translation>Nothing is sent to any other address then, whatever is set up.</translation>
    </message>
</context>
<context>
    <name>ui::PromptRow</name>
    <message>
        <source>%1 holds up to %2 characters. These %3 were not saved; the text before is still in use.</source>
        <translation>%1 holds up to %2 characters. These %3 were not saved; the text before is still in use.</translation>
    </message>
</context>
<context>
    <name>ui::PullField</name>
    <message>
        <source>Model name</source>
        <translation>Model name</translation>
    </message>
    <message>
        <source>Model name, for example llama3.2:3b</source>
        <translation>Model name, for example llama3.2:3b</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>One sentence after the other</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Pull from %1</source>
        <translation>Pull from %1</translation>
    </message>
    <message>
        <source>Pull from another registry</source>
        <translation>Pull from another registry</translation>
    </message>
    <message>
        <source>Pull %1 from %2?</source>
        <translation>Pull %1 from %2?</translation>
    </message>
    <message>
        <source>This is not Ollama’s own library. The server downloads the model from %1, where anyone may have put it. Check that the name is spelled as you mean it.</source>
        <translation>This is not Ollama’s own library. The server downloads the model from %1, where anyone may have put it. Check that the name is spelled as you mean it.</translation>
    </message>
    <message>
        <source>Do not pull</source>
        <translation>Do not pull</translation>
    </message>
</context>
<context>
    <name>ui::Receipt</name>
    <message>
        <source>not known</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>not told</translation>
    </message>
    <message>
        <source>is being written</source>
        <translation>is being written</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>stopped by you</translation>
    </message>
    <message>
        <source>broke off</source>
        <translation>broke off</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>the token limit was reached</source>
        <translation>the token limit was reached</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>complete</translation>
    </message>
    <message>
        <source>Ollama, version not known</source>
        <translation>Ollama, version not known</translation>
    </message>
    <message>
        <source>%1, in place of the one that was asked</source>
        <translation>%1, in place of the one that was asked</translation>
    </message>
    <message>
        <source>until the server ends</source>
        <translation>until the server ends</translation>
    </message>
    <message>
        <source>until the answer is done</source>
        <translation>until the answer is done</translation>
    </message>
    <message>
        <source>the server’s own</source>
        <translation>the server’s own</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperature</translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation>Max tokens</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>Context length</translation>
    </message>
    <message>
        <source>Keep in memory</source>
        <translation>Keep in memory</translation>
    </message>
    <message>
        <source>Think</source>
        <translation>Think</translation>
    </message>
    <message>
        <source>on</source>
        <translation>on</translation>
    </message>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>System prompt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Messages sent</source>
        <translation>Messages sent</translation>
    </message>
    <message>
        <source>Continued</source>
        <translation>Continued</translation>
    </message>
    <message numerus="yes">
        <source>%1, after %n character(s)</source>
        <translation>
            <numerusform>%1, after %n character</numerusform>
            <numerusform>%1, after %n characters</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Tokens read</source>
        <translation>Tokens read</translation>
    </message>
    <message>
        <source>Tokens written</source>
        <translation>Tokens written</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>First token</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Loading</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>In all</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Name and value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::ReceiptPopup</name>
    <message>
        <source>Receipt</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>How it was asked was not noted. What the answer itself knows:</source>
        <translation>How it was asked was not noted. What the answer itself knows:</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Sent to %1: %2, with this SHA-256: %3</source>
        <translation>Sent to %1: %2, with this SHA-256: %3</translation>
    </message>
    <message>
        <source>This is how it would be sent today. What was sent is not the same to the byte: something it was made of has changed since, or the program writes it differently now.</source>
        <translation>This is how it would be sent today. What was sent is not the same to the byte: something it was made of has changed since, or the program writes it differently now.</translation>
    </message>
    <message>
        <source>Exact request</source>
        <translation>Exact request</translation>
    </message>
    <message>
        <source>Copy request</source>
        <translation>Copy request</translation>
    </message>
    <message>
        <source>… the first %1 of %2 characters; Copy request takes all of them.</source>
        <translation>… the first %1 of %2 characters; Copy request takes all of them.</translation>
    </message>
    <message>
        <source>Possible when the answer is complete</source>
        <translation>Possible when the answer is complete</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Ask again exactly</source>
        <translation>Ask again exactly</translation>
    </message>
    <message>
        <source>Ask again with another model…</source>
        <translation>Ask again with another model…</translation>
    </message>
</context>
<context>
    <name>ui::RegistryQuestion</name>
    <message>
        <source>%1 is not in Ollama’s own library. The server would download it from %2, where anyone may have put it.</source>
        <translation>%1 is not in Ollama’s own library. The server would download it from %2, where anyone may have put it.</translation>
    </message>
    <message>
        <source>Nothing was pulled. Add --yes to say that %1 is meant.</source>
        <translation>Nothing was pulled. Add --yes to say that %1 is meant.</translation>
    </message>
    <message>
        <source>Pull it from %1? [y/N]</source>
        <comment>Keep y and N: they are what is typed</comment>
        <translation>Pull it from %1? [y/N]</translation>
    </message>
    <message>
        <source>Nothing was pulled.</source>
        <translation>Nothing was pulled.</translation>
    </message>
</context>
<context>
    <name>ui::Removal</name>
    <message>
        <source>Remove a model</source>
        <translation>Remove a model</translation>
    </message>
    <message>
        <source>Remove %1 from the server?</source>
        <translation>Remove %1 from the server?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>About %1 on the server’s disk become free. It can be pulled again.</source>
        <translation>About %1 on the server’s disk become free. It can be pulled again.</translation>
    </message>
    <message>
        <source>At most %1 on the server’s disk become free; other models may use parts of it. It can be pulled again.</source>
        <translation>At most %1 on the server’s disk become free; other models may use parts of it. It can be pulled again.</translation>
    </message>
    <message>
        <source>Hardly any space becomes free, because %1 uses the same weights.</source>
        <translation>Hardly any space becomes free, because %1 uses the same weights.</translation>
    </message>
    <message>
        <source>No space becomes free, because %1 is the same model under another name.</source>
        <translation>No space becomes free, because %1 is the same model under another name.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove models</source>
        <translation>Remove models</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n model(s) from the server?</source>
        <translation>
            <numerusform>Remove %n model from the server?</numerusform>
            <numerusform>Remove %n models from the server?</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 on the server’s disk become free. The registry may not have this old state any more.</source>
        <translation>About %1 on the server’s disk become free. The registry may not have this old state any more.</translation>
    </message>
    <message>
        <source>At most %1 on the server’s disk become free; other models may use parts of it. The registry may not have this old state any more.</source>
        <translation>At most %1 on the server’s disk become free; other models may use parts of it. The registry may not have this old state any more.</translation>
    </message>
</context>
<context>
    <name>ui::RungRow</name>
    <message>
        <source>not checked</source>
        <translation>not checked</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>checking</translation>
    </message>
    <message>
        <source>works, with a warning</source>
        <translation>works, with a warning</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>in order</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>rung, state, finding</comment>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>ui::SearchDelegate</name>
    <message>
        <source>%1, %2: %3</source>
        <comment>A search result: title of the conversation, day, the line that matched</comment>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>ui::SearchField</name>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>ui::SearchView</name>
    <message>
        <source>Questions and answers</source>
        <translation>Questions and answers</translation>
    </message>
    <message>
        <source>Questions only</source>
        <translation>Questions only</translation>
    </message>
    <message>
        <source>Answers only</source>
        <translation>Answers only</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>The last 7 days</translation>
    </message>
    <message>
        <source>The last month</source>
        <translation>The last month</translation>
    </message>
    <message>
        <source>The last 12 months</source>
        <translation>The last 12 months</translation>
    </message>
    <message>
        <source>Any model</source>
        <translation>Any model</translation>
    </message>
    <message>
        <source>No message that the filters let through has these words.</source>
        <translation>No message that the filters let through has these words.</translation>
    </message>
    <message>
        <source>No message has these words.</source>
        <translation>No message has these words.</translation>
    </message>
    <message>
        <source>All words have to be in one message, and are found from their beginning. Quotation marks keep words together.</source>
        <translation>All words have to be in one message, and are found from their beginning. Quotation marks keep words together.</translation>
    </message>
    <message>
        <source>Search without filters</source>
        <translation>Search without filters</translation>
    </message>
    <message>
        <source>Rebuild the search index</source>
        <translation>Rebuild the search index</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Search again</translation>
    </message>
    <message>
        <source>In messages</source>
        <translation>In messages</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the messages</source>
        <translation>Filter the messages</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>Messages found</translation>
    </message>
    <message>
        <source>Any folder</source>
        <translation>Any folder</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>A folder inside another</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::ServerForm</name>
    <message>
        <source>“%1” is not the address of a server and was not saved; %2 is still in use.</source>
        <translation>“%1” is not the address of a server and was not saved; %2 is still in use.</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Back to %1</translation>
    </message>
    <message>
        <source>For example http://127.0.0.1:11434. An OpenAI-compatible server (vLLM, llama-server, LM Studio) is recognized by itself.</source>
        <translation>For example http://127.0.0.1:11434. An OpenAI-compatible server (vLLM, llama-server, LM Studio) is recognized by itself.</translation>
    </message>
    <message>
        <source>“%1” was understood as this address.</source>
        <translation>“%1” was understood as this address.</translation>
    </message>
    <message>
        <source>The key before was for another address and is not sent to this one. Enter it again.</source>
        <translation>The key before was for another address and is not sent to this one. Enter it again.</translation>
    </message>
    <message>
        <source>Leave it empty where the server asks for none; any value will do where a program insists on one.</source>
        <translation>Leave it empty where the server asks for none; any value will do where a program insists on one.</translation>
    </message>
    <message>
        <source>Asking the system keyring.</source>
        <translation>Asking the system keyring.</translation>
    </message>
    <message>
        <source>Kept until Inkstone quits, and in no file.</source>
        <translation>Kept until Inkstone quits, and in no file.</translation>
    </message>
    <message>
        <source>Kept in the system keyring, and in no file.</source>
        <translation>Kept in the system keyring, and in no file.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Not encrypted: whoever is on the way to %1 can read the key. An https address keeps it secret.</source>
        <translation>Not encrypted: whoever is on the way to %1 can read the key. An https address keeps it secret.</translation>
    </message>
    <message>
        <source>The connection to %1 is not encrypted: whoever is on the way can read the key, and use it. Nothing is sent there until you decide.</source>
        <translation>The connection to %1 is not encrypted: whoever is on the way can read the key, and use it. Nothing is sent there until you decide.</translation>
    </message>
    <message>
        <source>Send the key unencrypted</source>
        <translation>Send the key unencrypted</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Forget the key</translation>
    </message>
    <message>
        <source>Type the address of a server.</source>
        <translation>Type the address of a server.</translation>
    </message>
    <message>
        <source>This is not the address of a server. One looks like http://192.168.1.20:11434.</source>
        <translation>This is not the address of a server. One looks like http://192.168.1.20:11434.</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>Asking %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Base URL</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API key</translation>
    </message>
    <message>
        <source>Hide the key</source>
        <translation>Hide the key</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Show the key</translation>
    </message>
</context>
<context>
    <name>ui::ServerList</name>
    <message>
        <source>Servers</source>
        <translation>Servers</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connecting</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 loaded</source>
        <translation>%1 loaded</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>ready</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>not encrypted</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in use</translation>
    </message>
</context>
<context>
    <name>ui::ServerModelRow</name>
    <message>
        <source>As Generation says</source>
        <translation>As Generation says</translation>
    </message>
    <message>
        <source>Default model</source>
        <translation>Default model</translation>
    </message>
    <message>
        <source>A new conversation on this server starts with it.</source>
        <translation>A new conversation on this server starts with it.</translation>
    </message>
    <message>
        <source>This server does not tell which models it has: type the name of one, which whoever runs it knows. A new conversation starts with it.</source>
        <translation>This server does not tell which models it has: type the name of one, which whoever runs it knows. A new conversation starts with it.</translation>
    </message>
</context>
<context>
    <name>ui::ServerMore</name>
    <message>
        <source>“%1” is not a header that can be added, and nothing was saved. One looks like “X-Team: blue”.</source>
        <translation>“%1” is not a header that can be added, and nothing was saved. One looks like “X-Team: blue”.</translation>
    </message>
    <message>
        <source>“%1” is not the address of a proxy and was not saved. One looks like proxy.lab:3128.</source>
        <translation>“%1” is not the address of a proxy and was not saved. One looks like proxy.lab:3128.</translation>
    </message>
    <message>
        <source>%1 goes from %2 to %3. %4 was not saved; %5 is still in use.</source>
        <translation>%1 goes from %2 to %3. %4 was not saved; %5 is still in use.</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Back to %1</translation>
    </message>
    <message>
        <source>Choose CA file</source>
        <translation>Choose CA file</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Certificates (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>There is no certificate in %1; a file in PEM form is needed.</source>
        <translation>There is no certificate in %1; a file in PEM form is needed.</translation>
    </message>
    <message>
        <source>The certificates this system trusts</source>
        <translation>The certificates this system trusts</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Only %1</translation>
    </message>
    <message>
        <source>Those signed by %1</source>
        <translation>Those signed by %1</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>Extra headers</translation>
    </message>
    <message>
        <source>“Name: value”, one a line; sent with every request to this server. They are kept in a file: a key belongs in its own field above.</source>
        <translation>“Name: value”, one a line; sent with every request to this server. They are kept in a file: a key belongs in its own field above.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>Proxy address</translation>
    </message>
    <message>
        <source>For example %1</source>
        <translation>For example %1</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>Proxy user</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>Proxy password</translation>
    </message>
    <message>
        <source>Kept until Inkstone quits, and in no file.</source>
        <translation>Kept until Inkstone quits, and in no file.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Choose CA file…</source>
        <translation>Choose CA file…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Forget</translation>
    </message>
    <message>
        <source>Connect timeout</source>
        <translation>Connect timeout</translation>
    </message>
    <message>
        <source>Seconds until a server that does not answer counts as not there.</source>
        <translation>Seconds until a server that does not answer counts as not there.</translation>
    </message>
    <message>
        <source>Request timeout</source>
        <translation>Request timeout</translation>
    </message>
    <message>
        <source>Seconds without a sign of life before a request is given up. A large model can take minutes to load.</source>
        <translation>Seconds without a sign of life before a request is given up. A large model can take minutes to load.</translation>
    </message>
    <message>
        <source>Idle timeout</source>
        <translation>Idle timeout</translation>
    </message>
    <message>
        <source>Seconds of silence within an answer. 0 waits as long as it takes.</source>
        <translation>Seconds of silence within an answer. 0 waits as long as it takes.</translation>
    </message>
    <message>
        <source>Answer in place of a server that cannot be reached</source>
        <translation>Answer in place of a server that cannot be reached</translation>
    </message>
    <message>
        <source>Only where this server has the same model, and only before anything was sent to the other. The answer then says who gave it. What you write goes to this server in that case.</source>
        <translation>Only where this server has the same model, and only before anything was sent to the other. The answer then says who gave it. What you write goes to this server in that case.</translation>
    </message>
    <message>
        <source>The system’s</source>
        <translation>The system’s</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation>SOCKS 5</translation>
    </message>
</context>
<context>
    <name>ui::ServerPill</name>
    <message>
        <source>connecting</source>
        <translation>connecting</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Connecting to %1</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>ready</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 is ready</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>Nothing answers at %1</source>
        <translation>Nothing answers at %1</translation>
    </message>
    <message>
        <source>Server: %1, %2</source>
        <translation>Server: %1, %2</translation>
    </message>
</context>
<context>
    <name>ui::ServerStatus</name>
    <message>
        <source>Connecting to %1.</source>
        <translation>Connecting to %1.</translation>
    </message>
    <message>
        <source>It has no models yet.</source>
        <translation>It has no models yet.</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s): %1</source>
        <translation>
            <numerusform>%n model: %1</numerusform>
            <numerusform>%n models: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is ready (%2).</source>
        <translation>%1 is ready (%2).</translation>
    </message>
    <message>
        <source>Answered in %1 ms.</source>
        <translation>Answered in %1 ms.</translation>
    </message>
    <message>
        <source>It does not tell which models it has; %1 is asked.</source>
        <translation>It does not tell which models it has; %1 is asked.</translation>
    </message>
    <message>
        <source>It does not tell which models it has. Type the name of one under More, as its default model.</source>
        <translation>It does not tell which models it has. Type the name of one under More, as its default model.</translation>
    </message>
</context>
<context>
    <name>ui::ServersForm</name>
    <message>
        <source>Servers</source>
        <translation>Servers</translation>
    </message>
    <message>
        <source>A server runs the models: the engine on this computer, or one on another machine.</source>
        <translation>A server runs the models: the engine on this computer, or one on another machine.</translation>
    </message>
    <message>
        <source>Engine on this computer</source>
        <translation>Engine on this computer</translation>
    </message>
    <message>
        <source>Keep the engine running when Inkstone quits</source>
        <translation>Keep the engine running when Inkstone quits</translation>
    </message>
    <message>
        <source>Holds for an engine that Inkstone started. One that was already running is never stopped.</source>
        <translation>Holds for an engine that Inkstone started. One that was already running is never stopped.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 was removed.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Add server</source>
        <translation>Add server</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>Use this server</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>%1: servers further up are asked first</source>
        <translation>%1: servers further up are asked first</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>More: certificate, proxy, timeouts, headers</source>
        <translation>More: certificate, proxy, timeouts, headers</translation>
    </message>
</context>
<context>
    <name>ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servers</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Generation</translation>
    </message>
    <message>
        <source>Appearance &amp; language</source>
        <translation>Appearance &amp; language</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Local engine</source>
        <translation>Local engine</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Assistants</source>
        <translation>Assistants</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutsForm</name>
    <message>
        <source>Shortcuts</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>New chat</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Send the message</translation>
    </message>
    <message>
        <source>New line in the message</source>
        <translation>New line in the message</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Stop the answer</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Answer again</translation>
    </message>
    <message>
        <source>Edit the last question, from an empty message</source>
        <translation>Edit the last question, from an empty message</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Choose a model</translation>
    </message>
    <message>
        <source>Larger conversation text</source>
        <translation>Larger conversation text</translation>
    </message>
    <message>
        <source>Smaller conversation text</source>
        <translation>Smaller conversation text</translation>
    </message>
    <message>
        <source>Conversation text as set</source>
        <translation>Conversation text as set</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>This list</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>Find in this conversation</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Next match</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Previous match</translation>
    </message>
    <message>
        <source>A page up</source>
        <translation>A page up</translation>
    </message>
    <message>
        <source>A page down</source>
        <translation>A page down</translation>
    </message>
    <message>
        <source>Half a page up in the conversation</source>
        <translation>Half a page up in the conversation</translation>
    </message>
    <message>
        <source>Half a page down in the conversation</source>
        <translation>Half a page down in the conversation</translation>
    </message>
    <message>
        <source>Message before</source>
        <translation>Message before</translation>
    </message>
    <message>
        <source>Message after</source>
        <translation>Message after</translation>
    </message>
    <message>
        <source>Beginning of the conversation</source>
        <translation>Beginning of the conversation</translation>
    </message>
    <message>
        <source>End of the conversation</source>
        <translation>End of the conversation</translation>
    </message>
    <message>
        <source>Select more of the conversation, with any arrow key</source>
        <translation>Select more of the conversation, with any arrow key</translation>
    </message>
    <message>
        <source>Copy as plain text</source>
        <translation>Copy as plain text</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Rename the chosen model</source>
        <translation>Rename the chosen model</translation>
    </message>
    <message>
        <source>Search all conversations</source>
        <translation>Search all conversations</translation>
    </message>
    <message>
        <source>Pause or resume the chosen download</source>
        <translation>Pause or resume the chosen download</translation>
    </message>
    <message>
        <source>Chosen download earlier in the queue</source>
        <translation>Chosen download earlier in the queue</translation>
    </message>
    <message>
        <source>Chosen download later in the queue</source>
        <translation>Chosen download later in the queue</translation>
    </message>
    <message>
        <source>Layers of the chosen download</source>
        <translation>Layers of the chosen download</translation>
    </message>
    <message>
        <source>Cancel the chosen download, or take it off the list</source>
        <translation>Cancel the chosen download, or take it off the list</translation>
    </message>
    <message>
        <source>Continue an answer that ended too early</source>
        <translation>Continue an answer that ended too early</translation>
    </message>
    <message>
        <source>Edit the chosen question</source>
        <translation>Edit the chosen question</translation>
    </message>
    <message>
        <source>Previous version of the chosen message</source>
        <translation>Previous version of the chosen message</translation>
    </message>
    <message>
        <source>Next version of the chosen message</source>
        <translation>Next version of the chosen message</translation>
    </message>
    <message>
        <source>Branch into a new conversation from the chosen message</source>
        <translation>Branch into a new conversation from the chosen message</translation>
    </message>
    <message>
        <source>Go to a conversation, a model or a command</source>
        <translation>Go to a conversation, a model or a command</translation>
    </message>
    <message>
        <source>Pin the conversation, or those selected in the list</source>
        <translation>Pin the conversation, or those selected in the list</translation>
    </message>
    <message>
        <source>Move it to a folder</source>
        <translation>Move it to a folder</translation>
    </message>
    <message>
        <source>Archive it</source>
        <translation>Archive it</translation>
    </message>
    <message>
        <source>Compare the versions of the chosen answer</source>
        <translation>Compare the versions of the chosen answer</translation>
    </message>
    <message>
        <source>Receipt of the chosen answer</source>
        <translation>Receipt of the chosen answer</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>Print it</translation>
    </message>
    <message>
        <source>Attach images and files</source>
        <translation>Attach images and files</translation>
    </message>
</context>
<context>
    <name>ui::SpeedChart</name>
    <message>
        <source>%1: %2</source>
        <comment>model: speed</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Writing speed by model</source>
        <translation>Writing speed by model</translation>
    </message>
</context>
<context>
    <name>ui::SpeedPage</name>
    <message>
        <source>Model to measure</source>
        <translation>Model to measure</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Loads the model and has it answer prompts of three lengths.</source>
        <translation>Loads the model and has it answer prompts of three lengths.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>Stop measuring</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Measuring</translation>
    </message>
    <message>
        <source>Writing speed</source>
        <translation>Writing speed</translation>
    </message>
    <message>
        <source>Measured speeds</source>
        <translation>Measured speeds</translation>
    </message>
    <message>
        <source>No speeds yet</source>
        <translation>No speeds yet</translation>
    </message>
    <message>
        <source>Every answer adds what it tells of its model’s speed; Measure does it now.</source>
        <translation>Every answer adds what it tells of its model’s speed; Measure does it now.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, what next</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The speeds measured here could not be read or kept on the disk.</source>
        <translation>The speeds measured here could not be read or kept on the disk.</translation>
    </message>
    <message>
        <source>Measure speed</source>
        <translation>Measure speed</translation>
    </message>
    <message>
        <source>Measure %1 while an answer is being written?</source>
        <translation>Measure %1 while an answer is being written?</translation>
    </message>
    <message>
        <source>Both go slower than alone, so the figures would say too little. The model is unloaded first, which waits for its answer.</source>
        <translation>Both go slower than alone, so the figures would say too little. The model is unloaded first, which waits for its answer.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>Clear…</translation>
    </message>
    <message>
        <source>Forgets what was measured of one model, or everything.</source>
        <translation>Forgets what was measured of one model, or everything.</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sort by</translation>
    </message>
    <message>
        <source>Clear speeds</source>
        <translation>Clear speeds</translation>
    </message>
    <message>
        <source>Clear the speeds of %1, or of all models?</source>
        <translation>Clear the speeds of %1, or of all models?</translation>
    </message>
    <message>
        <source>Clear the speeds of all models?</source>
        <translation>Clear the speeds of all models?</translation>
    </message>
    <message>
        <source>All means those at other servers too. What is cleared cannot be brought back.</source>
        <translation>All means those at other servers too. What is cleared cannot be brought back.</translation>
    </message>
    <message>
        <source>That is, those at other servers too. What is cleared cannot be brought back. To clear one model alone, choose a row of it first.</source>
        <translation>That is, those at other servers too. What is cleared cannot be brought back. To clear one model alone, choose a row of it first.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Clear this model</source>
        <translation>Clear this model</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Clear all</translation>
    </message>
</context>
<context>
    <name>ui::SpeedProxy</name>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln measured</source>
        <translation>
            <numerusform>%Ln measured</numerusform>
            <numerusform>%Ln measured</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>answers, measured</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Prompt tokens</source>
        <translation>Prompt tokens</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Loading</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>First token</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>On the GPU</source>
        <translation>On the GPU</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
</context>
<context>
    <name>ui::SpeedView</name>
    <message>
        <source>Speed here</source>
        <translation>Speed here</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>First token</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Loading</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
    <message>
        <source>Not measured yet. Answers from here tell it, and Measure on the Speed tab.</source>
        <translation>Not measured yet. Answers from here tell it, and Measure on the Speed tab.</translation>
    </message>
</context>
<context>
    <name>ui::SpeedWords</name>
    <message>
        <source>%1 is being unloaded, so that loading can be timed…</source>
        <translation>%1 is being unloaded, so that loading can be timed…</translation>
    </message>
    <message>
        <source>%1 is being loaded. A big model takes minutes.</source>
        <translation>%1 is being loaded. A big model takes minutes.</translation>
    </message>
    <message>
        <source>%1 reads a prompt of about %2 and answers…</source>
        <translation>%1 reads a prompt of about %2 and answers…</translation>
    </message>
    <message>
        <source>up to %1</source>
        <comment>tokens of a prompt</comment>
        <translation>up to %1</translation>
    </message>
    <message>
        <source>%1 writes slower since it was updated: %2, before %3. It may be larger, or fit the GPU no more: compare its size and the GPU share.</source>
        <translation>%1 writes slower since it was updated: %2, before %3. It may be larger, or fit the GPU no more: compare its size and the GPU share.</translation>
    </message>
    <message>
        <source>%1 writes slower since the engine was updated from %2 to %3: %4, before %5. Where the GPU share is lower too, see whether the engine still finds the graphics card.</source>
        <translation>%1 writes slower since the engine was updated from %2 to %3: %4, before %5. Where the GPU share is lower too, see whether the engine still finds the graphics card.</translation>
    </message>
    <message>
        <source>%1 was measured.</source>
        <translation>%1 was measured.</translation>
    </message>
    <message>
        <source>Stopped. What was measured of %1 until then is kept.</source>
        <translation>Stopped. What was measured of %1 until then is kept.</translation>
    </message>
    <message>
        <source>A question came between, and goes before. What was measured of %1 until then is kept.</source>
        <translation>A question came between, and goes before. What was measured of %1 until then is kept.</translation>
    </message>
</context>
<context>
    <name>ui::StartingAssistants</name>
    <message>
        <source>Quick answers</source>
        <translation>Quick answers</translation>
    </message>
    <message>
        <source>Answer in the language of the question. Give the answer in the first sentence, then only what is needed to understand or use it. Prefer plain words and a concrete example to general remarks. Where something is uncertain or depends on facts you do not have, say so in one sentence. Do not repeat the question, and do not end with an offer to help.</source>
        <translation>Answer in the language of the question. Give the answer in the first sentence, then only what is needed to understand or use it. Prefer plain words and a concrete example to general remarks. Where something is uncertain or depends on facts you do not have, say so in one sentence. Do not repeat the question, and do not end with an offer to help.</translation>
    </message>
    <message>
        <source>Explain how a heat pump works, as if I had never heard of one.</source>
        <translation>Explain how a heat pump works, as if I had never heard of one.</translation>
    </message>
    <message>
        <source>What is the difference between a virus and a bacterium?</source>
        <translation>What is the difference between a virus and a bacterium?</translation>
    </message>
    <message>
        <source>Give me five ideas for a dinner of rice, eggs and tomatoes.</source>
        <translation>Give me five ideas for a dinner of rice, eggs and tomatoes.</translation>
    </message>
    <message>
        <source>Careful reasoning</source>
        <translation>Careful reasoning</translation>
    </message>
    <message>
        <source>Work the problem out before you answer. First state what is given, what is asked and which assumptions you make. Then go step by step, one claim a step, and show every calculation with its units. Check the result in another way: put it back in, estimate its size, or look for a counterexample; where the check fails, say so and correct it. End with the answer in a line of its own, and say how sure you are and what could change it. Where the question leaves something open that matters, name the cases instead of guessing.</source>
        <translation>Work the problem out before you answer. First state what is given, what is asked and which assumptions you make. Then go step by step, one claim a step, and show every calculation with its units. Check the result in another way: put it back in, estimate its size, or look for a counterexample; where the check fails, say so and correct it. End with the answer in a line of its own, and say how sure you are and what could change it. Where the question leaves something open that matters, name the cases instead of guessing.</translation>
    </message>
    <message>
        <source>A train leaves at 9:40 and takes 2 h 35 min with a 15 min stop. When does it arrive, and where is the likely mistake?</source>
        <translation>A train leaves at 9:40 and takes 2 h 35 min with a 15 min stop. When does it arrive, and where is the likely mistake?</translation>
    </message>
    <message>
        <source>Compare renting and buying a flat for ten years. Which numbers decide it?</source>
        <translation>Compare renting and buying a flat for ten years. Which numbers decide it?</translation>
    </message>
    <message>
        <source>Find the flaw in this argument:</source>
        <translation>Find the flaw in this argument:</translation>
    </message>
    <message>
        <source>Chinese writing</source>
        <translation>Chinese writing</translation>
    </message>
    <message>
        <source>You are an experienced editor of modern Chinese. Write in Simplified Chinese unless asked otherwise. Write as a native author would: short sentences, verbs instead of noun chains, no translated-sounding constructions, no stock phrases, full-width punctuation, and a space between Chinese and Latin letters or digits. Fit tone and form of address to the reader and the occasion. When you improve a text, keep its meaning and facts, give the improved text first, then list the most important changes with a reason each. Never invent names, dates or figures; leave a marked gap instead.</source>
        <translation>You are an experienced editor of modern Chinese. Write in Simplified Chinese unless asked otherwise. Write as a native author would: short sentences, verbs instead of noun chains, no translated-sounding constructions, no stock phrases, full-width punctuation, and a space between Chinese and Latin letters or digits. Fit tone and form of address to the reader and the occasion. When you improve a text, keep its meaning and facts, give the improved text first, then list the most important changes with a reason each. Never invent names, dates or figures; leave a marked gap instead.</translation>
    </message>
    <message>
        <source>Write a polite message in Chinese asking a colleague to move our meeting.</source>
        <translation>Write a polite message in Chinese asking a colleague to move our meeting.</translation>
    </message>
    <message>
        <source>Improve this Chinese text and tell me what you changed:</source>
        <translation>Improve this Chinese text and tell me what you changed:</translation>
    </message>
    <message>
        <source>Translate this into natural Chinese:</source>
        <translation>Translate this into natural Chinese:</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>You are a senior software engineer. Give working, complete code in a fenced block with its language, in the style of the code you were shown. Prefer the standard library and the simplest design that is correct; handle errors and the edge cases that will occur. Say which version of the language or library you assume. Never invent functions or options: where you are not sure that one exists, say so. When you look for a fault, name the cause first, then the smallest change that removes it, then how to test it. Outside the code, keep to a few sentences.</source>
        <translation>You are a senior software engineer. Give working, complete code in a fenced block with its language, in the style of the code you were shown. Prefer the standard library and the simplest design that is correct; handle errors and the edge cases that will occur. Say which version of the language or library you assume. Never invent functions or options: where you are not sure that one exists, say so. When you look for a fault, name the cause first, then the smallest change that removes it, then how to test it. Outside the code, keep to a few sentences.</translation>
    </message>
    <message>
        <source>Write a Python script that renames photos by the date they were taken.</source>
        <translation>Write a Python script that renames photos by the date they were taken.</translation>
    </message>
    <message>
        <source>Explain what this code does and where it can fail:</source>
        <translation>Explain what this code does and where it can fail:</translation>
    </message>
    <message>
        <source>Write unit tests for this function:</source>
        <translation>Write unit tests for this function:</translation>
    </message>
</context>
<context>
    <name>ui::StoragePage</name>
    <message>
        <source>What the models take on the disk</source>
        <translation>What the models take on the disk</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Remove…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Asking the server…</translation>
    </message>
    <message>
        <source>What its models take appears when it answers.</source>
        <translation>What its models take appears when it answers.</translation>
    </message>
    <message>
        <source>No models yet</source>
        <translation>No models yet</translation>
    </message>
    <message>
        <source>Here you see what each model takes on the disk, and what removing it frees.</source>
        <translation>Here you see what each model takes on the disk, and what removing it frees.</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>Get models</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copy the command</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), %1 on disk</source>
        <translation>
            <numerusform>%n model, %1 on disk</numerusform>
            <numerusform>%n models, %1 on disk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), about %1 on disk</source>
        <translation>
            <numerusform>%n model, about %1 on disk</numerusform>
            <numerusform>%n models, about %1 on disk</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder of the models</source>
        <translation>The folder of the models</translation>
    </message>
    <message>
        <source>This server does not remove models on request.</source>
        <translation>This server does not remove models on request.</translation>
    </message>
    <message>
        <source>Choose models to see what removing them frees.</source>
        <translation>Choose models to see what removing them frees.</translation>
    </message>
</context>
<context>
    <name>ui::StorageProxy</name>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>On disk</translation>
    </message>
    <message>
        <source>Its own</source>
        <translation>Its own</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Shared</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Shared with</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Changed</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) missing: pull it again</source>
        <translation>
            <numerusform>%n file missing: pull it again</numerusform>
            <numerusform>%n files missing: pull it again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StorageTreemap</name>
    <message>
        <source>Storage map</source>
        <translation>Storage map</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s), %1 together. The table below says the same.</source>
        <translation>
            <numerusform>%n part, %1 together. The table below says the same.</numerusform>
            <numerusform>%n parts, %1 together. The table below says the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StorageWords</name>
    <message numerus="yes">
        <source>%n file(s) that should say what a model consists of cannot be understood. So it is not known which files are unused, and none is offered for removal. Pull those models again, or remove them.</source>
        <translation>
            <numerusform>%n file that should say what a model consists of cannot be understood. So it is not known which files are unused, and none is offered for removal. Pull those models again, or remove them.</numerusform>
            <numerusform>%n files that should say what a model consists of cannot be understood. So it is not known which files are unused, and none is offered for removal. Pull those models again, or remove them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in the folder could not be looked into. So it is not known which files are unused, and none is offered for removal.</source>
        <translation>
            <numerusform>%n place in the folder could not be looked into. So it is not known which files are unused, and none is offered for removal.</numerusform>
            <numerusform>%n places in the folder could not be looked into. So it is not known which files are unused, and none is offered for removal.</numerusform>
        </translation>
    </message>
    <message>
        <source>A part of the folder is a link to another place. Nothing is removed through a link; let OLLAMA_MODELS name the place itself.</source>
        <translation>A part of the folder is a link to another place. Nothing is removed through a link; let OLLAMA_MODELS name the place itself.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %n more</source>
        <translation>
            <numerusform>%1, %2 and %n more</numerusform>
            <numerusform>%1, %2 and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 and %2</translation>
    </message>
    <message>
        <source>Shared by %1</source>
        <translation>Shared by %1</translation>
    </message>
    <message>
        <source>Not used by any model</source>
        <translation>Not used by any model</translation>
    </message>
    <message>
        <source>Unfinished downloads</source>
        <translation>Unfinished downloads</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Other files</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>Removing %n model(s) frees %1</source>
        <translation>
            <numerusform>Removing %n model frees %1</numerusform>
            <numerusform>Removing %n models frees %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removing %n model(s) frees about %1</source>
        <translation>
            <numerusform>Removing %n model frees about %1</numerusform>
            <numerusform>Removing %n models frees about %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on the server’s disk become free. What is removed can be pulled again.</source>
        <translation>%1 on the server’s disk become free. What is removed can be pulled again.</translation>
    </message>
    <message>
        <source>About %1 on the server’s disk become free; other models may use parts of it. What is removed can be pulled again.</source>
        <translation>About %1 on the server’s disk become free; other models may use parts of it. What is removed can be pulled again.</translation>
    </message>
    <message>
        <source>changed in the last hour: stays for now</source>
        <translation>changed in the last hour: stays for now</translation>
    </message>
    <message>
        <source>a model is being fetched or made: stays for now</source>
        <translation>a model is being fetched or made: stays for now</translation>
    </message>
    <message>
        <source>The server runs on another machine and tells only how big whole models are. What they share is guessed from their weights; files that no model uses are not seen.</source>
        <translation>The server runs on another machine and tells only how big whole models are. What they share is guessed from their weights; files that no model uses are not seen.</translation>
    </message>
    <message>
        <source>This account may not look into %1, so only what the server tells is shown. The command lists what is there.</source>
        <translation>This account may not look into %1, so only what the server tells is shown. The command lists what is there.</translation>
    </message>
    <message>
        <source>No folder on this machine holds the models of this server; it may run in a container or behind a tunnel. Only what it tells is shown, and what models share is guessed from their weights.</source>
        <translation>No folder on this machine holds the models of this server; it may run in a container or behind a tunnel. Only what it tells is shown, and what models share is guessed from their weights.</translation>
    </message>
    <message numerus="yes">
        <source>%n stayed, because something uses it by now, or may.</source>
        <translation>
            <numerusform>%n stayed, because something uses it by now, or may.</numerusform>
            <numerusform>%n stayed, because something uses it by now, or may.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1 may not be removed by this account. The command does it.</source>
        <translation>
            <numerusform>%n file in %1 may not be removed by this account. The command does it.</numerusform>
            <numerusform>%n files in %1 may not be removed by this account. The command does it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1 belong to %2, so this account may not remove them. The command does it.</source>
        <translation>
            <numerusform>%n file in %1 belongs to %2, so this account may not remove it. The command does it.</numerusform>
            <numerusform>%n files in %1 belong to %2, so this account may not remove them. The command does it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The disk with %1 can only be read, so %n file(s) stayed. Make it writable, then try again.</source>
        <translation>
            <numerusform>The disk with %1 can only be read, so %n file stayed. Make it writable, then try again.</numerusform>
            <numerusform>The disk with %1 can only be read, so %n files stayed. Make it writable, then try again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1 could not be removed. Check the disk, then try again.</source>
        <translation>
            <numerusform>%n file in %1 could not be removed. Check the disk, then try again.</numerusform>
            <numerusform>%n files in %1 could not be removed. Check the disk, then try again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SuggestionRow</name>
    <message>
        <source>%1 of memory</source>
        <translation>%1 of memory</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Recommended</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>Abilities</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Progress of %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
</context>
<context>
    <name>ui::SuggestionsView</name>
    <message>
        <source>Choose a model to start with</source>
        <translation>Choose a model to start with</translation>
    </message>
    <message>
        <source>The server is ready and has no model yet. These run on most machines.</source>
        <translation>The server is ready and has no model yet. These run on most machines.</translation>
    </message>
    <message>
        <source>The server on this computer is ready and has no model yet. Its %1 GB of memory are little for a language model; a very small one may still run.</source>
        <translation>The server on this computer is ready and has no model yet. Its %1 GB of memory are little for a language model; a very small one may still run.</translation>
    </message>
    <message>
        <source>The server on this computer is ready and has no model yet. With %1 GB of memory, any of these fits.</source>
        <translation>The server on this computer is ready and has no model yet. With %1 GB of memory, any of these fits.</translation>
    </message>
    <message>
        <source>See all models</source>
        <translation>See all models</translation>
    </message>
</context>
<context>
    <name>ui::SystemCheckView</name>
    <message>
        <source>A model</source>
        <translation>A model</translation>
    </message>
    <message>
        <source>From the catalogue, with the context length and the parallel requests set below; an upper bound.</source>
        <translation>From the catalogue, with the context length and the parallel requests set below; an upper bound.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Looking…</translation>
    </message>
</context>
<context>
    <name>ui::SystemPromptPopup</name>
    <message>
        <source>System prompt</source>
        <translation>System prompt</translation>
    </message>
    <message>
        <source>For this conversation only. The model reads it before every answer.</source>
        <translation>For this conversation only. The model reads it before every answer.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>For example: Answer in the language of the question, in short sentences.</source>
        <translation>For example: Answer in the language of the question, in short sentences.</translation>
    </message>
</context>
<context>
    <name>ui::SystemWords</name>
    <message>
        <source>Memory: this system does not tell how much there is.</source>
        <translation>Memory: this system does not tell how much there is.</translation>
    </message>
    <message>
        <source>Memory: %1, %2 of it free.</source>
        <translation>Memory: %1, %2 of it free.</translation>
    </message>
    <message>
        <source>Memory: %1, %2 of it free. Enough for models up to about 7B; %3 are recommended.</source>
        <translation>Memory: %1, %2 of it free. Enough for models up to about 7B; %3 are recommended.</translation>
    </message>
    <message>
        <source>Memory: %1. At least %2 are asked for; small models up to about 3B may work.</source>
        <translation>Memory: %1. At least %2 are asked for; small models up to about 3B may work.</translation>
    </message>
    <message>
        <source>Disk: it could not be found out how much is free for %1.</source>
        <translation>Disk: it could not be found out how much is free for %1.</translation>
    </message>
    <message>
        <source>Disk: %1 free for %2.</source>
        <translation>Disk: %1 free for %2.</translation>
    </message>
    <message>
        <source>Disk: %1 free for %2. Enough to begin; %3 are recommended.</source>
        <translation>Disk: %1 free for %2. Enough to begin; %3 are recommended.</translation>
    </message>
    <message>
        <source>Disk: %1 free for %2. At least %3 are asked for; choose another models folder below.</source>
        <translation>Disk: %1 free for %2. At least %3 are asked for; choose another models folder below.</translation>
    </message>
    <message numerus="yes">
        <source>Processor: %n core(s).</source>
        <translation>
            <numerusform>Processor: %n core.</numerusform>
            <numerusform>Processor: %n cores.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Processor: %n core(s) with AVX2, FMA and F16C.</source>
        <translation>
            <numerusform>Processor: %n core with AVX2, FMA and F16C.</numerusform>
            <numerusform>Processor: %n cores with AVX2, FMA and F16C.</numerusform>
        </translation>
    </message>
    <message>
        <source>Processor: without %1. Models without a graphics card will be very slow.</source>
        <translation>Processor: without %1. Models without a graphics card will be very slow.</translation>
    </message>
    <message>
        <source>Graphics card: none that the engine can use. The processor does the work, more slowly.</source>
        <translation>Graphics card: none that the engine can use. The processor does the work, more slowly.</translation>
    </message>
    <message>
        <source>%1 (driver missing)</source>
        <translation>%1 (driver missing)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Graphics card: %1. Install its maker’s driver for the engine to use it.</source>
        <translation>Graphics card: %1. Install its maker’s driver for the engine to use it.</translation>
    </message>
    <message>
        <source>Graphics card: %1.</source>
        <translation>Graphics card: %1.</translation>
    </message>
</context>
<context>
    <name>ui::Terminal</name>
    <message>
        <source>There is no model on %1 yet. Download one with --pull, for example --pull qwen2.5:3b.</source>
        <translation>There is no model on %1 yet. Download one with --pull, for example --pull qwen2.5:3b.</translation>
    </message>
    <message>
        <source>Waiting for %1…</source>
        <translation>Waiting for %1…</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>Thinking…</translation>
    </message>
    <message>
        <source>ready: the model answered “%1” in %2</source>
        <translation>ready: the model answered “%1” in %2</translation>
    </message>
    <message>
        <source>Asking for %1…</source>
        <translation>Asking for %1…</translation>
    </message>
    <message>
        <source>%1 is ready to use.</source>
        <translation>%1 is ready to use.</translation>
    </message>
    <message>
        <source>%1: %2, the server checks and stores it</source>
        <translation>%1: %2, the server checks and stores it</translation>
    </message>
    <message>
        <source>%1: %2, %3 of %4</source>
        <translation>%1: %2, %3 of %4</translation>
    </message>
    <message>
        <source>%1: %2, %3 of %4, %5, %6 left</source>
        <translation>%1: %2, %3 of %4, %5, %6 left</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 was removed.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, and the next step</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>Details: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 offers no model, or does not tell which it has. Name one with --model, as whoever runs the server knows it.</source>
        <translation>%1 offers no model, or does not tell which it has. Name one with --model, as whoever runs the server knows it.</translation>
    </message>
</context>
<context>
    <name>ui::Transcript</name>
    <message>
        <source>Retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Check the connection</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Thinking %1</source>
        <translation>Thinking %1</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Thinking</translation>
    </message>
    <message>
        <source>Thought for %1</source>
        <translation>Thought for %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Wrap</source>
        <comment>Switch: break long lines of code</comment>
        <translation>Wrap</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Copy code</translation>
    </message>
    <message>
        <source>Copy question</source>
        <translation>Copy question</translation>
    </message>
    <message>
        <source>Edit question</source>
        <translation>Edit question</translation>
    </message>
    <message>
        <source>Waiting for the model %1</source>
        <translation>Waiting for the model %1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>incomplete</translation>
    </message>
    <message>
        <source>token limit reached</source>
        <translation>token limit reached</translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation>first token %1</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>Regenerate</translation>
    </message>
    <message>
        <source>Copy answer</source>
        <translation>Copy answer</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Next version</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>Previous version</translation>
    </message>
    <message>
        <source>You</source>
        <comment>Who wrote the question</comment>
        <translation>You</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>Choose another model</translation>
    </message>
    <message>
        <source>Nothing new for %1. Keep waiting, or stop: what is here is kept.</source>
        <translation>Nothing new for %1. Keep waiting, or stop: what is here is kept.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Code, %1</source>
        <translation>Code, %1</translation>
    </message>
    <message numerus="yes">
        <source>Table, %n row(s)</source>
        <translation>
            <numerusform>Table, %n row</numerusform>
            <numerusform>Table, %n rows</numerusform>
        </translation>
    </message>
    <message>
        <source>Shown as plain text because the app ended twice while showing it</source>
        <translation>Shown as plain text because the app ended twice while showing it</translation>
    </message>
    <message>
        <source>Show formatted</source>
        <translation>Show formatted</translation>
    </message>
    <message>
        <source>answered by %1</source>
        <translation>answered by %1</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>Code in no language</comment>
        <translation>Text</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Answer this question</source>
        <translation>Answer this question</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>Version %1 of %2</translation>
    </message>
    <message>
        <source>%1 Continue goes on where it ended.</source>
        <translation>%1 Continue goes on where it ended.</translation>
    </message>
    <message>
        <source>Stopped while it was thinking, so there is no text to continue. Regenerate asks again; without Think the answer comes at once.</source>
        <translation>Stopped while it was thinking, so there is no text to continue. Regenerate asks again; without Think the answer comes at once.</translation>
    </message>
    <message>
        <source>Everything above this line will be left out of the next request. This summary is sent in its place:</source>
        <translation>Everything above this line will be left out of the next request. This summary is sent in its place:</translation>
    </message>
    <message>
        <source>Everything above this line will be left out of the next request.</source>
        <translation>Everything above this line will be left out of the next request.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>The token limit, or the end of the window, was reached while it was thinking, so there is no text to continue. Raise Max tokens or the context length in Settings, or switch Think off, then regenerate.</source>
        <translation>The token limit, or the end of the window, was reached while it was thinking, so there is no text to continue. Raise Max tokens or the context length in Settings, or switch Think off, then regenerate.</translation>
    </message>
    <message>
        <source>The model’s window has little or no room left. Everything above this line would be left out first.</source>
        <translation>The model’s window has little or no room left. Everything above this line would be left out first.</translation>
    </message>
    <message>
        <source>The server is busy and said when to come back: asked again in %1</source>
        <translation>The server is busy and said when to come back: asked again in %1</translation>
    </message>
    <message>
        <source>Hide them</source>
        <comment>Characters that cannot be seen</comment>
        <translation>Hide them</translation>
    </message>
    <message>
        <source>Show them</source>
        <comment>Characters that cannot be seen</comment>
        <translation>Show them</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) that can hide or disguise text were left out.</source>
        <translation>
            <numerusform>%n character that can hide or disguise text was left out.</numerusform>
            <numerusform>%n characters that can hide or disguise text were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) in this message cannot be seen.</source>
        <translation>
            <numerusform>%n character in this message cannot be seen.</numerusform>
            <numerusform>%n characters in this message cannot be seen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TranscriptView</name>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation>Copy link address</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Copy message</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>Copy as plain text</source>
        <translation>Copy as plain text</translation>
    </message>
    <message>
        <source>Edit question</source>
        <translation>Edit question</translation>
    </message>
    <message>
        <source>Continue the answer</source>
        <translation>Continue the answer</translation>
    </message>
    <message>
        <source>Branch into a new conversation</source>
        <translation>Branch into a new conversation</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>Previous version</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Next version</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>Compare versions</translation>
    </message>
</context>
<context>
    <name>ui::TrashPage</name>
    <message>
        <source>Untitled</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Deleted conversations</source>
        <translation>Deleted conversations</translation>
    </message>
    <message>
        <source>Deleted conversations are kept for 30 days and then deleted for good.</source>
        <translation>Deleted conversations are kept for 30 days and then deleted for good.</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>The trash is empty</translation>
    </message>
    <message>
        <source>Conversations you delete are kept here for 30 days.</source>
        <translation>Conversations you delete are kept here for 30 days.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Delete for good</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n conversation(s) for good? Nothing can bring them back.</source>
        <translation>
            <numerusform>Delete %n conversation for good? Nothing can bring it back.</numerusform>
            <numerusform>Delete %n conversations for good? Nothing can bring them back.</numerusform>
        </translation>
    </message>
    <message>
        <source>They also go from the damaged files kept in %1; a file that cannot be changed any more is removed whole.</source>
        <translation>They also go from the damaged files kept in %1; a file that cannot be changed any more is removed whole.</translation>
    </message>
    <message>
        <source>They also go from the backups kept in %1; a backup that cannot be changed any more is removed whole.</source>
        <translation>They also go from the backups kept in %1; a backup that cannot be changed any more is removed whole.</translation>
    </message>
</context>
<context>
    <name>ui::Typesetter</name>
    <message>
        <source>This formula cannot be typeset: %1</source>
        <translation>This formula cannot be typeset: %1</translation>
    </message>
    <message>
        <source>This formula takes too long to typeset</source>
        <translation>This formula takes too long to typeset</translation>
    </message>
    <message>
        <source>This formula is too large to typeset</source>
        <translation>This formula is too large to typeset</translation>
    </message>
</context>
<context>
    <name>ui::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>ui::UpdateView</name>
    <message>
        <source>What changes in the template</source>
        <translation>What changes in the template</translation>
    </message>
    <message>
        <source>What changes in the system prompt</source>
        <translation>What changes in the system prompt</translation>
    </message>
    <message>
        <source>What changes in the parameters</source>
        <translation>What changes in the parameters</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>Pulls it again. Its present state stays under a second name until you let it go.</source>
        <translation>Pulls it again. Its present state stays under a second name until you let it go.</translation>
    </message>
    <message>
        <source>Back to this one</source>
        <translation>Back to this one</translation>
    </message>
    <message>
        <source>Let go…</source>
        <translation>Let go…</translation>
    </message>
    <message>
        <source>Removes this old state from the server.</source>
        <translation>Removes this old state from the server.</translation>
    </message>
    <message>
        <source>An old state</source>
        <translation>An old state</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Asking %1…</translation>
    </message>
    <message>
        <source>%1 has it in another state.</source>
        <comment>%1: the registry</comment>
        <translation>%1 has it in another state.</translation>
    </message>
    <message>
        <source>A model as it was before it was updated on %1.</source>
        <translation>A model as it was before it was updated on %1.</translation>
    </message>
    <message>
        <source>This is %1 as it was before it was updated on %2.</source>
        <translation>This is %1 as it was before it was updated on %2.</translation>
    </message>
    <message>
        <source>Both are the same now: letting this one go loses nothing.</source>
        <translation>Both are the same now: letting this one go loses nothing.</translation>
    </message>
    <message>
        <source>Going back puts this state in the place of the newer one, which can be pulled again.</source>
        <translation>Going back puts this state in the place of the newer one, which can be pulled again.</translation>
    </message>
    <message>
        <source>Check at %1</source>
        <comment>%1: the registry</comment>
        <translation>Check at %1</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>Check for updates</translation>
    </message>
    <message>
        <source>Asks %1 what it has under this name.</source>
        <comment>%1: the registry</comment>
        <translation>Asks %1 what it has under this name.</translation>
    </message>
    <message>
        <source>%1 becomes what it was, and this second name goes.</source>
        <translation>%1 becomes what it was, and this second name goes.</translation>
    </message>
</context>
<context>
    <name>ui::UpdateWords</name>
    <message>
        <source>%1 %2</source>
        <comment>One sentence after the other</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>weights</translation>
    </message>
    <message>
        <source>the part that sees</source>
        <translation>the part that sees</translation>
    </message>
    <message>
        <source>adapter</source>
        <comment>A small file of weights that changes a model</comment>
        <translation>adapter</translation>
    </message>
    <message>
        <source>template</source>
        <translation>template</translation>
    </message>
    <message>
        <source>system prompt</source>
        <translation>system prompt</translation>
    </message>
    <message>
        <source>parameters</source>
        <comment>Of generation: temperature and so on</comment>
        <translation>parameters</translation>
    </message>
    <message>
        <source>message examples</source>
        <translation>message examples</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>licence</translation>
    </message>
    <message>
        <source>description</source>
        <comment>Family, quantization and size of a model, as a file</comment>
        <translation>description</translation>
    </message>
    <message>
        <source>other files</source>
        <translation>other files</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>Before and after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>Between items of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>It is as %1 has it. Checked at %2.</source>
        <comment>%1: the registry</comment>
        <translation>It is as %1 has it. Checked at %2.</translation>
    </message>
    <message>
        <source>%1 has no model of this name, so there are no updates: it was made here, or is gone there.</source>
        <comment>%1: the registry</comment>
        <translation>%1 has no model of this name, so there are no updates: it was made here, or is gone there.</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Quantization</source>
        <translation>Quantization</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameters</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>May change</source>
        <translation>May change</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>To download</translation>
    </message>
    <message>
        <source>nothing, the server has all of it already</source>
        <translation>nothing, the server has all of it already</translation>
    </message>
    <message>
        <source>The new texts lie at another host than %1, which was not asked. After the update the old state shows what changed.</source>
        <comment>%1: the registry</comment>
        <translation>The new texts lie at another host than %1, which was not asked. After the update the old state shows what changed.</translation>
    </message>
    <message>
        <source>The new texts could not be read. After the update the old state shows what changed.</source>
        <translation>The new texts could not be read. After the update the old state shows what changed.</translation>
    </message>
    <message>
        <source>The present state is being kept…</source>
        <translation>The present state is being kept…</translation>
    </message>
    <message>
        <source>It is being downloaded, see Downloads. Until then it stays as it is.</source>
        <translation>It is being downloaded, see Downloads. Until then it stays as it is.</translation>
    </message>
    <message>
        <source>The server tidies up…</source>
        <translation>The server tidies up…</translation>
    </message>
    <message>
        <source>It is being brought back…</source>
        <translation>It is being brought back…</translation>
    </message>
</context>
<context>
    <name>ui::UpdatesBar</name>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>Check for updates</translation>
    </message>
    <message>
        <source>Update all (%1, %2)</source>
        <translation>Update all (%1, %2)</translation>
    </message>
    <message>
        <source>Update all (%1)</source>
        <translation>Update all (%1)</translation>
    </message>
    <message>
        <source>Pulls them again. Each one’s present state stays under a second name until you let it go.</source>
        <translation>Pulls them again. Each one’s present state stays under a second name until you let it go.</translation>
    </message>
    <message>
        <source>None of these models comes from a registry that is asked with all. A model’s own page asks its registry.</source>
        <translation>None of these models comes from a registry that is asked with all. A model’s own page asks its registry.</translation>
    </message>
    <message numerus="yes">
        <source>Tells %1 the name(s) of %n model(s) and asks what it has.</source>
        <comment>%1: the registry, or several</comment>
        <translation>
            <numerusform>Tells %1 the name of %n model and asks what it has.</numerusform>
            <numerusform>Tells %1 the names of %n models and asks what it has.</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>Between items of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Asking: %1 of %2 answered</source>
        <translation>Asking: %1 of %2 answered</translation>
    </message>
    <message numerus="yes">
        <source>%n update(s)</source>
        <translation>
            <numerusform>%n update</numerusform>
            <numerusform>%n updates</numerusform>
        </translation>
    </message>
    <message>
        <source>No updates</source>
        <translation>No updates</translation>
    </message>
    <message>
        <source>%1. Checked at %2.</source>
        <translation>%1. Checked at %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1. %n could not be checked at %2. %3</source>
        <comment>%1: how many updates; %3: why and what next</comment>
        <translation>
            <numerusform>%1. %n could not be checked at %2. %3</numerusform>
            <numerusform>%1. %n could not be checked at %2. %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Words</name>
    <message>
        <source>Tools</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>Vision</source>
        <translation>Vision</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Thinking</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>, </source>
        <comment>Between items of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1, quick; for: %2</source>
        <translation>%1, quick; for: %2</translation>
    </message>
    <message>
        <source>%1, of medium speed; for: %2</source>
        <translation>%1, of medium speed; for: %2</translation>
    </message>
    <message>
        <source>%1, slow; for: %2</source>
        <translation>%1, slow; for: %2</translation>
    </message>
    <message>
        <source>%1; for: %2</source>
        <translation>%1; for: %2</translation>
    </message>
</context>
<context>
    <name>ui::WorkStrip</name>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
</context>
<context>
    <name>ui::WorkshopBar</name>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Making %1 was stopped.</source>
        <translation>Making %1 was stopped.</translation>
    </message>
    <message>
        <source>Importing %1 was stopped.</source>
        <translation>Importing %1 was stopped.</translation>
    </message>
    <message>
        <source>%1 is made.</source>
        <translation>%1 is made.</translation>
    </message>
    <message>
        <source>%1 is imported.</source>
        <translation>%1 is imported.</translation>
    </message>
    <message>
        <source>Making %1</source>
        <translation>Making %1</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Importing %1</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Reading the file</translation>
    </message>
    <message>
        <source>Asking the server whether it has it</source>
        <translation>Asking the server whether it has it</translation>
    </message>
    <message>
        <source>Sending it to the server</source>
        <translation>Sending it to the server</translation>
    </message>
    <message>
        <source>The server is at work</source>
        <translation>The server is at work</translation>
    </message>
    <message>
        <source>A file that was read once is not read again. What the server had of it is gone.</source>
        <translation>A file that was read once is not read again. What the server had of it is gone.</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2 of %3</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 · %4</source>
        <translation>%1 · %2 of %3 · %4</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 · %4 · %5 left</source>
        <translation>%1 · %2 of %3 · %4 · %5 left</translation>
    </message>
</context>
</TS>
