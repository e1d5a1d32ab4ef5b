import Events
import Kernel
import Languages
import Storage
import Testing
import Town

/// A gathering is asked for in time, held while its approval holds, and once more only with a consent.
@Suite struct ApprovalRuleTests {
    private static func day(_ text: String) -> Day { Day(iso: text)! }

    private static let gathering = EventForm(id: .init(7), details: EventFormDetails(name: "Стручни скуп", askedDays: 60, approvedMonths: 12, basis: "члан 13"))

    private static func faults(first: String, _ approval: EventApproval, announcedOn today: String? = nil) -> [String] {
        let (ten, noon) = (ClockTime(hour: 10, minute: 0)!, ClockTime(hour: 12, minute: 0)!)
        let plan = EventPlan(
            language: .sr, seats: 50, deadline: day(first), fee: .rsd(0), texts: [.sr: EventText(title: "Дани науке")],
            sessions: [EventSession(day: day(first), begins: ten, ends: noon)], approval: approval)
        do {
            try plan.faults(of: gathering, limits: nil, zone: Zone("Europe/Belgrade")!, today: today.map(day)).check()
            return []
        } catch let problem as Problem { return problem.faults.compactMap(\.field) } catch { return ["?"] }
    }

    private static func approval(asked: String? = nil, _ number: String = "", _ on: String? = nil, consent: String? = nil) -> EventApproval {
        EventApproval(asked: asked.map(day), number: number, day: on.map(day), consent: consent.map(day))
    }

    @Test(arguments: [
        ("2026-05-01", approval(), nil, []),
        ("2026-05-01", approval(asked: "2026-03-02"), nil, []),
        ("2026-05-01", approval(asked: "2026-03-03"), nil, ["asked"]),
        ("2026-05-01", approval(asked: "2026-03-02", "12/26"), nil, ["approvalDay"]),
        ("2026-05-01", approval(asked: "2026-03-02", "", "2026-04-01"), nil, ["approvalNumber"]),
        ("2026-05-01", approval(asked: "2026-03-02", "12/26", "2026-03-01"), nil, ["approvalDay"]),
        ("2026-05-01", approval(asked: "2026-03-02", "12/26", "2026-05-02"), nil, ["day1"]),
        ("2027-04-01", approval(asked: "2026-03-02", "12/26", "2026-04-01"), nil, ["day1"]),
        ("2027-03-31", approval(asked: "2026-03-02", "12/26", "2026-04-01"), nil, []),
        ("2026-05-01", approval(), "2026-04-20", ["asked", "approvalNumber"]),
        ("2026-05-01", approval(asked: "2026-03-02"), "2026-04-20", ["approvalNumber"]),
        ("2026-05-01", approval(asked: "2026-03-02", "12/26", "2026-04-01"), "2026-04-20", []),
        ("2026-05-01", approval(asked: "2026-03-02", "12/26", "2026-04-01", consent: "2026-05-02"), nil, ["consent"]),
    ] as [(String, EventApproval, String?, [String])])
    func `each approval has its faults`(_ first: String, _ approval: EventApproval, _ announced: String?, _ fields: [String]) {
        #expect(Self.faults(first: first, approval, announcedOn: announced) == fields)
    }

    @Test func `it is refused at the field with article and way out, and held again only with a consent`() async throws {
        let town = try await Town()
        let form = try await town.form("Professional gathering")
        try await town.vesna.opens("/staff/events/new?form=\(form.id)")
        // Today is the fourth of February; the first of April is 56 days away.
        let late = try await town.vesna.sends("/staff/events/new", [
            "title": "Дани науке", "day1": "1.4.2026.", "begins1": "10", "ends1": "16", "place1": "Гимназија", "seats": "80", "asked": "4.2.2026.", "save": "yes",
        ])
        #expect(late.status == 422 && late.shows("члан 13. Правилника (109/2021)") && late.shows("5. април"))
        let kept = try await town.vesna.sends("/staff/events/new", ["day1": "8.4.2026.", "save": "yes"])
        #expect(kept.status == 200)
        let first = try #require(try await town.value("SELECT max(id) AS id FROM event", as: Event.ID.self))
        try await town.vesna.opens("/staff/events/\(first)/announce")
        #expect(try await town.vesna.sends("/announce").shows(town.say(T.events.approvalMissing)))
        try await town.vesna.opens("/staff/events/\(first)/edit")
        try await town.vesna.sends("/edit", ["approvalNumber": "610-00-12/2026", "approvalDay": "20.2.2026.", "announce": "yes"])
        #expect(try await town.event(first).state == .announced)

        try await town.vesna.opens("/staff/events/new?copy=\(first)")
        let again = try await town.vesna.sends("/staff/events/new?copy=\(first)", ["announce": "yes"])
        #expect(again.shows(town.say(T.events.consentMissing)))
        try await town.vesna.opens("/staff/events/new?copy=\(first)")
        let held = try await town.vesna.sends("/staff/events/new?copy=\(first)", ["consent": "1.3.2026.", "announce": "yes"])
        #expect(held.status == 200)
        #expect(try await town.count("event WHERE approval_number = '610-00-12/2026' AND state = 'announced'") == 2)
    }
}
