import Accounts
import Catalogue
import Centres
import Foundation
import Imports
package import Kernel
package import Languages
package import Operation
package import Sheets
package import Storage

/// An import without a page: what the command line asks for and prints.
package struct Importing {
    /// How the file was read; a line for each row that is refused or looks wrong; one line of counts.
    package let lines: [String]

    /// What somebody says of a file beside it.
    package struct Saying: Sendable {
        /// `Назив=name`.
        package var map: [String] = []
        package var header: Int?
        /// By its name or its number.
        package var tab: String?

        package init(map: [String] = [], header: Int? = nil, tab: String? = nil) { (self.map, self.header, self.tab) = (map, header, tab) }
    }

    /// - Parameter language: of the lines.
    /// - Throws: a problem when there is no such kind, or the file cannot be read.
    package init(
        _ word: String, file: String, bytes: [UInt8], saying: Saying = Saying(), isTrial: Bool, records: Records, oldExcel: OldExcel? = nil, language: Language = .en
    ) async throws {
        guard let kind = records.exchange.importKinds.first(where: { $0.kind == ImportKind(word) }) else { throw Problem.conflict(T.site.importNone(kind: .text(word))) }
        let t = records.words.texts(language, in: .utc)
        let (usual, isOld) = try await ImportFile.usual(bytes, oldExcel)
        let sheets = try ImportFile.read(usual)
        let list = try await records.read(as: .system) { act in
            ImportedList(sheets, try saying.reading(of: sheets, with: ImportProposal(kind, in: act), kind.columns), isOld: isOld)
        }
        let preview = isTrial
            ? try await records.read(as: .system) { try ImportStore.preview(kind, list, in: $0) }
            : try await records.write(by: .system) { try ImportStore.apply(kind, list, file: file, centre: nil, in: $0).preview }
        let found = Self.found(list, kind.columns, isAsked: isTrial || !saying.isEmpty) + preview.notes.map { T.site.importFound(what: .phrase($0)) }
        lines = (found + preview.steps.flatMap(Self.lines) + [Self.last(preview.counts)]).map { t($0) }
    }

    /// What each column was taken for: all of them when somebody looks before the import, else those that were guessed.
    private static func found(_ list: ImportedList, _ columns: [ImportColumn], isAsked: Bool) -> [Phrase] {
        guard isAsked || !list.isClear(for: columns) else { return [] }
        return list.reading.columns.map { column in
            let head = Value.text(column.name)
            guard let known = columns.first(where: { $0.name == column.meaning }) else {
                return T.site.importFoundNothing(head: head, reason: .phrase(column.told))
            }
            return T.site.importFoundColumn(head: head, column: .phrase(known.label), name: .text(known.name), reason: .phrase(column.told))
        }
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

extension Importing.Saying {
    fileprivate var isEmpty: Bool { map.isEmpty && header == nil && tab == nil }

    /// What is proposed, with what was said in its place.
    fileprivate func reading(of file: SheetFile, with proposal: ImportProposal, _ columns: [ImportColumn]) throws -> ImportReading {
        let place = ImportSaying(tab: try tab(of: file), header: header)
        var reading = proposal.reading(of: file, saying: place)
        let known = Value.text(columns.map(\.name).joined(separator: ", "))
        for said in map {
            guard let mark = said.lastIndex(of: "=") else { throw Problem.conflict(T.site.importMapShape(text: .text(said))) }
            let head = String(said[..<mark]), meaning = String(said[said.index(after: mark)...]).trimmingCharacters(in: .whitespaces)
            guard meaning.isEmpty || columns.contains(where: { $0.name == meaning }) else {
                throw Problem.conflict(T.site.importNoMeaning(meaning: .text(meaning), known: known))
            }
            guard reading.say(meaning, ofColumn: head) else {
                let found = reading.columns.map(\.name).joined(separator: ", ")
                throw Problem.conflict(T.site.importNoColumn(head: .text(head), found: .text(found)))
            }
        }
        return reading
    }

    private func tab(of file: SheetFile) throws -> Int? {
        guard let tab else { return nil }
        if let named = file.tab(tab) { return named }
        if let number = Int(typed: tab, in: 1...max(1, file.tabs.count)) { return number - 1 }
        let found = file.tabs.map(\.name).joined(separator: ", ")
        throw Problem.conflict(T.site.importNoTab(tab: .text(tab), found: .text(found)))
    }
}

extension App {
    /// The records alone, for commands that serve no pages.
    package static func records(_ database: any Database, _ carried: Carried, address: String) -> Records {
        Records(database: database, words: carried.words, address: address, exchange: Rooms.exchange)
    }
}
