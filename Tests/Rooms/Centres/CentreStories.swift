import Centres
import Forms
import Foundation
import HTTPTypes
import Kernel
import Languages
import Testing
import Town

@Suite struct CentreStories {
    @Test func `the public page of a centre tells who, where, for whom and in which halls`() async throws {
        let valley = try await Valley()
        let (town, vesna) = (valley.town, valley.town.vesna)
        try await town.imports("schools", Valley.schools)
        try await vesna.opens("/settings/halls/new")
        try await vesna.sends("/settings/halls/new", ["name": "Велика сала", "seats": "60"])
        let page = try await town.stranger.opens("/about")
        for words in ["Центар за стручно усавршавање Бистрик", "Школска 1, Бистрик", "025 111 222", "Горња Река", "Велика сала", town.say(T.common.seats(count: 60))] {
            #expect(page.shows(words))
        }
        #expect(!page.shows("Долина"))
        #expect(page.shows(town.say(T.centres.territorySize(count: 2, schools: .phrase(T.centres.schoolsCount(count: 3))))))
        #expect(try await town.stranger.opens("/en/about").shows("Gornja Reka"))
        #expect(try await town.stranger.opens("/for-schools").link(town.say(T.centres.seeEvents)) == "/sr/events")
    }

    @Test func `a hall is added, changed, closed and offered again`() async throws {
        let valley = try await Valley()
        let (town, vesna) = (valley.town, valley.town.vesna)
        try await vesna.opens("/settings/halls/new")
        let wrong: [(KeyValuePairs<String, String>, Phrase)] = [
            (["name": "", "seats": "0"], T.common.errorMissing), (["name": "Сала", "seats": "много"], T.forms.errorNumber),
        ]
        for (values, problem) in wrong {
            let page = try await vesna.sends("/settings/halls/new", values)
            #expect(page.status == 422 && page.shows(town.say(problem)))
        }
        try await vesna.sends("/settings/halls/new", ["name": "Сала", "seats": "30"])
        try await vesna.opens("/settings/halls/new")
        #expect(try await vesna.sends("/settings/halls/new", ["name": "Сала"]).shows(town.say(T.centres.hallNameTaken)))
        let (centre, id) = (town.centre, try await town.hall(named: "Сала"))
        try await vesna.opens("/settings/halls/\(id)")
        try await vesna.sends("/settings/halls/\(id)", ["name": "Плава сала", "seats": ""])
        #expect(try vesna.browser.page.shows("Плава сала"))
        try await vesna.sends("/\(id)/close")
        #expect(try await town.finds { try HallStore.halls(of: centre, in: $0) }.isEmpty)
        #expect(try await !town.stranger.opens("/about").shows("Плава сала"))
        try await vesna.opens("/settings/halls")
        try await vesna.sends("/\(id)/reopen")
        #expect(try await town.finds { try HallStore.halls(of: centre, in: $0) }.map(\.details.seats) == [nil])
        #expect(try await town.journal("hall", id.value) == ["centres.hallAdded", "centres.hallChanged", "centres.hallClosed", "centres.hallReopened"])
    }

    @Test func `another centre's hall is not there`() async throws {
        let valley = try await Valley()
        let centre = valley.town.centre
        let hall = try await valley.town.vesna.does { try HallStore.add(HallDetails(name: "Сала"), to: centre, in: $0) }
        #expect(try await valley.goran.opens("/settings/halls/\(hall)").status == 404)
        for verb in ["", "/close", "/reopen"] {
            try await valley.goran.opens("/settings/halls/new")
            let token = try #require(try valley.goran.page.form("/settings/halls/new")?.fields.first { $0.name == "act" }?.value)
            #expect(try await valley.goran.post(Page.Form(action: "/sr/settings/halls/\(hall)\(verb)", fields: [("act", token), ("name", "Отето")])).status == 404)
        }
        await #expect(throws: Problem.missing) { try await valley.town.goran.does { try HallStore.add(HallDetails(name: "Уљез"), to: centre, in: $0) } }
        #expect(try await !valley.goran.opens("/settings/halls").shows("Сала"))
        #expect(try await valley.town.hall(named: "Сала") == hall)
    }

    @Test func `the director changes the centre, the administrator alone its host and zone`() async throws {
        let valley = try await Valley()
        let (town, vesna, id) = (valley.town, valley.town.vesna, valley.town.centre)
        let page = try await vesna.opens("/settings/centre")
        #expect(!page.html.contains("name=\"host\""))
        let refused = try await vesna.sends("/settings/centre", ["email": "није", "offer_hours": "0", "name": "Нови назив"])
        #expect(refused.status == 422 && refused.shows(town.say(T.common.errorEmail)) && refused.html.contains("Нови назив"))
        try await vesna.sends("/settings/centre", ["email": "nova@bistrik.example", "offer_hours": "24", "host": "oteto.example", "zone": "Europe/Vilnius"])
        let centre = try await town.finds { try CentreStore.centre(id, in: $0) }
        #expect(centre.name == "Нови назив" && centre.rules.offerHours == 24 && centre.email == "nova@bistrik.example")
        #expect(centre.host == nil && centre.zone.identifier == "Europe/Belgrade", "a director's form cannot smuggle them in")

        try await town.milena.becomes(.administrator)
        try await town.milena.enters(withFactor: true)
        try await town.milena.opens("/settings/centre")
        #expect(try await town.milena.sends("/settings/centre", ["host": "dolina.example"]).shows(town.say(T.centres.hostTaken)))
        #expect(try await town.milena.sends("/settings/centre", ["host": "http://x/"]).shows(town.say(T.centres.wrongHost)))
        try await town.milena.sends("/settings/centre", ["host": "Bistrik.example:8080"])
        #expect(try await town.finds { try CentreStore.centre(id, in: $0) }.host == "bistrik.example:8080")
        #expect(try await valley.goran.opens("/settings/centre").status == 404, "a coordinator is no director")
    }

    @Test func `the administrator founds a further centre, nobody else does`() async throws {
        let valley = try await Valley()
        let town = valley.town
        #expect(try await town.vesna.opens("/settings/centres").status == 404)
        try await town.milena.becomes(.administrator)
        try await town.milena.enters(withFactor: true)
        try await town.milena.opens("/settings/centres")
        let refused = try await town.milena.sends("/settings/centres", ["name": "Šiaulių švietimo centras", "email": "x", "host": "dolina.example", "country": "LT"])
        #expect(refused.status == 422 && refused.shows(town.say(T.common.errorEmail)))
        #expect(try await town.milena.sends("/settings/centres", ["email": "centras@example.com"]).shows(town.say(T.centres.hostTaken)))
        try await town.milena.sends("/settings/centres", ["host": "siauliai.example"])
        town.clock.passes(seconds: 3)
        let page = try await town.newBrowser(language: "lt", host: "siauliai.example").opens("/about")
        #expect(page.status == 200 && page.shows("Šiaulių švietimo centras"))
        let zone = try await town.finds { try CentreStore.all(in: $0).last?.zone.identifier }
        #expect(zone == "Europe/Vilnius")
        await #expect(throws: Problem.missing) {
            try await town.vesna.does { try CentreStore.found("X", country: .serbia, host: "x.example", email: "x@example.com", in: $0) }
        }
    }

    @Test func `a municipality has one centre`() async throws {
        let valley = try await Valley()
        let (town, vesna, id) = (valley.town, valley.town.vesna, valley.town.centre)
        let towns = Dictionary(uniqueKeysWithValues: try await town.finds { try MunicipalityStore.all(in: $0) }.map { ($0.name, $0.id.description) })
        try await vesna.opens("/settings/territory")
        let form = try #require(try vesna.browser.page.form("/settings/territory"))
        func sends(_ names: String...) async throws -> Page {
            try await vesna.opens("/settings/territory")
            let token = try vesna.browser.page.form("/settings/territory")?.fields.filter { $0.name == "act" } ?? []
            return try await vesna.browser.post(Page.Form(action: form.action, fields: token + names.map { (name: "municipality", value: towns[$0] ?? "") }))
        }
        #expect(form.fields.count { $0.name == "municipality" } == 2)
        let refused = try await sends("Бистрик", "Долина")
        #expect(refused.status == 409 && refused.shows(town.say(T.centres.territoryTaken(municipality: "Долина", centre: "Центар Долина"))))
        func territory() async throws -> [String] { try await town.finds { try TerritoryStore.territory(of: id, .azbuka, in: $0) }.map(\.name) }
        #expect(try await territory() == ["Бистрик", "Горња Река"])
        _ = try await sends("Бистрик", "Самоград")
        #expect(try await territory() == ["Бистрик", "Самоград"])
        #expect(try await valley.goran.opens("/settings/territory").status == 404)
    }

    @Test func `municipalities are listed by the alphabet or by the way there`() async throws {
        let valley = try await Valley()
        let (town, vesna) = (valley.town, valley.town.vesna)
        let valleys = try #require(try await town.finds { try MunicipalityStore.all(in: $0) }.first { $0.name == "Долина" })
        try await vesna.opens("/settings/centre")
        try await vesna.sends("/settings/centre", ["municipality": valleys.id.description])
        func order(_ page: Page) -> [String] {
            let found = ["Бистрик", "Горња Река", "Долина", "Самоград"].compactMap { name in page.html.range(of: ">\(name)<").map { (name, $0.lowerBound) } }
            return found.sorted { $0.1 < $1.1 }.map(\.0)
        }
        #expect(order(try await vesna.opens("/settings/municipalities")) == ["Бистрик", "Горња Река", "Долина", "Самоград"])
        #expect(order(try await vesna.opens("/settings/municipalities?sort=near")) == ["Долина", "Самоград", "Горња Река", "Бистрик"])
        #expect(order(try await vesna.opens("/settings/municipalities?q=gornja")) == ["Горња Река"])
    }
}

extension Town {
    func hall(named name: String) async throws -> Hall.ID {
        let centre = centre
        return try #require(try await finds { try HallStore.halls(of: centre, all: true, in: $0) }.first { $0.name == name }).id
    }
}
