import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// An issue as it is written.
struct IssueFormViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func form(_ issue: NewsletterIssue?, _ choices: IssueChoices, _ form: FilledForm) -> Screen {
        let title = issue.map { t.run($0.title(in: reader.language)) } ?? Run(t(T.newsletter.newIssue)), own = reader.language
        let action = reader.link(issue.map { "\($0.deskPath)/edit" } ?? "/staff/newsletters/new")
        return Screen(title.text, trail: [Look.Link(t(T.newsletter.issues), href: reader.link("/staff/newsletters"))]) {
            FormFaults(form)
            Heading(title, lead: Run(t(T.newsletter.formLead)))
            if issue == nil, choices.newsletters.isEmpty {
                EmptyState(t(T.newsletter.noKinds), t(T.newsletter.noKindsText)) {
                    LinkButton(t(T.newsletter.newKind), href: reader.link("/staff/newsletters/kinds/new"))
                }
            } else {
                Look::Form(action: action, hidden: reader.hidden + (issue.map { [Hidden("seen", "\($0.edits)")] } ?? []), isGuarded: true) {
                    if issue == nil {
                        form.field(T.newsletter.newsletter, "newsletter").select(
                            [Field.Choice("", "–")] + choices.newsletters.map { Field.Choice("\($0.id)", t.run($0.name(in: own))) })
                    }
                    form.field(T.newsletter.toWhom, "segment", hint: T.newsletter.toWhomHint).select(
                        [Field.Choice("", t(T.newsletter.allReaders))] + choices.segments.map { Field.Choice("\($0.id)", t.run($0.draft.name)) })
                    HTML::p(.class("hint")) { t(T.newsletter.issueTextHint) }
                    div(.class("languages")) { ForEach(IssueDraft.languages) { language in fields(form, language) } }
                    picks(choices, form)
                    Buttons { Submit(t(issue == nil ? T.newsletter.write : T.common.save)) }
                }
            }
        }
    }

    private func fields(_ form: FilledForm, _ language: Language) -> some HTML {
        let own = language.rawValue, isOptional = language != IssueDraft.languages.first
        return Fieldset(language.ownName) {
            form.field(T.newsletter.issueTitle, "title-\(own)", .full, isOptional: isOptional).text()
            form.field(T.newsletter.issueText, "text-\(own)", .full, isOptional: true).area(rows: 12)
        }
    }

    @HTMLBuilder private func picks(_ choices: IssueChoices, _ form: FilledForm) -> some HTML {
        let chosen = Set(form.typed.all("pick"))
        if let fault = form.fault("pick") { Notice(.bad) { HTML::p(.id(Field.id("pick"))) { fault } } }
        ForEach(IssuePick.Kind.allCases) { kind in
            let own = choices.lines.filter { $0.pick.kind == kind }
            if !own.isEmpty {
                Disclosure(t(kind.names), isOpen: own.contains { chosen.contains($0.pick.text) }) {
                    Field(t(kind.names), name: "pick", row: kind.rawValue, optional: "").checkboxes(own.map { one in
                        Field.Choice(one.pick.text, t.run(one.line.title), hints: [Run(one.line.lead), t.run(one.line.detail)].filter { !$0.text.isEmpty })
                    }, chosen: chosen)
                }
            }
        }
    }
}
