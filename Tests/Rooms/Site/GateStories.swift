import Accounts
import Foundation
import HTTPTypes
import Kernel
import Languages
import Registration
import Site
import Storage
import Testing
import Town
import Web

/// What the gate does before and after any page. What needs a socket is in `Tests/browser/test_http.py`.
@Suite struct GateStories {
    @Test func `a fault while somebody enters tells the log its number, and not the link`() async throws {
        let town = try await Town()
        try await town.stranger.opens("/sign-in")
        try await town.stranger.sends("/sign-in", ["email": town.ana.email])
        let link = try await town.mailedLink(to: town.ana.email)
        try await town.stranger.opens(link)
        try await town.does { try $0.db.run("ALTER TABLE web_session RENAME TO gone") }
        let page = try await town.stranger.sends(link)
        #expect(page.status == 500)
        let line = try #require(town.log.lines.first { $0.contains("incident=") })
        let secret = try #require(link.split(separator: "/").last)
        #expect(!line.contains(secret) && line.contains("POST /sr/"))
        #expect(page.shows(line.components(separatedBy: "incident=")[1].trimmingCharacters(in: .whitespaces)))
    }

    @Test func `the log tells rows by their numbers, and no code`() async throws {
        let town = try await Town()
        try await town.does { try $0.db.run("ALTER TABLE event_text RENAME TO gone") }
        let event = try await town.does { try $0.db.insert("INSERT INTO setting (name, value) VALUES ('x', 'y') RETURNING 7 AS id") }
        _ = try await town.stranger.opens("/sr/events/\(event)")
        _ = try await town.stranger.opens("/sr/attend/123456")
        #expect(!town.log.lines.contains { $0.contains("123456") })
    }

    @Test func `an IPv6 network is counted whole, and a mapped address as what it maps`() {
        for (address, network) in [
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("2001:db8:1:2::ffff", "2001:db8:1:2::/64"), ("2001:0DB8:0001:0002::", "2001:db8:1:2::/64"),
            ("fe80::1%eth0", "fe80:0:0:0::/64"), ("::ffff:192.0.2.7", "192.0.2.7"), ("192.0.2.7", "192.0.2.7"), ("", ""), ("nothing", "nothing"),
        ] { #expect(Network(of: address).description == network) }
    }

    @Test func `tries from one network are counted together, whatever address in it`() async throws {
        let town = try await Town()
        for host in 1...3 { try await town.does { try Attempts("story", from: Network(of: "2001:db8::\(host)"), limit: 3, within: 60).count(in: $0) } }
        await #expect(throws: Problem.self) { try await town.does { try Attempts("story", from: Network(of: "2001:db8::ffff:4"), limit: 3, within: 60).count(in: $0) } }
        try await town.does { try Attempts("story", from: Network(of: "2001:db8:0:1::4"), limit: 3, within: 60).count(in: $0) }
    }

    @Test func `whoever applies is counted by the address, however it is written`() async throws {
        #expect(EmailAddress("Ana@Bistrik.EXAMPLE") == EmailAddress("ana@bistrik.example"))
    }

    @Test func `a form that is larger than its door takes is refused with the size in words`() async throws {
        let town = try await Town()
        try await town.ana.opens("/me/account/contact")
        let page = try await town.ana.sends("/me/account/contact", ["phone": String(repeating: "1", count: 300_000)])
        #expect(page.status == 413 && page.shows("256 kB"))
        let upload = try await town.vesna.browser.send(.post, "/sr/imports/new/school", body: Array(repeating: 1, count: 300_000),
            type: "multipart/form-data; boundary=x")
        #expect(upload.status != 413)
    }

    /// All forms that come in have 32 MiB together, wherever they come from: 128 of the largest.
    @Test(.timeLimit(.minutes(20))) func `strangers who send without an end take no more memory than all may have, and others are asked to come again`() async throws {
        let town = try await Town()
        let ends = (0..<140).map { _ in AsyncStream<Void>.makeStream() }
        try await withThrowingTaskGroup(of: Int.self) { group in
            for (number, end) in ends.enumerated() {
                // Each is somebody else, in a network of their own.
                group.addTask { try await town.stranger.begins("/sr/sign-in?\(number)", Array(repeating: 0x61, count: 256 << 10), until: end.stream) }
            }
            for _ in 0..<12 { #expect(try await group.next() == 503) }
            let page = try await town.stranger.send(.post, "/lt/sign-in", body: Array("email=a".utf8), type: "application/x-www-form-urlencoded")
            #expect(page.status == 503 && page.shows(town.say(T.web.busy, .lt)) && page.headers[.retryAfter] == "30")
            for end in ends { end.continuation.finish() }
            for try await status in group { #expect(status != 503) }
        }
        try await town.stranger.opens("/sign-in")
        #expect(try await town.stranger.sends("/sign-in", ["email": town.ana.email]).status == 200, "the room is given back")
    }

    @Test func `a sign that nobody can read stops any act, also where no form comes back`() async throws {
        let town = try await Town()
        let seminar = try await town.seminar()
        let registration = try await town.ana.applies(to: seminar)
        try await town.ana.opens("/registrations/\(registration.id)/withdraw")
        let form = try #require(town.ana.browser.page.form("/sr/registrations/\(registration.id)/withdraw"))
        let refused = try await town.ana.browser.post(form, ["note": "a\u{FFFD}"], follows: false)
        #expect(refused.status == 422)
        #expect(try await town.finds { try $0.db.value("SELECT state FROM registration", as: String.self) } == "admitted")
        #expect(try await town.ana.browser.post(form, [:], follows: false).status == 303)
        #expect(try await town.finds { try $0.db.value("SELECT state FROM registration", as: String.self) } == "withdrawn")
    }

    @Test func `after a fall Данас says so for two days`() async throws {
        let town = try await Town()
        let words = "неочекивано"
        #expect(!(try await town.vesna.opens("/staff").shows(words)))
        try await town.does { try Setting.fallen.set($0.now.iso, in: $0.db) }
        #expect(try await town.vesna.opens("/staff").shows(words))
        town.clock.passes(days: 1)
        try await town.vesna.enters(withFactor: true)
        #expect(try await town.vesna.opens("/staff").shows(words))
        town.clock.passes(days: 2)
        try await town.vesna.enters(withFactor: true)
        #expect(!(try await town.vesna.opens("/staff").shows(words)))
    }
}
