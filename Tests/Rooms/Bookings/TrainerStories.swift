import Accounts
import Bookings
import Events
import Foundation
import HTTPTypes
import Kernel
import Languages
import Storage
import Testing
import Town

/// When a trainer cannot come, and how long the contract holds.
@Suite struct TrainerStories {
    @Test func `Бранко writes down when he cannot come, and whoever plans is warned`() async throws {
        let town = try await Town()
        try await town.branko.becomes(.trainer, at: town.centre)
        let page = try await town.branko.opens("/me")
        #expect(page.link(town.say(T.bookings.absencesWrite, .srLatn)) != nil)
        #expect(try await town.ana.opens("/me").link(town.say(T.bookings.absencesWrite)) == nil)
        try await town.branko.opens("/me/absences")
        let wrong = try await town.branko.sends("/me/absences", ["first": "12.3.2026.", "last": "10.3.2026."])
        #expect(wrong.status == 422 && wrong.html.contains("field-last-error"))
        try await town.branko.sends("/me/absences", ["first": "10.3.2026.", "last": "12.3.2026.", "why": "Екскурзија"])

        let (seminar, other, branko) = (try await town.seminar(announced: false), try await town.seminar(inDays: 42, announced: false), town.branko.id)
        for id in [seminar, other] { try await town.change(id) { $0.trainers = [Trainer(name: "Бранко Његован", person: branko)] } }
        let days = try #require(Day(iso: "2026-03-10"))...(try #require(Day(iso: "2026-03-12")))
        let words = town.say(T.bookings.clashAbsent(name: "Бранко Његован", days: .days(days)))
        #expect(try await town.vesna.opens("/staff/events/\(seminar)/announce").shows(words))
        #expect(try await !town.vesna.opens("/staff/events/\(other)/announce").shows(words))
        // A warning, never a refusal.
        try await town.vesna.opens("/staff/events/\(seminar)/announce")
        try await town.vesna.sends("/announce")
        #expect(try await town.event(seminar).state == .announced)

        let id = try #require(try await town.value("SELECT id FROM trainer_absence", as: Int64.self))
        await #expect(throws: Problem.missing) { try await town.ana.does { [ana = town.ana.id] in try TrainerStore.remove(Absence.ID(id), of: ana, in: $0) } }
        try await town.branko.opens("/me/absences")
        try await town.branko.sends("/me/absences/\(id)/remove")
        #expect(try await town.count("trainer_absence") == 0)
    }

    @Test func `Весна writes for a trainer on the card, and Данас tells what ends`() async throws {
        let town = try await Town()
        try await town.branko.becomes(.trainer, at: town.centre)
        let path = "/people/\(town.branko.id)/trainer"
        #expect(try await town.vesna.opens("/people/\(town.branko.id)").link(town.say(T.bookings.trainerSheetAct)) == "/sr\(path)")
        try await town.vesna.opens(path)
        try await town.vesna.sends("/absences", ["first": "1.3.2026."])
        try await town.vesna.opens(path)
        let form = try #require(try await town.vesna.opens(path).form("/people/\(town.branko.id)/absences")?.acting("/sr/people/\(town.branko.id)/contracts"))
        try await town.vesna.browser.post(form, ["first": "1.9.2025.", "last": "20.2.2026.", "why": "Уговор 12/2025"])
        #expect(try await town.count("trainer_absence") == 1)
        #expect(try await town.count("trainer_contract") == 1)
        let today = try await town.vesna.opens("/staff")
        #expect(today.shows("Бранко Његован") && today.shows(town.say(T.bookings.todayContract(day: .day(try #require(Day(iso: "2026-02-20")))))))
        // One that goes on says nothing.
        let again = try #require(try await town.vesna.opens(path).form("/people/\(town.branko.id)/absences")?.acting("/sr/people/\(town.branko.id)/contracts"))
        try await town.vesna.browser.post(again, ["first": "21.2.2026.", "last": "31.8.2026."])
        #expect(try await !town.vesna.opens("/staff").shows("Бранко Његован"))
        for someone in [town.ana, town.branko] { #expect(try await someone.opens(path).status == 404) }
        // Somebody with whom the centre has nothing to do.
        #expect(try await town.vesna.opens("/people/\(town.goran.id)/trainer").status == 404)
    }
}
