import Accounts
import Catalogue
import Centres
import Documents
import Events
import Forms
import Kernel
import Languages
import Registration
package import Web

/// What is printed about an event: the list to be signed, and the report. In the language and script that the event is held in.
package enum PaperPages {
    @Sendable package static func sheet(_ visit: Visit) async throws -> Answer {
        let report = try await ReportPages.report(visit)
        let parts = SheetPart.parts(of: report.roll.rows.count)
        let asked = visit.query.number("part", in: 1...parts.count)
        guard let part = asked.map({ parts[$0 - 1] }) ?? (parts.count == 1 ? parts[0] : nil) else {
            return visit.page(SheetPartViews(reader: visit.reader).parts(parts, of: report.roll))
        }
        let words = try await words(visit, report), place = parts.count > 1 ? " \(part.number)" : ""
        return try await visit.printed(
            words.sheet(part.lines), with: "sheet", pictures: words.pictures, name: "\(words.t(T.registration.sheetTitle))\(place) – \(words.title).pdf")
    }

    @Sendable package static func report(_ visit: Visit) async throws -> Answer {
        let report = try await ReportPages.report(visit)
        let words = try await words(visit, report)
        return try await visit.printed(words.account, with: "report", pictures: words.pictures, name: "\(words.t(T.delivery.report)) – \(words.title).pdf")
    }

    /// The list for the driver of a trip.
    @Sendable package static func bus(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let (desk, logo) = try await visit.read { act in
            let event = try EventStore.event(runBy: act.by, id, in: act)
            guard event.form.has(.bus) else { throw Problem.missing }
            return (try Desk(id, sorted: event.plan.language.alphabet, in: act), try LogoStore.logo(of: event.centre, in: act))
        }
        let list = BusList(desk: desk, logo: logo, t: visit.t.speaking(desk.event.plan.language))
        return try await visit.printed(
            list.paper, with: "report", pictures: logo?.pictures ?? [:], name: "\(list.t(T.delivery.busList)) – \(desk.event.title(in: list.t.language).text).pdf")
    }

    /// Name badges of those who come.
    @Sendable package static func badges(_ visit: Visit) async throws -> Answer {
        let id: Event.ID = try visit.id("event")
        let desk = try await visit.read { act in
            try Desk(id, sorted: EventStore.event(runBy: act.by, id, in: act).plan.language.alphabet, in: act)
        }
        let badges = Badges(desk: desk, t: visit.t.speaking(desk.event.plan.language))
        guard !badges.isEmpty else { throw Problem.conflict(T.delivery.badgesNobody) }
        return try await visit.printed(
            badges.paper, with: "badges", name: "\(badges.t(T.delivery.badges)) – \(desk.event.title(in: badges.t.language).text).pdf")
    }

    private static func words(_ visit: Visit, _ report: EventReport) async throws -> PaperWords {
        let logo = try await visit.read { try LogoStore.logo(of: report.roll.centre.id, in: $0) }
        return PaperWords(report: report, logo: logo, t: visit.t.speaking(report.event.plan.language), responsible: visit.actor.name)
    }
}
