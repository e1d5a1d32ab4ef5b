import HTTPTypes
import Hummingbird
import Languages

/// A request that is not taken as it came: with what status, and what its reader is told.
struct Refusal: Error {
    let status: HTTPResponse.Status
    let words: Phrase
    var headers: HTTPFields = [:]

    static func tooLarge(_ size: BodySize) -> Refusal { Refusal(status: .contentTooLarge, words: T.web.tooLarge(most: .text(size.shown))) }

    static let tooSlow = Refusal(status: .requestTimeout, words: T.web.tooSlow)

    /// More is coming in than there is room for.
    static let busy = Refusal(status: .serviceUnavailable, words: T.web.busy, headers: [.retryAfter: "30"])

    /// The database does not answer.
    static let away = Refusal(status: .serviceUnavailable, words: T.web.away, headers: [.retryAfter: "30"])
}
