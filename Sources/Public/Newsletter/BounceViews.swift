import Forms
import HTML
import Kernel
import Languages
import Look

/// Letters that came back.
struct BounceViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ rows: [BounceStore.GivenUp], _ rule: NewsletterRule, _ form: FilledForm) -> Screen {
        Screen(t(T.newsletter.bounces)) {
            FormFaults(form)
            Heading(t(T.newsletter.title), lead: t(T.newsletter.bouncesLead(count: rule.bounces, days: .number(rule.days))))
            NewsletterTabs(reader, .bounces)
            if rows.isEmpty {
                EmptyState(t(T.newsletter.noBounces), t(T.newsletter.noBouncesText)) { Empty() }
            } else {
                DataTable(t(T.newsletter.bounces), rows: rows, columns: [
                    Column(t(T.newsletter.address), .name) { row in row.address.isEmpty ? t(T.newsletter.addressGone) : row.address },
                    Column(t(T.newsletter.person)) { row in row.name.isEmpty ? "–" : row.name },
                    Column(t(T.newsletter.since)) { row in t.instant(row.made) },
                    Column(t(T.newsletter.serverSaid)) { row in row.note },
                    Column(t(T.newsletter.lift), .act) { row in
                        button(t(T.newsletter.lift), "/staff/newsletters/bounces/\(row.subscriber)/lift")
                    },
                ], isCaptionHidden: true)
            }
            h2 { t(T.newsletter.bring) }
            HTML::p { t(T.newsletter.bringLead) }
            Look::Form(action: reader.link("/staff/newsletters/bounces"), hidden: reader.hidden, hasFiles: true) {
                form.field(T.newsletter.reportFile, "file", hint: T.newsletter.reportHint).file(accept: ".eml,.mbox,.txt")
                Buttons { Submit(t(T.newsletter.bring), .quiet) }
            }
            HTML::p(.class("hint")) { a(.href(reader.link("/settings/newsletters"))) { t(T.newsletter.rule) } }
        }
    }

    private func button(_ label: String, _ path: String) -> some HTML { ButtonForm(label, .quiet, action: reader.link(path), hidden: reader.hidden) }
}
