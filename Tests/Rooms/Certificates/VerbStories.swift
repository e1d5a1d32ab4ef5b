import Accounts
import Catalogue
import Centres
@testable import Certificates
import Events
import Foundation
import Kernel
import Languages
import Storage
import Testing
import Town
import Web

/// What becomes of a certificate after it was issued.
@Suite struct VerbStories {
    @Test func `two of the staff declare one number void: the second learns who was first, when and why`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let certificate = try #require(try await scene.issues().first { $0.kind == .certificate })
        try await town.vesna.opens("/staff/certificates/\(certificate.id)")
        try await scene.director.opens("/staff/certificates/\(certificate.id)")
        let silent = try await town.vesna.sends("/void", ["reason": ""])
        #expect(silent.status == 422 && silent.shows(town.say(T.certificates.reasonMissing)))
        let done = try await town.vesna.sends("/void", ["reason": "Потписни лист је био туђ"])
        #expect(done.shows(town.say(T.certificates.saidVoided)))
        let late = try await scene.director.sends("/void", ["reason": "Други разлог"])
        #expect(late.status == 409 && late.shows("Потписни лист је био туђ"))
        let seen = try await scene.certificate(certificate.id)
        #expect(seen.state == .void && seen.reason == "Потписни лист је био туђ" && seen.label == certificate.label)
        let register = try #require(seen.register)
        #expect(try await town.vesna.opens("/staff/registers/\(register)").shows(certificate.label), "a void number stays visible")
        #expect(try await town.stranger.opens("/certificates/\(seen.code)").shows(town.say(T.certificates.verdictVoid)))
        #expect(try await scene.faults().isEmpty)
        // The number is not given again.
        #expect(try await scene.numbers() == [1])
        #expect(try await scene.register(register).lastNumber == 1)
    }

    @Test func `a correction gets its own number and names the old one, which is good until the new one is signed`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.branko])
        let wrong = try #require(try await scene.issues().first { $0.person == town.ana.id })
        try await town.vesna.opens("/staff/certificates/\(wrong.id)")
        let batchPage = try await town.vesna.sends("/correct", ["name": "Ана Ђорђевић Савић", "why": "Погрешно презиме"])
        #expect(try await scene.certificate(wrong.id).state == .valid)
        await scene.refuses(T.certificates.correctionWaits) { try await town.vesna.corrects(wrong.id, to: "Ана", because: "опет") }
        let batch = try #require(CertificateBatch.ID(batchPage.path.split(separator: "/").last ?? ""))
        try await scene.signs(batch)
        let right = try #require(try await scene.certificates(batch).first)
        #expect(right.label == "3/2026" && right.facts?.replaces == wrong.label && right.name == "Ана Ђорђевић Савић")
        #expect(try await scene.certificate(wrong.id).state == .replaced)
        let check = try await town.stranger.opens("/certificates/\(wrong.code)")
        #expect(check.shows(town.say(T.certificates.verdictReplaced)) && check.shows("3/2026"))
        #expect(try await town.stranger.opens("/certificates/\(right.code)").shows(town.say(T.certificates.verdictValid)))
        #expect(try await scene.faults().isEmpty)
        await scene.refuses(T.certificates.nobodyToPrepare) { _ = try await scene.prepares() }
    }

    @Test func `a correction says what the event says today, and the files of the batch no longer show the wrong one as good`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let batch = try await scene.prepares()
        try await scene.signs(batch)
        try await town.settles()
        let wrong = try await scene.own(town.ana, in: batch)
        #expect(try await scene.batch(batch).document == .ready)
        try await scene.holds(points: 6)
        let correction = try await town.vesna.corrects(wrong.id, to: wrong.name, because: "Погрешни бодови")
        try await scene.signs(correction)
        let right = try #require(try await scene.certificates(correction).first)
        // Points that were raised meanwhile are nobody's by a correction: what was mended downwards stays.
        try await scene.holds(points: 8)
        let again = try await town.vesna.corrects(right.id, to: right.name, because: "Још нешто")
        #expect(try await scene.certificates(again).first?.points == 6)
        #expect(right.points == 6 && right.facts?.points == 6 && right.facts?.replaces == wrong.label && right.facts?.trainers == wrong.facts?.trainers)
        #expect(try await scene.batch(batch).document == .waiting, "the PDF and the ZIP of the first batch are set anew")
        try await town.settles()
        #expect(try await scene.batch(batch).document == .ready)
        #expect(try await scene.faults().isEmpty)
    }

    @Test func `a married teacher finds her certificate under her former name and gets a duplicate of it`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let original = try #require(try await scene.issues().first { $0.person == town.ana.id })
        town.clock.passes(days: 4_000)
        for person in [town.ana, town.goran] { try await person.enters() }
        try await town.vesna.enters(withFactor: true)
        try await town.ana.opens("/me/account/name")
        try await town.ana.sends("/me/account/name", ["family_name": "Кнежевић"])
        // By the old name, by the new one, in either script, without diacritics.
        for words in ["Ђорђевић", "djordjevic", "Кнежевић", "knezevic ana", "1/2026"] {
            let asked = words.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            #expect(try await town.vesna.opens("/staff/certificates?q=\(asked)").shows("1/2026"), "\(words)")
        }
        try await town.vesna.opens("/staff/certificates/\(original.id)")
        let sheet = try town.vesna.browser.page
        #expect(sheet.shows(town.say(T.certificates.noRight)) && sheet.form("/duplicate") == nil, "a duplicate is signed too")
        let copy = try await scene.certificate(try await scene.duplicates(original.id))
        #expect(copy.label == original.label && copy.number == original.number && copy.day == original.day)
        #expect(copy.name == "Ана Ђорђевић" && copy.code != original.code)
        #expect(copy.facts?.duplicated == town.zone.day(of: town.clock.now).iso)
        let check = try await town.stranger.opens("/certificates/\(copy.code)")
        #expect(check.shows(town.say(T.certificates.verdictDuplicate)) && check.shows("Ана Ђорђевић"))
        #expect(try await scene.faults().isEmpty)
        #expect(try await town.ana.opens("/me").shows("1/2026"))
        // When the original falls, its duplicates fall with it; no duplicate of a duplicate.
        await scene.refuses(T.certificates.onlyOriginal) { _ = try await scene.duplicates(copy.id) }
        try await town.vesna.voids(original.id, because: "Проба")
        #expect(try await scene.certificate(copy.id).state == .void)
        #expect(try await scene.faults().isEmpty)
    }

    @Test func `an account that was deleted leaves the certificate; what is held about somebody is told`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let certificate = try #require(try await scene.issues().first { $0.person == town.ana.id })
        let data = try await town.ana.opens("/me/account/data")
        #expect(data.html.contains(certificate.label))
        try await town.ana.deletesTheAccount()
        let check = try await town.stranger.opens("/certificates/\(certificate.code)")
        #expect(check.shows(town.say(T.certificates.verdictValid)) && check.shows("Ана Ђорђевић"))
        #expect(try await scene.faults().isEmpty)
    }

    @Test func `whoever deleted the account gets nothing without a name, and what was prepared before goes unsigned`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.branko])
        let batch = try await scene.prepares()
        try await town.vesna.amends(try await scene.own(town.ana, in: batch).id, to: "Ана М. Ђорђевић")
        #expect(try await town.journalHas("Ана М."))
        #expect(try await town.ana.opens("/me/account/data").html.contains("Ана М. Ђорђевић"), "what is prepared is told, too")
        try await town.ana.deletesTheAccount()
        #expect(try await scene.certificates(batch).allSatisfy { $0.person != town.ana.id })
        #expect(try await !town.journalHas("Ана М."))
        let page = try await town.vesna.opens("/staff/events/\(scene.event)/certificates")
        #expect(page.shows(town.say(T.certificates.refusedErased)))
        await scene.refuses(T.certificates.nobodyToPrepare) { _ = try await scene.prepares() }
        try await scene.signs(batch)
        #expect(try await scene.certificates(batch).map(\.name) == ["Бранко Његован", "Лазар Кривокућа"])
        #expect(try await scene.faults().isEmpty)
    }

    @Test func `nothing without a name is prepared or signed`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let batch = try await scene.prepares()
        await scene.refuses(T.certificates.nameMissing) { _ = try await scene.prepares(for: [""]) }
        try await town.does { try $0.db.run("UPDATE certificate SET name = '' WHERE batch = \(batch)") }
        await scene.refuses(T.certificates.nameMissing) { try await scene.signs(batch) }
        #expect(try await scene.numbers().isEmpty)
    }

    @Test func `another centre's staff see nothing of it`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let certificate = try #require(try await scene.issues().first)
        let there = try await town.goranElsewhere()
        #expect(try await there.opens("/staff/certificates").status == 200)
        #expect(try await there.opens("/staff/certificates/\(certificate.id)").status == 404)
        #expect(try await there.opens("/staff/batches/\(certificate.batch?.value ?? 0)").status == 404)
        #expect(try await there.opens("/staff/registers/\(certificate.register?.value ?? 0)").status == 404)
        #expect(!(try await there.opens("/staff/certificates?q=1")).shows(certificate.name))
    }
}
