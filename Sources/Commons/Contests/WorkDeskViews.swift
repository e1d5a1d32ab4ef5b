import Files
import Forms
import HTML
import Kernel
import Languages
import Look

/// One work for the people of the centre.
struct WorkDeskViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ contest: Contest, _ work: ContestWork, _ form: FilledForm) -> Screen {
        let base = reader.link("/staff/works/\(work.id)"), own = contest.language
        return Screen(t(T.contests.codeOf(code: .text(work.code))), trail: [
            Look.Link(t(T.contests.title), href: reader.link("/staff/contests")), Look.Link(t.run(contest.name, own), href: reader.link("/staff/contests/\(contest.id)")),
        ]) {
            FormFaults(form)
            Heading(work.title.isEmpty ? Run(t(T.contests.work)) : t.run(work.title, own), kind: Run(t(work.standing)))
            Facts {
                FactLine(t(T.contests.code), work.code)
                if let category = contest.category(work.category) { FactLine(t(T.contests.category), t.run(category.name, own)) }
                FactLine(t(T.contests.mentor), work.mentorName.isEmpty ? "–" : work.mentorName)
                FactLine(t(T.contests.school), t.run(work.schoolName))
                if let sent = work.sent { FactLine(t(T.contests.sentOn), t.instant(sent, .long)) }
                if let start = work.starts { FactLine(t(T.contests.begins), t.instant(start, .long)) }
                if !work.reason.isEmpty { FactLine(t(T.contests.reason), t.run(work.reason)) }
                if !work.link.isEmpty { FactLine(t(T.contests.link)) { a(.href(work.link)) { work.link } } }
            }
            if work.forgotten != nil { Notice(.neutral) { HTML::p { t(T.contests.forgottenText) } } } else { authors(work) }
            if !work.words.isEmpty { HTML::p { t.run(work.words, own) } }
            ForEach(work.files) { file in
                if let shown = file.shown, file.kind == .picture { PictureView(shown, reader, sizes: "(min-width: 60rem) 30rem, 100vw", alt: work.alt) }
                PersonLine(Run(file.name), href: file.original.map { reader.link("/files/\($0)") }, detail: [Run(t(T.contests.asItCame))])
            }
            acts(contest, work, base, form)
            if !contest.isForPupils || contest.kind == .tools { exhibit(work, base, form) }
        }
    }

    private func authors(_ work: ContestWork) -> some HTML {
        DataTable(t(T.contests.authors), rows: work.authors.filter { $0.forgotten == nil }, columns: [
            Column(t(T.contests.author), .name) { author in author.name },
            Column(t(T.contests.grade)) { author in author.grade.map { t(ContestGrade.name($0)) } ?? "–" },
            Column(t(T.contests.mayEnter)) { author in t(author.mayEnter.name) },
            Column(t(T.contests.mayShow)) { author in t(author.mayShow.name) },
            Column(t(T.contests.mayBeNamed)) { author in t(author.mayBeNamed.name) },
            Column(t(T.contests.howKnown)) { author in
                switch author.consent {
                case .none: "–"
                case .paper: t(T.contests.onPaper)
                case .link: t(T.contests.byLink)
                }
            },
        ])
    }

    @HTMLBuilder private func acts(_ contest: Contest, _ work: ContestWork, _ base: String, _ form: FilledForm) -> some HTML {
        if work.state == .sent, work.isLate, work.admitted == nil, contest.state == .open || contest.state == .judging {
            h2 { t(T.contests.lateTitle) }
            Look::Form(action: "\(base)/admit", hidden: reader.hidden, label: t(T.contests.admit)) {
                Field(t(T.contests.reason), name: "reason", row: "admit", value: "", optional: t(T.common.optional), width: .full).text()
                Buttons { Submit(t(T.contests.admit), .quiet) }
            }
        }
        if work.state == .sent, contest.state != .closed {
            h2 { t(T.contests.disqualifyTitle) }
            HTML::p { t(T.contests.disqualifyText) }
            Look::Form(action: "\(base)/disqualify", hidden: reader.hidden, label: t(T.contests.disqualify)) {
                form.field(T.contests.reason, "reason", .full, most: TextLimit.note.rawValue).area(rows: 2)
                Buttons { Submit(t(T.contests.disqualify), .danger) }
            }
        }
        if work.state == .disqualified, contest.state != .closed { ButtonForm(t(T.contests.restore), .quiet, action: "\(base)/restore", hidden: reader.hidden) }
    }

    @HTMLBuilder private func exhibit(_ work: ContestWork, _ base: String, _ form: FilledForm) -> some HTML {
        let filled = form.problem == nil ? FilledForm(Typed(["lentFrom": work.lentFrom?.iso ?? "", "returned": work.returned?.iso ?? ""]), nil, form.t) : form
        h2 { t(T.contests.exhibit) }
        Look::Form(action: "\(base)/exhibit", hidden: reader.hidden, label: t(T.contests.exhibit)) {
            FieldRow {
                filled.day(T.contests.received, "lentFrom", isOptional: true)
                filled.day(T.contests.givenBack, "returned", isOptional: true)
            }
            Buttons { Submit(t(T.common.save), .quiet) }
        }
    }
}
