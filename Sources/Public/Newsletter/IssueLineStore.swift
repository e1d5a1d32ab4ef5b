package import Centres
import Community
import Events
package import Kernel
package import Languages
import Planning
import Publishing
import Storage

/// What an issue tells of, from the rows it is about: as they stand today, or as they stood when it began.
package enum IssueLineStore {
    /// So many of a kind are proposed.
    private static let most = 30

    /// What can be chosen: what comes, what was published last, and what is chosen already.
    package static func candidates(
        at centre: Centre.ID, besides chosen: [IssuePick] = [], _ language: Language, in act: Act
    ) throws -> [(pick: IssuePick, line: IssueLine)] {
        let today = try CentreStore.centre(centre, in: act).zone.day(of: act.now)
        let offers = try act.db.rows("""
            SELECT o.id FROM month_offer o WHERE o.centre = \(centre) AND EXISTS (SELECT 1 FROM month_offer_version v WHERE v.offer = o.id)
            ORDER BY o.first_day DESC LIMIT 3
            """).map { IssuePick.offer(try $0["id"]) }
        let events = try EventStore.coming(at: centre, limit: most, in: act).map { IssuePick.event($0.id) }
        let news = try ArticleStore.published(.news, of: centre, until: today, limit: most, in: act).map { IssuePick.news($0.id) }
        let practices = try PracticeStore.newest(of: centre, most: most, in: act).map { IssuePick.practice($0.id) }
        let picks = offers + events + news + practices
        let all = picks + chosen.filter { !picks.contains($0) }, lines = try lines(all, at: centre, language, in: act)
        return all.compactMap { pick in lines[pick].map { (pick: pick, line: $0) } }
    }

    /// Those that everybody may read now, in their order.
    static func standing(_ picks: [IssuePick], at centre: Centre.ID, in act: Act) throws -> [IssuePick] {
        let lines = try lines(picks, at: centre, .sr, in: act)
        return picks.filter { lines[$0] != nil }
    }

    /// An issue as it would be read in a language: frozen if it has begun, else as its rows stand today.
    package static func sheet(_ issue: NewsletterIssue, at centre: Centre.ID, _ language: Language, in act: Act) throws -> IssueSheet {
        let newsletter = try NewsletterStore.newsletter(issue.newsletter, at: centre, in: act)
        let day = try CentreStore.centre(centre, in: act).zone.day(of: issue.begun ?? issue.due ?? act.now)
        return IssueSheet(
            newsletter: newsletter.name(in: language), title: issue.title(in: language), text: issue.text(in: language),
            lines: try issue.begun == nil ? ordered(issue.draft.picks, at: centre, language, in: act) : frozen(issue.id, language, in: act), day: day, path: issue.path)
    }

    private static func ordered(_ picks: [IssuePick], at centre: Centre.ID, _ language: Language, in act: Act) throws -> [IssueLine] {
        let lines = try lines(picks, at: centre, language, in: act)
        return IssuePick.Kind.allCases.flatMap { kind in picks.filter { $0.kind == kind }.compactMap { lines[$0] } }
    }

    private static func frozen(_ issue: NewsletterIssue.ID, _ language: Language, in act: Act) throws -> [IssueLine] {
        try act.db.rows("SELECT * FROM newsletter_issue_line WHERE issue = \(issue) AND language = \(language) ORDER BY place").map { row in
            IssueLine(
                try row["kind"], Event.Wording(text: try row["title"], language: try row["title_language"]), lead: try row["lead"],
                detail: Event.Wording(text: try row["detail"], language: try row["detail_language"]), path: try row["path"])
        }
    }

    /// What an issue says from now on, in each language, whatever changes meanwhile.
    static func freeze(_ issue: NewsletterIssue, at centre: Centre.ID, in act: Act) throws {
        for language in Language.allCases {
            for (place, line) in try ordered(issue.draft.picks, at: centre, language, in: act).enumerated() {
                try act.db.run("""
                    INSERT INTO newsletter_issue_line (issue, language, place, kind, title, title_language, lead, detail, detail_language, path)
                    VALUES (\(issue.id), \(language), \(place), \(line.kind), \(line.title.text), \(line.title.language), \(line.lead), \(line.detail.text),
                        \(line.detail.language), \(line.path))
                    """)
            }
        }
    }

    // MARK: From the rows

    /// A line for each that everybody may read; what was called off or taken back has none.
    private static func lines(_ picks: [IssuePick], at id: Centre.ID, _ language: Language, in act: Act) throws -> [IssuePick: IssueLine] {
        guard !picks.isEmpty else { return [:] }
        let centre = try CentreStore.centre(id, in: act), t = act.words.texts(language, in: centre.zone), today = centre.zone.day(of: act.now)
        var lines: [IssuePick: IssueLine] = [:]
        let events = picks.compactMap { pick -> Event.ID? in if case .event(let one) = pick { one } else { nil } }
        for event in try events.isEmpty ? [] : EventStore.events(events, in: act) where event.centre == id && event.isPublic && !event.state.isOff {
            let place = event.plan.sessions.first.map { EventSummary.place($0, of: event) } ?? ""
            let said = event.wording(place)
            lines[.event(event.id)] = IssueLine(
                .event, event.title(in: language), lead: event.days.map { t.days($0) } ?? "",
                detail: Event.Wording(text: t.shown(said.text), language: t.shown(said.language)), path: "/events/\(event.id)")
        }
        for case .news(let one) in picks {
            // Coordinators and the clock are given more than everybody reads.
            guard let article = try? ArticleStore.article(one, of: id, kind: .news, today: today, in: act), article.wasPublic(at: act.now, today: today),
                  !article.draft.term.hasEnded(at: act.now) else { continue }
            lines[.news(one)] = IssueLine(.news, article.title(in: language), detail: article.summary(in: language), path: article.path)
        }
        for case .practice(let one) in picks {
            guard let practice = try? PracticeStore.practice(one, at: id, in: act), practice.state == .published else { continue }
            func own(_ text: String) -> Event.Wording { Event.Wording(in: language, else: practice.language) { $0 == practice.language ? text : nil } }
            let authors = String(practice.named.map(\.name).joined(separator: ", ").prefix(TextLimit.sentence.rawValue))
            lines[.practice(one)] = IssueLine(.practice, own(practice.title), lead: authors, detail: own(practice.draft.summary), path: practice.path)
        }
        for case .offer(let one) in picks {
            guard let first: Day = try act.db.value("""
                SELECT o.first_day FROM month_offer o WHERE o.id = \(one) AND o.centre = \(id) AND EXISTS (SELECT 1 FROM month_offer_version v WHERE v.offer = o.id)
                """) else { continue }
            let title = Event.Wording(text: t(T.newsletter.offerOf(month: .text(t.month(first.month, first.year)))), language: language)
            lines[.offer(one)] = IssueLine(.offer, title, detail: Event.Wording(text: "", language: language), path: "/offer/\(OfferMonth(first).text)")
        }
        return lines
    }
}
