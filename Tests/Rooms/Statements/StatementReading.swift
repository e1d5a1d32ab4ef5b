import Languages
import Mutations
import Sheets
@testable import Statements
import Testing

/// Statements of banks and of the Treasury, read from what their programs write.
@Suite struct StatementReading {
    private func read(_ text: String, recap: String? = nil) throws -> [BroughtStatement] {
        try StatementFile(Array(text.utf8), recap: recap.map { Array($0.utf8) }).statements
    }

    private func first(_ text: String, recap: String? = nil) throws -> BroughtStatement { try #require(try read(text, recap: recap).first) }
    private func dinars(_ amounts: Int...) -> [Money] { amounts.compactMap { Money(minor: $0, .rsd) } }

    @Test func `amounts are read digit by digit`() {
        let table: [(String, Int?)] = [
            ("3500", 350_000), ("3500.00", 350_000), ("3500,5", 350_050), ("-2400", -240_000), ("12437.2", 1_243_720), ("3.000.000,00", 300_000_000),
            ("1,234.56", 123_456),
            ("3.000.000", 300_000_000), ("0.07", 7), (".5", 50), ("12.500", 1_250), ("000000123.10", 12_310), ("0.1", 10), ("1000000000.29", 100_000_000_029),
            ("", nil), ("-", nil), (".", nil), ("1.234", nil), ("12.345", nil), ("1e5", nil), ("3500 din", nil), ("99999999999999999999", nil),
            ("1.2.3", nil), ("٣", nil),
        ]
        for (text, minor) in table { #expect(StatementValues.minor(text) == minor, "\(text)") }
        #expect(StatementValues.hundredths("000000000350000", .rsd) == Money(minor: 350_000, .rsd) && StatementValues.hundredths("35O", .rsd) == nil)
    }

    @Test func `days and accounts are read in all their ways`() {
        let day = Day(year: 2026, month: 10, day: 1)
        for text in ["2026-10-01T00:00:00", "2026-10-01", "01.10.2026", "1.10.2026.", "01.10.26", "20261001", "01102026", "011026", "2026-10-01T06:00:00+03:00"] {
            #expect(StatementValues.day(text) == day, "\(text)")
        }
        for text in ["", "31.02.2026", "2026", "danas", "99.99.99", "20261301"] { #expect(StatementValues.day(text) == nil, "\(text)") }
        #expect(StatementAccount.normal("265-16603-42") == "265000000001660342" && StatementAccount.normal("840-0000000000999-11") == StatementSamples.school)
        #expect(StatementAccount.normal("RS35 2650 0000 0001 6603 42") == "265000000001660342" && StatementAccount.normal("lt11 2222") == "LT112222")
        #expect(StatementAccount.normal("000000000000000000").isEmpty && StatementAccount.shown(StatementSamples.school) == "840-0000000000999-11")
    }

    @Test func `Hal E-Bank by its columns, with the recapitulation beside it`() throws {
        let statement = try first(StatementSamples.halcomDay, recap: StatementSamples.halcomRecap)
        #expect(statement.account == StatementSamples.own && statement.number == "7" && statement.day == Day(year: 2026, month: 10, day: 1))
        #expect(statement.lines.map(\.amount) == dinars(350_000, 350_000, -5_000, -350_000))
        #expect(statement.opening == .rsd(1_000) && statement.closing == .rsd(4_450) && statement.allDoubts.isEmpty)
        #expect(statement.lines[0].name == "OŠ \"ŠARENA SOVA\", SOMBOR" && statement.lines[0].account == StatementSamples.school)
        #expect(statement.lines[0].reference == BroughtReference(model: "97", number: "000000059") && statement.lines[3].isReversal && !statement.lines[0].isReversal)
        #expect(Set(statement.prints).count == 4, "two payments with one reference of the bank stay two")
        // Alone it has no sums and no number; the recapitulation of another account is refused.
        let alone = try first(StatementSamples.halcomDay)
        #expect(alone.opening == nil && alone.number.isEmpty && alone.allDoubts.isEmpty && alone.prints == statement.prints)
        let other = StatementSamples.halcomRecap.replacing(StatementSamples.own, with: "160000000000012345")
        #expect(throws: StatementProblem.otherRecap) { try read(StatementSamples.halcomDay, recap: other) }
        // Sums that do not agree are told, not mended.
        let wrong = StatementSamples.halcomRecap.replacing("000000000000445000", with: "000000000000999900")
        #expect(try first(StatementSamples.halcomDay, recap: wrong).allDoubts == [.sum(expected: .rsd(4_450), said: .rsd(9_999))])
        #expect(throws: StatementProblem.damaged) { try read(StatementSamples.halcomDay + "something else\r\n") }
    }

    @Test func `Hal E-Bank in its code pages, and between signs`() throws {
        let latin = StatementSamples.bytes(StatementSamples.halcomDay, in: StatementSamples.windows1250)
        let read = try StatementFile(latin)
        let plain = try first(StatementSamples.halcomDay)
        #expect(read.charset == .windows1250 && read.statements[0].prints == plain.prints)
        let cyrillic = StatementSamples.halcom("20", 350_000, reference: "000000059", name: "ОШ ШАРЕНА СОВА", purpose: "Котизација")
        let page = StatementSamples.bytes(cyrillic, in: StatementSamples.windows1251)
        let other = try StatementFile(page)
        #expect(other.statements[0].lines[0].name == "ОШ ШАРЕНА СОВА, SOMBOR" && other.charset == .windows1251)
        let fields = try first(StatementSamples.halcomFields)
        #expect(fields.lines.map(\.amount) == dinars(-300_000_000, 1_275_019) && fields.number == "141" && fields.account == StatementSamples.own)
        #expect(fields.lines[1].account == StatementSamples.school && fields.lines[1].reference.number == "10226" && fields.lines[1].name == "OŠ ŠARENA SOVA")
    }

    @Test func `Asseco's statement, whose ledger balance is what was there before`() throws {
        let statement = try first(StatementSamples.asseco)
        #expect(statement.currency == .rsd && statement.opening == .rsd(1_000) && statement.closing == .rsd(8_000) && statement.allDoubts.isEmpty)
        #expect(statement.lines.map(\.amount) == dinars(350_000, 350_000) && statement.lines[1].name.isEmpty && statement.lines[1].purpose.isEmpty)
        #expect(statement.lines[0].name == "OŠ „Šarena Sova“, Sombor" && statement.number == "7")
        let wrong = StatementSamples.asseco.replacing("count=\"2\"", with: "count=\"3\"").replacing("8000.00", with: "8000.90")
        #expect(try first(wrong).allDoubts.count == 2)
        #expect(throws: StatementProblem.currency("USD")) { try read(StatementSamples.asseco.replacing("DIN", with: "USD")) }
        #expect(throws: StatementProblem.amount("35OO", line: 1)) { try read(StatementSamples.asseco.replacing("<trnamt>3500<", with: "<trnamt>35OO<")) }
        #expect(throws: StatementProblem.damaged) { try read("<!DOCTYPE a [<!ENTITY x \"y\">]>" + StatementSamples.asseco.dropFirst(38)) }
    }

    @Test func `ROL's statement, in which what is taken back stands below nothing`() throws {
        let statement = try first(StatementSamples.rol())
        #expect(statement.lines.map(\.amount) == dinars(350_000, -240_000, 240_000, -39_950) && statement.allDoubts.isEmpty)
        #expect(statement.lines[0].reference == BroughtReference(model: "97", number: "06-20-26000-0123") && statement.lines[1].isReversal)
        #expect(try first(StatementSamples.rol("OznakaValute=\"EUR\"")).currency == .eur)
        #expect(throws: StatementProblem.currency("USD")) { try read(StatementSamples.rol("OznakaValute=\"USD\"")) }
    }

    @Test func `the Treasury's statement as XML and as JSON is the same`() throws {
        let xml = try first(StatementSamples.treasury), json = try first(StatementSamples.treasuryJSON)
        #expect(xml.lines.map(\.amount) == dinars(-5_000, 350_050) && xml.opening == .rsd(1_000) && xml.closing == Money(minor: 445_050, .rsd) && xml.allDoubts.isEmpty)
        #expect(xml.lines[1].name == "ОШ „Шарена сова“, Сомбор" && xml.lines[1].reference.number == "0620260000123" && xml.number == "44")
        #expect(Set(json.prints) == Set(xml.prints) && json.prints != xml.prints, "lines come in no promised order")
        #expect(json.account == StatementSamples.school && json.closing == xml.closing)
        #expect(throws: StatementProblem.damaged) { try read("{\"zbirni\": ") }
        #expect(throws: StatementProblem.unknown) { try read("{\"a\": 1}") }
    }

    @Test func `an entry of camt with two payments becomes two`() throws {
        let statement = try first(StatementSamples.camt())
        #expect(statement.lines.map(\.amount) == [.eur(35), .eur(35)] && statement.opening == .eur(-10) && statement.closing == .eur(60) && statement.allDoubts.isEmpty)
        #expect(statement.lines[0].purpose == "Sąskaita SC-0000059" && statement.lines[0].account == "LT112222" && statement.lines[0].other.isEmpty)
        #expect(statement.lines[1].reference == BroughtReference(model: "RF", number: "RF18000000060") && statement.lines[1].name == "Šaltinėlio progimnazija")
        // Parts that come to something else leave it whole, and that is told.
        let odd = try first(StatementSamples.camt(second: "36.00"))
        #expect(odd.lines.map(\.amount) == [.eur(70)] && odd.doubts == [.parts(entry: .eur(70))])
        #expect(try first(StatementSamples.camt(sts: "<Sts><Cd>BOOK</Cd></Sts>")).lines.count == 2)
        #expect(try first(StatementSamples.camt(sts: "<Sts>PDNG</Sts>")).lines.isEmpty)
        #expect(throws: StatementProblem.currency("USD")) { try read(StatementSamples.camt("USD")) }
    }

    @Test func `what is none is refused with a reason`() {
        #expect(throws: StatementProblem.printed) { try read("%PDF-1.4 …") }
        for text in ["", "datum;iznos\n1.10.2026;3500", "<html></html>", "<Document/>", "[]", "null", "{}"] {
            #expect(throws: StatementProblem.self, "\(text)") { try read(text) }
        }
        #expect(throws: StatementProblem.empty) { try read("<stmtrslist></stmtrslist>") }
    }

    @Test func `the same line twice in one file is two, the same file twice is one`() throws {
        let line = StatementSamples.halcom("20", 350_000, reference: "000000059", name: "SOVA", bank: "1")
        let one = try first(line), two = try first(line + "\r\n" + line)
        #expect(two.prints.count == 2 && Set(two.prints).count == 2 && two.prints[0] == one.prints[0])
        var other = one
        other.account = "160000000000012345"
        #expect(other.prints != one.prints, "another account")
    }

    @Test func `spoiled files are read or refused`() {
        let all = [StatementSamples.halcomDay, StatementSamples.halcomFields, StatementSamples.asseco, StatementSamples.rol(), StatementSamples.treasury,
            StatementSamples.treasuryJSON, StatementSamples.camt()]
        var mutations = Mutations(all, words: [
            "<Ntry>", "</Ntry>", "<Amt Ccy=\"EUR\">", "trnamt", "Potrazuje=\"", "#", "\"iznos\": ", "20", "40", "999-1-11", "-0", "1.1.1,1",
        ])
        mutations.each(700) { bytes in
            guard let file = try? StatementFile(bytes, recap: bytes.count.isMultiple(of: 5) ? bytes : nil) else { return }
            for statement in file.statements {
                _ = (statement.allDoubts, statement.turnover)
                #expect(Set(statement.prints).count == statement.lines.count)
                for line in statement.lines {
                    #expect(line.name.unicodeScalars.count <= TextLimit.line.rawValue && line.purpose.unicodeScalars.count <= TextLimit.sentence.rawValue)
                    #expect(line.bankReference.unicodeScalars.count <= TextLimit.number.rawValue && line.amount.currency == statement.currency)
                    for reference in [line.reference, line.other] { _ = PaidReference(reference) }
                }
            }
        }
    }
}
