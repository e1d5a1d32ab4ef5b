import Catalogue
import Centres
import Community
import Events
package import Kernel
package import Languages
import Library
import Planning
import Publishing
import Storage

/// Makes an issue of an informer from rows that stand elsewhere: the offer of the month, news, a note of practice, titles, what was held.
package enum InformerGatheringStore {
    /// Numbers of people below this are not told.
    private static let fewest = 5
    private static let titlesMost = 14
    private static let heldMost = 40

    /// What an informer would say now, in one language.
    package static func issue(_ informer: Informer, in language: Language, in act: Act) throws -> InformerIssue {
        let centre = try CentreStore.centre(informer.centre, in: act), t = try act.texts(language, of: centre)
        var issue = InformerIssue(
            language: language, month: t.month(informer.month.days.lowerBound.month, informer.month.year), year: informer.month.year, number: informer.number,
            edition: informer.edition + 1, closed: centre.zone.day(of: act.now), centre: centre.name(in: language),
            address: [t.shown(centre.street), [centre.phone, centre.email].filter { !$0.isEmpty }.joined(separator: " · ")].filter { !$0.isEmpty })
        if let words = informer.draft.words(in: language) { issue.words = .init(t.shown(words.text), t.shown(words.language)) }
        issue.sign = informer.draft.sign
        issue.news = try news(informer, t, in: act)
        issue.areas = try areas(informer, t, in: act)
        issue.practice = try practice(informer, t, in: act)
        if informer.draft.hasShelf { issue.shelf = try shelf(informer, centre, t, in: act) }
        if informer.draft.hasHeld {
            let before = informer.month.before.name(t)
            issue.heldIn = language.isSerbian ? before.lowercased() : before
            issue.held = try held(informer, centre, t, in: act)
        }
        return issue
    }

    private static func words(_ wording: Event.Wording, _ t: Texts) -> InformerIssue.Words { .init(t.shown(wording.text), t.shown(wording.language)) }

    private static func words(_ text: String, _ language: Language, _ t: Texts) -> InformerIssue.Words { .init(t.shown(text), t.shown(language)) }

    // MARK: The offer

    private static func areas(_ informer: Informer, _ t: Texts, in act: Act) throws -> [InformerIssue.Area] {
        guard try MonthOfferStore.months(of: informer.centre, in: act).contains(informer.month) else { return [] }
        let offer = try MonthOfferStore.published(informer.month, of: informer.centre, in: act)
        guard let current = offer.current else { return [] }
        let lines = current.lines.filter { line in line.event.map { offer.events[$0]?.state.isOff == false } ?? true }
        let areas = Dictionary(grouping: lines, by: \.area)
        return InformerIssue.Area.order(areas.keys, t.language.alphabet).map { area in
            InformerIssue.Area(title: area.isEmpty ? t(T.planning.otherAreas) : area, entries: (areas[area] ?? []).map { entry($0, offer, t) })
        }
    }

    private static func entry(_ line: OfferLine, _ offer: PublishedOffer, _ t: Texts) -> InformerIssue.Entry {
        let event = line.event.flatMap { offer.events[$0] }, form = offer.forms[line.form]
        // Where the title is still the one that was published, it stands in the reader's language.
        let isSame = event?.plan.texts[line.title.language]?.title == line.title.text
        let title = isSame ? event?.title(in: t.language) ?? line.title : line.title
        var facts: [String] = []
        if !line.target.isEmpty { facts.append(line.target) }
        if line.points > 0 { facts.append(t(T.common.points(count: line.points))) }
        if form?.has(.fee) == true || !line.fee.isZero { facts.append(line.fee.isZero ? t(T.events.free) : t.money(line.fee)) }
        let hours = line.begins.flatMap { begins in line.ends.map { t.times(begins, to: $0) } } ?? ""
        let day = line.days.count == 1 ? t.day(line.days.lowerBound, .short) : t.term(line.days)
        return InformerIssue.Entry(
            title: words(title, t), kind: form.map { t.shown($0.name(in: t.language).text) } ?? "", day: line.days.lowerBound, isDated: line.days.count < 28,
            when: [day, hours].filter { !$0.isEmpty }.joined(separator: ", "), hours: hours, place: line.place, facts: facts,
            path: event.map { "/events/\($0.id)" }, begins: line.begins?.minutes)
    }

    // MARK: News and practice

    private static func news(_ informer: Informer, _ t: Texts, in act: Act) throws -> [InformerIssue.Piece] {
        try InformerStore.news(of: informer, in: act).filter { informer.draft.articles.contains($0.id) }.map { article in
            let summary = article.summary(in: t.language)
            return InformerIssue.Piece(
                title: words(article.title(in: t.language), t), day: t.day(article.draft.day, .plain), summary: summary.text.isEmpty ? nil : words(summary, t),
                path: article.path)
        }
    }

    private static func practice(_ informer: Informer, _ t: Texts, in act: Act) throws -> InformerIssue.Practised? {
        guard let id = informer.draft.practice, try InformerStore.practices(of: informer.centre, in: act).contains(where: { $0.id == id }) else { return nil }
        guard let line = try PracticeListStore.lines(inOrder: [id], in: act).first else { return nil }
        return InformerIssue.Practised(
            title: words(line.title, line.language, t), authors: line.authors, subject: line.subject,
            summary: line.summary.isEmpty ? nil : words(line.summary, line.language, t), path: "/practices/\(id)")
    }

    // MARK: The shelf, and what was held

    /// Titles that came since the month before began and can be had.
    private static func shelf(_ informer: Informer, _ centre: Centre, _ t: Texts, in act: Act) throws -> [InformerIssue.Shelved] {
        let since = centre.zone.startOfDay(informer.month.before.days.lowerBound)
        return try act.db.rows("""
            SELECT t.id, t.kind, t.name, t.subtitle, t.authors, t.year FROM title t WHERE t.centre = \(centre.id) AND t.created >= \(since)
                AND (t.kind = 'digital' OR EXISTS (SELECT 1 FROM copy c WHERE c.title = t.id AND c.state = 'shelf'))
            ORDER BY t.created DESC, t.id DESC LIMIT \(titlesMost)
            """).map { row in
            let id: LibraryTitle.ID = try row["id"], kind: TitleKind = try row["kind"], year: Int? = try row["year"]
            let (name, subtitle, authors): (String, String, String) = (try row["name"], try row["subtitle"], try row["authors"])
            return InformerIssue.Shelved(
                title: subtitle.isEmpty ? name : "\(name): \(subtitle)", byline: authors.split(separator: "\n").joined(separator: "; "),
                kind: [t(kind.label), year.map { "\($0)" } ?? ""].filter { !$0.isEmpty }.joined(separator: ", "), path: "/library/\(id)")
        }
    }

    private static func held(_ informer: Informer, _ centre: Centre, _ t: Texts, in act: Act) throws -> [InformerIssue.Held] {
        let days = informer.month.before.days, (from, until) = (centre.zone.startOfDay(days.lowerBound), centre.zone.endOfDay(days.upperBound))
        let ids = try act.db.rows("""
            SELECT e.id FROM event e
            WHERE e.centre = \(centre.id) AND e.state IN ('held', 'closed') AND NOT e.earlier AND e.starts >= \(from) AND e.starts < \(until)
            ORDER BY e.starts, e.id LIMIT \(heldMost)
            """).map { try $0["id"] as Event.ID }
        let came = try PlanDoneStore.people(at: ids, in: act)
        return try EventStore.events(inOrder: ids, in: act).filter(\.isPublic).map { event in
            let people = came[event.id].flatMap { $0 < fewest ? nil : $0 }
            return InformerIssue.Held(
                title: words(event.title(in: t.language), t), when: event.days.map { t.term($0) } ?? "", people: people, path: "/events/\(event.id)")
        }
    }
}
