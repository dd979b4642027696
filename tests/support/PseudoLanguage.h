// A made-up language in which every word of ours stands between « and »: what is not, did not go through tr()
// or was not worded again when the language changed. Installed while it lives.
#pragma once

#include <QTranslator>

namespace support {

class PseudoLanguage : public QTranslator
{
public:
    PseudoLanguage();
    ~PseudoLanguage() override;

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *disambiguation,
                      int n) const override;
};

} // namespace support
