import HTML

/// Parts that no sample page shows in every form.
struct SampleParts: View {
    let say: Sample

    var body: some HTML {
        Heading(say("Саставни делови", "Sudedamosios dalys"))
        h2 { say("Дугмад", "Mygtukai") }
        Buttons {
            Submit(say("Потврдите место", "Patvirtinkite vietą"))
            Submit(say("Сачувајте нацрт", "Išsaugoti juodraštį"), .quiet)
            Submit(say("Повуците пријаву", "Atsiimti registraciją"), .danger)
            LinkButton(say("Преузмите списак", "Atsisiųsti sąrašą"), href: "#", .quiet, icon: .download)
        }
        h2 { say("Стања", "Būsenos") }
        p {
            ForEach(Tone.allCases) { tone in
                Chip(tone, word(tone))
                " "
            }
        }
        h2 { say("Обавештења", "Pranešimai") }
        ForEach(Tone.allCases) { tone in
            Notice(tone, word(tone)) {
                p {
                    say(
                        "Рок за пријаву је истекао 10. фебруара. Можете се јавити за ",
                        "Registracijos terminas baigėsi vasario 10 d. Galite rinktis ")
                    a(.href("#")) { say("следећи термин (14. март)", "kitą datą (kovo 14 d.)") }
                    "."
                }
            }
        }
        h2 { say("Знакови", "Ženklai") }
        p {
            Logo()
            " "
            ForEach(Icon.allCases) { icon in
                icon
                " "
            }
        }
        h2 { say("Слова", "Raidės") }
        h3 { say("Наслов трећег реда", "Trečiojo lygio antraštė") }
        p {
            say("Усправно, ", "Stačiai, ")
            strong { say("полуцрно, ", "pusjuodžiai, ") }
            em { say("курзив: бгдпт, будући дигитални практикум; ", "kursyvu: ąčęėįšųūž; ") }
            small { say("ситно", "smulkiai") }
        }
        h2 { say("Попуњеност", "Užimtumas") }
        Card {
            p { say("24 од 30", "24 iš 30") }
            Meter(say("24 од 30", "24 iš 30"), value: 24, of: 30)
            Meter(say("30 од 30", "30 iš 30"), value: 30, of: 30, .waiting)
            Meter(say("4 од 30", "4 iš 30"), value: 4, of: 30, .bad)
        }
    }

    private func word(_ tone: Tone) -> String {
        switch tone {
        case .neutral: say("нацрт", "juodraštis")
        case .info: say("за знање", "žiniai")
        case .good: say("примљена", "priimta")
        case .waiting: say("чека", "laukia")
        case .bad: say("отказано", "atšaukta")
        }
    }
}
