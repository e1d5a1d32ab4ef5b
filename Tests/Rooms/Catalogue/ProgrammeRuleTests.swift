import Catalogue
import Kernel
import Languages
import Testing
import Town

@Suite struct ProgrammeRuleTests {
    /// A programme of the cycle 1 September 2025 to 31 August 2028, of 16 hours, for 30 people.
    private func digital(withdrawnFrom day: String? = nil) async throws -> Programme {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        return try await town.does { act in
            if let day = day.flatMap({ Day(iso: $0) }) { try ProgrammeStore.withdraw(shelf.digital, from: day, because: "нов програм", in: act) }
            return try ProgrammeStore.programme(shelf.digital, in: act)
        }
    }

    @Test func `an event lies within the cycle, from its first to its last day`() async throws {
        let programme = try await digital()
        let table: [(first: String, last: String, isHeld: Bool)] = [
            ("2025-08-31", "2025-08-31", false), ("2025-09-01", "2025-09-01", true), ("2026-02-25", "2026-02-26", true),
            ("2028-08-31", "2028-08-31", true), ("2028-08-31", "2028-09-01", false), ("2025-08-31", "2025-09-01", false),
        ]
        for row in table {
            let days = try #require(Day(iso: row.first))...(try #require(Day(iso: row.last)))
            #expect((programme.objection(toDays: days) == nil) == row.isHeld, "\(days)")
        }
    }

    @Test func `a withdrawn programme is held until the day before`() async throws {
        let programme = try await digital(withdrawnFrom: "2026-03-01")
        let eve = try #require(Day(iso: "2026-02-28"))
        #expect(programme.objection(toDays: eve...eve) == nil)
        #expect(programme.objection(toDays: eve...eve.adding(days: 1)) != nil)
    }

    @Test func `points never exceed hours, seats never exceed the catalogue's`() async throws {
        let programme = try await digital()
        for (points, isGood) in [(0, true), (8, true), (16, true), (17, false)] {
            #expect((programme.objection(toPoints: points) == nil) == isGood, "\(points) points")
        }
        for (seats, isGood) in [(1, true), (30, true), (31, false)] {
            #expect((programme.objection(toSeats: seats) == nil) == isGood, "\(seats) seats")
        }
    }

    @Test func `only a listed trainer holds it, however the name is written`() async throws {
        let programme = try await digital()
        for (name, isListed) in [
            ("Весна Ћирић", true), ("Ћирић Весна", true), ("Vesna Ćirić", true), ("vesna ciric", true), ("Ana Djordjevic", true),
            ("Весна", false), ("Весна Ћирић Јовић", false), ("Горан Љубић", false),
        ] {
            #expect((programme.trainerList.objection(to: name) == nil) == isListed, "\(name)")
        }
    }

    @Test func `a line of a list is a code with a name, or a name alone`() {
        for (line, code, name) in [
            ("K2: Поучавање и учење", "K2", "Поучавање и учење"), ("  7 :  Инклузија ", "7", "Инклузија"),
            ("Српски језик", "Српски језик", "Српски језик"), ("Језик и књижевност: настава", "Језик и књижевност: настава", "Језик и књижевност: настава"),
            ("K2:", "K2:", "K2:"), (": име", ": име", ": име"),
        ] {
            #expect(CodeLine(line) == CodeLine(code: code, name: name), "\(line)")
        }
        #expect(throws: Problem.self) { try CodeLine.read("K2: Поучавање\nК2: Учење", field: "competence") }
    }
}
