import Foundation
import Kernel
import Languages
import Sheets

/// Claims as a workbook: a line for each share.
struct ClaimSheet {
    let t: Texts
    let today: Day

    func sheet(_ claims: [Claim]) -> Sheet {
        Sheet(t(T.claims.title), columns: [
            Sheet.Column(t(T.claims.what), width: 44), Sheet.Column(t(T.claims.forWhom), width: 26), Sheet.Column(t(T.claims.school), width: 30),
            Sheet.Column(t(T.claims.payer), width: 32), Sheet.Column(t(T.claims.purse), width: 26), Sheet.Column(t(T.claims.reference), width: 24),
            Sheet.Column(t(T.claims.due), .date), Sheet.Column(t(T.claims.amount), .decimal(2)), Sheet.Column(t(T.claims.paid), .decimal(2)),
            Sheet.Column(t(T.claims.rest), .decimal(2)), Sheet.Column(t(T.claims.currency), width: 10), Sheet.Column(t(T.common.state), width: 18),
        ], rows: claims.flatMap { claim in claim.shares.map { line($0, of: claim) } })
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
