import Forms
import Imports
import Kernel
import Languages
import Look
import Marc
import Sheets
import Web

/// Records of other libraries come in: they become a list, and go the way of every list, with a preview and a way back.
enum RecordPages {
    @Sendable static func form(_ visit: Visit) async throws -> Answer { visit.page(RecordViews(reader: visit.reader).form(visit.form())) }

    @Sendable static func upload(_ visit: Visit) async throws -> Answer {
        try await visit.submit {
            guard let (name, upload) = visit.typed.upload("file") else { throw Problem.invalid("file", T.common.fileNotChosen) }
            guard let reader = visit.records.exchange.all(MarcReader.self).first else { throw Problem.invalid("file", T.library.recordsUnread) }
            let bytes: [UInt8]
            do { bytes = try await list(upload, reader) } catch let problem as MarcProblem { throw Problem.invalid("file", phrase(problem)) }
            _ = try ImportFile.read(bytes)
            let sealed = try ImportDraftStore.seal(bytes, with: visit.seal)
            return try await visit.act { act in
                let draft = try ImportDraftStore.keep(sealed, TitleImport.kind, file: name, in: act)
                return Redirect(visit.link("/imports/drafts/\(draft)"))
            }
        } again: { RecordViews(reader: visit.reader).form($0) }
    }

    /// The rows of a file of records as a workbook under the names of the columns: written as they come, so that fifty thousand need no more memory than one.
    static func list(_ upload: Upload, _ reader: MarcReader) async throws -> [UInt8] {
        let names = TitleImport.columns.map(\.name).filter { !["centre", "copies", "condition", "note"].contains($0) }
        return try await reader.read(upload.place) { rows in
            let writer = try SheetWriter()
            try writer.begin("records", columns: names.map { Sheet.Column($0) })
            _ = try rows.each { row in
                // A record that cannot be read still has its line, which says so.
                let cells = names.map { name in row[name].map { Cell.text(WrittenText.lines($0)) } ?? (name == "title" && row["title"] == nil ? .text("?") : .empty) }
                try writer.add(cells)
            }
            return try writer.finish()
        }
    }

    private static func phrase(_ problem: MarcProblem) -> Phrase {
        switch problem {
        case .unknownKind: T.library.recordsUnknown
        case .tooMuch(let limit): T.library.recordsMany(most: .number(limit))
        case .damaged: T.library.recordsDamaged
        case .noReader: T.library.recordsUnread
        }
    }
}
