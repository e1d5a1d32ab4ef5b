import Forms
import Kernel
import Languages
import Look

/// The choices of a list of programmes as links: the ways to narrow it, and what is chosen now.
struct ProgrammeFacets {
    let listing: ProgrammeListing
    let reader: Reader
    private var t: Texts { reader.t }

    var groups: [Facets.Group] {
        let groups = [
            Facets.Group(t(T.catalogue.cycle), cycles), codes(.target), codes(.area), codes(.competence), codes(.priority),
            Facets.Group(t(T.catalogue.form), forms), Facets.Group(t(T.catalogue.duration), hours), Facets.Group(t(T.catalogue.price), free),
        ]
        return groups.filter { !$0.isEmpty }
    }

    /// Each leads to the list without it; the last one to the list without any.
    var chosen: [NavItem] {
        var chosen: [(name: String, label: String)] = []
        switch listing.filters.cycle {
        case .one(let id): chosen += listing.cycles.filter { $0.id == id }.map { ("cycle", t.shown($0.title)) }
        case .every: chosen.append(("cycle", t(T.catalogue.allCycles)))
        case .since: break
        }
        for list in CodeList.allCases {
            guard let id = listing.filters.codes[list]?.first, let group = listing.codes.first(where: { $0.ids.contains(id) }) else { continue }
            chosen.append((list.rawValue, t.shown(group.first.label)))
        }
        if let form = listing.filters.form { chosen.append(("form", t.name(form))) }
        if let hours = listing.filters.hours { chosen.append(("hours", t(T.common.hours(count: hours)))) }
        if listing.filters.isFree { chosen.append(("free", t(T.catalogue.free))) }
        guard !chosen.isEmpty else { return [] }
        let kept = listing.query["q"].isEmpty ? "" : "?\(Typed(["q": listing.query["q"]]).query)"
        return chosen.map { NavItem("\($0.label) ×", href: reader.here($0.name, nil), isCurrent: true) }
            + [NavItem(t(T.common.clear), href: reader.link(reader.path) + kept)]
    }

    private var cycles: [Facets.Item] {
        guard listing.cycles.count > 1 else { return [] }
        let all = Facets.Item(
            Run(t(T.catalogue.allCycles)), href: reader.here("cycle", "all"), count: listing.counts.cycles.values.reduce(0, +),
            isCurrent: listing.filters.cycle == .every)
        return listing.cycles.compactMap { cycle in
            item(t.run(cycle), "cycle", "\(cycle.id)", listing.counts.cycles[cycle.id] ?? 0, isCurrent: listing.filters.cycle == .one(cycle.id))
        } + [all]
    }

    private func codes(_ list: CodeList) -> Facets.Group {
        let groups = listing.codes.filter { $0.list == list }
        let items = groups.compactMap { group -> Facets.Item? in
            guard let cycle = listing.cycles.first(where: { $0.id == group.first.cycle }) else { return nil }
            let count = group.ids.reduce(0) { $0 + (listing.counts.codes[$1] ?? 0) }
            return item(t.run(group.first, of: cycle), list.rawValue, "\(group.first.id)", count, isCurrent: listing.filters.codes[list] == group.ids)
        }
        return Facets.Group(t.name(list), items)
    }

    private var forms: [Facets.Item] {
        Programme.Form.allCases.compactMap { form in
            item(Run(t.name(form)), "form", form.rawValue, listing.counts.forms[form] ?? 0, isCurrent: listing.filters.form == form)
        }
    }

    private var hours: [Facets.Item] {
        listing.counts.hours.sorted { $0.key < $1.key }.compactMap { hours, count in
            item(Run(t(T.common.hours(count: hours))), "hours", "\(hours)", count, isCurrent: listing.filters.hours == hours)
        }
    }

    private var free: [Facets.Item] {
        [item(Run(t(T.catalogue.freeOnes)), "free", "yes", listing.counts.free, isCurrent: listing.filters.isFree)].compactMap { $0 }
    }

    /// A choice that leaves nothing is not offered; the one that is chosen leads back.
    private func item(_ words: Run, _ name: String, _ value: String, _ count: Int, isCurrent: Bool) -> Facets.Item? {
        guard count > 0 || isCurrent else { return nil }
        return Facets.Item(words, href: reader.here(name, isCurrent ? nil : value), count: count, isCurrent: isCurrent)
    }
}
