import Testing

/// How we write, as far as a machine can tell.
@Suite struct StyleRules {
    @Test func `these tests see the project`() {
        for files in [SourceTree.sources, SourceTree.rooms, SourceTree.tests, SourceTree.words, SourceTree.migrations, SourceTree.fronts] { #expect(!files.isEmpty) }
        for room in RoomOrder.ours.rooms {
            #expect(SourceTree.rooms.contains { $0.path.hasPrefix("Sources/\(room.floor)/\(room.name)/") }, "\(room.name) is empty")
        }
    }

    @Test func `no drawers`() {
        #expect(Self.drawers(in: SourceTree.sources + SourceTree.tests) == [])

        let wrong = Self.sample("package struct Mail\("Manager") {}", at: "Sources/Mail/Helpers/Mail.swift")
        #expect(Self.drawers(in: [wrong]) == ["\(wrong) lies in Helpers", "\(wrong):1: MailManager ends in Manager"])
    }

    private static func drawers(in files: [SourceTree.File]) -> [String] {
        let folders: Set = ["Core", "Extensions", "Common", "Misc", "Utils", "Helpers"]
        let endings = ["Manager", "Service", "Helper", "Helpers", "Util", "Utils", "Handler", "Impl", "Base", "DTO", "Common", "Misc"]
        let declaration = /\b(?:struct|class|enum|actor|protocol)\s+(\w+)/.plain
        return files.flatMap { file in
            let lying = file.folders.filter(folders.contains).map { "\(file) lies in \($0)" }
            guard file.path.hasSuffix(".swift") else { return lying }
            return lying + file.lines(with: ["struct", "class", "enum", "actor", "protocol"]).flatMap { line, text in
                text.matches(of: declaration).compactMap { match in
                    endings.first { match.1.hasSuffix($0) }.map { "\(file):\(line): \(match.1) ends in \($0)" }
                }
            }
        }
    }

    @Test func `nothing ends the program`() {
        #expect(Self.endings(in: SourceTree.sources) == [])

        for text in ["fatalError(\"no\")", "try! act()", "value as! Int", "unsafeBitCast(value, to: Int.self)"] {
            let wrong = Self.sample("// try! only in words\n\(text)")
            #expect(Self.endings(in: [wrong]) == ["\(wrong):2 may end the program"])
        }
    }

    private static func endings(in files: [SourceTree.File]) -> [String] {
        files.flatMap { $0.places(of: /\bfatalError\(|\btry!|\bas!|\bunsafeBitCast\b/, with: ["fatalError(", "try!", "as!", "unsafeBitCast"]) }
            .map { "\($0) may end the program" }
    }

    @Test func `nothing is left for later`() {
        #expect(Self.leftovers(in: SourceTree.sources) == [])

        let wrong = Self.sample("let price = 0 // TODO: ask")
        #expect(Self.leftovers(in: [wrong]) == ["\(wrong) leaves something for later"])
    }

    private static func leftovers(in files: [SourceTree.File]) -> [String] {
        files.filter { $0.text.holds(["TODO", "FIXME"]) && $0.text.firstMatch(of: /\/\/.*(?:TODO|FIXME)/.plain) != nil }.map { "\($0) leaves something for later" }
    }

    @Test func `only commands print`() {
        #expect(Self.prints(in: SourceTree.sources) == [])

        let (wrong, right) = (Self.sample("page.print()\nprint(page)"), Self.sample("print(page)", at: "Sources/zbornica/Check.swift"))
        #expect(Self.prints(in: [wrong, right]) == ["\(wrong):2 prints"])
    }

    private static func prints(in files: [SourceTree.File]) -> [String] {
        files.filter { !$0.path.hasPrefix("Sources/zbornica/") && !$0.path.hasPrefix("Sources/generate/") }
            .flatMap { $0.places(of: /(?:^|[^.\w])print\(/, with: ["print("]) }.map { "\($0) prints" }
    }

    @Test func `no file is longer than 500 lines`() {
        #expect(Self.tooLong(SourceTree.sources + SourceTree.tests) == [])

        let (wrong, right) = (Self.sample(String(repeating: "\n", count: 500)), Self.sample(String(repeating: "\n", count: 499)))
        #expect(Self.tooLong([wrong, right]) == ["\(wrong) has 501 lines"])
    }

    private static func tooLong(_ files: [SourceTree.File]) -> [String] {
        files.map { ($0, $0.text.split(separator: "\n", omittingEmptySubsequences: false).count) }.filter { $0.1 > 500 }.map { "\($0.0) has \($0.1) lines" }
    }

    @Test func `no file knows the machine it was written on`() {
        let files = SourceTree.sources + SourceTree.tests + SourceTree.fronts + SourceTree.migrations
        #expect(Self.machines(in: files) == [])

        let folder = "/" + "home"
        let wrong = Self.sample("let place = \"\(folder)/ana\"")
        #expect(Self.machines(in: [wrong]) == ["\(wrong):1 names a folder of one machine"])
    }

    private static func machines(in files: [SourceTree.File]) -> [String] {
        let folders = ["home", "root", "work", "Users", "private", "tmp"].map { "/\($0)/" }
        return files.flatMap { $0.places(of: /["'= ]\/(?:home|root|work|Users|private|tmp)\//, with: folders) }.map { "\($0) names a folder of one machine" }
    }

    /// Where Cyrillic may stand: tables of letters, and invented people.
    private static let written: Set<String> = ["Sources/Languages/", "Sources/Sheets/CSV/CodePages.swift", "Sources/Sheets/CSV/CodePageGuess.swift", "Sources/Demo/"]

    /// A page says nothing that a translator cannot find.
    @Test func `Cyrillic stands in the texts, not in the program`() {
        #expect(Self.cyrillic(in: SourceTree.sources, except: Self.written) == [])

        let wrong = Self.sample("p { \"Здраво\" }")
        #expect(Self.cyrillic(in: [wrong]) == ["\(wrong):1 speaks Serbian"])
        #expect(Self.cyrillic(in: [Self.sample("p {}")], except: ["Sources/Look/"]) == ["Sources/Look/ has no Cyrillic: take it out of the list"])
    }

    private static func cyrillic(in files: [SourceTree.File], except allowed: Set<String> = []) -> [String] {
        let word = /[\u{400}-\u{4FF}]{4,}/.plain
        var unneeded = allowed
        var faults: [String] = []
        for file in files {
            // Its letters are two bytes, of which the first is one of these.
            let lines = file.lines { $0.utf8.contains { 0xD0...0xD3 ~= $0 } }
            let places = lines.filter { $0.text.firstMatch(of: word) != nil }.map { "\(file):\($0.line)" }
            if let home = allowed.first(where: file.path.hasPrefix) {
                if !places.isEmpty { unneeded.remove(home) }
            } else {
                faults += places.map { "\($0) speaks Serbian" }
            }
        }
        return faults + unneeded.sorted().map { "\($0) has no Cyrillic: take it out of the list" }
    }

    private static func sample(_ text: String, at path: String = "Sources/Web/Gate.swift") -> SourceTree.File {
        SourceTree.File(path: path, text: text)
    }
}
