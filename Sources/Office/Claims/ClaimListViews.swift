import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// Lists of claims for the centre's people.
struct ClaimListViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ listing: ClaimListing) -> Screen {
        let filter = listing.filter, path = reader.link("/staff/claims")
        return Screen(t(T.claims.title)) {
            Heading(t(T.claims.title), lead: t(T.claims.lead))
            if !listing.narrowed.isEmpty {
                HTML::p { t(T.claims.onlyOf); " "; strong { t.run(listing.narrowed) }; " "; a(.href(path)) { t(T.common.clear) } }
            }
            Figures(figures(listing.sums))
            Buttons {
                LinkButton(t(T.claims.addClaim), href: reader.link("/staff/claims/new"))
                LinkButton(t(T.claims.prices), href: reader.link("/staff/prices"), .quiet)
                LinkButton(t(T.claims.addPayer), href: reader.link("/staff/claims/payers/new"), .quiet)
                if listing.total > 0 {
                    LinkButton(
                        t(T.claims.workbook), href: reader.link("/staff/claims.xlsx") + (filter.query.isEmpty ? "" : "?\(filter.query)"), .quiet, icon: .download)
                }
            }
            Form(action: path, method: .get, hidden: kept(filter), isInline: true) {
                Field(t(T.claims.find), name: "q", value: filter.words, hint: t(T.claims.findHint), optional: "", autocomplete: "off").search()
                Submit(t(T.common.search), .quiet)
            }
            FilterChips(
                t(T.common.state),
                [NavItem(t(T.common.all), href: reader.here("state", nil), isCurrent: filter.state == nil, count: listing.total)]
                    + ClaimFilter.State.all.filter { (listing.counts[$0] ?? 0) > 0 || filter.state == $0 }.map { state in
                        NavItem(t(state.name), href: reader.here("state", state.rawValue), isCurrent: filter.state == state, count: listing.counts[state] ?? 0)
                    })
            if listing.claims.isEmpty {
                EmptyState(t(T.claims.none), t(T.claims.noneText)) { Empty() }
            } else {
                table(listing.claims, showsWhat: true)
                listing.paging.links(reader)
            }
        }
    }

    private func kept(_ filter: ClaimFilter) -> [Hidden] {
        [
            filter.event.map { Hidden("event", "\($0)") }, filter.payer.map { Hidden("payer", "\($0)") }, filter.state.map { Hidden("state", $0.rawValue) },
        ].compactMap(\.self)
    }

    private func figures(_ sums: [Currency: ClaimListing.Sum]) -> [Figures.Figure] {
        let all = sums.isEmpty ? [(Currency.rsd, ClaimListing.Sum())] : sums.sorted { $0.key.rawValue < $1.key.rawValue }
        return all.flatMap { currency, sum in
            func money(_ minor: Int) -> String { t.money(Money(minor: minor, currency) ?? .nothing(currency)) }
            return [
                Figures.Figure(money(sum.open), t(T.claims.figureOpen)),
                Figures.Figure(money(sum.late), t(T.claims.figureLate), sum.late > 0 ? .bad : .neutral, href: reader.link("/staff/claims?state=late")),
            ] + (sum.back > 0 ? [Figures.Figure(money(sum.back), t(T.claims.figureBack), .waiting, href: reader.link("/staff/claims?state=back"))] : [])
        }
    }

    /// - Parameter showsWhat: whether it is told what is claimed; not at an event, where it is the same for all.
    private func table(_ claims: [Claim], showsWhat: Bool) -> some HTML {
        let who = Column<Claim>(t(T.claims.forWhom), .name) { claim in
            a(.href(reader.link(claim.path))) { self.who(claim) }
            if showsWhat { span(.class("muted")) { " "; t.run(claim.what) } }
        }
        return DataTable(t(T.claims.title), rows: claims, columns: [
            who,
            Column(t(T.claims.payer)) { claim in
                ForEach(Array(claim.shares.enumerated())) { index, share in
                    if index > 0 { ", " }
                    payer(share)
                }
            },
            Column(t(T.claims.due)) { claim in claim.state(on: reader.today) == .cancelled ? "–" : t.day(claim.shares.map(\.due).max() ?? claim.due, .short) },
            Column(t(T.claims.amount), .number) { claim in t.money(claim.amount) },
            Column(t(T.claims.rest), .number) { claim in t.money(claim.rest) },
            Column(t(T.common.state)) { claim in chip(claim) },
        ], isCaptionHidden: true)
    }

    /// For whom it is: a seat without a name is its school's.
    func who(_ claim: Claim) -> Run {
        if !claim.personName.isEmpty { return Run(claim.personName) }
        if !claim.schoolName.isEmpty { return t.run(claim.schoolName) }
        return claim.shares.first.map { t.run($0.payerName) } ?? Run("–")
    }

    func payer(_ share: ClaimShare) -> Run { share.payer == nil ? t.run(share.purseName) : t.run(share.payerName) }

    func chip(_ claim: Claim) -> Chip {
        let state = claim.state(on: reader.today)
        return Chip(state.tone, t(state.name))
    }

    // MARK: Of an event

    func ofEvent(_ event: Event, _ claims: [Claim]) -> Screen {
        let title = event.title(in: reader.language), path = reader.link("/staff/events/\(event.id)")
        let alive = claims.filter { !$0.isCancelled }
        return Screen(
            t(T.claims.title), trail: [Look.Link(t(T.events.all), href: reader.link("/staff/events")), Look.Link(t.run(title), href: path)]
        ) {
            Heading(Run(t(T.claims.title)), kind: t.run(title))
            if claims.isEmpty {
                EmptyState(t(T.claims.eventNone), t(event.plan.fee.isZero ? T.claims.eventFree : T.claims.eventNoneText)) { Empty() }
            } else {
                Figures([
                    .init(t.number(alive.count), t(T.claims.figureClaims)), .init(sum(alive, \.amount), t(T.claims.figureAmount)),
                    .init(sum(alive, \.paid), t(T.claims.figurePaid), .good), .init(sum(claims, \.rest), t(T.claims.rest)),
                ])
                table(claims, showsWhat: false)
            }
        }
    }

    /// In the currency in which most of them are: an event has one fee.
    private func sum(_ claims: [Claim], _ part: (Claim) -> Money) -> String {
        let currency = claims.first?.currency ?? .rsd
        let minor = claims.filter { $0.currency == currency }.map { part($0).minor }.reduce(0, +)
        return t.money(Money(minor: minor, currency) ?? .nothing(currency))
    }
}

extension ClaimState {
    var tone: Tone {
        switch self {
        case .open: .waiting
        case .late: .bad
        case .partly: .waiting
        case .settled: .good
        case .free, .cancelled: .neutral
        case .back: .info
        }
    }
}
