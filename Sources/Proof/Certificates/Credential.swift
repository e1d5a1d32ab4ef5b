import Catalogue
import Kernel
import Languages

/// The certificate as a machine reads it: an Open Badge 3.0, which is a W3C verifiable credential, signed as a compact JWT (ES256).
struct Credential: Sendable, Encodable {
    private let context = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]
    private let id: String
    private let type = ["VerifiableCredential", "OpenBadgeCredential"]
    private let name: String
    private let issuer: Profile
    private let validFrom: String
    private let credentialSubject: Subject
    private let credentialSchema = [Schema()]
    private let credentialStatus: CredentialStatus.Entry
    private let iss: String
    private let sub: String
    private let jti: String
    private let nbf: Int64

    private enum CodingKeys: String, CodingKey {
        case context = "@context", id, type, name, issuer, validFrom, credentialSubject, credentialSchema, credentialStatus, iss, sub, jti, nbf
    }

    private struct Profile: Encodable {
        var id: String
        var type = ["Profile"]
        var name: String
    }

    private struct Schema: Encodable {
        var id = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
        var type = "1EdTechJsonSchemaValidator2019"
    }

    private struct Subject: Encodable {
        var id: String
        var type = ["AchievementSubject"]
        var identifier: [Identity]
        var achievement: Achievement
        var activityStartDate: String?
        var activityEndDate: String?
        var creditsEarned: Int?
    }

    private struct Identity: Encodable {
        var type = "IdentityObject"
        var hashed = false
        var identityHash: String
        /// The specification's own list has numbers and addresses only; other kinds begin with `ext:`.
        var identityType = "ext:name"
    }

    private struct Achievement: Encodable {
        var id: String
        var type = ["Achievement"]
        var achievementType: String
        var name: String
        var description: String
        var criteria: Criteria
        var humanCode: String?
        var creditsAvailable: Int?
    }

    private struct Criteria: Encodable {
        var narrative: String
    }

    init(_ facts: CertificateFacts, code: CertificateCode, issued: Instant, status: CredentialStatus.Entry, words t: Texts) {
        id = CertificateAddress.page(code, facts)
        name = "\(t(facts.kind.name)): \(facts.title)"
        issuer = Profile(id: facts.issuer.site, name: facts.issuer.name)
        validFrom = issued.iso
        let achievement = Achievement(
            id: "\(id)#achievement", achievementType: facts.kind == .certificate ? "CertificateOfCompletion" : "Certificate", name: facts.title,
            description: "\(t(facts.kind.name)), \(t(facts.part.name)): \(facts.title). \(facts.issuer.name)",
            criteria: Criteria(narrative: t(facts.kind == .certificate ? T.certificates.criteriaProgramme : T.certificates.criteriaEvent)),
            humanCode: facts.programme?.key, creditsAvailable: facts.points)
        // Whoever bears this certificate, and nothing else about them.
        sub = "\(id)#bearer"
        credentialSubject = Subject(
            id: sub, identifier: [Identity(identityHash: facts.name)], achievement: achievement, activityStartDate: facts.firstDay.map { $0 + "T00:00:00Z" },
            activityEndDate: facts.lastDay.map { $0 + "T00:00:00Z" }, creditsEarned: facts.points)
        credentialStatus = status
        iss = facts.issuer.site
        jti = id
        nbf = issued.seconds
    }

    func signed(by key: SigningKeyStore.Pair) throws -> String { try SignedCredential.text(self, by: key, at: iss) }
}
