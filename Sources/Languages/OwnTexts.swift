/// Words in one language that take the place of shipped ones, such as a centre's own in its letters. A text has the same places for values as the shipped one,
/// so that whoever fills it need not know of them.
public struct OwnTexts: Sendable {
    private let wordings: [UInt64: Wording]

    /// - Parameter words: by the names of the keys; what is no template stays as it was shipped.
    public init(_ words: [String: String]) {
        wordings = Dictionary(words.compactMap { key, text in Wording(text).map { (TextKey.mark(of: key), $0) } }, uniquingKeysWith: { first, _ in first })
    }

    private init(wordings: [UInt64: Wording]) { self.wordings = wordings }

    func wording(_ key: TextKey) -> Wording? { wordings[key.mark] }

    /// The same in Serbian Latin.
    public var inLatin: OwnTexts { OwnTexts(wordings: wordings.mapValues(\.inLatin)) }

    /// The same, with what others say better.
    public func under(_ others: OwnTexts) -> OwnTexts { OwnTexts(wordings: wordings.merging(others.wordings) { _, better in better }) }
}

/// Why a text cannot take the place of a shipped one.
public enum OwnTextFault: Error, Hashable, Sendable {
    /// A brace without its partner, or with something else than a name in it.
    case braces
    /// A place that nothing fills.
    case unknown(String)
    /// A place of the shipped text that is not there.
    case missing([String])
}

extension TextCatalogue {
    /// The shipped text as it is written, with the names of its places in braces; nil where it has a form for each number, which nobody writes anew.
    public func shipped(_ key: TextKey, _ language: Language) -> String? {
        switch wording(key, language) {
        case .plain(let words): words
        case .filled(let template): template.written
        case .counted, nil: nil
        }
    }

    /// The places of a text, in the order of the shipped one.
    public func places(of key: TextKey, _ language: Language) -> [String] {
        guard case .filled(let template) = wording(key, language) else { return [] }
        return template.segments.reduce(into: []) { places, segment in
            if case .place(let name) = segment, !places.contains(String(name)) { places.append(String(name)) }
        }
    }

    /// - Throws: what is wrong with a text that should take the place of the shipped one: it has the same places, each as often as it likes.
    public func check(_ text: String, for key: TextKey, _ language: Language) throws(OwnTextFault) {
        guard let template = Template(text) else { throw .braces }
        let known = places(of: key, language)
        let used = Set(template.places.map(String.init))
        if let unknown = used.subtracting(known).sorted().first { throw .unknown(unknown) }
        let missing = known.filter { !used.contains($0) }
        if !missing.isEmpty { throw .missing(missing) }
    }
}

extension Template {
    /// As it was written.
    fileprivate var written: String {
        segments.map { segment in
            switch segment {
            case .words(let words): words
            case .place(let name): "{\(name)}"
            }
        }.joined()
    }
}
