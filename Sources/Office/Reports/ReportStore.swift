import Accounts
package import Centres
import Events
package import Kernel
import Languages
import Planning
import Registry
import Storage

/// Reports as rows. What is signed is frozen: its numbers, its words and its number in the book of documents.
package enum ReportStore {
    // MARK: Reads

    /// Those of a centre, the newest year first.
    package static func all(of centre: Centre.ID, in act: Act) throws -> [Report] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try reports("centre = \(centre)", in: act)
    }

    package static func report(_ id: Report.ID, at centre: Centre.ID, in act: Act) throws -> Report {
        guard act.by.coordinates(centre), let report = try reports("id = \(id) AND centre = \(centre)", in: act).first else { throw Problem.missing }
        return report
    }

    package static func folder(_ id: Report.ID, at centre: Centre.ID, in act: Act) throws -> ReportFolder {
        let report = try report(id, at: centre, in: act), tables = try ReportLineStore.tables(of: [id], in: act)[id] ?? [:]
        var texts: [ReportPart: String] = [:]
        for row in try act.db.rows("SELECT part, text FROM report_text WHERE report = \(id)") {
            if let part = ReportPart(rawValue: try row["part"]) { texts[part] = try row["text"] }
        }
        let rule = try CountingRuleStore.all(of: centre, in: act).first { $0.number == report.countedBy }
        return ReportFolder(
            report: report, tables: report.kind.parts.map { tables[$0] ?? ReportTable($0) }, texts: texts,
            currency: try CentreStore.centre(centre, in: act).currency,
            municipality: try report.municipality.map { try MunicipalityStore.municipality($0, in: act).name },
            rule: rule ?? CountingRule(report.countedBy, report.way, from: .first))
    }

    /// - Parameter condition: over `report`.
    static func reports(_ condition: SQL, in act: Act) throws -> [Report] {
        try act.db.rows("SELECT * FROM report WHERE \(condition) ORDER BY year DESC, id DESC LIMIT 500").map { row in
            Report(
                id: try row["id"], centre: try row["centre"], kind: try row["kind"], year: PlanYear(try row["year_kind"], try row["year"]),
                municipality: try row["municipality"], state: try row["state"], countedBy: try row["counting"], way: try row["way"],
                reckoned: try row["reckoned"], signed: try row["signed"], number: try row["number"], reason: try row["reason"])
        }
    }

    // MARK: Verbs

    /// Begins a report with the numbers of this moment. There is one draft of a kind, a year and a place.
    package static func make(_ wish: ReportWish, at id: Centre.ID, in act: Act) throws -> Report.ID {
        guard act.by.coordinates(id) else { throw Problem.missing }
        try act.db.hold("centre", id.value)
        let centre = try CentreStore.centre(id, in: act)
        guard ReportKind.all(in: centre.country).contains(wish.kind) else { throw Problem.invalid("kind", T.common.errorChoose) }
        guard wish.year.days.lowerBound <= centre.zone.day(of: act.now) else { throw Problem.invalid("year", T.reports.errorYearAhead) }
        let place = try wish.municipality.map { try MunicipalityStore.municipality($0, in: act).id }
        let same = try reports("""
            centre = \(id) AND kind = \(wish.kind) AND year_kind = \(wish.year.kind) AND year = \(wish.year.start) AND state = 'draft'
                AND coalesce(municipality, 0) = \(place?.value ?? 0)
            """, in: act)
        if let same = same.first { return same.id }
        let rule = try CountingRuleStore.holding(on: wish.year.days.upperBound, at: id, in: act)
        let report = Report.ID(try act.db.insert("""
            INSERT INTO report (centre, kind, year_kind, year, municipality, state, counting, way, reckoned, made, made_by)
            VALUES (\(id), \(wish.kind), \(wish.year.kind), \(wish.year.start), \(place), 'draft', \(rule.number), \(rule.way), \(act.now), \(act.now),
                \(act.by.person)) RETURNING id
            """))
        try ReportReckoningStore.write(report, wish, by: rule, at: centre, in: act)
        try act.record(T.reports.deedMade, .report(report), centre: id)
        return report
    }

    /// Takes the numbers of this moment in place of those that it had.
    package static func reckon(_ id: Report.ID, at centre: Centre.ID, in act: Act) throws {
        let report = try draft(id, at: centre, in: act), office = try CentreStore.centre(centre, in: act)
        let rule = try CountingRuleStore.holding(on: report.year.days.upperBound, at: centre, in: act)
        try act.db.run("UPDATE report SET reckoned = \(act.now), counting = \(rule.number), way = \(rule.way) WHERE id = \(id)")
        try ReportReckoningStore.write(id, ReportWish(report.kind, of: report.year, in: report.municipality), by: rule, at: office, in: act)
        try act.record(T.reports.deedReckoned, .report(id), centre: centre, changes: [
            Change("counting", from: "\(report.countedBy)", to: "\(rule.number)"),
        ])
    }

    /// What staff write beside the tables; an empty text goes.
    package static func write(_ texts: [ReportPart: String], of id: Report.ID, at centre: Centre.ID, in act: Act) throws {
        let report = try draft(id, at: centre, in: act)
        for part in report.kind.parts {
            try act.db.run("DELETE FROM report_text WHERE report = \(id) AND part = \(part)")
            if let text = texts[part], !text.isEmpty { try act.db.run("INSERT INTO report_text (report, part, text) VALUES (\(id), \(part), \(text))") }
        }
        try act.record(T.reports.deedWritten, .report(id), centre: centre)
    }

    /// The director signs it: it gets its number in the book of documents, and nothing of it changes any more.
    package static func sign(_ id: Report.ID, at centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        // Whoever signs holds the centre: what other reports told is known, and none is signed meanwhile.
        try act.db.hold("centre", centre.value)
        let report = try draft(id, at: centre, in: act), office = try CentreStore.centre(centre, in: act), day = office.zone.day(of: act.now)
        guard try !ReportReckoningStore.isOvertaken(report, in: act) else { throw Problem.conflict(T.reports.errorOvertaken) }
        let t = try act.texts(office.language, of: office), place = try report.municipality.map { try MunicipalityStore.municipality($0, in: act).name }
        let title = [t(report.title), place ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
        let number = try RegistryStore.enter(
            RegistryPaper("report", id.value, title, at: centre, on: day, report.kind == .annual ? .inner : .sent, page: report.path), in: act)
        try act.db.run("UPDATE report SET state = 'signed', signed = \(day), signed_by = \(act.by.person), number = \(number) WHERE id = \(id)")
        try act.record(T.reports.deedSigned, .report(id), centre: centre, changes: [Change("number", from: "", to: number)], retention: .register)
    }

    /// It holds no longer. What it told stays, with the reason.
    package static func withdraw(_ id: Report.ID, because reason: String, at centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        try act.db.hold("report", id.value)
        let report = try report(id, at: centre, in: act)
        guard report.state == .signed else { throw Problem.conflict(T.reports.errorNotSigned) }
        guard !reason.isEmpty else { throw Problem.invalid("reason", T.common.errorMissing) }
        try act.db.run("UPDATE report SET state = 'withdrawn', reason = \(reason) WHERE id = \(id)")
        try RegistryStore.withdraw("report", id.value, because: reason, in: act)
        try act.record(T.reports.deedWithdrawn, .report(id), centre: centre, changes: [Change("reason", from: "", to: reason)], retention: .register)
    }

    package static func discard(_ id: Report.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try draft(id, at: centre, in: act)
        guard try !act.db.exists("SELECT 1 AS sent FROM report_advice WHERE report = \(id) AND sent IS NOT NULL") else {
            throw Problem.conflict(T.reports.errorAdviceSent)
        }
        try drop(id, in: act)
        try act.record(T.reports.deedDiscarded, .report(id), centre: centre)
    }

    static func drop(_ id: Report.ID, in act: Act) throws {
        try ReportLineStore.drop(id, in: act)
        for table in ["report_event", "report_text", "report_advice"] as [StaticString] { try act.db.run("DELETE FROM \(name: table) WHERE report = \(id)") }
        try act.db.run("DELETE FROM report WHERE id = \(id)")
    }

    static func draft(_ id: Report.ID, at centre: Centre.ID, in act: Act) throws -> Report {
        _ = try report(id, at: centre, in: act)
        try act.db.hold("report", id.value)
        let report = try report(id, at: centre, in: act)
        guard report.isDraft else { throw Problem.conflict(T.reports.errorSigned) }
        return report
    }
}
