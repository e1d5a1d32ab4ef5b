import Catalogue
import Centres
import Events
package import Forms
package import HTML
import Kernel
import Languages
import Look
import Registration

/// The programme of talks as those who run the event write it.
struct TalkViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func list(_ programme: TalkProgramme, _ form: FilledForm) -> Screen {
        let base = base(programme)
        return Screen(t(T.guests.talks), trail: trail(programme)) {
            FormFaults(form, title: T.registration.notDone)
            Heading(Run(t(T.guests.talks)), lead: t.run(programme.event.title(in: t.language)))
            if programme.talks.isEmpty {
                EmptyState(t(T.guests.talksNone), t(T.guests.talksNoneText)) { Empty() }
            } else {
                Buttons { LinkButton(t(T.guests.talkBook), href: base + "/talks.pdf", .quiet, icon: .print) }
                ForEach(programme.parts) { session, talks in
                    h2 { SessionHead(session, of: programme.event, t) }
                    DataTable(t(T.guests.talks), rows: talks, columns: [
                        Column(t(T.guests.talkTime)) { talk in t.times(talk.details.begins, to: talk.details.ends) },
                        Column(t(T.guests.talk), .name) { talk in a(.href(reader.link("/staff/talks/\(talk.id)"))) { t.run(talk.details.title) } },
                        Column(t(T.events.speakers)) { talk in talk.details.names.joined(separator: ", ") },
                    ], isCaptionHidden: true)
                }
            }
            h2 { t(T.guests.talkNew) }
            fields(programme, form, action: base + "/talks", back: nil)
        }
    }

    func form(_ talk: Talk, _ programme: TalkProgramme, _ form: FilledForm) -> Screen {
        let back = Look.Link(t(T.guests.talks), href: base(programme) + "/talks")
        return Screen(t(T.guests.talkEdit), trail: trail(programme) + [back]) {
            FormFaults(form)
            Heading(Run(t(T.guests.talkEdit)), lead: t.run(programme.event.title(in: t.language)))
            fields(programme, form, action: reader.link("/staff/talks/\(talk.id)"), back: back.href)
            ButtonForm(t(T.common.remove), .danger, action: reader.link("/staff/talks/\(talk.id)/remove"), hidden: reader.hidden)
        }
    }

    private func base(_ programme: TalkProgramme) -> String { reader.link("/staff/events/\(programme.event.id)") }

    private func trail(_ programme: TalkProgramme) -> [Look.Link] {
        [Look.Link(t(T.events.all), href: reader.link("/staff/events")), Look.Link(t.run(programme.event.title(in: t.language)), href: base(programme))]
    }

    private func fields(_ programme: TalkProgramme, _ form: FilledForm, action: String, back: String?) -> some HTML {
        let sessions = programme.event.sessionChoices(t)
        return Form(action: action, hidden: reader.hidden, isGuarded: true) {
            if sessions.count > 1 { form.field(T.guests.talkSession, "session", .full).select([Field.Choice("", t(T.events.notChosen))] + sessions) }
            FieldRow {
                form.field(T.events.begins, "begins", .short, autocomplete: "off").text()
                form.field(T.events.ends, "ends", .short, autocomplete: "off").text()
            }
            form.field(T.guests.talk, "title", .full, autocomplete: "off").text()
            form.field(T.events.speakers, "speakers", .full, hint: T.guests.talkSpeakersHint, isOptional: true, autocomplete: "off",
                most: TalkDetails.longestTitle).text()
            form.field(T.guests.talkAbstract, "abstract", .full, hint: T.guests.talkAbstractHint, isOptional: true, most: TalkDetails.longestAbstract).area(rows: 5)
            Buttons {
                Submit(t(T.common.save))
                if let back { LinkButton(t(T.common.cancel), href: back, .quiet) }
            }
        }
    }
}

/// A session above its talks: when, and what it is called.
private struct SessionHead: View {
    let session: EventSession
    let event: Event
    let t: Texts

    init(_ session: EventSession, of event: Event, _ t: Texts) { (self.session, self.event, self.t) = (session, event, t) }

    var body: some HTML {
        t.day(session.day, .long); ", "; t.times(session.begins, to: session.ends)
        if !session.title.isEmpty { " · "; t.run(event.title(of: session, in: t.language)) }
    }
}

/// The programme as everybody reads it: by sessions, each abstract opens below its talk.
package struct TalkList: View {
    let programme: TalkProgramme
    let reader: Reader

    package init(_ programme: TalkProgramme, _ reader: Reader) {
        self.programme = programme
        self.reader = reader
    }

    package var body: Markup {
        let t = reader.t
        if !programme.talks.isEmpty {
            h2 { t(T.guests.talks) }
            ForEach(programme.parts) { session, talks in
                h3 { SessionHead(session, of: programme.event, t) }
                Facts {
                    ForEach(talks) { talk in
                        FactLine(t.times(talk.details.begins, to: talk.details.ends)) {
                            strong { t.run(talk.details.title) }
                            if !talk.details.names.isEmpty { br(); talk.details.names.joined(separator: ", ") }
                            if !talk.details.abstract.isEmpty {
                                Disclosure(t(T.guests.talkAbstract)) {
                                    ForEach(talk.details.abstract.split(separator: "\n\n")) { paragraph in HTML::p { t.run(String(paragraph)) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
