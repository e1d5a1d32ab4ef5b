package import Languages
import Needs

/// One thing that a line of a plan says.
package enum PlanField: CaseIterable, Sendable {
    case form, programme, topic, title, person, term, place, target, people, source, indicator

    package var name: Phrase {
        switch self {
        case .form: T.planning.form
        case .programme: T.planning.programme
        case .topic: T.needs.topic
        case .title: T.planning.title
        case .person: T.planning.person
        case .term: T.planning.term
        case .place: T.planning.place
        case .target: T.planning.target
        case .people: T.planning.people
        case .source: T.planning.source
        case .indicator: T.planning.indicator
        }
    }

    fileprivate func isSame(_ one: PlanItemDetails, _ other: PlanItemDetails) -> Bool {
        switch self {
        case .form: one.form == other.form
        case .programme: one.programme == other.programme
        case .topic: one.topic == other.topic
        case .title: one.title == other.title
        case .person: one.person == other.person
        case .term: one.days == other.days
        case .place: one.place == other.place
        case .target: one.target == other.target
        case .people: one.people == other.people
        case .source: one.source == other.source
        case .indicator: one.indicator == other.indicator && one.goal == other.goal
        }
    }
}

/// What one version has that another has not, line by line. The order of lines is no difference.
package struct PlanDifference: Sendable {
    package struct Changed: Sendable {
        package let before: PlanItemDetails
        package let after: PlanItemDetails
        package let fields: [PlanField]
    }

    package let added: [PlanItemDetails]
    package let removed: [PlanItemDetails]
    package let changed: [Changed]

    package init(from before: [PlanItem], to after: [PlanItem]) {
        let (old, new) = (Dictionary(uniqueKeysWithValues: before.map { ($0.id, $0.details) }), Set(after.map(\.id)))
        added = after.filter { old[$0.id] == nil }.map(\.details)
        removed = before.filter { !new.contains($0.id) }.map(\.details)
        changed = after.compactMap { item in
            guard let was = old[item.id] else { return nil }
            let fields = PlanField.allCases.filter { !$0.isSame(was, item.details) }
            return fields.isEmpty ? nil : Changed(before: was, after: item.details, fields: fields)
        }
    }

    package var isNothing: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }
}
