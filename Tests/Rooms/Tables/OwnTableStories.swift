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
import Web
@testable import Accounts
@testable import Tables

/// Tables under their names.
@Suite struct OwnTableStories {
    private static let path = "/staff/tables/registrations?c=event&c=state&is-state=admitted"

    @Test func `a table is kept, opened again, changed and thrown away`() async throws {
        let town = try await Town(), id = try await town.saves("Ко има место", Self.path, by: town.vesna)
        let list = try await town.vesna.opens("/staff/tables")
        let again = try #require(list.link("Ко има место"))
        #expect(try await town.vesna.opens(again).shows("Ко има место"))
        #expect(try await town.vesna.opens("/search?q=mesto").shows("Ко има место"))
        #expect(try await !town.ana.opens("/search?q=mesto").shows("Ко има место"))
        // Another choice is not yet what was kept.
        let changed = try await town.vesna.opens("/staff/tables/registrations?c=event&c=day&table=\(id)")
        #expect(changed.shows(town.say(T.tables.isChanged)) && changed.link(town.say(T.tables.asSaved)) != nil)
        let form = try #require(changed.forms.first { $0.action.contains("/staff/tables/") })
        let nameless = try await town.vesna.browser.post(form, ["name": "", "replace": "yes"])
        #expect(nameless.status == 422 && nameless.shows(town.say(T.common.errorMissing)))
        let back = try #require(nameless.forms.first { $0.action.contains("/staff/tables/") })
        let kept = try await town.vesna.browser.post(back, ["name": "Термини", "replace": "yes"])
        #expect(kept.shows("Термини") && !kept.shows(town.say(T.tables.isChanged)))
        #expect(try await town.count("own_table") == 1)
        #expect(try await town.value("SELECT query FROM own_table", as: String.self) == "c=event&c=day")
        // As a new one it stands beside the old, but not under its name.
        let twice = try await town.vesna.browser.post(form, ["name": "термини"])
        #expect(twice.status == 422 && twice.shows(town.say(T.tables.errorTaken)))
        try await town.vesna.opens("/staff/tables/registrations?c=event&c=day&table=\(id)")
        let gone = try await town.vesna.sends("/remove")
        #expect(gone.shows(town.say(T.tables.saidRemoved)))
        #expect(try await town.count("own_table") == 0)
        #expect(try await town.journal("own_table", id.value) == ["tables.deedSaved", "tables.deedChanged", "tables.deedRemoved"])
    }

    @Test func `a shared table is everybody's to read and its owner's to change`() async throws {
        let town = try await Town()
        try await town.goran.becomes(.coordinator, at: town.centre)
        try await town.goran.enters(withFactor: true)
        let own = try await town.saves("Само моја", Self.path, by: town.vesna)
        let shared = try await town.saves("За све", "\(Self.path)&c=day", shared: true, by: town.vesna)
        let list = try await town.goran.opens("/staff/tables")
        #expect(list.shows("За све") && !list.shows("Само моја") && list.shows("Весна Ћирић"))
        let page = try await town.goran.opens(try #require(list.link("За све")))
        #expect(page.shows(town.say(T.tables.sharedBy(name: "Весна Ћирић"))) && page.form("/remove") == nil && page.form("/take") == nil)
        #expect(try await !town.goran.opens("/staff/tables/registrations?c=event&table=\(own)").shows("Само моја"), "somebody else's is not there")
        let centre = town.centre
        for deed in [
            { (act: Act) in try OwnTableStore.remove(shared, at: centre, in: act) }, { try OwnTableStore.remove(own, at: centre, in: $0) },
            { try OwnTableStore.change(shared, OwnTableDraft("Моја"), to: TableQuery(.registrations), at: centre, in: $0) },
            { try OwnTableStore.change(own, OwnTableDraft("Моја"), to: TableQuery(.registrations), at: centre, in: $0) },
        ] as [@Sendable (Act) throws -> Void] {
            let refused = await #expect(throws: Problem.self) { try await town.goran.does(deed) }
            #expect(refused == .missing)
        }
        // A copy is the own one.
        try await town.saves("Горанова", "\(Self.path)&table=\(shared)", by: town.goran)
        #expect(try await town.count("own_table WHERE owner = \(town.goran.id) AND NOT shared") == 1)
        let busy = await #expect(throws: Problem.self) { try await town.goran.does { try OwnTableStore.take(shared, at: centre, in: $0) } }
        #expect(busy == .conflict(T.tables.errorTended))
    }

    @Test func `whoever leaves leaves what was shared, and somebody else looks after it`() async throws {
        let town = try await Town(), centre = town.centre
        try await town.goran.becomes(.coordinator, at: town.centre)
        try await town.goran.enters(withFactor: true)
        let shared = try await town.saves("За све", Self.path, shared: true, by: town.goran)
        let own = try await town.saves("Горанова", Self.path, by: town.goran)
        let goran = town.goran.id
        try await town.does { try $0.db.run("DELETE FROM role WHERE person = \(goran)") }
        let page = try await town.vesna.opens("\(Self.path)&table=\(shared)")
        #expect(page.status == 200 && page.shows(town.say(T.tables.untendedOf(name: "Горан Љубић"))), "it goes on working")
        #expect(try await town.vesna.sends("/take").shows(town.say(T.tables.saidTaken)))
        #expect(try await town.value("SELECT owner FROM own_table WHERE id = \(shared)", as: Person.ID.self) == town.vesna.id)
        #expect(try await town.vesna.opens("\(Self.path)&table=\(shared)").form("/remove") != nil)
        // What nobody else ever saw goes after a year.
        try await town.does { try TableKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("own_table WHERE id = \(own)") == 1)
        town.clock.passes(days: 366)
        try await town.does { try TableKeepingStore.forgetOld(in: $0) }
        #expect(try await town.count("own_table WHERE id = \(own)") == 0)
        #expect(try await town.count("own_table WHERE id = \(shared)") == 1)
        let other = await #expect(throws: Problem.self) { try await town.goran.does { try OwnTableStore.take(shared, at: centre, in: $0) } }
        #expect(other == .missing)
    }

    @Test func `a column that went away is said, and the table goes on`() async throws {
        let town = try await Town(), event = try await town.seminar(seats: 30)
        _ = try await town.ana.applies(to: event)
        let id = try await town.saves("Стара", Self.path, by: town.vesna)
        try await town.does { try $0.db.run("UPDATE own_table SET query = 'c=event&c=shoeSize&is-colour=blue&by=height&o=weight' WHERE id = \(id)") }
        let page = try await town.vesna.opens(try #require(try await town.vesna.opens("/staff/tables").link("Стара")))
        #expect(page.status == 200 && page.shows("Дигитална учионица") && page.shows(town.say(T.tables.gapTitle)))
        for key in ["shoeSize", "colour", "height"] { #expect(page.shows(town.say(T.tables.gapUnknown(column: .text(key)))), "\(key)") }
        #expect(!page.shows(town.say(T.tables.isChanged)), "it is what was kept, as far as it can be followed")
        let sheet = try await town.vesna.opens("/staff/tables/registrations/table.xlsx?c=event&c=shoeSize&table=\(id)")
        #expect(sheet.status == 200)
    }

    @Test func `an account that is deleted takes its own tables along and leaves the shared ones`() async throws {
        let town = try await Town(), vesna = town.vesna.id
        try await town.saves("Само моја", Self.path, by: town.vesna)
        let shared = try await town.saves("За све", Self.path, shared: true, by: town.vesna)
        let held = try await town.finds { act in try act.ask(HeldAsked(person: vesna)).flatMap { $0.all["own_table"] ?? [] } }
        #expect(held.map { $0["name"] } == ["Само моја", "За све"])
        try await town.does { try AccountStore.erase(vesna, in: $0) }
        #expect(try await town.count("own_table") == 1)
        #expect(try await town.count("own_table WHERE id = \(shared) AND owner IS NULL") == 1)
        let director = try await town.director()
        let page = try await director.opens("\(Self.path)&table=\(shared)")
        #expect(page.shows(town.say(T.tables.untended)))
    }

    @Test func `so many tables somebody keeps and no more, and none that is too long`() async throws {
        let town = try await Town(), centre = town.centre, vesna = town.vesna.id
        try await town.does { act in
            for number in 0..<OwnTableDraft.most {
                try act.db.run("""
                    INSERT INTO own_table (centre, owner, kind, name, query, shared, created, changed)
                    VALUES (\(centre), \(vesna), 'events', \("Т\(number)"), '', \(false), \(act.now), \(act.now))
                    """)
            }
        }
        let many = await #expect(throws: Problem.self) {
            try await town.vesna.does { try OwnTableStore.add(OwnTableDraft("Још једна"), TableQuery(.events), at: centre, in: $0) }
        }
        #expect(many == .conflict(T.tables.errorMany(most: .number(OwnTableDraft.most))))
        let long = TableQuery(.registrations).asking("event", .words(String(repeating: "ж", count: 6_000)))
        let refused = await #expect(throws: Problem.self) {
            try await town.vesna.does { try OwnTableStore.add(OwnTableDraft("Дуга"), long, at: centre, in: $0) }
        }
        #expect(refused?.fault(at: "name") == T.tables.errorLong)
    }
}
