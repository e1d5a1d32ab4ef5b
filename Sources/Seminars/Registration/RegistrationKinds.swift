import Catalogue
import Centres
import Events
import Kernel
import Languages

/// The letters and notices of applications whose words a centre may choose. A link that lets somebody in is no part of the words: it stands in the button.
enum RegistrationKinds {
    static let all: [LetterKind] = applying + answering + changing + handing + [
        LetterKind("workshops", T.registration.kindWorkshops) {
            [T.registration.letterWorkshopsSubject(title: $0.title), T.registration.letterWorkshops(title: $0.title)]
        },
        LetterKind("workshop-seat", T.registration.kindWorkshopSeat) {
            [T.registration.letterWorkshopSeatSubject(workshop: $0.part), T.registration.letterWorkshopSeat(workshop: $0.part), T.registration.letterWorkshopSeatNext]
        },
        LetterKind("link", T.registration.kindLink) {
            [T.registration.letterLinkSubject(title: $0.title), T.registration.letterLink(title: $0.title, day: $0.day, times: $0.times)]
        },
        LetterKind("terms", T.registration.kindTerms, isLetter: false) { _ in [T.registration.terms, T.registration.stepComingText] },
    ]

    // MARK: By whom it is done

    private static let applying: [LetterKind] = [
        LetterKind("confirm", T.registration.kindConfirm) {
            [T.registration.letterConfirmSubject(title: $0.title), T.registration.letterConfirm(title: $0.title), T.registration.letterConfirmNot]
        },
        LetterKind("entered", T.registration.kindEntered) {
            [T.registration.letterConfirmDeskSubject(title: $0.title), T.registration.letterConfirmDesk(title: $0.title)]
        },
        LetterKind("together", T.registration.kindTogether, tellsEvent: false) { _ in
            [T.registration.letterTogetherSubject(count: 3), T.registration.letterTogether(count: 3), T.registration.letterTogetherNext]
        },
    ]

    /// What staff change, with the reason that they give below.
    private static let changing: [LetterKind] = [
        LetterKind("moved", T.registration.kindMoved) {
            [T.registration.letterMovedSubject(title: $0.title), T.registration.letterMoved(title: $0.title, old: .instant($0.moment), new: $0.day)]
        },
        LetterKind("queued", T.registration.kindPutInQueue) {
            [T.registration.letterPutInQueueSubject(title: $0.title), T.registration.letterPutInQueue(title: $0.title, place: .number(1))]
        },
        LetterKind("withdrawn-by-staff", T.registration.kindWithdrawnByStaff) {
            [T.registration.letterWithdrawnByStaffSubject(title: $0.title), T.registration.letterWithdrawnByStaff(title: $0.title)]
        },
        LetterKind("edited", T.registration.kindEdited) {
            [
                T.registration.letterEditedSubject(title: $0.title), T.registration.letterEdited(title: $0.title),
                T.registration.letterEditedPayer(payer: .phrase(Payer.school.ofOthers)), T.registration.letterEditedSchool(school: .text("…")),
            ]
        },
        LetterKind("handed-over-by-staff", T.registration.kindHandedOverByStaff) {
            [T.registration.letterHandedOverByStaffSubject(title: $0.title), T.registration.letterHandedOverByStaff(title: $0.title, name: $0.name)]
        },
    ]

    private static let handing: [LetterKind] = [
        LetterKind("hand-over", T.registration.kindHandOver) {
            [T.registration.letterHandOverSubject(title: $0.title), T.registration.letterHandOver(name: $0.name, title: $0.title), T.registration.letterHandOverNext]
        },
        LetterKind("handed-over", T.registration.kindHandedOver) {
            [T.registration.letterHandedOverSubject(title: $0.title), T.registration.letterHandedOver(title: $0.title, name: $0.name)]
        },
        LetterKind("taken-over", T.registration.kindTakenOver) {
            [T.registration.letterTakenOverSubject(title: $0.title), T.registration.letterTakenOver(title: $0.title, name: $0.name)]
        },
        LetterKind("declined", T.registration.kindDeclined) {
            [T.registration.letterDeclinedSubject(title: $0.title), T.registration.letterDeclined(name: $0.name, title: $0.title)]
        },
    ]

    /// What becomes of an application, and of its event.
    private static let answering: [LetterKind] = [
        LetterKind("admitted", T.registration.kindAdmitted) {
            [T.registration.letterAdmittedSubject(title: $0.title), T.registration.letterAdmitted(title: $0.title), T.registration.letterAdmittedNext]
        },
        LetterKind("waiting", T.registration.kindWaiting) {
            [
                T.registration.letterWaitingSubject(title: $0.title), T.registration.letterWaiting(title: $0.title, place: .number(3)),
                T.registration.letterWaitingNext(hours: SeatRules().offerTime),
            ]
        },
        LetterKind("collected", T.registration.kindCollected) {
            [T.registration.letterCollectedSubject(title: $0.title), T.registration.letterCollected(title: $0.title), T.registration.letterCollectedNext(day: $0.day)]
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
    ]
}
