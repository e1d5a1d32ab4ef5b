import Accounts
import Centres
import Events
import Files
import Forms
import Kernel
import Languages
import Look
import Web

/// One's own portfolio.
enum PortfolioPages {
    // MARK: Where one stands

    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let portfolio = try await portfolio(visit)
        return visit.page(StandingViews(reader: visit.reader).page(portfolio))
    }

    static func portfolio(_ visit: Visit, everything isWhole: Bool = false) async throws -> Portfolio {
        guard let person = visit.actor.person else { throw Problem.missing }
        let now = SchoolYear(containing: visit.today)
        let year = visit.query.number("year", in: now.start - 30...now.start).flatMap(SchoolYear.init(start:)) ?? now
        let picked: Set<Event.ID>? = visit.query.has("asked") ? Set(visit.query.all("with").compactMap(Event.ID.init)) : nil
        let (id, today) = (visit.centre.id, visit.today)
        return try await visit.read { act in
            try PortfolioStore.portfolio(of: person, in: year, today: today, picked: picked, at: CentreStore.centre(id, in: act), in: act)
        }
    }

    // MARK: Entries

    @Sendable static func entries(_ visit: Visit) async throws -> Answer {
        visit.page(EntryViews(reader: visit.reader).list(try await portfolio(visit)))
    }

    @Sendable static func new(_ visit: Visit) async throws -> Answer {
        // Which kind of thing it is, is chosen on the page before.
        guard let kind = try? kind(visit.query) else { return .redirect(visit.link("/me/portfolio/entries")) }
        let ground = try await ground(visit)
        return visit.page(EntryViews(reader: visit.reader).form(nil, kind, ground, isPlanned: visit.query.has("plan"), visit.form(Typed(["days": "1"]))))
    }

    @Sendable static func add(_ visit: Visit) async throws -> Answer {
        let kind = try kind(visit.typed), ground = try await ground(visit), isPlanned = visit.typed.has("plan")
        let (today, own, centre) = (visit.today, visit.language, visit.centre.id)
        return try await visit.submit {
            let details = try EntryDetails(visit.typed, kind, tables: ground.tables, isPlanned: isPlanned, today: today, own: own)
            let scan = try await FileIntake(visit).file(visit.typed, "scan", [.picture, .document], alt: details.title, isRequired: false)
            return try await visit.act { act in
                guard let person = act.by.person else { throw Problem.missing }
                try EntryStore.add(details, isPlanned ? .planned : .unchecked, of: person, scan: scan, at: centre, in: act)
                return Redirect(visit.link("/me/portfolio/entries"), isPlanned ? T.portfolio.saidPlanned : T.portfolio.saidAdded)
            }
        } again: { form in
            EntryViews(reader: visit.reader).form(nil, kind, ground, isPlanned: isPlanned, try visit.holding("scan", form))
        }
    }

    @Sendable static func edit(_ visit: Visit) async throws -> Answer {
        let (entry, ground) = (try await entry(visit), try await ground(visit))
        return visit.page(EntryViews(reader: visit.reader).form(
            entry, entry.details.kind, ground, isPlanned: entry.state == .planned, visit.form(entry.details.typed)))
    }

    @Sendable static func change(_ visit: Visit) async throws -> Answer {
        let (entry, ground) = (try await entry(visit), try await ground(visit)), isDone = visit.typed.has("done")
        let isPlanned = entry.state == .planned && !isDone, (today, own, centre) = (visit.today, visit.language, visit.centre.id)
        return try await visit.submit {
            let details = try EntryDetails(visit.typed, entry.details.kind, tables: ground.tables, isPlanned: isPlanned, today: today, own: own)
            let scan = try await FileIntake(visit).file(visit.typed, "scan", [.picture, .document], alt: details.title, isRequired: false)
            return try await visit.act { act in
                try EntryStore.change(entry.id, to: details, scan: scan, isDone: isDone, at: centre, today: today, in: act)
                return Redirect(visit.link("/me/portfolio/entries"), T.common.saved)
            }
        } again: { form in
            EntryViews(reader: visit.reader).form(entry, entry.details.kind, ground, isPlanned: isPlanned, try visit.holding("scan", form))
        }
    }

    @Sendable static func remove(_ visit: Visit) async throws -> Answer {
        let id: PortfolioEntry.ID = try visit.id("entry")
        return try await visit.act { act in
            try EntryStore.remove(id, in: act)
            return Redirect(visit.link("/me/portfolio/entries"), T.portfolio.saidRemoved)
        }
    }

    private static func kind(_ typed: Typed) throws -> EvidenceKind {
        guard let kind = EvidenceKind(rawValue: typed["kind"]) else { throw Problem.missing }
        return kind
    }

    private static func entry(_ visit: Visit) async throws -> PortfolioEntry {
        let id: PortfolioEntry.ID = try visit.id("entry")
        return try await visit.read { try EntryStore.own(id, in: $0) }
    }

    private static func ground(_ visit: Visit) async throws -> EntryGround {
        guard let person = visit.actor.person else { throw Problem.missing }
        let today = visit.today
        return try await visit.read { act in
            let schools = try EmploymentStore.schools(of: person, on: today, in: act)
            return EntryGround(
                schools: schools, tables: try PointsTableStore.tables(of: schools.map(\.id), on: today, in: act), goals: try EntryStore.goals(of: person, in: act))
        }
    }

    // MARK: Leave

    @Sendable static func leave(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let (today, language) = (visit.today, visit.language)
        return try await visit.submit {
            var faults = Faults()
            let day = Day(typed: visit.typed["day"])
            faults.require(day != nil, "day", T.common.errorDay(example: language.isSerbian ? "21.12.2026." : "2026-12-21"))
            faults.limit(visit.typed["reason"], "reason")
            try faults.check()
            let leave = LeaveDay(day: day ?? today, reason: visit.typed["reason"])
            return try await visit.act { act in
                try EntryStore.add(leave, of: person, in: act)
                return Redirect(visit.link("/me/portfolio"), T.common.saved)
            }
        } again: { form in
            StandingViews(reader: visit.reader).page(try await portfolio(visit), form)
        }
    }

    @Sendable static func removeLeave(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person, let day = Day(iso: visit.typed["day"]) else { throw Problem.missing }
        return try await visit.act { act in
            try EntryStore.removeLeave(day, of: person, in: act)
            return Redirect(visit.link("/me/portfolio"), T.common.saved)
        }
    }
}

/// What a form of an entry chooses from.
struct EntryGround: Sendable {
    let schools: [School]
    let tables: [PointsTable]
    let goals: [PortfolioGoal]
}
