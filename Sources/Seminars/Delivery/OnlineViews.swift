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

/// The report of a platform: the file that is chosen, and its lines beside the people of the roll.
struct OnlineViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func ask(_ roll: Roll, _ session: DatedSession, _ form: FilledForm) -> Screen {
        Screen(t(T.delivery.online), trail: trail(roll)) {
            FormFaults(form, title: T.registration.notDone)
            Heading(t(T.delivery.online), lead: t.session(session))
            HTML::p { t(T.delivery.onlineText) }
            Form(action: path(roll, session), hidden: reader.hidden, hasFiles: true) {
                Field(t(T.delivery.onlineFile), name: "file", hint: t(T.delivery.onlineFileHint), error: form.fault("file")).file(accept: ".csv,.txt,.tsv")
                Buttons {
                    Submit(t(T.delivery.onlineLook))
                    LinkButton(t(T.common.cancel), href: base(roll) + "/attendance", .quiet)
                }
            }
        }
    }

    func preview(_ roll: Roll, _ session: DatedSession, _ matches: [OnlineMatch], _ form: FilledForm) -> Screen {
        let people = [Field.Choice("", t(T.delivery.onlineNobody))] + roll.rows.map { Field.Choice("\($0.registration)", $0.name.listed) }
        let lines = Array(matches.enumerated())
        let unknown = matches.count { $0.proposed == nil }
        return Screen(t(T.delivery.online), trail: trail(roll)) {
            FormFaults(form, title: T.registration.notDone)
            Heading(t(T.delivery.onlineCheck), lead: t.session(session))
            HTML::p { t(T.delivery.onlineRead(count: matches.count)); " "; t.rule(roll.rule) }
            if unknown > 0 { Notice(.waiting) { HTML::p { t(T.delivery.onlineUnmatched(count: unknown)) } } }
            Form(action: path(roll, session) + "/marks", hidden: reader.hidden + hidden(matches), isGuarded: true) {
                DataTable(t(T.delivery.online), rows: lines, columns: [
                    Column(t(T.delivery.onlineName), .name) { _, match in
                        match.line.name
                        if !match.line.email.isEmpty { span(.class("small")) { " "; match.line.email } }
                    },
                    Column(t(T.delivery.onlineMinutes), .number) { _, match in t.number(match.line.minutes) },
                    Column(t(T.delivery.onlineGround)) { _, match in Chip(match.ground.tone, t(match.ground.name)) },
                    Column(t(T.delivery.onlineWho)) { index, match in
                        Field(
                            t(T.delivery.onlineWho), name: "who\(index)", value: form.typed.has("who\(index)") ? form["who\(index)"] : match.proposed?.description ?? "",
                            error: form.fault("who\(index)"), optional: ""
                        ).select(people)
                    },
                ], isCaptionHidden: true)
                Field(t(T.delivery.onlineAbsent), name: "absent", hint: t(T.delivery.onlineAbsentHint), optional: "").check(isOn: form.typed.has("absent"))
                if roll.event.state == .closed { form.field(T.delivery.reason, "reason", .full, hint: T.delivery.reasonHint).text() }
                Buttons {
                    Submit(t(T.delivery.onlineMark))
                    LinkButton(t(T.common.cancel), href: base(roll) + "/attendance", .quiet)
                }
            }
        }
    }

    /// The file is not kept: what was read goes along with the form.
    private func hidden(_ matches: [OnlineMatch]) -> [Hidden] {
        [Hidden("lines", "\(matches.count)")] + matches.enumerated().flatMap { index, match in
            [Hidden("name\(index)", match.line.name), Hidden("mail\(index)", match.line.email), Hidden("minutes\(index)", "\(match.line.minutes)")]
        }
    }

    private func base(_ roll: Roll) -> String { reader.link("/staff/events/\(roll.event.id)") }
    private func path(_ roll: Roll, _ session: DatedSession) -> String { "\(base(roll))/sessions/\(session.id)/online" }

    private func trail(_ roll: Roll) -> [Look.Link] {
        [Look.Link(t.run(roll.event.title(in: t.language)), href: base(roll)), Look.Link(t(T.delivery.attendance), href: base(roll) + "/attendance")]
    }
}

extension OnlineMatch.Ground {
    fileprivate var tone: Tone {
        switch self {
        case .address, .name: .good
        case .part: .waiting
        case .nobody: .neutral
        }
    }

    fileprivate var name: Phrase {
        switch self {
        case .address: T.delivery.onlineByAddress
        case .name: T.delivery.onlineByName
        case .part: T.delivery.onlineByPart
        case .nobody: T.delivery.onlineByNobody
        }
    }
}
