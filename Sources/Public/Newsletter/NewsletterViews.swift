import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// Newsletters as the centre's people set them up.
struct NewsletterViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ newsletters: [Newsletter], _ readers: [Newsletter.ID: Int]) -> Screen {
        Screen(t(T.newsletter.kinds)) {
            Heading(t(T.newsletter.title), lead: t(T.newsletter.kindsLead))
            NewsletterTabs(reader, .kinds)
            if newsletters.isEmpty {
                EmptyState(t(T.newsletter.noKinds), t(T.newsletter.noKindsText)) { Empty() }
            } else {
                DataTable(t(T.newsletter.kinds), rows: newsletters, columns: [
                    Column(t(T.newsletter.name), .name) { newsletter in
                        a(.href(reader.link("/staff/newsletters/kinds/\(newsletter.id)"))) { t.run(newsletter.name(in: reader.language)) }
                    },
                    Column(t(T.newsletter.who)) { newsletter in t(newsletter.isOpen ? T.newsletter.everybody : T.newsletter.accounts) },
                    Column(t(T.newsletter.readers), .number) { newsletter in t.number(readers[newsletter.id] ?? 0) },
                    Column(t(T.common.state)) { newsletter in
                        newsletter.ended == nil ? Chip(.good, t(T.newsletter.active)) : Chip(.neutral, t(T.newsletter.endedState))
                    },
                ], isCaptionHidden: true)
            }
            Buttons { LinkButton(t(T.newsletter.newKind), href: reader.link("/staff/newsletters/kinds/new")) }
        }
    }

    func form(_ newsletter: Newsletter?, readers: Int, _ form: FilledForm, invite: FilledForm) -> Screen {
        let title = newsletter.map { t.run($0.name(in: reader.language)) } ?? Run(t(T.newsletter.newKind))
        let action = reader.link(newsletter.map { "/staff/newsletters/kinds/\($0.id)" } ?? "/staff/newsletters/kinds/new")
        return Screen(title.text, trail: [Look.Link(t(T.newsletter.kinds), href: reader.link("/staff/newsletters/kinds"))]) {
            FormFaults(form.problem == nil ? invite : form)
            Heading(title, kind: newsletter.map { Run(t($0.ended == nil ? T.newsletter.active : T.newsletter.endedState)) })
            if newsletter != nil { HTML::p { t(T.newsletter.readersCount(count: readers)) } }
            Look::Form(action: action, hidden: reader.hidden, isGuarded: true) {
                div(.class("languages")) {
                    ForEach(NewsletterDraft.languages) { language in
                        let own = language.rawValue, isOptional = language != NewsletterDraft.languages.first
                        Fieldset(language.ownName) {
                            form.field(T.newsletter.name, "name-\(own)", .full, isOptional: isOptional).text()
                            form.field(T.newsletter.about, "note-\(own)", .full, hint: T.newsletter.aboutHint, isOptional: true).area(rows: 3)
                        }
                    }
                }
                Field(t(T.newsletter.open), name: "open", hint: t(T.newsletter.openHint), optional: "").check(isOn: form.typed.has("open"))
                if newsletter != nil { HTML::p(.class("hint")) { t(T.newsletter.changeHint) } }
                Buttons { Submit(t(newsletter == nil ? T.common.add : T.common.save)) }
            }
            if let newsletter { deeds(newsletter, invite) }
        }
    }

    @HTMLBuilder private func deeds(_ newsletter: Newsletter, _ invite: FilledForm) -> some HTML {
        let base = reader.link("/staff/newsletters/kinds/\(newsletter.id)")
        if newsletter.isOpen && newsletter.ended == nil {
            h2 { t(T.newsletter.inviteTitle) }
            HTML::p { t(T.newsletter.inviteLead) }
            Look::Form(action: base + "/invite", hidden: reader.hidden) {
                invite.field(T.newsletter.addresses, "addresses", hint: T.newsletter.addressesHint).area(rows: 5)
                Buttons { Submit(t(T.newsletter.invite), .quiet) }
            }
        }
        h2 { t(newsletter.ended == nil ? T.newsletter.endTitle : T.newsletter.reopenTitle) }
        HTML::p { t(newsletter.ended == nil ? T.newsletter.endText : T.newsletter.reopenText) }
        Look::Form(action: base + "/end", hidden: reader.hidden) {
            Buttons {
                if newsletter.ended == nil { Submit(t(T.newsletter.end), .danger) } else { Submit(t(T.newsletter.reopen), .quiet, name: "reopen", value: "yes") }
            }
        }
    }

    func rule(_ form: FilledForm) -> Screen {
        Screen(t(T.newsletter.rule), trail: reader.settingsTrail) {
            FormFaults(form)
            Heading(t(T.newsletter.rule), lead: t(T.newsletter.ruleLead))
            Look::Form(action: reader.link("/settings/newsletters"), hidden: reader.hidden) {
                form.field(T.newsletter.pace, "pace", .short, hint: T.newsletter.paceHint).number()
                form.field(T.newsletter.bounceLimit, "bounces", .short, hint: T.newsletter.bounceLimitHint).number()
                form.field(T.newsletter.bounceDays, "days", .short).number()
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.cancel), href: reader.link("/settings"), .quiet)
                }
            }
        }
    }
}
