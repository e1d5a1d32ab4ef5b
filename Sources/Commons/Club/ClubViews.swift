import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// The club as everybody sees it.
struct ClubViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.club.title), href: reader.link("/club"))] }

    // MARK: All of it

    func front(_ front: ClubFront) -> Screen {
        Screen(t(T.club.title), description: t(T.club.lead)) {
            Heading(t(T.club.title), lead: t(T.club.lead))
            if front.clubs.isEmpty { EmptyState(t(T.club.none), t(T.club.noneText)) { Empty() } }
            ForEach(front.days) { day in
                Notice(.info) {
                    HTML::p {
                        a(.href(reader.link(day.path))) { t.run(day.event.title(in: t.language)) }
                        if let on = day.day { ", "; t.day(on) }
                    }
                }
            }
            if !front.clubs.isEmpty { h2 { t(T.club.clubs) } }
            ForEach(front.clubs) { club in
                PersonLine(
                    t.run(club.name, club.details.language), href: reader.link(club.path),
                    detail: club.details.summary.isEmpty ? [] : [t.run(club.details.summary, club.details.language)])
            }
            if !front.coming.isEmpty {
                h2 { t(T.club.coming) }
                EventList(front.coming.map(line), level: 3)
            }
            Buttons {
                LinkButton(t(T.club.programme), href: reader.link("/club/programme"))
                LinkButton(front.ideas > 0 ? t(T.club.ideasCount(count: front.ideas)) : t(T.club.ideas), href: reader.link("/club/ideas"), .quiet)
            }
        }
    }

    /// A session in a list.
    func line(_ session: ClubSession) -> EventLine {
        let title = t.run(session.title, session.language)
        return EventLine(
            title: title.text, href: reader.link(session.path), day: t.day(session.day, near: reader.today),
            hours: t.times(session.draft.begins, to: session.draft.ends), begins: reader.centre.zone.stamp(session.day, session.draft.begins),
            place: t.run(session.place), facts: session.grades.map { [t(ClubGrade.name($0))] } ?? [], state: chip(session), lang: title.lang)
    }

    func chip(_ session: ClubSession) -> Chip {
        switch session.state {
        case .cancelled: return Chip(.bad, t(session.state.name))
        case .held: return Chip(.neutral, t(session.state.name))
        case .planned: break
        }
        if session.hours.upperBound <= reader.now { return Chip(.neutral, t(T.club.over)) }
        if session.kind == .open { return Chip(.good, t(T.club.openForAll)) }
        if session.waiting > 0 || session.free == 0 { return Chip(.waiting, t(T.club.full)) }
        return Chip(.good, t(T.club.freePlaces(count: session.free)))
    }

    // MARK: The programme

    func programme(_ month: ClubMonth, _ sessions: [ClubSession], _ clubs: [Club], _ chosen: Club.ID?) -> Screen {
        let first = month.days.lowerBound
        return Screen(t(T.club.programme), description: t(T.club.programmeLead), trail: trail) {
            Heading(t(T.club.programme), lead: t(T.club.programmeLead))
            if clubs.count > 1 {
                FilterChips(t(T.club.club), [NavItem(t(T.common.all), href: reader.here("club", nil), isCurrent: chosen == nil)] + clubs.map {
                    NavItem(t.shown($0.name), href: reader.here("club", "\($0.id)"), isCurrent: $0.id == chosen)
                })
            }
            calendar(month, sessions)
            h2 { t(T.club.asList) }
            if sessions.isEmpty { HTML::p { t(T.club.noSessions(month: .text(t.month(first.month, first.year)))) } }
            EventList(sessions.map(line), level: 3)
        }
    }

    private func calendar(_ month: ClubMonth, _ sessions: [ClubSession]) -> MonthCalendar {
        let first = month.days.lowerBound, held = Dictionary(grouping: sessions, by: \.day)
        return MonthCalendar(
            name(first), weekdays: Weekday.allCases.map { MonthCalendar.Weekday(t.weekday($0, short: true), t.weekday($0)) },
            weeks: MonthCalendar.weeks(month.days.map { day in
                MonthCalendar.Cell("\(day.day).", name: t.day(day, .long), isToday: day == reader.today, entries: (held[day] ?? []).map(entry))
            }, from: first.weekday.rawValue), previous: link(first.adding(months: -1)), next: link(first.adding(months: 1)))
    }

    private func entry(_ session: ClubSession) -> MonthCalendar.Entry {
        let title = t.run(session.title, session.language), isOff = session.state == .cancelled
        let told = isOff ? Run("\(title.text) (\(t(session.state.name)))", lang: title.lang) : title
        return MonthCalendar.Entry(
            t.time(session.draft.begins), told, href: reader.link(session.path),
                isOff ? .bad : session.hours.upperBound <= reader.now ? .neutral : session.kind == .open ? .info : .good)
    }

    private func link(_ day: Day) -> Look.Link { Look.Link(name(day), href: reader.here("month", String(day.iso.prefix(7)))) }
    private func name(_ day: Day) -> String { t.month(day.month, day.year) }

    // MARK: One club

    func club(_ club: Club, _ topics: [ClubTopic], _ coming: [ClubSession], place: String) -> Screen {
        let own = club.details.language, title = t.run(club.name, own)
        return Screen(title.text, description: club.details.summary.isEmpty ? nil : t.shown(club.details.summary), trail: trail) {
            Heading(title, kind: Run(t(T.club.club)), lead: club.details.summary.isEmpty ? nil : t.run(club.details.summary, own))
            Facts {
                ForEach(club.mentors.filter(\.isLead)) { FactLine(t(T.club.leader), t.run(name: $0.name, own)) }
                let others = club.mentors.filter { !$0.isLead }
                if !others.isEmpty {
                    FactLine(t(T.club.mentors)) { ForEach(Array(others.enumerated())) { place, mentor in if place > 0 { ", " }; t.run(name: mentor.name, own) } }
                }
                if !place.isEmpty { FactLine(t(T.club.place), t.run(place)) }
            }
            ForEach(club.details.about.split(separator: "\n\n").map(String.init)) { words in HTML::p { t.run(words, own) } }
            h2 { t(T.club.coming) }
            if coming.isEmpty { HTML::p { t(T.club.nothingPlanned) } }
            EventList(coming.map(line), level: 3)
            HTML::p { a(.href(reader.link("/club/programme?club=\(club.id)"))) { t(T.club.programme) } }
            if !topics.isEmpty {
                h2 { t(T.club.topics) }
                ForEach(topics) { topic in
                    let details = topic.details
                    h3(.lang(t.run(details.name, own).lang)) { t.shown(details.name) }
                    if !details.summary.isEmpty { HTML::p { t.run(details.summary, own) } }
                    HTML::p(.class("meta")) {
                        [
                            details.grades.map { t(ClubGrade.name($0)) }, t(T.club.minutesCount(count: details.minutes)), t(T.club.upTo(count: details.places)),
                        ].compactMap(\.self).joined(separator: " · ")
                    }
                }
            }
        }
    }

    // MARK: One session

    func session(_ session: ClubSession) -> Screen {
        let own = session.language, title = t.run(session.title, own), isBookable = session.takesGroups(at: reader.now)
        return Screen(title.text, description: session.summary.isEmpty ? nil : t.shown(session.summary), trail: trail + [
            Look.Link(t.run(session.clubName, own), href: reader.link("/club/\(session.club)")),
        ]) {
            Beside {
                Heading(title, kind: Run(t(session.kind.name)), lead: session.summary.isEmpty ? nil : t.run(session.summary, own))
            } card: {
                if session.kind == .workshop, session.state == .planned {
                    SeatsCard(
                        t(T.club.placesOf(free: .number(session.free), all: .number(session.draft.places))),
                        meter: Meter(t(T.club.takenOf(taken: .number(session.taken), all: .number(session.draft.places))), value: session.taken,
                            of: session.draft.places),
                        lines: (session.waiting > 0 ? [t(T.club.groupsWait(count: session.waiting))] : []) + [t(T.club.wholeGroups)]
                    ) {
                        if isBookable {
                            LinkButton(t(session.waiting > 0 || session.free == 0 ? T.club.waitAct : T.club.book), href: reader.link("\(session.path)/book"))
                        }
                    }
                }
            } content: {
                if session.state == .cancelled {
                    Notice(.bad, t(session.state.name)) { HTML::p { t.run(session.reason, own) } }
                }
                Facts {
                    FactLine(t(T.club.when), "\(t.day(session.day)), \(t.times(session.draft.begins, to: session.draft.ends))")
                    if !session.place.isEmpty { FactLine(t(T.club.place), t.run(session.place)) }
                    if let grades = session.grades { FactLine(t(T.club.forGrades), t(ClubGrade.name(grades))) }
                    if !session.mentorName.isEmpty { FactLine(t(T.club.mentor), t.run(name: session.mentorName, own)) }
                }
                if session.kind == .open { HTML::p { t(T.club.openText) } } else { HTML::p { t(T.club.workshopText) } }
            }
        }
    }
}
