import Forms
import HTML
import Kernel
import Languages
import Look

/// A note as a colleague looks at it: the text, and a few questions.
struct ReviewViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ review: PracticeReview, _ practice: Practice, _ competences: [String: String], _ form: FilledForm) -> Screen {
        Screen(t.shown(practice.title), trail: [Look.Link(t(T.community.mine), href: reader.link("/me/practices"))], isIndexed: false) {
            FormFaults(form)
            Heading(
                t.run(practice.title, practice.language), kind: Run(t(T.community.reviewKind)),
                lead: practice.draft.summary.isEmpty ? nil : t.run(practice.draft.summary, practice.language))
            PracticeViews(reader: reader).text(practice, competences)
            h2 { t(T.community.yourWord) }
            if review.given != nil || practice.state != .review {
                Notice(.good) { HTML::p { t(review.given == nil ? T.community.reviewOver : T.community.reviewDone) } }
            } else {
                HTML::p { t(T.community.reviewLead) }
                Look::Form(action: reader.link("/me/reviews/\(review.id)"), hidden: reader.hidden, isGuarded: true) {
                    ForEach(ReviewQuestion.allCases) { question in
                        Fieldset(t(question.words)) {
                            form.field(T.community.mark, question.rawValue).radios(SaidReview.markBounds.map { Field.Choice("\($0)", t(Self.name(of: $0))) })
                        }
                    }
                    form.field(T.community.reviewWords, "words", .full, hint: T.community.reviewWordsHint, isOptional: true).area(rows: 6)
                    Fieldset(t(T.community.verdict)) {
                        form.field(T.community.verdictAnswer, "verdict").radios(ReviewVerdict.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                    }
                    Buttons { Submit(t(T.community.sendReview)) }
                }
            }
        }
    }

    private static func name(of mark: Int) -> Phrase {
        switch mark {
        case ...1: T.community.markOne
        case 2: T.community.markTwo
        case 3: T.community.markThree
        default: T.community.markFour
        }
    }
}
