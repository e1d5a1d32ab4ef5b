import Centres
import Forms
import Kernel
package import Languages
import Yams

/// A rule pack as people write it: YAML with the keys that `docs/rules.md` tells. What is not understood is a fault with its line; nothing is passed over.
extension RulePack {
    /// - Throws: a problem at the field `text` with all that is wrong.
    package init(text: String) throws {
        var reading = PackReading()
        guard let root = reading.document(text) else { throw reading.problem }
        var pack = RulePack(name: reading.text(root, "pack"), country: reading.choice(root, "country") ?? .serbia, title: reading.words(root, "title"),
            source: reading.text(root, "source"), from: reading.day(root, "from") ?? .first, until: reading.day(root, "until", isOptional: true))
        pack.worth = reading.each(root, "worth", isOptional: true) { item, reading in
            Worth(
                kind: reading.choice(item, "kind") ?? .course, per: reading.choice(item, "per") ?? .pieces, points: reading.number(item, "points", in: 0...1000),
                international: reading.numberOrNothing(item, "international", in: 0...1000), certainty: reading.choice(item, "certainty") ?? .unconfirmed)
        }
        pack.requirements = reading.each(root, "requirements") { item, reading in
            var requirement = Requirement(
                name: reading.text(item, "name"), title: reading.words(item, "title"), article: reading.text(item, "article", isOptional: true),
                certainty: reading.choice(item, "certainty") ?? .unconfirmed, count: reading.choice(item, "count") ?? .pieces,
                least: reading.number(item, "least", in: 1...10_000), of: reading.choices(item, "of"))
            requirement.years = reading.numberOrNothing(item, "years", in: Requirement.yearBounds) ?? 1
            requirement.hours = reading.numberOrNothing(item, "hours", in: 0...1000) ?? 0
            requirement.days = reading.numberOrNothing(item, "days", in: 0...365) ?? 0
            requirement.isPriority = reading.yes(item, "priority")
            requirement.words = reading.texts(item, "words").map { Fold.indexText($0) }
            return requirement
        }
        pack.leave = reading.inner(root, "leave").map { item in
            PaidLeave(
                days: reading.number(item, "days", in: 1...100), article: reading.text(item, "article", isOptional: true),
                certainty: reading.choice(item, "certainty") ?? .unconfirmed)
        }
        pack.titles = reading.each(root, "titles", isOptional: true) { item, reading in
            CareerTitle(
                name: reading.text(item, "name"), title: reading.words(item, "title"), years: reading.number(item, "years", in: 0...60),
                article: reading.text(item, "article", isOptional: true), certainty: reading.choice(item, "certainty") ?? .unconfirmed,
                needs: reading.each(item, "needs") { need, reading in
                    CareerTitle.Need(title: reading.words(need, "title"), of: reading.choices(need, "of", isOptional: true), isLed: reading.yes(need, "led"))
                })
        }
        pack.attestation = reading.inner(root, "attestation").map { item in
            Attestation(
                months: reading.texts(item, "months").compactMap { Int(typed: $0, in: 1...12) }, rest: reading.number(item, "rest", in: 0...20),
                ask: reading.number(item, "ask", in: 0...60), article: reading.text(item, "article", isOptional: true),
                certainty: reading.choice(item, "certainty") ?? .unconfirmed)
        }
        guard reading.faults.isEmpty else { throw reading.problem }
        self = pack
    }
}

/// Reads the tree of a pack, and gathers what is wrong with it, each with its line.
private struct PackReading {
    private(set) var faults: [Phrase] = []

    private static let most = 12

    var problem: Problem { Problem(.invalid, faults.prefix(Self.most).map { Problem.Fault("text", $0) }) }

    mutating func document(_ text: String) -> Node.Mapping? {
        do {
            guard let root = try Yams.compose(yaml: text)?.mapping else {
                faults.append(T.portfolio.packEmpty)
                return nil
            }
            checkKeys(of: root)
            return root
        } catch let fault as YamlError {
            faults.append(T.portfolio.packUnread(line: .number(fault.line)))
        } catch {
            faults.append(T.portfolio.packUnread(line: .number(1)))
        }
        return nil
    }

    // MARK: Values

    mutating func text(_ item: Node.Mapping, _ key: String, isOptional: Bool = false) -> String {
        guard let node = item[key], !node.isNothing else {
            if !isOptional { missing(item, key) }
            return ""
        }
        guard let text = node.scalar?.string, text.count <= 300 else {
            wrong(node, key)
            return ""
        }
        return WrittenText.line(text)
    }

    mutating func texts(_ item: Node.Mapping, _ key: String) -> [String] {
        guard let node = item[key], !node.isNothing else { return [] }
        guard let list = node.sequence, list.allSatisfy({ $0.scalar != nil }), !list.isEmpty else {
            wrong(node, key)
            return []
        }
        return list.compactMap { $0.scalar?.string }.map(WrittenText.line)
    }

    mutating func words(_ item: Node.Mapping, _ key: String) -> PackWords {
        guard let node = item[key], !node.isNothing else {
            missing(item, key)
            return PackWords([:])
        }
        guard let mapping = node.mapping else {
            wrong(node, key)
            return PackWords([:])
        }
        var texts: [Language: String] = [:]
        for (name, value) in mapping {
            guard let language = name.string.flatMap(Language.init(rawValue:)), let text = value.scalar?.string, !text.isEmpty, text.count <= 300 else {
                wrong(name, key)
                continue
            }
            texts[language] = WrittenText.line(text)
        }
        return PackWords(texts)
    }

    mutating func number(_ item: Node.Mapping, _ key: String, in bounds: ClosedRange<Int>) -> Int {
        guard item[key]?.isNothing == false else {
            missing(item, key)
            return bounds.lowerBound
        }
        return numberOrNothing(item, key, in: bounds) ?? bounds.lowerBound
    }

    mutating func numberOrNothing(_ item: Node.Mapping, _ key: String, in bounds: ClosedRange<Int>) -> Int? {
        guard let node = item[key], !node.isNothing else { return nil }
        guard let number = node.scalar.flatMap({ Int(typed: $0.string, in: bounds) }) else {
            faults.append(T.portfolio.packNumber(
                line: .number(node.mark?.line ?? 0), key: .text(key), least: .number(bounds.lowerBound), most: .number(bounds.upperBound)))
            return nil
        }
        return number
    }

    mutating func day(_ item: Node.Mapping, _ key: String, isOptional: Bool = false) -> Day? {
        guard let node = item[key], !node.isNothing else {
            if !isOptional { missing(item, key) }
            return nil
        }
        guard let day = node.scalar.flatMap({ Day(iso: $0.string) }) else {
            faults.append(T.portfolio.packDay(line: .number(node.mark?.line ?? 0), key: .text(key)))
            return nil
        }
        return day
    }

    mutating func yes(_ item: Node.Mapping, _ key: String) -> Bool {
        guard let node = item[key], !node.isNothing else { return false }
        guard let answer = node.scalar?.string, ["true", "false"].contains(answer) else {
            wrong(node, key)
            return false
        }
        return answer == "true"
    }

    // MARK: One of the words we know

    mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(_ item: Node.Mapping, _ key: String) -> Choice? {
        guard let node = item[key], !node.isNothing else {
            missing(item, key)
            return nil
        }
        return choice(node, key)
    }

    mutating func choices<Choice: CaseIterable & RawRepresentable<String>>(_ item: Node.Mapping, _ key: String, isOptional: Bool = false) -> [Choice] {
        guard let node = item[key], !node.isNothing else {
            if !isOptional { missing(item, key) }
            return []
        }
        guard let list = node.sequence, !list.isEmpty else {
            wrong(node, key)
            return []
        }
        var choices: [Choice] = []
        for one in list { if let choice: Choice = choice(one, key) { choices.append(choice) } }
        return choices
    }

    private mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(_ node: Node, _ key: String) -> Choice? {
        if let choice = (node.scalar?.string).flatMap(Choice.init(rawValue:)) { return choice }
        let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        faults.append(T.portfolio.packChoice(line: .number(node.mark?.line ?? 0), key: .text(key), known: .text(known)))
        return nil
    }

    // MARK: Inner lists

    mutating func inner(_ item: Node.Mapping, _ key: String) -> Node.Mapping? {
        guard let node = item[key], !node.isNothing else { return nil }
        guard let inner = node.mapping else {
            wrong(node, key)
            return nil
        }
        return inner
    }

    mutating func each<Item>(
        _ item: Node.Mapping, _ key: String, isOptional: Bool = false, _ read: (Node.Mapping, inout PackReading) -> Item
    ) -> [Item] {
        guard let node = item[key], !node.isNothing else {
            if !isOptional { missing(item, key) }
            return []
        }
        guard let list = node.sequence, !list.isEmpty, list.allSatisfy({ $0.mapping != nil }) else {
            wrong(node, key)
            return []
        }
        return list.compactMap(\.mapping).map { read($0, &self) }
    }

    // MARK: Faults

    private static let keys = Set([
        "pack", "country", "title", "source", "from", "until", "worth", "requirements", "leave", "titles", "attestation", "kind", "per", "points",
        "international", "certainty", "name", "article", "count", "least", "of", "years", "hours", "days", "priority", "words", "needs", "led", "months", "rest",
        "ask",
    ] + Language.allCases.map(\.rawValue))

    /// A key that nobody reads is a mistake of whoever wrote it, not a wish that is passed over.
    private mutating func checkKeys(of mapping: Node.Mapping) {
        for (name, value) in mapping {
            if let text = name.string, !Self.keys.contains(text) {
                faults.append(T.portfolio.packKey(line: .number(name.mark?.line ?? 0), key: .text(text)))
            }
            if let inner = value.mapping { checkKeys(of: inner) }
            for inner in value.sequence ?? [] { if let inner = inner.mapping { checkKeys(of: inner) } }
        }
    }

    private mutating func missing(_ item: Node.Mapping, _ key: String) {
        faults.append(T.portfolio.packMissing(line: .number(item.mark?.line ?? 1), key: .text(key)))
    }

    private mutating func wrong(_ node: Node, _ key: String) {
        faults.append(T.portfolio.packWrong(line: .number(node.mark?.line ?? 0), key: .text(key)))
    }
}

extension Node {
    /// Written and left empty.
    fileprivate var isNothing: Bool { scalar.map { $0.string.isEmpty || $0.string == "~" || $0.string == "null" } ?? false }
}

extension YamlError {
    fileprivate var line: Int {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: 1
        }
    }
}
