import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Languages
import NIOConcurrencyHelpers
@testable import Neighbours
import Site
import Storage
import Testing
import Town
import Web

// What stories of neighbours begin with.

extension Town {
    /// A town that may ask other servers of this machine, with Весна as its administrator.
    static func curious() async throws -> Town {
        let town = try await Town(environment: ["ZBORNICA_INSIDE": "yes"])
        try await town.vesna.becomes(.administrator)
        // All towns are copies of one: each gets a name of its own, as an installation does that is set up.
        try await town.does { try Setting.installation.set("town-\(UUID().uuidString)", in: $0.db) }
        return town
    }

    /// Shares these feeds, and makes them.
    func shares(_ kinds: Set<FeedKind> = Set(FeedKind.contents)) async throws {
        try await does { [seal = app.installation.seal] in try FeedStore.share(kinds, seal: seal, in: $0) }
        try await issues()
    }

    /// Makes what has changed since.
    func issues() async throws {
        clock.passes(seconds: 1)
        try await FeedStore.publish(records, seal: app.installation.seal)
    }

    /// The fingerprint of the key by which it signs.
    func fingerprint() async throws -> String {
        try await value("SELECT id FROM feed_key WHERE retired IS NULL AND revoked IS NULL") ?? ""
    }

    /// Another installation becomes a neighbour and is asked.
    @discardableResult
    func reads(_ address: String, _ fingerprint: String) async throws -> Neighbour.ID {
        try await vesna.opens("/staff/neighbours/new")
        try await vesna.sends("/staff/neighbours/new", ["address": "\(address)#\(fingerprint)"])
        try await settles()
        return Neighbour.ID(try await value("SELECT max(id) AS id FROM neighbour", as: Int64.self) ?? 0)
    }

    /// Asks a neighbour, as its clock would.
    func asks(_ id: Neighbour.ID) async throws { try await NeighbourPull.pull(id, app.installation) }

    func neighbour(_ id: Neighbour.ID) async throws -> Neighbour { try await finds { try NeighbourStore.neighbour(id, in: $0) } }
}

/// A site that answers what the story puts there, for every address alike.
final class Mimic: Sendable {
    struct Said: Sendable {
        var status = 200
        var headers: [String: String] = [:]
        var bodies: [String: [UInt8]] = [:]
    }

    private let said = NIOLockedValueBox(Said())
    private let heard = NIOLockedValueBox<[String]>([])

    /// The paths that were asked for, in their order.
    var asked: [String] { heard.withLockedValue { $0 } }

    var responder: RouterResponder<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        router.get("/**") { [said, heard] request, _ in
            heard.withLockedValue { $0.append(request.uri.path) }
            let answer = said.withLockedValue { $0 }
            var headers = HTTPFields()
            for (name, value) in answer.headers { headers[HTTPField.Name(name)!] = value }
            return Response(status: .init(code: answer.status), headers: headers, body: .init(byteBuffer: .init(bytes: answer.bodies[request.uri.path] ?? [])))
        }
        return router.buildResponder()
    }

    func says(status: Int = 200, headers: [String: String] = [:], _ bodies: [String: [UInt8]] = [:]) {
        said.withLockedValue { $0 = Said(status: status, headers: headers, bodies: bodies) }
    }
}
