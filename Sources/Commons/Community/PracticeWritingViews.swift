import Files
import Forms
import HTML
import Kernel
import Languages
import Look

/// A note as its authors write it.
struct PracticeWritingViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.community.mine), href: reader.link("/me/practices"))] }

    func new(_ form: FilledForm, _ choices: WritingChoices) -> Screen {
        Screen(t(T.community.newNote), trail: trail, isIndexed: false) {
            FormFaults(form)
            Heading(t(T.community.newNote), lead: t(T.community.newLead))
            Look::Form(action: reader.link("/me/practices/new"), hidden: reader.hidden, isGuarded: true) {
                fields(form, choices)
                Buttons { Submit(t(T.community.saveDraft)) }
            }
        }
    }

    func edit(_ sight: WritingSight, _ form: FilledForm, file: FilledForm, other: FilledForm) -> Screen {
        let practice = sight.practice, base = reader.link("/me/practices/\(practice.id)")
        return Screen(t.shown(practice.title), trail: trail, isIndexed: false) {
            FormFaults(form)
            FormFaults(file)
            FormFaults(other)
            Heading(t.run(practice.title, practice.language), kind: Run(t(practice.state.name)))
            standing(sight, other, base)
            if practice.isWritten {
                if !practice.draft.missing.isEmpty {
                    Notice(.info, t(T.community.stillMissing)) { ul { ForEach(practice.draft.missing) { one in li { t(one.why) } } } }
                }
                Look::Form(action: base, hidden: reader.hidden, isGuarded: true, label: t(T.community.note)) {
                    fields(form, sight.choices)
                    Buttons { Submit(t(T.common.save)) }
                }
                files(practice, file, base)
                authors(practice, other, base)
                h2 { t(T.community.sending) }
                HTML::p { t(T.community.sendingLead) }
                ButtonForm(t(T.community.send), action: "\(base)/send", hidden: reader.hidden)
            } else {
                PracticeViews(reader: reader).text(practice, Dictionary(sight.choices.competences, uniquingKeysWith: { first, _ in first }))
            }
            HTML::p { a(.href("\(base)/take-back")) { t(T.community.takeBackLink) } }
        }
    }

    // MARK: Where it stands

    @HTMLBuilder private func standing(_ sight: WritingSight, _ form: FilledForm, _ base: String) -> some HTML {
        let practice = sight.practice
        switch practice.state {
        case .published: HTML::p { a(.href(reader.link(practice.path))) { t(T.community.openPublic) } }
        case .review: reviewing(sight, form, base)
        case .revision:
            Notice(.waiting, t(T.community.cameBack)) {
                if !practice.remark.isEmpty { HTML::p { t.run(practice.remark) } }
                HTML::p { t(T.community.cameBackText) }
            }
            words(sight)
        case .draft, .withdrawn: Empty()
        }
    }

    /// What was said, without who said it.
    @HTMLBuilder private func words(_ sight: WritingSight) -> some HTML {
        ForEach(sight.reviews.compactMap(\.said).sorted { $0.verdict.rawValue < $1.verdict.rawValue }) { said in
            Card {
                HTML::p { strong { t(said.verdict.name) } }
                if !said.words.isEmpty { HTML::p { t.run(said.words) } }
                Facts { ForEach(ReviewQuestion.allCases) { one in FactLine(t(one.words), t(T.community.markOf(mark: .number(said.marks[one] ?? 0)))) } }
            }
        }
    }

    @HTMLBuilder private func reviewing(_ sight: WritingSight, _ form: FilledForm, _ base: String) -> some HTML {
        Notice(.info) { HTML::p { t(T.community.inReview(count: sight.reviews.filter { $0.given != nil }.count)) } }
        if sight.reviews.count < ReviewRound.needed {
            if sight.reviewers.isEmpty {
                HTML::p { t(T.community.centreAsks) }
            } else {
                Look::Form(action: "\(base)/reviewers", hidden: reader.hidden, label: t(T.community.askReviewer)) {
                    form.field(T.community.reviewer, "reviewer", hint: T.community.reviewerHint).select(
                        [Field.Choice("", t(T.common.choose))] + sight.reviewers.map { Field.Choice("\($0.person)", "\($0.name) – \(t.shown($0.subject))") })
                    Buttons { Submit(t(T.community.askReviewer), .quiet) }
                }
            }
        }
    }

    // MARK: Fields

    @HTMLBuilder private func fields(_ form: FilledForm, _ choices: WritingChoices) -> some HTML {
        form.field(T.community.noteTitle, "title", .full, hint: T.community.noteTitleHint).text()
        form.field(T.community.language, "language").select(PracticeDraft.languages.map { Field.Choice($0.rawValue, $0.ownName, lang: $0.htmlLang) })
        form.field(T.community.subject, "subject", hint: T.community.subjectHint, isOptional: true).text(proposing: choices.subjects)
        form.field(T.community.grades, "grades", isOptional: true)
            .checkboxes(Grades.all.map { Field.Choice("\($0)", t(Grades.name(of: $0))) }, chosen: Set(form.typed.all("grades")))
        if !choices.competences.isEmpty {
            form.field(T.community.competences, "competences", isOptional: true)
                .checkboxes(choices.competences.map { Field.Choice($0.code, t.run($0.label)) }, chosen: Set(form.typed.all("competences")))
        }
        form.field(T.community.summary, "summary", .full, hint: T.community.summaryHint, isOptional: true).area(rows: 2)
        form.field(T.community.wanted, "wanted", .full, hint: T.community.wantedHint, isOptional: true).area(rows: 5)
        form.field(T.community.done, "done", .full, hint: T.community.doneHint, isOptional: true).area(rows: 10)
        form.field(T.community.came, "came", .full, hint: T.community.cameHint, isOptional: true).area(rows: 6)
        form.field(T.community.change, "change", .full, hint: T.community.changeHint, isOptional: true).area(rows: 4)
        form.field(T.community.licence, "licence", hint: T.community.licenceHint).select(Licence.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
    }

    @HTMLBuilder private func files(_ practice: Practice, _ form: FilledForm, _ base: String) -> some HTML {
        h2 { t(T.community.material) }
        ForEach(practice.files) { one in
            PersonLine(t.run(one.title, practice.language), href: reader.link(one.file.path), detail: [Run(one.file.label(t))]) {
                Look::Form(action: "\(base)/files/\(one.id)/remove", hidden: reader.hidden, label: "\(t(T.common.remove)): \(one.title)") {
                    Submit(t(T.common.remove), .quiet)
                }
            }
        }
        Look::Form(action: "\(base)/files", hidden: reader.hidden, hasFiles: true, label: t(T.community.material)) {
            Field(
                t(T.community.fileTitle), name: "title", row: "file", value: form["title"], hint: t(T.community.fileTitleHint), error: form.fault("title")
            ).text()
            FileFields(form, T.community.file, "file", [.picture, .document], asksAlt: false)
            Field(t(T.community.consent), name: "consent", hint: t(T.community.consentHint), error: form.fault("consent"), optional: "")
                .check(isOn: form.typed.has("consent"))
            Buttons { Submit(t(T.community.addFile), .quiet) }
        }
    }

    @HTMLBuilder private func authors(_ practice: Practice, _ form: FilledForm, _ base: String) -> some HTML {
        h2 { t(T.community.authors) }
        ul { ForEach(practice.named) { author in li { t.run(name: author.name, practice.language) } } }
        Look::Form(action: "\(base)/authors", hidden: reader.hidden, label: t(T.community.nameAuthor)) {
            form.field(T.community.authorEmail, "email", hint: T.community.authorEmailHint).email()
            Buttons { Submit(t(T.community.nameAuthor), .quiet) }
        }
    }

    // MARK: Taken back

    func takeBack(_ practice: Practice) -> Screen {
        let base = reader.link("/me/practices/\(practice.id)")
        return Screen(t(T.community.takeBackTitle), trail: trail, isIndexed: false) {
            Confirmation(
                t(T.community.takeBackTitle), act: ButtonForm(t(T.community.takeBack), .danger, action: "\(base)/take-back", hidden: reader.hidden),
                back: Look.Link(t(T.community.keepIt), href: base)
            ) {
                HTML::p { strong { t.run(practice.title, practice.language) } }
                HTML::p { t(practice.published == nil ? T.community.takeBackDraft : T.community.takeBackText) }
            }
        }
    }
}
