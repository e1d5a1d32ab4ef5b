import Centres
import Kernel
import Languages
import Storage

enum BorrowerSightStore {
    private static let pastMost = 30

    static func sight(_ id: Borrower.ID, at centre: Centre.ID, in act: Act) throws -> BorrowerSight {
        guard act.by.lends(at: centre) else { throw Problem.missing }
        let past = try LoanStore.loans("l.borrower = \(id) AND l.state IN ('back', 'lost')", order: "l.id DESC", most: pastMost, in: act)
        return BorrowerSight(
            borrower: try BorrowerStore.borrower(id, at: centre, in: act), loans: try LoanStore.lines(LoanStore.out(of: [id], in: act), in: act),
            past: try LoanStore.lines(past, in: act), reservations: try ReservationStore.lines(ReservationStore.open(of: [id], in: act), in: act),
            desk: try LoanRuleStore.desk(of: centre, on: LoanStore.today(at: centre, in: act), in: act))
    }
}
