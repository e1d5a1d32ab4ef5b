import Accounts
import Centres
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
@testable import Needs

/// What is wished, as everybody may read it: frozen, and without small numbers.
@Suite struct ReleaseStories {
    /// So many people with a plan, most wishes in one topic; of the last ones there are few.
    private func planned(_ town: Town, _ count: Int, from first: Int = 0) async throws {
        let (centre, year) = (town.centre, town.year)
        let schools = [try await town.workplace("ОШ „Прва“"), try await town.workplace("ОШ „Друга“")]
        for number in first..<first + count {
            let person = try await town.does { act in
                try PersonStore.add(PersonName(given: "Полазник", family: "\(number)"), email: "plan\(number)@bistrik.example", verified: act.now, language: .sr, in: act)
            }
            let school = schools[number % 2]
            try await town.does { try EmploymentStore.add(person, at: school, in: $0) }
            let drafts = [WishDraft("Инклузија", term: number % 3 == 0 ? .autumn : .spring)] + (number % 5 == 0 ? [WishDraft("Школски врт", term: nil)] : [])
            try await town.records.write(by: Actor(person: person, name: "")) { act in
                try NeedPlanStore.set(NeedPlan.About(school: school, job: number % 4 == 0 ? .teaching : .subject), in: year, at: centre, in: act)
                try WishStore.set(drafts, in: year, at: centre, in: act)
            }
        }
    }

    private func releases(_ town: Town) async throws -> Page {
        try await town.vesna.opens("/staff/needs/release")
        return try await town.vesna.sends("/staff/needs/release")
    }

    @Test func `numbers are told once enough plans are written, stay as they were, and small ones stay hidden`() async throws {
        let town = try await Town(), centre = town.centre
        for name in ["Инклузија", "Школски врт"] { try await town.topic(name) }
        #expect(try await town.stranger.opens("/needs").shows(town.say(T.needs.wishedNone)))
        try await planned(town, 8)
        #expect(try await town.vesna.opens("/staff/needs/release").form("/staff/needs/release") == nil, "eight plans are too few")
        try await planned(town, 8, from: 8)
        let said = try await releases(town)
        #expect(said.shows(town.say(T.needs.saidTold)), "\(said.text.suffix(2500).prefix(1800))")
        let release = try #require(try await town.finds { try DemandReleaseStore.newest(of: centre, in: $0) })
        #expect(release.number == 1 && release.plans == 16)
        let shown = release.cells.compactMap(\.wishes)
        #expect(shown.allSatisfy { $0 >= DemandRelease.threshold } && shown.contains(20), "\(shown)")
        #expect(release.cells.contains { $0.wishes == nil }, "four wish a garden")
        let page = try await town.stranger.opens("/needs")
        #expect(page.shows("Инклузија") && page.shows(town.say(T.needs.hiddenNumber)) && !page.shows("plan1"))
        #expect(try await town.stranger.opens("/needs.xlsx").bytes.starts(with: [0x50, 0x4B]))

        // What is written afterwards changes nothing that is told, and a difference that would tell of few is not made.
        town.clock.passes(minutes: 1)
        try await planned(town, 3, from: 16)
        #expect(try await town.finds { try DemandReleaseStore.newest(of: centre, in: $0) }?.cells == release.cells)
        #expect(try await town.vesna.opens("/staff/needs/release").shows(town.say(T.needs.releaseTooSoon(count: 3, least: .number(DemandRelease.least)))))
        await #expect(throws: Problem.self) { try await town.does { try DemandReleaseStore.release([], of: centre, in: town.year, after: release, in: $0) } }
        town.clock.passes(minutes: 1)
        try await planned(town, 12, from: 19)
        #expect(try await releases(town).shows(town.say(T.needs.saidTold)))
        let second = try #require(try await town.finds { try DemandReleaseStore.newest(of: centre, in: $0) })
        #expect(second.number == 2 && second.plans == 31)
        // What was hidden once stays so within the year.
        let hidden = Set(release.cells.filter { $0.wishes == nil }.map { ReleasedCell(topic: $0.topic, place: $0.place, wishes: nil) })
        for cell in second.cells where cell.wishes != nil { #expect(!hidden.contains(ReleasedCell(topic: cell.topic, place: cell.place, wishes: nil)), "\(cell)") }
        #expect(try await town.count("demand_release") == 2)
    }

    @Test func `two who release at once make one, and only those who run the centre do`() async throws {
        let town = try await Town(), centre = town.centre
        try await town.topic("Инклузија")
        try await planned(town, 12)
        for other in [town.ana, town.milena] { #expect(try await other.opens("/staff/needs/release").status != 200) }
        await #expect(throws: Problem.self) {
            try await town.records.write(by: Actor(person: town.ana.id, name: "")) { try DemandReleaseStore.release([], of: centre, in: town.year, after: nil, in: $0) }
        }
        try await town.does { try DemandReleaseStore.release([], of: centre, in: town.year, after: nil, in: $0) }
        await #expect(throws: Problem.conflict(T.needs.releaseMeanwhile)) {
            try await town.does { try DemandReleaseStore.release([], of: centre, in: town.year, after: nil, in: $0) }
        }
        #expect(try await town.count("demand_release") == 1)
    }

    @Test func `what is hidden in one of two topics that became one is hidden in their sum`() throws {
        let (one, other, kept) = (Topic.ID(1), Topic.ID(2), Topic.ID(2))
        let names = TopicNames(sr: "Тема")
        let topics = TopicList([
            Topic(id: one, names: names, retired: nil, mergedInto: kept, words: [], codes: []),
            Topic(id: other, names: names, retired: nil, mergedInto: nil, words: [], codes: []),
        ])
        func joined(_ left: Int?, _ right: Int?) -> [ReleasedCell] {
            ReleaseCube.joined([ReleasedCell(topic: one, place: nil, wishes: left), ReleasedCell(topic: other, place: nil, wishes: right)], topics)
        }
        #expect(joined(7, 8) == [ReleasedCell(topic: kept, place: nil, wishes: 15)])
        #expect(joined(nil, 8) == [ReleasedCell(topic: kept, place: nil, wishes: nil)] && joined(7, nil) == joined(nil, 8))
    }
}
