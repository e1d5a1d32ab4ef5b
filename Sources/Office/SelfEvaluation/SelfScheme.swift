import Languages

/// With what such centres usually begin: learning environments and management, as Lithuanian institutions value them.
enum SelfScheme {
    private static let areas: [(name: Phrase, features: [(name: Phrase, hint: Phrase, facts: [SelfFact])])] = [
        (T.selfevaluation.areaLearning, [
            (T.selfevaluation.featureEvents, T.selfevaluation.featureEventsHint, [.events, .hours, .participations, .people]),
            (T.selfevaluation.featureExperience, T.selfevaluation.featureExperienceHint, [.practices, .tries, .publications, .circles, .meetings]),
            (T.selfevaluation.featurePartners, T.selfevaluation.featurePartnersHint, [.projects, .agreements, .contests]),
            (T.selfevaluation.featureExpertise, T.selfevaluation.featureExpertiseHint, [.certificates]),
        ]),
        (T.selfevaluation.areaManagement, [
            (T.selfevaluation.featureLeadership, T.selfevaluation.featureLeadershipHint, [.people]),
            (T.selfevaluation.featurePlanning, T.selfevaluation.featurePlanningHint, [.planned, .events]),
            (T.selfevaluation.featureProgrammes, T.selfevaluation.featureProgrammesHint, [.events, .certificates]),
        ]),
    ]

    static func usual(_ t: Texts) -> [(name: String, features: [SelfFeatureDraft])] {
        areas.map { area in (t(area.name), area.features.map { SelfFeatureDraft(t($0.name), hint: t($0.hint), facts: $0.facts) }) }
    }
}
