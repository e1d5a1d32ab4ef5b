package import Languages

/// Topics to begin with, in all languages, with words that people use for them. They are composed from what catalogues of programmes and surveys of needs
/// usually name; a centre renames, merges and adds.
package enum TopicStarter {
    /// The names of each, and other words for it in one text, set apart by semicolons.
    private static let texts: [(name: Phrase, words: Phrase)] = [
        (T.needs.starterDigital, T.needs.starterDigitalWords), (T.needs.starterAi, T.needs.starterAiWords),
        (T.needs.starterSafety, T.needs.starterSafetyWords), (T.needs.starterMedia, T.needs.starterMediaWords),
        (T.needs.starterRobots, T.needs.starterRobotsWords), (T.needs.starterMaths, T.needs.starterMathsWords),
        (T.needs.starterScience, T.needs.starterScienceWords), (T.needs.starterReading, T.needs.starterReadingWords),
        (T.needs.starterLanguages, T.needs.starterLanguagesWords), (T.needs.starterHistory, T.needs.starterHistoryWords),
        (T.needs.starterGeography, T.needs.starterGeographyWords), (T.needs.starterArts, T.needs.starterArtsWords),
        (T.needs.starterSport, T.needs.starterSportWords), (T.needs.starterPrimary, T.needs.starterPrimaryWords),
        (T.needs.starterPlay, T.needs.starterPlayWords), (T.needs.starterProjects, T.needs.starterProjectsWords),
        (T.needs.starterActive, T.needs.starterActiveWords), (T.needs.starterAssessment, T.needs.starterAssessmentWords),
        (T.needs.starterExams, T.needs.starterExamsWords), (T.needs.starterPlanning, T.needs.starterPlanningWords),
        (T.needs.starterCross, T.needs.starterCrossWords), (T.needs.starterDifferentiated, T.needs.starterDifferentiatedWords),
        (T.needs.starterInclusion, T.needs.starterInclusionWords), (T.needs.starterAutism, T.needs.starterAutismWords),
        (T.needs.starterAttention, T.needs.starterAttentionWords), (T.needs.starterDyslexia, T.needs.starterDyslexiaWords),
        (T.needs.starterGifted, T.needs.starterGiftedWords), (T.needs.starterEmotional, T.needs.starterEmotionalWords),
        (T.needs.starterDiscipline, T.needs.starterDisciplineWords), (T.needs.starterViolence, T.needs.starterViolenceWords),
        (T.needs.starterMental, T.needs.starterMentalWords), (T.needs.starterBurnout, T.needs.starterBurnoutWords),
        (T.needs.starterParents, T.needs.starterParentsWords), (T.needs.starterTutor, T.needs.starterTutorWords),
        (T.needs.starterEvaluation, T.needs.starterEvaluationWords), (T.needs.starterLeadership, T.needs.starterLeadershipWords),
        (T.needs.starterMentoring, T.needs.starterMentoringWords), (T.needs.starterCareer, T.needs.starterCareerWords),
        (T.needs.starterEcology, T.needs.starterEcologyWords), (T.needs.starterCivic, T.needs.starterCivicWords),
        (T.needs.starterDiversity, T.needs.starterDiversityWords), (T.needs.starterLibrary, T.needs.starterLibraryWords),
    ]

    package static func drafts(_ words: TextCatalogue) -> [TopicDraft] {
        let all = [Language.sr, .lt, .en].map { words.texts($0, in: .utc) }
        return texts.map { text in
            var seen: Set<String> = []
            let names = all.map { $0(text.name) }, others = all.flatMap { $0(text.words).split(separator: ";").map { WrittenText.line(String($0)) } }
            return TopicDraft(TopicNames(sr: names[0], lt: names[1], en: names[2]), words: others.filter { seen.insert(TopicWord.key($0)).inserted })
        }
    }
}
