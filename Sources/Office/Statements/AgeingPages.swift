import Centres
import Claims
import Forms
import Foundation
import Kernel
import Languages
import Look
import Sheets
import Web

/// What is owed, by how late it is; and letters that remind of it.
enum AgeingPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let (centre, today, by) = (visit.centre.id, visit.today, by(visit)), (page, lateOnly) = (visit.query.page, visit.query.has("late"))
        let (board, open) = try await visit.read { act in
            let offset = ((page ?? 1) - 1) * Paging.size
            return (
                try AgeingStore.board(by, at: centre, on: today, lateOnly: lateOnly, offset: offset, size: Paging.size, in: act),
                try StatementLineStore.openCount(.incoming, at: centre, in: act))
        }
        return AgeingViews(reader: visit.reader).board(board, by, lateOnly: lateOnly, Paging(page, count: board.count), open: open, form)
    }

    private static func by(_ visit: Visit) -> AgeingStore.By { AgeingStore.By(rawValue: visit.query["by"]) ?? .payer }

    @Sendable static func sheet(_ visit: Visit) async throws -> Answer {
        let (centre, today, t) = (visit.centre.id, visit.today, visit.t)
        let boards = try await visit.read { act in
            try AgeingStore.By.allCases.map { ($0, try AgeingStore.board($0, at: centre, on: today, offset: nil, in: act)) }
        }
        let sheets = boards.map { by, board in
            Sheet(t(by == .payer ? T.statements.byPayer : T.statements.byMunicipality), columns: AgeingSheet.columns(by, t),
                rows: board.lines.map { AgeingSheet.row($0, by, t) })
        }
        return .file(
            bytes: try sheets.xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            name: "\(t(T.statements.ageing)) \(today.iso).xlsx")
    }

    /// One payer, or all who may be reminded.
    @Sendable static func remind(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, payer = ClaimPayer.ID(visit.typed["payer"])
        return try await visit.submit {
            guard payer != nil || visit.typed.has("all") else { throw Problem.missing }
            return try await visit.act { act in
                let sent = try ReminderStore.remind(payer, at: centre, in: act)
                let said = sent.letters == 0 ? T.statements.saidNobody : T.statements.saidReminded(count: sent.letters, silent: .number(sent.silent))
                return Redirect(visit.link("/staff/ageing"), said)
            }
        } again: { try await show(visit, $0) }
    }
}

/// The ageing list as a table of a workbook.
enum AgeingSheet {
    static func columns(_ by: AgeingStore.By, _ t: Texts) -> [Sheet.Column] {
        let who = by == .payer
            ? [Sheet.Column(t(T.statements.payer), width: 40), Sheet.Column(t(T.statements.municipality), width: 24)]
            : [Sheet.Column(t(T.statements.municipality), width: 40)]
        return who + [Sheet.Column(t(T.statements.currency), width: 10), Sheet.Column(t(T.statements.sharesWord), width: 12)]
            + Age.allCases.map { Sheet.Column(t($0.name), width: 16, .decimal(2)) } + [Sheet.Column(t(T.statements.sum), width: 16, .decimal(2))]
    }

    static func row(_ line: AgeingLine, _ by: AgeingStore.By, _ t: Texts) -> [Sheets.Cell] {
        let name = line.name.isEmpty ? t(by == .payer ? T.statements.noName : T.statements.nowhere) : t.shown(line.name)
        let who: [Sheets.Cell] = by == .payer ? [.text(name), .text(t.shown(line.municipality))] : [.text(name)]
        return who + [.text(line.ageing.currency.rawValue), .number(line.ageing.shares)] + Age.allCases.map { decimal(line.ageing[$0]) } + [decimal(line.ageing.all)]
    }

    private static func decimal(_ money: Money) -> Sheets.Cell { .number(Decimal(money.minor) / 100) }
}
