import Accounts
import Centres
import Kernel
import Languages
import Planning
import Reports

/// Reports of the invented centre: the annual one, signed, with its words; one for the founder that
/// waits, with what is recommended to a head; terms.
enum DemoReports {
    private static let words: [ReportPart: String] = [
        .summary: "Година у којој су обуке први пут следиле листу потреба: свака је настала из личних планова наставника.\n"
            + "Радило се у центру и у школама, да пут не буде дужи него што мора.",
        .programmes: "Програме су водили реализатори из каталога. За сваки је вођена евиденција присуства, а уверења су издата из система.",
        .schools: "Школе које се не појављују нису изостале све: неке су послале мање од пет наставника, па се не исказују.",
        .pupils: "Научни клуб је отворен за разреде сваког радног дана; разред доводи учитељ.",
        .costs: "Трошкови обука које је платила општина исказани су заједно са онима које су платили учесници.",
    ]

    static func fill(_ town: DemoTown, by actor: Actor, _ records: Records) async throws {
        let today = town.zone.day(of: records.now), centre = town.centre
        let director = try await records.read(as: .system) { try PersonStore.actor(town.dragana, in: $0) } ?? .system
        try await records.write(by: actor) { act in
            try CountingRuleStore.set(ReportTerm(.annual, month: 2, day: 28, article: "Рок оснивача (пример)"), for: .annual, at: centre, in: act)
            try CountingRuleStore.set(ReportTerm(.authority, month: 9, day: 15, article: "Пример"), for: .authority, at: centre, in: act)
        }
        // Of this year or the last, whichever has more to tell.
        let annual = try await records.write(by: actor) { act in
            let office = try CentreStore.centre(centre, in: act), years = [today.year, today.year - 1].map { PlanYear(.calendar, $0) }
            let counts = try years.map { try ReportFactsStore.facts(in: $0.days, at: office, in: act).visits.count }
            let id = try ReportStore.make(ReportWish(.annual, of: counts[1] > counts[0] ? years[1] : years[0]), at: centre, in: act)
            try ReportStore.write(words, of: id, at: centre, in: act)
            return id
        }
        try await records.write(by: director) { try ReportStore.sign(annual, at: centre, in: $0) }
        let founder = try await records.write(by: actor) { act in
            let id = try ReportStore.make(ReportWish(.founder, of: PlanYear(.calendar, today.year)), at: centre, in: act)
            try ReportStore.write([.summary: "Шта је урађено новцем оснивача."], of: id, at: centre, in: act)
            return id
        }
        guard let school = town.schools.first else { return }
        try await records.write(by: actor) { act in
            try ReportAdviceStore.write(
                "У овој години ваша школа је учествовала више него раније. Препоручујемо да план за следећу годину обухвати и стручне сараднике.", to: school,
                of: founder, at: centre, in: act)
        }
        _ = try await records.write(by: actor) {
            try ReportStore.make(ReportWish(.programmes, of: PlanYear.containing(today, .school)), at: centre, in: $0)
        }
    }
}
