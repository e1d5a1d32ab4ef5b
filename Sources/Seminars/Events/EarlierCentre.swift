package import Centres
package import Imports
package import Kernel
import Languages

/// For which centre a line of an old list speaks: it says so, or whoever brings it works at one, or there is only one.
package struct EarlierCentre: Sendable {
    package let all: [Centre]
    private let own: [Centre]

    package init(in act: Act) throws {
        all = try CentreStore.all(in: act).filter { act.by.coordinates($0.id) }
        let granted = all.filter { centre in act.by.grants.contains { $0.centre == centre.id } }
        own = granted.isEmpty ? all : granted
    }

    /// The column in which a list may say it.
    package static let column = ImportColumn("centre", T.events.centre, "centar", "centras", "ustanova organizator")

    package func centre(of line: inout ImportLine) -> Centre? {
        let said = Fold.tokens(line["centre"])
        if said.isEmpty, own.count == 1 { return own[0] }
        let named = all.filter { centre in Language.allCases.contains { Fold.tokens(centre.name(in: $0)) == said } }
        if !said.isEmpty, named.count == 1 { return named[0] }
        line.refuse("centre", T.events.centreUnsaid(centres: .list((said.isEmpty ? own : all).map { .title($0.name) })))
        return nil
    }
}
