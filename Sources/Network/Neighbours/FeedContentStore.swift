import Catalogue
import Centres
import Certificates
import Community
import Events
import Kernel
import Languages
import Storage

/// What stands in the feeds of this installation: what anybody may read on its pages, and counts.
enum FeedContentStore {
    private static let monthsHeld = 24
    private static let practicesMost = 500
    private static let yearsTold = 5

    static func content(of kind: FeedKind, in act: Act) throws -> any Codable & Sendable {
        switch kind {
        case .feed: try index(in: act)
        case .events: try events(in: act)
        case .programmes: try programmes(in: act)
        case .practices: try practices(in: act)
        case .certificates: CertificatesContent(keys: try SigningKeyStore.keySet(in: act), status: try status(in: act))
        case .figures: FiguresContent(years: try figures(yearsTold, in: act))
        }
    }

    static func index(in act: Act) throws -> IndexContent {
        let centres = try CentreStore.all(in: act)
        guard let first = centres.first else { throw Problem.missing }
        return IndexContent(
            site: act.address, name: names(first), language: first.language.rawValue, country: first.country.rawValue,
            centres: centres.map { IndexContent.House(id: "\($0.id)", name: names($0), site: $0.origin(default: act.address)) },
            keys: try FeedKeyStore.keys(in: act).map(\.published), feeds: try FeedStore.pointers(in: act))
    }

    private static func names(_ centre: Centre) -> FeedNames {
        var names: FeedNames = [centre.language.rawValue: centre.name]
        names["lt"] = centre.nameInLithuanian ?? names["lt"]
        names["en"] = centre.nameInEnglish ?? names["en"]
        return names
    }

    // MARK: Offers

    private static func events(in act: Act) throws -> EventsContent {
        EventsContent(events: try CentreStore.all(in: act).flatMap { centre in
            try EventStore.coming(of: centre, in: act).compactMap { event -> EventsContent.Item? in
                guard let starts = event.starts, let ends = event.ends else { return nil }
                let title = event.title(in: event.plan.language), summary = event.summary(in: title.language)
                return EventsContent.Item(
                    id: "\(event.id)", centre: "\(centre.id)", title: title.text, language: title.language.rawValue, summary: told(summary.text),
                    town: try EventTownStore.town(of: event, in: act)?.name, starts: starts.iso, ends: ends.iso, zone: centre.zone.identifier,
                    points: event.plan.points > 0 ? event.plan.points : nil, state: event.state.rawValue,
                    url: "\(centre.origin(default: act.address))/\(centre.language.rawValue)/events/\(event.id)")
            }
        })
    }

    /// Programmes that the installation's centres hold: announced, or held within two years.
    private static func programmes(in act: Act) throws -> ProgrammesContent {
        let centres = try CentreStore.all(in: act), first = centres.first
        let ids: [Programme.ID] = try act.db.rows("""
            SELECT DISTINCT programme FROM event WHERE programme IS NOT NULL AND state IN ('announced', 'confirmed', 'held', 'closed')
                AND ends > \(act.now.adding(days: -monthsHeld * 30)) ORDER BY programme
            """).map { try $0["programme"] }
        let origin = first?.origin(default: act.address) ?? act.address, language = first?.language.rawValue ?? "sr"
        return ProgrammesContent(programmes: try ProgrammeStore.all(ids, in: act).sorted { $0.id < $1.id }.filter { $0.withdrawal == nil }.map { programme in
            ProgrammesContent.Item(
                id: "\(programme.id)", number: programme.number, cycle: programme.cycle.name, title: programme.title, language: programme.language.rawValue,
                institution: told(programme.institution), hours: programme.hours, url: "\(origin)/\(language)/programmes/\(programme.id)")
        })
    }

    /// Notes of practice without the names of those who wrote them: these are read where they agreed to stand.
    private static func practices(in act: Act) throws -> PracticesContent {
        PracticesContent(practices: try CentreStore.all(in: act).flatMap { centre in
            let shown = try PracticeListStore.listing("", PracticeFilters(), page: 1, at: centre.id, size: practicesMost, in: act).shown
            return try PracticeListStore.lines(inOrder: shown, in: act).map { line in
                PracticesContent.Item(
                    id: "\(line.id)", title: line.title, language: line.language.rawValue, subject: told(line.subject), summary: told(line.summary),
                    url: "\(centre.origin(default: act.address))/\(centre.language.rawValue)/practices/\(line.id)")
            }
        })
    }

    private static func told(_ text: String) -> String? { text.isEmpty ? nil : text }

    // MARK: Certificates

    /// The list without the moment at which it was made, which would make it another one each time.
    private static func status(in act: Act) throws -> StatusList { StatusList(try CertificateStore.ended(in: act), at: Instant(seconds: 0)) }

    // MARK: Counts

    /// The newest year first.
    private static func figures(_ years: Int, in act: Act) throws -> [YearFigures] {
        guard let zone = try CentreStore.all(in: act).first?.zone else { return [] }
        return try sequence(first: SchoolYear(containing: zone.day(of: act.now))) { $0.previous }.prefix(years).map { try figures(of: $0, in: act) }
    }

    /// What this program recorded itself: events from old lists know no people.
    static func figures(of year: SchoolYear, in act: Act) throws -> YearFigures {
        let zone = try CentreStore.all(in: act).first?.zone ?? .utc
        let held: SQL = """
            e.state IN ('held', 'closed') AND NOT e.earlier AND e.ends >= \(zone.startOfDay(year.first)) AND e.ends < \(zone.startOfDay(year.next.first))
            """
        let minutes: Int? = try act.db.value("""
            SELECT CAST(sum(s.ends - s.begins) AS BIGINT) AS minutes FROM event e JOIN event_session s ON s.event = e.id WHERE \(held)
            """)
        let present: SQL = """
            FROM event e JOIN registration r ON r.event = e.id WHERE \(held) AND r.state = 'admitted' AND NOT r.unnamed
                AND EXISTS (SELECT 1 FROM attendance a WHERE a.registration = r.id AND a.mark IN ('present', 'late', 'left'))
            """
        return YearFigures(
            year, events: try act.db.count("SELECT count(*) FROM event e WHERE \(held)"), hours: (minutes ?? 0) / 60,
            participations: try act.db.count("SELECT count(*) \(present)"), persons: try act.db.count("SELECT count(DISTINCT r.person) \(present)"))
    }
}
