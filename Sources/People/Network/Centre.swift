package import Kernel
package import Languages
package import Storage
package import Web

/// A centre for the professional development of teachers: the tenant of an installation.
package struct Centre: Sendable {
    package typealias ID = Kernel.ID<CentreTag>

    package let id: ID
    package let country: Country
    package let name: String
    package let nameInLithuanian: String?
    package let nameInEnglish: String?
    /// The host that chooses this centre; nil while there is one centre only.
    package let host: String?
    package let zone: Zone
    package let language: Language
    package let currency: Currency
    package let street: String
    package let phone: String
    package let email: String
    package let rules: SeatRules

    package init(row: Row) throws {
        id = try row["id"]
        country = try row["country"]
        name = try row["name"]
        nameInLithuanian = try row["name_lt"]
        nameInEnglish = try row["name_en"]
        host = try row["host"]
        zone = try row["zone"]
        language = try row["language"]
        currency = try row["currency"]
        street = try row["street"]
        phone = try row["phone"]
        email = try row["email"]
        rules = SeatRules(
            offerHours: try row["offer_hours"], cutoffDays: try row["cutoff_days"],
            deadlineDays: try row["deadline_days"], decisionDays: try row["decision_days"])
    }

    /// The name as a page in that language shows it.
    package func name(in language: Language) -> String {
        switch language {
        case .sr: name
        case .srLatn: Script.latin(fromCyrillic: name)
        case .lt: nameInLithuanian ?? Script.latin(fromCyrillic: name)
        case .en: nameInEnglish ?? Script.latin(fromCyrillic: name)
        }
    }

    /// Scheme and host under which its pages and the links in its letters stand.
    /// - Parameter address: where the installation is reached, for a centre without a host of its own.
    package func origin(default address: String) -> String {
        guard let host else { return address }
        return (address.hasPrefix("https:") ? "https://" : "http://") + host
    }

    package func sign(default address: String) -> CentreSign {
        let names = Language.allCases.map { ($0, name(in: $0)) }
        return CentreSign(
            id: id, name: Dictionary(uniqueKeysWithValues: names), language: language, zone: zone,
            address: street.isEmpty ? [] : [street], phone: phone, email: email, origin: origin(default: address))
    }
}

package enum Country: String, CaseIterable, Sendable, Storable {
    case serbia = "RS"
    case lithuania = "LT"
}

/// How a centre hands out seats; data, because each centre decides it.
package struct SeatRules: Sendable, Hashable {
    /// How long an offered seat waits for an answer.
    package let offerHours: Int
    /// So many days before the start no seat is offered any more.
    package let cutoffDays: Int
    /// So many days before the start applications close, unless the event says otherwise.
    package let deadlineDays: Int
    /// So many days before the start a group that is too small is decided upon.
    package let decisionDays: Int

    package init(offerHours: Int = 48, cutoffDays: Int = 3, deadlineDays: Int = 15, decisionDays: Int = 7) {
        self.offerHours = offerHours
        self.cutoffDays = cutoffDays
        self.deadlineDays = deadlineDays
        self.decisionDays = decisionDays
    }
}

