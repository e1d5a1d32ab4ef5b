import HTML

/// People of the centre, and a page that asks once more.
struct SampleSettings: View {
    let say: Sample

    var body: some HTML {
        Confirmation(
            say("Отказујете обуку „Дигитална учионица“?", "Atšaukiate mokymus „Skaitmeninė klasė“?"),
            act: ButtonForm(
                say("Откажите обуку", "Atšaukti mokymus"), .danger, action: "#", hidden: [Hidden("token", "sample")]),
            back: Link(say("Задржите обуку", "Palikti mokymus"), href: "#")
        ) {
            p {
                say(
                    "Писмо добијају 24 примљених и 3 на листи чекања. Уплате се враћају до 10. марта. Ово се не може опозвати.",
                    "Laišką gaus 24 priimti ir 3 laukiantys. To atšaukti negalima.")
            }
        }
        h2 { say("Људи", "Žmonės") }
        PersonLine(
            say("Весна Марић", "Vaida Jankauskienė"), href: "#", detail: say("координаторка центра", "centro koordinatorė"),
            state: Chip(.good, say("активна", "aktyvi"))
        ) {
            LinkButton(say("Измените права", "Keisti teises"), href: "#", .quiet)
        }
        PersonLine(
            say("Горан Илић", "Giedrius Šimkus"), href: "#", detail: say("рачуновођа", "buhalteris"),
            state: Chip(.neutral, say("позван", "pakviestas"))
        ) {
            LinkButton(say("Пошаљите позив поново", "Siųsti kvietimą dar kartą"), href: "#", .quiet)
        }
    }
}
