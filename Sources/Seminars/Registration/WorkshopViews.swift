import Accounts
package import Centres
package import Events
package import Forms
package import HTML
import Kernel
import Languages
package import Look

/// The workshops of an event to choose from, in any form that asks for them: those at one time beside one another, each with what is free.
struct WorkshopFields: View {
    let event: Event
    let open: [OpenWorkshop]
    /// Those that stand in the reader's own application.
    let own: [WorkshopChoice]
    let form: FilledForm

    init(_ event: Event, _ open: [OpenWorkshop], own: [WorkshopChoice] = [], _ form: FilledForm) {
        (self.event, self.open, self.own, self.form) = (event, open, own, form)
    }

    private var t: Texts { form.t }

    var body: Markup {
        ForEach(Array(Workshop.blocks(of: open.map(\.workshop)).enumerated())) { index, block in field(index, block) }
    }

    /// Where each keeps one from every other it is one of a few; else any that can be reached one after another.
    @HTMLBuilder private func field(_ index: Int, _ block: [Workshop]) -> some HTML {
        let name = Workshop.field(index), chosen = Set(form.typed.all(name))
        let isOneOf = block.count > 1 && block.allSatisfy { one in block.allSatisfy { $0.id == one.id || $0.clashes(with: one) } }
        let field = Field(label(block), name: name, value: chosen.first ?? "", error: form.fault(name), optional: t(T.common.optional))
        if isOneOf {
            field.radios(block.map(choice) + [Field.Choice("", t(T.registration.workshopNone))])
        } else {
            field.checkboxes(block.map(choice), chosen: chosen)
        }
    }

    private func label(_ block: [Workshop]) -> String {
        guard let first = block.first?.session, let ends = block.map(\.session.ends).max() else { return "" }
        return t(T.registration.workshopBlock(day: .day(first.day, .long), times: .times(first.begins, ends)))
    }

    private func choice(_ workshop: Workshop) -> Field.Choice {
        let session = workshop.session
        let place = EventSummary.place(session, of: event)
        let hint = [t.times(session.begins, to: session.ends), t.shown(place), seats(workshop)].filter { !$0.isEmpty }.joined(separator: " · ")
        return Field.Choice("\(workshop.id)", t.run(event.title(of: session, in: t.language)), hint: hint)
    }

    /// What the rule about seats says to whoever chooses now; to whoever has chosen, where the application stands.
    private func seats(_ workshop: Workshop) -> String {
        if let own = own.first(where: { $0.workshop == workshop }) { return t(own.remark ?? own.standing.name) }
        guard let seats = open.first(where: { $0.workshop == workshop })?.seats else { return "" }
        return switch seats.next {
        case .admitted: t(T.registration.seatsLeftShort(count: seats.left))
        case .collected: ""
        case .waiting(let place): t(T.registration.workshopFull(place: .number(place)))
        }
    }
}

/// What was chosen, on the applicant's own page, with the way to choose otherwise.
struct ChosenWorkshops: View {
    let sight: Sight
    let reader: Reader

    init(_ sight: Sight, _ reader: Reader) { (self.sight, self.reader) = (sight, reader) }

    private var t: Texts { reader.t }

    var body: Markup {
        if !sight.workshops.isEmpty, sight.registration.state.isOpen {
            h2 { t(T.registration.workshops) }
            if sight.choices.isEmpty { HTML::p { t(T.registration.workshopsNothing) } }
            ul {
                ForEach(sight.choices) { choice in
                    li {
                        let session = choice.workshop.session
                        strong { t.run(sight.event.title(of: session, in: t.language)) }
                        ", "; t.day(session.day, .plain); ", "; t.times(session.begins, to: session.ends)
                        let place = EventSummary.place(session, of: sight.event)
                        if !place.isEmpty { ", "; t.run(sight.event.wording(place)) }
                        if let remark = choice.remark { " · "; Chip(.waiting, t(remark)) }
                        if let others = others(choice) { br(); t(others) }
                    }
                }
            }
            if refusal == nil {
                Buttons { LinkButton(t(T.registration.workshopsChange), href: reader.link("/registrations/\(sight.registration.id)/workshops"), .quiet) }
            } else {
                HTML::p(.class("small")) { t(T.registration.workshopsClosed(deadline: .day(sight.event.plan.deadline))) }
            }
        }
    }

    private var refusal: Phrase? {
        let isOwn = sight.registration.person == reader.actor.person
        return WorkshopStore.refusal(of: sight.registration, sight.event, isOwn: isOwn, at: reader.now, in: sight.centre.zone)
    }

    /// Where there are seats at the time of one for which somebody waits.
    private func others(_ choice: WorkshopChoice) -> Phrase? {
        guard choice.standing == .waiting else { return nil }
        let free = sight.workshops.filter { $0.workshop.clashes(with: choice.workshop) && $0.seats.left > 0 }
        return free.isEmpty ? nil : T.registration.workshopOthers(titles: .list(free.map { $0.workshop.name(in: sight.event, t.language) }))
    }
}

/// The workshops of an event with what is free, for everybody who reads its page.
package struct WorkshopList: View {
    let event: Event
    let centre: Centre
    let open: [OpenWorkshop]
    let reader: Reader

    package init(_ event: Event, _ centre: Centre, _ open: [OpenWorkshop], _ reader: Reader) {
        (self.event, self.centre, self.open, self.reader) = (event, centre, open, reader)
    }

    package var body: Markup {
        let t = reader.t
        if !open.isEmpty {
            h2 { t(T.registration.workshops) }
            ForEach(Workshop.blocks(of: open.map(\.workshop))) { block in
                if let first = block.first?.session { h3 { t.day(first.day, .long) } }
                Facts {
                    ForEach(block) { workshop in
                        FactLine(t.times(workshop.session.begins, to: workshop.session.ends)) {
                            strong { t.run(event.title(of: workshop.session, in: t.language)) }
                            let place = EventSummary.whereabouts(workshop.session, of: event, centre)
                            if !place.isEmpty { br(); t.run(event.wording(place)) }
                            if event.isOpen(at: reader.now, in: centre.zone), let seats = open.first(where: { $0.workshop == workshop })?.seats {
                                br()
                                seats.left > 0 ? Chip(.good, t(T.registration.seatsLeftShort(count: seats.left))) : Chip(.waiting, t(T.registration.fullShort))
                            }
                        }
                    }
                }
            }
        }
    }
}
