import Accounts
import Files
import Forms
import HTML
import Kernel
import Languages
import Look

/// The register of partners: who they are, what was signed with them, what was done under it.
struct PartnerViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] {
        [Look.Link(t(T.projects.title), href: reader.link("/staff/projects")), Look.Link(t(T.projects.partners), href: reader.link("/staff/partners"))]
    }

    func list(_ partners: [Partner], _ agreements: [Agreement]) -> Screen {
        let own = Dictionary(grouping: agreements, by: \.partner), ending = agreements.filter { if case .ends = $0.standing(on: reader.today) { true } else { false } }
        return Screen(t(T.projects.partners), trail: Array(trail.prefix(1))) {
            Heading(t(T.projects.partners), lead: t(T.projects.partnersLead))
            Buttons { LinkButton(t(T.projects.newPartner), href: reader.link("/staff/partners/new")) }
            if !ending.isEmpty {
                h2 { t(T.projects.endingSoon) }
                ActList(ending.compactMap { agreement in
                    guard let partner = partners.first(where: { $0.id == agreement.partner }), let until = agreement.details.until else { return nil }
                    return ActList.Line(
                        .waiting, when: t.day(until, .short), t.run(partner.details.name), detail: t(T.projects.todayAgreement(title: .title(agreement.details.title))),
                        act: Look.Link(t(T.projects.openPartner), href: reader.link(partner.path)))
                })
            }
            if partners.isEmpty { EmptyState(t(T.projects.partnersNone), t(T.projects.partnersNoneText)) { Empty() } } else {
                DataTable(t(T.projects.partners), rows: partners, columns: [
                    Column(t(T.projects.partner), .name) { one in a(.href(reader.link(one.path))) { t.run(one.details.name) } },
                    Column(t(T.projects.kind)) { one in t(one.details.kind.name) },
                    Column(t(T.projects.place)) { one in if one.details.place.isEmpty { "–" } else { t.run(one.details.place) } },
                    Column(t(T.projects.agreements), .number) { one in t.number(own[one.id]?.count ?? 0) },
                    Column(t(T.common.state)) { one in
                        if one.ended != nil { Chip(.neutral, t(T.projects.partnerEnded)) } else if let first = own[one.id]?.first { chip(first) } else { "–" }
                    },
                ], isCaptionHidden: true)
            }
        }
    }

    private func chip(_ agreement: Agreement) -> Chip {
        switch agreement.standing(on: reader.today) {
        case .open: Chip(.good, t(T.projects.withoutTerm))
        case .holds(let until): Chip(.good, t(T.projects.untilDay(day: .day(until, .numeric))))
        case .ends(let until): Chip(.waiting, t(T.projects.endsOn(day: .day(until, .numeric))))
        case .over(let day): Chip(.neutral, t(T.projects.endedOn(day: .day(day, .numeric))))
        }
    }

    // MARK: One

    func show(_ partner: Partner, _ agreements: [Agreement], _ projects: [(project: Project, part: Partner.Part)], _ form: FilledForm) -> Screen {
        let name = t.run(partner.details.name), details = partner.details
        return Screen(name.text, trail: trail) {
            FormFaults(form)
            Heading(name, kind: Run(t(details.kind.name)))
            if let ended = partner.ended { Notice(.neutral) { HTML::p { t(T.projects.partnerEndedOn(day: .day(ended))) } } }
            Facts {
                if !details.place.isEmpty { FactLine(t(T.projects.place), t.run(details.place)) }
                if !details.contact.isEmpty { FactLine(t(T.projects.contact), details.contact) }
                if !details.link.isEmpty { FactLine(t(T.projects.link)) { a(.href(details.link), .rel("noopener")) { details.link } } }
                if !details.what.isEmpty { FactLine(t(T.projects.whatTheyDo), t.run(details.what)) }
                FactLine(t(T.projects.keeper), partner.keeperName.isEmpty ? t(T.projects.nobodyYet) : partner.keeperName)
            }
            Buttons { LinkButton(t(T.common.edit), href: reader.link("\(partner.path)/edit"), .quiet) }
            if !projects.isEmpty {
                h2 { t(T.projects.title) }
                ForEach(projects) { one in
                    PersonLine(
                        t.run(one.project.details.name), href: reader.link(one.project.deskPath), detail: [Run(t(one.part.name))],
                        state: ProjectFrame.chip(one.project.state, t))
                }
            }
            h2 { t(T.projects.agreements) }
            if agreements.isEmpty { HTML::p { t(T.projects.agreementsNone) } }
            ForEach(agreements) { agreement in
                PersonLine(
                    t.run(agreement.details.title), href: reader.link("\(partner.path)/agreements/\(agreement.id)"),
                    detail: [Run(t(agreement.details.kind.name)), Run(agreement.details.number), Run(t(T.projects.signedOn(day: .day(agreement.details.signed))))]
                        .filter { !$0.text.isEmpty }
                        + (agreement.deeds.isEmpty ? [] : [Run(t(T.projects.deedsCount(count: agreement.deeds.count)))]),
                    state: chip(agreement))
            }
            h2 { t(T.projects.newAgreement) }
            Look::Form(action: reader.link("\(partner.path)/agreements"), hidden: reader.hidden, hasFiles: true, isGuarded: true, label: t(T.projects.newAgreement)) {
                AgreementFields(form: form).body
                Buttons { Submit(t(T.common.add)) }
            }
        }
    }

    // MARK: The form of one

    func edit(_ partner: Partner?, _ staff: [(id: Person.ID, name: String)], _ form: FilledForm) -> Screen {
        let heading = t(partner == nil ? T.projects.newPartner : T.projects.editPartner), back = partner?.path ?? "/staff/partners"
        return Screen(heading, trail: trail) {
            FormFaults(form)
            Heading(Run(heading), kind: partner.map { t.run($0.details.name) })
            Look::Form(action: reader.link(partner.map { "\($0.path)/edit" } ?? "/staff/partners/new"), hidden: reader.hidden, isGuarded: true) {
                form.field(T.projects.partnerName, "name", .full, most: TextLimit.line.rawValue).text()
                FieldRow {
                    form.field(T.projects.kind, "kind").select(Partner.Kind.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                    form.field(T.projects.place, "place", isOptional: true, most: TextLimit.line.rawValue).text()
                }
                form.field(T.projects.contact, "contact", .full, hint: T.projects.contactHint, isOptional: true, most: TextLimit.sentence.rawValue).text()
                form.field(T.projects.link, "link", .full, isOptional: true, most: TextLimit.sentence.rawValue).address()
                form.field(T.projects.whatTheyDo, "what", .full, isOptional: true, most: TextLimit.note.rawValue).area(rows: 3)
                form.field(T.projects.keeper, "keeper", hint: T.projects.keeperHint, isOptional: true).select(
                    [Field.Choice("", t(T.projects.nobodyYet))] + staff.map { Field.Choice("\($0.id)", $0.name) })
                Field(t(T.projects.partnerShown), name: "shown", optional: "").check(isOn: form.typed.has("shown"))
                if partner != nil {
                    Field(t(T.projects.partnerEnds), name: "ended", hint: t(T.projects.partnerEndsHint), optional: "").check(isOn: form.typed.has("ended"))
                }
                Buttons { Submit(t(T.common.save)); LinkButton(t(T.common.cancel), href: reader.link(back), .quiet) }
            }
        }
    }

    // MARK: One agreement

    func agreement(_ partner: Partner, _ agreement: Agreement, _ projects: [Project], _ form: FilledForm) -> Screen {
        let base = "\(partner.path)/agreements/\(agreement.id)", title = t.run(agreement.details.title)
        return Screen(title.text, trail: trail + [Look.Link(t.run(partner.details.name), href: reader.link(partner.path))]) {
            FormFaults(form)
            Heading(title, kind: Run(t(agreement.details.kind.name)))
            HTML::p { chip(agreement) }
            if let file = agreement.file { HTML::p { a(.href(reader.link(file.path))) { file.name }; " (\(file.label(t)))" } }
            h2 { t(T.projects.doneUnder) }
            if agreement.deeds.isEmpty { HTML::p { t(T.projects.doneUnderNone) } } else { deeds(agreement, base) }
            Look::Form(action: reader.link("\(base)/deeds"), hidden: reader.hidden, isGuarded: true, label: t(T.projects.addDeed)) {
                Fieldset(t(T.projects.addDeed)) {
                    form.field(T.projects.whatWasDone, "text", .full, most: TextLimit.note.rawValue).area(rows: 2)
                    form.day(T.projects.day, "day")
                    form.field(T.projects.event, "event", .short, hint: T.projects.eventHint, isOptional: true, most: TextLimit.sentence.rawValue).text()
                    if !projects.isEmpty {
                        form.field(T.projects.project, "project", isOptional: true).select(
                            [Field.Choice("", t(T.projects.noProject))] + projects.map { Field.Choice("\($0.id)", t.run($0.details.name)) })
                    }
                }
                Buttons { Submit(t(T.common.add)) }
            }
            h2 { t(T.common.edit) }
            Look::Form(action: reader.link(base), hidden: reader.hidden, hasFiles: true, isGuarded: true, label: t(T.common.edit)) {
                AgreementFields(form: form).body
                form.day(T.projects.endedBefore, "endedOn", hint: T.projects.endedBeforeHint, isOptional: true)
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }

    private func deeds(_ agreement: Agreement, _ base: String) -> some HTML {
        DataTable(t(T.projects.doneUnder), rows: agreement.deeds, columns: [
            Column(t(T.projects.day), .name) { deed in t.day(deed.day, .numeric) },
            Column(t(T.projects.whatWasDone)) { deed in t.run(deed.text) },
            Column(t(T.projects.thing)) { deed in
                if let event = deed.event { div { a(.href(reader.link("/events/\(event.id)"))) { t.run(event.title) } } }
                if let project = deed.project { div { a(.href(reader.link("/staff/projects/\(project.id)"))) { t.run(project.name) } } }
                if deed.event == nil, deed.project == nil { "–" }
            },
            Column(t(T.projects.handle), .act) { deed in
                Look::Form(
                    action: reader.link("\(base)/deeds/\(deed.id)/remove"), hidden: reader.hidden, isInline: true,
                    label: "\(t(T.common.remove)): \(t.day(deed.day, .numeric)), \(deed.id)"
                ) { Submit(t(T.common.remove), .quiet) }
            },
        ], isCaptionHidden: true)
    }
}

/// What is asked of an agreement.
struct AgreementFields: View {
    let form: FilledForm
    private var t: Texts { form.t }

    var body: Markup {
        form.field(T.projects.agreementTitle, "title", .full, most: TextLimit.sentence.rawValue).text()
        FieldRow {
            form.field(T.projects.kind, "kind").select(Agreement.Kind.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
            form.field(T.projects.number, "number", .short, isOptional: true, most: TextLimit.label.rawValue).text()
        }
        FieldRow {
            form.day(T.projects.signed, "signed")
            form.day(T.projects.untilWhen, "until", hint: T.projects.untilWhenHint, isOptional: true)
        }
        FileFields(form, T.common.file, "file", [.document, .picture], isOptional: true, asksAlt: false)
    }
}
