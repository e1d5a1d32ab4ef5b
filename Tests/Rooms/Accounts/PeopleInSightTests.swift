@testable import Accounts
import Centres
import Imports
import Kernel
import Languages
import Testing

/// Clues only make the search short: whoever is alike is found, and nobody else.
@Suite struct PeopleInSightTests {
    /// The same numbers each time.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state
        }
    }

    private func somebody(_ dice: inout Dice, _ number: Int) -> PersonDraft {
        func pick(_ words: [String]) -> String { words.randomElement(using: &dice) ?? "" }
        var draft = PersonDraft(
            name: PersonName(given: pick(["Ана", "Ana", "Вера", "Милан"]), family: pick(["Ђурић", "Djurić", "Зорић", "Савић"])),
            email: Bool.random(using: &dice) ? "p\(number)@skola.example" : nil, language: "sr")
        if Bool.random(using: &dice) { draft.phone = pick(["064 111 2222", "+381 64 1112222", "065 333 4444"]) }
        if Int.random(in: 0..<4, using: &dice) == 0 { draft.former = [PersonName(given: draft.name.given, family: pick(["Зорић", "Савић", "Пекић"]))] }
        if Int.random(in: 0..<5, using: &dice) == 0 { draft.others = ["o\(number)@skola.example"] }
        for school in 1...3 where Int.random(in: 0..<4, using: &dice) == 0 { draft.jobs.append(ListedWork(school: School.ID(Int64(school)), work: Work())) }
        return draft
    }

    @Test(arguments: 1...40) func `everybody who is alike is found, and nobody else`(seed: UInt64) {
        var dice = Dice(state: seed)
        let known = Dictionary(uniqueKeysWithValues: (1...30).map { (Person.ID(Int64($0)), somebody(&dice, $0)) })
        var sight = PeopleInSight(known)
        var all = Dictionary(uniqueKeysWithValues: known.map { (ImportWhom.row($0.key.value), $0.value) })
        for line in 1...30 {
            let said = somebody(&dice, 100 + line)
            let key = Bool.random(using: &dice) ? "p\(Int.random(in: 1...30, using: &dice))@skola.example" : "p\(100 + line)@skola.example"
            var bearing = Bearing(said)
            bearing.addresses = [key]
            let expected = Set(all.filter { Likeness(bearing, Bearing($0.value)) != nil }.map(\.key))
            #expect(Set(sight.matches(of: said, addresses: [key]).map(\.whom)) == expected)
            // Somebody may be noted again with more than before.
            let whom = Bool.random(using: &dice) ? ImportWhom.line(line) : .row(Int64.random(in: 1...30, using: &dice))
            var noted = all[whom] ?? said
            noted.phone = said.phone
            noted.former += said.former
            noted.jobs = noted.jobs + said.jobs.filter { job in !noted.jobs.contains { $0.school == job.school } }
            all[whom] = noted
            sight.note(noted, as: whom)
        }
    }
}
