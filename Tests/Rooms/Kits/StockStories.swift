@testable import Kits
import HTTPTypes
import Kernel
import Languages
import Library
import Loans
import Site
import Storage
import Testing
import Town
import Web

/// A shelf is counted, and what the resource centre prints can be read.
@Suite struct StockStories {
    @Test func `a shelf is scanned, left, gone on with and closed`() async throws {
        let town = try await Town(), shelf = try await town.book("Учионица која пита", copies: 3, shelf: "А-1"), other = try await town.book("Читанка", shelf: "Б-2")
        let centre = town.centre
        try await town.vesna.opens("/staff/stock")
        #expect(try await town.vesna.sends("/staff/stock", ["shelf": "Нема је"]).status == 422)
        try await town.vesna.opens("/staff/stock")
        #expect(try await town.vesna.sends("/staff/stock", ["shelf": "А-1"]).shows(town.say(T.kits.saidBegun)))
        try await town.vesna.opens("/staff/stock")
        #expect(try await town.vesna.sends("/staff/stock", ["shelf": "А-1"]).shows(town.say(T.kits.errorUnderway)))
        let take = try #require(try await town.value("SELECT id FROM stock_take", as: StockTake.ID.self)), path = "/staff/stock/\(take)"
        func scans(_ label: String) async throws -> Page {
            try await town.vesna.opens(path)
            return try await town.vesna.sends("\(path)/scan", ["label": label])
        }
        let labels = [try await town.label(shelf[0]), try await town.label(shelf[1]), try await town.label(other[0])]
        let first = try await scans(labels[0])
        #expect(first.shows(town.say(T.kits.saidVerdict(verdict: .phrase(T.kits.stockFound)))) && first.html.contains("autofocus"))
        #expect(try await scans(labels[0]).shows(town.say(T.kits.saidAgain)), "twice in a second counts once")
        #expect(try await town.count("stock_scan") == 1, "twice in a second counts once")
        #expect(try await scans(labels[2]).shows(town.say(T.kits.saidVerdict(verdict: .phrase(T.kits.stockMisplaced)))))
        #expect(try await scans("987654321098").shows(town.say(T.kits.saidUnknown)))
        #expect(try await scans("").status == 422)
        // It goes on another day, by another hand.
        town.clock.passes(days: 1)
        try await town.vesna.enters(withFactor: true)
        _ = try await scans(labels[1])
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends("\(path)/undo").shows(town.say(T.kits.saidUndone)))
        #expect(try await town.count("stock_scan") == 3)
        _ = try await scans(labels[1] + "\n" + labels[0])
        let sheet = try await town.vesna.does { try StockStore.sheet(take, at: centre, in: $0) }
        #expect(sheet.expected == 3 && sheet.found == 2 && sheet.lines(.missing).map(\.copy.id) == [shelf[2]] && sheet.lines(.misplaced).map(\.copy.id) == [other[0]])
        #expect(sheet.unknown == ["987654321098"])
        try await town.vesna.opens(path)
        #expect(try await town.vesna.sends("\(path)/close", ["moves": "yes"]).shows(town.say(T.kits.saidClosed)))
        #expect(try await town.value("SELECT shelf FROM copy WHERE id = \(other[0])", as: String.self) == "А-1")
        #expect(try await town.vesna.opens(path).form("/scan") == nil)
        await #expect(throws: Problem.self) { try await town.vesna.does { try StockStore.scan(labels[0], in: take, at: centre, in: $0) } }
        let after = try await town.vesna.does { try StockStore.sheet(take, at: centre, in: $0) }
        #expect(after.expected == 3 && after.found == 2 && after.lines(.misplaced).count == 1, "what was found stays as it was")
        let report = try Printed.words(of: try await town.vesna.opens("\(path)/report.pdf").bytes)
        #expect(report.contains("Учионица која пита") && report.contains("987654321098") && report.contains("Читанка"))
        #expect(try await town.goran.opens(path).status == 404)
        #expect(try await town.goran.opens("/staff/prints").status == 404)
        await #expect(throws: Problem.self) { try await town.goran.does { try StockStore.begin(shelf: "", at: centre, in: $0) } }
    }

    @Test func `what somebody has is away, and what stands there though it is out is told`() async throws {
        let town = try await Town(), copies = try await town.book("Учионица која пита", copies: 3, shelf: "А-1"), centre = town.centre
        try await town.vesna.does { act in
            let borrower = try BorrowerStore.own(makingFor: town.ana.id, at: centre, in: act)
            for copy in copies.prefix(2) { _ = try LendStore.lend(copy, to: borrower, at: centre, in: act) }
        }
        let take = try await town.vesna.does { try StockStore.begin(shelf: "", at: centre, in: $0) }, label = try await town.label(copies[1])
        #expect(try await town.vesna.does { try StockStore.scan(label, in: take, at: centre, in: $0) } == .verdict(.surprising))
        let sheet = try await town.vesna.does { try StockStore.sheet(take, at: centre, in: $0) }
        #expect(sheet.expected == 1 && sheet.lines(.away).map(\.copy.id) == [copies[0]] && sheet.lines(.surprising).map(\.copy.id) == [copies[1]])
        // A label of another centre.
        let foreign = try #require(LibraryCode(.copy, of: .init(99), number: 4)).text
        #expect(try await town.vesna.does { try StockStore.scan(foreign, in: take, at: centre, in: $0) } == .unknown)
    }

    @Test func `labels, cards, a slip, the book of a year and what was written off are printed`() async throws {
        let town = try await Town(), copies = try await town.book("Учионица која пита", copies: 3, shelf: "А-1"), centre = town.centre, today = town.today
        try await town.vesna.does { try CopyStore.writeOff([copies[2]], WriteOff(today, by: "12/2026"), at: centre, in: $0) }
        let borrower = try await town.vesna.does { act in
            let id = try BorrowerStore.own(makingFor: town.ana.id, at: centre, in: act)
            _ = try LendStore.lend(copies[0], to: id, at: centre, in: act)
            return id
        }
        func prints(_ path: String) async throws -> String {
            let page = try await town.vesna.opens("/staff/prints/\(path)")
            try #require(page.status == 200 && page.headers[.contentType] == "application/pdf", "\(path): \(page.status) \(page.text.prefix(300))")
            return try Printed.words(of: page.bytes)
        }
        #expect(try await town.vesna.opens("/staff/prints").shows(town.say(T.kits.labelSheet)))
        for sheet in LabelSheet.all.indices {
            let words = try await prints("labels.pdf?from=1&to=9&sheet=\(sheet)&skip=5&code=\(sheet == 4 ? "square" : "bars")")
            #expect(words.contains("Учионица"), "\(sheet)")
        }
        let card = try #require(try await town.value("SELECT card FROM borrower", as: String.self))
        #expect(try await prints("cards.pdf?last=5").contains(CodeLabel.grouped(card)))
        #expect(try await prints("cards.pdf?borrower=\(borrower)").contains("Ана Ђорђевић"))
        let own = try await town.vesna.opens("/staff/borrowers/\(borrower)"), desk = try await town.vesna.opens("/staff/library")
        #expect(own.link("Штампај карту") == "/sr/staff/prints/cards.pdf?borrower=\(borrower)", "the card of a borrower leads to what is printed for them")
        #expect(own.link("Штампај шта је позајмљено") == "/sr/staff/prints/slip.pdf?borrower=\(borrower)" && desk.link("Штампа") == "/sr/staff/prints")
        let slip = try await prints("slip.pdf?borrower=\(borrower)")
        #expect(slip.contains("Учионица која пита") && slip.contains("Ана Ђорђевић"))
        let book = try await prints("book.pdf?year=2026")
        #expect(book.contains("Ђорђевић, Ана") && book.contains("12/2026") && book.contains("1.200"))
        #expect(try await prints("write-offs.pdf?year=2026").contains("12/2026"))
        #expect(try await !prints("book.pdf?year=2020").contains("Ђорђевић"))
        for wrong in ["labels.pdf?from=0&sheet=0", "labels.pdf?from=7&to=2&sheet=0", "labels.pdf?from=1&sheet=99", "labels.pdf?from=500&sheet=0",
            "book.pdf?year=x", "slip.pdf?card=1"] {
            #expect(try await town.vesna.opens("/staff/prints/\(wrong)").status == 422, "\(wrong)")
        }
        #expect(try await town.vesna.opens("/staff/prints/slip.pdf?borrower=999").status == 404)
        #expect(try await town.vesna.opens("/staff/prints/labels.pdf").shows(town.say(T.kits.labelSheet)), "nothing was asked for")
        #expect(try await prints("slip.pdf?card=\(card)").contains("Ана Ђорђевић"))
    }

    @Test func `the hand-over has the parts to count and a line for each signature`() async throws {
        let town = try await Town(), school = try await town.workplace(of: town.ana), kit = try await town.kit(rule: KitRule(KitTimes())),
            centre = town.centre, today = town.today
        let draft = KitDraft(KitRoute([KitStop(school: school, days: today...today)], KitTimes()), receivers: [town.ana.id])
        let id = try await town.vesna.does { try KitBookingStore.book(draft, of: kit, at: centre, in: $0) }
        let words = try Printed.words(of: try await town.vesna.opens("/staff/kits/bookings/\(id)/protocol.pdf").bytes)
        for part in ["Жице", "Сијалице", "Ана Ђорђевић", "ОШ „Бистрик“", town.say(T.kits.givesBack)] { #expect(words.contains(part), "\(part)") }
        #expect(try await town.ana.opens("/staff/kits/bookings/\(id)/protocol.pdf").status == 404)
    }
}
