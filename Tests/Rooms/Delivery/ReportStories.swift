import Accounts
import Centres
import Delivery
import Documents
import Events
import Kernel
import Languages
import Registration
import Sheets
import Storage
import Testing
import Town
import Site

/// After the event: report, sheets, letters; all from the same rows.
@Suite struct ReportStories {
    /// Two days: Ана and Бранко of one school, Милена of another that has no address, Rūta of none. All but Милена were there on both days.
    private func held(_ town: Town) async throws -> (hall: HeldSeminar, schools: [School.ID]) {
        let place = try await town.municipality("Бистрик", 45.77, 19.11)
        let schools = try await town.does { act in
            try [("Основна школа „Свитац“", "svitac@bistrik.example"), ("Гимназија „Седам липа“", "")].map { name, email in
                var details = SchoolDetails(name: name, kind: .primary, municipality: place)
                details.email = email
                return try SchoolStore.open(details, in: act)
            }
        }
        let hall = try await HeldSeminar(town, lasting: 2, from: [schools[0], schools[0], schools[1]], [town.ana, town.branko, town.milena, town.ruta])
        for session in 0..<2 {
            try await hall.begins(session)
            for person in [0, 1, 3] { try await hall.marks(person, .present, in: session) }
            try await hall.marks(2, session == 0 ? .present : .absent, in: session)
        }
        return (hall, schools)
    }

    @Test func `the report counts what the rows say`() async throws {
        let town = try await Town()
        let (hall, _) = try await held(town)
        try await hall.ends()
        let page = try await town.vesna.opens("\(hall.path)/report")
        let numbers = [
            (T.delivery.numberApplied, 4), (T.delivery.numberAdmitted, 4), (T.delivery.numberCame, 4), (T.delivery.numberComplete, 3),
            (T.delivery.numberPoints, 24),
        ]
        for (phrase, count) in numbers {
            #expect(page.shows("\(town.say(phrase)) \(count)"), "\(town.say(phrase))")
        }
        #expect(page.shows("Основна школа „Свитац“") && page.shows("2, услов испунило 2"))
        #expect(page.shows(town.say(T.delivery.notSaid)), "whoever named no school is counted too")
        let text = try #require(page.html.firstMatch(of: /<textarea[^>]*copied[^>]*>([\s\S]*?)<\/textarea>/)).1
        #expect(text.contains("Ђорђевић Ана"))
    }

    @Test func `a long list to be signed is printed in parts, with numbers that go through`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(seats: 600)
        let people = try await town.crowd(of: 501)
        try await town.vesna.does { act in
            for person in people { _ = try RegistrationStore.apply(person, for: seminar, Application(payer: .own), in: act) }
        }
        let path = "/staff/events/\(seminar)/sheet.pdf"
        let parts = try await town.vesna.opens(path)
        #expect(parts.shows(town.say(T.delivery.sheetParts(count: 2))))
        #expect(parts.link(town.say(T.delivery.sheetPart(from: 501, to: 501))) == "/sr\(path)?part=2")
        #expect(try await town.vesna.opens(path + "?part=3").shows(town.say(T.delivery.sheetParts(count: 2))), "there is no third")
    }

    @Test func `the same stands in the sheets`() async throws {
        let town = try await Town()
        let (hall, _) = try await held(town)
        try await hall.marks(0, .late, in: 1, missed: 10)
        try await hall.ends()
        let file = try await town.vesna.opens("\(hall.path)/report.xlsx")
        #expect(file.status == 200)
        let people = try Table.read(file.bytes, sheet: town.say(T.delivery.people))
        #expect(people.rows.count == 4)
        let ana = try #require(people.rows.first { $0[town.say(T.registration.familyAndGiven)] == "Ђорђевић Ана" })
        #expect(ana.cells.contains { $0.text == "кашњење, 10 мин" } && ana[town.say(T.events.points)] == "8")
        let facts = try Table.read(file.bytes, sheet: town.say(T.delivery.report))
        #expect(facts.rows.contains { $0.cells == [.text(town.say(T.events.points)), .number(8)] }, "a number is a number")
        let schools = try Table.read(file.bytes, sheet: town.say(T.delivery.bySchool))
        #expect(schools.rows.map { $0[town.say(T.delivery.complete)] }.sorted() == ["0", "1", "2"])
    }

    @Test func `a held event without a report is on today's page until somebody writes it`() async throws {
        let town = try await Town()
        let (hall, _) = try await held(town)
        try await town.vesna.opens("\(hall.path)/report")
        let event = hall.event
        await hall.refuses(town.say(T.delivery.notHeldYet)) {
            try await town.vesna.does { try ReportStore.write(ReportText(course: "Рано је.", remark: ""), of: event, in: $0) }
        }
        try await hall.ends()
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.delivery.todayReport)))
        try await town.vesna.opens("\(hall.path)/report")
        #expect(try await town.vesna.sends("/report", ["course": "", "remark": "x"]).status == 422)
        try await town.vesna.sends("/report", ["course": "Рад по плану, у паровима.", "remark": "Поновити у мају."])
        #expect(try await town.vesna.opens("\(hall.path)/report").shows("Рад по плану, у паровима."))
        #expect(try await !town.vesna.opens("/staff").shows(town.say(T.delivery.todayReport)))
        #expect(try await town.journal("event", hall.event.value).last == "delivery.reported")
    }

    @Test func `sessions that are over and not marked are on today's page, and today's lead to their door`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, lasting: 2, [town.ana])
        try await hall.begins()
        let today = try await town.vesna.opens("/staff")
        #expect(today.shows(town.say(T.delivery.todayDoor)) && today.html.contains(hall.door()))
        #expect(!today.shows(town.say(T.delivery.todayUnmarked)))
        try await hall.begins(1)
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.delivery.todayUnmarked)))
        try await hall.marks(0, .present, in: 0)
        #expect(try await !town.vesna.opens("/staff").shows(town.say(T.delivery.todayUnmarked)))
    }

    @Test func `each school gets the list of its own people, once unless it is asked for again`() async throws {
        let town = try await Town()
        let (hall, schools) = try await held(town)
        try await hall.ends()
        try await town.settles()
        let path = "\(hall.path)/letters"
        try await town.vesna.opens(path)
        let preview = try await town.vesna.sends("/letters")
        #expect(preview.shows("Ђорђевић Ана") && preview.shows("Njegovan") == false && !preview.shows("Џелатовић"))
        #expect(town.mail.to("svitac@bistrik.example").isEmpty, "looking sends nothing")
        try await town.vesna.sends("/letters/send")
        try await town.settles()
        let letter = try #require(town.mail.to("svitac@bistrik.example").last?.plain)
        #expect(letter.contains("Ђорђевић Ана: испунило услов, 8 бодова") && letter.contains("Његован Бранко") && !letter.contains("Џелатовић"))

        // The same again: nobody is left, and it says so; asked for again, it goes.
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends("/letters", ["to": "\(schools[0])"]).shows(town.say(T.delivery.letterAlready)))
        try await town.vesna.opens(path)
        try await town.vesna.sends("/letters", ["to": "\(schools[0])", "again": "yes"])
        try await town.vesna.sends("/letters/send")
        try await town.settles()
        #expect(town.mail.to("svitac@bistrik.example").count == 2)
        // A school without an address gets nothing, and is named so.
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends("/letters", ["to": "\(schools[1])"]).status == 422)
        #expect(try await town.journal("event", hall.event.value).filter { $0 == "delivery.lettersSent" }.count == 2)
    }

    @Test func `trainers are thanked in their own language, with the words that were edited`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana])
        try await town.change(hall.event) { [town] in $0.trainers = [Trainer(name: "Бранко Његован", person: town.branko.id)] }
        let event = hall.event
        try await hall.begins(0, minutes: 500)
        try await town.vesna.opens("\(hall.path)/letters?kind=thanks_trainer")
        await hall.refuses(town.say(T.delivery.notHeldYet)) {
            let draft = ReportLetter.Draft(.thanksToTrainer, subject: "Хвала", text: "Хвала", to: [ID(town.branko.id.value)])
            try await town.vesna.does { _ = try ReportStore.send(draft, of: event, in: $0) }
        }
        try await town.vesna.does { try EventStore.markHeld(event, in: $0) }
        try await town.settles()
        try await town.vesna.opens("\(hall.path)/letters?kind=thanks_trainer")
        try await town.vesna.sends("/letters", ["text": "Хвала на свему.\n\nДођите опет."])
        try await town.vesna.sends("/letters/send")
        try await town.settles()
        let letter = try #require(town.mail.to(town.branko.email).last?.plain)
        #expect(letter.contains("Hvala na svemu.") && letter.contains("Dođite opet."))
        #expect(town.mail.to(town.ana.email).last.map { !$0.plain.contains("Хвала на свему.") } ?? true)
    }

    @Test func `a signed list is typed back by its codes, in any script`() async throws {
        let town = try await Town()
        let hall = try await HeldSeminar(town, [town.ana, town.branko, town.milena, town.ruta])
        try await hall.begins()
        let codes = Dictionary(uniqueKeysWithValues: try await hall.roll.rows.map { ($0.registration, $0.code) })
        #expect(hall.registrations.map { codes[$0.id] } == [1, 2, 3, 4], "by the order in which they came, whatever the alphabet")
        func types(_ text: String) async throws -> Page {
            try await town.vesna.opens("\(hall.path)/attendance")
            return try await town.vesna.sends("/attendance", ["in": "\(hall.sessions[0].id)", "codes": text])
        }
        #expect(try await types("2 9 одсуство").status == 422)
        #expect(try await types("2 ишао кући").status == 422)
        #expect(try await types("3 кашњење").status == 422, "how long?")
        #expect(try await hall.mark(1) == nil, "all or none")
        _ = try await types("2, 4 odsustvo\n3 закаснила 5\n".replacing("закаснила", with: "kasnj") + "1")
        #expect(try await hall.mark(0)?.mark == .present)
        #expect(try await hall.mark(1)?.mark == .absent)
        #expect(try await hall.mark(2)?.mark == .late)
        #expect(try await hall.mark(2)?.missed == 5)
        #expect(try await hall.mark(3)?.mark == .absent)
    }

    @Test func `list and report are set as PDF`() async throws {
        let town = try await Town()
        let (hall, _) = try await held(town)
        try await hall.ends()
        for name in ["sheet", "report"] {
            let page = try await town.vesna.opens("\(hall.path)/\(name).pdf")
            #expect(page.status == 200 && page.bytes.starts(with: Array("%PDF".utf8)), "\(name): \(page.status) \(page.text.prefix(300))")
        }
        await town.app.typesetter.stop()
    }

    @Test func `nobody but those who run the event sees report or letters`() async throws {
        let town = try await Town()
        let (hall, _) = try await held(town)
        try await hall.ends()
        for path in ["report", "report.xlsx", "report.pdf", "sheet.pdf", "letters", "attendance"] {
            for nobody in [town.goran, town.ana, town.milena] { #expect(try await nobody.opens("\(hall.path)/\(path)").status == 404, "\(path)") }
        }
    }

    @Test func `what is held about a person is told to that person, and a day later still stands`() async throws {
        let town = try await Town()
        let (_, _) = try await held(town)
        let page = try await town.ana.opens("/me/account/data")
        #expect(page.status == 200 && page.html.contains("\"attendance\""))
    }
}
