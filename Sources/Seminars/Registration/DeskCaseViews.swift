import Accounts
import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// The page on which staff do something with one application: of whom, what it means, what is to be typed.
struct DeskCaseViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameters:
    ///   - offered: the schools to choose from.
    ///   - doubles: known ones of the name that was typed.
    func ask(_ verb: DeskVerb, _ line: DeskCase, _ form: FilledForm, offered: [School], _ doubles: [LikelyDouble]) -> Screen {
        let title = line.event.title(in: reader.language), name = line.row.name.full
        let back = DeskQuestion(Typed(urlEncoded: form["back"])).query
        let desk = reader.link("/staff/events/\(line.event.id)") + (back.isEmpty ? "" : "?\(back)")
        let path = reader.link("/staff/registrations/\(line.registration.id)/\(verb.rawValue)")
        let trail = [Look.Link(t(T.events.all), href: reader.link("/staff/events")), Look.Link(t.run(title), href: desk)]
        return Screen("\(t(verb.name)): \(name)", trail: trail) {
            FormFaults(form, title: T.registration.notDone)
            Heading(name, kind: t(verb.name), lead: verb.meaning.map { t($0) })
            facts(line)
            Form(action: path, hidden: reader.hidden + [Hidden("back", back)], isGuarded: true) {
                fields(verb, line, form, offered, doubles)
                if verb != .remark {
                    form.field(T.registration.reason, "reason", .full, hint: reasonHint(verb), isOptional: !verb.needsReason, most: Registration.longestRemark).text()
                }
                Buttons {
                    Submit(t(verb.name), verb == .refuse || verb == .withdraw ? .danger : .primary)
                    LinkButton(t(T.common.cancel), href: desk, .quiet)
                }
            }
        }
    }

    private func facts(_ line: DeskCase) -> Facts {
        Facts {
            FactLine(t(T.registration.state)) {
                Chip(line.registration.state.tone, t(line.registration.state.name))
                if let place = line.row.queue { " "; t(T.registration.queuePlace(place: .number(place))) }
            }
            if !line.row.school.isEmpty { FactLine(t(T.registration.school), t.run([line.row.school, line.row.place].filter { !$0.isEmpty }.joined(separator: ", "))) }
            FactLine(t(T.registration.payer), t(line.registration.payer.ofOthers))
            FactLine(t(T.registration.seatsNow), t(T.registration.seatsNowText(
                taken: .number(line.seats.taken), seats: .number(line.seats.seats), waiting: .number(line.seats.waiting))))
        }
    }

    private func reasonHint(_ verb: DeskVerb) -> Phrase {
        switch verb {
        case .admit: T.registration.admitReasonHint
        case .edit: T.registration.editReasonHint
        default: T.registration.reasonHint
        }
    }

    @HTMLBuilder private func fields(_ verb: DeskVerb, _ line: DeskCase, _ form: FilledForm, _ offered: [School], _ doubles: [LikelyDouble]) -> some HTML {
        switch verb {
        case .admit, .wait, .withdraw, .refuse: Empty()
        case .remark:
            form.field(T.registration.remark, "remark", .full, hint: T.registration.remarkHint, isOptional: true, most: Registration.longestRemark).text()
        case .move:
            if line.others.isEmpty { Notice(.waiting) { HTML::p { t(T.registration.moveNowhere) } } }
            form.field(T.registration.moveTo, "event", .full).select([Field.Choice("", t(T.common.choose))] + line.others.map { other in
                let day = other.starts.map { t.day(line.centre.zone.day(of: $0), .numeric) } ?? ""
                return Field.Choice("\(other.id)", "\(day) \(other.title(in: reader.language).text)")
            })
        case .handOver:
            MeantPersonField(form, among: doubles)
            NameFields(form: form, isOwn: false)
            form.field(T.registration.email, "email", hint: T.registration.addEmailHint, isOptional: true, autocomplete: "off", most: EmailAddress.most).email()
            DetailFields(form: form, isOwn: false)
        case .edit:
            form.field(T.registration.payer, "payer").radios(payers(line).map { Field.Choice($0.rawValue, t($0.ofOthers)) })
            SchoolField(form, offered: offered)
            DetailFields(form: form, isOwn: false)
            if line.row.isProved {
                Notice(.info) { HTML::p { t(T.registration.editAddressOwn) } }
            } else {
                form.field(T.registration.email, "email", hint: T.registration.editEmailHint, isOptional: true, autocomplete: "off", most: EmailAddress.most).email()
            }
        }
    }

    /// Those that the event offers, and the one that stands.
    private func payers(_ line: DeskCase) -> [Payer] {
        Payer.allCases.filter { line.event.plan.payers.contains($0) || line.registration.payer == $0 }
    }
}
