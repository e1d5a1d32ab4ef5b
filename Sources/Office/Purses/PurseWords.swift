import Centres
import Events
import Forms
package import Languages
import Look
import Needs

extension PurseKind {
    var label: Phrase {
        switch self {
        case .founder: T.purses.kindFounder
        case .own: T.purses.kindOwn
        case .ministry: T.purses.kindMinistry
        case .municipality: T.purses.kindMunicipality
        case .project: T.purses.kindProject
        case .school: T.purses.kindSchool
        case .donor: T.purses.kindDonor
        }
    }
}

extension PurseRule.Kind {
    var label: Phrase {
        switch self {
        case .municipality: T.purses.ruleMunicipality
        case .school: T.purses.ruleSchool
        case .job: T.purses.ruleJob
        case .topic: T.purses.ruleTopic
        case .event: T.purses.ruleEvent
        case .personMost: T.purses.rulePersonMost
        case .eventMost: T.purses.ruleEventMost
        case .totalMost: T.purses.ruleTotalMost
        }
    }
}

extension LedgerRole {
    package var label: Phrase {
        switch self {
        case .receivable: T.purses.roleReceivable
        case .income: T.purses.roleIncome
        case .bank: T.purses.roleBank
        case .unknownPayments: T.purses.roleUnknownPayments
        case .advances: T.purses.roleAdvances
        case .purse: T.purses.rolePurse
        case .reserved: T.purses.roleReserved
        case .spent: T.purses.roleSpent
        case .payable: T.purses.rolePayable
        case .loss: T.purses.roleLoss
        }
    }
}

/// Amounts that are sums: they may exceed what one amount may be.
struct PurseMoney {
    let t: Texts
    let currency: Currency

    func callAsFunction(_ minor: Int) -> String { t.money(Money(minor: min(max(minor, -Money.most), Money.most), currency) ?? .nothing(currency)) }

    /// Without the currency, where there is little room and it is said elsewhere; with it where there are hundredths.
    func bare(_ minor: Int) -> String { minor % 100 == 0 ? t.number(minor / 100) : callAsFunction(minor) }
}

extension LedgerAccount {
    /// The bookkeeper's code and name, or what the program calls it.
    func label(_ t: Texts) -> Run {
        let words = name.isEmpty ? Run(t(role.label)) : t.run(name)
        return code.isEmpty ? words : Run("\(code) \(words.text)", lang: words.lang)
    }
}

/// What rules of sources name: rows of rooms below, by their numbers.
struct PurseNames: Sendable {
    var municipalities: [Municipality] = []
    var schools: [School] = []
    var topics: [Topic] = []
    var forms: [EventForm] = []

    /// What a rule allows, as a page shows it.
    func value(_ rule: PurseRule, _ currency: Currency, _ t: Texts) -> Run {
        switch rule.kind {
        case .municipality: municipalities.first { "\($0.id)" == rule.value }.map { t.run($0.name) } ?? Run("–")
        case .school: schools.first { "\($0.id)" == rule.value }.map { t.run($0.name) } ?? Run("–")
        case .topic: topics.first { "\($0.id)" == rule.value }.map { topic in
            let name = topic.names.name(in: t.language)
            return t.run(name.text, name.language)
        } ?? Run("–")
        case .event: forms.first { "\($0.id)" == rule.value }.map { form in
            let name = form.name(in: t.language)
            return t.run(name.text, name.language)
        } ?? Run("–")
        case .job: t.run(rule.value)
        case .personMost, .eventMost, .totalMost: Run(PurseMoney(t: t, currency: currency)(rule.amount))
        }
    }
}
