import Accounts
import Catalogue
@testable import Certificates
import Foundation
import HTTPTypes
import Kernel
import Languages
import NIOConcurrencyHelpers
import Storage
import Testing
import Town
import Web

/// Anybody checks a certificate; nobody looks one up by a name.
@Suite struct CheckStories {
    @Test func `a stranger checks by number and code, by code alone, and never by a name`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let certificate = try #require(try await scene.issues().first { $0.kind == .certificate })
        let stranger = town.newBrowser()
        let grouped = certificate.code.grouped.lowercased()
        let found = try await stranger.opens("/certificates?code=\(grouped)&number=1%2F2026")
        #expect(found.path == "/sr/certificates/\(certificate.code)" && found.status == 200)
        #expect(found.shows(town.say(T.certificates.verdictValid)))
        for words in ["Ана Ђорђевић", "1451", "Драгана Шобић", "Приче које лече"] { #expect(found.shows(words), "\(words)") }
        #expect(found.html.contains("noindex") && found.headers[.cacheControl] == "no-store")
        #expect(try await stranger.opens("/certificates?code=\(grouped)").shows(town.say(T.certificates.verdictValid)))
        let mixed = try await stranger.opens("/certificates?code=\(grouped)&number=2%2F2026")
        #expect(mixed.status == 404 && mixed.shows(town.say(T.certificates.notFoundTitle)) && !mixed.shows("Ана"))
        for typed in ["Ана Ђорђевић", "1/2026", ""] {
            let page = try await stranger.opens("/certificates?code=\(typed.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")")
            #expect(page.status == 422 && !page.shows("Приче"), "\(typed)")
        }
        let named = try await stranger.opens("/certificates?q=Ана&name=Ана")
        #expect(named.forms.count == 2 && !named.shows("Приче"), "by a code, or by all that stands on an old paper")
    }

    @Test func `what waits for a signature does not exist for strangers, and guessing is stopped`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana])
        let batch = try await scene.prepares()
        let draft = try #require(try await scene.certificates(batch).first)
        let stranger = town.newBrowser()
        #expect(try await stranger.opens("/certificates/\(draft.code)").status == 404)
        var statuses: [Int] = []
        for _ in 0..<25 { statuses.append(try await stranger.opens("/certificates/\(CertificateCode.random())").status) }
        #expect(statuses.first == 404 && statuses.last == 429)
        try await scene.signs(batch)
        #expect(try await stranger.opens("/certificates/\(draft.code)").status == 200, "whoever holds a code is not stopped by those who guess")
    }

    @Test func `the payload of the QR code verifies with the published keys alone, also after the key was changed`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.branko], isMarked: false)
        try await scene.marks([scene.registrations[0]])
        let old = try #require(try await scene.issues().first { $0.kind == .certificate })
        try await scene.director.opens("/settings/certificates")
        try await scene.director.sends("/settings/certificates/keys")
        try await scene.marks([scene.registrations[1]])
        let new = try #require(try await scene.issues().first { $0.kind == .certificate })
        #expect(old.key != new.key)
        let keys = try KeySet(json: try await town.stranger.send(.get, "/.well-known/zbornica-keys.json").bytes)
        for certificate in [old, new] {
            let address = try #require(certificate.address)
            #expect(address.hasPrefix("http://localhost/sr/certificates/\(certificate.code)#") && certificate.payload.utf8.count <= 350)
            let signed = try #require(CertificatePayload.Signed(address))
            let key = try #require(keys.keys.first { $0.kid == signed.payload.key }?.publicBytes)
            #expect(signed.isSigned(by: key) && signed.payload.name == certificate.name && signed.payload.number == certificate.label && signed.payload.points == 8)
            #expect(signed.payload.programme == "ЗУОВ 2025-2028/1451")
            // One letter changed anywhere is noticed.
            for place in [3, 40, certificate.payload.utf8.count - 5] {
                var letters = Array(certificate.payload)
                letters[place] = letters[place] == "A" ? "B" : "A"
                #expect(CertificatePayload.Signed(String(letters))?.isSigned(by: key) != true, "place \(place)")
            }
        }
        // Revoked: the page says so, and the register's word stands.
        let revoked = try #require(old.key)
        try await scene.director.opens("/settings/certificates")
        try await scene.director.sends("/settings/certificates/keys/\(revoked)/revoke", ["reason-\(revoked)": "Изгубљен диск"])
        let page = try await town.stranger.opens("/certificates/\(old.code)")
        #expect(page.shows(town.say(T.certificates.verdictValid)) && page.shows("Кључ је опозван"))
        let after = try KeySet(json: try await town.stranger.send(.get, "/.well-known/zbornica-keys.json").bytes)
        #expect(after.keys.first { $0.kid == revoked }?.revoked != nil && after.keys.count == 2)
    }

    @Test func `a page that is kept here is not told one moment too long`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.branko])
        let issued = try await scene.issues()
        let (stranger, queries) = try CountedDatabase.browser(of: town)
        func look(_ certificate: Certificate) async throws -> (page: Page, queries: Int) {
            queries.withLockedValue { $0 = 0 }
            return (try await stranger.opens("/certificates/\(certificate.code)"), queries.withLockedValue { $0 })
        }
        for certificate in issued { _ = try await look(certificate) }
        let kept = try await look(issued[0])
        #expect(kept.queries == 0 && kept.page.shows(town.say(T.certificates.verdictValid)))
        #expect(kept.page.headers[.cacheControl] == "no-store" && kept.page.headers[.eTag] == nil, "no browser keeps it")
        let (wrong, lost) = (issued[0].id, issued[1].id)
        try await town.vesna.voids(wrong, because: "Проба")
        town.clock.passes(seconds: 1)
        #expect(try await look(issued[0]).page.shows(town.say(T.certificates.verdictVoid)))
        let key = try #require(issued[1].key)
        let centre = town.centre
        #expect(try await look(issued[1]).queries > 0)
        try await town.vesna.does { try SigningKeyStore.revoke(key, of: centre, because: "Изгубљен диск", in: $0) }
        town.clock.passes(seconds: 1)
        #expect(try await look(issued[1]).page.shows("Кључ је опозван"))
        try await town.vesna.erases(lost, because: "Правило")
        town.clock.passes(seconds: 1)
        #expect(try await look(issued[1]).page.shows(town.say(T.certificates.verdictErased)))
        // Whoever tries is counted, however often the same is tried.
        var statuses: [Int] = []
        let guess = CertificateCode.random()
        for _ in 0..<21 { statuses.append(try await stranger.opens("/certificates/\(guess)").status) }
        #expect(statuses.filter { $0 == 404 }.count == 20 && statuses.last == 429, "each try is counted once")
    }

    @Test func `the list of void ones names no code, and the page without a network carries keys and list`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.branko])
        let issued = try await scene.issues()
        let id = issued[0].id
        try await town.vesna.voids(id, because: "Проба")
        let answer = try await town.stranger.send(.get, "/.well-known/zbornica-status.json")
        let list = try StatusList(json: answer.bytes)
        #expect(list.contains(issued[0].code) && !list.contains(issued[1].code) && !answer.html.contains(issued[0].code.text))
        let page = try await town.stranger.opens("/certificates/offline")
        #expect(page.status == 200 && page.headers[.contentDisposition]?.contains(".html") == true)
        #expect(page.html.contains(issued[0].key ?? "-") && page.html.contains(list.ended[0]) && page.html.contains("zbornicaCertificate"))
        #expect(!page.html.contains("{{") && page.html.firstMatch(of: /(?:src|href)="/) == nil, "one file, nothing to fetch")
    }
}
