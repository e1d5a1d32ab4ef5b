import Kernel
import Languages
import SelfEvaluation

/// How the invented centre values its work: the usual areas, and a year that goes on.
enum DemoSelfEvaluation {
    private static let areas: [(name: String, features: [SelfFeatureDraft])] = [
        ("Окружење за учење", [
            SelfFeatureDraft(
                "Семинари, курсеви, предавања и други скупови", hint: "Понуда одговара потребама, долази се из свих општина.",
                facts: [.events, .hours, .participations, .people]),
            SelfFeatureDraft("Ширење доброг искуства", facts: [.practices, .tries, .publications, .circles, .meetings]),
            SelfFeatureDraft("Пројекти и мрежа партнера", facts: [.projects, .agreements, .contests]),
            SelfFeatureDraft("Стручност", facts: [.certificates]),
        ]),
        ("Управљање", [
            SelfFeatureDraft("Руковођење", facts: [.people]), SelfFeatureDraft("Планирање и администрација", facts: [.planned, .events]),
            SelfFeatureDraft("Управљање програмима и скуповима", facts: [.events, .certificates]),
        ]),
    ]

    private static let answers: [(text: String, score: Int)] = [
        ("Понуда прати потребе из анкета; најмање долазе мале школе.\n\nСледеће године две обуке држимо у подручним школама.", 3),
        ("Примери праксе се читају, али их пише мали круг људи. Активи се редовно састају.", 3),
        ("Пројекти теку по плану, са факултетом се сарађује само на папиру.", 2), ("Реализатори су проверени, уверења без иједне грешке.", 4),
        ("Договори са састанака се бележе и проверавају.", 3),
    ]

    static func fill(_ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        let centre = town.centre, today = town.zone.day(of: records.now)
        let director = Actor(person: actor.person, name: actor.name, grants: actor.grants.union([Grant(.director, centre: centre)]))
        try await records.write(by: director) { act in
            try SelfSchemeStore.begin(areas, at: centre, in: act)
            try SelfSchemeStore.add(Accreditation(today.adding(years: -4)...today.adding(years: 1), act: "бр. 12/4"), at: centre, in: act)
            try SelfYearStore.open(today.year, at: centre, in: act)
            let features = try SelfYearStore.board(of: centre, in: act).areas.flatMap(\.features)
            for (feature, (text, score)) in zip(features, answers) {
                try SelfYearStore.write(SelfAnswer(text, score: score), of: feature.id, in: today.year, at: centre, in: act)
            }
            try SelfYearStore.conclude("Више праксе из малих школа и обуке ближе њима.", in: today.year, at: centre, in: act)
        }
    }
}
