import Centres
package import Kernel
import Languages
package import Library
import Storage

extension LoanStore {
    /// Loans with what they are of and who has them; each of the others is one query.
    package static func lines(_ loans: [Loan], in act: Act) throws -> [LoanLine] {
        guard !loans.isEmpty else { return [] }
        let copies = try CopyStore.copies(Array(Set(loans.map(\.copy))), in: act)
        let titles = try TitleStore.titles(Array(Set(copies.values.map(\.title))), in: act)
        let borrowers = try BorrowerStore.borrowers(loans.compactMap(\.borrower), in: act), waiting = try ReservationStore.waiting(Array(titles.keys), in: act)
        return loans.compactMap { loan in
            guard let copy = copies[loan.copy], let title = titles[copy.title] else { return nil }
            return LoanLine(loan: loan, title: title, copy: copy, borrower: loan.borrower.flatMap { borrowers[$0] }, waiting: waiting[title.id] ?? 0)
        }
    }
}

extension ReservationStore {
    package static func lines(_ reservations: [Reservation], in act: Act) throws -> [ReservationLine] {
        guard !reservations.isEmpty else { return [] }
        let titles = try TitleStore.titles(Array(Set(reservations.map(\.title))), in: act)
        let copies = try CopyStore.copies(reservations.compactMap(\.copy), in: act)
        let borrowers = try BorrowerStore.borrowers(reservations.map(\.borrower), in: act), places = try places(reservations.map(\.title), in: act)
        return reservations.compactMap { one in
            guard let title = titles[one.title] else { return nil }
            return ReservationLine(
                reservation: one, title: title, copy: one.copy.flatMap { copies[$0] }, borrower: borrowers[one.borrower],
                place: one.state == .waiting ? places[one.id] : nil)
        }
    }

    static func line(_ id: Reservation.ID, in act: Act) throws -> ReservationLine? { try lines(reservations("r.id = \(id)", in: act), in: act).first }

    /// How many wait for each of these titles, for whom nothing is set aside.
    package static func waiting(_ titles: [LibraryTitle.ID], in act: Act) throws -> [LibraryTitle.ID: Int] {
        guard !titles.isEmpty else { return [:] }
        let rows = try act.db.rows("SELECT title, count(*) AS waiting FROM reservation WHERE title IN \(list: titles) AND state = 'waiting' GROUP BY title")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["title"], try $0["waiting"]) })
    }
}
