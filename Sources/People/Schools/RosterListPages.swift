import Accounts
import Forms
import Imports
import Kernel
import Languages
import Look
package import Web

/// Many people are written down at once: brought, looked over, agreed to.
package enum RosterListPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer { visit.page(try await page(visit, visit.form())) }

    /// A file becomes text that can be corrected; a text becomes a table; the table is agreed to.
    @Sendable package static func save(_ visit: Visit) async throws -> Answer {
        let (id, centre) = (try visit.id("school", of: SchoolTag.self), visit.centre.id)
        _ = try await visit.read { try SchoolTeamStore.school(id, in: $0) }
        var typed = visit.typed.with("people", visit.typed.rows("people"))
        return try await visit.submit {
            if let file = visit.typed.files.first(where: { $0.field == "file" && !$0.name.isEmpty }) {
                guard file.bytes.count <= ImportFile.most else { throw Problem.invalid("file", T.imports.fileOver(most: .text("\(ImportFile.most >> 20) MB"))) }
                typed = typed.with("people", try await RosterList.text(of: file.bytes, visit.oldExcel) { read in try await visit.read { try read($0) } })
            }
            let list = try RosterList(typed.lines("people"), own: visit.language)
            guard typed.has("sure") else {
                let ways = try await visit.read { act in try list.lines.map { try RosterStore.way(of: $0.joining, at: id, in: act) } }
                return visit.page(try await page(visit, visit.form(typed), zip(list.lines, ways).map { ($0, $1) }))
            }
            let tokens = list.lines.map { _ in Token.random() }
            return try await visit.act { act in
                let done = try RosterStore.join(list, at: id, from: centre, tokens: tokens, in: act)
                return Redirect(visit.link("/me/schools/\(id)/people"), done)
            }
        } again: { form in
            try await page(visit, visit.form(typed, form.problem))
        }
    }

    private static func page(_ visit: Visit, _ form: FilledForm, _ read: [(RosterList.Line, RosterStore.Way)] = []) async throws -> Screen {
        let id = try visit.id("school", of: SchoolTag.self)
        return RosterListViews(reader: visit.reader).page(try await visit.read { try SchoolTeamStore.school(id, in: $0) }, form, read)
    }
}
