import Accounts
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// *Моја страница*: what is coming, what waits for me, what was. What it is, each room tells.
enum MePage {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let asked = MeAsked(person: person, centre: visit.centre, today: visit.today, visit.seal)
        let parts = try await visit.read { try $0.ask(asked) }.flatMap(\.parts).sorted { $0.place < $1.place }
        let t = visit.t
        return visit.page(Screen(t(T.accounts.me), isIndexed: false) {
            Heading(t(T.accounts.me), lead: visit.actor.name)
            ForEach(parts) { PagePartView($0.part, visit.reader) }
            h2 { t(T.accounts.mineTitle) }
            ul {
                li { a(.href(visit.link("/me/account"))) { t(T.accounts.mineLink) } }
                if visit.actor.isStaff { li { a(.href(visit.link("/staff"))) { t(T.site.today) } } }
            }
        })
    }
}
