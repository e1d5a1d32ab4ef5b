import Catalogue
package import Centres
import Events
package import Kernel
import Languages
import Storage

/// Offers of months as rows.
package enum MonthOfferStore {
    // MARK: For those who make them

    /// The offers of a centre, the newest month first.
    package static func offers(of centre: Centre.ID, in act: Act) throws -> [MonthOffer] {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        return try offers("WHERE o.centre = \(centre) ORDER BY o.first_day DESC LIMIT 200", in: act)
    }

    package static func offer(_ id: MonthOffer.ID, in act: Act) throws -> MonthOffer {
        guard let offer = try offers("WHERE o.id = \(id)", in: act).first, act.by.coordinates(offer.centre) else { throw Problem.missing }
        return offer
    }

    private static func offers(_ condition: SQL, in act: Act) throws -> [MonthOffer] {
        let rows = try act.db.rows("""
            SELECT o.*, (SELECT count(*) FROM month_offer_version v WHERE v.offer = o.id) AS version FROM month_offer o \(condition)
            """)
        let ids = try rows.map { try $0["id"] as MonthOffer.ID }
        var chosen: [MonthOffer.ID: Set<OfferChoice>] = [:]
        for row in try act.db.rows("SELECT offer, event, item FROM month_offer_line WHERE offer IN \(list: ids)") {
            if let choice = try choice(row) { chosen[try row["offer"], default: []].insert(choice) }
        }
        return try rows.map { try MonthOffer(row: $0, chosen: chosen[$0["id"]] ?? [], version: try $0["version"]) }
    }

    private static func choice(_ row: Row) throws -> OfferChoice? {
        let (event, item): (Event.ID?, PlanItem.ID?) = (try row["event"], try row["item"])
        return event.map(OfferChoice.event) ?? item.map(OfferChoice.item)
    }

    /// What a month has: public events that are to come or were held in it, and lines of the plans of which there is no event yet.
    package static func candidates(for month: OfferMonth, at id: Centre.ID, in act: Act) throws -> [OfferLine] {
        let centre = try CentreStore.centre(id, in: act), (first, last) = (month.days.lowerBound, month.days.upperBound)
        let ids = try act.db.rows("""
            SELECT e.id FROM event e WHERE e.centre = \(id) AND e.state IN ('announced', 'confirmed', 'held', 'closed', 'postponed', 'cancelled') AND NOT e.earlier
                AND (SELECT min(s.day) FROM event_session s WHERE s.event = e.id) BETWEEN \(first) AND \(last)
            """).map { try $0["id"] as Event.ID }
        let events = try EventStore.events(ids, in: act).filter(\.isPublic)
        let programmes = Dictionary(
            uniqueKeysWithValues: try ProgrammeStore.all(Array(Set(events.compactMap(\.plan.programme))), in: act).map { ($0.id, $0) })
        let items = try act.db.rows("""
            SELECT i.* FROM plan_item i JOIN year_plan p ON p.id = i.plan
            WHERE p.centre = \(id) AND i.first_day BETWEEN \(first) AND \(last) AND NOT EXISTS (SELECT 1 FROM plan_item_event l WHERE l.item = i.id)
            """).map(YearPlanStore.item)
        let forms = try EventFormStore.all(in: act)
        return (events.compactMap { OfferLine($0, centre, $0.plan.programme.flatMap { programmes[$0] }) }
            + items.filter { !(forms[$0.details.form]?.isInternal ?? true) }.map { OfferLine($0, centre) }).sorted { $0.order < $1.order }
    }

    /// Begins the offer of a month with all that it has, but for what was called off.
    package static func begin(_ month: OfferMonth, at centre: Centre.ID, in act: Act) throws -> MonthOffer.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        if let id: MonthOffer.ID = try act.db.value("SELECT id FROM month_offer WHERE centre = \(centre) AND first_day = \(month.days.lowerBound)") { return id }
        let id = MonthOffer.ID(try act.db.insert("INSERT INTO month_offer (centre, first_day) VALUES (\(centre), \(month.days.lowerBound)) RETURNING id"))
        let candidates = try candidates(for: month, at: centre, in: act)
        let off = Set(try EventStore.events(candidates.compactMap(\.event), in: act).filter(\.state.isOff).map { OfferChoice.event($0.id) })
        try write(Set(candidates.map(\.choice)).subtracting(off), to: id, in: act)
        try act.record(T.planning.offerBegun, .monthOffer(id), centre: centre, changes: [Change("month", from: "", to: month.text)])
        return id
    }

    /// - Parameter seen: the count of edits that whoever saves has seen.
    package static func edit(_ id: MonthOffer.ID, intro: String, _ chosen: Set<OfferChoice>, seen: Int?, in act: Act) throws {
        try act.db.hold("month_offer", id.value)
        let offer = try offer(id, in: act)
        if let seen, seen != offer.edits { throw Problem.conflict(T.planning.offerChangedMeanwhile) }
        let known = Set(try candidates(for: offer.month, at: offer.centre, in: act).map(\.choice)).union(offer.chosen)
        guard chosen.isSubset(of: known) else { throw Problem.missing }
        try act.db.run("UPDATE month_offer SET intro = \(intro), edits = edits + 1 WHERE id = \(id)")
        try write(chosen, to: id, in: act)
        try act.record(T.planning.offerChanged, .monthOffer(id), centre: offer.centre, changes: [
            Change("intro", from: offer.intro, to: intro), Change("lines", from: "\(offer.chosen.count)", to: "\(chosen.count)"),
        ])
    }

    private static func write(_ chosen: Set<OfferChoice>, to id: MonthOffer.ID, in act: Act) throws {
        try act.db.run("DELETE FROM month_offer_line WHERE offer = \(id)")
        for choice in chosen.sorted(by: { $0.text < $1.text }) {
            switch choice {
            case .event(let event): try act.db.run("INSERT INTO month_offer_line (offer, event) VALUES (\(id), \(event))")
            case .item(let item): try act.db.run("INSERT INTO month_offer_line (offer, item) VALUES (\(id), \(item))")
            }
        }
    }

    /// What would be published now: the chosen lines as they stand today, without what was called off or got an event meanwhile.
    package static func lines(of offer: MonthOffer, in act: Act) throws -> [OfferLine] {
        try candidates(for: offer.month, at: offer.centre, in: act).filter { offer.chosen.contains($0.choice) }
    }

    /// Publishes what is chosen; what was published before stays as an earlier version.
    package static func publish(_ id: MonthOffer.ID, in act: Act) throws {
        try act.db.hold("month_offer", id.value)
        let offer = try offer(id, in: act), lines = try lines(of: offer, in: act)
        guard !lines.isEmpty else { throw Problem.invalid("lines", T.planning.offerEmpty) }
        let before = try versions(of: [id], in: act)[id]?.first
        let new = OfferVersion(number: offer.version + 1, intro: offer.intro, at: act.now, lines: lines)
        if let before, OfferDifference(from: before, to: new).isNothing { throw Problem.conflict(T.planning.offerSame) }
        let version = OfferVersion.ID(try act.db.insert("""
            INSERT INTO month_offer_version (offer, number, intro, person, at) VALUES (\(id), \(new.number), \(offer.intro), \(act.by.person), \(act.now)) RETURNING id
            """))
        for (place, line) in lines.enumerated() {
            let item: PlanItem.ID? = if case .item(let id) = line.choice { id } else { nil }
            try act.db.run("""
                INSERT INTO month_offer_version_line (version, line, event, item, form, language, title, first_day, last_day, begins, ends, place, target, area, points,
                    fee, currency)
                VALUES (\(version), \(place + 1), \(line.event), \(item), \(line.form), \(line.title.language), \(line.title.text), \(line.days.lowerBound),
                    \(line.days.upperBound), \(line.begins), \(line.ends), \(line.place), \(line.target), \(line.area), \(line.points), \(line.fee.minor),
                    \(line.fee.currency))
                """)
        }
        try act.record(T.planning.offerPublished, .monthOffer(id), centre: offer.centre, changes: [Change("version", from: "", to: "\(new.number)")])
        try act.touchPublicPages()
    }

    // MARK: For everybody

    /// The months that a centre has published, the newest first.
    package static func months(of centre: Centre.ID, in act: Act) throws -> [OfferMonth] {
        try act.db.rows("""
            SELECT o.first_day FROM month_offer o WHERE o.centre = \(centre) AND EXISTS (SELECT 1 FROM month_offer_version v WHERE v.offer = o.id)
            ORDER BY o.first_day DESC LIMIT 200
            """).map { OfferMonth(try $0["first_day"] as Day) }
    }

    /// - Parameter month: nil for the newest.
    /// - Throws: `Problem.missing` where nothing is published.
    package static func published(_ month: OfferMonth?, of centre: Centre.ID, in act: Act) throws -> PublishedOffer {
        guard let month = try month ?? months(of: centre, in: act).first, let id: MonthOffer.ID = try act.db.value(
            "SELECT id FROM month_offer WHERE centre = \(centre) AND first_day = \(month.days.lowerBound)")
        else { throw Problem.missing }
        let versions = try versions(of: [id], in: act)[id] ?? []
        guard !versions.isEmpty else { throw Problem.missing }
        let events = try EventStore.events(Array(Set(versions.flatMap { $0.lines.compactMap(\.event) })), in: act).filter(\.isPublic)
        return PublishedOffer(
            month: month, versions: versions, events: Dictionary(uniqueKeysWithValues: events.map { ($0.id, $0) }), forms: try EventFormStore.all(in: act))
    }

    /// What was published last of the newest months, for those who follow them.
    package static func news(of centre: Centre.ID, limit: Int, in act: Act) throws -> [(month: OfferMonth, version: OfferVersion)] {
        let rows = try act.db.rows("SELECT id, first_day FROM month_offer WHERE centre = \(centre) ORDER BY first_day DESC LIMIT \(limit)")
        let versions = try versions(of: rows.map { try $0["id"] }, in: act)
        return try rows.flatMap { row in
            let month = OfferMonth(try row["first_day"] as Day)
            return (versions[try row["id"]] ?? []).map { (month: month, version: $0) }
        }
    }

    /// All versions of these offers, the newest first.
    static func versions(of offers: [MonthOffer.ID], in act: Act) throws -> [MonthOffer.ID: [OfferVersion]] {
        guard !offers.isEmpty else { return [:] }
        let rows = try act.db.rows("SELECT * FROM month_offer_version WHERE offer IN \(list: offers) ORDER BY offer, number DESC")
        let ids = try rows.map { try $0["id"] as OfferVersion.ID }
        let lines = try ids.isEmpty ? [:] : Dictionary(
            grouping: act.db.rows("SELECT * FROM month_offer_version_line WHERE version IN \(list: ids) ORDER BY version, line")) { try $0["version"] as OfferVersion.ID }
        return try rows.reduce(into: [:]) { versions, row in
            let own = try (lines[try row["id"]] ?? []).compactMap(line)
            versions[try row["offer"], default: []].append(OfferVersion(number: try row["number"], intro: try row["intro"], at: try row["at"], lines: own))
        }
    }

    private static func line(_ row: Row) throws -> OfferLine? {
        guard let choice = try choice(row) else { return nil }
        let (first, last): (Day, Day) = (try row["first_day"], try row["last_day"])
        return OfferLine(
            choice, form: try row["form"], title: Event.Wording(text: try row["title"], language: try row["language"]), days: first...max(first, last),
            begins: try row["begins"], ends: try row["ends"], place: try row["place"], target: try row["target"], area: try row["area"], points: try row["points"],
            fee: try row.money("fee", "currency"))
    }
}
