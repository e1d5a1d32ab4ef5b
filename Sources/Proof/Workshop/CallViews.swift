import Catalogue
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Portfolio

/// Calls, for whoever looks after what is asked of proposals.
struct CallViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ calls: [Call], samples: [CallSample], _ form: FilledForm) -> Screen {
        Screen(t(T.workshop.calls), trail: reader.settingsTrail) {
            FormFaults(form)
            Heading(t(T.workshop.calls), lead: t(T.workshop.callsLead))
            if calls.isEmpty { EmptyState(t(T.workshop.callsNone), t(T.workshop.callsNoneText)) { Empty() } } else {
                DataTable(t(T.workshop.calls), rows: calls, columns: [
                    Column(t(T.workshop.titleField), .name) { call in a(.href(reader.link("/settings/calls/\(call.id)"))) { title(call.details) } },
                    Column(t(T.workshop.kind)) { call in t(call.details.kind.name) },
                    Column(t(T.workshop.deadline)) { call in
                        call.details.closes.map { t.day($0, .numeric) } ?? call.details.aheadDays.map { t(T.workshop.aheadOf(count: $0)) } ?? "–"
                    },
                    Column(t(T.workshop.certainty)) { call in
                        let isSure = call.details.certainty == .sourced
                        Chip(isSure ? .good : .waiting, t(isSure ? T.workshop.sourced : T.workshop.unconfirmed))
                    },
                    Column(t(T.common.state)) { call in
                        let isRetired = call.details.isRetired
                        Chip(isRetired ? .neutral : .good, t(isRetired ? T.workshop.retired : call.centre == nil ? T.workshop.shared : T.workshop.inUse))
                    },
                ])
            }
            Buttons { LinkButton(t(T.workshop.newCall), href: reader.link("/settings/calls/new")) }
            h2 { t(T.workshop.samples) }
            HTML::p { t(T.workshop.samplesLead) }
            Form(action: reader.link("/settings/calls/samples"), hidden: reader.hidden, label: t(T.workshop.samples)) {
                form.field(T.workshop.sample, "sample").radios(samples.map { Field.Choice($0.rawValue, t($0.name)) })
                Buttons { Submit(t(T.workshop.takeSample), .quiet) }
            }
        }
    }

    private func title(_ details: CallDetails) -> Run {
        let said = details.title.said(in: t.language)
        return t.run(said.text, said.language)
    }

    func form(_ call: Call?, _ cycles: [Cycle], _ form: FilledForm) -> Screen {
        let path = call.map { "/settings/calls/\($0.id)" } ?? "/settings/calls/new"
        let trail = reader.settingsTrail + [Look.Link(t(T.workshop.calls), href: reader.link("/settings/calls"))]
        return Screen(t(call == nil ? T.workshop.newCall : T.workshop.call), trail: trail) {
            FormFaults(form)
            Heading(call.map { title($0.details) } ?? Run(t(T.workshop.newCall)))
            Form(action: reader.link(path), hidden: reader.hidden, isGuarded: true) {
                form.field(T.workshop.kind, "kind").radios(ProposalKind.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                form.field(T.workshop.titleSerbian, "title_sr", .full, isOptional: true, most: TextLimit.sentence.rawValue).text()
                form.field(T.workshop.titleLithuanian, "title_lt", .full, isOptional: true, most: TextLimit.sentence.rawValue).text()
                form.field(T.workshop.titleEnglish, "title_en", .full, isOptional: true, most: TextLimit.sentence.rawValue).text()
                form.field(T.workshop.cycle, "cycle", .full, isOptional: true)
                    .select([Field.Choice("", t(T.catalogue.notChosen))] + cycles.map { Field.Choice("\($0.id)", t.run($0.title)) })
                FieldRow {
                    form.day(T.workshop.opens, "opens", isOptional: true)
                    form.day(T.workshop.closes, "closes", hint: T.workshop.closesHint, isOptional: true)
                }
                FieldRow {
                    form.field(T.workshop.aheadDays, "aheadDays", .short, hint: T.workshop.aheadHint, isOptional: true).number()
                    form.field(T.workshop.validMonths, "validMonths", .short, isOptional: true).number()
                    form.field(T.workshop.complaintDays, "complaintDays", .short, isOptional: true).number()
                }
                form.field(T.workshop.admits, "admits", .full, isOptional: true, most: TextLimit.note.rawValue).area(rows: 3)
                form.field(T.workshop.cited, "cited", .full, isOptional: true, most: TextLimit.note.rawValue).area(rows: 2)
                Field(t(T.workshop.isSourced), name: "sourced", hint: t(T.workshop.isSourcedHint), optional: "").check(isOn: form.typed.has("sourced"))
                Fieldset(t(T.workshop.asked), hint: t(T.workshop.linesHint)) {
                    form.field(T.workshop.fields, "fields", .full).area(rows: 12)
                    form.field(T.workshop.criteria, "criteria", .full, isOptional: true).area(rows: 6)
                    form.field(T.workshop.enclosures, "enclosures", .full, isOptional: true).area(rows: 6)
                }
                Field(t(T.workshop.isRetired), name: "retired", hint: t(T.workshop.isRetiredHint), optional: "").check(isOn: form.typed.has("retired"))
                if reader.actor.isAdministrator { Field(t(T.workshop.isShared), name: "shared", optional: "").check(isOn: form.typed.has("shared")) }
                Buttons { Submit(t(T.common.save)) }
            }
        }
    }
}

extension CallSample {
    var name: Phrase {
        switch self {
        case .serbianProgramme: T.workshop.sampleProgramme
        case .serbianGathering: T.workshop.sampleGathering
        case .lithuanianProgramme: T.workshop.sampleLithuanian
        }
    }
}
