import Forms
import Kernel
package import Languages
package import Storage

/// Since when and until when an article is shown, and of information what it rests on.
package struct ArticleTerm: Sendable, Hashable {
    /// Nil at once, on the day that it bears.
    package var starts: Instant?
    /// Nil for good. From this instant on it is not shown.
    package var ends: Instant?
    /// When somebody last saw that it still holds.
    package var checked: Day?
    /// Whose information it is, in words.
    package var source: String
    /// Where that stands.
    package var link: String

    package static let forGood = ArticleTerm()

    package init(starts: Instant? = nil, ends: Instant? = nil, checked: Day? = nil, source: String = "", link: String = "") {
        (self.starts, self.ends, self.checked, self.source, self.link) = (starts, ends, checked, source, link)
    }

    init(row: Row) throws {
        self.init(starts: try row["starts"], ends: try row["ends"], checked: try row["checked"], source: try row["source"], link: try row["link"])
    }

    package func hasBegun(at now: Instant) -> Bool { starts.map { $0 <= now } ?? true }
    package func hasEnded(at now: Instant) -> Bool { ends.map { $0 <= now } ?? false }

    /// Information that nobody looked at for so long wants to be looked at again.
    package static let freshDays = 180
    /// So many days before its end somebody is told.
    package static let noticeDays = 14

    /// What information needs from whoever keeps it; nil where nothing.
    package enum Want: Sendable, Hashable { case hasEnded, endsSoon, isOld }

    package func want(at now: Instant, today: Day) -> Want? {
        if hasEnded(at: now) { return .hasEnded }
        if let ends, ends <= now.adding(days: Self.noticeDays) { return .endsSoon }
        if let checked, checked.days(until: today) > Self.freshDays { return .isOld }
        return nil
    }

    /// What cannot be is refused where it was typed.
    func check(asInformation isInformation: Bool, today: Day, _ faults: inout Faults) {
        if let starts, let ends { faults.require(starts < ends, "endsDay", T.publishing.endsBeforeStart) }
        guard isInformation else { return }
        faults.require(!source.isEmpty, "source", T.common.errorMissing)
        faults.limit(source, "source", .sentence)
        faults.limit(link, "link")
        faults.require(link.isEmpty || link.hasPrefix("https://") || link.hasPrefix("http://"), "link", T.publishing.linkWrong)
        faults.require(ends != nil, "endsDay", T.publishing.endsMissing)
        if let checked { faults.require(checked <= today, "checked", T.publishing.checkedLater) }
    }
}
