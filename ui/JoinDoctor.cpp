#include "JoinDoctor.h"

#include "server/DoctorView.h"
#include "settings/ServersForm.h"

namespace ui {

void joinDoctor(Core &core, ServersForm &form, const std::function<void()> &showModels)
{
    auto *doctor = new DoctorView(core.makeProbe(), server::System::here(), &form);
    doctor->setObjectName(QStringLiteral("doctor"));
    form.setDoctor(doctor);

    const auto look = [&core, &form, doctor] {
        const server::Servers &servers = core.servers();
        const server::ServerProfile &profile = servers.profileFor(form.selected());
        const QString usual = core.settings().values().defaultModel;
        doctor->setRequest({.access = profile.access(servers.key(profile.id)),
                            .model = profile.defaultModel.isEmpty() ? usual : profile.defaultModel,
                            .answerTimeout = servers.profiles().firstByteTimeout(profile)});
    };
    QObject::connect(&form, &ServersForm::selectedChanged, doctor, look);
    QObject::connect(&core.servers().profiles(), &server::ServerProfiles::changed, doctor, look);
    QObject::connect(&core.servers(), &server::Servers::keyChanged, doctor, look);
    look();

    QObject::connect(doctor, &DoctorView::checkRequested, &form, &ServersForm::check);
    QObject::connect(doctor, &DoctorView::trustRequested, &form, &ServersForm::trust);
    QObject::connect(doctor, &DoctorView::authorityRequested, &form, &ServersForm::chooseAuthorities);
    QObject::connect(doctor, &DoctorView::addressRequested, &form, &ServersForm::suggestAddress);
    QObject::connect(doctor, &DoctorView::keyRequested, &form, &ServersForm::focusKey);
    QObject::connect(doctor, &DoctorView::modelsRequested, &form, showModels);
    QObject::connect(doctor, &DoctorView::defaultModelRequested, &form, &ServersForm::focusModel);
    QObject::connect(doctor, &DoctorView::startEngineRequested, doctor,
                     [&core, doctor] { core.engine().start(core.engine().program(), doctor->facts().url); });
    // It is there again, or another one is.
    QObject::connect(&core.connection(), &server::Connection::serverChanged, doctor, [doctor] {
        if (doctor->isVisible() && !doctor->facts().isRunning)
            doctor->checkAgain();
    });
}

} // namespace ui
