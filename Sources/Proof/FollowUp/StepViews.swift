import Accounts
import Events
import Files
import Forms
import HTML
import Kernel
import Languages
import Look

/// The page under a link, and the list of one's own.
struct StepViews {
    let reader: Reader
    private var t: Texts { reader.t }

    // MARK: One's own

    func list(_ steps: [(sight: StepSight, link: String)]) -> Screen {
        Screen(t(T.followup.mine), trail: [Look.Link(t(T.accounts.me), href: reader.link("/me"))], isIndexed: false) {
            Heading(t(T.followup.mine), lead: t(T.followup.mineLead))
            if steps.isEmpty { EmptyState(t(T.followup.mineNone), t(T.followup.mineNoneText)) { Empty() } }
            ForEach(steps) { one in
                let step = one.sight.step
                PersonLine(
                    t.run(one.sight.event.title(in: t.language)), href: reader.link("/steps/\(one.link)"),
                    detail: step.details.text.isEmpty ? [] : [t.run(Self.short(step.details.text))] + (step.details.due.map { [Run(t.day($0, .numeric))] } ?? []),
                    state: chip(one.sight))
            }
        }
    }

    private func chip(_ sight: StepSight) -> Chip {
        if sight.step.confirmed != nil { return Chip(.good, t(T.followup.confirmed)) }
        switch sight.phase(on: reader.today) {
        case .writing: return sight.step.written == nil ? Chip(.waiting, t(T.followup.awaitsStep)) : Chip(.info, t(T.followup.written))
        case .answering(let turn): return sight.step.answers[turn] == nil ? Chip(.waiting, t(T.followup.awaitsAnswer)) : Chip(.good, t(T.followup.answered))
        case .over: return sight.step.last == nil ? Chip(.neutral, t(T.followup.over)) : Chip(.good, t(T.followup.answered))
        }
    }

    private static let shownMost = 200
    /// A step in one line among others.
    static func short(_ text: String) -> String {
        var line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        if line.hasSuffix(".") { line.removeLast() }
        return line.count > shownMost ? line.prefix(shownMost) + "…" : line
    }

    // MARK: Under a link

    func page(_ sight: StepSight, _ phase: FollowUp.Phase, _ link: String, _ form: FilledForm, _ proof: FilledForm) -> Screen {
        let title = t.run(sight.event.title(in: t.language))
        return Screen(t(T.followup.title), isIndexed: false) {
            FormFaults(form)
            FormFaults(proof)
            Heading(title, kind: Run(t(T.followup.title)))
            switch phase {
            case .over: over(sight)
            case .writing: writing(sight, link, form)
            case .answering(let turn):
                answering(sight, turn, link, form)
                proofs(sight, link, proof)
            }
        }
    }

    @HTMLBuilder private func over(_ sight: StepSight) -> some HTML {
        Notice(.neutral, t(T.followup.overTitle)) {
            HTML::p {
                t(sight.isOff ? T.followup.overOff : sight.isWithdrawn ? T.followup.overWithdrawn : T.followup.overText(day: .day(sight.followUp.end)))
            }
        }
        step(sight)
        if let said = sight.step.last { Facts { FactLine(t(T.followup.saidBefore), t(said.use.name)) } }
    }

    @HTMLBuilder private func step(_ sight: StepSight) -> some HTML {
        if !sight.step.details.text.isEmpty {
            Facts {
                FactLine(t(T.followup.step), t.run(sight.step.details.text))
                if let due = sight.step.details.due { FactLine(t(T.followup.due), t.day(due, .long)) }
            }
        }
    }

    @HTMLBuilder private func writing(_ sight: StepSight, _ link: String, _ form: FilledForm) -> some HTML {
        HTML::p { t(T.followup.writingLead) }
        Form(action: reader.link("/steps/\(link)"), hidden: reader.hidden, isGuarded: true) {
            form.field(T.followup.step, "step", .full, hint: T.followup.stepHint, most: TextLimit.note.rawValue).area(rows: 3)
            form.day(T.followup.due, "due", hint: T.followup.dueHint)
            sharing(sight, form)
            Buttons { Submit(t(sight.step.written == nil ? T.followup.write : T.common.save)) }
            HTML::p(.class("muted small")) { t(T.followup.changeUntil(day: .day(sight.followUp.first.adding(days: -1)))) }
        }
    }

    @HTMLBuilder private func answering(_ sight: StepSight, _ turn: Turn, _ link: String, _ form: FilledForm) -> some HTML {
        if sight.step.answers[turn] != nil {
            Notice(.good, t(T.followup.thanksTitle)) { HTML::p { t(T.followup.thanks(day: .day(sight.followUp.lastDay(of: turn)))) } }
        }
        step(sight)
        if turn == .second, let first = sight.step.answers[.first] { Facts { FactLine(t(T.followup.saidBefore), t(first.use.name)) } }
        Form(action: reader.link("/steps/\(link)"), hidden: reader.hidden, isGuarded: true) {
            Fieldset(t(T.followup.used)) {
                form.field(T.followup.usedAnswer, "used").radios(Use.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
            }
            Fieldset(t(T.followup.hindered)) {
                form.field(T.followup.hinderedAnswer, "hindered", isOptional: true)
                    .checkboxes(Hindrance.allCases.map { Field.Choice($0.rawValue, t($0.name)) }, chosen: Set(form.typed.all("hindered")))
                form.field(T.followup.words, "words", .full, hint: T.followup.wordsHint, isOptional: true, most: TextLimit.note.rawValue).area(rows: 2)
            }
            if sight.step.confirmed == nil {
                form.day(T.followup.shown, "shown", hint: T.followup.shownHint, isOptional: true)
                sharing(sight, form)
            }
            Buttons { Submit(t(sight.step.answers[turn] == nil ? T.followup.send : T.common.save)) }
            HTML::p(.class("muted small")) { t(T.followup.changeUntil(day: .day(sight.followUp.lastDay(of: turn)))) }
        }
    }

    /// Who sees it. Which school that is does not stand there: a link that was passed on tells nobody where its owner works.
    @HTMLBuilder private func sharing(_ sight: StepSight, _ form: FilledForm) -> some HTML {
        if sight.workplace != nil || sight.step.school != nil {
            Field(t(T.followup.forSchool), name: "forSchool", hint: t(T.followup.forSchoolHint), optional: "").check(isOn: form.typed.has("forSchool"))
        }
        Field(t(T.followup.forCentre), name: "forCentre", hint: t(T.followup.forCentreHint), optional: "").check(isOn: form.typed.has("forCentre"))
    }

    // MARK: What is shown of it

    @HTMLBuilder private func proofs(_ sight: StepSight, _ link: String, _ form: FilledForm) -> some HTML {
        let proof = sight.step.proof, path = reader.link("/steps/\(link)/proof")
        h2 { t(T.followup.proof) }
        if sight.step.confirmed != nil {
            Notice(.good) { HTML::p { t(T.followup.confirmedNote) } }
        } else {
            HTML::p { t(T.followup.proofLead) }
            if proof.file != nil || !proof.link.isEmpty {
                Notice(.info) { HTML::p { t(proof.file == nil ? T.followup.hasLink : T.followup.hasFile) } }
                ButtonForm(t(T.followup.takeBack), .quiet, action: "\(path)/remove", hidden: reader.hidden)
            }
            Form(action: path, hidden: reader.hidden, hasFiles: true, label: t(T.followup.proof)) {
                FileFields(form, T.followup.proofFile, "proof", [.picture, .document], isOptional: true, asksAlt: false)
                Field(t(T.followup.consent), name: "consent", hint: t(T.followup.consentHint), error: form.fault("consent"), optional: "")
                    .check(isOn: form.typed.has("consent"))
                form.field(T.followup.proofLink, "link", hint: T.followup.proofLinkHint, isOptional: true).address()
                Buttons { Submit(t(T.followup.prove), .quiet) }
            }
        }
    }
}
