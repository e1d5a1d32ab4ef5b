import Kernel
import Languages
package import Web

/// Gives out files to whoever may see them.
package enum FilePages {
    /// A photo or a drawing, to be drawn by a page.
    @Sendable static func picture(_ visit: Visit) async throws -> Answer {
        let file = try await file(visit)
        guard file.kind == .picture else { throw Problem.missing }
        let width = visit.parameters["width"] ?? ""
        guard !file.sizes.isEmpty else { return picture(file, file.digest, visit) }
        guard let size = file.sizes.first(where: { "\($0.width)" == width }) else { throw Problem.missing }
        return picture(file, size.digest, visit)
    }

    /// A document, to be kept and opened elsewhere; a picture too, under its name.
    @Sendable static func download(_ visit: Visit) async throws -> Answer {
        let file = try await file(visit)
        return .stored(FileFolder(visit.files).place(of: file.digest), type: file.type, name: file.name)
    }

    /// A file that a room above gives out at an address of its own, behind its own gate.
    /// - Parameters:
    ///   - width: of a picture, as the address has it; nil for the whole file.
    ///   - name: what it is called for its reader; a picture of a width has none.
    package static func answer(_ file: StoredFile, width: String?, name: String, _ visit: Visit) throws -> Answer {
        guard let width else { return .stored(FileFolder(visit.files).place(of: file.digest), type: file.type, name: name) }
        guard file.kind == .picture else { throw Problem.missing }
        guard !file.sizes.isEmpty else { return picture(file, file.digest, visit) }
        guard let size = file.sizes.first(where: { "\($0.width)" == width }) else { throw Problem.missing }
        return picture(file, size.digest, visit)
    }

    private static func picture(_ file: StoredFile, _ digest: String, _ visit: Visit) -> Answer {
        .stored(FileFolder(visit.files).place(of: digest), type: file.type, name: nil)
    }

    private static func file(_ visit: Visit) async throws -> StoredFile {
        let id = try visit.id("file", of: StoredFile.self)
        return try await visit.read { try FileStore.visible(id, in: $0) }
    }
}
