import HTML
import Kernel
import Languages
import Look
import Web

struct AboutViews {
    let visit: Visit
    private var t: Texts { visit.t }

    func about(_ centre: Centre, _ towns: [Municipality], _ rooms: [Room], schools: Int) -> Answer {
        let name = centre.name(in: visit.language)
        return visit.page(t(T.network.about), description: t(T.network.aboutLead(centre: .text(name)))) {
            Beside {
                Heading(name, kind: t(T.network.about), lead: t(T.network.aboutLead2))
            } card: {
                Card {
                    h2 { t(T.network.contact) }
                    if !centre.street.isEmpty { HTML::p { visit.language.writes(centre.street) } }
                    if !centre.phone.isEmpty { HTML::p { a(.href("tel:\(Phone.dialled(centre.phone))")) { centre.phone } } }
                    HTML::p { a(.href("mailto:\(centre.email)")) { centre.email } }
                }
            } content: {
                if !towns.isEmpty {
                    h2 { t(T.network.whereWeWork) }
                    HTML::p { t(T.network.territorySize(count: towns.count, schools: .phrase(T.network.schoolsCount(count: schools)))) }
                    ul { ForEach(towns) { town in li { town.name(in: visit.language) } } }
                }
                if !rooms.isEmpty {
                    h2 { t(T.network.ourRooms) }
                    ForEach(rooms) { room in
                        PersonLine(t.shown(room.name), detail: [room.details.seats.map { t(T.common.seats(count: $0)) }, t.shown(room.details.address)]
                            .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", "), state: nil) { Empty() }
                    }
                }
            }
        }
    }

    func schools() -> Answer {
        visit.page(t(T.network.forSchools), description: t(T.network.forSchoolsLead)) {
            Heading(t(T.network.forSchools), lead: t(T.network.forSchoolsLead))
            Steps([
                .init(t(T.network.forSchoolsNeeds), t(T.network.forSchoolsNeedsText), .next),
                .init(t(T.network.forSchoolsApply), t(T.network.forSchoolsApplyText), .next),
                .init(t(T.network.forSchoolsNear), t(T.network.forSchoolsNearText), .next),
                .init(t(T.network.forSchoolsProof), t(T.network.forSchoolsProofText), .next),
            ])
            Buttons {
                LinkButton(t(T.network.seeEvents), href: visit.link("/events"))
                LinkButton(t(T.network.writeUs), href: "mailto:\(visit.centre.email)", .quiet)
            }
        }
    }
}
