import Forms
import HTML
import Kernel
import Languages
import Look

struct AboutViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func about(_ centre: Centre, _ towns: [Municipality], _ halls: [Hall], schools: Int, _ parts: [(title: Phrase?, shown: Markup)]) -> Screen {
        let name = centre.name(in: reader.language)
        return Screen(t(T.centres.about), description: t(T.centres.aboutLead(centre: .text(name)))) {
            Beside {
                Heading(name, kind: t(T.centres.about), lead: t(T.centres.aboutLead2))
            } card: {
                Card {
                    h2 { t(T.centres.contact) }
                    if !centre.street.isEmpty { HTML::p { t.run(centre.street) } }
                    if !centre.phone.isEmpty { HTML::p { a(.href("tel:\(Phone.dialled(centre.phone))")) { centre.phone } } }
                    HTML::p { a(.href("mailto:\(centre.email)")) { centre.email } }
                }
            } content: {
                ForEach(parts) { part in
                    if let title = part.title { h2 { t(title) } }
                    part.shown
                }
                if !towns.isEmpty {
                    h2 { t(T.centres.whereWeWork) }
                    HTML::p { t(T.centres.territorySize(count: towns.count, schools: .phrase(T.centres.schoolsCount(count: schools)))) }
                    TerritoryMap(towns, seat: towns.first { $0.id == centre.municipality }, t: t)
                    ul(.class("places")) { ForEach(towns) { town in li { t.run(town.name) } } }
                }
                if !halls.isEmpty {
                    h2 { t(T.centres.ourHalls) }
                    ForEach(halls) { hall in
                        let address = hall.details.address.isEmpty ? nil : t.run(hall.details.address)
                        PersonLine(t.run(hall.name), detail: [hall.details.seats.map { Run(t(T.common.seats(count: $0))) }, address].compactMap(\.self))
                    }
                }
            }
        }
    }

    func schools() -> Screen {
        Screen(t(T.centres.forSchools), description: t(T.centres.forSchoolsLead)) {
            Heading(t(T.centres.forSchools), lead: t(T.centres.forSchoolsLead))
            Steps([
                .init(t(T.centres.forSchoolsNeeds), t(T.centres.forSchoolsNeedsText), .next),
                .init(t(T.centres.forSchoolsApply), t(T.centres.forSchoolsApplyText), .next),
                .init(t(T.centres.forSchoolsNear), t(T.centres.forSchoolsNearText), .next),
                .init(t(T.centres.forSchoolsProof), t(T.centres.forSchoolsProofText), .next),
            ])
            Buttons {
                LinkButton(t(T.centres.seeEvents), href: reader.link("/events"))
                LinkButton(t(T.centres.writeUs), href: "mailto:\(reader.centre.email)", .quiet)
            }
        }
    }
}
