import Forms
package import Kernel
package import Languages
import Mail
package import Storage

/// An institution of education whose people a centre serves: school, preschool, music school, dormitory.
package struct School: Sendable {
    package typealias ID = Kernel.ID<SchoolTag>

    package let id: ID
    package let key: SchoolKey
    package let details: SchoolDetails
    package let isClosed: Bool
    package let municipality: String
    package let district: String
    package let seat: Coordinates?
    /// The centre whose territory holds it; nil when none does.
    package let holder: Centre.ID?

    package init(row: Row) throws {
        id = try row["id"]
        key = SchoolKey(source: try row["source"], number: try row["source_id"])
        details = try SchoolDetails(row: row)
        isClosed = try row["closed"]
        municipality = try row["municipality_name"]
        district = try row["district"]
        seat = try Coordinates(latitude: row["latitude"], longitude: row["longitude"])
        holder = try row["holder"]
    }

    package var name: String { details.name }
    package var kind: Kind { details.kind }

    package func name(in language: Language) -> String { language.writes(details.name) }

    /// The place, and the municipality where the place alone does not tell it: Крњево (Велика Плана).
    package func place(in language: Language) -> String {
        let place = language.writes(details.place), municipality = language.writes(municipality)
        if place.isEmpty || place == municipality { return municipality }
        return place.hasSuffix(")") ? place : "\(place) (\(municipality))"
    }

    /// Schools of one name are told apart by place and street.
    package func label(in language: Language) -> String {
        [name(in: language), place(in: language), language.writes(details.address)].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    package func isChanged(by actor: Actor) -> Bool { actor.looksAfter(placesOf: holder) }
}

/// A school's name in the list it came from: the list, and the number there.
package struct SchoolKey: Sendable, Hashable, Codable {
    /// What the state's register is called here, and what was typed at the desk.
    package static let register = "register", own = "own"

    package let source: String
    package let number: String

    package init(source: String, number: String) {
        self.source = source
        self.number = number
    }
}

/// What is known of a school and may be changed, by hand or by a new list.
package struct SchoolDetails: Sendable, Hashable, Codable {
    package var name: String
    package var kind: School.Kind
    package var municipality: Municipality.ID
    package var place = ""
    package var address = ""
    package var email = ""
    package var phone = ""
    package var website = ""
    package var pib = ""
    package var companyNumber = ""
    package var jbkjs = ""

    package init(name: String, kind: School.Kind, municipality: Municipality.ID) {
        self.name = name
        self.kind = kind
        self.municipality = municipality
    }

    init(row: Row) throws {
        name = try row["name"]
        kind = try row["kind"]
        municipality = try row["municipality"]
        place = try row["place"]
        address = try row["address"]
        email = try row["email"]
        phone = try row["phone"]
        website = try row["website"]
        pib = try row["pib"]
        companyNumber = try row["company_number"]
        jbkjs = try row["jbkjs"]
    }

    /// Texts by the name of their column, in the order in which they are shown.
    var texts: [(column: String, value: String)] {
        [("name", name), ("place", place), ("address", address), ("email", email), ("phone", phone), ("website", website),
         ("pib", pib), ("company_number", companyNumber), ("jbkjs", jbkjs)]
    }

    /// What cannot be taken: the same through the form and through a file.
    func check(_ faults: inout Faults) {
        faults.require(!name.isEmpty, "name", T.common.errorMissing)
        for (column, value) in texts { faults.limit(value, column) }
        if !email.isEmpty { _ = faults.address(email, "email") }
        if !pib.isEmpty, !TaxNumber.isSound(pib) { faults.add("pib", T.centres.wrongPib) }
        if !jbkjs.isEmpty, !BudgetNumber.isSound(jbkjs) { faults.add("jbkjs", T.centres.wrongJbkjs) }
    }

    /// What is taken but looks wrong.
    var doubts: [Phrase] {
        var doubts: [Phrase] = []
        for word in MixedAlphabet.words(in: name) { doubts.append(T.centres.mixedAlphabet(word: .text(word))) }
        if !companyNumber.isEmpty, !CompanyNumber.isSound(companyNumber) { doubts.append(T.centres.doubtfulCompanyNumber(number: .text(companyNumber))) }
        return doubts
    }
}
