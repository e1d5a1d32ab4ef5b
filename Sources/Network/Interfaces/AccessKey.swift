package import Kernel
package import Languages
import Storage
import Web

/// What another program shows to read a centre's own data: made for one purpose, with an end. The secret is shown once; its hash alone is kept.
package struct AccessKey: Sendable {
    package typealias ID = Kernel.ID<AccessKey>

    package let id: ID
    package let centre: Kernel.ID<CentreTag>
    package let draft: AccessKeyDraft
    /// The beginning of the secret, by which people tell keys apart.
    package let beginning: String
    package let made: Instant
    package let madeBy: Kernel.ID<PersonTag>?
    /// When somebody ended it before its day.
    package let ended: Instant?
    package let used: Instant?

    init(row: Row) throws {
        id = try row["id"]
        centre = try row["centre"]
        let scopes: String = try row["scopes"]
        draft = AccessKeyDraft(
            name: try row["name"], scopes: Set(scopes.split(separator: " ").compactMap { AccessScope(rawValue: String($0)) }), until: try row["until"])
        beginning = try row["beginning"]
        made = try row["made"]
        madeBy = try row["made_by"]
        ended = try row["ended"]
        used = try row["used"]
    }

    package enum State: Sendable, Hashable { case good, soon, over, ended }

    /// So many days before its end it is spoken of.
    static let noticeDays = 14

    package func state(on today: Day) -> State {
        if ended != nil { return .ended }
        if draft.until < today { return .over }
        return draft.until <= today.adding(days: Self.noticeDays) ? .soon : .good
    }

    /// Reads as its centre's own people do; whoever made it is not asked again.
    package var actor: Actor { Actor(person: nil, name: draft.name, grants: [Grant(.coordinator, centre: centre)]) }

    // MARK: The secret

    /// By which a program that looks for lost secrets knows one of ours.
    static let prefix = "zbornica_"

    package static func fresh() -> Token { Token(text: prefix + Token.random().text) }

    /// What stands behind `Bearer`; nil where nothing of ours does.
    package static func secret(in header: String?) -> Token? {
        guard let header, header.prefix(7).lowercased() == "bearer " else { return nil }
        let text = header.dropFirst(7).drop { $0 == " " }
        return text.hasPrefix(prefix) && text.utf8.count <= 100 ? Token(text: String(text)) : nil
    }

    static func beginning(of secret: Token) -> String { String(secret.text.prefix(prefix.count + 4)) }

    /// So many questions a minute.
    static let mostInMinute = 120

    static func tries(of key: ID) -> Attempts { Attempts("access key", of: key.description, limit: mostInMinute, within: 60) }
}

/// What is decided about a key.
package struct AccessKeyDraft: Sendable, Hashable {
    package var name: String
    package var scopes: Set<AccessScope>
    /// The last day on which it opens anything.
    package var until: Day

    package init(name: String, scopes: Set<AccessScope>, until: Day) { (self.name, self.scopes, self.until) = (name, scopes, until) }

    /// A key is good for two years at most: what nobody has looked at for so long is not needed, or not remembered.
    static let mostDays = 731

    func check(on today: Day, _ faults: inout Faults) {
        faults.require(!name.isEmpty, "name", T.common.errorMissing)
        faults.require(!scopes.isEmpty, "scopes", T.interfaces.errorScopes)
        faults.require(until >= today && until <= today.adding(days: Self.mostDays), "until", T.interfaces.errorUntil)
    }
}

/// Why a key opens nothing.
enum AccessRefusal: Error, Sendable {
    case none, unknown, over(Day), ended, scope(AccessScope)

    var told: APIRefusal {
        switch self {
        case .none: APIRefusal(problem: .key, headers: [("WWW-Authenticate", "Bearer")])
        case .unknown: Self.told(T.interfaces.keyUnknown)
        case .over(let day): Self.told(T.interfaces.keyOver(day: .day(day)))
        case .ended: Self.told(T.interfaces.keyEnded)
        case .scope(let scope): Self.told(T.interfaces.keyScope(scope: .text(scope.rawValue)), .scope, "insufficient_scope")
        }
    }

    private static func told(_ why: Phrase, _ problem: APIProblem = .key, _ error: String = "invalid_token") -> APIRefusal {
        APIRefusal(problem: problem, detail: why, headers: [("WWW-Authenticate", "Bearer error=\"\(error)\"")])
    }
}

/// How often a key was used for something in a month, and how many rows it got.
package struct AccessUse: Sendable, Hashable {
    package let month: Day
    package let scope: AccessScope
    package let calls: Int
    package let rows: Int
}

extension Subject {
    package static func accessKey(_ id: AccessKey.ID) -> Subject { .other("access_key", id.value) }
}
