import Accounts
import Centres
import Events
import Foundation
import HTTPTypes
import Kernel
import Registration
import Sheets
import Site
import Storage
import Testing
import Town
import Web

/// What somebody typed is text wherever it is exported: no spreadsheet runs it.
@Suite struct FormulaStories {
    private static let link = "=HYPERLINK(\"http://x.example\",\"овде\")"

    /// Every table that the pages give, of a centre where everything is called by a formula.
    private func tables(_ town: Town, in folder: URL) async throws -> [String] {
        var written: [String] = []
        for route in Routes(Rooms.all).all where route.method == .get {
            let path = "/sr" + route.path.split(separator: "/", omittingEmptySubsequences: false).map { $0.hasPrefix(":") ? "1" : String($0) }.joined(separator: "/")
            for format in ["csv", "xlsx"] {
                let page = try await town.vesna.browser.send(.get, "\(path)?format=\(format)")
                let kind = page.headers[.contentType] ?? ""
                guard page.status == 200, ["text/csv", "spreadsheetml", "opendocument.spreadsheet", "application/zip"].contains(where: kind.contains) else { continue }
                let file = folder.appending(path: "\(written.count)-\(route.path.split(separator: "/").last ?? "")")
                try Data(page.bytes).write(to: file)
                written.append(file.path)
            }
        }
        return written
    }

    @Test func `a formula in people's data stays text in every table of every page`() async throws {
        let valley = try await Valley()
        let town = valley.town
        try await town.imports("schools", Valley.schools)
        let shelf = try await Shelf.fill(town)
        let event = try await town.seminar()
        let (school, centre, vesna) = (try #require(try await town.school("11")).id, town.centre, town.vesna.id)
        for person in [town.ana, town.branko] {
            try await person.works(at: school, as: "-2+3")
            _ = try await person.applies(to: event, payer: .school, school: school)
        }
        try await town.change(event) { $0.programme = shelf.stories }
        try await town.imports("certificates", "Број;Име и презиме;Установа;Назив;Датум издавања\n"
            + "1/2014;\"\(Self.link.replacing("\"", with: "\"\""))\";@SUM(A1);+381-1;15.3.2014.\n")
        try await town.does { act in
            try PersonStore.grant(Grant(.administrator), to: vesna, in: act)
            try PersonStore.grant(Grant(.director, centre: centre), to: vesna, in: act)
            try act.db.run("UPDATE person SET given_name = \(Self.link), family_name = '@SUM(A1)', occupation = '-2+3', phone = '+1-1'")
            try act.db.run("UPDATE school SET name = \(Self.link), place = '@SUM(A1)', address = '+1+1', phone = '-1-1'")
            try act.db.run("UPDATE registration SET note = \(Self.link), remark = '@SUM(A1)', phone = '=1+1', job = '=2+2'")
            try act.db.run("UPDATE programme SET title = \(Self.link), institution = '@SUM(A1)', goal = \("\u{9}=1+1"), topics = '-1-1'")
            try act.db.run("UPDATE event_session SET place = \(Self.link), title = '+1+1'")
            try act.db.run("UPDATE municipality SET name = '=' || name")
        }
        try await town.vesna.enters(withFactor: true)
        let folder = FileManager.default.temporaryDirectory.appending(path: "formulas-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let tables = try await tables(town, in: folder)
        for name in ["list.xlsx", "report.xlsx", "register.xlsx", "programmes.xlsx", "export"] {
            #expect(tables.contains { $0.hasSuffix(name) }, "\(name) is not among \(tables)")
        }
        #expect(try Judge("formulas.py", tables).said == "")

        // The judge sees one where there is one.
        let wrong = folder.appending(path: "wrong.csv")
        try Data("Име;Телефон\n\(Self.link);+381 64\n".utf8).write(to: wrong)
        #expect(try Judge("formulas.py", [wrong.path]).said.contains("HYPERLINK"))
    }
}
