import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// Issues on the desk: the list, one on its way, how it will look.
struct IssueDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.newsletter.issues), href: reader.link("/staff/newsletters"))] }

    func list(_ issues: [NewsletterIssue], _ newsletters: [Newsletter], _ paging: Paging) -> Screen {
        Screen(t(T.newsletter.title)) {
            Heading(t(T.newsletter.title), lead: t(T.newsletter.deskLead))
            NewsletterTabs(reader, .issues)
            if issues.isEmpty {
                EmptyState(t(T.newsletter.noIssues), t(newsletters.isEmpty ? T.newsletter.noKindsText : T.newsletter.noIssuesText)) { Empty() }
            } else {
                DataTable(t(T.newsletter.issues), rows: issues, columns: [
                    Column(t(T.newsletter.issueTitle), .name) { issue in a(.href(reader.link(issue.deskPath))) { t.run(issue.title(in: reader.language)) } },
                    Column(t(T.newsletter.newsletter)) { issue in newsletters.first { $0.id == issue.newsletter }.map { t.run($0.name(in: reader.language)) } ?? "–" },
                    Column(t(T.common.state)) { issue in Chip(issue.state.tone, t(issue.state.name)) },
                    Column(t(T.newsletter.when)) { issue in (issue.begun ?? issue.due).map { t.instant($0) } ?? "–" },
                    Column(t(T.newsletter.sentOf)) { issue in issue.begun == nil ? "–" : "\(t.number(issue.sent)) / \(t.number(issue.readers))" },
                ], isCaptionHidden: true)
                paging.links(reader)
            }
            Buttons {
                if newsletters.contains(where: { $0.ended == nil }) {
                    LinkButton(t(T.newsletter.newIssue), href: reader.link("/staff/newsletters/new"))
                } else {
                    LinkButton(t(T.newsletter.newKind), href: reader.link("/staff/newsletters/kinds/new"))
                }
            }
        }
    }

    // MARK: One issue

    func show(_ sight: IssueSight, _ form: FilledForm) -> Screen {
        let issue = sight.issue, title = t.run(issue.title(in: reader.language)), base = reader.link(issue.deskPath)
        return Screen(title.text, trail: trail) {
            FormFaults(form)
            Heading(title, kind: Run(t(issue.state.name)), lead: t.run(sight.newsletter.name(in: reader.language)))
            if issue.isOpen { open(sight, base) } else { underway(sight, base) }
            facts(sight)
            if issue.isOpen {
                schedule(issue, base, form)
                trial(base, form)
            }
            h2 { t(T.newsletter.history) }
            Timeline(sight.history.map { line in
                let who = line.name.isEmpty ? t(T.newsletter.byProgram) : line.name
                return Timeline.Entry(moment: line.entry.at.iso, when: t.instant(line.entry.at), who: who, what: t.written(line.entry.deed))
            })
        }
    }

    private func open(_ sight: IssueSight, _ base: String) -> some HTML {
        ActBar(t(T.common.more), rest: []) {
            if sight.audience?.readers.isEmpty == false { LinkButton(t(T.newsletter.send), href: base + "/send") }
            LinkButton(t(T.newsletter.look), href: base + "/preview", .quiet)
            LinkButton(t(T.common.edit), href: base + "/edit", .quiet)
        } away: {
            ButtonForm(t(T.newsletter.drop), .danger, action: base + "/drop", hidden: reader.hidden)
        }
    }

    @HTMLBuilder private func underway(_ sight: IssueSight, _ base: String) -> some HTML {
        let issue = sight.issue, done = issue.sent + issue.skipped
        let said = t(T.newsletter.progress(done: .number(done), all: .number(issue.readers)))
        HTML::p { said }
        Meter(said, value: done, of: issue.readers, issue.state == .stopped ? .waiting : .good)
        Figures([
            Figures.Figure(t.number(issue.sent), t(T.newsletter.figureSent), .good),
            Figures.Figure(t.number(issue.waiting), t(T.newsletter.figureWaiting), issue.waiting == 0 ? .neutral : .waiting),
            Figures.Figure(t.number(issue.skipped), t(T.newsletter.figureSkipped)),
        ])
        if !sight.skipped.isEmpty {
            ul { ForEach(SkipReason.allCases.filter { sight.skipped[$0] != nil }) { reason in li { t(reason.phrase(sight.skipped[reason] ?? 0)) } } }
        }
        if issue.state == .sending, issue.waiting > 0 { HTML::p(.class("hint")) { t(T.newsletter.leftMinutes(count: sight.rule.minutes(for: issue.waiting))) } }
        Buttons {
            if issue.state == .sending { ButtonForm(t(T.newsletter.stop), .danger, action: base + "/stop", hidden: reader.hidden) }
            if issue.state == .stopped { ButtonForm(t(T.newsletter.goOn), action: base + "/resume", hidden: reader.hidden) }
            LinkButton(t(T.newsletter.openPublic), href: reader.link(issue.path), .quiet)
        }
    }

    private func facts(_ sight: IssueSight) -> some HTML {
        let issue = sight.issue
        return Facts {
            FactLine(t(T.newsletter.toWhom)) {
                if let segment = sight.segment {
                    a(.href(reader.link("/staff/newsletters/segments/\(segment.id)"))) { t.run(segment.draft.name) }
                } else { t(T.newsletter.allReaders) }
            }
            if let audience = sight.audience {
                FactLine(t(T.newsletter.readersNow)) {
                    t.number(audience.readers.count)
                    if !audience.languages.isEmpty {
                        HTML::p(.class("hint")) { audience.languages.map { "\($0.language.ownName): \(t.number($0.count))" }.joined(separator: ", ") }
                    }
                    if audience.stopped > 0 { HTML::p(.class("hint")) { t(T.newsletter.stoppedCount(count: audience.stopped)) } }
                }
            }
            FactLine(t(T.newsletter.pace), t(T.newsletter.paceOf(count: sight.rule.pace)))
            FactLine(t(T.newsletter.writtenIn), IssueDraft.languages.filter { issue.draft.texts[$0] != nil }.map(\.ownName).joined(separator: ", "))
            if !issue.draft.picks.isEmpty { FactLine(t(T.newsletter.tellsOf), t.number(issue.draft.picks.count)) }
            if let due = issue.due { FactLine(t(T.newsletter.due), t.instant(due)) }
            if let begun = issue.begun { FactLine(t(T.newsletter.begun), t.instant(begun)) }
            if let finished = issue.finished { FactLine(t(T.newsletter.finished), t.instant(finished)) }
        }
    }

    @HTMLBuilder private func schedule(_ issue: NewsletterIssue, _ base: String, _ form: FilledForm) -> some HTML {
        h2 { t(T.newsletter.scheduleTitle) }
        if let due = issue.due {
            Notice(.info) {
                HTML::p { t(T.newsletter.waitsUntil(moment: .text(t.instant(due, .inSentence)))) }
                ButtonForm(t(T.newsletter.recall), .quiet, action: base + "/recall", hidden: reader.hidden)
            }
        } else {
            Look::Form(action: base + "/schedule", hidden: reader.hidden) {
                FieldRow {
                    form.day(T.newsletter.day, "day")
                    form.field(T.newsletter.time, "time", .short, otherwise: "09:00").time()
                }
                Buttons { Submit(t(T.newsletter.schedule), .quiet) }
            }
        }
    }

    private func trial(_ base: String, _ form: FilledForm) -> some HTML {
        Group {
            h2 { t(T.newsletter.trialTitle) }
            HTML::p { t(T.newsletter.trialText) }
            Look::Form(action: base + "/trial", hidden: reader.hidden) {
                Field(t(T.newsletter.previewIn), name: "in", value: reader.language.rawValue, optional: "").select(
                    Language.allCases.map { Field.Choice($0.rawValue, $0.ownName, lang: $0.htmlLang) })
                Buttons { Submit(t(T.newsletter.trial), .quiet) }
            }
        }
    }

    // MARK: Before it goes

    func askSend(_ issue: NewsletterIssue, _ audience: NewsletterAudience, _ rule: NewsletterRule) -> Screen {
        let base = reader.link(issue.deskPath), count = audience.readers.count
        return Screen(t(T.newsletter.askSend), trail: trail) {
            Confirmation(
                t(T.newsletter.askSend), act: ButtonForm(t(T.newsletter.sendNow(count: count)), action: base + "/send", hidden: reader.hidden),
                back: Look.Link(t(T.common.back), href: base)
            ) {
                HTML::p { strong { t.run(issue.title(in: reader.language)) } }
                HTML::p { t(T.newsletter.willGo(count: count)) }
                HTML::p { t(T.newsletter.willTake(count: rule.minutes(for: count))) }
                HTML::p { t(T.newsletter.willFreeze) }
            }
        }
    }

    func preview(_ issue: NewsletterIssue, _ sheet: IssueSheet, plain: [IssuePiece], _ language: Language) -> Screen {
        let base = reader.link(issue.deskPath), words = t.speaking(language)
        return Screen(t(T.newsletter.look), trail: trail + [Look.Link(t.run(issue.title(in: reader.language)), href: base)]) {
            Heading(t(T.newsletter.look), lead: t(T.newsletter.lookLead))
            FilterChips(t(T.newsletter.previewIn), Language.allCases.map { one in
                NavItem(one.ownName, lang: one.htmlLang, href: "\(base)/preview?in=\(one.rawValue)", isCurrent: one == language)
            })
            if issue.draft.texts[language == .srLatn ? .sr : language] == nil {
                Notice(.info) { HTML::p { t(T.newsletter.noText) } }
            }
            HTML::article(.class("piece card"), .lang(language.htmlLang)) { LetterSheetView(sheet: sheet, t: words) { "/\(language.rawValue)\($0)" } }
            Disclosure(t(T.newsletter.plainText)) {
                pre(.lang(language.htmlLang)) {
                    ForEach(plain) { piece in
                        span(.lang(words.lang(of: piece.language))) { piece.text }
                        piece.end
                    }
                }
            }
            Buttons { LinkButton(t(T.common.back), href: base, .quiet) }
        }
    }
}

/// The same as `IssueSheetView` within a page that has its own name.
private struct LetterSheetView: View {
    let sheet: IssueSheet
    let t: Texts
    let link: (String) -> String

    var body: Markup {
        p(.class("kind")) { "\(sheet.newsletter.text) · \(t.day(sheet.day, .plain))" }
        h2(.lang(t.lang(of: sheet.title.language))) { sheet.title.text }
        IssueBodyView(sheet: sheet, t: t, link: link, heading: h3)
    }
}

extension NewsletterIssue.State {
    var name: Phrase {
        switch self {
        case .draft: T.newsletter.stateDraft
        case .scheduled: T.newsletter.stateScheduled
        case .sending: T.newsletter.stateSending
        case .stopped: T.newsletter.stateStopped
        case .finished: T.newsletter.stateFinished
        }
    }

    var tone: Tone {
        switch self {
        case .draft: .neutral
        case .scheduled, .sending: .info
        case .stopped: .waiting
        case .finished: .good
        }
    }
}

extension SkipReason {
    func phrase(_ count: Int) -> Phrase {
        switch self {
        case .left: T.newsletter.skippedLeft(count: count)
        case .stopped: T.newsletter.skippedStopped(count: count)
        case .gone: T.newsletter.skippedGone(count: count)
        }
    }
}
