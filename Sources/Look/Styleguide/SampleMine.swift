import HTML

/// A teacher's own page: what waits, what comes, where they stand, what they have.
struct SampleMine: View {
    let say: Sample

    var body: some HTML {
        Heading(say("Моја страница", "Mano puslapis"))
        Notice(.waiting, say("Ви сте 3. на листи чекања", "Esate trečia eilėje")) {
            p {
                say(
                    "Ако се место ослободи до 22. фебруара, имате 48 сати да га потврдите.",
                    "Jei vieta atsilaisvins iki vasario 22 d., turėsite 48 valandas ją patvirtinti.")
            }
            Disclosure(say("Зашто", "Kodėl")) {
                p {
                    say("Два места су понуђена раније пријављенима.", "Dvi vietos pasiūlytos anksčiau užsiregistravusiems.")
                }
            }
        }
        h2 { say("Чека на вас", "Laukia jūsų") }
        ActList([
            ActList.Line(
                .waiting, when: say("до петка", "iki penktadienio"),
                say("Оцените обуку „Формативно оцењивање“", "Įvertinkite mokymus"),
                detail: say("Седам питања, два минута.", "Septyni klausimai."),
                act: Link(say("Оцените", "Įvertinkite"), href: "#")),
            ActList.Line(
                .neutral, when: say("до 1. априла", "iki balandžio 1 d."),
                say("Запишите шта сте применили на часу", "Užrašykite, ką pritaikėte pamokoje"),
                act: Link(say("Запишите", "Užrašykite"), href: "#")),
        ])
        h2 { say("Предстоји", "Netrukus") }
        EventList([say.lines[0]], level: 3)
        h2 { say("Где сте према правилима", "Kur esate pagal taisykles") }
        Progress(
            say(
                "Ове школске године имате 31 од 44 сата у установи и један програм; недостаје стручни скуп.",
                "Šiais mokslo metais turite 31 valandą iš 44."),
            Meter(say("31 од 44 сата", "31 valanda iš 44"), value: 31, of: 44, .waiting),
            why: say("Који сати се рачунају и зашто", "Kurios valandos skaičiuojamos")
        ) {
            p { say("Правилник 109/2021, члан 23.", "Taisyklių 23 straipsnis.") }
        }
        h2 { say("Докази", "Pažymėjimai") }
        DataTable(
            say("Уверења", "Pažymėjimai"), rows: ["2026/0147", "2025/0893"],
            columns: [
                Column(say("Програм", "Programa"), .name) { _ in strong { say("Дигитална учионица", "Skaitmeninė klasė") } },
                Column(say("Број", "Numeris")) { $0 },
                Column(say("Бодови", "Valandos"), .number) { _ in 8 },
                Column(say("Преузимање", "Atsisiųsti"), .act) { _ in a(.href("#")) { say("Преузмите PDF", "Atsisiųsti PDF") }
                },
            ], isCaptionHidden: true)
        EmptyState(
            say("Још немате личног плана", "Dar neturite asmeninio plano"),
            say(
                "Овде ће стајати шта желите да научите ове године. Из планова се прави понуда.",
                "Čia bus tai, ko norite išmokti.")
        ) { LinkButton(say("Направите план", "Sukurkite planą"), href: "#", .quiet) }
    }
}
