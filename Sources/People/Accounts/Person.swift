package import Kernel
package import Languages
package import Mail
package import Storage

/// Somebody the centres know: teacher, trainer, colleague. Not everybody has an account in use, everybody has a name.
package struct Person: Sendable {
    package typealias ID = Kernel.ID<PersonTag>

    package let id: ID
    package let name: PersonName
    /// The same name in the other Serbian script, only as the person confirmed it.
    package let otherScript: PersonName?
    package let email: String?
    /// When the address was proved to be this person's.
    package let verified: Instant?
    /// Came unasked and has not yet proved the address.
    package let isNewcomer: Bool
    package let phone: String
    /// The language and script that letters to this person are written in.
    package let language: Language
    package let occupation: String
    /// So many letters an occupation may have.
    package static let longestOccupation = TextLimit.label.rawValue
    /// The same of a telephone number.
    package static let longestPhone = TextLimit.number.rawValue
    /// Whether papers come as files of a letter when they are signed.
    package let wantsPapers: Bool

    /// The name as letters may say it: none before the address is proved, for until then anybody may have typed both.
    package var provedName: String? { verified == nil ? nil : name.full }

    package init(row: Row) throws {
        id = try row["id"]
        name = PersonName(given: try row["given_name"], family: try row["family_name"])
        let given: String? = try row["other_script_given"], family: String? = try row["other_script_family"]
        otherScript = if let given, let family { PersonName(given: given, family: family) } else { nil }
        email = try row["email"]
        verified = try row["verified"]
        isNewcomer = try row["newcomer"]
        phone = try row["phone"]
        language = try row["language"]
        occupation = try row["occupation"]
        wantsPapers = try row["wants_papers"]
    }
}

/// A name as its bearer writes it. Never converted, never inflected.
package struct PersonName: Sendable, Hashable, Codable {
    package let given: String
    package let family: String

    package init(given: String, family: String) {
        self.given = given
        self.family = family
    }

    /// Ана Петровић
    package var full: String { given.isEmpty || family.isEmpty ? given + family : "\(given) \(family)" }
    /// Петровић Ана, as lists have it.
    package var listed: String { given.isEmpty || family.isEmpty ? given + family : "\(family) \(given)" }

    /// Whether something to go to or to write to stands in it: a name travels in letters, and must carry nothing of the kind.
    ///
    /// Read by hand: lists ask it of a hundred thousand names, and a pattern is made anew each time.
    package var holdsAddress: Bool {
        let bytes = Array(full.utf8)
        func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
        func isHost(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") }
        for (place, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "\\"): return true
            // Two letters of a host before, two of its ending behind.
            case UInt8(ascii: "."):
                let isParted = place > 1 && place + 2 < bytes.count
                if isParted, bytes[(place - 2)..<place].allSatisfy(isHost), bytes[(place + 1)...(place + 2)].allSatisfy(isLetter) { return true }
            default: continue
            }
        }
        return bytes.contains { $0 | 0x20 == UInt8(ascii: "w") }
            && full.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { $0.lowercased() == "www" }
    }

    /// What a list is sorted by.
    package func sortKey(_ alphabet: Alphabet) -> [UInt8] { SortKey.make(listed, alphabet: alphabet) }

    /// The name in the other Serbian script, for its bearer to confirm or correct; nil when it is in no one script.
    package var proposal: PersonName? {
        switch Script.of(full) {
        case .cyrillic: PersonName(given: Script.latin(fromCyrillic: given), family: Script.latin(fromCyrillic: family))
        case .latin: PersonName(given: Script.proposeCyrillic(fromLatin: given), family: Script.proposeCyrillic(fromLatin: family))
        case .mixed, .none: nil
        }
    }
}

/// An address as it is kept and compared: in small letters.
package struct EmailAddress: Sendable, Hashable {
    package let text: String

    /// nil when mail could not be sent there.
    package init?(_ typed: String) {
        guard let email = try? EmailAddress(reading: typed) else { return nil }
        self = email
    }

    /// - Throws: why mail could not be sent there.
    package init(reading typed: String) throws(AddressFault) {
        let address = try Address(typed: WrittenText.line(typed)).text.lowercased()
        guard address.utf8.count <= Self.most else { throw .tooLong }
        text = address
    }

    /// So many letters an address may have.
    package static let most = 200
}
