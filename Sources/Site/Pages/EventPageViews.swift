import Catalogue
import Centres
import Delivery
import Events
import Forms
import Guests
import HTML
import Informer
import Kernel
import Languages
import Look
import Materials
import NetworkFront
import Papers
import Projects
import Registration

/// The page of one event: what, when, where, for how much, and the one act.
struct EventPageViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// - Parameter others: other dates of the same programme.
    func page(_ opened: OpenedEvent, others: [EventLine]) -> Screen {
        let event = opened.event, centre = opened.centre
        let (title, summary) = (event.title(in: t.language), event.summary(in: t.language))
        let isOpen = event.isOpen(at: reader.now, in: centre.zone)
        let address = reader.link("/events/\(event.id)")
        let isTold = event.isPublic && !event.isEarlier
        return Screen(
            title.text, description: summary.text.isEmpty ? nil : summary.text, trail: [Look.Link(t(T.events.all), href: reader.link("/events"))],
            isIndexed: event.isPublic,
            data: isTold ? event.data(t, centre, left: isOpen ? opened.seats.left : 0, address: reader.centre.origin + address) : nil,
            picture: opened.share.map { reader.link($0) }
        ) {
            Beside {
                Heading(
                    title.text, kind: t.shown(event.form.name(in: t.language).text), lead: summary.text.isEmpty ? nil : summary.text, lang: t.lang(of: title.language),
                    leadLang: t.lang(of: summary.language))
            } card: {
                EventSeats(opened: opened, reader: reader)
            } content: {
                news(event)
                if reader.actor.coordinates(event.centre) {
                    HTML::p {
                        a(.href(reader.link("/staff/events/\(event.id)"))) { t(T.events.toDesk) }
                        if !event.form.isInternal, !event.isOver(at: reader.now), !event.state.isOff {
                            " · "; a(.href(reader.link("/staff/events/\(event.id)/guests"))) {
                                t(event.form.takesApplications ? T.registration.toSpeakers : T.registration.toGuests)
                            }
                        }
                    }
                }
                EventGroup(opened: opened, t: t)
                EventFacts(event, programme: opened.programme, town: opened.town, of: centre, isGuest: event.centre != reader.centre.id, t)
                if !opened.projects.isEmpty {
                    HTML::p {
                        t(T.projects.partOf); " "
                        ForEach(Array(opened.projects.enumerated())) { place, project in
                            if place > 0 { ", " }
                            a(.href(reader.link(project.path))) { t.run(project.details.name) }
                        }
                    }
                }
                if !opened.partners.isEmpty {
                    HTML::p { t(T.networkfront.withOthers); " "; opened.partners.map { $0.name(in: t.language) }.joined(separator: ", "); ". "
                        t(T.networkfront.withOthersNote) }
                }
                if event.state == .announced || event.state == .confirmed, !event.isOver(at: reader.now) {
                    HTML::p {
                        a(.href("\(address)/calendar.ics")) { t(T.events.addToCalendar) }
                        if !event.form.isInternal { " · "; a(.href("\(address)/poster.pdf")) { t(T.informer.strip) } }
                    }
                }
                if !opened.conclusions.isEmpty {
                    h2 { t(T.delivery.conclusions) }
                    ul { ForEach(opened.conclusions) { conclusion in li { t.run(conclusion.details.text) } } }
                }
                if isOpen { PackageLine(opened.packages, reader) }
                EventContent(event, programme: opened.programme, reader)
                WorkshopList(event, opened.centre, opened.workshops, reader)
                PaperCallNotice(opened.call, reader)
                TalkList(opened.talks, reader)
                if !opened.speakers.isEmpty {
                    h2 { t(T.events.speakers) }
                    ul {
                        ForEach(opened.speakers) { speaker in
                            li {
                                t.run(name: speaker.name, event.plan.language)
                                if !speaker.topic.isEmpty { ": "; t.run(speaker.topic) }
                            }
                        }
                    }
                }
                MaterialViews(reader: reader).shown(opened.materials, of: event, mayKeep: opened.mayKeepMaterials)
                if !others.isEmpty {
                    h2 { t(T.events.otherDates) }
                    EventList(others, level: 3)
                } else if !isOpen {
                    HTML::p { a(.href(reader.link("/events"))) { t(T.events.seeOthers) } }
                }
            }
        }
    }

    /// What has become of it, before anything else is read.
    @HTMLBuilder
    private func news(_ event: Event) -> some HTML {
        switch event.state {
        case .draft: Notice(.info, t(T.events.draftTitle)) { HTML::p { t(T.events.draftText) } }
        case .postponed, .cancelled:
            Notice(event.state == .cancelled ? .bad : .waiting, t(event.state == .cancelled ? T.events.cancelledTitle : T.events.postponedTitle)) {
                HTML::p { t.run(event.reason, event.wording(event.reason).language) }
                HTML::p { t(event.state == .cancelled ? T.events.cancelledNext : T.events.postponedNext) }
            }
        case .announced, .confirmed, .held, .closed: Empty()
        }
    }
}
