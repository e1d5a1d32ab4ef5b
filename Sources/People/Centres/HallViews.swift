import HTML
import Imports
import Kernel
import Languages
import Look
import Web

struct HallViews {
    let visit: Visit
    private var t: Texts { visit.t }

    func list(_ halls: [Hall]) -> Answer {
        visit.page(t(T.centres.halls), trail: visit.settingsTrail) {
            Heading(t(T.centres.halls), lead: t(T.centres.hallsLead))
            if halls.isEmpty {
                EmptyState(t(T.centres.noHallsTitle), t(T.centres.noHalls)) { Empty() }
            } else {
                DataTable(t(T.centres.halls), rows: halls, columns: [
                    Column(t(T.centres.hall), .name) { hall in a(.href(visit.link("/settings/halls/\(hall.id)"))) { t.shown(hall.name) } },
                    Column(t(T.centres.seats), .number) { hall in hall.details.seats.map { t.number($0) } ?? "" },
                    Column(t(T.centres.address)) { hall in t.shown(hall.details.address) },
                    Column(t(T.common.state)) { hall in hall.isClosed ? Chip(.neutral, t(T.centres.hallIsClosed)) : Chip(.good, t(T.centres.hallIsOpen)) },
                    Column(t(T.centres.act), .act) { hall in
                        ButtonForm(t(hall.isClosed ? T.centres.reopenHall : T.centres.closeHall), .quiet,
                                   action: visit.link("/settings/halls/\(hall.id)/\(hall.isClosed ? "reopen" : "close")"), hidden: visit.hidden)
                    },
                ], isCaptionHidden: true)
            }
            Buttons { LinkButton(t(T.centres.newHall), href: visit.link("/settings/halls/new")) }
        }
    }

    func form(_ hall: Hall?, _ typed: Typed, _ problem: Problem?) -> Answer {
        let title = hall.map { t.shown($0.name) } ?? t(T.centres.newHall)
        let trail = visit.settingsTrail + [Look.Link(t(T.centres.halls), href: visit.link("/settings/halls"))]
        return visit.page(title, trail: trail, status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.common.errorsTitle), visit.mistakes(problem))
            Heading(title)
            Form(action: visit.link("/settings/halls/\(hall?.id.description ?? "new")"), hidden: visit.hidden) {
                Field(t(T.centres.hallName), name: "name", value: typed["name"], error: visit.mistake("name", problem)).text()
                Field(t(T.centres.seats), name: "seats", value: typed["seats"], error: visit.mistake("seats", problem), optional: t(T.common.optional), width: .short).number()
                Field(t(T.centres.address), name: "address", value: typed["address"], hint: t(T.centres.hallAddressHint), error: visit.mistake("address", problem), optional: t(T.common.optional), width: .full).text()
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.cancel), href: visit.link("/settings/halls"), .quiet)
                }
            }
        }
    }
}
