#include "support/ReferenceText.h"

namespace support {

namespace {

const char *const english = R"md(# Ink, measured

A first paragraph with **bold**, *slanted*, ***both***, ~~struck out~~ and `inline code`, a [link to the manual](https://example.org/manual "The manual"), a bare address https://example.net/ink?grade=5 and a mail to <ink@example.org>. It is long enough to be broken into several lines, so that their distance and their ends can be judged.
A line that ends hard,\
and one after two spaces,  
goes on here. A note stands at the end[^1], another one too[^grind].

## Second heading

### Third heading

#### Fourth heading

##### Fifth heading

###### Sixth heading

Lists, one inside the other:

- Pine soot, burnt slowly
- Glue from hide
  - soaked for a night
  - warmed, never boiled
    - at 60 °C
- A third item that is long enough to reach the end of the line and go on in the next one, where it stands under its own first word

1. Wet the stone
2. Grind for ten minutes

   A second paragraph of the same item.

   ```sh
   grind --stone 砚 --minutes 10 | tee ink.log
   ```
3. Rest

- [x] Stone washed
- [ ] Brush dried
- [ ] Seal ~~lost~~ found

| Ink | Made of | Grains | Price |
|:----|:-------:|-------:|------:|
| Pine | soot, `glue` | 1,200 | 14.50 |
| Oil lamp | **fine** soot | 850 | 120.00 |
| [Vermilion](https://example.org/vermilion) | cinnabar | 96 | 9.00 |

A wide one:

| Grade | Source | Soot | Glue | Age in years | Scent | Colour in thin strokes | Colour in thick strokes | Maker and place of its workshop |
|---|---|---|---|---|---|---|---|---|
| First | Huangshan pine, only the top layer of the smoke | 10 | 6 | 30 | borneol | blue black | black, no shine | Hu Kaiwen, Tunxi |
| Second | tung oil | 10 | 7 | 12 | musk | brown black | black, some shine | Cao Sugong, Shanghai |

One too wide for the column:

| January | February | March | April | May | June | July | August | September | October | November | December |
|---|---|---|---|---|---|---|---|---|---|---|---|
| ground | ground | ground | dried | dried | dried | dried | polished | polished | painted | wrapped | sold |

> A quote of one paragraph, with **bold** and `code` in it.
>
> > A quote in the quote,
> > of two lines.
>
> - and a list
> - in it

```python
from dataclasses import dataclass

@dataclass(frozen=True)
class Ink:
    """Soot and glue."""
    soot: float = 10.0  # grams
    glue: float = 6.5

    def grind(self, minutes: int) -> float:
        if minutes <= 0:
            raise ValueError(f"{minutes} minutes are no time to grind ink")
        return self.soot / (self.soot + self.glue) * min(minutes, 10)

def best(inks: list[Ink]) -> Ink:
    return max(inks, key=lambda ink: ink.grind(10))  # the blackest ink of them all, whatever it costs and however long it takes

print(best([Ink(), Ink(9.0, 7.25)]))
```

```cpp
#include <vector>
// Grinds until the ink is black.
template <typename Stone> int grind(const std::vector<Stone> &stones) { return 0x1F + 'c' + stones.size(); }
```

```diff
- glue = 7.0
+ glue = 6.5
```

```json
{"ink": "pine", "grade": 5, "old": true, "maker": null}
```

```
no language, and a tab	here
```

Formulas stand in the line: $E = mc^2$, \(\alpha_i \le \sqrt{x^2 + y^2}\), even a tall one, $\frac{1}{1 + \frac{1}{x}}$ or $\sum_{i=1}^{n} i^2$, while the line goes on around them. Displayed:

$$
\int_{-\infty}^{\infty} e^{-x^2}\,dx = \sqrt{\pi}
$$

\[
\begin{aligned}
f(x) &= \frac{a_0}{2} + \sum_{n=1}^{\infty}\left(a_n \cos nx + b_n \sin nx\right) \\
A &= \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}
\end{aligned}
\]

A wrong one, $\frac{1}{$, stays as it was written; so do $5 and $10.

<div class="note">Markup is <b>shown</b>, not obeyed.</div>

An image is never loaded: ![a brush on paper](https://pictures.example.com/brush.png) and ![](file:///etc/passwd).

עברית נקראת מימין לשמאל, גם עם `קוד` ועם English באמצע.

- פריט ראשון
- פריט שני

| דיו | עשוי מ־ | גרגרים | Price |
|---|---|---|---|
| אורן | פיח ו`דבק` | 1,200 | 14.50 |
| מנורת שמן | soot, very fine | 850 | 120.00 |

中文与 English 混排，行高和基线应当一致：松烟墨、油烟墨、`朱砂`。 Emoji 🖌️ 👩‍🎨 🏮, combining marks é ñ ạ̈ Z̶a̶l̶g̶o̶, and a very long word: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.

---

The end of the ink.

[^1]: The first note, with a [link](https://example.org/note).
[^grind]: Ground ink keeps for a day.
)md";

const char *const chinese = R"md(# 墨的浓淡

第一段里有**粗体**、*强调*、***两者***、~~删去~~和`行内代码`，有[手册的链接](https://example.org/manual "手册")、裸地址 https://example.net/ink?grade=5 和邮箱 <ink@example.org>。这一段够长，会折成几行，好看清楚行距、标点和行尾：松烟墨轻而黑，油烟墨亮而坚，各有各的用处。
硬换行在这里，\
两个空格之后也是，  
然后继续。这里有一个脚注[^1]，那里还有一个[^grind]。

## 二级标题

### 三级标题

#### 四级标题

##### 五级标题

###### 六级标题

一层套一层的列表：

- 松烟，慢慢烧
- 皮胶
  - 泡一夜
  - 温着，不要煮开
    - 60 °C 左右
- 第三项写得长一些，让它一直写到行尾再折到下一行，看看第二行是不是对齐在自己的第一个字下面，而不是跑到项目符号底下去

1. 润砚
2. 磨十分钟

   同一项里的第二段。

   ```sh
   grind --stone 砚 --minutes 10 | tee ink.log
   ```
3. 静置

- [x] 砚洗好了
- [ ] 笔晾干
- [ ] 印章~~丢了~~找到了

| 墨 | 原料 | 颗粒 | 价钱 |
|:----|:-------:|-------:|------:|
| 松烟 | 烟、`胶` | 1,200 | 14.50 |
| 油烟 | **细**烟 | 850 | 120.00 |
| [朱砂](https://example.org/vermilion) | 辰砂 | 96 | 9.00 |

宽的一张：

| 等级 | 原料 | 烟 | 胶 | 年份 | 香料 | 淡墨的颜色 | 浓墨的颜色 | 制墨人和作坊所在地 |
|---|---|---|---|---|---|---|---|---|
| 一等 | 黄山松，只取顶烟，烧得慢，收得少，每年只做一次 | 10 | 6 | 30 | 冰片 | 青黑 | 黑，不反光 | 胡开文，屯溪老街 |
| 二等 | 桐油 | 10 | 7 | 12 | 麝香 | 褐黑 | 黑，略有光泽 | 曹素功，上海 |

比版面还宽的：

| 一月里 | 二月里 | 三月里 | 四月里 | 五月里 | 六月里 | 七月里 | 八月里 | 九月里 | 十月里 | 十一月 | 十二月 |
|---|---|---|---|---|---|---|---|---|---|---|---|
| 和烟捣胶 | 和烟捣胶 | 和烟捣胶 | 晾墨 | 晾墨 | 晾墨 | 晾墨 | 打磨 | 打磨 | 描金 | 装匣 | 售出 |

> 引用一段，里面有**粗体**和`代码`。
>
> > 引用里的引用，
> > 一共两行。
>
> - 还有列表
> - 也在引用里

```python
from dataclasses import dataclass

@dataclass(frozen=True)
class Ink:
    """烟与胶。"""
    soot: float = 10.0  # 克
    glue: float = 6.5

    def grind(self, minutes: int) -> float:
        if minutes <= 0:
            raise ValueError(f"{minutes} 分钟磨不出墨")
        return self.soot / (self.soot + self.glue) * min(minutes, 10)

def best(inks: list[Ink]) -> Ink:
    return max(inks, key=lambda ink: ink.grind(10))  # 最黑的一种，不管多贵、磨多久，这一行故意写得很长很长很长很长很长

print(best([Ink(), Ink(9.0, 7.25)]))
```

```cpp
#include <vector>
// 一直磨到墨黑为止。
template <typename Stone> int grind(const std::vector<Stone> &stones) { return 0x1F + 'c' + stones.size(); }
```

```diff
- glue = 7.0
+ glue = 6.5
```

```json
{"ink": "松烟", "grade": 5, "old": true, "maker": null}
```

```
没有语言，有一个制表符	在这里
```

公式写在行里：$E = mc^2$，\(\alpha_i \le \sqrt{x^2 + y^2}\)，高一些的也行：$\frac{1}{1 + \frac{1}{x}}$ 或者 $\sum_{i=1}^{n} i^2$，文字照样在它们四周排下去。单独成行：

$$
\int_{-\infty}^{\infty} e^{-x^2}\,dx = \sqrt{\pi}
$$

\[
\begin{aligned}
f(x) &= \frac{a_0}{2} + \sum_{n=1}^{\infty}\left(a_n \cos nx + b_n \sin nx\right) \\
A &= \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}
\end{aligned}
\]

写错的公式 $\frac{1}{$ 原样显示；$5 和 $10 也是。

<div class="note">标记<b>照样显示</b>，不会执行。</div>

图片从不载入：![纸上的一支笔](https://pictures.example.com/brush.png) 和 ![](file:///etc/passwd)。

עברית נקראת מימין לשמאל, גם עם `קוד` ועם English באמצע.

- פריט ראשון
- פריט שני

English mixed with 中文，表情 🖌️ 👩‍🎨 🏮，组合字符 é ñ ạ̈ Z̶a̶l̶g̶o̶，还有很长的一个词：Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft。

---

墨到此为止。

[^1]: 第一个脚注，带一个[链接](https://example.org/note)。
[^grind]: 磨好的墨只能放一天。
)md";

} // namespace

ReferenceText englishReference()
{
    return {
        QStringLiteral("Show me everything you can write about **ink**.\n\nAll of it, please:\n"
                       "`headings`, lists, tables, code and formulas."),
        QStringLiteral("The person wants to see everything. I begin with a heading, then marks in a line, "
                       "and keep the order of a book.\n\n1. Prose\n2. Lists and tables\n3. Code and "
                       "formulas such as $a^2 + b^2 = c^2$\n\nNothing of it may be left out, and `code` "
                       "in a thought is code too."),
        QString::fromUtf8(english),
        {QStringLiteral("Prices so far:\n\n| Ink | Grains | Price |\n|:----|-------:|------:|\n| Pine | "
                        "1,200 | 14.50 |\n| Oil la"),
         QStringLiteral("\n\nIn code:\n\n```python\ndef grind(stone: str) -> int:\n    # until it is bl"),
         QStringLiteral("ack\n    return 1\n```\n\nAnd as a formula:\n\n$$\n\\int_{0}^{\\infty} e^{-x"),
         QStringLiteral("}\\,dx = 1\n$$\n\n1. Wet the stone\n2. Grind, and\n   - never ha"),
         QStringLiteral("ste\n\n> So it is said, and **so it is do"), QStringLiteral("ne**, see [the man"),
         QStringLiteral("ual](https://example.org/a/very/lo"), QStringLiteral("ng/one). This is ~~no long"),
         QStringLiteral("er~~ so, `grind --stone"), QStringLiteral(" 砚` does it, and $\\frac{a}{b} + c^"),
         QStringLiteral("2$ counts, ![a brush on pa"), QStringLiteral("per](https://pictures.example.com/br"),
         QStringLiteral("ush.png) as noted[^no"),
         QStringLiteral("te].\n\n- [x] Stone washed\n- [ ] Brush dr"),
         QStringLiteral("ied\n\n## What is lef"),
         QStringLiteral("t\n\nNothing.\n\n[^note]: A note that is being wri")},
        QStringLiteral("ink"),
        QStringLiteral("Black ink is made of **soot** and glue. The soot is")};
}

ReferenceText chineseReference()
{
    return {
        QStringLiteral("关于**墨**，你能写的都写给我看。\n\n全都要：\n`标题`、列表、表格、代码和公式。"),
        QStringLiteral("对方想看全部的写法。先写标题，再写行内的标记，按书的次序来。\n\n1. 正文\n2. "
                       "列表和表格\n3. 代码和 $a^2 + b^2 = c^2$ 这样的公式\n\n一样都不能少，思考里的 `code` "
                       "也是代码。"),
        QString::fromUtf8(chinese),
        {QStringLiteral("目前的价钱：\n\n| 墨 | 颗粒 | 价钱 |\n|:----|-------:|------:|\n| 松烟 | 1,200 | "
                        "14.50 |\n| 油"),
         QStringLiteral("\n\n写成代码：\n\n```python\ndef grind(stone: str) -> int:\n    # 一直磨到"),
         QStringLiteral("墨黑\n    return 1\n```\n\n写成公式：\n\n$$\n\\int_{0}^{\\infty} e^{-x"),
         QStringLiteral("}\\,dx = 1\n$$\n\n1. 润砚\n2. 磨墨，\n   - 不要着"),
         QStringLiteral("急\n\n> 话是这么说，**也是这么"), QStringLiteral("做的**，见[手"),
         QStringLiteral("册](https://example.org/a/very/lo"), QStringLiteral("ng/one)。现在~~不再是"),
         QStringLiteral("这样~~了，用`grind --stone"), QStringLiteral(" 砚`来磨，$\\frac{a}{b} + c^"),
         QStringLiteral("2$ 也要算，![纸上的一"), QStringLiteral("支笔](https://pictures.example.com/br"),
         QStringLiteral("ush.png) 见脚注[^no"), QStringLiteral("te]。\n\n- [x] 砚洗好了\n- [ ] 笔晾"),
         QStringLiteral("干\n\n## 还剩什"), QStringLiteral("么\n\n没有了。\n\n[^note]: 正在写的一个脚")},
        QStringLiteral("墨"),
        QStringLiteral("墨是用**烟**和胶做成的。烟要")};
}

} // namespace support
