import Centres
import Forms
import Kernel
import Languages
import Look
import Schools
import Web

/// What somebody owes, for themselves; and what a school owes, for its head.
enum PaymentPages {
    @Sendable static func mine(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let centre = visit.centre.id
        let (lines, doors) = try await visit.read { act in
            let lines = try ClaimListStore.shares(of: person, at: centre, in: act)
            return (lines, try Self.doors(lines, in: act))
        }
        return visit.page(PaymentViews(reader: visit.reader).mine(lines, doors))
    }

    @Sendable static func ofSchool(_ visit: Visit) async throws -> Answer {
        let (id, centre) = (try visit.id("school", of: SchoolTag.self), visit.centre.id)
        let (school, lines, doors) = try await visit.read { act in
            guard try SchoolTeamStore.isHead(act.by.person, of: id, in: act) else { throw Problem.missing }
            let lines = try ClaimListStore.shares(ofSchool: id, at: centre, in: act)
            return (try SchoolStore.school(id, in: act), lines, try Self.doors(lines, in: act))
        }
        return visit.page(PaymentViews(reader: visit.reader).ofSchool(school, lines, doors))
    }

    /// Where rooms above lead from shares.
    private static func doors(_ lines: [(share: ClaimShare, claim: Claim)], in act: Act) throws -> [ClaimShare.ID: [PaymentDoor]] {
        try act.ask(PaymentDoorsAsked(shares: lines.map(\.share))).reduce(into: [:]) { all, part in all.merge(part) { $0 + $1 } }
    }
}
