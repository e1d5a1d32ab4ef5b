import Testing

/// The import list is the layer.
@Suite struct ImportRules {
    /// What a file of a room may never import, by the ending of its name: a store knows no page, a page speaks no SQL, a letter is not sent by a visit.
    private static let forbidden: [(ending: String, modules: Set<String>)] = [
        ("Store", ["HTML", "Look"]), ("Pages", ["Storage"]), ("Views", ["Storage"]), ("Letters", ["Storage"]),
    ]

    @Test func `a file of a room imports what its name allows`() {
        #expect(!SourceTree.rooms.isEmpty)
        for file in SourceTree.rooms {
            for rule in Self.forbidden where file.stem.hasSuffix(rule.ending) {
                let wrong = file.imports.intersection(rule.modules)
                #expect(wrong.isEmpty, "\(file): a file of \(rule.ending) may not import \(wrong.sorted())")
            }
        }
    }

    @Test func `no room knows the server, and rows never meet pages in one file`() {
        for file in SourceTree.rooms {
            #expect(!file.imports.contains("Hummingbird"), "\(file) imports Hummingbird; Web stands between")
            let shows = file.imports.intersection(["HTML", "Look"])
            #expect(shows.isEmpty || !file.imports.contains("Storage"), "\(file) imports Storage and \(shows.sorted())")
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
        for file in SourceTree.rooms 
        where !file.stem.hasSuffix("Store") && file.text.firstMatch(of: /\b(?:enum|extension) \w+Store\b/) == nil {
            let places = file.places(of: statement)
            #expect(places.isEmpty, "SQL outside a store: \(places)")
        }
    }
}
