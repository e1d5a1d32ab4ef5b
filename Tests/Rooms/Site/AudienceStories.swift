import Accounts
import Catalogue
import Centres
import Foundation
import HTTPTypes
import Kernel
import Languages
import Site
import Testing
import Town
@testable import Web

/// Every door, tried by everybody: who may not enter learns nothing, and nobody breaks anything.
@Suite struct AudienceStories {
    /// Who may open which doors at their own centre. A visitor opens public doors only; anybody signed in those of a person too.
    private static let keys: [Audience: Set<Role>] = [
        .trainer: [.trainer, .coordinator, .director, .administrator],
        .school: [.school, .coordinator, .director, .administrator],
        .coordinator: [.coordinator, .director, .administrator],
        .librarian: [.librarian, .coordinator, .director, .administrator],
        .accountant: [.accountant, .director, .administrator],
        .director: [.director, .administrator],
        .observer: [.observer, .director, .administrator],
        .administrator: [.administrator],
    ]

    /// Roles that mean the same at every centre: a school's coordinator, and the installation's administrator.
    private static let everywhere: Set<Role> = [.school, .administrator]

    /// Pages that are there only in some state of things, for those whom their audience names.
    private static let sometimes: Set<String> = [
        "/demo", "/styleguide", "/second-factor", "/me/account/factor", "/me/account/other-script",
        // For a payer, or papers, that the address names behind a question mark.
        "/staff/invoices/new", "/staff/invoices/papers.pdf", "/staff/invoices/slips.pdf",
        // For whom a service has sent back; where a book of information was published.
        "/openid/return", "/openid/enter", "/information-book/book.pdf",
    ]
    /// After this nobody acts any more.
    private static let final = "/me/account/erase"
    /// After these nobody is signed in.
    private static let leaving: Set<String> = ["/sign-out", "/sign-out/everywhere", "/second-factor", "/me/account/factor"]

    private struct Caller: Sendable {
        let name: String
        let role: Role?
        let isOfThisCentre: Bool
        let someone: Someone

        func mayOpen(_ audience: Audience) -> Bool {
            switch audience {
            case .public, .person: true
            default: role.map { AudienceStories.keys[audience, default: []].contains($0) && (isOfThisCentre || AudienceStories.everywhere.contains($0)) } ?? false
            }
        }
    }

    @Test func `every page answers each caller as its audience says`() async throws {
        let town = try await Town()
        let callers = try await Self.callers(town)
        for route in Self.doors(.get) {
            let path = Self.path(route)
            let visitor = try await town.newBrowser().send(.get, path)
            if route.audience == .public {
                #expect(([200, 303, 404] + (Self.sometimes.contains(route.path) ? [422] : [])).contains(visitor.status), "visitor, \(path): \(visitor.status)")
            } else {
                #expect(visitor.status == 303 && visitor.location?.contains("/sign-in") == true, "visitor, \(path): \(visitor.status)")
            }
            for caller in callers {
                let page = try await caller.someone.browser.send(.get, path)
                if caller.mayOpen(route.audience) {
                    let mayBeMissing = path.contains("/999999") || Self.sometimes.contains(route.path)
                    let expected = mayBeMissing ? [200, 303, 404, 422] : [200, 303]
                    #expect(expected.contains(page.status), "\(caller.name), \(path): \(page.status)")
                } else {
                    #expect(page.status == 404, "\(caller.name), \(path): \(page.status)")
                }
            }
        }
    }

    @Test func `every form refuses whom its audience does not name, and an empty one breaks nothing`() async throws {
        let town = try await Town()
        let callers = try await Self.callers(town)
        let forms = Self.doors(.post)
        for route in forms.filter({ $0.path != Self.final }) + forms.filter({ $0.path == Self.final }) {
            let path = Self.path(route)
            let visitor = try await town.newBrowser().send(.post, path, type: "application/x-www-form-urlencoded")
            #expect(visitor.status < 500, "visitor, \(path): \(visitor.status)")
            if route.audience != .public {
                let isSentToEnter = visitor.status == 303 && visitor.location?.contains("/sign-in") == true
                #expect(visitor.status == 403 || isSentToEnter, "visitor, \(path): \(visitor.status)")
            }
            for caller in callers {
                guard caller.mayOpen(route.audience) else {
                    let page = try await caller.someone.browser.send(.post, path, type: "application/x-www-form-urlencoded")
                    #expect(page.status == 404, "\(caller.name), \(path): \(page.status)")
                    continue
                }
                let token = ActToken.fresh(for: Token(text: caller.someone.browser.cookie("browser") ?? ""), town.app.installation.seal).text
                let page = try await caller.someone.browser.send(.post, path, body: Array("act=\(token)".utf8), type: "application/x-www-form-urlencoded")
                #expect([200, 303, 404, 409, 422, 429].contains(page.status), "\(caller.name), \(path): \(page.status)")
                if Self.leaving.contains(route.path) { try await caller.someone.enters(withFactor: true) }
            }
        }
    }

    @Test func `the centre's people first show their second factor`() async throws {
        let town = try await Town()
        let weak = try await Self.caller("coordinator without a factor", .coordinator, at: town.centre, isOfThisCentre: true, town, withFactor: false)
        for route in Routes(Rooms.all).all where route.method == .get && route.audience.isStaff && weak.mayOpen(route.audience) {
            let page = try await weak.someone.browser.send(.get, Self.path(route))
            #expect(page.status == 303 && page.location?.contains("/second-factor") == true, "\(route.path): \(page.status)")
        }
    }

    /// All doors of a kind. Who may enter is the same on both engines: on PostgreSQL a third of them is tried each day.
    private static func doors(_ method: Route.Method) -> [Route] {
        Routes(Rooms.all).all.filter { $0.method == method }.enumerated().filter { !Ground.usesPostgreSQL || DayShare.isDue($0.offset, of: 3) }.map(\.element)
    }

    /// An address of the door; what it names does not exist.
    private static func path(_ route: Route) -> String {
        "/sr" + route.path.split(separator: "/", omittingEmptySubsequences: false).map { $0.hasPrefix(":") ? "999999" : String($0) }.joined(separator: "/")
    }

    /// Somebody of each role at this centre, the same at another one, and somebody without any.
    private static func callers(_ town: Town) async throws -> [Caller] {
        let other = try await town.does { act in
            try CentreStore.found(
                name: "Регионални центар Подгоре", country: .serbia, zone: try #require(Zone("Europe/Belgrade")), language: .sr, currency: .rsd,
                email: "centar@podgore.example", host: "podgore.example", in: act)
        }
        var callers = [Caller(name: "person", role: nil, isOfThisCentre: true, someone: town.goran)]
        for role in Role.allCases {
            callers.append(try await caller("\(role)", role, at: town.centre, isOfThisCentre: true, town))
            callers.append(try await caller("\(role) elsewhere", role, at: other, isOfThisCentre: false, town))
        }
        return callers
    }

    private static func caller(_ name: String, _ role: Role, at centre: Centre.ID, isOfThisCentre: Bool, _ town: Town, withFactor: Bool = true) async throws -> Caller {
        let email = "\(role).\(centre)@role.example"
        let id = try await town.does { act in
            let id = try PersonStore.add(PersonName(given: "Лице", family: "\(role)"), email: email, verified: act.now, language: .sr, in: act)
            try PersonStore.grant(Grant(role, centre: role == .administrator ? nil : centre), to: id, in: act)
            return id
        }
        let someone = Someone(id: id, email: email, app: town.app, browser: town.newBrowser())
        try await someone.enters(withFactor: withFactor)
        return Caller(name: name, role: role, isOfThisCentre: isOfThisCentre, someone: someone)
    }
}
