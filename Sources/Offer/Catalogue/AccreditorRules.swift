import Kernel
import Languages
package import Storage

/// What an accreditor asks of its programmes. It is data, since by-laws change and differ, and each rule says what it rests on.
package struct AccreditorRules: Sendable, Hashable {
    package var unlisted = Unlisted.warned
    /// The act and article, and how sure it is.
    package var unlistedBasis = ""

    /// From which month of a cycle on a programme that was never held in it is warned of; nil where nobody asks.
    package var unheldMonths: Int?
    package var unheldBasis = ""

    /// What becomes of a programme that the state's register has let go.
    package var leaving = Leaving.withdrawn
    package var leavingBasis = ""

    /// What a programme must tell before it is written into the state's register; a list that changes with the register's form.
    package var needs: Set<ProgrammePart> = []

    package static let mostMonths = 120

    package init() {}

    /// What becomes of a trainer whom the programme does not list.
    package enum Unlisted: String, CaseIterable, Sendable, Storable {
        case refused, warned, allowed
    }

    /// Once no entry of the register stands any more.
    package enum Leaving: String, CaseIterable, Sendable, Storable {
        case withdrawn, kept
    }

    init(row: Row) throws {
        unlisted = try row["unlisted"]
        unlistedBasis = try row["unlisted_basis"]
        unheldMonths = try row["unheld_months"]
        unheldBasis = try row["unheld_basis"]
        (leaving, leavingBasis) = (try row["leaving"], try row["leaving_basis"])
        needs = Set((try row["needs"] as String).split(separator: " ").compactMap { ProgrammePart(rawValue: String($0)) })
    }

    static let columns: SQL = "a.unlisted, a.unlisted_basis, a.unheld_months, a.unheld_basis, a.leaving, a.leaving_basis, a.needs"

    var needsText: String { ProgrammePart.allCases.filter(needs.contains).map(\.rawValue).joined(separator: " ") }

    /// What was changed, as the journal keeps it.
    func changes(since before: AccreditorRules) -> [Change] {
        [
            Change("unlisted", from: before.unlisted.rawValue, to: unlisted.rawValue), Change("unlisted_basis", from: before.unlistedBasis, to: unlistedBasis),
            Change("unheld_months", from: before.unheldMonths.map { "\($0)" } ?? "", to: unheldMonths.map { "\($0)" } ?? ""),
            Change("unheld_basis", from: before.unheldBasis, to: unheldBasis), Change("leaving", from: before.leaving.rawValue, to: leaving.rawValue),
            Change("leaving_basis", from: before.leavingBasis, to: leavingBasis), Change("needs", from: before.needsText, to: needsText),
        ]
    }
}
