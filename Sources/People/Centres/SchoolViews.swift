import Foundation
import HTML
import Imports
import Kernel
import Languages
import Look
import Web

struct SchoolViews {
    let visit: Visit
    private var t: Texts { visit.t }
    private var schoolsTrail: [Look.Link] { [Look.Link(t(T.centres.schools), href: visit.link("/schools"))] }

    func list(_ choice: SchoolListing, _ paging: Paging, _ schools: [School], seat: Coordinates?) -> Answer {
        visit.page(t(T.centres.schools)) {
            Heading(t(T.centres.schools), lead: t(T.centres.schoolsLead))
            Form(action: visit.link("/schools"), method: .get, hidden: [Hidden("where", choice.place.rawValue)], isInline: true, label: t(T.common.search)) {
                Field(t(T.centres.searchSchools), name: "q", value: choice.text).search()
                Field(t(T.centres.kind), name: "kind", value: choice.kind?.rawValue ?? "")
                    .select([Field.Choice("", t(T.common.all))] + School.Kind.allCases.map { Field.Choice($0.rawValue, t($0.phrase)) })
                Submit(t(T.common.search), .quiet)
            }
            FilterChips(t(T.common.filter), [
                place(.ours, T.centres.ourTerritory, choice), place(.all, T.centres.everywhere, choice), place(.closed, T.centres.closedSchools, choice),
            ])
            if schools.isEmpty {
                if choice.place == .ours && !choice.ownsTerritory {
                    EmptyState(t(T.centres.noTerritoryTitle), t(T.centres.noTerritory)) { LinkButton(t(T.centres.territory), href: visit.link("/settings/territory"), .quiet) }
                } else {
                    EmptyState(t(T.centres.noSchoolsTitle), t(T.centres.noSchools)) { LinkButton(t(T.centres.importSchools), href: visit.link("/imports/new/schools"), .quiet) }
                }
            } else {
                DataTable(t(T.centres.schoolsFound(count: paging.count)), rows: schools, columns: columns(seat))
                paging.links(visit)
            }
            Buttons {
                LinkButton(t(T.centres.newSchool), href: visit.link("/schools/new"), .quiet)
                LinkButton(t(T.centres.importSchools), href: visit.link("/imports/new/schools"), .quiet)
                LinkButton(t(T.centres.exportXLSX), href: export("xlsx", choice), .quiet, icon: .download)
                LinkButton(t(T.centres.exportCSV), href: export("csv", choice), .quiet, icon: .download)
            }
        }
    }

    private func columns(_ seat: Coordinates?) -> [Column<School>] {
        var columns = [
            Column<School>(t(T.centres.name), .name) { school in a(.href(visit.link("/schools/\(school.id)"))) { school.name(in: visit.language) } },
            Column<School>(t(T.centres.kind)) { school in t(school.kind.phrase) },
            Column<School>(t(T.centres.place)) { school in school.place(in: visit.language) },
            Column<School>(t(T.centres.address)) { school in visit.language.writes(school.details.address) },
        ]
        if let seat {
            columns.append(Column(t(T.centres.distance), .number) { school in distance(seat, school) ?? "" })
        }
        return columns
    }

    /// From the centre's municipality to the school's, over the ground; nothing within one municipality.
    private func distance(_ seat: Coordinates, _ school: School) -> String? {
        guard let place = school.seat, place != seat else { return nil }
        return t(T.centres.kilometres(number: .number(Int(seat.kilometres(to: place).rounded()))))
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
        return visit.page(school.name(in: visit.language), trail: schoolsTrail) {
            Heading(school.name(in: visit.language), kind: t(school.kind.phrase), lead: school.place(in: visit.language))
            if school.isClosed { Notice(.neutral, t(T.centres.schoolIsClosed)) { HTML::p { t(T.centres.schoolIsClosedMeans) } } }
            if !details.doubts.isEmpty {
                Notice(.waiting, t(T.centres.lookAtThis)) { ForEach(details.doubts) { doubt in HTML::p { t(doubt) } } }
            }
            Facts {
                if !details.address.isEmpty { Fact(t(T.centres.address), visit.language.writes(details.address)) }
                Fact(t(T.centres.municipality), visit.language.writes(school.municipality))
                if !school.district.isEmpty { Fact(t(T.centres.district), visit.language.writes(school.district)) }
                if let seat, let way = distance(seat, school) { Fact(t(T.centres.distance), way) }
                if !details.email.isEmpty { Fact(t(T.centres.email)) { a(.href("mailto:\(details.email)")) { details.email } } }
                if !details.phone.isEmpty { Fact(t(T.centres.phone)) { a(.href("tel:\(Phone.dialled(details.phone))")) { details.phone } } }
                if !details.website.isEmpty { Fact(t(T.centres.website)) { a(.href(details.website), .rel("noopener")) { details.website } } }
                if !details.pib.isEmpty { Fact(t(T.centres.pib), details.pib) }
                if !details.companyNumber.isEmpty { Fact(t(T.centres.companyNumber), details.companyNumber) }
                if !details.jbkjs.isEmpty { Fact(t(T.centres.jbkjs), details.jbkjs) }
                Fact(t(T.centres.centreInCharge), holder?.name(in: visit.language) ?? t(T.centres.nobodyInCharge))
            }
            if school.isChanged(by: visit.actor) {
                Buttons {
                    LinkButton(t(T.common.edit), href: visit.link("/schools/\(school.id)/edit"))
                    ButtonForm(t(school.isClosed ? T.centres.reopenSchool : T.centres.closeSchool), .quiet,
                               action: visit.link("/schools/\(school.id)/\(school.isClosed ? "reopen" : "close")"), hidden: visit.hidden)
                }
            }
        }
    }

    func form(_ school: School?, _ typed: Typed, _ towns: [Municipality], _ problem: Problem?) -> Answer {
        let title = school.map { $0.name(in: visit.language) } ?? t(T.centres.newSchool)
        let optional = t(T.common.optional)
        func field(_ label: Phrase, _ name: String, hint: Phrase? = nil, isOptional: Bool = true, _ width: Field.Width = .medium) -> Field {
            Field(t(label), name: name, value: typed[name], hint: hint.map { t($0) }, error: visit.mistake(name, problem), optional: isOptional ? optional : nil, width: width)
        }
        return visit.page(title, trail: schoolsTrail, status: problem == nil ? 200 : 422) {
            ErrorSummary(t(T.common.errorsTitle), visit.mistakes(problem))
            Heading(title)
            Form(action: visit.link(school.map { "/schools/\($0.id)/edit" } ?? "/schools/new"), hidden: visit.hidden, isGuarded: true) {
                field(T.centres.name, "name", isOptional: false, .full).text()
                field(T.centres.kind, "kind", isOptional: false).select(School.Kind.allCases.map { Field.Choice($0.rawValue, t($0.phrase)) })
                field(T.centres.municipality, "municipality", hint: T.centres.municipalityHint, isOptional: false)
                    .select([Field.Choice("", t(T.common.choose))] + towns.map { Field.Choice($0.id.description, $0.name(in: visit.language)) })
                field(T.centres.place, "place").text()
                field(T.centres.address, "address").text()
                Fieldset(t(T.centres.contact)) {
                    field(T.centres.email, "email").email()
                    field(T.centres.phone, "phone").phone()
                    field(T.centres.website, "website").address()
                }
                Fieldset(t(T.centres.invoiceData), hint: t(T.centres.invoiceDataHint)) {
                    field(T.centres.pib, "pib", hint: T.centres.pibHint, .short).number()
                    field(T.centres.companyNumber, "company_number", hint: T.centres.companyNumberHint, .short).number()
                    field(T.centres.jbkjs, "jbkjs", hint: T.centres.jbkjsHint, .short).number()
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
