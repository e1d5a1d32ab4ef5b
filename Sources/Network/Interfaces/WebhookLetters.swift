import Accounts
import Centres
import Kernel
import Languages

/// What is told by letter of addresses that do not answer.
enum WebhookLetters {
    static let kinds = [
        LetterKind("webhook-stopped", T.interfaces.kindStopped, tellsEvent: false) { _ in
            [T.interfaces.letterStoppedSubject(name: "Moodle"), T.interfaces.letterStopped(name: "Moodle")]
        }
    ]

    /// To whoever made it.
    static func stopped(_ webhook: Webhook, in act: Act) throws {
        guard let person = webhook.madeBy else { return }
        let name = Value.text(webhook.draft.name)
        try PersonLetter.send(to: person, of: webhook.centre, about: .webhook(webhook.id), in: act) { t in
            PersonLetter(
                subject: t(T.interfaces.letterStoppedSubject(name: name)), paragraphs: [t(T.interfaces.letterStopped(name: name))],
                facts: [(label: t(T.interfaces.address), value: webhook.draft.address)], action: (t(T.interfaces.openHook), InterfacePaths.webhook(webhook.id)))
        }
    }
}
