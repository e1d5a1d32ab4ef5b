package import Accounts
package import Catalogue
package import Events
import Kernel
package import Languages
package import Look
package import Needs

/// What lines of a plan name by numbers: forms, people and programmes in words.
package struct PlanWords: Sendable {
    package let forms: [EventForm.ID: EventForm]
    package let people: [Person.ID: String]
    /// Number and title of each.
    package let programmes: [Programme.ID: String]
    package let topics: TopicList

    package func form(_ id: EventForm.ID, _ t: Texts) -> Run { forms[id].map { t.run($0.name(in: t.language)) } ?? Run("") }
    package func person(_ id: Person.ID?) -> String { id.flatMap { people[$0] } ?? "" }

    /// The catalogue number of a programme.
    func number(of id: Programme.ID?) -> String? { id.flatMap { programmes[$0] }?.split(separator: " ").first.map(String.init) }

    /// One thing that a line says, in words.
    package func said(_ field: PlanField, of item: PlanItemDetails, _ t: Texts) -> Run {
        switch field {
        case .form: form(item.form, t)
        case .programme: t.run(item.programme.flatMap { programmes[$0] } ?? "")
        case .topic: item.topic.map { OfferWords(t: t).topic($0, topics) } ?? Run("")
        case .title: t.run(item.title)
        case .person: Run(person(item.person))
        case .term: Run(t.term(item.days))
        case .place: t.run(item.place)
        case .target: t.run(item.target)
        case .people: Run(item.people.map { t.number($0) } ?? "")
        case .source: t.run(item.source)
        case .indicator: indicator(item, t)
        }
    }

    private func indicator(_ item: PlanItemDetails, _ t: Texts) -> Run {
        guard let goal = item.goal else { return t.run(item.indicator) }
        return item.indicator.isEmpty ? Run(t.number(goal)) : t.run("\(item.indicator): \(t.number(goal))")
    }
}
