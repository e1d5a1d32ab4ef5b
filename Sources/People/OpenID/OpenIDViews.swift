import Accounts
import Forms
import HTML
import Kernel
import Languages
import Look

/// Pages on the way in by a service, and one's own doors.
struct OpenIDViews {
    let reader: Reader
    private var t: Texts { reader.t }

    // MARK: In

    func enter(_ ticket: OpenIDTicket, _ text: String, _ provider: OpenIDProvider, _ known: OpenIDKnown) -> Screen {
        let name = Value.title(provider.draft.name), hidden = reader.hidden + [Hidden("ticket", text)]
        return Screen(t(T.openid.enterTitle), isIndexed: false) {
            Heading(t(T.openid.enterTitle), lead: lead(known, name))
            switch known {
            case .linked(let person), .address(let person):
                Facts {
                    FactLine(t(T.openid.account), person.name.full)
                    if let email = person.email { FactLine(t(T.common.email), email) }
                }
                ButtonForm(t(T.openid.enter), action: reader.link("/openid/enter"), hidden: hidden)
            case .nobody:
                ul {
                    li { t(T.openid.nobodyLink(name: name)) }
                    li { t(T.openid.nobodyNew) }
                }
                Buttons {
                    LinkButton(t(T.openid.byLetter), href: reader.link("/sign-in?\(Typed(["onward": "/me/account/doors"]).query)"))
                    LinkButton(t(T.openid.openAccount), href: reader.link("/sign-up"), .quiet)
                }
            }
        }
    }

    private func lead(_ known: OpenIDKnown, _ name: Value) -> String {
        switch known {
        case .linked: t(T.openid.enterLinked(name: name))
        case .address: t(T.openid.enterAddress(name: name))
        case .nobody: t(T.openid.enterNobody(name: name))
        }
    }

    func failed(_ fault: OpenIDFault) -> Screen {
        let why: Phrase = switch fault {
        case .silent, .description: T.openid.failedSilent
        case .refused: T.openid.failedRefused
        case .errand: T.openid.failedErrand
        case .used: T.openid.failedUsed
        case .token: T.openid.failedToken
        }
        return Screen(t(T.openid.failedTitle), isIndexed: false) {
            Heading(t(T.openid.failedTitle), lead: t(why))
            Buttons { LinkButton(t(T.openid.again), href: reader.link("/sign-in")) }
        }
    }

    // MARK: One's own doors

    private var trail: [Look.Link] { [Look.Link(t(T.openid.ownAccount), href: reader.link("/me/account"))] }

    /// - Parameter isStaff: whether it is one of the centre's own people, to whose account an address alone leads nobody.
    func doors(_ providers: [OpenIDProvider], _ own: [OpenIDIdentity], isStaff: Bool) -> Screen {
        Screen(t(T.openid.doors), trail: trail) {
            Heading(t(T.openid.doors), lead: t(T.openid.doorsLead))
            if providers.isEmpty { EmptyState(t(T.openid.doorsNone), t(T.openid.doorsNoneText)) { Empty() } }
            ForEach(providers) { provider in
                let name = t.run(provider.draft.name), identities = own.filter { $0.provider == provider.id }
                let isOpen = identities.contains { $0.opens(isStaff: isStaff) }
                PersonLine(name, state: isOpen ? Chip(.good, t(T.openid.linked)) : nil) {
                    ForEach(identities) { one in
                        HTML::p(.class("small")) {
                            t(one.used.map { T.openid.usedOn(at: .instant($0)) } ?? T.openid.linkedOn(at: .instant(one.linked)))
                        }
                        Form(
                            action: reader.link("/me/account/doors/\(one.id)/unlink"), hidden: reader.hidden, isInline: true,
                            label: "\(t(T.openid.unlink)): \(name.text) \(t.number(Int(one.id.value)))"
                        ) { Submit(t(T.openid.unlink), .quiet) }
                    }
                    if !isOpen {
                        LinkButton(t(T.openid.link(name: .title(provider.draft.name))), href: reader.link("/me/account/doors/with/\(provider.id)"), .quiet)
                    }
                }
            }
        }
    }

    func confirm(_ ticket: OpenIDTicket, _ text: String, _ provider: OpenIDProvider, _ proof: OwnProof, _ form: FilledForm) -> Screen {
        Screen(t(T.openid.confirmTitle), trail: trail, isIndexed: false) {
            FormFaults(form)
            Heading(t(T.openid.confirmTitle), lead: t(T.openid.confirmLead(name: .title(provider.draft.name))))
            Facts {
                if !ticket.name.isEmpty { FactLine(t(T.openid.nameThere), Run(ticket.name)) }
                if let email = ticket.email { FactLine(t(T.common.email), email) }
                FactLine(t(T.openid.subject), ticket.subject)
            }
            Form(action: reader.link("/me/account/doors/confirm"), hidden: reader.hidden + [Hidden("ticket", text)]) {
                ProofField(reader: reader, proof: proof, form: form)
                Buttons {
                    Submit(t(T.openid.linkButton))
                    LinkButton(t(T.common.cancel), href: reader.link("/me/account/doors"), .quiet)
                }
            }
        }
    }
}
