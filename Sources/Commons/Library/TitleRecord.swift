import Languages

/// Titles as MARCXML in the form of UNIMARC, which the shared catalogues of Serbia and Lithuania speak.
struct TitleRecord {
    let title: LibraryTitle
    let copies: [Copy]

    /// A collection of records as a file.
    static func collection(_ records: [TitleRecord]) -> [UInt8] {
        var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<collection xmlns=\"http://www.loc.gov/MARC21/slim\">\n".utf8)
        for record in records { bytes += record.text.utf8 }
        return bytes + Array("</collection>\n".utf8)
    }

    private var text: String {
        let draft = title.draft
        var record = Written()
        record.leader("00000n\(draft.kind.recordType)\(draft.kind == .journal ? "s" : "m")  2200000   450 ")
        record.control("001", draft.cobiss.isEmpty ? "ZB\(title.centre)-\(title.id)" : draft.cobiss)
        record.field("010", [("a", draft.isbn)])
        record.field("011", [("a", draft.issn)])
        record.field("100", [("a", "\(compact(title))d\(draft.year.map { "\($0)" } ?? "    ")    \(draft.audience.recordCode)  y0srpy50      ca")])
        record.field("101", [("a", draft.language.threeLetters)], "0 ")
        record.field("200", [("a", draft.name), ("e", draft.subtitle), ("f", draft.authors.map(Self.turned).joined(separator: ", "))], "1 ")
        record.field("205", [("a", draft.edition)])
        record.field("210", [("a", draft.place), ("c", draft.publisher), ("d", draft.year.map { "\($0)" } ?? "")])
        record.field("215", [("a", draft.extent)])
        record.field("225", [("a", draft.series)], "2 ")
        record.field("330", [("a", draft.summary)])
        for subject in draft.subjects { record.field("610", [("a", subject)], "0 ") }
        record.field("675", [("a", draft.udc)])
        for (place, author) in draft.authors.enumerated() {
            let parts = author.split(separator: ",", maxSplits: 1).map { WrittenText.line(String($0)) }
            record.field(place == 0 ? "700" : "701", [("a", parts[0]), ("b", parts.count > 1 ? parts[1] : "")], " 1")
        }
        record.field("856", [("u", draft.link)], "4 ")
        for copy in copies {
            record.field("996", [
                ("f", copy.draft.former), ("d", copy.draft.shelf), ("o", copy.draft.acquired.filter { $0 != "-" }),
                ("3", copy.draft.price.map(CopyDraft.written) ?? ""), ("v", copy.draft.origin.recordCode), ("2", copy.draft.source), ("p", copy.label),
            ])
        }
        return record.text + " </record>\n"
    }

    private func compact(_ title: LibraryTitle) -> String { Zone.utc.day(of: title.created).iso.filter { $0 != "-" } }

    private static func turned(_ author: String) -> String {
        author.split(separator: ",", maxSplits: 1).map { WrittenText.line(String($0)) }.reversed().joined(separator: " ")
    }

    /// A record while it is written.
    private struct Written {
        var text = " <record>\n"

        mutating func leader(_ leader: String) { text += "  <leader>\(leader)</leader>\n" }

        mutating func control(_ tag: String, _ value: String) { text += "  <controlfield tag=\"\(tag)\">\(Self.escaped(value))</controlfield>\n" }

        /// - Parameter indicators: two signs.
        mutating func field(_ tag: String, _ parts: [(code: String, value: String)], _ indicators: String = "  ") {
            let parts = parts.filter { !$0.value.isEmpty }
            guard !parts.isEmpty else { return }
            text += "  <datafield tag=\"\(tag)\" ind1=\"\(indicators.prefix(1))\" ind2=\"\(indicators.suffix(1))\">"
            for part in parts { text += "<subfield code=\"\(part.code)\">\(Self.escaped(part.value))</subfield>" }
            text += "</datafield>\n"
        }

        private static func escaped(_ text: String) -> String {
            text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\n", with: " ")
        }
    }
}

extension TitleKind {
    /// The sixth sign of a leader.
    fileprivate var recordType: String {
        switch self {
        case .book, .journal: "a"
        case .video: "g"
        case .audio: "j"
        case .game, .device: "r"
        case .kit: "m"
        case .digital: "l"
        }
    }
}

extension TitleAudience {
    /// The three signs of a record that say for whom it is.
    fileprivate var recordCode: String {
        switch self {
        case .any: "u"
        case .preschool: "b"
        case .lower: "c"
        case .upper: "d"
        case .secondary: "e"
        case .teacher, .parent: "k"
        }
    }
}

extension CopyOrigin {
    fileprivate var recordCode: String {
        switch self {
        case .bought: "a"
        case .exchanged: "b"
        case .given: "c"
        case .made: "e"
        }
    }
}

extension TitleLanguage {
    /// As ISO 639-2 has it.
    var threeLetters: String {
        switch code {
        case "sr": "srp"
        case "lt": "lit"
        case "en": "eng"
        case "hr": "hrv"
        case "bs": "bos"
        case "mk": "mac"
        case "sl": "slv"
        case "bg": "bul"
        case "sq": "alb"
        case "ro": "rum"
        case "hu": "hun"
        case "sk": "slo"
        case "ru": "rus"
        case "uk": "ukr"
        case "be": "bel"
        case "pl": "pol"
        case "cs": "cze"
        case "lv": "lav"
        case "et": "est"
        case "de": "ger"
        case "fr": "fre"
        case "it": "ita"
        case "es": "spa"
        case "la": "lat"
        default: code
        }
    }
}
