import Accounts
import Catalogue
import Centres
@testable import Certificates
import Documents
import Events
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

/// A centre's logo, from the settings to the paper that was signed with it.
@Suite struct LogoStories {
    private static let drawing = Array(##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path fill="#1f5b4c" d="M0 0h40v20H0z"/></svg>"##.utf8)
    private static let photograph = png("EUlEQVR42mOQj/YhiBhGFQEA375KQQcFeTEAAAAASUVORK5CYII=")
    /// A header, an end, and nothing between them that could be unpacked.
    private static let broken = png("FElEQVRub3RoaW5nIHRoYXQgdW5wYWNrc6/PxSAAAAAASUVORK5CYII=")

    /// A picture of twelve by eight points.
    private static func png(_ rest: String) -> [UInt8] {
        Array(Data(base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAwAAAAICAIAAABChommAAAA" + rest) ?? Data())
    }

    private func chooses(_ bytes: [UInt8], _ scene: Certified) async throws -> Page {
        try await scene.director.opens("/settings/centre/logo")
        return try await scene.director.browser.uploads("/settings/centre/logo", field: "picture", name: "znak.png", bytes: bytes)
    }

    private func paper(_ certificate: Certificate, _ scene: Certified) async throws -> [UInt8] {
        let page = try await scene.town.vesna.opens("/staff/certificates/\(certificate.id)/document.pdf")
        #expect(page.status == 200)
        return page.bytes
    }

    private func logo(_ scene: Certified) async throws -> CentreLogo? {
        let centre = scene.town.centre
        return try await scene.town.finds { try LogoStore.logo(of: centre, in: $0) }
    }

    @Test func `papers carry the logo of the moment of signing, whatever becomes of it`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.branko, town.milena], isMarked: false)
        try await scene.marks([scene.registrations[0]])
        let bare = try #require(try await scene.issues().first { $0.person == town.ana.id })
        let barePaper = try await paper(bare, scene)
        #expect(bare.factsText?.contains("logo") == false, "an absent fact is no key")

        #expect(try await chooses(Self.drawing, scene).shows(town.say(T.centres.logoChanged)))
        let drawing = try #require(try await logo(scene))
        #expect(drawing.picture.kind == .svg, "the name of the file does not decide")
        try await scene.marks([scene.registrations[1]])
        let drawn = try #require(try await scene.issues().first)
        let drawnPaper = try await paper(drawn, scene)
        #expect(drawn.facts?.issuer.logo == drawing.digest)
        let words = town.app.carried.words
        let job = try await town.vesna.does { try CertificatePaper.job(drawn, pictures: CertificateStore.pictures(of: [drawn, bare], in: $0), words: words) }
        #expect(job.pictures == [drawing.digest: Self.drawing] && job.data.contains(drawing.digest))
        #expect(try await paper(bare, scene) == barePaper, "what was signed before is set again as it was")

        #expect(try await chooses(Self.photograph, scene).status == 200)
        #expect(try await chooses(Self.photograph, scene).status == 200, "the same again changes nothing")
        try await scene.marks([scene.registrations[2]])
        let photographed = try #require(try await scene.issues().first)
        #expect(photographed.facts?.issuer.logo != drawing.digest)
        // A PNG is a picture of pixels in the file.
        #expect(String(decoding: try await paper(photographed, scene), as: Unicode.ASCII.self).contains("/Subtype/Image"))
        try await scene.director.opens("/settings/centre/logo")
        #expect(try await scene.director.sends("/settings/centre/logo/remove").shows(town.say(T.centres.logoRemoved)))
        #expect(try await logo(scene) == nil)
        #expect(try await paper(drawn, scene) == drawnPaper)
        #expect(try await paper(bare, scene) == barePaper)
        #expect(try await scene.faults().isEmpty)

        // Its duplicate has the logo of the original; the files of the batch are set with it.
        let copy = try await scene.duplicates(drawn.id)
        #expect(try await scene.certificate(copy).facts?.issuer.logo == drawing.digest)
        try await town.settles()
        #expect(try await town.vesna.opens("/staff/batches/\(drawn.batch?.value ?? 0)/certificates.zip").status == 200)

        // A picture that was changed behind the back of everybody is found.
        let found = try await town.does { act in
            try act.db.run("UPDATE picture SET bytes = \(Self.photograph) WHERE digest = \(drawing.digest)")
            return try RegisterStore.chains(in: act).flatMap(\.faults)
        }
        #expect(found.count == 2 && found.allSatisfy { $0.contains("logo") })
    }

    @Test func `a picture that nothing signed names goes with its logo`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        _ = try await chooses(Self.drawing, scene)
        _ = try await chooses(Self.photograph, scene)
        #expect(try await town.count("picture") == 1)
        let journal = try await town.journal("centre", town.centre.value)
        #expect(journal.count { $0 == "centres.logoChanged" } == 2)
        _ = try await scene.issues()
        _ = try await chooses(Self.drawing, scene)
        #expect(try await town.count("picture WHERE kept") == 1)
        #expect(try await town.count("picture") == 2)
    }

    @Test func `what cannot be printed is refused at its field, and the logo stays`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        _ = try await chooses(Self.drawing, scene)
        let script = Array(#"<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>"#.utf8)
        let letters = Array(#"<svg xmlns="http://www.w3.org/2000/svg"><text>Центар</text></svg>"#.utf8)
        let nothing = Array(#"<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"><path d="M0 0h9"/></svg>"#.utf8)
        let wrong: [([UInt8], Phrase)] = [
            ([], T.common.fileNotChosen), (Array(repeating: 0x20, count: 301 << 10), T.centres.logoTooLarge(most: 300)), (Array("%PDF-1.7".utf8), T.centres.logoUnknown),
            (script, T.centres.logoForbidden(part: "script")), (letters, T.centres.logoLetters), (Array(Self.photograph.dropLast(4)), T.centres.logoDamaged),
            (Self.broken, T.centres.logoNotPrinted), (nothing, T.centres.logoNotPrinted),
        ]
        for (bytes, phrase) in wrong {
            let page = try await chooses(bytes, scene)
            #expect(page.status == 422 && page.shows(town.say(phrase)), "\(town.say(phrase))")
            #expect(page.html.contains("id=\"field-picture-error\""), "at the field")
        }
        #expect(try await logo(scene)?.picture.bytes == Self.drawing)
        #expect(try await scene.director.opens("/settings/centre/logo/paper.pdf").bytes.starts(with: Array("%PDF-".utf8)), "the worker is well")
    }

    @Test func `the picture is for whoever may set it, and a browser only draws it`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let page = try await chooses(Self.drawing, scene)
        let address = String(try #require(page.html.firstMatch(of: /<img[^>]*? src="([^"]+)"/)).1)
        let picture = try await scene.director.opens(address)
        #expect(picture.status == 200 && picture.bytes == Self.drawing && picture.headers[.contentType] == "image/svg+xml")
        #expect(picture.headers[.contentSecurityPolicy] == "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        #expect(picture.headers[.xContentTypeOptions] == "nosniff" && picture.headers[.cacheControl]?.contains("immutable") == true)
        for path in ["/settings/centre/logo", address] {
            #expect(try await town.vesna.opens(path).status == 404, "a coordinator is no director")
            #expect(try await town.stranger.send(.get, path.hasPrefix("/sr") ? path : "/sr\(path)").location?.contains("/sign-in") == true)
        }
        let centre = town.centre
        let there = try await town.goranElsewhere()
        let elsewhere = try await there.opens("/settings/centre/logo")
        #expect(elsewhere.status == 200 && elsewhere.html.contains("<img") == false)
        #expect(try await there.opens(address).status == 404)
        await #expect(throws: Problem.missing) { try await town.goran.does { try LogoStore.remove(of: centre, in: $0) } }
        #expect(try await logo(scene) != nil)
    }

    @Test func `sheets and books carry it, and a copy of the installation keeps it`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        _ = try await chooses(Self.drawing, scene)
        let issued = try #require(try await scene.issues().first)
        let register = try #require(issued.register)
        for path in ["/staff/events/\(scene.event)/sheet.pdf", "/staff/events/\(scene.event)/report.pdf", "/staff/registers/\(register)/register.pdf"] {
            #expect(try await town.vesna.opens(path).bytes.starts(with: Array("%PDF-".utf8)), "\(path)")
        }
        let copy = town.app.place.data.appending(path: "copy.sqlite")
        try await town.app.backups.write(town.records.database, to: copy)
        let place = try await Ground.place(in: town.app.place.data.appending(path: "second"), carried: town.app.carried)
        try FileManager.default.copyItem(at: town.app.place.data.appending(path: "key"), to: place.data.appending(path: "key"))
        _ = try await App.restore(copy, place, settings: Settings(data: nil, environment: [:]), carried: town.app.carried)
        let database = try place.open(connections: 2)
        let kept = try await database.read {
            try $0.value("SELECT p.bytes FROM centre_logo l JOIN picture p ON p.digest = l.picture WHERE p.kept", as: [UInt8].self)
        }
        await database.close()
        #expect(kept == Self.drawing)
    }
}
