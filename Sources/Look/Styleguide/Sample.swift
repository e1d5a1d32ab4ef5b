import Languages

/// Invented words for the catalogue, in Serbian Cyrillic and in Lithuanian, whose words are the longest. Nobody in it exists.
struct Sample {
    let language: Language

    /// The words for the catalogue's language.
    func callAsFunction(_ serbian: String, _ lithuanian: String) -> String {
        language == .lt ? lithuanian : serbian
    }
}

extension Sample {
    var centre: Frame.Centre {
        Frame.Centre(
            name: self("Центар за стручно усавршавање Равница", "Pamario rajono švietimo centras"), home: "#",
            address: [self("Школска 12, 25999 Равница", "Mokyklos g. 12, LT-99999 Pamarys")],
            phone: self("+381 25 000 000", "+370 440 00000"), email: "centar@example.org")
    }

    var doors: [NavItem] {
        [
            NavItem(self("Обуке и скупови", "Mokymai ir renginiai"), href: "#", isCurrent: true),
            NavItem(self("Програми", "Programos"), href: "#"),
            NavItem(self("Моја страница", "Mano puslapis"), href: "#"),
            NavItem(self("За школе", "Mokykloms"), href: "#"),
            NavItem(self("О центру", "Apie centrą"), href: "#"),
        ]
    }

    var rail: [NavItem] {
        shortcuts + [
            NavItem(self("Програми", "Programos"), href: "#", icon: .book),
            NavItem(self("Школе", "Mokyklos"), href: "#", icon: .school),
            NavItem(self("Извештаји", "Ataskaitos"), href: "#", icon: .report),
            NavItem(self("Подешавања", "Nustatymai"), href: "#", icon: .settings),
        ]
    }

    var shortcuts: [NavItem] {
        [
            NavItem(self("Данас", "Šiandien"), href: "#", count: 4, icon: .today),
            NavItem(self("Обуке", "Mokymai"), href: "#", isCurrent: true, icon: .event),
            NavItem(self("Пријаве", "Registracijos"), href: "#", count: 12, icon: .apply),
            NavItem(self("Људи", "Žmonės"), href: "#", icon: .people),
        ]
    }

    var notes: [Link] {
        [
            Link(self("Приступачност", "Prieinamumas"), href: "#"),
            Link(self("Заштита података о личности", "Asmens duomenų apsauga"), href: "#"),
            Link(self("Провера уверења", "Pažymėjimo patikra"), href: "#"),
        ]
    }

    var words: Frame.Words {
        Frame.Words(
            skip: self("Пређите на садржај", "Pereiti prie turinio"), menu: self("Главни мени", "Pagrindinis meniu"),
            languages: self("Језик и писмо", "Kalba"), trail: self("Путања", "Kelias"), more: self("Још", "Daugiau"))
    }

    var lines: [EventLine] {
        [
            EventLine(
                title: self("Дигитална учионица", "Skaitmeninė klasė"), href: "#",
                day: self("сре 25. феб", "vas. 25 d., tr."),
                hours: self("9–15 ч", "9–15 val."), begins: "2026-02-25T09:00+01:00", place: self("Равница", "Pamarys"),
                facts: [self("8 бодова", "8 val."), "K2", self("3.500 динара", "35 €")],
                state: Chip(.good, self("још 6 места", "liko 6 vietos"))),
            EventLine(
                title: self(
                    "Формативно оцењивање: како да оцена помогне учењу, а не да га заврши",
                    "Bendradarbiaujančiojo mokymosi organizavimas neakivaizdiniuose priešmokykliniuose užsiėmimuose"),
                href: "#", day: self("суб 14. мар", "kov. 14 d., št."), hours: self("10–16 ч", "10–16 val."),
                begins: "2026-03-14T10:00+01:00", place: self("Нови Брег", "Naujamiestis"),
                facts: [self("8 бодова", "8 val."), "K3", self("бесплатно", "nemokamai")],
                state: Chip(.waiting, self("листа чекања: 3", "laukia 3"))),
            EventLine(
                title: self("Трибина: Читање у доба екрана", "Diskusija: skaitymas ekranų laikais"), href: "#",
                day: self("чет 19. мар", "kov. 19 d., kt."), hours: self("18 ч", "18 val."),
                begins: "2026-03-19T18:00+01:00",
                place: self("на мрежи", "nuotoliu"), facts: [self("1 бод", "1 val.")],
                state: Chip(.bad, self("отказано", "atšaukta"))),
        ]
    }
}
