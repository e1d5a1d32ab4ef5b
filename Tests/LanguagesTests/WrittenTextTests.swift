import Languages
import Testing

@Suite struct `Text that people type` {
    @Test(arguments: [
        ("Ана Марија", "Ана Марија"), ("  Ана \t Марија ", "Ана Марија"), ("Ана\r\nМарија", "Ана Марија"), ("Ана\u{B}Марија\u{2028}Ћ", "Ана Марија Ћ"),
        ("\u{202E}Ана\u{202C}", "Ана"), ("А\u{200B}на\u{FEFF}", "Ана"), ("Ана\u{200D}Марија", "АнаМарија"), ("C\u{30C}olić", "Čolić"),
        ("ǆepina ǈubica", "džepina Ljubica"), ("а\u{FFFF}б\u{7}в\u{0}г\u{AD}д", "абвгд"), ("\u{F0B7} Приче", "Приче"), ("а \u{F0B7} б", "а • б"),
        ("Ана\u{A0}\u{2009}Ћ\u{3000}", "Ана Ћ"), ("Ана 🎓 Измишљена", "Ана 🎓 Измишљена"), ("👩\u{200D}🏫 и ❤\u{FE0F}", "👩\u{200D}🏫 и ❤\u{FE0F}"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("Nguyễn Thị Ánh", "Nguyễn Thị Ánh"), ("\u{301}Ана", "Ана"),
        ("е\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "ѐ\u{301}\u{302}\u{303}\u{304}"), ("", ""), (" \u{200B}\r\n ", ""), ("_x000D_ =1+1", "_x000D_ =1+1"),
    ]) func `stands in one line`(typed: String, kept: String) {
        #expect(Array(WrittenText.line(typed).unicodeScalars) == Array(kept.unicodeScalars))
        #expect(WrittenText.line(kept) == kept, "read twice it is the same")
    }

    @Test(arguments: [
        ("први\r\nдруги\rтрећи\n", "први\nдруги\nтрећи"), ("\n\n а  б \n\n\nв\t\n", " а  б\n\n\nв"), ("а\u{2029}б\u{85}в", "а\nб\nв"), ("\u{F0B7}\tа", "• а"),
        ("а\u{202E}б\u{FFFE}", "аб"), ("\r\n\r\n", ""), ("а\n\u{301}б", "а\nб"),
    ]) func `stands in several lines`(typed: String, kept: String) {
        #expect(Array(WrittenText.lines(typed).unicodeScalars) == Array(kept.unicodeScalars))
        #expect(WrittenText.lines(WrittenText.lines(typed)) == WrittenText.lines(typed))
    }

    @Test func `is refused where a sign cannot be read`() {
        #expect(WrittenText.unreadable(in: "Ана \u{F0E8}") == "\u{F0E8}")
        #expect(WrittenText.unreadable(in: "Ана \u{FFFD}") == "\u{FFFD}")
        #expect(WrittenText.unreadable(in: "\u{10FFFD}") == "\u{10FFFD}")
        #expect(WrittenText.unreadable(in: "\u{F0B7} Ана 李 🎓 علي ѳ") == nil)
    }

    @Test func `is found and sorted alike, however its letters were typed`() {
        let typed = ["C\u{30C}olić", "Colić", "C\u{301}osić", "S\u{30C}imić", "Simić", "Z\u{30C}arić", "Zarić"].map(WrittenText.line)
        let sorted = typed.sorted { SortKey.make($0, alphabet: .abeceda).lexicographicallyPrecedes(SortKey.make($1, alphabet: .abeceda)) }
        #expect(sorted == ["Colić", "Čolić", "Ćosić", "Simić", "Šimić", "Zarić", "Žarić"])
        #expect(Script.latin(fromCyrillic: "ЏУГАЊ") == "DŽUGANJ")
        #expect(Script.latin(fromCyrillic: "Милан ЏУГАЊ, ЉУБИЋ-ЊЕГОШ Љ. ЉИГ Њ Ља") == "Milan DŽUGANJ, LJUBIĆ-NJEGOŠ Lj. LJIG Nj Lja")
    }
}
