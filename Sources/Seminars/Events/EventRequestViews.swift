import Accounts
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Schools

struct EventRequestViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func new(_ school: School, _ form: FilledForm) -> Screen {
        let base = reader.link("/me/schools/\(school.id)")
        let trail = [Look.Link(t(T.schools.mine), href: reader.link("/me/schools")), Look.Link(t.run(school.details.name), href: base)]
        return Screen(t(T.events.requestNew), trail: trail, isIndexed: false) {
            FormFaults(form)
            Heading(t(T.events.requestNew), lead: t(T.events.requestLead))
            Form(action: "\(base)/requests/new", hidden: reader.hidden, isGuarded: true) {
                form.field(T.events.titleField, "title", .full).text()
                form.field(T.events.requestText, "text", isOptional: true).area(rows: 4)
                form.day(T.events.requestDay, "day")
                FieldRow {
                    form.field(T.events.requestBegins, "begins", .short, autocomplete: "off").time()
                    form.field(T.events.requestEnds, "ends", .short, autocomplete: "off").time()
                }
                form.field(T.events.requestPeople, "people", .short).number()
                Field(t(T.events.requestWished), name: "wishes", error: form.fault("wishes"), optional: "").checkboxes(
                    EventRequest.Wish.allCases.map { Field.Choice($0.rawValue, t($0.name)) }, chosen: Set(form.typed.all("wishes")))
                Buttons {
                    Submit(t(T.events.requestSend))
                    LinkButton(t(T.common.cancel), href: "\(base)/centre", .quiet)
                }
            }
        }
    }

    /// What a school has asked for, on its page.
    @HTMLBuilder func own(_ requests: [EventRequest], of school: School.ID) -> Markup {
        if requests.isEmpty { HTML::p { t(T.events.requestsNone) } }
        ForEach(requests) { request in
            PersonLine(
                t.run(request.details.title), href: request.event.map { reader.link("/events/\($0)") },
                detail: [Run(t.day(request.details.day))] + (request.reason.isEmpty ? [] : [t.run(request.reason)]), state: chip(request))
        }
        Buttons { LinkButton(t(T.events.requestNew), href: reader.link("/me/schools/\(school)/requests/new"), .quiet) }
    }

    private func chip(_ request: EventRequest) -> Chip {
        Chip(request.state == .asked ? .waiting : request.state == .accepted ? .good : .neutral, t(request.state.name))
    }

    // MARK: For the centre

    func list(_ requests: [EventRequest], _ schools: [School.ID: String]) -> Screen {
        Screen(t(T.events.requests), trail: [Look.Link(t(T.events.all), href: reader.link("/staff/events"))]) {
            Heading(t(T.events.requests), lead: t(T.events.requestsLead))
            if requests.isEmpty {
                HTML::p { t(T.events.requestsNoneAtCentre) }
            } else {
                DataTable(t(T.events.requests), rows: requests, columns: [
                    Column(t(T.events.titleField), .name) { request in a(.href(reader.link("/staff/requests/\(request.id)"))) { t.run(request.details.title) } },
                    Column(t(T.events.requestSchool)) { request in t.run(schools[request.school] ?? "") },
                    Column(t(T.events.requestDay)) { request in t.day(request.details.day) },
                    Column(t(T.common.state)) { request in chip(request) },
                ], isCaptionHidden: true)
            }
        }
    }

    func show(_ request: EventRequest, _ school: School, _ person: String, _ forms: [EventForm], _ halls: [Hall], _ form: FilledForm) -> Screen {
        let details = request.details, base = reader.link("/staff/requests/\(request.id)")
        let title = t.run(details.title)
        return Screen(title.text, trail: [Look.Link(t(T.events.requests), href: reader.link("/staff/requests"))]) {
            FormFaults(form)
            Heading(title, kind: Run(t(T.events.request)), lead: t.run(school.details.name))
            Facts {
                FactLine(t(T.common.state)) { chip(request) }
                FactLine(t(T.events.requestDay), t.day(details.day))
                FactLine(t(T.events.requestTimes)) { t.times(details.begins, to: details.ends) }
                FactLine(t(T.events.requestPeople), t.number(details.people))
                if !details.wishes.isEmpty {
                    FactLine(t(T.events.requestWished), EventRequest.Wish.allCases.filter(details.wishes.contains).map { t($0.name) }.joined(separator: ", "))
                }
                FactLine(t(T.events.requestBy), person)
                if !request.reason.isEmpty { FactLine(t(T.events.requestReason), t.run(request.reason)) }
            }
            if !details.text.isEmpty { HTML::p(.class("lines")) { t.run(details.text) } }
            if request.state == .asked {
                h2 { t(T.events.requestAccept) }
                HTML::p { t(T.events.requestAcceptMeans) }
                Form(action: "\(base)/accept", hidden: reader.hidden) {
                    form.field(T.events.facetForm, "form", otherwise: "\(EventForm.ID.inSchool)")
                        .select(forms.map { Field.Choice("\($0.id)", t.run($0.name(in: t.language))) })
                    form.field(T.events.hall, "hall", isOptional: true).select(
                        [Field.Choice("", t(T.events.requestAtSchool))] + halls.map { Field.Choice("\($0.id)", t.run($0.name)) })
                    if let fault = form.fault("hall1") { HTML::p(.class("error"), .id(Field.id("hall1")), .tabindex(-1)) { fault } }
                    Buttons { Submit(t(T.events.requestAcceptAct)) }
                }
                h2 { t(T.events.requestDecline) }
                Form(action: "\(base)/decline", hidden: reader.hidden) {
                    form.field(T.events.requestReason, "reason").area(rows: 3)
                    Buttons { Submit(t(T.events.requestDeclineAct), .quiet) }
                }
            } else if let event = request.event {
                Buttons { LinkButton(t(T.events.requestEvent), href: reader.link("/staff/events/\(event)"), .quiet) }
            }
        }
    }
}
