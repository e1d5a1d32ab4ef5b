import Accounts
import Centres
package import Kernel
import Languages
import Storage

/// Heads hear by letter what was planned and what was completed at their school, as often as they wish, and nothing when nothing happened.
package enum SchoolDigestStore {
    /// Letters leave at these hours of the centre that writes.
    private static let hours = 7..<20

    private struct Reader: Sendable {
        let id: Int64
        let school: School.ID
        let person: Person.ID
        let centre: Centre.ID
        let digest: Digest
        let told: Instant

        init(row: Row) throws {
            (id, school, person) = (try row["id"], try row["school"], try row["person"])
            (centre, digest, told) = (try row["centre"], try row["digest"], try row["told"])
        }
    }

    /// Each reader in an act of their own.
    @Sendable package static func tellAll(_ records: Records) async throws {
        let week = records.now.adding(days: -6)
        let readers = try await records.read(as: .system) { act in
            try act.db.rows("""
                SELECT d.* FROM school_duty d JOIN role r ON r.school = d.school AND r.person = d.person AND r.role = 'school'
                WHERE d.digest <> 'never' AND d.told <= \(week) ORDER BY d.id
                """).map(Reader.init(row:))
        }
        for reader in readers { try await records.write(by: .system) { try tell(reader, in: $0) } }
    }

    private static func tell(_ reader: Reader, in act: Act) throws {
        let centre = try CentreStore.centre(reader.centre, in: act), zone = centre.zone
        guard hours.contains(zone.time(of: act.now).hour), reader.digest.isDue(since: zone.day(of: reader.told), on: zone.day(of: act.now)) else { return }
        // Another copy of the program may have been quicker.
        guard try act.db.run("UPDATE school_duty SET told = \(act.now) WHERE id = \(reader.id) AND told = \(reader.told)") == 1 else { return }
        let person = try PersonStore.person(reader.person, in: act), school = try SchoolStore.school(reader.school, in: act)
        let t = try act.texts(person.language, of: centre)
        let news = try act.ask(SchoolNewsAsked(school: reader.school, since: reader.told, t: t)).flatMap(\.self)
        guard !news.isEmpty else { return }
        try SchoolLetters.write(
            person, from: centre, path: "/me/schools/\(school.id)", about: .school(school.id),
            facts: { t in news.map { (t($0.label), $0.people.joined(separator: ", ")) } }, in: act
        ) { t in
            let name = Value.title(school.name(in: t.language))
            return (
                T.schools.letterNewsSubject(school: name), [T.schools.letterNews(school: name, day: .day(zone.day(of: reader.told))), T.schools.letterNewsNext],
                T.schools.letterNewsAct)
        }
    }
}
