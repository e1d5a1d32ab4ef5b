import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Needs

/// Somebody's own newsletters: what they have, what they want to hear of, what they agreed to.
struct MyNewsletterViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ sight: OwnSight, _ form: FilledForm) -> Screen {
        Screen(t(T.newsletter.mine), isIndexed: false) {
            FormFaults(form)
            Heading(t(T.newsletter.mine), lead: sight.address.isEmpty ? nil : t(T.newsletter.mineLead(email: .text(sight.address))))
            if sight.isGivenUp {
                Notice(.bad, t(T.newsletter.givenUpTitle)) {
                    HTML::p { t(T.newsletter.givenUpText) }
                    ButtonForm(t(T.newsletter.liftOwn), .quiet, action: reader.link("/me/newsletters/lift"), hidden: reader.hidden)
                }
            }
            if sight.address.isEmpty {
                EmptyState(t(T.newsletter.noAddress), t(T.newsletter.noAddressText)) { LinkButton(t(T.newsletter.toAccount), href: reader.link("/me/account"), .quiet) }
            } else if sight.offered.isEmpty {
                EmptyState(t(T.newsletter.none), t(T.newsletter.noneText)) { LinkButton(t(T.newsletter.issues), href: reader.link("/newsletter"), .quiet) }
            } else {
                choice(sight, form)
            }
            if !sight.log.isEmpty { log(sight) }
        }
    }

    private func choice(_ sight: OwnSight, _ form: FilledForm) -> some HTML {
        let (chosen, interests, own) = (Set(form.typed.all("newsletter")), Set(form.typed.all("interest")), reader.language)
        let topics = sight.topics.offered(in: own)
        return Look::Form(action: reader.link("/me/newsletters"), hidden: reader.hidden) {
            Field(t(T.newsletter.iAgree), name: "newsletter", error: form.fault("newsletter"), optional: "").checkboxes(sight.offered.map { newsletter in
                let about = newsletter.about(in: own)
                return Field.Choice("\(newsletter.id)", Run(t(ConsentWords.phrase(newsletter, t, site: reader.site))), hints: about.text.isEmpty ? [] : [t.run(about)])
            }, chosen: chosen)
            HTML::p(.class("hint")) { t(T.newsletter.withdrawHint) }
            if !topics.isEmpty {
                Disclosure(t(T.newsletter.interests), isOpen: !interests.isEmpty) {
                    Field(t(T.newsletter.interestsAsk), name: "interest", hint: t(T.newsletter.interestsHint), optional: "").checkboxes(
                        topics.map { topic in
                            let name = topic.names.name(in: own)
                            return Field.Choice("\(topic.id)", t.run(name.text, name.language))
                        }, chosen: interests)
                }
            }
            Buttons { Submit(t(T.common.save)) }
        }
    }

    private func log(_ sight: OwnSight) -> some HTML {
        Disclosure(t(T.newsletter.log)) {
            ul {
                ForEach(sight.log) { consent in
                    li {
                        HTML::p { strong { sight.newsletter(consent.newsletter).map { t.run($0.name(in: reader.language)) } ?? "–" }; ": "; moments(consent) }
                        HTML::p(.class("hint")) { t.run(consent.words) }
                    }
                }
            }
        }
    }

    private func moments(_ consent: NewsletterConsent) -> String {
        var said: [String] = []
        if let given = consent.given { said.append(t(T.newsletter.givenAt(moment: .text(t.instant(given, .inSentence))))) } else {
            said.append(t(T.newsletter.askedAt(moment: .text(t.instant(consent.asked, .inSentence)))))
        }
        if let ended = consent.ended { said.append(t(T.newsletter.endedAt(moment: .text(t.instant(ended, .inSentence))))) }
        return said.joined(separator: ", ")
    }
}
