import Accounts
import Centres
import Events
import Foundation
import HTTPTypes
import Kernel
import Languages
import Registration
import Storage
import Testing
import Town

/// What letters do to the calendar of their reader, as two libraries that are not ours read them.
@Suite struct CalendarStories {
    @Test func `six letters keep a calendar right: in, out, in again, a day less, another date, called off`() async throws {
        let town = try await Town()
        // Summer time ends between the two days of the first, and begins between those of the other.
        let autumn = try await town.seminar(on: ["2027-10-30", "2027-10-31"])
        let spring = try await town.seminar(on: ["2027-03-27", "2027-03-28"])
        let first = try await town.ana.applies(to: autumn)
        town.clock.passes(minutes: 5)
        try await town.ana.withdraws(first.id)
        town.clock.passes(minutes: 5)
        let again = try await town.ana.applies(to: autumn)
        // From here on the centre is reached under another address.
        try await town.does { try $0.db.run("UPDATE centre SET host = 'novi.bistrik.example'") }
        town.clock.passes(days: 1)
        try await town.change(autumn) { $0.sessions.removeFirst() }
        town.clock.passes(days: 1)
        _ = try await town.vesna.does { try RegistrationStore.move(again.id, to: spring, because: "Молба", in: $0) }
        town.clock.passes(days: 1)
        try await town.vesna.does { try EventStore.cancel(spring, because: "Болест", in: $0) }

        let said = try await town.calendar(of: town.ana)
        let days = ["20271030T070000Z/20271030T123000Z", "20271031T080000Z/20271031T133000Z"]
        #expect(said.map(\.method) == ["REQUEST", "CANCEL", "REQUEST", "REQUEST", "REQUEST", "CANCEL"])
        #expect(said.map(\.stands) == [
            days, [], days, [days[1]], ["20270327T080000Z/20270327T133000Z", "20270328T070000Z/20270328T123000Z"], [],
        ])
        #expect(said.flatMap(\.faults) == [])
        #expect(said.map(\.number) == [0, 1, 2, 3, 4, 5])
        #expect(Set(said.map(\.uid)).count == 1)
        #expect(said.allSatisfy { $0.uid?.hasSuffix(".zbornica") == true })
    }

    @Test func `letters and calendars tell where the hall is: at its own address, else in the centre's house`() async throws {
        let town = try await Town()
        let hall = try await town.hall("Сала 1")
        let seminar = try await town.seminar()
        try await town.change(seminar) { plan in (plan.sessions[0].hall, plan.sessions[0].place) = (hall, "") }
        _ = try await town.ana.applies(to: seminar)
        #expect(try await town.letter(to: town.ana.email)?.text.contains("Сала 1, Школска 1, Бистрик") == true)
        let calendar = try await town.stranger.opens("/events/\(seminar)/calendar.ics").html.replacing("\r\n ", with: "")
        #expect(calendar.contains("LOCATION:Сала 1\\, Школска 1\\, Бистрик"))

        try await town.does { try $0.db.run("UPDATE hall SET address = 'Дунавска 5, Бистрик' WHERE id = \(hall)") }
        try await town.does { try $0.touchPublicPages() }
        _ = try await town.branko.applies(to: seminar)
        #expect(try await town.letter(to: town.branko.email)?.text.contains("Sala 1, Dunavska 5, Bistrik") == true)
    }

    @Test func `who only waited has nothing to take back, and who is moved to a queue no seat to keep`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 1)
        let full = try await town.seminar(seats: 1, inDays: 42)
        _ = try await town.goran.applies(to: full)
        let ana = try await town.ana.applies(to: seminar)
        let branko = try await town.branko.applies(to: seminar)
        try await town.branko.withdraws(branko.id)
        _ = try await town.vesna.does { try RegistrationStore.move(ana.id, to: full, in: $0) }
        let branko2 = try await town.calendar(of: town.branko)
        #expect(branko2.map(\.method) == ["", ""] && branko2.flatMap(\.faults) == [])
        let said = try await town.calendar(of: town.ana)
        #expect(said.map(\.method) == ["REQUEST", "CANCEL"] && said.flatMap(\.faults) == [] && said.last?.stands == [])
    }

    @Test func `what is postponed leaves the calendar once, and its new date comes back under the same name`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        _ = try await town.ana.applies(to: seminar)
        try await town.vesna.does { try EventStore.postpone(seminar, because: "Поплава", in: $0) }
        try await town.change(seminar) { plan in
            plan.sessions[0].day = plan.sessions[0].day.adding(days: 7)
            plan.deadline = plan.sessions[0].day.adding(days: -15)
        }
        try await town.vesna.does { try EventStore.announce(seminar, limits: nil, in: $0) }
        let said = try await town.calendar(of: town.ana)
        #expect(said.map(\.method) == ["REQUEST", "CANCEL", "REQUEST"] && said.flatMap(\.faults) == [])
        #expect(said.last?.stands == ["20260318T080000Z/20260318T140000Z"] && Set(said.map(\.uid)).count == 1)
    }

    @Test(arguments: [
        (["2026-03-07", "2026-03-14", "2026-03-28"], "FREQ=DAILY;INTERVAL=7;COUNT=4"),
        (["2026-03-07", "2026-03-08", "2026-03-10"], "FREQ=DAILY;INTERVAL=1;COUNT=4"),
        (["2026-03-07", "2026-09-19"], "FREQ=DAILY;INTERVAL=196;COUNT=2"),
        (["2026-03-07", "2026-03-07", "2026-03-08"], "FREQ=DAILY;INTERVAL=1;COUNT=2"),
    ]) func `any days are one entry`(days: [String], rule: String) async throws {
        let town = try await Town()
        let seminar = try await town.seminar(on: days)
        _ = try await town.ana.applies(to: seminar)
        let said = try #require(try await town.calendar(of: town.ana).last)
        #expect(said.faults == [] && said.stands.map { String($0.prefix(8)) } == Set(days).sorted().map { $0.filter { $0 != "-" } })
        let calendar = try #require(try await town.value("SELECT calendar FROM letter WHERE calendar IS NOT NULL", as: String.self))
        #expect(calendar.contains("RRULE:\(rule)\r\n"))
    }

    @Test func `in Lithuania the same hours are other moments`() async throws {
        let town = try await Town()
        try await town.does { try $0.db.run("UPDATE centre SET zone = 'Europe/Vilnius'") }
        let seminar = try await town.seminar(on: ["2027-10-30", "2027-10-31"])
        _ = try await town.ana.applies(to: seminar)
        #expect(try await town.calendar(of: town.ana).last?.stands == ["20271030T060000Z/20271030T113000Z", "20271031T070000Z/20271031T123000Z"])
    }

    @Test func `nobody's words begin a line of a calendar`() async throws {
        let town = try await Town()
        let evil = "Центар\r\nATTENDEE:mailto:x@y.example\r\u{2028}X: \"a\"\u{0B}\nBEGIN:VALARM"
        try await town.does { try $0.db.run("UPDATE centre SET name = \(evil), email = \("a@b.example\r\nX-ONE:1")") }
        let seminar = try await town.seminar(evil)
        try await town.change(seminar) { ($0.sessions[0].place, $0.sessions[0].link) = (evil, "https://soba.example/\r\nX-TWO:2") }
        _ = try await town.ana.applies(to: seminar)
        let letter = try #require(try await town.value("SELECT calendar FROM letter WHERE calendar IS NOT NULL", as: String.self))
        for calendar in [letter, try await town.stranger.opens("/events.ics").html, try await town.stranger.opens("/events/\(seminar)/calendar.ics").html] {
            let names = calendar.replacing("\r\n ", with: "").components(separatedBy: "\r\n").map { $0.prefix { $0 != ":" && $0 != ";" } }
            let known: Set<Substring> = [
                "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "URL",
                "DESCRIPTION", "ORGANIZER", "ATTENDEE", "STATUS", "",
            ]
            #expect(Set(names).subtracting(known) == [] && names.filter { $0 == "BEGIN" }.count == 2)
            #expect(names.filter { $0 == "ATTENDEE" }.count == (calendar == letter ? 1 : 0))
            #expect(calendar.utf8.split(separator: 13, omittingEmptySubsequences: false).dropFirst().allSatisfy { $0.first == 10 }, "no bare end of a line")
        }
    }

    @Test func `a feed in which nothing changed is told to be the same, and an entry bears the time of its last change`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        _ = try await town.seminar("Друга", inDays: 40)
        func stamps(_ page: Page) -> Set<Substring> { Set(page.html.matches(of: /DTSTAMP:(\S+)/).map(\.1)) }
        for path in ["/events.ics", "/events/\(seminar)/calendar.ics"] {
            town.clock.passes(days: 1)
            let first = try await town.stranger.opens(path)
            town.clock.passes(days: 1)
            #expect(try await town.stranger.opens(path).bytes == first.bytes, "\(path)")
        }
        let before = try await town.stranger.opens("/events.ics")
        let tag = try #require(before.headers[.eTag])
        #expect(try await town.stranger.send(.get, "/sr/events.ics", headers: [.ifNoneMatch: tag]).status == 304)
        #expect(stamps(before).count == 1)
        try await town.change(seminar) { $0.sessions[0].place = "Библиотека" }
        let after = try await town.stranger.send(.get, "/sr/events.ics", headers: [.ifNoneMatch: tag])
        #expect(after.status == 200 && stamps(after).count == 2)
    }

    @Test func `two sessions of one day are one entry, which says the hours of each`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(on: ["2026-03-07", "2026-03-07", "2026-03-08"])
        _ = try await town.ana.applies(to: seminar)
        let calendar = try #require(try await town.value("SELECT calendar FROM letter WHERE calendar IS NOT NULL", as: String.self)).replacing("\r\n ", with: "")
        let descriptions = calendar.matches(of: /DESCRIPTION:(.+)\r\n/).map { $0.1 }
        #expect(descriptions.first?.components(separatedBy: "\\n").count == 3, "\(descriptions)")
    }

    @Test func `of a conference stands what was chosen, with what is everybody's, and it follows the choice`() async throws {
        let town = try await Town()
        let event = try await town.conference { $0.sessions[0].ends = ClockTime(hour: 10, minute: 0)! }
        let ids = try await town.workshops(event).map(\.workshop.id)
        let goran = try await town.applies(town.goran, to: event, choosing: [1])
        let ana = try await town.applies(town.ana, to: event, choosing: [0, 2])
        try await town.ana.does { try WorkshopStore.choose([ids[0]], of: ana.id, in: $0) }
        // That one is full: whoever waits there has nothing at that time.
        try await town.ana.does { try WorkshopStore.choose([ids[1]], of: ana.id, in: $0) }
        try await town.goran.withdraws(goran.id)
        let said = try await town.calendar(of: town.ana)
        let day = try #require(said.first?.stands.first?.prefix(8))
        #expect(said.map(\.stands) == ["13", "12", "09", "12"].map { ["\(day)T080000Z/\(day)T\($0)0000Z"] })
        #expect(said.map(\.method) == ["REQUEST", "REQUEST", "REQUEST", "REQUEST"] && said.flatMap(\.faults) == [])
        #expect(said.map(\.number) == [0, 1, 2, 3] && Set(said.map(\.uid)).count == 1)
        let told = try await town.entries(of: town.ana)
        #expect(told.map { $0.contains("Отварање") } == [true, true, true, true])
        #expect(told.map { $0.contains("Змај од папира") } == [true, true, false, false])
        #expect(told.map { $0.contains("Музика без нота") } == [false, false, false, true])
        #expect(told.map { $0.contains("Игре напољу") } == [true, false, false, false])
    }

    @Test func `staff who move a workshop, or give its seat to somebody else, change the entry`() async throws {
        let town = try await Town()
        let event = try await town.conference()
        let ana = try await town.applies(town.ana, to: event, choosing: [2])
        try await town.change(event) { $0.sessions[3].ends = ClockTime(hour: 16, minute: 0)! }
        try await town.vesna.does { try WorkshopStore.choose([], of: ana.id, in: $0) }
        let said = try await town.calendar(of: town.ana)
        #expect(said.compactMap { $0.stands.first?.suffix(7) } == ["130000Z", "150000Z", "100000Z"] && said.flatMap(\.faults) == [])
        #expect(said.map(\.number) == [0, 1, 2])
    }

    @Test func `where everything is chosen, whoever chose nothing keeps the whole day`() async throws {
        let town = try await Town()
        let event = try await town.conference { $0.sessions.removeFirst() }
        _ = try await town.applies(town.ana, to: event, choosing: [])
        let said = try #require(try await town.calendar(of: town.ana).first)
        #expect(said.stands.map { $0.suffix(7) } == ["130000Z"] && said.faults == [])
        let told = try await town.entries(of: town.ana)
        #expect(!told.contains { $0.contains("Змај од папира") })
    }

    @Test func `one letter of a package brings an entry for each event with a seat, and each is taken back by itself`() async throws {
        let town = try await Town()
        let events = [try await town.seminar("Први сусрет"), try await town.seminar("Други сусрет", inDays: 42), try await town.seminar("Трећи", seats: 1, inDays: 49)]
        _ = try await town.goran.applies(to: events[2])
        let ana = town.ana.id
        let lines = try await town.ana.does { act in
            try RegistrationStore.apply(ana, together: events, Application(payer: .own), reader: try PersonStore.person(ana, in: act), in: act)
        }
        try await town.ana.withdraws(try #require(lines.first?.registration?.id))
        let said = try await town.calendar(of: town.ana)
        #expect(said.map(\.method) == ["REQUEST", "REQUEST", "CANCEL"] && said.flatMap(\.faults) == [])
        #expect(said.map(\.number) == [0, 0, 1] && Set(said.map(\.uid)).count == 2, "none for the one at which she waits")
        #expect(said.map(\.stands.count) == [2, 2, 1])
    }

    @Test func `letters are known by the lasting name of the installation`() async throws {
        let town = try await Town()
        _ = try await town.ana.applies(to: town.seminar())
        try await town.settles()
        let name = try await town.finds { try $0.installation }
        #expect(name.wholeMatch(of: /[0-9a-f]{20}\.zbornica/) != nil)
        #expect(town.mail.last?.text.contains("@\(name)>\r\n") == true)
    }
}

/// What a letter did to a calendar.
private struct Arrival: Decodable {
    let method: String
    let uid: String?
    let number: Int?
    let faults: [String]
    let stands: [String]
}

extension Town {
    /// An announced seminar on these days, from nine to half past two.
    fileprivate func seminar(on days: [String]) async throws -> Event.ID {
        let event = try await seminar(announced: false)
        let days = try days.map { try #require(Day(iso: $0)) }
        try await change(event) { plan in
            let morning = plan.sessions[0]
            plan.sessions = days.enumerated().map { index, day in
                let isSecond = index > 0 && days[index - 1] == day
                return EventSession(
                    day: day, begins: isSecond ? ClockTime(hour: 15, minute: 0)! : morning.begins, ends: ClockTime(hour: isSecond ? 18 : 14, minute: isSecond ? 0 : 30)!,
                    place: morning.place)
            }
            plan.deadline = days[0].adding(days: -15)
        }
        try await vesna.does { try EventStore.announce(event, limits: nil, in: $0) }
        return event
    }

    /// What stands in the calendar parts of somebody's letters, as written.
    fileprivate func entries(of reader: Someone) async throws -> [String] {
        let id = reader.id
        return try await finds { act in
            try act.db.rows("SELECT calendar FROM letter WHERE person = \(id) AND calendar IS NOT NULL ORDER BY id").map { row in
                (try row["calendar"] as String).replacing("\r\n ", with: "")
            }
        }
    }

    /// The calendar of somebody after each letter so far, kept by a program that is not ours.
    fileprivate func calendar(of reader: Someone) async throws -> [Arrival] {
        try await settles()
        let folder = FileManager.default.temporaryDirectory.appending(path: "letters-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let letters = try mail.to(reader.email).enumerated().map { index, letter in
            let file = folder.appending(path: "\(index).eml")
            try Data(letter.text.utf8).write(to: file)
            return file.path
        }
        return try Judge("invited.py", [reader.email] + letters).said.split(separator: "\n").map { try JSONDecoder().decode(Arrival.self, from: Data($0.utf8)) }
    }
}
