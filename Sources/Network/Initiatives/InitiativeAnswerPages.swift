import Centres
import Documents
import Files
import Forms
import Kernel
import Languages
import Look
import Web

/// Whom the adopted text went to, what came back, and what became of it.
enum InitiativeAnswerPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, nil)) }

    private static func show(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let sight = try await InitiativeDeskPages.sight(visit), today = visit.today
        let known = Typed([
            "recipient": sight.sendings.isEmpty ? sight.initiative.details.recipient : "", "day": today.iso, "ended": today.iso,
            "due": today.adding(days: SendingDraft.daysUsual).iso,
        ])
        return InitiativeAnswerViews(reader: visit.reader).page(sight, (form ?? visit.form()).over(known))
    }

    @Sendable static func send(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, own = visit.language
        return try await InitiativeDeskPages.does(visit, "/answers", T.initiatives.saidSent, again: { try await show(visit, $0) }) { id, centre, act in
            try InitiativeMoveStore.send(try SendingDraft(typed, own: own), id, at: centre, in: act)
        }
    }

    @Sendable static func answer(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, id: Initiative.ID = try visit.id("initiative"), sending: InitiativeSending.ID = try visit.id("sending")
        let typed = visit.typed, own = visit.language, field = "file-\(sending)"
        return try await visit.submit {
            // The door first: nothing is made of a file for whoever may not put it there.
            _ = try await InitiativeDeskPages.home(visit)
            let form = try AnswerForm(typed, sending, own: own)
            let file = try await FileIntake(visit).file(typed, field, [.document, .picture], alt: visit.t(T.initiatives.answerFile), isRequired: false)
            return try await visit.act { act in
                try InitiativeMoveStore.answer(sending, on: form.day, form.words, file, of: id, at: centre, in: act)
                return Redirect(visit.link("/staff/initiatives/\(id)/answers"), T.initiatives.saidAnswerCame)
            }
        } again: { form in
            _ = try await InitiativeDeskPages.home(visit)
            return try await show(visit, try visit.holding(field, form))
        }
    }

    @Sendable static func close(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, own = visit.language
        return try await InitiativeDeskPages.does(visit, "/answers", T.initiatives.saidClosed, again: { try await show(visit, $0) }) { id, centre, act in
            let form = try OutcomeForm(typed, own: own)
            try InitiativeMoveStore.close(id, with: form.outcome, on: form.day, at: centre, in: act)
        }
    }

    // MARK: As a file

    @Sendable static func pdf(_ visit: Visit) async throws -> Answer { try await InitiativePages.printed(try await InitiativeDeskPages.sight(visit), visit) }

    @Sendable static func word(_ visit: Visit) async throws -> Answer {
        let paper = try await InitiativePages.paper(try await InitiativeDeskPages.sight(visit), visit).paper
        return try await visit.written(paper, name: "\(paper.title).docx")
    }
}
