import Accounts
@testable import Certificates
import Centres
import Delivery
import Events
import Kernel
import Languages
import Registration
import Site
import Storage
import Testing
import Town
import Web

/// One event of every form goes through its life, from the form in which it is planned to its last paper, by the pages of those who do it.
@Suite struct LifeStories {
    /// What is said of a form where it differs from others.
    struct Life: Sendable, CustomTestStringConvertible {
        let form: String
        /// Fields of its plan beside title, day, hours and place.
        var plan: [(name: String, value: String)] = []
        var place = "Бистрик, Школска 1"
        /// How many came, where they are counted.
        var visitors = ""
        /// Papers that are signed: of those who took part, of those who led.
        var papers: [CertificateKind] = []

        var testDescription: String { form }
    }

    static let lives = [
        Life(form: "Seminar", plan: [("seats", "20"), ("points", "0"), ("trainers", "Лазар Кривокућа")], papers: [.confirmation, .confirmation, .confirmation]),
        Life(form: "Course of several days", plan: [("seats", "20"), ("trainers", "Лазар Кривокућа"), ("day2", "18.3.2026."), ("begins2", "10"), ("ends2", "12"),
            ("place2", "Бистрик, Школска 1")], papers: [.confirmation, .confirmation, .confirmation]),
        Life(form: "Webinar", plan: [("seats", "20"), ("trainers", "Лазар Кривокућа"), ("link1", "https://soba.bistrik.example/1")], place: "",
            papers: [.confirmation, .confirmation, .confirmation]),
        Life(form: "Online course", plan: [("seats", "20"), ("trainers", "Лазар Кривокућа"), ("link1", "https://soba.bistrik.example/1")], place: "",
            papers: [.confirmation, .confirmation, .confirmation]),
        Life(form: "Round table", plan: [("trainers", "Лазар Кривокућа")], visitors: "41", papers: [.confirmation]),
        Life(form: "Panel", plan: [("trainers", "Лазар Кривокућа")], visitors: "64", papers: [.confirmation]),
        Life(form: "Professional gathering", plan: [("seats", "80"), ("trainers", "Лазар Кривокућа"), ("asked", "4.2.2026."), ("approvalNumber", "610-1/2026"),
            ("approvalDay", "20.2.2026.")], papers: [.confirmation, .confirmation, .confirmation]),
        Life(form: "Conference", plan: [("seats", "80"), ("trainers", "Лазар Кривокућа")], papers: [.confirmation, .confirmation, .confirmation]),
        Life(form: "Book promotion", plan: [("trainers", "Лазар Кривокућа")], visitors: "30", papers: [.thanks]),
        Life(form: "Exhibition", plan: [("trainers", "Лазар Кривокућа")], visitors: "200", papers: [.thanks]),
        Life(form: "Study trip", plan: [("seats", "30"), ("trainers", "Лазар Кривокућа"), ("meetingPlace", "Паркинг код гимназије"), ("meetingTime", "6:30")],
            papers: [.confirmation, .confirmation, .thanks]),
        Life(form: "Workshop for pupils", plan: [("seats", "60"), ("trainers", "Лазар Кривокућа")], visitors: "46", papers: [.thanks]),
        Life(form: "Science club session", plan: [("seats", "60"), ("trainers", "Лазар Кривокућа")], visitors: "44", papers: [.thanks]),
        Life(form: "In-school event", plan: [("seats", "40"), ("trainers", "Лазар Кривокућа")], visitors: "38", papers: [.confirmation]),
        Life(form: "Room hire", visitors: "25"),
    ]

    @Test func `every form that there is has its life here`() async throws {
        let town = try await Town(), centre = town.centre
        let forms = try await town.finds { try EventFormStore.forms(of: centre, all: true, in: $0) }
        #expect(forms.map(\.details.nameInEnglish) == Self.lives.map(\.form))
    }

    @Test(arguments: lives) func `from a draft to its last paper`(_ life: Life) async throws {
        let story = try await LifeStory(life)
        try await story.isPlanned()
        try await story.isAnnounced()
        try await story.isFilled()
        try await story.isHeld()
        try await story.isReported()
        try await story.isPapered()
        try await story.isClosed()
    }
}

/// The life of one event, step by step.
private struct LifeStory: Sendable {
    let life: LifeStories.Life
    let town: Town
    let director: Someone
    let form: EventForm
    /// No other event is in this town.
    let event = Event.ID(1)
    private var path: String { "/staff/events/\(event)" }
    private var day: String { life.form == "Professional gathering" ? "22.4.2026." : "11.3.2026." }

    init(_ life: LifeStories.Life) async throws {
        let town = try await Town()
        (self.life, self.town) = (life, town)
        form = try await town.form(life.form)
        let centre = town.centre, seat = try await town.municipality("Бистрик", 45.77, 19.11)
        let dragana = try await town.does { act in
            var details = CentreDetails(of: try CentreStore.centre(centre, in: act))
            details.municipality = seat
            try CentreStore.edit(centre, to: details, in: act)
            let id = try PersonStore.add(PersonName(given: "Драгана", family: "Шобић"), email: "dragana@bistrik.example", verified: act.now, language: .sr, in: act)
            try PersonStore.grant(Grant(.director, centre: centre), to: id, in: act)
            return id
        }
        director = Someone(id: dragana, email: "dragana@bistrik.example", app: town.app, browser: town.newBrowser())
    }

    // MARK: Before it

    func isPlanned() async throws {
        let page = try await town.vesna.opens("/staff/events/new?form=\(form.id)")
        let action = try #require(page.form("/staff/events/new"))
        let typed = [("title", "Школа и град"), ("day1", day), ("begins1", "10"), ("ends1", "12"), ("place1", life.place), ("payers", "free"), ("save", "yes")]
            + life.plan.map { ($0.name, $0.value) }
        let names = Set(typed.map(\.0))
        let filled = Page.Form(action: action.action, fields: action.fields.filter { !names.contains($0.name) } + typed.map { (name: $0.0, value: $0.1) })
        let saved = try await town.vesna.browser.post(filled)
        #expect(saved.status == 200, "\(life.form): \(saved.text.prefix(600))")
        let draft = try await town.event(event)
        #expect(draft.state == .draft && draft.form.id == form.id)
        #expect(try await town.stranger.opens("/events/\(event)").status == 404, "nobody sees a draft")
    }

    func isAnnounced() async throws {
        #expect(try await town.vesna.opens("\(path)/announce").status == 200)
        let said = try await town.vesna.sends("/announce")
        #expect(said.shows(town.say(T.events.saidAnnounced)), "\(life.form): \(said.text.prefix(600))")
        let shown = try await town.stranger.opens("/events/\(event)")
        #expect(shown.status == (form.isInternal ? 404 : 200))
        #expect(try await town.stranger.opens("/events").shows("Школа и град") == !form.isInternal)
        if !form.isInternal {
            #expect(shown.shows(form.details.name) && shown.html.contains("/events/\(event)/registration\"") == form.takesApplications)
            #expect(!shown.html.contains("soba.bistrik.example"), "the link is for those who have a seat")
        }
    }

    /// People come to their seats as the form says.
    func isFilled() async throws {
        switch form.applying {
        case .none: #expect(try await town.ana.opens("/events/\(event)/registration").form("/registration") == nil)
        case .open:
            for person in [town.ana, town.branko] {
                try await person.opens("/events/\(event)/registration")
                try await person.sends("/events/\(event)/registration", ["payer": "free"])
            }
            #expect(try await town.registrations(for: event).map(\.state) == [.admitted, .admitted])
        case .group:
            let seat = try #require(try await town.value("SELECT min(id) AS id FROM municipality", as: Municipality.ID.self))
            let school = try await town.does { try SchoolStore.open(SchoolDetails(name: "ОШ „Свитац“", kind: .primary, municipality: seat), in: $0) }
            try await town.ana.works(at: school)
            try await town.ana.opens("/events/\(event)/registration")
            try await town.ana.sends("/events/\(event)/registration", ["grade": "6-2", "pupils": "22", "companions": "2", "payer": "free"])
            #expect(try await town.registrations(for: event).map(\.people) == [24])
        case .invited:
            try await town.vesna.opens("\(path)/guests")
            try await town.vesna.sends("\(path)/guests", ["part": "guest", "name": "Градска управа", "email": "uprava@bistrik.example"])
            try await town.vesna.opens("\(path)/guests/ask")
            try await town.vesna.sends("\(path)/guests/ask")
            try await town.settles()
            let letter = try #require(town.mail.to("uprava@bistrik.example").last?.plain)
            let link = try #require(letter.firstMatch(of: /http:\/\/localhost(\/\S*\/answers\/[A-Za-z0-9]+)/)?.1)
            try await town.stranger.opens(String(link))
            #expect(try await town.stranger.sends(String(link), ["answer": "comes", "people": "3"]).status == 200)
            #expect(try await town.vesna.opens("\(path)/guests").shows("3"))
        }
    }

    // MARK: On the day

    func isHeld() async throws {
        let found = try await town.event(event)
        town.clock.becomes(try #require(found.ends).adding(minutes: 30))
        for person in [town.ana, town.branko] { try await person.enters() }
        for person in [town.vesna, director] { try await person.enters(withFactor: true) }
        if form.has(.attendance) {
            for session in found.sessionRows {
                try await town.vesna.opens("\(path)/attendance")
                #expect(try await town.vesna.sends("/attendance", ["rest": "\(session)"]).status == 200)
            }
            #expect(try await town.count("attendance WHERE mark = 'present'") == 2 * found.sessionRows.count)
        } else {
            #expect(try await town.vesna.opens(path).link(town.say(T.registration.toAttendance)) == nil)
        }
        #expect(try await town.vesna.opens("\(path)/held").status == 200)
        let held = try await town.vesna.sends("/held")
        #expect(held.shows(town.say(T.events.saidHeld)), "\(life.form): \(held.text.prefix(600))")
    }

    // MARK: After it

    func isReported() async throws {
        let page = try await town.vesna.opens("\(path)/report")
        #expect(page.html.contains("name=\"visitors\"") == form.countsVisitors, "\(life.form)")
        let saved = if form.countsVisitors { try await town.vesna.sends("/report", ["course": "Све по плану.", "visitors": life.visitors]) } else {
            try await town.vesna.sends("/report", ["course": "Све по плану."])
        }
        #expect(saved.status == 200)
        #expect(try await town.vesna.opens("\(path)/report.pdf").bytes.starts(with: Array("%PDF".utf8)))
        let conclusions = try await town.vesna.opens("\(path)/conclusions")
        #expect((conclusions.status == 200) == form.has(.conclusions))
    }

    func isPapered() async throws {
        let link = try await town.vesna.opens(path).link(town.say(T.registration.certificates))
        #expect((link != nil) == !life.papers.isEmpty, "\(life.form)")
        guard !life.papers.isEmpty else { return }
        let plan = try await town.vesna.opens("\(path)/certificates")
        #expect(plan.form("\(path)/certificates") != nil, "\(life.form): \(plan.text.prefix(900))")
        guard plan.form("\(path)/certificates") != nil else { return }
        let batch = try await town.vesna.sends("\(path)/certificates")
        #expect(batch.shows(town.say(T.certificates.waitsForDirector)))
        let id = try #require(CertificateBatch.ID(batch.path.split(separator: "/").last ?? ""))
        // How the director signs, with the telephone in hand, is a story of its own.
        let (seal, signer) = (town.app.installation.seal, Signer(unproved: director.id, name: "Драгана Шобић", centre: town.centre))
        _ = try await director.does { try SigningStore.sign(id, by: signer, isMailed: false, seal: seal, in: $0) }
        let papers = try await town.finds { act in
            try act.db.rows("SELECT kind FROM certificate WHERE batch = \(id) AND number IS NOT NULL ORDER BY id").map { try $0["kind"] as CertificateKind }
        }
        #expect(papers == life.papers, "\(life.form)")
        try await town.settles()
        #expect(try await town.vesna.opens("/staff/batches/\(id)/certificates.pdf").bytes.starts(with: Array("%PDF".utf8)))
    }

    func isClosed() async throws {
        #expect(try await town.vesna.opens("\(path)/close").status == 200)
        let closed = try await town.vesna.sends("/close")
        #expect(closed.shows(town.say(T.events.saidClosed)), "\(life.form): \(closed.text.prefix(600))")
        #expect(try await town.event(event).state == .closed)
        // Nothing of it waits any more.
        #expect(try await !town.vesna.opens("/staff").shows("Школа и град"), "\(life.form)")
    }
}
