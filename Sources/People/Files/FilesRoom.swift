import Kernel
package import Web

extension Room {
    /// Files that people put here, and the pictures made of them. Which are seen by whom, the rooms above say.
    package static let files = Room("files") { room in
        room.get("/files/:file", .public, FilePages.download)
        room.get("/files/:file/:width", .public, FilePages.picture)
        room.nightly("files.sweep") { (installation: Installation) in
            let named = try await installation.records.write(by: .system) { act in
                try FileStore.forgetUnused(in: act)
                return try FileStore.digests(in: act)
            }
            try FileFolder(installation.files).sweep(keeping: named)
        }
    }
}
