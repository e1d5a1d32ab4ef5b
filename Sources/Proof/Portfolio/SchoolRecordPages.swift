import Accounts
import Centres
import Documents
import Forms
import Kernel
import Languages
import Look
import Schools
import Sheets
import Web

/// Where the people of a school stand, and the papers of its year, for whoever looks after it.
enum SchoolRecordPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let record = try await record(visit)
        return visit.page(SchoolRecordViews(reader: visit.reader).matrix(record))
    }

    private static func record(_ visit: Visit) async throws -> SchoolRecord {
        let id: School.ID = try visit.id("school"), now = SchoolYear(containing: visit.today)
        let year = visit.query.number("year", in: now.start - 30...now.start + 1).flatMap(SchoolYear.init(start:)) ?? now
        let (today, centre, alphabet) = (visit.today, visit.centre.id, visit.language.alphabet)
        return try await visit.read { act in
            try SchoolRecordStore.record(
                of: id, in: year, today: today, country: CentreStore.centre(centre, in: act).country, sorted: alphabet, in: act)
        }
    }

    // MARK: Papers

    @Sendable static func sheet(_ visit: Visit) async throws -> Answer {
        let record = try await record(visit), sheet = SchoolPaper(record: record, kind: .report, t: visit.t).sheet
        return .file(
            bytes: try sheet.xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: "\(sheet.name).xlsx")
    }

    /// A plan or a report, of all or of one; that of one is a look at a portfolio.
    static func paper(_ kind: SchoolPaperKind, isWord: Bool) -> Route.Page {
        { visit in
            var record = try await record(visit)
            if let one = Person.ID(visit.query["person"]) {
                guard record.lines.contains(where: { $0.person == one }) else { throw Problem.missing }
                record = record.only(one)
                let (centre, zone) = (visit.centre.id, visit.centre.zone)
                try await visit.witnessed { try PortfolioStore.note(at: one, from: centre, zone: zone, in: $0) }
            }
            let paper = SchoolPaper(record: record, kind: kind, t: visit.t), name = paper.title
            if isWord { return try await visit.written(paper.paper, name: "\(name).docx") }
            return try await visit.printed(paper.paper, with: "report", name: "\(name).pdf")
        }
    }

    // MARK: What waits for the school's word

    @Sendable static func waiting(_ visit: Visit) async throws -> Answer { visit.page(try await waiting(visit, visit.form())) }

    private static func waiting(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: School.ID = try visit.id("school")
        let (school, waiting) = try await visit.read { (try SchoolTeamStore.school(id, in: $0), try SchoolRecordStore.waiting(in: id, in: $0)) }
        return SchoolRecordViews(reader: visit.reader).waiting(waiting, in: school, form)
    }

    @Sendable static func decide(_ visit: Visit) async throws -> Answer {
        let (school, id): (School.ID, PortfolioEntry.ID) = (try visit.id("school"), try visit.id("entry"))
        let (centre, isGood, reason) = (visit.centre.id, visit.typed.has("good"), visit.typed.lines("reason"))
        let seen = Instant(typedSeconds: visit.typed["seen"])
        return try await visit.submit {
            try await visit.act { act in
                try SchoolRecordStore.decide(id, seen: seen, isGood: isGood, reason, in: school, at: centre, in: act)
                return Redirect(visit.link("/me/schools/\(school)/activities"), isGood ? T.portfolio.saidChecked : T.portfolio.saidRefused)
            }
        } again: { try await waiting(visit, $0) }
    }

    // MARK: The table of points

    @Sendable static func table(_ visit: Visit) async throws -> Answer {
        let (school, tables) = try await tables(visit)
        let typed = visit.query.has("usual") ? PointsTableDraft.usual(since: visit.today, visit.t).typed : tables.first?.draft(since: visit.today).typed
        return visit.page(PointsTableViews(reader: visit.reader).page(school, tables, visit.form(typed ?? Typed(["since": visit.today.iso]))))
    }

    @Sendable static func setTable(_ visit: Visit) async throws -> Answer {
        let id: School.ID = try visit.id("school"), own = visit.language
        return try await visit.submit {
            let draft = try PointsTableDraft(visit.typed, own: own)
            return try await visit.act { act in
                _ = try SchoolTeamStore.school(id, in: act)
                try PointsTableStore.set(draft, of: id, in: act)
                return Redirect(visit.link("/me/schools/\(id)/points"), T.common.saved)
            }
        } again: { form in
            let (school, tables) = try await tables(visit)
            return PointsTableViews(reader: visit.reader).page(school, tables, form)
        }
    }

    private static func tables(_ visit: Visit) async throws -> (School, [PointsTable]) {
        let id: School.ID = try visit.id("school")
        return try await visit.read { (try SchoolTeamStore.school(id, in: $0), try PointsTableStore.tables(of: [id], in: $0)) }
    }
}

extension SchoolRecord {
    /// The same of one person.
    func only(_ person: Person.ID) -> SchoolRecord {
        SchoolRecord(school: school, year: year, years: years, pack: pack, lines: lines.filter { $0.person == person }, told: told)
    }
}
