import Centres
import Events
import Files
import Foundation
import HTTPTypes
import Kernel
import Languages
import Materials
import Queues
import Site
import Storage
import Testing
import Town
@testable import Web

/// Papers and photos of an event: for whom they are meant, and for nobody else.
@Suite struct MaterialStories {
    static let pdf = Array("%PDF-1.7\nрадни лист".utf8)

    @discardableResult
    private func add(
        _ bytes: [UInt8], _ name: String, to event: Event.ID, by person: Someone, _ values: KeyValuePairs<String, String>
    ) async throws -> Page {
        try await person.opens("/events/\(event)/materials")
        return try await person.browser.uploads("/events/\(event)/materials", field: "file", name: name, bytes: bytes, values)
    }

    @Test func `a paper for those with a seat is seen and taken by them, and by nobody else`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        _ = try await town.ana.applies(to: seminar)
        let kept = try await add(Self.pdf, "радни лист.pdf", to: seminar, by: town.vesna, ["title": "Радни лист", "audience": "admitted"])
        #expect(kept.status == 200 && kept.shows("Радни лист") && kept.shows("PDF"))
        let page = try await town.ana.opens("/events/\(seminar)")
        let file = try #require(page.link("Радни лист"))
        #expect(try await town.ana.opens("/me").shows("Радни лист"))
        let taken = try await town.ana.browser.send(.get, file)
        #expect(taken.status == 200 && taken.bytes == Self.pdf)
        #expect(taken.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"radni list.pdf\"") == true)
        #expect(taken.headers[.xContentTypeOptions] == "nosniff" && taken.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
        #expect(taken.headers[.contentType] == "application/pdf")
        for other in [town.goran.browser, town.stranger] {
            #expect(try await !other.opens("/events/\(seminar)").shows("Радни лист"))
            #expect(try await other.send(.get, file).status == 404)
        }
        #expect(try await town.ana.opens("/events/\(seminar)/materials").status == 404, "taking part is not keeping")
        #expect(try await town.journal("event", seminar.value).count > 0)
    }

    @Test func `the page of a trainer's own group has its files, and the way to put more there`() async throws {
        let town = try await Town()
        let (seminar, branko) = (try await town.seminar(), town.branko.id)
        try await town.change(seminar) { $0.trainers = [Trainer(name: "Бранко Његован", person: branko)] }
        try await add(Self.pdf, "радни лист.pdf", to: seminar, by: town.vesna, ["title": "Радни лист", "audience": "staff"])
        let page = try await town.branko.opens("/me/groups/\(seminar)")
        #expect(page.link("Radni list") != nil && page.link(town.say(T.materials.keep, .srLatn)) == "/sr-Latn/events/\(seminar)/materials")
        #expect(try await town.ana.opens("/me/groups/\(seminar)").status == 404)
    }

    @Test func `a trainer puts a paper there, changes for whom it is, and takes it away`() async throws {
        let town = try await Town()
        let (branko, seminar) = (town.branko.id, try await town.seminar())
        try await town.change(seminar) { $0.trainers = [Trainer(name: "Бранко Његован", person: branko)] }
        try await add(Self.pdf, "a.pdf", to: seminar, by: town.branko, ["title": "Припрема", "audience": "staff"])
        #expect(try await !town.stranger.opens("/events/\(seminar)").shows("Припрема"))
        let list = try await town.branko.opens("/events/\(seminar)/materials")
        try await town.branko.opens(try #require(list.link(town.say(T.common.edit, .srLatn))))
        try await town.branko.sends("/materials/1", ["audience": "public"])
        let file = try #require(try await town.stranger.opens("/events/\(seminar)").link("Припрема"))
        #expect(try await town.stranger.send(.get, file).status == 200)
        try await town.branko.opens("/events/\(seminar)/materials/1")
        try await town.branko.sends("/materials/1/remove")
        #expect(try await town.count("event_material") == 0)
        #expect(try await town.stranger.send(.get, file).status == 404)
    }

    @Test func `a photo is shown when it is told who agreed; where it was taken is not in it`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        let photo = try Pictures.photo()
        #expect(try Pictures.told(of: photo).contains("GPSLatitude"))
        let told: KeyValuePairs = ["title": "Рад у групама", "audience": "public", "alt": "Петоро људи за столом"]
        let refused = try await add(photo, "dan.jpg", to: seminar, by: town.vesna, told)
        #expect(refused.status == 422 && refused.shows(town.say(T.materials.consentMissing)) && refused.carried("title") == "Рад у групама")
        #expect(try await town.count("file") == 0)
        try await add(
            photo, "dan.jpg", to: seminar, by: town.vesna,
            ["title": "Рад у групама", "audience": "public", "alt": "Петоро људи за столом", "consent": "сви, усмено"])
        let page = try await town.stranger.opens("/events/\(seminar)")
        #expect(page.html.contains("alt=\"Петоро људи за столом\"") && page.html.contains("srcset=") && !page.shows("сви, усмено"))
        let source = try #require(page.html.firstMatch(of: /<img[^>]* src="(\/sr\/files\/[^"]+)"/)?.1)
        let shown = try await town.stranger.send(.get, String(source))
        #expect(shown.status == 200 && shown.headers[.contentType] == "image/jpeg" && shown.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
        let facts = try Pictures.told(of: shown.bytes)
        #expect(!facts.contains("GPS") && !facts.contains("Orientation"), "\(facts)")
        let sizes = try await town.finds { act in
            try act.db.rows("SELECT width, height FROM file_size ORDER BY width").map { "\(try $0["width"] as Int)x\(try $0["height"] as Int)" }
        }
        #expect(sizes == ["144x240", "288x480", "576x960", "960x1600"], "turned as it was held, in four sizes")
    }

    // MARK: What is not taken

    @Test(arguments: [
        ("bomba.png", Pictures.png(width: 50_000, height: 50_000), T.files.tooManyPixels(width: .number(50_000), height: .number(50_000), most: .number(60))),
        ("kvar.jpg", [0xff, 0xd8, 0xff, 0xe0] + Array("није слика".utf8), T.files.damaged),
        ("laz.pdf", Array("MZ nije".utf8), T.files.kindLies(ending: .text("PDF"))),
        ("slika.jpg", Array("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".utf8), T.centres.logoForbidden(part: .text("script"))),
        ("program.exe", Array("MZ".utf8), T.files.noKind(kinds: .text(DocumentKind.shown))),
        ("makro.docm", Array("PK\u{3}\u{4}".utf8), T.files.noKind(kinds: .text(DocumentKind.shown))),
        ("prazno.pdf", [], T.common.fileNotChosen),
    ])
    func `what is not taken is refused at its field, and nothing typed is lost`(_ name: String, _ bytes: [UInt8], _ fault: Phrase) async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        let page = try await add(bytes, name, to: seminar, by: town.vesna, ["title": "Наслов", "audience": "staff", "alt": "Слика"])
        #expect(page.status == 422 && page.shows(town.say(fault)), "\(page.text)")
        #expect(page.html.contains("#field-file") && page.carried("title") == "Наслов")
        #expect(try await town.count("file") == 0)
        #expect(try await town.count("event_material") == 0)
        let incoming = town.app.installation.files.appending(path: Installation.incoming)
        #expect((try? FileManager.default.contentsOfDirectory(atPath: incoming.path)) ?? [] == [], "nothing is left behind")
    }

    @Test func `a drawing of shapes is shown as it came`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        let drawing = Array("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"9\" height=\"9\"/></svg>".utf8)
        try await add(drawing, "crtez.svg", to: seminar, by: town.vesna, ["title": "Цртеж", "audience": "public", "alt": "Квадрат", "consent": "нема људи"])
        let page = try await town.stranger.opens("/events/\(seminar)")
        let source = try #require(page.html.firstMatch(of: /<img[^>]* src="(\/sr\/files\/[^"]+)"/)?.1)
        let shown = try await town.stranger.send(.get, String(source))
        #expect(shown.headers[.contentType] == "image/svg+xml" && shown.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
    }

    @Test func `a body that is too large is told so on a page, before any of it is read`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        let answer = try await town.vesna.browser.send(
            .post, "/sr/events/\(seminar)/materials", body: Array(repeating: 0x61, count: (41 << 20) + 1), type: "multipart/form-data; boundary=b")
        #expect(answer.status == 413 && answer.html.contains("<html") && answer.shows("41 MB"))
    }

    @Test func `an upload that is cut leaves nothing`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        let part = Array("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7 and then".utf8)
        let answer = try await town.vesna.browser.send(.post, "/sr/events/\(seminar)/materials", body: part, type: "multipart/form-data; boundary=b")
        #expect(answer.status == 400)
        let incoming = town.app.installation.files.appending(path: Installation.incoming)
        #expect((try? FileManager.default.contentsOfDirectory(atPath: incoming.path)) ?? [] == [])
        #expect(try await town.count("file") == 0)
    }

    @Test func `a draft that is discarded takes its papers along`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar(announced: false)
        try await add(Self.pdf, "a.pdf", to: seminar, by: town.vesna, ["title": "Припрема", "audience": "public"])
        #expect(try await town.stranger.send(.get, "/sr/files/1").status == 404, "nobody sees a draft")
        try await town.vesna.does { try EventStore.discard(seminar, in: $0) }
        #expect(try await town.count("event_material") == 0)
        #expect(try await town.count("event") == 0)
    }

    // MARK: What goes, and what is looked after

    @Test func `a file that nothing shows any more goes in the night after the next day; every room tells which columns point to files`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        try await add(Self.pdf, "a.pdf", to: seminar, by: town.vesna, ["title": "Припрема", "audience": "public"])
        try await add(Array("%PDF-1.7 други".utf8), "b.pdf", to: seminar, by: town.vesna, ["title": "Остаје", "audience": "public"])
        try await town.vesna.opens("/events/\(seminar)/materials/1")
        try await town.vesna.sends("/materials/1/remove")
        func nights() async throws {
            let app = town.app
            try await town.does { try app.timetable.look(in: $0, zone: Zone("Europe/Belgrade") ?? .utc) }
            try await town.settles()
        }
        try await nights()
        #expect(try await town.count("file") == 2, "not while somebody may be about to name it")
        town.clock.passes(days: 2)
        try await nights()
        #expect(try await town.count("file") == 1)
        #expect(try await town.count("event_material") == 1)
        let schema = try String(contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/schema.sql"), encoding: .utf8)
        let pointers = schema.matches(of: /CREATE TABLE (\w+) \(([\s\S]*?)\n\)/).flatMap { table in
            table.2.matches(of: /\n +([a-z_]+) INTEGER[^\n]*REFERENCES file \(id\)/).map { "\(table.1).\($0.1)" }
        }
        #expect(Set(Rooms.exchange.all(FileColumn.self).map(\.place)) == Set(pointers).subtracting(["file_size.file"]))
    }
}
