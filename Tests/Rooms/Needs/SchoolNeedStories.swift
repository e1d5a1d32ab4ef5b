import Accounts
import Centres
import Kernel
import Languages
import Schools
import Site
import Storage
import Testing
import Town
@testable import Needs

/// What a school needs: asked by letter, written by whoever looks after it, read by the centre.
@Suite struct SchoolNeedStories {
    private func keeps(_ town: Town) async throws -> School.ID {
        let school = try await town.workplace(of: town.ana), centre = town.centre
        try await town.milena.looksAfter(school)
        try await town.does { act in try TerritoryStore.set(Set(MunicipalityStore.all(in: act).map(\.id)), of: centre, in: act) }
        return school
    }

    @Test func `a school is asked by letter, answers, and is asked no more`() async throws {
        let town = try await Town(), school = try await keeps(town)
        try await town.topic("Инклузија")
        #expect(try await town.vesna.opens("/staff/needs/schools").shows(town.say(T.needs.answerQuiet)))
        #expect(try await town.vesna.sends("/staff/needs/schools").shows(town.say(T.needs.saidAsked(count: 1))))
        try await town.settles()
        let letter = try #require(town.mail.to("milena@bistrik.example").last)
        #expect(letter.plain.contains("/sr/me/schools/\(school)/needs?year=2025") && letter.plain.contains("2025/2026"))
        // Within a week nobody is asked twice.
        try await town.vesna.opens("/staff/needs/schools")
        #expect(try await town.vesna.sends("/staff/needs/schools").shows(town.say(T.needs.saidAsked(count: 0))))
        #expect(try await town.milena.opens("/me/schools/\(school)").shows(town.say(T.needs.askedOfSchool)))
        try await town.milena.opens("/me/schools/\(school)/needs")
        let form = try #require(try town.milena.browser.page.form("/needs"))
        let saved = try await town.milena.browser.post(form, [
            "job-class": "12", "top-1": "inkluzija", "top-2": "школски врт", "inside-1": "Прва помоћ", "people-1": "40", "month-1": "10", "budget": "180.000",
            "contact": "Милена",
        ])
        #expect(saved.shows(town.say(T.common.saved)) && saved.shows(town.say(T.needs.notSent)))
        // Begun is not sent: the centre does not read it.
        #expect(try await town.vesna.opens("/staff/needs/schools/\(school)").status == 404)
        #expect(try await town.vesna.opens("/staff/needs/schools").shows(town.say(T.needs.answerBegun)))
        try await town.milena.opens("/me/schools/\(school)/needs")
        let again = try #require(try town.milena.browser.page.form("/needs"))
        #expect(again.fields.contains { $0.name == "budget" && $0.value == "180000" })
        #expect(try await town.milena.browser.post(again, ["send": "yes"]).shows(town.say(T.needs.saidSent)))
        let read = try await town.vesna.opens("/staff/needs/schools/\(school)")
        #expect(read.shows("Инклузија") && read.shows("школски врт") && read.shows("Прва помоћ") && read.shows(town.say(T.needs.peopleCount(count: 40))))
        town.clock.passes(days: 8)
        try await town.vesna.enters(withFactor: true)
        try await town.vesna.opens("/staff/needs/schools")
        #expect(try await town.count("school_need WHERE sent IS NOT NULL") == 1)
        #expect(!(try town.vesna.browser.page.html.contains("action=\"/sr/staff/needs/schools\"")), "nobody is left to ask")
        // What the school wrote in its own words waits beside what people wrote.
        #expect(try await town.vesna.opens("/staff/needs/words").shows("школски врт"))
    }

    @Test func `what cannot be is refused at its field, and other schools are not there`() async throws {
        let town = try await Town(), school = try await keeps(town), other = try await town.workplace("ОШ „Друга“", of: town.goran)
        try await town.milena.opens("/me/schools/\(school)/needs")
        let form = try #require(try town.milena.browser.page.form("/needs"))
        let cases: [KeyValuePairs<String, String>] = [
            ["job-class": "0"], ["job-class": "1001"], ["job-head": "две"], ["people-1": "-3", "inside-1": "врт"], ["month-1": "13", "inside-1": "врт"],
            ["budget": "много"], ["top-1": "врт", "top-2": "VRT"], ["top-1": "???"], ["note": String(repeating: "z", count: 50_000)],
        ]
        for values in cases { #expect(try await town.milena.browser.post(form, values).status == 422, "\(values.map(\.key))") }
        #expect(try await town.count("school_need") == 0)
        #expect(try await town.milena.opens("/me/schools/\(other)/needs").status == 404)
        for person in [town.ana, town.goran] { #expect(try await person.opens("/me/schools/\(school)/needs").status == 404) }
        #expect(try await town.ana.opens("/staff/needs/schools").status != 200)
    }
}
