import Accounts
import Forms
import HTML
import Kernel
import Languages
import Look

/// Who writes and leads, what they agree to, and who they are.
struct AuthorViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ dossier: ProposalDossier, consent: String?, _ form: FilledForm) -> Screen {
        let proposal = dossier.proposal, path = reader.link("/proposals/\(proposal.id)/authors")
        return ProposalFrame(reader: reader).screen(proposal, at: "/authors") {
            FormFaults(form)
            Heading(t.run(proposal.facts.title, proposal.facts.language), kind: Run(t(T.workshop.authors)), lead: Run(t(T.workshop.authorsLead)))
            if let consent { Notice(.waiting) { HTML::p { a(.href(reader.link("/consents/\(consent)"))) { t(T.workshop.toConsent) } } } }
            ForEach(dossier.authors) { author in
                PersonLine(Run(author.name), detail: detail(author), state: chip(author)) {
                    if !author.isLead, proposal.state.isOpen {
                        Form(action: path + "/\(author.id)/remove", hidden: reader.hidden, isInline: true, label: "\(t(T.common.remove)): \(author.name)") {
                            Submit(t(T.common.remove), .quiet)
                        }
                    }
                }
            }
            if proposal.state.isOpen {
                h2 { t(T.workshop.invite) }
                Form(action: path, hidden: reader.hidden, label: t(T.workshop.invite)) {
                    FieldRow {
                        form.field(T.accounts.givenName, "given_name", autocomplete: "off").text()
                        form.field(T.accounts.familyName, "family_name", autocomplete: "off").text()
                    }
                    form.field(T.common.email, "email", autocomplete: "off").email()
                    form.field(T.workshop.part, "part").checkboxes(
                        [Field.Choice("author", t(T.workshop.author)), Field.Choice("realiser", t(T.workshop.realiser))], chosen: Set(form.typed.all("part")))
                    Buttons { Submit(t(T.workshop.sendInvitation)) }
                }
            }
        }
    }

    private func detail(_ author: ProposalAuthor) -> [Run] {
        [
            Run(author.isAuthor ? t(T.workshop.author) : ""), Run(author.isRealiser ? t(T.workshop.realiser) : ""), t.run(author.occupation),
            Run(t(author.biography.isEmpty ? T.workshop.noBiography : T.workshop.hasBiography)),
        ].filter { !$0.text.isEmpty }
    }

    private func chip(_ author: ProposalAuthor) -> Chip {
        if author.declined != nil { return Chip(.bad, t(T.workshop.declined)) }
        return author.agreed == nil ? Chip(.waiting, t(T.workshop.notAgreed)) : Chip(.good, t(T.workshop.agreed))
    }

    // MARK: Consent

    func consent(_ author: ProposalAuthor, _ proposal: Proposal, _ link: String, _ form: FilledForm) -> Screen {
        let isOpen = proposal.state.isBefore || proposal.state == .corrections
        return Screen(t(T.workshop.consent), isIndexed: false) {
            FormFaults(form)
            Heading(t.run(proposal.facts.title, proposal.facts.language), kind: Run(t(T.workshop.consent)))
            Facts {
                FactLine(t(T.workshop.kind), t(proposal.kind.name))
                let parts = [author.isAuthor ? t(T.workshop.author) : "", author.isRealiser ? t(T.workshop.realiser) : ""]
                FactLine(t(T.workshop.part), parts.filter { !$0.isEmpty }.joined(separator: ", "))
            }
            if author.agreed != nil { Notice(.good) { HTML::p { t(T.workshop.agreedText) } } }
            if author.declined != nil { Notice(.info) { HTML::p { t(T.workshop.declinedText) } } }
            if isOpen {
                HTML::p { t(T.workshop.statement) }
                Form(action: reader.link("/consents/\(link)"), hidden: reader.hidden, label: t(T.workshop.agree)) {
                    form.field(T.workshop.biography, "biography", .full, hint: T.workshop.biographyHint, isOptional: true, most: TextLimit.letter.rawValue).area(rows: 5)
                    Buttons {
                        Submit(t(T.workshop.agree), name: "agrees", value: "yes")
                        Submit(t(T.workshop.decline), .quiet)
                    }
                }
            } else {
                Notice(.neutral) { HTML::p { t(T.workshop.errorClosed) } }
            }
        }
    }

    func biography(_ form: FilledForm) -> Screen {
        Screen(t(T.workshop.biography), trail: [Look.Link(t(T.workshop.mine), href: reader.link("/me/proposals"))], isIndexed: false) {
            FormFaults(form)
            Heading(t(T.workshop.biography), lead: t(T.workshop.biographyLead))
            Form(action: reader.link("/me/biography"), hidden: reader.hidden, isGuarded: true) {
                form.field(T.workshop.biography, "biography", .full, hint: T.workshop.biographyHint, isOptional: true, most: TextLimit.letter.rawValue).area(rows: 8)
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }
}
