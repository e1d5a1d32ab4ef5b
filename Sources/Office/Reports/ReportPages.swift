import Centres
import Events
import Forms
import Kernel
import Languages
import Look
import Web

/// Reports: begun, looked at, written beside, signed.
enum ReportPages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer { visit.page(try await list(visit, visit.form())) }

    private static func list(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let centre = visit.centre.id, alphabet = visit.language.alphabet
        let (reports, kinds, towns) = try await visit.read { act in
            let country = try CentreStore.centre(centre, in: act).country, own = try TerritoryStore.territory(of: centre, alphabet, in: act)
            let towns = own.isEmpty ? try MunicipalityStore.all(alphabet, country: country, in: act) : own
            return (try ReportStore.all(of: centre, in: act), ReportKind.all(in: country), towns)
        }
        return ReportListViews(reader: visit.reader).list(reports, kinds, towns, form)
    }

    @Sendable static func make(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, typed = visit.typed
        return try await visit.submit {
            let wish = try ReportWish(typed)
            return try await visit.act { act in
                let id = try ReportStore.make(wish, at: centre, in: act)
                return Redirect(visit.link("/staff/reports/\(id)"), T.reports.saidMade)
            }
        } again: { try await list(visit, $0) }
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let folder = try await folder(visit)
        return ReportViews(reader: visit.reader).show(folder, form)
    }

    static func folder(_ visit: Visit) async throws -> ReportFolder {
        let centre = visit.centre.id, id: Report.ID = try visit.id("report")
        return try await visit.read { try ReportStore.folder(id, at: centre, in: $0) }
    }

    // MARK: Words

    @Sendable static func words(_ visit: Visit) async throws -> Answer {
        let folder = try await drafted(visit)
        return visit.page(ReportViews(reader: visit.reader).words(folder, visit.form(folder.typed)))
    }

    @Sendable static func write(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, id: Report.ID = try visit.id("report"), texts = ReportFolder.texts(visit.typed)
        return try await visit.submit {
            try await visit.act { act in
                try ReportStore.write(texts, of: id, at: centre, in: act)
                return Redirect(visit.link("/staff/reports/\(id)"), T.common.saved)
            }
        } again: { form in ReportViews(reader: visit.reader).words(try await folder(visit), form) }
    }

    /// Words of what is signed are not written any more.
    private static func drafted(_ visit: Visit) async throws -> ReportFolder {
        let folder = try await folder(visit)
        guard folder.report.isDraft else { throw Problem.missing }
        return folder
    }

    // MARK: Acts

    @Sendable static func reckon(_ visit: Visit) async throws -> Answer {
        try await does(visit, T.reports.saidReckoned) { try ReportStore.reckon($0, at: $1, in: $2) }
    }

    @Sendable static func sign(_ visit: Visit) async throws -> Answer {
        try await does(visit, T.reports.saidSigned) { try ReportStore.sign($0, at: $1, in: $2) }
    }

    @Sendable static func withdraw(_ visit: Visit) async throws -> Answer {
        let reason = visit.typed.lines("reason")
        return try await does(visit, T.reports.saidWithdrawn) { try ReportStore.withdraw($0, because: reason, at: $1, in: $2) }
    }

    @Sendable static func discard(_ visit: Visit) async throws -> Answer {
        try await does(visit, T.reports.saidDiscarded, to: "") { try ReportStore.discard($0, at: $1, in: $2) }
    }

    private static func does(
        _ visit: Visit, _ said: Phrase, to page: String? = nil, _ deed: @escaping @Sendable (Report.ID, Centre.ID, Act) throws -> Void
    ) async throws -> Answer {
        let centre = visit.centre.id, id: Report.ID = try visit.id("report")
        return try await visit.submit {
            try await visit.act { act in
                try deed(id, centre, act)
                return Redirect(visit.link("/staff/reports\(page ?? "/\(id)")"), said)
            }
        } again: { try await show(visit, $0) }
    }

    // MARK: What changed since

    @Sendable static func difference(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, id: Report.ID = try visit.id("report")
        let (folder, told, events) = try await visit.read { act in
            let folder = try ReportStore.folder(id, at: centre, in: act), told = try ReportReckoningStore.difference(of: folder.report, in: act)
            return (folder, told, try EventStore.events(told.difference.changes.map(\.event), in: act))
        }
        let titles = Dictionary(events.map { ($0.id.value, visit.t.run($0.title(in: visit.language))) }, uniquingKeysWith: { first, _ in first })
        return visit.page(ReportViews(reader: visit.reader).difference(told.difference, told.rule, folder, titles))
    }
}
