import Languages
import Testing

@Suite struct `Serbian scripts` {
    @Test(arguments: [
        ("Љубав, Њива, Џеп, Ђак", "Ljubav, Njiva, Džep, Đak"), ("ЉУБАВ ПАЊ ЏЕП", "LJUBAV PANJ DŽEP"), ("Љ. Петровић", "Lj. Petrović"),
        ("ИЊ Џ", "INJ Dž"), ("ШЉИВА Љ", "ŠLJIVA Lj"), ("инјекција и њива", "injekcija i njiva"),
        ("абвгдђежзијклљмнњопрстћуфхцчџш", "abvgdđežzijklljmnnjoprstćufhcčdžš"), ("Erasmus+ у школи", "Erasmus+ u školi"),
        ("ѝ ѐ йыэ", "ѝ ѐ йыэ"), ("Ана 2026 €", "Ana 2026 €"), ("", ""), ("о\u{300}", "o\u{300}"),
    ])
    func `write Cyrillic in Latin`(cyrillic: String, latin: String) {
        #expect(Script.latin(fromCyrillic: cyrillic) == latin)
    }

    /// Words as a writer of Cyrillic has them; their Latin must lead back to them.
    static let words = """
        инјекција конјунктура конјугација Танјуг ТАНЈУГ вањкушица ванјезички анјон мањи коњички Његош надживети наџак оџак одживети оџаклија \
        поджанр џунгла буџет одједном подједнак адјектив ђак међа људи ЉУДИ ЊЕГОШ ЏЕЗ љубав поље заљев њива сањати џеп џин хаџија предео \
        предјело изјава објава субјекат наджњевати оджалити поджупан преджетвени инјурија микроинјекција реконјугација хиперинјекција \
        неинјектиран Анджеј фелджандармерија школа учитељ наставник дигитална учионица оцењивање васпитање превентива жеља ћуп чаша штап \
        КОЊ ИНЈЕКЦИЈА НАДЖИВЕТИ
        """.split(separator: " ").map(String.init)

    @Test(arguments: words)
    func `lead from Cyrillic to Latin and back`(word: String) {
        #expect(Script.proposeCyrillic(fromLatin: Script.latin(fromCyrillic: word)) == word)
    }

    @Test(arguments: [
        ("Seminar za nastavnike V i VI razreda", "Семинар за наставнике V и VI разреда"),
        ("pišite na ana@skola.rs ili www.skola.rs", "пишите на ana@skola.rs или www.skola.rs"),
        ("Kompetencija K2, prioritet P3", "Компетенција K2, приоритет P3"), ("Windows i Word u nastavi", "Windows и Word у настави"),
        ("Erasmus+ projekti", "Erasmus+ пројекти"), ("udaljeno 15 km", "удаљено 15 km"), ("nastava u 2026. godini", "настава у 2026. години"),
        ("8-časovni skup", "8-часовни скуп"), ("ǈubav ǆep ǌiva", "Љубав џеп њива"), ("ŠKOLA I VRTIĆ", "ШКОЛА И ВРТИЋ"), ("Café Müller", "Café Müller"),
        ("Djordje", "Дјордје"), ("već ćirilica и мешано", "већ ћирилица и мешано"), ("„Njiva“ (Džep)", "„Њива“ (Џеп)"), ("Vi ste", "Ви сте"),
        ("zuov.gov.rs/katalog", "zuov.gov.rs/katalog"), ("kraj. Novi red", "крај. Нови ред"), ("  dva  razmaka ", "  два  размака "), ("", ""),
    ])
    func `propose Cyrillic and leave alone what is not Serbian`(latin: String, proposal: String) {
        #expect(Script.proposeCyrillic(fromLatin: latin) == proposal)
    }

    @Test(arguments: [
        ("Школа", Script.cyrillic), ("Škola 5", .latin), ("Mокрин", .mixed), ("2026 – №", .none), ("", .none), ("žąsis", .latin),
    ])
    func `are told apart`(text: String, script: Script) {
        #expect(Script.of(text) == script)
    }
}
