import Forms
import HTML
import Kernel
import Languages
import Look

/// The list of notes for everybody: search, what narrows it, the notes.
struct PracticeListViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ listing: PracticeListing, _ rows: [Written], _ paging: Paging) -> Screen {
        Screen(t(T.community.title), description: t(T.community.lead), isIndexed: reader.query.query.isEmpty) {
            Beside {
                Heading(t(T.community.title), lead: t(T.community.lead))
                search(listing)
            } card: {
                Facets(t(T.common.filter), more: t(T.community.more), groups: groups(listing), isOpen: false)
            } content: {
                if !listing.filters.isEmpty { FilterChips(t(T.community.chosen), chosen(listing)) }
                if rows.isEmpty {
                    nothing(listing)
                } else {
                    HTML::p(.class("muted")) { t(T.community.found(count: listing.count)) }
                    EntryList(written: rows)
                    paging.links(reader)
                }
                HTML::p { a(.href(reader.link("/me/practices/new"))) { t(T.community.writeOne) } }
                HTML::p { a(.href(reader.link("/practices.atom")), .type(Kind("application/atom+xml"))) { t(T.community.follow) } }
            }
        }
    }

    private func search(_ listing: PracticeListing) -> some HTML {
        let kept = reader.query.with("q", nil).with("page", nil).fields.filter { !$0.value.isEmpty }
        return Look::Form(action: reader.link("/practices"), method: .get, hidden: kept.map { Hidden($0.name, $0.value) }, isInline: true) {
            Field(t(T.community.searchField), name: "q", value: listing.words, optional: "", width: .full).search()
            Submit(t(T.common.search))
        }
    }

    @HTMLBuilder private func nothing(_ listing: PracticeListing) -> some HTML {
        if listing.words.isEmpty, listing.filters.isEmpty {
            EmptyState(t(T.community.none), t(T.community.noneText)) { Empty() }
        } else {
            EmptyState(t(T.community.noneFound), t(T.community.noneFoundText)) {
                LinkButton(t(T.community.showAll), href: reader.link("/practices"), .quiet)
            }
        }
    }

    func row(_ line: PracticeLine) -> Written {
        let subject = [line.subject].filter { !$0.isEmpty }.map { t.run($0, line.language) }
        let authors = line.authors.map { t.run(name: $0, line.language) }
        let tried = line.tried > 0 ? [Run(t(T.community.triedTimes(count: line.tried)))] : []
        let entry = Entry(
            title: t.run(line.title, line.language), href: reader.link("/practices/\(line.id)"), measure: gradesShort(line.grades),
            mark: line.published.map { t.day(reader.centre.zone.day(of: $0), .numeric) } ?? "", facts: apart(subject + authors + tried))
        return Written(EntryRow(entry), in: t.language)
    }

    /// With a point between each two.
    private func apart(_ facts: [Run]) -> [Run] { Array(facts.flatMap { [Run(" · "), $0] }.dropFirst()) }

    /// As *5–8* where they follow one another.
    private func gradesShort(_ grades: Grades) -> String {
        let list = grades.list
        guard let first = list.first, let last = list.last else { return "" }
        if first == last { return t(Grades.name(of: first)) }
        if last - first == list.count - 1, first > 0 { return t(T.community.gradesFromTo(first: .number(first), last: .number(last))) }
        return t(T.community.gradesCount(count: list.count))
    }

    // MARK: What narrows it

    private func groups(_ listing: PracticeListing) -> [Facets.Group] {
        let subjects = listing.counts.subjects.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(40).filter { !$0.key.isEmpty }.map { key, count in
            item(t.run(listing.subjects[key] ?? key), "subject", key, count, isCurrent: listing.filters.subject == key)
        }
        let grades = listing.counts.grades.sorted { $0.key < $1.key }.map { grade, count in
            item(Run(t(Grades.name(of: grade))), "grade", "\(grade)", count, isCurrent: listing.filters.grade == grade)
        }
        let codes = listing.counts.competences.sorted { $0.key < $1.key }.map { code, count in
            item(t.run(listing.competences[code] ?? code), "competence", code, count, isCurrent: listing.filters.competence == code)
        }
        return [Facets.Group(t(T.community.subject), subjects), Facets.Group(t(T.community.grades), grades), Facets.Group(t(T.community.competences), codes)]
            .filter { !$0.isEmpty }
    }

    /// A choice that is made leads back.
    private func item(_ words: Run, _ name: String, _ value: String, _ count: Int, isCurrent: Bool) -> Facets.Item {
        Facets.Item(words, href: reader.here(name, isCurrent ? nil : value), count: count, isCurrent: isCurrent)
    }

    private func chosen(_ listing: PracticeListing) -> [NavItem] {
        var chosen: [(name: String, label: String)] = []
        if let subject = listing.filters.subject { chosen.append(("subject", t.shown(listing.subjects[subject] ?? subject))) }
        if let grade = listing.filters.grade { chosen.append(("grade", t(Grades.name(of: grade)))) }
        if let code = listing.filters.competence { chosen.append(("competence", t.shown(listing.competences[code] ?? code))) }
        return chosen.map { NavItem("\($0.label) ×", href: reader.here($0.name, nil), isCurrent: true) }
    }
}
