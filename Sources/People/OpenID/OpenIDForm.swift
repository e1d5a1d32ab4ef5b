import Forms
import Kernel
import Languages

// What was typed about services, and the other way round.

extension OpenIDProviderDraft {
    init(_ typed: Typed, inside: Bool) throws {
        var faults = Faults()
        self.init(name: typed["name"], issuer: typed["issuer"], client: typed["client"], links: typed.has("links"), isShown: typed.has("shown"))
        faults.require(!name.isEmpty, "name", T.common.errorMissing)
        faults.limit(name, "name", .label)
        faults.require(Self.isIssuer(issuer, inside: inside), "issuer", T.openid.errorIssuer)
        faults.limit(issuer, "issuer", .sentence)
        faults.require(!client.isEmpty, "client", T.common.errorMissing)
        faults.limit(client, "client", .line)
        try faults.check()
    }

    var typed: Typed {
        Typed([("name", name), ("issuer", issuer), ("client", client)] + (links ? [("links", "yes")] : []) + (isShown ? [("shown", "yes")] : []))
    }
}

/// What this installation proves itself by, as it was typed; nothing typed leaves what is there.
enum OpenIDSecretForm {
    static let most = 300

    static func read(_ typed: Typed, isNew: Bool) throws -> String? {
        let secret = typed.secret("secret")
        guard !secret.isEmpty else {
            if isNew { throw Problem.invalid("secret", T.common.errorMissing) }
            return nil
        }
        guard secret.utf8.count <= most else { throw Problem.invalid("secret", T.common.errorTooLong(most: .number(most))) }
        return secret
    }
}
