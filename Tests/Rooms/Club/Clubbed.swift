import Accounts
import Centres
import Club
import Kernel
import Languages
import Site
import Storage
import Testing
import Town

extension Town {
    var today: Day { zone.day(of: clock.now) }

    /// A day from today on, as a form has it.
    func iso(_ days: Int) -> String { today.adding(days: days).iso }

    /// A club with Милена as its head and one topic.
    func club(_ name: String = "Клуб „Свитац“") async throws -> (club: Club.ID, topic: ClubTopic.ID) {
        let (centre, milena) = (centre, milena.id)
        return try await vesna.does { act in
            let club = try ClubStore.add(ClubDetails(name, in: .sr, summary: "Физика рукама"), at: centre, in: act)
            try ClubStore.name(milena, lead: true, of: club, at: centre, in: act)
            return (club, try ClubStore.add(ClubTopicDetails("Мост од шпагета", grades: 5...8, places: 24), to: club, at: centre, in: act))
        }
    }

    /// A workshop with so many places, at ten o'clock.
    func session(of club: (club: Club.ID, topic: ClubTopic.ID), places: Int = 24, inDays days: Int = 7, hall: Hall.ID? = nil) async throws -> ClubSession.ID {
        let (centre, day) = (centre, today.adding(days: days)), ten = try #require(ClockTime(hour: 10, minute: 0)),
            twelve = try #require(ClockTime(hour: 12, minute: 0))
        return try await vesna.does { act in
            let draft = ClubSessionDraft(.workshop, topic: club.topic, day: day, begins: ten, ends: twelve, places: places, hall: hall)
            guard let id = try ClubSessionStore.plan([draft], of: club.club, at: centre, in: act).first else { throw Problem.missing }
            return id
        }
    }

    func state(_ booking: Int64) async throws -> String? { try await value("SELECT state FROM club_booking WHERE id = \(booking)", as: String.self) }
}

extension Someone {
    /// Books a group of one grade.
    @discardableResult
    func brings(_ pupils: Int, _ name: String = "", to session: ClubSession.ID, from school: School.ID, of centre: Centre.ID) async throws -> ClubBooking.ID {
        try await does { act in
            try ClubBookingStore.book(ClubBookingDraft(school: school, name: name, grades: [6: pupils]), for: session, at: centre, in: act)
        }
    }
}
