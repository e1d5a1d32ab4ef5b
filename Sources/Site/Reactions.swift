package import Kernel

extension Reactions {
    /// Which rooms react to what. They run in this order, in the transaction of the act that stated the fact.
    package static let house: Reactions = {
        let reactions = Reactions()
        return reactions
    }()
}
