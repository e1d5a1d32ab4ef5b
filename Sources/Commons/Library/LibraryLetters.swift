import Accounts
import Centres
import Kernel
import Languages
import Look
import Queues

/// Letters about wishes.
enum LibraryLetters {
    static func answered(_ wish: TitleWish, in act: Act) throws {
        guard let id = wish.person else { return }
        let person = try PersonStore.person(id, in: act), centre = try CentreStore.centre(wish.centre, in: act)
        guard let email = person.email, person.verified != nil else { return }
        let t = try act.texts(person.language, of: centre), origin = "\(centre.origin(default: act.address))/\(person.language.rawValue)"
        let name = Value.title(wish.draft.name)
        var lines: [Phrase] = switch wish.state {
        case .asked, .ordered: [T.library.letterOrdered(title: name)]
        case .here: [T.library.letterHere(title: name)]
        case .declined: [T.library.letterDeclined(title: name)]
        }
        if !wish.answer.isEmpty { lines.append(T.library.letterAnswer(answer: .text(wish.answer))) }
        let path = wish.state == .here ? wish.title.map { "/library/\($0)" } ?? "/library/wishes" : "/library/wishes"
        let frame = LetterFrame(
            language: person.language, greeting: t(T.accounts.greeting), paragraphs: lines.map { t($0) },
            action: Look.Link(t(T.library.letterAct), href: origin + path), closing: t(T.accounts.closing), sender: centre.name(in: person.language))
        try act.send(Letter(
            to: email, name: person.name.full, person: id, centre: centre.id, language: person.language, subject: t(T.library.letterSubject(title: name)),
            text: frame.text, html: frame.html, about: .titleWish(wish.id)))
    }
}
