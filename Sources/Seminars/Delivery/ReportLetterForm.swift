import Forms
import Kernel

/// What was typed of a letter, and the other way round.
extension ReportLetter.Draft {
    /// - Throws: what has to be mended, also when the letter would reach none of these recipients.
    init(_ letter: ReportLetter, _ typed: Typed, for recipients: [ReportLetter.Recipient]) throws {
        self.init(
            letter, subject: typed["subject"], text: typed.lines("text"),
            to: Set(typed.all("to").compactMap { ReportLetter.Recipient.ID($0) }), again: typed["again"] == "yes")
        try check(for: recipients)
    }

    var typed: Typed {
        Typed([("kind", letter.rawValue), ("subject", subject), ("text", text)] + (again ? [("again", "yes")] : []) + chosen.sorted().map { ("to", "\($0)") })
    }
}
