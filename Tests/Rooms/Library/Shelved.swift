import Kernel
import Languages
import Library
import Storage
import Town

extension Town {
    /// A title of the centre with so many copies.
    @discardableResult
    func shelves(
        _ name: String = "Разломци без страха", _ kind: TitleKind = .book, isbn: String = "", copies: Int = 1, shelf: String = "51", authors: [String] = ["Жунић, Дане"]
    ) async throws -> LibraryTitle.ID {
        let centre = centre
        return try await vesna.does { act in
            var draft = TitleDraft(name, kind)
            (draft.authors, draft.isbn, draft.subjects) = (authors, isbn, ["математика"])
            if kind == .digital { draft.link = "https://bistrik.example" }
            let id = try TitleStore.add(draft, at: centre, in: act)
            var copy = CopyDraft(acquired: Zone.utc.day(of: act.now).adding(days: -1))
            copy.shelf = shelf
            if copies > 0 { _ = try CopyStore.takeIn(Array(repeating: copy, count: copies), of: id, at: centre, in: act) }
            return id
        }
    }

    /// The numbers of the inventory book, in their order.
    func numbers() async throws -> [Int] { try await finds { act in try act.db.rows("SELECT number FROM copy ORDER BY number").map { try $0["number"] } } }

    var lastNumber: Int { get async throws { try await value("SELECT last_number FROM inventory", as: Int.self) ?? 0 } }
}
