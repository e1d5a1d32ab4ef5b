import Foundation
import Testing

/// A room writes its own tables only, and reads its own and those of the rooms below.
@Suite struct TableRules {
    /// The rooms from the bottom up, with the tables that are theirs.
    private static let order: [(room: String, tables: Set<String>)] = [
        ("Storage", ["migration", "search_entry", "search_index"]),
        ("Kernel", ["setting", "journal", "journal_detail", "job", "letter", "letter_file", "content_version"]),
        ("Web", ["web_session", "act_token", "kept_form", "attempt"]),
        ("People/Imports", ["import", "import_row", "import_draft"]),
        ("People/Centres", ["municipality", "centre", "centre_territory", "hall", "school", "picture", "centre_logo"]),
        ("People/Accounts", ["person", "former_name", "employment", "role", "sign_in_link", "second_factor", "recovery_code"]),
        ("People/Schools", ["institution_proposal"]),
        ("Offer/Catalogue", ["accreditor", "cycle", "cycle_code", "programme", "programme_person"]),
        ("Seminars/Events", ["event", "event_text", "event_session", "event_trainer"]),
        ("Seminars/Registration", ["registration"]),
        ("Seminars/Delivery", ["completion_rule", "attendance", "attendance_key", "event_report", "event_letter"]),
        ("Proof/Certificates", ["register", "register_entry", "signing_key", "deputy", "certificate_batch", "certificate", "certificate_retention"]),
    ]

    /// Pairs of rooms on one floor that may read one another, each with the reason.
    private static let neighbours: [(reader: String, read: String, because: String)] = [
        ("Seminars/Events", "Seminars/Registration", "an event knows how many seats are taken"),
        ("Storage", "Kernel", "a backup copies every table"),
    ]

    private static let owners: [String: Int] = Dictionary(
        order.enumerated().flatMap { index, entry in entry.tables.map { ($0, index) } }, uniquingKeysWith: { first, _ in first })

    @Test func `every table has one owner`() throws {
        let made = SourceTree.migrations.flatMap { $0.text.matches(of: /CREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?(\w+)/).map { String($0.1) } }
        #expect(!made.isEmpty)
        for table in made { #expect(Self.owners[table] != nil, "\(table) belongs to no room: add it to the table in TableRules.swift") }
    }

    @Test func `a room writes only its own tables`() {
        for file in SourceTree.sources {
            guard let room = Self.room(of: file) else { continue }
            for table in Self.tables(in: file, /(?:INSERT INTO|DELETE FROM) (\w+)|\bUPDATE (\w+)\s+SET\b/) {
                guard let owner = Self.owners[table] else { continue }
                #expect(owner == room.index, "\(file) writes \(table), which belongs to \(Self.order[owner].room)")
            }
        }
    }

    @Test func `a room reads only what is its own or lies below`() {
        for file in SourceTree.sources {
            guard let room = Self.room(of: file) else { continue }
            for table in Self.tables(in: file, /\b(?:FROM|JOIN) (\w+)|(\w+)\.\* FROM/) {
                guard let owner = Self.owners[table], owner > room.index else { continue }
                let isAllowed = Self.neighbours.contains { $0.reader == Self.order[room.index].room && $0.read == Self.order[owner].room }
                #expect(isAllowed, "\(file) reads \(table), which belongs to \(Self.order[owner].room), above it")
            }
        }
    }

    @Test func `the pages of the whole house write nothing`() {
        for file in SourceTree.sources where file.path.hasPrefix("Sources/Site/") {
            let places = file.places(of: /(?:INSERT INTO|DELETE FROM) \w+|\bUPDATE \w+\s+SET\b/)
            #expect(places.isEmpty, "Site writes: \(places)")
        }
    }

    @Test func `people's text is never searched with LIKE`() {
        for file in SourceTree.sources where !file.path.hasPrefix("Sources/Storage/") {
            let places = file.places(of: /\bI?LIKE\b/)
            #expect(places.isEmpty, "\(places)")
        }
    }

    /// The room that a file belongs to; Site reads everything and has none.
    private static func room(of file: SourceTree.File) -> (index: Int, name: String)? {
        let place = file.folders.dropFirst().joined(separator: "/")
        return order.enumerated().first { place == $0.element.room || place.hasPrefix($0.element.room + "/") }.map { ($0.offset, $0.element.room) }
    }

    private static func tables(in file: SourceTree.File, _ pattern: Regex<(Substring, Substring?, Substring?)>) -> Set<String> {
        Set(file.program.matches(of: pattern).compactMap { ($0.1 ?? $0.2).map(String.init) })
    }

    private static func tables(in file: SourceTree.File, _ pattern: Regex<(Substring, Substring, Substring)>) -> Set<String> {
        Set(file.program.matches(of: pattern).map { String($0.1) })
    }
}
