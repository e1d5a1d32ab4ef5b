package import Kernel
package import Languages

/// The short code that the projector shows: another one every 20 seconds, for one session alone.
///
/// It is an HMAC-SHA256 over session and time step with the installation's key, cut to six digits. A code is good in its own step and the one after,
/// so a photo of it is worth nothing a minute later.
package struct ScreenCode: Sendable {
    let seal: Seal
    package static let seconds = 20
    package static let digits = 6

    package init(_ seal: Seal) { self.seal = seal }

    package func text(for session: DatedSession.ID, at moment: Instant) -> String { text(session, step: Self.step(moment)) }

    /// Whether somebody who shows this code has just seen it.
    package func admits(_ code: String, to session: DatedSession.ID, at moment: Instant) -> Bool {
        let step = Self.step(moment)
        return code == text(session, step: step) || code == text(session, step: step - 1)
    }

    /// Seconds until the next code.
    package static func left(at moment: Instant) -> Int { seconds - Int(moment.seconds % Int64(seconds)) }

    /// Six digits, with blanks and hyphens between them as people type.
    package static func read(_ typed: String) -> String? {
        let code = typed.filter { !$0.isWhitespace && $0 != "-" }
        return code.utf8.count == digits && code.utf8.allSatisfy { (0x30...0x39).contains($0) } ? code : nil
    }

    private static func step(_ moment: Instant) -> Int64 { moment.seconds / Int64(seconds) }

    private func text(_ session: DatedSession.ID, step: Int64) -> String {
        let mark = seal.mark("\(session).\(step)", for: "screen code")
        let number = (UInt64(mark.prefix(15), radix: 16) ?? 0) % 1_000_000
        let written = String(number)
        return String(repeating: "0", count: Self.digits - written.count) + written
    }
}

extension DatedSession {
    /// From when to when people may say themselves that they are there.
    package var selfCheck: ClosedRange<Instant> { min(start.adding(minutes: -30), end)...end }
}

/// What a good code gives a browser: ten minutes in which its owner may still enter and confirm. It is bound to one form of that browser.
struct AttendTicket: Sendable, Hashable {
    let session: DatedSession.ID
    let ends: Instant

    static let minutes = 10
    static let field = "ticket"
    private static let purpose = "attend"

    init(_ session: DatedSession.ID, at now: Instant) {
        self.session = session
        ends = now.adding(minutes: Self.minutes)
    }

    /// - Parameter act: the token of the form that carries it.
    func text(_ seal: Seal, act: String) -> String {
        let fact = "\(session).\(ends.seconds)"
        return "\(fact).\(seal.mark("\(fact).\(act)", for: Self.purpose))"
    }

    /// - Throws: a conflict when it is too old or not ours.
    init(_ text: String, _ seal: Seal, act: String, at now: Instant) throws {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, seal.mark("\(parts[0]).\(parts[1]).\(act)", for: Self.purpose) == parts[2],
              let session = DatedSession.ID(parts[0]), let ends = Instant(typedSeconds: parts[1])
        else { throw Problem.conflict(T.delivery.codeOld) }
        self.ends = ends
        self.session = session
        guard now < ends else { throw Problem.conflict(T.delivery.ticketOld) }
    }
}
