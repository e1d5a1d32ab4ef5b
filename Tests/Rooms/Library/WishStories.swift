@testable import Accounts
import Foundation
import HTTPTypes
import Kernel
import Languages
import Library
import Storage
import Testing
import Town

/// Titles that readers wish for.
@Suite struct WishStories {
    @Test func `a reader proposes, the centre decides, and the reader is told`() async throws {
        let town = try await Town()
        #expect(try await town.stranger.send(.get, "/sr/library/wishes").status != 200)
        try await town.ana.opens("/library/wishes")
        #expect(try await town.ana.sends("/library/wishes", ["title": "", "isbn": "12"]).status == 422)
        try await town.ana.opens("/library/wishes")
        #expect(try await town.ana.sends("/library/wishes", ["title": "Геометрија у покрету", "reason": "за седми разред"]).shows(town.say(T.library.wishThanks)))
        #expect(try await town.ana.opens("/me").shows("Геометрија у покрету"))
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.library.todayWishes(count: 1))))
        let id = try #require(try await town.value("SELECT id FROM title_wish", as: TitleWish.ID.self))
        let desk = try await town.vesna.opens("/staff/library/wishes")
        #expect(desk.shows("за седми разред"))
        #expect(try await town.vesna.sends("/staff/library/wishes/\(id)", ["state": "declined"]).status == 422, "a refusal says why")
        try await town.vesna.opens("/staff/library/wishes")
        try await town.vesna.sends("/staff/library/wishes/\(id)", ["state": "ordered", "answer": "Стиже у марту."])
        try await town.settles()
        let letter = try #require(town.mail.to(town.ana.email).last)
        #expect(letter.plain.contains("Геометрија у покрету") && letter.plain.contains("Стиже у марту."))
        let title = try await town.shelves("Геометрија у покрету")
        try await town.vesna.opens("/staff/library/wishes")
        try await town.vesna.sends("/staff/library/wishes/\(id)", ["state": "here", "known": "\(title)"])
        #expect(try await town.ana.opens("/library/wishes").link("Геометрија у покрету")?.hasSuffix("/library/\(title)") == true)
        let centre = town.centre
        let late = await #expect(throws: Problem.self) { try await town.vesna.does { try WishStore.answer(WishAnswer(.declined, "не"), to: id, at: centre, in: $0) } }
        #expect(late?.kind == .conflict)
        #expect(try await town.goran.opens("/staff/library/wishes").status == 404)
    }

    @Test func `what somebody wished is told to them, and goes with the account`() async throws {
        let town = try await Town(), centre = town.centre, person = town.ana.id
        try await town.ana.does { try WishStore.wish(WishDraft("Тајна", reason: "лично"), at: centre, in: $0) }
        let held = try await town.finds { act in try act.ask(HeldAsked(person: person)).flatMap { $0.all["title_wish"] ?? [] } }
        #expect("\(held)".contains("лично"))
        try await town.does { try $0.state(PersonErased(person: person)) }
        #expect(try await town.value("SELECT count(*) FROM title_wish WHERE person IS NULL AND reason = ''", as: Int.self) == 1)
    }
}
