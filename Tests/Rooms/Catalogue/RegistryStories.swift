import Catalogue
import Kernel
import Languages
import Testing
import Town

/// Where a programme stands in the state's register.
@Suite struct RegistryStories {
    @Test(arguments: [
        (.temporary, [.registered]), (.registered, [.accredited, .leaving]), (.accredited, [.leaving]), (.leaving, [.left, .registered]),
        (.left, [.registered]),
    ] as [(ProgrammeRegistration.State, [ProgrammeRegistration.State])])
    func `one state follows another`(_ state: ProgrammeRegistration.State, _ next: [ProgrammeRegistration.State]) { #expect(state.next == Set(next)) }

    @Test func `a temporary code until it is registered, accredited only then, and gone only when the register says so`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        let path = "/catalogue/programmes/\(shelf.lithuanianReading)/register"
        try await town.vesna.opens(path)
        let opened = try await town.vesna.sends(path)
        #expect(opened.shows("999999999") && opened.shows(town.say(T.catalogue.entryTemporary)))
        #expect(try await town.vesna.sends(path).shows(town.say(T.catalogue.entryStands)), "once is enough")
        let id = try #require(try await town.finds { try ProgrammeEntryStore.all(of: shelf.lithuanianReading, in: $0).first }).id
        func step(_ values: KeyValuePairs<String, String>) async throws -> Page {
            try await town.vesna.opens(path)
            return try await town.vesna.sends("/register/\(id)", values)
        }
        #expect(try await step(["state": "accredited", "day": "2026-02-01"]).status == 409, "not before it is registered")
        let wrong = try await step(["state": "registered", "day": "", "code": "999999999"])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.catalogue.dayMissing)))
        #expect(try await step(["state": "registered", "day": "2026-02-01", "code": "999999999"]).shows(town.say(T.catalogue.entryCodeMissing)))
        #expect(try await step(["state": "registered", "day": "2026-02-01", "code": "213001234"]).shows("213001234"))
        #expect(try await step(["state": "accredited", "day": "2026-02-10"]).shows(town.say(T.catalogue.entryAccredited)))
        #expect(try await step(["state": "leaving", "day": "2026-03-01", "reason": ""]).shows(town.say(T.catalogue.reasonMissing)))
        #expect(try await step(["state": "leaving", "day": "2026-03-01", "reason": "Nauja redakcija"]).shows("Nauja redakcija"))
        #expect(try await town.finds { try ProgrammeEntryStore.all(of: shelf.lithuanianReading, in: $0) }[0].ended == nil, "asked for is not done")
        #expect(try await !town.programme(number: "213001", of: shelf.lithuanian).isWithdrawn)
        #expect(try await town.vesna.opens(path).shows(town.say(T.catalogue.entryLeavingWithdraws)), "what will follow is said before")
        #expect(try await step(["state": "left", "day": "2026-03-05"]).shows(town.say(T.catalogue.entryLeft)))
        let gone = try await town.programme(number: "213001", of: shelf.lithuanian)
        #expect(gone.withdrawal?.day == Day(iso: "2026-03-05") && gone.withdrawal?.reason == "Nauja redakcija", "the rule withdraws what left")
        #expect(try await step(["state": "registered", "day": "2026-04-01", "code": "213009999"]).shows("213009999"))
        #expect(try await !town.programme(number: "213001", of: shelf.lithuanian).isWithdrawn, "registered anew it is back")
        #expect(try await town.goran.opens(path).status == 404)
    }

    @Test func `it stays while one municipality has it still, or the accreditor's rule lets it stay`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        let somewhere = try await town.municipality("Akmenė", 56.3, 22.9)
        func leaves(_ id: ProgrammeRegistration.ID) async throws {
            try await town.does { act in
                for (state, code) in [(.registered, "7\(id)"), (.leaving, ""), (.left, "")] as [(ProgrammeRegistration.State, String)] {
                    let step = ProgrammeRegistrationStep(to: state, code: code, on: Day(iso: "2026-02-03") ?? .zero, because: "Pasibaigė")
                    try ProgrammeEntryStore.take(step, id, of: shelf.lithuanianReading, in: act)
                }
            }
        }
        func isWithdrawn() async throws -> Bool { try await town.programme(number: "213001", of: shelf.lithuanian).isWithdrawn }
        let one = try await town.does { try ProgrammeEntryStore.open(shelf.lithuanianReading, in: nil, in: $0) }
        let other = try await town.does { try ProgrammeEntryStore.open(shelf.lithuanianReading, in: somewhere, in: $0) }
        try await leaves(one)
        #expect(try await !isWithdrawn())
        let accreditor = try await town.finds { try CycleStore.cycle(shelf.lithuanian, in: $0) }.accreditor
        try await town.vesna.opens("/catalogue/accreditors/\(accreditor.id)")
        try await town.vesna.sends("/catalogue/accreditors/\(accreditor.id)", ["leaving": "kept", "leavingBasis": "proba"])
        try await leaves(other)
        #expect(try await !isWithdrawn())
    }

    @Test func `what the register asks for and the programme does not say is told`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        let accreditor = try await town.finds { try CycleStore.cycle(shelf.lithuanian, in: $0) }.accreditor
        try await town.does { act in
            var rules = accreditor.rules
            rules.needs = [.goal, .outcomes, .contact]
            try CycleStore.edit(accreditor.id, AccreditorDraft(code: accreditor.code, name: accreditor.name, country: accreditor.country, rules: rules), in: act)
        }
        let page = try await town.vesna.opens("/catalogue/programmes/\(shelf.lithuanianReading)/register")
        #expect(page.shows(town.say(T.catalogue.needsTitle)) && page.shows("Stiprinti skaitymo"))
        try await town.vesna.opens("/catalogue/programmes/\(shelf.lithuanianReading)/edit")
        try await town.vesna.sends("/edit", ["outcomes": "Skaito", "contact": "Rūta Žemaitytė"])
        #expect(try await town.vesna.opens("/catalogue/programmes/\(shelf.lithuanianReading)/register").shows(town.say(T.catalogue.needsNothing)))
        #expect(try await !town.vesna.opens("/catalogue/programmes/\(shelf.digital)/register").shows(town.say(T.catalogue.entries)),
            "a Serbian programme has no such register")
    }
}
