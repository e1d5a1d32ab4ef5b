import Accounts
import Centres
import Kernel
import Languages
import Planning

/// What those who look after schools are told of an informer.
enum InformerLetters {
    /// Those whose words a centre may choose.
    static let kinds: [LetterKind] = [
        LetterKind("informer", T.informer.kindSent, tellsEvent: false) {
            [T.informer.letterSubject(month: "2027"), T.informer.letterText(school: $0.part), T.informer.letterAsk]
        },
        LetterKind("informer-reminder", T.informer.kindReminder, tellsEvent: false) {
            [T.informer.letterAgainSubject(month: "2027"), T.informer.letterAgain(school: $0.part)]
        },
    ]

    static func tell(_ sending: InformerSending, of informer: Informer, _ seal: Seal, isReminder: Bool, in act: Act) throws {
        guard let person = sending.person else { return }
        try PersonLetter.send(to: person, of: informer.centre, about: .informer(informer.id), in: act) { t in
            let month = Value.text(informer.month.name(t)), school = Value.title(t.shown(sending.schoolName))
            return PersonLetter(
                subject: t(isReminder ? T.informer.letterAgainSubject(month: month) : T.informer.letterSubject(month: month)),
                paragraphs: isReminder ? [t(T.informer.letterAgain(school: school))] : [t(T.informer.letterText(school: school)), t(T.informer.letterAsk)],
                action: (t(T.informer.letterAct), sending.path(seal)))
        }
    }
}
