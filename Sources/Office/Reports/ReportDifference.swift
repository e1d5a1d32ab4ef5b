package import Events

/// Why a report that was reckoned anew has another number of participations than it had: every one of them is in exactly one of these.
package struct ReportDifference: Sendable, Hashable {
    package struct Change: Sendable, Hashable {
        package let event: Event.ID
        package let before: Int
        package let now: Int

        package init(_ event: Event.ID, from before: Int, to now: Int) { (self.event, self.before, self.now) = (event, before, now) }
        package var amount: Int { now - before }
    }

    package let before: Int
    package let now: Int
    /// Events that were not in it, that are no longer held in that year, and those to which others came than it says.
    package let added: [Change]
    package let gone: [Change]
    package let changed: [Change]
    /// What the rule that holds today makes of the same rows.
    package let byRule: Int
    /// So many of those who are in it have deleted their accounts since. Their participations stay, without a name.
    package let erased: Int

    /// - Parameters:
    ///   - before: who came, by event, as it was reckoned.
    ///   - sameRule: the same from today's rows, by the rule of then.
    ///   - now: from today's rows by the rule of today.
    package init(from before: [Event.ID: Int], sameRule: [Event.ID: Int], to now: [Event.ID: Int], erased: Int = 0) {
        self.before = before.values.reduce(0, +)
        self.now = now.values.reduce(0, +)
        added = sameRule.filter { before[$0.key] == nil }.map { Change($0.key, from: 0, to: $0.value) }.sorted { $0.event < $1.event }
        gone = before.filter { sameRule[$0.key] == nil }.map { Change($0.key, from: $0.value, to: 0) }.sorted { $0.event < $1.event }
        changed = sameRule.compactMap { event, count in
            before[event].flatMap { $0 == count ? nil : Change(event, from: $0, to: count) }
        }.sorted { $0.event < $1.event }
        byRule = self.now - sameRule.values.reduce(0, +)
        self.erased = erased
    }

    package var isNone: Bool { added.isEmpty && gone.isEmpty && changed.isEmpty && byRule == 0 }
    package var changes: [Change] { added + gone + changed }
}
