/// Addresses of web sites as people write them, with the scheme or without.
enum Website {
    /// What forms hold before anybody fills them in.
    static func isPlaceholder(_ text: String) -> Bool {
        let bare = text.lowercased().replacing("https://", with: "").replacing("http://", with: "").replacing("www.", with: "").split(separator: "/").first ?? ""
        return ["", "sajt.com", "sajt.rs", "nemasajt.com", "nema.com", "nema.rs", "primer.com", "primer.rs", "nera.lt", "pavyzdys.lt"].contains(bare)
    }

    /// - Returns: the whole address; nil for *nema*, *www* and other texts that lead nowhere.
    static func read(_ text: String) -> String? {
        let lower = text.lowercased()
        let address = lower.hasPrefix("http://") || lower.hasPrefix("https://") ? text : "http://" + text
        let host = address.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }), !address.contains(where: \.isWhitespace) else { return nil }
        return address
    }
}
