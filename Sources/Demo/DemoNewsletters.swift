import Accounts
import Centres
import Community
import Events
import Kernel
import Languages
import Mail
import Needs
import Newsletter
import Publishing
import Storage

/// Newsletters of the invented centre: who has which, an issue that went out, a draft, one that waits for its day, an address that does not work.
enum DemoNewsletters {
    private static let herald = NewsletterDraft(isOpen: true, texts: [
        .sr: NewsletterText("Гласник центра", about: "Једном месечно: шта нудимо, шта је било, шта су колеге написале."),
        .lt: NewsletterText("Centro žinios", about: "Kartą per mėnesį: ką siūlome, kas vyko, ką parašė kolegos."),
        .en: NewsletterText("The centre’s herald", about: "Once a month: what we offer, what was held, what colleagues wrote."),
    ])

    private static let science = NewsletterDraft(isOpen: false, texts: [
        .sr: NewsletterText("Огледи и бројеви", about: "За наставнике математике и природних наука, кад имамо нешто ново."),
        .lt: NewsletterText("Bandymai ir skaičiai", about: "Matematikos ir gamtos mokslų mokytojams, kai turime ką nors nauja."),
        .en: NewsletterText("Experiments and numbers", about: "For teachers of mathematics and science, when there is something new."),
    ])

    private static let outside = ["ljubitelj.knjige@example.org", "roditelj@example.org", "novinarka@example.org"]

    private static func texts(_ number: Int) -> [Language: IssueText] {
        switch number {
        case 0: [
            .sr: IssueText("Пролеће почиње у учионици", """
                Драге колеге,

                зима је била дуга, а **сале пуне**. Хвала свима који су дошли, слушали и питали.

                У овом издању:

                - шта вас чека следећих недеља,
                - две вести из наше куће,
                - једна белешка из праксе коју вреди пробати већ сутра.

                Пишите нам шта вам недостаје. *Најбоље понуде почеле су једном реченицом.*
                """),
            .lt: IssueText("Pavasaris prasideda klasėje", "Mieli kolegos,\n\nžiema buvo ilga, o **salės pilnos**. Ačiū visiems, kurie atėjo, klausėsi ir klausė."),
            .en: IssueText(
                "Spring begins in the classroom",
                "Dear colleagues,\n\nthe winter was long and **the halls were full**. Thank you all for coming, listening and asking."),
        ]
        case 1: [
            .sr: IssueText("Шта вас чека следећег месеца", "Месец је пун. Погледајте шта је још слободно и *пријавите се на време*."),
            .en: IssueText("What comes next month", "The month is full. See what is still free, and *apply in time*."),
        ]
        default: [.sr: IssueText("Три огледа за час који касни", "Кратко, јефтино и без струје.\n\n1. Јаје у боци.\n2. Новчић који плива.\n3. Сенка која расте.")]
        }
    }

    static func fill(_ town: DemoTown, by actor: Actor, seal: Seal, _ records: Records) async throws {
        let centre = town.centre, earlier = records.at(records.now.adding(days: -40))
        let (first, second) = try await earlier.write(by: actor) { act in
            (try NewsletterStore.add(herald, to: centre, in: act), try NewsletterStore.add(science, to: centre, in: act))
        }
        try await join(first, second, town, seal, earlier)
        let everybody = try await earlier.write(by: actor) { act in
            var mathematics = SegmentDraft(name: "Математика у Бистрику")
            (mathematics.municipalities, mathematics.jobs) = ([town.bistrik], ["математике"])
            _ = try SegmentStore.add(mathematics, to: centre, in: act)
            var schools = SegmentDraft(name: "Основне школе")
            (schools.kinds, schools.hasOutside) = ([.primary], false)
            return try SegmentStore.add(schools, to: centre, in: act)
        }
        let then = records.at(records.now.adding(days: -18))
        try await then.write(by: actor) { act in
            let picks = try picks(at: centre, act)
            let id = try IssueStore.add(IssueDraft(texts: texts(0), picks: picks), to: first, at: centre, in: act)
            try IssueSendStore.begin(id, seal, at: centre, in: act)
        }
        for minute in 1...5 { try await IssueSendStore.work(records.at(then.now.adding(minutes: minute)), seal) }
        try await records.write(by: actor) { act in
            _ = try IssueStore.add(IssueDraft(texts: texts(1), picks: try picks(at: centre, act)), to: first, at: centre, in: act)
            let next = try IssueStore.add(IssueDraft(segment: everybody, texts: texts(2)), to: second, at: centre, in: act)
            let day = town.zone.day(of: act.now).adding(days: 3)
            if let nine = ClockTime(hour: 9, minute: 0) { try IssueStore.schedule(next, at: try town.zone.instant(day, nine), of: centre, in: act) }
        }
        try await giveUp(town, seal, records)
    }

    /// What can be chosen on that day: of each kind the first few.
    private static func picks(at centre: Centre.ID, _ act: Act) throws -> [IssuePick] {
        let all = try IssueLineStore.candidates(at: centre, .sr, in: act).map { $0.pick }
        return IssuePick.Kind.allCases.flatMap { kind in all.filter { $0.kind == kind }.prefix(kind == .offer ? 1 : kind == .event ? 4 : 2) }
    }

    private static func join(_ herald: Newsletter.ID, _ science: Newsletter.ID, _ town: DemoTown, _ seal: Seal, _ records: Records) async throws {
        let people = [town.ana, town.branko, town.milena, town.ruta, town.vesna] + town.teachers.enumerated().filter { $0.offset % 5 != 4 }.map { $0.element }
        for (place, person) in people.enumerated() {
            guard let own = try await records.read(as: .system, { try PersonStore.actor(person, in: $0) }) else { continue }
            try await records.at(records.now.adding(hours: place)).write(by: own) { act in
                let all = try NewsletterStore.offered(of: town.centre, in: act), t = act.words.texts(.sr, in: town.zone)
                let wanted = all.filter { $0.id == herald || ($0.id == science && place % 3 == 0) }
                let topics = try TopicStore.list(in: act).offered(in: .sr)
                let words = Dictionary(uniqueKeysWithValues: wanted.map { ($0.id, SubscriberStore.words($0, t, site: "Центар за стручно усавршавање Бистрик")) })
                let interests = topics.isEmpty || place % 2 == 1 ? [] : Set([topics[place % topics.count].id])
                try SubscriberStore.set(words, interests: interests, of: person, seal, at: town.centre, in: act)
            }
        }
        for address in outside {
            try await records.write(by: .visitor) { act in
                let newsletter = try NewsletterStore.newsletter(herald, at: town.centre, in: act)
                guard let read = try? Address(typed: address) else { return }
                let words = SubscriberStore.words(newsletter, act.words.texts(.sr, in: town.zone), site: "Центар за стручно усавршавање Бистрик")
                try SubscriberStore.ask(read, for: [herald: words], in: .sr, seal, at: town.centre, in: act)
                // The last one has not pressed the button yet.
                if address != outside.last { try SubscriberStore.confirmAll(read, seal, at: town.centre, in: act) }
            }
        }
    }

    /// Three letters to one address came back.
    private static func giveUp(_ town: DemoTown, _ seal: Seal, _ records: Records) async throws {
        for number in 1...NewsletterRule.usual.bounces {
            let report = """
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=demo

                --demo
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org
                X-Number: \(number)

                Final-Recipient: rfc822; \(outside[0])
                Action: failed
                Status: 5.2.2
                Diagnostic-Code: smtp; 552 5.2.2 mailbox full
                --demo--
                """
            try await records.at(records.now.adding(days: number - 5)).write(by: .system) { _ = try BounceStore.take(Array(report.utf8), seal, in: $0) }
        }
    }
}
