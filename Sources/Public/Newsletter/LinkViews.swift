import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// The pages behind the links of letters: each says what its button does, and does nothing by being opened.
struct LinkViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func confirm(_ consents: [NewsletterConsent], _ newsletters: [Newsletter]) -> Screen {
        let names = Dictionary(uniqueKeysWithValues: newsletters.map { ($0.id, $0.name(in: reader.language)) })
        let waiting = consents.filter { $0.given == nil }
        return Screen(t(T.newsletter.confirmTitle), isIndexed: false) {
            if waiting.isEmpty {
                Verdict(.good, t(T.newsletter.confirmed), t(T.newsletter.confirmedText))
                list(consents, names)
                Buttons { LinkButton(t(T.newsletter.issues), href: reader.link("/newsletter"), .quiet) }
            } else {
                Heading(t(T.newsletter.confirmTitle), lead: t(T.newsletter.confirmLead))
                list(waiting, names)
                HTML::p { t(T.newsletter.confirmNote) }
                Look::Form(action: reader.link(reader.path), hidden: reader.hidden) { Buttons { Submit(t(T.newsletter.confirmNow)) } }
            }
        }
    }

    private func list(_ consents: [NewsletterConsent], _ names: [Newsletter.ID: Event.Wording]) -> some HTML {
        ul { ForEach(consents) { consent in li { if let name = names[consent.newsletter] { strong { t.run(name) } } } } }
    }

    /// - Parameter others: how many other newsletters of the centre the reader has.
    func leave(_ newsletter: Newsletter, has: Bool, others: Int) -> Screen {
        let name = t.run(newsletter.name(in: reader.language))
        return Screen(t(T.newsletter.leaveTitle), isIndexed: false) {
            if has {
                Heading(Run(t(T.newsletter.leaveTitle)), lead: name)
                HTML::p { t(T.newsletter.leaveText) }
                Look::Form(action: reader.link(reader.path), hidden: reader.hidden) {
                    Buttons {
                        Submit(t(T.newsletter.leaveNow))
                        if others > 0 { Submit(t(T.newsletter.leaveAll), .quiet, name: "all", value: "yes") }
                    }
                }
            } else {
                Verdict(.good, t(T.newsletter.left), t(T.newsletter.leftText))
                HTML::p { name }
                if others > 0 {
                    HTML::p { t(T.newsletter.othersLeft(count: others)) }
                    Look::Form(action: reader.link(reader.path), hidden: reader.hidden) {
                        Buttons { Submit(t(T.newsletter.leaveAll), .quiet, name: "all", value: "yes") }
                    }
                }
                HTML::p { a(.href(reader.link("/newsletter"))) { t(T.newsletter.joinAgain) } }
            }
        }
    }
}
