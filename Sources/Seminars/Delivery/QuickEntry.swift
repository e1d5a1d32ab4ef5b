import Catalogue
import Kernel
import Languages

/// A signed list typed back by its codes: `12 15 17 absent`, `9 late 20`. A line without a word means that these people were there.
struct QuickEntry: Sendable {
    /// The names of the marks in every language, folded.
    private let names: [(folded: String, mark: Mark)]
    private let shown: String

    init(_ t: Texts) {
        names = Mark.allCases.flatMap { mark in
            [(mark.rawValue, mark)] + Language.allCases.map { (Self.folded(t.speaking($0)(mark.name)), mark) }
        }
        shown = Mark.allCases.map { t($0.name) }.joined(separator: ", ")
    }

    /// - Throws: what was not understood, at the field of the codes.
    func read(_ text: String, _ roll: Roll, _ session: DatedSession.ID, at now: Instant) throws -> [Attendance] {
        let people = Dictionary(roll.rows.map { ($0.code, $0.registration) }, uniquingKeysWith: { first, _ in first })
        return try text.split(whereSeparator: \.isNewline).map(String.init).filter { !Self.folded($0).isEmpty }.flatMap { line -> [Attendance] in
            let tokens = Fold.tokens(line)
            let codes = tokens.prefix { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
            var rest = Array(tokens.dropFirst(codes.count))
            let missed = rest.count > 1 ? rest.last.flatMap { Int(typed: $0, in: 0...ClockTime.minutesOfDay) } : nil
            if missed != nil { rest.removeLast() }
            guard !codes.isEmpty, let mark = mark(rest.joined(separator: " ")) else {
                throw Problem.invalid("codes", T.delivery.quickWrong(line: .text(line), words: .text(shown)))
            }
            return try codes.map { code in
                guard let registration = Int(typed: code, in: 1...1_000_000).flatMap({ people[$0] }) else {
                    throw Problem.invalid("codes", T.delivery.quickUnknown(code: .text("\(code)")))
                }
                if mark.hasMinutes, missed == nil { throw Problem.invalid("codes", T.delivery.minutesMissing) }
                return Attendance(registration: registration, session: session, mark: mark, missed: missed ?? 0, source: .sheet, at: now)
            }
        }
    }

    /// The mark that is meant; its beginning is enough when no other begins so.
    private func mark(_ word: String) -> Mark? {
        if word.isEmpty { return .present }
        if let exact = names.first(where: { $0.folded == word }) { return exact.mark }
        let meant = Set(names.filter { $0.folded.hasPrefix(word) }.map(\.mark))
        return meant.count == 1 ? meant.first : nil
    }

    private static func folded(_ text: String) -> String { Fold.tokens(text).joined(separator: " ") }
}
