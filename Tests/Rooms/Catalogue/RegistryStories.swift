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
        #expect(try await step(["state": "left", "day": "2026-03-05"]).shows(town.say(T.catalogue.entryLeft)))
        #expect(try await town.goran.opens(path).status == 404)
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
