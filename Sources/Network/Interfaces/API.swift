import Crypto
import Foundation
package import Forms
import Kernel
import Languages
import Logging
import Queues
import Storage
package import Web

/// The read interface for programs: finds the route, asks whether the program may, answers. It knows nothing of the server.
package struct API: Sendable {
    package static let root = "/api/v1"
    package let routes: [APIRoute]
    private let installation: Installation

    package init(_ installation: Installation) {
        self.installation = installation
        routes = installation.records.exchange.all(APIRoute.self)
    }

    /// Whether a path is one of the interface, so that whatever stands there is answered as programs understand it.
    package static func owns(_ path: String) -> Bool { path == "/api" || path.hasPrefix("/api/") }

    package func answer(_ request: APIRequest, at centre: CentreSign) async -> APIAnswer {
        do {
            return try await open(request, at: centre)
        } catch {
            let language = Language(accepting: request.languages) ?? .en
            var answer = refusal(error, request).answer(installation.records.words.texts(language, in: centre.zone), origin: centre.origin)
            answer.headers.append(("Access-Control-Allow-Origin", "*"))
            return answer
        }
    }

    private func open(_ request: APIRequest, at centre: CentreSign) async throws -> APIAnswer {
        guard request.path.hasPrefix(Self.root + "/") else { throw APIRefusal(problem: .missing) }
        let path = String(request.path.dropFirst(Self.root.count)), asked = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        if path == Self.description { return try await described(request, at: centre) }
        let found = routes.lazy.compactMap { route in route.match(Array(asked)).map { (route, $0) } }.first
        guard let (route, parameters) = found else { throw APIRefusal(problem: .missing) }
        if let other = try early(request, isPublic: route.scope == nil) { return other }
        let call = APICall(
            centre: centre, now: installation.records.now, path: path, parameters: parameters, query: Typed(urlEncoded: request.query, limit: 100),
            network: request.network)
        try check(call, route)
        guard let scope = route.scope else { return try await anybody(call, route, request) }
        return try await allowed(scope, call, route, request)
    }

    /// Methods other than to read.
    private func early(_ request: APIRequest, isPublic: Bool) throws -> APIAnswer? {
        switch request.method {
        case "GET", "HEAD": return nil
        case "OPTIONS" where isPublic:
            return APIAnswer(status: 204, headers: [
                ("Allow", Self.methods), ("Access-Control-Allow-Origin", "*"), ("Access-Control-Allow-Methods", "GET, HEAD"),
                ("Access-Control-Allow-Headers", "If-None-Match"), ("Access-Control-Max-Age", "86400"),
            ])
        default: throw APIRefusal(problem: .method, headers: [("Allow", isPublic ? Self.methods : "GET, HEAD")])
        }
    }

    private static let methods = "GET, HEAD, OPTIONS"

    /// What is asked is known, readable, and stands there once.
    private func check(_ call: APICall, _ route: APIRoute) throws {
        var faults: [(String, Phrase)] = [], seen: Set<String> = []
        for (name, value) in call.query.fields {
            guard let line = route.parameters.first(where: { $0.name == name && !$0.isInPath }) else {
                faults.append((String(name.prefix(80)), T.interfaces.faultUnknown))
                continue
            }
            let isFirst = seen.insert(name).inserted
            if !isFirst || !line.isRead(value) { faults.append((name, isFirst ? T.interfaces.faultUnread : T.interfaces.faultTwice)) }
        }
        let missing = route.parameters.filter { $0.isRequired && !$0.isInPath && !seen.contains($0.name) }
        faults += missing.map { ($0.name, T.interfaces.faultNeeded) }
        if !faults.isEmpty { throw APIRefusal(problem: .parameter, faults: faults.map { (parameter: $0.0, phrase: $0.1) }) }
    }

    // MARK: What anybody may ask

    /// An answer as it is kept: written once, compressed once.
    private struct Kept: Sendable {
        let bytes: [UInt8]
        let compressed: [UInt8]?
        let tag: String

        init(_ value: APIValue) {
            bytes = Array(value.written.utf8)
            compressed = Gzip.compress(bytes, level: 5)
            tag = "W/\"" + Hex.text(SHA256.hash(data: bytes).prefix(12)) + "\""
        }
    }

    private func anybody(_ call: APICall, _ route: APIRoute, _ request: APIRequest) async throws -> APIAnswer {
        let isBare = call.query.fields.isEmpty, records = installation.records
        let kept: Kept
        do {
            kept = try await records.read(as: .visitor) { act in
                guard route.isKept, isBare else { return Kept(try route.read(call, act).value) }
                return try act.kept("api \(call.centre.id) \(call.path) \(call.today.iso)", withSeats: true) { Kept(try route.read(call, act).value) }
            }
        } catch let missed as MissedCode {
            try await records.write(by: .visitor) { act in for tries in missed.tries { try tries.count(in: act) } }
            throw APIRefusal(problem: .missing)
        }
        return answer(kept, request)
    }

    /// A list that has not changed is not sent again.
    private func answer(_ kept: Kept, _ request: APIRequest) -> APIAnswer {
        let headers = [
            ("ETag", kept.tag), ("Cache-Control", "no-cache"), ("Access-Control-Allow-Origin", "*"), ("Access-Control-Expose-Headers", "ETag, Retry-After"),
        ]
        let isKnown = request.isKnown?.split(separator: ",").contains { $0.trimmingCharacters(in: .whitespaces) == kept.tag } ?? false
        if isKnown { return APIAnswer(status: 304, headers: headers) }
        return APIAnswer(status: 200, headers: headers + [("Content-Type", "application/json")], bytes: kept.bytes, compressed: kept.compressed)
    }

    /// Where the interface describes itself.
    package static let description = "/openapi.json"

    private func described(_ request: APIRequest, at centre: CentreSign) async throws -> APIAnswer {
        if let other = try early(request, isPublic: true) { return other }
        let records = installation.records, routes = routes
        let kept = try await records.read(as: .visitor) { act in
            try act.kept("api description \(centre.id)") { Kept(APIDescription(routes, at: centre, act.words.texts(.en, in: centre.zone)).value) }
        }
        return answer(kept, request)
    }

    // MARK: What needs a key

    private func allowed(_ scope: AccessScope, _ call: APICall, _ route: APIRoute, _ request: APIRequest) async throws -> APIAnswer {
        let records = installation.records, secret = AccessKey.secret(in: request.authorization), centre = call.centre.id
        let key = try await records.read(as: .system) { try AccessKeyStore.known(secret, for: scope, at: centre, in: $0) }
        // Whether it is too often stands in an act of its own, so that refused requests count too.
        try await records.write(by: key.actor) { try AccessKey.tries(of: key.id).count(in: $0) }
        let value = try await records.write(by: key.actor) { act in
            let (value, rows) = try route.read(call, act)
            try AccessKeyStore.note(key.id, scope, rows: rows, at: centre, in: act)
            return value
        }
        return APIAnswer(status: 200, headers: [("Content-Type", "application/json"), ("Cache-Control", "no-store")], bytes: Array(value.written.utf8))
    }

    // MARK: What goes wrong

    private func refusal(_ error: any Error, _ request: APIRequest) -> APIRefusal {
        switch error {
        case let refusal as APIRefusal: return refusal
        case let refusal as AccessRefusal: return refusal.told
        case let problem as Problem:
            switch problem.kind {
            case .missing: return APIRefusal(problem: .missing)
            case .tooOften(let seconds): return APIRefusal(problem: .often, headers: [("Retry-After", "\(seconds)")])
            case .invalid, .conflict: return APIRefusal(problem: .parameter, detail: problem.faults.first?.phrase)
            }
        case StorageError.connection, StorageError.commitUnknown: return APIRefusal(problem: .away, headers: [("Retry-After", "30")])
        default:
            let incident = String(Token.random().text.prefix(8))
            installation.logger.error("the interface for programs: \(error)", metadata: ["incident": "\(incident)"])
            return APIRefusal(problem: .broken, incident: incident)
        }
    }
}

/// Nobody finds a code by trying: misses are counted, whether a person or a program tries.
struct MissedCode: Error {
    let tries: [Attempts]

    init(from network: Network) {
        tries = [
            Attempts("certificate check", from: network, limit: 20, within: 600), Attempts(inAll: "certificate check", limit: 2_000, within: 600),
        ]
    }
}
