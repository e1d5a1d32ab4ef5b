import HTML

/// The desk of an event: numbers, states as filters, one table that prints.
struct SampleDesk: View {
    let say: Sample

    private struct Applicant {
        let name: String
        let school: String
        let state: Chip
        let queued: String
        let debt: String
    }

    var body: some HTML {
        PrintHeader(
            office: say.centre.name, title: say("Дигитална учионица: пријаве", "Skaitmeninė klasė: registracijos"),
            lines: [say("среда, 25. фебруар 2026, 9–15 ч", "2026 m. vasario 25 d.")])
        Heading(
            say("Дигитална учионица", "Skaitmeninė klasė"),
            kind: say("Семинар, сре 25. феб, Равница", "Seminaras, vasario 25 d., Pamarys"))
        Figures([
            Figures.Figure("24", say("примљено од 30", "priimta iš 30"), .good, href: "#"),
            Figures.Figure("3", say("чека", "laukia"), .waiting, href: "#"),
            Figures.Figure("0", say("недостаје до најмањег броја", "trūksta iki mažiausio skaičiaus")),
            Figures.Figure(say("10. феб", "vas. 10 d."), say("рок за пријаву", "registracijos terminas")),
            Figures.Figure(say("84.000", "840"), say("динара наплаћено", "eurų gauta")),
        ])
        Tabs(
            say("Сто обуке", "Mokymų stalas"),
            [
                NavItem(say("Пријаве", "Registracijos"), href: "#", isCurrent: true),
                NavItem(say("Присуство", "Lankomumas"), href: "#"),
                NavItem(say("Оцене", "Vertinimai"), href: "#"), NavItem(say("Материјал", "Medžiaga"), href: "#"),
                NavItem(say("Дневник", "Žurnalas"), href: "#"),
            ])
        FilterChips(
            say("Стање", "Būsena"),
            [
                NavItem(say("Све", "Visos"), href: "#", isCurrent: true, count: 31),
                NavItem(say("Примљене", "Priimtos"), href: "#", count: 24),
                NavItem(say("Чекају", "Laukia"), href: "#", count: 3),
                NavItem(say("Повучене", "Atšauktos"), href: "#", count: 4),
            ])
        Form(action: "#", hidden: [Hidden("token", "sample")], id: "act") {}
        DataTable(
            say("Пријаве", "Registracijos"), rows: applicants,
            columns: [
                Column(say("Изаберите", "Pasirinkite"), .act) { row in
                    RowBox(row.name, name: "registration", value: row.name, form: "act")
                },
                Column(say("Име", "Vardas"), .name, sorting: Sorting(href: "#", .ascending)) { row in
                    a(.href("#")) { row.name }
                },
                Column(say("Установа", "Įstaiga"), sorting: Sorting(href: "#")) { $0.school },
                Column(say("Стање", "Būsena")) { $0.state },
                Column(say("Пријављено", "Užregistruota")) { $0.queued },
                Column(say("Дуг (дин.)", "Skola (€)"), .number) { $0.debt },
            ], foot: ["", say("Укупно", "Iš viso"), "", "", "", say("7.000", "70")])
        AllBox(say("Изаберите све редове", "Pasirinkti visas eilutes"), name: "registration")
        Buttons {
            Submit(say("Примите изабране", "Priimti pasirinktas"), form: "act")
            Submit(say("Пишите изабранима", "Rašyti pasirinktiems"), .quiet, form: "act")
            PrintButton(say("Одштампајте списак", "Spausdinti sąrašą"))
            Submit(say("Откажите обуку", "Atšaukti mokymus"), .danger, form: "act")
        }
        h2 { say("Дневник", "Žurnalas") }
        Timeline([
            Timeline.Entry(
                moment: "2026-02-03T10:12Z", when: say("уто 3. феб, 11.12", "vas. 3 d., 11.12"),
                who: say("Весна Марић", "Vaida Jankauskienė"), what: say("Број места промењен", "Pakeistas vietų skaičius"),
                detail: "24 → 30"),
            Timeline.Entry(
                moment: "2026-01-28T08:00Z", when: say("сре 28. јан, 9.00", "saus. 28 d., 9.00"),
                who: say("Весна Марић", "Vaida Jankauskienė"), what: say("Обука објављена", "Mokymai paskelbti")),
        ])
    }

    private var applicants: [Applicant] {
        [
            Applicant(
                name: say("Ана Петровић", "Aistė Kazlauskaitė-Petrauskienė"),
                school: say("ОШ „Равница“", "Pamario pagrindinė mokykla"), state: Chip(.good, say("примљена", "priimta")),
                queued: say("28. јан, 9.04", "saus. 28 d., 9.04"), debt: "0"),
            Applicant(
                name: say("Бранко Лукић", "Jonas Petraitis"), school: say("Гимназија „Нови Брег“", "Naujamiesčio gimnazija"),
                state: Chip(.waiting, say("чека (2.)", "laukia (2)")), queued: say("28. јан, 9.31", "saus. 28 d., 9.31"),
                debt: say("3.500", "35")),
            Applicant(
                name: say("Живана Стојановић-Николајевић", "Ona Jankauskaitė"),
                school: say("Предшколска установа „Полетарац“", "Lopšelis-darželis „Pelėdžiukas“"),
                state: Chip(.bad, say("повучена", "atšaukta")), queued: say("29. јан, 12.10", "saus. 29 d., 12.10"),
                debt: say("3.500", "35")),
        ]
    }
}
