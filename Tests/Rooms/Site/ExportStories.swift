import Accounts
import Centres
import Foundation
import HTTPTypes
import Kernel
import Registration
import Sheets
import Site
import Storage
import Testing
import Town

/// What one page writes any page reads.
@Suite struct ExportStories {
    /// As people paste them out of Word, mail and the web, and as nobody would.
    private static let odd = "вертикалнитаб\u{B}, знак\u{FFFF} који XML не сме, \u{2028}следећи ред, "
        + "\u{2029}ред пасус, \u{FEFF}ознака, _x000D_ као текст, =1+1, \"\u{301};"

    @Test func `the people of an event are a list that the import of people takes`() async throws {
        let town = try await Valley().town
        try await town.imports("schools", Valley.schools)
        let event = try await town.seminar()
        let school = try #require(try await town.school("13"))
        _ = try await town.ana.applies(to: event, school: school.id)
        try await town.vesna.opens("/staff/events/\(event)/add")
        try await town.vesna.sends("/add", ["given_name": "Нада", "family_name": "Прва", "email": "nada@bistrik.example", "phone": "025/111-222", "payer": "self",
            "note": Self.odd])
        let registration = try #require(try await town.registrations(for: event).last)
        try await town.does { try $0.db.run("UPDATE registration SET remark = \(Self.odd + String(repeating: "я", count: 700)) WHERE id = \(registration.id)") }

        let list = try await town.vesna.browser.send(.get, "/sr/staff/events/\(event)/list.xlsx")
        let table = try Table.read(list.bytes)
        #expect(table.rows.count == 2 && table.rows.contains { row in row.cells.contains { $0.text.hasPrefix("вертикалнитаб") } })
        let lines = try await Importing("people", file: "list.xlsx", bytes: list.bytes, isTrial: false, records: town.app.records).lines
        #expect(lines.last?.hasSuffix("refused 0") == true, "\(lines)")
        #expect(try await town.count("person WHERE email = 'nada@bistrik.example'") == 1)
    }

    @Test func `the list of schools is one that the import of schools takes, in every language`() async throws {
        let town = try await Valley().town
        try await town.imports("schools", Valley.schools)
        for language in ["sr", "sr-Latn", "lt", "en"] {
            for format in ["csv", "xlsx"] {
                let file = try await town.vesna.browser.send(.get, "/\(language)/schools/export?format=\(format)")
                let lines = try await Importing("schools", file: "list.\(format)", bytes: file.bytes, isTrial: true, records: town.app.records).lines
                #expect(lines.last == "added 0, changed 0, unchanged 3, refused 0", "\(language) \(format): \(lines)")
            }
        }
    }

    @Test func `whatever was typed, every sheet is one that can be read`() async throws {
        let town = try await Town()
        let event = try await town.seminar()
        let registration = try await town.ana.applies(to: event)
        try await town.does { act in
            try act.db.run("UPDATE registration SET note = \(Self.odd), remark = \(String(repeating: Self.odd, count: 5)) WHERE id = \(registration.id)")
            try act.db.run("UPDATE person SET family_name = \(String(Self.odd.prefix(60)))")
        }
        for sheet in ["list.xlsx", "report.xlsx"] {
            let file = try await town.vesna.browser.send(.get, "/sr/staff/events/\(event)/\(sheet)")
            #expect(file.status == 200 && (try? Table.read(file.bytes)) != nil, "\(sheet): \(file.status)")
        }
    }
}
