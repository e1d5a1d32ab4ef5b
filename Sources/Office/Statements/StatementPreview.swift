import Languages

/// What a file would bring, for somebody to look at before it is done.
package struct StatementPreview: Sendable {
    package struct Part: Sendable {
        package let statement: BroughtStatement
        /// Lines that are not in the books yet, with what each would pay by its reference; nil where that is for people to say.
        package let fresh: [(line: BroughtStatement.Line, match: Match?)]
        /// So many are known already.
        package let known: Int
        /// Whether the centre's papers name this account.
        package let isKnownAccount: Bool

        package var certain: Int { fresh.count { $0.match != nil } }
        package var waiting: Int { fresh.count { $0.match == nil && $0.line.amount.minor > 0 } }
        package var out: Int { fresh.count { $0.line.amount.minor < 0 } }
    }

    package let parts: [Part]

    package var fresh: Int { parts.reduce(0) { $0 + $1.fresh.count } }
    package var known: Int { parts.reduce(0) { $0 + $1.known } }
    package var certain: Int { parts.reduce(0) { $0 + $1.certain } }
    package var waiting: Int { parts.reduce(0) { $0 + $1.waiting } }
    package var changesNothing: Bool { fresh == 0 }
}
