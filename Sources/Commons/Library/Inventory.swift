import Centres
import Kernel
import Languages

/// The inventory book of a centre while its next numbers are given: without gaps, each once.
package struct Inventory: Sendable, Hashable {
    let centre: Centre.ID
    /// The last number that was given.
    private(set) var last: Int

    init(of centre: Centre.ID, last: Int) { (self.centre, self.last) = (centre, last) }

    mutating func next() throws -> Int {
        guard last < LibraryCode.numberMost else { throw Problem.conflict(T.library.errorBookFull) }
        last += 1
        return last
    }

    /// The last number was given by mistake.
    mutating func giveBack() { last = max(0, last - 1) }

    /// What the barcode of a copy with that number says.
    func label(of number: Int) throws -> String {
        guard let code = LibraryCode(.copy, of: centre, number: number) else { throw Problem.conflict(T.library.errorBookFull) }
        return code.text
    }
}
