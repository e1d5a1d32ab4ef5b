import Accounts
import Catalogue
@testable import Certificates
import Events
import Foundation
import Kernel
import Languages
import Sheets
import Storage
import Testing
import Town
import Web

/// Numbers without gaps, and a chain that tells when somebody touched it.
@Suite struct RegisterStories {
    @Test(.timeLimit(.minutes(20))) func `sixty-four signatures at once give sixty-four batches their numbers, without a gap`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        var batches: [CertificateBatch.ID] = []
        for index in 0..<64 {
            batches.append(try await scene.prepares(index % 2 == 0 ? .thanks : .confirmation, for: (0...(index % 3)).map { "Ментор \(index).\($0)" }))
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for batch in batches { group.addTask { try await scene.signs(batch) } }
            try await group.waitForAll()
        }
        let (thanks, confirmations) = (try await scene.numbers(.thanks), try await scene.numbers(.confirmation))
        #expect(thanks == Array(1...thanks.count) && confirmations == Array(1...confirmations.count))
        #expect(thanks.count + confirmations.count == (0..<64).reduce(0) { $0 + $1 % 3 + 1 })
        #expect(try await scene.faults().isEmpty)
    }

    @Test func `two who sign one batch at once: one signs, the other is told who did`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.branko])
        let batch = try await scene.prepares()
        async let first: Result<Int, any Error> = outcome { try await scene.signs(batch) }
        async let second: Result<Int, any Error> = outcome { try await scene.signs(batch) }
        let outcomes = await [first, second]
        #expect(outcomes.count { (try? $0.get()) != nil } == 1)
        await scene.refuses(T.certificates.alreadySigned(who: "Драгана Шобић", when: .instant(town.clock.now))) { try await scene.signs(batch) }
        #expect(try await scene.numbers() == [1, 2])
    }

    private func outcome(_ body: @Sendable () async throws -> Int) async -> Result<Int, any Error> {
        do { return .success(try await body()) } catch { return .failure(error) }
    }

    @Test func `a clock that was set back is refused, and a new year begins with one`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.branko, town.milena], isMarked: false)
        try await scene.marks([scene.registrations[0]])
        _ = try await scene.issues()
        let good = town.clock.now
        try await scene.marks([scene.registrations[1]])
        let batch = try await scene.prepares()
        town.clock.passes(days: -1)
        let (today, last) = (town.zone.day(of: town.clock.now), town.zone.day(of: good))
        await scene.refuses(T.certificates.clockBack(today: .day(today), last: .day(last))) { try await scene.signs(batch) }
        #expect(try await scene.numbers() == [1])
        town.clock.becomes(good)
        try await scene.signs(batch)
        #expect(try await scene.numbers() == [1, 2])
        town.clock.passes(days: 330)
        try await scene.marks([scene.registrations[2]])
        let third = try await scene.issues()
        #expect(third.map(\.label) == ["1/2027"])
        #expect(try await scene.faults().isEmpty)
    }

    @Test func `the register as a spreadsheet can be summed`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let own = try #require(try await scene.issues().first { $0.kind == .certificate })
        let file = try await town.vesna.opens("/staff/registers/\(own.register?.value ?? 0)/register.xlsx")
        let row = try #require(try Table.read(file.bytes).rows.first)
        let day = try #require(own.day)
        #expect(row.cells.contains(.date(day.iso)) && row.cells.filter { $0 == .number(8) }.count == 2)
    }

    @Test func `a clock that was ahead at one signing does not stop the next: what it dated wrongly is declared void`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.branko], isMarked: false)
        try await scene.marks([scene.registrations[0]])
        let right = town.clock.now
        let batch = try await scene.prepares()
        town.clock.passes(days: 400)
        try await scene.signs(batch)
        let ahead = try await scene.certificates(batch)
        town.clock.becomes(right)
        try await scene.marks([scene.registrations[1]])
        let second = try await scene.prepares()
        let (today, last) = (town.zone.day(of: right), town.zone.day(of: right.adding(days: 400)))
        await scene.refuses(T.certificates.clockBack(today: .day(today), last: .day(last))) { try await scene.signs(second) }
        for certificate in ahead { try await town.vesna.voids(certificate.id, because: "Сат је ишао напред") }
        try await scene.signs(second)
        // Whoever had the wrong day gets the right one.
        #expect(try await scene.issues().contains { $0.person == town.ana.id })
        #expect(try await scene.faults().isEmpty)
    }

    @Test func `how numbers look is the centre's to say; a register that has begun keeps its form`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.branko], isMarked: false)
        try await scene.director.opens("/settings/certificates")
        let wrong = try await scene.director.sends("/settings/certificates/format", ["kind": "certificate", "format": "05/{year}"])
        #expect(wrong.status == 422 && wrong.shows("{number}"))
        let set = try await scene.director.sends("/settings/certificates/format", ["kind": "certificate", "format": "05-{number}/{year}"])
        #expect(set.shows(town.say(T.certificates.saidFormat(year: "2026"))))
        try await scene.marks([scene.registrations[0]])
        #expect(try await scene.issues().first { $0.kind == .certificate }?.label == "05-1/2026")
        try await scene.director.opens("/settings/certificates")
        let later = try await scene.director.sends("/settings/certificates/format", ["kind": "certificate", "format": "{number}-{year}"])
        #expect(later.shows(town.say(T.certificates.saidFormat(year: "2027"))))
        try await scene.marks([scene.registrations[1]])
        #expect(try await scene.issues().first?.label == "05-2/2026")
    }

    @Test func `whatever is changed behind the register's back is found; what a rule erased is told apart`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.branko, town.milena])
        let issued = try await scene.issues().filter { $0.kind == .certificate }
        #expect(try await scene.faults().isEmpty)
        let (first, second, third) = (issued[0].id, issued[1].id, issued[2].id)
        try await town.vesna.voids(third, because: "Издато грешком")
        #expect(try await scene.faults().isEmpty)
        let facts = try #require(issued[0].facts).text()
        // The row, the number, the state, the payload, the digest, the content, the head, a link, an entry that is gone.
        let attempts: [SQL] = [
            "UPDATE certificate SET facts = \(facts.replacingOccurrences(of: "Приче", with: "Приче и бајке")) WHERE id = \(first)",
            "UPDATE certificate SET number = 99 WHERE id = \(first)",
            "UPDATE certificate SET label = '99/2026' WHERE id = \(first)",
            "UPDATE certificate SET state = 'valid' WHERE id = \(third)",
            "UPDATE certificate SET payload = \(issued[1].payload) WHERE id = \(first)",
            "UPDATE certificate SET facts = NULL WHERE id = \(first)",
            "UPDATE register_entry SET digest = \(Array(repeating: UInt8(7), count: 32)) WHERE certificate = \(first)",
            "UPDATE register_entry SET content = '{}' WHERE certificate = \(first)",
            "UPDATE register_entry SET salt = NULL, content = NULL WHERE certificate = \(first)",
            "UPDATE register SET head = \(Array(repeating: UInt8(7), count: 32))",
            "UPDATE register SET last_number = last_number + 1",
            "DELETE FROM register_entry WHERE certificate = \(second)",
            // What is printed and shown beside the facts.
            "UPDATE certificate SET name = 'Горан' WHERE id = \(first)",
            "UPDATE certificate SET hours = 80 WHERE id = \(first)",
            "UPDATE certificate SET points = 7 WHERE id = \(first)",
            "UPDATE certificate SET day = '2020-01-01' WHERE id = \(first)",
            "UPDATE certificate SET kind = 'thanks' WHERE id = \(first)",
            "UPDATE certificate SET part = 'trainer' WHERE id = \(first)",
            "UPDATE certificate SET reason = 'Погрешно име' WHERE id = \(first)",
            "UPDATE certificate SET reason = 'Други разлог' WHERE id = \(third)",
            "UPDATE certificate SET duplicate_of = \(second) WHERE id = \(first)",
            "UPDATE register_entry SET deed = 'duplicated' WHERE certificate = \(first)",
        ]
        for (place, attempt) in attempts.enumerated() {
            let found = await faults(after: [attempt], town)
            #expect(!found.isEmpty, "attempt \(place)")
        }
        // A void one made valid, an erasure that no rule asked for, columns and facts changed together.
        let relabelled = facts.replacingOccurrences(of: "\"points\":8", with: "\"points\":7")
        let forgeries: [[SQL]] = [
            ["UPDATE register_entry SET deed = 'issued' WHERE deed = 'voided'", "UPDATE certificate SET state = 'valid', reason = '', ended = NULL WHERE id = \(third)"],
            ["UPDATE register_entry SET deed = 'erased', salt = NULL, content = NULL WHERE certificate = \(first)", Self.silence(first)],
            [
                "UPDATE register_entry SET deed = 'erased' WHERE deed = 'voided'",
                "UPDATE register_entry SET salt = NULL, content = NULL WHERE certificate = \(third) AND deed = 'issued'", Self.silence(third),
            ],
            [
                "UPDATE certificate SET number = number + 1000 WHERE id IN (\(first), \(second))",
                "UPDATE certificate SET number = 1003 - number WHERE id IN (\(first), \(second))",
            ],
            ["UPDATE certificate SET points = 7, facts = \(relabelled) WHERE id = \(first)"],
        ]
        for (place, forgery) in forgeries.enumerated() {
            let found = await faults(after: forgery, town)
            #expect(!found.isEmpty, "forgery \(place)")
        }
        try await town.goran.becomes(.administrator)
        try await town.goran.erases(first)
        #expect(try await scene.faults().isEmpty)
        let erased = try await town.finds { try RegisterStore.chains(in: $0).reduce(0) { $0 + $1.erased } }
        #expect(erased == 1)
        // What is left of it cannot be changed either.
        let remains: [SQL] = [
            "UPDATE certificate SET state = 'void' WHERE id = \(first)", "UPDATE certificate SET day = '2020-01-01' WHERE id = \(first)",
            "UPDATE certificate SET name = 'Горан' WHERE id = \(first)", "UPDATE register_entry SET content = NULL WHERE deed = 'erased'",
        ]
        for (place, attempt) in remains.enumerated() {
            let found = await faults(after: [attempt], town)
            #expect(!found.isEmpty, "what is left \(place)")
        }
        let certificate = try await scene.certificate(first)
        #expect(certificate.facts == nil && certificate.name.isEmpty && certificate.label == "1/2026")
        #expect(try await town.stranger.opens("/certificates/\(certificate.code)").shows(town.say(T.certificates.verdictErased)))
        #expect(try await town.count("register_entry WHERE certificate = \(second) AND content IS NULL") == 0)
    }

    private static func silence(_ id: Certificate.ID) -> SQL {
        """
        UPDATE certificate SET facts = NULL, name = '', payload = '', credential = '', person = NULL, hours = 0, points = 0, reason = '', state = 'valid'
        WHERE id = \(id)
        """
    }

    /// What is found when statements have been slipped in; they are taken back.
    private func faults(after statements: [SQL], _ town: Town) async -> [String] {
        struct TakenBack: Error { let faults: [String] }
        do {
            try await town.does { act in
                for statement in statements { try act.db.run(statement) }
                throw TakenBack(faults: try RegisterStore.chains(in: act).flatMap(\.faults))
            }
            return []
        } catch let end as TakenBack { return end.faults } catch {
            // The schema itself may refuse it: that is found, too.
            return ["\(error)"]
        }
    }
}
