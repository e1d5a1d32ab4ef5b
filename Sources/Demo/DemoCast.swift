import Accounts
import Catalogue
import Foundation
package import Kernel
import Languages

/// The people of the demonstration whose places one can take.
package struct DemoCast: Sendable, Encodable {
    package let name: String
    package let role: String
    package let email: String
    package let link: String
    let person: Person.ID

    private enum CodingKeys: String, CodingKey { case name, role, email, link }

    private static let people: [(email: String, role: String)] = [
        ("ana", "teacher"), ("branko", "teacher"), ("vesna", "coordinator"), ("dragana", "director"), ("milena", "school"),
        ("ruta", "teacher"), ("nastavnik9", "trainer"), ("goran", "nobody"), ("admin", "administrator"),
    ]

    /// - Parameter address: under which the site is reached.
    package static func all(in act: Act, address: String) throws -> [DemoCast] {
        guard try Setting.demonstration.value(in: act.db) != nil else { return [] }
        return try people.compactMap { email, role in
            guard let person = try PersonStore.person(email: "\(email)@bistrik.example", in: act) else { return nil }
            return DemoCast(
                name: person.name.full, role: role, email: person.email ?? "", link: "\(address)/\(person.language.rawValue)/demo/\(person.id)", person: person.id)
        }
    }

    /// As `zbornica demo --cast` prints it.
    package static func json(_ cast: [DemoCast]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(cast), as: UTF8.self)
    }
}
