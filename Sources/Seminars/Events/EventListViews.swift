package import Catalogue
package import Forms
package import HTML
import Kernel
package import Languages
package import Look
package import Centres
import Web

/// Words for what a list of events can be narrowed by.
package struct EventFilterWords: Sendable {
    let towns: [Municipality]
    let codes: [CycleCode.ID: EventCode]
    let t: Texts

    package init(towns: [Municipality], codes: [CycleCode.ID: EventCode], _ t: Texts) {
        self.towns = towns
        self.codes = codes
        self.t = t
    }

    /// A choice as its reader calls it.
    package func label(_ facet: EventFacet, _ value: String) -> String {
        switch facet {
        case .when:
            let parts = value.split(separator: "-").compactMap { Int($0) }
            return parts.count == 2 ? t.month(parts[1], parts[0]) : Int(value).map { t.schoolYear(SchoolYear(start: $0)) } ?? value
        case .place: return Municipality.ID(value).flatMap { id in towns.first { $0.id == id } }?.name(in: t.language) ?? value
        case .area, .competence: return CycleCode.ID(value).flatMap { codes[$0] }.map { t.shown($0.label) } ?? value
        case .form: return EventForm(rawValue: value).map { t($0.name) } ?? value
        case .fee: return t(T.events.freeOnly)
        }
    }

    func name(_ facet: EventFacet, _ scope: EventFilter.Scope) -> String {
        switch facet {
        case .when: t(scope == .past ? T.events.facetYear : T.events.facetWhen)
        case .place: t(T.events.facetWhere)
        case .area: t(T.events.facetArea)
        case .competence: t(T.events.facetCompetence)
        case .form: t(T.events.facetForm)
        case .fee: t(T.events.fee)
        }
    }
}

extension EventFacet {
    /// Whether it stands in sight; the others open when asked for.
    fileprivate var isMain: Bool { self == .when || self == .place }
}

/// The filters above a list or a month of events: one form that works without JavaScript, and what is chosen as links that take it back.
package struct EventFilters: View {
    let listing: EventListing
    let words: EventFilterWords
    let query: Typed
    let action: String
    let facets: [EventFacet]
    let t: Texts

    /// - Parameter facets: those to offer here; a month has no month to choose.
    package init(_ listing: EventListing, _ words: EventFilterWords, query: Typed, action: String, facets: [EventFacet] = EventFacet.allCases) {
        self.listing = listing
        self.words = words
        self.query = query
        self.action = action
        self.facets = facets
        t = words.t
    }

    package var body: Markup {
        Form(action: action, method: .get, hidden: kept, id: Self.form, isInline: true, label: t(T.events.search)) {
            Field(t(T.events.searchWords), name: "q", value: query["q"], optional: "").search()
            ForEach(offered.filter(\.isMain)) { field($0) }
            Submit(t(T.common.show), .quiet)
        }
        let more = offered.filter { !$0.isMain }
        if !more.isEmpty || hasNear {
            Disclosure(t(T.events.moreFilters), isOpen: more.contains { listing.filter.chosen[$0] != nil } || listing.filter.near != nil) {
                FieldRow {
                    ForEach(more) { field($0) }
                    if hasNear {
                        Field(t(T.events.near), name: "near", value: query["near"], optional: "", .form(Self.form)).select(
                            [Field.Choice("", t(T.events.nearNone))] + words.towns.map { Field.Choice("\($0.id)", $0.name(in: t.language)) })
                    }
                    Submit(t(T.common.show), .quiet, form: Self.form)
                }
            }
        }
        if !chosen.isEmpty { FilterChips(t(T.events.chosen), chosen) }
    }

    /// The fields that open stand outside the form's one line, and belong to it all the same.
    private static let form = "events-filter"

    private var hasNear: Bool { !words.towns.isEmpty && facets.contains(.when) }

    private func field(_ facet: EventFacet) -> some HTML {
        Field(words.name(facet, listing.filter.scope), name: facet.rawValue, value: listing.filter.chosen[facet] ?? "", optional: "", .form(Self.form)).select(choices(facet))
    }

    /// Facets that tell something apart; what is chosen can always be taken back.
    private var offered: [EventFacet] {
        facets.filter { facet in
            let count = listing.choices(facet).count
            return listing.filter.chosen[facet] != nil || (facet == .fee || facet == .form ? count > 1 : count > 0)
        }
    }

    private func choices(_ facet: EventFacet) -> [Field.Choice] {
        let all = listing.choices(facet)
        let named = all.map { Field.Choice($0.value, t(T.events.facetChoice(name: .text(words.label(facet, $0.value)), number: .number($0.count)))) }
        let chosen = listing.filter.chosen[facet]
        let lost = chosen.flatMap { value in all.contains { $0.value == value } ? nil : Field.Choice(value, t(T.events.facetChoice(name: .text(words.label(facet, value)), number: 0))) }
        return [Field.Choice("", t(T.events.facetAll))] + named + [lost].compactMap { $0 }
    }

    private var kept: [Hidden] { ["view", "month"].compactMap { name in query[name].isEmpty ? nil : Hidden(name, query[name]) } }

    private var chosen: [NavItem] {
        var items: [NavItem] = []
        if !query["q"].isEmpty { items.append(NavItem("„\(query["q"])“ ×", href: href(query.with("q", nil)), isCurrent: true)) }
        items += facets.compactMap { facet in
            listing.filter.chosen[facet].map { NavItem("\(words.label(facet, $0)) ×", href: href(query.with(facet.rawValue, nil)), isCurrent: true) }
        }
        if let near = listing.filter.near, let town = words.towns.first(where: { $0.id == near }) {
            items.append(NavItem("\(t(T.events.nearTown(town: .text(town.name(in: t.language))))) ×", href: href(query.with("near", nil)), isCurrent: true))
        }
        if items.count > 1 {
            let bare = ["q", "near"] + facets.map(\.rawValue)
            items.append(NavItem(t(T.common.clear), href: href(bare.reduce(query) { $0.with($1, nil) })))
        }
        return items
    }

    private func href(_ query: Typed) -> String {
        let text = query.with("page", nil).query
        return text.isEmpty ? action : "\(action)?\(text)"
    }
}

/// A month of events, each on every day on which it is held.
package enum EventMonth {
    /// The month that an address names as `2026-02`; else the one of that day. Years that no calendar needs are not shown.
    package static func month(_ text: String, today: Day) -> ClosedRange<Day> {
        guard let day = Day(iso: text + "-01"), (today.year - 60...today.year + 5).contains(day.year) else { return today.monthDays }
        return day.monthDays
    }

    package static func calendar(
        _ events: [Event], _ days: ClosedRange<Day>, today: Day, _ t: Texts, href: (Event.ID) -> String, month: (String) -> String
    ) -> MonthCalendar {
        let first = days.lowerBound
        func name(_ day: Day) -> String { t.month(day.month, day.year) }
        func address(_ day: Day) -> String { month(String(day.iso.prefix(7))) }
        let entries = Dictionary(grouping: events.flatMap { event in event.plan.sessions.map { (session: $0, event: event) } }) { $0.session.day }
        let cells = days.map { day -> MonthCalendar.Cell? in
            let held = (entries[day] ?? []).sorted { ($0.session.begins, $0.event.id) < ($1.session.begins, $1.event.id) }
            return MonthCalendar.Cell(
                "\(day.day).", name: t.day(day, .long), isToday: day == today,
                entries: held.map { MonthCalendar.Entry(t.time($0.session.begins), $0.event.entryTitle(t), href: href($0.event.id), $0.event.tone) })
        }
        let padded = Array(repeating: nil, count: first.weekday.rawValue - 1) + cells
        let weeks = stride(from: 0, to: padded.count, by: 7).map { start -> [MonthCalendar.Cell?] in
            let week = Array(padded[start..<min(start + 7, padded.count)])
            return week + Array(repeating: nil, count: 7 - week.count)
        }
        let (before, after) = (first.adding(months: -1), first.adding(months: 1))
        return MonthCalendar(
            name(first), weekdays: Weekday.allCases.map { MonthCalendar.Weekday(t.weekday($0, short: true), t.weekday($0)) }, weeks: weeks,
            previous: Look.Link(name(before), href: address(before)), next: Look.Link(name(after), href: address(after)))
    }
}

extension Event {
    /// What was cancelled says so in words too, since a calendar's colours do not.
    fileprivate func entryTitle(_ t: Texts) -> String {
        let title = title(in: t.language).text
        return state == .cancelled ? "\(title) (\(t(state.name)))" : title
    }

    fileprivate var tone: Tone {
        switch state {
        case .cancelled: .bad
        case .held, .closed: .neutral
        case .draft, .announced, .confirmed, .postponed: .good
        }
    }
}
