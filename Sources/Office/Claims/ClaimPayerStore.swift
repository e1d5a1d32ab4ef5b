import Accounts
package import Centres
package import Kernel
import Languages
import Storage

/// Payers as rows.
package enum ClaimPayerStore {
    // MARK: Reads

    package static func payer(_ id: ClaimPayer.ID, at centre: Centre.ID, in act: Act) throws -> ClaimPayer {
        guard let payer = try payers("y.id = \(id) AND y.centre = \(centre)", in: act).first else { throw Problem.missing }
        return payer
    }

    /// By number, whatever the centre: for rooms above, which have looked already.
    package static func payers(_ ids: [ClaimPayer.ID], in act: Act) throws -> [ClaimPayer.ID: ClaimPayer] {
        guard !ids.isEmpty else { return [:] }
        return try Dictionary(uniqueKeysWithValues: payers("y.id IN \(list: ids)", in: act).map { ($0.id, $0) })
    }

    /// Those of a centre that are no people: among them somebody chooses who pays.
    package static func institutions(of centre: Centre.ID, in act: Act) throws -> [ClaimPayer] {
        try payers("y.centre = \(centre) AND y.kind <> 'person'", in: act).sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    private static let most = 2_000

    /// Names and addresses stand where they are kept; what was typed here goes before them.
    private static func payers(_ condition: SQL, in act: Act) throws -> [ClaimPayer] {
        try act.db.rows("""
            SELECT y.*, p.given_name, p.family_name, p.email AS person_email, s.name AS school_name, s.address AS school_address, s.place AS school_place,
                s.email AS school_email, s.pib AS school_pib, s.company_number AS school_company_number, s.jbkjs AS school_jbkjs, m.name AS municipality_name,
                t.name AS town
            FROM payer y LEFT JOIN person p ON p.id = y.person LEFT JOIN school s ON s.id = y.school LEFT JOIN municipality t ON t.id = s.municipality
                LEFT JOIN municipality m ON m.id = y.municipality
            WHERE \(condition) ORDER BY y.id LIMIT \(most)
            """).map(ClaimPayer.init(row:))
    }

    /// What a payer is called, in SQL: of a row `y` with `yp` its person, `ys` its school, `ym` its municipality.
    static let name: SQL = """
        CASE WHEN y.name <> '' THEN y.name WHEN yp.id IS NOT NULL THEN yp.given_name || ' ' || yp.family_name
            WHEN ys.id IS NOT NULL THEN ys.name WHEN ym.id IS NOT NULL THEN ym.name ELSE '' END
        """
    /// The tables that it needs.
    static let joins: SQL = """
        LEFT JOIN person yp ON yp.id = y.person LEFT JOIN school ys ON ys.id = y.school LEFT JOIN municipality ym ON ym.id = y.municipality
        """

    // MARK: Verbs

    /// The row of somebody who pays; made when it is first needed.
    package static func payer(for whose: ClaimPayer.Whose, at centre: Centre.ID, in act: Act) throws -> ClaimPayer.ID {
        let own: SQL, columns: SQL, values: SQL
        switch whose {
        case .person(let person):
            guard let person else { throw Problem.missing }
            (own, columns, values) = ("person = \(person)", "kind, person", "'person', \(person)")
        case .school(let school): (own, columns, values) = ("school = \(school)", "kind, school", "'school', \(school)")
        case .municipality(let town): (own, columns, values) = ("municipality = \(town)", "kind, municipality", "'municipality', \(town)")
        case .body: throw Problem.missing
        }
        func standing() throws -> ClaimPayer.ID? { try act.db.value("SELECT id FROM payer WHERE centre = \(centre) AND \(own) ORDER BY id LIMIT 1") }
        if let id = try standing() { return id }
        try act.db.run("INSERT INTO payer (centre, \(columns)) VALUES (\(centre), \(values)) ON CONFLICT DO NOTHING")
        guard let id = try standing() else { throw Problem.missing }
        return id
    }

    /// Another body that pays: neither a person nor a school.
    package static func add(_ details: ClaimPayerDetails, at centre: Centre.ID, in act: Act) throws -> ClaimPayer.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let id = ClaimPayer.ID(try act.db.insert("INSERT INTO payer (centre, kind, name) VALUES (\(centre), 'body', \(details.name)) RETURNING id"))
        try write(details, of: id, in: act)
        try act.record(T.claims.payerAddedDeed, .payer(id), centre: centre, changes: [Change("name", from: "", to: details.name)])
        return id
    }

    /// Changes what papers say of it.
    package static func edit(_ id: ClaimPayer.ID, to details: ClaimPayerDetails, at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let before = try payer(id, at: centre, in: act)
        guard before.whose != .body || !details.name.isEmpty else { throw Problem.invalid("name", T.common.errorMissing) }
        try write(details, of: id, in: act)
        try act.record(T.claims.payerChangedDeed, .payer(id), centre: centre, changes: [
            Change("name", from: before.own.name, to: details.name), Change("pib", from: before.own.pib, to: details.pib),
            Change("jbkjs", from: before.own.jbkjs, to: details.jbkjs), Change("account", from: before.own.account, to: details.account),
        ])
    }

    private static func write(_ details: ClaimPayerDetails, of id: ClaimPayer.ID, in act: Act) throws {
        try act.db.run("""
            UPDATE payer SET name = \(details.name), street = \(details.street), postcode = \(details.postcode), place = \(details.place), email = \(details.email),
                pib = \(details.pib), company_number = \(details.companyNumber), jbkjs = \(details.jbkjs), vat_number = \(details.vatNumber),
                contract_number = \(details.contractNumber), account = \(details.account), uses_crf = \(details.usesCRF) WHERE id = \(id)
            """)
    }
}

extension ClaimPayer {
    init(row: Row) throws {
        (id, centre) = (try row["id"], try row["centre"])
        let kind: Kind = try row["kind"], school: School.ID? = try row["school"], town: Municipality.ID? = try row["municipality"]
        var (own, other) = (ClaimPayerDetails(), ClaimPayerDetails())
        (own.name, own.street, own.postcode, own.place) = (try row["name"], try row["street"], try row["postcode"], try row["place"])
        (own.email, own.pib, own.companyNumber, own.jbkjs) = (try row["email"], try row["pib"], try row["company_number"], try row["jbkjs"])
        (own.vatNumber, own.contractNumber, own.account, own.usesCRF) =
            (try row["vat_number"], try row["contract_number"], try row["account"], try row["uses_crf"])
        func text(_ column: String) throws -> String { try row[column] as String? ?? "" }
        switch kind {
        case .person:
            whose = .person(try row["person"])
            other.name = PersonName(given: try text("given_name"), family: try text("family_name")).full
            other.email = try text("person_email")
        case .school:
            guard let school else { throw Problem.missing }
            whose = .school(school)
            (other.name, other.street, other.email) = (try text("school_name"), try text("school_address"), try text("school_email"))
            let place = try text("school_place")
            other.place = try place.isEmpty ? text("town") : place
            (other.pib, other.companyNumber, other.jbkjs) = (try text("school_pib"), try text("school_company_number"), try text("school_jbkjs"))
        case .municipality:
            guard let town else { throw Problem.missing }
            whose = .municipality(town)
            other.name = try text("municipality_name")
        case .body: whose = .body
        }
        (self.own, details) = (own, own.completed(by: other))
    }
}
