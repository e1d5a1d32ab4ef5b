package import Centres
package import Kernel
import Languages
import Storage

/// What a centre's papers say of it, and their rules, as rows.
package enum IssuerStore {
    package static func sight(of centre: Centre.ID, in act: Act) throws -> IssuerSight {
        let own = try CentreStore.centre(centre, in: act), written = try issuer(of: centre, in: act)
        return IssuerSight(
            country: own.country, issuer: written ?? Issuer(of: own), isWritten: written != nil, taxes: try taxes(of: centre, in: act),
            silences: try silences(of: centre, in: act))
    }

    package static func issuer(of centre: Centre.ID, in act: Act) throws -> Issuer? {
        try act.db.row("SELECT * FROM issuer WHERE centre = \(centre)").map(Issuer.init(row:))
    }

    package static func set(_ issuer: Issuer, of centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        let before = try self.issuer(of: centre, in: act), side = issuer.side
        try act.db.run("""
            INSERT INTO issuer (centre, name, street, postcode, place, email, phone, pib, company_number, jbkjs, vat_number, account, bank, signer)
            VALUES (\(centre), \(side.name), \(side.street), \(side.postcode), \(side.place), \(side.email), \(side.phone), \(side.pib), \(side.companyNumber),
                \(side.jbkjs), \(side.vatNumber), \(issuer.account), \(issuer.bank), \(issuer.signer))
            ON CONFLICT (centre) DO UPDATE SET name = excluded.name, street = excluded.street, postcode = excluded.postcode, place = excluded.place,
                email = excluded.email, phone = excluded.phone, pib = excluded.pib, company_number = excluded.company_number, jbkjs = excluded.jbkjs,
                vat_number = excluded.vat_number, account = excluded.account, bank = excluded.bank, signer = excluded.signer
            """)
        func change(_ field: String, _ value: (Issuer) -> String) -> Change { Change(field, from: before.map(value) ?? "", to: value(issuer)) }
        try act.record(T.invoices.issuerDeed, .centre(centre), centre: centre, changes: [
            change("name", \.side.name), change("pib", \.side.pib), change("company_number", \.side.companyNumber), change("vat_number", \.side.vatNumber),
            change("account", \.account), change("signer", \.signer),
        ])
    }

    // MARK: Rules from a day on

    package static func taxes(of centre: Centre.ID, in act: Act) throws -> [VATRule] {
        try act.db.rows("SELECT * FROM vat_rule WHERE centre = \(centre) ORDER BY starts DESC LIMIT 100").map(VATRule.init(row:))
    }

    /// How the centre stands to the tax from a day on; what was decided for the same day takes its place. Papers that were issued keep what held.
    package static func set(_ rule: VATRule, of centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        try act.db.run("""
            INSERT INTO vat_rule (centre, starts, status, percent, category, code, article)
            VALUES (\(centre), \(rule.starts), \(rule.status), \(rule.percent), \(rule.category), \(rule.code), \(rule.article))
            ON CONFLICT (centre, starts) DO UPDATE SET status = excluded.status, percent = excluded.percent, category = excluded.category, code = excluded.code,
                article = excluded.article
            """)
        try act.record(T.invoices.taxDeed, .centre(centre), centre: centre, changes: [
            Change("starts", from: "", to: rule.starts.iso), Change("status", from: "", to: rule.status.rawValue), Change("percent", from: "",
                to: "\(rule.percent)"),
            Change("article", from: "", to: rule.article),
        ])
    }

    /// What was written down, and where nothing was, what the country has.
    package static func silences(of centre: Centre.ID, in act: Act) throws -> [SilenceRule] {
        let own = try act.db.rows("SELECT * FROM silence_rule WHERE centre = \(centre) ORDER BY starts DESC, buyer LIMIT 100").map(SilenceRule.init(row:))
        guard own.isEmpty, let start = Day(year: 2022, month: 5, day: 1) else { return own }
        let office = try CentreStore.centre(centre, in: act)
        return SilenceRule.usual(in: office.country, from: start, try act.texts(office.language, of: office))
    }

    /// The first rule that a centre writes leaves the usual ones standing beside it.
    package static func set(_ rule: SilenceRule, of centre: Centre.ID, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        for one in try silences(of: centre, in: act) + [rule] {
            try act.db.run("""
                INSERT INTO silence_rule (centre, buyer, starts, days, more_days, taken, article)
                VALUES (\(centre), \(one.buyer), \(one.starts), \(one.days), \(one.moreDays), \(one.isTaken), \(one.article))
                ON CONFLICT (centre, buyer, starts) DO UPDATE SET days = excluded.days, more_days = excluded.more_days, taken = excluded.taken,
                    article = excluded.article
                """)
        }
        try act.record(T.invoices.silenceDeed, .centre(centre), centre: centre, changes: [
            Change("starts", from: "", to: rule.starts.iso), Change("buyer", from: "", to: rule.buyer.rawValue), Change("days", from: "", to: "\(rule.days)"),
            Change("more_days", from: "", to: "\(rule.moreDays)"), Change("taken", from: "", to: "\(rule.isTaken)"), Change("article", from: "",
                to: rule.article),
        ])
    }
}

extension Issuer {
    init(row: Row) throws {
        var side = InvoicePaper.Side(.centre, name: try row["name"])
        (side.street, side.postcode, side.place) = (try row["street"], try row["postcode"], try row["place"])
        (side.email, side.phone, side.pib, side.companyNumber) = (try row["email"], try row["phone"], try row["pib"], try row["company_number"])
        (side.jbkjs, side.vatNumber) = (try row["jbkjs"], try row["vat_number"])
        self.init(side, account: try row["account"], bank: try row["bank"], signer: try row["signer"])
    }
}

extension VATRule {
    init(row: Row) throws {
        self.init(
            try row["status"], percent: try row["percent"], category: try row["category"], code: try row["code"], article: try row["article"], from: try row["starts"])
    }
}

extension SilenceRule {
    init(row: Row) throws {
        self.init(
            try row["buyer"], days: try row["days"], moreDays: try row["more_days"], isTaken: try row["taken"], article: try row["article"], from: try row["starts"])
    }
}
