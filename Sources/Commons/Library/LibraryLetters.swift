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
        let name = Value.title(wish.draft.name)
        var lines: [Phrase] = switch wish.state {
        case .asked, .ordered: [T.library.letterOrdered(title: name)]
        case .here: [T.library.letterHere(title: name)]
        case .declined: [T.library.letterDeclined(title: name)]
        }
        if !wish.answer.isEmpty { lines.append(T.library.letterAnswer(answer: .text(wish.answer))) }
        let path = wish.state == .here ? wish.title.map { "/library/\($0)" } ?? "/library/wishes" : "/library/wishes"
        try PersonLetter.send(to: id, of: wish.centre, about: .titleWish(wish.id), in: act) { t in
            PersonLetter(subject: t(T.library.letterSubject(title: name)), paragraphs: lines.map { t($0) }, action: (t(T.library.letterAct), path))
        }
    }
}
