/// A text with places for values, taken apart once: `Још {count} места`.
struct Template: Sendable, Equatable {
    enum Segment: Sendable, Equatable {
        case words(String)
        case place(Substring)
    }

    let segments: [Segment]

    /// Fails when a brace has no partner or the name in it is not one word of letters and digits.
    init?(_ text: String) {
        var segments: [Segment] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else { return nil }
            let words = rest[..<open], name = rest[rest.index(after: open)..<close]
            guard !words.contains("}"), Template.isName(name) else { return nil }
            if !words.isEmpty { segments.append(.words(String(words))) }
            segments.append(.place(name))
            rest = rest[rest.index(after: close)...]
        }
        guard !rest.contains("}") else { return nil }
        if !rest.isEmpty || segments.isEmpty { segments.append(.words(String(rest))) }
        self.segments = segments
    }

    private init(segments: [Segment]) {
        self.segments = segments
    }

    var places: Set<Substring> {
        Set(segments.compactMap { if case .place(let name) = $0 { name } else { nil } })
    }

    /// The same in Serbian Latin; names of places stay.
    var inLatin: Template {
        Template(segments: segments.map { if case .words(let words) = $0 { .words(Script.latin(fromCyrillic: words)) } else { $0 } })
    }

    /// The text with its values. A value that ends with a full stop, as dates do, takes the place of the one behind it.
    func filled(_ value: (Substring) -> String) -> String {
        var text = ""
        let dot = UInt8(ascii: ".")
        for segment in segments {
            switch segment {
            case .words(let words): text += words.utf8.first == dot && text.utf8.last == dot ? words.dropFirst() : words[...]
            case .place(let name): text += value(name)
            }
        }
        return text
    }

    private static func isName(_ name: Substring) -> Bool {
        guard let first = name.utf8.first, isLetter(first) else { return false }
        return name.utf8.allSatisfy { isLetter($0) || isDigit($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}

/// One text in one language: plain, with places for values, or in a form for each kind of count.
enum Wording: Sendable, Equatable {
    /// Most texts; they are only handed out.
    case plain(String)
    case filled(Template)
    case counted([PluralForm: Template])

    /// Fails when the template is wrong.
    init?(_ text: String) {
        guard let template = Template(text) else { return nil }
        self = template.places.isEmpty ? .plain(text) : .filled(template)
    }

    var places: Set<Substring> {
        switch self {
        case .plain: []
        case .filled(let template): template.places
        case .counted(let forms): forms.values.reduce(into: []) { $0.formUnion($1.places) }
        }
    }

    var inLatin: Wording {
        switch self {
        case .plain(let words): .plain(Script.latin(fromCyrillic: words))
        case .filled(let template): .filled(template.inLatin)
        case .counted(let forms): .counted(forms.mapValues(\.inLatin))
        }
    }
}
