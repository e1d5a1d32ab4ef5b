package import HTML
import Kernel
package import Languages
package import Look
package import Forms

/// What neighbours offer: each line says from whom it is, and leads to that site.
package struct NeighbourOfferViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var base: String { reader.link("/neighbours") }

    package init(reader: Reader) { self.reader = reader }

    func list(_ sight: OfferListSight) -> Screen {
        Screen(t(T.neighbours.offers), description: t(T.neighbours.offersLead)) {
            Heading(t(T.neighbours.offers), lead: t(T.neighbours.offersLead))
            if sight.neighbours.isEmpty {
                EmptyState(t(T.neighbours.offersNobody), t(T.neighbours.offersNobodyText)) { LinkButton(t(T.neighbours.toEvents), href: reader.link("/events"), .quiet) }
            } else {
                FilterChips(t(T.neighbours.what), FeedKind.offers.map { kind in
                    NavItem(
                        t(kind.name), href: reader.here("kind", kind == .events ? nil : kind.rawValue), isCurrent: kind == sight.filter.kind,
                        count: sight.counts[kind] ?? 0)
                })
                filter(sight)
                rows(sight)
                sight.paging.links(reader)
                h2 { t(T.neighbours.whose) }
                ul {
                    ForEach(sight.neighbours) { one in
                        li {
                            if let site = SiteOrigin(one.site) { a(.href(site.text)) { NeighbourViews.run(one, t) } } else { NeighbourViews.run(one, t) }
                            ", "
                            if let heard = one.heard { t(T.neighbours.asOf(moment: .instant(heard))) }
                            if one.state != .good { " "; Chip(.waiting, t(T.neighbours.notSure)) }
                        }
                    }
                }
                HTML::p(.class("small")) { t(T.neighbours.offersNote) }
            }
        }
    }

    private func filter(_ sight: OfferListSight) -> some HTML {
        let kind = sight.filter.kind == .events ? [] : [Hidden("kind", sight.filter.kind.rawValue)]
        return Form(action: base, method: .get, hidden: kind, isInline: true, label: t(T.common.search)) {
            Field(t(T.neighbours.words), name: "q", value: sight.filter.words, optional: "").search()
            if sight.neighbours.count > 1 {
                Field(t(T.neighbours.from), name: "from", value: sight.filter.neighbour.map { "\($0)" } ?? "", optional: "").select(
                    [Field.Choice("", t(T.neighbours.fromAll))] + sight.neighbours.map { Field.Choice("\($0.id)", NeighbourViews.run($0, t)) })
            }
            Submit(t(T.common.show), .quiet)
        }
    }

    @HTMLBuilder private func rows(_ sight: OfferListSight) -> some HTML {
        if sight.offers.isEmpty {
            EmptyState(t(T.neighbours.nothing), t(T.neighbours.nothingText)) { Empty() }
        } else if sight.filter.kind == .events {
            EventList(sight.offers.compactMap { offer in sight.neighbour(offer.neighbour).map { event(offer, $0) } })
        } else {
            EntryList(sight.offers.compactMap { offer in sight.neighbour(offer.neighbour).map { entry(offer, $0) } })
        }
    }

    private func event(_ offer: NeighbourOffer, _ neighbour: Neighbour) -> EventLine {
        let draft = offer.draft, zone = draft.zone ?? .utc, starts = draft.starts ?? reader.now, ends = draft.ends ?? starts
        let title = t.run(draft.title, draft.language), day = zone.day(of: starts)
        let origin = house(draft, neighbour), place = t.run(draft.place), (begin, end) = (zone.time(of: starts), zone.time(of: ends))
        let state: Chip? = switch draft.state {
        case "cancelled": Chip(.bad, t(T.neighbours.cancelled))
        case "postponed": Chip(.waiting, t(T.neighbours.postponed))
        default: neighbour.state == .good ? nil : Chip(.waiting, t(T.neighbours.notSure))
        }
        // Facts are in the page’s language: a name that is not stands with the place, which names its own.
        let isOwn = origin.lang == nil
        return EventLine(
            title: title.text, href: draft.url, day: t.day(day, near: reader.today), hours: zone.day(of: ends) == day ? t.times(begin, to: end) : t.time(begin),
            begins: starts.iso, place: isOwn ? place : Run([origin.text, place.text].filter { !$0.isEmpty }.joined(separator: ", "), lang: origin.lang),
            facts: (isOwn ? [origin.text] : []) + [neighbour.host] + (draft.hours.map { [t(T.common.points(count: $0))] } ?? []), state: state, lang: title.lang)
    }

    private func entry(_ offer: NeighbourOffer, _ neighbour: Neighbour) -> Entry {
        let draft = offer.draft, isProgramme = draft.kind == .programmes
        return Entry(
            title: t.run(draft.title, draft.language), href: draft.url, measure: draft.hours.map { t(T.common.hours(count: $0)) } ?? t.shown(draft.place),
            mark: isProgramme ? t.shown(draft.detail) : "",
            facts: [isProgramme ? t.run(draft.place) : t.run(draft.detail, draft.language), house(draft, neighbour), Run(neighbour.host)]
                .filter { !$0.text.isEmpty }, state: neighbour.state == .good ? nil : Chip(.waiting, t(T.neighbours.notSure)))
    }

    /// The centre that offers it: where it is the neighbour itself, by its name in the reader's language.
    private func house(_ draft: NeighbourOfferDraft, _ neighbour: Neighbour) -> Run {
        let isItself = draft.house.isEmpty || neighbour.names.values.contains(draft.house)
        return isItself ? NeighbourViews.run(neighbour, t) : t.run(draft.house, neighbour.language)
    }

    /// A line among what the search of the site has found.
    @HTMLBuilder package func found(_ offers: [(offer: NeighbourOffer, neighbour: Neighbour)]) -> some HTML {
        ul {
            ForEach(offers) { one in
                li {
                    a(.href(one.offer.draft.url)) { t.run(one.offer.draft.title, one.offer.draft.language) }
                    ", "
                    house(one.offer.draft, one.neighbour)
                }
            }
        }
    }
}
