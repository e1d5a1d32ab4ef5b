import Accounts
import Catalogue
import Centres
import Delivery
import Events
import Foundation
import HTTPTypes
import Kernel
import Languages
import Registration
import Storage
import Testing
import Town

/// The door of a session: on line, off line, by whom, and for whom.
@Suite struct DoorStories {
    /// A phone with the door's page open: it keeps marks and sends them when it likes.
    private struct Phone {
        let someone: Someone
        let clock: TownClock
        let path: String
        let act: String

        init(_ someone: Someone, at hall: HeldSeminar, session: Int = 0) async throws {
            self.someone = someone
            clock = hall.town.clock
            let page = try await someone.opens(hall.door(session))
            path = String(try #require(page.html.firstMatch(of: /data-door="([^"]+)"/), "no door on the page").1)
            act = try #require(page.carried("act"))
        }

        struct Answer: Decodable {
            struct Person: Decodable {
                let mark: String
                let word: String
            }
            let now: Int64
            let marks: [String: Person]
            let done: [String]
            let refused: [String]
        }

        /// A mark that the phone has kept.
        struct Kept {
            let key: String
            let registration: Registration.ID
            let mark: String
            /// How many seconds ago it was made.
            let ago: Int

            init(_ key: String, _ registration: Registration.ID, _ mark: String, ago: Int = 1) {
                self.key = key
                self.registration = registration
                self.mark = mark
                self.ago = ago
            }
        }

        @discardableResult
        func sends(_ marks: [Kept]) async throws -> Answer {
            let page = try await posts(marks)
            #expect(page.status == 200)
            return try JSONDecoder().decode(Answer.self, from: Data(page.bytes))
        }

        func posts(_ marks: [Kept]) async throws -> Page {
            let now = clock.now
            let body = "act=\(act)" + marks.map { "&mark=\(key($0.key)).\($0.registration).\($0.mark).\(now.adding(seconds: -$0.ago).seconds)" }.joined()
            return try await someone.browser.send(.post, path, body: Array(body.utf8), type: "application/x-www-form-urlencoded")
        }

        func key(_ name: String) -> String { name + String(repeating: "0", count: max(0, 20 - name.utf8.count)) }
    }

    @Test func `a tap marks, another takes it back, and lateness is counted by the clock`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana, town.branko])
        try await hall.begins(minutes: 12)
        let (ana, branko) = (hall.registrations[0].id, hall.registrations[1].id)
        try await town.vesna.opens(hall.door())
        try await hall.taps(town.vesna, "\(ana).present")
        #expect(try await hall.mark(0)?.mark == .present)
        try await hall.taps(town.vesna, "\(branko).late")
        #expect(try await hall.mark(1)?.missed == 12)
        try await hall.taps(town.vesna, "\(ana).none")
        #expect(try await hall.mark(0)?.mark == nil)
        let page = try await town.vesna.opens(hall.door() + "?show=missing")
        #expect(page.shows("Ђорђевић") && !page.shows("Његован"))
        try await hall.begins(minutes: 330)
        try await town.vesna.opens(hall.door())
        try await hall.taps(town.vesna, "\(ana).left")
        #expect(try await hall.mark(0)?.missed == 30)
    }

    @Test func `once it is closed the door marks nobody, and shows the way to the table`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana])
        try await hall.ends()
        try await town.vesna.opens(hall.door())
        try await hall.closes()
        try await hall.taps(town.vesna, "\(hall.registrations[0].id).absent")
        let page = try town.vesna.browser.page
        #expect(page.status == 409 && page.shows(town.say(T.delivery.doorClosed)) && !page.shows(town.say(T.delivery.closedNeedsReason)))
        #expect(try await hall.mark(0) == nil)
    }

    @Test(arguments: ["Đorđević", "djordjevic", "Ђорђевић", "dordevic", "ана ђор"]) func `whoever is typed in any script is found`(_ typed: String) async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana, town.milena])
        try await hall.begins()
        let query = typed.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let page = try await town.vesna.opens(hall.door() + "?q=\(query)")
        #expect(page.shows("Ђорђевић Ана") && !page.shows("Џелатовић"), "\(typed)")
    }

    @Test func `marks kept off line arrive once, however often they are sent`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana, town.branko])
        try await hall.begins()
        let phone = try await Phone(town.vesna, at: hall)
        let (ana, branko) = (hall.registrations[0].id, hall.registrations[1].id)
        let kept = [Phone.Kept("a", ana, "present", ago: 1200), Phone.Kept("b", branko, "late", ago: 600)]
        try await hall.begins(minutes: 30)
        let first = try await phone.sends(kept)
        #expect(Set(first.done) == [phone.key("a"), phone.key("b")] && first.refused.isEmpty)
        #expect(try await hall.mark(1)?.missed == 20, "late by when it was marked, not by when it arrived")
        let journal = try await town.journal("registration", hall.registrations[0].id.value)
        let again = try await phone.sends(kept)
        #expect(Set(again.done) == Set(first.done))
        #expect(try await town.journal("registration", hall.registrations[0].id.value) == journal, "a replay changes nothing")

        // Taken back meanwhile: the old mark does not return with the replay, nor under a new key.
        try await phone.sends([.init("c", hall.registrations[0].id, "none", ago: 0)])
        try await phone.sends(kept + [.init("d", hall.registrations[0].id, "present", ago: 900)])
        #expect(try await hall.mark(0)?.mark == nil)
    }

    @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 0, 2], [2, 0, 1]]) func `two phones at one door agree, whichever is heard first`(_ order: [Int]) async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana])
        try await hall.begins()
        let phone = try await Phone(town.vesna, at: hall)
        try await hall.begins(minutes: 60)
        let ana = hall.registrations[0].id
        let marks = [Phone.Kept("one", ana, "present", ago: 3000), Phone.Kept("two", ana, "absent", ago: 2000), Phone.Kept("three", ana, "excused", ago: 1000)]
        for index in order { try await phone.sends([marks[index]]) }
        #expect(try await hall.mark(0)?.mark == .excused)
    }

    @Test func `a correction stands, however long the mark before it was under way`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana])
        try await hall.begins(minutes: 5)
        let phone = try await Phone(town.vesna, at: hall)
        let ana = hall.registrations[0].id
        let heard = try await phone.sends([])
        #expect(heard.now == town.clock.now.seconds, "the phone hears the server's clock")
        town.clock.passes(seconds: 3)
        let first = try await phone.sends([.init("tap", ana, "present", ago: 3)])
        #expect(first.marks["\(ana)"]?.mark == "present" && first.now == town.clock.now.seconds)
        #expect(try await hall.mark(0)?.at.seconds == heard.now, "as old as it was told, whatever its way took")
        try await phone.sends([.init("back", ana, "none", ago: 2)])
        #expect(try await hall.mark(0)?.mark == nil)
    }

    @Test func `marks that another person made on the same phone are not taken`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana])
        try await town.change(hall.event) { [town] in $0.trainers = [Trainer(name: "Бранко Његован", person: town.branko.id)] }
        try await town.branko.becomes(.trainer, at: town.centre)
        try await hall.begins()
        let phone = try await Phone(town.vesna, at: hall)
        let mark = [Phone.Kept("a", hall.registrations[0].id, "present")]
        let hers = town.vesna.browser.cookie("session")
        town.vesna.browser.set(cookie: "session", town.branko.browser.cookie("session"))
        #expect(try await town.vesna.opens(hall.door()).status == 200, "Branko, in her browser")
        #expect(try await phone.posts(mark).status == 404)
        #expect(try await hall.mark(0) == nil)
        town.vesna.browser.set(cookie: "session", hers)
        #expect(try await phone.posts(mark).status == 200)
        #expect(try await hall.mark(0)?.mark == .present)
    }

    @Test func `a clock that is wrong does no harm`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana])
        try await hall.begins(minutes: 5)
        let phone = try await Phone(town.vesna, at: hall)
        let ana = hall.registrations[0].id
        try await phone.sends([.init("old", ana, "present", ago: 4_000_000)])
        #expect(try await hall.mark(0)?.at == hall.sessions[0].opens, "not before the door was open")
        try await phone.sends([.init("future", ana, "absent", ago: -9_000)])
        #expect(try await hall.mark(0)?.at == town.clock.now, "not after now")
        try await hall.marks(0, .present)
        #expect(try await hall.mark(0)?.mark == .present)
        let nonsense = try await phone.posts([.init("short.", ana, "absent", ago: 0), .init("x", ana, "shouted", ago: 0)])
        #expect(nonsense.status == 200)
        #expect(try await hall.mark(0)?.mark == .present)
    }

    @Test func `what may not be marked is refused by name, and the rest stands`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana, town.branko])
        try await hall.begins()
        let phone = try await Phone(town.vesna, at: hall)
        let branko = hall.registrations[1].id
        try await town.vesna.refuses(branko, because: "грешка")
        let answer = try await phone.sends([.init("a", hall.registrations[0].id, "present"), .init("b", branko, "present")])
        #expect(answer.done.count == 2 && answer.refused.count == 1)
        #expect(try await hall.mark(0)?.mark == .present)

        try await hall.ends()
        try await hall.closes()
        let late = try await Phone(town.vesna, at: hall).sends([.init("c", hall.registrations[0].id, "absent", ago: 3600)])
        #expect(late.refused.first?.contains("Ана Ђорђевић") == true)
        #expect(try await hall.mark(0)?.mark == .present)
    }

    @Test func `a phone whose session ended is sent to enter, and a stranger's page is refused`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana])
        try await hall.begins()
        let phone = try await Phone(town.vesna, at: hall)
        town.vesna.browser.set(cookie: "session", nil)
        let mark = [Phone.Kept("a", hall.registrations[0].id, "present")]
        #expect(try await phone.posts(mark).location?.contains("/sign-in") == true)
        #expect(try await hall.mark(0) == nil)
        try await town.vesna.enters(withFactor: true)
        #expect(try await phone.posts(mark).status == 200, "the same page goes on")
        #expect(try await hall.mark(0)?.mark == .present)
        let body = Array("act=x.y&mark=\(phone.key("z")).\(hall.registrations[0].id).absent.0".utf8)
        let forged = try await town.vesna.browser.send(.post, phone.path, body: body, type: "application/x-www-form-urlencoded")
        #expect(forged.status == 409)
        #expect(try await hall.mark(0)?.mark == .present)
    }

    @Test func `trainers stand at the door of their own event only, and see no more than that`() async throws {
        let town = try await Town()
        let mine = try await HeldSeminar(town, [town.ana]), other = try await HeldSeminar(town, [town.ana])
        try await town.change(mine.event) { [town] in $0.trainers = [Trainer(name: "Бранко Његован", person: town.branko.id)] }
        try await mine.begins()
        #expect(try await town.branko.opens(mine.door()).status == 404, "named, but no trainer of this centre")
        try await town.branko.becomes(.trainer, at: town.centre)
        let page = try await town.branko.opens(mine.door())
        #expect(page.status == 200)
        try await mine.taps(town.branko, "\(mine.registrations[0].id).present")
        #expect(try await mine.mark(0)?.mark == .present)
        #expect(try await town.branko.opens(other.door()).status == 404)
        #expect(try await town.branko.opens("\(mine.path)/attendance").status == 404)
        #expect(try await town.branko.opens(mine.page("walk-in")).status == 404)
        #expect(try await town.branko.opens("\(mine.path)/sessions/\(other.sessions[0].id)/door").status == 404, "a session of another event")
        for nobody in [town.goran, town.milena, town.ana] { #expect(try await nobody.opens(mine.door()).status == 404) }
    }

    @Test func `the coordinator of another centre sees nothing`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana])
        try await hall.begins()
        let rival = try await town.does { act in
            let centre = try CentreStore.found(
                name: "Регионални центар Подгоре", country: .serbia, zone: try #require(Zone("Europe/Belgrade")), language: .sr, currency: .rsd,
                email: "centar@podgore.example", host: "podgore.example", in: act)
            let id = try PersonStore.add(PersonName(given: "Сава", family: "Подгорац"), email: "sava@podgore.example", verified: act.now, language: .sr, in: act)
            try PersonStore.grant(Grant(.coordinator, centre: centre), to: id, in: act)
            try PersonStore.grant(Grant(.trainer, centre: centre), to: id, in: act)
            return id
        }
        for host in ["localhost", "podgore.example"] {
            let sava = Someone(id: rival, email: "sava@podgore.example", app: town.app, browser: town.newBrowser(host: host))
            try await sava.enters(withFactor: true)
            for path in [hall.door(), hall.page("screen"), hall.page("marks"), hall.page("walk-in"), "\(hall.path)/attendance", "\(hall.path)/report"] {
                #expect(try await sava.opens(path).status == 404, "\(host) \(path)")
            }
        }
    }

    @Test func `somebody who walks in gets a free seat and is marked; nobody who waits is passed over in silence`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, seats: 2, [town.ana, town.branko, town.milena])
        let event = hall.event
        try await hall.begins(minutes: 10)
        let full = try await hall.walksIn(["given_name": "Гордана", "family_name": "Врбић"])
        #expect(full.status == 409 && full.shows(town.say(T.registration.walkInFull)))
        #expect(full.form("/walk-in")?.fields.contains { $0.value == "Врбић" } == true, "nothing typed is lost")
        // Branko does not come and gives up: the seat is free, but Milena waits.
        let branko = hall.registrations[1].id
        try await town.vesna.refuses(branko, because: "није дошао")
        #expect(try await hall.walksIn(["given_name": "Гордана", "family_name": "Врбић"]).status == 422)
        let page = try await hall.walksIn(["given_name": "Гордана", "family_name": "Врбић", "reason": "Милена није дошла."])
        #expect(page.path.hasSuffix("/door") && page.shows("Врбић Гордана"))
        let roll = try await hall.roll
        let gordana = try #require(roll.rows.first { $0.name.family == "Врбић" })
        #expect(roll.mark(gordana.registration, hall.sessions[0].id)?.mark == .present)
        #expect(try await town.vesna.opens(hall.path).shows("Милена није дошла."))
        let seats = try await town.finds { try RegistrationStore.seats(of: EventStore.event(event, in: $0), in: $0) }
        #expect(seats.taken == 2 && seats.waiting == 1)
        #expect(Set(roll.rows.map(\.code)) == [1, 4], "nobody's code changes")
    }

    @Test func `a name on a free line of the signed list is typed when all is over, with a reason, until it is closed`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, seats: 4, [town.ana])
        try await hall.begins(minutes: 361)
        try await town.vesna.opens(hall.path + "/add")
        #expect(try await town.vesna.sends("/add", ["given_name": "Петар", "family_name": "Касни", "payer": "free"]).shows(town.say(T.registration.addAtDoor)))
        let silent = try await hall.walksIn(["given_name": "Петар", "family_name": "Касни"])
        #expect(silent.status == 422 && silent.shows(town.say(T.registration.walkInLate)))
        #expect(try await hall.walksIn(["given_name": "Петар", "family_name": "Касни", "reason": "са потписног листа"]).shows("Касни Петар"))
        #expect(try await hall.roll.rows.count == 2)
        #expect(try await town.vesna.opens(hall.path).shows("са потписног листа"))
        try await hall.ends()
        try await hall.closes()
        #expect(try await hall.walksIn(["given_name": "Зора", "family_name": "Зораја", "reason": "заборављена"]).shows(town.say(T.registration.walkInNotNow)))
    }

    @Test func `where nobody has applied the door is open all the same`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, seats: 4, [])
        try await hall.begins(minutes: 10)
        #expect(try await town.vesna.opens(hall.path + "/attendance").html.contains(hall.door()))
    }

    @Test func `the page brings what it needs to go on without a network, under a strict policy`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana])
        try await hall.begins()
        let page = try await town.vesna.opens(hall.door())
        #expect(page.headers[HTTPField.Name("Content-Security-Policy")!]?.contains("worker-src 'self'") == true)
        #expect(!page.html.contains("<script>") && page.html.contains("/static/door."))
        let worker = try await town.newBrowser().send(.get, "/worker.js")
        #expect(worker.status == 200 && worker.headers[.contentType]?.hasPrefix("text/javascript") == true && worker.headers[.cacheControl] == "no-cache")
    }
}
