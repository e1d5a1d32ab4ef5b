import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// *Данас*: what needs a hand, sorted by when it hurts, each line one act. What it is, each room tells.
enum TodayPage {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let t = visit.t
        let asked = TodayAsked(centre: visit.centre, today: visit.today, t)
        let (parts, steps) = try await visit.read { (try $0.ask(asked), try FirstSteps(visit, in: $0)) }
        let lines = parts.flatMap(\.lines).sorted { $0.day < $1.day }
        return visit.page(Screen(t(T.site.today)) {
            Heading(t(T.site.today), lead: t.day(visit.today, .long))
            if !visit.sendsMail, steps.areTaken { Notice(.bad) { HTML::p { a(.href(visit.link("/staff/letters"))) { t(T.site.lettersStay) } } } }
            ForEach(parts.flatMap(\.warnings)) { warning in
                Notice(warning.tone) {
                    HTML::p { if let path = warning.path { a(.href(visit.link(path))) { t(warning.what) } } else { t(warning.what) } }
                }
            }
            if lines.isEmpty, !steps.areTaken {
                FirstStepsView(steps: steps, reader: visit.reader)
            } else if lines.isEmpty {
                EmptyState(t(T.site.todayNothing), t(T.site.todayNothingText)) { LinkButton(t(T.site.newEvent), href: visit.link("/staff/events/new")) }
            } else {
                ActList(lines.map { line in
                    ActList.Line(
                        line.tone, when: t.day(line.day, near: visit.today), line.title, detail: t(line.what),
                        act: Look.Link(t(line.act), href: visit.link(line.path)))
                })
                if !steps.areTaken { FirstStepsView(steps: steps, reader: visit.reader) }
            }
            ForEach(parts.compactMap(\.below)) { part in PagePartView(part, visit.reader) }
        })
    }
}

extension TodayPage {
    private static let fallenHours = 48

    /// For two days after the program has fallen: whoever was at work then should look whether it was saved.
    @Sendable static func fallen(_ asked: TodayAsked, _ act: Act) throws -> TodayPart {
        guard let moment = try Setting.fallen.value(in: act.db).flatMap(Instant.init(iso:)), act.now.seconds(since: moment) < fallenHours * 3600
        else { return TodayPart() }
        return TodayPart(warnings: [.init(.waiting, T.site.fallen(moment: .instant(moment)), path: nil)])
    }
}

/// A part of a page, under its title.
struct PagePartView: View {
    let part: PagePart
    let reader: Reader

    init(_ part: PagePart, _ reader: Reader) {
        self.part = part
        self.reader = reader
    }

    var body: Markup {
        if let title = part.title { h2 { reader.t(title) } }
        part.show(reader)
    }
}
