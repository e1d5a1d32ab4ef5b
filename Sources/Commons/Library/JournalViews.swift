import Forms
import HTML
import Kernel
import Languages
import Look

/// Journals at the desk.
struct JournalViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ title: LibraryTitle, _ subscriptions: [Subscription], _ form: FilledForm) -> Screen {
        let name = t.run(title.draft.fullName, title.language), own = reader.link("\(title.deskPath)/issues")
        return Screen(t(T.library.issues), trail: reader.libraryTrail + [Look.Link(name.text, href: reader.link(title.deskPath))]) {
            FormFaults(form)
            Heading(Run(t(T.library.issues)), kind: name)
            if subscriptions.isEmpty { HTML::p { t(T.library.subscriptionsNone) } }
            ForEach(subscriptions) { subscription in
                h2 { t.days(subscription.draft.days) }
                issues(subscription, own)
            }
            Disclosure(t(T.library.subscribe), isOpen: form.problem != nil || subscriptions.isEmpty) {
                Look::Form(action: own, hidden: reader.hidden, isGuarded: true, label: t(T.library.subscribe)) {
                    FieldRow {
                        form.day(T.library.firstDay, "first")
                        form.day(T.library.lastDay, "last")
                        form.field(T.library.issuesCount, "issues", .short).number()
                    }
                    FieldRow {
                        form.field(T.library.price, "price", .short, isOptional: true, most: TextLimit.number.rawValue).text()
                        form.field(T.library.source, "source", hint: T.library.sourceHint, isOptional: true, most: TextLimit.line.rawValue).text()
                    }
                    Buttons { Submit(t(T.library.subscribe)) }
                }
            }
        }
    }

    private func issues(_ subscription: Subscription, _ own: String) -> some HTML {
        DataTable(t.days(subscription.draft.days), rows: subscription.issues, columns: [
            Column(t(T.library.issue), .name) { issue in issue.number },
            Column(t(T.library.expected)) { issue in t.day(issue.expected, .numeric) },
            Column(t(T.common.state)) { issue in chip(issue) },
            Column(t(T.library.acts), .act) { issue in
                if issue.arrived == nil, issue.isExpected(on: reader.today) || issue.expected <= reader.today.adding(days: Issue.lateDays) {
                    Look::Form(action: "\(own)/\(issue.id)/arrived", hidden: reader.hidden + [Hidden("take", "yes")], isInline: true,
                        label: t(T.library.takeIssue(number: .text(issue.number)))) { Submit(t(T.library.takeIssueAct), .quiet) }
                    Look::Form(action: "\(own)/\(issue.id)/arrived", hidden: reader.hidden, isInline: true,
                        label: t(T.library.cameIssue(number: .text(issue.number)))) { Submit(t(T.library.cameIssueAct), .quiet) }
                }
                if issue.isMissing(on: reader.today), issue.claimed == nil {
                    Look::Form(action: "\(own)/\(issue.id)/claim", hidden: reader.hidden, isInline: true,
                        label: t(T.library.claimIssue(number: .text(issue.number)))) { Submit(t(T.library.claimIssueAct), .quiet) }
                }
            },
        ], isCaptionHidden: true)
    }

    private func chip(_ issue: Issue) -> Chip {
        if let arrived = issue.arrived { return Chip(.good, t(T.library.cameOn(day: .day(arrived)))) }
        if let claimed = issue.claimed { return Chip(.waiting, t(T.library.claimedOn(day: .day(claimed)))) }
        return issue.isMissing(on: reader.today) ? Chip(.bad, t(T.library.missing)) : Chip(.neutral, t(T.library.awaited))
    }

    func missing(_ lines: [MissingIssue]) -> Screen {
        Screen(t(T.library.missingIssues), trail: reader.libraryTrail) {
            Heading(t(T.library.missingIssues), lead: t(T.library.missingIssuesLead))
            if lines.isEmpty {
                EmptyState(t(T.library.missingNone), t(T.library.missingNoneText)) { Empty() }
            } else {
                DataTable(t(T.library.missingIssues), rows: lines, columns: [
                    Column(t(T.library.name), .name) { line in
                        let name = t.run(line.title.name, line.title.language)
                        a(.href(reader.link("\(line.title.deskPath)/issues")), .lang(name.lang)) { name.text }
                    },
                    Column(t(T.library.issue)) { line in line.issue.number },
                    Column(t(T.library.expected)) { line in t.day(line.issue.expected, .numeric) },
                    Column(t(T.common.state)) { line in chip(line.issue) },
                ], isCaptionHidden: true)
            }
        }
    }
}
