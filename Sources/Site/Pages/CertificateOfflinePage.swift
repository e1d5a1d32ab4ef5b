import Catalogue
import Certificates
import Foundation
import Kernel
import Languages
import Resources
import Web

/// One file that checks a certificate without any server: keys, the list of what is no longer good, and the script are in it.
enum CertificateOfflinePage {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let now = visit.now
        let (keys, status) = try await visit.read { act in
            (try SigningKeyStore.keySet(in: act).json(), try StatusList(CertificateStore.ended(in: act), at: now).json())
        }
        guard let text = text(visit.t, keys: keys, status: status, at: now) else { throw Problem.missing }
        return .text(text, type: "text/html; charset=utf-8", name: "\(visit.t(T.certificates.checkTitle)).html")
    }

    /// - Parameters:
    ///   - keys: a JWK set.
    ///   - status: the list of what is no longer good.
    static func text(_ t: Texts, keys: String, status: String, at now: Instant, _ resources: ResourceSet = .embedded) -> String? {
        guard let page = resources.text("archive/check.html"), let script = resources.text("js/certificate.js") else { return nil }
        let words: [String: Phrase] = [
            "wrong": T.certificates.offlineWrong, "unread": T.certificates.offlineUnread, "wrongText": T.certificates.offlineWrongText,
            "unknown": T.certificates.offlineUnknown,
            "unknownText": T.certificates.offlineUnknownText, "cannot": T.certificates.offlineCannot, "cannotText": T.certificates.offlineCannotText,
            "keysWrong": T.certificates.offlineKeysWrong, "ended": T.certificates.offlineEnded, "endedText": T.certificates.offlineEndedText,
            "revoked": T.certificates.offlineRevoked, "revokedText": T.certificates.fragmentRevoked,
            "good": T.certificates.offlineGood, "goodText": T.certificates.offlineGoodText,
            "issuer": T.certificates.issuer, "number": T.certificates.number, "day": T.certificates.issuedOn, "name": T.certificates.name,
            "programme": T.certificates.programme, "hours": T.certificates.hours, "points": T.certificates.points, "code": T.certificates.code,
        ]
        guard let told = try? JSONEncoder().encode(words.mapValues { t($0) }) else { return nil }
        let carried = #"{"words":\#(String(decoding: told, as: UTF8.self)),"keys":\#(keys),"status":\#(status)}"#
        let places: KeyValuePairs<String, String> = [
            "lang": t.language.htmlLang, "title": t(T.certificates.offlineTitle), "lead": t(T.certificates.offlineLead), "payload": t(T.certificates.offlinePayload),
            "keysTitle": t(T.certificates.offlineKeys), "keysText": t(T.certificates.offlineKeysText), "keysLabel": t(T.certificates.offlineKeysLabel),
            "check": t(T.certificates.check), "made": t(T.certificates.offlineMade(when: .instant(now))),
        ]
        let filled = places.reduce(page) { $0.replacingOccurrences(of: "{{\($1.key)}}", with: escaped($1.value)) }
        return filled
            .replacingOccurrences(of: "{{carried}}", with: carried.replacingOccurrences(of: "<", with: "\\u003c"))
            .replacingOccurrences(of: "{{script}}", with: script)
    }

    private static func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;").replacingOccurrences(of: "\"", with: "&quot;")
    }
}
