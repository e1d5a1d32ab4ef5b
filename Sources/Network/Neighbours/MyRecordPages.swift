import Forms
import Kernel
import Languages
import Look
import Web

/// The own record on its way: taken along to another centre, and brought along from one.
enum MyRecordPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit)) }

    private static func screen(_ visit: Visit, _ form: FilledForm? = nil) async throws -> Screen {
        let records = try await visit.read { try BroughtRecordStore.own(in: $0) }
        return MyRecordViews(reader: visit.reader).page(records, form ?? visit.form(Typed(["said": "yes"])))
    }

    /// The file is made while it is sent; that it was made is written down.
    @Sendable static func take(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        var parts = TakenParts()
        (parts.said, parts.goals) = (visit.typed.has("said"), visit.typed.has("goals"))
        let (chosen, centre, seal, serial) = (parts, visit.centre.id, visit.seal, Token.random().text)
        return try await visit.submit {
            let bytes = try await visit.merge { try TakenRecordStore.take(chosen, of: person, at: centre, serial: serial, seal: seal, in: $0) }
            return .file(bytes: bytes, type: "application/jose+json", name: "zbornica-record.json")
        } again: { try await screen(visit, $0) }
    }

    @Sendable static func bring(_ visit: Visit) async throws -> Answer {
        guard let person = visit.actor.person else { throw Problem.missing }
        let centre = visit.centre.id
        return try await visit.submit {
            guard let sent = visit.typed.file("file") else { throw Problem.invalid("file", T.common.fileNotChosen) }
            try await visit.count(Attempts("record brought", of: person.description, limit: 20, within: 3_600))
            let file = try RecordFile(sent.bytes)
            return try await visit.act { act in
                let outcome = try BroughtRecordStore.bring(file, of: person, at: centre, in: act)
                return Redirect(visit.link("/me/record"), T.neighbours.saidBrought(count: outcome.added))
            }
        } again: { try await screen(visit, $0) }
    }

    @Sendable static func remove(_ visit: Visit) async throws -> Answer {
        let id: BroughtRecord.ID = try visit.id("record")
        return try await visit.act { act in
            try BroughtRecordStore.remove(id, in: act)
            return Redirect(visit.link("/me/record"), T.neighbours.saidRecordRemoved)
        }
    }
}
