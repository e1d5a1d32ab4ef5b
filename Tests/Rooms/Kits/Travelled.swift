import Accounts
import Centres
import Kernel
import Kits
import Languages
import Library
import Site
import Storage
import Testing
import Town

extension Town {
    var today: Day { zone.day(of: clock.now) }

    /// A kit of the centre with so many copies, which travels unless the rule is nil.
    func kit(
        _ name: String = "Електро комплет", copies: Int = 1, rule: KitRule? = KitRule(KitTimes(setUp: 1, transport: 1)),
            parts: [(String, Int)] = [("Жице", 10), ("Сијалице", 4)],
        shelf: String = "К-1"
    ) async throws -> LibraryTitle.ID {
        let centre = centre, day = today
        return try await vesna.does { act in
            let id = try TitleStore.add(TitleDraft(name, .kit), at: centre, in: act)
            if !parts.isEmpty { try TitleStore.set(parts: parts.map { (name: $0.0, count: $0.1) }, of: id, at: centre, in: act) }
            var draft = CopyDraft(acquired: day)
            draft.shelf = shelf
            if copies > 0 { _ = try CopyStore.takeIn(Array(repeating: draft, count: copies), of: id, at: centre, in: act) }
            if let rule { try KitStore.set(rule, of: id, at: centre, in: act) }
            return id
        }
    }

    /// A book with so many copies on a shelf.
    func book(_ name: String, copies: Int = 1, shelf: String) async throws -> [Copy.ID] {
        let centre = centre, day = today
        return try await vesna.does { act in
            var title = TitleDraft(name, .book)
            title.authors = ["Ђорђевић, Ана"]
            let id = try TitleStore.add(title, at: centre, in: act)
            var draft = CopyDraft(acquired: day)
            (draft.shelf, draft.price) = (shelf, 120_000)
            return try CopyStore.takeIn(Array(repeating: draft, count: copies), of: id, at: centre, in: act)
        }
    }

    func label(_ copy: Copy.ID) async throws -> String { try #require(try await value("SELECT label FROM copy WHERE id = \(copy)", as: String.self)) }

    /// A day from today on, as a form has it.
    func iso(_ days: Int) -> String { today.adding(days: days).iso }
}
