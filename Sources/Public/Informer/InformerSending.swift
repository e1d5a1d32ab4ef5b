package import Accounts
package import Centres
package import Kernel
package import Languages
package import Planning
import Storage

/// An informer that went to somebody who looks after a school, and whether it was passed on to the staff room.
package struct InformerSending: Sendable {
    package typealias ID = Kernel.ID<InformerSending>

    package let id: ID
    package let informer: Informer.ID
    package let month: OfferMonth
    package let school: School.ID
    package let schoolName: String
    /// Nil where the account has gone.
    package let person: Person.ID?
    package let personName: String
    package let sent: Instant
    package let reminded: Instant?
    package let passed: Instant?

    /// Nobody is reminded before so many days, and nobody twice.
    package static let remindDays = 7
    /// Whoever is not heard of after so many days is reminded no more.
    package static let openDays = 45

    package func wantsReminder(at now: Instant) -> Bool {
        passed == nil && reminded == nil && sent.adding(days: Self.remindDays) <= now && now < sent.adding(days: Self.openDays)
    }

    /// How it stands with what was sent.
    package enum Standing: Sendable, Hashable { case passed, reminded, waits }

    package var standing: Standing { passed != nil ? .passed : reminded != nil ? .reminded : .waits }

    /// What a link to its page carries.
    package func key(_ seal: Seal) -> String { Self.key(id, seal) }

    package static func key(_ id: ID, _ seal: Seal) -> String { seal.mark("\(id)", for: "informer passed on") }

    package func path(_ seal: Seal) -> String { "/informers/passed/\(id)/\(key(seal))" }
}

/// What is known of a school that informers go to: how many of the last ones were passed on.
package struct InformerSchool: Sendable {
    package let school: School.ID
    package let name: String
    package let keeper: String
    package let sent: Int
    package let passed: Int
    package let last: Instant?

    /// Never once, of two at least: the telephone is the better way.
    package var isSilent: Bool { sent >= 2 && passed == 0 }

    /// By school, those that never answered first.
    /// - Parameter sendings: the newest first.
    package static func all(_ sendings: [InformerSending], last: Int = 6) -> [InformerSchool] {
        let months = Set(sendings.map(\.month)).sorted(by: >).prefix(last)
        return Dictionary(grouping: sendings.filter { months.contains($0.month) }, by: \.school).map { school, sendings -> InformerSchool in
            // Two who look after one school are one school: it was passed on where one of them says so.
            let byMonth = Dictionary(grouping: sendings, by: \.month)
            return InformerSchool(
                school: school, name: sendings[0].schoolName, keeper: sendings[0].personName, sent: byMonth.count,
                passed: byMonth.values.count { $0.contains { $0.passed != nil } }, last: sendings.compactMap(\.passed).max())
        }.sorted { ($0.isSilent ? 0 : 1, $0.passed * $1.sent, $0.name) < ($1.isSilent ? 0 : 1, $1.passed * $0.sent, $1.name) }
    }
}
