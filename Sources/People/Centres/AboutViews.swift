import HTML
import Kernel
import Languages
import Look
import Web

struct AboutViews {
    let visit: Visit
    private var t: Texts { visit.t }

    func about(_ centre: Centre, _ towns: [Municipality], _ halls: [Hall], schools: Int) -> Answer {
        let name = centre.name(in: visit.language)
        return visit.page(t(T.centres.about), description: t(T.centres.aboutLead(centre: .text(name)))) {
            Beside {
                Heading(name, kind: t(T.centres.about), lead: t(T.centres.aboutLead2))
            } card: {
                Card {
                    h2 { t(T.centres.contact) }
                    if !centre.street.isEmpty { HTML::p { visit.language.writes(centre.street) } }
                    if !centre.phone.isEmpty { HTML::p { a(.href("tel:\(Phone.dialled(centre.phone))")) { centre.phone } } }
                    HTML::p { a(.href("mailto:\(centre.email)")) { centre.email } }
                }
            } content: {
                if !towns.isEmpty {
                    h2 { t(T.centres.whereWeWork) }
                    HTML::p { t(T.centres.territorySize(count: towns.count, schools: .phrase(T.centres.schoolsCount(count: schools)))) }
                    ul { ForEach(towns) { town in li { town.name(in: visit.language) } } }
                }
                if !halls.isEmpty {
                    h2 { t(T.centres.ourHalls) }
                    ForEach(halls) { hall in
                        PersonLine(t.shown(hall.name), detail: [hall.details.seats.map { t(T.common.seats(count: $0)) }, t.shown(hall.details.address)]
                            .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", "), state: nil) { Empty() }
                    }
                }
            }
        }
    }

    func schools() -> Answer {
        visit.page(t(T.centres.forSchools), description: t(T.centres.forSchoolsLead)) {
            Heading(t(T.centres.forSchools), lead: t(T.centres.forSchoolsLead))
            Steps([
                .init(t(T.centres.forSchoolsNeeds), t(T.centres.forSchoolsNeedsText), .next),
                .init(t(T.centres.forSchoolsApply), t(T.centres.forSchoolsApplyText), .next),
                .init(t(T.centres.forSchoolsNear), t(T.centres.forSchoolsNearText), .next),
                .init(t(T.centres.forSchoolsProof), t(T.centres.forSchoolsProofText), .next),
            ])
            Buttons {
                LinkButton(t(T.centres.seeEvents), href: visit.link("/events"))
                LinkButton(t(T.centres.writeUs), href: "mailto:\(visit.centre.email)", .quiet)
            }
        }
    }
}
