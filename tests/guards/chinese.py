"""How Chinese is set in this project: terms and typography, as far as a program can see them."""

import re

HAN = r"[\u3400-\u4dbf\u4e00-\u9fff]"
WIDE = r"[，。；：？！、（）“”‘’《》]"

# One term per concept; what must not stand in a translation, and what does.
TERMS = {
    "您": "你",
    "聊天": "对话",
    "会话": "对话",
    "令牌": "Token",
    "词元": "Token",
    "移除": "删除",
    "保活": "内存保留时间",
    "分块": "片段",
    "收据": "生成记录",
    "基础 URL": "服务地址",
}

RULES = [
    (rf"{HAN}\s?[,;?]|[,;?]{HAN}|{HAN}\.(?!\w)|{HAN}:|:{HAN}", "half-width punctuation beside Chinese"),
    (r"[!！]", "an exclamation mark"),
    (rf"{HAN}[A-Za-z0-9]|(?<!%)[A-Za-z0-9]{HAN}", "no space between Chinese and Latin letters or digits"),
    (rf"{HAN}%n|%n{HAN}", "no space between Chinese and a number"),
    (rf"{HAN} +{HAN}", "a space inside Chinese"),
    (rf" {WIDE}(?<![“‘（《])|(?<![“‘（《]){WIDE}(?<![“”‘’]) ", "a space beside full-width punctuation"),
    (rf"\([^()]*{HAN}[^()]*\)", "half-width parentheses around Chinese"),
    (r"（[\x20-\x7e]+）", "full-width parentheses around Latin letters only"),
    (rf"[\"']{HAN}|{HAN}[\"']", "straight quotation marks beside Chinese"),
    (r"\.\.\.|(?<!…)…(?!…)(?!$)", "an ellipsis that is not “……”"),
]

# Words that Chinese users write in English.
LATIN = set(
    "Inkstone Ollama Token Markdown Lucide Qt Linux Debian Windows Shift Ctrl Enter Esc Tab Alt "
    "Source-highlight MathJax Apache OpenAI vLLM llama-server LM Studio GNOME Keyring KWallet Dify "
    "Docker docker podman logs log systemd systemctl stop journalctl systemd-journal adm nginx "
    "NVIDIA AMD FMA Vulkan Flash flash attention nvidia-smi rocminfo vulkaninfo inkstone-engine latest Let Encrypt "
    "CVE AVX env LUKS SysV init dev true false IP Wi-Fi VPN SSH Origin location "
    "Desktop macOS PowerShell CA PEM pem crt cer SHA- SOCKS http https Host localhost X-Team blue all "
    "PNG JPEG GIF BMP WebP UTF- Delete "
    "yyyy GNU LGPL MIT json html md pdf PDF Python API URL GPU CPU RAM TLS HTTP HTTPS HTML JSON SQLite GPL ISC SHA PATH D-Bus "
    "Modelfile GGUF gguf FROM PARAMETER TEMPLATE SYSTEM MESSAGE LICENSE ADAPTER system user assistant mine "
    "llama-gguf-split FAT ChatGPT Open WebUI sqlite db "
    "GB MB KB kB TB GiB MiB KiB ms min s B K M G T OLLAMA_HOST OLLAMA_MODELS inkstone ollama".split()
)


def complaints(text):
    """What is wrong with a Chinese text."""
    found = []
    for term, better in TERMS.items():
        if term in text:
            found.append(f"“{term}” (use “{better}”)")
    for pattern, reason in RULES:
        match = re.search(pattern, text)
        if match:
            found.append(f"{reason}: “{match.group(0)}”")
    return found


def english_left(text, source):
    """Words of the English source that stand untranslated, names and units aside."""
    words = re.findall(r"[A-Za-z][A-Za-z-]+(?![\w%]*[./:_@-]\w)", re.sub(r"%L?[\dn]|--[\w-]+|[\w.]+(?:/[\w.]+)+|[\w-]+(?:\.[A-Za-z]+)+|https?://\S+|`[^`]*`", " ", text))
    return [w for w in words if w not in LATIN and re.search(rf"\b{re.escape(w)}\b", source)]
