package import Forms
import Foundation
import Kernel
package import Languages
package import Look
package import Web

/// Several files that were sent at once and are looked over before an act names them: each lies in the folder under its digest, and the form carries, sealed for
/// whoever sent them, which they are. What no form comes back for is swept away after a day. To be used behind the door only.
package struct HeldFiles: Sendable {
    package struct One: Sendable {
        package let name: String
        package let digest: String
        package let size: Int
        fileprivate let held: HeldFile
    }

    package let all: [One]
    private let folder: FileFolder

    private static func field(_ number: Int) -> String { "file\(number)" }
    private static let most = 400

    /// Those that the form carries, and those that have just come.
    package init(_ visit: Visit, adding chosen: [(name: String, upload: Upload)] = []) throws {
        folder = FileFolder(visit.files)
        var held: [HeldFile] = []
        while held.count < Self.most, let one = HeldFile(visit.typed, Self.field(held.count), visit) { held.append(one) }
        for (name, upload) in chosen {
            let one = HeldFile(name: name, upload)
            if FileManager.default.fileExists(atPath: upload.place.path) { try folder.keep(upload) }
            held.removeAll { $0.name == one.name }
            held.append(one)
        }
        all = held.prefix(Self.most).map { One(name: $0.name, digest: $0.digest, size: $0.size, held: $0) }
    }

    /// What the form carries on.
    package func hidden(_ visit: Visit) throws -> [Hidden] {
        try all.enumerated().map { Hidden(HeldFile.field(Self.field($0)), try $1.held.sealed(visit)) }
    }

    /// The same as if it had just come in.
    /// - Throws: a conflict once it was swept away.
    package func upload(_ one: One) throws -> Upload {
        guard let upload = try one.held.upload(from: folder) else { throw Problem.conflict(T.files.heldGone) }
        return upload
    }
}
