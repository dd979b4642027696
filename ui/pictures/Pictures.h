// Images that somebody else made, for the screen and for models: each is read by a process of its own (see
// PictureReader), one after the other, and what that answers is taken for no more than it is. Lives on the
// GUI thread; answers there, later, or not at all where `context` is gone.
#pragma once

#include "pictures/PictureReader.h"

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QProcess>
#include <QTimer>

#include <deque>
#include <functional>

namespace ui {

// As it is kept and sent.
struct PreparedPicture
{
    QByteArray file; // PNG or JPEG
    QSize pixels;
};

class Pictures : public QObject
{
    Q_OBJECT
public:
    // `program`: what becomes the reader when it is started; empty = this program.
    explicit Pictures(const QString &program = {}, QObject *parent = nullptr);
    ~Pictures() override;

    template <typename T>
    using Done = std::function<void(const std::expected<T, PictureFault> &)>;

    void prepare(QObject *context, const QByteArray &file, Done<PreparedPicture> done);
    // At most so large; never larger than it is.
    void show(QObject *context, const QByteArray &file, const QSize &most, Done<QImage> done);

    static constexpr std::chrono::seconds patience{15};

private:
    struct Job
    {
        QByteArray file;
        QStringList arguments;
        QPointer<QObject> context;
        std::function<void(const QByteArray &answer)> done; // empty where the process failed
    };
    void add(Job job);
    void next();
    void read();
    void end(bool isWhole);

    QString m_program;
    std::deque<Job> m_jobs; // the first is at work while there is a process
    QProcess *m_process = nullptr;
    QByteArray m_answer;
    QTimer m_patience;
};

} // namespace ui
