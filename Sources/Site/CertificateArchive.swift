import Certificates
import Documents
package import Foundation
import Kernel
package import Languages
package import Logging
package import Operation
import Resources
import Storage

extension App {
    private static let extras = ["guide.txt", "verify.py"]

    /// What `zbornica archive YEAR --to DIR` does.
    /// - Returns: what to print.
    package static func archive(_ year: Int, to folder: URL, _ place: Place, settings: Settings, carried: Carried, logger: Logger) async throws -> Phrase {
        let database = try place.open(connections: 2)
        let records = records(database, carried, address: settings.address ?? "")
        let typesetter = settings.typesetter(carried, logger: logger)
        let now = Instant.now()
        let outcome: Result<Int, any Error>
        do {
            outcome = .success(try await CertificateArchiveStore.write(year, to: folder, records, typesetter) { keys, status in
                let page = CertificateOfflinePage.text(carried.words.texts(.sr, in: .utc), keys: keys, status: status, at: now)
                return extras.compactMap { name in ResourceSet.embedded.bytes("archive/\(name)").map { (name, $0) } }
                    + (page.map { [("check.html", Array($0.utf8))] } ?? [])
            })
        } catch { outcome = .failure(error) }
        await typesetter.stop()
        await database.close()
        return T.site.archived(
            year: .text("\(year)"), number: .number(try outcome.get()), folder: .text(folder.path), verifier: .text(folder.appending(path: "verify.py").path))
    }
}
