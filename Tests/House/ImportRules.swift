import Testing

/// The import list is the layer.
@Suite struct ImportRules {
    /// What a file of a room may never import, by the ending of its name. A page speaks no SQL, a store knows no page, a view is a function of
    /// finished values, and a plain file holds rules.
    private static let forbidden: [(ending: String, modules: Set<String>)] = [
        ("Store", ["Hummingbird", "HTML", "Look", "Mail"]),
        ("Pages", ["Storage"]),
        ("Views", ["Storage", "Hummingbird"]),
        ("Letters", ["Hummingbird", "Web"]),
        ("", ["Hummingbird", "HTML", "Look", "Mail"]),
    ]

    @Test func `a file of a room imports what its name allows`() {
        #expect(!SourceTree.rooms.isEmpty)
        for file in SourceTree.rooms {
            guard let rule = Self.forbidden.first(where: { file.stem.hasSuffix($0.ending) }) else { continue }
            let wrong = file.imports.intersection(rule.modules)
            #expect(wrong.isEmpty, "\(file): \(rule.ending.isEmpty ? "a file of rules" : rule.ending) may not import \(wrong.sorted())")
        }
    }

    @Test func `only Storage knows the engines`() {
        for file in SourceTree.sources where !file.path.hasPrefix("Sources/Storage/") {
            let wrong = file.imports.intersection(["GRDB", "CLibpq", "CSQLiteSetup", "SQLite3"])
            #expect(wrong.isEmpty, "\(file) imports \(wrong.sorted())")
        }
    }

    /// Each leaf with what else of ours it may import: a leaf knows nothing of the trade.
    private static let leaves: [String: Set<String>] = [
        "Storage": ["CLibpq", "CSQLiteSetup"], "HTML": [], "Languages": [], "Sheets": ["CXlsxWriter", "CZip", "CExpat"],
        "Mail": ["CCurl"], "Documents": ["CQrencode"], "Resources": [],
    ]

    @Test func `a leaf imports no floor`() {
        let ours: Set<String> = ["Site", "Seminars", "Offer", "People", "Proof", "Commons", "Office", "Web", "Look", "Kernel"]
        for file in SourceTree.sources {
            guard file.folders.count > 1, Self.leaves[file.folders[1]] != nil else { continue }
            #expect(file.imports.intersection(ours).isEmpty, "\(file) imports \(file.imports.intersection(ours).sorted())")
        }
    }

    /// A store is a type; its functions may stand in a file beside the noun they are about.
    @Test func `in a room only a store speaks SQL`() {
        let statement = /\b(?:SELECT (?:\*|\w|\()|INSERT INTO|DELETE FROM|UPDATE \w+ SET)/
        for file in SourceTree.rooms where file.text.firstMatch(of: /\b(?:enum|extension) \w+Store\b/) == nil {
            let places = file.places(of: statement)
            #expect(places.isEmpty, "SQL outside a store: \(places)")
        }
    }
}
