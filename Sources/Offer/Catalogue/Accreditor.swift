package import Kernel
package import Languages
package import Centres
import Storage

/// Whoever approves programmes and publishes them in a catalogue: ЗУОВ, the national academy, the Lithuanian agency, or a centre itself.
package struct Accreditor: Sendable, Hashable {
    package typealias ID = Kernel.ID<Accreditor>

    package let id: ID
    /// As people say it: ЗУОВ.
    package let code: String
    package let name: String
    package let country: Country

    init(row: Row) throws {
        id = try row["accreditor"]
        code = try row["accreditor_code"]
        name = try row["accreditor_name"]
        country = try row["country"]
    }

    static let columns: SQL = "a.id AS accreditor, a.code AS accreditor_code, a.name AS accreditor_name, a.country"

    /// The language that a text of this accreditor's catalogue is written in, judged by its letters.
    package func language(of text: String) -> Language {
        switch country {
        case .serbia: Script.of(text) == .latin ? .srLatn : .sr
        case .lithuania: .lt
        }
    }
}

/// What staff type about an accreditor.
package struct AccreditorDraft: Sendable, Hashable {
    package var code: String
    package var name: String
    package var country: Country

    package init(code: String, name: String, country: Country) {
        self.code = code
        self.name = name
        self.country = country
    }
}
