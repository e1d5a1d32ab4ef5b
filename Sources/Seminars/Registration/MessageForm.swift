import Forms
import Foundation
import Kernel
import Languages

/// What was typed of a message, and the other way round.
extension DeskMessage {
    static let longestSubject = 150, longestText = 10_000
    static let opened = Typed(["to": Audience.admitted.rawValue])

    /// - Throws: faults of its fields.
    init(_ typed: Typed) throws {
        var faults = Faults()
        audience = Audience(rawValue: typed["to"]) ?? .admitted
        chosen = Set(typed.all("chosen").compactMap { Registration.ID($0) })
        subject = typed["subject"]
        text = typed.lines("text")
        faults.require(audience != .chosen || !chosen.isEmpty, "chosen", T.registration.messageChooseSomebody)
        faults.require(!subject.isEmpty && subject.unicodeScalars.count <= Self.longestSubject, "subject", T.registration.messageSubjectMissing)
        faults.require(!text.isEmpty, "text", T.registration.messageTextMissing)
        faults.limit(text, "text", most: Self.longestText)
        try faults.check()
    }

    var typed: Typed {
        Typed([("to", audience.rawValue), ("subject", subject), ("text", text)].map { (name: $0, value: $1) } + chosen.sorted().map { (name: "chosen", value: "\($0)") })
    }
}
