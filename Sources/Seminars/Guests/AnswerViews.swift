import Accounts
import Catalogue
import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Registration

/// The page of somebody who was asked: what it is about, and the answer, which can be changed until it begins.
struct AnswerViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func form(_ asked: AskedGuest, _ form: FilledForm, token: String) -> Screen {
        let (guest, event) = (asked.guest, asked.event)
        let title = event.title(in: t.language), summary = event.summary(in: t.language)
        return Screen(title.text, isIndexed: false) {
            FormFaults(form, title: T.guests.notAnswered)
            Heading(
                title.text, kind: t.shown(event.form.name(in: t.language).text), lead: summary.text.isEmpty ? nil : summary.text, lang: t.lang(of: title.language),
                leadLang: t.lang(of: summary.language))
            HTML::p { t(guest.part == .speaker ? T.guests.youAreAskedToSpeak : T.guests.youAreInvited); ": "; strong { guest.name } }
            Facts {
                ForEach(EventSummary.facts(event, asked.centre, t)) { fact in FactLine(fact.label, fact.value) }
                if !guest.topic.isEmpty { FactLine(t(T.guests.topic), t.run(guest.topic)) }
            }
            if guest.answer != .none {
                Notice(guest.answer == .declines ? .neutral : .good, t(T.guests.yourAnswer(answer: .phrase(guest.answer.name)))) {
                    if asked.isOpen(at: reader.now) { HTML::p { t(T.guests.canChange) } }
                }
            }
            if asked.isOpen(at: reader.now) { fields(asked, form, token) } else { Notice(.waiting) { HTML::p { t(T.guests.answerOver) } } }
            if event.isPublic { HTML::p { a(.href(reader.link("/events/\(event.id)"))) { t(T.registration.aboutEvent) } } }
        }
    }

    private func fields(_ asked: AskedGuest, _ form: FilledForm, _ token: String) -> some HTML {
        let guest = asked.guest
        return Form(action: reader.link("/answers/\(token)"), hidden: reader.hidden) {
            form.field(T.guests.answer, "answer").radios(
                [GuestAnswer.comes, .maybe, .declines].map { Field.Choice($0.rawValue, t(guest.part == .speaker ? $0.ofSpeaker : $0.own)) })
            if guest.part == .guest {
                form.field(T.guests.people, "people", .short, hint: T.guests.peopleHint, isOptional: true, autocomplete: "off").number()
            } else {
                form.field(T.guests.topic, "topic", .full, hint: T.guests.topicHint, isOptional: true, autocomplete: "off", most: Guest.longestTopic).text()
            }
            form.field(T.guests.note, "note", isOptional: true, most: Guest.longestNote).area(rows: 3)
            HTML::p(.class("small")) { t(T.guests.dataNotice); " "; a(.href(reader.link("/data-protection"))) { t(T.registration.dataMore) } }
            Buttons { Submit(t(T.guests.send)) }
        }
    }
}

extension GuestAnswer {
    /// As somebody says it of oneself.
    fileprivate var own: Phrase {
        switch self {
        case .none, .maybe: T.guests.sayMaybe
        case .comes: T.guests.sayComes
        case .declines: T.guests.sayDeclines
        }
    }

    fileprivate var ofSpeaker: Phrase {
        switch self {
        case .none, .maybe: T.guests.sayMaybe
        case .comes: T.guests.saySpeaks
        case .declines: T.guests.sayDeclinesSpeech
        }
    }
}
