import Centres
import Claims
import Events
package import Imports
package import Kernel
package import Languages

/// A bank's table, whose columns somebody names: for banks that write none of the forms we know.
package struct StatementLineImport: Importable {
    package static let kind = ImportKind("statement-lines")
    package static var name: Phrase { T.statements.bringTable }
    package static let columns = [
        ImportColumn("day", T.statements.day, isRequired: true, form: .day, "datum", "datum knjiženja", "datum valute", "data",
            "operacijos data", "booking date", "date"),
        ImportColumn("amount", T.statements.amount, form: .number, "iznos", "suma", "sum"),
        ImportColumn("in", T.statements.columnIn, form: .number, "uplata", "uplate", "potražuje", "u korist", "priliv", "odobrenje", "kreditas", "įplaukos", "credit"),
        ImportColumn("out", T.statements.columnOut, form: .number, "isplata", "isplate", "duguje", "na teret", "odliv", "zaduženje", "debetas", "išlaidos", "debit"),
        ImportColumn("direction", T.statements.side, "d/k", "dk", "smer", "d k", "debit credit"),
        ImportColumn("currency", T.statements.currency, "valuta", "valiuta"),
        ImportColumn("name", T.statements.otherSide, "platilac", "nalogodavac", "naziv", "partner", "gavėjas", "mokėtojas", "gavėjas mokėtojas", "payer", "counterparty"),
        ImportColumn("account", T.statements.otherAccount, "račun", "račun platioca", "sąskaita", "mokėtojo sąskaita", "iban"),
        ImportColumn("reference", T.statements.reference, "poziv na broj", "poziv na broj odobrenja", "įmokos kodas", "įmokos nuoroda", "nuoroda"),
        ImportColumn("purpose", T.statements.purpose, "svrha", "svrha uplate", "opis", "paskirtis", "mokėjimo paskirtis", "paaiškinimai", "details"),
        ImportColumn("bankReference", T.statements.bankReference, "referenca", "broj za reklamaciju", "įrašo nr.", "dokumento nr.", "archyvo kodas"),
        ImportColumn("ownAccount", T.statements.account, "račun centra", "naš račun", "sąskaitos nr.", "account number"),
        EarlierCentre.column,
    ]

    private let centres: EarlierCentre
    private let known: [String: (id: StatementLine.ID, entry: TableLine)]
    /// The running number of each line among those that say the same.
    private var numbers: [Int: Int] = [:]

    package static func admits(_ actor: Actor) -> Bool { actor.grants.contains { [.coordinator, .director, .administrator].contains($0.role) } }

    package init(in act: Act) throws {
        centres = try EarlierCentre(in: act)
        known = try TableLineStore.known(at: centres.all.map(\.id), in: act)
    }

    package mutating func look(at list: ImportTable) {
        var counts: [TableLine: Int] = [:]
        for line in list.lines {
            var line = line
            guard let entry = read(&line) else { continue }
            counts[entry, default: 0] += 1
            numbers[line.number] = counts[entry]
        }
    }

    /// The line itself, as it is known ever after: the same table once more brings nothing new.
    package func key(of line: inout ImportLine) -> String? {
        guard let entry = read(&line), line.faults.isEmpty else { return nil }
        return entry.imprint(number: numbers[line.number] ?? 1)
    }

    package func standing(_ key: String) -> (id: StatementLine.ID, entry: TableLine)? {
        known[key]
    }

    package func entry(of line: inout ImportLine, over current: TableLine?) -> TableLine? { current ?? read(&line) }

    private func read(_ line: inout ImportLine) -> TableLine? {
        guard let centre = centres.centre(of: &line) else { return nil }
        let said = line["currency"]
        guard let currency = said.isEmpty ? centre.currency : StatementValues.currency(said) else {
            line.refuse("currency", T.statements.errorCurrency(currency: .text(said)))
            return nil
        }
        guard let day = StatementValues.day(line["day"]) else {
            line.refuse("day", T.common.errorDay(example: .text("1.10.2026.")))
            return nil
        }
        guard let minor = minor(&line), minor != 0, Money(minor: minor, currency) != nil else {
            if line.faults.isEmpty { line.refuse("amount", T.statements.errorNoAmount) }
            return nil
        }
        return TableLine(
            centre: centre.id.value, day: day.iso, minor: minor, currency: currency.rawValue, name: StatementValues.line(line["name"]),
            account: StatementAccount.normal(line["account"]), reference: StatementValues.line(line["reference"], .number),
            purpose: StatementValues.line(line["purpose"], .sentence), bankReference: StatementValues.line(line["bankReference"], .number),
            own: StatementAccount.normal(line["ownAccount"]))
    }

    /// What came in is above nothing: as the amount says it, or by the column in which it stands, or by the letter beside it.
    private func minor(_ line: inout ImportLine) -> Int? {
        func number(_ column: String) -> Int? {
            let text = line[column]
            guard !text.isEmpty else { return 0 }
            guard let minor = StatementValues.minor(text) else {
                line.refuse(column, T.statements.errorTableAmount(amount: .text(text)))
                return nil
            }
            return minor
        }
        guard let plus = number("in"), let minus = number("out"), let amount = number("amount") else { return nil }
        if plus != 0 || minus != 0 { return plus - abs(minus) }
        let word = Fold.tokens(line["direction"]).joined()
        return ["d", "debetas", "duguje", "debit", "teret", "nateret", "isplata"].contains(word) ? -abs(amount) : amount
    }

    package func title(of entry: TableLine) -> String { [entry.day, entry.name].filter { !$0.isEmpty }.joined(separator: " · ") }

    package func values(of entry: TableLine) -> [(column: String, value: Value)] {
        let money = entry.money
        return [
            ("day", Day(iso: entry.day).map { .day($0) } ?? .text(entry.day)), ("amount", .money(money)), ("name", .text(entry.name)),
            ("account", .text(StatementAccount.shown(entry.account))), ("reference", .text(entry.reference)), ("purpose", .text(entry.purpose)),
            ("bankReference", .text(entry.bankReference)), ("ownAccount", .text(StatementAccount.shown(entry.own))),
        ]
    }

    package func add(_ entry: TableLine, key: String, in act: Act) throws -> StatementLine.ID { try TableLineStore.add([(key, entry)], in: act)[0] }
    package func add(many rows: [(key: String, entry: TableLine)], in act: Act) throws -> [StatementLine.ID] {
        try TableLineStore.add(rows.map { ($0.key, $0.entry) }, in: act)
    }
    package func change(_ id: StatementLine.ID, to entry: TableLine, in act: Act) throws {}
    package func remove(_ id: StatementLine.ID, in act: Act) throws { try TableLineStore.remove(id, in: act) }
    package func entry(_ id: StatementLine.ID, in act: Act) throws -> TableLine? { try TableLineStore.entry(id, in: act) }
}

/// A line of a bank's table. What it says is its own key, so that the same table once more says nothing new.
package struct TableLine: Hashable, Codable, Sendable {
    let centre: Int64
    let day: String
    let minor: Int
    let currency: String
    let name: String
    let account: String
    let reference: String
    let purpose: String
    let bankReference: String
    let own: String

    var money: Money { Money(minor: minor, Currency(rawValue: currency) ?? .rsd) ?? .nothing(.rsd) }

    /// What tells the line from every other one.
    /// - Parameter number: its running number among those that say the same.
    func imprint(number: Int) -> String { line.imprint(of: own, number: number) }

    var line: BroughtStatement.Line {
        BroughtStatement.Line(
            day: Day(iso: day) ?? .zero, name: name, account: account, reference: BroughtReference(number: reference), purpose: purpose, amount: money,
            bankReference: bankReference)
    }
}
