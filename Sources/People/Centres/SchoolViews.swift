import Forms
import Foundation
import HTML
import Imports
import Kernel
import Languages
import Look

struct SchoolViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.centres.schools), href: reader.link("/schools"))] }

    /// - Parameter proposals: how many that people wrote wait for the centre's word.
    func list(_ choice: SchoolListing, _ paging: Paging, _ schools: [School], seat: Coordinates?, proposals: Int) -> Screen {
        Screen(t(T.centres.schools)) {
            Heading(t(T.centres.schools), lead: t(T.centres.schoolsLead))
            Form(action: reader.link("/schools"), method: .get, hidden: [Hidden("where", choice.place.rawValue)], isInline: true, label: t(T.common.search)) {
                Field(t(T.centres.searchSchools), name: "q", value: choice.text).search()
                Field(t(T.centres.kind), name: "kind", value: choice.kind?.rawValue ?? "")
                    .select([Field.Choice("", t(T.common.all))] + School.Kind.allCases.map { Field.Choice($0.rawValue, t($0.phrase)) })
                Submit(t(T.common.search), .quiet)
            }
            if proposals > 0 {
                Notice(.waiting) { HTML::p { a(.href(reader.link("/schools/proposals"))) { t(T.centres.proposalsWait(count: proposals)) } } }
            }
            FilterChips(t(T.common.filter), [
                place(.ours, T.centres.ourTerritory, choice), place(.all, T.centres.everywhere, choice), place(.closed, T.centres.closedSchools, choice),
            ])
            if schools.isEmpty {
                if choice.place == .ours && !choice.ownsTerritory {
                    EmptyState(t(T.centres.noTerritoryTitle), t(T.centres.noTerritory)) {
                        LinkButton(t(T.centres.territory), href: reader.link("/settings/territory"), .quiet)
                    }
                } else {
                    let isNarrowed = !choice.text.isEmpty || choice.kind != nil || choice.place == .closed
                    EmptyState(
                        t(isNarrowed ? T.centres.noSchoolsTitle : T.centres.noSchoolsYetTitle), t(isNarrowed ? T.centres.noSchools : T.centres.noSchoolsYet)
                    ) {
                        LinkButton(t(T.centres.importSchools), href: reader.link("/imports/new/schools"), .quiet)
                    }
                }
            } else {
                DataTable(t(T.centres.schoolsFound(count: paging.count)), rows: schools, columns: columns(seat))
                paging.links(reader)
            }
            let rest = [
                Look.Link(t(T.centres.importSchools), href: reader.link("/imports/new/schools")), Look.Link(t(T.centres.exportXLSX), href: export("xlsx", choice)),
                Look.Link(t(T.centres.exportCSV), href: export("csv", choice)),
            ]
            ActBar(t(T.common.more), rest: rest) { LinkButton(t(T.centres.newSchool), href: reader.link("/schools/new")) }
        }
    }

    private func place(_ school: School) -> Run {
        Run(school.place(in: reader.language), lang: t.run(school.details.place + school.municipality).lang)
    }

    private func columns(_ seat: Coordinates?) -> [Column<School>] {
        var columns = [
            Column<School>(t(T.centres.name), .name) { school in a(.href(reader.link("/schools/\(school.id)"))) { t.run(school.details.name) } },
            Column<School>(t(T.centres.kind)) { school in t(school.kind.phrase) },
            Column<School>(t(T.centres.place)) { school in place(school) },
            Column<School>(t(T.centres.address)) { school in t.run(school.details.address) },
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
        NavItem(t(phrase), href: reader.here("where", place.rawValue), isCurrent: choice.place == place)
    }

    private func export(_ format: String, _ choice: SchoolListing) -> String {
        reader.link("/schools/export?\(reader.query.with("page", nil).with("where", choice.place.rawValue).with("format", format).query)")
    }

    /// - Parameter parts: what rooms above have to say of it.
    func show(_ school: School, holder: Centre?, seat: Coordinates?, _ parts: [(title: Phrase?, shown: Markup)] = []) -> Screen {
        let details = school.details
        return Screen(school.name(in: reader.language), trail: trail) {
            Heading(t.run(school.details.name), kind: Run(t(school.kind.phrase)), lead: place(school))
            if school.isClosed { Notice(.neutral, t(T.centres.schoolIsClosed)) { HTML::p { t(T.centres.schoolIsClosedMeans) } } }
            if !details.doubts.isEmpty {
                Notice(.waiting, t(T.centres.lookAtThis)) { ForEach(details.doubts) { doubt in HTML::p { t(doubt) } } }
            }
            Facts {
                if !details.address.isEmpty { FactLine(t(T.centres.address), t.run(details.address)) }
                FactLine(t(T.centres.municipality), reader.language.writes(school.municipality))
                if !school.district.isEmpty { FactLine(t(T.centres.district), t.run(school.district)) }
                if let seat, let way = distance(seat, school) { FactLine(t(T.centres.distance), way) }
                if !details.email.isEmpty { FactLine(t(T.centres.email)) { a(.href("mailto:\(details.email)")) { details.email } } }
                if !details.phone.isEmpty { FactLine(t(T.centres.phone)) { a(.href("tel:\(Phone.dialled(details.phone))")) { details.phone } } }
                if !details.website.isEmpty { FactLine(t(T.centres.website)) { a(.href(details.website), .rel("noopener")) { details.website } } }
                if !details.pib.isEmpty { FactLine(t(T.centres.pib), details.pib) }
                if !details.companyNumber.isEmpty { FactLine(t(T.centres.companyNumber), details.companyNumber) }
                if !details.jbkjs.isEmpty { FactLine(t(T.centres.jbkjs), details.jbkjs) }
                FactLine(t(T.centres.centreInCharge), holder?.name(in: reader.language) ?? t(T.centres.nobodyInCharge))
            }
            if school.isChanged(by: reader.actor) {
                Buttons {
                    LinkButton(t(T.common.edit), href: reader.link("/schools/\(school.id)/edit"))
                    ButtonForm(t(school.isClosed ? T.centres.reopenSchool : T.centres.closeSchool), .quiet,
                               action: reader.link("/schools/\(school.id)/\(school.isClosed ? "reopen" : "close")"), hidden: reader.hidden)
                }
            }
            ForEach(parts) { part in
                if let title = part.title { h2 { t(title) } }
                part.shown
            }
        }
    }

    /// The written institution that a new one settles comes along.
    private func hidden(_ form: FilledForm) -> [Hidden] {
        form["proposal"].isEmpty ? reader.hidden : reader.hidden + [Hidden("proposal", form["proposal"])]
    }

    func form(_ school: School?, _ towns: [Municipality], _ form: FilledForm) -> Screen {
        let title = school.map { $0.name(in: reader.language) } ?? t(T.centres.newSchool)
        return Screen(title, trail: trail) {
            FormFaults(form)
            Heading(school.map { t.run($0.details.name) } ?? Run(title))
            Form(action: reader.link(school.map { "/schools/\($0.id)/edit" } ?? "/schools/new"), hidden: hidden(form), isGuarded: true) {
                form.field(T.centres.name, "name", .full).text()
                form.field(T.centres.kind, "kind").select(School.Kind.allCases.map { Field.Choice($0.rawValue, t($0.phrase)) })
                form.field(T.centres.municipality, "municipality", hint: T.centres.municipalityHint)
                    .select([Field.Choice("", t(T.common.choose))] + towns.map { Field.Choice($0.id.description, t.run($0.name)) })
                form.field(T.centres.place, "place", isOptional: true).text()
                form.field(T.centres.address, "address", isOptional: true).text()
                Fieldset(t(T.centres.contact)) {
                    form.field(T.centres.email, "email", isOptional: true).email()
                    form.field(T.centres.phone, "phone", isOptional: true).phone()
                    form.field(T.centres.website, "website", isOptional: true).address()
                }
                Fieldset(t(T.centres.invoiceData), hint: t(T.centres.invoiceDataHint)) {
                    form.field(T.centres.pib, "pib", .short, hint: T.centres.pibHint, isOptional: true).number()
                    form.field(T.centres.companyNumber, "company_number", .short, hint: T.centres.companyNumberHint, isOptional: true).number()
                    form.field(T.centres.jbkjs, "jbkjs", .short, hint: T.centres.jbkjsHint, isOptional: true).number()
                }
                Buttons {
                    Submit(t(T.common.save))
                    LinkButton(t(T.common.cancel), href: reader.link(school.map { "/schools/\($0.id)" } ?? "/schools"), .quiet)
                }
            }
        }
    }
}

/// A telephone number as a telephone dials it.
package enum Phone {
    package static func dialled(_ text: String) -> String { text.filter { $0.isASCII && ($0.isNumber || $0 == "+") } }
}
