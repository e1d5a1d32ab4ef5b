import Accounts
import Centres
import Documents
import Events
import Kernel
import Languages
import Registration

/// Name badges to cut out: of everybody who has a seat and a name, and of those who lead.
struct Badges {
    let desk: Desk
    let t: Texts

    var paper: Paper {
        var paper = Paper(
            language: t.language.rawValue, title: t(T.delivery.badges), subtitle: desk.event.title(in: t.language).text,
            page: t(T.delivery.sheetPage(page: "{page}", pages: "{pages}")), centre: .init(desk.centre, nil, t))
        let name = Paper.Column(t(T.registration.familyAndGiven)), place = Paper.Column(t(T.registration.school)), lead = t(desk.event.form.lead.name)
        paper.sections = [Paper.Section(title: "", table: Paper.Table(
            columns: [name, place, name],
            rows: people.map { [.init($0.name.full), .init(t.shown([$0.school, $0.place].filter { !$0.isEmpty }.joined(separator: ", "))), ""] }
                + desk.event.plan.trainers.map { [.init($0.name), "", .init(lead)] }))]
        return paper
    }

    /// Whose seat it is, if somebody's.
    private var people: [DeskRow] { desk.rows.filter { $0.registration.state == .admitted && !$0.registration.isUnnamed } }

    var isEmpty: Bool { people.isEmpty && desk.event.plan.trainers.isEmpty }
}
