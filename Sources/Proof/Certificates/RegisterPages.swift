import Catalogue
import Forms
import Kernel
import Languages
import Centres
import Sheets
package import Web

/// The register book on the screen, as a table to keep, and to print.
package enum RegisterPages {
    private static let size = 50

    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let id: Register.ID = try visit.id("register")
        let asked = visit.query.number("page") ?? 1
        let book = try await visit.read { act -> RegisterBook in
            let register = try RegisterStore.register(id, in: act)
            let count = try CertificateStore.count(in: id, in: act)
            let page = min(max(1, asked), max(1, (count + size - 1) / size))
            return RegisterBook(
                register: register, count: count, page: page, size: size, certificates: try CertificateStore.certificates(in: id, limit: size, offset: (page - 1) * size, in: act))
        }
        return RegisterViews.show(visit, book)
    }

    @Sendable package static func sheet(_ visit: Visit) async throws -> Answer {
        let id: Register.ID = try visit.id("register")
        let (register, certificates) = try await visit.read { act in
            (try RegisterStore.register(id, in: act), try CertificateStore.certificates(in: id, limit: 100_000, offset: 0, in: act))
        }
        let t = visit.t
        let title = t(T.certificates.registerOf(kind: .phrase(register.kind.name), year: .text("\(register.year)")))
        let sheet = Sheet(
            title,
            columns: [
                Sheet.Column(t(T.certificates.number), width: 14), Sheet.Column(t(T.certificates.issuedOn), width: 14), Sheet.Column(t(T.certificates.name), width: 28),
                Sheet.Column(t(T.certificates.part), width: 14), Sheet.Column(t(T.certificates.titleField), width: 44), Sheet.Column(t(T.certificates.programme), width: 28),
                Sheet.Column(t(T.certificates.hours), width: 8), Sheet.Column(t(T.certificates.points), width: 8), Sheet.Column(t(T.common.state), width: 14),
                Sheet.Column(t(T.certificates.reason), width: 36), Sheet.Column(t(T.certificates.code), width: 18),
            ],
            rows: certificates.map { certificate in
                [.text(certificate.label), .text(certificate.day.map { t.day($0, .numeric) } ?? ""), .text(certificate.name), .text(t(certificate.part.name)),
                 .text(certificate.title), .text(certificate.facts?.programme?.key ?? ""), .text("\(certificate.hours)"), .text("\(certificate.points)"),
                 .text(RegisterBook.state(certificate, t)), .text(certificate.reason), .text(certificate.code.grouped)]
            })
        return .file(bytes: try sheet.xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: "\(title).xlsx")
    }
}

/// One page of a register.
struct RegisterBook: Sendable {
    let register: Register
    let count: Int
    let page: Int
    let size: Int
    let certificates: [Certificate]

    static func state(_ certificate: Certificate, _ t: Texts) -> String {
        let state = t(certificate.state.name)
        return certificate.isDuplicate ? "\(t(T.certificates.duplicate)), \(state)" : state
    }
}
