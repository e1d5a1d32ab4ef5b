import Documents
package import Forms
import Foundation
package import Kernel
import Languages

/// A file that is kept twice: as it came, apart, and as it may be shown, without anything that a camera or a program wrote into it.
package struct NewWork: Sendable {
    package let original: NewFile
    package let shown: NewFile
    /// Pixels along the longer side of what is shown; nothing for a document.
    package let side: Int
    /// How a picture looks; see ``PictureMill/mark(of:in:)``. Empty for a document.
    package let mark: String
    /// As it was called where it came from.
    package let name: String

    package var isPicture: Bool { shown.isPicture }
    /// Of its bytes as they came: the same twice is the same file.
    package var digest: String { original.digest }
    /// In bytes.
    package var size: Int { original.size }
}

extension FileIntake {
    /// A photo or a PDF of which two are kept.
    /// - Parameters:
    ///   - shown: what it is called where it is shown: a name that says nothing of whose it is.
    ///   - field: where faults are told.
    package func work(_ upload: Upload, name: String, shown: String, field: String, takes kinds: Set<StoredFile.Kind>) async throws -> NewWork {
        guard upload.size <= Self.most else { throw Problem.invalid(field, T.files.tooLarge(most: .number(Self.most >> 20))) }
        let tidy = FileName.tidy(name), isPicture = PictureMill.knows(upload.head), isPDF = upload.head.starts(with: "%PDF-".utf8)
        let ending = FileName.ending(of: tidy)
        // What is called a picture and is none, and the other way round.
        if isPDF, ending != "pdf" { throw Problem.invalid(field, T.files.kindLies(ending: .text(ending.uppercased()))) }
        if ending == "pdf", !isPDF { throw Problem.invalid(field, T.files.kindLies(ending: "PDF")) }
        if isPicture, kinds.contains(.picture) { return try await picture(upload, tidy, shown, field) }
        if isPDF, kinds.contains(.document) { return try await pages(upload, tidy, shown, field) }
        throw Problem.invalid(field, kinds.contains(.picture) ? T.files.noPicture : T.files.noKind(kinds: "PDF"))
    }

    private func picture(_ upload: Upload, _ name: String, _ shown: String, _ field: String) async throws -> NewWork {
        try await inWorkplace { workplace in
            let made: [PictureMill.Made], mark: UInt64, side: Int
            do {
                (made, side) = (try await PictureMill.sizes(of: upload.place, in: workplace), try await PictureMill.side(of: upload.place))
                guard let smallest = made.last else { throw PictureMillFault.damaged }
                mark = try await PictureMill.mark(of: smallest.place, in: workplace)
            } catch let fault as PictureMillFault { throw try Self.problem(fault, field) }
            let size = made.first.flatMap { try? FileManager.default.attributesOfItem(atPath: $0.place.path)[.size] as? Int } ?? 0
            let sizes = try made.map { StoredFile.Size(width: $0.width, height: $0.height, digest: try folder.keep($0.place)) }
            guard let largest = sizes.first else { throw Problem.invalid(field, T.files.damaged) }
            let digits = String(mark, radix: 16), type = switch upload.head.first {
            case 0xff: "image/jpeg"
            case 0x89: "image/png"
            default: "image/webp"
            }
            return NewWork(
                original: try original(upload, name, type),
                shown: NewFile(kind: .picture, type: PictureMill.type, name: "\(shown).jpg", digest: largest.digest, size: size, sizes: sizes, alt: ""),
                side: side, mark: String(repeating: "0", count: 16 - digits.count) + digits, name: name)
        }
    }

    private func pages(_ upload: Upload, _ name: String, _ shown: String, _ field: String) async throws -> NewWork {
        try await inWorkplace { workplace in
            let target = workplace.appending(path: "pages.pdf")
            do { try await PageMill.pages(of: upload.place, to: target) } catch let fault as PictureMillFault { throw try Self.problem(fault, field) }
            let size = try FileManager.default.attributesOfItem(atPath: target.path)[.size] as? Int ?? 0
            let digest = try folder.keep(target)
            return NewWork(
                original: try original(upload, name, DocumentKind.pdf.type),
                shown: NewFile(kind: .document, type: DocumentKind.pdf.type, name: "\(shown).pdf", digest: digest, size: size, sizes: [], alt: ""),
                side: 0, mark: "", name: name)
        }
    }

    private func original(_ upload: Upload, _ name: String, _ type: String) throws -> NewFile {
        try folder.keep(upload)
        return NewFile(kind: .document, type: type, name: name, digest: upload.digest, size: upload.size, sizes: [], alt: "")
    }

    private func inWorkplace<Made>(_ body: (URL) async throws -> Made) async throws -> Made {
        let workplace = folder.root.appending(path: ".incoming/\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: workplace, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: workplace) }
        return try await body(workplace)
    }
}

extension FileIntake {
    /// A drawing that the program itself made, kept twice like what people send.
    package func madeWork(_ drawing: [UInt8], _ name: String, shown: String, alt: String) throws -> NewWork {
        NewWork(original: try made(drawing, name, alt: alt), shown: try made(drawing, "\(shown).svg", alt: alt), side: 0, mark: "", name: name)
    }
}
