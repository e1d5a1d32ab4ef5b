import Languages
package import Library
package import Loans

/// What the desk sees of all kits at once.
struct KitBoard: Sendable {
    let kits: [Kit]
    /// What could travel and does not.
    let others: [LibraryTitle]
    let open: [KitBooking]
    let incomplete: [Copy.ID: [KitCheck.Missing]]
    /// Of this school year, as teachers said.
    let sum: (notes: Int, times: Int, pupils: Int)

    /// What is to be made ready or handed out by a day, what is due, and what is late: the most urgent first.
    func due(by day: Day) -> [KitBooking] {
        open.filter { $0.state == .out ? $0.due <= day : $0.window.lowerBound <= day }.sorted { turn($0) < turn($1) }
    }

    private func turn(_ booking: KitBooking) -> Day { booking.state == .out ? booking.due : booking.route.leaves }
}

/// One booking with all that belongs to it.
package struct KitFolder: Sendable {
    package let booking: KitBooking
    package let title: LibraryTitle
    package let copy: Copy
    package let borrower: Borrower?
    /// What there ought to be, with what is thought to be there: as it was last counted.
    package let parts: [KitCheck.Line]
    package let checks: [KitCheck.Kind: KitCheck]
    package let notes: [KitNote]
    /// Who wrote them.
    package let names: [KitNote.ID: String]

    /// What there ought to be.
    package var expected: [KitCheck.Line] { checks[.out]?.lines ?? parts }
}
