import Accounts
import Centres
import Kernel
import Languages
import Testing
@testable import Needs

/// Rules of needs, as tables.
@Suite struct NeedRules {
    private static let topics = TopicList([
        topic(1, "Дигитална учионица", lt: "Skaitmeninė klasė", words: [("Google учионица", false), ("таблети", true)]),
        topic(2, "Формативно оцењивање"), topic(3, "Rad sa roditeljima"), topic(4, "Оцењивање", mergedInto: 2), topic(5, "Стара тема", retired: Instant(seconds: 1)),
    ])

    private static func topic(
        _ id: Int64, _ sr: String, lt: String = "", words: [(String, Bool)] = [], mergedInto: Int64? = nil, retired: Instant? = nil
    ) -> Topic {
        Topic(
            id: Topic.ID(id), names: TopicNames(sr: sr, lt: lt), retired: retired, mergedInto: mergedInto.map { Topic.ID($0) },
            words: words.enumerated().map { place, word in
                TopicWord(id: TopicWord.ID(id * 10 + Int64(place)), words: word.0, matched: word.1 ? Instant(seconds: 1) : nil)
            }, codes: [])
    }

    @Test(arguments: [
        ("дигитална учионица", 1, ""), ("Digitalna učionica", 1, ""), ("DIGITALNA UCIONICA", 1, ""), ("skaitmenine klase", 1, ""), ("google ucionica", 1, ""),
        ("Рад са родитељима", 3, ""), ("Tableti", 1, "Tableti"), ("Оцењивање", nil, "Оцењивање"), ("Стара тема", nil, "Стара тема"), ("кактуси", nil, "кактуси"),
    ] as [(String, Int64?, String)])
    func `a wish is a topic by any of its names in either script, or stays in own words`(_ typed: String, _ topic: Int64?, _ words: String) {
        let wished = Self.topics.wished(typed)
        #expect(wished.topic?.id.value == topic && wished.words == words)
    }

    @Test func `what was merged stands for the other one`() {
        #expect(Self.topics.standing(Topic.ID(4))?.id.value == 2 && Self.topics.standing(Topic.ID(1))?.id.value == 1 && Self.topics.standing(Topic.ID(9)) == nil)
        #expect(Self.topics.offered(in: .sr).map(\.id.value) == [1, 3, 2])
    }

    @Test func `topics that may have been meant are proposed by beginnings of words`() {
        #expect(Self.topics.like("ucionica").map(\.id.value) == [1])
        #expect(Self.topics.like("како са родитељима који вичу").map(\.id.value) == [3])
        #expect(Self.topics.like("").isEmpty && Self.topics.like("а б в").isEmpty)
    }

    @Test(arguments: [
        ("наставник математике", .subject), ("учитељица", .teaching), ("Nastavnik razredne nastave", .teaching), ("васпитач", .preschool), ("педагог", .associate),
        ("директор школе", .head), ("pradinių klasių mokytoja", .teaching), ("наставник стручних предмета", .vocational), ("", .other),
    ] as [(String, NeedJob)])
    func `a job is proposed by its words`(_ words: String, _ job: NeedJob) {
        #expect(NeedJob.guessed(words) == job)
    }

    // MARK: Enough people

    private static let seat = Coordinates(latitude: 45.77, longitude: 19.11), near = Coordinates(latitude: 45.71, longitude: 19.32)
    private static let far = Coordinates(latitude: 43.32, longitude: 21.90)

    private static func comers(_ count: Int, schools: Int, at seat: Coordinates?) -> [Comer] {
        (0..<count).map { Comer(ID(Int64($0 + 1)), school: School.ID(Int64($0 % schools + 1)), seat: seat) }
    }

    @Test(arguments: [
        (4, 2, "near", 40, true), (3, 2, "near", 40, false), (4, 1, "near", 40, false), (4, 2, "far", 40, false), (4, 2, "far", nil, true), (4, 2, "far", 400, true),
        (4, 2, "unknown", 40, false), (4, 2, "unknown", nil, true),
    ] as [(Int, Int, String, Int?, Bool)])
    func `enough are enough people of enough schools near enough`(_ count: Int, _ schools: Int, _ place: String, _ km: Int?, _ isReached: Bool) {
        let rule = DemandRule(people: 4, schools: 2, km: km), seat = place == "near" ? Self.near : place == "far" ? Self.far : nil
        let reached = rule.reached(Self.comers(count, schools: schools, at: seat), around: Self.seat)
        #expect((reached != nil) == isReached && (reached?.count ?? count) == count)
    }

    @Test func `who is too far does not count for the call of the others`() throws {
        let rule = DemandRule(people: 4, schools: 2, km: 40)
        let stranger = Comer(ID(99), school: School.ID(7), seat: Self.far)
        let reached = try #require(rule.reached(Self.comers(4, schools: 2, at: Self.near) + [stranger], around: Self.seat))
        #expect(!reached.contains(stranger) && reached.count == 4)
    }
}
