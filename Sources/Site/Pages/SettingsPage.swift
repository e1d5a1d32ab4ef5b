import HTML
import Kernel
import Languages
import Look
import Web

/// The way to everything that is set up rather than done every day.
enum SettingsPage {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let t = visit.t
        let isDirector = visit.actor.holds(.director, at: visit.centre.id)
        func line(_ phrase: Phrase, _ path: String, _ detail: Phrase? = nil) -> some HTML {
            PersonLine(t(phrase), href: visit.link(path), detail: detail.map { t($0) })
        }
        return visit.page(t(T.network.settings)) {
            Heading(t(T.network.settings), lead: t(T.network.settingsLead))
            if isDirector {
                line(T.network.centreSettings, "/settings/centre", T.network.centreSettingsDetail)
                line(T.network.logo, "/settings/centre/logo", T.network.logoLead)
                line(T.delivery.ruleTitle, "/settings/completion", T.delivery.ruleLead)
                line(T.network.territory, "/settings/territory", T.network.territoryLead)
                line(T.certificates.settings, "/settings/certificates", T.certificates.settingsLead)
            }
            if visit.actor.isAdministrator { line(T.network.centres, "/settings/centres", T.network.centresLead) }
            line(T.network.rooms, "/settings/rooms", T.network.roomsLead)
            line(T.network.municipalities, "/settings/municipalities", T.network.municipalitiesDetail)
            line(T.network.imports, "/imports", T.network.importsLead)
        }
    }
}
