import Accounts
package import Centres
package import Kernel
import Library
import Loans

/// One booking as the desk reads it.
package enum KitFolderStore {
    package static func folder(_ id: KitBooking.ID, at centre: Centre.ID, in act: Act) throws -> KitFolder {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        let booking = try KitBookingStore.booking(id, at: centre, in: act), checks = try KitCheckStore.checks(of: id, in: act)
        let notes = try KitNoteStore.notes(of: id, in: act), people = try PersonStore.names(of: Set(notes.map(\.person)), in: act)
        return KitFolder(
            booking: booking, title: try TitleStore.title(booking.title, at: centre, in: act), copy: try CopyStore.copy(booking.copy, at: centre, in: act),
            borrower: try booking.borrower.map { try BorrowerStore.borrower($0, at: centre, in: act) }, parts: try parts(booking, checks, in: act), checks: checks,
            notes: notes, names: Dictionary(uniqueKeysWithValues: notes.map { ($0.id, people[$0.person] ?? "") }))
    }

    /// When it comes back it is counted against what left; before that against what was there when it was last back.
    private static func parts(_ booking: KitBooking, _ checks: [KitCheck.Kind: KitCheck], in act: Act) throws -> [KitCheck.Line] {
        if let out = checks[.out] { return out.lines }
        let last = try KitCheckStore.last(of: booking.copy, in: act)
        return try TitleStore.parts(of: booking.title, in: act).map { part in
            KitCheck.Line(part.name, expected: part.count, found: last?.lines.first { $0.name == part.name }?.found ?? part.count)
        }
    }
}
