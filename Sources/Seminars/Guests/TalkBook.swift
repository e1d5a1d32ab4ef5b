import Catalogue
import Centres
import Documents
import Events
import Kernel
import Languages

/// The programme and all abstracts as one book, in the language of the event.
struct TalkBook {
    let programme: TalkProgramme
    let centre: Centre
    let logo: CentreLogo?
    let t: Texts

    var paper: Paper {
        let event = programme.event, title = event.title(in: t.language).text
        var paper = Paper(
            language: t.language.rawValue, title: t(T.guests.talkBook), subtitle: title, head: "\(t(T.guests.talkBook)) · \(title)",
            page: t(T.guests.talkPage(page: "{page}", pages: "{pages}")), centre: .init(centre, logo, t))
        paper.sections = programme.parts.map { session, talks in
            Paper.Section(title: head(session), table: Paper.Table(
                columns: [
                    Paper.Column(t(T.guests.talkTime), mm: 30), Paper.Column(t(T.guests.talk), share: 4, strong: true), Paper.Column(t(T.events.speakers), share: 3),
                ],
                rows: talks.map { talk in
                    [.init(t.times(talk.details.begins, to: talk.details.ends)), .init(t.shown(talk.details.title)), .init(talk.details.names.joined(separator: ", "))]
                }))
        }
        paper.sections += programme.talks.filter { !$0.details.abstract.isEmpty }.map { talk in
            let paragraphs = talk.details.abstract.split(separator: "\n\n").map { t.shown(String($0)) }
            return Paper.Section(title: t.shown(talk.details.title), text: [talk.details.names.joined(separator: ", ")].filter { !$0.isEmpty } + paragraphs)
        }
        return paper
    }

    private func head(_ session: EventSession) -> String {
        [t.day(session.day, .long), t.times(session.begins, to: session.ends), t.shown(EventSummary.place(session, of: programme.event))]
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
