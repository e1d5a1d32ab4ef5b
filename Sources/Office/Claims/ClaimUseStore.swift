import Accounts
import Catalogue
import Centres
import Events
import Kernel
import Languages
import Needs
import Purses
import Schools
import Storage

/// For whom and for what a claim is, as the rules of sources ask about it.
enum ClaimUseStore {
    static func use(_ amount: Money, of claim: Claim, share: ClaimShare.ID?, payer: ClaimPayer.ID?, year: Int?, on day: Day, in act: Act) throws -> PurseUse {
        let event = try claim.event.map { try EventStore.event($0, in: act) }
        let school = try claim.school ?? claim.person.flatMap { try EmploymentStore.schools(of: $0, on: day, in: act).first?.id }
        let town: Municipality.ID? = try school.flatMap { try act.db.value("SELECT municipality FROM school WHERE id = \($0)") }
        let topics = try event?.plan.programme.map { try TopicStore.topics(of: $0, in: act).map(\.id) } ?? []
        return PurseUse(
            amount, on: day, year: year, words: claim.what, share: share?.value, payer: payer?.value, event: claim.event, person: claim.person, municipality: town,
            school: school, job: try job(of: claim.person, at: school, on: day, in: act), topics: Set(topics), eventForm: event?.form.id)
    }

    /// What somebody does at a school, and teaches there; else what they say of their own work.
    private static func job(of person: ID<PersonTag>?, at school: School.ID?, on day: Day, in act: Act) throws -> String {
        guard let person else { return "" }
        let jobs = try act.db.rows("""
            SELECT e.job, e.teaches FROM employment e WHERE e.person = \(person) AND e.school = \(school) AND \(EmploymentStore.holds(on: day)) ORDER BY e.id
            """).map { row in [try row["job"], try row["teaches"]] as [String] }
        let words = jobs.flatMap(\.self).filter { !$0.isEmpty }
        if !words.isEmpty { return words.joined(separator: ", ") }
        return try act.db.value("SELECT occupation FROM person WHERE id = \(person)") ?? ""
    }
}
