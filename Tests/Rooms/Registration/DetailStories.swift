import Accounts
import Centres
import Events
import Forms
import Foundation
import Kernel
import Languages
import Registration
import Sheets
import Storage
import Testing
import Town

/// Telephone and job, asked with an application; seats that are free but not for everybody; who pays.
@Suite struct DetailStories {
    private func newcomer(_ town: Town, _ seminar: Event.ID, _ more: KeyValuePairs<String, String> = [:]) async throws -> Page {
        let path = "/events/\(seminar)/registration"
        let form = try #require(try await town.stranger.opens(path).form(path))
        let who: KeyValuePairs = ["given_name": "Јелка", "family_name": "Права", "email": "jelka@skola.example", "payer": "self"]
        let typed = who.filter { pair in !more.contains { $0.key == pair.key } } + Array(more)
        let fields = form.fields.filter { field in !typed.contains { $0.key == field.name } } + typed.map { (name: $0.key, value: $0.value) }
        return try await town.stranger.post(Page.Form(action: form.action, fields: fields))
    }

    @Test func `what a newcomer tells is kept when the address is proved, and not before`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        _ = try await newcomer(town, seminar, ["phone": "064 555 666", "job": "наставница физике"])
        let jelka = try #require(try await town.finds { try PersonStore.person(email: "jelka@skola.example", in: $0) })
        #expect(jelka.phone.isEmpty && jelka.occupation.isEmpty)
        #expect(try await !town.vesna.opens("/staff/events/\(seminar)").shows("наставница физике"))
        let link = try await town.mailedLink(to: "jelka@skola.example")
        try await town.stranger.opens(link)
        try await town.stranger.sends(link)
        let known = try await town.finds { try PersonStore.person(jelka.id, in: $0) }
        #expect(known.phone == "064 555 666" && known.occupation == "наставница физике")
        #expect(try await town.count("registration WHERE phone <> '' OR job <> ''") == 0)
        let desk = try await town.vesna.opens("/staff/events/\(seminar)")
        #expect(desk.shows("064 555 666") && desk.shows("наставница физике"))
        #expect("\(try Table.read(try await town.vesna.opens("/staff/events/\(seminar)/list.xlsx").bytes).rows)".contains("наставница физике"))
    }

    @Test func `who is known finds it filled in, and the job is that of the school`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana)
        let (first, second) = (try await town.seminar(), try await town.seminar("Друга"))
        try await town.ana.opens("/events/\(first)/registration")
        try await town.ana.sends("/events/\(first)/registration", ["payer": "self", "phone": "064 1", "job": "директорка", "schoolId": "\(school)"])
        let again = try await town.ana.opens("/events/\(second)/registration")
        #expect(again.html.contains("value=\"064 1\"") && again.html.contains("value=\"директорка\""))
        #expect(try await town.finds { try PersonStore.told(by: town.ana.id, in: $0) }.job == "директорка")
        let report = try await town.vesna.opens("/staff/events/\(first)/report")
        #expect(report.shows("директорка"))
    }

    @Test func `a centre decides what must be told`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        try await town.vesna.becomes(.director, at: town.centre)
        try await town.vesna.enters(withFactor: true)
        try await town.vesna.opens("/settings/centre")
        try await town.vesna.sends("/settings/centre", ["phone_asked": "must", "job_asked": "no"])
        let page = try await newcomer(town, seminar, ["payer": "", "phone": ""])
        #expect(page.status == 422 && page.shows(town.say(T.registration.phoneMissing)) && page.shows(town.say(T.registration.payerMissing)))
        #expect(!page.html.contains("name=\"job\""))
        #expect(try await newcomer(town, seminar, ["phone": "064 5"]).status == 200)
    }

    @Test func `who says that the school pays says which, at every door`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        try await town.vesna.opens("/staff/events/\(seminar)/add")
        let page = try await town.vesna.sends("/staff/events/\(seminar)/add", ["given_name": "Зора", "family_name": "", "payer": "school", "phone": "нема"])
        #expect(page.status == 422 && page.shows(town.say(T.registration.schoolMissing)))
        for field in ["family_name", "school", "phone"] { #expect(page.html.contains("id=\"field-\(field)-error\""), "\(field)") }
        #expect(throws: Problem.self) {
            try DeskForm.withReason(Typed(["given_name": "Зора", "family_name": "Њежић", "payer": "school"]), payers: [.own, .school], found: [])
        }
        #expect(try await town.states(seminar) == [])
    }

    @Test func `a free seat in the evening is explained to everybody alike`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 1)
        let ana = try await town.ana.applies(to: seminar)
        let branko = try await town.branko.applies(to: seminar)
        let free = T.registration.freeForWaiting(count: 1, from: 8, to: 20)
        #expect(try await !town.stranger.opens("/events/\(seminar)").shows(town.say(free)))
        try await town.later(hours: 14)
        try await town.ana.withdraws(ana.id)
        #expect(try await town.registration(branko.id).state == .waiting)
        #expect(try await town.stranger.opens("/events/\(seminar)").shows(town.say(free)))
        #expect(try await town.stranger.opens("/events/\(seminar)/registration").shows(town.say(free)))
        #expect(try await town.branko.opens("/registrations/\(branko.id)").shows(town.say(free, .srLatn)))
        try await town.later(days: 33)
        #expect(try await town.branko.opens("/registrations/\(branko.id)").status == 200)
    }

    @Test func `who waited in vain hears it the day after, once`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 1)
        let ana = try await town.ana.applies(to: seminar)
        let branko = try await town.branko.applies(to: seminar)
        town.clock.passes(days: 35, hours: 8)
        try await town.vesna.does { act in
            try EventStore.confirm(seminar, in: act)
            try EventStore.markHeld(seminar, in: act)
        }
        let subject = town.say(T.registration.letterUnseatedSubject(title: .text("Digitalna učionica")), .srLatn)
        func tells() async throws -> [String] {
            try await RegistrationStore.endAll(town.records)
            return [try await town.registration(branko.id).state.rawValue, try await town.letter(to: town.branko.email)?.subject ?? ""]
        }
        #expect(try await tells().first == "waiting", "somebody may still be taken in from the signed list")
        town.clock.passes(days: 1, hours: 4)
        #expect(try await tells().first == "waiting", "nobody is written to in the evening")
        town.clock.passes(hours: 13)
        #expect(try await tells() == ["unseated", subject])
        let letters = try await town.letters(to: town.branko.email)
        _ = try await tells()
        #expect(try await town.letters(to: town.branko.email) == letters)
        #expect(try await town.registration(ana.id).state == .admitted)
        try await town.branko.enters()
        #expect(try await town.branko.opens("/registrations/\(branko.id)").shows(town.say(T.registration.isUnseated, .srLatn)))
    }

    @Test func `desk and public page lead to each other, for those who run the event`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        #expect(try await town.vesna.opens("/staff/events/\(seminar)").link(town.say(T.registration.publicPage)) == "/sr/events/\(seminar)")
        #expect(try await town.vesna.opens("/events/\(seminar)").link(town.say(T.events.toDesk)) == "/sr/staff/events/\(seminar)")
        for person in [town.ana.browser, town.stranger] { #expect(try await person.opens("/events/\(seminar)").link(town.say(T.events.toDesk)) == nil) }
    }

    @Test func `letters of one event are found and sorted`() async throws {
        let town = try await Town()
        let (first, second) = (try await town.seminar(), try await town.seminar("Читање"))
        _ = try await town.ana.applies(to: first)
        _ = try await town.branko.applies(to: second)
        func shows(_ query: String) async throws -> [String] {
            let page = try await town.vesna.opens("/staff/letters?\(query)")
            return [town.ana, town.branko].map(\.email).filter(page.shows)
        }
        #expect(try await shows("event=\(first)") == [town.ana.email])
        #expect(try await shows("q=branko") == [town.branko.email])
        #expect(try await shows("q=citanje&sort=address") == [town.branko.email])
        #expect(try await shows("q=ana%40bistrik.example") == [town.ana.email])
        #expect(try await shows("q=nista") == [])
        #expect(try await shows("state=dead") == [])
        #expect(try await shows("sort=-address") == [town.ana.email, town.branko.email])
        #expect(try await town.vesna.opens("/staff/letters?event=999").status == 404)
    }

    @Test func `what one takes away tells of school, channel, calendar entries and seats that are offered`() async throws {
        let town = try await Town()
        let school = try await town.school(of: town.ana, town.branko)
        let seminar = try await town.seminar()
        let ana = try await town.ana.applies(to: seminar, payer: .school, school: school)
        try await town.ana.does { try RegistrationStore.offerHandOver(ana.id, to: town.branko.id, in: $0) }
        func held(_ person: Someone) async throws -> [String: [[String: String]]] {
            try JSONDecoder().decode([String: [[String: String]]].self, from: Data(try await person.opens("/me/account/data").bytes))
        }
        let hers = try await held(town.ana), his = try await held(town.branko)
        #expect(hers["registration"]?.first?["school"]?.contains("Свитац") == true && hers["registration"]?.first?["channel"] == "web")
        #expect(hers["invitation"]?.first?["event"] == "\(seminar)" && hers["invitation"]?.first?["stands"] == "yes")
        #expect(hers["hand_over"]?.first?["side"] == "from" && his["hand_over"]?.first?["side"] == "to")
        #expect(his["invitation"] ?? [] == [])
    }
}
