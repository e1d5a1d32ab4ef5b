import Claims
import Languages

/// What the reference on a payment may mean, by its control.
package struct PaidReference: Sendable, Hashable {
    /// A number whose control is right.
    package private(set) var sound: String?
    /// As it stands, control and all, in the ways it may be read.
    package private(set) var typed: [String] = []

    package init(_ reference: BroughtReference) {
        guard !reference.isEmpty else { return }
        let text = Self.cleaned(reference.number)
        if case .right(let number) = Reference.read(text) { sound = number.base }
        guard text.count >= 3 else { return }
        // The model may stand in front of the number once more.
        typed = text.hasPrefix("97") && text.count > 5 ? [text, String(text.dropFirst(2))] : [text]
    }

    /// Digits and capital letters: blanks and strokes are only for the eye.
    package static func cleaned(_ text: String) -> String {
        String(text.uppercased().filter { ("0"..."9").contains($0) || ("A"..."Z").contains($0) })
    }

    /// Words of a purpose that may be a reference which somebody wrote into the wrong field.
    package static func within(_ purpose: String) -> [String] {
        purpose.split { !$0.isNumber && !$0.isLetter && $0 != "-" && $0 != "/" }.map { cleaned(String($0)) }
            .filter { $0.count >= 9 && $0.count <= 25 && $0.count(where: \.isNumber) >= 9 }
    }

    /// What somebody may have meant: one digit other, two that changed places, one too many or too few.
    package static func near(_ typed: String) -> [String] {
        let signs = Array(typed.utf8)
        guard (3...30).contains(signs.count) else { return [] }
        var all: [[UInt8]] = []
        for place in signs.indices {
            for digit in UInt8(48)...57 where digit != signs[place] {
                var other = signs
                other[place] = digit
                all.append(other)
            }
            var shorter = signs
            shorter.remove(at: place)
            all.append(shorter)
            if place + 1 < signs.count, signs[place] != signs[place + 1] {
                var swapped = signs
                swapped.swapAt(place, place + 1)
                all.append(swapped)
            }
        }
        for place in 0...signs.count {
            for digit in UInt8(48)...57 {
                var longer = signs
                longer.insert(digit, at: place)
                all.append(longer)
            }
        }
        return all.map { String(decoding: $0, as: UTF8.self) }
    }
}
