import Accounts
import Centres
package import Kernel
import Languages
import Storage

/// Letters by the clock: before it is decided about a call and before its deadline, before a report is due, before an agreement ends. Each is written once.
package enum ProjectReminderStore {
    /// In local time: letters do not come in the night.
    static let hour = 7

    package static func tend(_ records: Records) async throws {
        let centres = try await records.read(as: .system) { act in
            try CentreStore.all(in: act).filter { $0.zone.time(of: act.now).hour >= hour }
        }
        for centre in centres {
            try await records.write(by: .system) { act in
                let today = centre.zone.day(of: act.now)
                try calls(centre, today, in: act)
                try reports(centre, today, in: act)
                try agreements(centre, today, in: act)
            }
        }
    }

    private static func calls(_ centre: Centre, _ today: Day, in act: Act) throws {
        let deciding = try FundingCallStore.calls("""
            c.centre = \(centre.id) AND c.state = 'watched' AND c.reminded_decision IS NULL AND c.decision_day >= \(today)
                AND c.decision_day <= \(today.adding(days: Reminding.decision.early)) AND c.deadline > \(act.now)
            """, in: act)
        for call in deciding where try act.db.run("UPDATE funding_call SET reminded_decision = \(act.now) WHERE id = \(call.id) AND reminded_decision IS NULL") > 0 {
            for person in try people([call.details.decider], at: centre.id, in: act) { try ProjectLetters.decision(person, call, in: act) }
        }
        let ending = try FundingCallStore.calls("""
            c.centre = \(centre.id) AND c.state IN ('watched', 'applying') AND c.reminded_deadline IS NULL AND c.deadline > \(act.now)
                AND c.deadline <= \(centre.zone.endOfDay(today.adding(days: Reminding.deadline.early)))
            """, in: act)
        for call in ending where try act.db.run("UPDATE funding_call SET reminded_deadline = \(act.now) WHERE id = \(call.id) AND reminded_deadline IS NULL") > 0 {
            let leads = try ProjectStore.projects(of: call.id, in: act).filter(\.state.isOpen).map(\.details.lead)
            for person in try people([call.details.decider] + leads, at: centre.id, in: act) { try ProjectLetters.deadline(person, call, in: act) }
        }
    }

    private static func reports(_ centre: Centre, _ today: Day, in act: Act) throws {
        let reports = try ProjectPaperStore.reports("""
            r.sent IS NULL AND r.due >= \(today) AND r.due <= \(today.adding(days: Reminding.report.early))
                AND r.project IN (SELECT id FROM project WHERE centre = \(centre.id) AND state = 'running')
            """, in: act)
        let said = try said("project_report", reports.map(\.id.value), in: act)
        for report in reports {
            let (early, late) = said[report.id.value] ?? (false, false)
            guard let word = Reminding.report.word(for: report.due, on: today, saidEarly: early, saidLate: late),
                  let project = try ProjectStore.projects("p.id = \(report.project)", in: act).first else { continue }
            if word == .early { try act.db.run("UPDATE project_report SET reminded_early = \(act.now) WHERE id = \(report.id)") } else {
                try act.db.run("UPDATE project_report SET reminded_late = \(act.now) WHERE id = \(report.id)")
            }
            for person in try people([project.details.lead], at: centre.id, in: act) { try ProjectLetters.report(person, project, report, in: act) }
        }
    }

    private static func agreements(_ centre: Centre, _ today: Day, in act: Act) throws {
        let agreements = try AgreementStore.agreements("""
            r.centre = \(centre.id) AND r.ended IS NULL AND g.ended IS NULL AND g.until >= \(today) AND g.until <= \(today.adding(days: Reminding.agreement.early))
            """, in: act)
        let said = try said("agreement", agreements.map(\.id.value), in: act)
        for agreement in agreements {
            let (early, late) = said[agreement.id.value] ?? (false, false)
            guard let until = agreement.details.until, let word = Reminding.agreement.word(for: until, on: today, saidEarly: early, saidLate: late),
                  let partner = try PartnerStore.partners("r.id = \(agreement.partner)", in: act).first else { continue }
            if word == .early { try act.db.run("UPDATE agreement SET reminded_early = \(act.now) WHERE id = \(agreement.id)") } else {
                try act.db.run("UPDATE agreement SET reminded_late = \(act.now) WHERE id = \(agreement.id)")
            }
            for person in try people([partner.details.keeper], at: centre.id, in: act) { try ProjectLetters.agreement(person, partner, agreement, until, in: act) }
        }
    }

    /// Which letters were written already: the earlier one, the later one.
    private static func said(_ table: StaticString, _ ids: [Int64], in act: Act) throws -> [Int64: (Bool, Bool)] {
        let rows = try act.db.rows("""
            SELECT id, CASE WHEN reminded_early IS NULL THEN 0 ELSE 1 END AS early, CASE WHEN reminded_late IS NULL THEN 0 ELSE 1 END AS late
            FROM \(name: table) WHERE id IN \(list: ids)
            """)
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["id"], (try ($0["early"] as Int) == 1, try ($0["late"] as Int) == 1)) })
    }

    /// Those who are meant; where nobody is, all who coordinate the centre.
    private static func people(_ meant: [Person.ID?], at centre: Centre.ID, in act: Act) throws -> [Person.ID] {
        let known = try Set(meant.compactMap(\.self)).filter { try PersonStore.present($0, in: act) != nil }
        guard known.isEmpty else { return known.sorted() }
        return try act.db.rows("SELECT person FROM role WHERE centre = \(centre) AND role = 'coordinator' ORDER BY person").map { try $0["person"] }
    }
}
