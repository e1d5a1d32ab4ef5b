import Accounts
import Centres
import Circles
import Files
import Kernel
import Languages

/// The circles of the invented town: one that works well, the council over it, and a network whose chair's term has run out.
enum DemoCircles {
    static func fill(_ town: DemoTown, by actor: Actor, files: FileFolder, _ records: Records) async throws {
        let circles = Circles(town: town, actor: actor, records: records)
        let mathematics = try await circles.mathematics()
        try await circles.lastYear(mathematics)
        try await circles.thisYear(mathematics)
        try await circles.live(mathematics, files)
        try await circles.others(mathematics)
    }
}

private struct Circles: Sendable {
    let town: DemoTown
    let actor: Actor
    let records: Records

    private var today: Day { town.zone.day(of: records.now) }
    private var ana: Actor { Actor(person: town.ana, name: "Ана Ђорђевић") }
    /// Those of the town who teach mathematics, for the sake of the story.
    private var people: [(person: Person.ID, school: Int)] {
        [(town.ana, 0), (town.branko, 0), (town.ruta, 2)] + [0, 1, 2, 4, 7, 10].map { (town.teachers[$0], $0 % town.schools.count) }
    }

    private func ago(_ days: Int) -> Records { records.at(records.now.adding(days: -days)) }

    private func time(_ hour: Int) throws -> ClockTime {
        guard let time = ClockTime(hour: hour, minute: 0) else { throw Problem.missing }
        return time
    }

    func mathematics() async throws -> Circle.ID {
        let (town, people, first) = (town, people, today.adding(days: -400))
        return try await ago(400).write(by: actor) { act in
            let id = try CircleStore.found(CircleDetails(
                name: "Актив наставника математике", subject: "математика", aim: "Заједничке припреме, угледни часови и размена задатака за све узрасте.",
                joining: .open, talks: true), at: town.centre, in: act)
            for one in people { try CircleMemberStore.add(one.person, from: town.schools[one.school], since: first, to: id, at: town.centre, in: act) }
            try CircleMemberStore.setChair(town.ana, isDeputy: false, first...first.adding(years: 2), by: nil, of: id, at: town.centre, in: act)
            try CircleMemberStore.setChair(town.branko, isDeputy: true, first...first.adding(years: 2), by: nil, of: id, at: town.centre, in: act)
            return id
        }
    }

    private func meet(
        _ circle: Circle.ID, before days: Int, _ agenda: [String], present: Int, votes: [Ballot], minutes words: String?, isSigned: Bool = true
    ) async throws -> CircleMeeting.ID {
        let (town, people, ana, day) = (town, people, ana, today.adding(days: -days)), (five, seven) = (try time(17), try time(19))
        let id = try await ago(days + 12).write(by: ana) { act in
            let id = try CircleMeetingStore.plan(
                MeetingDetails(day: day, begins: five, ends: seven, place: "Велика сала", agenda: agenda), of: circle, at: town.centre, in: act)
            try CircleMeetingStore.invite(id, of: circle, at: town.centre, in: act)
            return id
        }
        try await ago(days).write(by: ana) { act in
            try CircleMeetingStore.mark(Set(people.prefix(present).map(\.person)), id, of: circle, at: town.centre, in: act)
            let points = try CircleMeetingStore.folder(id, of: circle, at: town.centre, in: act).meeting.points
            try CircleMeetingStore.vote(
                Dictionary(uniqueKeysWithValues: zip(points.map(\.id), votes)), id, of: circle, at: town.centre, in: act)
            if let words { try CircleMinutesStore.write(words, over: 0, id, of: circle, at: town.centre, in: act) }
        }
        if words != nil, isSigned {
            try await ago(days - 1).write(by: ana) { try CircleMinutesStore.sign(1, id, of: circle, at: town.centre, in: $0) }
        }
        return id
    }

    private func conclude(_ circle: Circle.ID, _ meeting: CircleMeeting.ID, before days: Int, _ text: String, _ owner: Person.ID,
        in due: Int) async throws -> CircleConclusion.ID {
        let (town, day) = (town, today.adding(days: due - days))
        return try await ago(days).write(by: ana) { act in
            try CircleConclusionStore.add(CircleConclusionDetails(text: text, owner: owner, due: day), of: circle, by: meeting, at: town.centre, in: act)
        }
    }

    private func settle(_ circle: Circle.ID, _ id: CircleConclusion.ID, before days: Int, _ state: CircleConclusion.State, _ words: String) async throws {
        let town = town
        try await ago(days).write(by: ana) { try CircleConclusionStore.settle(id, state, words, of: circle, at: town.centre, in: $0) }
    }

    func lastYear(_ circle: Circle.ID) async throws {
        let meeting = try await meet(
            circle, before: 330, ["План рада за школску годину", "Распоред угледних часова"], present: 8,
            votes: [Ballot(yes: 7, no: 0, abstained: 1), Ballot(yes: 5, no: 1, abstained: 2)],
            minutes: """
                Састанак је протекао у разговору о томе шта је прошле године имало смисла.

                ## 1. План рада за школску годину

                План је усвојен са допуном о размени задатака.

                ## 2. Распоред угледних часова

                Договорена су четири часа, по један у свакој школи.
                """)
        let bank = try await conclude(circle, meeting, before: 330, "Саставити заједничку збирку задатака за завршни испит", town.ana, in: 120)
        let lessons = try await conclude(circle, meeting, before: 330, "Одржати по један угледни час у свакој школи", town.branko, in: 180)
        let trip = try await conclude(circle, meeting, before: 330, "Посета факултету са ученицима осмог разреда", town.teachers[1], in: 200)
        _ = try await conclude(circle, meeting, before: 330, "Предложити центру обуку о раду са даровитима", town.teachers[4], in: 320)
        try await settle(circle, bank, before: 190, .done, "Збирка има 240 задатака и стоји међу датотекама актива.")
        try await settle(circle, lessons, before: 140, .underway, "Одржана су три од четири часа.")
        try await settle(circle, trip, before: 120, .dropped, "Школе нису имале новца за превоз.")
        let (town, year) = (town, SchoolYear(containing: today))
        try await ago(329).write(by: ana) { act in
            for line in [
                CirclePlanDetails("Четири угледна часа", term: "током године", responsible: "Бранко Његован", indicator: "записник о свакој посети"),
                CirclePlanDetails("Збирка задатака за завршни испит", term: "до марта", responsible: "Ана Ђорђевић", indicator: "збирка дата школама"),
            ] { try CirclePlanStore.add(line, to: year.previous, of: circle, at: town.centre, in: act) }
            if let second = try CirclePlanStore.lines(of: circle, in: year.previous, in: act).last {
                try CirclePlanStore.setDone(true, second.id, of: circle, at: town.centre, in: act)
            }
        }
    }

    func thisYear(_ circle: Circle.ID) async throws {
        let meeting = try await meet(
            circle, before: 21, ["Шта је било са прошлогодишњим закључцима", "Размена посета часовима"], present: 6,
            votes: [Ballot(yes: 6, no: 0, abstained: 0), Ballot(yes: 4, no: 1, abstained: 1)],
            minutes: """
                Прегледани су закључци из прошле године.

                ## 1. Шта је било са прошлогодишњим закључцима

                Збирка се користи у пет школа. Посета факултету се напушта.

                ## 2. Размена посета часовима

                Свако ће до краја полугодишта посетити један час у другој школи.
                """)
        let visits = try await conclude(circle, meeting, before: 21, "Свако посећује један час у другој школи", town.branko, in: 60)
        _ = try await conclude(circle, meeting, before: 21, "Послати школама упутство за пријаву посета", town.ana, in: 10)
        try await settle(circle, visits, before: 9, .underway, "До сада су забележене две посете.")
        let small = try await meet(
            circle, before: 6, ["Предлог теме за стручни скуп"], present: 3, votes: [Ballot(yes: 3, no: 0, abstained: 0)],
            minutes: "Дошло је мало чланова; о теми ће се гласати поново.", isSigned: false)
        _ = try await conclude(circle, small, before: 6, "Предложити тему „Математика око нас“", town.teachers[0], in: 30)
        let (town, year) = (town, SchoolYear(containing: today))
        try await ago(20).write(by: ana) { act in
            if try !CirclePlanStore.lines(of: circle, in: year.previous, in: act).filter({ $0.done == nil }).isEmpty {
                try CirclePlanStore.begin(year, of: circle, at: town.centre, in: act)
            }
            try CirclePlanStore.add(
                CirclePlanDetails("Размена посета часовима", term: "прво полугодиште", responsible: "сви чланови", indicator: "девет потврђених посета"), to: year,
                of: circle, at: town.centre, in: act)
        }
    }

    func live(_ circle: Circle.ID, _ files: FileFolder) async throws {
        let (town, today, people) = (town, today, people), (five, seven) = (try time(17), try time(19))
        let next = try await ago(4).write(by: ana) { act in
            let id = try CircleMeetingStore.plan(MeetingDetails(
                day: today.adding(days: 12), begins: five, ends: seven, place: "Учионица 2", link: "https://soba.example/matematika",
                agenda: ["Тема стручног скупа", "Задаци за општинско такмичење", "Разно"]), of: circle, at: town.centre, in: act)
            try CircleMeetingStore.invite(id, of: circle, at: town.centre, in: act)
            return id
        }
        for (place, one) in people.prefix(6).enumerated() where one.person != town.ana {
            try await ago(3).write(by: Actor(person: one.person, name: "")) { try CircleMeetingStore.answer(place != 4, next, of: circle, at: town.centre, in: $0) }
        }
        let visit = try await ago(8).write(by: ana) { act in
            try CircleVisitStore.add(CircleVisitDetails(
                day: today.adding(days: -8), lesson: "Разломци, математика, 6-2", seen: "Рад у малим групама, кратка повратна информација на крају часа.", host: town.ana,
                guest: town.teachers[1]), of: circle, at: town.centre, in: act)
        }
        for person in [town.ana, town.teachers[1]] {
            try await ago(7).write(by: Actor(person: person, name: "")) { try CircleVisitStore.sign(visit, of: circle, at: town.centre, in: $0) }
        }
        try await ago(5).write(by: Actor(person: town.branko, name: "")) { act in
            let id = try CircleVisitStore.add(CircleVisitDetails(
                day: today.adding(days: -5), lesson: "Пропорције, математика, 7-1", seen: "", host: town.branko, guest: town.ruta), of: circle, at: town.centre, in: act)
            try CircleVisitStore.sign(id, of: circle, at: town.centre, in: act)
        }
        let posts: [(Person.ID, Int, String)] = [
            (town.teachers[0], 9, "Има ли неко наставни лист за проценте у којем се рачуна са правим рачунима из продавнице?"),
            (town.ana, 8, "Има, стављам га међу датотеке. Ученици су донели и своје рачуне."),
            (town.teachers[4], 2, "Предлажем да на следећи састанак дођу и колеге из техничке школе."),
        ]
        for (person, days, words) in posts {
            try await ago(days).write(by: Actor(person: person, name: "")) { try CircleTalkStore.write(words, in: circle, at: town.centre, in: $0) }
        }
        let words = "Racun iz prodavnice: koliko je snizeno, i za koliko procenata?"
        let sheet = try FileIntake(files).made(Array("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Noto Serif;}}\\fs24 \(words)\\par}".utf8), "procenti.rtf")
        try await ago(8).write(by: ana) { try CircleTalkStore.add(sheet, title: "Проценти: рачуни из продавнице", to: circle, at: town.centre, in: $0) }
    }

    func others(_ circle: Circle.ID) async throws {
        let (town, today) = (town, today)
        try await ago(300).write(by: actor) { act in
            let council = try CircleStore.found(CircleDetails(
                name: "Стручно веће природних наука", kind: .council, aim: "Усклађује рад актива природних наука и предлаже теме за стручне скупове.", quorum: .third),
                at: town.centre, in: act)
            for place in [5, 6, 8] {
                try CircleMemberStore.add(
                    town.teachers[place], from: town.schools[place % town.schools.count], since: today.adding(days: -300), to: council, at: town.centre, in: act)
            }
            try CircleMemberStore.setChair(
                town.teachers[8], isDeputy: false, today.adding(days: -300)...today.adding(days: 20), by: nil, of: council, at: town.centre, in: act)
            var details = try CircleStore.circle(circle, at: town.centre, in: act).details
            details.council = council
            try CircleStore.edit(circle, to: details, at: town.centre, in: act)
            let network = try CircleStore.found(CircleDetails(
                name: "Мрежа школа партнера „Бистрик и околина“", kind: .network, aim: "Школе које размењују посете, опрему и добра решења.", quorum: .number(3)),
                at: town.centre, in: act)
            for place in [3, 9, 11] {
                try CircleMemberStore.add(
                    town.teachers[place], from: town.schools[place % town.schools.count], since: today.adding(days: -300), to: network, at: town.centre, in: act)
            }
            try CircleMemberStore.setChair(
                town.teachers[9], isDeputy: false, today.adding(days: -300)...today.adding(days: -15), by: nil, of: network, at: town.centre, in: act)
        }
    }
}
