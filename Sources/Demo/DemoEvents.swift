import Accounts
import Catalogue
import Delivery
import Events
import Kernel
import Languages
import Centres
import Registration

/// Seminars of the invented town, one in every state, and one that is full with a waiting list.
enum DemoEvents {
    static func fill(_ town: DemoTown, _ programmes: [Programme.ID], by actor: Actor, _ records: Records) async throws {
        let now = records.now
        let plans = Plans(town: town, programmes: programmes, today: town.zone.day(of: now))

        // Whole weeks lie between them, so that the trainers, who hold them all, are never asked for two at once.

        // 1: open, two days, some seats left.
        let open = try await announce(
            plans.plan("Дигитална учионица: од алата до смисла", programme: 0, inDays: 38, seats: 24, min: 15, points: 16, fee: 7_000), town, actor, records)
        try await apply(Array(town.teachers.prefix(15)) + [town.ana], open, records)

        // 2: full, with a waiting list and one offered seat.
        let full = try await announce(
            plans.plan("Формативно оцењивање у сваком часу", programme: 1, inDays: 24, seats: 4, min: 3, points: 8, fee: 3_500), town, actor, records)
        let holders = try await apply([town.teachers[0], town.teachers[1], town.milena, town.teachers[2]], full, records)
        try await apply([town.branko, town.ana, town.ruta, town.teachers[5]], full, records)
        try await withdraw(holders[0], town.teachers[0], records)

        // 3: confirmed, soon.
        let confirmed = try await announce(
            plans.plan("Разговор који помаже", programme: 3, inDays: 3, seats: 20, min: 8, points: 8, fee: 0, deadline: 3), town, actor, records)
        try await apply(Array(town.teachers[4..<14]) + [town.branko], confirmed, records)
        try await records.write(by: actor) { try EventStore.confirm(confirmed, in: $0) }

        // 4: too few so far, to be decided upon soon.
        let small = try await announce(
            plans.plan("Математика кроз причу и покрет", programme: 2, inDays: 10, seats: 20, min: 12, points: 8, fee: 2_800, deadline: 8),
            town, actor, records)
        try await apply(Array(town.teachers[14..<19]), small, records)

        // 5: in Lithuanian.
        let foreign = try await announce(
            plans.plan("Anglų kalba be vadovėlio", programme: 6, inDays: 45, seats: 16, min: 6, points: 8, fee: 0, language: .lt), town, actor, records)
        try await apply([town.ruta], foreign, records)

        // 6: postponed, 7: cancelled, 8: a draft.
        let postponed = try await announce(
            plans.plan("Прва слова, прва радост читања", programme: 5, inDays: 31, seats: 20, min: 10, points: 8, fee: 2_800), town, actor, records)
        try await apply([town.ana, town.teachers[3]], postponed, records)
        try await records.write(by: actor) {
            try EventStore.postpone(postponed, because: "Реализаторка је спречена. Нови термин објављујемо до краја месеца.", in: $0)
        }
        let cancelled = try await announce(
            plans.plan("Насиље се не прећуткује", programme: 4, inDays: 52, seats: 30, min: 20, points: 16, fee: 0, deadline: 10), town, actor, records)
        try await apply([town.branko, town.teachers[6]], cancelled, records)
        try await records.write(by: actor) { try EventStore.cancel(cancelled, because: "Није се пријавило довољно људи.", in: $0) }
        let idea = plans.plan("Летња радионица за васпитаче", programme: nil, inDays: 90, seats: 20, min: 0, points: 0, fee: 0)
        _ = try await records.write(by: actor) { [plan = idea] in
            try EventStore.draft(.seminar, plan, centre: town.centre, in: $0)
        }

        // 9 and 10: held, and closed. They began in the past.
        for (title, programme, days, isClosed) in [("Формативно оцењивање у сваком часу", 1, 40, false), ("Дигитална учионица: од алата до смисла", 0, 75, true)] {
            let past = records.at(now.adding(days: -days - 40))
            let plans = Plans(town: town, programmes: programmes, today: town.zone.day(of: past.now))
            let event = try await announce(
                plans.plan(title, programme: programme, inDays: 40, seats: 20, min: 5, points: programme == 0 ? 16 : 8, fee: 3_500), town, actor, past)
            try await apply(Array(town.teachers[2..<14]) + [town.ana], event, past)
            try await past.write(by: actor) { try EventStore.confirm(event, in: $0) }
            try await records.at(now.adding(days: -days + 8)).write(by: actor) { act in
                try EventStore.markHeld(event, in: act)
                try attend(event, in: act)
                if isClosed { try EventStore.close(event, in: act) }
            }
        }
    }

    /// 11: goes on today, so that its door can be tried.
    static func fillToday(_ town: DemoTown, _ programmes: [Programme.ID], by actor: Actor, _ records: Records) async throws {
        let past = records.at(records.now.adding(days: -30))
        let today = town.zone.day(of: records.now)
        let plans = Plans(town: town, programmes: programmes, today: today)
        var plan = plans.plan("Насиље се не прећуткује", programme: 4, inDays: 0, seats: 20, min: 5, points: 16, fee: 0, deadline: 3)
        for index in plan.sessions.indices { plan.sessions[index].day = today.adding(days: index) }
        // Its door stands open whenever somebody looks, also before the morning. It is as long as it would have been.
        let hour = town.zone.time(of: records.now).hour
        if hour < 8, let early = ClockTime(hour: hour, minute: 0) {
            let minutes = plan.sessions[0].ends.minutes - plan.sessions[0].begins.minutes
            if let end = ClockTime(minutes: early.minutes + minutes) { (plan.sessions[0].begins, plan.sessions[0].ends) = (early, end) }
        }
        plan.deadline = today.adding(days: -3)
        let event = try await announce(plan, town, actor, past)
        try await apply(Array(town.teachers.prefix(9)) + [town.ana, town.branko, town.ruta], event, past)
        try await past.write(by: actor) { try EventStore.confirm(event, in: $0) }
    }

    /// Seats go by need: more people than seats, some of whom had one already.
    static func fillNeeded(_ town: DemoTown, _ programmes: [Programme.ID], by actor: Actor, _ records: Records) async throws {
        let today = town.zone.day(of: records.now)
        let plan = Plans(town: town, programmes: programmes, today: today)
            .plan("Дигитална учионица: од алата до смисла", programme: 0, inDays: 59, seats: 6, min: 0, points: 16, fee: 0)
        let event = try await announce(plan, town, actor, records), seed = Token.random()
        try await records.write(by: actor) { try SeatNeedStore.set(until: today.adding(days: 14), seed: seed, for: event, in: $0) }
        try await apply([town.ana, town.milena] + town.teachers[0..<8], event, records)
    }

    /// Nearly everybody was there.
    private static func attend(_ event: Event.ID, in act: Act) throws {
        let roll = try Roll(EventStore.event(event, in: act), in: act)
        try AttendanceStore.mark(roll.sessions.flatMap { session in
            roll.rows.enumerated().map { index, row in
                let mark: Mark = index == 3 ? .absent : index == 6 ? .late : .present
                return Attendance(registration: row.registration, session: session.id, mark: mark, missed: mark == .late ? 20 : 0, source: .sheet, at: act.now)
            }
        }, of: event, in: act)
    }

    private static func announce(_ plan: EventPlan, _ town: DemoTown, _ actor: Actor, _ records: Records) async throws -> Event.ID {
        try await records.write(by: actor) { act in
            let id = try EventStore.draft(.seminar, plan, centre: town.centre, in: act)
            try EventStore.announce(id, limits: nil, in: act)
            return id
        }
    }

    @discardableResult
    private static func apply(_ people: [Person.ID], _ event: Event.ID, _ records: Records) async throws -> [Registration.ID] {
        var registrations: [Registration.ID] = []
        for person in people {
            let registration = try await records.write(by: Actor(person: person, name: "")) { act in
                let school = try EmploymentStore.schools(of: person, on: Zone.utc.day(of: act.now), in: act).first?.id
                let payers = try EventStore.event(event, in: act).plan.payers
                return try RegistrationStore.apply(person, for: event, Application(school: school, payer: payers[0]), in: act)
            }
            registrations.append(registration.id)
        }
        return registrations
    }

    private static func withdraw(_ registration: Registration.ID, _ person: Person.ID, _ records: Records) async throws {
        try await records.write(by: Actor(person: person, name: "")) { try RegistrationStore.withdraw(registration, in: $0) }
    }
}

/// Plans of seminars with what they have in common.
private struct Plans: Sendable {
    let town: DemoTown
    let programmes: [Programme.ID]
    let today: Day

    func plan(
        _ title: String, programme: Int?, inDays days: Int, seats: Int, min: Int, points: Int, fee: Int, deadline: Int = 15, language: Language = .sr
    ) -> EventPlan {
        // Seminars are held on Saturdays: nobody teaches then.
        var first = today.adding(days: days)
        while first.weekday != .saturday { first = first.adding(days: 1) }
        let summary = language == .lt ? "Kalbėjimo užduotys, kurias rytoj pat galite išbandyti." : "Поступци које већ у понедељак можете испробати у свом одељењу."
        let description = language == .lt
            ? "Dirbsime poromis ir mažomis grupėmis. Kiekvienas išsineš po vieną parengtą veiklą."
            : "Радимо у паровима и малим групама, на примерима из учионица полазника.\n\n"
                + "Свако носи кући једну припремљену активност и договор са паром ко ће шта испробати."
        return EventPlan(
            programme: programme.map { programmes[$0] }, language: language, seatsMin: min, seats: seats, deadline: first.adding(days: -deadline), fee: .rsd(fee),
            feeCovers: fee > 0 ? "материјал, освежење и уверење" : "", payers: fee > 0 ? [.own, .school] : [.free],
            target: "наставници и стручни сарадници", points: points,
            municipality: town.bistrik, texts: [language: EventText(title: title, summary: summary, description: description)],
            sessions: DemoDays.sessions(hours: points > 0 ? points : DemoDays.most, from: first, hall: town.halls[seats > 24 ? 0 : 1]),
            trainers: [Trainer(name: "Јасна Ивањић", person: town.teachers[8]), Trainer(name: "Лазар Кривокућа")])
    }
}
