import Foundation
import Languages
import Sheets

/// A statement of the Treasury, as XML or as JSON: the same names in both, sums beside the lines, which come in no promised order.
enum TreasuryStatement {
    static func isOne(_ root: XMLPart) -> Bool { root.deep("RacunIzvoda") != nil }

    static func read(_ root: XMLPart) throws(StatementProblem) -> BroughtStatement {
        guard isOne(root) else { throw .unknown }
        func text(_ name: String) -> String { root.deep(name)?.text ?? "" }
        let said = text("DatumIzvoda"), account = StatementAccount.normal(text("RacunIzvoda"))
        guard let day = StatementValues.day(said) else { throw .day(said, line: 1) }
        guard let currency = StatementValues.currency(text("Valuta")) else { throw .currency(text("Valuta")) }
        var statement = BroughtStatement(
            account: account, number: StatementValues.line(text("BrojIzvoda"), .number), day: day, currency: currency,
            opening: StatementValues.money(text("PrethodniSaldo"), currency), closing: StatementValues.money(text("Saldo"), currency))
        for (place, line) in root.having("RacunZaduzenja").enumerated() { statement.lines.append(try read(line, place + 1, in: statement)) }
        return statement
    }

    private static func read(_ line: XMLPart, _ number: Int, in statement: BroughtStatement) throws(StatementProblem) -> BroughtStatement.Line {
        func text(_ name: String, _ limit: TextLimit = .number) -> String { StatementValues.line(line.own(name)?.text ?? "", limit) }
        let from = StatementAccount.normal(text("RacunZaduzenja")), to = StatementAccount.normal(text("RacunOdobrenja"))
        // The account tells which way the money went; where it stands on neither side, the source of the line does: 1 went out.
        let isOut = from == statement.account ? true : to == statement.account ? false : text("IzvorInformacije").hasPrefix("1")
        guard let minor = StatementValues.minor(text("Iznos")), let amount = Money(minor: isOut ? -minor : minor, statement.currency) else {
            throw .amount(text("Iznos"), line: number)
        }
        let debit = BroughtReference(model: text("ModelPozivaZaduzenja"), number: text("PozivZaduzenja"))
        let credit = BroughtReference(model: text("ModelPozivaOdobrenja"), number: text("PozivOdobrenja"))
        let side = isOut ? "Odobrenja" : "Zaduzenja", (name, place) = (text("Naziv" + side, .line), text("Mesto" + side, .line))
        return BroughtStatement.Line(
            day: statement.day, name: StatementValues.line(place.isEmpty || name.isEmpty ? name : "\(name), \(place)"), account: isOut ? to : from,
            reference: isOut ? debit : credit, other: isOut ? credit : debit, purpose: text("SvrhaDoznake", .sentence), amount: amount,
            bankReference: text("PodatakZaReklamaciju"), isReversal: minor < 0)
    }
}

extension XMLPart {
    /// A part by its name, in capitals or not: JSON begins its names with small letters.
    fileprivate func own(_ name: String) -> XMLPart? { parts.first { $0.name.lowercased() == name.lowercased() } }

    /// The first part of that name, however deep, that stands in no line of the statement.
    fileprivate func deep(_ name: String) -> XMLPart? {
        if let own = own(name) { return own }
        for part in parts where part.own("RacunZaduzenja") == nil { if let found = part.deep(name) { return found } }
        return nil
    }

    /// All parts, however deep, that have a part of that name.
    fileprivate func having(_ name: String) -> [XMLPart] { own(name) != nil ? [self] : parts.flatMap { $0.having(name) } }

    /// A document of JSON as a tree of names: a list becomes parts of one name. Numbers stay digits, as they were written.
    init?(json text: String) {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) else { return nil }
        self = value.part("root")
    }
}

/// What a document of JSON may hold. Its numbers are decimal ones.
private enum JSONValue: Decodable {
    case text(String)
    case number(Decimal)
    case truth(Bool)
    case list([JSONValue])
    case fields([String: JSONValue])
    case nothing

    init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: Key.self) {
            self = .fields(try container.allKeys.reduce(into: [:]) { $0[$1.stringValue] = try container.decode(JSONValue.self, forKey: $1) })
            return
        }
        if var container = try? decoder.unkeyedContainer() {
            var list: [JSONValue] = []
            while !container.isAtEnd { list.append(try container.decode(JSONValue.self)) }
            self = .list(list)
            return
        }
        let container = try decoder.singleValueContainer()
        if container.decodeNil() { self = .nothing; return }
        if let text = try? container.decode(String.self) { self = .text(text); return }
        if let truth = try? container.decode(Bool.self) { self = .truth(truth); return }
        self = .number(try container.decode(Decimal.self))
    }

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    func part(_ name: String) -> XMLPart {
        switch self {
        case .text(let text): XMLPart(name, text: text)
        case .number(let number): XMLPart(name, text: number.description)
        case .truth(let truth): XMLPart(name, text: truth ? "true" : "false")
        case .nothing: XMLPart(name)
        case .list(let list): XMLPart(name, parts: list.map { $0.part(name) })
        case .fields(let fields): XMLPart(name, parts: fields.sorted { $0.key < $1.key }.map { $1.part($0) })
        }
    }
}
