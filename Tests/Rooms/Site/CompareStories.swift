import Catalogue
import Kernel
import Languages
import Testing
import Town
import struct Town.Shelf

/// Programmes side by side, without a script: the address carries the choice.
@Suite struct CompareStories {
    @Test(arguments: [("1.2.3", [1, 2, 3], false), ("1,2 2", [1, 2], false), ("1.2.3.4", [1, 2, 3], true), ("", [], false), ("бесмислица", [], false)])
    func `an address names up to three`(_ text: String, _ ids: [Int64], _ isCut: Bool) {
        let comparison = ProgrammeComparison(text)
        #expect(comparison.ids.map(\.value) == ids && comparison.isCut == isCut)
        if let first = comparison.ids.first { #expect(!comparison.toggling(first).ids.contains(first)) }
    }

    @Test func `whoever looks for a programme chooses three by links and sees them beside one another`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        let list = try await town.stranger.opens("/programmes?q=digital")
        #expect(!list.shows(town.say(T.catalogue.compareChosen)))
        let one = try await town.stranger.opens("/programmes?with=\(shelf.digital)")
        #expect(one.shows(town.say(T.catalogue.compareChosen)) && one.shows(town.say(T.catalogue.compareMore)))
        let two = try await town.stranger.opens("/programmes?with=\(shelf.digital).\(shelf.stories)&q=вода")
        let page = try await town.stranger.opens(try #require(two.link(town.say(T.catalogue.compareAct))))
        for words in ["Дигитална учионица", "Приче које лече", "16 сати", "8 сати", "највише 30 особа", "највише 25 особа", "Милена Џелатовић",
            town.say(T.catalogue.free)] {
            #expect(page.shows(words), "\(words)")
        }
        #expect(!page.shows("Voda u školskom"))
        #expect(page.shows(town.say(T.catalogue.compareShared)) && page.html.contains("<dt>\(town.say(T.catalogue.cycle))</dt>"))
        #expect(!page.html.contains("<th class=\"name\" scope=\"row\" role=\"rowheader\">\(town.say(T.catalogue.cycle))</th>"), "what they share is told once")
        #expect(!page.shows(town.say(T.catalogue.evaluation)), "what none of them tells is left out")
        let four = try await town.stranger.opens("/programmes/compare?with=\(shelf.digital).\(shelf.stories).\(shelf.water).\(shelf.lithuanianReading)")
        #expect(four.shows(town.say(T.catalogue.compareCut(most: 3))) && !four.shows("Šiuolaikinis"))
        #expect(try await town.stranger.opens("/programmes/compare?with=999999").shows(town.say(T.catalogue.compareNothing)))
        #expect(try await town.stranger.opens("/lt/programmes/compare?with=\(shelf.digital).\(shelf.lithuanianReading)").html.contains("lang=\"sr-Latn\""))
    }
}
