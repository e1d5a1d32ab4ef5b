import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration

/// The front of the network: a map of its centres, a line for each, and one list of what they all hold.
struct NetworkFrontViews {
    let reader: Reader
    /// Where the installation is reached, for centres without a host of their own.
    let address: String
    private var t: Texts { reader.t }
    private var base: String { reader.link("/network") }

    func show(_ sight: NetworkSight, _ seats: [Event.ID: Seats]) -> Screen {
        Screen(t(T.networkfront.title), description: t(T.networkfront.lead)) {
            Heading(t(T.networkfront.title), lead: t(T.networkfront.lead))
            centres(sight)
            h2(.id("events")) { t(T.networkfront.events) }
            filter(sight)
            if sight.events.isEmpty {
                EmptyState(t(T.networkfront.nothing), t(T.networkfront.nothingText)) { LinkButton(t(T.networkfront.showAll), href: base, .quiet) }
            } else {
                EventList(sight.events.compactMap { line($0, sight, seats) })
                sight.paging.links(reader)
            }
            HTML::p { a(.href(reader.link("/programmes"))) { t(T.networkfront.toProgrammes) } }
        }
    }

    private func origin(_ centre: Centre) -> String { centre.origin(default: address) + "/" + reader.language.rawValue }

    private func centres(_ sight: NetworkSight) -> some HTML {
        let seats = sight.centres.compactMap { centre in centre.municipality.flatMap { sight.towns[$0] } }
        let weights: [Municipality.ID: Int?] = sight.centres.reduce(into: [:]) { weights, centre in
            if let seat = centre.municipality { weights[seat] = (weights[seat].flatMap(\.self) ?? 0) + (sight.counts[centre.id] ?? 0) }
        }
        return Group {
            if seats.count > 1 { TerritoryMap(seats, seat: nil, t: t, weights: weights, label: t(T.networkfront.map)) }
            ForEach(sight.centres) { centre in
                PersonLine(
                    Run(centre.name(in: t.language)), href: origin(centre),
                    detail: [centre.municipality.flatMap { sight.towns[$0] }.map { t.run($0.name) }, Run(t(T.networkfront.comingOf(count: sight.counts[centre.id] ?? 0)))]
                        .compactMap(\.self))
            }
        }
    }

    private func filter(_ sight: NetworkSight) -> some HTML {
        Form(action: base, method: .get, isInline: true, label: t(T.networkfront.filter)) {
            if sight.centres.count > 1 {
                Field(t(T.networkfront.centre), name: "centre", value: sight.filter.centre.map { "\($0)" } ?? "", optional: "").select(
                    [Field.Choice("", t(T.networkfront.allCentres))] + sight.centres.map { Field.Choice("\($0.id)", Run($0.name(in: t.language))) })
            }
            Field(t(T.networkfront.near), name: "near", value: sight.filter.near.map { "\($0)" } ?? "", optional: "").select(
                [Field.Choice("", t(T.networkfront.anywhere))] + sight.places(t.language.alphabet).map { Field.Choice("\($0.id)", t.run($0.name)) })
            Submit(t(T.common.show), .quiet)
        }
    }

    private func line(_ event: ListedEvent, _ sight: NetworkSight, _ seats: [Event.ID: Seats]) -> EventLine? {
        guard let entry = sight.listing.found.first(where: { $0.event == event.id }), let home = sight.centre(entry.centre) else { return nil }
        let others = (sight.partners[event.id] ?? []).compactMap { sight.centre($0)?.name(in: t.language) }
        let houses = t.run(others.isEmpty ? home.name(in: t.language) : t(T.networkfront.together(
            centre: .text(home.name(in: t.language)), others: .text(others.joined(separator: ", ")))))
        var line = event.line(
            reader, town: entry.town.flatMap { sight.towns[$0] }, distance: entry.town.flatMap { sight.listing.distances[$0] },
            state: SeatsViews(reader: reader).chip(event, seats[event.id]))
        line.href = origin(home) + "/events/\(event.id)"
        if sight.centres.count > 1 { line.facts.insert(houses.text, at: 0) }
        return line
    }
}
