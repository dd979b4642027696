// label: pure
#include "library/DiskUse.h"

#include <QTest>

using backend::ModelInfo;
using library::DiskUse;
using library::RemovalEstimate;
using library::WeightsByName;

namespace {

ModelInfo model(const char *name, qint64 bytes, const char *digest)
{
    ModelInfo info;
    info.name = QLatin1String(name);
    info.sizeBytes = bytes;
    info.digest = QLatin1String(digest);
    return info;
}

const QString a = QStringLiteral("a");
const QString b = QStringLiteral("b");
const QString c = QStringLiteral("c");

} // namespace

class TestDiskUse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheWeightsOfAModelfile_data()
    {
        QTest::addColumn<QString>("modelfile");
        QTest::addColumn<QString>("digest");
        const QString hex = QString(64, u'a');
        QTest::newRow("path") << QStringLiteral(
                                     "# Modelfile\n# FROM x:latest\n\nFROM /m/blobs/sha256-%1\nTEMPLATE x\n")
                                     .arg(hex)
                              << hex;
        QTest::newRow("windows") << QStringLiteral("FROM C:\\m\\blobs\\sha256-%1\r\nTEMPLATE x").arg(hex)
                                 << hex;
        QTest::newRow("first of several")
            << QStringLiteral("FROM /m/sha256-%1\nFROM /m/sha256-%2\n").arg(hex, QString(64, u'b')) << hex;
        QTest::newRow("a name") << QStringLiteral("FROM qwen3:8b\n") << QString();
        QTest::newRow("short") << QStringLiteral("FROM /m/sha256-abc\n") << QString();
        QTest::newRow("in a template")
            << QStringLiteral("TEMPLATE \"\"\"x FROM sha256-%1\"\"\"").arg(hex) << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void readsTheWeightsOfAModelfile()
    {
        QFETCH(QString, modelfile);
        QTEST(library::weightsDigest(modelfile), "digest");
    }

    void countsSharedLayersOnce_data()
    {
        QTest::addColumn<QList<ModelInfo>>("models");
        QTest::addColumn<WeightsByName>("weights");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<bool>("exact");
        const QList<ModelInfo> two{model("a", 100, "1"), model("b", 104, "2")};
        QTest::newRow("none") << QList<ModelInfo>{} << WeightsByName{} << 0LL << true;
        QTest::newRow("one") << QList{model("a", 100, "1")} << WeightsByName{} << 100LL << true;
        QTest::newRow("different") << two << WeightsByName{{a, c}, {b, a}} << 204LL << true;
        QTest::newRow("not read") << two << WeightsByName{{a, c}} << 204LL << false;
        QTest::newRow("copy") << QList{model("a", 100, "1"), model("b", 100, "1")}
                              << WeightsByName{{a, c}, {b, c}} << 100LL << true;
        QTest::newRow("same weights") << two << WeightsByName{{a, c}, {b, c}} << 104LL << false;
        QTest::newRow("no digests") << QList{model("a", 100, ""), model("b", 100, "")}
                                    << WeightsByName{{a, b}, {b, c}} << 200LL << true;
        QTest::newRow("huge") << QList{model("a", qint64(1) << 40, "1"), model("b", qint64(1) << 40, "2")}
                              << WeightsByName{{a, b}, {b, c}} << (qint64(1) << 41) << true;
    }
    void countsSharedLayersOnce()
    {
        QFETCH(QList<ModelInfo>, models);
        QFETCH(WeightsByName, weights);
        const DiskUse use = library::diskUse(models, weights);
        QTEST(use.bytes, "bytes");
        QTEST(use.isExact, "exact");
    }

    void saysHowMuchComesBack_data()
    {
        QTest::addColumn<QList<ModelInfo>>("models");
        QTest::addColumn<WeightsByName>("weights");
        QTest::addColumn<RemovalEstimate>("estimate");
        using Kind = RemovalEstimate::Kind;
        const QList<ModelInfo> two{model("a", 100, "1"), model("b", 104, "2")};
        QTest::newRow("only one") << QList{model("a", 100, "1")} << WeightsByName{}
                                  << RemovalEstimate{Kind::About, 100, {}};
        QTest::newRow("nothing shared")
            << two << WeightsByName{{a, c}, {b, a}} << RemovalEstimate{Kind::About, 100, {}};
        QTest::newRow("other not read")
            << two << WeightsByName{{a, c}} << RemovalEstimate{Kind::AtMost, 100, {}};
        QTest::newRow("itself not read")
            << two << WeightsByName{{b, c}} << RemovalEstimate{Kind::AtMost, 100, {}};
        QTest::newRow("copy") << QList{model("a", 100, "1"), model("b", 100, "1")} << WeightsByName{}
                              << RemovalEstimate{Kind::Nothing, 0, b};
        QTest::newRow("same weights")
            << two << WeightsByName{{a, c}, {b, c}} << RemovalEstimate{Kind::Little, 0, b};
        QTest::newRow("copy wins over same weights")
            << QList{model("c", 100, "3"), model("a", 100, "1"), model("b", 100, "1")}
            << WeightsByName{{a, c}, {b, c}, {c, c}} << RemovalEstimate{Kind::Nothing, 0, b};
        QTest::newRow("no digests") << QList{model("a", 100, ""), model("b", 100, "")} << WeightsByName{}
                                    << RemovalEstimate{Kind::AtMost, 100, {}};
        QTest::newRow("gone") << QList{model("b", 100, "2")} << WeightsByName{} << RemovalEstimate{};
    }
    void saysHowMuchComesBack()
    {
        QFETCH(QList<ModelInfo>, models);
        QFETCH(WeightsByName, weights);
        QFETCH(RemovalEstimate, estimate);
        const RemovalEstimate got = library::estimateRemoval(a, models, weights);
        QCOMPARE(got.kind, estimate.kind);
        QCOMPARE(got.bytes, estimate.bytes);
        QCOMPARE(got.sharedWith, estimate.sharedWith);
    }
};

QTEST_APPLESS_MAIN(TestDiskUse)
#include "tst_DiskUse.moc"
