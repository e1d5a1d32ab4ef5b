package import Foundation
import Kernel
import Languages
import Yams

/// What an installation is told from outside: by one YAML file (`zbornica.yaml` in the data folder, or the file that `ZBORNICA_SETTINGS` names),
/// and over it by environment variables (`ZBORNICA_MAIL_HOST` for `mail.host`).
package struct Settings: Sendable {
    /// Scheme, host and port under which the installation is reached from outside.
    package var address: String?
    /// Further hosts that are answered.
    package var hosts: [String] = []
    /// Addresses of proxies whose word about the client is taken.
    package var proxies: [String] = []
    /// Whether other servers may be called inside the network that the program stands in, as in a closed network.
    package var callsInside = false
    package var mail: Mail?
    /// A second folder for backups, on another disk.
    package var backupFolder: String?
    package var backupsKept = 14
    /// The interpreter that has Typst; nil for the one in `.venv` beside the program or above it.
    package var python: String?
    /// Folders of the Noto fonts that documents are set in.
    package var fonts = ["/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto"]
    package var signature: Signature?

    /// What documents are signed with, besides by hand.
    package struct Signature: Sendable {
        /// A PKCS#12 file, or a private key in PEM.
        package var key: String
        /// The certificates in PEM, the signer's own first; nil when they are in the PKCS#12 file.
        package var certificates: String?
        package var password: String?
        /// Whether the certificate is a qualified one.
        package var isQualified = false
    }

    package struct Mail: Sendable {
        package var host: String
        package var port = 587
        /// `starttls`, `tls`, `optional` or `none`.
        package var security = "starttls"
        package var user: String?
        package var password: String?
        package var from: String?
        package var authorities: String?
    }

    /// - Parameter data: the data folder, whose `zbornica.yaml` is read when there is one.
    package init(data: URL?, environment: [String: String] = ProcessInfo.processInfo.environment) throws {
        let named = environment["ZBORNICA_SETTINGS"].map { URL(fileURLWithPath: $0) }
        let file = named ?? data?.appending(path: "zbornica.yaml")
        var values: [String: String] = [:]
        if let file, FileManager.default.fileExists(atPath: file.path) {
            do { Self.flatten(try Yams.load(yaml: String(contentsOf: file, encoding: .utf8)), "", &values) } catch {
                throw Problem.conflict(T.operation.settingsUnread(file: .text(file.lastPathComponent), fault: .text("\(error)")))
            }
        } else if let named {
            throw Problem.conflict(T.operation.settingsMissing(file: .text(named.path)))
        }
        for (name, value) in environment where name.hasPrefix("ZBORNICA_") {
            values[name.dropFirst("ZBORNICA_".count).lowercased().replacingOccurrences(of: "_", with: ".")] = value
        }
        try read(values)
    }

    private mutating func read(_ values: [String: String]) throws {
        func list(_ name: String) -> [String] { (values[name] ?? "").split(whereSeparator: { $0 == "," || $0 == " " || $0 == "\n" }).map(String.init) }
        func number(_ name: String, _ standard: Int) throws -> Int {
            guard let text = values[name] else { return standard }
            guard let number = Int(typed: text, in: 1...1_000_000) else { throw Problem.conflict(T.operation.settingNoNumber(name: .text(name), typed: .text(text))) }
            return number
        }
        address = values["address"].map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        if let address, URL(string: address)?.host == nil { throw Problem.conflict(T.operation.settingNoAddress(typed: .text(address))) }
        hosts = list("hosts")
        proxies = list("proxies")
        backupFolder = values["backup.folder"]
        backupsKept = try number("backup.kept", backupsKept)
        python = values["python"]
        if values["fonts"] != nil { fonts = list("fonts") }
        func truth(_ name: String) throws -> Bool {
            switch values[name]?.lowercased() {
            case nil, "no", "false": false
            case "yes", "true": true
            case let text?: throw Problem.conflict(T.operation.settingNoTruth(name: .text(name), typed: .text(text)))
            }
        }
        callsInside = try truth("inside")
        signature = try values["signature.key"].map {
            Signature(
                key: $0, certificates: values["signature.certificates"], password: values["signature.password"], isQualified: try truth("signature.qualified"))
        }
        guard let host = values["mail.host"] else { return }
        var mail = Mail(host: host)
        mail.port = try number("mail.port", mail.port)
        mail.security = values["mail.security"] ?? mail.security
        guard ["starttls", "tls", "optional", "none"].contains(mail.security) else { throw Problem.conflict(T.operation.settingSecurity) }
        mail.user = values["mail.user"]
        mail.password = values["mail.password"]
        mail.from = values["mail.from"]
        mail.authorities = values["mail.authorities"]
        self.mail = mail
    }

    private static func flatten(_ node: Any?, _ prefix: String, _ values: inout [String: String]) {
        switch node {
        case let map as [String: Any]: for (name, value) in map { flatten(value, prefix.isEmpty ? name : "\(prefix).\(name)", &values) }
        case let list as [Any]: values[prefix] = list.map { "\($0)" }.joined(separator: ",")
        case nil: break
        case let value?: values[prefix] = "\(value)"
        }
    }

    /// Each setting in a line, secrets hidden.
    package var lines: [String] {
        var lines = [
            "address: \(address ?? "-")", "hosts: \(hosts.joined(separator: ", "))", "proxies: \(proxies.joined(separator: ", "))",
            "backup.folder: \(backupFolder ?? "-")", "backup.kept: \(backupsKept)",
            "inside: \(callsInside ? "yes" : "no")", "python: \(interpreter)", "fonts: \(fonts.joined(separator: ", "))",
        ]
        if let signature {
            lines += ["signature.key: \(signature.key)", "signature.certificates: \(signature.certificates ?? "-")",
                      "signature.password: \(signature.password == nil ? "-" : "(hidden)")", "signature.qualified: \(signature.isQualified ? "yes" : "no")"]
        }
        if let mail {
            lines += ["mail.host: \(mail.host)", "mail.port: \(mail.port)", "mail.security: \(mail.security)", "mail.user: \(mail.user ?? "-")",
                      "mail.password: \(mail.password == nil ? "-" : "(hidden)")", "mail.from: \(mail.from ?? "-")"]
        } else {
            lines.append("mail: none; letters stay in the outbox")
        }
        return lines
    }
}
