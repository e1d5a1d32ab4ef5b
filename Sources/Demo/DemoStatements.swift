import Accounts
import Centres
import Claims
import Kernel
import Languages
import Schools
import Statements

/// Statements of the invented centre: one whose payments have found their claims, one with what is still to be said, a file that waits to be looked at,
/// and claims that are late.
enum DemoStatements {
    static func fill(_ town: DemoTown, by actor: Actor, seal: Seal, _ records: Records) async throws {
        let statements = Statements(town: town, actor: actor, records: records)
        let shares = try await statements.claims()
        try await statements.first(shares)
        try await statements.second(shares)
        let sealed = try StatementDraftStore.seal(Array(statements.text(6, day: 0, opening: 0, [(2_500, "OSNOVNA SKOLA SVITAC", "", "donacija", 61)]).utf8), with: seal)
        let admin = try await records.read(as: .system) { try PersonStore.actor(town.admin, in: $0) } ?? .system
        try await records.write(by: admin) { _ = try StatementDraftStore.keep(sealed, recap: nil, name: "izvod-6.xml", at: town.centre, in: $0) }
    }
}

private struct Statements: Sendable {
    let town: DemoTown
    let actor: Actor
    let records: Records

    private var today: Day { town.zone.day(of: records.now) }
    private func at(_ days: Int) -> Records { records.at(min(records.now, town.zone.startOfDay(today.adding(days: days)).adding(hours: 10))) }

    /// What schools and people owe: paid in time, late by weeks, late by months.
    func claims() async throws -> [ClaimShare] {
        let (town, today) = (town, today)
        let owed: [(ClaimPayer.Whose, String, Int, Int)] = [
            (.school(town.schools[0]), "Котизација за обуку „Учионица која пита“", 10_500, -20),
            (.school(town.schools[1]), "Котизација за обуку „Учионица која пита“", 7_000, -20),
            (.school(town.schools[2]), "Закуп сале", 4_000, -70), (.school(town.schools[3]), "Котизација за обуку „Читање уназад“", 14_000, -100),
            (.person(town.ana), "Зборник радова", 900, -12), (.person(town.branko), "Котизација за обуку „Читање уназад“", 3_500, 6),
            (.school(town.schools[1]), "Закуп сале", 2_000, -8), (.school(town.schools[0]), "Зборник радова, 5 примерака", 4_500, 10),
        ]
        return try await at(-40).write(by: actor) { act in
            try owed.flatMap { whose, what, amount, due in
                let payer = try ClaimPayerStore.payer(for: whose, at: town.centre, in: act)
                let claim = try ClaimStore.add(ClaimDraft(payer, what, .rsd(amount), due: today.adding(days: due)), at: town.centre, in: act)
                return try ClaimStore.claims([claim], in: act).first?.shares ?? []
            }
        }
    }

    /// All of it named its claim, but what the bank took.
    func first(_ shares: [ClaimShare]) async throws {
        let lines = [
            (10_500, "OSNOVNA SKOLA SVITAC, BISTRIK", slip(shares[0]), "kotizacija", 51),
            (900, "ANA DJORDJEVIC", slip(shares[4]), "zbornik", 52), (-60, "BANKA", "", "provizija", 53),
        ]
        try await bring(4, day: -14, opening: 120_000, lines)
    }

    /// Something is proposed, something mistyped, something nobody's, something too much.
    func second(_ shares: [ClaimShare]) async throws {
        var wrong = Array(slip(shares[5]))
        if let last = wrong.last { wrong[wrong.count - 1] = last == "7" ? "1" : "7" }
        let lines = [
            (9_000, "OSNOVNA SKOLA BELA VRBA", "", "kotizacija i sala", 54), (3_500, "BRANKO NJEGOVAN", String(wrong), "kotizacija", 55),
            (2_500, "PERIC PETAR", "", "uplata", 56), (5_000, "OSNOVNA SKOLA SVITAC", slip(shares[7]), "zbornici", 57), (-900, "ANA DJORDJEVIC", "", "povracaj", 58),
        ]
        try await bring(5, day: -1, opening: 131_340, lines)
    }

    private func slip(_ share: ClaimShare) -> String { share.reference.map { $0.control + $0.base } ?? "" }

    private func bring(_ number: Int, day: Int, opening: Int, _ lines: [(Int, String, String, String, Int)]) async throws {
        let (town, bytes) = (town, Array(text(number, day: day, opening: opening, lines).utf8))
        try await at(day).write(by: actor) { act in
            try StatementStore.bring(StatementFile(bytes), name: "izvod-\(number).xml", at: town.centre, in: act)
        }
    }

    /// As a bank's program writes it.
    func text(_ number: Int, day: Int, opening: Int, _ lines: [(Int, String, String, String, Int)]) -> String {
        let day = today.adding(days: day).iso, closing = lines.reduce(opening) { $0 + $1.0 }
        return """
            <?xml version="1.0" encoding="utf-8"?><stmtrs><curdef>DIN</curdef><acctid>999-0000000000123-45</acctid><stmtnumber>\(number)</stmtnumber>
            <ledgerbal><balamt>\(opening).00</balamt><dtasof>\(day)</dtasof></ledgerbal><availbal><balamt>\(closing).00</balamt><dtasof>\(day)</dtasof></availbal>
            <trnlist count="\(lines.count)">
            """ + lines.map { amount, name, reference, purpose, id in
                """
                <stmttrn><fitid>\(id)</fitid><benefit>\(amount < 0 ? "debit" : "credit")</benefit><payeeinfo><name>\(name)</name></payeeinfo>
                <payeeaccountinfo><acctid>840-\(id)-11</acctid></payeeaccountinfo><dtposted>\(day)</dtposted><trnamt>\(abs(amount)).00</trnamt>
                <purpose>\(purpose)</purpose><curdef>DIN</curdef><refmodel>\(reference.isEmpty ? "" : "97")</refmodel><refnumber>\(reference)</refnumber></stmttrn>
                """
            }.joined() + "</trnlist></stmtrs>"
    }
}
