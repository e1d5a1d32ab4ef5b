import Crypto
import Forms
import Foundation
import Kernel
import Languages
import Mutations
import Testing
@testable import Neighbours

/// Which keys are believed, which bytes are taken, and when is asked again: as tables.
@Suite struct FeedRules {
    private let now = Instant(seconds: 1_770_192_000)

    /// A chain of keys, each named by the one before.
    private func chain(_ count: Int, revoked: Set<Int> = []) throws -> [(pair: FeedKeyPair, key: FeedKey)] {
        var chain: [(FeedKeyPair, FeedKey)] = []
        for place in 0..<count {
            let pair = FeedKeyPair.made()
            let succession = try chain.last.map { try $0.0.succession(to: pair.publicKey) }
            let note = revoked.contains(place) ? try pair.revocation() : nil
            chain.append((pair, FeedKey(pair.publicKey, made: now.iso, succession: succession, revocation: note)))
        }
        return chain
    }

    private func index(_ keys: [FeedKey], by pair: FeedKeyPair, sequence: Int64 = 5, installation: String = "other", made: Instant? = nil) throws -> [UInt8] {
        let content = IndexContent(
            site: "https://centre.example", name: ["sr": "Центар"], language: "sr", country: "RS", centres: [], keys: keys, feeds: [])
        let feed = Feed(head: FeedHead(.feed, of: installation, sequence: sequence, at: made ?? now), content: content)
        return try FeedJSON.bytes(SignedText.make(FeedJSON.bytes(feed), .feed, by: pair))
    }

    private func taken(_ bytes: [UInt8], trusting key: String, installation: String? = nil, after sequence: Int64 = 0, at moment: Instant? = nil) -> FeedFault? {
        do throws(FeedFault) {
            _ = try FeedReading.index(bytes, of: .init(fingerprint: key, installation: installation, sequence: sequence), at: moment ?? now)
            return nil
        } catch { return error }
    }

    @Test func `a key is believed that was compared, and whoever it named, one after another`() throws {
        let keys = try chain(4), listed = keys.map(\.key)
        for (place, signer) in keys.enumerated() {
            for (trusted, other) in keys.enumerated() {
                let fault = taken(try index(listed, by: signer.pair), trusting: other.key.id)
                #expect((fault == nil) == (trusted <= place), "trusting \(trusted), signed by \(place): \(String(describing: fault))")
            }
        }
        // Nobody names themselves, and nobody is named by a stranger.
        let stranger = FeedKeyPair.made()
        let self2 = FeedKey(stranger.publicKey, made: now.iso, succession: try stranger.succession(to: stranger.publicKey))
        #expect(taken(try index([keys[0].key, self2], by: stranger), trusting: keys[0].key.id) == .key)
        let wrong = FeedKey(stranger.publicKey, made: now.iso, succession: try keys[0].pair.succession(to: keys[1].pair.publicKey))
        #expect(taken(try index([keys[0].key, wrong], by: stranger), trusting: keys[0].key.id) == .key)
        // Where a key named two, nobody knows which: neither is believed.
        let two = FeedKey(stranger.publicKey, made: now.iso, succession: try keys[0].pair.succession(to: stranger.publicKey))
        #expect(taken(try index([keys[0].key, keys[1].key, two], by: stranger), trusting: keys[0].key.id) == .key)
    }

    @Test func `a key that declares itself lost ends the trust in itself and in whomever it named`() throws {
        for lost in 0..<3 {
            let keys = try chain(3, revoked: [lost]), listed = keys.map(\.key)
            #expect(taken(try index(listed, by: keys[2].pair), trusting: keys[0].key.id) == .revoked)
        }
        // Nobody else can declare it.
        let keys = try chain(2), stranger = FeedKeyPair.made()
        let note = try SignedText.make(FeedJSON.bytes(KeyRevocation(key: keys[0].key.id)), .revocation, by: stranger)
        let listed = [FeedKey(keys[0].pair.publicKey, made: now.iso, revocation: note), keys[1].key]
        #expect(taken(try index(listed, by: keys[1].pair), trusting: keys[0].key.id) == nil)
        // A note about another key is none.
        let other = FeedKey(keys[0].pair.publicKey, made: now.iso, revocation: try keys[1].pair.revocation())
        #expect(taken(try index([other, keys[1].key], by: keys[1].pair), trusting: keys[0].key.id) == nil)
    }

    @Test func `what is old, over, of tomorrow, of another, or no feed at all is refused by its name`() throws {
        let keys = try chain(1), one = keys[0], bytes = try index([one.key], by: one.pair)
        #expect(taken(bytes, trusting: one.key.id, installation: "other", after: 5) == nil)
        #expect(taken(bytes, trusting: one.key.id, after: 6) == .old)
        #expect(taken(bytes, trusting: one.key.id, installation: "somebody") == .foreign)
        #expect(taken(bytes, trusting: one.key.id, at: now.adding(days: 15)) == .expired)
        #expect(taken(bytes, trusting: one.key.id, at: now.adding(minutes: -11)) == .early)
        #expect(taken(bytes, trusting: one.key.id, at: now.adding(minutes: -9)) == nil)
        #expect(taken(bytes, trusting: FeedKeyPair.made().id) == .key)
        for text in ["", "{}", "[]", "<html>", #"{"protected":"e30","payload":"e30","signature":"e30"}"#] {
            #expect(taken(Array(text.utf8), trusting: one.key.id) == .unreadable, "\(text)")
        }
        // A signature over one kind of thing is none over another.
        let record = try FeedJSON.bytes(SignedText.make(FeedJSON.bytes(["a": 1]), .record, by: one.pair))
        #expect(taken(record, trusting: one.key.id) == .unreadable)
    }

    @Test func `spoiled bytes are never taken for what was signed`() throws {
        let keys = try chain(2), bytes = try index(keys.map(\.key), by: keys[1].pair), sound = try #require(SignedText(bytes: bytes, .feed))
        var mutations = Mutations([bytes], words: ["protected", "payload", "signature", "EdDSA", "none", "kid"])
        mutations.each(400) { spoiled in
            guard taken(spoiled, trusting: keys[0].key.id) == nil else { return }
            #expect(SignedText(bytes: spoiled, .feed)?.payload == sound.payload)
        }
    }

    @Test func `nobody is asked sooner than in half an hour, and ever less often while nothing good comes`() {
        for id in 1...50 {
            var last = 0
            for fails in 0...12 {
                let wait = PullTimes.next(after: now, fails: fails, of: Neighbour.ID(Int64(id))).seconds(since: now)
                #expect(wait >= 30 * 60 && wait <= 24 * 3600 + 600)
                #expect(wait + 600 > last)
                last = wait
            }
        }
        let first = (1...50).map { PullTimes.next(after: now, fails: 0, of: Neighbour.ID($0)) }
        #expect(Set(first).count > 30, "not all at one moment")
    }

    @Test func `a fingerprint is read as people write it, an origin as browsers know it`() {
        let digits = "0123456789abcdef0123456789abcdef"
        let good = [
            digits, digits.uppercased(), Fingerprint.grouped(digits), "01:23:45:67:89:ab:cd:ef:01:23:45:67:89:ab:cd:ef", "0123-4567-89ab-cdef-0123-4567-89ab-cdef",
        ]
        for text in good { #expect(Fingerprint(typed: text)?.text == digits, "\(text)") }
        for text in ["", "0123", digits + "0", String(digits.dropLast()) + "g", "０" + digits.dropFirst()] { #expect(Fingerprint(typed: text) == nil, "\(text)") }
        let origins: [(String, String?)] = [
            ("https://Centar.example/sr/events", "https://centar.example"), ("https://centar.example:443", "https://centar.example"),
            ("http://centar.example:8080/", "http://centar.example:8080"), ("ftp://centar.example", nil), ("https://ana:lozinka@centar.example", nil),
            ("javascript:alert(1)", nil), ("https://", nil), ("https://centar.example/\nX", nil), ("//centar.example", nil), ("centar.example", nil),
        ]
        for (text, origin) in origins { #expect(SiteOrigin(text)?.text == origin, "\(text)") }
    }

    @Test func `an offer is a line of letters that leads to the neighbour’s own site`() {
        let index = IndexContent(
            site: "https://centre.example", name: ["sr": "Центар"], language: "sr", country: "RS",
            centres: [.init(id: "2", name: ["sr": "Други дом"], site: "https://second.example")], keys: [], feeds: [])
        let house = OfferHouse(index)
        func read(_ title: String, _ url: String, id: String = "1", ends: String = "2026-03-01T12:00:00Z") -> NeighbourOfferDraft? {
            let item = EventsContent.Item(
                id: id, centre: "2", title: title, language: "sr", summary: nil, town: "Бистрик", starts: "2026-03-01T09:00:00Z", ends: ends,
                zone: "Europe/Belgrade", points: 8, state: "announced", url: url)
            return NeighbourOfferDraft.list(EventsContent(events: [item]), house).first
        }
        #expect(read("Обука", "https://second.example/sr/events/1")?.house == "Други дом")
        #expect(read("<script>alert(1)</script>", "https://centre.example/1")?.title == "<script>alert(1)</script>")
        #expect(read("Обука\n\u{202E}наопако", "https://centre.example/1")?.title == "Обука наопако")
        #expect(read(String(repeating: "ш", count: 9_000), "https://centre.example/1")?.title.unicodeScalars.count == NeighbourOfferDraft.titleMost)
        for url in ["https://third.example/1", "javascript:alert(1)", "https://centre.example.third.example/", "http://centre.example/1", "/events/1"] {
            #expect(read("Обука", url) == nil, "\(url)")
        }
        #expect(read("", "https://centre.example/1") == nil && read("Обука", "https://centre.example/1", id: "") == nil)
        #expect(read("Обука", "https://centre.example/1", ends: "2026-02-01T12:00:00Z") == nil)
    }

    @Test func `figures hide few people, and their sum says that it is a least`() throws {
        let year = try #require(SchoolYear(start: 2025))
        let cases: [(participations: Int, persons: Int, told: Bool)] = [(0, 0, true), (9, 4, false), (5, 5, true), (90, 40, true), (1, 1, false)]
        for one in cases {
            let figures = YearFigures(year, events: 3, hours: 20, participations: one.participations, persons: one.persons)
            #expect((figures.persons != nil) == one.told && (figures.participations != nil) == one.told && figures.isSound, "\(one)")
        }
        var dice = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let lines = (0..<5).map { _ in
                NetworkFigures.Line(neighbour: nil, figures: Bool.random() ? nil : {
                    let persons = Int.random(in: 0...12, using: &dice)
                    return YearFigures(year, events: 2, hours: 5, participations: persons == 0 ? 0 : persons + Int.random(in: 0...9), persons: persons)
                }(), made: nil)
            }
            let sum = NetworkFigures(year: year, lines: lines).sum
            #expect(sum.persons <= sum.participations && sum.missing + lines.compactMap(\.figures).count == 5)
            #expect(sum.hidden == lines.compactMap(\.figures).count { $0.persons == nil })
        }
        // What nobody could have counted is not taken.
        let wrong = #"{"events":-1,"hours":0,"year":2025}"#, few = #"{"events":1,"hours":2,"participations":9,"persons":3,"year":2025}"#
        for text in [wrong, few, #"{"events":1,"hours":2,"participations":3,"persons":9,"year":2025}"#, #"{"events":1,"hours":2,"persons":9,"year":2025}"#] {
            let figures: YearFigures? = FeedJSON.read(Array(text.utf8))
            #expect(figures?.isSound != true, "\(text)")
        }
    }

    @Test func `an address and a fingerprint come together or apart, and an encrypted site takes no other`() throws {
        let digits = "0123456789abcdef0123456789abcdef"
        let draft = try NeighbourDraft(Typed(["address": "https://centar.example#\(digits)"]), isEncrypted: true)
        #expect(draft.address.text == "https://centar.example" && draft.fingerprint.text == digits)
        #expect(try NeighbourDraft(Typed(["address": "centar.example", "fingerprint": digits]), isEncrypted: true).address.text == "https://centar.example")
        func faults(_ typed: Typed, isEncrypted: Bool = true) -> [String] {
            do {
                _ = try NeighbourDraft(typed, isEncrypted: isEncrypted)
                return []
            } catch let problem as Problem { return problem.faults.compactMap(\.field) } catch { return ["?"] }
        }
        #expect(faults(Typed()) == ["address", "fingerprint"])
        #expect(faults(Typed(["address": "http://centar.example", "fingerprint": digits])) == ["address"])
        #expect(faults(Typed(["address": "http://centar.example", "fingerprint": digits]), isEncrypted: false) == [])
        #expect(faults(Typed(["address": "javascript:alert(1)", "fingerprint": digits])) == ["address"])
        #expect(faults(Typed(["address": "https://centar.example", "fingerprint": "кључ"])) == ["fingerprint"])
    }
}
