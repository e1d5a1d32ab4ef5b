package import Languages

/// Questionnaires that come with the house, in all its languages: how a seminar is usually evaluated, what became of it later, what a teacher needs, what a
/// school needs. They are beginnings: a centre takes a copy and makes it its own. Their questions are composed from what such centres usually ask; no body
/// of the state prescribes them.
package enum Sample: String, CaseIterable, Sendable {
    case evaluation, shortEvaluation, followUp, needs, schoolNeeds

    package var purpose: Questionnaire.Purpose {
        switch self {
        case .evaluation, .shortEvaluation: .evaluation
        case .followUp: .followUp
        case .needs, .schoolNeeds: .needs
        }
    }

    package func content(_ words: TextCatalogue) -> QuestionnaireContent { SampleWriter(words: words).content(self) }
}

private struct SampleWriter {
    let words: TextCatalogue

    func content(_ sample: Sample) -> QuestionnaireContent {
        var content = switch sample {
        case .evaluation: evaluation
        case .shortEvaluation: shortEvaluation
        case .followUp: followUp
        case .needs: needs
        case .schoolNeeds: schoolNeeds
        }
        content.thanks = say(T.questionnaires.sampleThanks)
        return content
    }

    private func say(_ phrase: Phrase) -> QuestionWords { QuestionWords(phrase, words) }

    // MARK: After a seminar

    private var agreement: Question.Scale { Question.Scale(1, 5, low: say(T.questionnaires.sampleDisagree), high: say(T.questionnaires.sampleAgree)) }

    private func agreed(_ code: String, _ phrase: Phrase) -> Question {
        var question = Question(code, .scale, say(phrase))
        question.scale = agreement
        return question
    }

    private func text(_ code: String, _ phrase: Phrase) -> Question { Question(code, .text, say(phrase)) }

    private func choice(_ code: String, _ phrase: Phrase, _ choices: [(String, Phrase)], several: Bool = false) -> Question {
        var question = Question(code, several ? .choices : .choice, say(phrase))
        question.choices = choices.map { Question.Choice($0.0, say($0.1)) }
        return question
    }

    private var overall: Question {
        var question = Question("overall", .scale, say(T.questionnaires.sampleOverall))
        question.scale = Question.Scale(1, 5, low: say(T.questionnaires.sampleWorst), high: say(T.questionnaires.sampleBest))
        question.isRequired = true
        return question
    }

    private var recommends: Question {
        var question = Question("recommends", .scale, say(T.questionnaires.sampleRecommends))
        question.scale = Question.Scale(0, 10, low: say(T.questionnaires.sampleNever), high: say(T.questionnaires.sampleSurely))
        return question
    }

    private var trainers: QuestionSection {
        var section = QuestionSection(say(T.questionnaires.sampleTrainers), [
            agreed("knows", T.questionnaires.sampleKnows), agreed("explains", T.questionnaires.sampleExplains),
            agreed("encourages", T.questionnaires.sampleEncourages), agreed("respects", T.questionnaires.sampleRespects),
        ])
        section.isForEach = true
        return section
    }

    private var evaluation: QuestionnaireContent {
        var content = QuestionnaireContent(say(T.questionnaires.sampleEvaluation), [
            QuestionSection(say(T.questionnaires.sampleProgramme), [
                agreed("aims", T.questionnaires.sampleAims), agreed("needs", T.questionnaires.sampleNeedsMet), agreed("topical", T.questionnaires.sampleTopical),
                agreed("methods", T.questionnaires.sampleMethods), agreed("materials", T.questionnaires.sampleMaterials), agreed("length", T.questionnaires.sampleLength),
            ]),
            trainers,
            QuestionSection(say(T.questionnaires.sampleUse), [
                agreed("learned", T.questionnaires.sampleLearned), agreed("usable", T.questionnaires.sampleUsable),
                agreed("competence", T.questionnaires.sampleCompetence),
            ]),
            QuestionSection(say(T.questionnaires.sampleOrganisation), [
                agreed("informed", T.questionnaires.sampleInformed), agreed("place", T.questionnaires.samplePlace), agreed("date", T.questionnaires.sampleDate),
                agreed("organiser", T.questionnaires.sampleOrganiser),
            ]),
            QuestionSection(say(T.questionnaires.sampleWhole), [
                overall, recommends, text("useful", T.questionnaires.sampleUseful), text("change", T.questionnaires.sampleChange),
                text("wish", T.questionnaires.sampleWish),
            ]),
            QuestionSection(say(T.questionnaires.sampleAbout), [job, years]),
        ])
        content.lead = say(T.questionnaires.sampleEvaluationLead)
        return content
    }

    private var shortEvaluation: QuestionnaireContent {
        var content = QuestionnaireContent(say(T.questionnaires.sampleShort), [
            QuestionSection(say(T.questionnaires.sampleWhole), [
                overall, agreed("usable", T.questionnaires.sampleUsable), agreed("organiser", T.questionnaires.sampleOrganiser),
                text("useful", T.questionnaires.sampleUseful), text("change", T.questionnaires.sampleChange),
            ]),
        ])
        content.lead = say(T.questionnaires.sampleEvaluationLead)
        return content
    }

    // MARK: Later

    private var followUp: QuestionnaireContent {
        let used = choice("used", T.questionnaires.sampleUsed, [
            ("no", T.questionnaires.sampleUsedNo), ("once", T.questionnaires.sampleUsedOnce), ("some", T.questionnaires.sampleUsedSome),
            ("often", T.questionnaires.sampleUsedOften),
        ])
        var place = choice("place", T.questionnaires.sampleUsedWhere, [
            ("lesson", T.questionnaires.sampleLesson), ("planning", T.questionnaires.samplePlanning), ("parents", T.questionnaires.sampleParents),
            ("colleagues", T.questionnaires.sampleColleagues),
        ], several: true)
        place.shownIf = [Question.Condition("used", .isNot, "no")]
        let hindered = choice("hindered", T.questionnaires.sampleHindered, [
            ("time", T.questionnaires.sampleTime), ("equipment", T.questionnaires.sampleEquipment), ("support", T.questionnaires.sampleSupport),
            ("unfit", T.questionnaires.sampleUnfit),
        ], several: true)
        let shown = choice("shown", T.questionnaires.sampleShown, [("yes", T.questionnaires.sampleYes), ("no", T.questionnaires.sampleNo)])
        var day = Question("shown_on", .date, say(T.questionnaires.sampleShownOn))
        day.shownIf = [Question.Condition("shown", .is, "yes")]
        return QuestionnaireContent(say(T.questionnaires.sampleFollowUp), [
            QuestionSection(say(T.questionnaires.sampleUse), [used, place, hindered, shown, day, text("example", T.questionnaires.sampleExample)]),
        ])
    }

    // MARK: What is needed

    private var job: Question {
        var question = choice("job", T.questionnaires.sampleJob, [
            ("preschool", T.questionnaires.sampleJobPreschool), ("class", T.questionnaires.sampleJobClass), ("subject", T.questionnaires.sampleJobSubject),
            ("associate", T.questionnaires.sampleJobAssociate), ("head", T.questionnaires.sampleJobHead), ("other", T.questionnaires.sampleJobOther),
        ])
        question.isAboutReader = true
        return question
    }

    private var years: Question {
        var question = choice("years", T.questionnaires.sampleYears, [
            ("to5", T.questionnaires.sampleYears5), ("to15", T.questionnaires.sampleYears15), ("to25", T.questionnaires.sampleYears25),
            ("more", T.questionnaires.sampleYearsMore),
        ])
        question.isAboutReader = true
        return question
    }

    private var forms: Question {
        choice("forms", T.questionnaires.sampleForms, [
            ("seminar", T.questionnaires.sampleFormSeminar), ("webinar", T.questionnaires.sampleFormWebinar), ("workshop", T.questionnaires.sampleFormWorkshop),
            ("gathering", T.questionnaires.sampleFormGathering), ("lesson", T.questionnaires.sampleFormLesson), ("exchange", T.questionnaires.sampleFormExchange),
        ], several: true)
    }

    private var days: Question {
        choice("days", T.questionnaires.sampleDays, [
            ("saturday", T.questionnaires.sampleSaturday), ("afternoon", T.questionnaires.sampleAfternoon), ("holidays", T.questionnaires.sampleHolidays),
            ("online", T.questionnaires.sampleOnline),
        ], several: true)
    }

    /// The same answers as in the personal plan, so that both can be laid side by side.
    private var payer: Question {
        choice("payer", T.questionnaires.samplePayer, [
            ("school", T.questionnaires.samplePayerSchool), ("self", T.questionnaires.samplePayerSelf), ("both", T.questionnaires.samplePayerBoth),
            ("municipality", T.questionnaires.samplePayerMunicipality),
        ])
    }

    private func rated(_ code: String, _ phrase: Phrase) -> Question {
        var question = Question(code, .scale, say(phrase))
        question.scale = Question.Scale(1, 4, low: say(T.questionnaires.sampleWeak), high: say(T.questionnaires.sampleStrong))
        return question
    }

    private var needs: QuestionnaireContent {
        let lead = choice("lead", T.questionnaires.sampleLead, [
            ("lesson", T.questionnaires.sampleLeadLesson), ("author", T.questionnaires.sampleLeadAuthor), ("no", T.questionnaires.sampleNo),
        ])
        return QuestionnaireContent(say(T.questionnaires.sampleNeeds), [
            QuestionSection(say(T.questionnaires.sampleAbout), [job, years]),
            QuestionSection(say(T.questionnaires.sampleCompetences), [
                rated("subject", T.questionnaires.sampleSubject), rated("teaching", T.questionnaires.sampleTeaching), rated("pupils", T.questionnaires.samplePupils),
                rated("together", T.questionnaires.sampleTogether),
            ]),
            QuestionSection(say(T.questionnaires.sampleWished), [
                text("topics", T.questionnaires.sampleTopics), forms, days, payer, text("obstacles", T.questionnaires.sampleObstacles), lead,
            ]),
        ])
    }

    private var schoolNeeds: QuestionnaireContent {
        var staff = Question("staff", .number, say(T.questionnaires.sampleStaff))
        staff.bounds = 1...500
        return QuestionnaireContent(say(T.questionnaires.sampleSchoolNeeds), [
            QuestionSection(say(T.questionnaires.sampleSchool), [
                staff, text("topics", T.questionnaires.sampleSchoolTopics), text("weak", T.questionnaires.sampleSchoolWeak),
                text("inside", T.questionnaires.sampleSchoolInside),
                forms, days,
            ]),
        ])
    }
}
