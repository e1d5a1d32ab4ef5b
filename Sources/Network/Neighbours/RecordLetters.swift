import Accounts
import Centres
import Kernel
import Languages

/// What people are told of the records that they brought.
enum RecordLetters {
    /// Those whose words a centre may choose.
    static let kinds: [LetterKind] = [
        LetterKind("record-ended", T.neighbours.kindEnded, tellsEvent: false) {
            [T.neighbours.letterEndedSubject(title: $0.part), T.neighbours.letterEnded(title: $0.part, name: "…"), T.neighbours.letterEndedHow]
        },
    ]

    /// That a certificate which was brought along is no longer good.
    static func ended(_ person: Person.ID, title: String, name: String, at centre: Centre.ID, in act: Act) throws {
        try PersonLetter.send(to: person, of: centre, about: .person(person), in: act) { t in
            PersonLetter(
                subject: t(T.neighbours.letterEndedSubject(title: .title(title))),
                paragraphs: [t(T.neighbours.letterEnded(title: .title(title), name: .title(name))), t(T.neighbours.letterEndedHow)], facts: [],
                action: (t(T.neighbours.openRecord), "/me/record"))
        }
    }
}
