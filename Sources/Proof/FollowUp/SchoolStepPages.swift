import Centres
import Forms
import Kernel
import Languages
import Look
import Portfolio
import Schools
import Web

/// Steps that people share with their school, for whoever looks after it.
enum SchoolStepPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    @Sendable static func confirm(_ visit: Visit) async throws -> Answer {
        let (school, id): (School.ID, UseStep.ID) = (try visit.id("school"), try visit.id("step"))
        let centre = visit.centre.id, t = visit.t, line = visit.typed["line"]
        return try await visit.submit {
            let chosen = PointsTable.Line.ID(line)
            guard line.isEmpty || chosen != nil else { throw Problem.invalid("line", T.common.errorChoose) }
            return try await visit.act { act in
                let title = try UseSchoolStore.shared(with: school, in: act).first { $0.step.id == id }?.entryTitle(in: t.language) ?? ""
                try UseSchoolStore.confirm(
                    id, line: chosen, title: String(t(T.followup.entryTitle(title: .text(title))).prefix(TextLimit.sentence.rawValue)), in: school, at: centre, in: act)
                return Redirect(visit.link("/me/schools/\(school)/steps"), T.followup.saidConfirmed)
            }
        } again: { try await screen(visit, $0) }
    }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: School.ID = try visit.id("school")
        let (school, steps, lines) = try await visit.read { act in
            let school = try SchoolTeamStore.school(id, in: act), steps = try UseSchoolStore.shared(with: id, in: act)
            return (school, steps, try UseSchoolStore.lines(for: steps, in: id, in: act))
        }
        return SchoolStepViews(reader: visit.reader).list(steps, lines, in: school, form)
    }
}
