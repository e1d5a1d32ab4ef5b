import Foundation

/// Why what people typed is no address that mail could reach.
public enum AddressFault: Error, Hashable, Sendable {
    /// There is no `@`, or nothing on one side of it.
    case incomplete
    /// More than one address, where one is asked for.
    case several
    /// A sign that no mail server takes before the `@`, such as a Cyrillic `а` or a blank.
    case sign(String)
    /// A dot at the beginning or the end, or two together, before the `@`.
    case dots
    /// More than 64 letters before the `@`, or 254 in all.
    case tooLong
    /// What stands behind the `@` is no name of a host: a comma, an underscore, numbers alone, no dot, or two alphabets in one word.
    case host(String)
}

extension Address {
    /// Reads an address as people type and paste it: `mailto:` and angle brackets go, and a host in letters of its own (`центар.срб`) gets the form that
    /// mail servers know (RFC 3492, RFC 5890).
    public init(typed: String) throws(AddressFault) {
        var text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        if text.lowercased().hasPrefix("mailto:") { text.removeFirst(7) }
        if text.hasPrefix("<"), text.hasSuffix(">"), text.count > 2 { text = String(text.dropFirst().dropLast()) }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count < 3 else { throw .several }
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { throw .incomplete }
        let local = parts[0]
        if let sign = local.unicodeScalars.first(where: { !$0.isAtomic && $0 != "." }) { throw .sign(String(Character(sign))) }
        guard local.split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ !$0.isEmpty }) else { throw .dots }
        guard local.utf8.count <= 64 else { throw .tooLong }
        guard let host = HostName.ascii(parts[1]), host.contains(".") else { throw .host(String(parts[1].prefix(100))) }
        guard let address = try? Address("\(local)@\(host)") else { throw .tooLong }
        self = address
    }
}

extension HostName {
    /// The name in the letters that servers know, in small ones; nil for what is none.
    static func ascii(_ name: Substring) -> String? {
        let labels = name.precomposedStringWithCanonicalMapping.lowercased().split(separator: ".", omittingEmptySubsequences: false).map(ascii(label:))
        let text = labels.compactMap(\.self).joined(separator: ".")
        return labels.contains(nil) || !isValid(text[...]) ? nil : text
    }

    private static func ascii(label: Substring) -> String? {
        let letters = Array(label.unicodeScalars)
        if letters.allSatisfy(\.isASCII) { return String(label) }
        guard letters.count <= 60, letters.allSatisfy({ $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" }) else { return nil }
        // Latin letters among those of another alphabet are a mistake of the keyboard, or a trap.
        let latin = letters.filter { $0.properties.isAlphabetic && $0.value < 0x250 }.count, all = letters.filter(\.properties.isAlphabetic).count
        return latin > 0 && latin < all ? nil : Punycode.encoded(letters).map { "xn--" + $0 }
    }
}

/// Letters of any alphabet in those of ASCII (RFC 3492).
private enum Punycode {
    static func encoded(_ letters: [Unicode.Scalar]) -> String? {
        var text = String(String.UnicodeScalarView(letters.filter(\.isASCII)))
        let plain = text.utf8.count
        if plain > 0 { text += "-" }
        var (last, delta, bias, done) = (UInt32(0x80), 0, 72, plain)
        while done < letters.count {
            guard let next = letters.lazy.map(\.value).filter({ $0 >= last }).min() else { return nil }
            delta += Int(next - last) * (done + 1)
            last = next
            for letter in letters.map(\.value) {
                if letter < last { delta += 1 }
                guard letter == last else { continue }
                text += digits(of: delta, bias)
                bias = adapted(delta, done + 1, isFirst: done == plain)
                (delta, done) = (0, done + 1)
            }
            (delta, last) = (delta + 1, last + 1)
        }
        return text
    }

    private static func digits(of delta: Int, _ bias: Int) -> String {
        var (rest, text, place) = (delta, "", 36)
        while true {
            let threshold = min(max(place - bias, 1), 26)
            guard rest >= threshold else { return text + digit(rest) }
            text += digit(threshold + (rest - threshold) % (36 - threshold))
            rest = (rest - threshold) / (36 - threshold)
            place += 36
        }
    }

    private static func digit(_ number: Int) -> String { String(Array("abcdefghijklmnopqrstuvwxyz0123456789")[number]) }

    private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var place = 0
        while delta > 455 {
            delta /= 35
            place += 36
        }
        return place + 36 * delta / (delta + 38)
    }
}
