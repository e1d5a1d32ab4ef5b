import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// What is to be paid, for those who pay.
struct PaymentViews {
    let reader: Reader
    private var t: Texts { reader.t }
    typealias Line = (share: ClaimShare, claim: Claim)

    func mine(_ lines: [Line], _ doors: [ClaimShare.ID: [PaymentDoor]]) -> Screen {
        Screen(t(T.claims.mine), isIndexed: false) {
            Heading(t(T.claims.mine), lead: t(T.claims.mineLead))
            both(lines, doors)
        }
    }

    func ofSchool(_ school: School, _ lines: [Line], _ doors: [ClaimShare.ID: [PaymentDoor]]) -> Screen {
        let name = t.run(school.name)
        return Screen(t(T.claims.ofSchool), trail: [Look.Link(name, href: reader.link("/me/schools/\(school.id)"))], isIndexed: false) {
            Heading(Run(t(T.claims.ofSchool)), kind: name, lead: Run(t(T.claims.ofSchoolLead)))
            both(lines, doors)
        }
    }

    @HTMLBuilder private func both(_ lines: [Line], _ doors: [ClaimShare.ID: [PaymentDoor]]) -> some HTML {
        let open = lines.filter { $0.share.rest.minor != 0 }, rest = lines.filter { $0.share.rest.minor == 0 }
        if open.isEmpty { EmptyState(t(T.claims.mineNone), t(T.claims.mineNoneText)) { Empty() } } else {
            sums(open)
            h2 { t(T.claims.toPay) }
            table(open, doors: doors)
        }
        if !rest.isEmpty {
            h2 { t(T.claims.settledBefore) }
            table(rest, doors: doors, caption: T.claims.settledBefore)
        }
    }

    private func sums(_ lines: [Line]) -> Figures {
        let byCurrency = Dictionary(grouping: lines, by: \.share.currency).sorted { $0.key.rawValue < $1.key.rawValue }
        return Figures(byCurrency.flatMap { currency, lines in
            func money(_ minor: Int) -> String { t.money(Money(minor: minor, currency) ?? .nothing(currency)) }
            let toPay = lines.map { max(0, $0.share.rest.minor) }.reduce(0, +), back = lines.map { max(0, -$0.share.rest.minor) }.reduce(0, +)
            return [Figures.Figure(money(toPay), t(T.claims.toPay), toPay > 0 ? .waiting : .neutral)]
                + (back > 0 ? [Figures.Figure(money(back), t(T.claims.figureBack), .info)] : [])
        })
    }

    /// - Parameter isDesk: whether what is claimed leads to the page of its claim.
    func table(_ lines: [Line], doors: [ClaimShare.ID: [PaymentDoor]], caption: Phrase = T.claims.toPay, isDesk: Bool = false) -> some HTML {
        DataTable(t(caption), rows: lines, columns: [
            Column(t(T.claims.what), .name) { line in
                if isDesk { a(.href(reader.link(line.claim.path))) { t.run(line.claim.what) } } else { t.run(line.claim.what) }
                ForEach(doors[line.share.id] ?? []) { door in
                    " "; a(.href(reader.link(door.path)), .aria("label", "\(t(door.label)): \(line.claim.what)")) { t(door.label) }
                }
            },
            Column(t(T.claims.forWhom)) { line in line.claim.personName.isEmpty ? "–" : line.claim.personName },
            Column(t(T.claims.reference)) { line in line.share.reference?.written(in: line.share.currency) ?? "–" },
            Column(t(T.claims.due)) { line in t.day(line.share.due, .short) },
            Column(t(T.claims.amount), .number) { line in t.money(line.share.amount) },
            Column(t(T.claims.rest), .number) { line in t.money(line.share.rest) },
            Column(t(T.common.state)) { line in chip(line) },
        ], isCaptionHidden: true)
    }

    private func chip(_ line: Line) -> Chip {
        let share = line.share
        let state: ClaimState = if share.rest.minor < 0 { .back } else if share.rest.minor > 0 {
            share.due < reader.today ? .late : share.paid.isZero ? .open : .partly
        } else { line.claim.isCancelled ? .cancelled : share.paid.isZero ? .free : .settled }
        return Chip(state.tone, t(state.name))
    }

    /// On somebody's own page: what is to be paid next.
    @HTMLBuilder func part(_ lines: [Line]) -> some HTML {
        ForEach(lines.prefix(5)) { line in
            PersonLine(
                t.run(line.claim.what), detail: [Run(t(T.claims.toPayUntil(sum: .money(line.share.rest), day: .day(line.share.due))))],
                state: chip(line))
        }
    }
}
