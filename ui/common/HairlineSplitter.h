// A splitter whose handle is a hairline (Qt widens the grabbed area to 5 px by itself).
#pragma once

#include <QSplitter>

namespace ui {

class HairlineSplitter : public QSplitter
{
    Q_OBJECT
public:
    explicit HairlineSplitter(QWidget *parent = nullptr);

protected:
    QSplitterHandle *createHandle() override;
};

} // namespace ui
