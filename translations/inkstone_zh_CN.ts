<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <translation>OpenAI 兼容服务器</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Linux service (systemd)</source>
        <translation>Linux 服务 (systemd)</translation>
    </message>
    <message>
        <source>Docker container</source>
        <translation>Docker 容器</translation>
    </message>
    <message>
        <source>Ollama app on macOS</source>
        <translation>macOS 上的 Ollama 应用</translation>
    </message>
    <message>
        <source>Ollama app on Windows (PowerShell)</source>
        <translation>Windows 上的 Ollama 应用 (PowerShell)</translation>
    </message>
    <message>
        <source>By hand, in a terminal</source>
        <translation>在终端里手动运行</translation>
    </message>
</context>
<context>
    <name>ui::AboutForm</name>
    <message>
        <source>Inkstone</source>
        <translation>砚</translation>
    </message>
    <message>
        <source>Talk to language models on your own machines, and look after them.</source>
        <translation>和自己机器上的语言模型对话，并照看好它们。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Inkstone is free software under the GNU General Public License, version 3 or later.</source>
        <translation>砚是自由软件，采用 GNU 通用公共许可证第 3 版或更新版本。</translation>
    </message>
    <message>
        <source>It is built on Qt (LGPL 3), SQLite (public domain), nlohmann/json and md4c (MIT), GNU Source-highlight (GPL 3) and MathJax (Apache 2.0), and draws Lucide icons (ISC).</source>
        <translation>构建于 Qt (LGPL 3)、SQLite（公有领域）、nlohmann/json 和 md4c (MIT)、GNU Source-highlight (GPL 3)、MathJax (Apache 2.0) 之上，图标来自 Lucide (ISC)。</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
</context>
<context>
    <name>ui::AdviceText</name>
    <message>
        <source>%1 (before version %2): %3</source>
        <translation>%1（%2 已修复）：%3</translation>
    </message>
    <message>
        <source>%1 is an address</source>
        <translation>%1 是 IP 地址</translation>
    </message>
    <message>
        <source>%1 resolves to %2</source>
        <translation>%1 解析为 %2</translation>
    </message>
    <message>
        <source>%1, certificate of %2, valid until %3</source>
        <translation>%1，%2 的证书，有效期至 %3</translation>
    </message>
    <message>
        <source>Not encrypted; nothing leaves this computer</source>
        <translation>没有加密，内容不离开这台电脑</translation>
    </message>
    <message>
        <source>Not encrypted: others on the way can read along</source>
        <translation>没有加密，路上的人可以看到内容</translation>
    </message>
    <message>
        <source>Something listens on port %1</source>
        <translation>%1 端口有程序在监听</translation>
    </message>
    <message>
        <source>This address is reached directly</source>
        <translation>这个地址不经过代理</translation>
    </message>
    <message>
        <source>By way of the proxy %1</source>
        <translation>经过代理 %1</translation>
    </message>
    <message>
        <source>It answers (status %1)</source>
        <translation>有应答（状态 %1）</translation>
    </message>
    <message>
        <source>It is accepted</source>
        <translation>密钥有效</translation>
    </message>
    <message>
        <source>None is asked for</source>
        <translation>不需要密钥</translation>
    </message>
    <message>
        <source>The server does not tell</source>
        <translation>服务器没有提供</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answered: “%2”</source>
        <translation>%1 回答：“%2”</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint: %1</source>
        <translation>SHA-256 指纹：%1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>域名</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>试答</translation>
    </message>
    <message>
        <source>Not asked; Quick test asks the model</source>
        <translation>没有询问；“快速测试”会让模型回答一次</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在询问 %1……</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查……</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1：%2 (%3)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Inkstone %1, connection check of %2 at %3</source>
        <translation>砚 %1，%2 的连接诊断，%3</translation>
    </message>
    <message>
        <source>There is no machine named %3.</source>
        <translation>没有名为 %3 的机器。</translation>
    </message>
    <message>
        <source>Check the spelling. If the name is only known inside another network, connect to that network first, or use the machine’s IP address.</source>
        <translation>检查拼写。如果这个名字只在另一个网络里有效，先连上那个网络，或者改用机器的 IP 地址。</translation>
    </message>
    <message>
        <source>Looking up the name %3 took too long.</source>
        <translation>查询域名 %3 超时。</translation>
    </message>
    <message>
        <source>The name service does not answer. Check this computer’s network, or use the machine’s IP address.</source>
        <translation>域名服务没有回应。检查这台电脑的网络，或者改用机器的 IP 地址。</translation>
    </message>
    <message>
        <source>No server answers at %1, and Ollama is not installed here.</source>
        <translation>%1 没有服务，这台电脑上也没有安装 Ollama。</translation>
    </message>
    <message>
        <source>Install it with this command, or enter the address of another machine.</source>
        <translation>用下面的命令安装，或者填写另一台机器的地址。</translation>
    </message>
    <message>
        <source>Nothing listens at %1: Ollama is not running.</source>
        <translation>%1 没有程序在监听：Ollama 没有启动。</translation>
    </message>
    <message>
        <source>Start it here, or with this command.</source>
        <translation>在这里启动，或者运行下面的命令。</translation>
    </message>
    <message>
        <source>Nothing listens at %1 inside this container.</source>
        <translation>这个容器里的 %1 没有程序在监听。</translation>
    </message>
    <message>
        <source>Here 127.0.0.1 is the container itself. Use the address of the machine that runs the engine: with Docker host.docker.internal, or the name of the engine’s container.</source>
        <translation>在这里 127.0.0.1 是容器自己。请填写运行 Ollama 的机器的地址：Docker 里用 host.docker.internal，或者 Ollama 所在容器的名字。</translation>
    </message>
    <message>
        <source>The machine around this container refuses the connection to %1.</source>
        <translation>容器外的机器拒绝了到 %1 的连接。</translation>
    </message>
    <message>
        <source>It usually means that the engine listens only on its own 127.0.0.1. Let it listen to containers, too: run this on that machine.</source>
        <translation>多半是 Ollama 只监听它自己的 127.0.0.1。在那台机器上运行下面的命令，让容器也能连上。</translation>
    </message>
    <message>
        <source>The engine runs here, but listens only on 127.0.0.1.</source>
        <translation>Ollama 在这台电脑上运行，但只监听 127.0.0.1。</translation>
    </message>
    <message>
        <source>Use http://127.0.0.1 as the address, or let the engine listen to other machines: run this. Then everyone in the network can use it without a key.</source>
        <translation>把地址改成 http://127.0.0.1，或者运行下面的命令，让 Ollama 接受其他机器的连接。这样网络里的所有人不用密钥就能使用它。</translation>
    </message>
    <message>
        <source>Nothing listens at %1.</source>
        <translation>%1 没有程序在监听。</translation>
    </message>
    <message>
        <source>The machine is there. The engine is not running, or listens only on its own 127.0.0.1: run this on that machine. A wrong port looks the same.</source>
        <translation>机器在线。可能是 Ollama 没有启动，或者只监听它自己的 127.0.0.1：在那台机器上运行下面的命令。端口填错也是这种表现。</translation>
    </message>
    <message>
        <source>Nobody answers at %1.</source>
        <translation>%1 没有任何回应。</translation>
    </message>
    <message>
        <source>There is no way to %1 from this computer’s network.</source>
        <translation>从这台电脑的网络到不了 %1。</translation>
    </message>
    <message>
        <source>Check the network cable, Wi-Fi or VPN of this computer, and the address.</source>
        <translation>检查这台电脑的网线、Wi-Fi 或 VPN，以及服务地址。</translation>
    </message>
    <message>
        <source>The proxy %2 does not answer.</source>
        <translation>代理 %2 没有回应。</translation>
    </message>
    <message>
        <source>Check its host and port, or reach this server without a proxy.</source>
        <translation>检查代理的主机和端口，或者让这个服务器不经过代理。</translation>
    </message>
    <message>
        <source>The proxy %2 does not let this connection through.</source>
        <translation>代理 %2 不放行这个连接。</translation>
    </message>
    <message>
        <source>It may not allow %1, or not reach it. Reach this server without a proxy, or ask whoever runs the proxy.</source>
        <translation>它可能不允许访问 %1，或者自己也连不上。让这个服务器不经过代理，或者询问代理的管理者。</translation>
    </message>
    <message>
        <source>The proxy %2 asks for a name and a password.</source>
        <translation>代理 %2 要求用户名和密码。</translation>
    </message>
    <message>
        <source>Enter them for this server, or reach it without a proxy.</source>
        <translation>在这个服务器的设置里填写，或者不经过代理。</translation>
    </message>
    <message>
        <source>The proxy %2 can read everything.</source>
        <translation>代理 %2 能看到全部内容。</translation>
    </message>
    <message>
        <source>The address is not encrypted. Use https, or reach this server without a proxy.</source>
        <translation>这个地址没有加密。改用 https，或者让这个服务器不经过代理。</translation>
    </message>
    <message>
        <source>This port does not speak https.</source>
        <translation>这个端口不支持 https。</translation>
    </message>
    <message>
        <source>The server answers without encryption. Check the port, or begin the address with http:// if that is meant.</source>
        <translation>服务器没有加密。检查端口；如果本来就不加密，把地址开头改成 http://。</translation>
    </message>
    <message>
        <source>This port wants https.</source>
        <translation>这个端口要求 https。</translation>
    </message>
    <message>
        <source>Begin the address with https://.</source>
        <translation>把地址开头改成 https://。</translation>
    </message>
    <message>
        <source>The server offers only encryption that is no longer safe.</source>
        <translation>服务器只支持已经不安全的加密方式。</translation>
    </message>
    <message>
        <source>TLS 1.2 or later is needed. Update the server, or what stands in front of it.</source>
        <translation>需要 TLS 1.2 或更新的版本。更新服务器，或者更新它前面的代理。</translation>
    </message>
    <message>
        <source>No encrypted connection came about.</source>
        <translation>没能建立加密连接。</translation>
    </message>
    <message>
        <source>Nothing was sent. Check that this port is the encrypted one; the reason is below.</source>
        <translation>没有发送任何内容。检查这个端口是不是加密端口；原因见下。</translation>
    </message>
    <message>
        <source>The certificate is self-signed; the system does not trust it.</source>
        <translation>证书是自签名的，系统不信任它。</translation>
    </message>
    <message>
        <source>Run this on the server and compare. If both are the same, you can trust it; should it ever change, you will be told.</source>
        <translation>在服务器上运行下面的命令核对。两边一致，就可以信任它；以后指纹变了会提醒你。</translation>
    </message>
    <message>
        <source>The certificate was issued by %3, which the system does not trust.</source>
        <translation>证书由 %3 签发，系统不信任它。</translation>
    </message>
    <message>
        <source>Choose the certificate file of this issuer, or compare the fingerprint with the server’s and trust this one certificate.</source>
        <translation>选择这个签发者的证书文件，或者与服务器核对指纹后只信任这张证书。</translation>
    </message>
    <message>
        <source>The certificate expired on %3.</source>
        <translation>证书已在 %3 过期。</translation>
    </message>
    <message>
        <source>Nothing was sent. Renew it on the server; if this computer’s date is wrong, set it. This shows the dates:</source>
        <translation>没有发送任何内容。请在服务器上续期；如果这台电脑的日期不对，先校正。下面的命令显示有效期：</translation>
    </message>
    <message>
        <source>The certificate is not valid before %3.</source>
        <translation>证书在 %3 之前还未生效。</translation>
    </message>
    <message>
        <source>Nothing was sent. This computer’s clock is probably wrong: check it with this command.</source>
        <translation>没有发送任何内容。多半是这台电脑的时间不对：用下面的命令检查。</translation>
    </message>
    <message>
        <source>The certificate is for %3.</source>
        <translation>证书属于 %3。</translation>
    </message>
    <message>
        <source>Nothing was sent. Enter that name as the address, or check that the right machine answers. This shows the names:</source>
        <translation>没有发送任何内容。把地址改成那个名字，或者确认应答的是不是那台机器。下面的命令显示证书里的名字：</translation>
    </message>
    <message>
        <source>The certificate is not the one you trusted.</source>
        <translation>证书不是你信任过的那一张。</translation>
    </message>
    <message>
        <source>Nothing was sent: someone may be in between. Trust the new one only if its fingerprint is the same on the server.</source>
        <translation>没有发送任何内容：中间可能有人截取。只有与服务器上的指纹一致，才信任新的证书。</translation>
    </message>
    <message>
        <source>What answers on this port is not a web server.</source>
        <translation>这个端口上应答的不是 HTTP 服务。</translation>
    </message>
    <message>
        <source>Another program (SSH, a database) uses the port. Check the port: Ollama’s is 11434.</source>
        <translation>端口被另一个程序占用（SSH、数据库等）。检查端口：Ollama 用的是 11434。</translation>
    </message>
    <message>
        <source>The server took the request and did not reply.</source>
        <translation>服务器收下了请求，但没有答复。</translation>
    </message>
    <message>
        <source>It may be overloaded or stuck. Restart it, or check what stands in front of it.</source>
        <translation>它可能过载或卡住了。重启它，或者检查它前面的代理。</translation>
    </message>
    <message>
        <source>The server points to another address: %3</source>
        <translation>服务器指向另一个地址：%3</translation>
    </message>
    <message>
        <source>Nothing was sent there. If you trust that address, use it.</source>
        <translation>没有向那里发送任何内容。如果你信任那个地址，就改用它。</translation>
    </message>
    <message>
        <source>A server in front answers %3: the engine behind it does not.</source>
        <translation>前面的服务器返回 %3：后面的 Ollama 没有回应。</translation>
    </message>
    <message>
        <source>Start the engine on that machine, and check the address that the proxy passes requests to (proxy_pass).</source>
        <translation>在那台机器上启动 Ollama，并检查代理转发的地址 (proxy_pass)。</translation>
    </message>
    <message>
        <source>The engine refuses requests for the name %3.</source>
        <translation>Ollama 拒绝了发往 %3 的请求。</translation>
    </message>
    <message>
        <source>While it listens on loopback it answers only to localhost and addresses. Pass the header Host: localhost in the proxy, or let the engine listen beyond loopback with this.</source>
        <translation>只监听本机时，它只接受 localhost 和 IP 地址。让代理传递 Host: localhost，或者用下面的命令让 Ollama 不只监听本机。</translation>
    </message>
    <message>
        <source>The engine refuses the request without a word (403).</source>
        <translation>Ollama 拒绝了请求，没有说明 (403)。</translation>
    </message>
    <message>
        <source>Something in between adds an Origin or a Host that it does not know. Remove it in the proxy, or allow the origin with this.</source>
        <translation>中间的代理加上了它不认识的 Origin 或 Host。在代理里去掉，或者用下面的命令允许这个来源。</translation>
    </message>
    <message>
        <source>The lock to one server keeps this address from being asked.</source>
        <translation>已锁定只连接一个服务器，没有访问这个地址。</translation>
    </message>
    <message>
        <source>Remove the lock under Privacy, or use the server it is locked to.</source>
        <translation>在“隐私”里解除锁定，或者使用锁定的那个服务器。</translation>
    </message>
    <message>
        <source>The server asks for a key.</source>
        <translation>服务器要求密钥。</translation>
    </message>
    <message>
        <source>Enter the API key of this server. Its administrator knows it.</source>
        <translation>填写这个服务器的 API 密钥。管理员知道它。</translation>
    </message>
    <message>
        <source>The server refuses the key.</source>
        <translation>服务器拒绝了密钥。</translation>
    </message>
    <message>
        <source>It is wrong, has expired, or belongs to another address. Enter the right one.</source>
        <translation>密钥不对、已过期，或者属于另一个地址。请重新填写。</translation>
    </message>
    <message>
        <source>The key was not sent: the connection is not encrypted.</source>
        <translation>没有发送密钥：连接没有加密。</translation>
    </message>
    <message>
        <source>Others on the way could read it. Use an https address, or allow it for this server.</source>
        <translation>路上的人可能读到它。改用 https 地址，或者为这个服务器允许这样做。</translation>
    </message>
    <message>
        <source>Everyone who reaches %3 can use this server without a key.</source>
        <translation>任何能连上 %3 的人不用密钥就能使用这个服务器。</translation>
    </message>
    <message>
        <source>They can read and delete models and use this hardware. Let it listen on loopback only, with this, or put a proxy that asks for a key in front.</source>
        <translation>他们可以查看、删除模型，占用硬件。用下面的命令让它只监听本机，或者在前面放一个要求密钥的代理。</translation>
    </message>
    <message>
        <source>There is no engine under the path of this address.</source>
        <translation>这个地址的路径下没有 Ollama。</translation>
    </message>
    <message>
        <source>Remove the path: the address ends after the port, unless a proxy puts the engine under a path.</source>
        <translation>去掉路径：地址到端口为止，除非代理把 Ollama 放在某个路径下。</translation>
    </message>
    <message>
        <source>A web page answers there, not a server of models.</source>
        <translation>应答的是网页，不是模型服务器。</translation>
    </message>
    <message>
        <source>This is the port of a web interface or of another site. Check the port: Ollama’s is 11434.</source>
        <translation>这是网页界面或其他网站的端口。检查端口：Ollama 用的是 11434。</translation>
    </message>
    <message>
        <source>A web server answers there, but no server of models that Inkstone knows.</source>
        <translation>有 HTTP 服务应答，但不是砚认识的模型服务器。</translation>
    </message>
    <message>
        <source>Neither Ollama’s API nor an OpenAI-compatible one is there. Check port and path.</source>
        <translation>既没有 Ollama 的接口，也没有 OpenAI 兼容接口。检查端口和路径。</translation>
    </message>
    <message>
        <source>Ollama %3 has known weaknesses.</source>
        <translation>Ollama %3 有已知漏洞。</translation>
    </message>
    <message>
        <source>Update it: this installs the current version.</source>
        <translation>请更新：下面的命令安装最新版本。</translation>
    </message>
    <message>
        <source>The server has no model yet.</source>
        <translation>服务器上还没有模型。</translation>
    </message>
    <message>
        <source>Get one under Models, or with this command on the server.</source>
        <translation>在“模型”里拉取，或者在服务器上运行下面的命令。</translation>
    </message>
    <message>
        <source>The default model %3 is not on this server.</source>
        <translation>默认模型 %3 不在这个服务器上。</translation>
    </message>
    <message>
        <source>Pull it, or choose another default model.</source>
        <translation>拉取它，或者换一个默认模型。</translation>
    </message>
    <message>
        <source>There is not enough memory for %3.</source>
        <translation>内存不够载入 %3。</translation>
    </message>
    <message>
        <source>Choose a smaller model, unload others, or set a shorter context length.</source>
        <translation>换小一点的模型，从内存卸载其他模型，或者缩短上下文长度。</translation>
    </message>
    <message>
        <source>The process that runs %3 ended.</source>
        <translation>运行 %3 的进程结束了。</translation>
    </message>
    <message>
        <source>Memory is the usual reason: choose a smaller model or a shorter context length. The server’s log tells more.</source>
        <translation>多半是内存不足：换小一点的模型，或者缩短上下文长度。服务器日志里有更多信息。</translation>
    </message>
    <message>
        <source>%3 did not begin to answer in time.</source>
        <translation>%3 没有在时限内开始回答。</translation>
    </message>
    <message>
        <source>It may still be loading. Choose a smaller model, a longer timeout, or fewer tokens.</source>
        <translation>它可能还在载入。换小一点的模型，延长超时，或者减少 Token 数。</translation>
    </message>
    <message>
        <source>%3 answered without a word.</source>
        <translation>%3 的回答是空的。</translation>
    </message>
    <message>
        <source>Try another model: this one may be damaged or not made for chats.</source>
        <translation>换一个模型：它可能已损坏，或者不是用来对话的。</translation>
    </message>
    <message>
        <source>%3 is slower than reading.</source>
        <translation>%3 的速度比阅读还慢。</translation>
    </message>
    <message>
        <source>Choose a smaller model or a shorter context length; for long answers, set fewer tokens and a longer timeout.</source>
        <translation>换小一点的模型，或者缩短上下文长度；长回答可以减少 Token 数、延长超时。</translation>
    </message>
    <message>
        <source>The answer arrived all at once, after a pause.</source>
        <translation>回答停顿之后一次全部到达。</translation>
    </message>
    <message>
        <source>A proxy in between holds it back until it is whole. In nginx, add this to the location.</source>
        <translation>中间的代理攒齐了才转发。在 nginx 的 location 里加上下面这一行。</translation>
    </message>
    <message>
        <source>a crafted model file can read the server’s memory, keys and other people’s chats among it</source>
        <translation>特制的模型文件可以读到服务器内存，包括密钥和他人的对话</translation>
    </message>
    <message>
        <source>a crafted model or registry can write files on the server</source>
        <translation>特制的模型或仓库可以在服务器上写文件</translation>
    </message>
    <message>
        <source>a damaged image ends the model’s process</source>
        <translation>损坏的图片会让模型进程崩溃</translation>
    </message>
    <message>
        <source>a web page one visits can use the server</source>
        <translation>访问的网页可以操纵服务器</translation>
    </message>
    <message>
        <source>A newer Ollama mends a weakness of %3.</source>
        <translation>较新的 Ollama 修复了 %3 的漏洞。</translation>
    </message>
    <message>
        <source>No hurry: this address is reached from this computer alone. Until then, take models only from sources you trust. This installs the current version.</source>
        <translation>不必着急：只有这台电脑能访问这个地址。更新之前，只从可信的来源获取模型。下面的命令安装最新版本。</translation>
    </message>
    <message>
        <source>The server offers no model.</source>
        <translation>服务器没有提供模型。</translation>
    </message>
    <message>
        <source>A server of this kind is given its models where it is started, not from here.</source>
        <translation>这类服务器的模型在启动它的地方指定，不能从这里添加。</translation>
    </message>
    <message>
        <source>The server does not offer the default model %3.</source>
        <translation>服务器没有提供默认模型 %3。</translation>
    </message>
    <message>
        <source>Choose one that it offers as its default model, under More above. A server of this kind is given its models where it is started, not from here.</source>
        <translation>请在上面的“更多”里选一个它提供的模型作为默认模型。这类服务器的模型在启动它的地方指定，不能从这里添加。</translation>
    </message>
    <message>
        <source>The server answers, but does not tell which models it has.</source>
        <translation>服务器有应答，但不提供模型列表。</translation>
    </message>
    <message>
        <source>Whoever runs it knows a name: type it as the default model of this server, under More above. Then it can be asked.</source>
        <translation>请向管理员问一个模型名称，在上面的“更多”里填作这台服务器的默认模型，之后就能提问。</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1：</translation>
    </message>
    <message>
        <source>A firewall drops the connection, or the machine is off. If it is on, open the port there, with the line for its system.</source>
        <translation>连接被防火墙丢弃，或者机器没有开机。如果已经开机，在那台机器上放行端口，用对应系统的那一行。</translation>
    </message>
    <message>
        <source>The server is still loading its model.</source>
        <translation>服务器还在载入模型。</translation>
    </message>
    <message>
        <source>It answers as soon as that is done; a large model takes minutes. Then check again.</source>
        <translation>载入完成后就会应答；大模型需要几分钟。到时再检查一次。</translation>
    </message>
    <message>
        <source>They can ask its models and use its hardware. Make a key with this, start the server with it (--api-key of vLLM and llama-server) and enter it here. Or let it listen on loopback only (--host 127.0.0.1).</source>
        <translation>任何人都可以向其中的模型提问，并占用这台机器的硬件。请用此命令生成一个密钥，启动服务器时带上它（vLLM 和 llama-server 用 --api-key），再填到这里；或者让它只监听本机回环地址（用 --host 127.0.0.1）。</translation>
    </message>
</context>
<context>
    <name>ui::AppearanceForm</name>
    <message>
        <source>Appearance &amp; language</source>
        <translation>外观与语言</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
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
        <translation>发送键</translation>
    </message>
    <message>
        <source>Shift+Enter always starts a new line.</source>
        <translation>Shift+Enter 总是换行。</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>The system’s</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Interface size</source>
        <translation>界面字号</translation>
    </message>
    <message>
        <source>From the interface size</source>
        <translation>随界面字号</translation>
    </message>
    <message>
        <source>Conversation size</source>
        <translation>对话字号</translation>
    </message>
    <message>
        <source>Code size</source>
        <translation>代码字号</translation>
    </message>
</context>
<context>
    <name>ui::AssistantFields</name>
    <message>
        <source>An assistant needs a name. “%1” is still in use.</source>
        <translation>助手需要名称。仍在使用“%1”。</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>恢复为 %1</translation>
    </message>
    <message>
        <source>A system prompt holds up to %1 characters. These %2 were not saved; the text before is still in use.</source>
        <translation>系统提示词最多 %1 个字符。这 %2 个字符没有保存，仍在使用之前的内容。</translation>
    </message>
    <message>
        <source>Up to %1 lines of %2 characters. These were not saved; those before are still in use.</source>
        <translation>最多 %1 行，每行最多 %2 个字符。没有保存，仍在使用之前的内容。</translation>
    </message>
    <message>
        <source>Whichever is chosen</source>
        <translation>当前选用的模型</translation>
    </message>
    <message>
        <source>%1 (not installed)</source>
        <translation>%1（未安装）</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>按默认</translation>
    </message>
    <message>
        <source>Think first</source>
        <translation>先思考</translation>
    </message>
    <message>
        <source>Answer at once</source>
        <translation>直接回答</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>图标</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>What the model is told before the first question. Empty: the one under Settings, Generation.</source>
        <translation>在第一个提问之前告诉模型的话。留空则用“设置”里“生成”页的系统提示词。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Taken where the server has it.</source>
        <translation>服务器上有这个模型时才会选用。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>生成参数</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Of models that can think before they answer.</source>
        <translation>用于能先思考再回答的模型。</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>开场提问</translation>
    </message>
    <message>
        <source>Questions to begin with, one a line.</source>
        <translation>开始对话时可选的提问，每行一个。</translation>
    </message>
</context>
<context>
    <name>ui::AssistantIcons</name>
    <message>
        <source>Scroll</source>
        <translation>卷轴</translation>
    </message>
    <message>
        <source>Speech bubble</source>
        <translation>对话气泡</translation>
    </message>
    <message>
        <source>Light bulb</source>
        <translation>灯泡</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Pencil</source>
        <translation>铅笔</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>放大镜</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>书籍</translation>
    </message>
    <message>
        <source>Wrench</source>
        <translation>扳手</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>调色板</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Shield</source>
        <translation>盾牌</translation>
    </message>
</context>
<context>
    <name>ui::AssistantsForm</name>
    <message>
        <source>%1 is not there any more, or is no file.</source>
        <translation>%1 已不存在，或者不是文件。</translation>
    </message>
    <message>
        <source>%1 is larger than a file of assistants can be. Nothing was imported.</source>
        <translation>%1 超过了助手文件的大小上限。没有导入任何内容。</translation>
    </message>
    <message>
        <source>%1 comes from a newer Inkstone. Nothing was imported; update this one first.</source>
        <translation>%1 来自更新版本的砚。没有导入任何内容，请先更新本程序。</translation>
    </message>
    <message>
        <source>Assistant %1 in %2 has no name, or something in it is too long or of the wrong kind. Nothing was imported.</source>
        <translation>%2 中的第 %1 个助手没有名称，或有内容过长、类型不对。没有导入任何内容。</translation>
    </message>
    <message>
        <source>%1 has no assistants of Inkstone in it. Nothing was imported.</source>
        <translation>%1 里没有砚的助手。没有导入任何内容。</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 读取失败。</translation>
    </message>
    <message>
        <source>New assistant</source>
        <translation>新建助手</translation>
    </message>
    <message>
        <source>Assistants</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>%1 (for new chats)</source>
        <translation>%1（用于新对话）</translation>
    </message>
    <message>
        <source>The assistants could not be read. Start Inkstone again.</source>
        <translation>助手读取失败。请重新启动砚。</translation>
    </message>
    <message>
        <source>%1 was removed. Conversations that use it keep their prompt.</source>
        <translation>“%1”已删除。用它的对话保留各自的提示词。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Reset brings the assistants of the beginning back as they were. What you changed in these is lost then; your own stay.</source>
        <translation>重置会把最初的助手恢复原样。你对下列助手的修改会丢失，你自己新建的助手不受影响。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The assistants of the beginning are as they were.</source>
        <translation>最初的助手已恢复原样。</translation>
    </message>
    <message>
        <source>Export assistants</source>
        <translation>导出助手</translation>
    </message>
    <message>
        <source>Inkstone (*.json)</source>
        <translation>砚 (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>%n assistant(s) exported to %1.</source>
        <translation>
            <numerusform>%n 个助手已导出到 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Import assistants</source>
        <translation>导入助手</translation>
    </message>
    <message>
        <source>Assistants (*.json)</source>
        <translation>助手 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>There is no assistant in %1.</source>
        <translation>%1 里没有助手。</translation>
    </message>
    <message>
        <source>There can be %1 assistants. Nothing was imported; remove some first.</source>
        <translation>助手最多 %1 个。没有导入任何内容，请先删除一些。</translation>
    </message>
    <message numerus="yes">
        <source>%n assistant(s) came in, at the end of the list.</source>
        <translation>
            <numerusform>已导入 %n 个助手，排在列表末尾。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>A prompt, a model and parameters under one name, to begin a conversation with.</source>
        <translation>把提示词、模型和生成参数收在一个名称下，用来开始对话。</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出……</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Use for new chats</source>
        <translation>用于新对话</translation>
    </message>
    <message>
        <source>All assistants</source>
        <translation>全部助手</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>全部导出……</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入……</translation>
    </message>
    <message>
        <source>Reset brings the assistants of the beginning back as they were. Those you made stay.</source>
        <translation>重置会把最初的助手恢复原样，你新建的助手不受影响。</translation>
    </message>
</context>
<context>
    <name>ui::AtWork</name>
    <message numerus="yes">
        <source>%n download(s) will stop.</source>
        <translation>
            <numerusform>%n 个下载会停止。</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay in the list of downloads, and Resume goes on from what has arrived.</source>
        <translation>它们会留在下载列表里，点“继续”从已下载的部分接着下载。</translation>
    </message>
    <message numerus="yes">
        <source>%n push(es) will stop.</source>
        <translation>
            <numerusform>%n 个推送会停止。</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay in the list of downloads, and Resume sends what the registry lacks.</source>
        <translation>它们会留在下载列表里，点“继续”接着推送仓库还缺的部分。</translation>
    </message>
    <message>
        <source>The work on %1 will stop.</source>
        <translation>%1 还没有做完，会停止。</translation>
    </message>
    <message>
        <source>It is not done yet, and begins anew when you ask for it again.</source>
        <translation>下次要从头再来。</translation>
    </message>
    <message>
        <source>Removing the old files of the models will stop.</source>
        <translation>正在删除旧的模型文件，会停止。</translation>
    </message>
    <message>
        <source>What is left of them can be removed the next time.</source>
        <translation>剩下的下次可以继续删除。</translation>
    </message>
    <message>
        <source>Moving the models to another folder will stop.</source>
        <translation>正在把模型移到另一个文件夹，会停止。</translation>
    </message>
    <message>
        <source>The engine uses the old folder as before. What is copied stays in the new one, and the next try goes on from it.</source>
        <translation>引擎照旧使用原来的文件夹。已复制的部分留在新文件夹里，下次从那里接着复制。</translation>
    </message>
    <message>
        <source>Keep downloading</source>
        <translation>继续下载</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>ui::Attaching</name>
    <message>
        <source>Attach images and files</source>
        <translation>添加图片和文件</translation>
    </message>
    <message numerus="yes">
        <source>At most %n images and files go with one question. The others were left out.</source>
        <translation>
            <numerusform>一次提问最多带 %n 个图片和文件，其余的没有添加。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 已经不在了。</translation>
    </message>
    <message>
        <source>%1 is no file. Folders cannot be attached; choose the files in it.</source>
        <translation>%1 不是文件。不能添加文件夹，请选择其中的文件。</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is too large: images may have up to %2.</source>
        <translation>%1 太大：图片文件最大 %2。</translation>
    </message>
    <message>
        <source>%1 is too large: files of text may have up to %2. Attach the part that matters.</source>
        <translation>%1 太大：文本文件最大 %2。请只添加需要的部分。</translation>
    </message>
    <message>
        <source>%1 is neither an image (PNG, JPEG, GIF, BMP, WebP) nor text (UTF-8, UTF-16, GB18030).</source>
        <translation>%1 既不是图片（PNG、JPEG、GIF、BMP、WebP），也不是文本（UTF-8、UTF-16、GB18030）。</translation>
    </message>
    <message>
        <source>The image</source>
        <translation>这张图片</translation>
    </message>
    <message>
        <source>%1 is in a form of image that cannot be read here. Save it as PNG or JPEG, and attach that.</source>
        <translation>这里读不了 %1 的图片格式。请存成 PNG 或 JPEG 再添加。</translation>
    </message>
    <message>
        <source>%1 has more than %2 million pixels. Make it smaller, and attach that.</source>
        <translation>%1 的像素超过 %2 百万。请缩小后再添加。</translation>
    </message>
    <message>
        <source>%1 could not be read as an image: it is damaged.</source>
        <translation>无法作为图片读取 %1：文件已损坏。</translation>
    </message>
    <message>
        <source>%1 could not be read: its reader failed. If that happens with every image, start Inkstone again.</source>
        <translation>无法读取 %1：读取程序出错。如果每张图片都这样，请重新启动砚。</translation>
    </message>
</context>
<context>
    <name>ui::AttachmentChip</name>
    <message>
        <source>Enter opens it, Delete removes it from the question</source>
        <translation>按 Enter 打开，按 Delete 从提问中去掉</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>去掉 %1</translation>
    </message>
    <message>
        <source>Remove from the question (Delete)</source>
        <translation>从提问中去掉 (Delete)</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>%1 × %2, %3</source>
        <translation>%1 × %2，%3</translation>
    </message>
</context>
<context>
    <name>ui::AttachmentStrip</name>
    <message>
        <source>Attached</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Remove images</source>
        <translation>去掉图片</translation>
    </message>
</context>
<context>
    <name>ui::AttachmentView</name>
    <message>
        <source>It is not there any more: it was deleted, or lost with a damaged file.</source>
        <translation>已经没有了：被删除，或随损坏的文件丢失。</translation>
    </message>
    <message>
        <source>It could not be read as an image.</source>
        <translation>无法作为图片读取。</translation>
    </message>
</context>
<context>
    <name>ui::Banner</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>ui::BoundRow</name>
    <message>
        <source>Back to %1</source>
        <translation>恢复为 %1</translation>
    </message>
    <message>
        <source>From %1.</source>
        <translation>来自 %1。</translation>
    </message>
    <message>
        <source>Set by %1 in the environment, which wins. Unset it to choose here.</source>
        <translation>由环境变量 %1 决定，它优先。取消设置后才能在这里修改。</translation>
    </message>
</context>
<context>
    <name>ui::CatalogueDelegate</name>
    <message>
        <source>Pull</source>
        <translation>拉取</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>已安装</translation>
    </message>
</context>
<context>
    <name>ui::CatalogueDetail</name>
    <message>
        <source>Abilities</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Cancel, %1 done</source>
        <translation>取消，已完成 %1</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>开始对话</translation>
    </message>
    <message>
        <source>Pull %1</source>
        <translation>拉取 %1</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载大小</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Quantization</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>擅长语言</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>Ollama %1 or later</source>
        <translation>Ollama %1 或更新版本</translation>
    </message>
    <message>
        <source>In the guides</source>
        <translation>部署指南中</translation>
    </message>
    <message>
        <source>Figures from</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>Not known: so much has not run on that server yet.</source>
        <translation>不清楚：那台服务器上还没有运行过这么大的模型。</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>放得下</translation>
    </message>
</context>
<context>
    <name>ui::CatalogueFilterBar</name>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Download size</source>
        <translation>下载大小</translation>
    </message>
    <message>
        <source>Understands Chinese</source>
        <translation>支持中文</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>In the guides</source>
        <translation>部署指南中</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Vision</source>
        <translation>看图</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Any size</source>
        <translation>任何大小</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>不超过 %1</translation>
    </message>
    <message>
        <source>More than %1</source>
        <translation>大于 %1</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>The context length that memory is reckoned with</source>
        <translation>估算内存时所用的上下文长度</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>放得下</translation>
    </message>
</context>
<context>
    <name>ui::CataloguePage</name>
    <message>
        <source>Catalogue</source>
        <translation>模型目录</translation>
    </message>
    <message>
        <source>The catalogue has nothing like “%1”</source>
        <translation>目录里没有“%1”</translation>
    </message>
    <message>
        <source>Any other model can be pulled by its name, in the field above.</source>
        <translation>其他模型可以在上面的输入框里按名称拉取。</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>拉取</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>开始对话</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>Another catalogue…</source>
        <translation>换一份目录……</translation>
    </message>
    <message>
        <source>%1 Sizes are the server’s own after a pull.</source>
        <comment>%1: where the catalogue is from</comment>
        <translation>%1拉取之后以服务器给出的大小为准。</translation>
    </message>
    <message>
        <source>The catalogue has nothing of this kind</source>
        <translation>目录里没有这一类模型</translation>
    </message>
    <message>
        <source>Show all kinds and sizes</source>
        <translation>显示全部类型和大小</translation>
    </message>
    <message>
        <source>%1 What models were measured to take could not be kept.</source>
        <comment>%1: the sentence before it</comment>
        <translation>%1实测的内存占用没能保存。</translation>
    </message>
</context>
<context>
    <name>ui::CatalogueProxy</name>
    <message>
        <source>%1, %2, %3 pulled. %4</source>
        <translation>%1，%2，已下载 %3。%4</translation>
    </message>
    <message>
        <source>%1, %2, installed. %3</source>
        <translation>%1，%2，已安装。%3</translation>
    </message>
    <message>
        <source>%1, %2. %3 %4</source>
        <translation>%1，%2。%3%4</translation>
    </message>
</context>
<context>
    <name>ui::CatalogueSource</name>
    <message>
        <source>the built-in one</source>
        <translation>内置的目录</translation>
    </message>
    <message>
        <source>Another catalogue</source>
        <translation>换一份模型目录</translation>
    </message>
    <message>
        <source>Address of a catalogue</source>
        <translation>目录文件的地址</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件读取……</translation>
    </message>
    <message>
        <source>Use the built-in one</source>
        <translation>改用内置的目录</translation>
    </message>
    <message>
        <source>Nothing is fetched by itself. The new list is checked whole before it takes the old one’s place; it only names models, and pulls nothing.</source>
        <translation>目录不会自动更新。新目录整份检查无误后才会替换旧的；它只列出模型，不会拉取任何东西。</translation>
    </message>
    <message numerus="yes">
        <source>%1 It lists %n model(s).</source>
        <translation>
            <numerusform>%1共列出 %n 个模型。</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>正在获取……</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>Choose a catalogue</source>
        <translation>选择目录文件</translation>
    </message>
    <message>
        <source>Catalogues (*.json)</source>
        <translation>模型目录 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>One sentence after the other</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Catalogue of %1, built in; the one you chose can no longer be read.</source>
        <translation>内置目录，%1；你选的那份已无法读取。</translation>
    </message>
    <message>
        <source>Catalogue of %1, built in.</source>
        <translation>内置目录，%1。</translation>
    </message>
    <message>
        <source>Catalogue of %1, from %2.</source>
        <translation>模型目录，%1，来自 %2。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ui::ChatHeader</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Double-click to rename</source>
        <translation>双击重命名</translation>
    </message>
    <message>
        <source>No prompt</source>
        <translation>无提示词</translation>
    </message>
    <message>
        <source>Own prompt</source>
        <translation>自定提示词</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Conversation menu</source>
        <translation>对话菜单</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Show conversations</source>
        <translation>显示对话列表</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>在本对话中查找</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1, own prompt</source>
        <translation>%1，提示词已改</translation>
    </message>
    <message>
        <source>Assistant: %1</source>
        <translation>助手：%1</translation>
    </message>
    <message>
        <source>Assistant and system prompt of this conversation</source>
        <translation>这个对话的助手和系统提示词</translation>
    </message>
    <message>
        <source>Assistant of this conversation: %1</source>
        <translation>这个对话的助手：%1</translation>
    </message>
</context>
<context>
    <name>ui::ChatPage</name>
    <message>
        <source>You can write the next message already</source>
        <translation>可以先写下一条消息</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>给 %1 发消息</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话内容</translation>
    </message>
    <message>
        <source>Branch: %1</source>
        <translation>分支：%1</translation>
    </message>
    <message>
        <source>Ask again with another model</source>
        <translation>换个模型再问</translation>
    </message>
    <message>
        <source>%1 cannot see images. Choose a model that can, or remove the images.</source>
        <translation>%1 看不了图片。请选择能看图的模型，或去掉图片。</translation>
    </message>
    <message>
        <source>The images of this conversation are not sent: %1 cannot see them.</source>
        <translation>这个对话里的图片没有发送：%1 看不了图片。</translation>
    </message>
    <message>
        <source>The edit was left.</source>
        <translation>已放弃编辑。</translation>
    </message>
    <message>
        <source>Inkstone %1</source>
        <translation>砚 %1</translation>
    </message>
</context>
<context>
    <name>ui::ChoicePopup</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>ui::ChoiceRow</name>
    <message>
        <source>“%1” cannot be chosen and was not saved; “%2” is still in use.</source>
        <translation>不能选“%1”，没有保存；仍在使用“%2”。</translation>
    </message>
</context>
<context>
    <name>ui::CommandLine</name>
    <message>
        <source>question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Inkstone talks to language models that run on your own machine. Without options it opens its window; with one of these it works in the terminal, with the same settings.</source>
        <translation>砚用来和自己机器上的语言模型对话。不带选项时打开窗口；带下面任一选项时在终端里工作，使用同一份设置。</translation>
    </message>
    <message>
        <source>Shows this text.</source>
        <translation>显示这段说明。</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>Asks a model and prints the answer as it comes.</source>
        <translation>向模型提问，边生成边输出回答。</translation>
    </message>
    <message>
        <source>The model for --ask and --check; else the default model, or the newest.</source>
        <translation>--ask 和 --check 使用的模型；不给时用默认模型，没有默认则用最新的。</translation>
    </message>
    <message>
        <source>Lists the models on the server.</source>
        <translation>列出服务器上的模型。</translation>
    </message>
    <message>
        <source>Downloads a model to the server.</source>
        <translation>把模型下载到服务器。</translation>
    </message>
    <message>
        <source>Removes a model from the server.</source>
        <translation>从服务器删除模型。</translation>
    </message>
    <message>
        <source>Checks the connection: version, models, one short answer.</source>
        <translation>检查连接：版本、模型、一次简短回答。</translation>
    </message>
    <message>
        <source>Only one of the options can be used at a time.</source>
        <translation>一次只能用一个选项。</translation>
    </message>
    <message>
        <source>--model goes with --ask or --check.</source>
        <translation>--model 要和 --ask 或 --check 一起用。</translation>
    </message>
    <message>
        <source>The option needs a value that is not empty.</source>
        <translation>这个选项需要一个非空的值。</translation>
    </message>
    <message>
        <source>“%1” is no option of this program.</source>
        <translation>这个程序没有“%1”选项。</translation>
    </message>
    <message>
        <source>Reads a server’s log: problems, next steps, requests.</source>
        <translation>读取服务器日志：问题、下一步、请求。</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Says yes where --pull would ask whether a registry is meant.</source>
        <translation>--pull 询问是否要从某个模型仓库拉取时，回答“是”。</translation>
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
退出码：
  0    完成
  1    服务器出错，或者回复无法理解
  2    选项有误
  3    连不上服务器，或者连接中断
  4    服务器拒绝访问
  5    没有这个模型
  6    服务器做不到：内存、磁盘空间、模型仓库、太忙或不支持
  130  被 Ctrl+C 停止，或者回答了“否”
</translation>
    </message>
    <message>
        <source>--yes goes with --pull.</source>
        <translation>--yes 要和 --pull 一起用。</translation>
    </message>
</context>
<context>
    <name>ui::CompareColumn</name>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1/%2：%3</translation>
    </message>
    <message>
        <source>Possible when the answer is complete</source>
        <translation>回答结束后可用</translation>
    </message>
    <message>
        <source>Show this one</source>
        <translation>显示这个</translation>
    </message>
</context>
<context>
    <name>ui::CompareView</name>
    <message>
        <source>Versions of this answer</source>
        <translation>这个回答的各个版本</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>关闭对比</translation>
    </message>
    <message>
        <source>First version</source>
        <translation>第一个版本</translation>
    </message>
    <message>
        <source>Second version</source>
        <translation>第二个版本</translation>
    </message>
</context>
<context>
    <name>ui::Composer</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Think</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Let the model think before it answers</source>
        <translation>让模型先思考再回答</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the answer and keep what is there (Esc)</source>
        <translation>停止回答，保留已有内容 (Esc)</translation>
    </message>
    <message>
        <source>Edited question</source>
        <translation>编辑提问</translation>
    </message>
    <message>
        <source>Attach images and files</source>
        <translation>添加图片和文件</translation>
    </message>
    <message>
        <source>Attach images and files (%1)</source>
        <translation>添加图片和文件 (%1)</translation>
    </message>
</context>
<context>
    <name>ui::ContactsTable</name>
    <message>
        <source>%1, %2</source>
        <comment>day and time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>pulls</source>
        <translation>拉取</translation>
    </message>
    <message>
        <source>managing models</source>
        <translation>管理模型</translation>
    </message>
    <message>
        <source>list of models</source>
        <translation>模型列表</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>is it there</source>
        <translation>检查连接</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the members of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>catalogue</source>
        <translation>模型目录</translation>
    </message>
    <message>
        <source>what a model consists of</source>
        <translation>模型的组成</translation>
    </message>
</context>
<context>
    <name>ui::ContextMeter</name>
    <message>
        <source>Context: %1</source>
        <translation>上下文：%1</translation>
    </message>
</context>
<context>
    <name>ui::ContextPopup</name>
    <message>
        <source>Context window</source>
        <translation>上下文窗口</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>A number</comment>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>System prompt and summary</source>
        <translation>系统提示词和摘要</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>What you are writing</source>
        <translation>正在写的内容</translation>
    </message>
    <message>
        <source>Left for the answer</source>
        <translation>留给回答</translation>
    </message>
</context>
<context>
    <name>ui::ContextWay</name>
    <message>
        <source>Leave out the oldest messages</source>
        <translation>略去最早的消息</translation>
    </message>
    <message>
        <source>Use a larger window</source>
        <translation>换更大的窗口</translation>
    </message>
    <message>
        <source>Summarise the oldest part</source>
        <translation>把最早的部分写成摘要</translation>
    </message>
    <message>
        <source>Send everything again</source>
        <translation>重新发送全部消息</translation>
    </message>
    <message>
        <source>Its size is set where the server is started; a request cannot ask for another.</source>
        <translation>窗口大小在启动服务器时设定，请求里改不了。</translation>
    </message>
    <message>
        <source>%1 can take %2 at most, which is not enough.</source>
        <translation>%1 最多容纳 %2，还是不够。</translation>
    </message>
    <message>
        <source>No window is large enough for it.</source>
        <translation>没有足够大的窗口。</translation>
    </message>
    <message>
        <source>With %1 there is not enough memory. %2</source>
        <translation>窗口为 %1 时内存不够。%2</translation>
    </message>
    <message>
        <source>%1, for this conversation alone. The model is loaded anew for it.</source>
        <translation>%1，只用于这个对话。模型会重新载入。</translation>
    </message>
    <message>
        <source>%1 Whether memory allows it is not known.</source>
        <translation>%1内存够不够还不清楚。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>ui::ContextWords</name>
    <message>
        <source>The next request takes about %1 tokens.</source>
        <translation>下一次请求约占 %1 个 Token。</translation>
    </message>
    <message>
        <source>The next request takes %1 tokens.</source>
        <translation>下一次请求占 %1 个 Token。</translation>
    </message>
    <message>
        <source>The next request takes about %1 of %2 tokens.</source>
        <translation>下一次请求约占 %1 个 Token，窗口共 %2 个。</translation>
    </message>
    <message>
        <source>The next request takes %1 of %2 tokens.</source>
        <translation>下一次请求占 %1 个 Token，窗口共 %2 个。</translation>
    </message>
    <message>
        <source>How large the model’s window is, the server does not tell.</source>
        <translation>服务器没有报告模型的窗口有多大。</translation>
    </message>
    <message>
        <source>So many the model can take at most; how many this server gives it is known when it is loaded.</source>
        <translation>这是模型的上限；服务器实际给多少，载入后才知道。</translation>
    </message>
    <message>
        <source>There is no room for an answer.</source>
        <translation>没有空间留给回答。</translation>
    </message>
    <message>
        <source>That leaves about %1 for the answer, less than the %2 it may take.</source>
        <translation>留给回答的约有 %1，少于允许的 %2 个。</translation>
    </message>
    <message>
        <source>That leaves about %1 for the answer.</source>
        <translation>留给回答的约有 %1。</translation>
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
        <translation>约 %1 个 Token</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <comment>In a narrow place</comment>
        <translation>%1 个 Token</translation>
    </message>
    <message>
        <source>about %1 of at most %2</source>
        <translation>约 %1 / 最多 %2</translation>
    </message>
    <message>
        <source>%1 of at most %2</source>
        <translation>%1 / 最多 %2</translation>
    </message>
    <message>
        <source>about %1 of %2</source>
        <translation>约 %1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>The oldest %n message(s) are left out of it.</source>
        <translation>
            <numerusform>其中略去了最早的 %n 条消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>Of the last request the server read %1 tokens of about %2: it seems to have left out the beginning without saying so.</source>
        <translation>上一次请求约有 %2 个 Token，服务器只读了 %1 个：它似乎略去了开头，而没有说明。</translation>
    </message>
</context>
<context>
    <name>ui::ConversationActions</name>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>移动到……</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>移回列表</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message numerus="yes">
        <source>Move %n conversation(s) to trash</source>
        <translation>
            <numerusform>将 %n 个对话移到回收站</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名……</translation>
    </message>
    <message>
        <source>New folder inside…</source>
        <translation>在其中新建文件夹……</translation>
    </message>
    <message>
        <source>Remove folder</source>
        <translation>删除文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) pinned</source>
        <translation>
            <numerusform>已置顶 %n 个对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) unpinned</source>
        <translation>
            <numerusform>已取消置顶 %n 个对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) archived</source>
        <translation>
            <numerusform>已归档 %n 个对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) back in the list</source>
        <translation>
            <numerusform>已将 %n 个对话移回列表</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) in no folder any more</source>
        <translation>
            <numerusform>已将 %n 个对话移出文件夹</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) moved to %1</source>
        <translation>
            <numerusform>已将 %n 个对话移到“%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) moved to the trash</source>
        <translation>
            <numerusform>已将 %n 个对话移到回收站</numerusform>
        </translation>
    </message>
    <message>
        <source>In no folder</source>
        <translation>不放在文件夹里</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>新建文件夹……</translation>
    </message>
    <message>
        <source>New folder “%1”</source>
        <translation>新建文件夹“%1”</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移动到</translation>
    </message>
    <message numerus="yes">
        <source>Move %n conversation(s) to…</source>
        <translation>
            <numerusform>将 %n 个对话移动到……</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no such folder</source>
        <translation>没有这样的文件夹</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>Create folder</source>
        <translation>创建文件夹</translation>
    </message>
    <message>
        <source>Folder %1 created</source>
        <translation>已创建文件夹“%1”</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>重命名文件夹</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Folder %1 removed. What was in it is in the list.</source>
        <translation>已删除文件夹“%1”，其中的对话仍在列表里。</translation>
    </message>
    <message>
        <source>Move the folder to…</source>
        <translation>将文件夹移动到……</translation>
    </message>
    <message>
        <source>Folder %1 moved</source>
        <translation>已移动文件夹“%1”</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出……</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印……</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Export folder</source>
        <translation>导出文件夹</translation>
    </message>
</context>
<context>
    <name>ui::ConversationContext</name>
    <message>
        <source>There is nothing before the last question that could be left out.</source>
        <translation>最后一个提问之前没有可以略去的消息。</translation>
    </message>
    <message>
        <source>When the answer is there.</source>
        <translation>等回答结束后才可以。</translation>
    </message>
    <message numerus="yes">
        <source>The oldest %n message(s) stay here and are not sent any more.</source>
        <translation>
            <numerusform>最早的 %n 条消息留在这里，不再发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is being done.</source>
        <translation>正在进行。</translation>
    </message>
    <message>
        <source>%1 sums them up; the summary is sent in their place.</source>
        <translation>由 %1 写摘要，以后发送摘要来代替它们。</translation>
    </message>
    <message numerus="yes">
        <source>The %n message(s) that are left out now.</source>
        <translation>
            <numerusform>现在略去的 %n 条消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>The oldest %n message(s) are left out from now on. They stay here.</source>
        <translation>
            <numerusform>从现在起略去最早的 %n 条消息，它们仍留在这里。</numerusform>
        </translation>
    </message>
    <message>
        <source>In this conversation the window is %1 from now on.</source>
        <translation>从现在起，这个对话的窗口是 %1。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>There is no summary. %1 %2</source>
        <translation>没有写成摘要。%1%2</translation>
    </message>
    <message>
        <source>The oldest part is being summarised: %1 of %2</source>
        <translation>正在为最早的部分写摘要：第 %1 段，共 %2 段</translation>
    </message>
    <message>
        <source>The oldest part is being summarised</source>
        <translation>正在为最早的部分写摘要</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The oldest part is left out from now on, and its summary is sent in its place. It stays here.</source>
        <translation>从现在起略去最早的部分，改为发送它的摘要。原文仍留在这里。</translation>
    </message>
    <message>
        <source>Everything is sent again.</source>
        <translation>全部消息都会重新发送。</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>怎么办</translation>
    </message>
</context>
<context>
    <name>ui::ConversationDelegate</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>过去 7 天</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>%1, is being answered</source>
        <translation>%1，正在回答</translation>
    </message>
    <message>
        <source>%1, has a new answer</source>
        <translation>%1，有新回答</translation>
    </message>
    <message>
        <source>%1, has a draft</source>
        <translation>%1，有草稿</translation>
    </message>
    <message numerus="yes">
        <source>Folder %1, folded, %n conversation(s)</source>
        <translation>
            <numerusform>文件夹“%1”，已折叠，%n 个对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Folder %1, open, %n conversation(s)</source>
        <translation>
            <numerusform>文件夹“%1”，已展开，%n 个对话</numerusform>
        </translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1，已置顶</translation>
    </message>
</context>
<context>
    <name>ui::ConversationPane</name>
    <message>
        <source>Search conversations</source>
        <translation>搜索对话</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话列表</translation>
    </message>
    <message>
        <source>Archive (%L1)</source>
        <translation>归档 (%L1)</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Show the archived conversations</source>
        <translation>查看已归档的对话</translation>
    </message>
</context>
<context>
    <name>ui::ConversationView</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
</context>
<context>
    <name>ui::DataForm</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Everything stays on this computer, readable by your account only.</source>
        <translation>一切都留在这台电脑上，只有你的账户能读取。</translation>
    </message>
    <message>
        <source>Where things are kept</source>
        <translation>存放位置</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the path of the conversations</source>
        <translation>复制对话的路径</translation>
    </message>
    <message>
        <source>Copy the path of the settings</source>
        <translation>复制设置的路径</translation>
    </message>
    <message>
        <source>Deleted conversations</source>
        <translation>已删除的对话</translation>
    </message>
    <message>
        <source>.env file</source>
        <translation>.env 文件</translation>
    </message>
    <message>
        <source>Export and import</source>
        <translation>导出与导入</translation>
    </message>
</context>
<context>
    <name>ui::DeploymentForm</name>
    <message>
        <source>Deployment</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>The files with which an engine serves other programs, people and machines. Inkstone fills them in and saves them where you say; it runs none of them.</source>
        <translation>让引擎为其他程序、其他人和其他机器服务所需的文件。砚负责填好并保存到你指定的位置，不会运行其中任何一个。</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>HTTPS and key in front</source>
        <translation>前置 HTTPS 与密钥</translation>
    </message>
    <message>
        <source>Run by</source>
        <translation>运行方式</translation>
    </message>
    <message>
        <source>Docker (docker-compose.yml)</source>
        <translation>Docker (docker-compose.yml)</translation>
    </message>
    <message>
        <source>systemd, as a user of its own (ollama.service)</source>
        <translation>systemd，使用专用账户 (ollama.service)</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
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
        <translation>镜像版本</translation>
    </message>
    <message>
        <source>A release such as 0.17.4 stays what it is; latest changes with each download.</source>
        <translation>写明版本（如 0.17.4）就不会变；latest 每次下载都可能不同。</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>内存上限</translation>
    </message>
    <message>
        <source>Gigabytes the engine may take at most. Empty: no limit.</source>
        <translation>引擎最多占用多少 GB。留空不限制。</translation>
    </message>
    <message>
        <source>Processor limit</source>
        <translation>处理器上限</translation>
    </message>
    <message>
        <source>Processors it may keep busy. Empty: all.</source>
        <translation>最多占用几个处理器核心。留空不限制。</translation>
    </message>
    <message>
        <source>Port of the engine</source>
        <translation>引擎端口</translation>
    </message>
    <message>
        <source>Way to the Internet</source>
        <translation>通往互联网</translation>
    </message>
    <message>
        <source>Closed keeps everything the models see on this machine, whatever the engine would do. Models are pulled before.</source>
        <translation>封闭后，无论引擎做什么，模型看到的内容都不会离开这台机器。模型要事先拉取。</translation>
    </message>
    <message>
        <source>Open: models can be pulled</source>
        <translation>开放：可以拉取模型</translation>
    </message>
    <message>
        <source>Closed: nothing leaves the engine</source>
        <translation>封闭：引擎不对外连接</translation>
    </message>
    <message>
        <source>Other containers</source>
        <translation>其他容器</translation>
    </message>
    <message>
        <source>Dify and the like, running on the same machine.</source>
        <translation>同一台机器上的 Dify 等容器。</translation>
    </message>
    <message>
        <source>Do not use it</source>
        <translation>不使用它</translation>
    </message>
    <message>
        <source>Use it without HTTPS</source>
        <translation>不经 HTTPS 直接使用</translation>
    </message>
    <message>
        <source>What is set on the page Local engine is part of the files, but for its address.</source>
        <translation>“本机引擎”页里的设置会写进文件，监听地址除外。</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Without one nobody outside this machine should reach the engine: it asks for no key.</source>
        <translation>没有证书时，不应让这台机器以外的任何人连到引擎：它不检查密钥。</translation>
    </message>
    <message>
        <source>No HTTPS</source>
        <translation>不用 HTTPS</translation>
    </message>
    <message>
        <source>Self-signed, made here (valid for 2 years)</source>
        <translation>自签名，在此生成（有效期 2 年）</translation>
    </message>
    <message>
        <source>Let’s Encrypt, for a name the Internet knows</source>
        <translation>Let’s Encrypt，用于公网域名</translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation>服务器名称</translation>
    </message>
    <message>
        <source>As clients write it: ollama.example.org, or an address.</source>
        <translation>客户端使用的写法：ollama.example.org，或 IP 地址。</translation>
    </message>
    <message>
        <source>Port for clients</source>
        <translation>客户端端口</translation>
    </message>
    <message>
        <source>Clients may</source>
        <translation>客户端可以</translation>
    </message>
    <message>
        <source>Use the models</source>
        <translation>使用模型</translation>
    </message>
    <message>
        <source>Use, pull and delete models</source>
        <translation>使用、拉取和删除模型</translation>
    </message>
    <message>
        <source>Only from</source>
        <translation>只允许来自</translation>
    </message>
    <message>
        <source>A network such as 192.168.1.0/24. Empty: from everywhere.</source>
        <translation>网段，例如 192.168.1.0/24。留空不限制来源。</translation>
    </message>
    <message>
        <source>A port goes from 1 to 65535.</source>
        <translation>端口范围是 1 到 65535。</translation>
    </message>
    <message>
        <source>A version has letters, digits, points and dashes only.</source>
        <translation>版本只能包含字母、数字、点和短横线。</translation>
    </message>
    <message>
        <source>Whole gigabytes, up to 4096.</source>
        <translation>整数 GB，最大 4096。</translation>
    </message>
    <message>
        <source>A whole number, up to 1024.</source>
        <translation>整数，最大 1024。</translation>
    </message>
    <message>
        <source>This is neither the name of a server nor an address.</source>
        <translation>这不是服务器名称，也不是 IP 地址。</translation>
    </message>
    <message>
        <source>Let’s Encrypt needs a name that the Internet knows, not an address.</source>
        <translation>Let’s Encrypt 需要公网域名，不能用 IP 地址或内网名称。</translation>
    </message>
    <message>
        <source>The engine has this port already.</source>
        <translation>引擎已占用这个端口。</translation>
    </message>
    <message>
        <source>A network is an address and a length, such as 192.168.1.0/24.</source>
        <translation>网段由地址和前缀长度组成，例如 192.168.1.0/24。</translation>
    </message>
    <message>
        <source>SysV init, as a user of its own (/etc/init.d/ollama)</source>
        <translation>SysV init，使用专用账户 (/etc/init.d/ollama)</translation>
    </message>
    <message>
        <source>Windows, when one signs in (scheduled task)</source>
        <translation>Windows，登录时启动（计划任务）</translation>
    </message>
    <message>
        <source>Encrypted disk</source>
        <translation>加密磁盘</translation>
    </message>
    <message>
        <source>A partition such as /dev/sdb1 that LUKS encrypts for the models; what is on it is lost. Empty: none.</source>
        <translation>给模型用的分区，例如 /dev/sdb1，由 LUKS 加密；上面原有的数据会丢失。留空表示不加密。</translation>
    </message>
    <message>
        <source>An engine run by systemd or init then listens on every network and asks for no key. The lines in firewall.txt close it to all but this machine and its containers.</source>
        <translation>由 systemd 或 init 运行的引擎会因此监听所有网络，而且不检查密钥。firewall.txt 里的命令能把它限制在本机和本机的容器。</translation>
    </message>
    <message>
        <source>On Windows it is for this machine alone. For others, run it on Linux or by Docker.</source>
        <translation>在 Windows 上，引擎只供本机使用。要给其他机器用，请在 Linux 上或用 Docker 运行。</translation>
    </message>
    <message>
        <source>A disk has a name below /dev, such as /dev/sdb1.</source>
        <translation>磁盘名称以 /dev 开头，例如 /dev/sdb1。</translation>
    </message>
</context>
<context>
    <name>ui::DeploymentResult</name>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>What is marked above, or the name of the server, is still to be filled in.</source>
        <translation>请先改好上面标出的项目，并填写服务器名称。</translation>
    </message>
    <message>
        <source>Save all to a folder…</source>
        <translation>全部保存到文件夹……</translation>
    </message>
    <message>
        <source>What to type into clients</source>
        <translation>在客户端里填写</translation>
    </message>
    <message>
        <source>Make another</source>
        <translation>换一个</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Containers beside it</source>
        <translation>同一网络的容器</translation>
    </message>
    <message>
        <source>Base URL for a container that has joined the network inkstone-engine.</source>
        <translation>供加入 inkstone-engine 网络的容器使用的服务地址。</translation>
    </message>
    <message>
        <source>Containers, Docker Desktop</source>
        <translation>容器 (Docker Desktop)</translation>
    </message>
    <message>
        <source>Base URL for Dify and the like on macOS and Windows.</source>
        <translation>供 macOS 和 Windows 上的 Dify 等使用的服务地址。</translation>
    </message>
    <message>
        <source>Containers, Linux</source>
        <translation>容器 (Linux)</translation>
    </message>
    <message>
        <source>Base URL for Dify and the like: the machine as its containers see it. Any API key will do, such as ollama.</source>
        <translation>供 Dify 等使用的服务地址：从容器里看到的这台机器。API 密钥可填任意值，例如 ollama。</translation>
    </message>
    <message>
        <source>From everywhere</source>
        <translation>任何地方</translation>
    </message>
    <message>
        <source>Base URL; needs the key below.</source>
        <translation>服务地址；需要下面的密钥。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the address on this machine</source>
        <translation>复制本机地址</translation>
    </message>
    <message>
        <source>Copy the address for containers beside it</source>
        <translation>复制供同一网络的容器使用的地址</translation>
    </message>
    <message>
        <source>Copy the address for Docker Desktop</source>
        <translation>复制供 Docker Desktop 使用的地址</translation>
    </message>
    <message>
        <source>Copy the address for containers on Linux</source>
        <translation>复制供 Linux 容器使用的地址</translation>
    </message>
    <message>
        <source>Copy the address from everywhere</source>
        <translation>复制供任何地方使用的地址</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Made here. It is in the file ollama-keys.conf, which only its owner can read, and nowhere else: Inkstone does not keep it.</source>
        <translation>在此生成，只写在 ollama-keys.conf 里，仅文件所有者可读；砚不保留它。</translation>
    </message>
    <message>
        <source>Copy the API key</source>
        <translation>复制 API 密钥</translation>
    </message>
    <message>
        <source>Save the files of the deployment</source>
        <translation>保存部署文件</translation>
    </message>
    <message>
        <source>Replace files?</source>
        <translation>替换文件？</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are already in %1: %2.</source>
        <translation>
            <numerusform>%1 中已有 %n 个同名文件：%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>A key or certificate among them is lost.</source>
        <translation>其中的密钥或证书将丢失。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>保留原文件</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved in %1. Each says at its top what to do with it.</source>
        <translation>
            <numerusform>已把 %n 个文件保存到 %1。每个文件开头都写明了用法。</numerusform>
        </translation>
    </message>
    <message>
        <source>SHA-256 fingerprint of the certificate, to compare when a client asks: %1</source>
        <translation>证书的 SHA-256 指纹，客户端询问时用来核对：%1</translation>
    </message>
</context>
<context>
    <name>ui::DeriveView</name>
    <message>
        <source>Line %1: “%2” is no command. Those are FROM, PARAMETER, TEMPLATE, SYSTEM, MESSAGE and LICENSE.</source>
        <translation>第 %1 行：“%2”不是指令。指令有 FROM、PARAMETER、TEMPLATE、SYSTEM、MESSAGE 和 LICENSE。</translation>
    </message>
    <message>
        <source>Line %1: after %2 a value is missing.</source>
        <translation>第 %1 行：%2 后面缺少内容。</translation>
    </message>
    <message>
        <source>Line %1: “%2” is not whose message it is. Write system, user or assistant.</source>
        <translation>第 %1 行：“%2”不是消息的角色。请写 system、user 或 assistant。</translation>
    </message>
    <message>
        <source>Line %1: the quotation marks that begin here are not closed.</source>
        <translation>第 %1 行：从这里开始的引号没有结束。</translation>
    </message>
    <message>
        <source>Line %1: there can be one FROM only.</source>
        <translation>第 %1 行：只能有一个 FROM。</translation>
    </message>
    <message>
        <source>FROM is missing: write which model it is based on.</source>
        <translation>缺少 FROM：请写明以哪个模型为基础。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>What is entered here stays.</source>
        <translation>填写的内容会保留。</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>制作</translation>
    </message>
    <message>
        <source>A model of your own</source>
        <translation>自己的模型</translation>
    </message>
    <message>
        <source>Name of the new model</source>
        <translation>新模型的名称</translation>
    </message>
    <message>
        <source>Based on</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>It takes hardly any room: the weights are shared.</source>
        <translation>几乎不占空间：权重是共用的。</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>Empty: as in the base.</source>
        <translation>留空则与基础模型相同。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <comment>Of generation: temperature and so on</comment>
        <translation>生成参数</translation>
    </message>
    <message>
        <source>Those that are not here are as in the base.</source>
        <translation>没有列出的与基础模型相同。</translation>
    </message>
    <message>
        <source>First messages</source>
        <translation>开头的消息</translation>
    </message>
    <message>
        <source>Examples of how it is to answer. Every conversation begins with them.</source>
        <translation>示范它该怎样回答。每个对话都以它们开头。</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>How the engine puts messages together. Empty: as in the base.</source>
        <translation>引擎怎样把消息拼在一起。留空则与基础模型相同。</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Is added to that of the base.</source>
        <translation>附加在基础模型的许可证之后。</translation>
    </message>
    <message>
        <source>The same as a Modelfile</source>
        <translation>同样的内容，写成 Modelfile</translation>
    </message>
    <message>
        <source>Modelfile</source>
        <translation>Modelfile</translation>
    </message>
    <message>
        <source>A line that ends with three quotation marks cannot stand in a Modelfile. What it is part of is left out here, but not of the model.</source>
        <translation>Modelfile 里放不下以三个引号结尾的行。含有它的内容在这里略去，但模型里仍然有。</translation>
    </message>
    <message>
        <source>An adapter is a file, and is not sent from here. Take the line with ADAPTER away.</source>
        <translation>适配器是文件，这里不发送。请去掉 ADAPTER 那一行。</translation>
    </message>
    <message>
        <source>This is not a name for a model. A name looks like mine or mine:1.</source>
        <translation>模型不能叫这个名称。名称的样子如 mine 或 mine:1。</translation>
    </message>
    <message>
        <source>This is not the name of a model. Where it is a file, import it first.</source>
        <translation>这不是模型的名称。如果是文件，请先导入。</translation>
    </message>
</context>
<context>
    <name>ui::DoctorView</name>
    <message>
        <source>checking…</source>
        <translation>正在检查……</translation>
    </message>
    <message>
        <source>checked at %1</source>
        <translation>%1 检查</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Connection check</source>
        <translation>连接诊断</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Quick test</source>
        <translation>快速测试</translation>
    </message>
    <message>
        <source>Asks a model for one short answer</source>
        <translation>让模型简短回答一次</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ui::DownloadActions</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>What is here is kept; Resume goes on from it.</source>
        <translation>已下载的部分会保留，点“继续”接着下载。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Up next</source>
        <translation>优先</translation>
    </message>
    <message>
        <source>Before the others that wait.</source>
        <translation>排到其他等待的下载前面。</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>立即开始</translation>
    </message>
    <message>
        <source>It does not wait for the download hours.</source>
        <translation>不等下载时段。</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>开始对话</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Its layers, and how far each is.</source>
        <translation>各层及其进度。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Takes it out of the queue. What is here stays on the server.</source>
        <translation>移出下载队列，已下载的部分留在服务器上。</translation>
    </message>
    <message>
        <source>Take it off this list</source>
        <translation>从列表中去掉</translation>
    </message>
    <message>
        <source>The registry keeps the layers that arrived whole; Resume sends the others.</source>
        <translation>模型仓库会保留已完整收到的层，点“继续”发送其余的层。</translation>
    </message>
    <message>
        <source>Takes it out of the queue. Layers that arrived whole stay in the registry.</source>
        <translation>移出队列，模型仓库已完整收到的层会留在那里。</translation>
    </message>
</context>
<context>
    <name>ui::DownloadDetail</name>
    <message>
        <source>Close the details</source>
        <translation>关闭详情</translation>
    </message>
    <message>
        <source>Layers of %1</source>
        <translation>%1 的各层</translation>
    </message>
    <message>
        <source>%1, there</source>
        <translation>%1，已齐</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>And more</source>
        <translation>此外</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>还有 %n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>under way: what came is compared with what it is meant to be, then stored</source>
        <translation>进行中：核对下载的内容，然后保存</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>when all layers are there</source>
        <translation>各层下载齐之后进行</translation>
    </message>
    <message>
        <source>Its layers are known when the server begins to fetch them.</source>
        <translation>服务器开始下载后才知道有哪些层。</translation>
    </message>
    <message>
        <source>Its layers are known when the server begins to send them.</source>
        <translation>服务器开始发送后才知道有哪些层。</translation>
    </message>
</context>
<context>
    <name>ui::DownloadRules</name>
    <message>
        <source>Downloads at once</source>
        <translation>同时下载个数</translation>
    </message>
</context>
<context>
    <name>ui::DownloadWords</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Asking the registry</source>
        <translation>正在询问模型仓库</translation>
    </message>
    <message>
        <source>no data for %1; pausing and resuming asks anew</source>
        <translation>已 %1 没有数据；暂停后再继续会重新请求</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩 %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>was installed meanwhile</source>
        <translation>其间已安装</translation>
    </message>
    <message>
        <source>%1 is a download of %2, and %3 are free on the disk.</source>
        <translation>%1 要下载 %2，而磁盘只剩 %3。</translation>
    </message>
    <message>
        <source>Nothing was downloaded. Free some space or choose a smaller model; Retry downloads it all the same.</source>
        <translation>还没有下载任何内容。请腾出空间或换一个小一点的模型；点“重试”仍会下载。</translation>
    </message>
    <message>
        <source>It had failed before Inkstone was closed.</source>
        <translation>上次关闭砚之前已经失败。</translation>
    </message>
    <message>
        <source>Retry goes on from what has arrived.</source>
        <translation>点“重试”从已下载的部分接着下载。</translation>
    </message>
    <message>
        <source>A part of %1 arrived damaged.</source>
        <translation>%1 有一部分在途中损坏。</translation>
    </message>
    <message>
        <source>It was removed each time. A proxy, an antivirus program or the disk of the server may be the reason: check them, then retry.</source>
        <translation>损坏的部分每次都已删除。原因可能是代理、杀毒软件或服务器的磁盘：检查之后再重试。</translation>
    </message>
    <message>
        <source>It was removed and is fetched again.</source>
        <translation>损坏的部分已删除，会重新下载。</translation>
    </message>
    <message numerus="yes">
        <source>%1 It was tried again %n time(s).</source>
        <translation>
            <numerusform>%1已重试 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled before anything arrived.</source>
        <translation>已取消，尚未下载任何内容。</translation>
    </message>
    <message>
        <source>Resume pulls it after all.</source>
        <translation>点“继续”重新拉取。</translation>
    </message>
    <message>
        <source>Cancelled. %1 of it stay on the server.</source>
        <translation>已取消。已下载的 %1 留在服务器上。</translation>
    </message>
    <message>
        <source>Resume goes on from there. Ollama clears what is unfinished when it is started anew, unless OLLAMA_NOPRUNE is set.</source>
        <translation>点“继续”从那里接着下载。Ollama 重新启动时会清除未完成的下载，除非设了 OLLAMA_NOPRUNE。</translation>
    </message>
    <message numerus="yes">
        <source>queued, %n before it</source>
        <translation>
            <numerusform>排队中，前面还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>waits until %1</source>
        <translation>等到 %1 开始</translation>
    </message>
    <message>
        <source>waits until %1, which it was asked of, is the server in use</source>
        <translation>等待换回 %1，它是向那台服务器拉取的</translation>
    </message>
    <message>
        <source>%1 is gone. The download goes on when it answers again.</source>
        <translation>%1 没有应答。恢复后会接着下载。</translation>
    </message>
    <message>
        <source>From the beginning, where the server clears what is unfinished when it is started.</source>
        <translation>如果服务器启动时会清除未完成的下载，则要从头开始。</translation>
    </message>
    <message>
        <source>%1 Trying again in %2 (%3 of %4).</source>
        <translation>%1%2后重试（第 %3 次，共 %4 次）。</translation>
    </message>
    <message>
        <source>checking and storing it</source>
        <translation>正在校验并保存</translation>
    </message>
    <message>
        <source>was interrupted, what is here is kept</source>
        <translation>下载被中断，已下载的部分会保留</translation>
    </message>
    <message>
        <source>paused, what is here is kept</source>
        <translation>已暂停，已下载的部分会保留</translation>
    </message>
    <message>
        <source>%1, done, %2</source>
        <translation>%1，已完成，%2</translation>
    </message>
    <message>
        <source>%1, failed. %2 %3</source>
        <translation>%1，失败。%2%3</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>%1, %2. %3 %4</source>
        <translation>%1，%2。%3%4</translation>
    </message>
    <message>
        <source>push to %1</source>
        <translation>推送到 %1</translation>
    </message>
    <message>
        <source>was interrupted, layers that arrived whole are kept</source>
        <translation>推送被中断，已完整收到的层会保留</translation>
    </message>
    <message>
        <source>paused, layers that arrived whole are kept</source>
        <translation>已暂停，已完整收到的层会保留</translation>
    </message>
    <message>
        <source>Resume pushes it after all.</source>
        <translation>点“继续”重新推送。</translation>
    </message>
    <message>
        <source>Cancelled. Layers that arrived whole stay in the registry.</source>
        <translation>已取消。模型仓库已完整收到的层会留在那里。</translation>
    </message>
    <message>
        <source>Resume sends the others.</source>
        <translation>点“继续”发送其余的层。</translation>
    </message>
    <message>
        <source>%1 is gone. The push goes on when it answers again.</source>
        <translation>%1 没有应答。恢复后会接着推送。</translation>
    </message>
    <message>
        <source>the registry is storing it</source>
        <translation>模型仓库正在保存</translation>
    </message>
</context>
<context>
    <name>ui::DownloadsBar</name>
    <message>
        <source>How many downloads run at once, and when</source>
        <translation>同时下载几个、在什么时段下载</translation>
    </message>
    <message>
        <source>%1 still to come</source>
        <translation>还要下载 %1</translation>
    </message>
    <message>
        <source>%1 free on the disk</source>
        <translation>磁盘剩余 %1</translation>
    </message>
    <message>
        <source>%1 free on the disk, %2 when all downloads are there</source>
        <translation>磁盘剩余 %1，全部下载完还剩 %2</translation>
    </message>
    <message>
        <source>%1 free on the disk, %2 too little for all downloads</source>
        <translation>磁盘剩余 %1，全部下载还差 %2</translation>
    </message>
    <message>
        <source>Download hours: %1–%2</source>
        <translation>夜间下载：%1–%2</translation>
    </message>
    <message>
        <source>Download hours: off</source>
        <translation>夜间下载：关</translation>
    </message>
</context>
<context>
    <name>ui::DownloadsDelegate</name>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
</context>
<context>
    <name>ui::DownloadsForm</name>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Of models, in the queue of the Models page. Changes apply at once.</source>
        <translation>“模型”页下载队列的设置，改动立即生效。</translation>
    </message>
    <message>
        <source>Downloads at once</source>
        <translation>同时下载个数</translation>
    </message>
    <message>
        <source>The others wait in their order.</source>
        <translation>其余的按顺序等待。</translation>
    </message>
    <message>
        <source>Download hours</source>
        <translation>下载时段</translation>
    </message>
</context>
<context>
    <name>ui::DownloadsPage</name>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>No downloads yet</source>
        <translation>还没有下载</translation>
    </message>
    <message>
        <source>What is being pulled shows here, with its speed and the time left.</source>
        <translation>正在下载的模型会显示在这里，带速度和剩余时间。</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>模型目录</translation>
    </message>
    <message>
        <source>Copy the server’s words</source>
        <translation>复制服务器原话</translation>
    </message>
    <message>
        <source>Space pauses and resumes, Alt with the arrow keys changes the order, Alt and Return shows details.</source>
        <translation>空格键暂停或继续，Alt 加方向键调整顺序，Alt 加回车键显示详情。</translation>
    </message>
    <message>
        <source>A part of the kept list of downloads could not be read and was left out.</source>
        <translation>保存的下载列表有一部分读不出来，已略去。</translation>
    </message>
    <message>
        <source>The list of downloads cannot be kept: it is forgotten when Inkstone is closed.</source>
        <translation>下载列表无法保存：关闭砚之后就没有了。</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
</context>
<context>
    <name>ui::EditStrip</name>
    <message>
        <source>Editing a question. The old one and its answers are kept.</source>
        <translation>正在编辑提问。原来的提问和回答都会保留。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>放弃编辑</translation>
    </message>
    <message>
        <source>Cancel the edit</source>
        <translation>放弃编辑</translation>
    </message>
    <message>
        <source>Leave the question as it is, and go back to what was being written (Esc)</source>
        <translation>提问保持原样，回到刚才正在写的内容 (Esc)</translation>
    </message>
</context>
<context>
    <name>ui::EngineForCommand</name>
    <message>
        <source>No server answers at %1. Starting Ollama for this command.</source>
        <translation>%1 没有服务器应答，为这条命令启动 Ollama。</translation>
    </message>
</context>
<context>
    <name>ui::EngineForm</name>
    <message>
        <source>Local engine</source>
        <translation>本机引擎</translation>
    </message>
    <message>
        <source>The program on this computer that runs the models, and what it is started with. What is empty is left to the engine.</source>
        <translation>在这台电脑上运行模型的程序，以及启动它时使用的设置。留空的项目由引擎决定。</translation>
    </message>
    <message>
        <source>Engine on this computer</source>
        <translation>这台电脑上的引擎</translation>
    </message>
    <message>
        <source>What this computer has</source>
        <translation>这台电脑的条件</translation>
    </message>
    <message>
        <source>Who can reach it</source>
        <translation>谁能连接</translation>
    </message>
    <message>
        <source>Models and memory</source>
        <translation>模型与内存</translation>
    </message>
    <message>
        <source>Graphics cards</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>Requests and downloads</source>
        <translation>请求与下载</translation>
    </message>
    <message>
        <source>Not understood in the file of these settings, and left out: %1</source>
        <translation>设置文件中有看不懂的内容，已略过：%1</translation>
    </message>
    <message>
        <source>An engine that Inkstone did not start</source>
        <translation>不是由砚启动的引擎</translation>
    </message>
    <message>
        <source>Inkstone does not change a service. These are the commands that give it what is set above; read them, then paste them into a terminal.</source>
        <translation>砚不会改动系统服务。下面的命令会把上面的设置交给它；看过之后，粘贴到终端里运行。</translation>
    </message>
    <message>
        <source>How it is run</source>
        <translation>运行方式</translation>
    </message>
    <message>
        <source>Commands for the engine</source>
        <translation>给引擎的命令</translation>
    </message>
    <message>
        <source>Its log is seen with:</source>
        <translation>查看它的日志：</translation>
    </message>
    <message>
        <source>Command for the log</source>
        <translation>查看日志的命令</translation>
    </message>
    <message>
        <source>What the engine says</source>
        <translation>引擎输出</translation>
    </message>
    <message>
        <source>Nothing yet. The words of an engine that Inkstone started appear here.</source>
        <translation>暂无内容。由砚启动的引擎，输出会显示在这里。</translation>
    </message>
    <message>
        <source>Nothing is set above, so there is nothing to give it.</source>
        <translation>上面没有设置任何项目，因此没有需要交给它的内容。</translation>
    </message>
    <message>
        <source>The service on this computer: %1</source>
        <translation>这台电脑上的服务：%1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>All of it is in %1, which only your account can read.</source>
        <translation>完整内容在 %1，只有你的账户可以读取。</translation>
    </message>
</context>
<context>
    <name>ui::EngineMissingPage</name>
    <message>
        <source>Inkstone talks to models through an engine: a separate program that loads a model into memory and answers. Ollama is the one most people use; it is free and works without the internet once a model is here.</source>
        <translation>砚通过引擎和模型对话：引擎是另一个程序，把模型载入内存并生成回答。大多数人用的是 Ollama，它免费，模型下载好之后不联网也能用。</translation>
    </message>
    <message>
        <source>Install Ollama</source>
        <translation>安装 Ollama</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Command that installs Ollama</source>
        <translation>安装 Ollama 的命令</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste it into a terminal. Inkstone goes on by itself when the engine appears.</source>
        <translation>粘贴到终端里运行。引擎出现后，砚会自动继续。</translation>
    </message>
    <message>
        <source>or</source>
        <translation>或</translation>
    </message>
    <message>
        <source>Connect to another machine</source>
        <translation>连接另一台机器</translation>
    </message>
    <message>
        <source>Address of the other machine</source>
        <translation>另一台机器的地址</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>使用这个服务器</translation>
    </message>
    <message>
        <source>The engine on this computer did not start</source>
        <translation>这台电脑上的引擎没有启动成功</translation>
    </message>
    <message>
        <source>No engine on this computer yet</source>
        <translation>这台电脑上还没有引擎</translation>
    </message>
    <message>
        <source>No server at %1</source>
        <translation>%1 上没有服务器</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>正在查看 %1</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 有应答</translation>
    </message>
    <message>
        <source>Looking at %1, nothing there yet</source>
        <translation>正在查看 %1，还没有应答</translation>
    </message>
    <message>
        <source>This is not the address of a server. One looks like http://192.168.1.20:11434.</source>
        <translation>这不是服务器的地址。地址形如 http://192.168.1.20:11434。</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>正在询问 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新启动</translation>
    </message>
    <message numerus="yes">
        <source>%1 answered in %2 ms and has %n model(s).</source>
        <translation>
            <numerusform>%1 在 %2 毫秒内应答，有 %n 个模型。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answered in %2 ms.</source>
        <translation>%1 在 %2 毫秒内应答。</translation>
    </message>
    <message>
        <source>Enter the key</source>
        <translation>输入密钥</translation>
    </message>
    <message>
        <source>Server settings</source>
        <translation>服务器设置</translation>
    </message>
</context>
<context>
    <name>ui::EngineProgramRow</name>
    <message>
        <source>Program of the engine</source>
        <translation>引擎程序</translation>
    </message>
    <message>
        <source>Asking the program for its version.</source>
        <translation>正在查询程序的版本。</translation>
    </message>
    <message>
        <source>The program that was chosen is not there any more. Empty the field to have one found.</source>
        <translation>选定的程序已经不在了。清空这一栏，由砚自己查找。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>恢复为 %1</translation>
    </message>
    <message>
        <source>Chosen here. Empty the field to have it found again.</source>
        <translation>在这里选定。清空这一栏，就恢复自动查找。</translation>
    </message>
    <message>
        <source>Looked for on the PATH, where installers put it, and among what Inkstone installed. Type where it is, or choose it.</source>
        <translation>已在 PATH、常见安装位置和砚自己安装的版本中查找。可以填写它的路径，或选择文件。</translation>
    </message>
    <message>
        <source>Found on the PATH, where installers put it, or among what Inkstone installed. Type or choose another to use that one.</source>
        <translation>在 PATH、常见安装位置或砚自己安装的版本中找到。要用别的程序，可以填写路径或选择文件。</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择……</translation>
    </message>
    <message>
        <source>Choose the program of the engine</source>
        <translation>选择引擎程序</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>ui::EngineRow</name>
    <message>
        <source>Models folder</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>恢复为 %1</translation>
    </message>
    <message>
        <source>Where it is not set here, %1 holds, from the environment of Inkstone.</source>
        <translation>这里没有设置时，使用砚运行环境中的 %1。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择……</translation>
    </message>
    <message>
        <source>Choose the models folder</source>
        <translation>选择模型文件夹</translation>
    </message>
</context>
<context>
    <name>ui::EngineStatus</name>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>The engine that Inkstone started answers at %1 (%2).</source>
        <translation>由砚启动的引擎正在 %1 工作 (%2)。</translation>
    </message>
    <message>
        <source>It ends with Inkstone unless Servers says otherwise.</source>
        <translation>砚退出时它也会停止，除非在“服务器”页另有设置。</translation>
    </message>
    <message>
        <source>The engine is running and does not answer at %1 yet.</source>
        <translation>引擎已启动，%1 还没有回应。</translation>
    </message>
    <message>
        <source>The engine was started before the settings below were changed.</source>
        <translation>引擎启动之后，下面的设置又有改动。</translation>
    </message>
    <message>
        <source>They hold after a restart. An answer that is being written is interrupted by it.</source>
        <translation>重新启动后生效。正在生成的回答会因此中断。</translation>
    </message>
    <message>
        <source>Inkstone uses %1, which is not on this computer.</source>
        <translation>砚正在使用 %1，它不在这台电脑上。</translation>
    </message>
    <message>
        <source>Choose an address of this computer under Servers to start an engine here.</source>
        <translation>要在这里启动引擎，请先在“服务器”页选择这台电脑的地址。</translation>
    </message>
    <message>
        <source>An engine that Inkstone did not start answers at %1.</source>
        <translation>%1 有一个不是由砚启动的引擎在工作。</translation>
    </message>
    <message>
        <source>It is not stopped or changed from here; below is what to give to the service that runs it.</source>
        <translation>这里不会停止或改动它；下面列出了可以交给对应服务的内容。</translation>
    </message>
    <message>
        <source>No program named ollama was found on this computer.</source>
        <translation>这台电脑上没有找到 ollama 程序。</translation>
    </message>
    <message>
        <source>No engine is running at %1.</source>
        <translation>%1 没有引擎在运行。</translation>
    </message>
    <message>
        <source>Install Ollama from ollama.com, or choose its program below.</source>
        <translation>请从 ollama.com 安装 Ollama，或在下面选择它的程序。</translation>
    </message>
</context>
<context>
    <name>ui::EngineWords</name>
    <message>
        <source>Listens on</source>
        <translation>监听地址</translation>
    </message>
    <message>
        <source>The address others reach it at. 127.0.0.1 is this computer alone, 0.0.0.0 every network it is in. An engine that Inkstone starts keeps the port Inkstone asks.</source>
        <translation>其他程序通过这个地址连接它。127.0.0.1 只限本机，0.0.0.0 是所有网络。由砚启动的引擎，端口以砚使用的为准。</translation>
    </message>
    <message>
        <source>Web pages allowed</source>
        <translation>允许的网页来源</translation>
    </message>
    <message>
        <source>Origins such as https://chat.example.org, a comma between, that may ask it from a browser, besides those of this computer. * is every page.</source>
        <translation>除本机网页外，还允许哪些来源从浏览器访问，例如 https://chat.example.org，用逗号分隔。* 表示所有网页。</translation>
    </message>
    <message>
        <source>Cloud models</source>
        <translation>云端模型</translation>
    </message>
    <message>
        <source>Off: it answers with models of this computer only.</source>
        <translation>关闭后只用这台电脑上的模型回答。</translation>
    </message>
    <message>
        <source>Models folder</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>Where the models lie. A service needs a folder that its own user can write to.</source>
        <translation>模型存放的位置。系统服务需要它自己的账户可写的文件夹。</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>Tokens a model sees where a request does not say, 512 to 1,048,576. More takes more memory.</source>
        <translation>请求没有指定时，模型能看到的 Token 数，512 到 1,048,576。越大越占内存。</translation>
    </message>
    <message>
        <source>Parallel requests</source>
        <translation>并行请求数</translation>
    </message>
    <message>
        <source>Answers a model writes at the same time, 1 to 64. Each takes the memory of a whole context.</source>
        <translation>一个模型同时生成几个回答，1 到 64。每个都要占用一份完整上下文的内存。</translation>
    </message>
    <message>
        <source>Models in memory</source>
        <translation>同时载入的模型</translation>
    </message>
    <message>
        <source>How many may be loaded at the same time, 1 to 64.</source>
        <translation>最多同时载入几个模型，1 到 64。</translation>
    </message>
    <message>
        <source>Keep in memory</source>
        <translation>内存保留时间</translation>
    </message>
    <message>
        <source>How long after its last answer a model stays loaded: 90s, 5m, 1h30m. 0 unloads it at once, -1 keeps it until the engine ends.</source>
        <translation>最后一次回答之后，模型在内存中保留多久：90s、5m、1h30m。0 表示立即卸载，-1 表示一直保留到引擎停止。</translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation>Flash attention</translation>
    </message>
    <message>
        <source>A way to compute that takes less memory for long contexts.</source>
        <translation>一种计算方式，长上下文时更省内存。</translation>
    </message>
    <message>
        <source>Cache type</source>
        <translation>缓存类型</translation>
    </message>
    <message>
        <source>How exactly the context is kept. q8_0 takes half the memory of f16, q4_0 a quarter; both need flash attention.</source>
        <translation>保存上下文的精度。q8_0 占用 f16 的一半，q4_0 占四分之一；二者都需要 flash attention。</translation>
    </message>
    <message>
        <source>NVIDIA cards</source>
        <translation>NVIDIA 显卡</translation>
    </message>
    <message>
        <source>Numbers as nvidia-smi lists them (0,1) or their GPU-… names; -1 uses none.</source>
        <translation>nvidia-smi 列出的编号 (0,1)，或以 GPU- 开头的名称；-1 表示不使用。</translation>
    </message>
    <message>
        <source>AMD cards</source>
        <translation>AMD 显卡</translation>
    </message>
    <message>
        <source>Numbers as rocminfo lists them (0,1); -1 uses none.</source>
        <translation>rocminfo 列出的编号 (0,1)；-1 表示不使用。</translation>
    </message>
    <message>
        <source>Vulkan cards</source>
        <translation>Vulkan 显卡</translation>
    </message>
    <message>
        <source>Numbers as vulkaninfo lists them (0,1); -1 uses none.</source>
        <translation>vulkaninfo 列出的编号 (0,1)；-1 表示不使用。</translation>
    </message>
    <message>
        <source>Spread models</source>
        <translation>分摊模型</translation>
    </message>
    <message>
        <source>On: a model is divided over all cards, also where one would hold it.</source>
        <translation>开启后，即使一块显卡放得下，模型也会分摊到所有显卡。</translation>
    </message>
    <message>
        <source>Memory kept free</source>
        <translation>保留显存</translation>
    </message>
    <message>
        <source>Bytes of each card that stay for other programs.</source>
        <translation>每块显卡为其他程序保留的字节数。</translation>
    </message>
    <message>
        <source>Waiting requests</source>
        <translation>排队请求数</translation>
    </message>
    <message>
        <source>How many may wait for a model, 1 to 100,000; the next one is refused as busy.</source>
        <translation>最多有多少请求等待模型，1 到 100,000；再多就会以繁忙为由拒绝。</translation>
    </message>
    <message>
        <source>Loading may stall</source>
        <translation>载入停滞时限</translation>
    </message>
    <message>
        <source>How long loading may make no progress before it is given up: 90s, 5m. -1 waits for ever.</source>
        <translation>载入多久没有进展就放弃：90s、5m。-1 表示一直等待。</translation>
    </message>
    <message>
        <source>Keep partial downloads</source>
        <translation>保留未完成的下载</translation>
    </message>
    <message>
        <source>On: a download that was stopped goes on where it was, also after the engine was restarted. An engine that Inkstone starts does so unless it is off here.</source>
        <translation>开启后，停止的下载在引擎重启后也能接着下载。由砚启动的引擎默认如此，除非在这里关闭。</translation>
    </message>
    <message>
        <source>Detailed log</source>
        <translation>详细日志</translation>
    </message>
    <message>
        <source>On: the log tells more, for finding a fault.</source>
        <translation>开启后日志更详细，便于排查问题。</translation>
    </message>
    <message>
        <source>By the memory there is</source>
        <translation>按可用内存决定</translation>
    </message>
    <message>
        <source>3 for each card</source>
        <translation>每块显卡 3 个</translation>
    </message>
    <message>
        <source>By the model</source>
        <translation>按模型决定</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Pages of this computer</source>
        <translation>本机网页</translation>
    </message>
    <message>
        <source>The engine’s own (%1)</source>
        <translation>引擎默认 (%1)</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>“%1” is no address to listen on, such as 127.0.0.1 or 0.0.0.0:11434. It was not saved.</source>
        <translation>“%1”不是可以监听的地址，例如 127.0.0.1 或 0.0.0.0:11434。没有保存。</translation>
    </message>
    <message>
        <source>“%1” is no whole path, such as /data/models. It was not saved.</source>
        <translation>“%1”不是完整路径，例如 /data/models。没有保存。</translation>
    </message>
    <message>
        <source>“%1” is no number from %2 to %3. It was not saved.</source>
        <translation>“%1”不是 %2 到 %3 之间的整数。没有保存。</translation>
    </message>
    <message>
        <source>“%1” is no time, such as 90s, 5m or 1h30m. It was not saved.</source>
        <translation>“%1”不是时间，例如 90s、5m 或 1h30m。没有保存。</translation>
    </message>
    <message>
        <source>“%1” names no cards, such as 0 or 0,1. It was not saved.</source>
        <translation>“%1”不是显卡编号，例如 0 或 0,1。没有保存。</translation>
    </message>
    <message>
        <source>“%1” names no origins, such as https://chat.example.org. Each needs its http:// or https://; without it the engine would not start. It was not saved.</source>
        <translation>“%1”不是网页来源，例如 https://chat.example.org。每个来源都要写 http:// 或 https://，否则引擎无法启动。没有保存。</translation>
    </message>
    <message>
        <source>“%1” cannot be chosen. It was not saved.</source>
        <translation>不能选择“%1”。没有保存。</translation>
    </message>
    <message>
        <source>The engine asks for no key: whoever reaches this computer over the network can use, pull and delete its models. 127.0.0.1 closes it; for others put a server with HTTPS and a key in front, see Deployment.</source>
        <translation>引擎不检查密钥：网络上任何能连到这台电脑的人都可以使用、拉取和删除模型。改成 127.0.0.1 即可关闭；要给别人用，请在前面加一层带密钥的 HTTPS，见“部署”页。</translation>
    </message>
    <message>
        <source>With * every web page you visit can use, pull and delete your models. Name the pages you mean.</source>
        <translation>写 * 时，你访问的任何网页都可以使用、拉取和删除你的模型。请写明具体的网页。</translation>
    </message>
    <message>
        <source>This cache type needs flash attention, which is off: the engine will use f16.</source>
        <translation>这种缓存类型需要 flash attention，而它已关闭：引擎会改用 f16。</translation>
    </message>
    <message>
        <source>An engine that Inkstone starts listens on the port of the server’s address; the port here is for one that Inkstone does not start.</source>
        <translation>由砚启动的引擎使用服务地址中的端口；这里的端口只对不是由砚启动的引擎有效。</translation>
    </message>
    <message>
        <source>“%1” is not a full path, such as /opt/ollama/bin/ollama. It was not saved.</source>
        <translation>“%1”不是完整路径，例如 /opt/ollama/bin/ollama。没有保存。</translation>
    </message>
    <message>
        <source>There is no file %1. It was not saved.</source>
        <translation>没有 %1 这个文件。没有保存。</translation>
    </message>
    <message>
        <source>%1 is a folder, not a program. It was not saved.</source>
        <translation>%1 是文件夹，不是程序。没有保存。</translation>
    </message>
    <message>
        <source>Your account may not run %1; %2 makes it a program. It was not saved.</source>
        <translation>你的账户不能运行 %1；用 %2 让它成为程序。没有保存。</translation>
    </message>
    <message>
        <source>%1 did not tell its version within 10 seconds. It was not saved.</source>
        <translation>%1 在 10 秒内没有报出版本。没有保存。</translation>
    </message>
    <message>
        <source>%1 is not Ollama: asked for its version, it says nothing. It was not saved.</source>
        <translation>%1 不是 Ollama：问它的版本，没有回答。没有保存。</translation>
    </message>
    <message>
        <source>%1 is not Ollama: asked for its version, it says “%2”. It was not saved.</source>
        <translation>%1 不是 Ollama：问它的版本，它回答“%2”。没有保存。</translation>
    </message>
    <message>
        <source>%1 cannot be run: %2. It was not saved.</source>
        <translation>%1 无法运行：%2。没有保存。</translation>
    </message>
</context>
<context>
    <name>ui::EnvironmentPanel</name>
    <message>
        <source>Choose a .env file</source>
        <translation>选择 .env 文件</translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s) were taken over from %1.</source>
        <translation>
            <numerusform>已从 %1 导入 %Ln 项设置。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export as .env</source>
        <translation>导出为 .env</translation>
    </message>
    <message>
        <source>The settings are in %1. Keys are not among them.</source>
        <translation>设置已保存到 %1，不含密钥。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 无法写入：%2</translation>
    </message>
    <message>
        <source>Other programs keep such settings in a .env file. Import shows what a file says before anything changes; export writes one that they can read.</source>
        <translation>其他程序把这类设置放在 .env 文件里。导入时先列出文件内容，确认后才会更改；导出的文件其他程序也能读取。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入……</translation>
    </message>
    <message>
        <source>Import a .env file</source>
        <translation>导入 .env 文件</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出……</translation>
    </message>
    <message>
        <source>Export as a .env file</source>
        <translation>导出为 .env 文件</translation>
    </message>
    <message>
        <source>What the file says</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the .env file</source>
        <translation>关闭 .env 文件</translation>
    </message>
    <message>
        <source>%1, column %2</source>
        <translation>%1，第 %2 列</translation>
    </message>
    <message numerus="yes">
        <source>Take over %Ln setting(s)</source>
        <translation>
            <numerusform>导入 %Ln 项设置</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 goes to the system keyring, for %2 alone. The file still holds it: remove it there.</source>
        <translation>%1 会存入系统密钥环，只用于 %2。文件里仍然留有这个密钥，请把它删掉。</translation>
    </message>
    <message>
        <source>The file holds a key (%1) but no address, so it is not taken over: enter it with its server, and remove it from the file, which still holds it.</source>
        <translation>文件里有密钥 (%1)，但没有地址，所以不会导入。请在对应的服务器中填写；文件里仍然留有这个密钥，请把它删掉。</translation>
    </message>
    <message>
        <source>for the engine; changes nothing here</source>
        <translation>供引擎使用，不影响这里的设置</translation>
    </message>
    <message>
        <source>a key; not shown</source>
        <translation>密钥，不显示</translation>
    </message>
    <message>
        <source>ignored: not a setting of Inkstone or Ollama</source>
        <translation>已忽略：不是砚或 Ollama 的设置</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Local engine: %1</source>
        <translation>本机引擎：%1</translation>
    </message>
</context>
<context>
    <name>ui::EnvironmentWords</name>
    <message>
        <source>A line needs the form NAME=value.</source>
        <translation>每行的格式应为“名称=值”。</translation>
    </message>
    <message>
        <source>A name has letters, digits and underscores.</source>
        <translation>名称由字母、数字和下划线组成。</translation>
    </message>
    <message>
        <source>The quote is not closed on this line.</source>
        <translation>这一行的引号没有闭合。</translation>
    </message>
    <message>
        <source>There is text after the closing quote.</source>
        <translation>引号结束后还有多余的文字。</translation>
    </message>
    <message>
        <source>%1 is too small; it has to be %2 or more.</source>
        <translation>%1 太小，至少应为 %2。</translation>
    </message>
    <message>
        <source>%1 is not between %2 and %3.</source>
        <translation>%1 不在 %2 到 %3 之间。</translation>
    </message>
    <message>
        <source>The value is missing.</source>
        <translation>缺少值。</translation>
    </message>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>“%1”不是整数。</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>“%1” is neither true nor false.</source>
        <translation>“%1”既不是 true 也不是 false。</translation>
    </message>
    <message>
        <source>“%1” is not a host name or address.</source>
        <translation>“%1”不是主机名或地址。</translation>
    </message>
    <message>
        <source>“%1” is not an http or https address.</source>
        <translation>“%1”不是 http 或 https 地址。</translation>
    </message>
    <message>
        <source>“%1” is not a model name.</source>
        <translation>“%1”不是模型名称。</translation>
    </message>
    <message>
        <source>“%1” is not a duration such as 300 or 5m.</source>
        <translation>“%1”不是时长（例如 300 或 5m）。</translation>
    </message>
    <message>
        <source>“%1” is none of %2.</source>
        <translation>“%1”不是 %2 之一。</translation>
    </message>
    <message>
        <source>The name is set again further down; that value counts.</source>
        <translation>这个名称在后面又出现，以后面的值为准。</translation>
    </message>
    <message>
        <source>Base URL: %1</source>
        <translation>服务地址：%1</translation>
    </message>
    <message>
        <source>Request timeout: %1 s</source>
        <translation>请求超时：%1 秒</translation>
    </message>
    <message>
        <source>Default model: %1</source>
        <translation>默认模型：%1</translation>
    </message>
    <message>
        <source>Keep in memory: until the server stops</source>
        <translation>内存保留时间：直到服务器停止</translation>
    </message>
    <message>
        <source>Keep in memory: %1 s</source>
        <translation>内存保留时间：%1 秒</translation>
    </message>
    <message>
        <source>Context length: %1</source>
        <translation>上下文长度：%1</translation>
    </message>
    <message>
        <source>Temperature: %1</source>
        <translation>温度：%1</translation>
    </message>
    <message>
        <source>Max tokens: %1</source>
        <translation>最大 Token 数：%1</translation>
    </message>
    <message>
        <source>%1 is larger than 64 kB; that is no .env file.</source>
        <translation>%1 超过 64 kB，不是 .env 文件。</translation>
    </message>
    <message>
        <source>%1 is not a text file.</source>
        <translation>%1 不是文本文件。</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 无法读取：%2</translation>
    </message>
    <message>
        <source>“%1” names no graphics cards, such as 0 or 0,1.</source>
        <translation>“%1”不是显卡编号，例如 0 或 0,1。</translation>
    </message>
    <message>
        <source>“%1” has no port between 1 and 65535; the usual one is used.</source>
        <translation>“%1”里没有 1 到 65535 之间的端口，改用默认端口。</translation>
    </message>
    <message>
        <source>%1 in the environment is used in part: %2 Correct or unset it, then start Inkstone again.</source>
        <translation>环境变量 %1 只采用了一部分：%2请改正或取消它，然后重新启动砚。</translation>
    </message>
    <message>
        <source>%1 in the environment is not used: %2 Correct or unset it, then start Inkstone again.</source>
        <translation>环境变量 %1 没有采用：%2请改正或取消它，然后重新启动砚。</translation>
    </message>
    <message>
        <source>There is no address that the key is for.</source>
        <translation>没有这个密钥所属的地址。</translation>
    </message>
    <message>
        <source>%1 in the environment is not used: a key goes only to the server that OLLAMA_HOST names beside it. Set that too and start Inkstone again, or type the key with its server in Settings, Servers.</source>
        <translation>环境变量 %1 没有使用：密钥只发给 OLLAMA_HOST 指明的服务器。请同时设置 OLLAMA_HOST 并重新启动砚，或在“设置”的“服务器”中为对应的服务器填写密钥。</translation>
    </message>
</context>
<context>
    <name>ui::ErrorText</name>
    <message>
        <source>The answer was stopped.</source>
        <translation>回答已停止。</translation>
    </message>
    <message>
        <source>What came so far is kept. Retry asks again.</source>
        <translation>已有内容会保留。点“重试”再问一次。</translation>
    </message>
    <message>
        <source>The download of %1 was stopped.</source>
        <translation>%1 的下载已停止。</translation>
    </message>
    <message>
        <source>What has arrived is kept. Pull it again to go on.</source>
        <translation>已下载的部分会保留，再次拉取即可接着下载。</translation>
    </message>
    <message>
        <source>It was stopped before it was done. Start it again when you like.</source>
        <translation>还没完成就停止了，随时可以重新开始。</translation>
    </message>
    <message>
        <source>“%1” is not the address of a server.</source>
        <translation>“%1”不是服务器的地址。</translation>
    </message>
    <message>
        <source>An address looks like http://127.0.0.1:11434. Correct it in Settings.</source>
        <translation>地址形如 http://127.0.0.1:11434。请在“设置”里改正。</translation>
    </message>
    <message>
        <source>The question was not sent to %1.</source>
        <translation>提问没有发给 %1。</translation>
    </message>
    <message>
        <source>One of the generation settings has a value that is not allowed. Correct it, then retry.</source>
        <translation>有一项生成参数的值不允许。改正后再重试。</translation>
    </message>
    <message>
        <source>“%1” is not the name of a model.</source>
        <translation>“%1”不是模型名称。</translation>
    </message>
    <message>
        <source>A name looks like qwen3:8b or hf.co/owner/model. Check the spelling.</source>
        <translation>名称形如 qwen3:8b 或 hf.co/用户/模型。请检查拼写。</translation>
    </message>
    <message>
        <source>A value in %1 is not allowed.</source>
        <translation>%1 里有一个不允许的值。</translation>
    </message>
    <message>
        <source>The default is used in its place. Its name is under Details; enter another value in Settings.</source>
        <translation>已改用默认值。它的名称在“详情”里；请在“设置”里换一个值。</translation>
    </message>
    <message>
        <source>A value in it is not allowed, so nothing was sent. Check what was entered, then try again.</source>
        <translation>有一个值不允许，所以什么都没有发送。检查输入后再试。</translation>
    </message>
    <message>
        <source>Nothing answers at %2. Its last words are under Details; correct what they name, then start it again.</source>
        <translation>%2 没有应答。它最后的输出在“详情”里，按其中说的改正后重新启动。</translation>
    </message>
    <message>
        <source>There is no connection to %2.</source>
        <translation>没有连上 %2。</translation>
    </message>
    <message>
        <source>Ollama may not be running there. Start it, or check the address in Settings.</source>
        <translation>Ollama 可能没有启动。启动它，或者在“设置”里检查地址。</translation>
    </message>
    <message>
        <source>The address %2 was not found.</source>
        <translation>找不到地址 %2。</translation>
    </message>
    <message>
        <source>Check its spelling in Settings, and that this computer is on the network.</source>
        <translation>在“设置”里检查拼写，并确认这台电脑已联网。</translation>
    </message>
    <message>
        <source>%1 did not begin to answer in time.</source>
        <translation>%1 没有在限定时间内开始回答。</translation>
    </message>
    <message>
        <source>A large model can take minutes to load. Retry, or allow more time in Settings.</source>
        <translation>大模型可能要几分钟才能载入。重试，或者在“设置”里延长时间。</translation>
    </message>
    <message>
        <source>%1 was started but does not answer yet.</source>
        <translation>%1 已启动，但还没有应答。</translation>
    </message>
    <message>
        <source>The first start can take a while. Wait a moment, then check the connection again.</source>
        <translation>第一次启动可能要等一会儿。稍候再检查连接。</translation>
    </message>
    <message>
        <source>%2 did not answer in time.</source>
        <translation>%2 没有在限定时间内应答。</translation>
    </message>
    <message>
        <source>It may be busy, switched off or behind a firewall. Try again, or allow more time in Settings.</source>
        <translation>它可能正忙、已关机，或者被防火墙挡住。再试一次，或者在“设置”里延长时间。</translation>
    </message>
    <message>
        <source>The server went away while it was answering.</source>
        <translation>服务器在回答途中断开了。</translation>
    </message>
    <message>
        <source>The text above is kept. Retry asks again.</source>
        <translation>上面的内容会保留。点“重试”再问一次。</translation>
    </message>
    <message>
        <source>The download of %1 broke off.</source>
        <translation>%1 的下载中断了。</translation>
    </message>
    <message>
        <source>The server or the network went away. What has arrived is kept; pull it again to go on.</source>
        <translation>服务器或网络断开了。已下载的部分会保留，再次拉取即可接着下载。</translation>
    </message>
    <message>
        <source>%1 ended by itself.</source>
        <translation>%1 自行退出了。</translation>
    </message>
    <message>
        <source>Its last words are under Details. Correct what they name, then start it again.</source>
        <translation>它最后的输出在“详情”里，按其中说的改正后重新启动。</translation>
    </message>
    <message>
        <source>The connection to %2 broke off.</source>
        <translation>与 %2 的连接中断了。</translation>
    </message>
    <message>
        <source>The server or the network went away. Try again.</source>
        <translation>服务器或网络断开了。请再试一次。</translation>
    </message>
    <message>
        <source>There is no secure connection to %2.</source>
        <translation>无法与 %2 建立安全连接。</translation>
    </message>
    <message>
        <source>Its certificate cannot be trusted from here. Check the address and this computer’s clock, or install the certificate of its issuer.</source>
        <translation>这台电脑不信任它的证书。检查地址和本机时钟，或者安装签发者的证书。</translation>
    </message>
    <message>
        <source>%2 points to another address.</source>
        <translation>%2 指向了另一个地址。</translation>
    </message>
    <message>
        <source>Inkstone does not follow by itself. If you trust the address under Details, enter it in Settings.</source>
        <translation>砚不会自动跟随。如果信任“详情”里的地址，请在“设置”里填入。</translation>
    </message>
    <message>
        <source>%2 asks for a key.</source>
        <translation>%2 要求密钥。</translation>
    </message>
    <message>
        <source>This account may not run the program. Allow it in the properties of the file, or install Ollama again.</source>
        <translation>这个账户不能运行该程序。在文件属性里允许运行，或者重新安装 Ollama。</translation>
    </message>
    <message>
        <source>%2 does not allow this.</source>
        <translation>%2 不允许这样做。</translation>
    </message>
    <message>
        <source>The server understood and refused. Ask whoever runs it, or choose another server in Settings.</source>
        <translation>服务器明白请求，但拒绝了。请询问管理它的人，或者在“设置”里换一个服务器。</translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <translation>找不到 %1。</translation>
    </message>
    <message>
        <source>It may have been removed or moved. Install Ollama, or connect to another machine in Settings.</source>
        <translation>它可能已被删除或移动。安装 Ollama，或者在“设置”里连接另一台机器。</translation>
    </message>
    <message>
        <source>%2 does not know this request.</source>
        <translation>%2 不认识这个请求。</translation>
    </message>
    <message>
        <source>Another program or an old Ollama may be answering there. Check the address in Settings, or update Ollama.</source>
        <translation>那里应答的可能是别的程序或旧版 Ollama。在“设置”里检查地址，或者更新 Ollama。</translation>
    </message>
    <message>
        <source>%1 is not on %2.</source>
        <translation>%2 上没有 %1。</translation>
    </message>
    <message>
        <source>It may have been removed or renamed. Pull it again, or choose another model.</source>
        <translation>它可能已被删除或改名。重新拉取，或者换一个模型。</translation>
    </message>
    <message>
        <source>It may have been removed or renamed. Choose another model from the list.</source>
        <translation>它可能已被删除或改名。请从列表里另选一个。</translation>
    </message>
    <message>
        <source>No model named %1 was found.</source>
        <translation>没有找到名为 %1 的模型。</translation>
    </message>
    <message>
        <source>Check the spelling, also of what stands after the colon, then pull again.</source>
        <translation>检查拼写，包括冒号后面的部分，再重新拉取。</translation>
    </message>
    <message>
        <source>%1 is no longer on %2.</source>
        <translation>%2 上已经没有 %1 了。</translation>
    </message>
    <message>
        <source>It was removed from elsewhere, so there is nothing left to do.</source>
        <translation>它已在别处被删除，不需要再做什么。</translation>
    </message>
    <message>
        <source>The server does not have this model. Pull it, or choose another one.</source>
        <translation>服务器上没有这个模型。拉取它，或者另选一个。</translation>
    </message>
    <message>
        <source>%2 is busy.</source>
        <translation>%2 正忙。</translation>
    </message>
    <message>
        <source>There is not enough memory for %1.</source>
        <translation>内存不够，载入不了 %1。</translation>
    </message>
    <message>
        <source>Choose a smaller model, unload others, or set a shorter context length in Settings.</source>
        <translation>换一个小一些的模型，卸载其他模型，或者在“设置”里缩短上下文长度。</translation>
    </message>
    <message>
        <source>There is not enough memory. Unload models or close other programs, then try again.</source>
        <translation>内存不够。卸载模型或关闭其他程序，再试一次。</translation>
    </message>
    <message>
        <source>%1 ended while it was answering.</source>
        <translation>%1 在回答途中退出了。</translation>
    </message>
    <message>
        <source>The text above is kept. Memory is the usual reason: retry, or choose a smaller model or a shorter context length.</source>
        <translation>上面的内容会保留。多半是内存不够：重试，或者换小一些的模型、缩短上下文长度。</translation>
    </message>
    <message>
        <source>The process that runs the model ended, often for want of memory. Try again, or choose a smaller model.</source>
        <translation>运行模型的进程退出了，多半是内存不够。再试一次，或者换小一些的模型。</translation>
    </message>
    <message>
        <source>%1 cannot do what was asked.</source>
        <translation>%1 做不到所要求的事。</translation>
    </message>
    <message>
        <source>It may lack thinking, images or tools. Switch that off, or choose another model.</source>
        <translation>它可能不支持思考、图像或工具。关掉这一项，或者换一个模型。</translation>
    </message>
    <message>
        <source>Ollama on %2 may be too old for this model. Update it there, then pull again.</source>
        <translation>%2 上的 Ollama 对这个模型来说可能太旧。更新后再拉取。</translation>
    </message>
    <message>
        <source>%2 cannot do this.</source>
        <translation>%2 做不到这件事。</translation>
    </message>
    <message>
        <source>Its version may be too old. Update Ollama there, then try again.</source>
        <translation>版本可能太旧。更新那里的 Ollama，再试一次。</translation>
    </message>
    <message>
        <source>The registry of %1 did not answer.</source>
        <translation>%1 的模型仓库没有应答。</translation>
    </message>
    <message>
        <source>The server needs the network to fetch a model. Check its connection, then pull again; what has arrived is kept.</source>
        <translation>服务器要联网才能取得模型。检查它的网络再拉取，已下载的部分会保留。</translation>
    </message>
    <message>
        <source>The server did not reach the registry of models. Check its connection to the network, then try again.</source>
        <translation>服务器连不上模型仓库。检查它的网络，再试一次。</translation>
    </message>
    <message>
        <source>The server failed while it was answering.</source>
        <translation>服务器在回答途中出错了。</translation>
    </message>
    <message>
        <source>The text above is kept. Retry asks again; if it fails once more, choose another model.</source>
        <translation>上面的内容会保留。点“重试”再问一次；如果还是失败，换一个模型。</translation>
    </message>
    <message>
        <source>It reported a failure of its own. Its last words are under Details; correct what they name, then start it again.</source>
        <translation>它报告了自身的错误。最后的输出在“详情”里，按其中说的改正后重新启动。</translation>
    </message>
    <message>
        <source>The server reported a failure of its own. Try again; if it comes back, look into the log of the server.</source>
        <translation>服务器报告了自身的错误。再试一次；如果反复出现，请查看服务器日志。</translation>
    </message>
    <message>
        <source>The reply from %2 could not be understood.</source>
        <translation>看不懂 %2 的回复。</translation>
    </message>
    <message>
        <source>The text above is kept. Another program may be answering there: check the address in Settings, then retry.</source>
        <translation>上面的内容会保留。那里应答的可能是别的程序：在“设置”里检查地址，再重试。</translation>
    </message>
    <message>
        <source>Another program may be answering there. Check the address in Settings, then try again.</source>
        <translation>那里应答的可能是别的程序。在“设置”里检查地址，再试一次。</translation>
    </message>
    <message>
        <source>The reply from %2 was too large.</source>
        <translation>%2 的回复太大。</translation>
    </message>
    <message>
        <source>Reading stopped to protect the memory of this computer. The text above is kept; ask for a shorter answer.</source>
        <translation>为了保护本机内存，已停止读取。上面的内容会保留，可以要求回答短一些。</translation>
    </message>
    <message>
        <source>Reading stopped to protect the memory of this computer. Check that the address in Settings is that of Ollama.</source>
        <translation>为了保护本机内存，已停止读取。请确认“设置”里的地址是 Ollama 的。</translation>
    </message>
    <message>
        <source>The server could not write a file. Check its disk and its permissions, then pull again.</source>
        <translation>服务器写不了文件。检查它的磁盘和权限，再拉取。</translation>
    </message>
    <message>
        <source>A file it needs could not be read or written. Its last words are under Details.</source>
        <translation>它需要的文件无法读写。最后的输出在“详情”里。</translation>
    </message>
    <message>
        <source>The conversations in %1 cannot be saved.</source>
        <translation>%1 里的对话无法保存。</translation>
    </message>
    <message>
        <source>The disk or the permissions of the folder may be the reason. New text stays in memory: put this right before you quit.</source>
        <translation>原因可能是磁盘或文件夹权限。新内容先留在内存里，请在退出前处理好。</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be saved.</source>
        <translation>%1 里的设置无法保存。</translation>
    </message>
    <message>
        <source>The change holds until you quit. Check the disk and the permissions of the file, then change it again.</source>
        <translation>这次修改在退出前有效。检查磁盘和文件权限，再改一次。</translation>
    </message>
    <message>
        <source>A file could not be read or written. Check the disk and the permissions, then try again.</source>
        <translation>有文件无法读写。检查磁盘和权限，再试一次。</translation>
    </message>
    <message>
        <source>There is no space left for %1 on %2.</source>
        <translation>%2 上没有空间存放 %1 了。</translation>
    </message>
    <message>
        <source>Remove models you no longer need, then pull it again. What has arrived is kept.</source>
        <translation>删除不再需要的模型，再重新拉取。已下载的部分会保留。</translation>
    </message>
    <message>
        <source>The disk is full, so new text is not saved.</source>
        <translation>磁盘已满，新内容没有保存。</translation>
    </message>
    <message>
        <source>Free some space for %1. Until then it stays in memory, and is saved as soon as there is room.</source>
        <translation>请为 %1 腾出空间。在那之前内容留在内存里，一有空间就会保存。</translation>
    </message>
    <message>
        <source>The disk is full, so the settings are not saved.</source>
        <translation>磁盘已满，设置没有保存。</translation>
    </message>
    <message>
        <source>The change holds until you quit. Free some space for %1, then change it again.</source>
        <translation>这次修改在退出前有效。为 %1 腾出空间后再改一次。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>磁盘已满。腾出空间后再试一次。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written.</source>
        <translation>文件夹 %1 无法写入。</translation>
    </message>
    <message>
        <source>What you do now stays in memory and ends with the program. Change the permissions of the folder, then start Inkstone again.</source>
        <translation>现在做的事只留在内存里，退出就会消失。修改文件夹权限后重新启动砚。</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>文件 %1 无法写入。</translation>
    </message>
    <message>
        <source>The change holds until you quit. Change the permissions of the file, then change the setting again.</source>
        <translation>这次修改在退出前有效。修改文件权限后再改一次设置。</translation>
    </message>
    <message>
        <source>The disk or the folder is read-only. Change its permissions, then try again.</source>
        <translation>磁盘或文件夹是只读的。修改权限后再试一次。</translation>
    </message>
    <message>
        <source>The saved conversations in %1 were damaged.</source>
        <translation>保存在 %1 的对话已损坏。</translation>
    </message>
    <message>
        <source>The settings in %1 were damaged.</source>
        <translation>%1 里的设置已损坏。</translation>
    </message>
    <message>
        <source>The last good copy or the defaults are in use, and the damaged file is kept beside it. Look through Settings.</source>
        <translation>正在使用上一份完好的副本或默认值，损坏的文件保留在旁边。请看一遍“设置”。</translation>
    </message>
    <message>
        <source>A file it needs is damaged. Restore it from a backup, then try again.</source>
        <translation>它需要的文件已损坏。从备份恢复后再试一次。</translation>
    </message>
    <message>
        <source>The conversations in %1 were saved by a newer Inkstone.</source>
        <translation>%1 里的对话是由更新版本的砚保存的。</translation>
    </message>
    <message>
        <source>They are untouched, and what you do now is not saved. Update Inkstone to open them.</source>
        <translation>它们没有被改动，现在做的事也不会保存。更新砚之后才能打开。</translation>
    </message>
    <message>
        <source>A file it needs was saved by a newer Inkstone. Update Inkstone, then try again.</source>
        <translation>它需要的文件是由更新版本的砚保存的。更新砚之后再试一次。</translation>
    </message>
    <message>
        <source>There is no working connection to %1.</source>
        <translation>与 %1 的连接不可用。</translation>
    </message>
    <message>
        <source>%1 could not answer.</source>
        <translation>%1 没能回答。</translation>
    </message>
    <message>
        <source>The models on %1 could not be listed.</source>
        <translation>无法列出 %1 上的模型。</translation>
    </message>
    <message>
        <source>The details of %1 could not be read.</source>
        <translation>无法读取 %1 的详情。</translation>
    </message>
    <message>
        <source>%1 could not be pulled.</source>
        <translation>无法拉取 %1。</translation>
    </message>
    <message>
        <source>%1 could not be removed.</source>
        <translation>无法删除 %1。</translation>
    </message>
    <message>
        <source>%1 could not be unloaded from memory.</source>
        <translation>无法把 %1 从内存卸载。</translation>
    </message>
    <message>
        <source>%1 could not be started.</source>
        <translation>无法启动 %1。</translation>
    </message>
    <message>
        <source>The conversations in %1 could not be read or saved.</source>
        <translation>%1 里的对话无法读取或保存。</translation>
    </message>
    <message>
        <source>The settings in %1 could not be read or saved.</source>
        <translation>%1 里的设置无法读取或保存。</translation>
    </message>
    <message>
        <source>The answer was interrupted because Inkstone ended.</source>
        <translation>砚退出了，这条回答没有写完。</translation>
    </message>
    <message>
        <source>%2 does not speak https.</source>
        <translation>%2 用的不是 HTTPS。</translation>
    </message>
    <message>
        <source>It answers without encryption on this port. Check the port, or begin the address with http:// if that is meant.</source>
        <translation>这个端口上的回应没有加密。请检查端口；如果本来就不加密，地址要以 http:// 开头。</translation>
    </message>
    <message>
        <source>%2 offers only encryption that is no longer safe.</source>
        <translation>%2 只支持已经不安全的加密方式。</translation>
    </message>
    <message>
        <source>TLS 1.2 or later is needed. Update the server, or what stands in front of it.</source>
        <translation>需要 TLS 1.2 或更新的版本。更新服务器，或者更新它前面的代理。</translation>
    </message>
    <message>
        <source>The certificate of %2 is not trusted.</source>
        <translation>%2 的证书未受信任。</translation>
    </message>
    <message>
        <source>Nobody this computer knows has signed it. Compare its fingerprint with the server’s, then trust it in Settings, or choose the file of its issuer there.</source>
        <translation>签发者不在这台电脑信任的范围内。请先和服务器上的指纹核对，再到设置里信任它，或选择签发者的 CA 文件。</translation>
    </message>
    <message>
        <source>The certificate of %2 expired on %3.</source>
        <translation>%2 的证书已在 %3过期。</translation>
    </message>
    <message>
        <source>Nothing was sent. Ask whoever runs the server for a new one; if this computer’s clock is wrong, set it.</source>
        <translation>没有发送任何内容。请联系服务器管理员更换证书；如果这台电脑的时间不对，请先校准。</translation>
    </message>
    <message>
        <source>The certificate of %2 is not valid before %3.</source>
        <translation>%2 的证书要到 %3才生效。</translation>
    </message>
    <message>
        <source>Nothing was sent. This computer’s clock may be wrong: check its date and time, then try again.</source>
        <translation>没有发送任何内容。这台电脑的时间可能不对，请检查日期和时间后再试。</translation>
    </message>
    <message>
        <source>The certificate of %2 is for %3.</source>
        <translation>%2 出示的是 %3 的证书。</translation>
    </message>
    <message>
        <source>Nothing was sent. Enter the name the certificate is for, or check that the right machine answers there.</source>
        <translation>没有发送任何内容。请改用证书上的域名，或确认回应的是正确的机器。</translation>
    </message>
    <message>
        <source>The certificate of %2 is not the one you trusted.</source>
        <translation>%2 的证书和你信任的那张不一样。</translation>
    </message>
    <message>
        <source>Nothing was sent, because someone may be in between. Compare both fingerprints under Details with the server’s before you trust the new one.</source>
        <translation>中间可能有人，所以没有发送任何内容。信任新证书之前，请把“详细信息”里的两个指纹和服务器上的核对。</translation>
    </message>
    <message>
        <source>The key was not sent to %2.</source>
        <translation>密钥没有发送给 %2。</translation>
    </message>
    <message>
        <source>The connection is not encrypted, so others on the way could read the key. Use an https address, or allow it for this server in Settings.</source>
        <translation>连接没有加密，途中的人能读到密钥。请改用 https 地址，或在设置里为这台服务器允许。</translation>
    </message>
    <message>
        <source>There is no way through the proxy %3.</source>
        <translation>代理 %3 走不通。</translation>
    </message>
    <message>
        <source>It may be off, or not allow %2. Its words are under Details; check the proxy of this server in Settings.</source>
        <translation>它可能没有启动，或不允许访问 %2。原话在“详细信息”里；请在设置里检查这台服务器的代理。</translation>
    </message>
    <message>
        <source>The proxy %3 asks for a name and a password.</source>
        <translation>代理 %3 要求用户名和密码。</translation>
    </message>
    <message>
        <source>They are missing or refused. Enter them for this server in Settings.</source>
        <translation>没有填写，或没有通过。请在设置里为这台服务器填写。</translation>
    </message>
    <message>
        <source>Nothing was sent to %2.</source>
        <translation>没有向 %2 发送任何内容。</translation>
    </message>
    <message>
        <source>Inkstone is locked to one server. Remove the lock under Privacy in Settings, or choose that server.</source>
        <translation>现在只允许连接一台服务器。请在设置的“隐私”里解除锁定，或改用那台服务器。</translation>
    </message>
    <message>
        <source>The key is missing, or it is refused. Enter the key of this server in Settings.</source>
        <translation>没有密钥，或密钥没有通过。请在设置里填写这台服务器的密钥。</translation>
    </message>
    <message>
        <source>The server reported a failure of its own. What has arrived is kept; pull it again to go on. If it comes back, make room on the server’s disk and restart the server.</source>
        <translation>服务器自身出错。已下载的部分会保留，重新拉取即可继续；如果再次出错，请给服务器的磁盘腾出空间，再重启服务器。</translation>
    </message>
    <message>
        <source>There is no keyring to keep the key in.</source>
        <translation>没有系统密钥环，密钥无处保存。</translation>
    </message>
    <message>
        <source>Start one, such as GNOME Keyring or KWallet, and try again, or use the key until you quit.</source>
        <translation>请启动 GNOME Keyring 或 KWallet 后再试，或只在退出前使用这个密钥。</translation>
    </message>
    <message>
        <source>The keyring did not open.</source>
        <translation>系统密钥环没有打开。</translation>
    </message>
    <message>
        <source>Unlock it and try again, or use the key until you quit.</source>
        <translation>请解锁后再试，或只在退出前使用这个密钥。</translation>
    </message>
    <message>
        <source>“%1” is not the address of a file.</source>
        <translation>“%1”不是文件地址。</translation>
    </message>
    <message>
        <source>An address looks like https://example.org/catalogue.json. The catalogue in use stays.</source>
        <translation>地址形如 https://example.org/catalogue.json。继续使用现有目录。</translation>
    </message>
    <message>
        <source>There is no connection to %1.</source>
        <translation>没有连上 %1。</translation>
    </message>
    <message>
        <source>Check the address and the network. The catalogue in use stays.</source>
        <translation>请检查地址和网络。继续使用现有目录。</translation>
    </message>
    <message>
        <source>The address %1 was not found.</source>
        <translation>找不到地址 %1。</translation>
    </message>
    <message>
        <source>Check its spelling, and that this computer is on the network. The catalogue in use stays.</source>
        <translation>请检查拼写，并确认这台电脑已联网。继续使用现有目录。</translation>
    </message>
    <message>
        <source>%1 points to another address, %3.</source>
        <translation>%1 指向另一个地址：%3。</translation>
    </message>
    <message>
        <source>Inkstone does not follow by itself. If you trust that address, enter it here.</source>
        <translation>砚不会自动跟过去。如果你信任那个地址，请在这里填写它。</translation>
    </message>
    <message>
        <source>There is nothing at %1.</source>
        <translation>%1 处没有内容。</translation>
    </message>
    <message>
        <source>Check the address. The catalogue in use stays.</source>
        <translation>请检查地址。继续使用现有目录。</translation>
    </message>
    <message>
        <source>%1 is not a catalogue.</source>
        <translation>%1 不是模型目录。</translation>
    </message>
    <message>
        <source>One entry at least is missing or wrong, or it is another kind of file. The catalogue in use stays.</source>
        <translation>至少有一项缺失或有误，或者它根本不是目录文件。继续使用现有目录。</translation>
    </message>
    <message>
        <source>%1 is too large for a catalogue.</source>
        <translation>%1 太大，不像模型目录。</translation>
    </message>
    <message>
        <source>At most 4 MB are read. The catalogue in use stays.</source>
        <translation>最多读取 4 MB。继续使用现有目录。</translation>
    </message>
    <message>
        <source>%1 could not be read or kept.</source>
        <translation>%1 无法读取或保存。</translation>
    </message>
    <message>
        <source>Check that it is an ordinary file, and that the data folder can be written. The catalogue in use stays.</source>
        <translation>请确认它是普通文件，并且数据文件夹可以写入。继续使用现有目录。</translation>
    </message>
    <message>
        <source>The catalogue at %1 could not be read.</source>
        <translation>无法读取 %1 处的模型目录。</translation>
    </message>
    <message>
        <source>%1 could not be loaded into memory.</source>
        <translation>无法把 %1 载入内存。</translation>
    </message>
    <message>
        <source>How long %1 stays in memory could not be changed.</source>
        <translation>无法更改 %1 在内存中的保留时间。</translation>
    </message>
    <message>
        <source>%1 did not say what would be downloaded.</source>
        <translation>%1 没有说明要下载哪些内容。</translation>
    </message>
    <message>
        <source>Inkstone is locked to one server, so %1 was not asked.</source>
        <translation>砚已锁定为只连接一台服务器，因此没有询问 %1。</translation>
    </message>
    <message>
        <source>Remove the lock under Privacy in Settings, then ask again.</source>
        <translation>请在设置的“隐私”里解除锁定，然后再询问。</translation>
    </message>
    <message>
        <source>%1 does not know this model.</source>
        <translation>%1 上没有这个模型。</translation>
    </message>
    <message>
        <source>Check the spelling of its name.</source>
        <translation>请检查名称有没有拼错。</translation>
    </message>
    <message>
        <source>%1 can be asked only from the machine of the server.</source>
        <translation>只能在服务器所在的机器上询问 %1。</translation>
    </message>
    <message>
        <source>The name of the registry means that machine itself, not this one.</source>
        <translation>这个模型仓库的地址指的是那台机器自己，不是这台。</translation>
    </message>
    <message>
        <source>%1 could not be copied.</source>
        <translation>没能复制 %1。</translation>
    </message>
    <message>
        <source>%1 could not be renamed.</source>
        <translation>没能重命名 %1。</translation>
    </message>
    <message>
        <source>%1 could not be made.</source>
        <translation>没能做出 %1。</translation>
    </message>
    <message>
        <source>%1 could not be imported.</source>
        <translation>没能导入 %1。</translation>
    </message>
    <message>
        <source>%1 could not be pushed.</source>
        <translation>没能推送 %1。</translation>
    </message>
    <message>
        <source>It was stopped before it was done. The file need not be checked again when you go on.</source>
        <translation>没有做完就停止了。继续时不用重新检查文件。</translation>
    </message>
    <message>
        <source>The model it is based on is neither on the server nor known to the registry. Check its name.</source>
        <translation>服务器上没有它的基础模型，模型仓库里也没有。请检查名称。</translation>
    </message>
    <message>
        <source>What arrived at the server is not what was read here: the file may have changed meanwhile. Import it again.</source>
        <translation>服务器收到的与这里读到的不同，文件可能在此期间改动过。请重新导入。</translation>
    </message>
    <message>
        <source>The registry was not reached, or refused it. Its words are under Details; check the name, and that you may write there.</source>
        <translation>没有连上模型仓库，或者模型仓库拒绝了。原话在“详细信息”里；请检查名称，以及你是否有写入权限。</translation>
    </message>
    <message>
        <source>The server refused it. Its words are under Details; correct what they name, then make it again.</source>
        <translation>服务器拒绝了。原话在“详细信息”里；改正其中指出的地方，再做一次。</translation>
    </message>
    <message>
        <source>The server refused the file. Its words are under Details; it may be damaged, or of a kind the engine does not run.</source>
        <translation>服务器拒绝了这个文件。原话在“详细信息”里；文件可能损坏，或者引擎不支持这种模型。</translation>
    </message>
    <message>
        <source>The registry or the server refused it. Their words are under Details; the name must be one you may write to.</source>
        <translation>模型仓库或服务器拒绝了。原话在“详细信息”里；名称必须是你有权写入的。</translation>
    </message>
    <message>
        <source>The file could not be read to its end. Check the disk it is on, then import it again.</source>
        <translation>文件没能读完。请检查它所在的磁盘，再重新导入。</translation>
    </message>
    <message>
        <source>Remove models you no longer need, then import it again.</source>
        <translation>删除不再需要的模型，再重新导入。</translation>
    </message>
    <message>
        <source>%1 was not updated, because its present state could not be kept.</source>
        <translation>没有更新 %1，因为现在的版本没有保留下来。</translation>
    </message>
    <message>
        <source>%1 could not be brought back.</source>
        <translation>没有换回 %1。</translation>
    </message>
    <message>
        <source>The server does not trust the certificate of the registry of %1.</source>
        <translation>服务器不信任 %1 所在模型仓库的证书。</translation>
    </message>
    <message>
        <source>Something on its way may be reading along, as company proxies and antivirus programs do. On the machine of the server, add their CA to those the system trusts, then try again.</source>
        <translation>途中可能有公司代理或杀毒软件在解密流量。请在服务器那台机器上把它们的 CA 加入系统信任的证书，然后重试。</translation>
    </message>
    <message>
        <source>What answers in place of the registry of %1 is none.</source>
        <translation>应答的不是 %1 所在的模型仓库。</translation>
    </message>
    <message>
        <source>Check the host in the name, and whether a proxy or a login page answers in its place.</source>
        <translation>请检查名称里的主机，以及是不是代理或登录页面在代为应答。</translation>
    </message>
    <message>
        <source>The registry of %1 does not let the server have it.</source>
        <translation>%1 的模型仓库不允许服务器下载它。</translation>
    </message>
    <message>
        <source>It may be private, or its terms have to be accepted there first. Add the public key of the server (id_ed25519.pub) to your account there, then pull again.</source>
        <translation>它可能是私有的，或要先在那里接受条款。请把服务器的公钥 (id_ed25519.pub) 加到你在那里的账号，然后重新拉取。</translation>
    </message>
    <message>
        <source>The registry of %1 does not let the server write there.</source>
        <translation>%1 的模型仓库不允许服务器写入。</translation>
    </message>
    <message>
        <source>Add the public key of the server (id_ed25519.pub) to your account there, and check that the name is one you may write to.</source>
        <translation>请把服务器的公钥 (id_ed25519.pub) 加到你在那里的账号，并检查你是否有权写入这个名称。</translation>
    </message>
    <message>
        <source>The damaged file was moved aside, not deleted. What could still be read of it is in a new one.</source>
        <translation>损坏的文件已移到一旁，没有删除；其中仍能读取的内容都已存入新文件。</translation>
    </message>
    <message>
        <source>The answer of %1 could not go on.</source>
        <translation>%1 的回答没能接着写下去。</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>导入已停止。</translation>
    </message>
    <message>
        <source>Nothing was taken over. Import it again when you like.</source>
        <translation>没有导入任何内容。需要时可以重新导入。</translation>
    </message>
    <message>
        <source>%1 changed while it was read.</source>
        <translation>读取期间 %1 发生了变化。</translation>
    </message>
    <message>
        <source>Nothing was taken over. Import it again.</source>
        <translation>没有导入任何内容。请重新导入。</translation>
    </message>
    <message>
        <source>It may have been moved or removed. Choose it again.</source>
        <translation>它可能已被移动或删除。请重新选择。</translation>
    </message>
    <message>
        <source>%2 cannot go on in the middle of an answer of %1.</source>
        <translation>%2 不能接着 %1 写到一半的回答往下写。</translation>
    </message>
    <message>
        <source>The text above is kept. Retry asks for another version of the answer.</source>
        <translation>上面的文字已保留。点“重试”会生成回答的另一个版本。</translation>
    </message>
    <message>
        <source>%1 is an archive.</source>
        <translation>%1 是压缩包。</translation>
    </message>
    <message>
        <source>Unpack it, then choose conversations.json from it.</source>
        <translation>先解压，再选择其中的 conversations.json。</translation>
    </message>
    <message>
        <source>%1 is no file with conversations.</source>
        <translation>%1 不是对话文件。</translation>
    </message>
    <message>
        <source>An export of Inkstone, conversations.json of ChatGPT, an export of Open WebUI and the database of Ollama’s app (db.sqlite) can be read. Nothing was taken over.</source>
        <translation>可以读取：砚导出的文件、ChatGPT 的 conversations.json、Open WebUI 导出的文件，以及 Ollama 应用的数据库 (db.sqlite)。没有导入任何内容。</translation>
    </message>
    <message>
        <source>A conversation in %1 is too large to be read.</source>
        <translation>%1 中有一个对话太大，无法读取。</translation>
    </message>
    <message>
        <source>Reading stopped to protect the memory of this computer. Nothing was taken over.</source>
        <translation>为保护这台电脑的内存，读取已停止。没有导入任何内容。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was taken over; free some space, then import it again.</source>
        <translation>磁盘已满。没有导入任何内容；请腾出一些空间，然后重新导入。</translation>
    </message>
    <message>
        <source>%1 is damaged or not complete.</source>
        <translation>%1 已损坏或不完整。</translation>
    </message>
    <message>
        <source>Nothing was taken over. Export it again where it comes from.</source>
        <translation>没有导入任何内容。请在原来的程序里重新导出。</translation>
    </message>
    <message>
        <source>%1 was exported by a newer Inkstone.</source>
        <translation>%1 是由更新版本的砚导出的。</translation>
    </message>
    <message>
        <source>Nothing was taken over. Update Inkstone to import it.</source>
        <translation>没有导入任何内容。更新砚之后再导入。</translation>
    </message>
    <message>
        <source>The conversation is longer than the window of %1.</source>
        <translation>对话超出了 %1 的上下文窗口。</translation>
    </message>
    <message>
        <source>Nothing was cut off unseen. Leave out the oldest messages, use a larger window, or have the oldest part summarised; all of it stays here.</source>
        <translation>没有悄悄截断任何内容。可以略去最早的消息、换更大的窗口，或把最早的部分写成摘要；原文都会留在这里。</translation>
    </message>
    <message>
        <source>The answer of %1 fills its window.</source>
        <translation>%1 的回答占满了上下文窗口。</translation>
    </message>
    <message>
        <source>Leave out the oldest messages or use a larger window, then continue.</source>
        <translation>略去最早的消息，或换更大的窗口，然后继续。</translation>
    </message>
    <message>
        <source>It is longer than what the model can read at once. Shorten it, or set a larger context length.</source>
        <translation>内容超出了模型一次能读的长度。请缩短内容，或设置更大的上下文长度。</translation>
    </message>
    <message>
        <source>The export to %1 was stopped.</source>
        <translation>已停止导出到 %1。</translation>
    </message>
    <message>
        <source>Nothing was written. Export it again when you like.</source>
        <translation>没有写入任何内容，需要时可以重新导出。</translation>
    </message>
    <message>
        <source>It is loading a model, or has more requests than it takes at once. Wait a moment, then try again.</source>
        <translation>它正在载入模型，或者同时处理的请求已满。稍候再试。</translation>
    </message>
    <message>
        <source>Not every conversation could be written to %1.</source>
        <translation>未能把全部对话写入 %1。</translation>
    </message>
    <message>
        <source>The files that are there are whole.</source>
        <translation>已写好的文件都是完整的。</translation>
    </message>
    <message>
        <source>There is nothing to write to %1.</source>
        <translation>没有可写入 %1 的内容。</translation>
    </message>
    <message>
        <source>What was to be exported was deleted meanwhile, or nothing was said in it yet.</source>
        <translation>要导出的内容在此期间已被删除，或者里面还没有任何消息。</translation>
    </message>
</context>
<context>
    <name>ui::ExchangePanel</name>
    <message>
        <source>Export all conversations</source>
        <translation>导出全部对话</translation>
    </message>
    <message>
        <source>Inkstone (*.json)</source>
        <translation>砚 (*.json)</translation>
    </message>
    <message>
        <source>Inkstone %1</source>
        <translation>砚 %1</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>导入对话</translation>
    </message>
    <message>
        <source>Conversations (*.json *.sqlite *.sqlite3 *.db)</source>
        <translation>对话 (*.json *.sqlite *.sqlite3 *.db)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made each day.</source>
        <translation>还没有备份。每天会自动备份一次。</translation>
    </message>
    <message>
        <source>%1: all of it is in %2.</source>
        <translation>%1 已全部导出到 %2。</translation>
    </message>
    <message>
        <source>%1 with %2 came in. They are in the list of conversations.</source>
        <translation>已导入 %1，共 %2，都在对话列表中。</translation>
    </message>
    <message>
        <source>Exporting to %1</source>
        <translation>正在导出到 %1</translation>
    </message>
    <message>
        <source>Looking through %1</source>
        <translation>正在查看 %1</translation>
    </message>
    <message>
        <source>Importing %1: %2 so far</source>
        <translation>正在导入 %1：已导入 %2</translation>
    </message>
    <message>
        <source>Every conversation in %1 is here already.</source>
        <translation>%1 中的对话这里都已经有了。</translation>
    </message>
    <message>
        <source>There is no conversation in %1.</source>
        <translation>%1 中没有对话。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Import %1 with %2 from %3?</source>
        <translation>从“%3”导入 %1（共 %2）吗？</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>全部导出……</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入……</translation>
    </message>
    <message>
        <source>From a backup…</source>
        <translation>从备份恢复……</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>One conversation is exported from its menu. What can be imported: an export of Inkstone, conversations.json of ChatGPT, an export of Open WebUI, and the database of Ollama’s app (db.sqlite).</source>
        <translation>单个对话可以从它的菜单导出。可以导入：砚导出的文件、ChatGPT 的 conversations.json、Open WebUI 导出的文件，以及 Ollama 应用的数据库 (db.sqlite)。</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) and file(s): the text alone comes in</source>
        <translation>
            <numerusform>%n 个图片和文件（只导入文字）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) to and from tools</source>
        <translation>
            <numerusform>%n 条工具调用及其结果</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of a kind that is not known</source>
        <translation>
            <numerusform>%n 条无法识别的消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) that are too long</source>
        <translation>
            <numerusform>%n 条过长的消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) without a message</source>
        <translation>
            <numerusform>%n 个没有消息的对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) that are no conversation</source>
        <translation>
            <numerusform>%n 个不是对话的条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) that are in the file more than once</source>
        <translation>
            <numerusform>%n 个在文件中重复的对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n 个对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Inkstone</source>
        <translation>砚</translation>
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
        <translation>Ollama 应用</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 · before an update of Inkstone</source>
        <translation>%1 · %2 · 砚更新之前</translation>
    </message>
    <message>
        <source>%1 · %2 · a damaged file that was set aside</source>
        <translation>%1 · %2 · 移到一旁的损坏文件</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>从 %1 到 %2</translation>
    </message>
    <message>
        <source>Here already, and left as they are: %1</source>
        <translation>这里已有，保持不变：%1</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>不导入：%1</translation>
    </message>
    <message>
        <source>Complete %1 here with %2 from %3?</source>
        <translation>用“%3”中的 %2补全这里的 %1吗？</translation>
    </message>
    <message>
        <source>%1 came in and completed %2.</source>
        <translation>已导入 %1，补全了 %2。</translation>
    </message>
    <message>
        <source>%1 %2 completed %3.</source>
        <translation>%1另有 %2补全了 %3。</translation>
    </message>
    <message>
        <source>Here already, and completed with %2: %1</source>
        <translation>已有，将用 %2补全：%1</translation>
    </message>
    <message>
        <source>Among what is left out: %1</source>
        <translation>未导入的内容包括：%1</translation>
    </message>
</context>
<context>
    <name>ui::ExportBar</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>Thought for %1</source>
        <translation>思考了 %1</translation>
    </message>
    <message>
        <source>Thought</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Export this conversation</source>
        <translation>导出这个对话</translation>
    </message>
    <message>
        <source>Web page, the branch shown (*.html)</source>
        <translation>网页，当前分支 (*.html)</translation>
    </message>
    <message>
        <source>Markdown, the branch shown (*.md)</source>
        <translation>Markdown，当前分支 (*.md)</translation>
    </message>
    <message>
        <source>Inkstone, everything, to import again (*.json)</source>
        <translation>砚，全部内容，可再次导入 (*.json)</translation>
    </message>
    <message>
        <source>The conversation was exported to %1.</source>
        <translation>对话已导出到 %1。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) exported to %1.</source>
        <translation>
            <numerusform>%n 个对话已导出到 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>PDF, the branch shown (*.pdf)</source>
        <translation>PDF，当前分支 (*.pdf)</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) printed to %1.</source>
        <translation>
            <numerusform>已打印 %n 页到 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer %1.</source>
        <translation>
            <numerusform>已将 %n 页发送到打印机 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The printer %1 takes nothing. Look whether it is switched on and has no error, or export a PDF.</source>
        <translation>打印机 %1 不接收内容。请看看它是否已开机、有没有报错，或者改为导出 PDF。</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Printing to %1: %2 %</source>
        <translation>正在打印到 %1：%2%</translation>
    </message>
    <message>
        <source>Exporting to %1: %2 %</source>
        <translation>正在导出到 %1：%2%</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Printing to %1 was stopped. What the printer has already may still come out.</source>
        <translation>已停止打印到 %1。打印机已经收到的页面可能仍会打印出来。</translation>
    </message>
    <message>
        <source>Export these conversations</source>
        <translation>导出这些对话</translation>
    </message>
    <message>
        <source>Export here</source>
        <translation>导出到这里</translation>
    </message>
</context>
<context>
    <name>ui::ExportForms</name>
    <message>
        <source>Web pages, one a conversation…</source>
        <translation>网页，每个对话一个文件……</translation>
    </message>
    <message>
        <source>PDFs, one a conversation…</source>
        <translation>PDF，每个对话一个文件……</translation>
    </message>
    <message>
        <source>Markdown, one file a conversation…</source>
        <translation>Markdown，每个对话一个文件……</translation>
    </message>
    <message>
        <source>One file with everything, to import again…</source>
        <translation>一个文件，全部内容，可再次导入……</translation>
    </message>
</context>
<context>
    <name>ui::FindBar</name>
    <message>
        <source>%1 of %2</source>
        <comment>Find: which hit of how many</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>没有匹配</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找……</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>在本对话中查找</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>Close find</source>
        <translation>关闭查找</translation>
    </message>
</context>
<context>
    <name>ui::FindingBox</name>
    <message>
        <source>SHA-256 fingerprint</source>
        <translation>SHA-256 指纹</translation>
    </message>
    <message>
        <source>The one you trusted</source>
        <translation>以前信任的</translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation>命令：%1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>信任这个证书</translation>
    </message>
    <message>
        <source>Choose CA file…</source>
        <translation>选择 CA 文件……</translation>
    </message>
    <message>
        <source>Start Ollama</source>
        <translation>启动 Ollama</translation>
    </message>
    <message>
        <source>Edit address</source>
        <translation>修改地址</translation>
    </message>
    <message>
        <source>Enter key</source>
        <translation>填写密钥</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>获取模型</translation>
    </message>
    <message>
        <source>Set default model</source>
        <translation>设置默认模型</translation>
    </message>
    <message>
        <source>How it is run there</source>
        <translation>那边的运行方式</translation>
    </message>
</context>
<context>
    <name>ui::FirstModelPage</name>
    <message>
        <source>Write the first message; it is sent when the model is ready</source>
        <translation>先写下第一条消息，模型就绪后自动发送</translation>
    </message>
    <message>
        <source>Your message is sent as soon as the model is ready.</source>
        <translation>模型就绪后，你的消息会自动发送。</translation>
    </message>
</context>
<context>
    <name>ui::FitWords</name>
    <message numerus="yes">
        <source>%1 takes %2: about %3 of its %n layer(s) fit the graphics card, the processor does the rest, more slowly.</source>
        <translation>
            <numerusform>%1 占用 %2：共 %n 层，显卡约放得下 %3 层，其余由处理器计算，速度较慢。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 takes %2: a part of it fits the graphics card, the processor does the rest, more slowly.</source>
        <translation>%1 占用 %2：显卡只放得下一部分，其余由处理器计算，速度较慢。</translation>
    </message>
    <message>
        <source>%1 takes %2 and fits the graphics card.</source>
        <translation>%1 占用 %2，显卡放得下。</translation>
    </message>
    <message>
        <source>%1 takes %2 and fits the memory.</source>
        <translation>%1 占用 %2，内存放得下。</translation>
    </message>
    <message>
        <source>%1 takes %2, more than is free right now. End other programs first.</source>
        <translation>%1 占用 %2，超过目前的可用内存。请先关闭其他程序。</translation>
    </message>
    <message>
        <source>%1 takes %2, more than this computer has. Choose a smaller one.</source>
        <translation>%1 占用 %2，这台电脑放不下。请选小一些的模型。</translation>
    </message>
    <message>
        <source>%1 is a download of %2, more than is free on the disk.</source>
        <translation>%1 的下载大小是 %2，磁盘放不下。</translation>
    </message>
    <message>
        <source>It cannot be told whether %1 fits.</source>
        <translation>无法判断 %1 是否放得下。</translation>
    </message>
    <message>
        <source>Fits the graphics card</source>
        <translation>显卡放得下</translation>
    </message>
    <message>
        <source>Partly on the graphics card</source>
        <translation>显卡部分放得下</translation>
    </message>
    <message>
        <source>Fits the memory</source>
        <translation>内存放得下</translation>
    </message>
    <message>
        <source>More than is free now</source>
        <translation>目前的可用内存不够</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <source>No room on the disk</source>
        <translation>磁盘放不下</translation>
    </message>
    <message>
        <source>%1 with %2; the server counted it with %3</source>
        <translation>%1（按 %2 算）；服务器在 %3 时统计</translation>
    </message>
    <message>
        <source>about %1 with %2: weights %3, context %4, computing %5</source>
        <translation>约 %1（按 %2 算）：权重 %3，上下文 %4，计算 %5</translation>
    </message>
</context>
<context>
    <name>ui::FolderPopup</name>
    <message>
        <source>Name of the folder</source>
        <translation>文件夹名称</translation>
    </message>
    <message>
        <source>There is a folder named %1 already. Type another name.</source>
        <translation>已经有名为“%1”的文件夹，请换一个名称。</translation>
    </message>
    <message>
        <source>Nothing of this name can be seen. Type another one.</source>
        <translation>这个名称里没有能看见的字符，请换一个。</translation>
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
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln 个 Token</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>每秒 %1 个</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>A date of this year, in the letters of QDate::toString</comment>
        <translation>M 月 d 日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>A date, in the letters of QDate::toString</comment>
        <translation>yyyy 年 M 月 d 日</translation>
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
        <translation>生成</translation>
    </message>
    <message>
        <source>For every conversation that sets nothing of its own. Changes apply at once.</source>
        <translation>用于没有单独设置的对话，改动立即生效。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>Sent before the first question of a conversation.</source>
        <translation>在对话的第一个提问之前发送。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Low keeps to the likeliest words, high is more varied.</source>
        <translation>低则用词稳妥，高则更多变化。</translation>
    </message>
    <message>
        <source>the model’s own value</source>
        <translation>模型自带的值</translation>
    </message>
    <message>
        <source>Model’s own</source>
        <translation>模型自带</translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation>最大 Token 数</translation>
    </message>
    <message>
        <source>The longest an answer may grow. 0 leaves it to the model.</source>
        <translation>回答最长能有多长。0 表示由模型决定。</translation>
    </message>
    <message>
        <source>The one used last</source>
        <translation>上次用的模型</translation>
    </message>
    <message>
        <source>%1 (not installed)</source>
        <translation>%1（未安装）</translation>
    </message>
    <message>
        <source>Default model</source>
        <translation>默认模型</translation>
    </message>
    <message>
        <source>A new conversation starts with it.</source>
        <translation>新对话从它开始。</translation>
    </message>
    <message>
        <source>The server’s own</source>
        <translation>服务器默认</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>How much of a conversation the model sees. More takes more memory.</source>
        <translation>模型能看到多长的对话。越长越占内存。</translation>
    </message>
    <message>
        <source>Until the answer is done</source>
        <translation>回答完就释放</translation>
    </message>
    <message>
        <source>5 minutes after the last answer</source>
        <translation>最后一次回答后 5 分钟</translation>
    </message>
    <message>
        <source>30 minutes after the last answer</source>
        <translation>最后一次回答后 30 分钟</translation>
    </message>
    <message>
        <source>1 hour after the last answer</source>
        <translation>最后一次回答后 1 小时</translation>
    </message>
    <message>
        <source>24 hours after the last answer</source>
        <translation>最后一次回答后 24 小时</translation>
    </message>
    <message>
        <source>Until the server ends</source>
        <translation>直到服务停止</translation>
    </message>
    <message>
        <source>%1 after the last answer</source>
        <translation>最后一次回答后 %1</translation>
    </message>
    <message>
        <source>Keep in memory</source>
        <translation>内存保留时间</translation>
    </message>
    <message>
        <source>From the first question</source>
        <translation>取自第一个提问</translation>
    </message>
    <message>
        <source>Improved by the model</source>
        <translation>由模型改进</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>The model is asked for one after the first answer, unless you named the conversation. It takes a moment of the server, and gives way to your questions.</source>
        <translation>第一个回答之后向模型要一个标题，你自己起了名的对话除外。这要占用服务器一会儿，你一提问就让开。</translation>
    </message>
</context>
<context>
    <name>ui::GoTo</name>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>New chat with it</source>
        <translation>用它新建对话</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Go to a conversation, a model or a command</source>
        <translation>转到对话、模型或命令</translation>
    </message>
    <message>
        <source>Nothing has these words in its name</source>
        <translation>没有名称包含这些字的项目</translation>
    </message>
    <message>
        <source>Assistants</source>
        <translation>助手</translation>
    </message>
</context>
<context>
    <name>ui::GuideTable</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>In the guides</source>
        <comment>Column: the size printed there</comment>
        <translation>指南中的大小</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载大小</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>适用场景</translation>
    </message>
    <message>
        <source>quick</source>
        <translation>快</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>慢</translation>
    </message>
</context>
<context>
    <name>ui::GuideView</name>
    <message>
        <source>The models of the guides, side by side</source>
        <translation>指南中各模型的对比</translation>
    </message>
</context>
<context>
    <name>ui::HistoryBanner</name>
    <message>
        <source>%1 Not saved since %2.</source>
        <translation>%1从 %2 起没有保存。</translation>
    </message>
    <message>
        <source>Inkstone started Ollama and stops it when it quits.</source>
        <translation>砚启动了 Ollama，退出时会一并停止。</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>保持运行</translation>
    </message>
    <message>
        <source>%1 Saved of them: %2 with %3.</source>
        <translation>%1 已救回 %2、%3。</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n 个对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>What can be done…</source>
        <translation>可以怎么做……</translation>
    </message>
    <message>
        <source>Free space: what models take…</source>
        <translation>腾出空间：看看模型占了多少……</translation>
    </message>
    <message>
        <source>Save what is here elsewhere…</source>
        <translation>把现有内容存到别处……</translation>
    </message>
    <message>
        <source>Copy this conversation</source>
        <translation>复制这个对话</translation>
    </message>
    <message>
        <source>From a backup…</source>
        <translation>从备份恢复……</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>ui::HoursField</name>
    <message>
        <source>Both are the same time, so downloads run at any time.</source>
        <translation>两个时间相同，等于随时可以下载。</translation>
    </message>
    <message>
        <source>At other times downloads wait. Start now lets one run all the same.</source>
        <translation>其他时间下载会等待。点“立即开始”可以让某一个照常下载。</translation>
    </message>
    <message>
        <source>Only in these hours</source>
        <translation>只在这个时段下载</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>ui::HoursRow</name>
    <message>
        <source>“%1” are no hours and were not saved; “%2” is still in use.</source>
        <translation>“%1”不是有效的时段，没有保存；仍用“%2”。</translation>
    </message>
</context>
<context>
    <name>ui::ImportDrop</name>
    <message>
        <source>It is not there any more. Check where it is, and choose it again.</source>
        <translation>文件已经不在那里。找到它，再选一次。</translation>
    </message>
    <message>
        <source>You are not allowed to read it. Change its permissions, then choose it again.</source>
        <translation>你没有读取它的权限。改好权限，再选一次。</translation>
    </message>
    <message>
        <source>It is not an ordinary file. Choose a model’s file; its name ends in .gguf.</source>
        <translation>它不是普通文件。请选择模型文件，文件名以 .gguf 结尾。</translation>
    </message>
    <message>
        <source>It is empty. The download may have failed: fetch it again.</source>
        <translation>文件是空的。可能没有下载成功，请重新下载。</translation>
    </message>
    <message>
        <source>It does not begin as a GGUF file does. Choose a model in the GGUF format; others have to be converted first.</source>
        <translation>文件开头不是 GGUF。请选择 GGUF 格式的模型，其他格式要先转换。</translation>
    </message>
    <message>
        <source>It is one of several parts. Merge them into one file with llama-gguf-split --merge, then choose that.</source>
        <translation>它只是几个分卷之一。先用 llama-gguf-split --merge 合并成一个文件，再选合并后的文件。</translation>
    </message>
    <message>
        <source>Choose a model’s file</source>
        <translation>选择模型文件</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>模型 (*.gguf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1, %2. The server gets a copy; the file stays where it is.</source>
        <translation>%1，%2。服务器会得到一份副本，文件留在原处。</translation>
    </message>
    <message>
        <source>It is a link to %1.</source>
        <translation>它是指向 %1 的链接。</translation>
    </message>
    <message>
        <source>Only %1 of it are on the disk: the download may not have ended.</source>
        <translation>磁盘上只有其中的 %1，可能还没有下载完。</translation>
    </message>
    <message>
        <source>Import a model’s file</source>
        <translation>导入模型文件</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>%1 cannot be imported.</source>
        <translation>无法导入 %1。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ui::InstalledPage</name>
    <message>
        <source>Installed models</source>
        <translation>已安装的模型</translation>
    </message>
    <message>
        <source>No models yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>A model is what answers. Get one that fits this machine, then start a chat.</source>
        <translation>回答来自模型。拉取一个适合这台机器的，就可以开始对话。</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>模型目录</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>没有符合“%1”的模型</translation>
    </message>
    <message>
        <source>None of the installed models has it in its name. There may be one to pull.</source>
        <translation>已安装的模型名称里都没有这些字，可以看看有没有能拉取的。</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在询问服务器……</translation>
    </message>
    <message>
        <source>The installed models appear when it answers.</source>
        <translation>应答后会显示已安装的模型。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), %1 on disk</source>
        <translation>
            <numerusform>%n 个模型，占用 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), about %1 on disk</source>
        <translation>
            <numerusform>%n 个模型，约占用 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>开始对话</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>卸载</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除……</translation>
    </message>
    <message>
        <source>No models on this server</source>
        <translation>此服务器上没有模型</translation>
    </message>
    <message>
        <source>None of the models has it in its name.</source>
        <translation>没有名称中包含它的模型。</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>This server does not load models on request. Load one there, and it appears here. Where it does not tell which models it has, type a name in Settings, Servers, More.</source>
        <translation>这台服务器不能按需载入模型。请在服务器上载入一个，这里就会显示。如果它不提供模型列表，请在“设置 → 服务器 → 更多”里填写模型名称。</translation>
    </message>
    <message>
        <source>Load now</source>
        <translation>立即载入</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>导入文件……</translation>
    </message>
    <message>
        <source>A model’s file (GGUF) of this computer. It can also be dropped on the page.</source>
        <translation>这台电脑上的模型文件 (GGUF)，也可以拖放到这个页面。</translation>
    </message>
    <message>
        <source>What is in memory, for how long, and what lets it go</source>
        <translation>内存中有哪些模型、保留多久，以及卸载</translation>
    </message>
</context>
<context>
    <name>ui::InstalledProxy</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Params</source>
        <comment>Column: parameter count</comment>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Quant</source>
        <comment>Column: quantization</comment>
        <translation>量化</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>In memory</source>
        <translation>内存中</translation>
    </message>
    <message>
        <source>Update</source>
        <comment>Badge: there is one</comment>
        <translation>更新</translation>
    </message>
    <message>
        <source>%1, there is an update</source>
        <translation>%1，有更新</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>已载入</translation>
    </message>
</context>
<context>
    <name>ui::JoinNotices</name>
    <message>
        <source>%1 is there</source>
        <translation>%1 已下载完成</translation>
    </message>
    <message>
        <source>%1 were downloaded. It can be asked now.</source>
        <translation>共 %1，可以开始对话了。</translation>
    </message>
    <message>
        <source>It can be asked now.</source>
        <translation>可以开始对话了。</translation>
    </message>
    <message>
        <source>%1 is pushed</source>
        <translation>%1 已推送</translation>
    </message>
    <message>
        <source>The registry has all of it.</source>
        <translation>模型仓库已全部收到。</translation>
    </message>
</context>
<context>
    <name>ui::JumpButton</name>
    <message numerus="yes">
        <source>%Ln new word(s)</source>
        <translation>
            <numerusform>%Ln 个新词</numerusform>
        </translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Jump to the latest text</source>
        <translation>跳到最新内容</translation>
    </message>
</context>
<context>
    <name>ui::LeftoverProxy</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>改动时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>ui::LeftoverView</name>
    <message>
        <source>Not used by any model</source>
        <translation>没有模型使用</translation>
    </message>
    <message>
        <source>Unfinished downloads</source>
        <translation>未完成的下载</translation>
    </message>
    <message>
        <source>Show the files</source>
        <translation>显示文件</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除……</translation>
    </message>
    <message>
        <source>Remove what no model uses…</source>
        <translation>删除没有模型使用的文件……</translation>
    </message>
    <message>
        <source>Remove unfinished downloads…</source>
        <translation>删除未完成的下载……</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n 个文件，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s), %1</source>
        <translation>
            <numerusform>%n 个下载，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n of them may be in use</source>
        <translation>
            <numerusform>%1；其中 %n 个可能正在使用</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove unused files</source>
        <translation>删除没有用到的文件</translation>
    </message>
    <message>
        <source>Remove unfinished downloads</source>
        <translation>删除未完成的下载</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n file(s) that no model uses?</source>
        <translation>
            <numerusform>删除没有模型使用的 %n 个文件？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n unfinished download(s)?</source>
        <translation>
            <numerusform>删除 %n 个未完成的下载？</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on the disk become free. A model that would need them has to be pulled again.</source>
        <translation>磁盘会释放 %1。需要这些文件的模型要重新拉取。</translation>
    </message>
    <message>
        <source>%1 on the disk become free. Pulling such a model again begins from the start.</source>
        <translation>磁盘会释放 %1。再拉取这样的模型会从头下载。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>ui::LinkOpener</name>
    <message>
        <source>Open link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>Write to %1?</source>
        <translation>给 %1 写邮件？</translation>
    </message>
    <message>
        <source>Open %1 in the browser?</source>
        <translation>在浏览器中打开 %1？</translation>
    </message>
    <message>
        <source>The name reads %1: letters of another alphabet can look like those of a name you know.</source>
        <translation>这个域名实际是 %1：其他文字的字母可能和你熟悉的域名看起来一样。</translation>
    </message>
    <message>
        <source>What stands before the @ is a user name, not where the link leads.</source>
        <translation>@ 前面的部分是用户名，不是链接的去处。</translation>
    </message>
    <message>
        <source>The text of the link says %1.</source>
        <translation>链接的文字写的是 %1。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>不打开</translation>
    </message>
</context>
<context>
    <name>ui::LoadedRow</name>
    <message>
        <source>context %1</source>
        <translation>上下文 %1</translation>
    </message>
    <message>
        <source>unloads: %1</source>
        <translation>自动卸载：%1</translation>
    </message>
    <message>
        <source>Keep for…</source>
        <translation>保留时间……</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>卸载</translation>
    </message>
    <message>
        <source>Keep %1 for…</source>
        <translation>%1 的保留时间……</translation>
    </message>
    <message>
        <source>Unload %1</source>
        <translation>卸载 %1</translation>
    </message>
</context>
<context>
    <name>ui::LoadedView</name>
    <message>
        <source>In memory</source>
        <translation>内存中</translation>
    </message>
    <message>
        <source>Unload all</source>
        <translation>全部卸载</translation>
    </message>
    <message>
        <source>Frees the memory they take. The next question loads its model again.</source>
        <translation>释放这些模型占用的内存。下次提问时会重新载入所用的模型。</translation>
    </message>
    <message>
        <source>Close what is in memory</source>
        <translation>收起内存中的模型</translation>
    </message>
    <message numerus="yes">
        <source>%n loaded, %1 in memory</source>
        <translation>
            <numerusform>已载入 %n 个，占用内存 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in memory</source>
        <translation>未载入模型</translation>
    </message>
    <message>
        <source>The next question loads its model, and so does Load now in the detail of one.</source>
        <translation>下次提问会载入所用的模型；也可以在模型详情里点“立即载入”。</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>还有 %n 个。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LogResult</name>
    <message>
        <source>What the log says</source>
        <translation>日志内容</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>导出为 JSON……</translation>
    </message>
    <message>
        <source>Problems in the log</source>
        <translation>日志中的问题</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>First</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最晚</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间分布</translation>
    </message>
    <message>
        <source>Requests in the log</source>
        <translation>日志中的请求</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95% 不超过</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Lines of the log</source>
        <translation>日志原文</translation>
    </message>
    <message>
        <source>Requests and load times</source>
        <translation>请求与载入时间</translation>
    </message>
    <message>
        <source>no times</source>
        <translation>没有时间</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>line number and text</comment>
        <translation>%1  %2</translation>
    </message>
    <message numerus="yes">
        <source>The first and the last lines; %Ln line(s) between them are left out.</source>
        <translation>
            <numerusform>只列出最前和最后的部分，中间省略了 %Ln 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>all others</source>
        <translation>其他</translation>
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
            <numerusform>%1：%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln line(s), %2 to %3</source>
        <translation>
            <numerusform>%1：%Ln 行，%2 至 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95% 不超过</translation>
    </message>
    <message>
        <source>longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>endpoint</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>ui::LogWords</name>
    <message>
        <source>Not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>The model needs more memory than was free. Choose a smaller model or quantization, lower OLLAMA_CONTEXT_LENGTH and OLLAMA_NUM_PARALLEL, or unload other models.</source>
        <translation>模型需要的内存超过了当时的空闲内存。可以换小一些的模型或量化版本，调低 OLLAMA_CONTEXT_LENGTH 和 OLLAMA_NUM_PARALLEL，或者从内存卸载其他模型。</translation>
    </message>
    <message>
        <source>Address already in use</source>
        <translation>地址已被占用</translation>
    </message>
    <message>
        <source>Another program, often a second Ollama, listens at this address. Stop it (systemctl stop ollama), or give this one another port: OLLAMA_HOST=127.0.0.1:11435.</source>
        <translation>另一个程序（常常是第二个 Ollama）已经在监听这个地址。先停掉它 (systemctl stop ollama)，或者给这个换一个端口：OLLAMA_HOST=127.0.0.1:11435。</translation>
    </message>
    <message>
        <source>Models load slowly</source>
        <translation>模型载入缓慢</translation>
    </message>
    <message>
        <source>Loading took more than 20 seconds, or the client gave up before. Put OLLAMA_MODELS on a faster disk, keep models in memory longer (OLLAMA_KEEP_ALIVE), choose a smaller model, or allow requests more time.</source>
        <translation>载入超过 20 秒，或者客户端提前放弃。可以把 OLLAMA_MODELS 放到更快的磁盘上，延长内存保留时间 (OLLAMA_KEEP_ALIVE)，换小一些的模型，或者把请求超时调长。</translation>
    </message>
    <message>
        <source>Registry not reached</source>
        <translation>连不上模型仓库</translation>
    </message>
    <message>
        <source>A download could not reach the registry or stalled. Check name resolution, firewall and certificates. Behind a proxy the engine itself needs HTTPS_PROXY in its environment. Then download again; it goes on where it stopped.</source>
        <translation>下载连不上模型仓库，或者中途停住。检查域名解析、防火墙和证书；需要代理时，引擎自己的环境变量里要有 HTTPS_PROXY。然后重新下载，会从停下的地方继续。</translation>
    </message>
    <message>
        <source>The disk refused</source>
        <translation>磁盘写入失败</translation>
    </message>
    <message>
        <source>There is no space left, or the engine may not write there. Remove models or free space; the folder OLLAMA_MODELS names has to belong to the user the service runs as.</source>
        <translation>磁盘已满，或者引擎没有写入权限。删除一些模型或释放空间；OLLAMA_MODELS 指向的文件夹要属于运行服务的用户。</translation>
    </message>
    <message>
        <source>The engine crashed</source>
        <translation>引擎崩溃</translation>
    </message>
    <message>
        <source>The process that runs the model ended. Update Ollama and the graphics driver; try a shorter context or the processor alone (num_gpu 0). If it is one model only, remove and download it again.</source>
        <translation>运行模型的进程意外结束。更新 Ollama 和显卡驱动；试试更短的上下文，或者只用 CPU (num_gpu 0)。如果只有一个模型这样，把它删除后重新下载。</translation>
    </message>
    <message>
        <source>A model could not be loaded</source>
        <translation>有模型无法载入</translation>
    </message>
    <message>
        <source>The model’s file is damaged, or newer than this engine understands. Update Ollama, then remove the model and download it again.</source>
        <translation>模型文件已损坏，或者格式比这个引擎新。更新 Ollama，再删除模型并重新下载。</translation>
    </message>
    <message>
        <source>Prompt longer than the context window</source>
        <translation>提示词超出上下文窗口</translation>
    </message>
    <message>
        <source>The beginning of the prompt was cut off or the request refused. Raise the context length (Settings, Generation; or OLLAMA_CONTEXT_LENGTH), which takes memory, or send less text.</source>
        <translation>提示词的开头被截掉，或者请求被拒绝。调高上下文长度（设置 → 生成，或 OLLAMA_CONTEXT_LENGTH，会多占内存），或者少发一些文字。</translation>
    </message>
    <message>
        <source>Graphics processor not used</source>
        <translation>没有用上显卡</translation>
    </message>
    <message>
        <source>Models run on the processor alone, which is slower. If there is a graphics processor: install its driver, give a container access to it (--gpus=all), and restart Ollama.</source>
        <translation>模型只在 CPU 上运行，速度较慢。如果机器有显卡：安装驱动，让容器能访问显卡 (--gpus=all)，再重启 Ollama。</translation>
    </message>
    <message>
        <source>Model not installed</source>
        <translation>模型没有安装</translation>
    </message>
    <message>
        <source>A request named a model that is not there. Download it, or correct its name and tag where it is asked for. A service and a person have separate models folders.</source>
        <translation>有请求用到了不存在的模型。下载它，或者在发出请求的地方改正名称和标签。系统服务和个人用户的模型文件夹是分开的。</translation>
    </message>
    <message>
        <source>Origin or host refused</source>
        <translation>来源或主机名被拒绝</translation>
    </message>
    <message>
        <source>A web page, or a host name the engine does not know, was turned away. Allow the page: OLLAMA_ORIGINS=https://page.example. Behind a proxy, let it send Host: localhost.</source>
        <translation>网页或引擎不认识的主机名被拒绝。允许这个网页：OLLAMA_ORIGINS=https://page.example；如果前面有反向代理，让它发送 Host: localhost。</translation>
    </message>
    <message>
        <source>Too many requests at once</source>
        <translation>同时的请求太多</translation>
    </message>
    <message>
        <source>The queue was full. Raise OLLAMA_NUM_PARALLEL or OLLAMA_MAX_QUEUE, or send fewer requests at the same time.</source>
        <translation>队列已满。调高 OLLAMA_NUM_PARALLEL 或 OLLAMA_MAX_QUEUE，或者减少同时发出的请求。</translation>
    </message>
    <message>
        <source>Requests failed</source>
        <translation>请求失败</translation>
    </message>
    <message>
        <source>The lines before these in the log say why. A client that leaves before the first token is noted in the same way.</source>
        <translation>日志里这些行之前的内容会说明原因。客户端在第一个 Token 之前离开，也会这样记录。</translation>
    </message>
    <message>
        <source>Models push each other out</source>
        <translation>模型互相挤出内存</translation>
    </message>
    <message>
        <source>The same model was loaded again within 30 seconds. If memory allows, raise OLLAMA_MAX_LOADED_MODELS and OLLAMA_KEEP_ALIVE; else use one model at a time, and always with the same context length.</source>
        <translation>同一个模型在 30 秒内又被载入。内存够的话，调高 OLLAMA_MAX_LOADED_MODELS 和 OLLAMA_KEEP_ALIVE；否则一次只用一个模型，并保持相同的上下文长度。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day and time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 微秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <comment>lines and size</comment>
        <translation>%1，%2。</translation>
    </message>
    <message>
        <source>%1, %2, from %3 to %4 by the server’s clock.</source>
        <translation>%1，%2，服务器时间 %3 至 %4。</translation>
    </message>
    <message>
        <source>%1 Ollama %2, listening on %3.</source>
        <translation>%1Ollama %2，监听 %3。</translation>
    </message>
    <message numerus="yes">
        <source>Models were loaded %Ln time(s): half within %1, the slowest in %2.</source>
        <translation>
            <numerusform>模型载入 %Ln 次：一半在 %1 以内，最慢 %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing in this log.</source>
        <translation>日志是空的。</translation>
    </message>
    <message>
        <source>These lines do not look like a log of Ollama.</source>
        <translation>这些内容不像 Ollama 的日志。</translation>
    </message>
    <message>
        <source>Nothing in this log points to a problem.</source>
        <translation>日志里没有发现问题。</translation>
    </message>
    <message>
        <source>“%1” is not a file.</source>
        <translation>“%1”不是文件。</translation>
    </message>
    <message>
        <source>Choose a log file.</source>
        <translation>请选择一个日志文件。</translation>
    </message>
    <message>
        <source>“%1” is no possible name.</source>
        <translation>“%1”不能作为名称。</translation>
    </message>
    <message>
        <source>Names have letters, digits, dots, dashes and underscores.</source>
        <translation>名称由字母、数字、点、连字符和下划线组成。</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>没有文件“%1”。</translation>
    </message>
    <message>
        <source>This system has no journalctl.</source>
        <translation>这个系统没有 journalctl。</translation>
    </message>
    <message>
        <source>Look for the log in a file instead.</source>
        <translation>请改为读取日志文件。</translation>
    </message>
    <message>
        <source>Neither docker nor podman is installed here.</source>
        <translation>这台电脑没有安装 docker 或 podman。</translation>
    </message>
    <message>
        <source>Save the log where the container runs (docker logs %1 &gt; ollama.log 2&gt;&amp;1) and choose that file.</source>
        <translation>在运行容器的机器上保存日志 (docker logs %1 &gt; ollama.log 2&gt;&amp;1)，再选择那个文件。</translation>
    </message>
    <message>
        <source>“%1” is compressed.</source>
        <translation>“%1”是压缩文件。</translation>
    </message>
    <message>
        <source>Unpack it first, then choose the file.</source>
        <translation>先解压，再选择文件。</translation>
    </message>
    <message>
        <source>Reading the log was cancelled.</source>
        <translation>已取消读取日志。</translation>
    </message>
    <message>
        <source>The log of “%1” could not be read.</source>
        <translation>读不了“%1”的日志。</translation>
    </message>
    <message>
        <source>Reading a service’s journal takes the group systemd-journal or adm.</source>
        <translation>读取服务的系统日志需要属于 systemd-journal 或 adm 用户组。</translation>
    </message>
    <message>
        <source>The system’s own words are below.</source>
        <translation>系统的原话见下。</translation>
    </message>
</context>
<context>
    <name>ui::LogsForm</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Where Ollama was started by its app, it writes %1.</source>
        <translation>由 Ollama 应用启动时，日志写在 %1。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>服务单元</translation>
    </message>
    <message>
        <source>The service’s name for systemd. Reading its journal takes the group systemd-journal.</source>
        <translation>服务在 systemd 里的名称。读取它的日志需要属于 systemd-journal 用户组。</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Its name or id, for docker logs or podman logs.</source>
        <translation>容器的名称或 ID，用于 docker logs 或 podman logs。</translation>
    </message>
    <message>
        <source>Choose a log</source>
        <translation>选择日志</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Reading: %1</source>
        <translation>正在读取：%1</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON 文件 (*.json)</translation>
    </message>
    <message>
        <source>The report could not be written to %1: %2</source>
        <translation>报告无法写入 %1：%2</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>报告已保存到 %1。</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Reads a server’s log and says what went wrong and what to do. Nothing leaves this computer; keys and passwords in the lines are hidden.</source>
        <translation>读取服务器日志，说明出了什么问题、该怎么办。内容不会离开这台电脑，日志里的密钥和密码会隐藏。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Read from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The journal of a service</source>
        <translation>系统服务的日志</translation>
    </message>
    <message>
        <source>A container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>The clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择……</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reading the log</source>
        <translation>正在读取日志</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Stop and quit</source>
        <translation>停止并退出</translation>
    </message>
    <message>
        <source>Inkstone</source>
        <translation>砚</translation>
    </message>
    <message>
        <source>Servers…</source>
        <translation>服务器……</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Search all conversations</source>
        <translation>搜索所有对话</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Edit the last question</source>
        <translation>编辑上一个提问</translation>
    </message>
    <message>
        <source>Continue the last answer</source>
        <translation>继续上一个回答</translation>
    </message>
    <message>
        <source>Branch this conversation</source>
        <translation>把这个对话分支为新对话</translation>
    </message>
    <message>
        <source>Pin or unpin this conversation</source>
        <translation>置顶此对话，或取消置顶</translation>
    </message>
    <message>
        <source>Move this conversation to a folder</source>
        <translation>将此对话移到文件夹</translation>
    </message>
    <message>
        <source>Archive this conversation, or bring it back</source>
        <translation>归档此对话，或移回列表</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>Archived conversations</source>
        <translation>已归档的对话</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Models: %1</source>
        <translation>模型：%1</translation>
    </message>
    <message>
        <source>Use the server %1</source>
        <translation>使用服务器 %1</translation>
    </message>
    <message>
        <source>Settings: %1</source>
        <translation>设置：%1</translation>
    </message>
    <message>
        <source>Receipt of the last answer</source>
        <translation>最后一个回答的生成记录</translation>
    </message>
    <message>
        <source>Print this conversation</source>
        <translation>打印此对话</translation>
    </message>
    <message>
        <source>New chat with %1</source>
        <translation>用“%1”开始新对话</translation>
    </message>
    <message>
        <source>Attach images and files</source>
        <translation>添加图片和文件</translation>
    </message>
    <message>
        <source>Export this conversation</source>
        <translation>导出这个对话</translation>
    </message>
</context>
<context>
    <name>ui::MemoryView</name>
    <message>
        <source>In memory</source>
        <translation>内存中</translation>
    </message>
    <message>
        <source>Load now</source>
        <translation>立即载入</translation>
    </message>
    <message>
        <source>The first question is then answered at once.</source>
        <translation>这样第一个问题立刻就有回答。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Keep for…</source>
        <translation>保留时间……</translation>
    </message>
    <message>
        <source>How long it stays in memory after its last answer.</source>
        <translation>最后一次回答之后在内存中保留多久。</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>卸载</translation>
    </message>
    <message>
        <source>Frees the memory it takes. The next question loads it again.</source>
        <translation>释放它占用的内存。下次提问时会重新载入。</translation>
    </message>
    <message>
        <source>%1, on the processor</source>
        <translation>%1，在处理器上</translation>
    </message>
    <message>
        <source>%1, of it %2 on the GPU</source>
        <translation>%1，其中 %2 在 GPU 上</translation>
    </message>
    <message>
        <source>%1, all on the GPU</source>
        <translation>%1，全在 GPU 上</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>as soon as it is done</source>
        <translation>用完即卸载</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>占用</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Unloads in</source>
        <translation>自动卸载</translation>
    </message>
    <message>
        <source>It is being loaded. A big model takes minutes.</source>
        <translation>正在载入。大模型可能要几分钟。</translation>
    </message>
    <message>
        <source>It is not loaded. The next question does that.</source>
        <translation>还没有载入，下次提问时会自动载入。</translation>
    </message>
    <message>
        <source>%1 of it did not fit on the GPU. Every word waits for the part on the processor, which makes it slow. A shorter context, a smaller quantization, or unloading other models leaves it more room.</source>
        <translation>有 %1 放不进显存。每生成一个词都要等处理器上的那部分，所以会慢。缩短上下文、换更小的量化版本，或者从内存卸载其他模型，可以腾出显存。</translation>
    </message>
    <message>
        <source>Until the server ends</source>
        <translation>直到服务停止</translation>
    </message>
</context>
<context>
    <name>ui::MessageRows</name>
    <message>
        <source>Add a message</source>
        <translation>添加消息</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>Whose message it is</source>
        <translation>谁的消息</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Take the message away</source>
        <translation>去掉这条消息</translation>
    </message>
</context>
<context>
    <name>ui::ModelActions</name>
    <message>
        <source>Copy…</source>
        <translation>复制……</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名……</translation>
    </message>
    <message>
        <source>Make one of your own…</source>
        <translation>做一个自己的模型……</translation>
    </message>
    <message>
        <source>Push…</source>
        <translation>推送……</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制 %1</translation>
    </message>
    <message>
        <source>The same model under a second name. It takes no more room.</source>
        <translation>同一个模型多一个名称，不多占空间。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>An answer under way goes on. Conversations that use the old name ask for another model.</source>
        <translation>正在写的回答不受影响。仍用旧名称的对话会请你另选模型。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Push %1</source>
        <translation>推送 %1</translation>
    </message>
    <message>
        <source>Its name has to say where to: your-name/model:tag for ollama.com, or host:port/your-name/model:tag. The model gets this name too; that takes no room.</source>
        <translation>名称要写明推送到哪里：推送到 ollama.com 时像 zhang/qwen3:8b 这样写，推送到别处时像 192.168.1.20:5000/zhang/qwen3:8b 这样写。模型会多一个这样的名称，不占空间。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Push a model</source>
        <translation>推送模型</translation>
    </message>
    <message>
        <source>Push %1 to %2?</source>
        <translation>把 %1 推送到 %2？</translation>
    </message>
    <message>
        <source>The server sends up to %1 there, with its own key. Who may read there can have the model, its system prompt and its first messages.</source>
        <translation>服务器会用自己的密钥向那里发送最多 %1。能读取那里的人都能得到这个模型，包括系统提示词和开头的消息。</translation>
    </message>
    <message>
        <source>Do not push</source>
        <translation>不推送</translation>
    </message>
    <message>
        <source>Push to %1</source>
        <translation>推送到 %1</translation>
    </message>
    <message>
        <source>Replace a model</source>
        <translation>替换模型</translation>
    </message>
    <message>
        <source>Replace %1?</source>
        <translation>替换 %1？</translation>
    </message>
    <message>
        <source>A model of that name is on the server. What it was is gone then, except where it has another name too.</source>
        <translation>服务器上已有同名模型。替换后原来的就没有了，除非它还有别的名称。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留原来的</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>ui::ModelDetailPanel</name>
    <message>
        <source>Copy the name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>开始对话</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>正在删除……</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除……</translation>
    </message>
    <message>
        <source>Quantization</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>占用空间</translation>
    </message>
    <message>
        <source>%1, shared with %2</source>
        <translation>%1，与 %2 共用</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要值</translation>
    </message>
    <message>
        <source>Parameters</source>
        <comment>Of generation: temperature and so on</comment>
        <translation>运行参数</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改……</translation>
    </message>
    <message>
        <source>Copy it, or give it another name.</source>
        <translation>复制它，或者换一个名称。</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量数</translation>
    </message>
</context>
<context>
    <name>ui::ModelPicker</name>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>This model is not installed on the server.</source>
        <translation>服务器上没有安装这个模型。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上的 %1</translation>
    </message>
</context>
<context>
    <name>ui::ModelPickerPopup</name>
    <message>
        <source>Filter models</source>
        <translation>筛选模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Get more models…</source>
        <translation>获取更多模型……</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, loaded</source>
        <translation>%1，已加载</translation>
    </message>
</context>
<context>
    <name>ui::ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>模型目录</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>清除已完成</translation>
    </message>
    <message numerus="yes">
        <source>%n running, %1 together</source>
        <translation>
            <numerusform>正在下载 %n 个，合计 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>正在下载 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>占用空间</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message numerus="yes">
        <source>%n running, %1 together, about %2 for all</source>
        <translation>
            <numerusform>正在下载 %n 个，合计 %1，全部完成约需 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>全部继续</translation>
    </message>
</context>
<context>
    <name>ui::MoveView</name>
    <message>
        <source>Move the folder…</source>
        <translation>移动文件夹……</translation>
    </message>
    <message>
        <source>Move the models to another disk</source>
        <translation>把模型移到另一个磁盘</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Where the models are to be</source>
        <translation>模型要放在哪里</translation>
    </message>
    <message>
        <source>The commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>换一个文件夹……</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Remove the old files</source>
        <translation>删除旧文件</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>The models are not moved from here</source>
        <translation>这里不移动这些模型</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>正在查看 %1</translation>
    </message>
    <message>
        <source>Move the models to %1?</source>
        <translation>把模型移到 %1 吗？</translation>
    </message>
    <message>
        <source>The models cannot be moved to %1</source>
        <translation>无法把模型移到 %1</translation>
    </message>
    <message>
        <source>Copying the models to %1</source>
        <translation>正在把模型复制到 %1</translation>
    </message>
    <message>
        <source>The models are copied to %1</source>
        <translation>模型已经复制到 %1</translation>
    </message>
    <message>
        <source>Starting the engine on %1</source>
        <translation>正在让引擎改用 %1</translation>
    </message>
    <message>
        <source>The models are in %1 now</source>
        <translation>模型现在在 %1</translation>
    </message>
    <message>
        <source>Removing the old files</source>
        <translation>正在删除旧文件</translation>
    </message>
    <message>
        <source>The models are moved to %1</source>
        <translation>模型已经移到 %1</translation>
    </message>
    <message>
        <source>Moving the models was stopped.</source>
        <translation>移动模型已停止。</translation>
    </message>
    <message>
        <source>The engine goes on meanwhile, on the old folder.</source>
        <translation>复制期间引擎照常使用原文件夹。</translation>
    </message>
    <message>
        <source>The engine is being stopped.</source>
        <translation>正在停止引擎。</translation>
    </message>
    <message>
        <source>Copying what is new since. The engine is stopped meanwhile.</source>
        <translation>正在复制这期间新增的内容，引擎暂时停止。</translation>
    </message>
    <message>
        <source>It has to list every model from there before that is kept.</source>
        <translation>引擎要从那里列出全部模型，新文件夹才会生效。</translation>
    </message>
    <message>
        <source>The engine lists all of them from there. The old files in %1 still take room; another program that uses that folder would miss them.</source>
        <translation>引擎已经从那里列出全部模型。%1 里的旧文件仍然占用空间；如果别的程序也用那个文件夹，删除后它会找不到模型。</translation>
    </message>
    <message>
        <source>The engine uses %1 as before. What is copied stays in %2, and is not copied again.</source>
        <translation>引擎照旧使用 %1。已复制的部分留在 %2，不会再复制一遍。</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>正在查看文件</translation>
    </message>
    <message>
        <source>%1 of %2 copied and checked</source>
        <translation>已复制并校验 %1，共 %2</translation>
    </message>
    <message>
        <source>%1 of %2 copied and checked · %3</source>
        <translation>已复制并校验 %1，共 %2 · %3</translation>
    </message>
    <message>
        <source>%1 of %2 copied and checked · %3 · %4 left</source>
        <translation>已复制并校验 %1，共 %2 · %3 · 还剩 %4</translation>
    </message>
</context>
<context>
    <name>ui::MoveWords</name>
    <message>
        <source>It is a network folder: models load as fast as the network is, and not at all without it.</source>
        <translation>这是网络文件夹：模型载入的快慢取决于网络，断网时无法载入。</translation>
    </message>
    <message>
        <source>It is in memory: everything in it is gone when the computer is switched off.</source>
        <translation>它在内存里：关机后里面的内容全部消失。</translation>
    </message>
    <message>
        <source>There is no room left in %1.</source>
        <translation>%1 没有剩余空间了。</translation>
    </message>
    <message>
        <source>The disk with %1 can only be read.</source>
        <translation>%1 所在的磁盘是只读的。</translation>
    </message>
    <message>
        <source>The disk with %1 cannot hold a file this big.</source>
        <translation>%1 所在的磁盘存不下这么大的文件。</translation>
    </message>
    <message>
        <source>This account may not copy one of the files.</source>
        <translation>当前账户没有权限复制其中的一个文件。</translation>
    </message>
    <message>
        <source>%1 in the old folder is damaged: it does not hold what its name says.</source>
        <translation>原文件夹里的 %1 已损坏：内容与文件名不符。</translation>
    </message>
    <message>
        <source>The models could not be copied to %1.</source>
        <translation>无法把模型复制到 %1。</translation>
    </message>
    <message>
        <source>Make room there, or choose another folder.</source>
        <translation>请在那里腾出空间，或者换一个文件夹。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请换一个文件夹。</translation>
    </message>
    <message>
        <source>Look at the disk, then try again.</source>
        <translation>请检查磁盘，然后重试。</translation>
    </message>
    <message>
        <source>The engine runs on another machine, and Inkstone moves only the models of an engine that it has started itself. Move them there, and let OLLAMA_MODELS name the new folder.</source>
        <translation>引擎运行在另一台机器上，砚只移动自己启动的引擎的模型。请在那台机器上移动，并让 OLLAMA_MODELS 指向新文件夹。</translation>
    </message>
    <message>
        <source>The system runs this engine, and Inkstone changes nothing about it. The commands copy the models to %1 and start the service with them there; the old files stay.</source>
        <translation>这个引擎由系统运行，砚不会改动它。下面的命令把模型复制到 %1，并让服务从那里启动；原来的文件保留。</translation>
    </message>
    <message>
        <source>Inkstone did not start this engine and does not stop it. Stop it, then run the commands: they copy the models to %1 and start it with them there; the old files stay.</source>
        <translation>这个引擎不是砚启动的，砚不会停止它。请先停止它，再运行下面的命令：把模型复制到 %1，并从那里启动；原来的文件保留。</translation>
    </message>
    <message>
        <source>%1 in the folder of the models cannot be looked into, so it cannot be said what has to be copied. Make it readable for this account first.</source>
        <translation>模型文件夹里的 %1 无法读取，因此不知道要复制什么。请先让当前账户能读取它。</translation>
    </message>
    <message>
        <source>%1 in the folder of the models is a link to another place. Let OLLAMA_MODELS name a folder that holds everything first.</source>
        <translation>模型文件夹里的 %1 是指向别处的链接。请先让 OLLAMA_MODELS 指向一个内容齐全的文件夹。</translation>
    </message>
    <message>
        <source>The models are there already. Choose another folder.</source>
        <translation>模型已经在那里了。请换一个文件夹。</translation>
    </message>
    <message>
        <source>One of the folders lies in the other. Choose a folder beside it.</source>
        <translation>两个文件夹一个在另一个里面。请选一个在它外面的文件夹。</translation>
    </message>
    <message>
        <source>%1 is no folder. Choose another one.</source>
        <translation>%1 不是文件夹。请另选一个。</translation>
    </message>
    <message>
        <source>%1 holds other things. Choose an empty folder, or a new one.</source>
        <translation>%1 里有别的内容。请选一个空文件夹，或者新建一个。</translation>
    </message>
    <message>
        <source>This account may not write to %1. Choose another folder, or let its owner allow it.</source>
        <translation>当前账户没有权限写入 %1。请换一个文件夹，或者请它的所有者授权。</translation>
    </message>
    <message>
        <source>The disk with %1 can only be read. Choose another one.</source>
        <translation>%1 所在的磁盘是只读的。请换一个磁盘。</translation>
    </message>
    <message>
        <source>The disk with %1 is formatted as FAT, which holds no file of 4 GB or more, and the models have some. Choose another disk, or format this one in another way.</source>
        <translation>%1 所在的磁盘是 FAT 格式，存不下 4 GB 以上的文件，而模型里有这样的文件。请换一个磁盘，或者把它改成别的格式。</translation>
    </message>
    <message>
        <source>The disk with %1 does not allow the name %2. Choose another disk, or format this one in another way.</source>
        <translation>%1 所在的磁盘不允许 %2 这样的名称。请换一个磁盘，或者把它改成别的格式。</translation>
    </message>
    <message>
        <source>%1 are needed and %2 are free. Remove models, make room there, or choose another disk.</source>
        <translation>需要 %1，可用 %2。请删除一些模型、在那里腾出空间，或者换一个磁盘。</translation>
    </message>
    <message>
        <source>The engine cannot be told a path with such characters. Choose another folder.</source>
        <translation>引擎不接受含有这些字符的路径。请换一个文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), %1, from %2</source>
        <translation>
            <numerusform>%n 个模型，%1，来自 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Both folders are on the same disk, so nothing has to be copied.</source>
        <translation>两个文件夹在同一个磁盘上，不需要复制。</translation>
    </message>
    <message>
        <source>%1 of it are there from an earlier try and are only checked.</source>
        <translation>其中 %1 上次已经复制，只需校验。</translation>
    </message>
    <message>
        <source>How much room there is is not known.</source>
        <translation>不知道那里还有多少空间。</translation>
    </message>
    <message>
        <source>%1 are needed, %2 are free.</source>
        <translation>需要 %1，可用 %2。</translation>
    </message>
    <message>
        <source>Every file is read back and checked before it counts.</source>
        <translation>每个文件写完后都会读回校验，通过才算数。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) lie elsewhere and are only linked; what they hold is copied, and stays where it is, too.</source>
        <translation>
            <numerusform>有 %n 个文件是指向别处的链接；会复制它们的内容，原处的也保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in the folder are not the engine’s and stay there.</source>
        <translation>
            <numerusform>文件夹里有 %n 个文件不属于引擎，会留在原处。</numerusform>
        </translation>
    </message>
    <message>
        <source>The engine stops for a moment at the end. The old files stay until you let them go.</source>
        <translation>最后引擎会短暂停止。原来的文件会保留，直到你同意删除。</translation>
    </message>
    <message>
        <source>Waiting until no download runs. Pause the downloads to go on now.</source>
        <translation>正在等待下载结束。暂停下载就可以马上继续。</translation>
    </message>
    <message>
        <source>Waiting until the model that is being made or sent is done.</source>
        <translation>正在等待制作或上传中的模型完成。</translation>
    </message>
    <message>
        <source>Waiting until the answer that is being written has ended.</source>
        <translation>正在等待当前的回答写完。</translation>
    </message>
    <message>
        <source>Waiting until the server of this engine is chosen again.</source>
        <translation>正在等待重新选用这个引擎的服务器。</translation>
    </message>
    <message>
        <source>Nothing is lost: the engine uses %1 as before, and a second try goes on from what is copied.</source>
        <translation>什么都没有丢：引擎照旧使用 %1，再试时从已复制的部分继续。</translation>
    </message>
    <message>
        <source>%1 could not be looked into.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at the disk, then try again.</source>
        <translation>没有改动任何内容。请检查磁盘，然后重试。</translation>
    </message>
    <message>
        <source>On the new folder the engine does not list %1, so it was started on the old one again.</source>
        <translation>引擎在新文件夹里没有列出 %1，所以已经重新使用原文件夹启动。</translation>
    </message>
    <message>
        <source>The engine does not answer on the new folder, so it was started on the old one again.</source>
        <translation>引擎用新文件夹没有响应，所以已经重新使用原文件夹启动。</translation>
    </message>
    <message>
        <source>The new folder could not be kept in the settings, so the engine was started on the old one again.</source>
        <translation>新文件夹没能写入设置，所以引擎已经重新使用原文件夹启动。</translation>
    </message>
    <message>
        <source>The old files could not be removed.</source>
        <translation>无法删除原来的文件。</translation>
    </message>
    <message>
        <source>The models are in %1 and in use; what is left of the old files only takes room.</source>
        <translation>模型已经在 %1 里使用；剩下的旧文件只是占用空间。</translation>
    </message>
    <message numerus="yes">
        <source>%n old file(s) are removed; %1 became free.</source>
        <translation>
            <numerusform>删除了 %n 个旧文件，释放了 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) stayed in %1, because the new folder does not hold the same.</source>
        <translation>
            <numerusform>有 %n 个文件留在 %1，因为新文件夹里没有相同的内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1 are not the engine’s and stayed.</source>
        <translation>
            <numerusform>%1 里有 %n 个文件不属于引擎，已保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>No model uses it: remove it here, where it is listed, then try again.</source>
        <translation>没有模型用到它：在这一页的列表里删除它，再重试。</translation>
    </message>
    <message>
        <source>Pull again, or remove, what uses it: %1.</source>
        <translation>重新拉取或删除用到它的模型：%1。</translation>
    </message>
</context>
<context>
    <name>ui::NamePopup</name>
    <message>
        <source>Model name</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>One sentence after the other</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 exists already and would be replaced.</source>
        <translation>%1 已经存在，会被替换。</translation>
    </message>
</context>
<context>
    <name>ui::NavigationRail</name>
    <message>
        <source>Chats</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>ui::NewChatTexts</name>
    <message>
        <source>Where it does not answer, a server you chose to step in does.</source>
        <translation>它没有应答时，由你指定的另一台服务器代为回答。</translation>
    </message>
    <message>
        <source>It runs on this computer. %1</source>
        <translation>它在这台电脑上运行。%1</translation>
    </message>
    <message>
        <source>It runs on this computer; nothing you write leaves it. Type below.</source>
        <translation>它运行在这台电脑上，你写的内容不会离开本机。在下面输入即可。</translation>
    </message>
    <message>
        <source>No model chosen</source>
        <translation>还没有选模型</translation>
    </message>
    <message>
        <source>Choose one above, or get one on the Models page.</source>
        <translation>在上面选一个，或者到“模型”页拉取。</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 已就绪</translation>
    </message>
    <message>
        <source>It runs on %1. %2</source>
        <translation>它在 %1 上运行。%2</translation>
    </message>
    <message>
        <source>It runs on %1; what you write goes there and nowhere else.</source>
        <translation>它运行在 %1 上，你写的内容只发往那里。</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上的 %1</translation>
    </message>
    <message>
        <source>What you write in this conversation goes to %1.</source>
        <translation>这个对话里写的内容会发到 %1。</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>正在连接 %1</translation>
    </message>
    <message>
        <source>You can write already.</source>
        <translation>可以先写消息。</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>检查连接</translation>
    </message>
    <message>
        <source>This server does not tell which models it has. Type the name of one as its default model, in Settings, Servers, More.</source>
        <translation>这台服务器不提供模型列表。请在“设置 → 服务器 → 更多”里填一个模型名称，作为默认模型。</translation>
    </message>
    <message>
        <source>Open Servers</source>
        <translation>打开服务器设置</translation>
    </message>
</context>
<context>
    <name>ui::NewChatView</name>
    <message>
        <source>All assistants…</source>
        <translation>全部助手……</translation>
    </message>
    <message>
        <source>To begin with</source>
        <translation>可以这样开始</translation>
    </message>
</context>
<context>
    <name>ui::NumberRow</name>
    <message>
        <source>%1 goes from %2 to %3. %4 was not saved; %5 is still in use.</source>
        <translation>%1的范围是 %2 到 %3。%4 没有保存，仍在使用 %5。</translation>
    </message>
</context>
<context>
    <name>ui::ParameterFields</name>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation>最大 Token 数</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>the server’s own</source>
        <translation>服务器的默认值</translation>
    </message>
    <message>
        <source>a new one each time</source>
        <translation>每次随机</translation>
    </message>
    <message>
        <source>the model’s own</source>
        <translation>模型的默认值</translation>
    </message>
    <message>
        <source>A number from %1 to %2, or nothing.</source>
        <translation>请填 %1 到 %2 之间的数，或留空。</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2, or nothing.</source>
        <translation>请填 %1 到 %2 之间的整数，或留空。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (settings)</source>
        <translation>%1（设置）</translation>
    </message>
    <message>
        <source>Empty: %1</source>
        <translation>留空时：%1</translation>
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
        <translation>选择一个参数。</translation>
    </message>
    <message>
        <source>The engine does not know this one, and passes over it.</source>
        <translation>引擎不认识这个参数，会忽略它。</translation>
    </message>
    <message>
        <source>Enter a value, or take the row away.</source>
        <translation>填一个值，或者去掉这一行。</translation>
    </message>
    <message>
        <source>Enter a number with a point, for example 0.7.</source>
        <translation>填一个数，小数点用英文句点，例如 0.7。</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>填一个整数。</translation>
    </message>
    <message>
        <source>Enter at least %1.</source>
        <translation>至少填 %1。</translation>
    </message>
    <message>
        <source>Enter a number from %1 to %2.</source>
        <translation>填 %1 到 %2 之间的数。</translation>
    </message>
    <message>
        <source>Enter true or false.</source>
        <translation>填 true 或 false。</translation>
    </message>
    <message>
        <source>Add a parameter</source>
        <translation>添加参数</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>%1 的值</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation>通常是 %1</translation>
    </message>
    <message>
        <source>Take the row away</source>
        <translation>去掉这一行</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>去掉 %1</translation>
    </message>
</context>
<context>
    <name>ui::ParametersButton</name>
    <message>
        <source>Parameters</source>
        <translation>生成参数</translation>
    </message>
    <message>
        <source>Parameters, set here: %1</source>
        <translation>生成参数，此处设定：%1</translation>
    </message>
    <message>
        <source>Temperature, length and seed of this conversation</source>
        <translation>这个对话的温度、长度和随机种子</translation>
    </message>
    <message>
        <source>Set for this conversation: %1</source>
        <translation>这个对话单独设定：%1</translation>
    </message>
</context>
<context>
    <name>ui::ParametersPopup</name>
    <message>
        <source>Parameters</source>
        <translation>生成参数</translation>
    </message>
    <message>
        <source>For this conversation only. Where a field is empty, its grey value holds.</source>
        <translation>只用于这个对话。留空的项按灰字显示的值生效。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
</context>
<context>
    <name>ui::PasteText</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制：%1</translation>
    </message>
</context>
<context>
    <name>ui::PlainTable</name>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
</context>
<context>
    <name>ui::PlanView</name>
    <message>
        <source>What would be downloaded?</source>
        <translation>要下载哪些内容？</translation>
    </message>
    <message>
        <source>Asks %1</source>
        <comment>%1: the registry</comment>
        <translation>会询问 %1</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在询问 %1……</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>One sentence after the other</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>It can still be pulled: the server asks for itself.</source>
        <translation>仍然可以拉取：服务器会自己去问。</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n layer(s)</source>
        <translation>
            <numerusform>%1，共 %n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1, about %2 at the speed of the last download</source>
        <translation>%1，按上次下载的速度约需 %2</translation>
    </message>
    <message>
        <source>not known; the server did not tell</source>
        <translation>不清楚；服务器没有说明</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1，下载后剩 %2</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>整个模型</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>服务器已有</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>需要下载</translation>
    </message>
    <message>
        <source>Free on disk</source>
        <translation>磁盘剩余</translation>
    </message>
    <message>
        <source>There is no room for it: %1 are missing on the disk.</source>
        <translation>磁盘空间不够，还差 %1。</translation>
    </message>
</context>
<context>
    <name>ui::PresetChooser</name>
    <message>
        <source>%1 asks for the model %2, which is not here.</source>
        <translation>助手“%1”指定的模型 %2 不在这里。</translation>
    </message>
    <message>
        <source>%1 asks for the model %2, which is not here. %3 answers instead.</source>
        <translation>助手“%1”指定的模型 %2 不在这里，由 %3 回答。</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>获取模型</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Choose an assistant for this conversation</source>
        <translation>为这个对话选择助手</translation>
    </message>
    <message>
        <source>No assistant has these words in its name</source>
        <translation>没有名称含这些字的助手</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>This conversation</source>
        <translation>这个对话</translation>
    </message>
    <message>
        <source>Edit the system prompt…</source>
        <translation>编辑系统提示词……</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>所有对话</translation>
    </message>
    <message>
        <source>Manage assistants…</source>
        <translation>管理助手……</translation>
    </message>
</context>
<context>
    <name>ui::PrivacyForm</name>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Inkstone talks to the servers you set up and to nobody else.</source>
        <translation>砚只和你设置的服务器通信。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Contacted addresses</source>
        <translation>联系过的地址</translation>
    </message>
    <message>
        <source>The list could not be read, so it begins anew.</source>
        <translation>原来的记录读不出来，从现在重新记录。</translation>
    </message>
    <message>
        <source>No address has been contacted yet.</source>
        <translation>还没有联系过任何地址。</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清空记录</translation>
    </message>
    <message>
        <source>Bytes are those of questions, answers and other content. What a server contacts itself, such as the registry it pulls a model from, cannot be seen from here.</source>
        <translation>字节数只算提问、回答等内容。服务器自己联系的地址（例如拉取模型的仓库）在这里看不到。</translation>
    </message>
    <message>
        <source>Contact only %1</source>
        <translation>只允许联系 %1</translation>
    </message>
    <message>
        <source>The server in use, %1, is another one, so nothing is sent to it.</source>
        <translation>当前使用的服务器 %1 不是这一台，所以不会向它发送任何内容。</translation>
    </message>
    <message>
        <source>Nothing is sent to any other address until you remove the lock.</source>
        <translation>解除锁定之前，不会向其他地址发送任何内容。</translation>
    </message>
    <message>
        <source>Nothing is sent to any other address then, whatever is set up.</source>
        <translation>锁定后，无论怎样设置，都不会向其他地址发送任何内容。</translation>
    </message>
</context>
<context>
    <name>ui::PromptRow</name>
    <message>
        <source>%1 holds up to %2 characters. These %3 were not saved; the text before is still in use.</source>
        <translation>%1最多 %2 个字符。这 %3 个没有保存，仍在使用之前的内容。</translation>
    </message>
</context>
<context>
    <name>ui::PullField</name>
    <message>
        <source>Model name</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>Model name, for example llama3.2:3b</source>
        <translation>模型名称，例如 llama3.2:3b</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>拉取</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>One sentence after the other</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Pull from %1</source>
        <translation>从 %1 拉取</translation>
    </message>
    <message>
        <source>Pull from another registry</source>
        <translation>从其他仓库拉取</translation>
    </message>
    <message>
        <source>Pull %1 from %2?</source>
        <translation>从 %2 拉取 %1？</translation>
    </message>
    <message>
        <source>This is not Ollama’s own library. The server downloads the model from %1, where anyone may have put it. Check that the name is spelled as you mean it.</source>
        <translation>这不是 Ollama 自己的模型库。服务器会从 %1 下载这个模型，而任何人都可能在那里上传内容。请确认名称没有拼错。</translation>
    </message>
    <message>
        <source>Do not pull</source>
        <translation>不拉取</translation>
    </message>
</context>
<context>
    <name>ui::Receipt</name>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>服务器没有报告</translation>
    </message>
    <message>
        <source>is being written</source>
        <translation>正在回答</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>由你停止</translation>
    </message>
    <message>
        <source>broke off</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>the token limit was reached</source>
        <translation>到了 Token 上限</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Ollama, version not known</source>
        <translation>Ollama，版本未知</translation>
    </message>
    <message>
        <source>%1, in place of the one that was asked</source>
        <translation>%1，代替原来要问的服务器</translation>
    </message>
    <message>
        <source>until the server ends</source>
        <translation>直到服务器退出</translation>
    </message>
    <message>
        <source>until the answer is done</source>
        <translation>回答结束为止</translation>
    </message>
    <message>
        <source>the server’s own</source>
        <translation>服务器的默认值</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation>最大 Token 数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>Keep in memory</source>
        <translation>内存保留时间</translation>
    </message>
    <message>
        <source>Think</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>提问时间</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Messages sent</source>
        <translation>发送的消息数</translation>
    </message>
    <message>
        <source>Continued</source>
        <translation>继续</translation>
    </message>
    <message numerus="yes">
        <source>%1, after %n character(s)</source>
        <translation>
            <numerusform>%1，接在 %n 个字符之后</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Tokens read</source>
        <translation>读入 Token</translation>
    </message>
    <message>
        <source>Tokens written</source>
        <translation>写出 Token</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 Token</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>载入</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读入</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>写出</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Name and value</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::ReceiptPopup</name>
    <message>
        <source>Receipt</source>
        <translation>生成记录</translation>
    </message>
    <message>
        <source>How it was asked was not noted. What the answer itself knows:</source>
        <translation>没有记下它是怎样问的。回答本身留有：</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Sent to %1: %2, with this SHA-256: %3</source>
        <translation>已发送到 %1：%2，SHA-256 为 %3</translation>
    </message>
    <message>
        <source>This is how it would be sent today. What was sent is not the same to the byte: something it was made of has changed since, or the program writes it differently now.</source>
        <translation>今天会这样发送。当时发出的内容并不逐字节相同：组成它的内容后来变了，或者程序的写法变了。</translation>
    </message>
    <message>
        <source>Exact request</source>
        <translation>原始请求</translation>
    </message>
    <message>
        <source>Copy request</source>
        <translation>复制请求</translation>
    </message>
    <message>
        <source>… the first %1 of %2 characters; Copy request takes all of them.</source>
        <translation>……这里是前 %1 个字符，共 %2 个；“复制请求”会全部复制。</translation>
    </message>
    <message>
        <source>Possible when the answer is complete</source>
        <translation>回答结束后可用</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Ask again exactly</source>
        <translation>原样再问一次</translation>
    </message>
    <message>
        <source>Ask again with another model…</source>
        <translation>换个模型再问……</translation>
    </message>
</context>
<context>
    <name>ui::RegistryQuestion</name>
    <message>
        <source>%1 is not in Ollama’s own library. The server would download it from %2, where anyone may have put it.</source>
        <translation>%1 不在 Ollama 自己的模型库里。服务器会从 %2 下载，而任何人都可能在那里上传内容。</translation>
    </message>
    <message>
        <source>Nothing was pulled. Add --yes to say that %1 is meant.</source>
        <translation>没有拉取。如果确实要从 %1 拉取，请加上 --yes。</translation>
    </message>
    <message>
        <source>Pull it from %1? [y/N]</source>
        <comment>Keep y and N: they are what is typed</comment>
        <translation>从 %1 拉取吗？[y/N]</translation>
    </message>
    <message>
        <source>Nothing was pulled.</source>
        <translation>没有拉取。</translation>
    </message>
</context>
<context>
    <name>ui::Removal</name>
    <message>
        <source>Remove a model</source>
        <translation>删除模型</translation>
    </message>
    <message>
        <source>Remove %1 from the server?</source>
        <translation>从服务器删除 %1？</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>About %1 on the server’s disk become free. It can be pulled again.</source>
        <translation>服务器磁盘会腾出约 %1。以后可以重新拉取。</translation>
    </message>
    <message>
        <source>At most %1 on the server’s disk become free; other models may use parts of it. It can be pulled again.</source>
        <translation>服务器磁盘最多腾出 %1，因为其他模型可能共用其中一部分。以后可以重新拉取。</translation>
    </message>
    <message>
        <source>Hardly any space becomes free, because %1 uses the same weights.</source>
        <translation>几乎不会腾出空间，因为 %1 用的是同一份权重。</translation>
    </message>
    <message>
        <source>No space becomes free, because %1 is the same model under another name.</source>
        <translation>不会腾出空间，因为 %1 是同一个模型的另一个名称。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove models</source>
        <translation>删除模型</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n model(s) from the server?</source>
        <translation>
            <numerusform>从服务器删除 %n 个模型？</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 on the server’s disk become free. The registry may not have this old state any more.</source>
        <translation>服务器的磁盘上大约释放 %1。模型仓库里可能已经没有这个旧版本了。</translation>
    </message>
    <message>
        <source>At most %1 on the server’s disk become free; other models may use parts of it. The registry may not have this old state any more.</source>
        <translation>服务器的磁盘上最多释放 %1，其中一部分可能与其他模型共用。模型仓库里可能已经没有这个旧版本了。</translation>
    </message>
</context>
<context>
    <name>ui::RungRow</name>
    <message>
        <source>not checked</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>works, with a warning</source>
        <translation>正常，有警告</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>rung, state, finding</comment>
        <translation>%1，%2：%3</translation>
    </message>
</context>
<context>
    <name>ui::SearchDelegate</name>
    <message>
        <source>%1, %2: %3</source>
        <comment>A search result: title of the conversation, day, the line that matched</comment>
        <translation>%1，%2：%3</translation>
    </message>
</context>
<context>
    <name>ui::SearchField</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>ui::SearchView</name>
    <message>
        <source>Questions and answers</source>
        <translation>提问和回答</translation>
    </message>
    <message>
        <source>Questions only</source>
        <translation>只看提问</translation>
    </message>
    <message>
        <source>Answers only</source>
        <translation>只看回答</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>不限时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>The last month</source>
        <translation>最近一个月</translation>
    </message>
    <message>
        <source>The last 12 months</source>
        <translation>最近 12 个月</translation>
    </message>
    <message>
        <source>Any model</source>
        <translation>不限模型</translation>
    </message>
    <message>
        <source>No message that the filters let through has these words.</source>
        <translation>符合筛选条件的消息里没有这些内容。</translation>
    </message>
    <message>
        <source>No message has these words.</source>
        <translation>没有消息包含这些内容。</translation>
    </message>
    <message>
        <source>All words have to be in one message, and are found from their beginning. Quotation marks keep words together.</source>
        <translation>所有词要在同一条消息里；英文单词从开头匹配。用引号可以把几个词连在一起查找。</translation>
    </message>
    <message>
        <source>Search without filters</source>
        <translation>不筛选，重新搜索</translation>
    </message>
    <message>
        <source>Rebuild the search index</source>
        <translation>重建搜索索引</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>重新搜索</translation>
    </message>
    <message>
        <source>In messages</source>
        <translation>消息中</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the messages</source>
        <translation>筛选消息</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>找到的消息</translation>
    </message>
    <message>
        <source>Any folder</source>
        <translation>不限文件夹</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>A folder inside another</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::ServerForm</name>
    <message>
        <source>“%1” is not the address of a server and was not saved; %2 is still in use.</source>
        <translation>“%1”不是服务器的地址，没有保存；仍在使用 %2。</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>恢复为 %1</translation>
    </message>
    <message>
        <source>For example http://127.0.0.1:11434. An OpenAI-compatible server (vLLM, llama-server, LM Studio) is recognized by itself.</source>
        <translation>例如 http://127.0.0.1:11434。OpenAI 兼容服务器（vLLM、llama-server、LM Studio）会自动识别。</translation>
    </message>
    <message>
        <source>“%1” was understood as this address.</source>
        <translation>“%1”已理解为这个地址。</translation>
    </message>
    <message>
        <source>The key before was for another address and is not sent to this one. Enter it again.</source>
        <translation>原来的密钥属于另一个地址，不会发到这里。请重新输入。</translation>
    </message>
    <message>
        <source>Leave it empty where the server asks for none; any value will do where a program insists on one.</source>
        <translation>服务器不要求密钥时可以留空；有的程序要求必须填写，填任意内容即可。</translation>
    </message>
    <message>
        <source>Asking the system keyring.</source>
        <translation>正在向系统密钥环读取。</translation>
    </message>
    <message>
        <source>Kept until Inkstone quits, and in no file.</source>
        <translation>只保留到砚退出为止，不写入任何文件。</translation>
    </message>
    <message>
        <source>Kept in the system keyring, and in no file.</source>
        <translation>保存在系统密钥环，不写入任何文件。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Not encrypted: whoever is on the way to %1 can read the key. An https address keeps it secret.</source>
        <translation>未加密：去往 %1 的途中，任何人都能读到密钥。改用 https 地址可以保密。</translation>
    </message>
    <message>
        <source>The connection to %1 is not encrypted: whoever is on the way can read the key, and use it. Nothing is sent there until you decide.</source>
        <translation>到 %1 的连接没有加密：途中的任何人都能读到并使用这个密钥。在你决定之前，不会向它发送任何内容。</translation>
    </message>
    <message>
        <source>Send the key unencrypted</source>
        <translation>不加密也发送</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>删除密钥</translation>
    </message>
    <message>
        <source>Type the address of a server.</source>
        <translation>输入服务器的地址。</translation>
    </message>
    <message>
        <source>This is not the address of a server. One looks like http://192.168.1.20:11434.</source>
        <translation>这不是服务器的地址。地址形如 http://192.168.1.20:11434。</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>正在询问 %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>服务地址</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Hide the key</source>
        <translation>隐藏密钥</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>显示密钥</translation>
    </message>
</context>
<context>
    <name>ui::ServerList</name>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 loaded</source>
        <translation>%1 已载入</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>未加密</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
</context>
<context>
    <name>ui::ServerModelRow</name>
    <message>
        <source>As Generation says</source>
        <translation>按“生成”页的设置</translation>
    </message>
    <message>
        <source>Default model</source>
        <translation>默认模型</translation>
    </message>
    <message>
        <source>A new conversation on this server starts with it.</source>
        <translation>用这台服务器开始新对话时使用它。</translation>
    </message>
    <message>
        <source>This server does not tell which models it has: type the name of one, which whoever runs it knows. A new conversation starts with it.</source>
        <translation>这台服务器不提供模型列表：请填一个模型名称，可以问管理员。新建的对话从它开始。</translation>
    </message>
</context>
<context>
    <name>ui::ServerMore</name>
    <message>
        <source>“%1” is not a header that can be added, and nothing was saved. One looks like “X-Team: blue”.</source>
        <translation>“%1”不是可以添加的请求头，没有保存。正确的写法如“X-Team: blue”。</translation>
    </message>
    <message>
        <source>“%1” is not the address of a proxy and was not saved. One looks like proxy.lab:3128.</source>
        <translation>“%1”不是代理的地址，没有保存。正确的写法如 proxy.lab:3128。</translation>
    </message>
    <message>
        <source>%1 goes from %2 to %3. %4 was not saved; %5 is still in use.</source>
        <translation>%1的范围是 %2 到 %3。%4 没有保存，仍在使用 %5。</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>恢复为 %1</translation>
    </message>
    <message>
        <source>Choose CA file</source>
        <translation>选择 CA 文件</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>证书 (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>There is no certificate in %1; a file in PEM form is needed.</source>
        <translation>%1 里没有证书；需要 PEM 格式的文件。</translation>
    </message>
    <message>
        <source>The certificates this system trusts</source>
        <translation>系统信任的证书</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>只信任 %1</translation>
    </message>
    <message>
        <source>Those signed by %1</source>
        <translation>由 %1 签发的证书</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>附加请求头</translation>
    </message>
    <message>
        <source>“Name: value”, one a line; sent with every request to this server. They are kept in a file: a key belongs in its own field above.</source>
        <translation>每行一个，名称和值之间用英文冒号，随每个请求发给这台服务器。它们保存在文件里，密钥请填在上面专用的栏里。</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>For example %1</source>
        <translation>例如 %1</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>代理用户名</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>代理密码</translation>
    </message>
    <message>
        <source>Kept until Inkstone quits, and in no file.</source>
        <translation>只保留到砚退出为止，不写入任何文件。</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Choose CA file…</source>
        <translation>选择 CA 文件……</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>取消信任</translation>
    </message>
    <message>
        <source>Connect timeout</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>Seconds until a server that does not answer counts as not there.</source>
        <translation>单位秒。过了这个时间还没有应答，就当作服务器不在。</translation>
    </message>
    <message>
        <source>Request timeout</source>
        <translation>请求超时</translation>
    </message>
    <message>
        <source>Seconds without a sign of life before a request is given up. A large model can take minutes to load.</source>
        <translation>多少秒没有动静就放弃请求。大模型可能要几分钟才能载入。</translation>
    </message>
    <message>
        <source>Idle timeout</source>
        <translation>空闲超时</translation>
    </message>
    <message>
        <source>Seconds of silence within an answer. 0 waits as long as it takes.</source>
        <translation>单位秒。回答中途允许的最长沉默；0 表示一直等。</translation>
    </message>
    <message>
        <source>Answer in place of a server that cannot be reached</source>
        <translation>连不上别的服务器时代为回答</translation>
    </message>
    <message>
        <source>Only where this server has the same model, and only before anything was sent to the other. The answer then says who gave it. What you write goes to this server in that case.</source>
        <translation>只有这台服务器有同一个模型、而且还没有向另一台发送任何内容时才会这样，回答会注明由谁给出。这时你写的内容会发到这台服务器。</translation>
    </message>
    <message>
        <source>The system’s</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不使用</translation>
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
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>正在连接 %1</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 已就绪</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Nothing answers at %1</source>
        <translation>%1 没有应答</translation>
    </message>
    <message>
        <source>Server: %1, %2</source>
        <translation>服务器：%1，%2</translation>
    </message>
</context>
<context>
    <name>ui::ServerStatus</name>
    <message>
        <source>Connecting to %1.</source>
        <translation>正在连接 %1。</translation>
    </message>
    <message>
        <source>It has no models yet.</source>
        <translation>还没有模型。</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s): %1</source>
        <translation>
            <numerusform>%n 个模型：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is ready (%2).</source>
        <translation>%1 已就绪 (%2)。</translation>
    </message>
    <message>
        <source>Answered in %1 ms.</source>
        <translation>%1 毫秒内应答。</translation>
    </message>
    <message>
        <source>It does not tell which models it has; %1 is asked.</source>
        <translation>它不提供模型列表；提问时使用 %1。</translation>
    </message>
    <message>
        <source>It does not tell which models it has. Type the name of one under More, as its default model.</source>
        <translation>它不提供模型列表。请在“更多”里填一个模型名称，作为默认模型。</translation>
    </message>
</context>
<context>
    <name>ui::ServersForm</name>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>A server runs the models: the engine on this computer, or one on another machine.</source>
        <translation>服务器负责运行模型：可以是这台电脑上的引擎，也可以在另一台机器上。</translation>
    </message>
    <message>
        <source>Engine on this computer</source>
        <translation>这台电脑上的引擎</translation>
    </message>
    <message>
        <source>Keep the engine running when Inkstone quits</source>
        <translation>退出砚时让引擎继续运行</translation>
    </message>
    <message>
        <source>Holds for an engine that Inkstone started. One that was already running is never stopped.</source>
        <translation>只对砚启动的引擎有效。原本就在运行的引擎不会被停止。</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 已删除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Add server</source>
        <translation>添加服务器</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>使用这台服务器</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>%1: servers further up are asked first</source>
        <translation>%1：排在前面的服务器先询问</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>More: certificate, proxy, timeouts, headers</source>
        <translation>更多：证书、代理、超时、请求头</translation>
    </message>
</context>
<context>
    <name>ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Appearance &amp; language</source>
        <translation>外观与语言</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Local engine</source>
        <translation>本机引擎</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Assistants</source>
        <translation>助手</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutsForm</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>New line in the message</source>
        <translation>消息换行</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>停止回答</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Edit the last question, from an empty message</source>
        <translation>消息为空时编辑上一个提问</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Larger conversation text</source>
        <translation>放大对话文字</translation>
    </message>
    <message>
        <source>Smaller conversation text</source>
        <translation>缩小对话文字</translation>
    </message>
    <message>
        <source>Conversation text as set</source>
        <translation>恢复对话字号</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>这份列表</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>在本对话中查找</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>A page up</source>
        <translation>上翻一页</translation>
    </message>
    <message>
        <source>A page down</source>
        <translation>下翻一页</translation>
    </message>
    <message>
        <source>Half a page up in the conversation</source>
        <translation>对话上翻半页</translation>
    </message>
    <message>
        <source>Half a page down in the conversation</source>
        <translation>对话下翻半页</translation>
    </message>
    <message>
        <source>Message before</source>
        <translation>上一条消息</translation>
    </message>
    <message>
        <source>Message after</source>
        <translation>下一条消息</translation>
    </message>
    <message>
        <source>Beginning of the conversation</source>
        <translation>对话开头</translation>
    </message>
    <message>
        <source>End of the conversation</source>
        <translation>对话末尾</translation>
    </message>
    <message>
        <source>Select more of the conversation, with any arrow key</source>
        <translation>用方向键扩大选区</translation>
    </message>
    <message>
        <source>Copy as plain text</source>
        <translation>复制为纯文本</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Rename the chosen model</source>
        <translation>重命名选中的模型</translation>
    </message>
    <message>
        <source>Search all conversations</source>
        <translation>搜索全部对话</translation>
    </message>
    <message>
        <source>Pause or resume the chosen download</source>
        <translation>暂停或继续选中的下载</translation>
    </message>
    <message>
        <source>Chosen download earlier in the queue</source>
        <translation>选中的下载往前排</translation>
    </message>
    <message>
        <source>Chosen download later in the queue</source>
        <translation>选中的下载往后排</translation>
    </message>
    <message>
        <source>Layers of the chosen download</source>
        <translation>选中下载的各层</translation>
    </message>
    <message>
        <source>Cancel the chosen download, or take it off the list</source>
        <translation>取消选中的下载，或从列表中去掉</translation>
    </message>
    <message>
        <source>Continue an answer that ended too early</source>
        <translation>继续没写完的回答</translation>
    </message>
    <message>
        <source>Edit the chosen question</source>
        <translation>编辑选中的提问</translation>
    </message>
    <message>
        <source>Previous version of the chosen message</source>
        <translation>选中消息的上一个版本</translation>
    </message>
    <message>
        <source>Next version of the chosen message</source>
        <translation>选中消息的下一个版本</translation>
    </message>
    <message>
        <source>Branch into a new conversation from the chosen message</source>
        <translation>从选中的消息分支到新对话</translation>
    </message>
    <message>
        <source>Go to a conversation, a model or a command</source>
        <translation>转到任意对话、模型或命令</translation>
    </message>
    <message>
        <source>Pin the conversation, or those selected in the list</source>
        <translation>置顶当前对话，或列表中选中的对话</translation>
    </message>
    <message>
        <source>Move it to a folder</source>
        <translation>移动到文件夹</translation>
    </message>
    <message>
        <source>Archive it</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Compare the versions of the chosen answer</source>
        <translation>对比所选回答的各个版本</translation>
    </message>
    <message>
        <source>Receipt of the chosen answer</source>
        <translation>所选回答的生成记录</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>打印对话</translation>
    </message>
    <message>
        <source>Attach images and files</source>
        <translation>添加图片和文件</translation>
    </message>
</context>
<context>
    <name>ui::SpeedChart</name>
    <message>
        <source>%1: %2</source>
        <comment>model: speed</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Writing speed by model</source>
        <translation>各模型的输出速度</translation>
    </message>
</context>
<context>
    <name>ui::SpeedPage</name>
    <message>
        <source>Model to measure</source>
        <translation>要测量的模型</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Loads the model and has it answer prompts of three lengths.</source>
        <translation>载入模型，让它回答三种长度的提示词。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>停止测量</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <source>Writing speed</source>
        <translation>输出速度</translation>
    </message>
    <message>
        <source>Measured speeds</source>
        <translation>测得的速度</translation>
    </message>
    <message>
        <source>No speeds yet</source>
        <translation>还没有速度记录</translation>
    </message>
    <message>
        <source>Every answer adds what it tells of its model’s speed; Measure does it now.</source>
        <translation>每次回答都会记下模型的速度；点击“测量”可以立即测量。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, what next</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>The speeds measured here could not be read or kept on the disk.</source>
        <translation>测得的速度无法从磁盘读取或保存到磁盘。</translation>
    </message>
    <message>
        <source>Measure speed</source>
        <translation>测量速度</translation>
    </message>
    <message>
        <source>Measure %1 while an answer is being written?</source>
        <translation>正在输出回答，现在测量 %1？</translation>
    </message>
    <message>
        <source>Both go slower than alone, so the figures would say too little. The model is unloaded first, which waits for its answer.</source>
        <translation>两者同时进行都会变慢，测得的数据意义不大。测量前会先卸载模型，要等它回答完。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>清除……</translation>
    </message>
    <message>
        <source>Forgets what was measured of one model, or everything.</source>
        <translation>清除一个模型的测量记录，或者全部记录。</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Clear speeds</source>
        <translation>清除速度记录</translation>
    </message>
    <message>
        <source>Clear the speeds of %1, or of all models?</source>
        <translation>只清除 %1 的速度记录，还是清除所有模型的？</translation>
    </message>
    <message>
        <source>Clear the speeds of all models?</source>
        <translation>清除所有模型的速度记录？</translation>
    </message>
    <message>
        <source>All means those at other servers too. What is cleared cannot be brought back.</source>
        <translation>“全部清除”也包括其他服务器上的记录。清除后无法恢复。</translation>
    </message>
    <message>
        <source>That is, those at other servers too. What is cleared cannot be brought back. To clear one model alone, choose a row of it first.</source>
        <translation>其他服务器上的记录也会清除，无法恢复。如果只想清除一个模型，请先选中它的一行。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Clear this model</source>
        <translation>只清除这个模型</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
</context>
<context>
    <name>ui::SpeedProxy</name>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln 次回答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln measured</source>
        <translation>
            <numerusform>%Ln 次测量</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>answers, measured</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Prompt tokens</source>
        <translation>提示词 Token 数</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>载入</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 Token</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>On the GPU</source>
        <translation>GPU 占比</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>From</source>
        <translation>依据</translation>
    </message>
</context>
<context>
    <name>ui::SpeedView</name>
    <message>
        <source>Speed here</source>
        <translation>在这里的速度</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 Token</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>载入</translation>
    </message>
    <message>
        <source>From</source>
        <translation>依据</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln 次回答</numerusform>
        </translation>
    </message>
    <message>
        <source>Not measured yet. Answers from here tell it, and Measure on the Speed tab.</source>
        <translation>还没有测量。在这里得到回答，或在“速度”页点击“测量”后就会显示。</translation>
    </message>
</context>
<context>
    <name>ui::SpeedWords</name>
    <message>
        <source>%1 is being unloaded, so that loading can be timed…</source>
        <translation>正在从内存卸载 %1，以便测量载入时间……</translation>
    </message>
    <message>
        <source>%1 is being loaded. A big model takes minutes.</source>
        <translation>正在载入 %1。大模型要几分钟。</translation>
    </message>
    <message>
        <source>%1 reads a prompt of about %2 and answers…</source>
        <translation>%1 正在读取约 %2 的提示词并回答……</translation>
    </message>
    <message>
        <source>up to %1</source>
        <comment>tokens of a prompt</comment>
        <translation>不超过 %1</translation>
    </message>
    <message>
        <source>%1 writes slower since it was updated: %2, before %3. It may be larger, or fit the GPU no more: compare its size and the GPU share.</source>
        <translation>%1 更新后输出变慢了：现在%2，之前%3。它可能变大了，或者 GPU 放不下了：请比较大小和 GPU 占比。</translation>
    </message>
    <message>
        <source>%1 writes slower since the engine was updated from %2 to %3: %4, before %5. Where the GPU share is lower too, see whether the engine still finds the graphics card.</source>
        <translation>引擎从 %2 更新到 %3 后，%1 输出变慢了：现在%4，之前%5。如果 GPU 占比也降低了，请检查引擎是否还能找到显卡。</translation>
    </message>
    <message>
        <source>%1 was measured.</source>
        <translation>%1 测量完成。</translation>
    </message>
    <message>
        <source>Stopped. What was measured of %1 until then is kept.</source>
        <translation>已停止。%1 已测得的数据会保留。</translation>
    </message>
    <message>
        <source>A question came between, and goes before. What was measured of %1 until then is kept.</source>
        <translation>有新的提问，先回答提问。%1 已测得的数据会保留。</translation>
    </message>
</context>
<context>
    <name>ui::StartingAssistants</name>
    <message>
        <source>Quick answers</source>
        <translation>快问快答</translation>
    </message>
    <message>
        <source>Answer in the language of the question. Give the answer in the first sentence, then only what is needed to understand or use it. Prefer plain words and a concrete example to general remarks. Where something is uncertain or depends on facts you do not have, say so in one sentence. Do not repeat the question, and do not end with an offer to help.</source>
        <translation>用提问的语言回答。第一句就给出答案，之后只写理解或使用它所必需的内容。用平实的话和具体的例子，不写空泛的概括。有不确定之处，或取决于你不知道的事实时，用一句话说明。不要复述问题，结尾不要客套。</translation>
    </message>
    <message>
        <source>Explain how a heat pump works, as if I had never heard of one.</source>
        <translation>从零讲起，解释一下热泵是怎么工作的。</translation>
    </message>
    <message>
        <source>What is the difference between a virus and a bacterium?</source>
        <translation>病毒和细菌有什么区别？</translation>
    </message>
    <message>
        <source>Give me five ideas for a dinner of rice, eggs and tomatoes.</source>
        <translation>用米饭、鸡蛋和番茄做晚饭，给我五个主意。</translation>
    </message>
    <message>
        <source>Careful reasoning</source>
        <translation>仔细推理</translation>
    </message>
    <message>
        <source>Work the problem out before you answer. First state what is given, what is asked and which assumptions you make. Then go step by step, one claim a step, and show every calculation with its units. Check the result in another way: put it back in, estimate its size, or look for a counterexample; where the check fails, say so and correct it. End with the answer in a line of its own, and say how sure you are and what could change it. Where the question leaves something open that matters, name the cases instead of guessing.</source>
        <translation>先把问题想清楚再回答。先写明已知什么、要求什么、你作了哪些假设。然后一步一步推导，每步只下一个结论，计算写出过程和单位。用另一种方法检验结果：代回去、估算数量级，或找反例；检验不通过就指出并改正。最后单独一行写出答案，并说明把握有多大、什么情况会改变结论。题目里有影响答案的未定之处时，分情况讨论，不要猜。</translation>
    </message>
    <message>
        <source>A train leaves at 9:40 and takes 2 h 35 min with a 15 min stop. When does it arrive, and where is the likely mistake?</source>
        <translation>一列火车 9:40 发车，行驶 2 小时 35 分钟，中途停靠 15 分钟。几点到达？最容易错在哪里？</translation>
    </message>
    <message>
        <source>Compare renting and buying a flat for ten years. Which numbers decide it?</source>
        <translation>比较十年内租房和买房，哪些数字决定结论？</translation>
    </message>
    <message>
        <source>Find the flaw in this argument:</source>
        <translation>找出这段论证的漏洞：</translation>
    </message>
    <message>
        <source>Chinese writing</source>
        <translation>中文写作</translation>
    </message>
    <message>
        <source>You are an experienced editor of modern Chinese. Write in Simplified Chinese unless asked otherwise. Write as a native author would: short sentences, verbs instead of noun chains, no translated-sounding constructions, no stock phrases, full-width punctuation, and a space between Chinese and Latin letters or digits. Fit tone and form of address to the reader and the occasion. When you improve a text, keep its meaning and facts, give the improved text first, then list the most important changes with a reason each. Never invent names, dates or figures; leave a marked gap instead.</source>
        <translation>你是一位经验丰富的现代汉语编辑。除非另有要求，用简体中文写作。像母语作者那样写：句子短，多用动词，不堆名词，没有翻译腔，不用套话，使用全角标点，中文与英文、数字之间留一个空格。语气和称呼要合乎读者与场合。修改文章时保留原意和事实，先给出改好的全文，再列出最重要的改动并逐条说明理由。不编造姓名、日期和数字，缺少的地方留空并标明。</translation>
    </message>
    <message>
        <source>Write a polite message in Chinese asking a colleague to move our meeting.</source>
        <translation>写一条得体的消息，请同事把会议改个时间。</translation>
    </message>
    <message>
        <source>Improve this Chinese text and tell me what you changed:</source>
        <translation>修改下面这段文字，并告诉我改了什么：</translation>
    </message>
    <message>
        <source>Translate this into natural Chinese:</source>
        <translation>把下面的内容译成自然的中文：</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>写代码</translation>
    </message>
    <message>
        <source>You are a senior software engineer. Give working, complete code in a fenced block with its language, in the style of the code you were shown. Prefer the standard library and the simplest design that is correct; handle errors and the edge cases that will occur. Say which version of the language or library you assume. Never invent functions or options: where you are not sure that one exists, say so. When you look for a fault, name the cause first, then the smallest change that removes it, then how to test it. Outside the code, keep to a few sentences.</source>
        <translation>你是一位资深软件工程师。给出完整、能运行的代码，放在标明语言的代码块里，风格与给你看的代码一致。优先用标准库，选择正确而最简单的设计；处理好错误和会遇到的边界情况。说明你假定的语言或库的版本。不编造函数或选项，不确定是否存在时要说明。找错时先说原因，再给出消除它的最小改动，最后说怎样验证。代码之外只写几句话。</translation>
    </message>
    <message>
        <source>Write a Python script that renames photos by the date they were taken.</source>
        <translation>写一个 Python 脚本，按拍摄日期给照片重命名。</translation>
    </message>
    <message>
        <source>Explain what this code does and where it can fail:</source>
        <translation>解释这段代码做什么、哪里可能出错：</translation>
    </message>
    <message>
        <source>Write unit tests for this function:</source>
        <translation>为这个函数写单元测试：</translation>
    </message>
</context>
<context>
    <name>ui::StoragePage</name>
    <message>
        <source>What the models take on the disk</source>
        <translation>各模型占用的磁盘空间</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除……</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在询问服务器……</translation>
    </message>
    <message>
        <source>What its models take appears when it answers.</source>
        <translation>服务器回应后，这里会显示各模型占用的空间。</translation>
    </message>
    <message>
        <source>No models yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>Here you see what each model takes on the disk, and what removing it frees.</source>
        <translation>在这里可以看到每个模型占多少磁盘空间，删除它能释放多少。</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>获取模型</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), %1 on disk</source>
        <translation>
            <numerusform>%n 个模型，磁盘占用 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), about %1 on disk</source>
        <translation>
            <numerusform>%n 个模型，磁盘占用约 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder of the models</source>
        <translation>模型所在的文件夹</translation>
    </message>
    <message>
        <source>This server does not remove models on request.</source>
        <translation>这台服务器不支持按请求删除模型。</translation>
    </message>
    <message>
        <source>Choose models to see what removing them frees.</source>
        <translation>选中模型，即可看到删除它们能释放多少空间。</translation>
    </message>
</context>
<context>
    <name>ui::StorageProxy</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>Its own</source>
        <translation>独占</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共用</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>与谁共用</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>改动时间</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) missing: pull it again</source>
        <translation>
            <numerusform>缺少 %n 个文件：请重新拉取</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StorageTreemap</name>
    <message>
        <source>Storage map</source>
        <translation>空间分布图</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s), %1 together. The table below says the same.</source>
        <translation>
            <numerusform>%n 个部分，共 %1。下面的表格内容相同。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StorageWords</name>
    <message numerus="yes">
        <source>%n file(s) that should say what a model consists of cannot be understood. So it is not known which files are unused, and none is offered for removal. Pull those models again, or remove them.</source>
        <translation>
            <numerusform>有 %n 个记录模型组成的文件无法读懂，因此不知道哪些文件没有用到，这里也就不提供删除。请重新拉取这些模型，或删除它们。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in the folder could not be looked into. So it is not known which files are unused, and none is offered for removal.</source>
        <translation>
            <numerusform>文件夹里有 %n 处无法查看，因此不知道哪些文件没有用到，这里也就不提供删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>A part of the folder is a link to another place. Nothing is removed through a link; let OLLAMA_MODELS name the place itself.</source>
        <translation>这个文件夹有一部分是指向别处的链接。程序不会通过链接删除文件；请让 OLLAMA_MODELS 直接指向那个位置。</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %n more</source>
        <translation>
            <numerusform>%1、%2 和另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 和 %2</translation>
    </message>
    <message>
        <source>Shared by %1</source>
        <translation>%1 共用</translation>
    </message>
    <message>
        <source>Not used by any model</source>
        <translation>没有模型使用</translation>
    </message>
    <message>
        <source>Unfinished downloads</source>
        <translation>未完成的下载</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>其他文件</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>Removing %n model(s) frees %1</source>
        <translation>
            <numerusform>删除这 %n 个模型会释放 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removing %n model(s) frees about %1</source>
        <translation>
            <numerusform>删除这 %n 个模型大约会释放 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on the server’s disk become free. What is removed can be pulled again.</source>
        <translation>服务器的磁盘会释放 %1。删除后可以重新拉取。</translation>
    </message>
    <message>
        <source>About %1 on the server’s disk become free; other models may use parts of it. What is removed can be pulled again.</source>
        <translation>服务器的磁盘大约会释放 %1；其中一部分可能有别的模型在用。删除后可以重新拉取。</translation>
    </message>
    <message>
        <source>changed in the last hour: stays for now</source>
        <translation>一小时内有改动：暂时保留</translation>
    </message>
    <message>
        <source>a model is being fetched or made: stays for now</source>
        <translation>正在下载或制作模型：暂时保留</translation>
    </message>
    <message>
        <source>The server runs on another machine and tells only how big whole models are. What they share is guessed from their weights; files that no model uses are not seen.</source>
        <translation>服务器在另一台机器上，只告诉每个模型的总大小。共用的部分按权重推测，没有模型使用的文件看不到。</translation>
    </message>
    <message>
        <source>This account may not look into %1, so only what the server tells is shown. The command lists what is there.</source>
        <translation>当前账户无权查看 %1，因此只显示服务器告知的大小。用这条命令可以列出里面的文件。</translation>
    </message>
    <message>
        <source>No folder on this machine holds the models of this server; it may run in a container or behind a tunnel. Only what it tells is shown, and what models share is guessed from their weights.</source>
        <translation>这台机器上没有哪个文件夹存放着这台服务器的模型；它可能在容器里运行，或经由隧道连接。这里只显示它告知的大小，共用的部分按权重推测。</translation>
    </message>
    <message numerus="yes">
        <source>%n stayed, because something uses it by now, or may.</source>
        <translation>
            <numerusform>保留了 %n 个，因为它们已经或可能正在使用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1 may not be removed by this account. The command does it.</source>
        <translation>
            <numerusform>当前账户无权删除 %1 里的 %n 个文件。用这条命令可以删除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1 belong to %2, so this account may not remove them. The command does it.</source>
        <translation>
            <numerusform>%1 里的 %n 个文件属于用户 %2，当前账户无权删除。用这条命令可以删除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The disk with %1 can only be read, so %n file(s) stayed. Make it writable, then try again.</source>
        <translation>
            <numerusform>%1 所在的磁盘是只读的，%n 个文件没有删除。请改为可写后再试。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1 could not be removed. Check the disk, then try again.</source>
        <translation>
            <numerusform>%1 里的 %n 个文件没能删除。请检查磁盘后再试。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SuggestionRow</name>
    <message>
        <source>%1 of memory</source>
        <translation>占内存 %1</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 的进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>拉取</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>ui::SuggestionsView</name>
    <message>
        <source>Choose a model to start with</source>
        <translation>选一个模型开始</translation>
    </message>
    <message>
        <source>The server is ready and has no model yet. These run on most machines.</source>
        <translation>服务器已经就绪，还没有模型。下面这些在大多数机器上都能运行。</translation>
    </message>
    <message>
        <source>The server on this computer is ready and has no model yet. Its %1 GB of memory are little for a language model; a very small one may still run.</source>
        <translation>本机的服务器已经就绪，还没有模型。%1 GB 内存对语言模型来说偏小，很小的模型也许还能运行。</translation>
    </message>
    <message>
        <source>The server on this computer is ready and has no model yet. With %1 GB of memory, any of these fits.</source>
        <translation>本机的服务器已经就绪，还没有模型。这台电脑有 %1 GB 内存，下面几个都放得下。</translation>
    </message>
    <message>
        <source>See all models</source>
        <translation>查看全部模型</translation>
    </message>
</context>
<context>
    <name>ui::SystemCheckView</name>
    <message>
        <source>A model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>From the catalogue, with the context length and the parallel requests set below; an upper bound.</source>
        <translation>选自模型目录，按下面设置的上下文长度和并行请求数估算，是上限。</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在检查……</translation>
    </message>
</context>
<context>
    <name>ui::SystemPromptPopup</name>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>For this conversation only. The model reads it before every answer.</source>
        <translation>只用于这个对话。模型每次回答前都会读到。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>For example: Answer in the language of the question, in short sentences.</source>
        <translation>例如：用提问的语言回答，句子简短。</translation>
    </message>
</context>
<context>
    <name>ui::SystemWords</name>
    <message>
        <source>Memory: this system does not tell how much there is.</source>
        <translation>内存：系统没有提供大小。</translation>
    </message>
    <message>
        <source>Memory: %1, %2 of it free.</source>
        <translation>内存：%1，可用 %2。</translation>
    </message>
    <message>
        <source>Memory: %1, %2 of it free. Enough for models up to about 7B; %3 are recommended.</source>
        <translation>内存：%1，可用 %2。够运行约 7B 以下的模型；建议 %3。</translation>
    </message>
    <message>
        <source>Memory: %1. At least %2 are asked for; small models up to about 3B may work.</source>
        <translation>内存：%1。至少需要 %2；约 3B 以下的小模型也许可以运行。</translation>
    </message>
    <message>
        <source>Disk: it could not be found out how much is free for %1.</source>
        <translation>磁盘：无法得知 %1 的可用空间。</translation>
    </message>
    <message>
        <source>Disk: %1 free for %2.</source>
        <translation>磁盘：%2 可用 %1。</translation>
    </message>
    <message>
        <source>Disk: %1 free for %2. Enough to begin; %3 are recommended.</source>
        <translation>磁盘：%2 可用 %1。可以开始使用；建议 %3。</translation>
    </message>
    <message>
        <source>Disk: %1 free for %2. At least %3 are asked for; choose another models folder below.</source>
        <translation>磁盘：%2 可用 %1。至少需要 %3；可以在下面另选模型文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>Processor: %n core(s).</source>
        <translation>
            <numerusform>处理器：%n 个核心。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Processor: %n core(s) with AVX2, FMA and F16C.</source>
        <translation>
            <numerusform>处理器：%n 个核心，支持 AVX2、FMA 和 F16C。</numerusform>
        </translation>
    </message>
    <message>
        <source>Processor: without %1. Models without a graphics card will be very slow.</source>
        <translation>处理器：不支持 %1。没有显卡时，模型会非常慢。</translation>
    </message>
    <message>
        <source>Graphics card: none that the engine can use. The processor does the work, more slowly.</source>
        <translation>显卡：没有引擎可用的显卡。由处理器计算，速度较慢。</translation>
    </message>
    <message>
        <source>%1 (driver missing)</source>
        <translation>%1（缺少驱动）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Graphics card: %1. Install its maker’s driver for the engine to use it.</source>
        <translation>显卡：%1。安装厂商驱动后引擎才能使用。</translation>
    </message>
    <message>
        <source>Graphics card: %1.</source>
        <translation>显卡：%1。</translation>
    </message>
</context>
<context>
    <name>ui::Terminal</name>
    <message>
        <source>There is no model on %1 yet. Download one with --pull, for example --pull qwen2.5:3b.</source>
        <translation>%1 上还没有模型。用 --pull 下载一个，例如 --pull qwen2.5:3b。</translation>
    </message>
    <message>
        <source>Waiting for %1…</source>
        <translation>正在等待 %1……</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>正在思考……</translation>
    </message>
    <message>
        <source>ready: the model answered “%1” in %2</source>
        <translation>就绪：模型回答了“%1”，用时 %2</translation>
    </message>
    <message>
        <source>Asking for %1…</source>
        <translation>正在请求 %1……</translation>
    </message>
    <message>
        <source>%1 is ready to use.</source>
        <translation>%1 可以使用了。</translation>
    </message>
    <message>
        <source>%1: %2, the server checks and stores it</source>
        <translation>%1：%2，服务器正在校验并保存</translation>
    </message>
    <message>
        <source>%1: %2, %3 of %4</source>
        <translation>%1：%2，%3 / %4</translation>
    </message>
    <message>
        <source>%1: %2, %3 of %4, %5, %6 left</source>
        <translation>%1：%2，%3 / %4，%5，还剩 %6</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 已删除。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, and the next step</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>详情：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 offers no model, or does not tell which it has. Name one with --model, as whoever runs the server knows it.</source>
        <translation>%1 没有模型，或者不提供模型列表。请用 --model 指定一个，名称可以问管理员。</translation>
    </message>
</context>
<context>
    <name>ui::Transcript</name>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>检查连接</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Thinking %1</source>
        <translation>正在思考 %1</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>正在思考</translation>
    </message>
    <message>
        <source>Thought for %1</source>
        <translation>思考了 %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Wrap</source>
        <comment>Switch: break long lines of code</comment>
        <translation>自动换行</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>复制代码</translation>
    </message>
    <message>
        <source>Copy question</source>
        <translation>复制提问</translation>
    </message>
    <message>
        <source>Edit question</source>
        <translation>编辑提问</translation>
    </message>
    <message>
        <source>Waiting for the model %1</source>
        <translation>正在等待模型 %1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>token limit reached</source>
        <translation>已到 Token 上限</translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation>首个 Token %1</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Copy answer</source>
        <translation>复制回答</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>下一个版本</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>上一个版本</translation>
    </message>
    <message>
        <source>You</source>
        <comment>Who wrote the question</comment>
        <translation>你</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>换一个模型</translation>
    </message>
    <message>
        <source>Nothing new for %1. Keep waiting, or stop: what is here is kept.</source>
        <translation>已有 %1 没有新内容。可以继续等，也可以停止，已有的内容会保留。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Code, %1</source>
        <translation>代码，%1</translation>
    </message>
    <message numerus="yes">
        <source>Table, %n row(s)</source>
        <translation>
            <numerusform>表格，%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Shown as plain text because the app ended twice while showing it</source>
        <translation>应用曾两次在显示此消息时意外退出，因此以纯文本显示</translation>
    </message>
    <message>
        <source>Show formatted</source>
        <translation>显示格式</translation>
    </message>
    <message>
        <source>answered by %1</source>
        <translation>由 %1 代为回答</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>Code in no language</comment>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Answer this question</source>
        <translation>回答这个提问</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>第 %1 个版本，共 %2 个</translation>
    </message>
    <message>
        <source>%1 Continue goes on where it ended.</source>
        <translation>%1点“继续”从中断处接着写。</translation>
    </message>
    <message>
        <source>Stopped while it was thinking, so there is no text to continue. Regenerate asks again; without Think the answer comes at once.</source>
        <translation>回答停在了思考阶段，还没有可以继续的文字。点“重新生成”再问一次；关闭“思考”，模型会直接回答。</translation>
    </message>
    <message>
        <source>Everything above this line will be left out of the next request. This summary is sent in its place:</source>
        <translation>下一次请求不包含这条线以上的内容，改为发送这段摘要：</translation>
    </message>
    <message>
        <source>Everything above this line will be left out of the next request.</source>
        <translation>下一次请求不包含这条线以上的内容。</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>生成记录</translation>
    </message>
    <message>
        <source>The token limit, or the end of the window, was reached while it was thinking, so there is no text to continue. Raise Max tokens or the context length in Settings, or switch Think off, then regenerate.</source>
        <translation>思考时就到了 Token 上限或窗口的末尾，还没有正文可以继续。可以在设置里调高最大 Token 数或上下文长度，或关闭思考，然后重新生成。</translation>
    </message>
    <message>
        <source>The model’s window has little or no room left. Everything above this line would be left out first.</source>
        <translation>模型的窗口快满了，或已经装不下。最先略去的会是这条线以上的内容。</translation>
    </message>
    <message>
        <source>The server is busy and said when to come back: asked again in %1</source>
        <translation>服务器正忙，并说明了何时再来：%1后再次提问</translation>
    </message>
    <message>
        <source>Hide them</source>
        <comment>Characters that cannot be seen</comment>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show them</source>
        <comment>Characters that cannot be seen</comment>
        <translation>显示</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) that can hide or disguise text were left out.</source>
        <translation>
            <numerusform>已略去 %n 个能隐藏或伪装文字的字符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) in this message cannot be seen.</source>
        <translation>
            <numerusform>这条消息里有 %n 个看不见的字符。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TranscriptView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation>复制链接地址</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Copy as plain text</source>
        <translation>复制为纯文本</translation>
    </message>
    <message>
        <source>Edit question</source>
        <translation>编辑提问</translation>
    </message>
    <message>
        <source>Continue the answer</source>
        <translation>继续回答</translation>
    </message>
    <message>
        <source>Branch into a new conversation</source>
        <translation>从这里分支到新对话</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>上一个版本</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>下一个版本</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>生成记录</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>对比版本</translation>
    </message>
</context>
<context>
    <name>ui::TrashPage</name>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>Deleted conversations</source>
        <translation>已删除的对话</translation>
    </message>
    <message>
        <source>Deleted conversations are kept for 30 days and then deleted for good.</source>
        <translation>删除的对话保留 30 天，之后彻底删除。</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>Conversations you delete are kept here for 30 days.</source>
        <translation>删除的对话会在这里保留 30 天。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n conversation(s) for good? Nothing can bring them back.</source>
        <translation>
            <numerusform>彻底删除 %n 个对话？删除后无法找回。</numerusform>
        </translation>
    </message>
    <message>
        <source>They also go from the damaged files kept in %1; a file that cannot be changed any more is removed whole.</source>
        <translation>它们也会从 %1 里保留的损坏文件中删去；已无法改写的文件会整个删除。</translation>
    </message>
    <message>
        <source>They also go from the backups kept in %1; a backup that cannot be changed any more is removed whole.</source>
        <translation>它们也会从 %1 里保留的备份中删去；已无法改写的备份会整个删除。</translation>
    </message>
</context>
<context>
    <name>ui::Typesetter</name>
    <message>
        <source>This formula cannot be typeset: %1</source>
        <translation>无法排版这个公式：%1</translation>
    </message>
    <message>
        <source>This formula takes too long to typeset</source>
        <translation>这个公式排版耗时太长</translation>
    </message>
    <message>
        <source>This formula is too large to typeset</source>
        <translation>这个公式太大，无法排版</translation>
    </message>
</context>
<context>
    <name>ui::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ui::UpdateView</name>
    <message>
        <source>What changes in the template</source>
        <translation>模板的变化</translation>
    </message>
    <message>
        <source>What changes in the system prompt</source>
        <translation>系统提示词的变化</translation>
    </message>
    <message>
        <source>What changes in the parameters</source>
        <translation>生成参数的变化</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Pulls it again. Its present state stays under a second name until you let it go.</source>
        <translation>重新拉取。现在的版本换个名称留着，直到你决定不再保留。</translation>
    </message>
    <message>
        <source>Back to this one</source>
        <translation>换回这个版本</translation>
    </message>
    <message>
        <source>Let go…</source>
        <translation>不再保留……</translation>
    </message>
    <message>
        <source>Removes this old state from the server.</source>
        <translation>从服务器上删除这个旧版本。</translation>
    </message>
    <message>
        <source>An old state</source>
        <translation>旧版本</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在询问 %1……</translation>
    </message>
    <message>
        <source>%1 has it in another state.</source>
        <comment>%1: the registry</comment>
        <translation>%1 上是另一个版本。</translation>
    </message>
    <message>
        <source>A model as it was before it was updated on %1.</source>
        <translation>某个模型 %1 更新之前的版本。</translation>
    </message>
    <message>
        <source>This is %1 as it was before it was updated on %2.</source>
        <translation>这是 %1 在 %2 更新之前的版本。</translation>
    </message>
    <message>
        <source>Both are the same now: letting this one go loses nothing.</source>
        <translation>两者现在相同，不保留这个也不会丢失什么。</translation>
    </message>
    <message>
        <source>Going back puts this state in the place of the newer one, which can be pulled again.</source>
        <translation>换回后，这个版本取代新版本；新版本可以再次拉取。</translation>
    </message>
    <message>
        <source>Check at %1</source>
        <comment>%1: the registry</comment>
        <translation>到 %1 检查</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>检查更新</translation>
    </message>
    <message>
        <source>Asks %1 what it has under this name.</source>
        <comment>%1: the registry</comment>
        <translation>询问 %1：这个名称下现在是什么。</translation>
    </message>
    <message>
        <source>%1 becomes what it was, and this second name goes.</source>
        <translation>%1 变回原来的样子，这个名称随之消失。</translation>
    </message>
</context>
<context>
    <name>ui::UpdateWords</name>
    <message>
        <source>%1 %2</source>
        <comment>One sentence after the other</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>the part that sees</source>
        <translation>视觉部分</translation>
    </message>
    <message>
        <source>adapter</source>
        <comment>A small file of weights that changes a model</comment>
        <translation>适配器</translation>
    </message>
    <message>
        <source>template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>system prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>parameters</source>
        <comment>Of generation: temperature and so on</comment>
        <translation>生成参数</translation>
    </message>
    <message>
        <source>message examples</source>
        <translation>消息示例</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>description</source>
        <comment>Family, quantization and size of a model, as a file</comment>
        <translation>模型说明</translation>
    </message>
    <message>
        <source>other files</source>
        <translation>其他文件</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>Before and after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>Between items of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>It is as %1 has it. Checked at %2.</source>
        <comment>%1: the registry</comment>
        <translation>与 %1 上的相同。检查时间 %2。</translation>
    </message>
    <message>
        <source>%1 has no model of this name, so there are no updates: it was made here, or is gone there.</source>
        <comment>%1: the registry</comment>
        <translation>%1 上没有这个名称的模型，所以没有更新：它是在这里做的，或者那边已经没有了。</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Quantization</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>May change</source>
        <translation>可能变化</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>需要下载</translation>
    </message>
    <message>
        <source>nothing, the server has all of it already</source>
        <translation>无，服务器上都已经有了</translation>
    </message>
    <message>
        <source>The new texts lie at another host than %1, which was not asked. After the update the old state shows what changed.</source>
        <comment>%1: the registry</comment>
        <translation>新的文本不在 %1，而在另一台主机上，没有去问它。更新之后，旧版本会显示有什么变化。</translation>
    </message>
    <message>
        <source>The new texts could not be read. After the update the old state shows what changed.</source>
        <translation>没有读到新的文本。更新之后，旧版本会显示有什么变化。</translation>
    </message>
    <message>
        <source>The present state is being kept…</source>
        <translation>正在保留现在的版本……</translation>
    </message>
    <message>
        <source>It is being downloaded, see Downloads. Until then it stays as it is.</source>
        <translation>正在下载，见“下载”。完成之前保持原样。</translation>
    </message>
    <message>
        <source>The server tidies up…</source>
        <translation>服务器正在整理……</translation>
    </message>
    <message>
        <source>It is being brought back…</source>
        <translation>正在换回……</translation>
    </message>
</context>
<context>
    <name>ui::UpdatesBar</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>检查更新</translation>
    </message>
    <message>
        <source>Update all (%1, %2)</source>
        <translation>全部更新（%1 个，%2）</translation>
    </message>
    <message>
        <source>Update all (%1)</source>
        <translation>全部更新（%1 个）</translation>
    </message>
    <message>
        <source>Pulls them again. Each one’s present state stays under a second name until you let it go.</source>
        <translation>重新拉取这些模型。每个现在的版本都换个名称留着，直到你决定不再保留。</translation>
    </message>
    <message>
        <source>None of these models comes from a registry that is asked with all. A model’s own page asks its registry.</source>
        <translation>这些模型都不在一并询问的模型仓库里。可以在模型自己的面板上询问它的模型仓库。</translation>
    </message>
    <message numerus="yes">
        <source>Tells %1 the name(s) of %n model(s) and asks what it has.</source>
        <comment>%1: the registry, or several</comment>
        <translation>
            <numerusform>把 %n 个模型的名称告诉 %1，询问它现在有什么。</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>Between items of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Asking: %1 of %2 answered</source>
        <translation>正在询问：%2 个中已答复 %1 个</translation>
    </message>
    <message numerus="yes">
        <source>%n update(s)</source>
        <translation>
            <numerusform>%n 个更新</numerusform>
        </translation>
    </message>
    <message>
        <source>No updates</source>
        <translation>没有更新</translation>
    </message>
    <message>
        <source>%1. Checked at %2.</source>
        <translation>%1。检查时间 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%1. %n could not be checked at %2. %3</source>
        <comment>%1: how many updates; %3: why and what next</comment>
        <translation>
            <numerusform>%1。%2 检查时有 %n 个没有结果。%3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Words</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Vision</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>, </source>
        <comment>Between items of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1, quick; for: %2</source>
        <translation>%1，快；适合：%2</translation>
    </message>
    <message>
        <source>%1, of medium speed; for: %2</source>
        <translation>%1，速度中等；适合：%2</translation>
    </message>
    <message>
        <source>%1, slow; for: %2</source>
        <translation>%1，慢；适合：%2</translation>
    </message>
    <message>
        <source>%1; for: %2</source>
        <translation>%1；适合：%2</translation>
    </message>
</context>
<context>
    <name>ui::WorkStrip</name>
    <message>
        <source>Progress</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>ui::WorkshopBar</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Making %1 was stopped.</source>
        <translation>已停止制作 %1。</translation>
    </message>
    <message>
        <source>Importing %1 was stopped.</source>
        <translation>已停止导入 %1。</translation>
    </message>
    <message>
        <source>%1 is made.</source>
        <translation>%1 做好了。</translation>
    </message>
    <message>
        <source>%1 is imported.</source>
        <translation>%1 已导入。</translation>
    </message>
    <message>
        <source>Making %1</source>
        <translation>正在制作 %1</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Asking the server whether it has it</source>
        <translation>正在问服务器是否已有这个文件</translation>
    </message>
    <message>
        <source>Sending it to the server</source>
        <translation>正在发送到服务器</translation>
    </message>
    <message>
        <source>The server is at work</source>
        <translation>服务器正在处理</translation>
    </message>
    <message>
        <source>A file that was read once is not read again. What the server had of it is gone.</source>
        <translation>读过的文件不用再读一遍；服务器已收到的部分没有保留。</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2，共 %3</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 · %4</source>
        <translation>%1 · %2，共 %3 · %4</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 · %4 · %5 left</source>
        <translation>%1 · %2，共 %3 · %4 · 还剩 %5</translation>
    </message>
</context>
</TS>
