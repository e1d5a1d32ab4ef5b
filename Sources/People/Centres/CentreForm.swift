import Forms
import Kernel
import Languages
import Mail

/// What was typed on the settings page, and the other way round.
extension CentreDetails {
    /// Host and zone are read from an administrator only.
    init(_ typed: Typed, of centre: Centre, by actor: Actor) throws {
        func text(_ name: String) -> String? { typed[name].isEmpty ? nil : typed[name] }
        func number(_ name: String) -> Int { typed.number(name, in: 0...1_000) ?? -1 }
        self.init(of: centre)
        name = typed["name"]
        nameInLithuanian = text("name_lt")
        nameInEnglish = text("name_en")
        street = typed["street"]
        phone = typed["phone"]
        email = Address.kept(typed["email"])
        language = Language(rawValue: typed["language"]) ?? centre.language
        municipality = Municipality.ID(typed["municipality"])
        asks = DetailsAsked(
            phone: .init(rawValue: typed["phone_asked"]) ?? centre.asks.phone, job: .init(rawValue: typed["job_asked"]) ?? centre.asks.job)
        rules = SeatRules(
            offerHours: number("offer_hours"), cutoffDays: number("cutoff_days"), deadlineDays: number("deadline_days"), decisionDays: number("decision_days"),
            undoHours: number("undo_hours"), namesDays: number("names_days"), approvalDays: number("approval_days"))
        if actor.isAdministrator {
            host = text("host")?.lowercased()
            zone = Zone(typed["zone"]) ?? centre.zone
        }
        var faults = Faults()
        check(&faults)
        try faults.check()
    }

    var typed: Typed {
        let texts = [
            ("name", name), ("name_lt", nameInLithuanian ?? ""), ("name_en", nameInEnglish ?? ""), ("host", host ?? ""), ("zone", zone.identifier),
            ("language", language.rawValue), ("municipality", municipality?.description ?? ""), ("street", street), ("phone", phone), ("email", email),
            ("phone_asked", asks.phone.rawValue), ("job_asked", asks.job.rawValue),
        ] + SeatRules.limits.map { ($0.field, String(rules[keyPath: $0.rule])) }
        return Typed(texts.map { (name: $0.0, value: $0.1) })
    }
}

/// What was typed to found a centre.
struct CentreFounding {
    let name: String
    let country: Country
    let host: String
    let email: String

    init(_ typed: Typed) throws {
        (name, host) = (typed["name"], typed["host"].lowercased())
        let country = Country(rawValue: typed["country"])
        var faults = Faults()
        faults.require(!name.isEmpty, "name", T.common.errorMissing)
        faults.limit(name, "name")
        email = faults.address(typed["email"], "email")?.text ?? ""
        faults.limit(email, "email")
        faults.require(CentreDetails.isHost(host), "host", T.centres.wrongHost)
        faults.require(country != nil, "country", T.common.errorChoose)
        try faults.check()
        self.country = country ?? .serbia
    }
}
