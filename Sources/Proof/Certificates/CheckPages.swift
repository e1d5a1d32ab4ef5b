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
        let codes = CertificateCode.readings(of: typed["code"])
        guard !codes.isEmpty else {
            let problem = Problem.invalid("code", fault(typed["code"]))
            return visit.page(views.form(visit.form(typed, problem)), status: problem.status)
        }
        let number = typed["number"].filter { !$0.isWhitespace }
        guard let found = try await found(codes, visit), number.isEmpty || number.lowercased() == found.certificate.label.filter({ !$0.isWhitespace }).lowercased() else {
            return try await missed(visit, typed)
        }
        return .redirect(visit.link("/certificates/\(found.certificate.code)"))
    }

    /// A paper without a code, by what stands on it: number, day and family name together; never by a name alone.
    @Sendable package static func paper(_ visit: Visit) async throws -> Answer {
        try await visit.submit {
            let typed = visit.typed, day = Day(typed: typed["day"])
            var faults = Faults()
            faults.require(!typed["paper"].isEmpty, "paper", T.common.errorMissing)
            faults.require(day != nil, "day", T.certificates.paperDay)
            faults.require(!typed["family"].isEmpty, "family", T.common.errorMissing)
            try faults.check()
            guard let day else { throw Problem.missing }
            let code = try await visit.read { try EarlierCertificateStore.found(typed["paper"], on: day, name: typed["family"], in: $0) }
            guard let code else { return try await missed(visit, typed) }
            return .redirect(visit.link("/certificates/\(code)"))
        } again: { form in
            CheckViews(reader: visit.reader).form(form)
        }
    }

    @Sendable package static func show(_ visit: Visit) async throws -> Answer {
        let text = visit.parameters["code"] ?? ""
        guard let found = try await found(CertificateCode.readings(of: text.removingPercentEncoding ?? text), visit) else {
            return try await missed(visit, Typed(["code": text]))
        }
        return visit.page(CheckViews(reader: visit.reader).show(found))
    }

    /// Why what was typed is no code.
    private static func fault(_ typed: String) -> Phrase {
        let count = CertificateCode.signs(of: typed).count
        if count == 0 { return T.certificates.codeMissing }
        return count == CertificateCode.length ? T.certificates.codeWrong : T.certificates.codeLength(count: count)
    }

    /// The first that is known of what may have been meant.
    private static func found(_ codes: [CertificateCode], _ visit: Visit) async throws -> CheckedCertificate? {
        try await visit.read { act in
            for code in codes { if let found = try CertificateStore.checked(code, in: act) { return found } }
            return nil
        }
    }

    /// Nobody finds a code by trying: misses are counted.
    private static func missed(_ visit: Visit, _ typed: Typed) async throws -> Answer {
        try await visit.count(
            Attempts("certificate check", from: visit.network, limit: 20, within: 600), Attempts(inAll: "certificate check", limit: 2_000, within: 600))
        return visit.page(CheckViews(reader: visit.reader).missed(visit.form(typed)), status: Problem.missing.status)
    }
}
