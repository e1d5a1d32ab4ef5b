import Accounts
import Centres
import Claims
import Kernel
import Languages
import Look
import Queues

/// The letter that reminds somebody of all that is open.
enum ReminderLetters {
    static let kinds: [LetterKind] = [
        LetterKind("payment-reminder", T.statements.kindReminder, tellsEvent: false) { _ in
            [T.statements.letterSubject, T.statements.letterText, T.statements.letterPaid]
        },
    ]

    /// Where a letter to a payer goes, and to whom if to a person; nil where no address is known.
    private static func reader(of payer: ClaimPayer, in act: Act) throws -> (email: String, person: Person?)? {
        var person: Person?
        if case .person(let id) = payer.whose { person = try id.flatMap { try PersonStore.present($0, in: act) } }
        let own = person.flatMap { $0.verified == nil ? nil : $0.email } ?? ""
        guard let email = [own, payer.own.email, payer.details.email].first(where: { !$0.isEmpty }), email == own || person == nil else { return nil }
        return (email, person)
    }

    /// Whether a letter would come to somebody.
    static func reaches(_ payer: ClaimPayer, in act: Act) throws -> Bool { try reader(of: payer, in: act) != nil }

    /// - Returns: false where no address is known.
    static func remind(_ payer: ClaimPayer, _ shares: [(share: ClaimShare, claim: Claim?)], on today: Day, in act: Act) throws -> Bool {
        guard let (email, person) = try reader(of: payer, in: act) else { return false }
        let centre = try CentreStore.centre(payer.centre, in: act), language = person?.language ?? centre.language, t = try act.texts(language, of: centre)
        let facts = shares.map { share, claim -> (label: String, value: String) in
            let whom = claim?.personName ?? "", late = share.due < today
            let parts = [
                t.money(share.rest), t(late ? T.statements.letterWasDue(day: .day(share.due)) : T.statements.letterIsDue(day: .day(share.due))),
                share.reference.map { t(T.statements.letterReference(reference: .text($0.written(in: share.currency)))) } ?? "",
                person == nil ? whom : "",
            ]
            return (t.shown(claim?.what ?? ""), parts.filter { !$0.isEmpty }.joined(separator: "; "))
        }
        let sums = Dictionary(grouping: shares.map(\.share.rest), by: \.currency).sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { currency, amounts in
            Money(minor: amounts.reduce(0) { $0 + $1.minor }, currency).map { t.money($0) }
        }
        let action = person == nil ? nil : Look.Link(t(T.statements.letterAct), href: "\(centre.origin(default: act.address))/\(language.rawValue)/me/payments")
        let frame = LetterFrame(
            language: language, greeting: t(T.accounts.greeting), paragraphs: [t(T.statements.letterText), t(T.statements.letterPaid)],
            facts: facts + [(label: t(T.statements.letterSum), value: sums.joined(separator: ", "))], action: action, closing: t(T.accounts.closing),
            sender: centre.name(in: language))
        try act.send(Letter(
            to: email, name: payer.name, person: person?.id, centre: centre.id, language: language, subject: t(T.statements.letterSubject), text: frame.text,
            html: frame.html, about: .other("payer", payer.id.value)))
        return true
    }
}
