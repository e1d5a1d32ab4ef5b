import Centres
import Forms
import Kernel
import Languages
import Library
import Storage

/// Loans and reservations of a centre as lists.
enum LoanListStore {
    static func list(_ filter: LoanList.Filter, page: Int?, of centre: Centre.ID, in act: Act) throws -> LoanList {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        let today = try LoanStore.today(at: centre, in: act)
        var counts: [LoanList.Filter: Int] = [:]
        for one in LoanList.Filter.allCases { counts[one] = try act.db.count("SELECT count(*) FROM loan l WHERE \(condition(one, centre, today))") }
        let paging = Paging(page, count: counts[filter] ?? 0)
        let loans = try LoanStore.loans(condition(filter, centre, today), most: Paging.size, offset: paging.offset, in: act)
        return LoanList(filter: filter, counts: counts, lines: try LoanStore.lines(loans, in: act), paging: paging)
    }

    private static func condition(_ filter: LoanList.Filter, _ centre: Centre.ID, _ today: Day) -> SQL {
        switch filter {
        case .out: "l.centre = \(centre) AND l.state = 'out'"
        case .overdue: "l.centre = \(centre) AND l.state = 'out' AND l.due < \(today)"
        case .booked: "l.centre = \(centre) AND l.state = 'booked' AND l.held_until >= \(today.number)"
        case .lost: "l.centre = \(centre) AND l.state = 'lost'"
        }
    }

    static func line(_ id: Loan.ID, at centre: Centre.ID, in act: Act) throws -> LoanLine {
        guard act.by.lends(at: centre), let line = try LoanStore.lines([LoanStore.loan(id, at: centre, in: act)], in: act).first else { throw Problem.missing }
        return line
    }

    /// Those that are ready, the soonest to lapse first, and those that wait, title by title.
    static func reservations(of centre: Centre.ID, in act: Act) throws -> (ready: [ReservationLine], waiting: [ReservationLine]) {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        func lines(_ state: Reservation.State, _ order: SQL) throws -> [ReservationLine] {
            try ReservationStore.lines(ReservationStore.reservations("r.centre = \(centre) AND r.state = \(state)", order: order, in: act), in: act)
        }
        return (try lines(.ready, "r.keep_until, r.id"), try lines(.waiting, "r.title, r.id"))
    }

    /// What needs a hand: how many are overdue, and how many wait on the shelf for whoever reserved them.
    static func pressing(at centre: Centre.ID, in act: Act) throws -> (overdue: Int, ready: Int) {
        let today = try LoanStore.today(at: centre, in: act)
        return (
            try act.db.count("SELECT count(*) FROM loan l WHERE \(condition(.overdue, centre, today))"),
            try act.db.count("SELECT count(*) FROM reservation WHERE centre = \(centre) AND state = 'ready'"))
    }
}
