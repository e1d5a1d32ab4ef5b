import Forms
import HTML
import Kernel
import Languages
import Look

/// The pages of neighbours that share a heading.
struct NeighbourTabs: View {
    let reader: Reader

    var body: Markup {
        let t = reader.t, base = "/staff/neighbours"
        func item(_ label: Phrase, _ path: String) -> NavItem { NavItem(t(label), href: reader.link(path), isCurrent: reader.path == path) }
        return Tabs(t(T.neighbours.title), [
            item(T.neighbours.title, base), item(T.neighbours.figures, "\(base)/figures"), item(T.neighbours.own, "\(base)/own"),
        ]).body
    }
}

/// Neighbours for the people of the centre.
struct NeighbourViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var base: String { reader.link("/staff/neighbours") }
    private var trail: [Look.Link] { [Look.Link(t(T.neighbours.title), href: base)] }

    static func run(_ neighbour: Neighbour, _ t: Texts) -> Run {
        let name = neighbour.name(in: t.language)
        return name.language.map { t.run(name.text, $0) } ?? Run(name.text)
    }

    static func chip(_ neighbour: Neighbour, _ t: Texts, at now: Instant) -> Chip {
        let tone: Tone = switch neighbour.state {
        case .new: .waiting
        case .good: .good
        case .faulty: neighbour.needsHand(at: now) ? .bad : .waiting
        case .revoked: .bad
        case .paused: .neutral
        }
        return Chip(tone, t(neighbour.state.name))
    }

    // MARK: All

    func list(_ sight: NeighbourListSight) -> Screen {
        Screen(t(T.neighbours.title)) {
            Heading(t(T.neighbours.title), lead: t(T.neighbours.lead))
            NeighbourTabs(reader: reader)
            Buttons {
                if reader.actor.isAdministrator { LinkButton(t(T.neighbours.new), href: "\(base)/new") }
                LinkButton(t(T.neighbours.publicPage), href: reader.link("/neighbours"), .quiet)
            }
            if sight.neighbours.isEmpty {
                EmptyState(t(T.neighbours.none), t(T.neighbours.noneText)) { Empty() }
            } else {
                DataTable(t(T.neighbours.title), rows: sight.neighbours, columns: [
                    Column(t(T.neighbours.centre), .name) { one in a(.href(reader.link(one.path))) { Self.run(one, t) } },
                    Column(t(T.neighbours.site)) { one in one.host },
                    Column(t(T.common.state)) { one in
                        Self.chip(one, t, at: reader.now)
                        if one.state == .faulty, let fault = one.fault { " "; span(.class("small")) { t(fault.name) } }
                    },
                    Column(t(T.neighbours.heard)) { one in one.heard.map { t.instant($0) } ?? "–" },
                    Column(t(T.neighbours.offered), .number) { one in t.number(sight.counts[one.id]?.values.reduce(0, +) ?? 0) },
                ], isCaptionHidden: true)
            }
        }
    }

    // MARK: A new one

    func new(_ form: FilledForm) -> Screen {
        Screen(t(T.neighbours.new), trail: trail) {
            FormFaults(form)
            Heading(t(T.neighbours.new), lead: t(T.neighbours.newLead))
            Form(action: "\(base)/new", hidden: reader.hidden, label: t(T.neighbours.new)) {
                form.field(T.neighbours.address, "address", .full, hint: T.neighbours.addressHint, most: TextLimit.sentence.rawValue).text()
                form.field(T.neighbours.fingerprint, "fingerprint", .full, hint: T.neighbours.fingerprintHint, most: TextLimit.label.rawValue).text()
                Buttons { Submit(t(T.neighbours.add)) }
            }
        }
    }

    // MARK: One

    func show(_ sight: NeighbourSheetSight, _ form: FilledForm) -> Screen {
        let neighbour = sight.neighbour, name = Self.run(neighbour, t), own = reader.link(neighbour.path)
        return Screen(name.text, trail: trail) {
            FormFaults(form)
            Heading(name, kind: Run(neighbour.host))
            standing(neighbour)
            facts(sight)
            Buttons {
                if neighbour.state != .paused, neighbour.state != .revoked {
                    ButtonForm(t(T.neighbours.ask), .quiet, action: "\(own)/ask", hidden: reader.hidden)
                }
                if reader.actor.isAdministrator {
                    if neighbour.state == .paused {
                        ButtonForm(t(T.neighbours.resume), .quiet, action: "\(own)/resume", hidden: reader.hidden)
                    } else if neighbour.state != .revoked {
                        ButtonForm(t(T.neighbours.pause), .quiet, action: "\(own)/pause", hidden: reader.hidden)
                    }
                    LinkButton(t(T.neighbours.removeAsk), href: "\(own)/remove", .quiet)
                }
            }
            if reader.actor.isAdministrator { trusting(neighbour, own, form) }
            h2 { t(T.neighbours.history) }
            Timeline(sight.history.map { line in
                Timeline.Entry(
                    moment: line.entry.at.iso, when: t.instant(line.entry.at), who: line.who, what: t.written(line.entry.deed), detail: detail(line.entry))
            })
        }
    }

    private func detail(_ entry: JournalEntry) -> String? {
        if let fault = entry.changes["fault"]?.last.flatMap(FeedFault.init(rawValue:)) { return t(fault.name) }
        return entry.changes["fingerprint"]?.last.map { Fingerprint.grouped($0) }
    }

    /// What is wrong, what it means, and what can be done.
    @HTMLBuilder private func standing(_ neighbour: Neighbour) -> some HTML {
        if neighbour.state == .revoked {
            Notice(.bad, t(T.neighbours.revokedTitle)) { HTML::p { t(T.neighbours.revokedText) } }
        } else if let fault = neighbour.fault {
            Notice(neighbour.needsHand(at: reader.now) ? .bad : .waiting, t(T.neighbours.refusedTitle(fault: .phrase(fault.name)))) {
                HTML::p { t(fault == .key ? T.neighbours.keyText : fault.isOfTrust ? T.neighbours.trustText : T.neighbours.awayText) }
            }
        } else if neighbour.state == .new {
            Notice(.waiting) { HTML::p { t(T.neighbours.newText) } }
        }
    }

    private func facts(_ sight: NeighbourSheetSight) -> some HTML {
        let neighbour = sight.neighbour
        return Facts {
            FactLine(t(T.common.state)) { Self.chip(neighbour, t, at: reader.now) }
            FactLine(t(T.neighbours.site)) {
                if let site = SiteOrigin(neighbour.site) { a(.href(site.text)) { site.host } } else { neighbour.host }
            }
            FactLine(t(T.neighbours.heard), neighbour.heard.map { t.instant($0) } ?? "–")
            if let tried = neighbour.tried { FactLine(t(T.neighbours.tried), t.instant(tried)) }
            if let due = neighbour.due { FactLine(t(T.neighbours.due), t.instant(due)) }
            FactLine(t(T.neighbours.fingerprint)) { code { Fingerprint.grouped(neighbour.fingerprint) } }
            ForEach(FeedKind.offers.filter { sight.counts[$0] != nil }) { kind in FactLine(t(kind.name), t.number(sight.counts[kind] ?? 0)) }
        }
    }

    private func trusting(_ neighbour: Neighbour, _ own: String, _ form: FilledForm) -> some HTML {
        Disclosure(t(T.neighbours.trust), isOpen: form.fault("fingerprint") != nil || neighbour.state == .revoked || neighbour.fault == .key) {
            HTML::p { t(T.neighbours.trustHint) }
            Form(action: "\(own)/trust", hidden: reader.hidden, label: t(T.neighbours.trust)) {
                form.field(T.neighbours.fingerprintNew, "fingerprint", .full, most: TextLimit.label.rawValue).text()
                Buttons { Submit(t(T.neighbours.trustAct)) }
            }
        }
    }

    func remove(_ neighbour: Neighbour) -> Screen {
        let own = reader.link(neighbour.path), name = Self.run(neighbour, t)
        return Screen(t(T.neighbours.removeAsk), trail: trail + [Look.Link(name, href: own)]) {
            Confirmation(
                t(T.neighbours.removeAsk), act: ButtonForm(t(T.neighbours.remove), .danger, action: "\(own)/remove", hidden: reader.hidden),
                back: Look.Link(t(T.common.back), href: own)
            ) {
                HTML::p { name }
                HTML::p { t(T.neighbours.removeText) }
            }
        }
    }
}
