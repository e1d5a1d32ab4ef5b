@testable import Certificates
import Foundation
import Kernel
import Languages
import Testing
import Town

/// What is wrong is told on top of the page and leads to the field that it is about; what was typed stays.
@Suite struct RefusalStories {
    @Test func `on pages with several forms each refusal leads to its own field`() async throws {
        let town = try await Town()
        let scene = try await Certified(town, [town.ana, town.branko], isMarked: false)
        try await scene.marks([scene.registrations[0]])
        let issued = try #require(try await scene.issues().first)
        try await scene.marks([scene.registrations[1]])
        let draft = try await scene.own(town.branko, in: try await scene.prepares())
        let director = scene.director
        try await director.becomes(.administrator)

        try await director.opens("/staff/certificates/\(issued.id)")
        #expect(try await refused(director, "/void", ["reason": ""]) == ["reason"])
        #expect(try await refused(director, "/correct", ["name": " ", "why": ""]) == ["name", "why"])
        #expect(try await refused(director, "/correct", ["name": "Ана Савић", "why": ""]) == ["why"])
        #expect(try director.browser.page.form("/correct")?.fields.contains { $0 == ("name", "Ана Савић") } == true, "what was typed stays")
        #expect(try await refused(director, "/erase", ["rule": ""]) == ["rule"])

        try await director.opens("/staff/certificates/\(draft.id)")
        #expect(try await refused(director, "/amend", ["name": "", "points": "99"]) == ["name", "points"])
        #expect(try await refused(director, "/amend", ["name": "Бранко", "points": "много"]) == ["points"])

        try await director.opens("/staff/batches/\(draft.batch?.value ?? 0)")
        #expect(try await refused(director, "/add", ["name": "", "part": "participant", "kind": "confirmation", "hours": "900"]) == ["name", "hours", "part"])
        #expect(try await refused(director, "/add", ["name": "Нико", "email": "nema@bistrik.example", "part": "mentor", "hours": ""]) == ["email"])

        try await director.opens("/settings/certificates")
        #expect(try await refused(director, "/format", ["format": "05"]) == ["format"])
        #expect(try await refused(director, "/deputies", ["email": "nema@bistrik.example"]) == ["first", "last", "email"])
        #expect(try await refused(director, "/retention", ["kept": "thanks", "since": "", "years": "сто"]) == ["since", "years"])
        let key = try #require(issued.key)
        #expect(try await refused(director, "/keys/\(key)/revoke", ["reason-\(key)": ""]) == ["reason-\(key)"])
        #expect(try await scene.numbers() == [1], "nothing was done")
    }

    /// Sends a form of the page that somebody looks at.
    /// - Returns: the fields to which the page that comes back leads.
    private func refused(
        _ someone: Someone, _ action: String, _ values: KeyValuePairs<String, String>, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> [String] {
        let page = try await someone.sends(action, values, sourceLocation: sourceLocation)
        #expect(page.status == 422, sourceLocation: sourceLocation)
        let ids = page.html.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
        #expect(ids.count == Set(ids).count, "two of one id on one page", sourceLocation: sourceLocation)
        let fields = page.html.matches(of: /href="#field-([^"]+)"/).map { String($0.1) }
        for field in fields { #expect(ids.contains("field-\(field)"), "\(field)", sourceLocation: sourceLocation) }
        return fields
    }
}
