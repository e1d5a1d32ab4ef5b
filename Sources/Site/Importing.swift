import Accounts
import Catalogue
import Centres
import Imports
package import Kernel
import Languages
package import Operation
package import Storage

/// An import without a page: what the command line asks for and prints.
package struct Importing {
    /// A line for each row that is refused or looks wrong, then one line of counts.
    package let lines: [String]

    /// - Throws: `Fault` when there is no such kind, or the file cannot be read.
    package init(_ word: String, file: String, bytes: [UInt8], isTrial: Bool, records: Records) async throws {
        guard let kind = records.exchange.importKinds.first(where: { $0.kind == ImportKind(word) }) else { throw Fault(description: "no import of \(word)") }
        let t = records.words.texts(.en, in: .utc)
        do {
            let table = try ImportFile.read(bytes)
            let preview = isTrial
                ? try await records.read(as: .system) { try ImportStore.preview(kind, table, in: $0) }
                : try await records.write(by: .system) { try ImportStore.apply(kind, table, file: file, centre: nil, in: $0).preview }
            lines = preview.steps.flatMap { Self.lines($0, t) } + [Self.last(preview.counts)]
        } catch let problem as Problem {
            throw Fault(description: problem.faults.map { t($0.phrase) }.joined(separator: "\n"))
        }
    }

    package struct Fault: Error, CustomStringConvertible {
        package let description: String
    }

    private static func lines(_ step: ImportStep, _ t: Texts) -> [String] {
        let faults = step.faults.map { fault in "refused: " + (fault.column.map { "\(t($0)): " } ?? "") + t(fault.phrase) }
        return (faults + step.doubts.map { "look at: " + t($0) }).map { "line \(step.line): \(step.title): \($0)" }
    }

    private static func last(_ counts: ImportCounts) -> String {
        "added \(counts.added), changed \(counts.changed), unchanged \(counts.unchanged), refused \(counts.refused)"
    }
}

extension App {
    /// The records alone, for commands that serve no pages.
    package static func records(_ database: any Database, _ carried: Carried, address: String) -> Records {
        Records(database: database, words: carried.words, address: address, exchange: Rooms.exchange)
    }
}
