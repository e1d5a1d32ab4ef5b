import Foundation

extension Language {
    /// The language of ours that a browser wants most, by its header `Accept-Language`, such as `sr-Latn, lt;q=0.8`; nil when it wants none of them.
    ///
    /// Serbian is Cyrillic unless the tag names the Latin script. Of two that are wanted equally the first is taken.
    public init?(accepting header: String) {
        let wanted = header.split(separator: ",").compactMap { entry -> (language: Language, weight: Double)? in
            let parts = entry.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            guard let tag = parts.first, let language = Language(tag: tag) else { return nil }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            return weight > 0 ? (language, weight) : nil
        }
        guard let most = wanted.map(\.weight).max(), let first = wanted.first(where: { $0.weight == most }) else { return nil }
        self = first.language
    }

    /// The language of ours that the system speaks, by the variables that name its locale: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that says
    /// anything decides. English where it is another one, or none (`C`).
    public init(locale environment: [String: String]) {
        let said = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        // sr_RS.UTF-8@latin, sr_Latn_RS, lt_LT.utf8
        let parts = said.lowercased().split(separator: "@", maxSplits: 1)
        let place = (parts.first ?? "").split(separator: ".").first ?? ""
        let script = parts.count > 1 && parts[1].hasPrefix("lat") ? "-latn" : ""
        self = Language(tag: place.replacingOccurrences(of: "_", with: "-") + script) ?? .en
    }

    /// - Parameter tag: in small letters, such as `sr-latn-rs`.
    private init?(tag: String) {
        let parts = tag.split(separator: "-")
        switch parts.first {
        case "sr": self = parts.contains("latn") ? .srLatn : .sr
        case "lt": self = .lt
        case "en": self = .en
        default: return nil
        }
    }
}
