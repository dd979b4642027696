// Two versions of an answer side by side, or below each other where there is no room; also one that is being
// written. Which two is chosen above each. Owned by ChatPage, in the transcript's place.
#pragma once

#include "chat/CrashRecord.h"
#include "chat/TranscriptList.h"
#include "common/Widgets.h"

class QBoxLayout;

namespace ui {

class CompareColumn;

class CompareView : public SurfaceWidget
{
    Q_OBJECT
public:
    CompareView(chat::CrashRecord &record, QWidget *parent);

    // All versions of the message, in their order, and the two that are shown first. `live`: where one of
    // them may be growing; it outlives the view or another call.
    void compare(const QList<chat::Message> &versions, chat::Id first, chat::Id second,
                 chat::TranscriptList &live);
    // While it is not seen, nothing is to be done for every piece of an answer.
    void stopFollowing();
    void setZoom(int percent);
    // An answer is being written: no other version can be shown now.
    void setBusy(bool isBusy);
    void focusFirst();

Q_SIGNALS:
    void showRequested(chat::Id version); // in the conversation
    void closeRequested();
    void linkActivated(const QUrl &url, const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void takeLive(int row);

    Label *m_title;
    QAbstractButton *m_close;
    QBoxLayout *m_columns;
    CompareColumn *m_first;
    CompareColumn *m_second;
    chat::TranscriptList *m_live = nullptr;
    QList<QMetaObject::Connection> m_following;
};

} // namespace ui
