import Accounts
import Centres
import Events
import Kernel
import Languages
import Planning
@testable import Reports
import Schools
import Site
import Storage
import Testing
import Town
import Web

/// What leaves the house tells of nobody: not alone, and not beside another report.
@Suite struct ReportHidingStories {
    @Test func `a school of three is not told, nor is the one that would give it away`() async throws {
        let town = try await Town(), crowd = try await town.crowd(of: 40)
        let (big, small, middle) = (try await town.workplace("ОШ „Велика“"), try await town.workplace("ОШ „Мала“"), try await town.workplace("ОШ „Средња“"))
        try await town.held([Told("Приче које лече", big, 0..<20), Told("Дигитална учионица", small, 20..<23), Told("Игра", middle, 30..<38)], of: crowd)
        let id = try await town.report(.founder), table = try await town.folder(id).table(.schools)
        #expect(table.shown.map(\.name) == ["ОШ „Велика“"] && table.hiddenCount == 2 && table.sum?[.persons] == 31)
        #expect(table.rests.first?.values[.persons] == 11)
        let page = try await town.vesna.opens("/staff/reports/\(id)")
        #expect(page.shows("ОШ „Велика“") && !page.shows("ОШ „Мала“") && !page.shows("ОШ „Средња“"))
        #expect(page.shows(town.say(T.reports.hiddenLines(count: 2))))
        // The centre's own people open the numbers all the same.
        #expect(try await town.vesna.opens("/staff/reports/\(id)/figures/persons").shows("Дигитална учионица"))
    }

    @Test func `a second report takes over what fewer than five people would change`() async throws {
        let town = try await Town(), school = try await town.workplace("ОШ „Бистрик“"), crowd = try await town.crowd(of: 30)
        try await town.held([Told("Приче које лече", school, 0..<12)], of: crowd)
        for kind in [.annual, .founder] as [ReportKind] { try await town.signs(try await town.report(kind)) }
        // Two more come: whoever had both reports would learn of the two.
        try await town.held([Told("Дигитална учионица", school, 12..<14)], of: crowd)
        let second = try await town.report(.founder)
        let folder = try await town.folder(second)
        #expect(folder.figure(.participations)?.values[.now] == 12 && folder.table(.places).sum?[.persons] == 12)
        #expect(folder.table(.schools).shown.first?.values[.persons] == 12)
        #expect(folder.table(.jobs).sum?[.persons] == 12 && folder.table(.use).sum?[.persons] == 12)
        // Six more: now it tells of all of them.
        try await town.held([Told("Игра", school, 14..<20)], of: crowd)
        let centre = town.centre
        try await town.vesna.does { try ReportStore.reckon(second, at: centre, in: $0) }
        let anew = try await town.folder(second)
        #expect(anew.figure(.participations)?.values[.now] == 20 && anew.table(.use).sum?[.persons] == 20)
    }

    /// Three schools in a place of their own each, with twelve, eight and three people who came.
    private static func spread(_ town: Town) async throws -> (big: Municipality.ID?, middle: Municipality.ID?) {
        let crowd = try await town.crowd(of: 23)
        let big: School.ID = try await town.school("ОШ „Велика“"), middle: School.ID = try await town.school("ОШ „Средња“")
        let small: School.ID = try await town.school("ОШ „Мала“")
        try await town.held([Told("Приче које лече", big, 0..<12), Told("Игра", middle, 12..<20), Told("Дигитална учионица", small, 20..<23)], of: crowd)
        return (try await town.place(of: big), try await town.place(of: middle))
    }

    @Test func `a report of one municipality does not tell what that of all hides`() async throws {
        let town = try await Town(), places = try await Self.spread(town)
        let annual = try await town.report(.annual), hidden = try await town.folder(annual).table(.places)
        #expect(hidden.hiddenCount == 2 && hidden.sum?[.persons] == 23)
        try await town.signs(annual)
        let cover = try await town.folder(try await town.report(.founder, in: places.middle))
        for part in [.places, .schools, .jobs, .use] as [ReportPart] { #expect(cover.table(part).isHeldBack, "\(part)") }
        #expect(cover.figure(.participations)?.isHidden == true && cover.figure(.persons)?.isHidden == true)
        // What stands by itself in the one is told in the other too.
        let shown = try await town.folder(try await town.report(.founder, in: places.big))
        #expect(shown.table(.places).sum?[.persons] == 12 && shown.figure(.participations)?.isHidden == false)
    }

    @Test func `a municipality that was told by itself covers no other`() async throws {
        let town = try await Town(), places = try await Self.spread(town), centre = town.centre
        try await town.signs(try await town.report(.founder, in: places.middle))
        let annual = try await town.report(.annual), folder = try await town.folder(annual)
        #expect(folder.table(.places).hiddenCount == 3 && folder.table(.places).sum?[.persons] == 23)
        try await town.signs(try await town.report(.founder, in: places.big))
        try await town.vesna.does { try ReportStore.reckon(annual, at: centre, in: $0) }
        let held = try await town.folder(annual)
        for part in [.programmes, .places, .schools, .jobs] as [ReportPart] { #expect(held.table(part).isHeldBack, "\(part)") }
        #expect(held.figure(.participations)?.isHidden == true, "all less the two that were told are the three")
    }

    @Test func `monitoring is held against what was told of all municipalities`() async throws {
        let town = try await Town(), places = try await Self.spread(town), centre = town.centre
        try await town.does { try $0.db.run("UPDATE centre SET country = \(Country.lithuania) WHERE id = \(centre)") }
        let all = try await town.report(.monitoring), hidden = try await town.folder(all).table(.places)
        #expect(hidden.hiddenCount == 2 && hidden.sum?[.persons] == 23)
        try await town.signs(all)
        let cover = try await town.folder(try await town.report(.monitoring, in: places.middle))
        for part in [.places, .schools, .use] as [ReportPart] { #expect(cover.table(part).isHeldBack, "\(part)") }
        #expect(cover.figure(.participations)?.isHidden == true)
    }

    @Test func `three who work at two schools are no cover for each other`() async throws {
        let town = try await Town(), crowd = try await town.crowd(of: 30)
        let (big, one, two, other) = (
            try await town.workplace("ОШ „Велика“"), try await town.workplace("ОШ „Прва“"), try await town.workplace("ОШ „Друга“"),
            try await town.workplace("ОШ „Трећа“"))
        try await town.held([
            Told("Приче које лече", big, 0..<12), Told("Игра", one, 20..<23), Told("Дигитална учионица", two, 20..<23), Told("Читање", other, 23..<30),
        ], of: crowd)
        let schools = try await town.folder(try await town.report(.annual)).table(.schools)
        #expect(schools.shown.map(\.name) == ["ОШ „Велика“"] && schools.hiddenCount == 3 && schools.rests.first?.values[.persons] == 10)
    }

    @Test func `a report that was reckoned before another was signed is reckoned again`() async throws {
        let town = try await Town(), school = try await town.workplace(), crowd = try await town.crowd(of: 8)
        try await town.held([Told("Приче које лече", school, 0..<8)], of: crowd)
        let first = try await town.report(.annual), second = try await town.report(.founder)
        try await town.signs(first)
        try await town.vesna.opens("/staff/reports/\(second)")
        #expect(try await town.vesna.sends("/staff/reports/\(second)/sign").shows(town.say(T.reports.errorOvertaken)))
        try await town.vesna.opens("/staff/reports/\(second)")
        try await town.vesna.sends("/staff/reports/\(second)/reckon")
        #expect(try await town.vesna.sends("/staff/reports/\(second)/sign").shows(town.say(T.reports.saidSigned)))
    }

    @Test func `heads are told what is recommended, once and after the signature`() async throws {
        let town = try await Town(), school = try await town.workplace("ОШ „Бистрик“"), crowd = try await town.crowd(of: 8)
        try await town.held([Told("Приче које лече", school, 0..<8)], of: crowd)
        try await town.milena.looksAfter(school, as: .head)
        let id = try await town.report(.founder), path = "/staff/reports/\(id)/advice", address = town.milena.email
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends(path, ["school": "\(school)", "text": ""]).status == 422)
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends(path, ["school": "\(school)", "text": "Пошаљите и стручне сараднике."]).shows("Пошаљите и стручне сараднике."))
        let before = try await town.letters(to: address), centre = town.centre
        await #expect(throws: Problem.self) { try await town.vesna.does { try ReportAdviceStore.send(id, at: centre, in: $0) } }
        try await town.signs(id)
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends("\(path)/send").shows(town.say(T.reports.saidAdviceSent(count: 1))))
        try await town.vesna.does { try ReportAdviceStore.send(id, at: centre, in: $0) }
        #expect(try await town.letters(to: address) == before + 1, "nobody gets it twice")
        #expect(try await town.letter(to: address)?.text.contains("Пошаљите и стручне сараднике.") ?? false)
        let annual = try await town.report(.annual)
        #expect(try await town.vesna.opens("/staff/reports/\(annual)/advice").status == 404)
    }
}
