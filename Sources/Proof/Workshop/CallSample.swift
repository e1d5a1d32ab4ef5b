import Catalogue
package import Centres
import Kernel
package import Languages

/// Calls that come with the house as beginnings: a centre takes a copy and makes it its own. What they ask is composed from what calls and catalogues have
/// asked so far; nothing of it is confirmed by the text of a call in force, and each says so.
package enum CallSample: String, CaseIterable, Sendable {
    case serbianProgramme, serbianGathering, lithuanianProgramme

    package var country: Country { self == .lithuanianProgramme ? .lithuania : .serbia }

    package func details(_ words: TextCatalogue) -> CallDetails {
        func say(_ phrase: Phrase) -> CallWords { CallWords(phrase, words) }
        func part(_ code: String, _ phrase: Phrase, _ most: Int? = nil, isRequired: Bool = true) -> CallPart {
            CallPart(code, say(phrase), most: most, isRequired: isRequired)
        }
        var details: CallDetails
        switch self {
        case .serbianProgramme:
            details = CallDetails(.programme, in: .serbia, title: say(T.workshop.sampleProgramme))
            details.source = words.texts(.sr, in: .utc)(T.workshop.sampleProgrammeSource)
            details.admits = words.texts(.sr, in: .utc)(T.workshop.sampleProgrammeAdmits)
            details.fields = [
                part("need", T.workshop.fieldNeed, 2_000), part(ContentField.goal, T.catalogue.goal, 600),
                part(ContentField.specificGoals, T.catalogue.specificGoals, 1_000),
                part(ContentField.outcomes, T.catalogue.outcomes, 1_500), part(ContentField.topics, T.workshop.fieldTopics, 3_000),
                part("methods", T.workshop.fieldMethods, 1_500), part(ContentField.target, T.catalogue.target, 500),
                part(ContentField.phases, T.catalogue.phases, 1_000, isRequired: false), part(ContentField.evaluation, T.catalogue.evaluation, 1_000),
                part(ContentField.followUp, T.catalogue.followUp, 1_000), part("references", T.workshop.fieldReferences, 1_500),
                part(ContentField.price, T.workshop.fieldPrice, 300),
            ]
            details.criteria = [
                part("competences", T.workshop.criterionCompetences), part("priorities", T.workshop.criterionPriorities), part("logic", T.workshop.criterionLogic),
                part("practice", T.workshop.criterionPractice), part("follow", T.workshop.criterionFollow), part("people", T.workshop.criterionPeople),
            ]
            details.enclosures = [
                part("cover", T.workshop.enclosureCover), part("form", T.workshop.enclosureForm), part("registration", T.workshop.enclosureRegistration),
                part("consents", T.workshop.enclosureConsents), part("materials", T.workshop.enclosureMaterials),
                part("questionnaire", T.workshop.enclosureQuestionnaire),
                part("effects", T.workshop.enclosureEffects, isRequired: false),
            ]
        case .serbianGathering:
            details = CallDetails(.gathering, in: .serbia, title: say(T.workshop.sampleGathering))
            details.source = words.texts(.sr, in: .utc)(T.workshop.sampleGatheringSource)
            (details.aheadDays, details.validMonths) = (60, 12)
            details.fields = [
                part("kind", T.workshop.fieldGatheringKind, 200), part("organisers", T.workshop.fieldOrganisers, 500), part(ContentField.goal, T.catalogue.goal, 600),
                part(ContentField.target, T.catalogue.target, 500), part("programme", T.workshop.fieldDayPlan, 3_000),
                part("committees", T.workshop.fieldCommittees, 1_000),
                part(ContentField.evaluation, T.catalogue.evaluation, 1_000), part(ContentField.price, T.workshop.fieldPrice, 300, isRequired: false),
            ]
            details.criteria = [
                part("priorities", T.workshop.criterionPriorities), part("logic", T.workshop.criterionLogic), part("people", T.workshop.criterionPeople),
            ]
            details.enclosures = [part("plan", T.workshop.enclosurePlan)]
        case .lithuanianProgramme:
            details = CallDetails(.programme, in: .lithuania, title: say(T.workshop.sampleLithuanian))
            details.source = words.texts(.lt, in: .utc)(T.workshop.sampleLithuanianSource)
            details.fields = [
                part("need", T.workshop.fieldNeed, 1_500), part(ContentField.goal, T.catalogue.goal, 500),
                part(ContentField.specificGoals, T.catalogue.specificGoals, 1_000),
                part(ContentField.outcomes, T.catalogue.outcomes, 1_500), part(ContentField.topics, T.workshop.fieldTopics, 3_000),
                part("methods", T.workshop.fieldMethods, 1_000), part(ContentField.target, T.catalogue.target, 500),
                part(ContentField.evaluation, T.catalogue.evaluation, 1_000), part("references", T.workshop.fieldReferences, 1_500),
            ]
            details.criteria = [
                part("competences", T.workshop.criterionCompetences), part("logic", T.workshop.criterionLogic), part("practice", T.workshop.criterionPractice),
                part("people", T.workshop.criterionPeople),
            ]
            details.enclosures = [part("materials", T.workshop.enclosureMaterials), part("questionnaire", T.workshop.enclosureQuestionnaire, isRequired: false)]
        }
        return details
    }
}
