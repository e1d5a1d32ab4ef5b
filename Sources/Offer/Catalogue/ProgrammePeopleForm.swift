import Accounts
import Forms
import Kernel
import Languages

extension ProgrammeEntryName {
    /// - Returns: nil when the address or form names nobody.
    init?(_ typed: Typed) {
        guard let part = Programme.Named.Part(rawValue: typed["part"]), !typed["name"].isEmpty else { return nil }
        self.init(part: part, name: typed["name"])
    }

    var hidden: [(String, String)] { [("part", part.rawValue), ("name", name)] }
}

/// Somebody who is written down because a programme names them, and is not known yet.
struct TrainerForm: Sendable {
    private(set) var person: WrittenDown
    let part: Programme.Named.Part
    /// As the catalogue names them; nil for somebody who is put on the list.
    let name: String?
    let occupation: String

    init(_ typed: Typed) throws {
        var faults = Faults()
        let name = PersonName(typed, &faults)
        let email = try typed["email"].isEmpty ? nil : faults.gather { try EmailAddress(typed) }
        if !typed["phone"].isEmpty { faults.phone(typed["phone"]) }
        faults.limit(typed["occupation"], "occupation")
        (part, occupation) = (Programme.Named.Part(rawValue: typed["part"]) ?? .trainer, typed["occupation"])
        self.name = typed["name"].isEmpty ? nil : typed["name"]
        person = WrittenDown(name, email: email, phone: typed["phone"], school: nil)
        try faults.check()
    }

    func meaning(_ person: MeantPerson, among doubles: [LikelyDouble]) throws -> TrainerForm {
        var form = self
        form.person = try self.person.meaning(person, among: doubles)
        return form
    }
}
