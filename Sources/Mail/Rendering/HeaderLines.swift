/// The header of a message or of a part, in the order in which its fields were put.
struct HeaderLines {
    private(set) var text = ""

    /// Lays the words of a field on lines of at most 76 characters. The words hold no line end; a longer one stands on a line of its own.
    mutating func put(_ name: String, _ words: [String]) {
        var line = name + ":"
        for (index, word) in words.enumerated() {
            if index > 0, line.utf8.count + 1 + word.utf8.count > 76 {
                text += line + "\r\n"
                line = ""
            }
            line += " " + word
        }
        text += line + "\r\n"
    }

    mutating func put(_ name: String, _ mailboxes: [Mailbox]) {
        put(name, mailboxes.enumerated().flatMap { index, mailbox in
            let isLast = index == mailboxes.count - 1
            let phrase = EncodedWords.phrase(mailbox.name)
            let address = phrase.isEmpty ? mailbox.address.text : "<\(mailbox.address.text)>"
            return phrase + [address + (isLast ? "" : ",")]
        })
    }

    /// A parameter that may hold any text (RFC 2231), as words to stand after the value of a field.
    static func parameter(_ name: String, _ value: String) -> [String] {
        let value = EncodedWords.flat(value)
        let isPlain = value.unicodeScalars.allSatisfy { $0.isASCIIAlphanumeric || " ._-()".unicodeScalars.contains($0) }
        if isPlain, value.utf8.count <= 60 { return ["\(name)=\"\(value)\""] }

        let octets = "UTF-8''".map(String.init) + value.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            return scalar.isASCIIAlphanumeric || "._-".unicodeScalars.contains(scalar) ? String(scalar) : "%" + hex(byte)
        }
        var pieces = [""]
        for octet in octets {
            if pieces[pieces.count - 1].utf8.count + octet.utf8.count > 54 { pieces.append("") }
            pieces[pieces.count - 1] += octet
        }
        guard pieces.count > 1 else { return ["\(name)*=\(pieces[0])"] }
        return pieces.enumerated().map { "\(name)*\($0)*=\($1)" + ($0 < pieces.count - 1 ? ";" : "") }
    }
}

func hex(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF")
    return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
}
