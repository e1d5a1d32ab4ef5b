import Centres
import Events
import Files
import Forms
import HTML
import Kernel
import Languages
import Look
import Portfolio

struct SchoolStepViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ steps: [SchoolStep], _ lines: [UseStep.ID: [PointsTable.Line]], in school: School, _ form: FilledForm) -> Screen {
        let waiting = steps.filter(\.isWaiting), others = steps.filter { !$0.isWaiting }
        return Screen(t(T.followup.schoolSteps), trail: [Look.Link(t.run(school.name), href: reader.link("/me/schools/\(school.id)"))], isIndexed: false) {
            FormFaults(form)
            Heading(t(T.followup.schoolSteps), lead: t(T.followup.schoolLead))
            if steps.isEmpty { EmptyState(t(T.followup.schoolNone), t(T.followup.schoolNoneText)) { Empty() } }
            if !waiting.isEmpty {
                h2 { t(T.followup.schoolWaiting) }
                ForEach(waiting) { one in
                    line(one)
                    Form(
                        action: reader.link("/me/schools/\(school.id)/steps/\(one.step.id)"), hidden: reader.hidden,
                        label: "\(one.name): \(one.event.title(in: t.language).text)"
                    ) {
                        points(lines[one.step.id] ?? [], one, form)
                        Buttons { Submit(t(T.followup.confirm)) }
                    }
                }
            }
            if !others.isEmpty {
                h2 { t(T.followup.schoolOthers) }
                ForEach(others) { line($0) }
            }
        }
    }

    private func line(_ one: SchoolStep) -> some HTML {
        let step = one.step, isConfirmed = step.confirmed != nil
        var detail = step.details.text.isEmpty ? [] : [t.run(StepViews.short(step.details.text))]
        detail.append(t.run(one.event.title(in: t.language)))
        if let use = step.last?.use { detail.append(Run(t(use.name))) }
        if let shown = step.proof.shown { detail.append(Run(t(T.followup.shownOn(day: .day(shown, .numeric))))) }
        if let points = step.points { detail.append(Run(t(T.followup.pointsGiven(count: points)))) }
        let unseen = !step.wasTried ? Chip(.neutral, t(T.followup.notYet)) : Chip(.waiting, t(T.followup.awaitsSchool))
        let chip = isConfirmed ? Chip(.good, t(T.followup.confirmed)) : unseen
        return Group {
            PersonLine(Run(one.name), detail: detail, state: chip)
            ProofShown(step: step, file: one.file, reader: reader)
        }
    }

    @HTMLBuilder private func points(_ lines: [PointsTable.Line], _ one: SchoolStep, _ form: FilledForm) -> some HTML {
        if !lines.isEmpty {
            Field(t(T.followup.line), name: "line", row: "\(one.step.id)", hint: t(T.followup.lineHint), error: form.fault("line"), optional: t(T.common.optional))
                .select([Field.Choice("", t(T.followup.noPoints))] + lines.map { line in
                    Field.Choice(line.id.description, Run("\(t.shown(line.activity)) – \(t(T.followup.pointsGiven(count: line.leading ?? 0)))"))
                })
        }
    }
}

/// What somebody shows, for whoever may see it.
struct ProofShown: View {
    let step: UseStep
    let file: StoredFile?
    let reader: Reader

    var body: Markup {
        if let file {
            if file.kind == .picture { PictureView(file, reader, sizes: "24rem", kind: "shown") }
            HTML::p { a(.href(reader.link(file.path))) { "\(reader.t(T.followup.openProof)) (\(file.label(reader.t)))" } }
        }
        if !step.proof.link.isEmpty { HTML::p { a(.href(step.proof.link), .rel("noopener noreferrer")) { step.proof.link } } }
    }
}
