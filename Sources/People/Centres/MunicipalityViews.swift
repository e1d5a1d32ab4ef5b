import Forms
import HTML
import Imports
import Kernel
import Languages
import Look

struct MunicipalityViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameter centres: the names of those who answer for a municipality.
    func list(_ towns: [ListedMunicipality], _ centres: [Centre.ID: String], _ seat: Coordinates?) -> Screen {
        let isNear = reader.query["sort"] == "near"
        return Screen(t(T.centres.municipalities), trail: reader.settingsTrail) {
            Heading(t(T.centres.municipalities))
            Form(action: reader.link("/settings/municipalities"), method: .get, isInline: true, label: t(T.common.search)) {
                Field(t(T.centres.searchMunicipalities), name: "q", value: reader.query["q"]).search()
                Submit(t(T.common.search), .quiet)
            }
            let paging = Paging(reader.query.page, count: towns.count)
            if towns.isEmpty {
                EmptyState(t(T.centres.noMunicipalitiesTitle), t(T.centres.noMunicipalities)) { Empty() }
            } else {
                DataTable(t(T.centres.municipalitiesFound(count: towns.count)), rows: Array(towns.dropFirst(paging.offset).prefix(Paging.size)), columns: [
                    Column(t(T.centres.municipality), .name, sorting: sorting(nil, !isNear)) { town in t.run(town.municipality.name) },
                    Column(t(T.centres.district)) { town in t.run(town.municipality.district) },
                    Column(t(T.centres.schools), .number) { town in t.number(town.schools) },
                    Column(t(T.centres.centreInCharge)) { town in town.holder.flatMap { centres[$0] } ?? "" },
                    Column(t(T.centres.distance), .number, sorting: seat.map { _ in sorting("near", isNear) }) { town in
                        if let seat, let place = town.municipality.seat { t(T.centres.kilometres(number: .number(Int(seat.kilometres(to: place).rounded())))) }
                    },
                ])
                paging.links(reader)
            }
            Buttons { LinkButton(t(T.centres.importMunicipalities), href: reader.link("/imports/new/municipalities"), .quiet) }
        }
    }

    private func sorting(_ order: String?, _ isOn: Bool) -> Sorting {
        Sorting(href: reader.here("sort", order), isOn ? .ascending : .none)
    }
}
