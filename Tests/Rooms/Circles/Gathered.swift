import Accounts
import Centres
import Circles
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
import Web

/// A circle of the town: Ана leads it, Бранко, Милена and Rūta belong to it; Горан does not.
struct Gathered {
    let town: Town
    let circle: Circle.ID
    let school: School.ID

    init(_ details: CircleDetails, _ town: Town, term: Int = 365) async throws {
        self.town = town
        let school = try await town.workplace(of: town.ana, town.branko, town.milena, town.ruta)
        self.school = school
        let (centre, people, ana, today) = (town.centre, [town.ana.id, town.branko.id, town.milena.id, town.ruta.id], town.ana.id, town.zone.day(of: town.clock.now))
        circle = try await town.does { act in
            let id = try CircleStore.found(details, at: centre, in: act)
            for person in people { try CircleMemberStore.add(person, from: school, since: today, to: id, at: centre, in: act) }
            try CircleMemberStore.setChair(ana, isDeputy: false, today...today.adding(days: term), by: nil, of: id, at: centre, in: act)
            return id
        }
    }

    init(_ town: Town, term: Int = 365) async throws { try await self.init(CircleDetails(name: "Актив математичара"), town, term: term) }

    var path: String { "/me/circles/\(circle)" }
    var today: Day { town.zone.day(of: town.clock.now) }

    /// A meeting of today, at five, with an agenda of two points.
    func meets(inDays days: Int = 0, link: String = "") async throws -> CircleMeeting.ID {
        let (centre, circle, day) = (town.centre, circle, today.adding(days: days))
        let five = try #require(ClockTime(hour: 17, minute: 0)), seven = try #require(ClockTime(hour: 19, minute: 0))
        return try await town.ana.does { act in
            try CircleMeetingStore.plan(
                MeetingDetails(day: day, begins: five, ends: seven, place: "Сала", link: link, agenda: ["План рада", "Разно"]), of: circle, at: centre, in: act)
        }
    }

    func marks(_ present: [Person.ID], at meeting: CircleMeeting.ID) async throws {
        let (centre, circle) = (town.centre, circle)
        try await town.ana.does { try CircleMeetingStore.mark(Set(present), meeting, of: circle, at: centre, in: $0) }
    }

    func concludes(_ text: String, _ owner: Person.ID, inDays days: Int, by meeting: CircleMeeting.ID? = nil) async throws -> CircleConclusion.ID {
        let (centre, circle, due) = (town.centre, circle, today.adding(days: days))
        return try await town.ana.does { act in
            try CircleConclusionStore.add(CircleConclusionDetails(text: text, owner: owner, due: due), of: circle, by: meeting, at: centre, in: act)
        }
    }

    func points(of meeting: CircleMeeting.ID) async throws -> [Int64] {
        try await town.finds { act in try act.db.rows("SELECT id FROM circle_point WHERE meeting = \(meeting) ORDER BY place").map { try $0["id"] } }
    }
}
