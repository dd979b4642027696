// What is in a strip about one piece of work: what it is, how far, more about it where there is more, and
// buttons at the right. The strip, whose children these are, words it. Used by WorkshopBar and MoveView.
#pragma once

#include <QCoreApplication>

#include <initializer_list>

class QAbstractButton;
class QProgressBar;
class QWidget;

namespace ui {

class Label;
class Unfolding;

class WorkStrip
{
    Q_DECLARE_TR_FUNCTIONS(ui::WorkStrip)
public:
    // The parts' object names are `name` with Title, Meta, Progress and Details.
    WorkStrip(QWidget *strip, const QString &name);

    // From left to right. Once.
    void layOut(std::initializer_list<QAbstractButton *> buttons);
    void retranslate();
    enum class Tone { Usual, Failure };
    // `meta` may be empty.
    void say(const QString &title, Tone tone, const QString &meta);
    void showProgress(bool isShown, double fraction); // 0 to 1
    Unfolding &details() { return *m_details; }

private:
    QWidget *m_strip;
    Label *m_title;
    QProgressBar *m_bar;
    Label *m_meta;
    Unfolding *m_details;
};

} // namespace ui
