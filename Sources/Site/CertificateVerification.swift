import Catalogue
import Certificates
package import Foundation
import Kernel
package import Languages

/// What `zbornica certificate verify` finds in a file or a text, with nothing but published keys.
package struct CertificateVerification: Sendable {
    package private(set) var lines: [Phrase] = []
    package private(set) var isGenuine = true

    /// - Parameters:
    ///   - subject: a payload, the address of a QR code, or the path of a file that holds one or several: text or PDF.
    ///   - keys: a published key set.
    ///   - status: a published list of what is no longer good; without it only the signature is told.
    package init(_ subject: String, keys: URL, status: URL?) throws {
        let keys = try Self.read(keys, KeySet.init(json:)) { T.site.verifyNoKeys(file: $0) }
        let status = try status.map { try Self.read($0, StatusList.init(json:)) { T.site.verifyNoList(file: $0) } }
        let isFile = FileManager.default.fileExists(atPath: subject)
        let payloads = try isFile ? CertificatePayload.found(in: Array(Data(contentsOf: URL(fileURLWithPath: subject)))) : [subject]
        if payloads.isEmpty { fail(T.site.verifyNothing(subject: .text(subject))) }
        for payload in payloads { judge(payload, keys, status) }
    }

    private static func read<Read>(_ file: URL, _ body: ([UInt8]) throws -> Read, wrong: (Value) -> Phrase) throws -> Read {
        guard let data = try? Data(contentsOf: file) else { throw Problem.conflict(T.site.verifyUnread(file: .text(file.path))) }
        do { return try body(Array(data)) } catch { throw Problem.conflict(wrong(.text(file.path))) }
    }

    private mutating func judge(_ text: String, _ keys: KeySet, _ status: StatusList?) {
        guard let signed = CertificatePayload.Signed(text) else { return fail(T.site.verifyNoPayload) }
        let payload = signed.payload
        let facts: [Value?] = [
            .phrase(T.site.verifyNumber(number: .text(payload.number))), .text(payload.day.iso), .text(payload.name),
            payload.programme.isEmpty ? nil : .text(payload.programme), payload.hours > 0 ? .phrase(T.site.verifyHours(hours: .number(payload.hours))) : nil,
            payload.points > 0 ? .phrase(T.site.verifyPoints(points: .number(payload.points))) : nil,
            .phrase(T.site.verifyCode(code: .text(payload.code.grouped))),
        ]
        let told = facts.compactMap(\.self).reduce(nil as Value?) { line, fact in
            line.map { .phrase(T.site.verifyAnd(facts: $0, fact: fact)) } ?? fact
        } ?? .text("")
        guard let key = keys.keys.first(where: { $0.kid == payload.key }), let bytes = key.publicBytes else {
            return fail(T.site.verifyUnknownKey(key: .text(payload.key), facts: told))
        }
        guard signed.isSigned(by: bytes) else { return fail(T.site.verifyNotGenuine) }
        if status?.contains(payload.code) == true { return fail(T.site.verifyEnded(facts: told)) }
        if let revoked = key.revoked { return fail(T.site.verifyRevoked(moment: .text(revoked), facts: told)) }
        lines.append(T.site.verifyGenuine(facts: told, issuer: .text(key.issuer)))
        if let status { lines.append(T.site.verifyAsOf(moment: .text(status.made))) }
    }

    private mutating func fail(_ line: Phrase) {
        isGenuine = false
        lines.append(line)
    }
}
