import Documents
package import Foundation
import Kernel
import Languages
import Queues
import Sheets

/// The files of a signed batch: one PDF with all, and a ZIP with each. They are set after the act, as a job, and can be set again: what is in the
/// folder is a convenience, not a record. The one PDF comes again byte for byte; so does the ZIP where nothing is signed electronically.
package struct CertificateFiles: Sendable {
    let folder: URL
    let press: CertificatePress

    /// After how many documents the page learns how far the work is.
    private static let stride = 20

    /// - Parameter folder: made when it is missing.
    package init(_ folder: URL, _ press: CertificatePress) {
        self.folder = folder
        self.press = press
    }

    package enum Kind: String, Sendable { case pdf, zip }

    func file(_ batch: CertificateBatch.ID, _ kind: Kind) -> URL { folder.appending(path: "batch-\(batch).\(kind.rawValue)") }

    /// The job `certificates.set`.
    @Sendable func work(_ job: Job, _ records: Records) async throws {
        let batch = try job.decoded(as: CertificateBatch.ID.self)
        do { try await set(batch, records) } catch let fault as UnprintedCertificate {
            // No font will draw the name at the next try either; any other fault may be gone by then.
            let words = CertificateFault(fault).text
            try await records.write(by: .system) { try BatchStore.failed(batch, words, in: $0) }
        } catch let fault as TypesetterFault {
            let words = CertificateFault(fault).text
            try await records.write(by: .system) { try BatchStore.failed(batch, words, in: $0) }
            throw fault
        } catch {
            let isFull = (error as? CocoaError)?.code == .fileWriteOutOfSpace || (error as? SheetProblem)?.what == .noRoom
            let words = isFull ? "room" : "file"
            try await records.write(by: .system) { try BatchStore.failed(batch, words, in: $0) }
            throw error
        }
    }

    private func set(_ batch: CertificateBatch.ID, _ records: Records) async throws {
        let files = FileManager.default
        let words = records.words
        let (title, certificates, pictures) = try await records.read(as: .system) { act in
            let certificates = try CertificateStore.certificates(of: batch, in: act).filter { $0.facts != nil }
            return (try BatchStore.title(of: batch, in: act), certificates, try CertificateStore.pictures(of: certificates, in: act))
        }
        guard !certificates.isEmpty else {
            for kind in [Kind.pdf, .zip] where files.fileExists(atPath: file(batch, kind).path) { try files.removeItem(at: file(batch, kind)) }
            return try await records.write(by: .system) { try BatchStore.ready(batch, in: $0) }
        }
        try files.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let zip = try ArchiveWriter(file(batch, .zip))
        for (place, certificate) in certificates.enumerated() {
            try zip.add(certificate.fileName, try await press.pdf(certificate, pictures: pictures, words: words))
            if (place + 1) % Self.stride == 0 { try await records.write(by: .system) { try BatchStore.progress(batch, place + 1, in: $0) } }
        }
        // Each file wholly or not at all, also when the disk is full.
        try zip.finish()
        let all = try await press.typesetter.set(CertificatePaper.job(certificates, title: title, pictures: pictures, words: words))
        try Data(all).write(to: file(batch, .pdf), options: .atomic)
        try await records.write(by: .system) { try BatchStore.ready(batch, in: $0) }
    }

    /// The file, from the folder or set anew: another copy of the program may have set it on its own machine.
    /// - Throws: `Problem.missing` when everything in it was erased.
    func bytes(_ batch: CertificateBatch.ID, _ kind: Kind, _ records: Records) async throws -> [UInt8] {
        let file = file(batch, kind)
        if !FileManager.default.fileExists(atPath: file.path) { try await set(batch, records) }
        guard FileManager.default.fileExists(atPath: file.path) else { throw Problem.missing }
        return Array(try Data(contentsOf: file))
    }
}

extension Certificate {
    /// What its PDF is called: the number, and the name in letters that every disk can hold.
    package var fileName: String {
        let kept = "\(label) \(name)".map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : $0 == "/" ? "-" : " " }
        return String(kept).split(separator: " ").joined(separator: " ") + (isDuplicate ? " (\(code.text.prefix(4)))" : "") + ".pdf"
    }
}

/// Why documents could not be set, as a row keeps it and a page tells it.
struct CertificateFault: Sendable {
    let text: String

    /// Three lines: texts on certificates have no line ends.
    init(_ fault: UnprintedCertificate) { text = "glyph \(fault.letters)\n\(fault.name)\n\(fault.text)" }

    init(_ fault: TypesetterFault) {
        text = switch fault {
        case .noRoom: "room"
        case .key: "key"
        default: "\(fault)"
        }
    }

    /// For the page of the batch.
    static func phrase(_ text: String) -> Phrase {
        if text.hasPrefix("glyph ") {
            let lines = text.dropFirst("glyph ".count).split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
            if lines.count == 3 { return UnprintedCertificate(letters: lines[0], name: lines[1], text: lines[2]).phrase }
        }
        return switch text {
        case "room": T.certificates.faultRoom
        case "key": T.certificates.faultKey
        default: T.certificates.faultOther
        }
    }
}
