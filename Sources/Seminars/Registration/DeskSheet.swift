import Accounts
import Events
import Foundation
import Kernel
import Languages
import Sheets

/// The people of an event as a spreadsheet.
enum DeskSheet {
    /// - Parameter chosen: which workshops, of everybody.
    static func sheet(_ desk: Desk, _ chosen: [WorkshopChoice], _ t: Texts) -> Sheet {
        let heads = [
            T.accounts.familyName, T.accounts.givenName, T.registration.email, T.registration.phone, T.accounts.occupation, T.registration.school,
            T.registration.schoolPlace,
            T.registration.state, T.registration.payer, T.registration.appliedAt, T.registration.note, T.registration.remark,
        ] + groupHeads(desk) + (desk.event.workshops.isEmpty ? [] : [T.registration.workshops])
        let workshops = Dictionary(grouping: chosen, by: \.registration)
        let widths: [Double] = [20, 16, 28, 16, 28, 40, 18, 18, 16, 18, 40, 40] + (desk.event.form.applying == .group ? [24, 12, 12] : []) + [60]
        // The same few words stand in every row.
        let states = Dictionary(uniqueKeysWithValues: RegistrationState.allCases.map { ($0, t($0.name)) })
        let payers = Dictionary(uniqueKeysWithValues: Payer.allCases.map { ($0, t($0.ofOthers)) })
        let rows = desk.rows.map { row -> [Cell] in
            let registration = row.registration
            let texts = [
                row.name.family, row.name.given, row.email ?? "", row.phone, row.job, row.school, row.place, states[registration.state] ?? "",
                payers[registration.payer] ?? "",
            ]
            let applied = Cell.date("\(t.zone.day(of: registration.applied).iso)T\(t.zone.time(of: registration.applied).iso)")
            return texts.map { Cell.text($0) } + [applied, .text(registration.note), .text(registration.remark)]
                + (registration.group.map { [.text($0.grade), .number(Decimal($0.pupils)), .number(Decimal($0.companions))] } ?? [])
                + (desk.event.workshops.isEmpty ? [] : [.text((workshops[registration.id] ?? []).map { $0.line(of: desk.event, t) }.joined(separator: "; "))])
        }
        return Sheet(t(T.registration.listTitle), columns: zip(heads, widths).map { Sheet.Column(t($0), width: $1) }, rows: rows)
    }

    private static func groupHeads(_ desk: Desk) -> [Phrase] {
        desk.event.form.applying == .group ? [T.registration.groupClass, T.registration.groupPupils, T.registration.groupCompanions] : []
    }
}
