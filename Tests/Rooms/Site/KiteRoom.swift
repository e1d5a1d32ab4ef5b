import Accounts
import Forms
import HTML
import Imports
import Kernel
import Languages
import Look
import Sheets
import Storage
import Web

/// The smallest room there can be: kites that people lend one another. It shows that a room needs nothing but itself: its rows, its words (here
/// borrowed), its line in the list of rooms.
enum KiteStore {
    static let migration = """
        CREATE TABLE kite (id {id}, name TEXT NOT NULL UNIQUE, owner {int} REFERENCES person (id));
        """

    static func kites(of owner: Person.ID, in act: Act) throws -> [String] {
        try act.db.rows("SELECT name FROM kite WHERE owner = \(owner) ORDER BY name").map { try $0["name"] }
    }

    static func add(_ name: String, in act: Act) throws {
        try act.db.run("INSERT INTO kite (name, owner) VALUES (\(name), \(act.by.person))")
    }

    static func ownerless(in act: Act) throws -> [String] {
        try act.db.rows("SELECT name FROM kite WHERE owner IS NULL ORDER BY name").map { try $0["name"] }
    }

    static func leave(_ owner: Person.ID, in act: Act) throws {
        try act.db.run("UPDATE kite SET owner = NULL WHERE owner = \(owner)")
    }
}

enum KitePages {
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let kites = try await visit.read { try KiteStore.kites(of: person, in: $0) }
        let reader = visit.reader
        return visit.page(Screen(reader.t(T.accounts.name)) {
            ul { ForEach(kites) { kite in li { kite } } }
            Look::Form(action: reader.link("/kites"), hidden: reader.hidden) { Field(reader.t(T.accounts.name), name: "name").text() }
        })
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let name = visit.typed["name"]
        return try await visit.act { act in
            try KiteStore.add(name, in: act)
            return Redirect(visit.link("/kites"), T.common.saved)
        }
    }
}

/// Kites from a file.
struct KiteImport: Importable {
    typealias Identified = KiteImport

    struct Entry: Hashable, Codable, Sendable { var name: String }

    static let kind = ImportKind("kites")
    static var name: Phrase { T.accounts.name }
    static let columns = [ImportColumn("name", T.accounts.name, isRequired: true)]
    static func admits(_ actor: Actor) -> Bool { actor.isStaff }

    private let known: [String: ID<KiteImport>]

    init(in act: Act) throws {
        known = try Dictionary(uniqueKeysWithValues: act.db.rows("SELECT id, name FROM kite").map { (try $0["name"], try $0["id"]) })
    }

    func key(of line: inout ImportLine) -> String? { line.cell("name").text.isEmpty ? nil : line.cell("name").text }
    func standing(_ key: String) -> (id: ID<KiteImport>, entry: Entry)? { known[key].map { ($0, Entry(name: key)) } }
    func entry(of line: inout ImportLine, over current: Entry?) -> Entry? { Entry(name: line.cell("name").text) }
    func title(of entry: Entry) -> String { entry.name }
    func values(of entry: Entry) -> [(column: String, value: Value)] { [("name", .text(entry.name))] }
    func add(_ entry: Entry, key: String, in act: Act) throws -> ID<KiteImport> { ID(try act.db.insert("INSERT INTO kite (name) VALUES (\(entry.name)) RETURNING id")) }
    func change(_ id: ID<KiteImport>, to entry: Entry, in act: Act) throws {}
    func remove(_ id: ID<KiteImport>, in act: Act) throws { try act.db.run("DELETE FROM kite WHERE id = \(id)") }
    func entry(_ id: ID<KiteImport>, in act: Act) throws -> Entry? { try act.db.value("SELECT name FROM kite WHERE id = \(id)").map { Entry(name: $0) } }
}

extension Room {
    static let kites = Room("kites") { room in
        room.get("/kites", .person, KitePages.list)
        room.post("/kites", .person, KitePages.add)
        room.menu(.staff, T.accounts.name, "/kites", at: 90)
        room.on(PersonErased.self) { try KiteStore.leave($0.person, in: $1) }
        room.answer(HeldAsked.self) { HeldData("kite", try KiteStore.kites(of: $0.person, in: $1).map { ["name": $0] }) }
        room.today { asked, act in
            TodayPart(lines: try KiteStore.ownerless(in: act).map { TodayPart.Line(.waiting, asked.today, Run($0), T.accounts.name, T.common.edit, path: "/kites") })
        }
        room.imports(KiteImport.self)
    }
}
