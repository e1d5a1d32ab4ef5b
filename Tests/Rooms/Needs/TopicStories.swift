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

/// Topics: kept by staff, found by everybody, merged; and own words that become topics.
@Suite struct TopicStories {
    @Test func `the ready list comes in once, and topics are found in either script`() async throws {
        let town = try await Town()
        #expect(try await town.vesna.opens("/settings/topics").shows(town.say(T.needs.topicsEmpty)))
        #expect(try await town.vesna.sends("/settings/topics/starter").shows(town.say(T.needs.saidStarter)))
        let count = try await town.count("topic")
        #expect(count >= 40)
        try await town.does { try TopicStore.addStarter(in: $0) }
        #expect(try await town.count("topic") == count)
        let page = try await town.stranger.opens("/topics?q=inkluzija")
        #expect(page.shows("Инклузивно образовање") && !page.shows("Школска библиотека"))
        #expect(try await town.stranger.opens("/search?q=četbot").shows("Вештачка интелигенција у настави"))
        #expect(try await town.newBrowser(language: "lt").opens("/topics").shows("Įtraukusis ugdymas"))
        for other in [town.ana, town.milena, town.goran] { #expect(try await other.opens("/settings/topics").status != 200) }
    }

    @Test func `the ready list is whole, and no word of it means two topics`() async throws {
        let drafts = TopicStarter.drafts(try await Town().records.words)
        #expect(drafts.count >= 40 && drafts.allSatisfy { $0.names.all.count == 3 })
        #expect(drafts.allSatisfy { Script.of($0.names.sr) == .cyrillic && Script.of($0.names.lt) == .latin })
        var seen: [String: String] = [:]
        for draft in drafts {
            for key in Set((draft.names.all + draft.words).map(TopicWord.key)) {
                #expect(seen[key] == nil, "\(key): \(draft.names.sr) and \(seen[key] ?? "")")
                seen[key] = draft.names.sr
            }
        }
    }

    @Test func `a topic has a name and words, each of which means no other`() async throws {
        let town = try await Town()
        try await town.topic("Инклузија", words: ["ИОП"])
        try await town.vesna.opens("/settings/topics/new")
        let none = try await town.vesna.sends("/settings/topics/new", ["name_sr": ""])
        #expect(none.status == 422 && none.shows(town.say(T.common.errorMissing)))
        let taken = try await town.vesna.sends("/settings/topics/new", ["name_sr": "Школски врт", "words": "башта\niop"])
        #expect(taken.status == 422 && taken.shows(town.say(T.needs.errorTaken(words: .title("iop"), topic: .title("Инклузија")))))
        let long = try await town.vesna.sends("/settings/topics/new", ["name_sr": String(repeating: "z", count: 50_000), "words": ""])
        #expect(long.status == 422)
        let added = try await town.vesna.sends("/settings/topics/new", ["name_sr": "Школски врт", "name_en": "School garden", "words": "башта"])
        #expect(added.shows(town.say(T.common.saved)))
        let id = try #require(try await town.value("SELECT max(id) FROM topic", as: Int64.self))
        #expect(try await town.newBrowser(language: "en").opens("/topics/\(id)").shows("School garden"))
        #expect(try await town.journal("topic", id) == ["needs.topicAdded"])
        try await town.vesna.opens("/settings/topics/\(id)")
        try await town.vesna.sends("/retire")
        #expect(!(try await town.stranger.opens("/topics").shows("Школски врт")))
        #expect(try await town.stranger.opens("/topics/\(id)").shows(town.say(T.needs.retiredText)))
    }

    @Test func `a topic goes into another: wishes follow, what was chosen stays told, and its name is found`() async throws {
        let town = try await Town(), old = try await town.topic("Оцењивање", words: ["оцене"]), new = try await town.topic("Формативно оцењивање")
        try await town.ana.wishes("Оцењивање")
        try await town.branko.wishes("Формативно оцењивање")
        try await town.goran.wishes("оцене", "Формативно оцењивање")
        try await town.vesna.opens("/settings/topics/\(old)")
        let same = try await town.vesna.sends("/merge", ["into": "\(old)"])
        #expect(same.status == 422)
        #expect(try await town.vesna.sends("/merge", ["into": "\(new)"]).shows(town.say(T.needs.mergedInto)))
        #expect(try await town.count("wish WHERE topic = \(new)") == 4)
        #expect(try await town.count("wish WHERE topic = \(old)") == 0)
        let page = try await town.ana.opens("/me/plan")
        #expect(page.shows("Формативно оцењивање") && page.shows(town.say(T.needs.wasChosen(topic: .title("Оцењивање")))))
        let shown = try await town.stranger.opens("/topics/\(old)")
        #expect(shown.path.hasSuffix("/topics/\(new)") && shown.status == 200)
        // Whoever has both is one person and two wishes; whoever writes the old name means the new topic.
        let table = try await town.vesna.opens("/staff/needs?by=topic")
        #expect(table.shows("Формативно оцењивање 3 4"))
        try await town.ruta.wishes("оцењивање")
        #expect(try await town.count("wish WHERE topic = \(new)") == 5)
        let desk = try await town.vesna.opens("/settings/topics/\(new)")
        #expect(desk.shows(town.say(T.needs.history)) && desk.shows("Оцењивање"))
        #expect(try await town.journal("topic", old.value).contains("needs.topicMerged"))
        // Nothing goes into what went itself, and it is changed no longer.
        let again = await #expect(throws: Problem.self) { try await town.does { try TopicStore.merge(new, into: old, in: $0) } }
        #expect(again?.faults.map(\.field) == ["into"])
        await #expect(throws: Problem.self) { try await town.does { try TopicStore.edit(old, to: TopicDraft(TopicNames(sr: "Опет")), in: $0) } }
    }

    @Test func `own words matched once hold for all who write so, now and later, until that is taken back`() async throws {
        let town = try await Town(), topic = try await town.topic("Сарадња са родитељима")
        try await town.ana.wishes("љути родитељи")
        try await town.branko.wishes("Ljuti roditelji")
        try await town.goran.wishes("школски врт")
        let page = try await town.vesna.opens("/staff/needs/words")
        #expect(page.shows(town.say(T.needs.peopleCount(count: 2))) && page.shows("школски врт"))
        let form = try #require(page.forms.first { $0.fields.contains { $0.name == "key" && $0.value == "ljuti roditelji" } })
        let done = try await town.vesna.browser.post(form, ["topic": "\(topic)"])
        #expect(done.shows(town.say(T.needs.saidMatched)))
        #expect(try await town.count("wish WHERE topic = \(topic)") == 2)
        try await town.ruta.wishes("LJUTI RODITELJI")
        #expect(try await town.count("wish WHERE topic = \(topic)") == 3)
        #expect(try await town.ana.opens("/me/plan").shows("љути родитељи"), "her words stay hers")
        try await town.vesna.opens("/staff/needs/words")
        #expect(try await town.vesna.sends("/staff/needs/words/release").shows(town.say(T.needs.saidReleased)))
        #expect(try await town.count("wish WHERE topic IS NULL") == 4)
        for other in [town.ana, town.milena] { #expect(try await other.opens("/staff/needs/words").status != 200) }
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.needs.todayWords(count: 2))))
    }
}
