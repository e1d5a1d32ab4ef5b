import Files
import Forms
import Kernel
import Languages
import Look
import Web

/// Indicators of a project and their evidence, for the centre's own people.
enum IndicatorPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await list(visit, visit.form())) }

    private static func list(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let here = try ProjectVisit(visit), id = here.project
        let (sight, indicators) = try await here.desk { try IndicatorStore.indicators(of: id, in: $0) }
        return IndicatorViews(reader: visit.reader).list(sight.project, indicators, form)
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, own = visit.language
        return try await ProjectVisit(visit).does("/indicators", again: { try await list(visit, $0) }) { id, centre, act in
            try IndicatorStore.add(IndicatorDetails(typed, own: own), to: id, at: centre, in: act)
        }
    }

    // MARK: One

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form(Typed(["day": visit.today.iso])))) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let here = try ProjectVisit(visit), id = here.project, own: Indicator.ID = try visit.id("indicator")
        let (sight, (indicator, activities)) = try await here.desk { act in
            (try IndicatorStore.indicator(own, of: id, in: act), try ProjectActivityStore.activities(of: id, in: act))
        }
        let known = Typed(indicator.details.typed.fields + [(name: "reason", value: indicator.reason)])
        return IndicatorViews(reader: visit.reader).show(sight.project, indicator, activities, form.over(known))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, own = visit.language, indicator: Indicator.ID = try visit.id("indicator")
        return try await ProjectVisit(visit).does("/indicators/\(indicator)", again: { try await show(visit, $0) }) { id, centre, act in
            try IndicatorStore.edit(indicator, to: IndicatorDetails(typed, own: own), of: id, at: centre, in: act)
        }
    }

    @Sendable static func explain(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, indicator: Indicator.ID = try visit.id("indicator")
        return try await ProjectVisit(visit).does("/indicators/\(indicator)", again: { try await show(visit, $0) }) { id, centre, act in
            try IndicatorStore.explain(indicator, ProjectWords.read(typed, "reason", .note, isOptional: true), of: id, at: centre, in: act)
        }
    }

    @Sendable static func remove(_ visit: Visit) async throws -> Answer {
        let indicator: Indicator.ID = try visit.id("indicator")
        return try await ProjectVisit(visit).does("/indicators", T.projects.saidRemoved, again: { try await show(visit, $0) }) { id, centre, act in
            try IndicatorStore.remove(indicator, from: id, at: centre, in: act)
        }
    }

    // MARK: Evidence

    @Sendable static func prove(_ visit: Visit) async throws -> Answer {
        let here = try ProjectVisit(visit), (id, centre) = (here.project, here.centre), own = visit.language, indicator: Indicator.ID = try visit.id("indicator")
        return try await visit.submit {
            // The door first: nothing is made of a file for whoever may not put it there.
            _ = try await here.desk()
            let draft = try await evidence(visit, own: own)
            return try await visit.act { act in
                try IndicatorStore.prove(indicator, draft, of: id, at: centre, in: act)
                return Redirect(visit.link("/staff/projects/\(id)/indicators/\(indicator)"), T.projects.saidProved)
            }
        } again: { form in
            _ = try await here.desk()
            return try await show(visit, try visit.holding("file", form))
        }
    }

    /// What was typed as evidence, with the file that came along.
    static func evidence(_ visit: Visit, own: Language) async throws -> EvidenceDraft {
        let file = try await FileIntake(visit).file(visit.typed, "file", [.picture, .document], alt: visit.t(T.projects.evidence), isRequired: false)
        return try EvidenceDraft(visit.typed, file, own: own)
    }

    @Sendable static func withdraw(_ visit: Visit) async throws -> Answer {
        let (indicator, row): (Indicator.ID, EvidenceRow.ID) = (try visit.id("indicator"), try visit.id("row"))
        return try await ProjectVisit(visit).does("/indicators/\(indicator)", T.projects.saidRemoved, again: { try await show(visit, $0) }) { id, centre, act in
            try IndicatorStore.withdraw(row, from: indicator, of: id, at: centre, in: act)
        }
    }
}
