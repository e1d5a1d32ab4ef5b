import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Markdown
import Publishing

/// Newsletters as everybody reads them.
struct NewsletterArchiveViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ sight: ArchiveSight, _ paging: Paging, _ form: FilledForm) -> Screen {
        Screen(t(T.newsletter.title), description: t(T.newsletter.lead), isIndexed: sight.chosen == nil && paging.page == 1) {
            FormFaults(form)
            Heading(t(T.newsletter.title), lead: t(T.newsletter.lead))
            if sight.newsletters.isEmpty {
                EmptyState(t(T.newsletter.none), t(T.newsletter.noneText)) { LinkButton(t(T.publishing.allNews), href: reader.link("/news"), .quiet) }
            } else {
                ul(.class("pieces")) { ForEach(sight.offered) { newsletter in li { about(newsletter, has: sight.own.contains(newsletter.id)) } } }
                if reader.actor.isSignedIn {
                    HTML::p { LinkButton(t(T.newsletter.toMine), href: reader.link("/me/newsletters")) }
                } else {
                    join(sight.offered.filter(\.isOpen), form)
                }
                issues(sight, paging)
            }
        }
    }

    @HTMLBuilder private func about(_ newsletter: Newsletter, has: Bool) -> some HTML {
        let about = newsletter.about(in: reader.language)
        HTML::h2 { t.run(newsletter.name(in: reader.language)) }
        if !about.text.isEmpty { HTML::p { t.run(about) } }
        if has { HTML::p { Chip(.good, t(T.newsletter.youHave)) } }
        if !newsletter.isOpen { HTML::p(.class("hint")) { t(T.newsletter.accountsOnly) } }
    }

    @HTMLBuilder private func join(_ open: [Newsletter], _ form: FilledForm) -> some HTML {
        if !open.isEmpty {
            let chosen = Set(form.typed.all("newsletter")), own = reader.language
            HTML::h2 { t(T.newsletter.joinTitle) }
            HTML::p { t(T.newsletter.joinLead) }
            Look::Form(action: reader.link("/newsletter"), hidden: reader.hidden) {
                form.field(T.common.email, "email", autocomplete: "email").email()
                form.field(T.newsletter.joinWhich, "newsletter").checkboxes(
                    open.map { Field.Choice("\($0.id)", t.run($0.name(in: own))) }, chosen: chosen.isEmpty && open.count == 1 ? ["\(open[0].id)"] : chosen)
                Field(t(T.newsletter.agree(site: .text(reader.site))), name: "agree", error: form.fault("agree"), optional: "").check(isOn: form.typed.has("agree"))
                Buttons { Submit(t(T.newsletter.join)) }
            }
            HTML::p(.class("hint")) { t(T.newsletter.joinAccount); " "; a(.href(reader.link("/me/newsletters"))) { t(T.newsletter.toMine) } }
        }
    }

    @HTMLBuilder private func issues(_ sight: ArchiveSight, _ paging: Paging) -> some HTML {
        HTML::h2(.id("issues")) { t(T.newsletter.issues) }
        if sight.newsletters.count > 1 {
            FilterChips(t(T.newsletter.joinWhich), [NavItem(t(T.common.all), href: reader.here("newsletter", nil), isCurrent: sight.chosen == nil)]
                + sight.newsletters.map { newsletter in
                    let name = newsletter.name(in: reader.language)
                    return NavItem(
                        name.text, lang: t.lang(of: name.language), href: reader.here("newsletter", "\(newsletter.id)"), isCurrent: sight.chosen == newsletter.id)
                })
        }
        if sight.issues.isEmpty {
            HTML::p { t(T.newsletter.noIssues) }
        } else {
            lines(sight.issues, of: sight)
            paging.links(reader)
        }
        HTML::p { a(.href(reader.link("/newsletter.atom")), .type(Kind("application/atom+xml"))) { t(T.newsletter.follow) } }
    }

    private func lines(_ issues: [NewsletterIssue], of sight: ArchiveSight) -> some HTML {
        ForEach(issues) { issue in
            let day = issue.begun.map { Run(t.day(reader.centre.zone.day(of: $0), .plain)) }
            let name = sight.newsletter(issue.newsletter).map { t.run($0.name(in: reader.language)) }
            PersonLine(t.run(issue.title(in: reader.language)), href: reader.link(issue.path), detail: [name, day].compactMap(\.self))
        }
    }

    func issue(_ issue: NewsletterIssue, _ sheet: IssueSheet) -> Screen {
        let summary = String(Markdown(sheet.text.text).plain.prefix(200))
        return Screen(sheet.title.text, description: summary.isEmpty ? nil : summary, trail: [Look.Link(t(T.newsletter.title), href: reader.link("/newsletter"))]) {
            HTML::article(.class("piece")) {
                IssueSheetView(sheet: sheet, t: t, link: reader.link)
            }
            if !reader.actor.isSignedIn { HTML::p { LinkButton(t(T.newsletter.joinTitle), href: reader.link("/newsletter"), .quiet) } }
        }
    }
}

/// An issue on a page: its head, its text, what it tells of.
struct IssueSheetView: View {
    let sheet: IssueSheet
    let t: Texts
    let link: (String) -> String

    var body: Markup {
        Heading(t.run(sheet.title), kind: Run("\(sheet.newsletter.text) · \(t.day(sheet.day, .plain))", lang: t.lang(of: sheet.newsletter.language)))
        IssueBodyView(sheet: sheet, t: t, link: link, heading: h2)
    }
}

/// What stands under the head of an issue.
struct IssueBodyView: View {
    let sheet: IssueSheet
    let t: Texts
    let link: (String) -> String
    /// Of its parts.
    let heading: Tag

    var body: Markup {
        MarkdownView(Markdown(sheet.text.text), lang: t.lang(of: sheet.text.language))
        ForEach(sheet.parts) { part in
            heading { t(part.kind.names) }
            ul(.class("pieces")) {
                ForEach(part.lines) { line in
                    li {
                        a(.href(link(line.path))) { t.run(line.title) }
                        if !line.said.isEmpty {
                            p(.class("hint")) {
                                line.lead
                                if line.hasBoth { " · " }
                                t.run(line.detail)
                            }
                        }
                    }
                }
            }
        }
    }
}
