import Accounts
import Catalogue
import Centres
import Delivery
import Guests
package import Events
package import Kernel
import Languages
import Registration

/// What is fetched to decide who gets what, and to write the papers.
extension BatchStore {
    /// Who of an event gets what, as things stand.
    /// - Throws: `Problem.missing` for those who do not run the event.
    package static func plan(_ id: Event.ID, in act: Act) throws -> CertificatePlan {
        let event = try EventStore.event(runBy: act.by, id, in: act)
        let rows = try Desk(id, sorted: event.plan.language.alphabet, in: act).rows
        let complete = Set(try AttendanceStore.completions(of: id, in: act).filter(\.isComplete).map(\.registration))
        let held = try act.ask(HeldUntilPaidAsked(event: id, centre: event.centre)).reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }
        let speakers = try GuestStore.speakers(of: id, in: act).map { Trainer(name: $0.name, person: $0.person) }
        return CertificatePlan(
            event, approved: try EventStore.programme(event.plan.programme, in: act)?.hours, isPlaced: try wording(of: event, in: act).isPlaced,
            applicants: rows.map { row in
                CertificatePlan.Applicant(
                    registration: row.registration.id, person: row.registration.person, name: row.name, school: row.school, state: row.registration.state,
                    isComplete: complete.contains(row.registration.id), held: held[row.registration.id])
            },
            speakers: speakers, bearers: try CertificateStore.bearers(of: id, in: act),
            erased: try PersonStore.erased(Set(rows.map(\.registration.person) + (event.plan.trainers + speakers).compactMap(\.person)), in: act))
    }

    /// An event whose papers are prepared stays held.
    static func refuseUnheld(_ event: Event.ID, in act: Act) throws {
        guard try CertificateStore.bearers(of: event, in: act).isEmpty else { throw Problem.conflict(T.certificates.unheldPrepared) }
    }

    /// One line of the plan as it would be printed; nil where there is no such line.
    static func draft(_ place: Int, of id: Event.ID, in act: Act) throws -> Certificate? {
        let plan = try plan(id, in: act)
        guard plan.lines.indices.contains(place) else { return nil }
        return Certificate(draft: try wording(of: plan.event, in: act).facts(plan.lines[place]), at: plan.event.centre, of: id)
    }

    /// What the papers of an event say, as things stand.
    static func wording(of event: Event, in act: Act) throws -> CertificateWording {
        let centre = try CentreStore.centre(event.centre, in: act)
        let language = event.plan.language
        return CertificateWording(
            event: event, programme: try EventStore.programme(event.plan.programme, in: act), centre: centre,
            town: try EventTownStore.town(of: event, in: act)?.name(in: language), address: try EventTownStore.address(of: event, in: act),
            site: centre.origin(default: act.address), t: act.words.texts(language, in: centre.zone))
    }
}
