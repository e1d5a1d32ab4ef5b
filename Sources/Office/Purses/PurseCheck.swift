package import Kernel
package import Languages

/// Why a source may not pay for something, with the article that says so.
package struct PurseRefusal: Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        case early(Day), ended(Day), closed(Day), currency(Currency), nothing
        case municipality, school, job, topic, event
        /// So much may one person, one event, or all together cost it, and so much is left of that.
        case personMost(Money, left: Money), eventMost(Money, left: Money), totalMost(Money, left: Money)
        case unplanned(Int), left(Money)
    }

    package let reason: Reason
    package let article: String
    /// What the source is called.
    package let purse: String

    package init(_ reason: Reason, article: String = "", of purse: String = "") { (self.reason, self.article, self.purse) = (reason, article, purse) }

    /// The reason for a page, with its article.
    package var phrase: Phrase {
        let why = T.purses.refused(purse: .title(purse), why: .phrase(reason.phrase))
        return article.isEmpty ? why : T.purses.refusedBy(why: .phrase(why), article: .title(article))
    }
}

extension PurseRefusal.Reason {
    package var phrase: Phrase {
        switch self {
        case .early(let day): T.purses.refusedEarly(day: .day(day))
        case .ended(let day): T.purses.refusedEnded(day: .day(day))
        case .closed(let day): T.purses.refusedClosed(day: .day(day))
        case .currency(let currency): T.purses.refusedCurrency(currency: .text(currency.rawValue))
        case .nothing: T.purses.refusedNothing
        case .municipality: T.purses.refusedMunicipality
        case .school: T.purses.refusedSchool
        case .job: T.purses.refusedJob
        case .topic: T.purses.refusedTopic
        case .event: T.purses.refusedEvent
        case .personMost(let most, let left): T.purses.refusedPersonMost(most: .money(most), left: .money(left))
        case .eventMost(let most, let left): T.purses.refusedEventMost(most: .money(most), left: .money(left))
        case .totalMost(let most, let left): T.purses.refusedTotalMost(most: .money(most), left: .money(left))
        case .unplanned(let year): T.purses.refusedUnplanned(year: .text("\(year)"))
        case .left(let left): T.purses.refusedLeft(left: .money(left))
        }
    }
}

/// Whether a source may pay for something: its days, for whom and for what, its ceilings.
package enum PurseCheck {
    /// All that stands against it; nothing where it may.
    package static func refusals(of use: PurseUse, from purse: Purse, _ standing: PurseStanding) -> [PurseRefusal] {
        let eligible = ineligible(use, of: purse)
        guard use.amount.currency == purse.currency else { return eligible }
        return eligible + ceilings(use, of: purse, standing)
    }

    /// What stands against it whatever the sums are: it is another currency, another time, or for somebody or something else.
    package static func ineligible(_ use: PurseUse, of purse: Purse) -> [PurseRefusal] {
        let details = purse.details
        func refusal(_ reason: PurseRefusal.Reason, _ article: String? = nil) -> PurseRefusal {
            PurseRefusal(reason, article: article ?? details.article, of: details.name)
        }
        var found: [PurseRefusal] = []
        if use.amount.minor <= 0 { found.append(refusal(.nothing, "")) }
        if use.amount.currency != details.currency { found.append(refusal(.currency(details.currency), "")) }
        if use.day < details.starts { found.append(refusal(.early(details.starts))) }
        if let ends = details.ends, use.day > ends { found.append(refusal(.ended(ends))) }
        if let closed = purse.closed, use.day >= closed { found.append(refusal(.closed(closed), "")) }
        func ask(_ kind: PurseRule.Kind, _ reason: PurseRefusal.Reason, _ fits: (PurseRule) -> Bool) {
            let rules = purse.rules.filter { $0.kind == kind }
            if !rules.isEmpty, !rules.contains(where: fits) { found.append(refusal(reason, rules.lazy.map(\.article).first { !$0.isEmpty })) }
        }
        ask(.municipality, .municipality) { $0.value == use.municipality?.description }
        ask(.school, .school) { $0.value == use.school?.description }
        ask(.job, .job) { Fold.finds($0.value, in: use.job) }
        ask(.topic, .topic) { rule in use.topics.contains { rule.value == $0.description } }
        ask(.event, .event) { $0.value == use.eventForm?.description }
        return found
    }

    private static func ceilings(_ use: PurseUse, of purse: Purse, _ standing: PurseStanding) -> [PurseRefusal] {
        var found: [PurseRefusal] = []
        func money(_ minor: Int) -> Money { Money(minor: max(0, min(minor, Money.most)), purse.currency) ?? .nothing(purse.currency) }
        for rule in purse.rules where rule.kind.isCeiling {
            let taken: Int
            switch rule.kind {
            case .personMost where use.person != nil: taken = standing.takenByPerson
            case .eventMost where use.event != nil: taken = standing.takenByEvent
            case .totalMost: taken = standing.taken
            default: continue
            }
            guard use.amount.minor > rule.amount - taken else { continue }
            let (most, left) = (money(rule.amount), money(rule.amount - taken))
            let reason: PurseRefusal.Reason = switch rule.kind {
            case .personMost: .personMost(most, left: left)
            case .eventMost: .eventMost(most, left: left)
            default: .totalMost(most, left: left)
            }
            found.append(PurseRefusal(reason, article: rule.article, of: purse.name))
        }
        switch standing.left {
        case nil where purse.totalMost == nil: found.append(PurseRefusal(.unplanned(use.year), of: purse.name))
        case let left? where use.amount.minor > left: found.append(PurseRefusal(.left(money(left)), of: purse.name))
        default: break
        }
        return found
    }
}
