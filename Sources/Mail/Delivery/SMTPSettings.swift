import Foundation

/// Where and how to hand over mail.
public struct SMTPSettings: Sendable {
    public enum Security: String, Sendable, CaseIterable {
        /// STARTTLS; nothing is sent without it.
        case starttls
        /// STARTTLS where the server offers it.
        case optional
        /// In the clear.
        case none
        /// TLS from the first byte (smtps).
        case tls
    }

    /// A name and a password that show in no description.
    public struct Login: Sendable, CustomStringConvertible, CustomReflectable {
        let user: String
        let password: String

        public init(user: String, password: String) { (self.user, self.password) = (user, password) }
        public var description: String { "\(user), password hidden" }
        public var customMirror: Mirror { Mirror(self, children: ["user": user]) }
    }

    public var host: String
    public var port: Int
    public var security: Security
    public var login: Login?
    /// How we name ourselves to the server.
    public var name: String
    /// A file of certificates to trust instead of the system's, in PEM. Certificates are always checked.
    public var authorities: String?
    /// Seconds to reach the server, and for each of its answers.
    public var patience: Int
    /// Seconds for a whole message.
    public var timeout: Int

    public init(
        host: String, port: Int = 587, security: Security = .starttls, login: Login? = nil, name: String = "localhost",
        authorities: String? = nil, patience: Int = 20, timeout: Int = 120
    ) {
        (self.host, self.port, self.security, self.login) = (host, port, security, login)
        (self.name, self.authorities, self.patience, self.timeout) = (name, authorities, patience, timeout)
    }

    /// Refuses what would be misread in an address, and a password that could travel in the clear beyond this machine.
    func check() throws(MailProblem) {
        let isNumeric = !host.isEmpty && host.allSatisfy { $0.isASCII && ($0.isHexDigit || $0 == "." || $0 == ":") }
        guard isNumeric || HostName.isValid(host[...]) else { throw .settings("host \(host)") }
        guard (1...65535).contains(port) else { throw .settings("port \(port)") }
        guard HostName.isValid(name[...]) else { throw .settings("name \(name)") }
        guard patience > 0, timeout > 0 else { throw .settings("timeouts") }
        guard let login else { return }
        guard !login.user.isEmpty, !(login.user + login.password).unicodeScalars.contains(where: \.isControl) else { throw .settings("login") }
        guard security == .starttls || security == .tls || ["localhost", "127.0.0.1", "::1"].contains(host) else {
            throw .settings("a login needs TLS")
        }
    }
}
