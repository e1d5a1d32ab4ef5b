import Foundation

/// What is printed in place of letters that no font has, so that one odd sign in one name does not stop everybody's paper.
extension Typesetting {
    public static let standIn = "□"

    /// The same with the sign in place of letters that no font has, and a note below that says where they stood.
    /// - Parameters:
    ///   - letters: as ``TypesetterFault/missingGlyph(_:)`` names them.
    ///   - note: made of the texts that hold them, the sign in its place.
    public func standingIn(for letters: String, note: ([String]) -> String) throws -> Typesetting {
        let missing = MissingLetters(letters)
        guard var content = missing.without(try JSONSerialization.jsonObject(with: Data(data.utf8))) as? [String: Any] else { return self }
        content["notes"] = (content["notes"] as? [Any] ?? []) + [note(missing.replaced(in: try texts(with: letters)))]
        let written = try JSONSerialization.data(withJSONObject: content, options: [.sortedKeys, .withoutEscapingSlashes])
        var job = Typesetting(
            template: template, data: String(decoding: written, as: UTF8.self), stamp: stamp, attachments: attachments, pictures: pictures)
        (job.party, job.seconds, job.isBooklet) = (party, seconds, isBooklet)
        return job
    }

    /// The printed texts that hold one of these letters, each once.
    public func texts(with letters: String) throws -> [String] {
        let missing = MissingLetters(letters)
        return missing.texts(try JSONSerialization.jsonObject(with: Data(data.utf8))).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

private struct MissingLetters {
    private let scalars: Set<Unicode.Scalar>

    /// What is named beside them because it stands in one sign with them, such as the letter under a strange mark, every font has.
    init(_ letters: String) {
        scalars = Set(letters.unicodeScalars.filter { $0.value >= 0x530 || [.control, .unassigned].contains($0.properties.generalCategory) })
    }

    private func holds(_ letter: Character) -> Bool { letter.unicodeScalars.contains(where: scalars.contains) }

    private func without(_ text: String) -> String { text.contains(where: holds) ? text.map { holds($0) ? Typesetting.standIn : String($0) }.joined() : text }

    func without(_ value: Any) -> Any {
        switch value {
        case let text as String: without(text)
        case let list as [Any]: list.map { without($0) }
        case let fields as [String: Any]: fields.mapValues { without($0) }
        default: value
        }
    }

    func replaced(in texts: [String]) -> [String] { texts.map { without($0) } }

    func texts(_ value: Any) -> [String] {
        switch value {
        case let text as String: text.contains(where: holds) ? [text] : []
        case let list as [Any]: list.flatMap(texts)
        case let fields as [String: Any]: fields.sorted { $0.key < $1.key }.flatMap { texts($0.value) }
        default: []
        }
    }
}
