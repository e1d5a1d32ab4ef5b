import Accounts
import Centres
import Delivery
import Events
import FollowUp
import Kernel
import Languages
import Registration
import Site
import Storage
import Testing
import Town
import Web

extension Town {
    /// An event of today that has just ended, after which people are asked; everybody was there.
    func followed(_ people: [Person.ID], title: String = "Дигитална учионица", school: School.ID? = nil) async throws -> Event.ID {
        let centre = centre, since = zone.day(of: clock.now)
        try await does { try FollowUpStore.set(FollowUpRule(since: since), of: centre, in: $0) }
        let event = try await seminar(title, seats: 40, inDays: 2, deadline: zone.day(of: clock.now).adding(days: 1))
        try await vesna.does { act in
            for person in people { _ = try RegistrationStore.apply(person, for: event, Application(school: school, payer: .free), in: act) }
        }
        let session = try #require(try await value("SELECT id FROM event_session WHERE event = \(event)", as: DatedSession.ID.self))
        let ends = try #require(try await finds { try EventStore.event(event, in: $0).ends })
        clock.becomes(ends.adding(minutes: 5))
        try await does { act in
            let ids = try act.db.rows("SELECT id FROM registration WHERE event = \(event) ORDER BY id").map { try $0["id"] as Registration.ID }
            try AttendanceStore.mark(ids.map { Attendance(registration: $0, session: session, mark: .present, source: .sheet, at: act.now) }, of: event, in: act)
        }
        return event
    }

    /// Lets so many days pass and what is due happen.
    func goesOn(days: Int) async throws {
        clock.passes(days: days)
        try await FollowUpStore.tend(app.records, app.installation.seal)
        try await settles()
    }

    func say(in form: StepAnswer, under link: String, in browser: Browser) async throws -> Page {
        try await browser.opens(link)
        return try await browser.sends(link, form.values)
    }
}

/// What somebody types who answers.
enum StepAnswer {
    case uses, fails

    var values: KeyValuePairs<String, String> {
        switch self {
        case .uses: ["used": "several"]
        case .fails: ["used": "never", "hindered": "time"]
        }
    }
}

extension Mailbag {
    /// The link of a step, from the last letter that holds one.
    func step(to address: String) -> String? {
        to(address).reversed().lazy.compactMap { $0.plain.firstMatch(of: /\/steps\/[A-Za-z0-9-]+/) }.first.map { String($0.0) }
    }

    func steps(to address: String) -> Int { to(address).filter { $0.plain.contains("/steps/") }.count }
}
