import HTML

/// The page of a seminar: what, when, where, and the card that acts.
struct SampleEvent: View {
    let say: Sample

    var body: some HTML {
        Beside {
            Heading(
                say("Дигитална учионица", "Bendradarbiaujančiojo mokymosi organizavimas"), kind: say("Семинар", "Seminaras"),
                lead: say(
                    "Час који ученици воде сами: од идеје до оцене, са алатима које школа већ има.",
                    "Pamoka, kurią veda patys mokiniai: nuo sumanymo iki vertinimo."))
        } card: {
            SeatsCard(
                say("6 од 30 места", "6 vietos iš 30"),
                meter: Meter(say("Заузета су 24 места од 30", "Užimtos 24 vietos iš 30"), value: 24, of: 30),
                lines: [
                    say("Рок за пријаву: уторак, 10. фебруар, 24 ч", "Registruotis iki antradienio, vasario 10 d., 24 val."),
                    say("Отказивање без накнаде до 18. фебруара.", "Atsisakyti nemokamai galima iki vasario 18 d."),
                ]
            ) {
                LinkButton(say("Пријавите се на обуку", "Registruokitės į mokymus"), href: "#")
            }
        } content: {
            facts
            h2 { say("Шта ћемо радити", "Ką veiksime") }
            p {
                say(
                    "Пре подне правимо један час, после подне га изводимо једни другима. ",
                    "Iki pietų kuriame pamoką, po pietų ją vedame vieni kitiems. ")
                em { say("Потребан је само школски рачунар, ништа више.", "Reikia tik mokyklinio kompiuterio.") }
            }
            ul {
                li { say("избор садржаја који вреди урадити дигитално", "turinio atranka") }
                li { say("задаци са брзом повратном информацијом", "užduotys su greitu grįžtamuoju ryšiu") }
                li { say("договор о оцењивању", "susitarimas dėl vertinimo") }
            }
            h2 { say("Шта следи после пријаве", "Kas po registracijos") }
            Steps([
                Steps.Step(say("Пријава", "Registracija"), say("Потврду добијате одмах.", "Patvirtinimas iš karto."), .done),
                Steps.Step(
                    say("Потврда места", "Vietos patvirtinimas"),
                    say("До 18. фебруара, једним додиром.", "Iki vasario 18 d."), .now),
                Steps.Step(say("Уверење", "Pažymėjimas"), say("Најкасније три дана после обуке.", "Per tris dienas.")),
            ])
            h2 { say("Слични догађаји", "Panašūs renginiai") }
            EventList(Array(say.lines.dropFirst()), level: 3)
        }
    }

    private var facts: some HTML {
        Facts {
            Fact(say("Када", "Kada")) {
                strong { say("среда, 25. фебруар 2026.", "2026 m. vasario 25 d., trečiadienis") }
                br()
                say("9–15 ч", "9–15 val.")
            }
            Fact(say("Где", "Kur")) {
                a(.href("#")) { say("Основна школа „Равница“, сала 2", "Pamario pagrindinė mokykla, 2 salė") }
            }
            Fact(
                say("За кога", "Kam skirta"),
                say("наставници разредне и предметне наставе", "pradinių klasių ir dalykų mokytojams"))
            Fact(say("Бодови", "Trukmė"), say("8 бодова, компетенција K2", "8 akademinės valandos"))
            Fact(say("Цена", "Kaina"), say("3.500 динара, плаћа школа или полазник", "35 €, moka mokykla arba dalyvis"))
            Fact(say("Реализују", "Lektoriai"), say("Весна Марић и Бранко Лукић", "Vaida Jankauskienė"))
        }
    }
}
