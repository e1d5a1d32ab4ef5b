package import Centres
package import Kernel
package import Languages
package import Web

/// What rooms above have to show of a claim, for the centre's people: its papers, its payments.
package struct ClaimPartAsked: Question {
    package typealias Answer = ClaimBrought
    package let claim: Claim
}

/// The same of somebody who pays.
package struct PayerPartAsked: Question {
    package typealias Answer = ClaimBrought
    package let payer: ClaimPayer
}

/// A part of such a page with its place on it.
package struct ClaimBrought: Sendable {
    package let place: Int
    package let part: PagePart

    package init(at place: Int, _ part: PagePart) { (self.place, self.part) = (place, part) }
}

/// Where those who pay go on from a share: to a slip, to a paper. Whoever asks has seen that the shares are theirs.
package struct PaymentDoorsAsked: Question {
    package typealias Answer = [ClaimShare.ID: [PaymentDoor]]
    package let shares: [ClaimShare]
}

package struct PaymentDoor: Sendable {
    package let label: Phrase
    package let path: String

    package init(_ label: Phrase, _ path: String) { (self.label, self.path) = (label, path) }
}
