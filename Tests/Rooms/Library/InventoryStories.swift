import Foundation
import Kernel
import Languages
import Library
import Storage
import Testing
import Town

/// The inventory book: each copy has its number, and no number is missing.
@Suite struct InventoryStories {
    @Test func `copies are taken in one after the other, change their state, and leave by a decision`() async throws {
        let town = try await Town(), id = try await town.shelves(copies: 0)
        let page = "/staff/library/\(id)"
        for other in [town.ana, town.goran] { #expect(try await other.opens(page).status == 404) }
        try await town.vesna.opens(page)
        let taken = try await town.vesna.sends(
            "\(page)/copies", ["count": "3", "shelf": "51", "origin": "bought", "price": "1.250,50", "source": "град", "acquired": "1.3.2020."])
        #expect(taken.shows(town.say(T.library.saidTaken(count: 3))))
        #expect(try await town.numbers() == [1, 2, 3])
        #expect(try await town.value("SELECT price FROM copy WHERE number = 2", as: Int.self) == 125_050)
        let label = try #require(try await town.value("SELECT label FROM copy WHERE number = 2", as: String.self))
        #expect(LibraryCode(typed: label)?.number == 2)
        for (field, value) in [("price", "много"), ("acquired", "1.3.2120."), ("count", "0"), ("origin", "found"), ("label", "Ћ1")] {
            try await town.vesna.opens(page)
            func typed(_ name: String, _ usual: String) -> String { field == name ? value : usual }
            let refused = try await town.vesna.sends("\(page)/copies", [
                "count": typed("count", "1"), "origin": typed("origin", "bought"), "acquired": typed("acquired", "1.3.2020."), "price": typed("price", ""),
                "label": typed("label", ""),
            ])
            #expect(refused.status == 422, "\(field)")
        }
        try await town.vesna.opens(page)
        let both = try await town.vesna.sends("\(page)/copies", ["count": "2", "origin": "bought", "acquired": "1.3.2020.", "label": "B-1"])
        #expect(both.status == 422, "one label stands on one copy")
        #expect(try await town.numbers() == [1, 2, 3])

        // A scanned label leads to its copy.
        let copy = try await town.vesna.opens("/staff/library?q=\(label)")
        #expect(copy.shows(town.say(T.library.copyNumber(number: 2))))
        let second = try #require(try await town.value("SELECT id FROM copy WHERE number = 2", as: Copy.ID.self))
        try await town.vesna.sends("/staff/library/copies/\(second)/state", ["state": "repair"])
        #expect(try await town.value("SELECT state FROM copy WHERE number = 2", as: String.self) == "repair")

        try await town.vesna.opens("/staff/library/write-off")
        let unknown = try await town.vesna.sends("/staff/library/write-off", ["copies": "\(label)\n999", "decision": "03-1/7", "day": "2.3.2020."])
        #expect(unknown.status == 422 && unknown.shows("999"))
        #expect(try await town.value("SELECT count(*) FROM copy WHERE state = 'off'", as: Int.self) == 0, "nothing of a list that is wrong")
        try await town.vesna.opens("/staff/library/write-off")
        #expect(try await town.vesna.sends("/staff/library/write-off", ["copies": label, "decision": "03-1/7", "day": "28.2.2020."]).status == 422, "it came later")
        try await town.vesna.opens("/staff/library/write-off")
        #expect(try await town.vesna.sends("/staff/library/write-off", ["copies": "\(label)\n3", "decision": "03-1/7", "day": "2.3.2020."])
            .shows(town.say(T.library.saidOff(count: 2))))
        #expect(try await town.numbers() == [1, 2, 3], "their numbers stay in the book")
        let centre = town.centre
        let again = await #expect(throws: Problem.self) { try await town.vesna.does { try CopyStore.stand(.shelf, second, at: centre, in: $0) } }
        #expect(again?.kind == .conflict)
        #expect(try await town.vesna.opens("/staff/library/figures?year=2020").shows("3.751,50"))
    }

    @Test func `whatever is taken in and taken back, the book has no gap`() async throws {
        let town = try await Town(), centre = town.centre, title = try await town.shelves(copies: 0)
        var dice = SystemRandomNumberGenerator()
        var held: [Copy.ID] = []
        for _ in 0..<12 {
            let count = Int.random(in: 1...4, using: &dice)
            held += try await town.vesna.does { act in
                try CopyStore.takeIn(Array(repeating: CopyDraft(acquired: Zone.utc.day(of: act.now)), count: count), of: title, at: centre, in: act)
            }
            if Bool.random(using: &dice), held.count > 2 {
                // A label that stands already takes back the whole act.
                let taken = await #expect(throws: Problem.self) {
                    try await town.vesna.does { act in
                        var draft = CopyDraft(acquired: Zone.utc.day(of: act.now))
                        draft.label = "SAME"
                        _ = try CopyStore.takeIn([draft, draft], of: title, at: centre, in: act)
                    }
                }
                #expect(taken?.fault(at: "label") != nil)
            }
            let numbers = try await town.numbers()
            #expect(numbers == Array(1...numbers.count))
            #expect(try await town.lastNumber == numbers.count)
        }
    }

    @Test func `two who take in at once get numbers of their own`() async throws {
        let town = try await Town(), centre = town.centre, title = try await town.shelves(copies: 0)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    _ = try await town.vesna.does { act in
                        try CopyStore.takeIn(Array(repeating: CopyDraft(acquired: Zone.utc.day(of: act.now)), count: 2), of: title, at: centre, in: act)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await town.numbers() == Array(1...12))
    }
}
