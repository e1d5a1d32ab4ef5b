import Languages
import Testing

@Suite struct `Search` {
    /// What the storage does: every word asked for must begin a word of the index.
    func finds(_ query: String, in text: String) -> Bool {
        let index = Fold.indexText(text).split(separator: " ")
        let words = Fold.query(query)
        return !words.isEmpty && words.allSatisfy { word in index.contains { $0.hasPrefix(word) } }
    }

    static let spellings: [[String]] = [
        ["Đorđević", "Djordjevic", "Dordevic", "Ђорђевић", "djordjevic", "ĐORĐEVIĆ", "Djordjević"],
        ["Џунгла", "Džungla", "dzungla", "ǅungla"],
        ["Његош", "Njegoš", "njegos", "ЊЕГОШ"],
        ["Žąsis Šiaulių", "zasis siauliu"],
        ["Мокрин", "Mокрин", "Mokrin"],
        ["Ана-Марија", "Ана Марија", "ana-marija"],
        ["O'Brien", "O’Brien", "OBrien"],
        ["Café", "cafe", "CAFE", "Cafe\u{301}"],
        ["учитељ", "učitelj", "ucitelj"],
    ]

    @Test(arguments: spellings)
    func `finds every spelling by every other`(spellings: [String]) {
        for written in spellings {
            for asked in spellings { #expect(finds(asked, in: written), "\(asked) in \(written)") }
        }
    }

    @Test func `finds what begins with the words, in any order`() {
        #expect(finds("уче диги", in: "Дигитална учионица и учење"))
        #expect(finds("dig", in: "Дигитална учионица"))
        #expect(finds("dj", in: "Đorđe"))
        #expect(finds("K2", in: "Компетенција K2"))
        #expect(finds("anamarija", in: "Ана-Марија"))
        #expect(finds("o brien", in: "O'Brien"))
        #expect(!finds("нална", in: "Дигитална"))
        #expect(!finds("дигитална настава", in: "Дигитална учионица"))
        #expect(!finds("...", in: "Дигитална"))
    }

    @Test func `sees only small letters and digits`() {
        #expect(Fold.tokens("Шта је „дигитална“ учионица (K2), 8.5 бодова?") == ["sta", "je", "digitalna", "ucionica", "k2", "8", "5", "bodova"])
        #expect(Fold.tokens("Įžanga ąčęėįšųūž; straße; Ærø; Łódź; юность; x²") == ["izanga", "aceeisuuz", "strasse", "aero", "lodz", "junost", "x2"])
        #expect(Fold.tokens(" - ' — !") == [])
        #expect(Fold.indexText("Ана-Марија O'Brien") == "ana marija anamarija obrien o brien")
        #expect(Fold.query("ana Ана ANA") == ["ana"])
        let strange = Fold.tokens("日本語 عربي עברית ελληνικά 🎓 ﬁn Ⅻ")
        #expect(strange.allSatisfy { $0.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) } })
    }
}

@Suite struct `Sorting` {
    func sorted(_ words: [String], _ alphabet: Alphabet) -> [String] {
        words.map { (SortKey.make($0, alphabet: alphabet), $0) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
    }

    static let lists: [(Alphabet, String)] = [
        (.azbuka, "абажур бака вода гора дуга ђак ељда жаба зид игла језеро кула лав љубав мед нога његов отац пут река сат тата ћуп ухо фењер хлеб цена час џеп шума"),
        (.azbuka, "Avala Бачка Gradac Ђердап Žabalj Зрењанин Ljig Мионица Njegoševo Џеп Šabac"),
        (.abeceda, "cena čas ćup dugme džep đak lopta luk ljubav mak nula njiva odžak sat šuma zid žaba"),
        (.abeceda, "infarkt injekcija inkubator injegov"),
        (.abeceda, "Ана Бојан Ceca Чеда Ćira Dado Џаја Đorđe Zora Живка"),
        (.lithuanian, "antis ąžuolas bitė cukrus čiulptukas dalgis ėjimas ekranas elnias ilgas ypač įrašas jonas kalnas obuolys sala šaka ugnis ūkis vanduo zona žąsis"),
    ]

    @Test(arguments: lists)
    func `follows the alphabet`(alphabet: Alphabet, list: String) {
        let words = list.split(separator: " ").map(String.init)
        #expect(sorted(words.reversed(), alphabet) == words)
        #expect(sorted(words.sorted(), alphabet) == words)
    }

    @Test func `puts both scripts in one list`() {
        #expect(sorted(["Živka", "Ђорђе", "Ana", "Џаја", "Ćira", "Боја"], .abeceda) == ["Ana", "Боја", "Ćira", "Џаја", "Ђорђе", "Živka"])
        #expect(SortKey.make("Љубица", alphabet: .azbuka) == SortKey.make("Ljubica", alphabet: .azbuka))
        #expect(SortKey.make("Љубица", alphabet: .lithuanian) == SortKey.make("Ljubica", alphabet: .lithuanian))
    }

    @Test func `files Lithuanian variants with their letter`() {
        #expect(sorted(["ąsa", "asa", "ąsas"], .lithuanian) == ["asa", "ąsa", "ąsas"])
    }

    @Test func `puts blanks before digits before letters, and numbers by size`() {
        #expect(sorted(["ОШ Вук", "ОШ 10", "ОШ 2", "ОШ", "ОШа"], .azbuka) == ["ОШ", "ОШ 2", "ОШ 10", "ОШ Вук", "ОШа"])
        #expect(sorted(["Анастасија", "Ана Марић", "Ана-Марија", "Ана"], .azbuka) == ["Ана", "Ана-Марија", "Ана Марић", "Анастасија"])
        #expect(sorted(["„Вук“", "Аца", "Ђура"], .azbuka) == ["Аца", "„Вук“", "Ђура"])
    }

    @Test func `lets capitals and marks decide only between equal words`() {
        #expect(sorted(["Ana", "ana", "anb"], .abeceda) == ["ana", "Ana", "anb"])
        #expect(sorted(["Café B", "Cafe C", "Cafe A"], .abeceda) == ["Cafe A", "Café B", "Cafe C"])
        #expect(SortKey.make("", alphabet: .azbuka) == [1, 1])
    }
}
