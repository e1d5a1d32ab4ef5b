@testable import Centres
import Testing
import Town

@Suite struct PlaceRuleTests {
    @Test(arguments: [
        ("ОШ „Вук Караџић“", School.Kind.primary), ("Основна музичка школа „Петар Илић“", .music), ("Mузичка школа „Коста Манојловић“", .music),
        ("Балетска школа „Лујо Давичо“", .music), ("Гимназија „Светозар Марковић“", .secondary), ("Прва крагујевачка гимназија", .secondary),
        ("Техничка школа", .secondary), ("Предшколска установа „Вила“", .preschool), ("Школа за основно и средње образовање „Вожд“", .special),
        ("Основна школа за ученике са сметњама у развоју", .special), ("Специјална школа са домом ученика „Бубањ“", .special),
        ("Школа за основно образовање одраслих", .adult), ("Дом ученика средњих школа", .secondary), ("Дом ученика", .dormitory),
        ("Основна и средња школа „9. мај“", .primary),
        ("Образовни центар „Ослобођење“", .other), ("OŠ „Bratstvo“", .primary), ("Vilniaus „Žiburio“ pradinė mokykla", .primary), ("Kauno lopšelis-darželis", .preschool),
        ("Šiaulių Juliaus Janonio gimnazija", .secondary), ("Alytaus progimnazija", .primary), ("Muzikos mokykla", .music), ("", .other),
    ])
    func `the kind is guessed from the name`(name: String, kind: School.Kind) { #expect(School.Kind(guessedFrom: name) == kind) }

    @Test func `distances over the ground`() throws {
        let sombor = try #require(Coordinates(latitude: 45.7742, longitude: 19.1122)), nis = try #require(Coordinates(latitude: 43.3209, longitude: 21.8958))
        let vilnius = try #require(Coordinates(latitude: 54.6892, longitude: 25.2798))
        #expect(abs(sombor.kilometres(to: nis) - 350) < 3)
        #expect(abs(nis.kilometres(to: vilnius) - 1_287) < 10)
        #expect(sombor.kilometres(to: sombor) == 0)
        #expect(sombor.kilometres(to: nis) == nis.kilometres(to: sombor))
        #expect(Coordinates(latitude: 91, longitude: 0) == nil && Coordinates(latitude: nil, longitude: 19) == nil)
        #expect(sombor.country == .serbia && vilnius.country == .lithuania)
        #expect(try #require(Coordinates(latitude: 48.2, longitude: 16.4)).country == nil)
    }

    @Test func `only a word with letters of both alphabets is mixed`() {
        #expect(MixedAlphabet.words(in: "Mузичка школа „Коста“") == ["Mузичка"])
        #expect(MixedAlphabet.words(in: "ОШ „Краљ Петар II Карађорђевић“ www.os.rs").isEmpty)
    }

    @Test(arguments: [
        ("http://www.skola.edu.rs", "http://www.skola.edu.rs"), ("www.skola.rs", "http://www.skola.rs"), ("https://a.rs/x", "https://a.rs/x"),
        ("nema", nil), ("www", nil), ("http://", nil), ("a b.rs", nil), ("javascript:alert(1)", nil), (".rs", nil),
    ])
    func `addresses of web sites`(text: String, website: String?) { #expect(Website.read(text) == website) }
}
