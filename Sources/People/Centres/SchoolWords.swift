import Languages

/// How people write an institution: in either script, by its kind's name or its short form, in any order, in any case of grammar.
/// What is indexed and what is asked pass through the same words, so that *osnovnu školu Vuk* and *ОШ Вук* meet.
package enum SchoolWords {
    /// Short forms, with the words that they stand for.
    private static let short: [String: [String]] = [
        "os": ["osnovna", "skola"], "osn": ["osnovna", "skola"], "ss": ["srednja", "skola"], "sss": ["srednja", "strucna", "skola"],
        "ms": ["muzicka", "medicinska", "skola"], "omso": ["osnovna", "muzicka", "skola"], "ts": ["tehnicka", "skola"], "es": ["ekonomska", "skola"],
        "ets": ["ekonomska", "trgovinska", "skola"], "pu": ["predskolska", "ustanova"], "gim": ["gimnazija"],
    ]

    /// Words of kinds by their beginnings; the longest beginning decides.
    private static let stems: [(stem: String, word: String)] = [
        ("osnovn", "osnovna"), ("predskolsk", "predskolska"), ("ustanov", "ustanova"), ("srednj", "srednja"), ("strucn", "strucna"),
        ("muzick", "muzicka"), ("tehnick", "tehnicka"), ("ekonomsk", "ekonomska"), ("medicinsk", "medicinska"), ("gimnazij", "gimnazija"),
        ("vrtic", "vrtic"), ("specijaln", "specijalna"), ("mokykl", "mokykla"), ("progimnazij", "progimnazija"), ("darzel", "darzelis"),
    ]

    /// A word that is too short to be told by its beginning: школска is a street.
    private static let schools: Set<String> = ["skola", "skole", "skoli", "skolu", "skolom", "skolama"]

    /// Little words that tell nothing.
    private static let silent: Set<String> = ["u", "iz", "kod", "pri", "na"]

    /// What every institution of a kind is called, whether or not its name says so.
    private static func names(of kind: School.Kind) -> [String] {
        switch kind {
        case .preschool: ["pu", "predskolska", "ustanova", "vrtic", "darzelis"]
        case .primary: ["os", "osn", "osnovna", "skola"]
        case .secondary: ["ss", "srednja", "skola"]
        case .music: ["ms", "muzicka", "skola"]
        case .special: ["specijalna", "skola"]
        case .dormitory: ["dom", "internat"]
        case .adult: ["skola"]
        case .other: []
        }
    }

    /// One form for all cases of a word of a kind; the last word of a question may not be whole yet, and stays then.
    private static func word(_ token: String) -> String {
        schools.contains(token) ? "skola" : stems.first { token.hasPrefix($0.stem) }?.word ?? token
    }

    /// The one form of each word of a place or a street that has several.
    static func indexed(_ text: String) -> String { Fold.tokens(text).map { ($0, word($0)) }.filter { $0 != $1 }.map(\.1).joined(separator: " ") }

    /// What is found of an institution, beside its name as it is written.
    static func indexed(_ name: String, _ kind: School.Kind) -> String {
        let tokens = Fold.tokens(name)
        let words = tokens.map(word)
        let spelled = tokens.flatMap { short[$0] ?? [] }
        let shortened = short.filter { !$0.value.contains { !words.contains($0) } }.keys.sorted()
        let more = (words + spelled + shortened + names(of: kind)).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return more.filter { !tokens.contains($0) }.joined(separator: " ")
    }

    /// What to look for: letters that were parted by full stops are one short form again, and what tells nothing is left out.
    package static func query(_ text: String) -> [String] {
        var tokens: [String] = []
        var letters = ""
        for token in Fold.tokens(text) + [""] {
            if token.count == 1, !silent.contains(token), token.first?.isLetter == true { letters += token; continue }
            if !letters.isEmpty { tokens.append(letters) }
            letters = ""
            if !token.isEmpty { tokens.append(word(token)) }
        }
        let telling = tokens.filter { !silent.contains($0) }
        return (telling.isEmpty ? tokens : telling).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// What two writings of one institution have in common: the words beside those that say only that it is one.
    package static func key(_ name: String) -> String {
        let general: Set = ["osnovna", "skola", "predskolska", "ustanova"]
        let words = query(name).flatMap { short[$0] ?? [$0] }
        let telling = words.filter { !general.contains($0) }
        return (telling.isEmpty ? words : telling).sorted().joined(separator: " ")
    }
}
