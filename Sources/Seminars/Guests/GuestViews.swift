import Accounts
import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration

/// The list of those who are asked: who said what, who is still to be written to, and whom somebody calls.
struct GuestViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameter wrong: whose answer could not be written down.
    func list(_ list: GuestList, _ form: FilledForm, wrong: Guest.ID? = nil) -> Screen {
        let title = list.event.title(in: t.language), base = base(list)
        return Screen(t(T.guests.title), trail: trail(list)) {
            PrintHeader(office: reader.site, title: t(T.guests.title), lines: [t.run(title)])
            FormFaults(form, title: T.registration.notDone)
            Heading(Run(t(T.guests.title)), lead: t.run(title))
            if !list.guests.isEmpty { figures(list) }
            acts(list, base)
            if list.guests.isEmpty {
                EmptyState(t(T.guests.nobodyYet), t(T.guests.nobodyYetText)) { Empty() }
            } else {
                DataTable(t(T.guests.title), rows: list.guests, columns: columns(list), isCaptionHidden: true) { guest in
                    Markup(RowDetails(t(T.registration.handle), of: guest.name, isOpen: guest.id == wrong) { details(guest, list, guest.id == wrong ? form : nil) })
                }
            }
            if list.event.state.isChangeable { adding(list, form, base) }
        }
    }

    private func base(_ list: GuestList) -> String { reader.link("/staff/events/\(list.event.id)") }

    private func trail(_ list: GuestList) -> [Look.Link] {
        [Look.Link(t(T.events.all), href: reader.link("/staff/events")), Look.Link(t.run(list.event.title(in: t.language)), href: base(list))]
    }

    private func figures(_ list: GuestList) -> Figures {
        var figures = [Figures.Figure("\(list.count(.comes))", t(T.guests.answerComes), .good)]
        if list.people > 0 {
            let label = list.event.form.countsSeats ? t(T.guests.peopleOf(seats: .number(list.event.plan.seats))) : t(T.guests.peopleInAll)
            figures.append(Figures.Figure("\(list.people)", label, .good))
        }
        figures += [
            Figures.Figure("\(list.count(.maybe))", t(T.guests.answerMaybe), .waiting), Figures.Figure("\(list.count(.declines))", t(T.guests.answerDeclines)),
            Figures.Figure("\(list.count(.none))", t(T.guests.answerNone), list.count(.none) > 0 ? .waiting : .neutral),
        ]
        return Figures(figures)
    }

    @HTMLBuilder private func acts(_ list: GuestList, _ base: String) -> some HTML {
        let isOpen = list.event.state == .announced || list.event.state == .confirmed
        if !isOpen, !list.toAsk.isEmpty { Notice(.info) { HTML::p { t(T.guests.askAnnounced) } } }
        if !list.guests.isEmpty {
            ActBar(t(T.common.more), rest: []) {
                if isOpen, !list.toAsk.isEmpty { LinkButton(t(T.guests.askAct(count: list.toAsk.count)), href: base + "/guests/ask", icon: .letter) }
                if isOpen, !list.toRemind.isEmpty {
                    ButtonForm(t(T.guests.remindAct(count: list.toRemind.count)), .quiet, action: base + "/guests/remind", hidden: reader.hidden)
                }
                PrintButton(t(T.common.print))
            }
        }
    }

    private func columns(_ list: GuestList) -> [Column<Guest>] {
        [
            Column(t(T.guests.name), .name) { guest in
                t.run(guest.name)
                if guest.part == .speaker {
                    " "; Chip(.info, t(T.guests.partSpeaker))
                    if !guest.topic.isEmpty { span(.class("small")) { " "; t.run(guest.topic) } }
                }
            },
            Column(t(T.guests.answer)) { guest in
                Chip(guest.answer.tone, t(guest.answer.name))
                if guest.part == .guest, guest.answer == .comes, guest.people > 1 { span(.class("small")) { " "; t(T.guests.peopleCount(count: guest.people)) } }
            },
            Column(t(T.guests.asked)) { guest in
                if let asked = guest.asked { t.instant(asked) } else if guest.email.isEmpty { t(T.guests.noAddress) } else { t(T.guests.notAsked) }
                if let reminded = guest.reminded { span(.class("small")) { " "; t(T.guests.remindedOn(moment: .instant(reminded))) } }
            },
        ]
    }

    @HTMLBuilder private func details(_ guest: Guest, _ list: GuestList, _ wrong: FilledForm?) -> some HTML {
        let path = reader.link("/staff/guests/\(guest.id)")
        let form = wrong ?? FilledForm(Reply.typed(guest), nil, t)
        HTML::p {
            if !guest.email.isEmpty { a(.href("mailto:\(guest.email)")) { guest.email }; " " }
            if let answered = guest.answered { span(.class("muted")) { t(T.guests.answeredOn(moment: .instant(answered))) } }
        }
        if !guest.note.isEmpty { HTML::p { t(T.guests.note); ": "; t.run(guest.note) } }
        Form(action: path + "/answer", hidden: reader.hidden, id: "guest-\(guest.id)") {
            FieldRow {
                Field(
                    t(T.guests.answerByPhone), name: "answer", row: "\(guest.id)", value: form["answer"], error: form.fault("answer"), optional: "", width: .medium
                ).select([Field.Choice("", t(T.guests.answerNone))] + [GuestAnswer.comes, .maybe, .declines].map { Field.Choice($0.rawValue, t($0.name)) })
                if guest.part == .guest {
                    Field(
                        t(T.guests.people), name: "people", row: "\(guest.id)", value: form["people"], error: form.fault("people"), optional: "", width: .short
                    ).number()
                }
                Submit(t(T.common.save), .quiet)
            }
        }
        if guest.asked == nil { ButtonForm(t(T.guests.remove), .quiet, action: path + "/remove", hidden: reader.hidden) }
    }

    // MARK: Adding

    @HTMLBuilder private func adding(_ list: GuestList, _ form: FilledForm, _ base: String) -> some HTML {
        let parts = GuestPart.parts(of: list.event.form)
        h2 { t(T.guests.addTitle) }
        Form(action: base + "/guests", hidden: reader.hidden, isGuarded: true) {
            if parts.count > 1 { part(form, parts) }
            form.field(T.guests.name, "name", hint: T.guests.nameHint, autocomplete: "off", most: Guest.longestName).text()
            form.field(T.registration.email, "email", hint: T.guests.emailHint, isOptional: true, autocomplete: "off", most: EmailAddress.most).email()
            form.field(T.guests.topic, "topic", .full, hint: T.guests.topicOfSpeaker, isOptional: true, autocomplete: "off", most: Guest.longestTopic).text()
            Buttons { Submit(t(T.guests.addAct)) }
        }
        Disclosure(t(T.guests.addMany), isOpen: form.fault("list") != nil) {
            Form(action: base + "/guests/list", hidden: reader.hidden, isGuarded: true) {
                if parts.count > 1 { part(form, parts, "many") }
                form.field(T.guests.listField, "list", .full, hint: T.guests.listHint).area(rows: 6)
                Buttons { Submit(t(T.guests.addAct), .quiet) }
            }
        }
        if parts.contains(.guest) {
            Disclosure(t(T.guests.addSchools)) {
                HTML::p { t(T.guests.addSchoolsText) }
                ButtonForm(t(T.guests.addSchoolsAct), .quiet, action: base + "/guests/schools", hidden: reader.hidden)
            }
        }
    }

    private func part(_ form: FilledForm, _ parts: [GuestPart], _ row: String? = nil) -> some HTML {
        Field(t(T.guests.part), name: "part", row: row, value: form["part"].isEmpty ? parts[0].rawValue : form["part"], error: form.fault("part"))
            .select(parts.map { Field.Choice($0.rawValue, t($0.name)) })
    }

    // MARK: The letter

    /// - Parameter own: the words in which it is written, those of the centre.
    func preview(_ list: GuestList, _ form: FilledForm, in own: Texts) -> Screen {
        let base = base(list)
        return Screen(t(T.guests.askTitle), trail: trail(list) + [Look.Link(t(T.guests.title), href: base + "/guests")]) {
            FormFaults(form, title: T.registration.notDone)
            Heading(t(T.guests.askTitle), lead: t(T.guests.askLead(count: list.toAsk.count)))
            if let guest = list.toAsk.first {
                LetterCard(
                    GuestLetters.frame(guest, list.event, list.centre, saying: form["text"], own, link: reader.centre.origin + reader.link("/answers/…")),
                    subject: own(GuestLetters.subject(guest, list.event, own)), to: "\(guest.name) · \(guest.email)")
                Form(action: base + "/guests/ask", hidden: reader.hidden, isGuarded: true) {
                    form.field(T.guests.askWords, "text", .full, hint: T.guests.askWordsHint, isOptional: true).area(rows: 4)
                    Buttons {
                        Submit(t(T.guests.askAct(count: list.toAsk.count)))
                        LinkButton(t(T.common.back), href: base + "/guests", .quiet)
                    }
                }
            } else {
                HTML::p { t(T.guests.nobodyToAsk) }
                Buttons { LinkButton(t(T.common.back), href: base + "/guests", .quiet) }
            }
        }
    }
}

extension GuestAnswer {
    fileprivate var tone: Tone {
        switch self {
        case .none: .neutral
        case .comes: .good
        case .maybe: .waiting
        case .declines: .bad
        }
    }
}
