import Accounts
import Centres
import Events
import Foundation
import Kernel
import Languages
import Library
import Loans
import Registration
@testable import Reports
import Site
import Storage
import Testing
import Town
import Web

/// Reports that open from their first number down to the people behind it.
@Suite struct ReportStories {
    @Test func `a report is begun, and each number opens to events and to people`() async throws {
        let town = try await Town(), school = try await town.workplace("ОШ „Бистрик“"), crowd = try await town.crowd(of: 8)
        let events = try await town.held([Told("Приче које лече", school, 0..<8), Told("Дигитална учионица", school, 2..<8)], of: crowd)
        try await town.vesna.opens("/staff/reports")
        let made = try await town.vesna.sends("/staff/reports", ["kind": "annual", "year": "calendar-\(town.today.year)"])
        #expect(made.shows(town.say(T.reports.saidMade)) && made.shows("ОШ „Бистрик“") && made.shows("Приче које лече"))
        let folder = try await town.folder(Report.ID(1))
        let told: [(ReportFigure, Int)] = [(.events, 2), (.persons, 8), (.participations, 14), (.hours, 14 * 6), (.schools, 1), (.municipalities, 1)]
        for (figure, number) in told { #expect(folder.figure(figure)?.values[.now] == number, "\(figure)") }
        let opened = try await town.vesna.opens("/staff/reports/1/figures/participations")
        #expect(opened.shows("Приче које лече") && opened.shows("Дигитална учионица") && !opened.shows(town.say(T.reports.isOther)))
        let rows = try await town.vesna.opens("/staff/reports/1/people?event=\(events[1])")
        #expect(rows.shows("Полазник 2") && rows.shows("360") && !rows.shows("Полазник 1 "))
        try await town.vesna.opens("/staff/reports/1/people?event=\(events[1])")
        #expect(try await town.journal("report", 1) == ["reports.deedMade", "reports.deedLooked"], "a look is written down, once a day")
        #expect(try await town.vesna.opens("/staff/reports/1/figures/gold").status == 404)
        #expect(try await town.vesna.opens("/staff/reports/1/people?event=9999").status == 404)
    }

    @Test func `nobody outside the centre reads a report, and only the director signs`() async throws {
        let town = try await Town(), school = try await town.workplace(), crowd = try await town.crowd(of: 6)
        try await town.held([Told("Приче које лече", school, 0..<6)], of: crowd)
        let id = try await town.report()
        try await town.ana.enters()
        for path in ["", "/1", "/1/words", "/1/difference", "/1/figures/persons", "/1/report.pdf", "/1/rows.xlsx", "/rules"] {
            #expect(try await town.ana.opens("/staff/reports\(path)").status == 404, "\(path)")
        }
        let centre = town.centre
        await #expect(throws: Problem.self) { try await town.ana.does { try ReportStore.sign(id, at: centre, in: $0) } }
        await #expect(throws: Problem.self) { try await town.ana.does { try ReportStore.folder(id, at: centre, in: $0) } }
    }

    @Test func `wrong wishes come back with what was wrong`() async throws {
        let town = try await Town()
        try await town.vesna.enters(withFactor: true)
        for values in [["kind": "злато"], ["year": "calendar-1066"], ["year": "школа"], ["year": "calendar-2190"], ["kind": "monitoring"], ["place": "-1"]] {
            try await town.vesna.opens("/staff/reports")
            let form = try #require(try town.vesna.browser.page.form("/staff/reports"))
            var fields = ["kind": "annual", "year": "calendar-\(town.today.year)", "place": ""]
            fields.merge(values) { $1 }
            let sent = Page.Form(action: form.action, fields: form.fields.filter { fields[$0.name] == nil } + fields.map { ($0.key, $0.value) })
            #expect(try await town.vesna.browser.post(sent).status == 422, "\(values)")
        }
        #expect(try await town.count("report") == 0)
        // Of an empty year there is a report too; begun twice it is one.
        let id = try await town.report()
        #expect(try await town.report() == id)
        #expect(try await town.vesna.opens("/staff/reports/\(id)").shows(town.say(T.reports.nothing)))
    }

    @Test func `what is signed is frozen, has its number, and can only be withdrawn`() async throws {
        let town = try await Town(), school = try await town.workplace(), crowd = try await town.crowd(of: 7)
        try await town.held([Told("Приче које лече", school, 0..<7)], of: crowd)
        let id = try await town.report(), path = "/staff/reports/\(id)"
        try await town.vesna.opens("\(path)/words")
        #expect(try await town.vesna.sends("\(path)/words", ["text-summary": "Добра година.\nИ мирна."]).shows("И мирна."))
        try await town.vesna.opens(path)
        let signed = try await town.vesna.sends("\(path)/sign")
        #expect(signed.shows(town.say(T.reports.saidSigned)) && signed.shows("Добра година."))
        let report = try await town.folder(id).report
        #expect(report.state == .signed && !report.number.isEmpty)
        #expect(try await town.count("registry_entry WHERE paper_kind = 'report' AND paper_row = \(id.value)") == 1)
        #expect(signed.form("\(path)/reckon") == nil && signed.form("\(path)/discard") == nil)
        let centre = town.centre
        await #expect(throws: Problem.self) { try await town.vesna.does { try ReportStore.reckon(id, at: centre, in: $0) } }
        await #expect(throws: Problem.self) { try await town.vesna.does { try ReportStore.write([.summary: "другачије"], of: id, at: centre, in: $0) } }
        await #expect(throws: Problem.self) { try await town.vesna.does { try ReportStore.discard(id, at: centre, in: $0) } }
        #expect(try await town.vesna.opens("\(path)/words").status == 404)
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends("\(path)/withdraw", ["reason": ""]).status == 422)
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends("\(path)/withdraw", ["reason": "Погрешна година."]).shows("Погрешна година."))
        #expect(try await town.figure(.persons, of: id) == 7, "what it told stays")
    }

    @Test func `a person at two schools counts in both, and once in the sum`() async throws {
        let town = try await Town(), one = try await town.workplace("ОШ „Прва“"), two = try await town.workplace("ОШ „Друга“")
        let crowd = try await town.crowd(of: 10)
        try await town.held([Told("Приче које лече", one, 0..<10), Told("Дигитална учионица", two, 0..<10)], of: crowd)
        let folder = try await town.folder(try await town.report()), schools = folder.table(.schools)
        #expect(schools.shown.map { $0.values[.persons] } == [10, 10] && schools.sum?[.persons] == 10 && schools.sum?[.participations] == 20)
        #expect(folder.table(.jobs).shown.map(\.name) == ["наставник"])
    }

    @Test func `how many borrowed is not told of a few, nor where it is no longer known who had something`() async throws {
        let town = try await Town(), centre = town.centre, today = town.today
        let people = [town.ana, town.branko, town.milena, town.ruta, town.goran].map(\.id)
        let (copies, borrowers) = try await town.does { act in
            let title = try TitleStore.add(TitleDraft("Прича о разломцима", .book), at: centre, in: act)
            let copies = try CopyStore.takeIn(people.map { _ in CopyDraft(acquired: today) }, of: title, at: centre, in: act)
            return (copies, try people.map { try BorrowerStore.own(makingFor: $0, at: centre, in: act) })
        }
        let lent = Array(zip(copies, borrowers))
        for (copy, borrower) in lent.prefix(4) { _ = try await town.vesna.does { try LendStore.lend(copy, to: borrower, at: centre, in: $0) } }
        let id = try await town.report(), few = try await town.folder(id).table(.library)
        #expect(few.sum?[.loans] == 4 && few.sum?[.borrowers] == nil && few.lines.first?.values[.borrowers] == nil)
        for (copy, borrower) in lent.suffix(1) { _ = try await town.vesna.does { try LendStore.lend(copy, to: borrower, at: centre, in: $0) } }
        try await town.vesna.does { try ReportStore.reckon(id, at: centre, in: $0) }
        let five = try await town.folder(id).table(.library)
        #expect(five.sum?[.loans] == 5 && five.sum?[.borrowers] == 5 && five.lines.first?.values[.borrowers] == 5)
        // Long after it came back nobody knows who had it.
        try await town.does { act in
            try act.db.run("UPDATE loan SET state = 'back', back_at = \(act.now), borrower = NULL WHERE id = (SELECT min(id) FROM loan)")
        }
        try await town.vesna.does { try ReportStore.reckon(id, at: centre, in: $0) }
        let old = try await town.folder(id).table(.library)
        #expect(old.sum?[.loans] == 5 && old.sum?[.borrowers] == nil && old.lines.first?.values[.borrowers] == nil)
    }

    @Test func `papers and workbooks say what the page says`() async throws {
        let town = try await Town(), school = try await town.workplace("ОШ „Бистрик“"), crowd = try await town.crowd(of: 9)
        try await town.held([Told("Приче које лече", school, 0..<9), Told("Дигитална учионица", school, 0..<5)], of: crowd)
        let id = try await town.report(), folder = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var files: [String] = []
        for name in ["report.xlsx", "rows.xlsx"] {
            let page = try await town.vesna.opens("/staff/reports/\(id)/\(name)"), file = folder.appending(path: name)
            #expect(page.status == 200 && page.bytes.starts(with: [0x50, 0x4b]), "\(name)")
            try Data(page.bytes).write(to: file)
            files.append(file.path)
        }
        // Counted again from the rows by a program that is not ours.
        #expect(try Judge("reported.py", files).said == "2 9 14 84\n")
    }
}
