import Accounts
import Community
import Informer
import Kernel
import Languages
import Planning
import Publishing

/// What the invented centre tells each month: an informer that went to schools, one in preparation, information from elsewhere, the book of information.
enum DemoInformers {
    static func fill(_ town: DemoTown, by actor: Actor, seal: Seal, _ records: Records) async throws {
        let today = town.zone.day(of: records.now), centre = town.centre
        let terms = notes.map { note in
            ArticleTerm(
                ends: town.zone.endOfDay(today.adding(days: note.ends)), checked: today.adding(days: -note.checked), source: note.source, link: note.link)
        }
        try await records.write(by: actor) { act in
            for (note, term) in zip(notes, terms) {
                let draft = ArticleDraft(day: today.adding(days: -note.checked), texts: note.texts, term: term)
                try ArticleStore.publish(ArticleStore.add(draft, as: .information, to: centre, in: act), in: act)
            }
            try InformationBookStore.begin(at: centre, in: act)
            // The newest month with an offer of its own; the one after it is in preparation.
            guard let month = try MonthOfferStore.months(of: centre, in: act).first else { return }
            let id = try InformerStore.begin(month, at: centre, in: act), begun = try InformerStore.informer(id, in: act)
            var draft = begun.draft
            (draft.words, draft.sign) = (words, "Весна Ћирић")
            try InformerStore.edit(id, to: draft, seen: nil, in: act)
            try InformerStore.publish(id, in: act)
            try InformerSendingStore.send(id, seal, in: act)
            if let first = try InformerSendingStore.sendings(of: id, in: act).first { try InformerSendingStore.pass(first, in: act) }
            _ = try InformerStore.begin(OfferMonth(month.days.upperBound.adding(days: 1)), at: centre, in: act)
        }
    }

    private struct Note {
        let checked, ends: Int
        let source, link: String
        let texts: [Language: ArticleText]
    }

    private static let notes = [
        Note(checked: 12, ends: 60, source: "Филозофски факултет, огласна табла", link: "https://fakultet.example/obrazovanje-odraslih", texts: [
            .sr: ArticleText(
                title: "Преквалификација за рад у стручној служби", summary: "За наставнике који желе да раде као стручни сарадници: два семестра, викендом.",
                text: "Пријаве се подносе факултету. **Предуслов** је завршен основни студиј и пет година рада у настави.\n\n"
                    + "- 60 ЕСПБ\n- предавања суботом\n- школарина на рате"),
            .en: ArticleText(
                title: "Retraining as a school counsellor", summary: "For teachers who want to work as counsellors: two terms, at weekends.",
                text: "Applications go to the faculty. **A first degree** and five years in class are required."),
        ]),
        Note(checked: 200, ends: 90, source: "Национална служба за запошљавање", link: "https://posao.example/obuke", texts: [
            .sr: ArticleText(
                title: "Обуке за рад на рачунару, бесплатно", summary: "За запослене који мењају радно место и за оне који су га изгубили.",
                text: "Траје шест недеља. Пријављује се код саветника, уз личну карту и доказ о радном стажу."),
            .lt: ArticleText(
                title: "Nemokami kompiuterio kursai", summary: "Keičiantiems darbą ir jį praradusiems.",
                text: "Trunka šešias savaites. Registruojamasi pas konsultantą."),
        ]),
        Note(checked: 30, ends: -3, source: "Педагошки факултет", link: "", texts: [
            .sr: ArticleText(title: "Упис на мастер студије за учитеље", summary: "Други уписни рок.", text: "Пријаве су биле отворене две недеље."),
        ]),
    ]

    private static let words: [Language: String] = [
        .sr: """
            Драге колегинице и колеге,

            ово је месец у којем се највише пријављујете, па смо га сложили тако да се ништа важно не поклапа:
            **суботом предавања, радним даном радионице**, и ништа у недељи писмених.

            ## Шта смо чули од вас

            У анкети сте тражили мање групе и више рада. Зато три обуке имају по два термина, а једна долази у вашу школу.

            - Пријава је на страници обуке: усликајте код поред наслова.
            - Ако нема места, станите у ред. Лане је сваки трећи са листе чекања дошао на ред.

            Окачите ову страну у зборници. Колега који не чита пошту чита огласну таблу.
            """,
        .lt: """
            Mielos kolegės ir mieli kolegos,

            šį mėnesį registruojatės dažniausiai, todėl niekas svarbaus nesutampa: **šeštadieniais paskaitos, darbo dienomis dirbtuvės**.

            Pakabinkite šį puslapį mokytojų kambaryje.
            """,
        .en: """
            Dear colleagues,

            this is the month in which most of you apply, so that nothing of weight overlaps: **lectures on Saturdays, workshops on working days**.

            Put this page up in the staff room.
            """,
    ]
}
