import Accounts
@testable import Certificates
import Delivery
import Events
import Kernel
import Languages
import Registration
import Testing
import Town

/// What an office makes of one list of applications, without typing a name a second time.
@Suite struct OneListStories {
    @Test func `a seat that changes hands the day before is on every paper under the colleague's name, and on none under the other`() async throws {
        let town = try await Town()
        let school = try await town.workplace(of: town.ana, town.branko, town.milena)
        let scene = try await Certified(town, [town.ana, town.milena], isMarked: false, school: school) { seats in
            let ana = seats[0].id
            for person in [town.ana, town.branko] { try await person.enters() }
            try await town.ana.opens("/registrations/\(ana)")
            try await town.ana.sends("/registrations/\(ana)/hand-over", ["colleague": town.branko.email])
            try await town.branko.opens("/registrations/\(ana)/hand-over")
            try await town.branko.sends("/registrations/\(ana)/hand-over/accept")
        }
        let coming: [Registration] = try await town.registrations(for: scene.event).filter { $0.state == .admitted }
        #expect(Set(coming.map(\.person)) == [town.milena.id, town.branko.id])
        #expect(coming.first { $0.person == town.branko.id }?.payer == .school, "the place that the school pays for stays the school's")
        try await scene.marks(coming)
        let certificates = try await scene.issues(), register = try #require(certificates.first?.register)
        #expect(certificates.filter { $0.register == register }.map(\.number) == [1, 2])
        try await town.settles()

        let desk = "/staff/events/\(scene.event)"
        let batch = try #require(certificates.first?.batch), book = "/staff/registers/\(register)/register.pdf"
        for paper in ["\(desk)/sheet.pdf", "\(desk)/badges.pdf", book, "/staff/batches/\(batch)/certificates.pdf"] {
            let answer = try await town.vesna.opens(paper)
            let words = Set(Fold.tokens(try Printed.words(of: answer.bytes)))
            let named = ["Његован", "Џелатовић", "Ђорђевић"].filter { Fold.tokens($0).allSatisfy(words.contains) }
            #expect(named == ["Његован", "Џелатовић"], "\(paper) names whoever gave the seat away, or not all who came")
        }
        #expect(try await town.vesna.opens("\(desk)/report.pdf").bytes.starts(with: Array("%PDF".utf8)))
        #expect(try await town.ana.opens("\(desk)/badges.pdf").status == 404)
        #expect(try await town.ana.opens("/me/certificates/\(certificates[0].id)").status == 404)
    }

    @Test func `badges want somebody who comes`() async throws {
        let town = try await Town(), seminar = try await town.seminar()
        try await town.change(seminar) { $0.trainers = [] }
        #expect(try await town.vesna.opens("/staff/events/\(seminar)/badges.pdf").shows(town.say(T.delivery.badgesNobody)))
    }
}
