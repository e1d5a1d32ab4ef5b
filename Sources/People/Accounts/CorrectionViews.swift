import Forms
import HTML
import Kernel
import Languages
import Look

/// Corrections that wait to be seen: of each person what stood there and what stands there now.
struct CorrectionViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ corrections: [Correction]) -> Screen {
        Screen(t(T.accounts.correctionsTitle), trail: [Look.Link(t(T.accounts.peopleTitle), href: reader.link("/people"))]) {
            Heading(t(T.accounts.correctionsTitle), lead: t(T.accounts.correctionsLead))
            if corrections.isEmpty { EmptyState(t(T.accounts.correctionsNone), t(T.accounts.correctionsNoneText)) { Empty() } }
            ForEach(corrections) { correction in
                let person = correction.person
                h2 { a(.href(reader.link("/people/\(person.id)"))) { person.name.listed } }
                Timeline(correction.deeds.map { deed in
                    Timeline.Entry(
                        moment: deed.at.iso, when: t.instant(deed.at), who: person.name.full, what: t.written(deed.deed), detail: ChangeWords(t: t)(deed.changes))
                })
                Buttons {
                    ButtonForm(t(T.accounts.correctionSee), .quiet, action: reader.link("/people/corrections/\(person.id)/seen"), hidden: reader.hidden)
                }
            }
            if corrections.count > 1 {
                Buttons { ButtonForm(t(T.accounts.correctionsSeeAll), action: reader.link("/people/corrections/seen"), hidden: reader.hidden) }
            }
        }
    }
}
