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
    package let rules: AccreditorRules

    init(row: Row) throws {
        id = try row["accreditor"]
        code = try row["accreditor_code"]
        name = try row["accreditor_name"]
        country = try row["country"]
        rules = try AccreditorRules(row: row)
    }

    static let columns: SQL = "a.id AS accreditor, a.code AS accreditor_code, a.name AS accreditor_name, a.country, \(AccreditorRules.columns)"

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
    package var rules: AccreditorRules

    package init(code: String, name: String, country: Country, rules: AccreditorRules = AccreditorRules()) {
        self.code = code
        self.name = name
        self.country = country
        self.rules = rules
    }
}
