import Languages

/// Words that people of schools think of first, in Serbian, Lithuanian and English: alone, or with digits and signs around them. Chosen for this
/// program; lists of stolen passwords are not carried.
enum CommonPasswords {
    /// `Лозинка123!` and `2026slaptazodis` are one of the words with something around it.
    /// - Parameter small: in small letters.
    static func holds(_ small: String) -> Bool {
        let letters = Script.latin(fromCyrillic: small).filter { !$0.isWhitespace }
        let word = letters.drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed()
        return words.contains(String(word))
    }

    private static let words = Set("""
        password passwort lozinka mojalozinka šifra sifra mojašifra mojasifra slaptažodis slaptazodis pristup prisijungimas welcome dobrodošli dobrodosli
        iloveyou volimte myliutave admin administrator administratorius letmein changeme qwerty qwertz test testing secret tajna
        zbornica škola skola osnovnaškola osnovnaskola gimnazija mokykla mokytoja mokytojas učitelj ucitelj učiteljica uciteljica nastavnik nastavnica
        direktor direktorius direktorka učenik ucenik mokinys pedagog psiholog vaspitač vaspitac matematika matematica informatika statistika istorija
        beograd novisad niš nis kragujevac valjevo čačak cacak srbija serbia jugoslavija vilnius kaunas klaipėda klaipeda lietuva
        zvezda crvenazvezda partizan delije grobari žalgiris zalgiris football basketball fudbal košarka kosarka krepšinis krepsinis
        computer kompjuter kompiuteris internet sunshine princess princeza superman spiderman dragon monkey sunce saulė saule ljubav meilė meile muzika
        """.split { $0.isWhitespace }.map(String.init))
}
