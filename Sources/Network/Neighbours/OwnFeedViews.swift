import Documents
import Forms
import HTML
import Kernel
import Languages
import Look

/// What this installation publishes for others.
struct OwnFeedViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var base: String { reader.link("/staff/neighbours/own") }
    private var trail: [Look.Link] { [Look.Link(t(T.neighbours.title), href: reader.link("/staff/neighbours"))] }

    func page(_ sight: OwnFeedSight, _ form: FilledForm) -> Screen {
        Screen(t(T.neighbours.own), trail: trail) {
            FormFaults(form)
            Heading(t(T.neighbours.own), lead: t(T.neighbours.ownLead))
            NeighbourTabs(reader: reader)
            if sight.shared.isEmpty {
                Notice(.info) { HTML::p { t(reader.actor.isAdministrator ? T.neighbours.nothingShared : T.neighbours.nothingSharedStaff) } }
            } else if let key = sight.key {
                card(sight, key)
            }
            if reader.actor.isAdministrator { sharing(sight) } else if !sight.shared.isEmpty { issues(sight) }
            if !sight.keys.isEmpty { keys(sight, form) }
        }
    }

    /// What a neighbour needs: the address, the fingerprint, and both for a camera.
    @HTMLBuilder private func card(_ sight: OwnFeedSight, _ key: OwnFeedKey) -> some HTML {
        let whole = "\(sight.address)#\(key.id)"
        h2 { t(T.neighbours.card) }
        HTML::p { t(T.neighbours.cardText) }
        Facts {
            FactLine(t(T.neighbours.address)) { code { sight.address } }
            FactLine(t(T.neighbours.fingerprint)) { code { Fingerprint.grouped(key.id) } }
            FactLine(t(T.neighbours.whole)) { code(.class("wraps")) { whole } }
        }
        if let code = QRCode(whole) { CodePicture(t(T.neighbours.cardPicture), path: code.path, extent: code.extent) }
    }

    @HTMLBuilder private func sharing(_ sight: OwnFeedSight) -> some HTML {
        h2 { t(T.neighbours.sharing) }
        Form(action: "\(base)/share", hidden: reader.hidden, label: t(T.neighbours.sharing)) {
            Field(t(T.neighbours.shared), name: "kinds", hint: t(T.neighbours.sharedHint), optional: "").checkboxes(
                FeedKind.contents.map { kind in Field.Choice(kind.rawValue, t(kind.name)) }, chosen: Set(sight.shared.map(\.rawValue)))
            Buttons { Submit(t(T.common.save)) }
        }
        if !sight.shared.isEmpty { issues(sight) }
    }

    private func issues(_ sight: OwnFeedSight) -> some HTML {
        DataTable(t(T.neighbours.issues), rows: FeedKind.allCases.filter { sight.shared.contains($0) }, columns: [
            Column(t(T.neighbours.feed), .name) { kind in a(.href(kind.path)) { t(kind.name) } },
            Column(t(T.neighbours.made)) { kind in sight.issues[kind].map { t.instant($0) } ?? t(T.neighbours.soon) },
        ])
    }

    // MARK: Keys

    @HTMLBuilder private func keys(_ sight: OwnFeedSight, _ form: FilledForm) -> some HTML {
        h2 { t(T.neighbours.keys) }
        HTML::p { t(T.neighbours.keysText) }
        DataTable(t(T.neighbours.keys), rows: sight.keys, columns: [
            Column(t(T.neighbours.fingerprint), .name) { key in code { Fingerprint.grouped(key.id) } },
            Column(t(T.neighbours.made)) { key in t.instant(key.made) },
            Column(t(T.common.state)) { key in
                if key.revoked != nil { Chip(.bad, t(T.neighbours.keyRevoked)) } else if key.retired != nil { Chip(.neutral, t(T.neighbours.keyRetired)) } else {
                    Chip(.good, t(T.neighbours.keySigns))
                }
                if !key.reason.isEmpty { " "; t.run(key.reason) }
            },
        ], isCaptionHidden: true)
        if reader.actor.isAdministrator {
            if sight.key != nil { Buttons { LinkButton(t(T.neighbours.roll), href: "\(base)/roll", .quiet) } }
            ForEach(sight.keys.filter { $0.revoked == nil }) { key in
                let name = "reason-\(key.id)"
                Disclosure("\(t(T.neighbours.revoke)): \(Fingerprint.grouped(key.id))", isOpen: form.fault(name) != nil) {
                    HTML::p { t(T.neighbours.revokeText) }
                    Form(action: "\(base)/keys/\(key.id)/revoke", hidden: reader.hidden, label: "\(t(T.neighbours.revoke)): \(key.id)") {
                        form.field(T.neighbours.reason, name, .full, most: TextLimit.note.rawValue).area(rows: 2)
                        Buttons { Submit(t(T.neighbours.revoke), .danger) }
                    }
                }
            }
        }
    }

    func roll() -> Screen {
        Screen(t(T.neighbours.roll), trail: trail + [Look.Link(t(T.neighbours.own), href: base)]) {
            Confirmation(
                t(T.neighbours.roll), act: ButtonForm(t(T.neighbours.rollAct), action: "\(base)/roll", hidden: reader.hidden),
                back: Look.Link(t(T.common.back), href: base)
            ) { HTML::p { t(T.neighbours.rollText) } }
        }
    }
}
