import Accounts
package import Centres
import Kernel
import Site
import Storage

extension Town {
    /// What the command line does.
    @discardableResult
    package func imports(_ kind: String, _ text: String, isTrial: Bool = false) async throws -> [String] {
        try await Importing(kind, file: "\(kind).csv", bytes: Array(text.utf8), isTrial: isTrial, records: app.records).lines
    }

    package func school(_ number: String) async throws -> School? {
        try await finds { act in
            try act.db.value("SELECT id FROM school WHERE source_id = \(number)").map { try SchoolStore.school($0, in: act) }
        }
    }
}
