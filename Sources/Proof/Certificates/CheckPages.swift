import Forms
import Foundation
import Kernel
import Languages
package import Web

/// Checking a certificate: for everybody, by its code; never by a name.
package enum CheckPages {
    /// The form; filled in, the way to the certificate.
    @Sendable package static func form(_ visit: Visit) async throws -> Answer {
        let (typed, views) = (visit.query, CheckViews(reader: visit.reader))
        guard typed.has("code") || typed.has("number") else { return visit.page(views.form(visit.form())) }
        guard let code = CertificateCode(typed: typed["code"]) else {
            let problem = Problem.invalid("code", typed["code"].isEmpty ? T.certificates.codeMissing : T.certificates.codeWrong)
            return visit.page(views.form(visit.form(typed, problem)), status: problem.status)
        }
        let number = typed["number"].filter { !$0.isWhitespace }
        guard let found = try await found(code, visit), number.isEmpty || number.lowercased() == found.certificate.label.filter({ !$0.isWhitespace }).lowercased() else {
            return try await missed(visit, typed)
        }
        return .redirect(visit.link("/certificates/\(found.certificate.code)"))
    }

    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let text = visit.parameters["code"] ?? ""
        guard let code = CertificateCode(typed: text.removingPercentEncoding ?? text), let found = try await found(code, visit) else {
            return try await missed(visit, Typed(["code": text]))
        }
        return visit.page(CheckViews(reader: visit.reader).show(found))
    }

    private static func found(_ code: CertificateCode, _ visit: Visit) async throws -> CheckedCertificate? {
        try await visit.read { try CertificateStore.checked(code, in: $0) }
    }

    /// Nobody finds a code by trying: misses are counted.
    private static func missed(_ visit: Visit, _ typed: Typed) async throws -> Answer {
        try await visit.count(
            Attempts("certificate check", from: visit.network, limit: 20, within: 600), Attempts(inAll: "certificate check", limit: 2_000, within: 600))
        return visit.page(CheckViews(reader: visit.reader).missed(visit.form(typed)), status: Problem.missing.status)
    }
}
