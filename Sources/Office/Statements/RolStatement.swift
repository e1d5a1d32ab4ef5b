import Languages
import Sheets

/// A statement of Raiffeisen OnLine, which others hand out too: everything in attributes. What is taken back stands below nothing on its own side.
enum RolStatement {
    static func read(_ root: XMLPart) throws(StatementProblem) -> BroughtStatement {
        guard let head = root["Zaglavlje"]?.attributes else { throw .damaged }
        let mark = head["OznakaValute"] ?? "", said = head["DatumIzvoda"] ?? ""
        guard let currency = StatementValues.currency(mark) else { throw .currency(mark) }
        guard let day = StatementValues.day(said) else { throw .day(said, line: 1) }
        var statement = BroughtStatement(
            account: StatementAccount.normal(head["Partija"] ?? ""), number: StatementValues.line(head["BrojIzvoda"] ?? "", .number), day: day, currency: currency,
            opening: StatementValues.money(head["PrethodnoStanje"] ?? "", currency), closing: StatementValues.money(head["NovoStanje"] ?? "", currency))
        for (place, part) in root.parts.filter({ $0.name == "Stavke" }).enumerated() {
            let line = part.attributes, (out, into) = (line["Duguje"] ?? "0", line["Potrazuje"] ?? "0")
            guard let plus = StatementValues.minor(into), let minus = StatementValues.minor(out), let amount = Money(minor: plus - minus, currency) else {
                throw .amount(StatementValues.minor(into) == nil ? into : out, line: place + 1)
            }
            func text(_ name: String, _ limit: TextLimit = .number) -> String { StatementValues.line(line[name] ?? "", limit) }
            let (name, town) = (text("NalogKorisnik", .line), text("Mesto", .line))
            statement.lines.append(BroughtStatement.Line(
                // A line has no day of its own but that of its value.
                day: day, name: StatementValues.line(town.isEmpty || name.isEmpty ? name : "\(name), \(town)"),
                account: StatementAccount.normal(line["BrojRacunaPrimaocaPosiljaoca"] ?? ""),
                reference: BroughtReference(model: text("ModelKorisnika"), number: text("PozivNaBrojKorisnika")),
                other: BroughtReference(model: text("ModelZaduzenjaOdobrenja"), number: text("PozivNaBrojZaduzenjaOdobrenja")), purpose: text("Opis", .sentence),
                amount: amount, bankReference: text("BrojZaReklamaciju"), isReversal: plus < 0 || minus < 0))
        }
        return statement
    }
}
