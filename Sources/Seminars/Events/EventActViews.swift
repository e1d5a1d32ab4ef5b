import Catalogue
package import Forms
package import HTML
import Kernel
package import Languages
package import Look

/// What can be done with an event now, as buttons for its desk.
package enum EventActs {
    /// Acts that write to people or cannot be taken back lead to a page that asks; the others are done at once.
    @HTMLBuilder
    package static func buttons(_ event: Event, _ reader: Reader) -> some HTML {
        let t = reader.t
        let path = reader.link("/staff/events/\(event.id)")
        let verbs = EventVerb.possible(event, at: reader.now)
        let first = verbs.first { !$0.isDangerous && $0 != .postpone }
        Buttons {
            ForEach(verbs) { verb in
                let weight: Weight = verb == first ? .primary : verb.isDangerous ? .danger : .quiet
                if verb.isAsked {
                    LinkButton(t(verb.name), href: "\(path)/\(verb.rawValue)", weight)
                } else {
                    ButtonForm(t(verb.name), weight, action: "\(path)/\(verb.rawValue)", hidden: reader.hidden)
                }
            }
            if event.state.isChangeable { LinkButton(t(T.common.edit), href: "\(path)/edit", .quiet) }
            LinkButton(t(T.events.copyAct), href: reader.link("/staff/events/new?copy=\(event.id)"), .quiet)
        }
    }
}

/// A warning of halls and trainers that two events want at once; staff may know better.
package struct EventClashNotice: View {
    let clashes: [EventClash]
    let href: (Event.ID) -> String
    let t: Texts

    package init(_ clashes: [EventClash], _ t: Texts, href: @escaping (Event.ID) -> String) {
        self.clashes = clashes
        self.href = href
        self.t = t
    }

    package var body: Markup {
        if !clashes.isEmpty {
            Notice(.waiting, t(T.events.clashTitle)) {
                ul {
                    ForEach(clashes) { clash in
                        li {
                            let what = clash.isHall ? Value.title(clash.what) : .text(clash.what)
                            t(clash.isHall ? T.events.clashHall(what: what, day: .day(clash.day)) : T.events.clashTrainer(what: what, day: .day(clash.day)))
                            " "; a(.href(href(clash.event))) { t.shown(clash.title) }
                        }
                    }
                }
            }
        }
    }
}

extension EventState {
    /// Of its chip.
    package var tone: Tone {
        switch self {
        case .draft, .closed: .neutral
        case .announced: .info
        case .confirmed, .held: .good
        case .postponed: .waiting
        case .cancelled: .bad
        }
    }
}
