import Centres
import HTTPTypes
import Kernel
import Languages
@testable import Projects
import Site
import Storage
import Testing
import Town
import Web

/// Who the centre works with, what was signed, and what was done under it.
@Suite struct PartnerStories {
    @Test func `a partner is written down with an agreement, and what was done stands under it`() async throws {
        let town = try await Town(), funded = try await Funded(town), today = funded.today
        try await town.vesna.opens("/staff/partners/new")
        #expect(try await town.vesna.sends("/staff/partners/new", ["name": "", "kind": "university"]).status == 422)
        try await town.vesna.opens("/staff/partners/new")
        let page = try await town.vesna.sends("/staff/partners/new", [
            "name": "ПМФ Нови Сад", "kind": "university", "contact": "деканат, 021 111 333", "what": "Предавања",
        ])
        #expect(page.shows("ПМФ Нови Сад") && page.shows("деканат"))
        try await town.vesna.browser.uploads("/agreements", field: "file", name: "protokol.pdf", bytes: Array("%PDF-1.4\n%%EOF".utf8), [
            "title": "Протокол о сарадњи", "kind": "protocol", "number": "12/26", "signed": today.adding(days: -300).iso, "until": today.adding(days: 40).iso,
        ])
        #expect(try await town.count("agreement WHERE file IS NOT NULL") == 1)
        #expect(try await town.vesna.opens("/staff/partners").shows(town.say(T.projects.endingSoon)))
        let path = "/staff/partners/1/agreements/1"
        func note(_ days: Int, _ text: String) async throws -> Page {
            try await town.vesna.opens(path)
            return try await town.vesna.sends("/deeds", ["text": text, "day": today.adding(days: days).iso])
        }
        #expect(try await note(1, "Предавање").status == 422)
        #expect(try await note(-301, "Предавање").shows(town.say(T.projects.errorBeforeSigned(day: .day(today.adding(days: -300))))))
        #expect(try await note(0, "").status == 422)
        #expect(try await note(-3, "Предавање о метеоритима").shows("Предавање о метеоритима"))
        let file = try #require(try await town.value("SELECT file FROM agreement", as: Int64.self))
        #expect(try await town.vesna.browser.send(.get, "/sr/files/\(file)").status == 200)
        for other in [town.ana.browser, town.stranger] { #expect(try await other.send(.get, "/sr/files/\(file)").status == 404) }
        for path in ["/staff/partners", "/staff/partners/1", path] { #expect(try await town.ana.opens(path).status == 404) }
    }

    @Test func `before an agreement ends two letters are written, and a new term begins anew`() async throws {
        let town = try await Town(), today = town.zone.day(of: town.clock.now), centre = town.centre, vesna = town.vesna.id
        let (partner, agreement) = try await town.vesna.does { act in
            var details = PartnerDetails("Школска управа", .authority)
            details.keeper = vesna
            let partner = try PartnerStore.add(details, at: centre, in: act)
            let agreement = try AgreementStore.sign(
                AgreementDetails("Споразум о сарадњи", .agreement, signed: today.adding(days: -700), until: today.adding(days: 61)), nil, with: partner,
                at: centre, in: act)
            return (partner, agreement)
        }
        func letters() async throws -> Int {
            try await ProjectReminderStore.tend(town.records)
            return try await town.count("letter WHERE noun = 'partner'")
        }
        #expect(try await letters() == 0)
        town.clock.passes(days: 1)
        #expect(try await letters() == 1)
        town.clock.passes(days: 30)
        #expect(try await letters() == 1)
        town.clock.passes(days: 16)
        #expect(try await letters() == 2)
        try await town.vesna.does { act in
            try AgreementStore.edit(
                agreement, to: AgreementDetails("Споразум о сарадњи", .agreement, signed: today.adding(days: -700), until: today.adding(days: 100)), nil, ended: nil,
                with: partner, at: centre, in: act)
        }
        #expect(try await letters() == 3, "the new day is reminded of as the old one was")
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.projects.todayAgreement(title: .title("Споразум о сарадњи")))))
        // With whom nothing is done any more, nobody is reminded.
        try await town.vesna.does { try PartnerStore.edit(partner, to: PartnerDetails("Школска управа", .authority), isEnded: true, at: centre, in: $0) }
        town.clock.passes(days: 40)
        #expect(try await letters() == 3)
    }

    @Test func `nothing of a night, and nothing of a night's letters`() async throws {
        let town = try await Town(), today = town.zone.day(of: town.clock.now), centre = town.centre
        try await town.vesna.does { act in
            let partner = try PartnerStore.add(PartnerDetails("Град", .municipality), at: centre, in: act)
            let details = AgreementDetails("Уговор", .contract, signed: today.adding(days: -10), until: today.adding(days: 30))
            try AgreementStore.sign(details, nil, with: partner, at: centre, in: act)
        }
        town.clock.becomes(town.zone.startOfDay(today.adding(days: 1)).adding(hours: 3))
        try await ProjectReminderStore.tend(town.records)
        #expect(try await town.count("letter WHERE noun = 'partner'") == 0)
        town.clock.passes(hours: 5)
        try await ProjectReminderStore.tend(town.records)
        #expect(try await town.count("letter WHERE noun = 'partner'") == 1, "where nobody keeps touch, whoever coordinates the centre is told")
    }
}
