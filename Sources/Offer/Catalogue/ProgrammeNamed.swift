import Foundation
package import Kernel
package import Languages
package import Storage

extension Programme {
    /// Somebody as the catalogue names them, tied to a person when that person is known here.
    package struct Named: Sendable, Hashable {
        package let name: String
        /// Occupation and title, as the catalogue has them.
        package let occupation: String
        /// How to reach whom to ask: telephone, address.
        package let reach: String
        package let person: Kernel.ID<PersonTag>?
        /// Whose people tied it to the person.
        package let centre: Kernel.ID<CentreTag>?

        package enum Part: String, CaseIterable, Sendable, Storable {
            case author, trainer, contact
        }

        package init(
            _ name: String, occupation: String = "", reach: String = "", person: Kernel.ID<PersonTag>? = nil, centre: Kernel.ID<CentreTag>? = nil
        ) {
            (self.name, self.occupation, self.reach, self.person, self.centre) = (name, occupation, reach, person, centre)
        }

        /// A line of a form or a file: *Ана Ђорђевић, професор*: what stands behind the first comma is the occupation.
        init(line: String) {
            let parts = line.split(separator: ",", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            self.init(parts.first ?? "", occupation: parts.count > 1 ? parts[1] : "")
        }

        init(row: Row) throws {
            self.init(try row["name"], occupation: try row["occupation"], reach: try row["reach"], person: try row["person"], centre: try row["centre"])
        }

        /// As a line has it.
        package var written: String { occupation.isEmpty ? name : "\(name), \(occupation)" }

        /// The same, tied as it was before to whoever has that name.
        func tied(like before: [Named]) -> Named {
            guard let known = before.first(where: { $0.name == name && $0.person != nil }) else { return self }
            return Named(name, occupation: occupation, reach: reach, person: known.person, centre: known.centre)
        }
    }
}

/// Where a programme stood in a catalogue that nobody keeps here, and how often it was held there.
package struct EarlierNumber: Sendable, Hashable, Codable {
    package let cycle: String
    package let number: String
    /// Nil when nobody knows.
    package let held: Int?

    init(row: Row) throws { (cycle, number, held) = (try row["cycle"], try row["number"], try row["held"]) }

    private init(_ cycle: String, _ number: String, _ held: Int?) { (self.cycle, self.number, self.held) = (cycle, number, held) }

    /// As it is typed: *2018–2021; 245; 3*.
    var written: String { [cycle, number, held.map { "\($0)" }].compactMap(\.self).joined(separator: "; ") }

    private static let mostHeld = 10_000

    /// - Parameter wrong: called with each line that cannot be read.
    package static func read(_ text: String, wrong: (String) -> Void) -> [EarlierNumber] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            let parts = line.split(separator: ";", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
            let held = parts.count > 2 ? Int(typed: parts[2], in: 0...mostHeld) : nil
            guard (2...3).contains(parts.count), !parts[1].isEmpty, parts.count == 2 || parts[2].isEmpty || held != nil else {
                if !line.allSatisfy(\.isWhitespace) { wrong(String(line)) }
                return nil
            }
            return EarlierNumber(parts[0], parts[1], held)
        }
    }
}
