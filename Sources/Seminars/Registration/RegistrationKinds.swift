import Centres
import Kernel
import Languages

/// The letters and notices of applications whose words a centre may choose. Those that let somebody in, and those that staff write themselves, are not among them.
enum RegistrationKinds {
    static let all: [LetterKind] = [
        LetterKind("admitted", T.registration.kindAdmitted) {
            [T.registration.letterAdmittedSubject(title: $0.title), T.registration.letterAdmitted(title: $0.title), T.registration.letterAdmittedNext]
        },
        LetterKind("waiting", T.registration.kindWaiting) {
            [
                T.registration.letterWaitingSubject(title: $0.title), T.registration.letterWaiting(title: $0.title, place: .number(3)),
                T.registration.letterWaitingNext(hours: SeatRules().offerTime),
            ]
        },
        LetterKind("offer", T.registration.kindOffer) {
            [
                T.registration.letterOfferSubject(title: $0.title), T.registration.letterOffer(title: $0.title, until: .instant($0.moment, .inSentence)),
                T.registration.letterOfferNext,
            ]
        },
        LetterKind("lapsed", T.registration.kindLapsed) { [T.registration.letterLapsedSubject(title: $0.title), T.registration.letterLapsed(title: $0.title)] },
        LetterKind("withdrawn", T.registration.kindWithdrawn) {
            [T.registration.letterWithdrawnSubject(title: $0.title), T.registration.letterWithdrawn(title: $0.title)]
        },
        LetterKind("refused", T.registration.kindRefused) {
            [T.registration.letterRefusedSubject(title: $0.title), T.registration.letterRefused(title: $0.title)]
        },
        LetterKind("confirmed", T.registration.kindConfirmed) {
            [T.registration.letterHeldSubject(title: $0.title), T.registration.letterHeld(form: $0.form, title: $0.title)]
        },
        LetterKind("rescheduled", T.registration.kindRescheduled) {
            [
                T.registration.letterRescheduledSubject(title: $0.title), T.registration.letterRescheduled(form: $0.form, title: $0.title),
                T.registration.letterRescheduledNext,
            ]
        },
        LetterKind("postponed", T.registration.kindPostponed) {
            [T.registration.letterPostponedSubject(title: $0.title), T.registration.letterPostponed(form: $0.form, title: $0.title), T.registration.letterPostponedNext]
        },
        LetterKind("cancelled", T.registration.kindCancelled) {
            [T.registration.letterCancelledSubject(title: $0.title), T.registration.letterCancelled(form: $0.form, title: $0.title), T.registration.letterCancelledNext]
        },
        LetterKind("unseated", T.registration.kindUnseated) {
            [T.registration.letterUnseatedSubject(title: $0.title), T.registration.letterUnseated(form: $0.form, title: $0.title)]
        },
        LetterKind("terms", T.registration.kindTerms, isLetter: false) { _ in [T.registration.terms, T.registration.stepComingText] },
    ]
}
