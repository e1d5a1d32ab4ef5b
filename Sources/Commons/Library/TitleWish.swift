package import Accounts
package import Centres
package import Kernel
package import Languages
import Storage

/// A title that a reader would like the centre to have.
package struct TitleWish: Sendable {
    package typealias ID = Kernel.ID<TitleWish>

    package enum State: String, CaseIterable, Sendable, Storable { case asked, ordered, here, declined }

    package let id: ID
    package let centre: Centre.ID
    /// Nil once the account is gone.
    package let person: Person.ID?
    package let draft: WishDraft
    package let state: State
    package let answer: String
    package let asked: Instant
    package let answered: Instant?
    package let title: LibraryTitle.ID?
}

package struct WishDraft: Sendable, Hashable {
    package var name: String
    package var authors: String
    package var isbn: String
    package var reason: String

    package init(_ name: String, authors: String = "", isbn: String = "", reason: String = "") {
        (self.name, self.authors, self.isbn, self.reason) = (name, authors, isbn, reason)
    }
}

/// What staff say of a wish.
package struct WishAnswer: Sendable, Hashable {
    package let state: TitleWish.State
    package let answer: String
    package let title: LibraryTitle.ID?

    package init(_ state: TitleWish.State, _ answer: String = "", title: LibraryTitle.ID? = nil) { (self.state, self.answer, self.title) = (state, answer, title) }
}

/// A wish at the desk, with who wishes it and what the centre has already.
struct WishLine: Sendable {
    let wish: TitleWish
    let name: String
    /// How many others wish the same, by its ISBN or its name.
    let others: Int
    let known: LibraryTitle?
}
