import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

/// What is missing for the state's register, all of it to be copied, and where the programme stands there.
struct ProgrammeEntryViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameter failed: the entry whose form comes back.
    func show(
        _ programme: Programme, _ entries: [ProgrammeRegistration], _ towns: [Municipality], _ form: FilledForm, _ failed: ProgrammeRegistration.ID?
    ) -> Screen {
        let own = reader.link("/catalogue/programmes/\(programme.id)")
        let missing = programme.missing(t)
        return Screen(t(T.catalogue.registry), trail: reader.catalogueTrail + [Look.Link(t.run(programme.title, programme.language), href: own)]) {
            FormFaults(form)
            Heading(Run(t(T.catalogue.registry)), kind: t.run(programme.title, programme.language))
            if !programme.cycle.accreditor.rules.needs.isEmpty {
                if missing.isEmpty {
                    Notice(.good) { HTML::p { t(T.catalogue.needsNothing) } }
                } else {
                    Notice(.waiting, t(T.catalogue.needsTitle)) {
                        ul { ForEach(missing) { part in li { t(part.name) } } }
                        HTML::p { a(.href(own + "/edit")) { t(T.common.edit) } }
                    }
                }
            }
            if programme.cycle.accreditor.country == .lithuania {
                h2 { t(T.catalogue.entries) }
                HTML::p { t(T.catalogue.entriesText(code: .text(ProgrammeRegistration.temporaryCode))) }
                if programme.cycle.accreditor.rules.leaving == .withdrawn, entries.contains(where: { $0.state == .leaving }) {
                    HTML::p { t(T.catalogue.entryLeavingWithdraws) }
                }
                ForEach(entries) { entry in line(entry, towns, own, failed == entry.id ? form : FilledForm(.nothing, nil, t)) }
                open(entries, towns, own, form)
            }
            h2 { t(T.catalogue.copyTitle) }
            HTML::p { t(T.catalogue.copyLead) }
            HTML::p { LinkButton(t(T.catalogue.download), href: own + "/register.xlsx", .quiet, icon: .download) }
            Facts {
                ForEach(Self.lines(programme, t)) { label, text in
                    FactLine(label) { Lines(text, t.lang(of: programme.language), t) }
                }
            }
        }
    }

    /// All that a form of the register may ask for, as it stands in the catalogue.
    static func lines(_ programme: Programme, _ t: Texts) -> [(String, String)] {
        [
            (t(T.catalogue.title), programme.title), (t(T.catalogue.number), programme.number), (t(T.catalogue.cycle), programme.cycle.title),
            (t(T.catalogue.hours), "\(programme.hours)"), (t(T.catalogue.form), t.name(programme.form)), (t(T.catalogue.seatsMax), "\(programme.seatsMax)"),
        ] + ProgrammePart.allCases.map { (t($0.name), $0.text(of: programme, t)) }.filter { !$0.1.isEmpty }
    }

    private func line(_ entry: ProgrammeRegistration, _ towns: [Municipality], _ own: String, _ form: FilledForm) -> some HTML {
        let town = entry.municipality.flatMap { id in towns.first { $0.id == id } }
        let dates: [(Phrase, Day?)] = [
            (T.catalogue.entryRegistered, entry.registered), (T.catalogue.entryAccredited, entry.accredited), (T.catalogue.entryLeaving, entry.leaves),
            (T.catalogue.entryLeft, entry.ended),
        ]
        return Group {
            PersonLine(
                Run(entry.code), detail: [town.map { t.run($0.name) } ?? Run(t(T.catalogue.entryEverywhere))]
                    + dates.compactMap { phrase, day in day.map { Run("\(t(phrase)): \(t.day($0, .numeric))") } } + (entry.reason.isEmpty ? [] : [t.run(entry.reason)]),
                state: Chip(entry.state.tone, t(entry.state.name)))
            Disclosure(t(T.catalogue.entryStep), isOpen: form.problem != nil) {
                Form(action: own + "/register/\(entry.id)", hidden: reader.hidden) {
                    Field(t(T.catalogue.entryWhat), name: "state", row: "\(entry.id)", value: form["state"], error: form.fault("state")).radios(
                        ProgrammeRegistration.State.allCases.filter(entry.state.next.contains).map { Field.Choice($0.rawValue, t($0.name)) })
                    Field(t(T.catalogue.entryDay), name: "day", row: "\(entry.id)", value: form["day"], error: form.fault("day"), width: .short,
                        autocomplete: "off").text()
                    if entry.state.next.contains(.registered) {
                        Field(
                            t(T.catalogue.entryCode), name: "code", row: "\(entry.id)", value: form["code"], error: form.fault("code"), optional: t(T.common.optional),
                            width: .short, autocomplete: "off"
                        ).text()
                    }
                    if entry.state.next.contains(.leaving) {
                        Field(
                            t(T.catalogue.reason), name: "reason", row: "\(entry.id)", value: form["reason"], error: form.fault("reason"), optional: t(T.common.optional),
                            width: .full, autocomplete: "off"
                        ).text()
                    }
                    Buttons { Submit(t(T.common.save), .quiet) }
                }
            }
        }
    }

    private func open(_ entries: [ProgrammeRegistration], _ towns: [Municipality], _ own: String, _ form: FilledForm) -> some HTML {
        Disclosure(t(T.catalogue.entryOpen), isOpen: entries.isEmpty || form.fault("municipality") != nil) {
            Form(action: own + "/register", hidden: reader.hidden) {
                form.field(T.catalogue.entryWhere, "municipality", isOptional: true)
                    .select([Field.Choice("", t(T.catalogue.entryEverywhere))] + towns.map { Field.Choice("\($0.id)", t.run($0.name)) })
                Buttons { Submit(t(T.common.add), .quiet) }
            }
        }
    }
}

extension ProgrammeRegistration.State {
    var tone: Tone {
        switch self {
        case .temporary, .leaving: .waiting
        case .registered: .info
        case .accredited: .good
        case .left: .neutral
        }
    }
}
