import Testing

/// The import list is the layer.
@Suite struct ImportRules {
    // MARK: Files of a room

    /// What a file of a room may never import, by the ending of its name: a store knows no page, a page speaks no SQL, a view is a function of finished
    /// values, a letter is not sent by a visit.
    private static let forbidden: [(ending: String, modules: Set<String>)] = [
        ("Store", ["HTML", "Look", "Web"]), ("Pages", ["Storage"]), ("Views", ["Storage", "Web"]),
        ("View", ["Storage", "Web"]), ("Letters", ["Storage", "Web"]),
    ]

    /// Files that may break this rule. The list is exact.
    private static let exempt: Set<String> = [
        // A new password, a new factor and an erasure end the sessions of a person, which Web keeps.
        "AccountStore", "ErasureStore", "SecondFactorStore",
    ]

    @Test func `a file of a room imports what its name allows`() {
        #expect(Self.namesBroken(in: SourceTree.rooms, except: Self.exempt) == [])

        let wrong = Self.sample("CakeStore", "import Kernel\npackage import Web")
        #expect(Self.namesBroken(in: [wrong]) == ["\(wrong): a Store may not import Web"])
        #expect(Self.namesBroken(in: [wrong], except: ["CakeStore"]) == [])
        let mended = Self.sample("CakeStore", "import Kernel\nimport Storage")
        #expect(Self.namesBroken(in: [mended], except: ["CakeStore"]) == ["CakeStore keeps the rule: take it out of the list"])
    }

    private static func namesBroken(in files: [SourceTree.File], except known: Set<String> = []) -> [String] {
        var faults: [String] = []
        var mended = known
        for file in files {
            for rule in forbidden where file.stem.hasSuffix(rule.ending) {
                for module in file.imports.intersection(rule.modules).sorted() {
                    mended.remove(file.stem)
                    if !known.contains(file.stem) { faults.append("\(file): a \(rule.ending) may not import \(module)") }
                }
            }
        }
        return faults + mended.sorted().map { "\($0) keeps the rule: take it out of the list" }
    }

    @Test func `no room knows the server`() {
        #expect(Self.serverKnown(in: SourceTree.rooms) == [])

        let wrong = Self.sample("CakePages", "import Hummingbird")
        #expect(Self.serverKnown(in: [wrong]) == ["\(wrong) imports Hummingbird; Web stands between"])
    }

    private static func serverKnown(in files: [SourceTree.File]) -> [String] {
        files.filter { $0.imports.contains("Hummingbird") }.map { "\($0) imports Hummingbird; Web stands between" }
    }

    @Test func `rows never meet pages in one file`() {
        #expect(Self.rowsWithPages(in: SourceTree.rooms) == [])

        let wrong = Self.sample("Cake", "import Look\nimport Storage")
        #expect(Self.rowsWithPages(in: [wrong]) == ["\(wrong) imports Storage and Look"])
    }

    private static func rowsWithPages(in files: [SourceTree.File]) -> [String] {
        files.compactMap { file in
            let shows = file.imports.intersection(["HTML", "Look"]).sorted()
            return shows.isEmpty || !file.imports.contains("Storage") ? nil : "\(file) imports Storage and \(shows.joined(separator: ", "))"
        }
    }

    /// A store is a type; its functions may stand in a file beside the noun they are about.
    @Test func `in a room only a store speaks SQL`() {
        #expect(Self.speech(in: SourceTree.rooms) == [])

        let statement = "try act.db.rows(\"SELECT * FROM cake\")"
        let wrong = Self.sample("Cake", "struct Cake {}\n\(statement)")
        #expect(Self.speech(in: [wrong]) == ["\(wrong):2 speaks SQL outside a store"])
        #expect(Self.speech(in: [Self.sample("Cake", "extension CakeStore {}\n\(statement)"), Self.sample("CakeStore", statement)]) == [])
    }

    private static func speech(in files: [SourceTree.File]) -> [String] {
        let statement = /\b(?:SELECT (?:\*|\w|\()|INSERT INTO|DELETE FROM|UPDATE \w+ SET)/
        let store = /\b(?:enum|extension) \w+Store\b/.plain
        return files.filter { !$0.stem.hasSuffix("Store") }.flatMap { file in
            let places = file.places(of: statement, with: ["SELECT", "INSERT INTO", "DELETE FROM", "UPDATE"])
            return places.isEmpty || file.text.firstMatch(of: store) != nil ? [] : places.map { "\($0) speaks SQL outside a store" }
        }
    }

    private static func sample(_ stem: String, _ text: String) -> SourceTree.File {
        SourceTree.File(path: "Sources/Street/Bakery/\(stem).swift", text: text)
    }

    // MARK: Below the rooms

    @Test func `only Storage knows the engines`() {
        #expect(Self.enginesKnown(in: SourceTree.sources) == [])

        let wrong = SourceTree.File(path: "Sources/Kernel/Act.swift", text: "#if SQLite\n    @preconcurrency import GRDB\n#endif")
        let right = SourceTree.File(path: "Sources/Storage/SQLite.swift", text: "import GRDB")
        #expect(Self.enginesKnown(in: [wrong, right]) == ["\(wrong) imports GRDB; Storage stands between"])
    }

    private static func enginesKnown(in files: [SourceTree.File]) -> [String] {
        files.filter { !$0.path.hasPrefix("Sources/Storage/") }.flatMap { file in
            file.imports.intersection(["GRDB", "CLibpq", "CSQLiteSetup", "SQLite3"]).sorted().map { "\(file) imports \($0); Storage stands between" }
        }
    }

    /// Each leaf with all that it imports of ours: a leaf knows nothing of the trade. The line to a program in Python serves two of them.
    private static let leaves: [String: Set<String>] = [
        "Storage": ["CLibpq", "CSQLiteSetup"], "HTML": [], "Languages": [], "Sheets": ["Python", "CXlsxWriter", "CZip", "CExpat"], "Python": [],
        "Mail": ["CCurl"], "Documents": ["Python", "CQRencode", "CExpat"], "Resources": [], "Markdown": ["CCommonMark"],
    ]

    @Test func `a leaf imports its own C libraries and nothing else of ours`() {
        #expect(Self.leavesBroken(Self.leaves, in: SourceTree.sources, of: RoomOrder.ours) == [])

        let order = RoomOrder(package: SourceTree.File(path: "Package.swift", text: """
            .target(name: "Oven"),
            .systemLibrary(name: "CFlour"),
            .target(name: "Kernel"),
            """))
        let wrong = SourceTree.File(path: "Sources/Oven/Oven.swift", text: "import Foundation\nimport Kernel")
        #expect(Self.leavesBroken(["Oven": []], in: [wrong], of: order) == ["\(wrong) imports Kernel, which a leaf does not know"])
        #expect(Self.leavesBroken(["Oven": ["CFlour", "Kernel"]], in: [wrong], of: order) == ["Oven imports no CFlour: take it out of the list"])
    }

    private static func leavesBroken(_ leaves: [String: Set<String>], in files: [SourceTree.File], of order: RoomOrder) -> [String] {
        leaves.sorted { $0.key < $1.key }.flatMap { leaf, allowed in
            let own = files.filter { $0.path.hasPrefix("Sources/\(leaf)/") }
            let wrong = own.flatMap { file in
                file.imports.intersection(order.targets).subtracting(allowed).sorted().map { "\(file) imports \($0), which a leaf does not know" }
            }
            return wrong + allowed.subtracting(own.flatMap(\.imports)).sorted().map { "\(leaf) imports no \($0): take it out of the list" }
        }
    }
}
