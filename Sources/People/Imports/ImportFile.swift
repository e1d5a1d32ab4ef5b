package import Kernel
package import Languages
package import Sheets

/// Reads what was uploaded, or says in the reader's words why it cannot be read.
package enum ImportFile {
    /// So many bytes a list may have.
    package static let most = 10 << 20

    /// - Throws: `Problem` at `file`.
    package static func read(_ bytes: [UInt8]) throws -> SheetFile {
        let file: SheetFile
        do { file = try SheetFile(reading: bytes) } catch { throw Problem.invalid("file", phrase(error)) }
        // Nothing here would run it; but a file with a program in it is not passed from hand to hand as a list.
        if case .workbook(hasMacros: true) = file.form { throw Problem.invalid("file", T.imports.fileMacros) }
        return file
    }

    /// The same file, or what the reader of old workbooks makes of one, which tells nothing of rows that are hidden.
    /// - Parameter oldExcel: nil where no such reader is.
    package static func usual(_ bytes: [UInt8], _ oldExcel: OldExcel?) async throws -> (bytes: [UInt8], isOld: Bool) {
        do {
            _ = try SheetFile(reading: bytes)
            return (bytes, false)
        } catch {
            guard error.what == .oldExcel else { throw Problem.invalid("file", phrase(error)) }
            guard let oldExcel else { throw Problem.invalid("file", T.imports.fileOldExcel) }
            do {
                return (try await oldExcel.workbook(of: bytes), true)
            } catch {
                throw Problem.invalid("file", phrase(error))
            }
        }
    }

    package static func phrase(_ problem: SheetProblem) -> Phrase {
        let line = problem.line ?? 1
        return switch problem.what {
        case .empty: T.imports.fileEmpty
        case .unknownKind: T.imports.fileUnknown
        case .oldExcel, .noReader: T.imports.fileOldExcel
        case .webPage: T.imports.fileWebPage
        case .spreadsheetXML: T.imports.fileSpreadsheetXML
        case .locked: T.imports.fileLocked
        case .tooMuch: T.imports.fileTooMuch
        case .openQuote, .afterQuote: T.imports.fileQuote(line: .number(line))
        case .ragged(let cells, let header): T.imports.fileRagged(line: .number(line), cells: .number(cells), header: .number(header))
        default: T.imports.fileDamaged
        }
    }
}

extension Act {
    /// A word in all languages of the site: a file that was written by one page is read by any other.
    package func spellings(of phrase: Phrase) -> [String] {
        Language.allCases.map { words.texts($0, in: .utc)(phrase) }
    }
}
