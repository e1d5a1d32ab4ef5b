import Centres
import Kernel
import Languages
@testable import Portfolio
import Site
import Testing
import Town
import Web

/// Rules as data: what is understood, what is refused and where, and that nothing is passed over.
@Suite struct PackRules {
    private static let good = """
        pack: XX-1
        country: RS
        title: {sr: Правила, en: Rules}
        source: 1/2026
        from: 2026-09-01
        worth:
          - {kind: gathering, per: days, points: 1, international: 2, certainty: unconfirmed}
        requirements:
          - name: whole
            title: {sr: Бодови}
            certainty: sourced
            years: 5
            count: points
            least: 100
            of: [programme, gathering]
          - name: part
            title: {sr: Програми}
            certainty: unconfirmed
            years: 5
            count: points
            least: 80
            of: [programme]
        """

    /// What is changed in the text, and what is said of it.
    private static let faults: [(from: String, to: String, said: Phrase)] = [
        ("least: 100", "leest: 100", T.portfolio.packKey(line: .number(14), key: .text("leest"))),
        ("least: 100", "least: many", T.portfolio.packNumber(line: .number(14), key: .text("least"), least: .number(1), most: .number(10_000))),
        ("least: 100", "least: 0", T.portfolio.packNumber(line: .number(14), key: .text("least"), least: .number(1), most: .number(10_000))),
        ("2026-09-01", "2026-02-30", T.portfolio.packDay(line: .number(5), key: .text("from"))),
        ("country: RS", "country: XX", T.portfolio.packChoice(line: .number(2), key: .text("country"), known: .text("RS, LT"))),
        ("source: 1/2026\n", "", T.portfolio.packMissing(line: .number(1), key: .text("source"))),
        ("[programme, gathering]", "programme", T.portfolio.packWrong(line: .number(15), key: .text("of"))),
        ("title: {sr: Правила, en: Rules}", "title: [a", T.portfolio.packUnread(line: .number(4))),
    ]

    @Test func `a pack is read whole or refused with the line`() throws {
        let pack = try RulePack(text: Self.good)
        #expect(pack.name == "XX-1" && pack.requirements.map(\.least) == [100, 80] && pack.worth.first?.international == 2)
        #expect(pack.contradictions.isEmpty)
        for (from, to, said) in Self.faults {
            let text = Self.good.replacing(from, with: to, maxReplacements: 1)
            let problem = #expect(throws: Problem.self) { _ = try RulePack(text: text) }
            #expect(problem?.faults.map(\.phrase).contains(said) == true, "\(to): \(String(describing: problem?.faults.map(\.phrase)))")
        }
        for empty in ["", "# nothing", "- a list", "plain words"] { #expect(throws: Problem.self) { _ = try RulePack(text: empty) } }
    }

    @Test func `what contradicts itself is found before it is in force`() throws {
        func said(_ change: (inout RulePack) -> Void) throws -> [Phrase] {
            var pack = try RulePack(text: Self.good)
            change(&pack)
            return pack.contradictions
        }
        #expect(try said { $0.until = Day(iso: "2026-08-31") } == [T.portfolio.packEndsBefore])
        #expect(try said { $0.requirements[1].name = "whole" } == [T.portfolio.packTwice(name: .text("whole"))])
        #expect(try said { $0.requirements[1].least = 120 } == [T.portfolio.packPartLarger(part: .text("part"), whole: .text("whole"))])
        #expect(try said { $0.requirements[1].of = [.study] } == [T.portfolio.packWorthless(name: .text("part"), kind: .text("study"))])
        #expect(try said { $0.worth[0].per = .points } == [T.portfolio.packPointsOfPoints(name: .text("gathering"))])
    }

    @Test func `no day between two packs is without rules, and none has two`() throws {
        func pack(_ name: String, _ from: String, _ until: String?) throws -> RulePack {
            var pack = try RulePack(text: Self.good)
            (pack.name, pack.from, pack.until) = (name, try #require(Day(iso: from)), until.flatMap { Day(iso: $0) })
            return pack
        }
        let first = try pack("A", "2020-01-01", "2020-12-31")
        #expect(try [pack("B", "2021-01-01", nil), first].seams.isEmpty)
        #expect(try [first, pack("B", "2020-12-31", nil)].seams == [T.portfolio.packOverlap(one: .text("A"), other: .text("B"))])
        let (gapFirst, gapLast) = (try #require(Day(iso: "2021-01-01")), try #require(Day(iso: "2021-01-31")))
        #expect(try [first, pack("B", "2021-02-01", nil)].seams == [T.portfolio.packGap(first: .day(gapFirst), last: .day(gapLast))])
        #expect(try [pack("A", "2020-01-01", nil), pack("B", "2022-01-01", nil)].seams.count == 1, "the older one does not end")
    }

    @Test func `what is carried along is read, contradicts nothing, and covers every year`() async throws {
        let town = try await Town()
        let (serbian, lithuanian) = try await town.finds { (try RulePackStore.packs(of: .serbia, in: $0), try RulePackStore.packs(of: .lithuania, in: $0)) }
        #expect(serbian.map(\.name) == ["RS-2012", "RS-2013", "RS-2017", "RS-2021"] && lithuanian.map(\.name) == ["LT-2022"])
        for pack in serbian + lithuanian { #expect(pack.contradictions.isEmpty, "\(pack.name)") }
        #expect(serbian.seams.isEmpty)
        #expect(serbian.flatMap(\.requirements).filter { $0.certainty == .sourced }.map(\.name) == ["inside", "programme", "gathering"])
        for start in 2012...2030 { #expect(try serbian.judging(#require(SchoolYear(start: start))) != nil, "\(start)") }
    }
}
