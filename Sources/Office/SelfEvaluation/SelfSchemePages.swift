import Forms
import Kernel
import Languages
import Look
import Web

/// What a centre values, by which scale, and until when it is accredited: a director decides it.
enum SelfSchemePages {
    private static let path = "/settings/self-evaluation"

    private static func board(_ visit: Visit) async throws -> SelfBoard {
        let centre = visit.centre.id
        return try await visit.read { try SelfYearStore.board(of: centre, in: $0) }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit)) }

    private static func screen(
        _ visit: Visit, rule: FilledForm? = nil, accreditation: FilledForm? = nil, area: FilledForm? = nil
    ) async throws -> Screen {
        let board = try await board(visit)
        var now = board.rule
        now.since = visit.today
        return SelfSchemeViews(reader: visit.reader).scheme(
            board, rule: rule ?? visit.form(now.typed), accreditation: accreditation ?? visit.form(), area: area ?? visit.form())
    }

    private static func change(
        _ visit: Visit, again: (FilledForm) async throws -> Screen, _ deed: @escaping @Sendable (ID<CentreTag>, Act) throws -> Void
    ) async throws -> Answer {
        let centre = visit.centre.id
        return try await visit.submit {
            try await visit.act { act in
                try deed(centre, act)
                return Redirect(visit.link(path), T.common.saved)
            }
        } again: { try await again($0) }
    }

    /// Begins with what is usual in such centres, in the words of the page.
    @Sendable static func begin(_ visit: Visit) async throws -> Answer {
        let usual = SelfScheme.usual(visit.t)
        return try await change(visit, again: { try await screen(visit, area: $0) }) { try SelfSchemeStore.begin(usual, at: $0, in: $1) }
    }

    @Sendable static func setRule(_ visit: Visit) async throws -> Answer {
        try await change(visit, again: { try await screen(visit, rule: $0) }) { centre, act in
            try SelfSchemeStore.set(try SelfRule(visit.typed, own: visit.language), at: centre, in: act)
        }
    }

    @Sendable static func addAccreditation(_ visit: Visit) async throws -> Answer {
        try await change(visit, again: { try await screen(visit, accreditation: $0) }) { centre, act in
            try SelfSchemeStore.add(try Accreditation(visit.typed, own: visit.language), at: centre, in: act)
        }
    }

    @Sendable static func addArea(_ visit: Visit) async throws -> Answer {
        try await change(visit, again: { try await screen(visit, area: $0) }) { centre, act in
            var faults = Faults()
            let name = visit.typed["name"]
            faults.require(!name.isEmpty, "name", T.common.errorMissing)
            faults.limit(name, "name", .line)
            try faults.check()
            try SelfSchemeStore.add(area: name, at: centre, in: act)
        }
    }

    // MARK: Features

    private static func area(_ visit: Visit) async throws -> SelfArea {
        let id: SelfArea.ID = try visit.id("area")
        guard let area = try await board(visit).areas.first(where: { $0.id == id }) else { throw Problem.missing }
        return area
    }

    @Sendable static func newFeature(_ visit: Visit) async throws -> Answer {
        visit.page(SelfSchemeViews(reader: visit.reader).feature(nil, of: try await area(visit), visit.form()))
    }

    @Sendable static func addFeature(_ visit: Visit) async throws -> Answer {
        let area = try await area(visit)
        return try await change(visit, again: { SelfSchemeViews(reader: visit.reader).feature(nil, of: area, $0) }) { centre, act in
            try SelfSchemeStore.add(try SelfFeatureDraft(visit.typed), to: area.id, at: centre, in: act)
        }
    }

    private static func feature(_ visit: Visit) async throws -> (SelfArea, SelfFeature) {
        let area = try await area(visit), id: SelfFeature.ID = try visit.id("feature")
        guard let feature = area.features.first(where: { $0.id == id }) else { throw Problem.missing }
        return (area, feature)
    }

    @Sendable static func editFeature(_ visit: Visit) async throws -> Answer {
        let (area, feature) = try await feature(visit)
        let form = visit.form(feature.draft.typed.with("ended", feature.ended == nil ? nil : "yes"))
        return visit.page(SelfSchemeViews(reader: visit.reader).feature(feature, of: area, form))
    }

    @Sendable static func saveFeature(_ visit: Visit) async throws -> Answer {
        let (area, feature) = try await feature(visit)
        return try await change(visit, again: { SelfSchemeViews(reader: visit.reader).feature(feature, of: area, $0) }) { centre, act in
            try SelfSchemeStore.edit(feature.id, to: try SelfFeatureDraft(visit.typed), isEnded: visit.typed.has("ended"), at: centre, in: act)
        }
    }
}
