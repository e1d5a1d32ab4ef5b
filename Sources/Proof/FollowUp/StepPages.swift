import Centres
import Files
import Forms
import Kernel
import Languages
import Look
import Web

/// A step and what became of it, under a link of one's own: without an account, and without anything that says whose it is.
enum StepPages {
    /// So many proofs may be sent from one network in an hour: nobody who holds one link fills the disk.
    private static let proofsMost = 40

    /// All of whoever has signed in.
    @Sendable static func list(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let centre = visit.centre.id, seal = visit.seal
        let sights = try await visit.read { try UseStepStore.sights(of: person, at: centre, in: $0) }
        return visit.page(StepViews(reader: visit.reader).list(sights.map { ($0, StepLink($0.step.id, of: $0.step.event).text(seal)) }))
    }

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, nil, nil)) }

    /// Writes the step, or says what became of it, as the day asks.
    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let link = try link(visit), centre = visit.centre.id, typed = visit.typed, own = visit.language
        let before = try await visit.read { try UseStepStore.sight(link, at: centre, in: $0) }
        return try await visit.submit {
            let sharing = StepSharing(typed)
            switch before.phase(on: visit.today) {
            case .over: throw Problem.conflict(T.followup.errorNoAnswer)
            case .writing:
                let details = try StepDetails(typed, own: own)
                return try await visit.act { act in
                    try UseStepStore.write(details, sharing, under: link, at: centre, in: act)
                    return Redirect(visit.link("/steps/\(link.text(visit.seal))"), T.followup.saidWritten)
                }
            case .answering:
                let (answer, shown) = try UseAnswer.read(typed, own: own)
                return try await visit.act { act in
                    try UseStepStore.answer(answer, shown: shown, sharing, under: link, at: centre, in: act)
                    return Redirect(visit.link("/steps/\(link.text(visit.seal))"), T.followup.saidAnswered)
                }
            }
        } again: { try await screen(visit, $0, nil) }
    }

    @Sendable static func prove(_ visit: Visit) async throws -> Answer {
        let link = try link(visit), centre = visit.centre.id, typed = visit.typed
        let before = try await visit.read { try UseStepStore.sight(link, at: centre, in: $0) }
        return try await visit.submit {
            // The door first: nothing is made of a picture that could not be kept.
            guard case .answering = before.phase(on: visit.today) else { throw Problem.conflict(T.followup.errorNoAnswer) }
            let address = try ProofLink.read(typed)
            if typed.upload("proof") != nil {
                try await visit.count(Attempts("proofs", from: visit.network, limit: proofsMost, within: 3_600))
            }
            let file = try await FileIntake(visit).file(typed, "proof", [.picture, .document], alt: visit.t(T.followup.proof), isRequired: false)
            return try await visit.act { act in
                try UseStepStore.prove(file, link: address, hasConsent: typed.has("consent"), under: link, at: centre, in: act)
                return Redirect(visit.link("/steps/\(link.text(visit.seal))"), T.followup.saidProved)
            }
        } again: { try await screen(visit, nil, $0) }
    }

    @Sendable static func takeBack(_ visit: Visit) async throws -> Answer {
        let link = try link(visit), centre = visit.centre.id
        return try await visit.submit {
            try await visit.act { act in
                try UseStepStore.takeBack(under: link, at: centre, in: act)
                return Redirect(visit.link("/steps/\(link.text(visit.seal))"), T.followup.saidTakenBack)
            }
        } again: { try await screen(visit, nil, $0) }
    }

    private static func link(_ visit: Visit) throws -> StepLink {
        guard let link = StepLink(visit.parameters["link"] ?? "", visit.seal) else { throw Problem.missing }
        return link
    }

    private static func screen(_ visit: Visit, _ form: FilledForm?, _ proof: FilledForm?) async throws -> Screen {
        let link = try link(visit), centre = visit.centre.id
        let sight = try await visit.read { try UseStepStore.sight(link, at: centre, in: $0) }
        let phase = sight.phase(on: visit.today), turn: Turn? = if case .answering(let turn) = phase { turn } else { nil }
        let views = StepViews(reader: visit.reader)
        let opened = visit.form(sight.typed(turn))
        return views.page(sight, phase, link.text(visit.seal), form ?? opened, proof ?? visit.form(Typed(["link": sight.step.proof.link])))
    }
}
