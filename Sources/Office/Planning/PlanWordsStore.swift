package import Accounts
import Catalogue
import Events
package import Kernel
import Needs

/// Words for what lines of plans name by numbers.
package enum PlanWordsStore {
    package static func words(of items: [PlanItemDetails], besides people: [Person.ID?] = [], in act: Act) throws -> PlanWords {
        let programmes = try ProgrammeStore.all(Array(Set(items.compactMap(\.programme))), in: act)
        return PlanWords(
            forms: try EventFormStore.all(in: act), people: try PersonStore.names(of: Set(items.compactMap(\.person) + people.compactMap { $0 }), in: act),
            programmes: Dictionary(uniqueKeysWithValues: programmes.map { ($0.id, PlanItemDetails.named($0.number, $0.title)) }), topics: try TopicStore.list(in: act))
    }

    /// What can be chosen in the form of a line.
    package static func offer(of plan: YearPlan, item: PlanItem?, in act: Act) throws -> PlanItemOffer {
        let forms = try EventFormStore.forms(of: plan.centre, all: true, in: act)
        return PlanItemOffer(
            plan: plan, forms: forms.filter { !$0.isClosed || $0.id == item?.details.form }, staff: try YearPlanStore.staff(of: plan.centre, in: act),
            sources: try PlanSettingsStore.sources(of: plan.centre, in: act), programmes: try ProgrammeStore.choices(in: act),
            topics: try TopicStore.list(in: act), own: try item?.details.programme.map { try ProgrammeStore.programme($0, in: act) },
            lines: try YearPlanStore.items(of: plan.id, in: act).count)
    }
}
