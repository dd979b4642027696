// Draws a gallery of every part in its states, and reads pixels off it: borders, rings, fills, no gradient.
// With INKSTONE_PICTURES=<folder> set, the pictures are written there to be looked at.
#include "common/Appearance.h"
#include "common/Icons.h"
#include "common/Theme.h"
#include "common/Widgets.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFocusFrame>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOption>
#include <QTest>
#include <QTreeWidget>
#include <QtMath>

using ui::ButtonKind;
using ui::Theme;

namespace {

enum class State { Normal, Hover, Pressed, Disabled };

QAbstractButton *button(ButtonKind kind, const QString &icon, const QString &text, State state)
{
    QAbstractButton *made = ui::makeButton(kind, icon, nullptr);
    made->setText(text);
    made->setAttribute(Qt::WA_UnderMouse, state == State::Hover);
    made->setEnabled(state != State::Disabled);
    made->setChecked(kind == ButtonKind::Toggle || kind == ButtonKind::Tab);
    made->setDown(state == State::Pressed);
    return made;
}

struct Gallery : ui::SurfaceWidget
{
    Gallery()
        : SurfaceWidget(ui::Surface::Base)
    {
        auto *columns = new QHBoxLayout(this);
        columns->setContentsMargins(32, 24, 32, 24);
        columns->setSpacing(40);
        auto *left = new QVBoxLayout;
        auto *right = new QVBoxLayout;
        columns->addLayout(left);
        columns->addLayout(right);
        addButtons(left);
        addFields(left);
        addChoices(left);
        addMessages(left);
        left->addStretch();
        addLists(right);
        addBars(right);
        empty->setTexts(QStringLiteral("No documents yet"),
                        QStringLiteral("Add a folder and answers can quote from it."),
                        QStringLiteral("Add folder"));
        right->addWidget(empty, 1);
    }

    void addButtons(QVBoxLayout *column)
    {
        auto *grid = new QGridLayout;
        grid->setSpacing(12);
        column->addLayout(grid);
        const std::tuple<ButtonKind, QString, QString> kinds[] = {
            {ButtonKind::Default, {}, QStringLiteral("Pull")},
            {ButtonKind::Plain, {}, QStringLiteral("Retry")},
            {ButtonKind::Danger, {}, QStringLiteral("Remove")},
            {ButtonKind::Flat, QStringLiteral("copy"), QStringLiteral("Copy")},
            {ButtonKind::Toggle, QStringLiteral("lightbulb"), QStringLiteral("Think")},
            {ButtonKind::Tab, {}, QStringLiteral("Installed")},
            {ButtonKind::Icon, QStringLiteral("ellipsis"), {}},
        };
        int row = 0;
        for (const auto &[kind, icon, text] : kinds) {
            int place = 0;
            for (const State state : {State::Normal, State::Hover, State::Pressed, State::Disabled}) {
                QAbstractButton *made = button(kind, icon, text, state);
                buttons[static_cast<int>(kind)][place] = made;
                grid->addWidget(made, row, place++, Qt::AlignLeft);
            }
            ++row;
        }
    }

    void addFields(QVBoxLayout *column)
    {
        auto *grid = new QGridLayout;
        grid->setSpacing(12);
        column->addLayout(grid);
        name->setPlaceholderText(QStringLiteral("Model name"));
        search->setPlaceholderText(QStringLiteral("Search conversations"));
        search->setProperty("quiet", true);
        search->addAction(ui::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
        temperature->setRange(0, 100);
        temperature->setValue(25);
        disabled->setEnabled(false);
        choice->addItems({QStringLiteral("System"), QStringLiteral("Light")});
        prompt->setPlainText(QStringLiteral("Answer in the language of the question."));
        prompt->setMaximumHeight(64);
        grid->addWidget(name, 0, 0);
        grid->addWidget(search, 0, 1);
        auto *wrong = new QVBoxLayout;
        wrong->setSpacing(6);
        auto *error = new ui::FieldError(temperature);
        wrong->addWidget(temperature);
        wrong->addWidget(error);
        grid->addLayout(wrong, 1, 0);
        error->setText(QStringLiteral("From 0 to 2. Not saved."));
        grid->addWidget(disabled, 1, 1, Qt::AlignTop);
        grid->addWidget(choice, 2, 0, Qt::AlignTop);
        grid->addWidget(prompt, 2, 1);
    }

    void addChoices(QVBoxLayout *column)
    {
        auto *row = new QHBoxLayout;
        row->setSpacing(20);
        column->addLayout(row);
        checked->setText(QStringLiteral("Stream"));
        checked->setChecked(true);
        unchecked->setText(QStringLiteral("Wrap"));
        chosen->setText(QStringLiteral("Enter"));
        chosen->setChecked(true);
        other->setText(QStringLiteral("Ctrl+Enter"));
        for (QWidget *widget : std::initializer_list<QWidget *>{checked, unchecked, chosen, other}) {
            row->addWidget(widget);
        }
        row->addStretch();
    }

    void addMessages(QVBoxLayout *column)
    {
        auto *note = new ui::Banner;
        auto *warning = new ui::Banner;
        for (QWidget *banner : {note, warning, failure}) {
            column->addWidget(banner);
        }
        note->show(ui::Banner::Tone::Note,
                   QStringLiteral("Inkstone started Ollama and stops it when it quits."),
                   QStringLiteral("Keep running"));
        warning->show(ui::Banner::Tone::Warning,
                      QStringLiteral("3 early messages no longer fit the context."), QStringLiteral("Show"));
        failure->show(ui::Banner::Tone::Failure, QStringLiteral("There is no connection to 127.0.0.1."),
                      QStringLiteral("Start Ollama"), QStringLiteral("Connection refused"));
    }

    void addLists(QVBoxLayout *column)
    {
        for (int i = 1; i <= 12; ++i) {
            list->addItem(QStringLiteral("Conversation %1").arg(i));
        }
        list->setFrameShape(QFrame::NoFrame);
        list->setFixedHeight(120);
        list->setCurrentRow(1);
        column->addWidget(list);
        table->setFrameShape(QFrame::NoFrame);
        table->setRootIsDecorated(false);
        table->setHeaderLabels({QStringLiteral("Name"), QStringLiteral("Size")});
        for (const char *model : {"qwen3:8b", "gemma3:4b"}) {
            new QTreeWidgetItem(table, {QString::fromLatin1(model), QStringLiteral("5.2 GB")});
        }
        table->setSortingEnabled(true);
        table->headerItem()->setTextAlignment(1, Qt::AlignRight);
        table->setColumnWidth(0, 200);
        table->setFixedHeight(100);
        table->setCurrentItem(table->topLevelItem(0));
        column->addWidget(table);
    }

    void addBars(QVBoxLayout *column)
    {
        for (auto *bar : {running, paused, failed}) {
            bar->setRange(0, 100);
            bar->setValue(38);
            bar->setFixedHeight(6);
            column->addWidget(bar);
        }
        paused->setProperty("paused", true);
        failed->setProperty("failed", true);
    }

    QAbstractButton *buttons[8][4] = {};
    QLineEdit *name = new QLineEdit;
    QLineEdit *search = new QLineEdit;
    QLineEdit *disabled = new QLineEdit(QStringLiteral("42"));
    QDoubleSpinBox *temperature = new QDoubleSpinBox;
    QComboBox *choice = new QComboBox;
    QPlainTextEdit *prompt = new QPlainTextEdit;
    QCheckBox *checked = new QCheckBox;
    QCheckBox *unchecked = new QCheckBox;
    QRadioButton *chosen = new QRadioButton;
    QRadioButton *other = new QRadioButton;
    ui::Banner *failure = new ui::Banner;
    QListWidget *list = new QListWidget;
    QTreeWidget *table = new QTreeWidget;
    QProgressBar *running = new QProgressBar;
    QProgressBar *paused = new QProgressBar;
    QProgressBar *failed = new QProgressBar;
    ui::EmptyState *empty = new ui::EmptyState(QStringLiteral("library"));
};

QImage pictureOf(QWidget &widget, qreal scale)
{
    QImage picture(widget.size() * scale, QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(scale);
    picture.fill(Qt::transparent);
    widget.render(&picture);
    return picture;
}

void keep(const QImage &picture, const QString &name)
{
    const QString folder = qEnvironmentVariable("INKSTONE_PICTURES");
    if (!folder.isEmpty()) {
        QVERIFY(picture.save(folder + u'/' + name + QStringLiteral(".png")));
    }
}

} // namespace

class TestInkStyle : public QObject
{
    Q_OBJECT

    ui::Appearance m_appearance;
    std::unique_ptr<Gallery> m_gallery;
    QImage m_picture;
    qreal m_scale = 1;

    // The colour at a point of a widget, given in its own pixels.
    QColor at(const QWidget *widget, int x, int y) const
    {
        const QPoint point = widget->mapTo(m_gallery.get(), QPoint(x, y));
        return m_picture.pixelColor(qFloor((point.x() + .5) * m_scale), qFloor((point.y() + .5) * m_scale));
    }
    const QWidget *of(ButtonKind kind, State state) const
    {
        return m_gallery->buttons[static_cast<int>(kind)][static_cast<int>(state)];
    }
    void shoot(const QString &name)
    {
        m_picture = pictureOf(*m_gallery, m_scale);
        keep(m_picture, name);
    }

private Q_SLOTS:
    void looksAsDesigned_data()
    {
        QTest::addColumn<settings::Theme>("choice");
        QTest::addColumn<qreal>("scale");
        QTest::newRow("light-100") << settings::Theme::Light << 1.0;
        QTest::newRow("light-200") << settings::Theme::Light << 2.0;
        QTest::newRow("dark-100") << settings::Theme::Dark << 1.0;
        QTest::newRow("dark-200") << settings::Theme::Dark << 2.0;
    }
    void looksAsDesigned();

    void ringsWhatTheKeyboardReaches();
    void fieldsShowTheirFocusAndTheirError();
    void menusAreFlatAndRound();
    void theListOfAComboBoxLooksLikeAMenu();
    void rowsOfAListKeepTheirWordsLegible();
    void followsASwitchOfTheme();
    void keepsTheRoomItNeeds();

    void init()
    {
        settings::Settings settings;
        settings.theme = settings::Theme::Light;
        settings.interfaceFontSize = 13;
        m_appearance.apply(settings);
        m_scale = 1;
    }
    void cleanup() { m_gallery.reset(); }

private:
    void open()
    {
        m_gallery = std::make_unique<Gallery>();
        m_gallery->resize(960, 900);
        m_gallery->show();
        m_gallery->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_gallery.get()));
        m_gallery->setFocus();
    }
};

void TestInkStyle::looksAsDesigned()
{
    QFETCH(settings::Theme, choice);
    QFETCH(qreal, scale);
    settings::Settings settings;
    settings.theme = choice;
    settings.interfaceFontSize = 13;
    m_appearance.apply(settings);
    m_scale = scale;
    open();
    shoot(QStringLiteral("gallery-") + QLatin1String(QTest::currentDataTag()));
    const Theme &theme = Theme::of(m_gallery.get());
    QCOMPARE(theme.isDark, choice == settings::Theme::Dark);

    // Buttons: fill, border, and the same fill above and below: no gradient.
    const auto fill = [this](ButtonKind kind, State state) {
        const QWidget *widget = of(kind, state);
        const QColor top = at(widget, 5, 3);
        [&] { QCOMPARE(at(widget, 5, widget->height() - 4), top); }();
        return top;
    };
    QCOMPARE(fill(ButtonKind::Default, State::Normal), theme.accent);
    QCOMPARE(fill(ButtonKind::Default, State::Hover), theme.accentHover);
    QCOMPARE(fill(ButtonKind::Default, State::Pressed), theme.accentPressed);
    QCOMPARE(fill(ButtonKind::Default, State::Disabled), theme.base);
    QCOMPARE(fill(ButtonKind::Plain, State::Normal), theme.button);
    QCOMPARE(fill(ButtonKind::Plain, State::Hover), theme.buttonHover);
    QCOMPARE(fill(ButtonKind::Plain, State::Pressed), theme.pressed);
    QCOMPARE(fill(ButtonKind::Flat, State::Normal), theme.base);
    QCOMPARE(fill(ButtonKind::Flat, State::Hover), theme.hover);
    QCOMPARE(fill(ButtonKind::Toggle, State::Normal), theme.accentTint);
    QCOMPARE(fill(ButtonKind::Tab, State::Normal), theme.here);
    QCOMPARE(at(of(ButtonKind::Plain, State::Normal), 0, 14), theme.lineStrong);
    QCOMPARE(at(of(ButtonKind::Plain, State::Disabled), 0, 14), theme.line);
    QCOMPARE(at(of(ButtonKind::Danger, State::Normal), 0, 14), theme.lineStrong);

    // Fields.
    QCOMPARE(at(m_gallery->name, 0, 16), theme.outline);
    QCOMPARE(at(m_gallery->name, 1, 16), theme.base);
    QCOMPARE(at(m_gallery->search, 0, 16), theme.lineStrong);
    QCOMPARE(at(m_gallery->disabled, 0, 16), theme.line);
    QCOMPARE(at(m_gallery->temperature, 0, 16), theme.bad);
    QCOMPARE(at(m_gallery->temperature, 1, 16), theme.bad);
    QCOMPARE(at(m_gallery->temperature, 2, 16), theme.base);
    QCOMPARE(at(m_gallery->choice, 0, 16), theme.outline);
    QCOMPARE(at(m_gallery->choice, 4, 4), theme.button);
    QCOMPARE(at(m_gallery->prompt, 0, 20), theme.outline);
    QCOMPARE(at(m_gallery->prompt, 4, 20), theme.base);

    // Marks sit at the left, centred in their row.
    const int mark = (m_gallery->checked->height() - 16) / 2;
    QCOMPARE(at(m_gallery->checked, 1, mark + 8), theme.accent);
    QCOMPARE(at(m_gallery->unchecked, 0, mark + 8), theme.outline);
    QCOMPARE(at(m_gallery->chosen, 8, mark + 8), theme.onAccent);

    // Bars.
    QCOMPARE(at(m_gallery->running, 20, 3), theme.accentText);
    QCOMPARE(at(m_gallery->running, m_gallery->running->width() - 20, 3), theme.lineStrong);
    QCOMPARE(at(m_gallery->paused, 20, 3), theme.text3);
    QCOMPARE(at(m_gallery->failed, 20, 3), theme.bad);
    QCOMPARE(m_gallery->running->height(), 6);

    // Rows: the tint of the selection, the rule under the table's head.
    const QRect row = m_gallery->list->visualItemRect(m_gallery->list->item(1));
    QCOMPARE(at(m_gallery->list->viewport(), row.right() - 12, row.center().y()), theme.selected);
    QWidget *head = m_gallery->table->header()->viewport();
    QCOMPARE(at(head, 3, head->height() - 1), theme.outline);
    QCOMPARE(at(head, 3, 3), theme.base);
}

void TestInkStyle::ringsWhatTheKeyboardReaches()
{
    open();
    const Theme &theme = Theme::of(m_gallery.get());
    auto *target = m_gallery->buttons[static_cast<int>(ButtonKind::Plain)][0];
    target->setFocus(Qt::TabFocusReason);
    shoot(QStringLiteral("ring"));
    const int middle = target->height() / 2;
    QCOMPARE(at(target, -4, middle), theme.accentText);
    QCOMPARE(at(target, -3, middle), theme.accentText);
    QCOMPARE(at(target, -2, middle), theme.base);
    QCOMPARE(at(target, -1, middle), theme.base);
    QCOMPARE(at(target, 0, middle), theme.lineStrong);
    QCOMPARE(at(target, target->width() + 3, middle), theme.accentText);

    // A mouse click shows none.
    m_gallery->setAttribute(Qt::WA_KeyboardFocusChange, false);
    m_gallery->setFocus(Qt::OtherFocusReason);
    QTest::mouseClick(target, Qt::LeftButton);
    target->setFocus(Qt::MouseFocusReason);
    shoot(QStringLiteral("no-ring"));
    QCOMPARE(at(target, -3, middle), theme.base);

    // The ring of a check box goes round its mark, not its words.
    m_gallery->unchecked->setFocus(Qt::TabFocusReason);
    shoot(QStringLiteral("ring-mark"));
    const int center = m_gallery->unchecked->height() / 2;
    QCOMPARE(at(m_gallery->unchecked, -3, center), theme.accentText);
    QCOMPARE(at(m_gallery->unchecked, 18, center), theme.accentText);
    QCOMPARE(at(m_gallery->unchecked, 16, center), theme.base);
}

void TestInkStyle::fieldsShowTheirFocusAndTheirError()
{
    open();
    const Theme &theme = Theme::of(m_gallery.get());
    m_gallery->name->setFocus(Qt::MouseFocusReason);
    shoot(QStringLiteral("field"));
    QCOMPARE(at(m_gallery->name, 0, 16), theme.accentText);
    QCOMPARE(at(m_gallery->name, 1, 16), theme.accentText);
    QCOMPARE(at(m_gallery->name, 2, 16), theme.base);
    m_gallery->prompt->setFocus(Qt::MouseFocusReason);
    shoot(QStringLiteral("prompt"));
    QCOMPARE(at(m_gallery->prompt, 1, 20), theme.accentText);
    QCOMPARE(m_gallery->temperature->accessibleDescription(), QStringLiteral("From 0 to 2. Not saved."));

    auto *error = m_gallery->findChild<ui::FieldError *>();
    error->setText({});
    QVERIFY(!error->isVisible());
    QVERIFY(m_gallery->temperature->accessibleDescription().isEmpty());
    shoot(QStringLiteral("right-again"));
    QCOMPARE(at(m_gallery->temperature, 0, 16), theme.outline);
}

void TestInkStyle::menusAreFlatAndRound()
{
    QMenu menu;
    QAction *rename = menu.addAction(ui::icon(QStringLiteral("pencil")), QStringLiteral("Rename"));
    rename->setShortcut(Qt::Key_F2);
    rename->setShortcutVisibleInContextMenu(true);
    menu.addAction(ui::icon(QStringLiteral("pin")), QStringLiteral("Pin"));
    menu.addSeparator();
    menu.addAction(ui::icon(QStringLiteral("trash-2")), QStringLiteral("Move to trash"))->setEnabled(false);
    menu.popup({20, 20});
    menu.setActiveAction(rename);
    for (const int scale : {1, 2}) {
        const QImage picture = pictureOf(menu, scale);
        keep(picture, QStringLiteral("menu-%1").arg(scale));
        const Theme &theme = Theme::of(&menu);
        const int middle = menu.width() / 2;
        QCOMPARE(picture.pixelColor(0, 0).alpha(), 0);
        QCOMPARE(picture.pixelColor(middle * scale, 0), theme.lineStrong);
        const QRect item = menu.actionGeometry(rename);
        QCOMPARE(item.topLeft(), QPoint(6, 6));
        QCOMPARE(item.height(), 28);
        QCOMPARE(picture.pixelColor(QPoint(item.left() + 4, item.center().y()) * scale), theme.selected);
        QCOMPARE(picture.pixelColor(QPoint(3, item.center().y()) * scale), theme.base);
    }
    menu.close();
}

void TestInkStyle::theListOfAComboBoxLooksLikeAMenu()
{
    open();
    m_gallery->choice->showPopup();
    QWidget *popup = m_gallery->choice->view()->window();
    QVERIFY(popup != m_gallery.get());
    const QImage picture = pictureOf(*popup, 1);
    keep(picture, QStringLiteral("combo-list"));
    const Theme &theme = Theme::of(popup);
    QCOMPARE(picture.pixelColor(0, 0).alpha(), 0);
    QCOMPARE(picture.pixelColor(popup->width() / 2, 0), theme.lineStrong);
    QCOMPARE(picture.pixelColor(3, popup->height() / 2), theme.base);
    QCOMPARE(picture.pixelColor(12, 20), theme.selected);
    m_gallery->choice->hidePopup();
}

void TestInkStyle::rowsOfAListKeepTheirWordsLegible()
{
    open();
    shoot(QStringLiteral("rows"));
    const Theme &theme = Theme::of(m_gallery.get());
    const QRect row = m_gallery->list->visualItemRect(m_gallery->list->item(1));
    int darkest = 255;
    for (int x = row.left() + 6; x < row.right() - 60; ++x) {
        for (int y = row.top(); y < row.bottom(); ++y) {
            darkest = std::min(darkest, at(m_gallery->list->viewport(), x, y).lightness());
        }
    }
    QVERIFY2(darkest < theme.text.lightness() + 40, qPrintable(QString::number(darkest)));
}

void TestInkStyle::followsASwitchOfTheme()
{
    open();
    settings::Settings settings;
    settings.theme = settings::Theme::Dark;
    settings.interfaceFontSize = 13;
    m_appearance.apply(settings);
    QTRY_VERIFY(Theme::of(m_gallery.get()).isDark);
    shoot(QStringLiteral("switched"));
    const Theme &dark = Theme::of(m_gallery.get());
    QCOMPARE(at(m_gallery.get(), 2, 2), dark.base);
    QCOMPARE(at(of(ButtonKind::Plain, State::Normal), 5, 3), dark.button);
    QCOMPARE(at(m_gallery->failure, 2, 2), dark.badTint);
    auto *label = m_gallery->failure->findChild<ui::Label *>();
    QCOMPARE(label->palette().color(QPalette::WindowText), dark.text);
}

void TestInkStyle::keepsTheRoomItNeeds()
{
    open();
    QCOMPARE(of(ButtonKind::Plain, State::Normal)->height(), 28);
    QCOMPARE(of(ButtonKind::Icon, State::Normal)->size(), QSize(28, 28));
    QCOMPARE(m_gallery->name->height(), 32);
    QCOMPARE(m_gallery->choice->height(), 32);
    QCOMPARE(m_gallery->temperature->height(), 32);
    QCOMPARE(m_gallery->style()->pixelMetric(QStyle::PM_ScrollBarExtent), 8);
    for (const QString &text : {QStringLiteral("部署指南中"), QStringLiteral("In the guides")}) {
        QComboBox box;
        box.addItem(text);
        box.resize(box.sizeHint());
        QStyleOptionComboBox option;
        option.initFrom(&box);
        const QRect field =
            box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
        QVERIFY2(field.width() >= box.fontMetrics().horizontalAdvance(text), qPrintable(text));
    }

    settings::Settings large;
    large.theme = settings::Theme::Light;
    large.interfaceFontSize = 24;
    m_appearance.apply(large);
    m_gallery->resize(1900, 1800); // where nothing is squeezed
    QTRY_VERIFY(of(ButtonKind::Plain, State::Normal)->height() > 34);
    QTRY_VERIFY(m_gallery->name->sizeHint().height() > 38);
}

QTEST_MAIN(TestInkStyle)
#include "tst_InkStyle.moc"
