import Fetch
import Kernel
import Languages
import Queues
import Web

/// Asks a neighbour for what is new: the index, and of its feeds those that it says to be newer than what is here. What is not whole is not taken.
enum NeighbourPull {
    private static let seconds = 15

    /// What came from one neighbour and may be taken.
    struct Harvest: Sendable {
        let index: FeedReading.Index
        let tag: String
        var offers: [(kind: FeedKind, sequence: Int64, made: Instant, offers: [NeighbourOfferDraft])] = []
        var certificates: FeedReading.Read<CertificatesContent>?
        var figures: FeedReading.Read<FiguresContent>?
    }

    /// Whoever is due; one who hangs keeps nobody else waiting, for each is a job of its own.
    static func look(_ installation: Installation) async throws {
        // The invented neighbours of a demonstration stand nowhere.
        guard !installation.isDemonstration else { return }
        try await installation.records.write(by: .system) { act in
            for id in try NeighbourStore.due(in: act) { try act.enqueue("neighbours.pull", id, once: "neighbours.pull \(id)") }
        }
    }

    static func pull(_ id: Neighbour.ID, _ installation: Installation) async throws {
        let records = installation.records
        guard let (neighbour, sequences) = try await records.read(as: .system, { act -> (Neighbour, [FeedKind: Int64])? in
            guard let one = try NeighbourStore.found(id, in: act), one.state != .paused, one.state != .revoked else { return nil }
            return (one, try NeighbourStore.sequences(of: id, in: act))
        }) else { return }
        do {
            guard let harvest = try await gather(neighbour, sequences, installation) else {
                try await records.write(by: .system) { try NeighbourPullStore.stand(id, in: $0) }
                return
            }
            try await records.write(by: .system) { try NeighbourPullStore.take(harvest, of: id, in: $0) }
        } catch let fault as FeedFault {
            try await records.write(by: .system) { try NeighbourPullStore.fail(id, fault, in: $0) }
        }
    }

    /// - Returns: nil where nothing is new.
    private static func gather(_ neighbour: Neighbour, _ sequences: [FeedKind: Int64], _ installation: Installation) async throws -> Harvest? {
        let now = installation.records.now
        let answer = try await call(neighbour.address + FeedKind.feed.path, tag: neighbour.tag, installation)
        if answer.status == 304, !neighbour.tag.isEmpty {
            guard let expires = neighbour.expires, expires > now else { throw FeedFault.expired }
            return nil
        }
        let index = try FeedReading.index(
            try body(answer), of: .init(fingerprint: neighbour.fingerprint, installation: neighbour.installation, sequence: neighbour.sequence), at: now)
        var harvest = Harvest(index: index, tag: String((answer.headers["etag"] ?? "").prefix(TextLimit.line.rawValue)))
        let house = OfferHouse(index.feed.content)
        func add<Content: Codable & Sendable>(_ read: FeedReading.Read<Content>, _ kind: FeedKind, _ offers: (Content) -> [NeighbourOfferDraft]) {
            harvest.offers.append((kind, read.sequence, read.made, offers(read.content)))
        }
        // However often an index names a feed, it is asked for once.
        let newest = Dictionary(index.feed.content.feeds.map { ($0.kind, $0.sequence) }, uniquingKeysWith: { max($0, $1) })
        for kind in FeedKind.contents {
            guard let sequence = newest[kind.rawValue] else { continue }
            let last = sequences[kind] ?? 0
            // Another key may sign anew what is not new; what is less than before is old.
            guard sequence >= last else { throw FeedFault.old }
            guard sequence > last else { continue }
            let bytes = try body(try await call(neighbour.address + kind.path, tag: "", installation))
            func read<Content: Codable & Sendable>(_ type: Content.Type) throws -> FeedReading.Read<Content> {
                try FeedReading.feed(bytes, kind, by: index.key, of: index.feed.installation, after: sequence, at: now)
            }
            switch kind {
            case .events: add(try read(EventsContent.self), kind) { NeighbourOfferDraft.list($0, house) }
            case .programmes: add(try read(ProgrammesContent.self), kind) { NeighbourOfferDraft.list($0, house) }
            case .practices: add(try read(PracticesContent.self), kind) { NeighbourOfferDraft.list($0, house) }
            case .certificates: harvest.certificates = try read(CertificatesContent.self)
            case .figures: harvest.figures = try read(FiguresContent.self)
            case .feed: break
            }
        }
        return harvest
    }

    private static func call(_ url: String, tag: String, _ installation: Installation) async throws(FeedFault) -> FetchAnswer {
        var headers = [(name: "Accept", value: "application/jose+json")]
        if !tag.isEmpty { headers.append((name: "If-None-Match", value: tag)) }
        do {
            return try await installation.fetcher.call(FetchRequest(url, headers: headers, seconds: seconds, most: FeedReading.most))
        } catch {
            switch error {
            case .address: throw .address
            case .inside: throw .inside
            case .tooLarge: throw .large
            case .tooLate: throw .late
            case .unreachable: throw .silent
            }
        }
    }

    private static func body(_ answer: FetchAnswer) throws(FeedFault) -> [UInt8] {
        switch answer.status {
        case 200: return answer.body
        case 300..<400: throw .redirected
        default: throw .status
        }
    }
}
