#include "FirstModelPage.h"

#include "chat/Composer.h"
#include "common/CenteredColumn.h"
#include "library/SuggestionsView.h"

#include <QVBoxLayout>

namespace ui {

FirstModelPage::FirstModelPage(Core &core, QWidget *parent)
    : SurfaceWidget(Surface::Base, parent)
    , m_core(core)
    , m_suggestions(
          new SuggestionsView(core.downloads(), core.catalogue(), core.fitter(), core.backend(), this))
    , m_composer(new Composer(this))
    , m_waiting(new Label(Type::Small, TextRole::Text2, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_suggestions, 1);
    auto *foot = new QWidget(this);
    auto *footLayout = new QVBoxLayout(foot);
    footLayout->setContentsMargins(0, 0, 0, 0);
    footLayout->addWidget(m_waiting);
    footLayout->addWidget(m_composer);
    layout->addWidget(new CenteredColumn(foot, 0, this));
    m_waiting->hide();
    m_composer->setSendKey(core.settings().values().sendKey);

    connect(m_composer, &Composer::sendRequested, this, [this](const QString &text) {
        m_question = text;
        retranslate();
    });
    connect(m_composer, &Composer::edited, this, [this] {
        m_question.clear(); // changed after all: to be sent again by hand
        retranslate();
    });
    connect(m_suggestions, &SuggestionsView::seeAllRequested, this, &FirstModelPage::allModelsRequested);
    connect(&core.downloads(), &library::Downloads::finished, this, [this](const QString &model) {
        if (isHidden())
            return;
        Q_EMIT ready(m_question, model);
        m_question.clear();
        m_composer->setText(QString());
    });
    retranslate();
}

void FirstModelPage::retranslate()
{
    m_composer->setPlaceholder(tr("Write the first message; it is sent when the model is ready"));
    m_waiting->setText(tr("Your message is sent as soon as the model is ready."));
    m_waiting->setVisible(!m_question.isEmpty());
}

void FirstModelPage::changeEvent(QEvent *event)
{
    SurfaceWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ui
