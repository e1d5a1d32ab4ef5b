import Forms
import HTML
import Kernel
import Languages
import Look

/// What is not renewed yet, each with a place for its new number.
struct RenewalViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ renewal: Renewal, _ form: FilledForm) -> Screen {
        let cycle = renewal.cycle
        let own = reader.link("/catalogue/cycles/\(cycle.id)")
        return Screen(t(T.catalogue.renewMany), trail: reader.cyclesTrail + [Look.Link(t.run(cycle.title), href: own)]) {
            FormFaults(form)
            Heading(Run(t(T.catalogue.renewMany)), kind: t.run(cycle.title), lead: Run(t(T.catalogue.renewManyLead)))
            if let from = renewal.from {
                search(renewal, from, action: "\(own)/renewal")
                numbers(renewal, from, form, action: "\(own)/renewal")
            } else {
                EmptyState(t(T.catalogue.noEarlierTitle), t(T.catalogue.noEarlierText)) { Empty() }
            }
        }
    }

    private func search(_ renewal: Renewal, _ from: Cycle, action: String) -> some HTML {
        Form(action: action, method: .get, isInline: true) {
            Field(t(T.catalogue.renewFrom), name: "from", value: "\(from.id)").select(renewal.earlier.map { Field.Choice("\($0.id)", t.run($0.title)) })
            Field(t(T.catalogue.searchField), name: "q", value: renewal.words, optional: "").search()
            Submit(t(T.common.show), .quiet)
        }
    }

    @HTMLBuilder
    private func numbers(_ renewal: Renewal, _ from: Cycle, _ form: FilledForm, action: String) -> some HTML {
        if renewal.choices.isEmpty {
            EmptyState(t(T.catalogue.allRenewedTitle), t(T.catalogue.allRenewedText)) { Empty() }
        } else {
            if renewal.isCut { HTML::p(.class("muted")) { t(T.catalogue.listCut(count: renewal.choices.count)) } }
            Form(action: "\(action)?\(Typed(["from": "\(from.id)", "q": renewal.words]).query)", hidden: reader.hidden, isGuarded: true) {
                ForEach(renewal.choices) { choice in
                    let name = RenewedNumber.field(choice.id)
                    Field(
                        "\(choice.number) · \(t.shown(choice.title))", name: name, value: form[name], error: form.fault(name), optional: "", width: .short,
                        labelLang: t.run(choice.title).lang
                    ).text()
                }
                Buttons { Submit(t(T.catalogue.renew)) }
            }
        }
    }
}
