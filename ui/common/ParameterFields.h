// Fields for how an answer is generated, each of which may be empty: then what holds anyway stands in it in
// grey, and where that comes from. A value that is not allowed is told below its field and not taken. Used
// for a conversation and for an assistant.
#pragma once

#include "backend/Types.h"

#include <QWidget>

#include <array>

class QLabel;
class QLineEdit;

namespace ui {

class FieldError;
class Label;

class ParameterFields : public QWidget
{
    Q_OBJECT
public:
    // `prefix`: of the fields' object names, "own" gives "ownTemperature".
    explicit ParameterFields(const QString &prefix, QWidget *parent = nullptr);

    // What has no field here (how long a model stays in memory, whether it thinks) is kept.
    void set(const backend::GenerationOptions &options);
    const backend::GenerationOptions &options() const { return m_options; }

    // What holds where a field is empty: the assistant's, then the settings'.
    void setBehind(const backend::GenerationOptions &settings,
                   const backend::GenerationOptions &assistant = {}, const QString &assistantName = {});
    QLineEdit *first() const;

Q_SIGNALS:
    void edited(); // by the person, to something allowed

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        Label *label;
        QLineEdit *field;
        FieldError *error;
    };
    void take(std::size_t parameter);
    void retranslate();

    std::array<Row, 4> m_rows;
    backend::GenerationOptions m_options;
    backend::GenerationOptions m_settings;
    backend::GenerationOptions m_assistant;
    QString m_assistantName;
};

// "Temperature 0.2", one of each that has a field and is set.
QStringList parameterWords(const backend::GenerationOptions &options);
// Of those that have a field.
backend::GenerationOptions withoutFields(const backend::GenerationOptions &options);

} // namespace ui
