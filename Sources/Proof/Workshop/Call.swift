package import Catalogue
package import Centres
package import Kernel
package import Languages
package import Portfolio
import Storage

/// What is proposed: a programme for the catalogue, or one professional gathering.
package enum ProposalKind: String, CaseIterable, Sendable, Storable {
    case programme, gathering

    package var name: Phrase { self == .programme ? T.workshop.programme : T.workshop.gathering }
}

/// What an accreditor asks of whoever proposes, as data: it changes with every cycle.
package struct Call: Sendable {
    package typealias ID = Kernel.ID<Call>

    package let id: ID
    /// Nil: of all centres of the country.
    package let centre: Centre.ID?
    package let details: CallDetails
}

package struct CallDetails: Sendable, Hashable {
    package var kind: ProposalKind
    package var country: Country
    package var title: CallWords
    package var accreditor: Accreditor.ID?
    /// Into whose catalogue it leads.
    package var cycle: Cycle.ID?
    /// Where it stands, as people cite it.
    package var source = ""
    /// Who may apply.
    package var admits = ""
    package var opens: Day?
    /// The last day on which it can be sent.
    package var closes: Day?
    /// So long before it is held it must be sent.
    package var aheadDays: Int?
    /// So long an approval holds; without it as long as the cycle.
    package var validMonths: Int?
    /// So long after a refusal one may complain.
    package var complaintDays: Int?
    package var certainty = Certainty.unconfirmed
    package var isRetired = false
    package var fields: [CallPart] = []
    package var criteria: [CallPart] = []
    package var enclosures: [CallPart] = []

    package init(_ kind: ProposalKind, in country: Country, title: CallWords) { (self.kind, self.country, self.title) = (kind, country, title) }

    package static let dayBounds = 1...365
    package static let monthBounds = 1...120
    package static let letterBounds = 1...20_000

    /// The words of a field that it once asked for stay words of a proposal.
    package func field(_ code: String) -> CallPart? { fields.first { $0.code == code } }
}

/// One field, criterion or enclosure of a call.
package struct CallPart: Sendable, Hashable {
    package let code: String
    package let words: CallWords
    /// So many letters, as people count them.
    package let most: Int?
    package let isRequired: Bool

    package init(_ code: String, _ words: CallWords, most: Int? = nil, isRequired: Bool = true) {
        (self.code, self.words, self.most, self.isRequired) = (code, words, most, isRequired)
    }
}

/// Words in the languages in which a call has them.
package struct CallWords: Sendable, Hashable {
    package let sr: String
    package let lt: String
    package let en: String

    package init(sr: String = "", lt: String = "", en: String = "") { (self.sr, self.lt, self.en) = (sr, lt, en) }

    init(_ phrase: Phrase, _ words: TextCatalogue) {
        func say(_ language: Language) -> String { words.texts(language, in: .utc)(phrase) }
        self.init(sr: say(.sr), lt: say(.lt), en: say(.en))
    }

    package var isEmpty: Bool { sr.isEmpty && lt.isEmpty && en.isEmpty }

    /// As a page in some language shows it: in that language, else in the first that there is.
    package func said(in language: Language) -> (text: String, language: Language) {
        let own: [(text: String, language: Language)] = [(sr, .sr), (lt, .lt), (en, .en)]
        let wanted = language.isSerbian ? Language.sr : language
        return own.first { $0.language == wanted && !$0.text.isEmpty } ?? own.first { !$0.text.isEmpty } ?? ("", language)
    }
}

extension CallDetails {
    /// Whether it can be sent at a moment; what stands in the way, and the way out, where it cannot.
    /// - Parameter starts: the first day of a gathering.
    package func refusal(at now: Instant, starts: Day?, in zone: Zone) -> Phrase? {
        if let opens, now < zone.startOfDay(opens) { return T.workshop.errorNotOpen(day: .day(opens)) }
        if let closes, now >= zone.endOfDay(closes) { return T.workshop.errorLate(day: .day(closes)) }
        guard let aheadDays else { return nil }
        guard let starts else { return T.workshop.errorNoStart }
        let last = starts.adding(days: -aheadDays)
        return now >= zone.endOfDay(last) ? T.workshop.errorTooNear(count: aheadDays, day: .day(last)) : nil
    }

    /// The last day on which it can be sent.
    package func deadline(starts: Day?) -> Day? {
        let ahead = aheadDays.flatMap { days in starts.map { $0.adding(days: -days) } }
        return [closes, ahead].compactMap(\.self).min()
    }
}
