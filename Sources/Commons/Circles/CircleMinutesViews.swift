import Forms
import HTML
import Kernel
import Languages
import Look
import Markdown
import Publishing

struct CircleMinutesViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func page(_ folder: MeetingFolder, _ form: FilledForm) -> Screen {
        let sight = folder.sight, base = reader.link("\(sight.circle.path)/meetings/\(folder.meeting.id)"), day = folder.meeting.details.day
        let title = "\(t(T.circles.minutes)), \(t.day(day, .plain))"
        let back = Look.Link("\(t(T.circles.meeting)), \(t.day(day, .plain))", href: base)
        return Screen(title, trail: CircleFrame(reader, sight).trail(below: true, [back]), isIndexed: false) {
            FormFaults(form)
            Heading(Run(title), kind: t.run(sight.circle.details.name))
            state(folder)
            if folder.current != nil {
                Buttons { LinkButton(t(T.circles.printMinutes), href: base + "/minutes.pdf", .quiet) }
            }
            if folder.isOpen, folder.hasBegun, sight.circle.closed == nil {
                both(folder, form)
                writing(folder, form, base)
                signing(folder, base)
            } else if let text = folder.current?.text {
                MarkdownView(Markdown(text), lang: t.run(text).lang)
                if sight.leading != nil, folder.current?.isSigned == true {
                    ButtonForm(t(T.circles.correct), .quiet, action: base + "/minutes/correct", hidden: reader.hidden)
                    HTML::p(.class("muted small")) { t(T.circles.correctHint) }
                }
            } else {
                HTML::p { t(folder.hasBegun || folder.meeting.isCancelled ? T.circles.noMinutes : T.circles.errorNotYet) }
            }
            versions(folder)
        }
    }

    @HTMLBuilder private func state(_ folder: MeetingFolder) -> some HTML {
        if let current = folder.current {
            HTML::p {
                if let signed = current.signed {
                    Chip(.good, t(T.circles.signed)); " "; t(T.circles.signedBy(name: .text(current.signer), at: .instant(signed)))
                } else {
                    Chip(.waiting, t(T.circles.draft)); " "; t(T.circles.writtenBy(name: .text(current.writer), at: .instant(current.written)))
                }
            }
        }
        if !folder.hasQuorum, folder.roll.present > 0 {
            Notice(.waiting, t(T.circles.noQuorumTitle)) {
                HTML::p {
                    t(T.circles.noQuorum(present: .number(folder.roll.present), members: .number(folder.roll.members), needed: .number(folder.roll.needed)))
                }
            }
        }
    }

    /// Somebody else has written meanwhile: what stands there is shown above what was typed, and both stay in sight until they are put together.
    @HTMLBuilder private func both(_ folder: MeetingFolder, _ form: FilledForm) -> some HTML {
        if form.problem?.kind == .conflict, let current = folder.current, form["minutes"] != current.text {
            Notice(.waiting, t(T.circles.bothTitle)) { HTML::p { t(T.circles.bothText) } }
            h2 { t(T.circles.theirs(name: .text(current.writer))) }
            pre(.class("prose"), .tabindex(0), .role("region"), .aria("label", t(T.circles.theirs(name: .text(current.writer))))) { current.text }
            h2 { t(T.circles.yours) }
        }
    }

    private func writing(_ folder: MeetingFolder, _ form: FilledForm, _ base: String) -> some HTML {
        Form(action: base + "/minutes", hidden: reader.hidden + [Hidden("edition", "\(folder.current?.edition ?? 0)")], isGuarded: true) {
            form.field(T.circles.minutes, "minutes", .full, hint: T.circles.minutesHint).area(rows: 22)
            Buttons { Submit(t(T.common.save)) }
        }
    }

    @HTMLBuilder private func signing(_ folder: MeetingFolder, _ base: String) -> some HTML {
        if let current = folder.current {
            h2 { t(T.circles.sign) }
            if let refusal = folder.sight.leadRefusal {
                Notice(.info) { HTML::p { t(refusal) } }
            } else {
                HTML::p { t(T.circles.signLead) }
                Form(action: base + "/minutes/sign", hidden: reader.hidden + [Hidden("edition", "\(current.edition)")], label: t(T.circles.sign)) {
                    Buttons { Submit(t(T.circles.sign), .quiet) }
                }
            }
        }
    }

    @HTMLBuilder private func versions(_ folder: MeetingFolder) -> some HTML {
        let earlier = folder.minutes.dropFirst()
        if !earlier.isEmpty {
            h2 { t(T.circles.earlierVersions) }
            ForEach(Array(earlier)) { version in
                Disclosure("\(t(T.circles.version(number: .number(version.version)))), \(version.signed.map { t.instant($0) } ?? "")") {
                    MarkdownView(Markdown(version.text), lang: t.run(version.text).lang)
                }
            }
        }
    }
}
