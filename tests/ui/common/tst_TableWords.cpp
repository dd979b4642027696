#include "common/TableWords.h"

#include <QDateTime>
#include <QIdentityProxyModel>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// "Name" and "Size"; the first tells whole what it says.
template <typename Proxy>
class Words : public ui::TableWords<Proxy>
{
public:
    QString sizes = u"bytes"_s;

protected:
    ui::TableHead head(int column) const override
    {
        return column == 0 ? ui::TableHead{u"Name"_s} : ui::TableHead{u"Size"_s, ui::TableHead::Kind::Number};
    }
    QString words(const QModelIndex &index) const override
    {
        const QString value = Proxy::data(index, Qt::DisplayRole).toString();
        return index.column() == 0 ? value : value + u' ' + sizes;
    }
    bool isToldWhole(int column) const override { return column == 0; }
};

} // namespace

class TestTableWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_table.setRowCount(0);
        m_table.appendRow({new QStandardItem(u"<b>m</b>"_s), new QStandardItem(u"5"_s)});
        m_table.item(0, 1)->setData(7, Qt::UserRole);
    }

    void wordsHeadsAndCells()
    {
        wordsHeadsAndCellsOf<QIdentityProxyModel>();
        wordsHeadsAndCellsOf<QSortFilterProxyModel>();
    }

    void saysThatTheLanguageChanged()
    {
        Words<QSortFilterProxyModel> words;
        words.setSourceModel(&m_table);
        QSignalSpy heads(&words, &QAbstractItemModel::headerDataChanged);
        QSignalSpy cells(&words, &QAbstractItemModel::dataChanged);
        words.retranslate();
        QCOMPARE(heads.size(), 1);
        QCOMPARE(heads[0], (QVariantList{QVariant::fromValue(Qt::Horizontal), 0, 1}));
        QCOMPARE(cells.size(), 1);
        QCOMPARE(cells[0][0].toModelIndex(), words.index(0, 0));
        QCOMPARE(cells[0][1].toModelIndex(), words.index(0, 1));
        m_table.setRowCount(0);
        heads.clear();
        cells.clear();
        words.retranslate(); // no cells, no word of them
        QCOMPARE(heads.size(), 1);
        QCOMPARE(cells.size(), 0);
    }

    void ordersCells_data()
    {
        QTest::addColumn<QVariant>("less");
        QTest::addColumn<QVariant>("more");
        QTest::newRow("numbers") << QVariant(9) << QVariant(10);
        QTest::newRow("texts") << QVariant(u"a"_s) << QVariant(u"b"_s);
        QTest::newRow("speeds") << QVariant(0.5) << QVariant(12.0);
        QTest::newRow("days") << QVariant(QDateTime(QDate(2026, 1, 2), {}))
                              << QVariant(QDateTime(QDate(2026, 2, 1), {}));
        QTest::newRow("not known") << QVariant() << QVariant(-3);
        QTest::newRow("no text") << QVariant() << QVariant(QString());
    }
    void ordersCells()
    {
        QFETCH(const QVariant, less);
        QFETCH(const QVariant, more);
        QVERIFY(ui::compareCells(less, more) < 0);
        QVERIFY(ui::compareCells(more, less) > 0);
        QCOMPARE(ui::compareCells(less, less), 0);
        QCOMPARE(ui::compareCells(more, more), 0);
    }

private:
    template <typename Proxy>
    void wordsHeadsAndCellsOf()
    {
        Words<Proxy> words;
        words.setSourceModel(&m_table);
        const auto alignment = [](const QVariant &value) { return Qt::Alignment(value.toInt()); };
        QCOMPARE(words.headerData(0, Qt::Horizontal, Qt::DisplayRole), u"Name"_s);
        QCOMPARE(words.headerData(1, Qt::Horizontal, Qt::DisplayRole), u"Size"_s);
        QVERIFY(!words.headerData(0, Qt::Vertical, Qt::DisplayRole).isValid());
        QVERIFY(!words.headerData(0, Qt::Horizontal, Qt::DecorationRole).isValid());
        for (const auto &[column, side] : {std::pair(0, Qt::AlignLeft), std::pair(1, Qt::AlignRight)}) {
            QCOMPARE(alignment(words.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole)),
                     side | Qt::AlignVCenter);
            QCOMPARE(alignment(words.index(0, column).data(Qt::TextAlignmentRole)), side | Qt::AlignVCenter);
        }
        QCOMPARE(words.index(0, 0).data().toString(), u"<b>m</b>"_s);
        QCOMPARE(words.index(0, 1).data().toString(), u"5 bytes"_s);
        QVERIFY(words.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;m"_s)); // no markup
        QVERIFY(!words.index(0, 1).data(Qt::ToolTipRole).isValid());
        QCOMPARE(words.index(0, 1).data(Qt::UserRole).toInt(), 7); // the rest is the model's
        QVERIFY(!words.data({}, Qt::DisplayRole).isValid());
        words.sizes = u"字节"_s;
        QCOMPARE(words.index(0, 1).data().toString(), u"5 字节"_s);
    }

    QStandardItemModel m_table;
};

QTEST_MAIN(TestTableWords)
#include "tst_TableWords.moc"
