import Testing

/// How we write, as far as a machine can tell.
@Suite struct StyleRules {
    @Test func `no drawers`() {
        let endings = ["Manager", "Service", "Helper", "Helpers", "Util", "Utils", "Handler", "Impl", "Base", "DTO", "Common", "Misc"]
        let declaration = /\b(?:struct|class|enum|actor|protocol)\s+(\w+)/
        for file in SourceTree.sources + SourceTree.tests {
            for folder in file.folders { #expect(!["Core", "Extensions", "Common", "Misc", "Utils", "Helpers"].contains(folder), "\(file)") }
            for (line, text) in file.code where file.path.hasSuffix(".swift") {
                for match in text.matches(of: declaration) {
                    let drawer = endings.first { match.1.hasSuffix($0) }
                    #expect(drawer == nil, "\(file.path):\(line): \(match.1) ends in \(drawer ?? "")")
                }
            }
        }
    }

    @Test func `nothing ends the program and nothing is left for later`() {
        for file in SourceTree.sources {
            for pattern in [/\bfatalError\(/, /\btry!/, /\bas!/, /\bunsafeBitCast\b/] as [Regex<Substring>] {
                #expect(file.places(of: pattern).isEmpty, "\(file.places(of: pattern))")
            }
            #expect(file.text.firstMatch(of: /\/\/.*(?:TODO|FIXME)/) == nil, "\(file)")
        }
    }

    @Test func `only commands print`() {
        for file in SourceTree.sources where !file.path.hasPrefix("Sources/zbornica/") && !file.path.hasPrefix("Sources/generate/") {
            #expect(file.places(of: /(?:^|[^.\w])print\(/).isEmpty, "\(file)")
        }
    }

    @Test func `no file is longer than 500 lines`() {
        for file in SourceTree.sources + SourceTree.tests {
            let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
            #expect(lines <= 500, "\(file) has \(lines) lines")
        }
    }

    @Test func `no file knows the machine it was written on`() {
        let path = /["'= ]\/(?:home|root|work|Users|private|tmp)\//
        for file in SourceTree.sources + SourceTree.tests + SourceTree.fronts + SourceTree.migrations where file.stem != "StyleRules" {
            #expect(file.places(of: path).isEmpty, "\(file.places(of: path))")
        }
    }

    /// A page says nothing that a translator cannot find. Allowed are tables of letters, and invented people.
    @Test func `Cyrillic stands in the texts, not in the program`() {
        let allowed = ["Sources/Languages/", "Sources/Sheets/CSV/CodePages.swift", "Sources/Look/Styleguide/", "Sources/Site/Demo/"]
        for file in SourceTree.sources where !allowed.contains(where: file.path.hasPrefix) {
            let places = file.places(of: /[\u{400}-\u{4FF}]{4,}/)
            #expect(places.isEmpty, "\(places)")
        }
    }
}
