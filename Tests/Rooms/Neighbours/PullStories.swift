import Centres
import Events
import Fetch
import Foundation
import HTTPTypes
import Kernel
import Languages
import Storage
import Testing
import Town
import Web
@testable import Neighbours

/// Two installations read one another's signed feeds; one is stopped, its key is rolled over, lost, changed: the other says so and goes on.
@Suite struct PullStories {
    @Test func `what one centre announces stands at the other with its origin, and leads back`() async throws {
        let (here, there) = (try await Town.curious(), try await Town.curious())
        let event = try await there.seminar("<script>alert(1)</script> Дигитална учионица", seats: 20)
        try await there.shares()
        try await there.isOpen { address in
            let id = try await here.reads(address, try await there.fingerprint())
            let neighbour = try await here.neighbour(id)
            #expect(neighbour.state == .good && neighbour.fault == nil && neighbour.fails == 0)
            let page = try await here.stranger.opens("/neighbours")
            #expect(page.shows("Дигитална учионица") && page.shows("localhost") && !page.html.contains("<script>alert"))
            #expect(page.html.contains("href=\"http://localhost/sr/events/\(event)\""))
            #expect(page.shows("Центар за стручно усавршавање Бистрик"))
            // In either script, and in the search of the site among what comes from neighbours.
            #expect(try await here.stranger.opens("/neighbours?q=digitalna").shows("Дигитална учионица"))
            #expect(try await !here.stranger.opens("/neighbours?q=shah").shows("Дигитална учионица"))
            let found = try await here.stranger.opens("/search?q=digitalna")
            #expect(found.shows(here.say(T.neighbours.offers)) && found.html.contains("href=\"http://localhost/sr/events/\(event)\""))
            #expect(try await here.stranger.opens("/lt/neighbours").status == 200)
            // Asked again nothing is new: one request, and what is here stands.
            let offers = try await here.count("neighbour_offer")
            here.clock.passes(minutes: 45)
            try await here.asks(id)
            #expect(try await here.neighbour(id).heard == here.clock.now)
            #expect(try await here.count("neighbour_offer") == offers)
            // What is cancelled there says so here.
            try await there.vesna.does { try EventStore.cancel(event, because: "Реализатор је болестан.", in: $0) }
            try await there.issues()
            here.clock.passes(minutes: 45)
            try await here.asks(id)
            #expect(try await here.stranger.opens("/neighbours").shows(here.say(T.neighbours.cancelled)))
        }
    }

    @Test func `a neighbour that is gone is said to be gone, and what was last good is shown with its age`() async throws {
        let (here, there) = (try await Town.curious(), try await Town.curious())
        _ = try await there.seminar("Приче које лече", seats: 20, inDays: 60)
        try await there.shares()
        let id = try await there.isOpen { try await here.reads($0, try await there.fingerprint()) }
        // Nobody answers any more.
        here.clock.passes(minutes: 45)
        try await here.asks(id)
        let gone = try await here.neighbour(id)
        #expect(gone.state == .faulty && gone.fault == .silent && gone.fails == 1)
        #expect(try await here.vesna.opens("/staff/neighbours/\(id)").shows(here.say(T.neighbours.faultSilent)))
        let page = try await here.stranger.opens("/neighbours")
        #expect(page.shows("Приче које лече") && page.shows(here.say(T.neighbours.notSure)))
        #expect(try await !here.vesna.opens("/staff").shows(here.say(T.neighbours.todayQuiet(name: .title("Центар за стручно усавршавање Бистрик")))))
        // After days somebody is told; after a month nothing of it is shown.
        here.clock.passes(days: 4)
        try await here.asks(id)
        try await here.vesna.enters(withFactor: true)
        #expect(try await here.vesna.opens("/staff").shows(here.say(T.neighbours.todayQuiet(name: .title("Центар за стручно усавршавање Бистрик")))))
        #expect(try await here.stranger.opens("/neighbours").shows("Приче које лече"))
        here.clock.passes(days: 27)
        try await here.asks(id)
        #expect(try await !here.stranger.opens("/neighbours").shows("Приче које лече"))
        #expect(try await here.journal("neighbour", id.value) == ["neighbours.deedAdded", "neighbours.deedFault"], "the same fault is written down once")
    }

    @Test func `a key that names its successor is followed, one that is lost is believed no more`() async throws {
        let (here, there) = (try await Town.curious(), try await Town.curious())
        _ = try await there.seminar("Приче које лече", seats: 20)
        try await there.shares()
        let first = try await there.fingerprint()
        try await there.isOpen { address in
            let id = try await here.reads(address, first)
            // Another key, named by the first.
            try await there.vesna.opens("/staff/neighbours/own/roll")
            try await there.vesna.sends("/staff/neighbours/own/roll")
            try await there.issues()
            let second = try await there.fingerprint()
            #expect(second != first)
            here.clock.passes(minutes: 45)
            try await here.asks(id)
            var neighbour = try await here.neighbour(id)
            #expect(neighbour.state == .good && neighbour.fingerprint == second)
            #expect(try await here.journal("neighbour", id.value).contains("neighbours.deedRolled"))
            // It is lost: the other says so, shows what was last good, and asks no more.
            try await there.vesna.opens("/staff/neighbours/own")
            try await there.vesna.sends("/staff/neighbours/own/keys/\(second)/revoke", ["reason-\(second)": "Украден рачунар."])
            try await there.issues()
            let third = try await there.fingerprint()
            here.clock.passes(minutes: 45)
            try await here.asks(id)
            neighbour = try await here.neighbour(id)
            #expect(neighbour.state == .revoked && neighbour.due == nil && neighbour.fingerprint == second)
            #expect(try await here.stranger.opens("/neighbours").shows("Приче које лече"))
            #expect(try await here.vesna.opens("/staff").shows(here.say(T.neighbours.todayRevoked(name: .title("Центар за стручно усавршавање Бистрик")))))
            let page = try await here.vesna.opens("/staff/neighbours/\(id)")
            #expect(page.shows(here.say(T.neighbours.revokedText)) && page.form("/ask") == nil)
            // The same key is not taken again; another one is, once somebody has compared it.
            #expect(try await here.vesna.sends("/staff/neighbours/\(id)/trust", ["fingerprint": second]).shows(here.say(T.neighbours.errorSameKey)))
            try await here.vesna.opens("/staff/neighbours/\(id)")
            #expect(try await here.vesna.sends("/staff/neighbours/\(id)/trust", ["fingerprint": Fingerprint.grouped(third)]).shows(here.say(T.neighbours.saidTrusted)))
            try await here.settles()
            neighbour = try await here.neighbour(id)
            #expect(neighbour.state == .good && neighbour.fingerprint == third)
        }
    }

    @Test func `a key that was lost before anybody here knew it takes none of the earlier ones with it`() async throws {
        let (here, there) = (try await Town.curious(), try await Town.curious())
        try await there.shares()
        let first = try await there.fingerprint()
        try await there.isOpen { address in
            let id = try await here.reads(address, first)
            // Another key comes and is lost, and nobody asked meanwhile.
            try await there.vesna.opens("/staff/neighbours/own/roll")
            try await there.vesna.sends("/staff/neighbours/own/roll")
            try await there.issues()
            let second = try await there.fingerprint()
            try await there.vesna.opens("/staff/neighbours/own")
            try await there.vesna.sends("/staff/neighbours/own/keys/\(second)/revoke", ["reason-\(second)": "Украден рачунар."])
            try await there.issues()
            let third = try await there.fingerprint()
            here.clock.passes(minutes: 45)
            try await here.asks(id)
            let lost = try await here.neighbour(id)
            #expect(lost.state == .revoked && lost.fingerprint == first)
            try await here.vesna.opens("/staff/neighbours/\(id)")
            try await here.vesna.sends("/staff/neighbours/\(id)/trust", ["fingerprint": third])
            try await here.settles()
            #expect(try await here.neighbour(id).state == .good)
            for (key, isRevoked) in [(first, false), (second, true), (third, false)] {
                #expect(try await here.value("SELECT revoked FROM neighbour_key WHERE id = \(key)", as: Bool.self) == isRevoked)
            }
        }
    }

    @Test func `a key that the one believed anew does not list proves nothing any more`() async throws {
        let here = try await Town.curious(), now = here.clock.now, path = FeedKind.feed.path
        let (first, third, mimic) = (FeedKeyPair.made(), FeedKeyPair.made(), Mimic())
        try await opened(mimic.responder) { address in
            mimic.says([path: try listing(FeedKey(first.publicKey, made: now.iso), by: first, at: now)])
            let id = try await here.reads(address, first.id)
            #expect(try await here.value("SELECT id FROM neighbour_key", as: String.self) == first.id)
            mimic.says([path: try listing(FeedKey(third.publicKey, made: now.iso), by: third, sequence: 2, at: now)])
            here.clock.passes(minutes: 45)
            try await here.asks(id)
            #expect(try await here.neighbour(id).fault == .key)
            try await here.vesna.opens("/staff/neighbours/\(id)")
            try await here.vesna.sends("/staff/neighbours/\(id)/trust", ["fingerprint": third.id])
            try await here.settles()
            #expect(try await here.neighbour(id).state == .good)
            #expect(try await here.count("neighbour_key WHERE id = \(first.id)") == 0)
            #expect(try await here.count("neighbour_key WHERE id = \(third.id)") == 1)
        }
    }

    @Test func `an index that names one feed many times is asked for it once`() async throws {
        let here = try await Town.curious(), now = here.clock.now, pair = FeedKeyPair.made(), mimic = Mimic()
        let pointers = Array(repeating: IndexContent.Pointer(kind: FeedKind.events.rawValue, sequence: 7), count: 3)
        mimic.says([
            FeedKind.feed.path: try listing(FeedKey(pair.publicKey, made: now.iso), by: pair, naming: pointers, at: now),
            FeedKind.events.path: try signed(EventsContent(events: []), .events, by: pair, sequence: 7, at: now),
        ])
        try await opened(mimic.responder) { address in
            let id = try await here.reads(address, pair.id)
            #expect(try await here.neighbour(id).state == .good)
            #expect(mimic.asked == [FeedKind.feed.path, FeedKind.events.path])
        }
    }

    /// The index of a house that lists this key and names these feeds.
    private func listing(_ key: FeedKey, by pair: FeedKeyPair, naming feeds: [IndexContent.Pointer] = [], sequence: Int64 = 1, at now: Instant) throws -> [UInt8] {
        let content = IndexContent(
            site: "https://centre.example", name: ["sr": "Центар"], language: "sr", country: "RS", centres: [], keys: [key], feeds: feeds)
        return try signed(content, .feed, by: pair, sequence: sequence, at: now)
    }

    private func signed(_ content: some Codable & Sendable, _ kind: FeedKind, by pair: FeedKeyPair, sequence: Int64, at now: Instant) throws -> [UInt8] {
        let feed = Feed(head: FeedHead(kind, of: "other", sequence: sequence, at: now), content: content)
        return try FeedJSON.bytes(SignedText.make(FeedJSON.bytes(feed), .feed, by: pair))
    }

    @Test func `an address that sends elsewhere, sends too much, or sends what nobody signed is refused by its name`() async throws {
        let (here, there) = (try await Town.curious(), try await Town.curious())
        _ = try await there.seminar("Приче које лече", seats: 20)
        try await there.shares()
        let fingerprint = try await there.fingerprint(), path = FeedKind.feed.path
        let (good, events) = (Array(try await there.stranger.send(.get, path).html.utf8), Array(try await there.stranger.send(.get, FeedKind.events.path).html.utf8))
        let mimic = Mimic()
        try await opened(mimic.responder) { address in
            mimic.says(status: 302, headers: ["Location": path])
            let id = try await here.reads(address, fingerprint)
            #expect(try await here.neighbour(id).fault == .redirected && mimic.asked == [path], "nobody follows")
            func fault(_ bodies: [String: [UInt8]], status: Int = 200) async throws -> FeedFault? {
                mimic.says(status: status, bodies)
                here.clock.passes(minutes: 1)
                try await here.asks(id)
                return try await here.neighbour(id).fault
            }
            #expect(try await fault([path: [UInt8](repeating: 0x20, count: FeedReading.most + 1)]) == .large)
            #expect(try await fault([:], status: 404) == .status)
            #expect(try await fault([path: Array("<html><script>alert(1)</script>".utf8)]) == .unreadable)
            // A letter of the signed text is another one.
            var changed = String(decoding: good, as: UTF8.self)
            let place = try #require(changed.range(of: "\"signature\":\"")?.upperBound)
            changed.replaceSubrange(place..<changed.index(after: place), with: changed[place] == "A" ? "B" : "A")
            #expect(try await fault([path: Array(changed.utf8)]) == .changed)
            // The index is whole, but one of its feeds is not: nothing is taken.
            #expect(try await fault([path: good, FeedKind.events.path: Array("{}".utf8)]) == .unreadable)
            #expect(try await here.count("neighbour_offer") == 0)
            #expect(try await here.neighbour(id).heard == nil)
            // Events in the place of programmes are no programmes.
            let all = Dictionary(uniqueKeysWithValues: FeedKind.allCases.map { ($0.path, $0 == .feed ? good : events) })
            #expect(try await fault(all) == .unreadable)
        }
    }

    @Test func `nothing is shared before somebody says so, then only that, and nobody’s name goes along`() async throws {
        let (here, there) = (try await Town.curious(), try await Town.curious())
        _ = try await there.seminar("Приче које лече", seats: 20)
        for kind in FeedKind.allCases { #expect(try await there.stranger.send(.get, kind.path).status == 404) }
        // Who is no administrator chooses nothing.
        let mover = try await Town()
        #expect(try await mover.vesna.opens("/staff/neighbours/own").form("/share") == nil)
        #expect(try await mover.vesna.opens("/staff/neighbours/new").status == 404)
        #expect(try await mover.goran.opens("/staff/neighbours").status == 404)
        try await there.vesna.opens("/staff/neighbours/own")
        try await there.vesna.sends("/staff/neighbours/own/share", ["kinds": "events"])
        try await there.settles()
        #expect(try await there.stranger.send(.get, FeedKind.figures.path).status == 404)
        #expect(try await there.stranger.send(.get, "/.well-known/zbornica/anything.json").status == 404)
        let feed = try await there.stranger.send(.get, FeedKind.feed.path), tag = try #require(feed.headers[.eTag])
        #expect(feed.status == 200 && feed.headers[.contentType] == "application/jose+json")
        #expect(try await there.stranger.send(.get, FeedKind.feed.path, headers: [.ifNoneMatch: tag]).status == 304)
        let text = try #require(SignedText(bytes: Array(feed.html.utf8), .feed)), events = try await there.stranger.send(.get, FeedKind.events.path)
        let payload = try #require(SignedText(bytes: Array(events.html.utf8), .feed)).payload
        #expect(String(decoding: payload, as: UTF8.self).contains("Приче које лече"))
        for name in ["Ћирић", "vesna@", "Ана", "ana@"] { #expect(!String(decoding: text.payload + payload, as: UTF8.self).contains(name)) }
        // What does not change is not made anew within a day; a change and a day make the next issue.
        let sequence = try await there.value("SELECT sequence FROM feed WHERE kind = 'events'", as: Int64.self)
        try await there.issues()
        #expect(try await there.value("SELECT sequence FROM feed WHERE kind = 'events'", as: Int64.self) == sequence)
        there.clock.passes(hours: 25)
        try await there.issues()
        #expect(try await there.value("SELECT sequence FROM feed WHERE kind = 'events'", as: Int64.self) != sequence)
        // Its own key is no neighbour's.
        try await there.vesna.enters(withFactor: true)
        try await there.vesna.opens("/staff/neighbours/new")
        let own = try await there.vesna.sends("/staff/neighbours/new", ["address": "https://centar.example", "fingerprint": try await there.fingerprint()])
        #expect(own.status == 422 && own.shows(there.say(T.neighbours.errorOwn)))
        #expect(try await here.count("neighbour") == 0)
    }

    @Test func `figures are added up, whoever is missing is named, and what was removed is gone`() async throws {
        let (here, there) = (try await Town.curious(), try await Town.curious())
        _ = try await Certified(there, [there.ana, there.branko, there.milena, there.ruta, there.goran])
        try await there.shares([.figures, .events])
        here.clock.becomes(there.clock.now)
        try await here.vesna.enters(withFactor: true)
        let id = try await there.isOpen { try await here.reads($0, try await there.fingerprint()) }
        let figures = try await here.vesna.does { [centre = here.centre] act in
            try NetworkFigureStore.figures(of: SchoolYear(containing: Day(iso: "2026-03-01") ?? .zero), at: centre, in: act)
        }
        #expect(figures.sum == NetworkFigures.Sum(events: 1, hours: 6, participations: 5, persons: 5, hidden: 0, missing: 0))
        #expect(try await here.vesna.opens("/staff/neighbours/figures?year=2025").shows("Центар за стручно усавршавање Бистрик"))
        // A neighbour that tells nothing of its people is named as missing.
        let silent = Mimic()
        silent.says(status: 404)
        try await opened(silent.responder) { _ = try await here.reads($0, "0123456789abcdef0123456789abcdef") }
        #expect(try await here.vesna.opens("/staff/neighbours/figures?year=2025").shows(here.say(T.neighbours.missing(count: 1))))
        try await here.vesna.opens("/staff/neighbours/\(id)/remove")
        #expect(try await here.vesna.sends("/staff/neighbours/\(id)/remove").shows(here.say(T.neighbours.saidRemoved)))
        #expect(try await here.count("neighbour_feed") == 0)
        #expect(try await here.count("neighbour_offer") == 0)
        #expect(try await here.count("neighbour") == 1)
    }
}
