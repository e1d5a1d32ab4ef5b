import Events
import Guests
import Kernel
import Languages
import Registration
import Storage
import Testing
import Town

/// A conference has a programme: talks in sessions, nobody at two places at once, a book of abstracts.
@Suite struct TalkStories {
    private func conference(_ town: Town) async throws -> Event.ID {
        try await town.occasion("Conference", "Примери добре праксе", seats: 100) { plan in
            let day = plan.sessions[0].day
            plan.sessions = [
                EventSession(day: day, begins: ClockTime(hour: 9, minute: 0)!, ends: ClockTime(hour: 11, minute: 0)!, place: "Велика сала"),
                EventSession(day: day, begins: ClockTime(hour: 11, minute: 0)!, ends: ClockTime(hour: 13, minute: 0)!, place: "Учионица 2"),
            ]
        }
    }

    @Test func `talks stand on the page with their abstracts, and in a book`() async throws {
        let town = try await Town()
        let event = try await conference(town)
        let path = "/staff/events/\(event)/talks"
        #expect(try await town.vesna.opens("/staff/events/\(event)").link(town.say(T.registration.toTalks)) == "/sr\(path)")
        let session = try await town.event(event).sessionRows[0]
        try await town.vesna.opens(path)
        let wrong = try await town.vesna.sends(path, ["session": "\(session)", "begins": "8:30", "ends": "9:30", "title": ""])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.common.errorMissing)))
        try await town.vesna.sends(path, ["begins": "9", "ends": "9:30", "title": "Огледи у петом разреду", "speakers": "Ана Ђорђевић, Бранко Његован",
            "abstract": "Ваздух и вода."])
        #expect(try await town.count("talk") == 1)
        try await town.vesna.opens(path)
        let beside = try await town.vesna.sends(path, ["session": "\(session)", "begins": "9:15", "ends": "9:45", "title": "Читање"])
        #expect(beside.status == 422 && beside.shows(town.say(T.guests.talkOverlaps(title: "Огледи у петом разреду"))))
        let page = try await town.stranger.opens("/events/\(event)")
        #expect(page.shows("Огледи у петом разреду") && page.shows("Бранко Његован") && page.shows("Ваздух и вода."))
        let book = try await town.vesna.opens("\(path).pdf")
        #expect(book.status == 200 && book.bytes.starts(with: Array("%PDF".utf8)))
        #expect(try await town.ana.opens(path).status == 404)
        let seminar = try await town.seminar()
        #expect(try await town.vesna.opens("/staff/events/\(seminar)/talks").status == 404)
    }

    @Test func `nobody speaks at two places at once, and a session with talks stays`() async throws {
        let town = try await Town()
        let event = try await conference(town)
        let (ten, eleven, noon) = (ClockTime(hour: 10, minute: 0)!, ClockTime(hour: 11, minute: 0)!,
            ClockTime(hour: 12, minute: 0)!)
        let rows = try await town.event(event).sessionRows
        try await town.vesna.does { act in
            try TalkStore.add(TalkDetails(session: rows[0], begins: ten, ends: eleven, title: "Прво", speakers: "Ana Đorđević"), to: event, in: act)
            try TalkStore.add(TalkDetails(session: rows[1], begins: eleven, ends: noon, title: "Друго", speakers: "Ана Ђорђевић"), to: event, in: act)
        }
        try await town.change(event) { $0.sessions[1].begins = ten }
        let fault = T.guests.talkTwoPlaces(name: "Ana Đorđević", title: .title("Прво"), times: .times(ten, eleven))
        await #expect(throws: Problem.invalid("speakers", fault)) {
            try await town.vesna.does { try TalkStore.add(TalkDetails(session: rows[1], begins: ten, ends: eleven, title: "Треће", speakers: "Ана Ђорђевић"),
                to: event, in: $0) }
        }
        await #expect(throws: Problem.conflict(T.guests.talkKeepsSession(title: .title("Друго")))) { try await town.change(event) { $0.sessions.removeLast() } }
        #expect(try await town.event(event).plan.sessions.count == 2)
    }
}
