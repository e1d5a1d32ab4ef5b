import Accounts
import Catalogue
import Centres
import Imports
package import Kernel
package import Languages
package import Operation
package import Storage

/// An import without a page: what the command line asks for and prints.
package struct Importing {
    /// A line for each row that is refused or looks wrong, then one line of counts.
    package let lines: [String]

    /// - Parameter language: of the lines.
    /// - Throws: a problem when there is no such kind, or the file cannot be read.
    package init(_ word: String, file: String, bytes: [UInt8], isTrial: Bool, records: Records, language: Language = .en) async throws {
        guard let kind = records.exchange.importKinds.first(where: { $0.kind == ImportKind(word) }) else { throw Problem.conflict(T.site.importNone(kind: .text(word))) }
        let t = records.words.texts(language, in: .utc)
        let table = try ImportFile.read(bytes)
        let preview = isTrial
            ? try await records.read(as: .system) { try ImportStore.preview(kind, table, in: $0) }
            : try await records.write(by: .system) { try ImportStore.apply(kind, table, file: file, centre: nil, in: $0).preview }
        lines = (preview.steps.flatMap(Self.lines) + [Self.last(preview.counts)]).map { t($0) }
    }

    private static func lines(_ step: ImportStep) -> [Phrase] {
        let faults = step.faults.map { fault in
            fault.column.map { T.site.importRefusedAt(column: .phrase($0), why: .phrase(fault.phrase)) } ?? T.site.importRefused(why: .phrase(fault.phrase))
        }
        return (faults + step.doubts.map { T.site.importDoubt(why: .phrase($0)) }).map {
            T.site.importLine(line: "\(step.line)", title: .text(step.title), what: .phrase($0))
        }
    }

    private static func last(_ counts: ImportCounts) -> Phrase {
        T.site.importCounts(
            added: "\(counts.added)", changed: "\(counts.changed)", unchanged: "\(counts.unchanged)", refused: "\(counts.refused)")
    }
}

extension App {
    /// The records alone, for commands that serve no pages.
    package static func records(_ database: any Database, _ carried: Carried, address: String) -> Records {
        Records(database: database, words: carried.words, address: address, exchange: Rooms.exchange)
    }
}
