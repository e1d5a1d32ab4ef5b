import Languages

/// A statement of Hal E-Bank: lines of 280 letters, each field in its place, or a line of names and fields between `#`. What was there before and what
/// is there now stands in a file of its own beside it, with the number of the statement.
enum HalcomStatement {
    static func isOne(_ text: String) -> Bool {
        guard let first = lines(text).first else { return false }
        return first.starts(with: Array("ST_RACUNA#".unicodeScalars)) || isLine(first)
    }

    static func read(_ text: String, recap: String?) throws(StatementProblem) -> [BroughtStatement] {
        let lines = lines(text)
        let read = lines.first.map { !isLine($0) } ?? false ? try delimited(lines) : try fixed(lines)
        guard var statement = read else { throw .empty }
        if let recap, let line = Self.lines(recap).first { try put(line, into: &statement) }
        return [statement]
    }

    private static func lines(_ text: String) -> [[Unicode.Scalar]] {
        text.split(whereSeparator: \.isNewline).map { Array($0.unicodeScalars) }.filter { line in line.contains { $0 != " " && $0 != "\u{1A}" } }
    }

    // MARK: Lines of 280

    private static let kinds: Set<String> = ["10", "20", "30", "40"]

    private static func isLine(_ line: [Unicode.Scalar]) -> Bool {
        line.count >= 105 && kinds.contains(field(line, 19, 2)) && StatementValues.day(field(line, 21, 8)) != nil
    }

    /// A field by its first place, from 1, and its length; a line whose blanks at the end were cut off is as good.
    private static func field(_ line: [Unicode.Scalar], _ first: Int, _ length: Int) -> String {
        guard first <= line.count else { return "" }
        return StatementValues.line(String(String.UnicodeScalarView(line[(first - 1)..<min(first - 1 + length, line.count)])))
    }

    private static func fixed(_ lines: [[Unicode.Scalar]]) throws(StatementProblem) -> BroughtStatement? {
        var statement: BroughtStatement?
        for (place, line) in lines.enumerated() {
            guard isLine(line) else { throw .damaged }
            guard let day = StatementValues.day(field(line, 21, 8)) else { throw .day(field(line, 21, 8), line: place + 1) }
            guard let amount = StatementValues.hundredths(field(line, 91, 15), .rsd) else { throw .amount(field(line, 91, 15), line: place + 1) }
            let account = StatementAccount.normal(field(line, 73, 18)), kind = field(line, 19, 2)
            if statement == nil { statement = BroughtStatement(account: account, number: "", day: day, currency: .rsd) }
            // 10 went out, 20 came in; 30 takes back what went out, 40 what came in.
            let isIn = kind == "20" || kind == "30", minor = isIn ? amount.minor : -amount.minor
            let debit = BroughtReference(model: field(line, 112, 2), number: field(line, 114, 22))
            let credit = BroughtReference(model: field(line, 136, 2), number: field(line, 138, 22))
            statement?.lines.append(BroughtStatement.Line(
                day: day, name: name(line), account: StatementAccount.normal(field(line, 1, 18)),
                reference: kind == "10" || kind == "30" ? debit : credit, other: kind == "10" || kind == "30" ? credit : debit, purpose: field(line, 160, 36),
                amount: Money(minor: minor, .rsd) ?? amount, bankReference: field(line, 241, 22), isReversal: kind == "30" || kind == "40" || field(line, 29, 2) == "S"))
            if let last = statement?.day, last < day { statement?.day = day }
        }
        return statement
    }

    /// The other side with its place.
    private static func name(_ line: [Unicode.Scalar]) -> String {
        let (name, place) = (field(line, 206, 35), field(line, 196, 10))
        return StatementValues.line(place.isEmpty || name.isEmpty ? name : "\(name), \(place)")
    }

    // MARK: Fields between #

    private static func delimited(_ lines: [[Unicode.Scalar]]) throws(StatementProblem) -> BroughtStatement? {
        let rows = lines.map { line in
            line.split(separator: "#", omittingEmptySubsequences: false).map { StatementValues.line(String(String.UnicodeScalarView($0))) }
        }
        guard let heads = rows.first else { return nil }
        var statement: BroughtStatement?
        for (place, row) in rows.dropFirst().enumerated() {
            func field(_ names: String...) -> String {
                for name in names { if let column = heads.firstIndex(of: name), column < row.count, !row[column].isEmpty { return row[column] } }
                return ""
            }
            let shown = field("DATUM_KNJ", "DATUM_OBD", "DATUM_VAL"), number = place + 2
            guard let day = StatementValues.day(shown) else { throw .day(shown, line: number) }
            guard let currency = StatementValues.currency(field("VALUTA")) else { throw .currency(field("VALUTA")) }
            let (out, into) = (field("ZNESEK_V_BREME"), field("ZNESEK_V_DOBRO"))
            guard let minus = out.isEmpty ? 0 : StatementValues.minor(out), let plus = into.isEmpty ? 0 : StatementValues.minor(into), !out.isEmpty || !into.isEmpty,
                  let amount = Money(minor: plus - minus, currency)
            else { throw .amount(into.isEmpty ? out : into, line: number) }
            let account = StatementAccount.normal(field("ST_RACUNA"))
            let said = StatementValues.line(field("ST_IZPISKA"), .number)
            if statement == nil { statement = BroughtStatement(account: account, number: said, day: day, currency: currency) }
            func reference(_ model: String, _ number: String) -> BroughtReference {
                BroughtReference(model: StatementValues.line(field(model), .number), number: StatementValues.line(field(number), .number))
            }
            let credit = reference("MODEL_ODOBR", "SKLIC_ODOBR"), debit = reference("MODEL_OBREM", "SKLIC_OBREM")
            statement?.lines.append(BroughtStatement.Line(
                day: day, name: field("NAZIV_NAL_PREJ"), account: StatementAccount.normal(field("RAC_NAL_PREJ")), reference: amount.minor < 0 ? debit : credit,
                other: amount.minor < 0 ? credit : debit, purpose: field("NAMEN", "OPIS"), amount: amount,
                bankReference: StatementValues.line(field("ID_NALOGA"), .number)))
        }
        return statement
    }

    // MARK: The recapitulation

    private static func put(_ line: [Unicode.Scalar], into statement: inout BroughtStatement) throws(StatementProblem) {
        guard line.count >= 120, field(line, 1, 2) == "01", let day = StatementValues.day(field(line, 21, 8)) else { throw .damaged }
        let account = StatementAccount.normal(field(line, 3, 18)), days = Set(statement.lines.map(\.day))
        guard statement.account.isEmpty || account == statement.account, days.isEmpty || days.contains(day) else { throw .otherRecap }
        func money(_ first: Int) throws(StatementProblem) -> Money {
            let text = field(line, first, 18)
            guard let money = StatementValues.hundredths(text, statement.currency) else { throw .amount(text, line: 1) }
            return money
        }
        (statement.account, statement.day) = (account, day)
        (statement.opening, statement.closing) = (try money(37), try money(103))
        let number = field(line, 145, 3)
        if !number.isEmpty { statement.number = number.trimmingZeros }
        // What is taken back counts below nothing on its own side here and on the other side in the lines: only the difference is sure.
        let (out, into) = (try money(61), try money(85)), said = into.minor - out.minor, found = statement.lines.reduce(0) { $0 + $1.amount.minor }
        if said != found, let said = Money(minor: said, statement.currency), let found = Money(minor: found, statement.currency) {
            statement.doubts.append(.turnover(said: said, found: found))
        }
        if let outs = Int(typed: field(line, 55, 6), in: 0...999_999), let ins = Int(typed: field(line, 79, 6), in: 0...999_999), outs + ins != statement.lines.count {
            statement.doubts.append(.count(said: outs + ins, found: statement.lines.count))
        }
    }
}

extension String {
    /// A number without the zeros that fill its field.
    fileprivate var trimmingZeros: String {
        let rest = drop { $0 == "0" }
        return rest.isEmpty ? self : String(rest)
    }
}
