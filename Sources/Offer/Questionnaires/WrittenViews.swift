import Forms
import HTML
import Kernel
import Languages
import Look

/// All that was written in answer to one question, page by page.
struct WrittenViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ survey: Survey, _ question: Question, of subject: SurveySubject?, _ answers: [WrittenAnswer], _ paging: Paging) -> Screen {
        let path = reader.link("/staff/surveys/\(survey.id)"), words = t.run(question.words)
        let trail = [
            Look.Link(t(T.questionnaires.questionnaires), href: reader.link("/staff/questionnaires")),
            Look.Link(SurveyViews(reader: reader).name(survey), href: path), Look.Link(t(T.questionnaires.summary), href: path + "/summary"),
        ]
        return Screen(t(T.questionnaires.written), trail: trail) {
            Heading(words, kind: Run(t(T.questionnaires.written)), lead: subject.map { t.run(name: $0.name, .sr) })
            if answers.isEmpty {
                EmptyState(t(T.questionnaires.nothingWritten), "") { Empty() }
            } else {
                WrittenForm(
                    answers: answers, survey: survey.id,
                    back: "?question=\(question.code)&turn=\(subject?.id ?? 0)" + (paging.page > 1 ? "&page=\(paging.page)" : ""), reader: reader)
                paging.links(reader)
            }
        }
    }
}

/// What people wrote, with who may see it: the centre's people read first.
struct WrittenForm: View {
    let answers: [WrittenAnswer]
    let survey: Survey.ID
    /// The query of the page to which it leads back; nothing for the summary.
    let back: String
    let reader: Reader

    var body: Markup {
        let t = reader.t
        Form(action: reader.link("/staff/surveys/\(survey)/screen") + back, hidden: reader.hidden) {
            ForEach(answers) { one in
                WrittenWords(one.words, t)
                Field(t(T.questionnaires.screen), name: "w-\(one.id)", value: one.state.rawValue, optional: "", width: .short).select(
                    WrittenAnswer.State.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
            }
            Buttons {
                Submit(t(T.common.save), .quiet)
                if answers.count(where: { $0.state == .new }) > 1 { Submit(t(T.questionnaires.showNew), .quiet, name: "new", value: WrittenAnswer.State.shown.rawValue) }
            }
        }
    }
}

/// What somebody wrote, line by line.
struct WrittenWords: View {
    let words: String
    let t: Texts

    init(_ words: String, _ t: Texts) { (self.words, self.t) = (words, t) }

    var body: Markup {
        div(.class("said")) { ForEach(words.split(separator: "\n")) { line in HTML::p { t.run(String(line)) } } }
    }
}

extension WrittenAnswer.State {
    fileprivate var name: Phrase {
        switch self {
        case .new: T.questionnaires.stateNew
        case .shown: T.questionnaires.stateShown
        case .hidden: T.questionnaires.stateHidden
        }
    }
}
