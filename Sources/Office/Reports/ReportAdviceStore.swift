package import Centres
package import Kernel
import Languages
import Schools
import Storage

/// Recommendations to heads, as rows. A letter goes once; what was sent stays as it was written.
package enum ReportAdviceStore {
    package static func board(of id: Report.ID, at centre: Centre.ID, in act: Act) throws -> AdviceBoard {
        let report = try ReportStore.report(id, at: centre, in: act)
        guard report.kind.advises else { throw Problem.missing }
        let advice = try advice(of: id, in: act), known = Set(advice.map(\.school))
        // Those of the centre's land, and whoever else came.
        let came: Set<School.ID> = Set(try act.db.rows("""
            SELECT row_told FROM report_line WHERE report = \(id) AND part = 'schools' AND role = 'line' AND row_told IS NOT NULL
            """).map { try $0["row_told"] })
        let near = try SchoolStore.nearby(centre, in: act), others = came.subtracting(near.map(\.id)).sorted()
        let schools = (near + others.compactMap { try? SchoolStore.school($0, in: act) }).filter { school in
            !school.isClosed && !known.contains(school.id) && (report.municipality == nil || school.details.municipality == report.municipality)
        }
        return AdviceBoard(report: report, advice: advice, schools: schools.map { ($0.id, $0.name) })
    }

    private static func advice(of id: Report.ID, in act: Act) throws -> [ReportAdvice] {
        try act.db.rows("""
            SELECT a.id, a.school, a.text, a.sent, a.heads, s.name FROM report_advice a JOIN school s ON s.id = a.school WHERE a.report = \(id)
            ORDER BY s.key_azbuka, a.id
            """).map { row in
            ReportAdvice(
                id: try row["id"], school: try row["school"], name: try row["name"], text: try row["text"], sent: try row["sent"], heads: try row["heads"])
        }
    }

    /// Writes it, or writes it anew while it has not gone.
    package static func write(_ text: String, to school: School.ID, of id: Report.ID, at centre: Centre.ID, in act: Act) throws {
        let board = try held(id, at: centre, in: act)
        guard !text.isEmpty else { throw Problem.invalid("text", T.common.errorMissing) }
        if let known = board.advice.first(where: { $0.school == school }) {
            guard known.sent == nil else { throw Problem.conflict(T.reports.errorAdviceSent) }
            try act.db.run("UPDATE report_advice SET text = \(text) WHERE id = \(known.id)")
        } else {
            guard board.schools.contains(where: { $0.id == school }) else { throw Problem.invalid("school", T.common.errorChoose) }
            try act.db.run("INSERT INTO report_advice (report, school, text) VALUES (\(id), \(school), \(text))")
        }
        try act.record(T.reports.deedAdvice, .report(id), under: .school(school), centre: centre)
    }

    /// Sends what has not gone yet to the heads of the schools, and takes note where nobody is known.
    /// - Returns: how many letters went.
    @discardableResult
    package static func send(_ id: Report.ID, at centre: Centre.ID, in act: Act) throws -> Int {
        let board = try held(id, at: centre, in: act)
        guard board.report.state == .signed else { throw Problem.conflict(T.reports.errorNotSigned) }
        var letters = 0
        for advice in board.advice where advice.sent == nil {
            let heads = try SchoolTeamStore.keepers(of: advice.school, in: act).filter { $0.duty == .head }
            let told = try heads.count { try ReportLetters.advise($0.person, advice, of: board.report, in: act) }
            guard told > 0 else { continue }
            try act.db.run("UPDATE report_advice SET sent = \(act.now), heads = \(told) WHERE id = \(advice.id)")
            letters += told
        }
        try act.record(T.reports.deedAdviceSent, .report(id), centre: centre, changes: [Change("letters", from: "", to: "\(letters)")])
        return letters
    }

    private static func held(_ id: Report.ID, at centre: Centre.ID, in act: Act) throws -> AdviceBoard {
        _ = try ReportStore.report(id, at: centre, in: act)
        try act.db.hold("report", id.value)
        return try board(of: id, at: centre, in: act)
    }
}
