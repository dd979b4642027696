// A row of a settings page (look.md "Settings"): label, control, what stands beside it; below the control a
// line of help and, where a value was refused, why. The bound rows below it keep a control and one key of
// SettingsStore equal, both ways. Made by the pages.
#pragma once

#include "base/Error.h"
#include "common/Widgets.h"
#include "settings/SettingsStore.h"

#include <QWidget>

class QBoxLayout;

namespace ui {

class SettingRow : public QWidget
{
    Q_OBJECT
public:
    enum class Width { Number, Choice, Text };
    static constexpr int wideLabel = 176;
    static constexpr int narrowLabel = 100;

    // Takes the control.
    SettingRow(QWidget *control, Width width, QWidget *parent);

    void setWords(const QString &label, const QString &help = {});
    void setHelp(const QString &help);
    // Where the value comes from, where that is worth a word; empty = nothing.
    void setOrigin(const QString &origin);
    // The control and what stands beside it, for as long as the program runs.
    void lock();
    void setLabelWidth(int width);
    void addBeside(QWidget *widget);
    // Empty = all is well. `back`: the words of the button that brings the value in use back.
    void setRefusal(const QString &sentence, const QString &back = {});

Q_SIGNALS:
    void backRequested();

private:
    void layOut();

    QWidget *m_control;
    Label *m_label;
    Label *m_help;
    Label *m_origin;
    FieldError *m_error;
    QToolButton *m_back;
    QBoxLayout *m_beside;
};

// What setOrigin() is to say; empty where the value is the default or was set here.
QString originWords(const settings::Origin &origin);
// The same of a value that may be from a .env file.
QString originWords(const QString &file);

// Of a variable that counts before what is set here.
QString environmentWords(const QString &variable);

// What the bound rows share: a refused value stays in the control until it is corrected or taken back.
class BoundRow : public SettingRow
{
    Q_OBJECT
public:
    BoundRow(settings::SettingsStore &store, settings::Key key, QWidget *control, Width width,
             QWidget *parent);

    void setWords(const QString &label, const QString &help = {});

Q_SIGNALS:
    // The value holds but is not on disk.
    void notSaved(const base::Error &error);

protected:
    // Offers a value to the store; says so in its place where it was refused.
    void commit(const QVariant &value);
    QVariant stored() const;
    // Puts the stored value into the control without committing it.
    virtual void showValue(const QVariant &value) = 0;
    // The stored value, and the one that was refused, in words.
    virtual QString wordsFor(const QVariant &value) const;
    virtual QString refusal(const QString &label, const QString &refused, const QString &used) const = 0;

    settings::SettingsStore &m_store;
    const settings::Key m_key;

private:
    void refresh();
    void reword();
    void showOrigin();

    QString m_labelText;
    QVariant m_refused; // invalid = all is well
};

} // namespace ui
