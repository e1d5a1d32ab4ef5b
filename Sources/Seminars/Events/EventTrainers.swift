import Catalogue
package import Forms
import Foundation
import HTML
package import Kernel
package import Languages
import Look

/// Who holds an event, as its form asks: the programme's trainers to be ticked, others to be typed where the programme's accreditor lets them.
extension EventPlanForm {
    /// All that were ticked or typed, each once.
    package var trainerNames: [String] {
        let typed = typed.fields.filter { $0.name == "trainers" }.flatMap { WrittenText.lines($0.value).split(whereSeparator: \.isNewline) }
        return typed.map { $0.trimmingCharacters(in: .whitespaces) }.reduce(into: []) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
    }

    /// So many usually hold it together; of a longer list somebody must choose.
    private static let together = 3

    /// Whom the form takes over from a programme.
    func usual(_ list: TrainerList) -> [String] { list.listed.count <= Self.together ? list.listed.map(\.name) : [] }
}

/// The trainers' part of the form.
struct EventTrainerFields: View {
    /// What they are called.
    let lead: EventLead
    let list: TrainerList
    /// People who are known here, for the browser to propose.
    let known: [Trainer]
    let plan: EventPlanForm
    let form: FilledForm
    private var t: Texts { form.t }

    var body: some HTML {
        let others = plan.trainerNames.filter { !list.names($0) }
        if list.listed.isEmpty {
            area(lead.name, plan.trainerNames, hint: T.events.trainersHint, error: form.fault("trainers"))
            search
        } else {
            Field(
                t(T.events.trainersListed), name: "trainers", hint: t(T.events.trainersListedHint), error: form.fault("trainers"), optional: t(T.common.optional)
            ).checkboxes(list.listed.map { Field.Choice($0.name, t.run(name: $0.name, list.language)) }, chosen: Set(plan.trainerNames.compactMap { list.entry($0)?.name }))
            if !others.isEmpty || !list.isClosed { area(T.events.trainersOthers, others, hint: T.events.trainersHint, row: "others") }
            if !list.isClosed { search }
        }
    }

    private func area(_ label: Phrase, _ names: [String], hint: Phrase, row: String? = nil, error: String? = nil) -> some HTML {
        Field(
            t(label), name: "trainers", row: row, value: names.joined(separator: "\n"), hint: t(hint), error: error, optional: t(T.common.optional), width: .full,
            autocomplete: "off", limit: t(T.forms.atMost(most: .number(TextLimit.of("trainers").rawValue)))
        ).area(rows: 3)
    }

    @HTMLBuilder private var search: some HTML {
        form.field(lead == .trainer ? T.events.trainerWords : T.events.leadWords, EventPlanForm.trainerWords, hint: T.events.trainerWordsHint, isOptional: true, autocomplete: "off")
            .text(proposing: known.map(\.name))
        Submit(t(lead == .trainer ? T.events.trainerAdd : T.events.leadAdd), .quiet, name: "trainer", value: "yes")
    }
}

/// A warning of trainers whom the programme does not list, where its accreditor lets them hold it all the same.
struct TrainerNotice: View {
    let outsiders: [String]
    let t: Texts

    var body: Markup {
        if !outsiders.isEmpty {
            Notice(.waiting, t(T.events.trainersOutside)) {
                HTML::p { t(T.events.trainersOutsideText(names: .list(outsiders.map { .text($0) }))) }
            }
        }
    }
}

extension EventStore {
    /// Names of an event's trainers who are not on the list of its programme, though nobody forbids it.
    package static func outsiders(of event: Event, in act: Act) throws -> [String] {
        guard let list = try programme(event.plan.programme, in: act)?.trainerList else { return [] }
        return event.plan.trainers.filter { list.warns(of: $0.name, person: $0.person) }.map(\.name)
    }
}
