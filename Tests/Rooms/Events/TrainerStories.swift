import Catalogue
import Events
import Kernel
import Languages
import Storage
import Testing
import Town

/// Who may hold an event that is made from a programme.
@Suite struct TrainerStories {
    private static let basis = "109/2021, непотврђен члан"

    /// A programme with Бранко on its list, under an accreditor with such a rule.
    private func programme(_ town: Town, _ unlisted: AccreditorRules.Unlisted) async throws -> Programme.ID {
        let programme = try await town.programme()
        try await town.does { act in
            let accreditor = try #require(try CycleStore.accreditors(in: act).first)
            var rules = AccreditorRules()
            (rules.unlisted, rules.unlistedBasis) = (unlisted, Self.basis)
            try CycleStore.edit(accreditor.id, AccreditorDraft(code: accreditor.code, name: accreditor.name, country: accreditor.country, rules: rules), in: act)
        }
        return programme
    }

    @Test func `whoever is not listed is refused at the field with the reason, and nothing is kept`() async throws {
        let town = try await Town()
        let programme = try await programme(town, .refused)
        for button in ["announce", "save"] {
            let refused = try await town.plans(["programme": "\(programme)", "trainers": "Горан Љубић", button: "yes"])
            #expect(refused.status == 422 && refused.html.contains("id=\"field-trainers-error\""))
            #expect(refused.shows(town.say(T.catalogue.trainerNotListedBy(name: "Горан Љубић", number: "101", basis: .title(Self.basis)))))
            #expect(refused.shows("Горан Љубић"), "what was typed stays")
            #expect(try await town.count("event") == 0)
        }
    }

    @Test func `a listed trainer is ticked, stays the person, and may be written in the other script`() async throws {
        let town = try await Town()
        let programme = try await programme(town, .refused)
        let form = try await town.vesna.opens("/staff/events/new?programme=\(programme)")
        #expect(form.html.contains("type=\"checkbox\"") && form.carried("trainers") == "Бранко Његован")
        #expect(!form.html.contains("name=\"trainerWords\""), "nobody else can be chosen")
        try await town.plans(["programme": "\(programme)", "trainers": "Бранко Његован", "announce": "yes"])
        #expect(try await town.newest().plan.trainers == [Trainer(name: "Бранко Његован", person: town.branko.id)])
        try await town.plans(["programme": "\(programme)", "title": "Другом писмом", "trainers": "Njegovan Branko", "announce": "yes"])
        #expect(try await town.newest().plan.texts[.sr]?.title == "Другом писмом")
    }

    @Test func `where it is not forbidden, whoever plans is warned before it is announced`() async throws {
        let town = try await Town()
        let programme = try await programme(town, .warned)
        try await town.plans(["programme": "\(programme)", "trainers": "Горан Љубић", "announce": "yes"])
        let event = try await town.newest()
        #expect(event.state == .draft, "a second look first")
        let asked = try await town.vesna.opens("/staff/events/\(event.id)/announce")
        #expect(asked.shows(town.say(T.events.trainersOutside)) && asked.shows("Горан Љубић"))
        #expect(try await town.vesna.opens("/staff/events/\(event.id)/edit").shows(town.say(T.events.trainersOutside)))
        try await town.vesna.opens("/staff/events/\(event.id)/announce")
        try await town.vesna.sends("/announce")
        #expect(try await town.newest().state == .announced)
    }

    @Test func `where anybody may, nobody is warned`() async throws {
        let town = try await Town()
        let programme = try await programme(town, .allowed)
        try await town.plans(["programme": "\(programme)", "trainers": "Горан Љубић", "announce": "yes"])
        #expect(try await town.newest().state == .announced)
    }

    @Test func `an event that was announced before the rule is refused when it is changed, with the way out`() async throws {
        let town = try await Town()
        let programme = try await programme(town, .allowed)
        try await town.plans(["programme": "\(programme)", "trainers": "Горан Љубић", "announce": "yes"])
        let event = try await town.newest()
        try await town.does { act in
            let accreditor = try #require(try CycleStore.accreditors(in: act).first)
            var rules = accreditor.rules
            rules.unlisted = .refused
            try CycleStore.edit(accreditor.id, AccreditorDraft(code: accreditor.code, name: accreditor.name, country: accreditor.country, rules: rules), in: act)
        }
        try await town.vesna.opens("/staff/events/\(event.id)/edit")
        let refused = try await town.vesna.sends("/edit", ["title": "Нови наслов"])
        #expect(refused.status == 422 && refused.html.contains("id=\"field-trainers-error\""))
        #expect(try await town.newest().plan.texts[.sr]?.title != "Нови наслов")
    }

    @Test func `the rule of an accreditor is typed on its page, and stands in the journal`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        let accreditor = try await town.finds { try CycleStore.cycle(shelf.present, in: $0) }.accreditor.id
        try await town.vesna.opens("/catalogue/accreditors/\(accreditor)")
        let wrong = try await town.vesna.sends("/accreditors/\(accreditor)", ["unlisted": "можда", "unheldMonths": "0"])
        #expect(wrong.status == 422 && wrong.html.contains("field-unlisted") && wrong.html.contains("field-unheldMonths"))
        try await town.vesna.opens("/catalogue/accreditors/\(accreditor)")
        try await town.vesna.sends("/accreditors/\(accreditor)", ["unlisted": "refused", "unlistedBasis": Self.basis, "unheldMonths": "24"])
        let rules = try await town.finds { try CycleStore.accreditor(accreditor, in: $0) }.rules
        #expect(rules.unlisted == .refused && rules.unlistedBasis == Self.basis && rules.unheldMonths == 24)
        #expect(try await town.journal("accreditor", accreditor.value).last == "catalogue.accreditorEdited")
    }

    @Test func `a programme, a day and a hall are all that must be typed for a usual seminar`() async throws {
        let town = try await Town()
        let programme = try await programme(town, .refused)
        let hall = try await town.hall()
        try await town.does { act in
            var draft = try ProgrammeStore.programme(programme, in: act).draft
            (draft.price, draft.priceCovers, draft.seatsMin, draft.seatsMax, draft.goal) = (350_000, "материјал", 12, 25, "Оснаживање наставника.")
            try ProgrammeStore.edit(programme, draft, in: act)
        }
        try await town.vesna.opens("/staff/events/new")
        try await town.vesna.sends("/staff/events/new", ["programme": "\(programme)", "day1": "14.3.2026.", "hall1": "\(hall)", "announce": "yes"])
        let event = try await town.newest()
        #expect(event.state == .announced && event.plan.texts[.sr] == EventText(title: "Дигитална учионица", summary: "Оснаживање наставника."))
        #expect(event.plan.fee == .rsd(3500) && event.plan.feeCovers == "материјал" && event.plan.seatsMin == 12 && event.plan.seats == 25 && event.plan.points == 8)
        #expect(event.plan.sessions.map(\.begins.iso) == ["09:00"] && event.plan.sessions.map(\.ends.iso) == ["16:00"])
        #expect(event.plan.trainers == [Trainer(name: "Бранко Његован", person: town.branko.id)])
    }
}
