import Files
import Forms
import Kernel
import Languages
import Look
import Web

/// Projects for those who work in them.
enum MyProjectPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let centre = visit.centre.id
        return visit.page(MyProjectViews(reader: visit.reader).list(try await visit.read { try ProjectStore.mine(person, at: centre, in: $0) }))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let here = try ProjectVisit(visit), (id, centre) = (here.project, here.centre)
        let own = try await visit.read { act in
            let sight = try ProjectStore.sight(id, at: centre, in: act), rows = Set(sight.own.map(\.id))
            return MyProjectViews.Sight(
                sight: sight, hours: try ProjectPeopleStore.hours(of: id, in: act).filter { rows.contains($0.member) },
                activities: try ProjectActivityStore.activities(of: id, in: act), indicators: try IndicatorStore.indicators(of: id, in: act),
                reports: try ProjectPaperStore.reports(of: id, in: act), files: try ProjectPaperStore.files(of: id, in: act))
        }
        return MyProjectViews(reader: visit.reader).show(own, form)
    }

    /// One's own hours; those of others are written down by the centre's own people, on their own pages.
    @Sendable static func write(_ visit: Visit) async throws -> Answer {
        let here = try ProjectVisit(visit), (id, centre) = (here.project, here.centre), typed = visit.typed
        return try await visit.submit {
            let work = try WorkHoursForm.read(typed)
            return try await visit.act { act in
                guard try ProjectStore.sight(id, at: centre, in: act).own.contains(where: { $0.id == work.member }) else { throw Problem.missing }
                let isOver = try ProjectPeopleStore.write(work, in: id, at: centre, in: act)
                return Redirect(visit.link("/me/projects/\(id)"), isOver ? T.projects.saidOverShare : T.projects.saidHours)
            }
        } again: { try await show(visit, $0) }
    }

    @Sendable static func indicator(_ visit: Visit) async throws -> Answer { visit.page(try await indicator(visit, visit.form(Typed(["day": visit.today.iso])))) }

    private static func indicator(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let here = try ProjectVisit(visit), (id, centre) = (here.project, here.centre), own: Indicator.ID = try visit.id("indicator")
        let (sight, indicator, activities) = try await visit.read { act in
            (
                try ProjectStore.sight(id, at: centre, in: act), try IndicatorStore.indicator(own, of: id, in: act),
                try ProjectActivityStore.activities(of: id, in: act))
        }
        return MyProjectViews(reader: visit.reader).indicator(sight, indicator, activities, form)
    }

    @Sendable static func prove(_ visit: Visit) async throws -> Answer {
        let here = try ProjectVisit(visit), (id, centre) = (here.project, here.centre), own = visit.language, indicator: Indicator.ID = try visit.id("indicator")
        return try await visit.submit {
            // The door first: nothing is made of a file for whoever may not put it there.
            _ = try await visit.read { try ProjectStore.sight(id, at: centre, in: $0) }
            let draft = try await IndicatorPages.evidence(visit, own: own)
            return try await visit.act { act in
                try IndicatorStore.prove(indicator, draft, of: id, at: centre, in: act)
                return Redirect(visit.link("/me/projects/\(id)/indicators/\(indicator)"), T.projects.saidProved)
            }
        } again: { form in
            _ = try await visit.read { try ProjectStore.sight(id, at: centre, in: $0) }
            return try await self.indicator(visit, try visit.holding("file", form))
        }
    }
}
