/// A body or a bundle of them.
indirect enum Part {
    /// The words of its type, its disposition if it is a file, and its content.
    case single(type: [String], disposition: [String], BodyText)
    case bundle(kind: String, [Part])

    static func text(_ type: String, _ text: String) -> Part {
        .single(type: [type + ";", "charset=utf-8"], disposition: [], BodyText(text))
    }

    /// - Parameter name: where it goes as a file.
    static func invitation(_ invitation: Invitation, file name: String? = nil) -> Part {
        .single(
            type: ["text/calendar;", "charset=utf-8;", "method=\(invitation.method.rawValue)"],
            disposition: name.map { ["attachment;"] + HeaderLines.parameter("filename", $0) } ?? [], BodyText(invitation.calendar))
    }

    static func file(_ file: Attachment) -> Part {
        let name = String(file.name.map { "/\\".contains($0) ? "_" : $0 })
        return .single(type: [file.type.text], disposition: ["attachment;"] + HeaderLines.parameter("filename", name), BodyText(file.bytes))
    }

    /// The parts under one heading; one alone needs none.
    static func bundled(_ kind: String, _ parts: [Part]) -> Part {
        parts.count == 1 ? parts[0] : .bundle(kind: kind, parts)
    }
}

extension Part {
    /// Appends the part to a header. `seed` makes the boundaries; as they hold `=_`, which neither encoding can produce, no body contains them.
    func render(into header: HeaderLines, seed: String) -> String {
        var header = header
        switch self {
        case .single(let type, let disposition, let body):
            header.put("Content-Type", type)
            header.put("Content-Transfer-Encoding", [body.encoding])
            if !disposition.isEmpty { header.put("Content-Disposition", disposition) }
            return header.text + "\r\n" + body.text
        case .bundle(let kind, let parts):
            let boundary = "=_\(seed)_\(kind)"
            header.put("Content-Type", ["multipart/\(kind);", "boundary=\"\(boundary)\""])
            let bodies = parts.map { "--\(boundary)\r\n" + $0.render(into: HeaderLines(), seed: seed) + "\r\n" }
            return header.text + "\r\n" + bodies.joined() + "--\(boundary)--\r\n"
        }
    }
}
