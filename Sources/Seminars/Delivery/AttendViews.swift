import Catalogue
import Events
import Forms
import HTML
import Kernel
import Languages
import Look

/// The projector's page, and the pages on which people say that they are there.
struct AttendViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// What the projector shows.
    /// - Parameter code: nil while nobody may say that they are there.
    func screen(_ sight: DoorSight, _ code: ShownCode?) -> Screen {
        let title = sight.roll.event.title(in: reader.language)
        return Screen(t(T.delivery.screen), .bare(class: "screen", script: "screen", refresh: min(code.map { $0.left + 1 } ?? 20, 20))) {
            header {
                h1(.lang(title.language.htmlLang)) { title.text }
                HTML::p { t.session(sight.session) }
            }
            if let code { shown(code, sight) } else { notNow(sight.session.selfCheck) }
        }
    }

    private func shown(_ code: ShownCode, _ sight: DoorSight) -> some HTML {
        section(.class("screen-code"), .data("left", code.left)) {
            CodePicture(t(T.delivery.screenPicture), path: code.path, extent: code.extent)
            div {
                HTML::p(.class("screen-how")) { t(T.delivery.screenHow) }
                HTML::p(.class("screen-or")) { t(T.delivery.screenOr(address: .text(address))) }
                HTML::p(.class("screen-digits")) { "\(code.text.prefix(3)) \(code.text.suffix(3))" }
                HTML::p(.class("screen-lost")) { t(T.delivery.screenLost) }
                HTML::p(.class("muted")) { t(T.delivery.screenChanges(count: ScreenCode.seconds)) }
                HTML::p {
                    strong { "\(sight.roll.count(sight.session.id, \.isThere))" }
                    " "
                    t(T.delivery.hereOf(seats: .number(sight.roll.rows(in: sight.session.id).count)))
                }
            }
        }
    }

    private func notNow(_ open: ClosedRange<Instant>) -> some HTML {
        section(.data("left", 20)) {
            Notice(.waiting) { HTML::p { t(T.delivery.screenNotNow(from: .instant(open.lowerBound), until: .instant(open.upperBound))) } }
        }
    }

    /// As people type it: without the scheme; the language comes by itself.
    private var address: String { reader.centre.origin.replacing(/^https?:\/\//, with: "") + "/attend" }

    func type(_ form: FilledForm) -> Screen {
        Screen(t(T.delivery.attendTitle), isIndexed: false) {
            FormFaults(form, title: T.delivery.codeNot)
            Heading(t(T.delivery.attendTitle), lead: t(T.delivery.attendLead))
            Form(action: reader.link("/attend"), method: .get) {
                Field(
                    t(T.delivery.code), name: "code", hint: t(T.delivery.codeHint), error: form.fault("code"), width: .short, autocomplete: "off",
                    inputmode: "numeric"
                ).text()
                Buttons { Submit(t(T.common.continue)) }
            }
            HTML::p { t(T.delivery.attendElse) }
        }
    }

    /// - Parameter hidden: what the form carries, with the ticket that the code gave.
    func confirm(_ event: Event, _ session: DatedSession, hidden: [Hidden]) -> Screen {
        let title = event.title(in: reader.language)
        return Screen(t(T.delivery.attendTitle), isIndexed: false) {
            Heading(title.text, kind: t(T.delivery.attendTitle), lead: t.session(session), lang: title.language.htmlLang)
            HTML::p {
                t(reader.actor.isSignedIn ? T.delivery.attendAs(name: .text(reader.actor.name)) : T.delivery.attendEnter(count: AttendTicket.minutes))
            }
            ButtonForm(t(T.delivery.attendAct), action: reader.link("/attend"), hidden: hidden)
        }
    }

    func refused(_ form: FilledForm) -> Screen {
        Screen(t(T.delivery.attendTitle), isIndexed: false) {
            Heading(t(T.delivery.attendNot))
            Notice(.waiting, isNews: true) { ForEach(form.problem?.faults ?? []) { fault in HTML::p { t(fault.phrase) } } }
            HTML::p { t(T.delivery.attendElse) }
            Buttons { LinkButton(t(T.delivery.codeAgain), href: reader.link("/attend"), .quiet) }
        }
    }
}
