import HTML
import Imports
import Kernel
import Languages
import Look
import Web

struct MunicipalityViews {
    let visit: Visit
    private var t: Texts { visit.t }

    func list(_ towns: [ListedMunicipality], _ centres: [Centre.ID: String], _ seat: Coordinates?) -> Answer {
        let isNear = visit.query["sort"] == "near"
        return visit.page(t(T.centres.municipalities), trail: visit.settingsTrail) {
            Heading(t(T.centres.municipalities))
            Form(action: visit.link("/settings/municipalities"), method: .get, isInline: true, label: t(T.common.search)) {
                Field(t(T.centres.searchMunicipalities), name: "q", value: visit.query["q"]).search()
                Submit(t(T.common.search), .quiet)
            }
            let paging = Paging(visit.query.number("page"), count: towns.count)
            if towns.isEmpty {
                EmptyState(t(T.centres.noMunicipalitiesTitle), t(T.centres.noMunicipalities)) { Empty() }
            } else {
                DataTable(t(T.centres.municipalitiesFound(count: towns.count)), rows: Array(towns.dropFirst(paging.offset).prefix(Paging.size)), columns: [
                    Column(t(T.centres.municipality), .name, sorting: sorting(nil, !isNear)) { town in town.municipality.name(in: visit.language) },
                    Column(t(T.centres.district)) { town in town.municipality.district(in: visit.language) },
                    Column(t(T.centres.schools), .number) { town in t.number(town.schools) },
                    Column(t(T.centres.centreInCharge)) { town in town.holder.flatMap { centres[$0] } ?? "" },
                    Column(t(T.centres.distance), .number, sorting: seat.map { _ in sorting("near", isNear) }) { town in
                        if let seat, let place = town.municipality.seat { t(T.centres.kilometres(number: .number(Int(seat.kilometres(to: place).rounded())))) }
                    },
                ])
                paging.links(visit)
            }
            Buttons { LinkButton(t(T.centres.importMunicipalities), href: visit.link("/imports/new/municipalities"), .quiet) }
        }
    }

    private func sorting(_ order: String?, _ isOn: Bool) -> Sorting {
        let query = visit.query.with("page", nil).with("sort", order).query
        return Sorting(href: visit.link("/settings/municipalities") + (query.isEmpty ? "" : "?\(query)"), isOn ? .ascending : .none)
    }
}
