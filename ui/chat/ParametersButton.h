// Opens the parameters of a conversation; a dot beside its word tells, as its name does, that some are its
// own. Part of the composer's bar.
#pragma once

#include <QStringList>
#include <QToolButton>

namespace ui {

class ParametersButton : public QToolButton
{
    Q_OBJECT
public:
    explicit ParametersButton(QWidget *parent = nullptr);

    // In words; empty = none.
    void setOverrides(const QStringList &overrides);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    QStringList m_overrides;
};

} // namespace ui
