import Foundation
import Kernel
import Languages
import Queues
import Storage
import Web

/// A long import: agreed to on its page, done as a job, still one act. Whoever agreed sees how far it is and may stop it, from any copy of the program; then nothing
/// of it stands.
enum ImportRun {
    /// A list of more lines is not done while its page waits.
    static let most = 2_000

    private struct Order: Codable {
        let draft: ImportDraft.ID
        let person: ID<PersonTag>
    }

    static func begin(_ draft: ImportDraft.ID, outcome: String, centre: ID<CentreTag>, in act: Act) throws {
        guard let person = act.by.person else { throw Problem.missing }
        try ImportDraftStore.begin(draft, outcome: outcome, centre: centre, in: act)
        try act.enqueue("imports.apply", Order(draft: draft, person: person), once: "imports.apply.\(draft)")
    }

    /// The job.
    @Sendable static func work(_ job: Job, _ installation: Installation) async throws {
        let order = try job.decoded(as: Order.self)
        let (records, seal) = (installation.records, installation.seal)
        let actor = try await records.read(as: .system) { try $0.ask(ActorAsked(order.person)).first }
        guard let actor else { return }
        let ran: ImportDraftStore.Running
        do {
            ran = try await records.read(as: actor) { try ImportDraftStore.running(order.draft, seal, in: $0) }
        } catch let problem as Problem where problem.kind == .missing { return }
        do {
            try await done(order.draft, ran, by: actor, installation)
        } catch is ActUnderway.Stopped {
            try await records.write(by: actor) { try ImportDraftStore.stand(order.draft, .stopped, in: $0) }
        } catch let problem as Problem {
            try await records.write(by: actor) { try ImportDraftStore.stand(order.draft, problem.kind == .conflict ? .moved : .refused, in: $0) }
        } catch {
            if job.isLastTry { try await records.write(by: actor) { try ImportDraftStore.stand(order.draft, .failed, in: $0) } }
            throw error
        }
    }

    private static func done(_ id: ImportDraft.ID, _ ran: ImportDraftStore.Running, by actor: Actor, _ installation: Installation) async throws {
        let records = installation.records
        guard let kind = records.exchange.importKinds.first(where: { $0.kind == ran.draft.kind }), kind.admits(actor) else { throw Problem.missing }
        let file = try ImportFile.read(ran.draft.bytes)
        let (list, choices) = try await records.read(as: actor) { act in
            let memory = try ImportMemoryStore.memory(kind.kind, at: ran.centre, in: act)
            let list = ImportedList(file, ImportProposal(kind, lastTime: memory, in: act).reading(of: file, saying: ran.draft.saying))
            return (list, try ImportChoiceStore.choices(of: id, in: act))
        }
        let centre = actor.isAdministrator ? nil : ran.centre
        let underway = ActUnderway(of: list.lines)
        records.underway[name(id)] = underway
        let telling = Task { try await tell(underway, of: id, by: actor, records) }
        defer {
            telling.cancel()
            records.underway[name(id)] = nil
        }
        try await records.write(by: actor) { act in
            // It may have been done by another copy, or be tried again after a lost connection: each try counts anew.
            underway.restart()
            let done = try ImportStore.apply(kind, list, choices, file: ran.draft.file, centre: centre, outcome: ran.outcome, underway: underway, in: act).id
            try underway.goOn()
            try ImportDraftStore.finish(id, as: done, in: act)
        }
    }

    private static let pause = Duration.milliseconds(500)

    /// Tells the other copies how far it is, and learns from the row that somebody stopped it there. On SQLite there are no others, and nobody else writes meanwhile.
    private static func tell(_ underway: ActUnderway, of id: ImportDraft.ID, by actor: Actor, _ records: Records) async throws {
        guard records.database.engine == .postgresql else { return }
        while !Task.isCancelled {
            let (done, total) = underway.seen
            if try await !records.write(by: actor, { try ImportDraftStore.tell(done, of: total, id, in: $0) }) { underway.stop() }
            try await Task.sleep(for: pause)
        }
    }

    /// How far it is; nil while it has not begun.
    static func seen(_ id: ImportDraft.ID, _ draft: ImportDraft, _ records: Records) -> (done: Int, total: Int)? {
        records.underway[name(id)]?.seen ?? draft.told
    }

    /// Stops it where this program does it.
    /// - Returns: whether it does.
    static func stop(_ id: ImportDraft.ID, _ records: Records) -> Bool {
        guard let underway = records.underway[name(id)] else { return false }
        underway.stop()
        return true
    }

    private static func name(_ id: ImportDraft.ID) -> String { "import \(id)" }
}
