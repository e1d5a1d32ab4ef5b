import Accounts
import Catalogue
import Certificates
import Centres
import Delivery
import Events
import Foundation
import HTTPTypes
import Kernel
import Languages
import Registration
import Site
import Testing
import Town
@testable import Web

/// What no honest browser sends, at every door and in every field: the answer is a page, never a fault of ours, and the program goes on. Swift ends the
/// whole process where a number does not fit, so that the first value that did would end these tests too.
@Suite struct NastyValueStories {
    /// What numbers, days, codes, ids and texts from outside have been seen to break.
    private static let values = [
        "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551616", "-1", "0", "2147483648", "1e309", "NaN", "+7", "٣", "1_0",
        "9999-12", "9999-12-31", "0001-01-01", "2026-13", "31.12.9999", "24:00", "99999999999999", "1.9223372036854775807", "1.2.3.4", "",
        "\u{0}", "\u{202E}\u{FFFF}\u{F0B7}", "e\u{301}\u{301}\u{301}", "\r\n\r\n", "' OR 1=1 --", "<script>\"&'", "../../etc/passwd", "%", "{}", "#.",
        String(repeating: "я", count: 400),
    ]
    /// Those that go into each field by itself, where the table above goes into all of them at once.
    private static let worst = ["9223372036854775807", "9999-12-31", "-9223372036854775808", "\u{202E}\u{FFFF}\u{301}я", "31.12.9999", "99999999999"]
    /// Longer than a line, and longer than anything that is typed.
    private static let long = [String(repeating: "я", count: 400), String(repeating: "я", count: 21_000)]

    /// Every door gets some of the values, each door others, so that each value goes to many doors of a room. With `ZBORNICA_MUTATIONS` every door gets all.
    private static func some(_ values: [String], _ most: Int, at door: Int) -> [String] {
        guard ProcessInfo.processInfo.environment["ZBORNICA_MUTATIONS"] == nil, values.count > most else { return values }
        return (0..<most).map { values[(door * most + $0) % values.count] }
    }

    @Test func `no address ends the program`() async throws {
        let school = try await School()
        let always = EventFacet.allCases.map(\.rawValue) + CodeList.allCases.map(\.rawValue) + ["page"]
        let names = try Names(of: [#/query(?:\[|\.number\(|\.all\(|\.has\()"(\w+)"/#], always: always)
        #expect(names.all.count > 40)
        for (door, (route, room)) in Self.doors(.get).enumerated() {
            let own = names[room], addresses = Self.addresses(route, school)
            let query = { (names: Set<String>, value: String) in names.sorted().map { "\($0)=\(Self.escaped(value))" }.joined(separator: "&") }
            for value in Self.some(Self.values, 6, at: door) + Self.some(Self.worst, 2, at: door) { try await school.opens(addresses[0] + "?" + query(own, value)) }
            try await school.opens(addresses[addresses.count - 1] + "?" + query(names.all, Self.some(Self.worst, 1, at: door)[0]))
            for (place, name) in own.sorted().enumerated() {
                for value in Self.some(Self.worst, 1, at: door + place) { try await school.opens("\(addresses[0])?\(name)=\(Self.escaped(value))") }
            }
            guard route.path.contains(":") else { continue }
            for value in Self.some(Self.values, 6, at: door) { try await school.opens(Self.path(route) { _ in Self.escaped(value) }) }
        }
    }

    @Test func `no form ends the program`() async throws {
        let school = try await School()
        let names = try Names(of: [#/(?:typed|form)(?:\[|\.number\(|\.all\(|\.has\(|\.file\()"(\w+)"/#, #/faults\.\w+\((?:typed, )?"(\w+)"/#])
        #expect(names.all.count > 60)
        for (door, (route, room)) in Self.doors(.post).enumerated() where !Self.ending.contains(route.path) {
            let addresses = Self.addresses(route, school)
            for value in Self.some(Self.values, 6, at: door) + Self.some(Self.worst, 2, at: door) {
                try await school.sends(addresses[0], names[room].sorted().map { ($0, value) })
            }
            for value in Self.some(Self.worst, 1, at: door) { try await school.sends(addresses[addresses.count - 1], names.all.sorted().map { ($0, value) }) }
        }
    }

    /// Doors of a kind, each with its room: a third of them each day.
    private static func doors(_ method: Route.Method) -> [(Route, Room)] {
        Rooms.all.flatMap { room in room.routes.all.filter { $0.method == method }.map { ($0, room) } }.enumerated()
            .filter { DayShare.isDue($0.offset, of: 3) }.map(\.element)
    }

    /// Each form as it stands on its page, filled as somebody would fill it, with one field at a time gone wrong.
    @Test func `no field ends the program`() async throws {
        let school = try await School()
        var seen: Set<String> = []
        for (route, _) in Self.doors(.get) {
            for address in Self.addresses(route, school) {
                for form in try await school.browser.send(.get, address).forms where !Self.ending.contains(where: { form.action.hasSuffix($0) }) {
                    let names = Set(form.fields.map(\.name)).subtracting(["act"])
                    guard seen.insert(form.action + names.sorted().joined(separator: " ")).inserted else { continue }
                    for (place, name) in names.sorted().enumerated() {
                        for value in Self.some(Self.worst, 2, at: seen.count + place) + Self.some(Self.long, 1, at: seen.count + place) {
                            try await school.sends(form.action, form.fields.filter { $0.name != "act" }.map { ($0.name, $0.name == name ? value : $0.value) })
                        }
                    }
                }
            }
        }
        #expect(seen.count > 20)
    }

    // MARK: Where it happens

    /// After these nobody acts any more.
    private static let ending: Set<String> = ["/me/account/erase", "/sign-out", "/sign-out/everywhere"]

    /// A centre with something behind every door, and somebody who may open them all.
    private struct School: Sendable {
        let town: Town
        let browser: Browser

        init() async throws {
            town = try await Town()
            let shelf = try await Shelf.fill(town)
            let (event, vesna, centre) = (try await town.seminar(seats: 1), town.vesna.id, town.centre)
            for person in [town.ana, town.branko] { _ = try await person.applies(to: event) }
            try await town.change(event) { $0.programme = shelf.stories }
            try await town.does { act in
                try PersonStore.grant(Grant(.director, centre: centre), to: vesna, in: act)
                try PersonStore.grant(Grant(.administrator, centre: nil), to: vesna, in: act)
            }
            try await town.vesna.enters(withFactor: true)
            browser = town.vesna.browser
            try await town.vesna.opens("/sr")
        }

        func opens(_ address: String) async throws { check(try await browser.send(.get, address), "GET \(address)") }

        func sends(_ address: String, _ fields: [(String, String)]) async throws {
            // Each form is a new one: what was sent before is answered as before.
            let act = ActToken.fresh(for: Token(text: browser.cookie("browser") ?? ""), town.app.installation.seal).text
            let body = (fields + [("act", act)]).map { "\(NastyValueStories.escaped($0.0))=\(NastyValueStories.escaped($0.1))" }.joined(separator: "&")
            check(try await browser.send(.post, address, body: Array(body.utf8), type: "application/x-www-form-urlencoded"), "POST \(address) \(body.prefix(300))")
        }

        private func check(_ page: Page, _ deed: String) { #expect(page.status < 500, "\(deed): \(page.status)") }
    }

    /// The address with what is there, and with what is not.
    private static func addresses(_ route: Route, _ school: School) -> [String] {
        let first = path(route) { _ in "1" }
        return first.contains("1") && route.path.contains(":") ? [first, path(route) { _ in "999999" }] : [first]
    }

    private static func path(_ route: Route, _ value: (Substring) -> String) -> String {
        "/sr" + route.path.split(separator: "/", omittingEmptySubsequences: false).map { $0.hasPrefix(":") ? value($0) : String($0) }.joined(separator: "/")
    }

    /// The names of values that the program's own text asks for: those of a room, with what the rooms share.
    private struct Names {
        private var folders: [String: Set<String>] = [:]
        private let always: Set<String>

        init(of patterns: [Regex<(Substring, Substring)>], always: [String] = []) throws {
            self.always = Set(always)
            let root = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { place, _ in place.deletingLastPathComponent() }.appending(path: "Sources")
            for path in FileManager.default.enumerator(atPath: root.path)?.compactMap({ $0 as? String }) ?? [] where path.hasSuffix(".swift") {
                let text = try String(contentsOf: root.appending(path: path), encoding: .utf8), folder = String(path.split(separator: "/").dropLast().last ?? "")
                for pattern in patterns { folders[folder, default: []].formUnion(text.matches(of: pattern).map { String($0.1) }) }
            }
        }

        var all: Set<String> { folders.values.reduce(always) { $0.union($1) } }

        subscript(room: Room) -> Set<String> {
            [room.name.prefix(1).uppercased() + room.name.dropFirst(), "Web", "Forms", "Site"].reduce(always) { $0.union(folders[$1] ?? []) }
        }
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) ? String(UnicodeScalar(byte)) : "%" + Hex.text([byte]) }.joined()
    }
}
