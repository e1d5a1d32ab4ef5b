@testable import Accounts
import Centres
import Foundation
import Kernel
import Languages
import Operation
import Site
import Storage
import Testing
import Town

@Suite struct SetUpStories {
    private func beginning(country: String = "RS", email: String = "admin@novi.example") throws -> Beginning {
        try Beginning(
            centre: "Центар Нови", centreEmail: nil, street: "", phone: "", country: country, zone: nil, language: nil, given: "Нада", family: "Прва", email: email)
    }

    @Test func `a real centre begins with its administrator, and only once`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "setup-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let carried = try Carried()
        let place = try await Ground.place(in: folder, carried: carried)
        let link = try await App.setUp(beginning(), in: place, carried: carried, address: "https://novi.example")
        #expect(link.hasPrefix("https://novi.example/sr/enter/"))
        await #expect(throws: Problem.self) { try await App.setUp(beginning(email: "other@novi.example"), in: place, carried: carried, address: "") }
        let database = try place.open(connections: 1)
        let found = try await database.read { db in
            (try db.count("SELECT count(*) FROM centre"), try db.count("SELECT count(*) FROM person"), try db.value("SELECT role FROM role", as: String.self))
        }
        await database.close()
        #expect(found.0 == 1 && found.1 == 1 && found.2 == "administrator")
    }

    @Test func `what is wrong is told before anything is made`() throws {
        let lithuanian = try beginning(country: "lt")
        #expect(lithuanian.zone.identifier == "Europe/Vilnius" && lithuanian.language == .lt)
        #expect(throws: Problem.self) { try beginning(country: "XX") }
        #expect(throws: Problem.self) { try beginning(email: "nije adresa") }
    }
}
