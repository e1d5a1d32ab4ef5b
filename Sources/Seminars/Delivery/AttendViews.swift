import Catalogue
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Centres
import Web

/// The projector's page, and the pages on which people say that they are there.
enum AttendViews {
    /// What the projector shows.
    struct Code {
        let text: String
        /// Of the picture, in modules, and how wide it is.
        let path: String
        let extent: Int
        /// Seconds until the next one.
        let left: Int
    }

    static func screen(_ visit: Visit, _ sight: DoorPages.Sight, _ code: Code?) -> Answer {
        let t = visit.t
        let title = sight.roll.event.title(in: visit.language)
        let session = sight.session
        return visit.bare(t(T.delivery.screen), kind: "screen", script: "screen", refresh: min(code.map { $0.left + 1 } ?? 20, 20)) {
            header {
                h1(.lang(title.language.htmlLang)) { title.text }
                HTML::p { AttendanceViews.head(session, t) }
            }
            if let code {
                section(.class("screen-code"), .data("left", code.left)) {
                    CodePicture(t(T.delivery.screenPicture), path: code.path, extent: code.extent)
                    div {
                        HTML::p(.class("screen-how")) { t(T.delivery.screenHow) }
                        HTML::p(.class("screen-or")) { t(T.delivery.screenOr(address: .text(address(visit)))) }
                        HTML::p(.class("screen-digits")) { "\(code.text.prefix(3)) \(code.text.suffix(3))" }
                        HTML::p(.class("screen-lost")) { t(T.delivery.screenLost) }
                        HTML::p(.class("muted")) { t(T.delivery.screenChanges(count: ScreenCode.seconds)) }
                        HTML::p { strong { "\(sight.roll.count(session.id, \.isThere))" }; " "; t(T.delivery.hereOf(seats: .number(sight.roll.rows.count))) }
                    }
                }
            } else {
                section(.data("left", 20)) {
                    Notice(.waiting) { HTML::p { t(T.delivery.screenNotNow(from: .instant(session.selfCheck.lowerBound), until: .instant(session.selfCheck.upperBound))) } }
                }
            }
        }
    }

    /// As people type it: without the scheme; the language comes by itself.
    private static func address(_ visit: Visit) -> String {
        visit.centre.origin.replacing(/^https?:\/\//, with: "") + "/attend"
    }

    static func type(_ visit: Visit, _ problem: Problem?, status: Int = 200) -> Answer {
        let t = visit.t
        return visit.page(t(T.delivery.attendTitle), status: status, isIndexed: false) {
            ErrorSummary(t(T.delivery.codeNot), visit.mistakes(problem))
            Heading(t(T.delivery.attendTitle), lead: t(T.delivery.attendLead))
            Look::Form(action: visit.link("/attend"), method: .get) {
                Field(t(T.delivery.code), name: "code", hint: t(T.delivery.codeHint), error: visit.mistake("code", problem), width: .short, autocomplete: "off", inputmode: "numeric").text()
                Buttons { Submit(t(T.common.continue)) }
            }
            HTML::p { t(T.delivery.attendElse) }
        }
    }

    static func confirm(_ visit: Visit, _ event: Event, _ session: DatedSession) -> Answer {
        let t = visit.t
        let title = event.title(in: visit.language)
        let hidden = visit.hidden
        let act = hidden.first { $0.name == "act" }?.value ?? ""
        let ticket = AttendTicket(session.id, at: visit.now).text(visit.seal, act: act)
        return visit.page(t(T.delivery.attendTitle), isIndexed: false) {
            Heading(title.text, kind: t(T.delivery.attendTitle), lead: AttendanceViews.head(session, t), lang: title.language.htmlLang)
            HTML::p { t(visit.actor.isSignedIn ? T.delivery.attendAs(name: .text(visit.actor.name)) : T.delivery.attendEnter(count: AttendTicket.minutes)) }
            ButtonForm(t(T.delivery.attendAct), action: visit.link("/attend"), hidden: hidden + [Hidden(AttendTicket.field, ticket)])
        }
    }

    static func refused(_ visit: Visit, _ problem: Problem) -> Answer {
        let t = visit.t
        return visit.page(t(T.delivery.attendTitle), status: 409, isIndexed: false) {
            Heading(t(T.delivery.attendNot))
            Notice(.waiting, isNews: true) { ForEach(problem.faults) { fault in HTML::p { t(fault.phrase) } } }
            HTML::p { t(T.delivery.attendElse) }
            Buttons { LinkButton(t(T.delivery.codeAgain), href: visit.link("/attend"), .quiet) }
        }
    }
}
