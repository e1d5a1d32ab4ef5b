import Foundation
import Kernel

/// What a mail server reports of a letter that it could not deliver (RFC 3464): to whom, what it did, and why.
package struct BounceReport: Sendable, Hashable {
    package enum Action: String, CaseIterable, Sendable { case failed, delayed, delivered, relayed, expanded }

    package let recipient: String
    package let action: Action
    /// As `5.1.1` (RFC 3463).
    package let status: String
    /// What the server said in its own words.
    package let note: String

    package init(recipient: String, action: Action, status: String, note: String = "") {
        (self.recipient, self.action, self.status, self.note) = (recipient, action, status, note)
    }

    /// Whether it tells that the address does not work: final, and not because of what the letter said or who sent it.
    package var tellsOfAddress: Bool {
        action == .failed && status.hasPrefix("5.") && !status.hasPrefix("5.7.") && !status.hasPrefix("5.6.") && !Self.ofSender.contains(status)
    }

    /// Of the address that wrote, not of the one that was written to.
    private static let ofSender: Set = ["5.1.7", "5.1.8"]
    /// What a server says of an address alone, where it says it without a status of RFC 3463. With any other code it may speak of the sender or of the letter.
    private static let ofAddress: Set = ["550", "551", "553"]

    /// What the queue keeps of a letter that a server refused for good: `permanent: 550 5.1.1 no such user`.
    /// - Returns: the server's code and its words; nil where they do not tell that the address does not work.
    static func refusal(of recipient: String, _ fault: String) -> (code: String, words: String)? {
        guard let match = fault.firstMatch(of: /^permanent: (5[0-9]{2}) (.*)/) else { return nil }
        let (code, words) = (String(match.1), String(match.2))
        let tells = if let status = words.firstMatch(of: /^[#(]?([245]\.[0-9]{1,3}\.[0-9]{1,3})(?![.0-9])/) {
            BounceReport(recipient: recipient, action: .failed, status: String(status.1)).tellsOfAddress
        } else {
            ofAddress.contains(code)
        }
        return tells ? (code, words) : nil
    }

    /// So many letters and so many addresses a file may hold.
    static let mostMessages = 5_000, mostRecipients = 200

    /// The reports in a file: one letter, or a mailbox with many. What is no report is left out.
    /// - Returns: for each letter its text without blank ends, and what it reports: the same letter reads the same wherever it stands in a file.
    package static func read(_ bytes: [UInt8]) -> [(message: String, reports: [BounceReport])] {
        let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        return messages(in: text).prefix(mostMessages).compactMap { message in
            let reports = Array(MailPart(message).reports(0).prefix(mostRecipients))
            return reports.isEmpty ? nil : (message: message.trimmingCharacters(in: .whitespacesAndNewlines), reports: reports)
        }
    }

    /// A mailbox begins each letter with a line that begins with `From `.
    private static func messages(in text: String) -> [String] {
        guard text.hasPrefix("From ") else { return [text] }
        return ("\n" + text).split(separator: "\nFrom ").map { message in message.split(separator: "\n", maxSplits: 1).last.map(String.init) ?? "" }
    }

    /// One group of fields of a report; nil where it tells of nobody, or nothing that is known.
    init?(fields: [String: String]) {
        guard let who = fields["final-recipient"] ?? fields["original-recipient"], let what = fields["action"] else { return nil }
        let address = who.split(separator: ";", maxSplits: 1).last.map { $0.filter { !$0.isWhitespace && $0 != "<" && $0 != ">" } } ?? ""
        let word = what.split(whereSeparator: { $0.isWhitespace || $0 == "(" }).first.map { $0.lowercased() } ?? ""
        guard address.contains("@"), address.utf8.count <= 254, let action = Action(rawValue: word) else { return nil }
        let status = fields["status"]?.split(whereSeparator: { $0.isWhitespace || $0 == "(" }).first.map(String.init) ?? ""
        guard status.wholeMatch(of: /[245]\.[0-9]{1,3}\.[0-9]{1,3}/) != nil else { return nil }
        let note = fields["diagnostic-code"].map { $0.split(separator: ";", maxSplits: 1).last.map(String.init) ?? $0 } ?? ""
        self.init(recipient: address.lowercased(), action: action, status: status, note: String(note.trimmingCharacters(in: .whitespaces).prefix(1_000)))
    }
}

/// A part of a letter: its heads, and what stands below them.
private struct MailPart {
    private let heads: [String: String]
    private let body: Substring

    private static let deepest = 6

    init(_ text: some StringProtocol) {
        let text = Substring(text)
        guard let gap = text.range(of: "\n\n") else {
            (heads, body) = (Self.fields(text), "")
            return
        }
        (heads, body) = (Self.fields(text[..<gap.lowerBound]), text[gap.upperBound...])
    }

    /// Fields by their names in small letters; a line that begins with a blank goes on with the one before.
    static func fields(_ text: Substring) -> [String: String] {
        var fields: [String: String] = [:], name: String?
        for line in text.split(separator: "\n") {
            if line.first == " " || line.first == "\t" {
                if let name { fields[name]?.append(" " + line.trimmingCharacters(in: .whitespaces)) }
                continue
            }
            guard let colon = line.firstIndex(of: ":") else {
                name = nil
                continue
            }
            let own = line[..<colon].lowercased()
            name = own
            fields[own] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        return fields
    }

    private var type: String { (heads["content-type"] ?? "text/plain").lowercased() }

    /// What it reports, and what its own parts do.
    func reports(_ depth: Int) -> [BounceReport] {
        guard depth < Self.deepest else { return [] }
        if type.hasPrefix("message/delivery-status") || type.hasPrefix("message/global-delivery-status") {
            return plain.replacing(/\n[ \t]+\n/, with: "\n\n").split(separator: "\n\n").compactMap { BounceReport(fields: Self.fields($0)) }
        }
        guard type.hasPrefix("multipart/"), let boundary else { return [] }
        // A letter that came back stands in its report too, and reports nothing.
        return parts(boundary).flatMap { MailPart($0).reports(depth + 1) }
    }

    private var boundary: String? {
        guard let head = heads["content-type"], let match = head.firstMatch(of: /(?i)boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/) else { return nil }
        return (match.1 ?? match.2).map(String.init)
    }

    private func parts(_ boundary: String) -> [Substring] {
        var parts: [Substring] = [], start: Substring.Index?
        var place = body.startIndex
        while place < body.endIndex {
            let end = body[place...].firstIndex(of: "\n") ?? body.endIndex, line = body[place..<end]
            if line.hasPrefix("--" + boundary) {
                if let start, start <= place { parts.append(body[start..<place]) }
                start = line.hasPrefix("--\(boundary)--") ? nil : (end < body.endIndex ? body.index(after: end) : nil)
            }
            place = end < body.endIndex ? body.index(after: end) : body.endIndex
        }
        if let start { parts.append(body[start...]) }
        return parts
    }

    /// What stands there, unpacked from how it travelled.
    private var plain: Substring {
        switch (heads["content-transfer-encoding"] ?? "").lowercased().trimmingCharacters(in: .whitespaces) {
        case "base64":
            guard let data = Data(base64Encoded: body.filter { !$0.isWhitespace }) else { return "" }
            return Substring(String(decoding: data, as: UTF8.self).replacing("\r\n", with: "\n"))
        case "quoted-printable":
            let joined = body.replacing("=\n", with: "")
            return joined.replacing(/=([0-9A-Fa-f])([0-9A-Fa-f])/) { match in
                let digits = "\(match.1)\(match.2)".utf8.compactMap { Hex.value(of: $0) }
                return digits.count == 2 ? String(UnicodeScalar(digits[0] << 4 | digits[1])) : ""
            }
        default: return body
        }
    }
}
