import Accounts
import Catalogue
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// What a colleague sees of a seat that is offered.
struct HandOverViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func ask(_ offer: HandOver) -> Screen {
        let event = offer.dossier.event, title = event.title(in: reader.language)
        return Screen(title.text, trail: [Look.Link(t(T.accounts.me), href: reader.link("/me"))], isIndexed: false) {
            Heading(title.text, kind: t(T.registration.handOverWaits), lang: title.language.htmlLang)
            HTML::p { t(T.registration.handOverAsk(name: .text(offer.giver.name.full))) }
            Facts {
                ForEach(EventSummary.facts(event, offer.dossier.centre, t)) { fact in FactLine(fact.label, fact.value) }
                FactLine(t(T.registration.payer), t(offer.dossier.registration.payer.ofOthers))
            }
            ButtonForm(t(T.registration.handOverAccept), action: path(offer) + "/accept", hidden: reader.hidden)
            ButtonForm(t(T.registration.handOverDecline), .quiet, action: path(offer) + "/decline", hidden: reader.hidden)
        }
    }

    /// On one's own page.
    func waiting(_ offers: [HandOver]) -> Markup {
        Markup(ActList(offers.map { offer in
            ActList.Line(
                .waiting, when: "", t.run(offer.dossier.event.title(in: reader.language)), detail: t(T.registration.handOverAsk(name: .text(offer.giver.name.full))),
                act: Look.Link(t(T.registration.letterHandOverAct), href: path(offer)))
        }))
    }

    private func path(_ offer: HandOver) -> String { reader.link("/registrations/\(offer.dossier.registration.id)/hand-over") }
}
