import Catalogue
import Events
import Forms
import Kernel
import Languages
import Testing
import Town

/// Hours that a programme asks for, and a few letters that name a programme or a trainer.
@Suite struct SessionHourTests {
    @Test(arguments: [(1, "09:45"), (2, "10:30"), (3, "11:30"), (4, "12:15"), (6, "14:15"), (8, "16:00")])
    func `a day with so many school hours ends so`(hours: Int, ends: String) {
        #expect(SessionHours.end(of: hours, from: SessionHours.begins)?.iso == ends)
    }

    @Test func `what does not end on its day is not proposed`() {
        #expect(SessionHours.end(of: 24, from: SessionHours.begins) == nil)
        #expect(SessionHours.end(of: 0, from: SessionHours.begins) == nil)
        #expect(SessionHours.end(of: 25, from: .midnight) == nil)
    }

    @Test(arguments: [(8, 1, [8]), (16, 2, [8, 8]), (20, 3, [7, 7, 6]), (2, 3, [1, 1, 0]), (8, 0, [])])
    func `hours lie evenly on the days`(hours: Int, days: Int, spread: [Int]) {
        #expect(SessionHours.spread(hours, over: days) == spread)
    }

    @Test func `hours are proposed where none were typed, and nothing typed is changed`() {
        let typed = Typed(["day1": "1. 3. 2026.", "day2": "2. 3. 2026.", "begins2": "10", "day3": "3. 3. 2026.", "begins3": "8", "ends3": "9", "rows": "4"])
        let form = EventPlanForm(typed, own: .sr).proposingHours(of: 24)
        #expect((form.typed["begins1"], form.typed["ends1"]) == ("9:00", "16:00"))
        #expect(form.typed["ends2"] == "17:00")
        #expect((form.typed["begins3"], form.typed["ends3"]) == ("8", "9"))
        #expect(form.typed["ends4"].isEmpty, "a row without a day has no hours")
    }

    @Test func `a few letters of a programme's number or title choose it and fill the form, hours too`() async throws {
        let town = try await Town()
        let programme = try await town.programme()
        let known = try #require(try await town.finds { try ProgrammeStore.choices(in: $0).first })
        let words = String(known.title.prefix(5))
        try await town.vesna.opens("/staff/events/new")
        let filled = try await town.vesna.sends("/staff/events/new", ["programmeWords": words, "day1": "10. 6. 2026.", "fill": "yes"])
        #expect(filled.carried("programme") == "\(programme)")
        #expect(filled.carried("title") == known.title && filled.carried("ends1")?.isEmpty == false && filled.carried("begins1") == "9:00")
        try await town.vesna.opens("/staff/events/new")
        let none = try await town.vesna.sends("/staff/events/new", ["programmeWords": "нема таквог", "title": "Мој наслов", "fill": "yes"])
        #expect(none.status == 422 && none.shows(town.say(T.events.programmeNotFound)) && none.carried("title") == "Мој наслов")
    }

    @Test func `a few letters of a trainer's name add the trainer, in either script`() async throws {
        let town = try await Town()
        try await town.branko.becomes(.trainer, at: town.centre)
        try await town.vesna.opens("/staff/events/new")
        let added = try await town.vesna.sends("/staff/events/new", ["trainerWords": "његов", "trainers": "Лазар Кривокућа", "trainer": "yes"])
        #expect(added.carried("trainers") == "Лазар Кривокућа\nБранко Његован")
        let other = try await town.vesna.sends("/staff/events/new", ["trainerWords": "Нова Особа", "trainer": "yes"])
        #expect(other.carried("trainers")?.hasSuffix("Нова Особа") == true)
        #expect(other.html.contains("<datalist id=\"field-trainerWords-known\">"))
    }
}
