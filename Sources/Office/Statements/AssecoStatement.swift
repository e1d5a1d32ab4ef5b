import Languages
import Sheets

/// A statement of OfficeBanking or FX Client: `stmtrs`, or `pmtnotification` while the day lasts.
enum AssecoStatement {
    static func read(_ root: XMLPart) throws(StatementProblem) -> BroughtStatement {
        guard let currency = StatementValues.currency(root.text("curdef")) else { throw .currency(root.text("curdef")) }
        // What is called the balance of the ledger is what was there before.
        let said = root.text("availbal", "dtasof"), before = root.text("ledgerbal", "dtasof")
        let lines = root["trnlist"]?.parts.filter { $0.name == "stmttrn" } ?? []
        guard let day = StatementValues.day(said) ?? StatementValues.day(before) ?? lines.first.flatMap({ StatementValues.day($0.text("dtposted")) }) else {
            throw .day(said, line: 1)
        }
        var statement = BroughtStatement(
            account: StatementAccount.normal(root.text("acctid")), number: StatementValues.line(root.text("stmtnumber"), .number), day: day, currency: currency,
            opening: StatementValues.money(root.text("ledgerbal", "balamt"), currency), closing: StatementValues.money(root.text("availbal", "balamt"), currency))
        for (place, line) in lines.enumerated() { statement.lines.append(try read(line, place + 1, in: statement)) }
        if let count = root["trnlist"]?.attributes["count"].flatMap({ Int(typed: $0, in: 0...1_000_000) }), count != lines.count {
            statement.doubts.append(.count(said: count, found: lines.count))
        }
        return statement
    }

    private static func read(_ line: XMLPart, _ number: Int, in statement: BroughtStatement) throws(StatementProblem) -> BroughtStatement.Line {
        guard let currency = StatementValues.currency(line.text("curdef")), line.text("curdef").isEmpty || currency == statement.currency else {
            throw .currency(line.text("curdef"))
        }
        guard let minor = StatementValues.minor(line.text("trnamt")), ["credit", "debit"].contains(line.text("benefit").lowercased()),
              let amount = Money(minor: line.text("benefit").lowercased() == "credit" ? minor : -minor, statement.currency)
        else { throw .amount(line.text("trnamt"), line: number) }
        let (name, city) = (line.text("payeeinfo", "name"), line.text("payeeinfo", "city"))
        return BroughtStatement.Line(
            day: StatementValues.day(line.text("dtposted")) ?? statement.day, name: StatementValues.line(city.isEmpty || name.isEmpty ? name : "\(name), \(city)"),
            account: StatementAccount.normal(line.text("payeeaccountinfo", "acctid")),
            reference: BroughtReference(model: StatementValues.line(line.text("refmodel"), .number), number: StatementValues.line(line.text("refnumber"), .number)),
            other: BroughtReference(model: StatementValues.line(line.text("payeerefmodel"), .number), number: StatementValues.line(line.text("payeerefnumber"), .number)),
            purpose: StatementValues.line(line.text("purpose"), .sentence), amount: amount, bankReference: StatementValues.line(line.text("fitid"), .number))
    }
}
