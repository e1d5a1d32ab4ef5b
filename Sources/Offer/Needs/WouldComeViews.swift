package import Forms
package import HTML
import Kernel
import Languages
import Look

/// "I would come" on the pages of programmes and topics.
package struct WouldComeViews {
    let reader: Reader
    private var t: Texts { reader.t }

    package init(reader: Reader) { self.reader = reader }

    /// How many would come, and the button.
    @HTMLBuilder package func card(_ standing: WouldCome) -> some HTML {
        if standing.isOpen || standing.people > 0 {
            h2 { t(T.needs.wouldCome) }
            HTML::p { t(standing.people == 0 ? T.needs.wouldComeNone : T.needs.wouldComeCount(count: standing.people)) }
            if standing.isMine {
                HTML::p { Chip(.good, t(T.needs.amAmong)) }
                ButtonForm(t(T.needs.takeBack), .quiet, action: reader.link("\(standing.path)/would-come/take-back"), hidden: reader.hidden)
            } else if standing.isOpen {
                if reader.actor.isSignedIn {
                    ButtonForm(t(T.needs.come), action: reader.link("\(standing.path)/would-come"), hidden: reader.hidden)
                } else {
                    LinkButton(t(T.needs.come), href: reader.link("\(standing.path)/would-come"))
                }
            }
        }
    }

    /// The page of the button alone, to which whoever had to enter first comes back.
    func ask(_ standing: WouldCome, _ title: String, _ language: Language, _ form: FilledForm) -> Screen {
        let name = t.run(title, language)
        return Screen(t(T.needs.wouldCome), trail: [Look.Link(name, href: reader.link(standing.path))], isIndexed: false) {
            FormFaults(form)
            Heading(name, kind: Run(t(T.needs.wouldCome)), lead: Run(t(T.needs.wouldComeLead)))
            card(standing)
        }
    }
}
