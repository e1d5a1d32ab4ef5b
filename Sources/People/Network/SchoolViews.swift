import Foundation
import HTML
import Kernel
import Languages
import Look
import Web

struct SchoolViews {
    let visit: Visit
    private var t: Texts { visit.t }

    func list(_ choice: SchoolListing, _ paging: Paging, _ schools: [School], seat: Coordinates?) -> Answer {
        visit.page(t(T.network.schools)) {
            Heading(t(T.network.schools), lead: t(T.network.schoolsLead))
            Form(action: visit.link("/schools"), method: .get, hidden: [Hidden("where", choice.place.rawValue)], isInline: true, label: t(T.common.search)) {
                Field(t(T.network.searchSchools), name: "q", value: choice.text).search()
                Field(t(T.network.kind), name: "kind", value: choice.kind?.rawValue ?? "")
                    .select([Field.Choice("", t(T.common.all))] + School.Kind.allCases.map { Field.Choice($0.rawValue, t($0.phrase)) })
                Submit(t(T.common.search), .quiet)
            }
            FilterChips(t(T.common.filter), [
                place(.ours, T.network.ourTerritory, choice), place(.all, T.network.everywhere, choice), place(.closed, T.network.closedSchools, choice),
            ])
            if schools.isEmpty {
                if choice.place == .ours && !choice.ownsTerritory {
                    EmptyState(t(T.network.noTerritoryTitle), t(T.network.noTerritory)) { LinkButton(t(T.network.territory), href: visit.link("/settings/territory"), .quiet) }
                } else {
                    EmptyState(t(T.network.noSchoolsTitle), t(T.network.noSchools)) { LinkButton(t(T.network.importSchools), href: visit.link("/imports/new/schools"), .quiet) }
                }
            } else {
                DataTable(t(T.network.schoolsFound(count: paging.count)), rows: schools, columns: columns(seat))
                paging.links(visit)
            }
            Buttons {
                LinkButton(t(T.network.newSchool), href: visit.link("/schools/new"), .quiet)
                LinkButton(t(T.network.importSchools), href: visit.link("/imports/new/schools"), .quiet)
                LinkButton(t(T.network.exportXLSX), href: export("xlsx", choice), .quiet, icon: .download)
                LinkButton(t(T.network.exportCSV), href: export("csv", choice), .quiet, icon: .download)
            }
        }
    }

    private func columns(_ seat: Coordinates?) -> [Column<School>] {
        var columns = [
            Column<School>(t(T.network.name), .name) { school in a(.href(visit.link("/schools/\(school.id)"))) { school.name(in: visit.language) } },
            Column<School>(t(T.network.kind)) { school in t(school.kind.phrase) },
            Column<School>(t(T.network.place)) { school in school.place(in: visit.language) },
            Column<School>(t(T.network.address)) { school in visit.language.writes(school.details.address) },
        ]
        if let seat {
            columns.append(Column(t(T.network.distance), .number) { school in distance(seat, school) ?? "" })
        }
        return columns
    }

    /// From the centre's municipality to the school's, over the ground; nothing within one municipality.
    private func distance(_ seat: Coordinates, _ school: School) -> String? {
        guard let place = school.seat, place != seat else { return nil }
        return t(T.network.kilometres(number: .number(Int(seat.kilometres(to: place).rounded()))))
    }

    private func place(_ place: SchoolListing.Place, _ phrase: Phrase, _ choice: SchoolListing) -> NavItem {
        let query = visit.query.with("page", nil).with("where", place.rawValue).query
        return NavItem(t(phrase), href: visit.link("/schools?\(query)"), isCurrent: choice.place == place)
    }

    private func export(_ format: String, _ choice: SchoolListing) -> String {
        visit.link("/schools/export?\(visit.query.with("page", nil).with("where", choice.place.rawValue).with("format", format).query)")
    }

    func show(_ school: School, holder: Centre?, seat: Coordinates?) -> Answer {
        let details = school.details
        return visit.page(school.name(in: visit.language), trail: NetworkTrail.schools(visit)) {
            Heading(school.name(in: visit.language), kind: t(school.kind.phrase), lead: school.place(in: visit.language))
            if school.isClosed { Notice(.neutral, t(T.network.schoolIsClosed)) { HTML::p { t(T.network.schoolIsClosedMeans) } } }
            if !details.doubts.isEmpty {
                Notice(.waiting, t(T.network.lookAtThis)) { ForEach(details.doubts) { doubt in HTML::p { t(doubt) } } }
            }
            Facts {
                if !details.address.isEmpty { Fact(t(T.network.address), visit.language.writes(details.address)) }
                Fact(t(T.network.municipality), visit.language.writes(school.municipality))
                if !school.district.isEmpty { Fact(t(T.network.district), visit.language.writes(school.district)) }
                if let seat, let way = distance(seat, school) { Fact(t(T.network.distance), way) }
                if !details.email.isEmpty { Fact(t(T.network.email)) { a(.href("mailto:\(details.email)")) { details.email } } }
                if !details.phone.isEmpty { Fact(t(T.network.phone)) { a(.href("tel:\(Phone.dialled(details.phone))")) { details.phone } } }
                if !details.website.isEmpty { Fact(t(T.network.website)) { a(.href(details.website), .rel("noopener")) { details.website } } }
                if !details.pib.isEmpty { Fact(t(T.network.pib), details.pib) }
                if !details.companyNumber.isEmpty { Fact(t(T.network.companyNumber), details.companyNumber) }
                if !details.jbkjs.isEmpty { Fact(t(T.network.jbkjs), details.jbkjs) }
                Fact(t(T.network.centreInCharge), holder?.name(in: visit.language) ?? t(T.network.nobodyInCharge))
            }
            if school.isChanged(by: visit.actor) {
                Buttons {
                    LinkButton(t(T.common.edit), href: visit.link("/schools/\(school.id)/edit"))
                    ButtonForm(t(school.isClosed ? T.network.reopenSchool : T.network.closeSchool), .quiet,
                               action: visit.link("/schools/\(school.id)/\(school.isClosed ? "reopen" : "close")"), hidden: visit.hidden)
                }
            }
        }
    }

    func form(_ school: School?, _ typed: Typed, _ towns: [Municipality], _ problem: Problem?) -> Answer {
        let title = school.map { $0.name(in: visit.language) } ?? t(T.network.newSchool)
        let optional = t(T.common.optional)
        func field(_ label: Phrase, _ name: String, hint: Phrase? = nil, isOptional: Bool = true, _ width: Field.Width = .medium) -> Field {
            Field(t(label), name: name, value: typed[name], hint: hint.map { t($0) }, error: visit.mistake(name, problem), optional: isOptional ? optional : nil, width: width)
        }
        return visit.page(title, trail: NetworkTrail.schools(visit), status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.common.errorsTitle), visit.mistakes(problem))
            Heading(title)
            Form(action: visit.link(school.map { "/schools/\($0.id)/edit" } ?? "/schools/new"), hidden: visit.hidden, isGuarded: true) {
                field(T.network.name, "name", isOptional: false, .full).text()
                field(T.network.kind, "kind", isOptional: false).select(School.Kind.allCases.map { Field.Choice($0.rawValue, t($0.phrase)) })
                field(T.network.municipality, "municipality", hint: T.network.municipalityHint, isOptional: false)
                    .select([Field.Choice("", t(T.common.choose))] + towns.map { Field.Choice($0.id.description, $0.name(in: visit.language)) })
                field(T.network.place, "place").text()
                field(T.network.address, "address").text()
                Fieldset(t(T.network.contact)) {
                    field(T.network.email, "email").email()
                    field(T.network.phone, "phone").phone()
                    field(T.network.website, "website").address()
                }
                Fieldset(t(T.network.invoiceData), hint: t(T.network.invoiceDataHint)) {
                    field(T.network.pib, "pib", hint: T.network.pibHint, .short).number()
                    field(T.network.companyNumber, "company_number", hint: T.network.companyNumberHint, .short).number()
                    field(T.network.jbkjs, "jbkjs", hint: T.network.jbkjsHint, .short).number()
                }
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.cancel), href: visit.link(school.map { "/schools/\($0.id)" } ?? "/schools"), .quiet)
                }
            }
        }
    }
}

/// A telephone number as a telephone dials it.
enum Phone {
    static func dialled(_ text: String) -> String { text.filter { $0.isASCII && ($0.isNumber || $0 == "+") } }
}
