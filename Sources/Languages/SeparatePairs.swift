/// Latin words in which n+j or d+ž are two letters, as in injekcija (инјекција) and nadživeti (надживети), not њ and џ.
enum SeparatePairs {
    /// The bar stands between the two letters. A stem counts at the start of a word or right behind a prefix.
    private static let written = [
        "in|jekt", "in|jekc", "in|junkcij", "in|jurij", "kon|jektur", "kon|jug", "kon|jukt", "kon|jukc", "kon|junkt", "kon|junkc",
        "van|jedar", "van|jezič", "van|jasni", "pan|jelin", "an|jon", "tan|jug", "man|jogan", "šen|jang", "šen|jeng",
        "nad|žet", "nad|živ", "nad|žnj", "nad|župnik", "nad|župan", "nad|žban", "od|žal", "od|žar", "od|živ", "od|žvak",
        "pod|žanr", "pod|župan", "pod|ždrel", "pred|žalb", "pred|želud", "pred|žetv", "and|žej", "feld|žandar",
    ]

    private static let prefixes: Set<String> = [
        "mikro", "hiper", "re", "de", "ne", "naj", "iz", "po", "pre", "bez", "auto", "foto", "elektro", "pod", "nad", "pri", "sub",
    ]

    private static let stems: [(letters: [Unicode.Scalar], bar: Int)] = written.map { stem in
        let scalars = Array(stem.unicodeScalars)
        return (scalars.filter { $0 != "|" }, scalars.firstIndex(of: "|") ?? 0)
    }

    /// Places in the word, in small letters, of those second letters that stay letters of their own.
    static func places(in word: ArraySlice<Unicode.Scalar>) -> Set<Int> {
        let hasPair = zip(word, word.dropFirst()).contains { ($0 == "n" && $1 == "j") || ($0 == "d" && $1 == "ž") }
        guard hasPair else { return [] }
        var places: Set<Int> = []
        for start in word.indices {
            guard start == word.startIndex || prefixes.contains(text(word[word.startIndex..<start])) else { continue }
            for stem in stems where word[start...].starts(with: stem.letters) {
                places.insert(start + stem.bar)
            }
        }
        return places
    }

    private static func text(_ letters: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: letters)
        return String(view)
    }
}
