import Forms
package import Kernel
import Languages

/// Programmes side by side, as an address names them: `with=12.45.7`. The address is all that carries the choice, so that it works without a script
/// and can be sent to somebody.
package struct ProgrammeComparison: Sendable {
    package let ids: [Programme.ID]
    /// The address names more than stand beside one another.
    package let isCut: Bool

    package static let field = "with"
    package static let most = 3

    package init(_ text: String) {
        let all = text.split { !$0.isNumber }.compactMap { Programme.ID(String($0)) }.reduce(into: [Programme.ID]()) { if !$0.contains($1) { $0.append($1) } }
        ids = Array(all.prefix(Self.most))
        isCut = all.count > Self.most
    }

    private init(ids: [Programme.ID]) { (self.ids, isCut) = (ids, false) }

    package var text: String { ids.map { "\($0)" }.joined(separator: ".") }
    var isFull: Bool { ids.count >= Self.most }

    /// The same with one more, or without one that is there.
    package func toggling(_ id: Programme.ID) -> ProgrammeComparison {
        ProgrammeComparison(ids: ids.contains(id) ? ids.filter { $0 != id } : ids + [id])
    }
}
