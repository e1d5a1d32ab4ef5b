import Accounts
import Centres
import Events
import Foundation
import Kernel
import Languages
import Registration
import Site
import Storage
import Testing
import Town
@testable import Tables

// What stories of tables begin with.

extension Town {
    var today: Day { zone.day(of: clock.now) }

    /// A school, with so many people nobody knows who apply for an event on its behalf.
    @discardableResult
    func school(_ name: String, applies count: Int, to event: Event.ID, _ begin: Int = 0) async throws -> School.ID {
        let school = try await workplace(name)
        try await does { act in
            for number in begin..<begin + count {
                let name = PersonName(given: "Полазник", family: "Број\(number)")
                let person = try PersonStore.add(name, email: "p\(number)@bistrik.example", verified: act.now, language: .sr, in: act)
                try EmploymentStore.add(person, at: school, job: "наставник", in: act)
                try act.db.run("""
                    INSERT INTO registration (event, person, school, state, applied, queued, decided, payer, channel)
                    VALUES (\(event), \(person), \(school), 'admitted', \(act.now), \(act.now), \(act.now), 'school', 'web')
                    """)
            }
        }
        return school
    }

    /// A director.
    func director() async throws -> Someone {
        let centre = centre
        let id = try await does { act in
            let name = PersonName(given: "Драгана", family: "Шобић")
            let id = try PersonStore.add(name, email: "dragana@bistrik.example", verified: act.now, language: .sr, in: act)
            try PersonStore.grant(Grant(.director, centre: centre), to: id, in: act)
            return id
        }
        let director = Someone(id: id, email: "dragana@bistrik.example", app: app, browser: newBrowser())
        try await director.enters(withFactor: true)
        return director
    }

    /// The table that somebody saves of what an address shows.
    @discardableResult
    func saves(_ name: String, _ path: String, shared isShared: Bool = false, by somebody: Someone) async throws -> OwnTable.ID {
        let page = try await somebody.opens(path)
        let form = try #require(page.forms.first { $0.action.contains("/staff/tables/") && $0.action.contains("?") }, "\(page.forms.map(\.action))")
        let saved = try await somebody.browser.post(form, isShared ? ["name": name, "shared": "yes"] : ["name": name])
        #expect(saved.status == 200 && saved.shows(say(T.tables.saidSaved(name: .text(name)))))
        return try #require(try await value("SELECT max(id) FROM own_table", as: OwnTable.ID.self))
    }

    /// Lines put together, as the house counts them.
    func sums(_ query: TableQuery) async throws -> TableSums {
        let centre = centre
        return try await finds { try TableReadStore.sums(query, at: CentreStore.centre(centre, in: $0), in: $0) }
    }
}

extension TableQuery {
    /// The same with one condition more.
    func asking(_ column: String, _ ask: TableFilter.Ask) -> TableQuery {
        var query = self
        query.filters.append(TableFilter(column, ask))
        return query
    }
}
