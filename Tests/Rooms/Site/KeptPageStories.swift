import Accounts
import Events
import Foundation
import HTTPTypes
import Kernel
import Languages
import NIOConcurrencyHelpers
import Site
import Testing
import Town
import Web

/// Pages are kept for strangers until something that they show has changed, and not a moment longer.
@Suite struct KeptPageStories {
    @Test func `an application leaves the catalogue and the centre's page as they are kept, and makes anew what shows seats`() async throws {
        let town = try await Town()
        let event = try await town.seminar(seats: 5)
        let programme = try await town.programme()
        // Another copy of the program: it learns of what happens from the records alone.
        let (stranger, queries) = try CountedDatabase.browser(of: town)
        func look(_ path: String) async throws -> (tag: String?, queries: Int) {
            queries.withLockedValue { $0 = 0 }
            let page = try await stranger.send(.get, "/sr" + path)
            #expect(page.status == 200, "\(path)")
            return (page.headers[.eTag], queries.withLockedValue { $0 })
        }
        let (kept, anew) = (["/programmes", "/about", "/for-schools", "/data-protection"], ["", "/events", "/events/\(event)", "/programmes/\(programme)"])
        var tags: [String: String?] = [:]
        for path in kept + anew {
            tags[path] = try await look(path).tag
            #expect(try await look(path).queries == 0, "\(path) is kept")
        }
        _ = try await town.ana.applies(to: event)
        town.clock.passes(seconds: 1)
        #expect(try await look(kept[0]).queries == 1, "the copy asks once a second whether something changed")
        for path in kept {
            let again = try await look(path)
            #expect(again.queries == 0 && again.tag == tags[path], "\(path) is kept on")
        }
        for path in anew { #expect(try await look(path).queries > 0, "\(path) is made anew") }
        for path in ["", "/events", "/events/\(event)"] { #expect(try await look(path).tag != tags[path], "\(path) tells the seats that are left") }
        #expect(try await look("/programmes/\(programme)").tag == tags["/programmes/\(programme)"], "it has no such date")
    }

    @Test func `what an event says changes every page that is kept`() async throws {
        let town = try await Town()
        let event = try await town.seminar(seats: 5)
        let (stranger, queries) = try CountedDatabase.browser(of: town)
        for path in ["/sr/programmes", "/sr/events"] { _ = try await stranger.send(.get, path) }
        try await town.change(event) { $0.seats = 9 }
        town.clock.passes(seconds: 1)
        for path in ["/sr/programmes", "/sr/events"] {
            queries.withLockedValue { $0 = 0 }
            _ = try await stranger.send(.get, path)
            #expect(queries.withLockedValue { $0 } > 1, "\(path)")
        }
    }

    @Test func `what many need at once is read by one of them, and by the next when that one fails`() async throws {
        let town = try await Town()
        let (inner, outer) = (NIOLockedValueBox(0), NIOLockedValueBox(0))
        /// Takes its time, so that the others come meanwhile.
        @Sendable func read(_ times: NIOLockedValueBox<Int>, _ value: String, in act: Act) throws -> String {
            let time = times.withLockedValue { $0 += 1; return $0 }
            usleep(30_000)
            if time == 1 { throw Problem.missing }
            return value
        }
        let (told, failed) = await withTaskGroup(of: String?.self) { group in
            for number in 0..<40 {
                group.addTask {
                    try? await town.app.records.read(as: .system) { act in
                        func deep() throws -> String { try act.kept("deep") { try read(inner, "deep", in: act) } }
                        return number.isMultiple(of: 2) ? try deep() : try act.kept("wide") { try read(outer, deep() + "wide", in: act) }
                    }
                }
            }
            return await group.reduce(into: ([String](), 0)) { sum, told in told.map { sum.0.append($0) } ?? { sum.1 += 1 }() }
        }
        #expect(failed == 2, "each was failed once")
        #expect(Set(told) == ["deep", "deepwide"] && told.count == 38)
        #expect(inner.withLockedValue { $0 } == 2 && outer.withLockedValue { $0 } == 2)
    }

    @Test func `no page that is kept while people apply shows seats`() async throws {
        let town = try await Town()
        let event = try await town.seminar(seats: 1)
        let kept = Routes(Rooms.all).all.filter { $0.keeping == .whileWritten }.map(\.path)
        #expect(kept.contains("/programmes") && kept.contains("/about"))
        var before: [String: String] = [:]
        for path in kept { before[path] = try await town.stranger.send(.get, "/sr\(path)").html }
        _ = try await town.ana.applies(to: event)
        _ = try await town.branko.applies(to: event)
        // Another copy of the program has kept nothing yet.
        let (stranger, _) = try CountedDatabase.browser(of: town)
        for path in kept { #expect(try await stranger.send(.get, "/sr\(path)").html == before[path], "\(path)") }
    }
}
