import Languages
import Sheets

/// A statement by ISO 20022, as banks of the euro hand it out: entries, each with one payment in it or several.
enum Camt053Statement {
    static func read(_ message: XMLPart) throws(StatementProblem) -> [BroughtStatement] {
        var all: [BroughtStatement] = []
        for part in message.parts where part.name == "Stmt" { all.append(try statement(part)) }
        return all
    }

    private static func statement(_ root: XMLPart) throws(StatementProblem) -> BroughtStatement {
        let balances = root.parts.filter { $0.name == "Bal" }
        func balance(_ codes: String...) -> XMLPart? { codes.lazy.compactMap { code in balances.first { $0.text("Tp", "CdOrPrtry", "Cd") == code } }.first }
        let (before, now) = (balance("OPBD", "PRCD"), balance("CLBD", "ITBD"))
        let mark = root.text("Acct", "Ccy").isEmpty ? (now ?? before)?["Amt"]?.attributes["Ccy"] ?? "EUR" : root.text("Acct", "Ccy")
        guard let currency = StatementValues.currency(mark) else { throw .currency(mark) }
        let said = [now?.text("Dt", "Dt"), now?.text("Dt", "DtTm"), root.text("FrToDt", "ToDtTm"), root.text("CreDtTm")].compactMap(\.self).first { !$0.isEmpty } ?? ""
        guard let day = StatementValues.day(said) else { throw .day(said, line: 1) }
        let iban = root.text("Acct", "Id", "IBAN"), number = [root.text("ElctrncSeqNb"), root.text("LglSeqNb"), root.text("Id")].first { !$0.isEmpty } ?? ""
        var statement = BroughtStatement(
            account: StatementAccount.normal(iban.isEmpty ? root.text("Acct", "Id", "Othr", "Id") : iban), number: StatementValues.line(number, .number), day: day,
            currency: currency, opening: try before.map { part throws(StatementProblem) in try money(part, currency, line: 0) },
            closing: try now.map { part throws(StatementProblem) in try money(part, currency, line: 0) })
        for (place, entry) in root.parts.filter({ $0.name == "Ntry" }).enumerated() {
            // What only waits may never come.
            let status = entry["Sts"].map { $0.text.isEmpty ? $0.text("Cd") : $0.text } ?? "BOOK"
            guard status == "BOOK" || status.isEmpty else { continue }
            try add(entry, place + 1, to: &statement)
        }
        return statement
    }

    /// The amount of a part, below nothing where it was debited.
    private static func money(_ part: XMLPart, _ currency: Currency, line: Int) throws(StatementProblem) -> Money {
        let mark = part["Amt"]?.attributes["Ccy"] ?? currency.rawValue
        guard StatementValues.currency(mark) == currency else { throw .currency(mark) }
        guard let minor = StatementValues.minor(part.text("Amt")), let money = Money(minor: part.text("CdtDbtInd") == "DBIT" ? -minor : minor, currency) else {
            throw .amount(part.text("Amt"), line: line)
        }
        return money
    }

    private static func add(_ entry: XMLPart, _ place: Int, to statement: inout BroughtStatement) throws(StatementProblem) {
        let whole = try money(entry, statement.currency, line: place), payments = entry.all("TxDtls"), booked = entry["BookgDt"]
        let day = StatementValues.day(booked?.text("Dt") ?? "") ?? StatementValues.day(booked?.text("DtTm") ?? "") ?? statement.day
        let amounts = payments.map { amount(of: $0, in: statement.currency) }
        let sum = amounts.reduce(0) { $0 + ($1 ?? 0) }
        if payments.count > 1, amounts.allSatisfy({ $0 != nil }), sum == abs(whole.minor) {
            for (payment, amount) in zip(payments, amounts) {
                guard let money = Money(minor: whole.minor < 0 ? -(amount ?? 0) : amount ?? 0, statement.currency) else { continue }
                statement.lines.append(line(money, day, payment, entry))
            }
            return
        }
        if payments.count > 1 { statement.doubts.append(.parts(entry: whole)) }
        statement.lines.append(line(whole, day, payments.first ?? entry, entry))
    }

    /// What one payment of an entry comes to, in the currency of the account.
    private static func amount(of payment: XMLPart, in currency: Currency) -> Int? {
        let parts = [payment["Amt"], payment["AmtDtls"]?["TxAmt"]?["Amt"], payment["AmtDtls"]?["InstdAmt"]?["Amt"]].compactMap(\.self)
        return parts.first { StatementValues.currency($0.attributes["Ccy"] ?? "") == currency }.flatMap { StatementValues.minor($0.text) }
    }

    private static func line(_ amount: Money, _ day: Day, _ payment: XMLPart, _ entry: XMLPart) -> BroughtStatement.Line {
        let side = amount.minor < 0 ? "Cdtr" : "Dbtr", parties = payment["RltdPties"], notes = payment["RmtInf"]
        let name = parties?.text(side, "Nm") ?? "", named = name.isEmpty ? parties?.text(side, "Pty", "Nm") ?? "" : name
        let account = parties?.text(side + "Acct", "Id", "IBAN") ?? "", other = parties?.text(side + "Acct", "Id", "Othr", "Id") ?? ""
        let structured = notes?.all("CdtrRefInf").map { $0.text("Ref") }.first { !$0.isEmpty } ?? ""
        let words = (notes?.parts.filter { $0.name == "Ustrd" }.map(\.text) ?? []).joined(separator: " ")
        let ends = payment.text("Refs", "EndToEndId"), bank = payment.text("Refs", "AcctSvcrRef")
        return BroughtStatement.Line(
            day: day, name: StatementValues.line(named), account: StatementAccount.normal(account.isEmpty ? other : account),
            reference: reference(structured), other: ends == "NOTPROVIDED" ? BroughtReference() : reference(ends),
            purpose: StatementValues.line(words.isEmpty ? entry.text("AddtlNtryInf") : words, .sentence), amount: amount,
            bankReference: StatementValues.line(bank.isEmpty ? entry.text("AcctSvcrRef") : bank, .number), isReversal: entry.text("RvslInd") == "true")
    }

    private static func reference(_ text: String) -> BroughtReference {
        let line = StatementValues.line(text, .number)
        return BroughtReference(model: line.uppercased().hasPrefix("RF") ? "RF" : "", number: line)
    }
}
