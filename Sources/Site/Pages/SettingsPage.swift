import Forms
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
        return visit.page(t(T.web.settings)) {
            Heading(t(T.web.settings), lead: t(T.centres.settingsLead))
            if isDirector {
                line(T.centres.centreSettings, "/settings/centre", T.centres.centreSettingsDetail)
                line(T.centres.logo, "/settings/centre/logo", T.centres.logoLead)
                line(T.delivery.ruleTitle, "/settings/completion", T.delivery.ruleLead)
                line(T.centres.territory, "/settings/territory", T.centres.territoryLead)
                line(T.certificates.settings, "/settings/certificates", T.certificates.settingsLead)
            }
            if visit.actor.isAdministrator { line(T.centres.centres, "/settings/centres", T.centres.centresLead) }
            line(T.centres.rooms, "/settings/rooms", T.centres.roomsLead)
            line(T.centres.municipalities, "/settings/municipalities", T.centres.municipalitiesDetail)
            line(T.centres.imports, "/imports", T.centres.importsLead)
        }
    }
}
