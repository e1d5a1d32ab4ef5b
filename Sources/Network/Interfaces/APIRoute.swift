import Foundation
package import Kernel
package import Languages

/// One address of the read interface: who may ask, what may be asked, what is answered. Rooms above bring theirs as the room itself does; the same list answers
/// and is described.
package struct APIRoute: Sendable {
    /// Behind `/api/v1`: `/events/:event`.
    package let path: String
    /// What it tells, as the page for programmers has it in each language, and the description in English.
    package let title: Phrase
    /// What a key must be allowed; nil where anybody may ask.
    package let scope: AccessScope?
    package let parameters: [APIParameterLine]
    package let answer: APIType
    /// Whether the answer to the bare address is kept for the next who asks, as long as nothing that is written changes, and no longer than a day.
    let isKept: Bool
    let read: @Sendable (APICall, Act) throws -> (value: APIValue, rows: Int)

    /// One thing.
    package init<Whole: APIWritten>(
        _ path: String, _ title: Phrase, _ scope: AccessScope? = nil, asks parameters: [APIParameterLine] = [], isKept: Bool = false,
        _ read: @escaping @Sendable (APICall, Act) throws -> Whole
    ) {
        self.init(path, title, scope, parameters, Whole.apiType, isKept) { (try read($0, $1).apiValue, 1) }
    }

    /// A list, a page at a time.
    package init<Item: APIThing>(
        _ path: String, _ title: Phrase, _ scope: AccessScope? = nil, lists name: String, asks parameters: [APIParameterLine] = [], isKept: Bool = false,
        _ read: @escaping @Sendable (APICall, Act) throws -> APIPage<Item>
    ) {
        let all = parameters + [APIParameters.limit.line, APIParameters.cursor.line]
        let type = APIType.object(APIObject(name: name, about: "A page of a list.", fields: [
            ("items", "", .list(Item.apiType)), ("next", "The address of the page behind it; null on the last.", .maybe(.address)),
        ]))
        self.init(path, title, scope, all, type, isKept) { call, act in
            let page = try read(call, act)
            let next = page.next.map { APIAddress(call.address(with: APIParameters.cursor.line.name, $0.text)) }
            return (.fields([("items", page.items.apiValue), ("next", next.apiValue)]), page.items.count)
        }
    }

    private init(
        _ path: String, _ title: Phrase, _ scope: AccessScope?, _ parameters: [APIParameterLine], _ answer: APIType, _ isKept: Bool,
        _ read: @escaping @Sendable (APICall, Act) throws -> (value: APIValue, rows: Int)
    ) {
        (self.path, self.title, self.scope, self.parameters, self.answer, self.isKept, self.read) = (path, title, scope, parameters, answer, isKept, read)
    }

    package var parts: [Substring] { path.split(separator: "/") }

    /// What stands in the places of its parameters; nil where it is another path.
    func match(_ asked: [Substring]) -> [String: String]? {
        let parts = parts
        guard parts.count == asked.count else { return nil }
        var found: [String: String] = [:]
        for (part, text) in zip(parts, asked) {
            if part.hasPrefix(":") { found[String(part.dropFirst())] = text.removingPercentEncoding ?? String(text) } else if part != text { return nil }
        }
        return found
    }
}

/// One page of a list, and where the next one begins; nil on the last.
package struct APIPage<Item: APIThing>: Sendable {
    package let items: [Item]
    package let next: APICursor?

    package init(_ items: [Item], next: APICursor?) { (self.items, self.next) = (items, next) }

    /// A page of what is numbered from the first one on.
    package init(_ items: [Item], page: Int, size: Int, of count: Int) {
        self.init(items, next: page * size < count ? APICursor(page + 1) : nil)
    }
}
