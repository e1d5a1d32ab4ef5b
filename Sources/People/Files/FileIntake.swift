import Centres
import Documents
package import Forms
import Foundation
package import Kernel
import Languages
package import Web

/// Looks at what somebody chose and puts it into its place, before the act that names it. Faults are told at the field.
package struct FileIntake: Sendable {
    /// How large one file may be, in bytes.
    package static let most = 40 << 20

    let folder: FileFolder
    /// What a form carries that came back once.
    private let held: @Sendable (Typed, String) -> HeldFile?

    package init(_ folder: FileFolder) {
        self.folder = folder
        held = { _, _ in nil }
    }

    /// For what comes with a visit: chosen now, or held since the form came back.
    package init(_ visit: Visit) {
        folder = FileFolder(visit.files)
        held = { HeldFile($0, $1, visit) }
    }

    /// - Parameter alt: what is in the picture, where that is known without asking, as of the scan of a paper.
    /// - Returns: nil when no file was chosen and none must be.
    package func file(_ typed: Typed, _ field: String, _ kinds: Set<StoredFile.Kind>, alt known: String? = nil, isRequired: Bool = true) async throws -> NewFile? {
        guard let (name, upload) = try chosen(typed, field) else {
            guard !isRequired else { throw Problem.invalid(field, T.common.fileNotChosen) }
            return nil
        }
        guard upload.size <= Self.most else { throw Problem.invalid(field, T.files.tooLarge(most: .number(Self.most >> 20))) }
        let tidy = FileName.tidy(name)
        if kinds.contains(.document), let kind = DocumentKind(name: name, head: upload.head) { return try document(kind, tidy, upload) }
        guard kinds.contains(.picture) else { throw Problem.invalid(field, Self.refusal(of: name, kinds)) }
        let isPhoto = PictureMill.knows(upload.head)
        guard isPhoto || upload.head.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "<") else { throw Problem.invalid(field, Self.refusal(of: name, kinds)) }
        let alt = known ?? typed["alt"]
        var faults = Faults()
        faults.require(!alt.isEmpty, "alt", T.files.altMissing)
        faults.limit(alt, "alt")
        try faults.check()
        return isPhoto ? try await photo(tidy, alt, upload, field) : try drawing(tidy, alt, upload, field)
    }

    private func chosen(_ typed: Typed, _ field: String) throws -> (name: String, upload: Upload)? {
        if let chosen = typed.upload(field) { return chosen }
        guard let held = held(typed, field) else { return nil }
        guard let upload = try held.upload(from: folder) else { throw Problem.invalid(field, T.files.heldGone) }
        return (held.name, upload)
    }

    /// A document or a drawing that the program itself made, by the same rules.
    package func made(_ bytes: [UInt8], _ name: String, alt: String = "") throws -> NewFile {
        let incoming = folder.root.appending(path: ".incoming")
        try FileManager.default.createDirectory(at: incoming, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let draft = incoming.appending(path: UUID().uuidString)
        try Data(bytes).write(to: draft)
        let upload = Upload(at: draft, size: bytes.count, digest: try FileFolder.digest(of: draft), head: Array(bytes.prefix(Upload.headSize)))
        if let kind = DocumentKind(name: name, head: upload.head) { return try document(kind, name, upload) }
        return try drawing(name, alt, upload, "file")
    }

    /// A file whose name promises another kind than it is, or one that is not taken.
    private static func refusal(of name: String, _ kinds: Set<StoredFile.Kind>) -> Phrase {
        let ending = FileName.ending(of: name)
        if kinds.contains(.document), DocumentKind(rawValue: ending) != nil { return T.files.kindLies(ending: .text(ending.uppercased())) }
        return kinds == [.picture] ? T.files.noPicture : T.files.noKind(kinds: .text(DocumentKind.shown))
    }

    private func document(_ kind: DocumentKind, _ name: String, _ upload: Upload) throws -> NewFile {
        try folder.keep(upload)
        return NewFile(kind: .document, type: kind.type, name: name, digest: upload.digest, size: upload.size, sizes: [], alt: "")
    }

    private func photo(_ name: String, _ alt: String, _ upload: Upload, _ field: String) async throws -> NewFile {
        let workplace = folder.root.appending(path: ".incoming/\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: workplace, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: workplace) }
        let made: [PictureMill.Made]
        do { made = try await PictureMill.sizes(of: upload.place, in: workplace) } catch let fault as PictureMillFault { throw try Self.problem(fault, field) }
        let size = made.first.flatMap { try? FileManager.default.attributesOfItem(atPath: $0.place.path)[.size] as? Int } ?? 0
        let sizes = try made.map { StoredFile.Size(width: $0.width, height: $0.height, digest: try folder.keep($0.place)) }
        guard let largest = sizes.first else { throw Problem.invalid(field, T.files.damaged) }
        return NewFile(kind: .picture, type: PictureMill.type, name: name, digest: largest.digest, size: size, sizes: sizes, alt: alt)
    }

    static func problem(_ fault: PictureMillFault, _ field: String) throws -> Problem {
        switch fault {
        case .damaged: .invalid(field, T.files.damaged)
        case .tooLong: .invalid(field, T.files.tooLong)
        case .tooManyPixels(let width, let height):
            .invalid(field, T.files.tooManyPixels(width: .number(width), height: .number(height), most: .number(PictureMill.pixelsMax / 1_000_000)))
        case .noProgram: throw fault
        }
    }

    /// Shapes and nothing else, as a logo is.
    private func drawing(_ name: String, _ alt: String, _ upload: Upload, _ field: String) throws -> NewFile {
        guard upload.size <= Picture.bytesMax else { throw Problem.invalid(field, PictureFault.tooLarge.phrase) }
        do { _ = try Picture(checking: Array(Data(contentsOf: upload.place))) } catch let fault as PictureFault { throw Problem.invalid(field, fault.phrase) }
        try folder.keep(upload)
        return NewFile(kind: .picture, type: Picture.Kind.svg.rawValue, name: name, digest: upload.digest, size: upload.size, sizes: [], alt: alt)
    }
}
