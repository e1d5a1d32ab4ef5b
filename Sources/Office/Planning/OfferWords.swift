import Catalogue
import Kernel
import Languages
import Look
import Needs

/// The analysis of the offer in the reader's words.
struct OfferWords {
    let t: Texts

    func topic(_ id: Topic.ID?, _ topics: TopicList) -> Run {
        guard let topic = id.flatMap({ topics.standing($0) }) else { return Run(t(T.needs.ownWords)) }
        let name = topic.names.name(in: t.language)
        return t.run(name.text, name.language)
    }

    func next(_ step: OfferAnalysis.NextStep) -> Phrase {
        switch step {
        case .make: T.planning.nextMake
        case .ask: T.planning.nextAsk
        case .announce: T.planning.nextAnnounce
        case .more: T.planning.nextMore
        case .wait: T.planning.nextWait
        case .enough: T.planning.nextEnough
        }
    }

    func tone(_ step: OfferAnalysis.NextStep) -> Tone {
        switch step {
        case .make, .ask, .announce, .more: .waiting
        case .wait: .neutral
        case .enough: .good
        }
    }

    func list(_ list: CodeList) -> Phrase {
        switch list {
        case .competence: T.planning.competences
        case .priority: T.planning.priorities
        case .area, .target: T.planning.areas
        }
    }

    func language(_ language: Language) -> Phrase {
        switch language {
        case .sr, .srLatn: T.planning.languageSerbian
        case .lt: T.planning.languageLithuanian
        case .en: T.planning.languageEnglish
        }
    }

    /// Wished : offered : came.
    func coverage(_ line: OfferAnalysis.CodeLine) -> String { [line.wishes, line.seats, line.came].map { t.number($0) }.joined(separator: " : ") }

    func price(_ line: OfferAnalysis.PriceLine, _ steps: [Int], _ currency: Currency) -> String {
        func money(_ minor: Int) -> Value { .money(Money(minor: minor, currency) ?? .nothing(currency)) }
        guard let upTo = line.upTo else { return t(T.planning.priceAbove(amount: money(steps.last ?? 0))) }
        return upTo == 0 ? t(T.planning.priceFree) : t(T.planning.priceUpTo(amount: money(upTo)))
    }
}
