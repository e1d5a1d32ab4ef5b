import Accounts
import Catalogue
import Kernel
import Languages
import Workshop

/// What the invented town's teachers propose: an idea, a draft that two write, one that waits to be judged, one that was approved.
enum DemoWorkshop {
    private static let texts: [(String, String)] = [
        ("need", "У анализи потреба 43 наставника траже више вежбе у давању повратне информације. Понуђени програми остају на теорији."),
        (ContentField.goal, "Наставници дају повратну информацију која ученику каже шта је следећи корак."),
        (ContentField.specificGoals, "Разликују повратну информацију од оцене.\nПрипремају листе за праћење напретка."),
        (ContentField.outcomes, "Наставник пише повратну информацију уз рад ученика.\nНаставник са ученицима договара мерила.\nНаставник прати напредак у три корака."),
        (ContentField.topics, "Шта је повратна информација; 2; 1\nМерила успеха са ученицима; 3; 2\nЛисте за праћење напретка; 3; 1, 3"),
        ("methods", "Рад у паровима на радовима ученика, микро-настава, анализа снимка часа."),
        (ContentField.target, "наставници разредне и предметне наставе, стручни сарадници"),
        (ContentField.evaluation, "Упитник на крају дана и после три месеца."),
        (ContentField.followUp, "Сваки полазник доноси пример из своје учионице после два месеца."),
        ("references", "Ауторке воде радионице о формативном оцењивању у центру од 2019. године."),
        (ContentField.price, "3.500 динара; обухвата материјал, освежење и уверење"),
    ]

    static func fill(_ town: DemoTown, _ catalogue: DemoCatalogue, by actor: Actor, seal: Seal, _ records: Records) async throws {
        let today = town.zone.day(of: records.now), director = try await records.read(as: .system) { try PersonStore.actor(town.dragana, in: $0) } ?? .system
        let earlier = records.at(records.now.adding(days: -40))
        try await earlier.write(by: director) { act in
            var call = CallSample.serbianProgramme.details(act.words)
            (call.opens, call.closes, call.cycle, call.complaintDays) = (today.adding(days: -35), today.adding(days: 12), catalogue.cycle, 15)
            try CallStore.set(call, for: nil, at: town.centre, in: act)
            try CallStore.set(CallSample.serbianGathering.details(act.words), for: nil, at: town.centre, in: act)
        }
        let ana = Actor(person: town.ana, name: ""), branko = Actor(person: town.branko, name: "")
        try await draft(town, by: ana, seal: seal, earlier)
        try await earlier.write(by: branko) { act in
            _ = try ProposalStore.begin(ProposalIdea(
                .programme, title: "Карте и подаци: географија у мобилном телефону", description: "Ученици мере, сликају и уносе податке на карту свог места.",
                subject: "географија", source: "час у 7-1, септембар", language: .sr), at: town.centre, in: act)
            _ = try ProposalStore.begin(ProposalIdea(
                .gathering, title: "Сусрети наставника географије", description: "Један дан примера из праксе и изложба карата.", language: .sr), at: town.centre,
                    in: act)
        }
        try await review(town, by: Actor(person: town.teachers[8], name: ""), actor, records)
    }

    /// Ана and a colleague write; the colleague has said something about a paragraph and has not agreed yet.
    private static func draft(_ town: DemoTown, by ana: Actor, seal: Seal, _ records: Records) async throws {
        try await records.write(by: ana) { act in
            let id = try ProposalStore.begin(ProposalIdea(
                .programme, title: "Повратна информација која води даље", description: "Мање оцена, више реченица које помажу.", subject: "формативно оцењивање",
                source: "пример из праксе, ОШ „Свитац“", language: .sr), at: town.centre, in: act)
            let proposal = try ProposalStore.proposal(id, in: act)
            var facts = proposal.facts
            (facts.hours, facts.days, facts.seatsMin) = (8, 1, 12)
            try ProposalStore.set(facts, call: proposal.call, of: id, in: act)
            for (field, text) in texts { _ = try ProposalTextStore.save(text, field, seen: nil, of: id, in: act) }
            try ProposalAuthorStore.invite(
                PersonName(given: "Милена", family: "Џелатовић"), EmailAddress(reading: "milena@bistrik.example"), author: true, realiser: true, of: id, seal, in: act)
            try ProposalAuthorStore.write("Наставница математике са петнаест година рада, води секцију и радионице о формативном оцењивању.", of: town.ana, in: act)
            try ProposalTextStore.say("Овде бих додала пример из млађих разреда.", of: "methods", paragraph: 1, of: id, in: act)
        }
    }

    /// Another one is whole but for its enclosures, and waits to be judged.
    private static func review(_ town: DemoTown, by author: Actor, _ coordinator: Actor, _ records: Records) async throws {
        let earlier = records.at(records.now.adding(days: -6))
        let id = try await earlier.write(by: author) { act in
            let id = try ProposalStore.begin(ProposalIdea(
                .programme, title: "Прича као огледало: читање у млађим разредима", description: "", subject: "српски језик", language: .sr), at: town.centre, in: act)
            let proposal = try ProposalStore.proposal(id, in: act)
            var facts = proposal.facts
            (facts.hours, facts.days, facts.seatsMin) = (8, 1, 12)
            try ProposalStore.set(facts, call: proposal.call, of: id, in: act)
            for (field, text) in texts { _ = try ProposalTextStore.save(text, field, seen: nil, of: id, in: act) }
            try ProposalMoveStore.make(.askReview, of: id, in: act)
            return id
        }
        try await earlier.write(by: coordinator) { try ProposalReviewStore.ask(town.vesna, of: id, in: $0) }
    }
}
