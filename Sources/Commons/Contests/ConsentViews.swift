import Forms
import HTML
import Kernel
import Languages
import Look

/// What a guardian reads and answers.
struct ConsentViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ sight: ConsentSight, months: Int, _ form: FilledForm) -> Screen {
        let (author, contest) = (sight.author, sight.contest)
        return Screen(t(T.contests.consentTitle), isIndexed: false) {
            FormFaults(form)
            Heading(Run(t(T.contests.consentTitle)), lead: t.run(contest.name, contest.language))
            if author.forgotten != nil {
                Notice(.good, t(T.contests.erasedTitle)) { HTML::p { t(T.contests.erasedText) } }
            } else {
                asked(sight, months: months, form)
            }
        }
    }

    @HTMLBuilder private func asked(_ sight: ConsentSight, months: Int, _ form: FilledForm) -> some HTML {
        let (author, work, contest) = (sight.author, sight.work, sight.contest)
        HTML::p { t(T.contests.consentLead) }
        Facts {
            FactLine(t(T.contests.pupil), t.run(name: author.name, contest.language))
            FactLine(t(T.contests.workTitle), t.run(work.title, contest.language))
            FactLine(t(T.contests.school), t.run(work.schoolName))
            FactLine(t(T.contests.mentor), work.mentorName)
            FactLine(t(T.contests.organiser), reader.site)
        }
        if let told = author.consented, author.consent != .none {
            let moment = Value.text(t.instant(told, .inSentence))
            Notice(.info) { HTML::p { t(author.consent == .link ? T.contests.consentedByLink(moment: moment) : T.contests.consentedOnPaper) } }
        }
        Look::Form(action: reader.link(reader.path), hidden: reader.hidden) {
            question(T.contests.askEnter, "enter", T.contests.askEnterHint, form)
            question(T.contests.askShow, "show", T.contests.askShowHint, form)
            question(T.contests.askName, "name", T.contests.askNameHint, form)
            Buttons { Submit(t(T.contests.saveAnswer)) }
        }
        h2 { t(T.contests.goodToKnow) }
        ul {
            li { t(T.contests.knowChange) }
            li { t(T.contests.knowMonths(count: months)) }
            li { t(T.contests.knowOwn) }
            if contest.draft.parent != nil { li { t(T.contests.knowAbove) } }
            li { t(T.contests.knowBackups) }
        }
        HTML::p { a(.href(reader.link(contest.path))) { t(T.contests.readRules) } }
        HTML::p { a(.href(reader.link(reader.path) + "/erase")) { t(T.contests.eraseLink) } }
    }

    private func question(_ label: Phrase, _ name: String, _ hint: Phrase, _ form: FilledForm) -> some HTML {
        form.field(label, name, hint: hint).radios([Field.Choice("yes", t(T.common.yes)), Field.Choice("no", t(T.common.no))])
    }

    func askErase(_ sight: ConsentSight, key: String) -> Screen {
        let path = reader.link("/guardians/\(sight.author.id)/\(key)")
        return Screen(t(T.contests.eraseTitle), isIndexed: false) {
            Confirmation(
                t(T.contests.eraseTitle), act: ButtonForm(t(T.contests.eraseNow), .danger, action: "\(path)/erase", hidden: reader.hidden),
                back: Look.Link(t(T.contests.keepIt), href: path)
            ) {
                HTML::p { t(T.contests.eraseText) }
                HTML::p { t(T.contests.knowBackups) }
            }
        }
    }
}
