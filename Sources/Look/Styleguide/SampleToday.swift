import HTML

/// What the coordinator opens in the morning.
struct SampleToday: View {
    let say: Sample

    var body: some HTML {
        Heading(
            say("Данас", "Šiandien"),
            lead: say("Среда, 11. фебруар. Четири ствари чекају руку.", "Trečiadienis, vasario 11 d. Laukia keturi darbai."))
        ActList([
            ActList.Line(
                .bad, when: say("касни 2 дана", "vėluoja 2 d."),
                say("Пошаљите извештај о обуци „Формативно оцењивање“", "Išsiųskite ataskaitą"),
                detail: say("Рок школске управе био је 9. фебруар.", "Terminas buvo vasario 9 d."),
                act: Link(say("Погледајте извештај", "Peržiūrėkite"), href: "#")),
            ActList.Line(
                .waiting, when: say("до 24 ч", "iki 24 val."),
                say("Дигитална учионица: одлучите о 3 пријаве", "Skaitmeninė klasė: 3 registracijos"),
                detail: say("Рок за пријаву истиче вечерас; слободно је 6 места.", "Terminas šį vakarą."),
                act: Link(say("Одлучите", "Spręskite"), href: "#")),
            ActList.Line(
                .waiting, when: say("сутра", "rytoj"),
                say("Одштампајте листу присуства за чет 12. феб", "Atspausdinkite lankomumo lapą"),
                act: Link(say("Одштампајте", "Spausdinkite"), href: "#")),
            ActList.Line(
                .neutral, when: say("до 20. фебруара", "iki vasario 20 d."),
                say("Два писма нису стигла до прималаца", "Du laiškai nepasiekė gavėjų"),
                act: Link(say("Погледајте писма", "Peržiūrėkite laiškus"), href: "#")),
        ])
        h2 { say("Ове недеље", "Šią savaitę") }
        EventList(say.lines, level: 3)
    }
}
