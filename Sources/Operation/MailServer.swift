package import Mail

extension Settings.Mail {
    /// Hands letters to the mail server that is named here.
    package func courier() throws -> any Courier {
        var smtp = SMTPSettings(host: host, port: port, security: .init(rawValue: security) ?? .starttls, authorities: authorities)
        if let user { smtp.login = SMTPSettings.Login(user: user, password: password ?? "") }
        if let domain = from?.split(separator: "@").last { smtp.name = String(domain) }
        return try SMTPCourier(smtp)
    }
}
