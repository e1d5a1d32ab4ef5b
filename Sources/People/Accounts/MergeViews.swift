import Centres
package import Forms
package import HTML
import Kernel
import Languages
import Look

/// The pages by which two people become one.
struct MergeViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.accounts.peopleTitle), href: reader.link("/people"))] }

    func list(_ pairs: [LikelyPair]) -> Screen {
        Screen(t(T.accounts.doublesTitle), trail: trail) {
            Heading(t(T.accounts.doublesTitle), lead: t(T.accounts.doublesLead))
            if pairs.isEmpty { EmptyState(t(T.accounts.doublesNone), t(T.accounts.doublesNoneText)) { Empty() } }
            ForEach(pairs) { pair in
                let path = reader.link("/people/\(pair.one.person.id)/merge/\(pair.other.person.id)")
                h2 { pair.one.person.name.listed }
                HTML::p(.class("muted")) { t(pair.why.reason) }
                line(pair.one)
                line(pair.other)
                Buttons {
                    LinkButton(t(T.accounts.mergeLook), href: path)
                    ButtonForm(t(T.accounts.tellApart), .quiet, action: path + "/apart", hidden: reader.hidden)
                }
            }
        }
    }

    func choose(_ person: Person, _ namesakes: [LikelyDouble], asked: String, _ found: [Person]) -> Screen {
        let path = reader.link("/people/\(person.id)")
        return Screen(t(T.accounts.mergeTitle), trail: trail + [Look.Link(person.name.full, href: path)]) {
            Heading(t(T.accounts.mergeTitle), lead: t(T.accounts.mergeChooseLead(name: .text(person.name.full))))
            if !namesakes.isEmpty { h2 { t(T.accounts.namesakes) } }
            ForEach(namesakes) { double in line(double, href: path + "/merge/\(double.person.id)") }
            Form(action: path + "/merge", method: .get, isInline: true) {
                Field(t(T.accounts.peopleSearch), name: "q", value: asked).search()
                Submit(t(T.common.search), .quiet)
            }
            if !asked.isEmpty, found.isEmpty { EmptyState(t(T.accounts.peopleNone), t(T.accounts.mergeNoneText)) { Empty() } }
            ForEach(found) { other in PersonLine(Run(other.name.listed), href: path + "/merge/\(other.id)", detail: contacts(other)) }
        }
    }

    /// - Parameters:
    ///   - schools: where each of them works.
    ///   - path: of the page.
    func ask(_ plan: MergePlan, _ schools: (kept: [String], gone: [String]), _ form: FilledForm, at path: String) -> Screen {
        Screen(t(T.accounts.mergeTitle), trail: trail + [Look.Link(plan.kept.name.full, href: reader.link("/people/\(plan.kept.id)"))]) {
            FormFaults(form, title: T.accounts.mergeNotDone)
            Heading(t(T.accounts.mergeTitle), lead: t(T.accounts.mergeLead))
            card(plan.kept, schools.kept, T.accounts.mergeStays)
            card(plan.gone, schools.gone, T.accounts.mergeGoes)
            if plan.conflicts.isEmpty {
                act(plan, form, at: path)
            } else {
                Notice(.waiting, t(T.accounts.mergeDecideFirst)) {
                    ForEach(plan.conflicts) { conflict in
                        HTML::p { if let path = conflict.path { a(.href(reader.link(path))) { t(conflict.what) } } else { t(conflict.what) } }
                    }
                }
                Buttons { LinkButton(t(T.common.back), href: reader.link("/people/\(plan.kept.id)"), .quiet) }
            }
        }
    }

    @HTMLBuilder private func act(_ plan: MergePlan, _ form: FilledForm, at path: String) -> some HTML {
        let both = [plan.kept, plan.gone]
        Form(action: reader.link(path), hidden: reader.hidden) {
            if plan.asksAddress {
                form.field(T.accounts.mergeAddress, MergeChoice.addressField, otherwise: "\(plan.kept.id)", hint: T.accounts.mergeAddressHint)
                    .radios(both.map { Field.Choice("\($0.id)", $0.email ?? "") })
            } else if let email = plan.gone.email {
                HTML::p { t(T.accounts.mergeAddressGoes(email: .text(email))) }
            }
            if plan.asksName {
                form.field(T.accounts.mergeName, MergeChoice.nameField, otherwise: "\(plan.kept.id)").radios(both.map { Field.Choice("\($0.id)", $0.name.full) })
            }
            HTML::p { t(T.accounts.mergeMeans(count: Merge.days)) }
            Buttons {
                Submit(t(T.accounts.mergeAct))
                LinkButton(t(T.common.cancel), href: reader.link("/people/\(plan.kept.id)"), .quiet)
            }
        }
    }

    @HTMLBuilder private func card(_ person: Person, _ schools: [String], _ title: Phrase) -> some HTML {
        h2 { t(title) }
        Facts {
            FactLine(t(T.accounts.nameWritten)) { a(.href(reader.link("/people/\(person.id)"))) { person.name.full } }
            FactLine(t(T.common.email), [person.email ?? "–", person.email != nil && person.verified == nil ? t(T.accounts.addressUnproved) : ""]
                .filter { !$0.isEmpty }.joined(separator: " · "))
            FactLine(t(T.accounts.phone), person.phone.isEmpty ? "–" : person.phone)
            if !schools.isEmpty { FactLine(t(T.centres.institution), schools.map { t.shown($0) }.joined(separator: "; ")) }
        }
    }

    private func line(_ double: LikelyDouble, href: String? = nil) -> PersonLine {
        PersonLine(
            Run(double.person.name.listed), href: href ?? reader.link("/people/\(double.person.id)"),
            detail: contacts(double.person) + double.schools.map { t.run($0) })
    }

    private func contacts(_ person: Person) -> [Run] { [person.email ?? "", person.phone].filter { !$0.isEmpty }.map { Run($0) } }
}

/// Asks, in a form where staff write somebody down, whether it is somebody known.
package struct MeantPersonField: View {
    let form: FilledForm
    let doubles: [LikelyDouble]

    /// - Parameter doubles: those who may be meant; without any there is nothing to ask.
    package init(_ form: FilledForm, among doubles: [LikelyDouble]) {
        (self.form, self.doubles) = (form, doubles)
    }

    package var body: Markup {
        if !doubles.isEmpty {
            form.field(T.accounts.doubleQuestion, MeantPerson.field)
                .radios(doubles.map { Field.Choice("\($0.person.id)", form.t(T.accounts.doubleSame(name: .text($0.person.name.full))), hint: told($0)) }
                    + [Field.Choice(MeantPerson.other, form.t(T.accounts.doubleOther))])
        }
    }

    private func told(_ double: LikelyDouble) -> String {
        ([double.person.email ?? "", double.person.phone] + double.schools.map { form.t.shown($0) }).filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
