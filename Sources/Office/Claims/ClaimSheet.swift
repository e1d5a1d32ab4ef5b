import Foundation
import Kernel
import Languages
import Sheets

/// Claims as a workbook: a line for each share.
struct ClaimSheet {
    let t: Texts
    let today: Day

    /// More rows than that no sheet of a workbook holds; the next begins.
    private static let sheetMost = 1_000_000

    private var columns: [Sheet.Column] {
        [
            Sheet.Column(t(T.claims.what), width: 44), Sheet.Column(t(T.claims.forWhom), width: 26), Sheet.Column(t(T.claims.school), width: 30),
            Sheet.Column(t(T.claims.payer), width: 32), Sheet.Column(t(T.claims.purse), width: 26), Sheet.Column(t(T.claims.reference), width: 24),
            Sheet.Column(t(T.claims.due), .date), Sheet.Column(t(T.claims.amount), .decimal(2)), Sheet.Column(t(T.claims.paid), .decimal(2)),
            Sheet.Column(t(T.claims.rest), .decimal(2)), Sheet.Column(t(T.claims.currency), width: 10), Sheet.Column(t(T.common.state), width: 18),
        ]
    }

    /// Written as it is read.
    func xlsx(_ each: ((Claim) throws -> Void) throws -> Void) throws -> [UInt8] {
        let writer = try SheetWriter(), name = t(T.claims.title), columns = columns
        var rows = 0
        try writer.begin(name, columns: columns)
        try each { claim in
            for share in claim.shares {
                if rows == Self.sheetMost {
                    try writer.begin(name, columns: columns)
                    rows = 0
                }
                rows += 1
                try writer.add(line(share, of: claim))
            }
        }
        return try writer.finish()
    }

    private func line(_ share: ClaimShare, of claim: Claim) -> [Cell] {
        [
            .text(t.shown(claim.what)), .text(claim.personName), .text(t.shown(claim.schoolName)), .text(share.payerName), .text(t.shown(share.purseName)),
            .text(share.reference?.written(in: share.currency) ?? ""), .date(share.due.iso), number(share.amount), number(share.paid), number(share.rest),
            .text(share.currency.rawValue), .text(t(claim.state(on: today).name)),
        ]
    }

    private func number(_ money: Money) -> Cell { .number(Decimal(money.minor) / 100) }
}
