// Images of strangers: this program is the process that reads them, too.
#include "chat/Attachment.h"
#include "pictures/Confinement.h"
#include "pictures/Pictures.h"

#include <QBuffer>
#include <QColorSpace>
#include <QElapsedTimer>
#include <QFile>
#include <QImageWriter>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using ui::PictureFault;
using ui::Pictures;
using ui::PreparedPicture;

namespace {

QImage striped(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::red);
    QPainter painter(&image);
    painter.fillRect(0, 0, width, height / 2, Qt::blue);
    return image;
}

QByteArray saved(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setText(u"Comment"_s, u"canary"_s);
    writer.write(image);
    return bytes;
}

// With an orientation, and a place in it.
QByteArray withExif(const QByteArray &jpeg, char orientation)
{
    QByteArray tiff("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19);
    tiff += orientation;
    tiff += QByteArray("\0\0\0\0\0\0", 6) + "canary: 52.5N 13.4E";
    const QByteArray body = QByteArray("Exif\0\0", 6) + tiff;
    QByteArray length(2, '\0');
    qToBigEndian(static_cast<quint16>(body.size() + 2), length.data());
    return jpeg.first(2) + "\xff\xe1" + length + body + jpeg.sliced(2);
}

// One that says it is so large, and has nothing.
QByteArray bombOf(quint32 width, quint32 height)
{
    QByteArray png = saved(striped(4, 4), "png");
    qToBigEndian(width, png.data() + 16);
    qToBigEndian(height, png.data() + 20);
    // The checksum of the header.
    quint32 crc = 0xffffffff;
    for (const char c : png.sliced(12, 17)) {
        crc ^= static_cast<uchar>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
    }
    qToBigEndian(~crc, png.data() + 29);
    return png;
}

// Of one colour each.
QByteArray gifOf(int frames)
{
    QByteArray gif("GIF89a\x02\0\x02\0\x80\0\0\xff\0\0\0\0\xff", 19);
    for (int i = 0; i < frames; ++i) {
        gif += QByteArray("\x21\xf9\x04\0\x0a\0\0\0", 8);
        gif += QByteArray("\x2c\0\0\0\0\x02\0\x02\0\0\x02", 11);
        gif += i == 0 ? QByteArray("\x02\x84\x51\0", 4) : QByteArray("\x02\x8c\x53\0", 4);
    }
    return gif + ';';
}

} // namespace

class TestPictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void preparesWhatIsAnImage_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QByteArray>("begins");
        const QByteArray png = "\x89PNG";
        const QByteArray jpeg = "\xff\xd8\xff";
        QTest::newRow("PNG") << saved(striped(30, 20), "png") << QSize(30, 20) << png;
        QTest::newRow("JPEG") << saved(striped(30, 20), "jpeg") << QSize(30, 20) << jpeg;
        QTest::newRow("BMP") << saved(striped(30, 20), "bmp") << QSize(30, 20) << png;
        QTest::newRow("GIF of many frames") << gifOf(2000) << QSize(2, 2) << png;
        QTest::newRow("large") << saved(striped(5000, 1000), "png") << QSize(2048, 409) << png;
        QTest::newRow("lying on its side")
            << withExif(saved(striped(30, 20), "jpeg"), 6) << QSize(20, 30) << jpeg;
        QTest::newRow("large, on its side")
            << withExif(saved(striped(4000, 1000), "jpeg"), 8) << QSize(512, 2048) << jpeg;
    }
    void preparesWhatIsAnImage()
    {
        QFETCH(QByteArray, file);
        QFETCH(QSize, size);
        QFETCH(QByteArray, begins);
        const auto picture = prepared(file);
        QVERIFY(picture);
        QCOMPARE(picture->pixels, size);
        QVERIFY(picture->file.startsWith(begins));
        QVERIFY(!picture->file.contains("canary"));
        const QImage image = QImage::fromData(picture->file);
        QCOMPARE(image.size(), size);
    }

    void setsItUpright()
    {
        const auto picture = prepared(withExif(saved(striped(40, 40), "jpeg"), 6)); // a quarter to the right
        QVERIFY(picture);
        const QImage image = QImage::fromData(picture->file);
        QVERIFY(image.pixelColor(35, 20).blue() > 200); // what was above
        QVERIFY(image.pixelColor(5, 20).red() > 200);
    }

    void keepsWhatIsSeeThrough()
    {
        QImage image(8, 8, QImage::Format_ARGB32);
        image.fill(QColor(0, 255, 0, 40));
        const auto picture = prepared(saved(image, "png"));
        QVERIFY(picture);
        QCOMPARE(QImage::fromData(picture->file).pixelColor(3, 3), QColor(0, 255, 0, 40));
    }

    void refusesWhatIsNot_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<PictureFault>("fault");
        QTest::newRow("nothing") << QByteArray() << PictureFault::NoImage;
        QTest::newRow("SVG") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>")
                             << PictureFault::NoImage;
        QTest::newRow("ICO") << QByteArray("\0\0\x01\0\x01\0", 6) << PictureFault::NoImage;
        QTest::newRow("cut off") << saved(striped(300, 200), "png").first(120) << PictureFault::Damaged;
        QTest::newRow("only a beginning") << QByteArray("\x89PNG\r\n\x1a\n") << PictureFault::Damaged;
        QTest::newRow("bomb") << bombOf(60'000, 60'000) << PictureFault::TooMany;
        QTest::newRow("a row too many") << bombOf(8000, 5001) << PictureFault::TooMany;
        QTest::newRow("empty of the largest size") << bombOf(8000, 5000) << PictureFault::Damaged;
        QTest::newRow("JPEG that is none") << QByteArray("\xff\xd8\xff\xe0nothing") << PictureFault::Damaged;
    }
    void refusesWhatIsNot()
    {
        QFETCH(QByteArray, file);
        QFETCH(PictureFault, fault);
        const auto picture = prepared(file);
        QVERIFY(!picture);
        QCOMPARE(picture.error(), fault);
    }

    void showsNoMoreThanIsAskedFor()
    {
        Pictures pictures;
        std::optional<std::expected<QImage, PictureFault>> shown;
        pictures.show(this, saved(striped(400, 200), "png"), {100, 100},
                      [&](const auto &image) { shown = image; });
        QTRY_VERIFY(shown.has_value());
        QVERIFY(shown->has_value());
        QCOMPARE((*shown)->size(), QSize(100, 50));
        QCOMPARE((*shown)->pixelColor(50, 10), QColor(Qt::blue));
        QCOMPARE((*shown)->pixelColor(50, 40), QColor(Qt::red));
    }

    void readsOneAfterTheOther()
    {
        Pictures pictures;
        QList<int> widths;
        for (int width = 1; width <= 5; ++width)
            pictures.prepare(this, saved(striped(width, 2), "png"), [&](const auto &picture) {
                widths.append(picture ? picture->pixels.width() : 0);
            });
        {
            QObject gone;
            pictures.prepare(&gone, saved(striped(9, 2), "png"), [&](const auto &) { widths.append(9); });
        }
        pictures.prepare(this, "no", [&](const auto &picture) { widths.append(picture ? 8 : 7); });
        QTRY_COMPARE(widths, (QList{1, 2, 3, 4, 5, 7}));
    }

    // Whatever has taken the reader over: nothing of it is believed.
    void believesNoReader_data()
    {
        QTest::addColumn<QByteArray>("script");
        const QByteArray read = "cat > /dev/null\n";
        QTest::newRow("garbage") << read + "head -c 100000 /dev/urandom";
        QTest::newRow("nothing") << read;
        QTest::newRow("crash") << read + "kill -SEGV $$";
        QTest::newRow("another file") << read + "printf 'png 2 2\\n<svg onload=1>'";
        QTest::newRow("an image too large") << read + "printf 'png 60000 60000\\n\\211PNG\\r\\n\\032\\n'";
        QTest::newRow("pixels too few") << read + "printf 'pixels 2 2\\n1234'";
        QTest::newRow("a failure after all") << read + "printf 'png 2 2\\n\\211PNG\\r\\n\\032\\n'; exit 3";
        QTest::newRow("without end") << QByteArray("exec yes 'png 2 2'");
        QTest::newRow("does not read") << QByteArray("exit 0");
    }
    void believesNoReader()
    {
        QFETCH(QByteArray, script);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"reader"_s);
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("#!/bin/sh\nPATH=/usr/bin:/bin\n" + script + '\n');
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        Pictures pictures(path);
        QList<PictureFault> faults;
        const auto note = [&](const auto &answer) {
            faults.append(answer ? PictureFault::NoImage : answer.error());
        };
        pictures.prepare(this, QByteArray(200'000, 'x'), note);
        pictures.show(this, QByteArray(200'000, 'x'), {10, 10}, note);
        QTRY_COMPARE_WITH_TIMEOUT(faults, (QList{PictureFault::NotRead, PictureFault::NotRead}), 30'000);
    }

    void saysWhereThereIsNoReader()
    {
        Pictures pictures(u"/nonexistent/reader"_s);
        std::optional<PictureFault> fault;
        pictures.prepare(this, "x", [&](const auto &picture) { fault = picture.error(); });
        QTRY_COMPARE(fault, PictureFault::NotRead);
    }

    // Tried out in a process of its own, by what such code would do.
    void reachesNothingOnceConfined()
    {
        const pid_t child = fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            ui::limitResources();
            ui::confine();
            int reached = 0;
            reached += open("/etc/passwd", O_RDONLY) >= 0 ? 1 : 0;
            reached += socket(AF_INET, SOCK_STREAM, 0) >= 0 ? 2 : 0;
            reached += socket(AF_UNIX, SOCK_STREAM, 0) >= 0 ? 4 : 0;
            execl("/bin/true", "true", nullptr);
            reached += errno == EPERM ? 0 : 8;
            reached += kill(getppid(), 0) == 0 ? 16 : 0;
            reached += fork() >= 0 ? 32 : 0;
            reached += unlink("/nonexistent") < 0 && errno == EPERM ? 0 : 64;
            _exit(reached);
        }
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
    }

private:
    static std::expected<PreparedPicture, PictureFault> prepared(const QByteArray &file)
    {
        Pictures pictures;
        QObject context;
        std::optional<std::expected<PreparedPicture, PictureFault>> done;
        pictures.prepare(&context, file, [&](const auto &picture) { done = picture; });
        if (!QTest::qWaitFor([&] { return done.has_value(); }, 30'000))
            return std::unexpected(PictureFault::NotRead);
        return *done;
    }
};

int main(int argc, char **argv)
{
    if (ui::isPictureReader(argc, argv))
        ui::readPicture(argc, argv);
    QGuiApplication application(argc, argv);
    TestPictures test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_Pictures.moc"
