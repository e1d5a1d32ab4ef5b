import Accounts
import Forms
import HTML
import Kernel
import Languages
import Look

/// The page on which many names are said to be somebody.
struct TrainerTiesViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ untied: [UntiedTrainer], _ form: FilledForm) -> Screen {
        let shown = Array(untied.prefix(TrainerTies.most).enumerated()), clear = untied.count { $0.only != nil }, path = reader.link("/catalogue/trainers")
        return Screen(t(T.catalogue.ties), trail: reader.catalogueTrail) {
            FormFaults(form)
            Heading(t(T.catalogue.ties), lead: t(T.catalogue.tiesLead))
            if untied.isEmpty {
                EmptyState(t(T.catalogue.tiesGood), t(T.catalogue.tiesGoodText)) { Empty() }
            } else {
                if clear > 1 {
                    Notice(.info, t(T.catalogue.tiesClear(count: clear))) {
                        ButtonForm(t(T.catalogue.tiesAll), .quiet, action: path, hidden: reader.hidden + [Hidden("all", "yes")])
                    }
                }
                Form(action: path, hidden: reader.hidden + shown.map { Hidden(TrainerTies.nameField($0.offset), $0.element.name) }, isGuarded: true) {
                    ForEach(shown) { place, trainer in
                        let name = TrainerTies.field(place)
                        Field(
                            trainer.name, name: name, value: form[name], hint: t(T.catalogue.tiesOn(count: trainer.programmes)), error: form.fault(name), optional: ""
                        ).radios(trainer.people.map { double in
                            Field.Choice(
                                "\(double.person.id)", Run(double.person.name.full),
                                hints: (double.person.email.map { [Run($0)] } ?? []) + double.schools.map { t.run($0) })
                        } + [Field.Choice("", t(T.catalogue.tiesLater))])
                    }
                    Buttons { Submit(t(T.catalogue.tie)) }
                }
            }
        }
    }
}
