import Accounts
import Catalogue
import Centres
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
@testable import Needs

/// Who would come, and what is called for when there are enough.
@Suite struct WouldComeStories {
    @Test func `somebody says that they would come, everybody sees the number, and it can be taken back`() async throws {
        let town = try await Town(), programme = try await town.programme(), topic = try await town.topic("Инклузија")
        for path in ["/programmes/\(programme)", "/topics/\(topic)"] {
            #expect(try await town.stranger.opens(path).shows(town.say(T.needs.wouldComeNone)))
            try await town.ana.opens(path)
            #expect(try await town.ana.sends("\(path)/would-come").shows(town.say(T.needs.saidCome)))
            #expect(try await town.ana.opens(path).shows(town.say(T.needs.amAmong)))
            #expect(try await town.stranger.opens(path).shows("Јавила се 1 особа."))
            #expect(!(try await town.stranger.opens(path).shows("Ђорђевић")))
            // Twice is once.
            try await town.comes(town.ana.id, to: path.contains("topics") ? .topic(topic) : .programme(programme))
            #expect(try await town.stranger.opens(path).shows("Јавила се 1 особа."))
            try await town.ana.opens(path)
            #expect(try await town.ana.sends("\(path)/would-come/take-back").shows(town.say(T.needs.saidTakenBack)))
            #expect(try await town.stranger.opens(path).shows(town.say(T.needs.wouldComeNone)))
        }
        #expect(try await town.count("would_come") == 0)
    }

    @Test func `a stranger enters first and comes back to it`() async throws {
        let town = try await Town(), programme = try await town.programme()
        let page = try await town.stranger.opens("/programmes/\(programme)/would-come")
        #expect(page.path.hasPrefix("/sr/sign-in") && page.path.contains("would-come"))
        let asked = try await town.goran.opens("/programmes/\(programme)/would-come")
        #expect(asked.status == 200 && asked.shows("Дигитална учионица"))
        #expect(try await town.goran.sends("/would-come").shows(town.say(T.needs.saidCome)))
    }

    @Test func `nobody comes to what is valid no longer, and what is not there is missing`() async throws {
        let town = try await Town(), programme = try await town.programme(), topic = try await town.topic("Инклузија")
        let day = town.zone.day(of: town.clock.now)
        try await town.ana.opens("/programmes/\(programme)/would-come")
        try await town.does { try ProgrammeStore.withdraw(programme, from: day, because: "истекао", in: $0) }
        let page = try await town.ana.sends("/would-come")
        #expect(page.status == 409 && page.shows(town.say(T.needs.errorWithdrawn)))
        #expect(!(try await town.goran.opens("/programmes/\(programme)").html.contains("would-come")))
        try await town.ana.opens("/topics/\(topic)/would-come")
        try await town.does { try TopicStore.set(topic, isRetired: true, in: $0) }
        #expect(try await town.ana.sends("/would-come").status == 409)
        for path in ["/topics/99999", "/topics/99999/would-come", "/topics/x", "/programmes/99999/would-come"] {
            #expect(try await town.ana.opens(path).status == 404, "\(path)")
        }
        #expect(try await town.count("would_come") == 0)
    }

    @Test func `enough people of enough schools are one call, which staff see and end with a reason`() async throws {
        let town = try await Town(), topic = try await town.topic("Инклузија")
        try await town.calls(from: 4, 2)
        let groups = try await town.schools(2, of: 3)
        for person in groups[0] { try await town.comes(person, to: .topic(topic)) }
        #expect(try await town.count("demand_call") == 0, "all of one school")
        try await town.comes(groups[1][0], to: .topic(topic))
        #expect(try await town.count("demand_call") == 1)
        try await town.comes(groups[1][1], to: .topic(topic))
        #expect(try await town.count("demand_call") == 1)
        #expect(try await town.count("would_come WHERE demand_call IS NOT NULL") == 5)
        #expect(try await town.vesna.opens("/staff").shows("Инклузија"))
        let page = try await town.vesna.opens("/staff/needs/calls")
        #expect(page.shows("Инклузија") && page.shows(town.say(T.needs.peopleCount(count: 5))) && page.shows("ОШ „Звоно 1“"))
        let id = try #require(try await town.value("SELECT id FROM demand_call", as: Int64.self))
        let silent = try await town.vesna.sends("/calls/\(id)/end", ["reason": ""])
        #expect(silent.status == 422)
        #expect(try await town.vesna.sends("/calls/\(id)/end", ["reason": "Већ је у плану за мај."]).shows(town.say(T.needs.saidEnded)))
        // Those who counted are served; whoever says it anew counts anew.
        #expect(try await town.stranger.opens("/topics/\(topic)").shows(town.say(T.needs.wouldComeNone)))
        for person in groups[0] + groups[1].prefix(1) { try await town.comes(person, to: .topic(topic)) }
        #expect(try await town.count("demand_call") == 2)
        #expect(try await town.count("demand_call WHERE ended IS NULL") == 1)
        for other in [town.ana, town.milena] { #expect(try await other.opens("/staff/needs/calls").status != 200) }
    }

    @Test func `a lower threshold is reached by those who said it long ago, and who is far does not count`() async throws {
        let town = try await Town(), programme = try await town.programme()
        let near = try await town.municipality("Близу", 45.71, 19.32), far = try await town.municipality("Далеко", 43.32, 21.90)
        let people = try await town.crowd(of: 6)
        try await town.does { act in
            for (place, person) in people.enumerated() {
                let school = try SchoolStore.open(SchoolDetails(name: "Школа \(place)", kind: .primary, municipality: place < 4 ? near : far), in: act)
                try EmploymentStore.add(person, at: school, in: act)
            }
        }
        try await town.calls(from: 6, 2)
        let centre = town.centre
        try await town.does { try DemandCallStore.set(DemandRule(people: 6, schools: 2, km: 40, place: near), of: centre, in: $0) }
        for person in people { try await town.comes(person, to: .programme(programme)) }
        #expect(try await town.count("demand_call") == 0)
        try await town.vesna.opens("/settings/demand")
        let wrong = try await town.vesna.sends("/settings/demand", ["people": "4", "schools": "9"])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.needs.errorMoreSchools)))
        for bad in ["0", "-1", "1001", "много", "99999999999999999999"] {
            #expect(try await town.vesna.sends("/settings/demand", ["people": bad]).status == 422, "\(bad)")
        }
        #expect(try await town.vesna.sends("/settings/demand", ["people": "4", "schools": "2"]).shows(town.say(T.common.saved)))
        #expect(try await town.count("demand_call") == 1)
        #expect(try await town.count("would_come WHERE demand_call IS NOT NULL") == 4)
    }

    @Test func `two topics that become one reach the threshold together, and two calls become one`() async throws {
        let town = try await Town(), one = try await town.topic("Оцењивање"), two = try await town.topic("Формативно оцењивање")
        try await town.calls(from: 4, 2)
        let groups = try await town.schools(2, of: 4)
        for person in groups[0].prefix(2) { try await town.comes(person, to: .topic(one)) }
        for person in groups[1].prefix(1) + groups[0].prefix(1) { try await town.comes(person, to: .topic(two)) }
        try await town.does { try TopicStore.merge(one, into: two, in: $0) }
        #expect(try await town.count("demand_call") == 0, "three people are not four")
        #expect(try await town.count("would_come WHERE topic = \(two)") == 3)
        try await town.comes(groups[1][1], to: .topic(two))
        #expect(try await town.count("demand_call") == 1)
        let three = try await town.topic("Провера знања")
        for person in groups[0].suffix(2) + groups[1].suffix(2) { try await town.comes(person, to: .topic(three)) }
        #expect(try await town.count("demand_call WHERE ended IS NULL") == 2)
        try await town.does { try TopicStore.merge(three, into: two, in: $0) }
        #expect(try await town.count("demand_call WHERE ended IS NULL") == 1)
        #expect(try await town.count("would_come WHERE topic = \(two)") == 8)
    }
}

/// Reached from many sides at once, a threshold makes exactly one call.
@Suite struct DemandCallProperties {
    @Test(arguments: [1, 2, 3] as [UInt64]) func `whoever comes at once with whomever, one call stands open`(_ seed: UInt64) async throws {
        let town = try await Town(), one = try await town.topic("Оцењивање"), two = try await town.topic("Формативно оцењивање")
        let programme = try await town.programme()
        try await town.calls(from: 8, 3)
        let groups = try await town.schools(4, of: 6), people = groups.flatMap { $0 }
        var state = seed
        let order = people.map { person -> (UInt64, Person.ID) in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 20, person)
        }.sorted { $0.0 < $1.0 }.map(\.1)
        let centre = town.centre
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (place, person) in order.enumerated() {
                group.addTask {
                    // A topic may go into the other one before somebody presses: then there is nothing to press any more.
                    try? await town.comes(person, to: .topic(place % 2 == 0 ? one : two))
                    try await town.comes(person, to: .programme(programme))
                }
            }
            group.addTask { try await town.does { try TopicStore.merge(one, into: two, in: $0) } }
            group.addTask { try await town.does { try DemandCallStore.set(DemandRule(people: 6, schools: 2), of: centre, in: $0) } }
            try await group.waitForAll()
        }
        #expect(try await town.count("demand_call WHERE ended IS NULL AND programme = \(programme)") == 1)
        #expect(try await town.count("demand_call WHERE programme = \(programme)") == 1)
        #expect(try await town.count("demand_call WHERE ended IS NULL AND topic = \(two)") == 1)
        #expect(try await town.count("demand_call WHERE topic = \(one)") == 0)
        #expect(try await town.count("would_come WHERE topic = \(one)") == 0)
        // Everybody who counted stands in the call, once.
        #expect(try await town.count("would_come WHERE programme = \(programme) AND demand_call IS NOT NULL") == people.count)
        #expect(try await town.count("(SELECT person FROM would_come WHERE topic = \(two) GROUP BY person HAVING count(*) > 1) u") == 0)
        let reached = try await town.count("journal WHERE deed = 'needs.callReached'"), calls = try await town.count("demand_call")
        #expect(reached == calls)
    }
}
