import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// The way to everything that is set up rather than done every day, as far as the reader may set it up.
enum SettingsPage {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let t = visit.t
        let lines = visit.records.exchange.all(SettingsLine.self).filter { visit.mayOpen($0.path) }.sorted { $0.place < $1.place }
        return visit.page(Screen(t(T.forms.settings)) {
            Heading(t(T.forms.settings), lead: t(T.site.settingsLead))
            ForEach(lines) { line in PersonLine(t(line.label), href: visit.link(line.path), detail: line.detail.map { t($0) }) }
        })
    }
}
