import Kernel
import Languages
import Registry
import Storage
import Town

// What stories of the register begin with.

extension Town {
    var today: Day { zone.day(of: clock.now) }

    /// A paper that Весна enters.
    func paper(
        _ subject: String, due days: Int? = nil, worker: ID<PersonTag>? = nil, mark: RegistryMark.ID? = nil, note: String = ""
    ) async throws -> RegistryEntry.ID {
        var draft = RegistryDraft(.inner, subject, on: today)
        (draft.due, draft.worker, draft.mark, draft.note) = (days.map { today.adding(days: $0) }, worker, mark, note)
        return try await vesna.does { [centre, draft] in try RegistryStore.add(draft, at: centre, in: $0) }
    }

    func mark(_ code: String, years: Int? = 10, papers: Set<String> = []) async throws -> RegistryMark.ID {
        let draft = RegistryMarkDraft(code: code, name: "Ознака \(code)", papers: papers), term = RegistryTerm(since: today, years: years)
        return try await vesna.does { [centre] in try RegistryMarkStore.add(draft, term, at: centre, in: $0) }
    }

    func label(_ id: RegistryEntry.ID) async throws -> String? { try await value("SELECT label FROM registry_entry WHERE id = \(id)") }

    /// Numbers of a year that were given, each once.
    func numbers(_ year: Int) async throws -> [Int] {
        try await finds { act in
            try act.db.rows("""
                SELECT e.number FROM registry_entry e JOIN registry_book b ON b.id = e.book WHERE b.year = \(year) AND e.sub = 0 ORDER BY e.number
                """).map { try $0["number"] }
        }
    }
}
