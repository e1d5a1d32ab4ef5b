import Forms
import Kernel
import Languages
import Sheets
package import Web

/// The register book on the screen, and as a table to keep.
package enum RegisterPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let id: Register.ID = try visit.id("register")
        let page = visit.query.page
        let book = try await visit.read { act -> RegisterBook in
            let register = try RegisterStore.register(id, in: act)
            let paging = Paging(page, count: try CertificateStore.count(in: id, in: act))
            return RegisterBook(
                register: register, paging: paging, certificates: try CertificateStore.certificates(in: id, limit: Paging.size, offset: paging.offset, in: act))
        }
        return visit.page(RegisterViews(reader: visit.reader).show(book))
    }

    @Sendable package static func sheet(_ visit: Visit) async throws -> Answer {
        let id: Register.ID = try visit.id("register")
        let (register, certificates) = try await visit.read { act in
            (try RegisterStore.register(id, in: act), try CertificateStore.certificates(in: id, limit: .max, offset: 0, in: act))
        }
        let sheet = RegisterSheet.sheet(register, certificates, visit.t)
        return .file(bytes: try sheet.xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: "\(sheet.name).xlsx")
    }
}
