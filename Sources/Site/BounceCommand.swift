package import Foundation
import Kernel
package import Languages
import Newsletter
package import Operation
import Storage

extension App {
    /// A mailbox that is larger is something else.
    private static let largestMailbox = 64 << 20

    /// What `zbornica bounces` does: reports of mail servers count, from every file of a folder. A file may lie there for ever: a report counts once.
    /// - Returns: what to print.
    package static func takeBounces(from folder: URL, _ place: Place, settings: Settings, carried: Carried) async throws -> Phrase {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isRegularFileKey, .fileSizeKey])
            .filter { try $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true }.sorted { $0.path < $1.path }
        let database = try place.open(connections: 2)
        let records = records(database, carried, address: settings.address ?? "")
        let outcome: Result<BounceStore.Taken, any Error>
        do {
            let seal = try Seal(file: place.data.appending(path: "key"))
            var sum = BounceStore.Taken()
            for file in files {
                let size = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
                guard size <= largestMailbox, let data = FileManager.default.contents(atPath: file.path) else { continue }
                let bytes = Array(data)
                sum += try await records.write(by: .system) { try BounceStore.take(bytes, seal, in: $0) }
            }
            outcome = .success(sum)
        } catch { outcome = .failure(error) }
        await database.close()
        let taken = try outcome.get()
        return T.site.bouncesTaken(
            files: .number(files.count), counted: .number(taken.counted), known: .number(taken.known), other: .number(taken.other), ended: .number(taken.givenUp))
    }
}
