import Files
import Forms
import HTML
import Kernel
import Languages
import Look

/// Whom the adopted text went to, what came back, and what became of it.
struct InitiativeAnswerViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ sight: InitiativeSight, _ form: FilledForm) -> Screen {
        let one = sight.initiative, own = reader.link(one.deskPath), isOpen = one.state == .adopted || one.state == .sent
        return InitiativeFrame(reader, sight).screen(.answers, form) {
            if one.state.isWritten { EmptyState(t(T.initiatives.answersNone), t(T.initiatives.answersNoneText)) { Empty() } }
            if let outcome = one.outcome {
                Notice(outcome.kind.tone, t(outcome.kind.name)) {
                    HTML::p { outcome.words.isEmpty ? Run(t(T.initiatives.noWords)) : t.run(outcome.words) }
                }
            }
            ForEach(sight.sendings) { sending in self.sending(sending, sight, isOpen ? own : nil, form) }
            if isOpen, sight.isHome {
                sending(own, isFirst: sight.sendings.isEmpty, form)
                if !sight.sendings.isEmpty { closing(own, form) }
            }
        }
    }

    /// - Parameter own: where an answer is written down; nil where none is.
    @HTMLBuilder private func sending(_ sending: InitiativeSending, _ sight: InitiativeSight, _ own: String?, _ form: FilledForm) -> some HTML {
        let draft = sending.draft
        h2 { t.run(draft.recipient) }
        Facts {
            FactLine(t(T.common.state)) {
                if sending.answered != nil { Chip(.good, t(T.initiatives.answered)) } else {
                    Chip(sending.isLate(on: reader.today) ? .bad : .waiting, t(T.initiatives.waitsUntil(day: .day(draft.due, .numeric))))
                }
            }
            FactLine(t(T.initiatives.sendDay), t.day(draft.day))
            if !draft.way.isEmpty { FactLine(t(T.initiatives.sendWay), t.run(draft.way)) }
            if let day = sending.answered { FactLine(t(T.initiatives.answerDay), t.day(day)) }
            if !sending.answer.isEmpty { FactLine(t(T.initiatives.answerWords), t.run(sending.answer)) }
            if let file = sending.file { FactLine(t(T.initiatives.answerFile)) { a(.href(reader.link(file.path))) { file.label(t) } } }
        }
        if let own, sight.isHome { answering(sending, own, form) }
    }

    private func answering(_ sending: InitiativeSending, _ own: String, _ form: FilledForm) -> some HTML {
        let (day, words, file) = ("day-\(sending.id)", "words-\(sending.id)", "file-\(sending.id)")
        let isOpen = [day, words, file].contains { form.fault($0) != nil }, known = form.over(Typed([(day, reader.today.iso)]))
        return Disclosure(t(sending.answered == nil ? T.initiatives.answerCame : T.initiatives.answerAnew), isOpen: isOpen) {
            Form(
                action: "\(own)/sendings/\(sending.id)", hidden: reader.hidden, hasFiles: true,
                label: "\(t(T.initiatives.answerCame)): \(t.shown(sending.draft.recipient))"
            ) {
                known.day(T.initiatives.answerDay, day)
                known.field(T.initiatives.answerWords, words, .full, otherwise: sending.answer, isOptional: true, most: TextLimit.note.rawValue).area(rows: 3)
                FileFields(known, T.initiatives.answerFile, file, [.document, .picture], isOptional: true, asksAlt: false)
                Buttons { Submit(t(T.common.save), .quiet) }
            }
        }
    }

    @HTMLBuilder private func sending(_ own: String, isFirst: Bool, _ form: FilledForm) -> some HTML {
        h2 { t(isFirst ? T.initiatives.send : T.initiatives.sendMore) }
        Form(action: "\(own)/sendings", hidden: reader.hidden, label: t(T.initiatives.send)) {
            form.field(T.initiatives.recipient, "recipient", .full, most: TextLimit.line.rawValue).text()
            FieldRow {
                form.day(T.initiatives.sendDay, "day")
                form.field(T.initiatives.sendWay, "way", hint: T.initiatives.sendWayHint, isOptional: true, most: TextLimit.label.rawValue).text()
                form.day(T.initiatives.answerDue, "due", hint: T.initiatives.answerDueHint)
            }
            Buttons { Submit(t(T.initiatives.sentButton)) }
        }
    }

    @HTMLBuilder private func closing(_ own: String, _ form: FilledForm) -> some HTML {
        h2 { t(T.initiatives.outcome) }
        HTML::p { t(T.initiatives.outcomeHint) }
        Form(action: "\(own)/outcome", hidden: reader.hidden, label: t(T.initiatives.outcome)) {
            form.field(T.initiatives.outcome, "kind").radios(InitiativeOutcome.Kind.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
            form.field(T.initiatives.outcomeWords, "outcome", .full, isOptional: true).area(rows: 3)
            form.field(T.initiatives.proof, "proof", .full, hint: T.initiatives.proofHint, isOptional: true, most: TextLimit.sentence.rawValue).text()
            form.day(T.initiatives.outcomeDay, "ended")
            Buttons { Submit(t(T.initiatives.close)) }
        }
    }
}
