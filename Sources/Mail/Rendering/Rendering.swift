import Foundation

extension Message {
    /// The message as it travels and as an `.eml` file holds it: ASCII, CRLF, no line over 998 bytes. Equal messages have equal bytes.
    public func rendered() -> [UInt8] {
        var header = HeaderLines()
        header.put("Date", [written(date)])
        header.put("From", [from])
        header.put("To", to)
        if let replyTo { header.put("Reply-To", [replyTo]) }
        header.put("Message-ID", [id.description])
        header.put("Subject", EncodedWords.words(subject))
        for field in headers { header.put(field.name, field.value.split(separator: " ").map(String.init)) }
        header.put("MIME-Version", ["1.0"])

        let words = [.text("text/plain", text), html.map { .text("text/html", $0) }].compactMap(\.self) as [Part]
        let entries = invitations.enumerated().map { Part.invitation($1, file: invitations.count > 1 ? "\($0 + 1).ics" : nil) }
        let whole = Part.bundled("mixed", (entries.count == 1 ? [Part.bundled("alternative", words + entries)] : [Part.bundled("alternative", words)] + entries)
            + attachments.map(Part.file))
        return Array(whole.render(into: header, seed: seed).utf8)
    }

    /// `Wed, 25 Feb 2026 08:30:00 +0000`.
    private func written(_ date: Int64) -> String {
        var (seconds, parts) = (time_t(date), tm())
        gmtime_r(&seconds, &parts)
        let day = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][Int(parts.tm_wday)]
        let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][Int(parts.tm_mon)]
        let time = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
        return "\(day), \(parts.tm_mday) \(month) \(parts.tm_year + 1900) \(time) +0000"
    }

    /// Sixteen hexadecimal digits that stay the same for the message (FNV-1a of its id).
    private var seed: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in id.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return (0..<8).reversed().map { hex(UInt8(hash >> (8 * $0) & 0xFF)) }.joined()
    }
}
