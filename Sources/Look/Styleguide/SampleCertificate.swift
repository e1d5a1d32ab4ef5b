import HTML

/// What a stranger sees who checks a certificate.
struct SampleCertificate: View {
    let say: Sample

    var body: some HTML {
        Verdict(
            .good, say("Уверење је важеће", "Pažymėjimas galioja"),
            say("Издао га је овај центар и није поништено.", "Jį išdavė šis centras, jis nepanaikintas."))
        Facts {
            Fact(say("Број", "Numeris"), "2026/0147")
            Fact(say("Издато", "Išduota"), say("Ана Петровић", "Rūta Kazlauskienė"))
            Fact(say("Програм", "Programa"), say("Дигитална учионица", "Skaitmeninė klasė"))
            Fact(say("Одржано", "Vyko"), say("среда, 25. фебруар 2026, Равница", "2026 m. vasario 25 d., Pamarys"))
            Fact(say("Бодови", "Trukmė"), say("8", "8 akademinės valandos"))
        }
        Disclosure(say("Како је проверено", "Kaip patikrinta")) {
            p {
                say(
                    "Отисак уверења упоређен је са књигом издатих уверења овог центра.",
                    "Pažymėjimo atspaudas palygintas su centro išduotų pažymėjimų knyga.")
            }
        }
        h2 { say("Друге пресуде", "Kiti atsakymai") }
        Notice(.bad, say("Поништено уверење", "Panaikintas pažymėjimas")) {
            p {
                say(
                    "Уверење 2026/0031 поништено је 3. марта. Замењује га 2026/0152.",
                    "Pažymėjimas 2026/0031 panaikintas kovo 3 d.")
            }
        }
        Notice(.waiting, say("Број није пронађен", "Numeris nerastas")) {
            p { say("Проверите цифре или питајте центар који је навео уверење.", "Patikrinkite skaitmenis.") }
        }
    }
}
