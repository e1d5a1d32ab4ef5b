import Accounts
import Certificates
import Events
import Foundation
import HTTPTypes
import Kernel
import Languages
import Portfolio
import Storage
import Testing
import Town
import Web
@testable import Neighbours

/// A person carries the own record from one installation to another.
@Suite struct RecordStories {
    /// Ана's record from a town in which she has a certificate, with what she says herself.
    private func taken(_ there: Town, _ ticked: [String] = ["said"]) async throws -> [UInt8] {
        let form = try #require(try await there.ana.opens("/me/record").form("/me/record/take"))
        let fields = form.fields.filter { !["said", "goals"].contains($0.name) } + ticked.map { (name: $0, value: "yes") }
        let page = try await there.ana.browser.post(Page.Form(action: form.action, fields: fields))
        #expect(page.status == 200 && page.headers[.contentDisposition]?.contains("zbornica-record.json") == true)
        return page.bytes
    }

    private func brings(_ someone: Someone, _ bytes: [UInt8]) async throws -> Page {
        try await someone.opens("/me/record")
        return try await someone.browser.uploads("/me/record/bring", field: "file", name: "zbornica-record.json", bytes: bytes)
    }

    private func says(_ town: Town, _ title: String) async throws {
        let ana = town.ana.id, centre = town.centre
        try await town.ana.does { _ = try EntryStore.add(EntryDetails(.course, title, on: Day(iso: "2026-01-20") ?? .zero), .unchecked, of: ana, at: centre, in: $0) }
    }

    @Test func `a record is checked where its centre is a neighbour, counts there, and comes only once`() async throws {
        let (here, there) = (try await Town.curious(), try await Town.curious())
        let certified = try await Certified(there, [there.ana])
        let certificates = try await certified.issues()
        try await says(there, "Вебинар о читању")
        try await there.shares()
        here.clock.becomes(there.clock.now)
        for one in [here.ana, here.branko] { try await one.enters() }
        try await here.vesna.enters(withFactor: true)
        let bytes = try await taken(there)
        try await there.isOpen { address in
            let id = try await here.reads(address, try await there.fingerprint())
            #expect(try await brings(here.ana, bytes).shows(here.say(T.neighbours.saidBrought(count: 2))))
            let page = try await here.ana.opens("/me/record")
            #expect(page.shows("Приче које лече") && page.shows("Вебинар о читању") && page.shows("Центар за стручно усавршавање Бистрик"))
            // It counts by the rules; what nobody looked at there nobody has looked at here.
            #expect(try await here.ana.opens("/me/portfolio").shows("Одобрен програм: испуњено, има 1, тражи се 1 доказ."))
            #expect(try await here.count("portfolio_entry WHERE state = 'checked'") == 1)
            #expect(try await here.count("portfolio_entry WHERE state = 'unchecked'") == 1)
            #expect(try await here.ana.opens("/me").shows(here.say(T.neighbours.brought)))
            // The same twice, and a younger one with the same things: nothing stands twice.
            #expect(try await brings(here.ana, bytes).shows(here.say(T.neighbours.errorRecordTwice)))
            try await says(there, "Радионица о огледима")
            #expect(try await brings(here.ana, try await taken(there)).shows(here.say(T.neighbours.saidBrought(count: 1))))
            #expect(try await here.count("portfolio_entry") == 3)
            // Its certificate is void there: here it counts no more, and she is told.
            let certificate = certificates[0].id
            try await certified.director.does { try CertificateStore.void(certificate, because: "Погрешан назив.", in: $0) }
            try await there.issues()
            here.clock.passes(minutes: 45)
            try await here.asks(id)
            try await here.settles()
            #expect(try await here.ana.opens("/me/portfolio").shows("Одобрен програм: још није испуњено, има 0, тражи се 1 доказ."))
            #expect(try await here.ana.opens("/me/record").shows(here.say(T.neighbours.itemEnded)))
            #expect(here.mail.to("ana@bistrik.example").last?.plain.contains("Приче које лече") == true)
            #expect(here.mail.to("branko@bistrik.example").isEmpty)
        }
    }

    @Test func `a changed byte, another’s record, one’s own centre’s and no record at all are refused, and nothing is written`() async throws {
        let (here, there) = (try await Town.curious(), try await Town.curious())
        try await says(there, "Вебинар о читању")
        let bytes = try await taken(there), text = String(decoding: bytes, as: UTF8.self)
        var changed = text
        let place = try #require(changed.range(of: "\"payload\":\"")?.upperBound), later = changed.index(place, offsetBy: 60)
        changed.replaceSubrange(later..<changed.index(after: later), with: changed[later] == "A" ? "B" : "A")
        let refusals: [(who: Someone, bytes: [UInt8], said: Phrase)] = [
            (here.ana, Array(changed.utf8), T.neighbours.errorRecordChanged), (here.ana, Array("{}".utf8), T.neighbours.errorNoRecord),
            (here.ana, [0x50, 0x4B, 3, 4], T.neighbours.errorNoRecord), (here.goran, bytes, T.neighbours.errorRecordOther(name: .text("Ана Ђорђевић"))),
            (there.ana, bytes, T.neighbours.errorRecordOwn), (here.ana, [UInt8](repeating: 0x20, count: RecordFile.most + 1), T.neighbours.errorRecordLarge),
        ]
        for one in refusals {
            let page = try await brings(one.who, one.bytes)
            #expect(page.status == 422 && page.shows(here.say(one.said)), "\(one.said.key)")
        }
        #expect(try await here.count("brought_record") == 0)
        #expect(try await here.count("portfolio_entry") == 0)
        #expect(try await here.stranger.opens("/me/record").status != 200 || here.stranger.page.form("/me/record/bring") == nil)
    }

    @Test func `whoever takes another’s name does not get the other’s record`() async throws {
        let (here, there) = (try await Town.curious(), try await Town.curious())
        try await says(there, "Вебинар о читању")
        let bytes = try await taken(there)
        try await here.goran.opens("/me/account/name")
        try await here.goran.sends("/me/account/name", ["given_name": "Ана", "family_name": "Ђорђевић"])
        let named = try await here.goran.person.name.full
        #expect(named == "Ана Ђорђевић")
        let page = try await brings(here.goran, bytes)
        #expect(page.status == 422 && page.shows(here.say(T.neighbours.errorRecordAddress)))
        #expect(try await here.count("brought_record") == 0)
        #expect(try await here.count("portfolio_entry") == 0)
        // Where she has proved no address there, the name is all that there is.
        let ana = there.ana.id
        try await there.does { try $0.db.run("UPDATE person SET verified = NULL WHERE id = \(ana)") }
        #expect(try await brings(here.goran, try await taken(there)).shows(here.say(T.neighbours.saidBrought(count: 1))))
    }

    /// A certificate of Ана’s stands there, and is on its way here; the clocks agree and everybody has entered.
    private func carried(_ here: Town, _ there: Town) async throws -> (certified: Certified, certificate: Certificate.ID, bytes: [UInt8]) {
        let certified = try await Certified(there, [there.ana])
        let certificate = try #require(try await certified.issues().first).id
        try await there.shares()
        here.clock.becomes(there.clock.now)
        try await here.ana.enters()
        try await here.vesna.enters(withFactor: true)
        return (certified, certificate, try await taken(there))
    }

    @Test func `what was carried here is not carried back: at home it counts once, and not at all when it is void`() async throws {
        let (here, there) = (try await Town.curious(), try await Town.curious())
        let (certified, certificate, bytes) = try await carried(here, there)
        try await here.shares()
        _ = try await there.isOpen { try await here.reads($0, try await there.fingerprint()) }
        _ = try await here.isOpen { try await there.reads($0, try await here.fingerprint()) }
        #expect(try await brings(here.ana, bytes).shows(here.say(T.neighbours.saidBrought(count: 1))))
        // What is of here goes there, and that alone.
        try await says(here, "Вебинар о читању")
        let back = try await taken(here)
        #expect(try RecordFile(back).taken.record.items.map(\.title) == ["Вебинар о читању"])
        #expect(try await brings(there.ana, back).shows(there.say(T.neighbours.saidBrought(count: 1))))
        #expect(try await there.count("portfolio_entry") == 1)
        #expect(try await there.ana.opens("/me/portfolio").shows("Одобрен програм: испуњено, има 1, тражи се 1 доказ."))
        try await certified.director.does { try CertificateStore.void(certificate, because: "Погрешан назив.", in: $0) }
        #expect(try await there.ana.opens("/me/portfolio").shows("Одобрен програм: још није испуњено, има 0, тражи се 1 доказ."))
    }

    @Test func `a centre that was removed and added again is still heard when a certificate is void`() async throws {
        let (here, there) = (try await Town.curious(), try await Town.curious())
        let (certified, certificate, bytes) = try await carried(here, there)
        let fingerprint = try await there.fingerprint()
        try await there.isOpen { address in
            let first = try await here.reads(address, fingerprint)
            #expect(try await brings(here.ana, bytes).shows(here.say(T.neighbours.saidBrought(count: 1))))
            try await here.vesna.opens("/staff/neighbours/\(first)/remove")
            try await here.vesna.sends("/staff/neighbours/\(first)/remove")
            #expect(try await here.count("neighbour") == 0)
            let again = try await here.reads(address, fingerprint)
            #expect(try await here.ana.opens("/me/portfolio").shows("Одобрен програм: испуњено, има 1, тражи се 1 доказ."))
            try await certified.director.does { try CertificateStore.void(certificate, because: "Погрешан назив.", in: $0) }
            try await there.issues()
            here.clock.passes(minutes: 45)
            try await here.asks(again)
            #expect(try await here.ana.opens("/me/portfolio").shows("Одобрен програм: још није испуњено, има 0, тражи се 1 доказ."))
            #expect(try await here.ana.opens("/me/record").shows(here.say(T.neighbours.itemEnded)))
        }
    }

    @Test func `a record of a centre that nobody here knows is brought as unchecked`() async throws {
        let (here, there) = (try await Town.curious(), try await Town.curious())
        let certified = try await Certified(there, [there.ana])
        _ = try await certified.issues()
        here.clock.becomes(there.clock.now)
        try await here.ana.enters()
        let page = try await brings(here.ana, try await taken(there))
        #expect(page.shows(here.say(T.neighbours.saidBrought(count: 1))) && page.shows(here.say(T.neighbours.unknownText)))
        #expect(try await here.value("SELECT state FROM portfolio_entry", as: String.self) == "unchecked")
        // Nobody else sees it, and nobody else takes it away.
        let record = try #require(try await here.value("SELECT id FROM brought_record", as: Int64.self))
        let form = try #require(try await here.ana.opens("/me/record").form("/me/record/\(record)/remove"))
        try await here.goran.enters()
        #expect(try await here.goran.opens("/me/record").form("/remove") == nil)
        #expect(try await here.goran.browser.post(form).status != 200)
        #expect(try await here.count("brought_record") == 1)
        #expect(try await here.ana.sends("/me/record/\(record)/remove").shows(here.say(T.neighbours.saidRecordRemoved)))
        #expect(try await here.count("portfolio_entry") == 0)
        #expect(try await here.count("brought_item") == 0)
    }

    @Test func `one chooses what goes along, and it is written down that it went`() async throws {
        let there = try await Town.curious()
        try await says(there, "Вебинар о читању")
        let ana = there.ana.id
        let goal = GoalDetails("Научити нешто ново", in: SchoolYear(containing: Day(iso: "2026-02-01") ?? .zero))
        try await there.ana.does { act in _ = try EntryStore.add(goal, of: ana, in: act) }
        func record(_ bytes: [UInt8]) throws -> TakenRecord { try RecordFile(bytes).taken }
        let (little, all) = (try record(try await taken(there, [])), try record(try await taken(there, ["said", "goals"])))
        #expect(little.record.items.isEmpty && little.record.goals.isEmpty)
        #expect(all.record.items.map(\.title) == ["Вебинар о читању"] && all.record.goals.map(\.text) == ["Научити нешто ново"])
        #expect(try await there.journal("person", ana.value).count { $0 == "neighbours.deedTaken" } == 2)
        // Her address is known again and told to nobody.
        #expect(!String(decoding: try FeedJSON.bytes(all), as: UTF8.self).contains("ana@"))
        let (mine, his) = (try await there.ana.person, try await there.goran.person)
        let file = try RecordFile(try await taken(there))
        #expect(file.isOf(mine) && !file.isOf(his))
    }

    @Test func `what was brought is in the data that one takes away, and goes with the account`() async throws {
        let (here, there) = (try await Town.curious(), try await Town.curious())
        try await says(there, "Вебинар о читању")
        _ = try await brings(here.ana, try await taken(there))
        let ana = here.ana.id
        let held = try await here.does { try NeighbourKeepingStore.held(about: ana, in: $0) }
        #expect(held.all["brought_item"]?.first?["title"] == "Вебинар о читању")
        try await here.proves(here.ana, for: "/me/account/erase")
        try await here.ana.sends("/me/account/erase")
        #expect(try await here.count("brought_record") == 0)
        #expect(try await here.count("brought_item") == 0)
        #expect(try await here.count("portfolio_entry") == 0)
    }

    @Test func `what is signed is checked by a library that is not ours`() async throws {
        let there = try await Town.curious()
        _ = try await there.seminar("Приче које лече", seats: 20)
        try await says(there, "Вебинар о читању")
        try await there.shares()
        let folder = FileManager.default.temporaryDirectory.appending(path: "signed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var files: [String] = []
        for kind in FeedKind.allCases {
            let file = folder.appending(path: "\(kind.rawValue).json")
            try Data(try await there.stranger.send(.get, kind.path).bytes).write(to: file)
            files.append(file.path)
        }
        let record = folder.appending(path: "record.json")
        try Data(try await taken(there)).write(to: record)
        let judge = try Judge("signed.py", [try await there.fingerprint()] + files + [record.path])
        let lines = judge.said.split(separator: "\n")
        #expect(lines.count == FeedKind.allCases.count + 1)
        #expect(lines.contains { $0.contains("Приче које лече") } && lines.contains { $0.contains("Вебинар о читању") })
    }
}
