// One of the versions that CompareView shows: which one, what it says, and the way to it.
#pragma once

#include "chat/CrashRecord.h"
#include "chat/TranscriptList.h"
#include "common/Widgets.h"

class QComboBox;

namespace ui {

class TranscriptView;

class CompareColumn : public QWidget
{
    Q_OBJECT
public:
    CompareColumn(chat::CrashRecord &record, const QString &name, QWidget *parent);

    void setVersions(const QList<chat::Message> &versions, chat::Id chosen);
    // What is known of one of them now.
    void take(const chat::Message &message);
    void setBusy(bool isBusy);
    // `choice`: of its box, for assistive technology.
    void setWords(const QString &choice);
    QComboBox *box() const { return m_box; }
    TranscriptView *view() const { return m_view; }

Q_SIGNALS:
    void showRequested(chat::Id version);

private:
    void choose(int index);
    QString titleOf(const chat::Message &version) const;

    QList<chat::Message> m_versions; // without what makes a transcript offer the others
    QComboBox *m_box;
    QAbstractButton *m_show;
    chat::TranscriptList m_list;
    TranscriptView *m_view;
};

} // namespace ui
