// Small parts of look.md used on more than one page. Each words nothing itself; the owner does, and again on
// QEvent::LanguageChange.
#pragma once

#include "common/Appearance.h"
#include "common/Icons.h"

#include <QAbstractButton>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

class QAbstractItemView;

namespace ui {

// Assistive technology selects a row without making it current, which is what a page follows; this makes it
// both, as a click does. After the view has its model.
void makeSelectedCurrent(QAbstractItemView *view);

// An icon of a fixed side; sharp on any screen, in the colours of the moment.
class IconLabel : public QWidget
{
    Q_OBJECT
public:
    IconLabel(const QString &name, IconColor color, int side, QWidget *parent = nullptr);
    void setIcon(const QString &name, IconColor color);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
};

enum class TextRole { Text, Text2, Text3, Bad, Ok, Warn, Link };

// A plain-text label with a type and a colour role that follow font and palette changes.
class Label : public QLabel
{
    Q_OBJECT
public:
    explicit Label(Type type, TextRole role = TextRole::Text, QWidget *parent = nullptr);
    void setRole(TextRole role);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    Type m_type;
    TextRole m_role;
};

// Buttons of the sheet's "Buttons" table; all keyboard reachable with the focus ring.
// Toggle says what is switched on, Tab where one is.
enum class ButtonKind { Default, Plain, Danger, Flat, Toggle, Tab, Icon };
// Default, Plain and Danger are QPushButtons; the others are auto-raised QToolButtons. Icon buttons need an
// accessible name and a tooltip from their owner.
QAbstractButton *makeButton(ButtonKind kind, const QString &iconName, QWidget *parent);

// A hairline.
class Line : public QWidget
{
    Q_OBJECT
public:
    explicit Line(Qt::Orientation orientation, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

// A widget filled with one surface of the theme.
enum class Surface { Rail, Window, Base };
class SurfaceWidget : public QWidget
{
    Q_OBJECT
public:
    explicit SurfaceWidget(Surface surface, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Surface m_surface;
};

// A fact about the whole page: one line, one action. Hidden until it has text. `details`, another's own
// words, unfold below it as plain text.
class Banner : public QWidget
{
    Q_OBJECT
public:
    enum class Tone { Note, Warning, Failure };
    explicit Banner(QWidget *parent = nullptr);
    void show(Tone tone, const QString &text, const QString &action = {}, const QString &details = {});
    void clear();

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    Tone m_tone = Tone::Note;
    IconLabel *m_icon;
    Label *m_text;
    Label *m_details;
    QToolButton *m_unfold;
    QToolButton *m_action;
};

// Icon, sentence, explanation, one plain button, centred in the free space.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(const QString &iconName, QWidget *parent = nullptr);
    void setTexts(const QString &sentence, const QString &explanation, const QString &action = {});

Q_SIGNALS:
    void actionTriggered();

private:
    Label *m_sentence;
    Label *m_explanation;
    QPushButton *m_action;
};

// An error beside the field it is about: icon and one sentence in `bad`; sets the field's border too
// (dynamic property "invalid", which the style paints) and its accessible description.
class FieldError : public QWidget
{
    Q_OBJECT
public:
    explicit FieldError(QWidget *field, QWidget *parent = nullptr);
    void setText(const QString &sentence); // empty = all is well; keeps its place only while shown

private:
    QWidget *m_field;
    Label *m_text;
};

} // namespace ui
