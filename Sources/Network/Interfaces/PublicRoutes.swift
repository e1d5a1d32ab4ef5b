import Catalogue
import Centres
import Certificates
import Community
import Events
import Forms
import Kernel
import Languages
import Library
import Publishing
import Registration

/// Which events a list holds.
enum EventsAsked: String, CaseIterable, Sendable { case coming, past }

/// What anybody may ask: the same as anybody reads on the pages, by the same rules.
enum PublicRoutes {
    // MARK: Parameters

    private static let event = APIParameter<Event.ID>("event", "Its number.", .id, isInPath: true) { Event.ID(asked: $0) }
    private static let programme = APIParameter<Programme.ID>("programme", "Its number.", .id, isInPath: true) { Programme.ID(asked: $0) }
    private static let article = APIParameter<Article.ID>("article", "Its number.", .id, isInPath: true) { Article.ID(asked: $0) }
    private static let practice = APIParameter<Practice.ID>("practice", "Its number.", .id, isInPath: true) { Practice.ID(asked: $0) }
    private static let code = APIParameter<CertificateCode>(
        "code", "The twelve letters that stand on it.", .text(pattern: "^[0-9A-Za-z]{4}-?[0-9A-Za-z]{4}-?[0-9A-Za-z]{4}$"), isInPath: true
    ) { CertificateCode(typed: $0) }
    private static let number = APIParameter<String>("number", "The number that stands on it.", .text(most: 120), isRequired: true) {
        $0.unicodeScalars.count <= 120 ? WrittenText.line($0) : nil
    }
    private static let when = APIParameter<EventsAsked>.choice("when", "What comes (unless told), the nearest first; or what has passed, the last first.")
    private static let from = APIParameter<Day>.day("from", "Only what begins on this local day or later.")
    private static let until = APIParameter<Day>.day("until", "Only what begins on this local day or earlier.")
    private static let area = APIParameter<CycleCode.ID>("area", "Only programmes of this area.", .id) { CycleCode.ID(asked: $0) }
    private static let municipality = APIParameter<Municipality.ID>("municipality", "Only what is held there.", .id) { Municipality.ID(asked: $0) }
    private static let kind = APIParameter<TitleKind>.choice("kind", "Only titles of this kind.")

    static let all: [APIRoute] = [
        APIRoute("/centre", T.interfaces.routeCentre, isKept: true, centre),
        APIRoute(
            "/events", T.interfaces.routeEvents, lists: "Events",
            asks: [when.line, from.line, until.line, area.line, municipality.line, APIParameters.words.line], isKept: true, events),
        APIRoute("/events/:event", T.interfaces.routeEvent, asks: [event.line], oneEvent),
        APIRoute("/programmes", T.interfaces.routeProgrammes, lists: "Programmes", asks: [area.line, APIParameters.words.line], isKept: true, programmes),
        APIRoute("/programmes/:programme", T.interfaces.routeProgramme, asks: [programme.line], oneProgramme),
        APIRoute("/news", T.interfaces.routeNews, lists: "NewsPage", news),
        APIRoute("/news/:article", T.interfaces.routeArticle, asks: [article.line], oneArticle),
        APIRoute("/practices", T.interfaces.routePractices, lists: "Practices", asks: [APIParameters.words.line], isKept: true, practices),
        APIRoute("/practices/:practice", T.interfaces.routePractice, asks: [practice.line], onePractice),
        APIRoute("/titles", T.interfaces.routeTitles, lists: "Titles", asks: [kind.line, APIParameters.words.line], isKept: true, titles),
        APIRoute("/certificates/:code", T.interfaces.routeCertificate, asks: [code.line, number.line], certificate),
    ]

    // MARK: Answers

    @Sendable private static func centre(_ call: APICall, in act: Act) throws -> PublicCentre {
        let centre = try CentreStore.centre(call.centre.id, in: act)
        let place = try centre.municipality.map { APIPlace(try MunicipalityStore.municipality($0, in: act)) }
        return PublicCentre(centre: centre, place: place, origin: call.centre.origin)
    }

    /// A list in the order of time; its cursor is the place of the last one in that order, so that what comes meanwhile moves nothing.
    @Sendable private static func events(_ call: APICall, in act: Act) throws -> APIPage<PublicEvent> {
        let centre = try CentreStore.centre(call.centre.id, in: act), isPast = call[Self.when] == .past
        let filter = EventFilter(Typed([("view", isPast ? "past" : ""), ("q", call.words)]))
        let ground = try EventStore.ground(of: centre, filter, .azbuka, in: act)
        let (from, until, area, municipality) = (call[Self.from], call[Self.until], call[Self.area], call[Self.municipality])
        let places = ground.entries.filter { entry in
            let day = entry.starts.map { centre.zone.day(of: $0) }
            return (from.map { from in day.map { $0 >= from } ?? false } ?? true) && (until.map { until in day.map { $0 <= until } ?? false } ?? true)
                && (area == nil || entry.area == area) && (municipality == nil || entry.municipality == municipality)
        }.map { EventPlace($0, isPast: isPast) }.sorted()
        let behind = call[APIParameters.cursor].map { cursor in places.filter { EventPlace(cursor) < $0 } } ?? places
        let shown = behind.prefix(call.limit)
        let items = try told(shown.map(\.entry), ground, call, in: act)
        return APIPage(items, next: behind.count > shown.count ? shown.last?.cursor : nil)
    }

    private static func told(_ entries: [EventEntry], _ ground: EventGround, _ call: APICall, in act: Act) throws -> [PublicEvent] {
        let listed = try EventStore.listed(inOrder: entries.map(\.id), in: act), seats = listed.isEmpty ? [:] : try RegistrationStore.seats(of: listed, in: act)
        let areas = Dictionary(entries.map { ($0.id, $0.area) }, uniquingKeysWith: { first, _ in first })
        return listed.map { event in
            PublicEvent(
                event: event, page: call.site("/events/\(event.id)"), seats: event.form.countsSeats ? seats[event.id].map { PublicSeats($0) } : nil,
                place: event.municipality.flatMap { id in ground.towns.first { $0.id == id } }.map { APIPlace($0) },
                area: areas[event.id].flatMap { $0 }.flatMap { id in ground.codes[id].map { APICode(id: id, code: $0.code, name: $0.name) } })
        }
    }

    @Sendable private static func oneEvent(_ call: APICall, in act: Act) throws -> PublicEventDetail {
        let id = try call(Self.event), event = try EventStore.event(id, in: act), centre = try CentreStore.centre(call.centre.id, in: act)
        guard event.centre == centre.id, event.isPublic else { throw Problem.missing }
        let programme = try event.plan.programme.flatMap { try ProgrammeStore.lines(inOrder: [$0], in: act).first }
        let ground = try EventStore.ground(of: centre, EventFilter(.nothing), .azbuka, in: act)
        let entry = EventEntry(id: id, starts: event.starts, municipality: event.plan.municipality, area: nil)
        guard let listed = try told([entry], ground, call, in: act).first else { throw Problem.missing }
        let area = programme?.area.map { APICode(id: $0.id, code: $0.code, name: $0.name) }
        return PublicEventDetail(
            listed: PublicEvent(event: listed.event, page: listed.page, seats: listed.seats, place: listed.place, area: area), event: event,
            programme: programme.map { PublicProgramme(line: $0, page: call.site("/programmes/\($0.id)")) },
            isOpen: event.form.takesApplications && event.isOpen(at: act.now, in: centre.zone), calendar: call.site("/events/\(id)/calendar.ics"))
    }

    @Sendable private static func programmes(_ call: APICall, in act: Act) throws -> APIPage<PublicProgramme> {
        let holding = Set(try CycleStore.cycles(in: act).filter { $0.days.upperBound >= call.today }.map(\.id)), area = call[Self.area]
        let (all, places) = try ProgrammeStore.found(call.words, .valid, order: .azbuka, in: act)
        let ids = places.lazy.map { all.entries[$0] }.filter { holding.contains($0.cycle) && (area == nil || $0.area == area) }.map(\.id)
        let shown = Array(ids.dropFirst((call.page - 1) * call.limit).prefix(call.limit + 1))
        let lines = try ProgrammeStore.lines(inOrder: Array(shown.prefix(call.limit)), in: act)
        return APIPage(
            lines.map { PublicProgramme(line: $0, page: call.site("/programmes/\($0.id)")) }, next: shown.count > call.limit ? APICursor(call.page + 1) : nil)
    }

    @Sendable private static func oneProgramme(_ call: APICall, in act: Act) throws -> PublicProgramme {
        guard let line = try ProgrammeStore.lines(inOrder: [try call(programme)], in: act).first else { throw Problem.missing }
        return PublicProgramme(line: line, page: call.site("/programmes/\(line.id)"))
    }

    @Sendable private static func news(_ call: APICall, in act: Act) throws -> APIPage<PublicNews> {
        let (centre, today) = (call.centre.id, call.today)
        let articles = try ArticleStore.published(.news, of: centre, until: today, limit: call.limit, offset: (call.page - 1) * call.limit, in: act)
        let count = try ArticleStore.count(.news, of: centre, until: today, in: act)
        return APIPage(articles.map { PublicNews(article: $0, page: call.site($0.path)) }, page: call.page, size: call.limit, of: count)
    }

    @Sendable private static func oneArticle(_ call: APICall, in act: Act) throws -> PublicNews {
        let found = try ArticleStore.article(try call(article), of: call.centre.id, kind: .news, today: call.today, in: act)
        return PublicNews(article: found, page: call.site(found.path))
    }

    @Sendable private static func practices(_ call: APICall, in act: Act) throws -> APIPage<PublicPractice> {
        let listing = try PracticeListStore.listing(call.words, PracticeFilters(), page: call.page, at: call.centre.id, size: call.limit, in: act)
        let lines = try PracticeListStore.lines(inOrder: listing.shown, in: act)
        return APIPage(lines.map { PublicPractice(line: $0, page: call.site("/practices/\($0.id)")) }, page: call.page, size: call.limit, of: listing.count)
    }

    @Sendable private static func onePractice(_ call: APICall, in act: Act) throws -> PublicPractice {
        let found = try PracticeStore.practice(try call(practice), at: call.centre.id, in: act)
        guard found.state == .published, let line = try PracticeListStore.lines(inOrder: [found.id], in: act).first else { throw Problem.missing }
        return PublicPractice(line: line, page: call.site(found.path))
    }

    @Sendable private static func titles(_ call: APICall, in act: Act) throws -> APIPage<PublicTitle> {
        var filters = TitleFilters()
        filters.kind = call[kind]
        let listing = try TitleListStore.listing(
            call.words, filters, page: call.page, at: call.centre.id, order: call.centre.language.alphabet, size: call.limit, in: act)
        let lines = try TitleListStore.lines(of: listing.shown, in: act)
        return APIPage(lines.map { PublicTitle(line: $0, page: call.site("/library/\($0.id)")) }, page: call.page, size: call.limit, of: listing.count)
    }

    /// By code and number together, as on the page; who tries codes is counted.
    @Sendable private static func certificate(_ call: APICall, in act: Act) throws -> PublicCertificate {
        func plain(_ text: String) -> String { text.filter { !$0.isWhitespace }.lowercased() }
        guard let code = call[Self.code], let found = try CertificateStore.certificate(code: code, in: act), found.state != .prepared,
              let number = call[Self.number], plain(found.label) == plain(number)
        else { throw MissedCode(from: call.network) }
        let replaced = found.state == .replaced ? try CertificateStore.replacement(of: found.duplicateOf ?? found.id, in: act)?.label : nil
        return PublicCertificate(certificate: found, replacedBy: replaced, page: call.site("/certificates/\(found.code)"))
    }
}

/// Where an event stands in a list: what is postponed behind all that comes.
private struct EventPlace: Comparable {
    let entry: EventEntry
    let key: [Int]

    init(_ entry: EventEntry, isPast: Bool) {
        self.entry = entry
        let starts = max(0, Int(entry.starts?.seconds ?? 0))
        // Times of the past count backwards from a number that is larger than any of them.
        key = isPast ? [0, Self.last - starts, Int(entry.id.value)] : [entry.state == .postponed ? 1 : 0, starts, Int(entry.id.value)]
    }

    /// The place that a cursor names.
    init(_ cursor: APICursor) {
        entry = EventEntry(id: Event.ID(0), starts: nil)
        key = [cursor[0], cursor[1], cursor[2]]
    }

    private static let last = 253_402_300_799

    var cursor: APICursor { APICursor(key[0], key[1], key[2]) }

    static func < (left: EventPlace, right: EventPlace) -> Bool { left.key.lexicographicallyPrecedes(right.key) }
}
