import Foundation
import Languages
import Testing

/// Forms of words: what people type and what titles say.
@Suite struct `Word forms` {
    /// The forms of one word in each line. All of them should have one stem.
    static let serbian = """
        matematika matematike matematici matematička matematičke matematički matematičkom
        priča priče priči pričama priču
        digitalno digitalne digitalna digitalnih digitalnom digitalni digitalnog
        učionica učionice učionici učionicama učionicu
        čitanje čitanja čitanju čitanjem
        učenik učenici učenika učenicima učeniku učenike
        nastava nastave nastavi nastavu nastavom
        nastavnik nastavnici nastavnika nastavnicima
        vrednovanje vrednovanja vrednovanju
        ocenjivanje ocenjivanja ocenjivanju
        istorija istorije istoriji istorijski istorijska istorijskog
        biologija biologije biološki biološka
        fizika fizike fizici fizički
        hemija hemije hemijski
        geografija geografije geografski geografske
        muzika muzike muzički muzička muzici
        likovno likovna likovne likovnog
        srpski srpskog srpskom srpska
        jezik jezika jezici jezicima jeziku
        škola škole školi školama školski školska školsko
        predškolski predškolska predškolske
        vaspitač vaspitači vaspitača vaspitačima
        igra igre igri igrama igru igrom
        projekat projekti projekata projektu
        radionica radionice radionici radionicama
        vršnjačko vršnjačka vršnjački vršnjačkog
        nasilje nasilja nasilju nasiljem
        podrška podrške podršci podršku
        sposobnost sposobnosti sposobnošću
        darovit daroviti darovita darovitim darovitih
        inkluzija inkluzije inkluzivno inkluzivna inkluzivnog
        komunikacija komunikacije komunikacijom komunikaciona
        bezbednost bezbednosti bezbedno bezbedan bezbedni
        kreativnost kreativnosti kreativan kreativno kreativna
        emocija emocije emocionalni emocionalna
        razvoj razvoja razvoju razvojem
        rad rada radu radovi radova
        čas časa času časovi časova časovima
        roditelj roditelji roditelja roditeljima roditeljski
        saradnja saradnje saradnji saradnju
        problem problemi problema problemska problemskog
        zadatak zadaci zadataka zadacima zadatku
        odeljenje odeljenja odeljenju odeljenjima
        vrtić vrtići vrtića vrtiću
        kritičko kritičkog kritičkim kritička
        stručno stručna stručnog stručni
        usavršavanje usavršavanja usavršavanju
        pomoć pomoći
        čitalačka čitalačke čitalačkih
        informatika informatike informatički informatičko
        tehnologija tehnologije tehnološki tehnološka
        psihologija psihološki psiholog psiholozi psihologa
        pedagog pedagozi pedagoga pedagoški pedagoška
        strategija strategije strateški strategijama
        evropa evropi evropski evropske
        ekologija ekološki ekološka ekologije
        program programi programa programima
        sistem sistemi sistema sistemski
        medij mediji medija medijska medijske
        knjiga knjige knjigama
        dijalog dijaloga dijalozi dijalogu
        test testovi testova
        metoda metode metodama metodu
        veština veštine veštinama
        porodica porodice porodici porodični
        ishod ishodi ishoda ishodima
        prevencija prevencije prevenciju
        plan planovi planova planom
        """
    static let lithuanian = """
        matematika matematikos matematikoje matematiką matematinis matematiniai matematinių
        mokytojas mokytojai mokytojų mokytojams mokytojo mokytoja mokytojos
        mokinys mokiniai mokinių mokinio mokiniams mokiniui
        mokykla mokyklos mokykloje mokyklų mokyklai mokyklinis
        skaitmeninis skaitmeniniai skaitmeninių skaitmeninė skaitmeninės skaitmenines
        ugdymas ugdymo ugdymui ugdymą ugdyme
        mokymas mokymo mokymai mokymų mokymosi mokymasis
        vertinimas vertinimo vertinimui vertinimą
        gebėjimas gebėjimai gebėjimų gebėjimus gebėjimo
        skaitymas skaitymo skaitymui
        istorija istorijos istorijoje istorinis istoriniai
        biologija biologijos biologinis biologiniai
        kalba kalbos kalbų kalbai kalbinis kalboms
        lietuvių lietuvis lietuviai
        vaikas vaikai vaikų vaikams vaiko
        knyga knygos knygų knygoje
        gamta gamtos gamtoje gamtinis
        kūrybiškumas kūrybiškumo kūrybiškumą
        saugumas saugumo saugus saugi
        emocija emocijos emocinis emocinė emocijų
        bendravimas bendravimo bendravimą
        patirtis patirties patirčių patirtį
        pokytis pokyčiai pokyčių pokyčio
        žodis žodžiai žodžio žodžių
        įtraukusis įtraukiojo įtraukiajam įtraukus
        programa programos programų programai
        pamoka pamokos pamokų pamokoje
        klasė klasės klasei klasėje klasių
        žaidimas žaidimai žaidimų žaidimu
        technologija technologijos technologijų technologinis
        problema problemos problemų probleminis
        kompetencija kompetencijos kompetencijų kompetencijai
        seminaras seminarai seminarų seminaro
        informacinis informacija informacijos informacinių
        pasakojimas pasakojimai pasakojimų
        istorijos istorijų
        švietimas švietimo švietimui
        specialusis specialiojo specialieji specialiųjų
        poreikis poreikiai poreikių
        menas meno menai menų meninis
        tėvai tėvų tėvams
        muzika muzikos muzikinis muzikiniai
        fizinis fizinė fizinio
        """
    /// Pairs that look alike and mean something else.
    static let serbianStrangers = [
        "nastava nastavnik", "učenje učenik", "učenik učionica", "učitelj učenje", "škola školovanje",
        "priča priručnik", "igra igrač", "rad radost", "rad radionica", "muzika muzej",
        "pismo pisanje", "pismo pismenost", "slika slikar", "test tekst", "plan planina",
        "program progres", "istorija istraživanje", "razvoj razred", "razvoj razgovor", "jezik jezero",
        "čas časopis", "metoda mentor", "problem proba", "matematika materijal", "medij medicina",
        "roditelj rođenje", "vrtić vrt", "digitalno dignuto", "dete detalj", "osnova osnovna",
        "planiranje planina", "pravo pravilo", "srpski srpanj", "rat rast",
    ]
    static let lithuanianStrangers = [
        "mokytojas mokykla", "mokinys mokymas", "skaitymas skaitmeninis", "kalba kalnas", "vaikas vaidmuo",
        "istorija istabus", "pamoka pamatas", "gamta gama", "programa progresas", "klasė klaida",
        "menas mentorius", "vertinimas vertimas", "ugdymas ugnis", "knyga knygnešys",
    ]
    /// Titles that a question means, with the script in which it is typed.
    static let meant: [(asked: String, title: String, language: Language)] = [
        ("математика прича", "Математичке приче", .sr), ("математичке приче", "Математика у причи", .sr), ("matematika prica", "Математичке приче", .sr),
        ("digitalno", "Дигиталне учионице за све", .sr), ("дигитална учионица", "Rad u digitalnoj učionici", .srLatn), ("ucenici", "Даровит ученик", .sr),
        ("подршка ученику", "О подршци ученицима", .sr), ("istorijski izvor", "Извори у настави историје", .sr), ("škola", "Школски развојни план", .sr),
        ("bioloska radionica", "Радионице из биологије", .sr), ("психолог", "Сарадња са психолозима", .sr), ("безбедност", "Безбедно на мрежи", .sr),
        ("mokinio skaitymas", "Mokinių skaitymo gebėjimai", .lt), ("matematika", "Matematiniai žaidimai pamokoje", .lt), ("zodis", "Nauji žodžiai", .lt),
        ("skaitmeninės kompetencijos", "Skaitmeninė kompetencija", .lt), ("lietuviu kalba", "Lietuvių kalbos pamokos", .lt),
        ("itraukus", "Įtraukiojo ugdymo patirtys", .lt),
    ]

    private func groups(_ text: String) -> [[String]] { text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) } }
    private func stem(_ word: String, _ language: Language) -> String? { Fold.tokens(word).first.flatMap { Stem.of($0, in: language) } }

    @Test(arguments: [(serbian, Language.sr), (lithuanian, .lt)])
    func `share a stem`(text: String, language: Language) {
        for group in groups(text) {
            let stems = group.map { stem($0, language) }
            #expect(Set(stems).count == 1, "\(zip(group, stems).map { "\($0) \($1 ?? "-")" }.joined(separator: ", "))")
            #expect(stems.allSatisfy { ($0?.count ?? 0) > 2 })
        }
    }

    @Test(arguments: [(serbianStrangers, Language.sr), (lithuanianStrangers, .lt)])
    func `of other words have another stem`(pairs: [String], language: Language) {
        for pair in pairs {
            let words = pair.split(separator: " ").map { stem(String($0), language) }
            #expect(words[0] != words[1], "\(pair)")
        }
    }

    @Test func `are the same in both scripts, and without diacritics`() {
        for word in groups(Self.serbian).joined() {
            let cyrillic = Script.proposeCyrillic(fromLatin: word)
            #expect(stem(word, .srLatn) == stem(cyrillic, .sr), "\(word) \(cyrillic)")
            #expect(stem(word, .sr) == Stem.of(Fold.indexText(word), in: .sr))
        }
    }

    @Test(arguments: meant)
    func `find what a person means`(asked: String, title: String, language: Language) {
        let (words, stems) = (Set(Fold.indexText(title).split(separator: " ")), Set(Fold.indexStems(title, in: language).split(separator: " ")))
        for word in Fold.query(asked) {
            #expect(words.contains { $0.hasPrefix(word) } || Stem.all(of: word).contains { stems.contains(Substring($0)) }, "\(word) in \(title)")
        }
    }

    @Test func `are none of numbers, short words and languages that are not known here`() {
        #expect(Stem.all(of: "k2").isEmpty && Stem.all(of: "u").isEmpty && Stem.all(of: "2026").isEmpty && Stem.all(of: "").isEmpty)
        #expect(Stem.of("teaching", in: .en) == nil)
        #expect(Fold.indexStems("K2 у 8 сати", in: .sr) == "sat")
    }
}
