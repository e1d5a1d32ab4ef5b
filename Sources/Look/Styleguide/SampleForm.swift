import HTML

/// An application that came back with two mistakes: summary, fields, what happens next.
struct SampleForm: View {
    let say: Sample

    var body: some HTML {
        ErrorSummary(
            say("Пријава није послата", "Registracija neišsiųsta"),
            [
                ErrorSummary.Mistake(field: "email", missing), ErrorSummary.Mistake(field: "payer", payerMissing),
            ])
        Heading(
            say("Пријава на обуку", "Registracija į mokymus"),
            lead: say(
                "Дигитална учионица, среда 25. фебруар, 9–15 ч, Равница.",
                "Skaitmeninė klasė, vasario 25 d., 9–15 val., Pamarys."))
        Form(action: "#", hidden: [Hidden("token", "sample")], isGuarded: true) {
            Field(
                say("Име и презиме", "Vardas ir pavardė"), name: "name", value: say("Ана Петровић", "Rūta Kazlauskienė"),
                autocomplete: "name"
            ).text()
            Field(
                say("Адреса е-поште", "El. pašto adresas"), name: "email", value: "ana@",
                hint: say("На њу шаљемо потврду и уверење.", "Į jį siųsime patvirtinimą."), error: missing,
                autocomplete: "email"
            ).email()
            Field(
                say("Телефон", "Telefonas"), name: "phone", optional: say("није обавезно", "neprivaloma"),
                autocomplete: "tel"
            ).phone()
            Field(say("Ко плаћа", "Kas moka"), name: "payer", error: payerMissing).radios([
                Field.Choice(
                    "school", say("Школа", "Mokykla"),
                    hint: say("Рачун шаљемо школи после обуке.", "Sąskaitą siųsime mokyklai.")),
                Field.Choice("self", say("Ја", "Aš")),
            ])
            Field(
                say("Предмети које предајете", "Mokomi dalykai"), name: "subjects",
                optional: say("није обавезно", "neprivaloma")
            ).checkboxes(
                [
                    Field.Choice("maths", say("Математика", "Matematika")),
                    Field.Choice("physics", say("Физика", "Fizika")),
                    Field.Choice("language", say("Српски језик и књижевност", "Lietuvių kalba ir literatūra")),
                ], chosen: ["physics"])
            Fieldset(
                say("Пут и оброк", "Kelionė ir maitinimas"), hint: say("Да знамо за колико људи.", "Kad žinotume skaičių.")
            ) {
                Field(
                    say("Број година у настави", "Pedagoginio darbo stažas metais"), name: "years", value: "12",
                    width: .short
                ).number()
                Field(say("Долазак", "Atvykimas"), name: "arrival", value: "08:45").time()
                Field(say("Област", "Sritis"), name: "area", value: "it").select([
                    Field.Choice("it", say("Информатика", "Informatika")),
                    Field.Choice("art", say("Ликовна култура", "Dailė")),
                ])
            }
            Field(
                say("Шта очекујете", "Ko tikitės"), name: "wish",
                hint: say("Реализатори ово читају пре обуке.", "Lektoriai tai perskaitys."),
                optional: say("није обавезно", "neprivaloma")
            ).area()
            Field(say("Решење школе", "Mokyklos sprendimas"), name: "paper", optional: say("није обавезно", "neprivaloma"))
                .file(accept: ".pdf,.jpg")
            Field(say("Лозинка", "Slaptažodis"), name: "password", autocomplete: "current-password").password()
            Field(
                say("Јављајте ми о новим обукама из ове области", "Pranešti apie naujus šios srities mokymus"), name: "news"
            ).check(isOn: true)
            Buttons {
                Submit(say("Пријавите се на обуку", "Registruokitės"))
                LinkButton(say("Назад на обуку", "Grįžti"), href: "#", .quiet)
            }
        }
    }

    private var missing: String {
        say(
            "Адреса није потпуна: после знака @ недостаје остатак, као у ana@skola.rs.",
            "Adresas nepilnas: po @ trūksta pabaigos.")
    }

    private var payerMissing: String { say("Изаберите ко плаћа учешће.", "Pasirinkite, kas moka.") }
}
