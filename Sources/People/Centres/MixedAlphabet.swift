import Languages

/// Words in which Cyrillic and Latin letters stand side by side, as the `M` of *Mузичка* that came from a Latin keyboard. It looks right,
/// is found and sorted as if it were right, and is never changed without being asked; whoever reads the list is told.
package enum MixedAlphabet {
    package static func words(in text: String) -> [String] {
        text.split { !($0.isLetter || $0.isNumber) }.map(String.init).filter { Script.of($0) == .mixed }
    }
}
