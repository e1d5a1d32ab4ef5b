import Centres
import Forms
import Kernel
import Languages
import Look
import Portfolio
import Schools
import Web

/// Published works of people of a school, for whoever looks after it.
enum WorkSchoolPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    @Sendable static func confirm(_ visit: Visit) async throws -> Answer {
        let (school, id): (School.ID, Author.ID) = (try visit.id("school"), try visit.id("author"))
        let (centre, zone, t, line) = (visit.centre.id, visit.centre.zone, visit.t, visit.typed["line"])
        return try await visit.submit {
            let chosen = PointsTable.Line.ID(line)
            guard line.isEmpty || chosen != nil else { throw Problem.invalid("line", T.common.errorChoose) }
            return try await visit.act { act in
                let work = try WorkSchoolStore.works(of: school, zone: zone, in: act).first { $0.author == id }
                let title = Value.text(work?.title ?? ""), entry = t(work?.isBook == true ? T.community.entryBook(title: title) : T.community.entryPractice(title: title))
                try WorkSchoolStore.confirm(
                    id, line: chosen, title: String(entry.prefix(TextLimit.sentence.rawValue)), in: school, at: centre, zone: zone, in: act)
                return Redirect(visit.link("/me/schools/\(school)/works"), T.community.workConfirmed)
            }
        } again: { try await screen(visit, $0) }
    }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: School.ID = try visit.id("school"), zone = visit.centre.zone
        let (school, works, lines) = try await visit.read { act in
            let school = try SchoolTeamStore.school(id, in: act), works = try WorkSchoolStore.works(of: id, zone: zone, in: act)
            return (school, works, try WorkSchoolStore.lines(for: works, in: id, in: act))
        }
        return WorkSchoolViews(reader: visit.reader).list(works, lines, in: school, form)
    }
}
