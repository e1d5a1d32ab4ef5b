import Accounts
@testable import Certificates
import Documents
import Foundation
import HTTPTypes
import Kernel
import Languages
import Operation
import Site
import Storage
import Testing
import Town
import Web

/// What is printed: after the act, as often as it is asked for, always the same.
@Suite struct PaperStories {
    @Test func `a signed batch becomes one PDF and a ZIP; set again they are the same bytes`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.ruta])
        let id = try await scene.prepares()
        try await scene.signs(id)
        #expect(try await scene.batch(id).document == .waiting)
        #expect(try await town.vesna.opens("/staff/batches/\(id)").shows(town.say(T.certificates.setting(done: 0, all: 3))))
        #expect(try await town.vesna.opens("/staff/batches/\(id)/certificates.pdf").status == 404)
        try await town.settles()
        #expect(try await scene.batch(id).document == .ready)
        let first = try await town.vesna.opens("/staff/batches/\(id)/certificates.pdf")
        #expect(first.status == 200 && first.bytes.starts(with: Array("%PDF-".utf8)))
        #expect(CertificatePayload.found(in: first.bytes).count == 3, "programs find every payload in the file")
        let zip = try await town.vesna.opens("/staff/batches/\(id)/certificates.zip")
        #expect(zip.bytes.starts(with: [0x50, 0x4b, 3, 4]) && String(decoding: zip.bytes, as: UTF8.self).contains("1-2026 Ана Ђорђевић.pdf"))
        town.clock.passes(days: 900)
        try await town.vesna.enters(withFactor: true)
        try? FileManager.default.removeItem(at: town.app.installation.documents)
        #expect(try await town.vesna.opens("/staff/batches/\(id)/certificates.pdf").bytes == first.bytes, "lost files are set again")
        let own = try await scene.own(town.ana, in: id)
        for person in [town.ana, town.goran] { try await person.enters() }
        let paper = try await town.ana.opens("/me/certificates/\(own.id)/document.pdf")
        #expect(paper.status == 200 && CertificatePayload.found(in: paper.bytes) == [own.payload])
        #expect(try await town.goran.opens("/me/certificates/\(own.id)/document.pdf").status == 404)
        #expect(try await town.vesna.opens("/staff/registers/\(own.register?.value ?? 0)/register.pdf").status == 200)
    }

    @Test func `a name that no font can draw is told; its number counts, and a correction mends it`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let id = try await scene.prepares(for: ["Анка", "Зорка \u{F0B7}"])
        try await scene.signs(id)
        try await town.settles()
        #expect(try await scene.batch(id).document == .failed)
        let page = try await town.vesna.opens("/staff/batches/\(id)")
        let whom = T.certificates.faultGlyph(letters: "\u{F0B7}", text: "Зорка \u{F0B7}", name: "Зорка \u{F0B7}")
        #expect(page.shows(town.say(T.certificates.notSet)) && page.shows(town.say(whom)), "it says whose it is")
        #expect(try await scene.numbers(.thanks) == [1, 2])
        let wrong = try #require(try await scene.certificates(id).last)
        let single = try await town.vesna.opens("/staff/certificates/\(wrong.id)/document.pdf")
        #expect(single.status == 409 && single.shows(town.say(whom)))
        // The register is printed all the same, with a sign in place of the letter.
        let register = try await town.vesna.opens("/staff/registers/\(wrong.register?.value ?? 0)/register.pdf")
        #expect(register.status == 200 && register.bytes.starts(with: Array("%PDF-".utf8)))
        #expect(register.headers[.contentDisposition]?.contains("filename=\"_") == false, "its name can be read")
        let right = try await town.vesna.corrects(wrong.id, to: "Зорка", because: "Знак у имену")
        try await scene.signs(right)
        try await town.settles()
        #expect(try await scene.batch(right).document == .ready)
        #expect(try await scene.faults().isEmpty)
    }

    @Test func `three hundred fit one file, without the payloads that programs read in the single ones`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let own = try #require(try await scene.issues().first)
        let words = town.app.carried.words
        let few = try await town.app.typesetter.set(CertificatePaper.job([own, own], title: "Две", pictures: [:], words: words))
        #expect(CertificatePayload.found(in: few) == [own.payload])
        let many = try await town.app.typesetter.set(CertificatePaper.job(Array(repeating: own, count: 300), title: "Триста", pictures: [:], words: words))
        #expect(many.starts(with: Array("%PDF-".utf8)) && CertificatePayload.found(in: many).isEmpty)
    }

    @Test func `a title of forty words fits its page`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let long = Array(repeating: "стваралаштво", count: 40).joined(separator: " ")
        let id = try await scene.prepares(for: ["Александра-Марија Поповић Вукашиновић Обрадовић"], title: long)
        try await scene.signs(id)
        try await town.settles()
        #expect(try await scene.batch(id).document == .ready)
    }

    @Test(.timeLimit(.minutes(20))) func `a worker that is killed in the middle of many is replaced, and nothing is missing`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let id = try await scene.prepares(for: (1...60).map { "Ментор \($0)" })
        try await scene.signs(id)
        // The worker is there before the batch begins, and falls when some of it is done, however quick or slow the machine is.
        let typesetter = town.app.typesetter
        let own = try #require(try await scene.certificates(id).first)
        _ = try await typesetter.set(CertificatePaper.job(own, pictures: [:], words: town.app.carried.words))
        let worker = try #require(typesetter.process)
        let killer = Task {
            while try await scene.batch(id).done == 0 { try await Task.sleep(for: .milliseconds(1)) }
            kill(worker, SIGKILL)
        }
        try await town.settles()
        try await killer.value
        // If the next one fell too, the job comes again by itself.
        town.clock.passes(hours: 1)
        try await town.settles()
        try await town.vesna.enters(withFactor: true)
        let set = try await scene.batch(id)
        #expect(set.document == .ready && set.done == 60)
        _ = try await typesetter.set(CertificatePaper.job(own, pictures: [:], words: town.app.carried.words))
        #expect(typesetter.process != worker)
        let pdf = try await town.vesna.opens("/staff/batches/\(id)/certificates.pdf")
        #expect(CertificatePayload.found(in: pdf.bytes).count == 60)
    }

    @Test func `a disk without room is told and tried again`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let id = try await scene.prepares()
        try await scene.signs(id)
        // Where the folder should be stands a file: nothing can be written there.
        let folder = town.app.installation.documents
        try Data().write(to: folder)
        try await town.settles()
        #expect(try await scene.batch(id).document != .ready)
        #expect(try await scene.numbers() == [1])
        try FileManager.default.removeItem(at: folder)
        town.clock.passes(hours: 1)
        try await town.settles()
        #expect(try await scene.batch(id).document == .ready)
    }

    @Test func `a paper is seen as a draft before it is prepared, and before it is signed`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let path = "/staff/events/\(scene.event)/certificates"
        #expect(try await town.vesna.opens(path).link(town.say(T.certificates.draft)) == "/sr\(path)/draft.pdf?line=1")
        let draft = try await town.vesna.opens("\(path)/draft.pdf?line=1")
        #expect(draft.status == 200 && draft.bytes.starts(with: Array("%PDF".utf8)))
        #expect(try Printed.words(of: draft.bytes).contains("НАЦРТ"))
        #expect(try await town.count("certificate") == 0, "nothing is prepared by looking")
        #expect(try await town.vesna.opens("\(path)/draft.pdf?line=99").status == 404)
        #expect(try await town.goran.opens("\(path)/draft.pdf?line=1").status == 404)
        try await town.vesna.opens(path)
        try await town.vesna.sends(path)
        let id: Int64 = try #require(try await town.value("SELECT min(id) FROM certificate"))
        let prepared = try await town.vesna.opens("/staff/certificates/\(id)/document.pdf")
        #expect(try Printed.words(of: prepared.bytes).contains("НАЦРТ"))
        #expect(try await town.ana.opens("/me/certificates/\(id)/document.pdf").status == 404)
    }
}
