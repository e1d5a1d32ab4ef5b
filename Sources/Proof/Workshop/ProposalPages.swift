import Catalogue
import Centres
import Forms
import Kernel
import Languages
import Look
import Web

/// Proposals of whoever has signed in, and one of them.
enum ProposalPages {
    @Sendable static func mine(_ visit: Visit) async throws -> Answer { visit.page(try await mineScreen(visit, nil)) }

    @Sendable static func begin(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, own = visit.language, typed = visit.typed
        return try await visit.submit {
            let idea = try ProposalIdea(typed, own: own)
            return try await visit.act { act in
                let id = try ProposalStore.begin(idea, at: centre, in: act)
                return Redirect(visit.link("/proposals/\(id)"), T.workshop.saidBegun)
            }
        } again: { try await mineScreen(visit, $0) }
    }

    private static func mineScreen(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        guard let person = visit.actor.person else { throw Problem.missing }
        let centre = visit.centre.id, seal = visit.seal
        let (proposals, waiting, biography) = try await visit.read { act in
            let own = try ProposalStore.proposals(of: person, at: centre, in: act)
            let dated = try own.map { ($0, $0.state.isBefore ? try WorkshopKeepingStore.deadline(of: $0, in: act) : nil) }
            return (dated, try ProposalAuthorStore.waiting(for: person, at: centre, in: act), try ProposalAuthorStore.biography(of: person, in: act))
        }
        let asked = waiting.map { ($0.proposal, ConsentLink($0.author.id, of: $0.proposal.id).text(seal)) }
        return ProposalViews(reader: visit.reader).mine(proposals, asked, hasBiography: !biography.isEmpty, form ?? visit.form(Typed(["kind": "programme"])))
    }

    // MARK: One of them

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    /// A move of those who write it.
    @Sendable static func move(_ visit: Visit) async throws -> Answer {
        let id: Proposal.ID = try visit.id("proposal"), move = ProposalMove(rawValue: visit.typed["move"])
        return try await visit.submit {
            guard let move, move.isAuthors else { throw Problem.invalid("move", T.common.errorChoose) }
            return try await visit.act { act in
                try ProposalMoveStore.make(move, of: id, in: act)
                return Redirect(visit.link(move == .withdraw ? "/me/proposals" : "/proposals/\(id)"), T.workshop.saidMoved)
            }
        } again: { try await screen(visit, $0) }
    }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: Proposal.ID = try visit.id("proposal")
        let sheet = try await visit.read { try WorkshopDeskStore.sheet(id, in: $0) }
        return ProposalViews(reader: visit.reader).page(sheet, form)
    }

    // MARK: Facts

    @Sendable static func facts(_ visit: Visit) async throws -> Answer { visit.page(try await factsScreen(visit, nil)) }

    @Sendable static func setFacts(_ visit: Visit) async throws -> Answer {
        let id: Proposal.ID = try visit.id("proposal"), typed = visit.typed, own = visit.language
        return try await visit.submit {
            let facts = try ProposalFacts(typed, own: own), call = Call.ID(typed["call"])
            return try await visit.act { act in
                try ProposalStore.set(facts, call: call, of: id, in: act)
                return Redirect(visit.link("/proposals/\(id)"), T.common.saved)
            }
        } again: { try await factsScreen(visit, $0) }
    }

    private static func factsScreen(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let id: Proposal.ID = try visit.id("proposal")
        let (sheet, calls, codes) = try await visit.read { act in
            let sheet = try WorkshopDeskStore.sheet(id, in: act), proposal = sheet.proposal
            let calls = try CallStore.calls(at: proposal.centre, kind: proposal.kind, in: act).filter { !$0.details.isRetired || $0.id == proposal.call }
            return (sheet, calls, try sheet.dossier.call?.cycle.map { try CycleStore.codes(of: [$0], in: act) } ?? [])
        }
        return ProposalViews(reader: visit.reader).facts(sheet, calls, codes, form ?? visit.form(sheet.proposal.typed))
    }

    // MARK: A field

    @Sendable static func field(_ visit: Visit) async throws -> Answer { visit.page(try await fieldScreen(visit, nil)) }

    @Sendable static func save(_ visit: Visit) async throws -> Answer {
        let (id, code): (Proposal.ID, String) = (try visit.id("proposal"), visit.parameters["field"] ?? "")
        let text = visit.typed.lines("words"), seen = TextVersion.ID(visit.typed["seen"])
        return try await visit.submit {
            var faults = Faults()
            faults.limit(text, "words", .text)
            try faults.check()
            return try await visit.act { act in
                _ = try WorkshopDeskStore.field(code, of: id, in: act)
                let saved = try ProposalTextStore.save(text, code, seen: seen, of: id, in: act)
                return Redirect(visit.link("/proposals/\(id)/fields/\(code)"), saved == .beside ? T.workshop.saidBeside : T.common.saved)
            }
        } again: { try await fieldScreen(visit, $0) }
    }

    @Sendable static func join(_ visit: Visit) async throws -> Answer {
        let (id, code): (Proposal.ID, String) = (try visit.id("proposal"), visit.parameters["field"] ?? "")
        let text = visit.typed.lines("words"), seen = TextVersion.ID(visit.typed["seen"])
        return try await visit.submit {
            var faults = Faults()
            faults.limit(text, "words", .text)
            try faults.check()
            return try await visit.act { act in
                _ = try WorkshopDeskStore.field(code, of: id, in: act)
                try ProposalTextStore.join(text, code, seen: seen, of: id, in: act)
                return Redirect(visit.link("/proposals/\(id)/fields/\(code)"), T.workshop.saidJoined)
            }
        } again: { try await fieldScreen(visit, $0) }
    }

    @Sendable static func comment(_ visit: Visit) async throws -> Answer {
        let (id, code): (Proposal.ID, String) = (try visit.id("proposal"), visit.parameters["field"] ?? "")
        let text = visit.typed.lines("remark"), paragraph = visit.typed.number("paragraph", in: 1...10_000)
        return try await visit.submit {
            var faults = Faults()
            faults.limit(text, "remark", .note)
            try faults.check()
            return try await visit.act { act in
                _ = try WorkshopDeskStore.field(code, of: id, in: act)
                try ProposalTextStore.say(text, of: code, paragraph: paragraph, of: id, in: act)
                return Redirect(visit.link("/proposals/\(id)/fields/\(code)"), T.common.saved)
            }
        } again: { try await fieldScreen(visit, $0) }
    }

    @Sendable static func answer(_ visit: Visit) async throws -> Answer {
        let (id, comment): (Proposal.ID, ProposalComment.ID) = (try visit.id("proposal"), try visit.id("comment"))
        let (code, text) = (visit.parameters["field"] ?? "", visit.typed.lines("reply"))
        return try await visit.submit {
            var faults = Faults()
            faults.limit(text, "reply", .note)
            try faults.check()
            return try await visit.act { act in
                try ProposalTextStore.answer(text, to: comment, of: id, in: act)
                return Redirect(visit.link("/proposals/\(id)/fields/\(code)"), T.common.saved)
            }
        } again: { try await fieldScreen(visit, $0) }
    }

    private static func fieldScreen(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let (id, code): (Proposal.ID, String) = (try visit.id("proposal"), visit.parameters["field"] ?? "")
        let sheet = try await visit.read { try WorkshopDeskStore.field(code, of: id, in: $0) }
        return FieldViews(reader: visit.reader).page(sheet, form ?? visit.form(Typed(["words": sheet.current?.text ?? ""])))
    }
}
