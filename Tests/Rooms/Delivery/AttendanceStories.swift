import Accounts
import Catalogue
import Delivery
import Events
import Foundation
import Kernel
import Languages
import Operation
import Registration
import Site
import Storage
import Testing
import Town

/// Marks in the big table, and what they come to.
@Suite struct AttendanceStories {
    @Test func `Vesna types the signed list, and whoever was there on both days has completed`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, lasting: 2, [town.ana, town.branko, town.milena])
        try await hall.begins(1, minutes: 400)
        let page = try await town.vesna.opens("\(hall.path)/attendance")
        #expect(page.shows("Ђорђевић Ана") && page.shows("Njegovan") == false, "names stand as they were written")
        func field(_ person: Int, _ session: Int) -> String { "mark.\(hall.registrations[person].id).\(hall.sessions[session].id)." }
        func minutes(_ person: Int, _ session: Int) -> String { "minutes.\(hall.registrations[person].id).\(hall.sessions[session].id)" }
        let form = try #require(page.form("/attendance"))
        try await town.vesna.browser.post(form, [
            field(0, 0): "present", field(0, 1): "late", minutes(0, 1): "30", field(1, 0): "present", field(1, 1): "absent", field(2, 0): "excused",
        ])
        #expect(try await hall.isComplete(0))
        #expect(try await !hall.isComplete(1))
        #expect(try await !hall.isComplete(2))
        let marked = try await hall.mark(0, in: 1)
        #expect(marked?.mark == .late && marked?.missed == 30 && marked?.source == .sheet)
        #expect(try await town.journal("registration", hall.registrations[0].id.value).suffix(2) == ["delivery.marked", "delivery.marked"])

        // The button of the session: the one of whom nothing was said was there.
        try await town.vesna.opens("\(hall.path)/attendance")
        try await town.vesna.sends("/attendance", ["rest": "\(hall.sessions[1].id)"])
        #expect(try await hall.mark(2, in: 1)?.mark == .present)
        #expect(try await hall.mark(1, in: 1)?.mark == .absent, "what was said stays")
    }

    @Test func `all the rest were there at once, and that is taken back at once`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana, town.branko, town.milena])
        try await hall.begins(minutes: 30)
        #expect(try await town.vesna.opens("\(hall.path)/attendance").shows(town.say(T.delivery.restPresent(number: 3))))
        let absent = "mark.\(hall.registrations[1].id).\(hall.sessions[0].id)."
        let page = try await town.vesna.sends("/attendance", [absent: "absent", "rest": "\(hall.sessions[0].id)"])
        var roll = try await hall.roll
        func mark(_ person: Int) -> Attendance? { roll.mark(hall.registrations[person].id, hall.sessions[0].id) }
        #expect(mark(0)?.mark == .present && mark(2)?.source == .rest && mark(1)?.mark == .absent)
        #expect(page.shows("за 2 особе је једним потезом забележено"))

        // Meanwhile somebody at the door knows more of one; a device that was off line tells it late.
        try await hall.marks(2, .late, missed: 10)
        try await town.vesna.opens("\(hall.path)/attendance")
        try await town.vesna.sends("/attendance", ["undo": "\(hall.sessions[0].id)"])
        roll = try await hall.roll
        #expect(mark(0)?.mark == nil && mark(1)?.mark == .absent && mark(2)?.mark == .late)
        #expect(try await !town.vesna.opens("\(hall.path)/attendance").html.contains("name=\"undo\""))
    }

    @Test func `what a device kept off line takes the place of what was said of all the rest`() {
        func mark(_ mark: Mark, _ source: MarkSource, _ seconds: Int64) -> Attendance {
            Attendance(registration: ID(1), session: ID(1), mark: mark, source: source, at: Instant(seconds: seconds))
        }
        #expect(mark(.late, .door, 10).prevails(over: mark(.present, .rest, 500)))
        #expect(!mark(.late, .door, 10).prevails(over: mark(.present, .sheet, 500)))
        #expect(!mark(.present, .own, 600).prevails(over: mark(.present, .rest, 500)))
    }

    @Test func `on the day itself attendance begins with its doors`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, lasting: 2, [town.ana])
        try await hall.begins()
        let page = try await town.vesna.opens("\(hall.path)/attendance")
        #expect(page.link(town.say(T.delivery.todayDoorAct)) == "/sr\(hall.door())")
        #expect(page.link(town.say(T.delivery.screen)) == "/sr\(hall.page("screen"))")
        let (door, table) = (try #require(page.html.range(of: "/door")), try #require(page.html.range(of: "<table")))
        #expect(door.lowerBound < table.lowerBound)
        try await hall.begins(1, minutes: 24 * 60)
        #expect(try await town.vesna.opens("\(hall.path)/attendance").link(town.say(T.delivery.todayDoorAct)) == nil)
    }

    @Test func `a table that lay open overwrites nothing that was marked at the door meanwhile`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana, town.branko])
        try await hall.begins()
        let old = try #require(try await town.vesna.opens("\(hall.path)/attendance").form("/attendance"))
        try await hall.marks(0, .excused)
        try await town.vesna.browser.post(old, ["mark.\(hall.registrations[1].id).\(hall.sessions[0].id).": "present"])
        #expect(try await hall.mark(0)?.mark == .excused)
        #expect(try await hall.mark(1)?.mark == .present)
    }

    @Test func `lateness without minutes is asked about, and nothing typed is lost`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana, town.branko])
        try await hall.begins()
        try await town.vesna.opens("\(hall.path)/attendance")
        let (ana, branko) = ("mark.\(hall.registrations[0].id).\(hall.sessions[0].id).", "mark.\(hall.registrations[1].id).\(hall.sessions[0].id).")
        let page = try await town.vesna.sends("/attendance", [ana: "late", branko: "absent"])
        #expect(page.status == 422)
        #expect(page.shows(town.say(T.delivery.minutesMissing)))
        #expect(page.form("/attendance")?.fields.first { $0.name == branko }?.value == "absent")
        #expect(try await hall.mark(1) == nil)
    }

    @Test func `nobody is marked before the hour before the session, nor in one that does not come`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, lasting: 2, [town.ana])
        try await hall.begins(0, minutes: -61)
        await hall.refuses("рано") { try await hall.marks(0, .present) }
        try await hall.begins(0, minutes: -60)
        try await hall.marks(0, .present)
        await hall.refuses("рано") { try await hall.marks(0, .present, in: 1) }
        #expect(try await town.vesna.opens("\(hall.path)/attendance").shows(town.say(T.delivery.notYet)))
        let event = hall.event
        try await town.vesna.postpones(event, because: "снег")
        await hall.refuses("одложено") { try await hall.marks(0, .absent) }
    }

    @Test func `after it is closed a mark needs a reason, which the journal keeps`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana])
        try await hall.ends()
        try await hall.closes()
        await hall.refuses("закључена") { try await hall.marks(0, .present) }
        try await town.vesna.opens("\(hall.path)/attendance")
        let field = "mark.\(hall.registrations[0].id).\(hall.sessions[0].id)."
        #expect(try await town.vesna.sends("/attendance", [field: "present"]).status == 422)
        try await town.vesna.sends("/attendance", [field: "present", "reason": "Потпис је превиђен."])
        #expect(try await hall.isComplete(0))
        #expect(try await town.vesna.opens(hall.path).shows("Потпис је превиђен."))
    }

    @Test func `only those with a seat are marked, and only in their own event`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, seats: 1, [town.ana, town.branko])
        let other = try await HeldSeminar(town, [town.milena])
        try await hall.begins()
        await hall.refuses("нема место") { try await hall.marks(1, .present) }
        let (mine, foreign) = (hall.registrations[0].id, other.registrations[0].id)
        let (here, elsewhere) = (hall.sessions[0].id, other.sessions[0].id)
        await hall.refuses("нема место") { try await hall.marks(foreign, in: here, by: town.vesna) }
        await #expect(throws: Problem.missing) { try await hall.marks(mine, in: elsewhere, by: town.vesna) }
        #expect(try await town.goran.opens("\(hall.path)/attendance").status == 404)
        await #expect(throws: Problem.missing) { try await hall.marks(mine, in: here, by: town.goran) }
    }

    @Test func `a session keeps its marks when the plan changes, and is not dropped with them`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, lasting: 2, [town.ana])
        try await hall.begins()
        try await hall.marks(0, .present)
        try await town.change(hall.event) { $0.sessions[1].day = $0.sessions[1].day.adding(days: 7) }
        let moved = try await hall.roll
        #expect(moved.sessions.map(\.id) == hall.sessions.map(\.id))
        #expect(try await hall.mark(0)?.mark == .present)
        await hall.refuses("забележен") { try await town.change(hall.event) { $0.sessions.removeFirst() } }
        try await town.change(hall.event) { $0.sessions.removeLast() }
        #expect(try await hall.isComplete(0))
        #expect(try await hall.roll.sessions.count == 1)
    }

    @Test func `a rule of the centre holds from its day on, and what is closed stays as it was`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, lasting: 2, [town.ana])
        try await town.vesna.becomes(.director, at: town.centre)
        try await hall.begins()
        try await hall.marks(0, .present)
        #expect(try await !hall.isComplete(0))
        let first = hall.sessions[0].day
        let later = town.app.carried.words.texts(.sr, in: town.zone).day(first.adding(days: 1), .numeric)
        try await town.vesna.opens("/settings/completion")
        try await town.vesna.sends("/settings/completion", ["since": later, "percent": "50", "minutes": "0"])
        #expect(try await !hall.isComplete(0), "the rule begins after this event did")
        try await town.vesna.opens("/settings/completion")
        try await town.vesna.sends("/settings/completion", ["since": first.iso, "percent": "50", "minutes": "0"])
        #expect(try await hall.isComplete(0))
        try await hall.ends()
        try await hall.closes()
        try await town.vesna.opens("/settings/completion")
        #expect(try await town.vesna.sends("/settings/completion", ["since": first.iso, "percent": "100", "minutes": "0"]).status == 422)
        #expect(try await town.vesna.opens("/settings/completion").forms.contains { $0.action.hasSuffix("\(first.iso)/remove") })
        let refused = try await town.vesna.sends("\(first.iso)/remove")
        #expect(refused.status == 409 && refused.shows(town.say(T.delivery.ruleInUse)))
        #expect(refused.form("/settings/completion")?.fields.contains { $0.name == "percent" && $0.value == "100" } == true)
        #expect(try await hall.isComplete(0))
    }
}
