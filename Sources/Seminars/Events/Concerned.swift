/// Those whom an act on an event concerns: how many are written to, and who must be told otherwise, for there is no address to write to.
package struct Concerned: Sendable {
    package let letters: Int
    package let others: [Unwritten]

    package static let nobody = Concerned(letters: 0, others: [])

    package init(letters: Int, others: [Unwritten]) {
        self.letters = letters
        self.others = others
    }

    /// Both of them.
    package func and(_ more: Concerned) -> Concerned { Concerned(letters: letters + more.letters, others: others + more.others) }

    var isNobody: Bool { letters == 0 && others.isEmpty }

    /// Somebody without an address.
    package struct Unwritten: Sendable {
        package let name: String
        /// May be empty.
        package let phone: String

        package init(name: String, phone: String) {
            self.name = name
            self.phone = phone
        }
    }
}
