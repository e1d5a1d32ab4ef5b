import Catalogue
import Centres
import Forms
import Kernel
import Languages
import Web

/// "I would come": said on the page of a programme or a topic; a stranger enters first and comes back here.
enum WouldComePages {
    static func ask(_ kind: String) -> Route.Page {
        { visit in
            let subject = try subject(kind, visit), centre = visit.centre.id, language = visit.language
            let (standing, title) = try await visit.read { act in
                (try WouldComeStore.standing(of: subject, at: centre, in: act), try WouldComePages.title(subject, language, in: act))
            }
            return visit.page(WouldComeViews(reader: visit.reader).ask(standing, title.text, title.language, visit.form()))
        }
    }

    static func come(_ kind: String) -> Route.Page {
        { visit in
            let subject = try subject(kind, visit), (centre, today, language) = (visit.centre.id, visit.today, visit.language)
            return try await visit.submit {
                try await visit.act { act in
                    try WouldComeStore.come(to: subject, at: centre, today: today, in: act)
                    return Redirect(visit.link(subject.path), T.needs.saidCome)
                }
            } again: { form in
                let (standing, title) = try await visit.read { act in
                    (try WouldComeStore.standing(of: subject, at: centre, in: act), try WouldComePages.title(subject, language, in: act))
                }
                return WouldComeViews(reader: visit.reader).ask(standing, title.text, title.language, form)
            }
        }
    }

    static func takeBack(_ kind: String) -> Route.Page {
        { visit in
            let subject = try subject(kind, visit), centre = visit.centre.id
            return try await visit.act { act in
                try WouldComeStore.takeBack(subject, at: centre, in: act)
                return Redirect(visit.link(subject.path), T.needs.saidTakenBack)
            }
        }
    }

    private static func subject(_ kind: String, _ visit: Visit) throws -> DemandSubject {
        kind == "programme" ? .programme(try visit.id("programme")) : .topic(try visit.id("topic"))
    }

    private static func title(_ subject: DemandSubject, _ language: Language, in act: Act) throws -> (text: String, language: Language) {
        switch subject {
        case .programme(let id):
            let programme = try ProgrammeStore.programme(id, in: act)
            return (programme.title, programme.language)
        case .topic(let id): return try TopicStore.topic(id, in: act).names.name(in: language)
        }
    }
}
