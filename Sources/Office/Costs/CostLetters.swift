import Accounts
import Centres
import Kernel
import Languages
import Look
import Queues

/// What people are told by letter about contracts and journeys, each in the own language and script.
enum CostLetters {
    /// A contract waits to be read and signed.
    static func issued(_ contract: FeeContract, in act: Act) throws {
        guard let person = contract.person else { return }
        try write(to: person, of: contract.centre, about: .feeContract(contract.id), in: act) { t in
            (
                t(T.costs.letterContractSubject(title: .text(t.shown(contract.draft.title)))), [t(T.costs.letterContract)],
                [(t(T.costs.gross), t.money(contract.draft.gross))], (t(T.costs.toContract), "/me/contracts/\(contract.id)"))
        }
    }

    /// A journey is reckoned.
    static func settled(_ order: TravelOrder, _ sum: Money, in act: Act) throws {
        guard let person = order.person else { return }
        try write(to: person, of: order.centre, about: .travelOrder(order.id), in: act) { t in
            (
                t(T.costs.letterTravelSubject(place: .text(t.shown(order.draft.place)))), [t(T.costs.letterTravel)], [(t(T.costs.together), t.money(sum))],
                (t(T.costs.toTravel), "/me/travel/\(order.id)"))
        }
    }

    private typealias Words = (subject: String, paragraphs: [String], facts: [(label: String, value: String)], action: (label: String, path: String))

    private static func write(to id: Person.ID, of centre: Centre.ID, about subject: Subject, in act: Act, _ words: (Texts) -> Words) throws {
        guard let person = try PersonStore.present(id, in: act), let email = person.email, person.verified != nil else { return }
        let centre = try CentreStore.centre(centre, in: act), t = try act.texts(person.language, of: centre), said = words(t)
        let origin = centre.origin(default: act.address)
        let frame = LetterFrame(
            language: person.language, greeting: t(T.accounts.greeting), paragraphs: said.paragraphs, facts: said.facts,
            action: Look.Link(said.action.label, href: "\(origin)/\(person.language.rawValue)\(said.action.path)"), closing: t(T.accounts.closing),
            sender: centre.name(in: person.language))
        try act.send(Letter(
            to: email, name: person.name.full, person: person.id, centre: centre.id, language: person.language, subject: said.subject, text: frame.text,
            html: frame.html, about: subject))
    }
}
