package import Kernel

/// What is asked of a parent: three questions, each answered by itself.
package struct ConsentAnswer: Sendable, Hashable {
    package var mayEnter: Consent
    package var mayShow: Consent
    package var mayBeNamed: Consent

    package init(enter mayEnter: Consent, show mayShow: Consent, name mayBeNamed: Consent) {
        (self.mayEnter, self.mayShow, self.mayBeNamed) = (mayEnter, mayShow, mayBeNamed)
    }

    package init(_ author: ContestAuthor) { self.init(enter: author.mayEnter, show: author.mayShow, name: author.mayBeNamed) }

    /// Whoever takes no part is neither shown nor named.
    package var sound: ConsentAnswer { mayEnter == .no ? ConsentAnswer(enter: .no, show: .no, name: .no) : self }
    package var isWhole: Bool { ![mayEnter, mayShow, mayBeNamed].contains(.unknown) }
}

/// The address at which a guardian answers: a mark over the author and how often it was made anew, so that no row holds it and it can be printed again.
package struct ConsentLink: Sendable {
    let author: ContestAuthor.ID
    let round: Int

    package init(_ author: ContestAuthor) { (self.author, round) = (author.id, author.round) }
    init(_ author: ContestAuthor.ID, round: Int) { (self.author, self.round) = (author, round) }

    package func key(_ seal: Seal) -> String { seal.mark("\(author) \(round)", for: "consent of a guardian") }
    /// Behind the language.
    package func path(_ seal: Seal) -> String { "/guardians/\(author)/\(key(seal))" }
}

/// What a guardian's page shows.
package struct ConsentSight: Sendable {
    package let author: ContestAuthor
    package let work: ContestWork
    package let contest: Contest
}
