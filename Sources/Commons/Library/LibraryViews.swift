import Forms
import HTML
import Kernel
import Languages
import Look

/// The catalogue of the resource centre for everybody: search, what narrows it, the titles.
struct LibraryViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameter rows: of the titles of this page, in the order of the list.
    func list(_ listing: TitleListing, _ rows: [Written], _ paging: Paging) -> Screen {
        let facets = TitleFacets(listing: listing, reader: reader)
        return Screen(t(T.library.title), description: t(T.library.lead), isIndexed: reader.query.query.isEmpty) {
            Beside {
                Heading(t(T.library.title), lead: t(T.library.lead))
                TitleSearch(listing: listing, reader: reader)
            } card: {
                Facets(t(T.common.filter), more: t(T.library.more), groups: facets.groups, isOpen: false)
            } content: {
                if !facets.chosen.isEmpty { FilterChips(t(T.library.chosen), facets.chosen) }
                if rows.isEmpty {
                    nothing(listing)
                } else {
                    order(listing)
                    EntryList(written: rows)
                    paging.links(reader)
                }
                HTML::p { t(T.library.wishLead); " "; a(.href(reader.link("/library/wishes"))) { t(T.library.wishAct) } }
            }
        }
    }

    /// How many, and in which order they stand.
    private func order(_ listing: TitleListing) -> some HTML {
        HTML::p(.class("muted")) {
            t(T.library.found(count: listing.count)); " · "
            if listing.isNewest {
                a(.href(reader.here("order", nil))) { t(T.library.byName) }
            } else {
                a(.href(reader.here("order", "new"))) { t(T.library.newest) }
            }
        }
    }

    @HTMLBuilder private func nothing(_ listing: TitleListing) -> some HTML {
        if listing.words.isEmpty, listing.filters.isEmpty {
            EmptyState(t(T.library.none), t(T.library.noneText)) { Empty() }
        } else {
            EmptyState(t(T.library.noneFound), t(T.library.noneFoundText)) {
                Buttons {
                    LinkButton(t(T.library.showAll), href: reader.link("/library"), .quiet)
                    LinkButton(t(T.library.wishAct), href: reader.link("/library/wishes"), .quiet)
                }
            }
        }
    }

    func row(_ line: TitleLine) -> Written {
        let entry = Entry(
            title: t.run(line.name, line.language), href: reader.link("/library/\(line.id)"), measure: t(line.kind.label), mark: line.year.map { "\($0)" } ?? "",
            facts: TitleFacets.facts(line, t), state: t.chip(line.standing, line.kind, today: reader.today))
        return Written(EntryRow(entry), in: t.language)
    }
}

/// The line to type into, which keeps what is chosen.
struct TitleSearch: View {
    let listing: TitleListing
    let reader: Reader
    private var t: Texts { reader.t }

    var body: some HTML {
        let kept = reader.query.with("q", nil).with("page", nil).fields.filter { !$0.value.isEmpty }
        Look::Form(action: reader.link(reader.path), method: .get, hidden: kept.map { Hidden($0.name, $0.value) }, isInline: true) {
            Field(t(T.library.searchField), name: "q", value: listing.words, optional: "", width: .full).search()
            Submit(t(T.common.search))
        }
    }
}

/// The choices of a list of titles as links: the ways to narrow it, and what is chosen now.
struct TitleFacets {
    let listing: TitleListing
    let reader: Reader
    private var t: Texts { reader.t }
    private static let subjectsMost = 40

    var groups: [Facets.Group] {
        let filters = listing.filters, counts = listing.counts
        let here = counts.here > 0 || filters.isHere ? [item(Run(t(T.library.hereNow)), "here", "yes", counts.here, isCurrent: filters.isHere)] : []
        let kinds = TitleKind.allCases.filter { counts.kinds[$0] != nil }.map { kind in
            item(Run(t(kind.label)), "kind", kind.rawValue, counts.kinds[kind] ?? 0, isCurrent: filters.kind == kind)
        }
        let audiences = TitleAudience.allCases.filter { counts.audiences[$0] != nil }.map { audience in
            item(Run(t(audience.label)), "audience", audience.rawValue, counts.audiences[audience] ?? 0, isCurrent: filters.audience == audience)
        }
        let languages = counts.languages.sorted { ($1.value, $0.key.code) < ($0.value, $1.key.code) }.map { language, count in
            item(Run(t(language.label)), "language", language.code, count, isCurrent: filters.language == language)
        }
        let subjects = counts.subjects.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.filter { !$0.key.isEmpty }.prefix(Self.subjectsMost).map { key, count in
            item(t.run(listing.subjects[key] ?? key), "subject", key, count, isCurrent: filters.subject == key)
        }
        return [
            Facets.Group(t(T.library.shelfNow), here), Facets.Group(t(T.library.kind), kinds), Facets.Group(t(T.library.subjects), subjects),
            Facets.Group(t(T.library.audience), audiences), Facets.Group(t(T.library.language), languages),
        ].filter { !$0.isEmpty }
    }

    /// Each leads to the list without it; the last one to the list without any.
    var chosen: [NavItem] {
        let filters = listing.filters
        var chosen: [(name: String, label: String)] = []
        if filters.isHere { chosen.append(("here", t(T.library.hereNow))) }
        if let kind = filters.kind { chosen.append(("kind", t(kind.label))) }
        if let subject = filters.subject { chosen.append(("subject", t.shown(listing.subjects[subject] ?? subject))) }
        if let audience = filters.audience { chosen.append(("audience", t(audience.label))) }
        if let language = filters.language { chosen.append(("language", t(language.label))) }
        guard !chosen.isEmpty else { return [] }
        let kept = listing.words.isEmpty ? "" : "?\(Typed(["q": listing.words] as KeyValuePairs).query)"
        return chosen.map { NavItem("\($0.label) ×", href: reader.here($0.name, nil), isCurrent: true) }
            + [NavItem(t(T.common.clear), href: reader.link(reader.path) + kept)]
    }

    /// A choice that is made leads back.
    private func item(_ words: Run, _ name: String, _ value: String, _ count: Int, isCurrent: Bool) -> Facets.Item {
        Facets.Item(words, href: reader.here(name, isCurrent ? nil : value), count: count, isCurrent: isCurrent)
    }

    /// Who wrote it and what else stands on its title page, with a point between each two.
    static func facts(_ line: TitleLine, _ t: Texts) -> [Run] {
        let facts = (line.subtitle.isEmpty ? [] : [t.run(line.subtitle, line.language)]) + line.authors.prefix(3).map { t.run(author: $0, line.language) }
            + (line.authors.count > 3 ? [Run("…")] : [])
        // The style sheet puts the point behind what names its language, where such a run follows.
        return facts.enumerated().flatMap { place, fact -> [Run] in
            let isParted = fact.lang != nil && facts[(place + 1)...].contains { $0.lang != nil }
            return place == facts.count - 1 || isParted ? [fact] : [fact, Run(" · ")]
        }
    }
}
