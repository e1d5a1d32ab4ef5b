import Accounts
import Foundation
import Hummingbird
import Kernel
import Languages
import Logging
import Operation
import Site
import Storage
import Testing
import Town
import Web

/// A new room adds one line to the list of rooms, and stands on every shared page.
@Suite struct RoomStories {
    @Test func `a room that declares itself has its page, its menu, its lines, its kind of import, and is asked about people`() async throws {
        let town = try await Town()
        let clock = town.clock
        let database = try town.app.place.open(connections: 3)
        let migrations = try town.app.carried.migrations + [Migration(file: "9999-kites.sql", source: KiteStore.migration)]
        try await database.migrate(migrations)
        let app = try App(
            place: town.app.place, database: database, carried: town.app.carried, rooms: Rooms.all + [.kites], settings: Settings(data: nil, environment: [:]),
            address: "http://localhost", isDemonstration: false, logger: Logger(label: "kites"), courier: town.mail, clock: { clock.now })
        let (ana, vesna) = (town.ana.browser, town.vesna.browser)
        let (anasKites, vesnasHouse) = (Browser(app.router.buildResponder(), as: ana), Browser(app.router.buildResponder(), as: vesna))

        #expect(try await town.ana.opens("/kites").status == 404, "the house without the room does not have it")
        try await anasKites.opens("/kites")
        #expect(try await anasKites.sends("/kites", ["name": "Сокол"]).shows("Сокол"))
        #expect(try await vesnasHouse.opens("/staff").html.contains("/sr/kites"), "the menu has its line")
        #expect(try await vesnasHouse.opens("/imports/new/kites").status == 200)

        try await anasKites.opens("/me/account/data")
        #expect(try anasKites.page.text.contains("Сокол"), "what is held about Ана is told")
        #expect(try await !vesnasHouse.opens("/staff").shows("Сокол"))
        try await app.records.write(by: .system) { [ana = town.ana.id] act in try AccountStore.erase(ana, in: act) }
        #expect(try await vesnasHouse.opens("/staff").shows("Сокол"), "the kite of a person who left is told on Данас")
        await database.close()
    }
}
