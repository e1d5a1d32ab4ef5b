import Accounts
import Catalogue
import Centres
import Documents
import Events
import Kernel
import Languages
import Look
import Registration

/// The list for the driver: who travels, from where, how to call them, where the bus waits and where it stops.
struct BusList {
    let desk: Desk
    let logo: CentreLogo?
    let t: Texts

    var paper: Paper {
        let event = desk.event, title = event.title(in: t.language).text, trip = event.plan.trip
        var paper = Paper(
            language: t.language.rawValue, title: t(T.delivery.busList), subtitle: title, head: "\(t(T.delivery.busList)) · \(title)",
            page: t(T.delivery.sheetPage(page: "{page}", pages: "{pages}")), centre: .init(desk.centre, logo, t))
        paper.marks = [Paper.Fact(t(T.delivery.day), event.days.map { t.days($0) } ?? "")]
        paper.facts = [
            Paper.Fact(t(T.events.meetingPlace), trip.meeting(t).text), Paper.Fact(t(T.events.stops), trip.stopLines.map { t.shown($0) }.joined(separator: "; ")),
            Paper.Fact(t(T.delivery.busPeople), t.number(riders.reduce(0) { $0 + $1.registration.people })),
            Paper.Fact(t(event.form.lead.name), event.plan.trainers.map(\.name).joined(separator: ", ")),
        ].filter { !$0.value.isEmpty }
        paper.sections = [Paper.Section(title: t(T.delivery.busRiders), table: Paper.Table(
            columns: [
                Paper.Column(t(T.registration.number), mm: 12, align: .right), Paper.Column(t(T.registration.familyAndGiven), share: 3, strong: true),
                Paper.Column(t(T.registration.school), share: 4), Paper.Column(t(T.registration.phone), share: 2),
            ],
            rows: riders.enumerated().map { index, row in
                ["\(index + 1)", .init(row.name.listed), .init(t.shown([row.school, row.place].filter { !$0.isEmpty }.joined(separator: ", "))), .init(row.phone)]
            }, boxes: true, height: 8))]
        return paper
    }

    /// Those who have a seat; an offered one is nobody's yet.
    private var riders: [DeskRow] { desk.rows.filter { $0.registration.state == .admitted } }
}
