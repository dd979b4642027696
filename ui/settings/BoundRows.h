// The kinds of rows that are bound to a setting: a number, a choice among few, a longer text,
// hours of the day.
#pragma once

#include "settings/SettingRow.h"

#include <QTimer>

#include <utility>

class QCheckBox;
class QComboBox;
class QPlainTextEdit;

namespace ui {

class HoursField;
class NumberField;

// A number within settings::range(key). Where 0 lies outside the range and the setting may be absent, 0
// stands for absent.
class NumberRow : public BoundRow
{
    Q_OBJECT
public:
    NumberRow(settings::SettingsStore &store, settings::Key key, int decimals, QWidget *parent);

    NumberField *field() const { return m_field; }
    // Adds a check box beside the field that makes the setting absent; the field then keeps `fallback`.
    void allowAbsent(double fallback);
    // `absent`: what holds where the setting is absent, within a sentence.
    void setWords(const QString &label, const QString &help, const QString &absent = {},
                  const QString &absentBox = {});

protected:
    void showValue(const QVariant &value) override;
    QString wordsFor(const QVariant &value) const override;
    QString refusal(const QString &label, const QString &refused, const QString &used) const override;

private:
    void committed();

    NumberField *m_field;
    QCheckBox *m_absent = nullptr;
    double m_fallback = 0;
    QString m_absentWords;
};

// A few values in words. A stored value that is none of them is shown as it is.
class ChoiceRow : public BoundRow
{
    Q_OBJECT
public:
    ChoiceRow(settings::SettingsStore &store, settings::Key key, QWidget *parent);

    QComboBox *box() const { return m_box; }
    // Set before setWords().
    void setChoices(const QList<std::pair<QVariant, QString>> &choices);

protected:
    void showValue(const QVariant &value) override;
    QString wordsFor(const QVariant &value) const override;
    QString refusal(const QString &label, const QString &refused, const QString &used) const override;

private:
    QComboBox *m_box;
    QList<std::pair<QVariant, QString>> m_choices;
};

class PromptRow : public BoundRow
{
    Q_OBJECT
public:
    PromptRow(settings::SettingsStore &store, settings::Key key, QWidget *parent);

    QPlainTextEdit *field() const { return m_field; }

protected:
    void showValue(const QVariant &value) override;
    QString wordsFor(const QVariant &value) const override;
    QString refusal(const QString &label, const QString &refused, const QString &used) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void commitText();

    QPlainTextEdit *m_field;
    QTimer m_pause; // in typing
};

// Its help says what the hours mean.
class HoursRow : public BoundRow
{
    Q_OBJECT
public:
    HoursRow(settings::SettingsStore &store, settings::Key key, QWidget *parent);

    void setWords(const QString &label);

protected:
    void showValue(const QVariant &value) override;
    QString refusal(const QString &label, const QString &refused, const QString &used) const override;

private:
    HoursField *m_field;
};

} // namespace ui
