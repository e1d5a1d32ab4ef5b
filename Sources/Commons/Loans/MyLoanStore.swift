package import Accounts
import Centres
package import Kernel
import Languages
package import Library
import Schools
import Storage

enum MyLoanStore {
    /// Whoever acts, at one centre.
    static func sight(at centre: Centre.ID, in act: Act) throws -> MyLoans {
        guard let person = act.by.person else { throw Problem.missing }
        let own = try BorrowerStore.own(person, at: centre, in: act), others = try BorrowerStore.answeredFor(by: person, at: centre, in: act)
        let lines = try LoanStore.lines(LoanStore.out(of: (own + others).map(\.id), in: act), in: act)
        let ids = Set(own.map(\.id))
        return MyLoans(
            own: own, loans: lines.filter { $0.loan.borrower.map(ids.contains) ?? false },
            reservations: try ReservationStore.lines(ReservationStore.open(of: (own + others).map(\.id), in: act), in: act),
            answered: others.map { borrower in (borrower, lines.filter { $0.loan.borrower == borrower.id }) })
    }

    /// For whom somebody may reserve beside themselves: institutions and pupils for whom they answer, the schools that they look after.
    static func others(at centre: Centre.ID, in act: Act) throws -> [Borrower] {
        guard let person = act.by.person else { throw Problem.missing }
        let answered = try BorrowerStore.answeredFor(by: person, at: centre, in: act)
        let schools = try act.by.schoolsLookedAfter.sorted().compactMap { try BorrowerStore.institution($0, at: centre, in: act) }
        return Dictionary((answered + schools).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }).values.sorted { $0.id < $1.id }
    }

    /// When a copy may be there, as far as what is out tells.
    static func soonest(of title: LibraryTitle.ID, in act: Act) throws -> Day? {
        try act.db.value("SELECT min(l.due) AS due FROM loan l JOIN copy c ON c.id = l.copy WHERE c.title = \(title) AND l.state = 'out'")
    }

    /// What a school's institution has out.
    static func lines(of school: School.ID, at centre: Centre.ID, in act: Act) throws -> [LoanLine] {
        guard let borrower = try BorrowerStore.institution(school, at: centre, in: act) else { return [] }
        return try LoanStore.lines(LoanStore.out(of: [borrower.id], in: act), in: act)
    }
}
