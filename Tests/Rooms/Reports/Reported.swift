import Accounts
import Centres
import Delivery
import Events
import Kernel
import Languages
import Planning
import Registration
import Reports
import Site
import Storage
import Testing
import Town

/// A seminar of a story: its title, in whose name its people come, and who of the crowd they are.
struct Told {
    let title: String
    let school: School.ID?
    let people: Range<Int>

    init(_ title: String, _ school: School.ID?, _ people: Range<Int>) { (self.title, self.school, self.people) = (title, school, people) }
}

extension Town {
    var today: Day { zone.day(of: clock.now) }

    /// Seminars that were held on one day, six hours each.
    @discardableResult
    func held(_ told: [Told], of crowd: [Person.ID]) async throws -> [Event.ID] {
        var held: [(event: Event.ID, registrations: [Registration.ID])] = []
        for one in told {
            let event = try await seminar(one.title, seats: 60)
            let registrations = try await does { act in
                try crowd[one.people].map { person in
                    if let school = one.school, try !act.db.exists("SELECT 1 AS works FROM employment WHERE person = \(person) AND school = \(school)") {
                        try EmploymentStore.add(person, at: school, job: "наставник", in: act)
                    }
                    return try RegistrationStore.apply(person, for: event, Application(school: one.school, payer: .free), in: act).id
                }
            }
            try await vesna.does { try EventStore.confirm(event, in: $0) }
            held.append((event, registrations))
        }
        clock.passes(days: 36)
        for one in held { try await mark(one.registrations, at: one.event, isHeld: true) }
        if try await !vesna.grants.contains(Grant(.director, centre: centre)) { try await vesna.becomes(.director, at: centre) }
        try await vesna.enters(withFactor: true)
        return held.map(\.event)
    }

    func mark(_ registrations: [Registration.ID], at event: Event.ID, isHeld: Bool = false) async throws {
        let zone = zone
        try await vesna.does { act in
            for session in try EventStore.event(event, in: act).sessions(in: zone) {
                _ = try AttendanceStore.mark(registrations.map {
                    Attendance(registration: $0, session: session.id, mark: .present, missed: 0, source: .door, at: session.start.adding(minutes: 5))
                }, of: event, in: act)
            }
            if isHeld { try EventStore.markHeld(event, in: act) }
        }
    }

    /// A report of the calendar year in which the clock stands.
    func report(_ kind: ReportKind = .annual, in municipality: Municipality.ID? = nil) async throws -> Report.ID {
        let centre = centre, year = PlanYear(.calendar, today.year)
        return try await vesna.does { try ReportStore.make(ReportWish(kind, of: year, in: municipality), at: centre, in: $0) }
    }

    func folder(_ id: Report.ID) async throws -> ReportFolder {
        let centre = centre
        return try await vesna.does { try ReportStore.folder(id, at: centre, in: $0) }
    }

    /// In which municipality a school is.
    func place(of school: School.ID) async throws -> Municipality.ID? {
        try await value("SELECT municipality FROM school WHERE id = \(school)", as: Municipality.ID.self)
    }

    func figure(_ figure: ReportFigure, of id: Report.ID) async throws -> Int? { try await folder(id).figure(figure)?.values[.now] }

    func difference(_ id: Report.ID) async throws -> ReportDifference {
        let report = try await folder(id).report
        return try await vesna.does { try ReportReckoningStore.difference(of: report, in: $0).difference }
    }

    func signs(_ id: Report.ID) async throws {
        let centre = centre
        try await vesna.does { try ReportStore.sign(id, at: centre, in: $0) }
    }
}
