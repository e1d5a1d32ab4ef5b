import Catalogue
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// Words for what a list of events can be narrowed by.
private struct EventFilterWords {
    let ground: EventGround
    let t: Texts

    /// A choice as its reader calls it.
    func label(_ facet: EventFacet, _ value: String) -> Run {
        switch facet {
        case .when:
            if let month = Day(iso: value + "-01") { return Run(t.month(month.month, month.year)) }
            return Run(Int(typed: value, in: 1...9998).flatMap { SchoolYear(start: $0) }.map { t.schoolYear($0) } ?? value)
        case .place: return t.run(Municipality.ID(value).flatMap { id in ground.towns.first { $0.id == id } }?.name ?? value)
        case .area, .competence: return t.run(CycleCode.ID(value).flatMap { ground.codes[$0] }?.label ?? value)
        case .form: return EventForm.ID(value).flatMap { ground.forms[$0] }.map { t.run($0.name(in: t.language)) } ?? Run(value)
        case .fee: return Run(t(T.events.freeOnly))
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
struct EventFilters: View {
    let listing: EventListing
    let towns: [Municipality]
    let facets: [EventFacet]
    let reader: Reader
    private let words: EventFilterWords

    /// - Parameter facets: those to offer here; a month has no month to choose.
    init(_ listing: EventListing, of ground: EventGround, facets: [EventFacet] = EventFacet.allCases, _ reader: Reader) {
        self.listing = listing
        self.facets = facets
        self.reader = reader
        towns = ground.towns
        words = EventFilterWords(ground: ground, t: reader.t)
    }

    var body: Markup {
        let offered = offered
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
                            [Field.Choice("", t(T.events.nearNone))] + towns.map { Field.Choice("\($0.id)", t.run($0.name)) })
                    }
                    Submit(t(T.common.show), .quiet, form: Self.form)
                }
            }
        }
        if !chosen.isEmpty { FilterChips(t(T.events.chosen), chosen) }
    }

    /// The fields that open stand outside the form, which is one line, and belong to it by this id.
    private static let form = "events-filter"

    private var t: Texts { reader.t }
    private var query: Typed { reader.query }
    private var action: String { reader.link("/events") }
    private var hasNear: Bool { !towns.isEmpty && facets.contains(.when) }

    private func field(_ facet: EventFacet) -> some HTML {
        let name = words.name(facet, listing.filter.scope), chosen = listing.filter.chosen[facet] ?? ""
        return Field(name, name: facet.rawValue, value: chosen, optional: "", .form(Self.form)).select(choices(facet))
    }

    /// The facets that tell events apart, and those by which something was chosen, so that it can be taken back.
    private var offered: [EventFacet] {
        facets.filter { facet in
            let count = listing.choices(facet).count
            return listing.filter.chosen[facet] != nil || (facet == .fee || facet == .form ? count > 1 : count > 0)
        }
    }

    private func choices(_ facet: EventFacet) -> [Field.Choice] {
        func choice(_ value: String, _ count: Int) -> Field.Choice {
            let label = words.label(facet, value)
            return Field.Choice(value, t(T.events.facetChoice(name: .text(label.text), number: .number(count))), lang: label.lang)
        }
        let all = listing.choices(facet)
        let lost = listing.filter.chosen[facet].flatMap { value in all.contains { $0.value == value } ? nil : choice(value, 0) }
        return [Field.Choice("", t(T.events.facetAll))] + all.map { choice($0.value, $0.count) } + [lost].compactMap { $0 }
    }

    private var kept: [Hidden] { ["view", "month"].compactMap { name in query[name].isEmpty ? nil : Hidden(name, query[name]) } }

    private var chosen: [NavItem] {
        var items: [NavItem] = []
        if !query["q"].isEmpty { items.append(NavItem("„\(query["q"])“ ×", href: reader.here("q", nil), isCurrent: true)) }
        items += facets.compactMap { facet in
            listing.filter.chosen[facet].map {
                let label = words.label(facet, $0)
                return NavItem("\(label.text) ×", lang: label.lang, href: reader.here(facet.rawValue, nil), isCurrent: true)
            }
        }
        if let near = listing.filter.near, let town = towns.first(where: { $0.id == near }) {
            items.append(NavItem("\(t(T.events.nearTown(town: .text(town.name(in: t.language))))) ×", href: reader.here("near", nil), isCurrent: true))
        }
        if items.count > 1 {
            let bare = (["page", "q", "near"] + facets.map(\.rawValue)).reduce(query) { $0.with($1, nil) }.query
            items.append(NavItem(t(T.common.clear), href: bare.isEmpty ? action : "\(action)?\(bare)"))
        }
        return items
    }
}
