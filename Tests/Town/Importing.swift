import Accounts
package import Centres
import Kernel
import Site
import Storage
import Testing

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

extension Someone {
    /// Uploads a list, and sees what it would do.
    @discardableResult
    package func uploads(_ kind: String, file: String = "lista.csv", _ bytes: [UInt8]) async throws -> Page {
        try await opens("/imports/new/\(kind)")
        return try await browser.uploads("/imports/new/\(kind)", field: "file", name: file, bytes: bytes)
    }

    @discardableResult
    package func uploads(_ kind: String, file: String = "lista.csv", _ text: String) async throws -> Page {
        try await uploads(kind, file: file, Array(text.utf8))
    }

    /// Lets the list do what the preview says.
    @discardableResult
    package func agrees(to preview: Page) async throws -> Page {
        let form = preview.forms.first { $0.action.contains("/imports/drafts/") && !$0.action.hasSuffix("/drop") }
        return try await browser.post(try #require(form, "no preview on \(preview.path)"))
    }
}
