import Catalogue
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// The fields of each step of a plan.
struct NeedPlanFields {
    let t: Texts
    let board: NeedPlanBoard
    let form: FilledForm

    @HTMLBuilder func fields(_ step: PlanStep) -> some HTML {
        switch step {
        case .about: about
        case .ratings: ratings
        case .wishes: wishes
        case .ways: ways
        case .sharing: sharing
        }
    }

    @HTMLBuilder private var about: some HTML {
        if !board.schools.isEmpty {
            form.field(T.needs.school, "school", isOptional: true).select([Field.Choice("", t(T.needs.noSchool))] + board.schools.map { school in
                Field.Choice("\(school.id)", t.run(school.details.name))
            })
        }
        form.field(T.needs.job, "job").radios(NeedJob.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
    }

    @HTMLBuilder private var ratings: some HTML {
        if board.competences.isEmpty { HTML::p { t(T.needs.noCompetences) } } else { HTML::p { t(T.needs.ratingsLead) } }
        ForEach(board.competences) { code in
            let field = "rating-\(code.id)", label = t.run(code.label, .sr)
            Field(label.text, name: field, value: form[field], error: form.fault(field), optional: "", labelLang: label.lang)
                .radios(NeedPlan.ratings.map { Field.Choice("\($0)", t([T.needs.rating1, T.needs.rating2, T.needs.rating3, T.needs.rating4][$0 - 1])) })
        }
    }

    @HTMLBuilder private var wishes: some HTML {
        HTML::p { t(T.needs.wishesLead) }
        ForEach(Array(1...NeedPlan.mostWishes)) { place in
            Fieldset(t(T.needs.wishNumber(number: .number(place)))) {
                Field(
                    t(T.needs.topicOrWords), name: "wish-\(place)", value: form["wish-\(place)"], error: form.fault("wish-\(place)"),
                    optional: place == 1 ? "" : t(T.common.optional), width: .full, most: TextLimit.sentence.rawValue
                ).text(proposing: known)
                choose(T.needs.form, "form-\(place)", T.needs.anyForm, WishForm.allCases.map { ($0.rawValue, $0.name) })
                choose(T.needs.term, "term-\(place)", T.needs.anyTerm, WishTerm.allCases.map { ($0.rawValue, $0.name) })
                Field(t(T.needs.hide), name: "hidden-\(place)", optional: "").check(isOn: form.typed.has("hidden-\(place)"))
            }
        }
        let offered = board.topics.offered(in: t.language)
        if !offered.isEmpty {
            Disclosure(t(T.needs.allTopics)) { ul { ForEach(offered) { topic in li { name(topic) } } } }
        }
    }

    private func name(_ topic: Topic) -> Run {
        let name = topic.names.name(in: t.language)
        return t.run(name.text, name.language)
    }

    /// Topics by their names, which the browser proposes while one types.
    private var known: [String] { board.topics.offered(in: t.language).map { t.shown($0.names.name(in: t.language).text) } }

    private func choose(_ label: Phrase, _ name: String, _ none: Phrase, _ choices: [(String, Phrase)]) -> some HTML {
        Field(t(label), name: name, value: form[name], error: form.fault(name), optional: t(T.common.optional))
            .select([Field.Choice("", t(none))] + choices.map { Field.Choice($0.0, t($0.1)) })
    }

    @HTMLBuilder private var ways: some HTML {
        form.field(T.needs.days, "days", isOptional: true)
            .checkboxes(PlanDay.allCases.map { Field.Choice($0.rawValue, t($0.name)) }, chosen: Set(form.typed.all("days")))
        form.field(T.needs.payer, "payer", isOptional: true)
            .select([Field.Choice("", t(T.needs.payerUnknown))] + WhoPays.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
        form.field(T.needs.km, "km", .short, hint: T.needs.kmHint, isOptional: true).number()
        form.field(T.needs.obstacles, "obstacles", isOptional: true)
            .checkboxes(Obstacle.allCases.map { Field.Choice($0.rawValue, t($0.name)) }, chosen: Set(form.typed.all("obstacles")))
        form.field(T.needs.obstacleNote, "note", .full, isOptional: true).area(rows: 3)
        Field(t(T.needs.shows), name: "shows", optional: "").check(isOn: form.typed.has("shows"))
        Field(t(T.needs.writes), name: "writes", optional: "").check(isOn: form.typed.has("writes"))
    }

    @HTMLBuilder private var sharing: some HTML {
        HTML::p { t(T.needs.sharingLead) }
        Field(t(T.needs.share), name: "shared", hint: t(T.needs.shareHint), optional: "").check(isOn: form.typed.has("shared"))
    }
}
