import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// Notes as the centre's people see them.
struct PracticeDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func board(_ board: PracticeBoard) -> Screen {
        Screen(t(T.community.desk)) {
            Heading(t(T.community.desk), lead: t(T.community.deskLead))
            HTML::p { t(T.community.publishedCount(count: board.published)); " "; a(.href(reader.link("/practices"))) { t(T.community.openPublic) } }
            if board.lines.isEmpty, board.used.isEmpty, board.wished.isEmpty { EmptyState(t(T.community.deskNone), t(T.community.deskNoneText)) { Empty() } }
            if !board.lines.isEmpty {
                DataTable(t(T.community.underway), rows: board.lines, columns: [
                    Column(t(T.community.note), .name) { line in
                        a(.href(reader.link("/staff/practices/\(line.practice.id)"))) { t.run(line.practice.title, line.practice.language) }
                    },
                    Column(t(T.community.authors)) { line in line.practice.named.map(\.name).joined(separator: ", ") },
                    Column(t(T.common.state)) { line in chip(line) },
                    Column(t(T.community.since)) { line in t.day(reader.centre.zone.day(of: line.practice.changed), .numeric) },
                ])
            }
            if !board.wished.isEmpty { used(board.wished, T.community.mostWished) }
            if !board.used.isEmpty { used(board.used, T.community.mostTried) }
        }
    }

    private func chip(_ line: PracticeBoard.Line) -> Chip {
        if line.practice.state == .revision { return Chip(.neutral, t(T.community.stateRevision)) }
        return switch line.outcome {
        case .lacks(let count): Chip(.waiting, t(T.community.lacks(count: count)))
        case .waits: Chip(.info, t(T.community.waitsReview))
        case .revise: Chip(.neutral, t(T.community.stateRevision))
        case .good: Chip(.good, t(T.community.ready))
        }
    }

    private func used(_ lines: [PracticeBoard.Used], _ caption: Phrase) -> some HTML {
        DataTable(t(caption), rows: lines, columns: [
            Column(t(T.community.note), .name) { line in
                a(.href(reader.link("/staff/practices/\(line.practice.id)"))) { t.run(line.practice.title, line.practice.language) }
            },
            Column(t(T.community.triedHead), .number) { line in t.number(line.reuse.tried) },
            Column(t(T.community.workedHead), .number) { line in t.number(line.reuse.worked) },
            Column(t(T.community.wishesHead), .number) { line in t.number(line.reuse.wishes) },
            Column(t(T.community.schoolsHead), .number) { line in t.number(line.reuse.schools) },
        ])
    }

    // MARK: One

    func show(_ sight: DeskSight, _ form: FilledForm) -> Screen {
        let practice = sight.practice, base = reader.link("/staff/practices/\(practice.id)")
        return Screen(t.shown(practice.title), trail: [Look.Link(t(T.community.desk), href: reader.link("/staff/practices"))]) {
            FormFaults(form)
            Heading(t.run(practice.title, practice.language), kind: Run(t(practice.state.name)))
            HTML::p { a(.href(reader.link(practice.path))) { t(T.community.readIt) } }
            Facts {
                FactLine(t(T.community.authors), practice.named.map(\.name).joined(separator: ", "))
                FactLine(t(T.community.triedHead), t.number(sight.reuse.tried))
                FactLine(t(T.community.wishesHead), t.number(sight.reuse.wishes))
            }
            reviews(sight, form, base)
            if practice.state == .published { reused(sight, form, base) }
            if practice.state == .review || practice.state == .published { back(form, base) }
        }
    }

    @HTMLBuilder private func reviews(_ sight: DeskSight, _ form: FilledForm, _ base: String) -> some HTML {
        let practice = sight.practice
        if !sight.reviews.isEmpty {
            h2 { t(T.community.reviews) }
            ForEach(sight.reviews) { review in
                PersonLine(
                    Run(review.name), detail: review.said.map { said in
                        [Run(ReviewQuestion.allCases.map { "\(said.marks[$0] ?? 0)" }.joined(separator: " · "))] + (said.words.isEmpty ? [] : [t.run(said.words)])
                    } ?? [], state: review.said.map { Chip($0.verdict == .good ? .good : .waiting, t($0.verdict.name)) } ?? Chip(.waiting, t(T.community.waitsReview))
                ) {
                    if review.given == nil, practice.state == .review {
                        Look::Form(action: "\(base)/reviews/\(review.id)/release", hidden: reader.hidden, label: "\(t(T.community.release)): \(review.name)") {
                            Submit(t(T.community.release), .quiet)
                        }
                    }
                }
            }
        }
        if practice.state == .review {
            if sight.reviews.count < ReviewRound.needed {
                h2 { t(T.community.askReviewer) }
                Look::Form(action: "\(base)/reviewers", hidden: reader.hidden, label: t(T.community.askReviewer)) {
                    if !sight.reviewers.isEmpty {
                        form.field(T.community.reviewer, "reviewer", isOptional: true).select([Field.Choice("", t(T.common.choose))] + sight.reviewers.map { one in
                            Field.Choice("\(one.person)", "\(one.name) – \(t.shown(one.subject))")
                        })
                    }
                    form.field(T.community.reviewerEmail, "email", hint: T.community.reviewerEmailHint, isOptional: true).email()
                    Buttons { Submit(t(T.community.askReviewer), .quiet) }
                }
            }
            if ReviewRound.outcome(sight.reviews.map { $0.said?.verdict }) == .good {
                Notice(.good) { HTML::p { t(T.community.readyText) } }
                ButtonForm(t(T.community.publish), action: "\(base)/publish", hidden: reader.hidden)
            }
        }
    }

    @HTMLBuilder private func reused(_ sight: DeskSight, _ form: FilledForm, _ base: String) -> some HTML {
        if sight.reuse.wishes > 0 {
            h2 { t(T.community.makeEventTitle) }
            HTML::p { t(T.community.wishedBy(count: sight.reuse.wishes)) }
            Look::Form(action: "\(base)/event", hidden: reader.hidden, label: t(T.community.makeEventTitle)) {
                let forms = sight.forms.filter { !$0.isClosed && !$0.isInternal && !$0.needsApproval }
                form.field(T.community.eventForm, "form", hint: T.community.eventFormHint)
                    .select(forms.map { Field.Choice("\($0.id)", t.run($0.name(in: t.language))) })
                Buttons { Submit(t(T.community.makeEvent)) }
            }
        }
        h2 { t(T.community.ideaTitle) }
        if let idea = sight.practice.idea {
            HTML::p { t(T.community.ideaSince(day: .day(reader.centre.zone.day(of: idea)))) }
            if let proposal = sight.practice.proposal {
                HTML::p { a(.href(reader.link("/proposals/\(proposal)"))) { t(T.community.toProposal) } }
            }
        } else {
            HTML::p { t(T.community.ideaLead) }
            ButtonForm(t(T.community.makeIdea), .quiet, action: "\(base)/idea", hidden: reader.hidden)
        }
    }

    @HTMLBuilder private func back(_ form: FilledForm, _ base: String) -> some HTML {
        h2 { t(T.community.giveBackTitle) }
        Look::Form(action: "\(base)/back", hidden: reader.hidden, label: t(T.community.giveBackTitle)) {
            form.field(T.community.remark, "remark", .full, hint: T.community.remarkHint).area(rows: 3)
            Buttons { Submit(t(T.community.giveBack), .quiet) }
        }
    }
}
