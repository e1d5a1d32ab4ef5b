package import Forms
package import Kernel
package import Languages
import Mail
package import Storage

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
    /// Where it stands; distances are measured from there.
    package let municipality: Municipality.ID?
    /// The whole address in one line.
    package let street: String
    package let phone: String
    package let email: String
    package let asks: DetailsAsked
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
        municipality = try row["municipality"]
        street = try row["street"]
        phone = try row["phone"]
        email = try row["email"]
        asks = DetailsAsked(phone: try row["phone_asked"], job: try row["job_asked"])
        rules = SeatRules(
            offerHours: try row["offer_hours"], cutoffDays: try row["cutoff_days"],
            deadlineDays: try row["deadline_days"], decisionDays: try row["decision_days"], undoHours: try row["undo_hours"],
            namesDays: try row["names_days"], approvalDays: try row["approval_days"])
    }

    /// Where one finds a hall: at its own address, or in the centre's house where it has none.
    package func address(ofHall own: String?) -> String { own.flatMap { $0.isEmpty ? nil : $0 } ?? street }

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

package enum Country: String, CaseIterable, Sendable, Codable, Storable {
    case serbia = "RS"
    case lithuania = "LT"

    package var phrase: Phrase {
        switch self {
        case .serbia: T.centres.serbia
        case .lithuania: T.centres.lithuania
        }
    }

    var zone: Zone { Zone(self == .serbia ? "Europe/Belgrade" : "Europe/Vilnius") ?? .utc }
    var language: Language { self == .serbia ? .sr : .lt }
    package var currency: Currency { self == .serbia ? .rsd : .eur }
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
    /// For so many hours it can be taken back that an event was held or closed; none, and it is certain at once.
    package let undoHours: Int
    /// So many days before the start all seats of a school's group have a name, or lapse.
    package let namesDays: Int
    /// So many working days a school's group waits for the approval of its head.
    package let approvalDays: Int

    package init(
        offerHours: Int = 48, cutoffDays: Int = 3, deadlineDays: Int = 15, decisionDays: Int = 7, undoHours: Int = 24, namesDays: Int = 7, approvalDays: Int = 3
    ) {
        (self.namesDays, self.approvalDays) = (namesDays, approvalDays)
        self.offerHours = offerHours
        self.cutoffDays = cutoffDays
        self.deadlineDays = deadlineDays
        self.decisionDays = decisionDays
        self.undoHours = undoHours
    }
}

/// What a centre asks of whoever applies, beside name and address; data, because each centre decides it.
package struct DetailsAsked: Sendable, Hashable {
    package enum Asked: String, CaseIterable, Sendable, Storable { case no, may, must }

    package let phone: Asked
    package let job: Asked

    package init(phone: Asked = .may, job: Asked = .may) {
        self.phone = phone
        self.job = job
    }
}

/// What the settings page of a centre holds. Host and zone are the administrator's to change.
package struct CentreDetails: Sendable, Hashable {
    package var name: String
    package var nameInLithuanian: String?
    package var nameInEnglish: String?
    package var host: String?
    package var zone: Zone
    package var language: Language
    package var municipality: Municipality.ID?
    package var street: String
    package var phone: String
    package var email: String
    package var asks: DetailsAsked
    package var rules: SeatRules

    package init(of centre: Centre) {
        name = centre.name
        nameInLithuanian = centre.nameInLithuanian
        nameInEnglish = centre.nameInEnglish
        host = centre.host
        zone = centre.zone
        language = centre.language
        municipality = centre.municipality
        street = centre.street
        phone = centre.phone
        email = centre.email
        asks = centre.asks
        rules = centre.rules
    }

    func check(_ faults: inout Faults) {
        faults.require(!name.isEmpty, "name", T.common.errorMissing)
        let texts = [
            ("name", name), ("name_lt", nameInLithuanian ?? ""), ("name_en", nameInEnglish ?? ""), ("street", street), ("phone", phone), ("email", email),
        ]
        for (field, value) in texts {
            faults.limit(value, field)
        }
        _ = faults.address(email, "email")
        if let host { faults.require(Self.isHost(host), "host", T.centres.wrongHost) }
        for limit in SeatRules.limits {
            let (least, most) = (limit.range.lowerBound, limit.range.upperBound)
            faults.require(limit.range.contains(rules[keyPath: limit.rule]), limit.field, T.common.errorNumberBetween(least: .number(least), most: .number(most)))
        }
    }

    /// `csu.example.rs`, with a port at the most.
    static func isHost(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let labels = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        return parts.count <= 2 && (parts.count == 1 || Int(typed: parts[1], in: 1...65_535) != nil) && text.utf8.count <= 253
            && labels.allSatisfy { label in
                !label.isEmpty && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d }
            }
    }
}

extension SeatRules {
    /// What a form may set, and within which limits.
    static let limits: [(field: String, rule: any KeyPath<SeatRules, Int> & Sendable, range: ClosedRange<Int>)] = [
        ("offer_hours", \.offerHours, 1...336), ("cutoff_days", \.cutoffDays, 0...30),
        ("deadline_days", \.deadlineDays, 0...90), ("decision_days", \.decisionDays, 0...60), ("undo_hours", \.undoHours, 0...168),
        ("names_days", \.namesDays, 1...60), ("approval_days", \.approvalDays, 1...30),
    ]
}
