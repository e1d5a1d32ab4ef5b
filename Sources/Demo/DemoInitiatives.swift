import Accounts
import Centres
import Circles
import Initiatives
import Kernel
import Languages

/// Initiatives of the invented town: one that was accepted in part, one on which centres and a circle say where they stand, one that is being written.
enum DemoInitiatives {
    static func fill(_ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        let initiatives = Initiatives(town: town, actor: actor, records: records)
        try await initiatives.leave()
        try await initiatives.online()
        try await initiatives.mentors()
    }
}

private struct Initiatives: Sendable {
    let town: DemoTown
    let actor: Actor
    let records: Records

    private var today: Day { town.zone.day(of: records.now) }
    private var ana: Actor { Actor(person: town.ana, name: "Ана Ђорђевић") }
    private func ago(_ days: Int) -> Records { records.at(records.now.adding(days: -days)) }

    private func deadline(inDays days: Int) throws -> Instant {
        guard let time = ClockTime(hour: 15, minute: 0) else { throw Problem.missing }
        return try town.zone.instant(today.adding(days: days), time)
    }

    private func propose(
        before days: Int, _ title: String, to recipient: String, _ reasons: String, until deadline: Instant, _ articles: [(heading: String, text: String)],
        outside: [String], circles: Set<Circle.ID> = []
    ) async throws -> Initiative.ID {
        let town = town
        return try await ago(days).write(by: actor) { act in
            let id = try InitiativeStore.add(
                InitiativeDetails(title: title, recipient: recipient, reasons: reasons, language: .sr, deadline: deadline, keeper: town.vesna),
                at: town.centre, in: act)
            for article in articles { try InitiativeTextStore.add(article.heading, article.text, to: id, at: town.centre, in: act) }
            try InitiativePartyStore.ask([], circles, outside: outside, id, at: town.centre, in: act)
            return id
        }
    }

    private func publish(_ id: Initiative.ID, before days: Int, _ note: String = "") async throws {
        let town = town
        try await ago(days).write(by: actor) { try InitiativeTextStore.publish(note, id, at: town.centre, in: $0) }
    }

    private func note(_ id: Initiative.ID, before days: Int, _ name: String, _ standing: InitiativeStanding, _ words: String = "") async throws {
        let town = town
        try await ago(days).write(by: actor) { act in
            guard let party = try InitiativeStore.desk(id, at: town.centre, in: act).parties.first(where: { $0.name == name }) else { throw Problem.missing }
            try InitiativePartyStore.note(standing, words, of: party.id, on: id, at: town.centre, in: act)
        }
    }

    private func say(_ id: Initiative.ID, before days: Int, _ standing: InitiativeStanding, _ words: String = "") async throws {
        let town = town
        try await ago(days).write(by: actor) { try InitiativePartyStore.say(standing, words, on: id, at: town.centre, in: $0) }
    }

    /// The whole way: two versions, adopted, sent, answered, accepted in part.
    func leave() async throws {
        let town = town
        let id = try await propose(
            before: 170, "Дан одсуства за стручно усавршавање ван школе", to: "Министарство надлежно за образовање",
            """
            Обуке се одржавају суботом, јер школа нема замену. Због тога:

            - наставници из мањих места долазе ређе,
            - групе се не попуне, па се обука откаже.
            """, until: deadline(inDays: -120),
            [("Право на одсуство", "Наставник има право на један радни дан одсуства у полугодишту ради одобреног стручног усавршавања ван школе."),
             ("Замена", "Школа обезбеђује замену из годишњег плана рада.")],
            outside: ["Регионални центар „Долина“", "Центар за усавршавање „Самоград“", "Образовни центар „Ушће“"])
        try await publish(id, before: 165)
        try await note(id, before: 150, "Регионални центар „Долина“", .change, "Тражимо да се дан односи и на васпитаче.")
        let first = try await records.read(as: actor) { try InitiativeStore.desk(id, at: town.centre, in: $0).draft.first }
        if let first {
            try await ago(145).write(by: actor) { act in
                try InitiativeTextStore.edit(
                    first.id, first.heading,
                    "Наставник, васпитач и стручни сарадник има право на један радни дан одсуства у полугодишту ради одобреног усавршавања ван установе.",
                    number: 1, of: id, at: town.centre, in: act)
                try InitiativeTextStore.add("Почетак примене", "Одредба се примењује од почетка наредне школске године.", to: id, at: town.centre, in: act)
            }
        }
        try await publish(id, before: 144, "Право имају и васпитачи и стручни сарадници; додат је почетак примене.")
        try await say(id, before: 140, .support)
        try await note(id, before: 138, "Регионални центар „Долина“", .support, "Предлог је преузет.")
        try await note(id, before: 136, "Центар за усавршавање „Самоград“", .support)
        try await note(id, before: 130, "Образовни центар „Ушће“", .abstain, "Није било седнице.")
        try await ago(118).write(by: actor) { try InitiativeMoveStore.adopt(id, at: town.centre, in: $0) }
        let (sent, today) = (today.adding(days: -115), today)
        try await ago(115).write(by: actor) { act in
            try InitiativeMoveStore.send(
                SendingDraft(to: "Министарство надлежно за образовање", on: sent, by: "препорученом пошиљком", due: sent.adding(days: 45)),
                id, at: town.centre, in: act)
        }
        try await ago(60).write(by: actor) { act in
            guard let sending = try InitiativeStore.desk(id, at: town.centre, in: act).sendings.first else { throw Problem.missing }
            try InitiativeMoveStore.answer(
                sending.id, on: today.adding(days: -60), "Одсуство се подржава једном годишње, уз сагласност директора.", nil, of: id, at: town.centre, in: act)
        }
        try await ago(20).write(by: actor) { act in
            try InitiativeMoveStore.close(
                id, with: InitiativeOutcome(.part, words: "Уведен је један дан годишње; замену школа обезбеђује по могућности.",
                    proof: "Допис министарства од прошлог месеца"),
                on: today.adding(days: -20), at: town.centre, in: act)
        }
    }

    /// Open: a circle reads it, comments wait.
    func online() async throws {
        let town = town
        let circle = try await records.read(as: actor) { act in
            try CircleStore.all(of: town.centre, in: act).first { $0.details.kind == .subject && $0.closed == nil }?.id
        }
        let id = try await propose(
            before: 12, "Бодови за вођење угледног часа на даљину", to: "Завод надлежан за унапређивање образовања",
            "Угледни час на даљину тражи исту припрему, а у интерном вредновању се често не признаје.", until: deadline(inDays: 9),
            [("Изједначавање", "Угледни час одржан на даљину вреднује се као час одржан у школи."),
             ("Доказ", "Доказ је припрема, списак присутних и кратка анализа."),
             ("Број присутних", "Признаје се час којем је присуствовало најмање пет колега из других школа.")],
            outside: ["Регионални центар „Долина“", "Центар за усавршавање „Самоград“"], circles: Set([circle].compactMap(\.self)))
        try await publish(id, before: 10)
        try await say(id, before: 8, .support)
        try await note(id, before: 5, "Регионални центар „Долина“", .change, "Довољно је троје колега.")
        let last = try await records.read(as: actor) { try InitiativeStore.desk(id, at: town.centre, in: $0).current?.articles.last?.id }
        if circle != nil {
            try await ago(4).write(by: ana) { act in
                try InitiativeCommentStore.write(
                    asMember: "Пет колега из других школа је много за мале предмете. Предлажем три.", about: last, on: id, at: town.centre, in: act)
                try InitiativeCommentStore.write(asMember: "Треба ли и снимак часа?", about: nil, on: id, at: town.centre, in: act)
            }
            try await ago(3).write(by: actor) { act in
                guard let second = try InitiativeStore.desk(id, at: town.centre, in: act).comments.last else { throw Problem.missing }
                try InitiativeCommentStore.answer(
                    second.id, "Не: снимак тражи сагласност родитеља, а припрема и анализа су довољне.", isTaken: false, on: id, at: town.centre, in: act)
            }
        }
    }

    /// Only written so far.
    func mentors() async throws {
        _ = try await propose(
            before: 2, "Ментори почетника у другој школи", to: "Министарство надлежно за образовање", "Мале школе немају ментора истог предмета.",
            until: deadline(inDays: 40), [("Ментор из друге школе", "Ментор почетника може бити и наставник друге школе, уз споразум две школе.")],
            outside: [])
    }
}
