import Catalogue
import Foundation
import Kernel
import Languages
import Testing
import Town

@Suite struct ProgrammeImportStories {
    private let list = """
        Каталошки број;Назив програма;Трајање;Компетенција;Приоритетна област;Област;Реализатори;Број учесника;Начин извођења;Јавни интерес
        145;Дигитална учионица;16;К2;1;Информатика;Весна Ћирић, Ана Ђорђевић;30;комбиновано;не
        600;Мала школа шаха;8 сати;K1, K3;;;Горан Љубић;20–25;уживо;да
        601;Звездано небо;24;K9;;;;;онлајн;
        602;;8;;;;;;;
        603;Без сати;;;;Астрологија;;;телепатски;
        """

    @Test func `without any catalogue a list is told to enter one first, and no empty list of those that there are`() async throws {
        let town = try await Town()
        #expect(try await town.vesna.opens("/imports/new/programmes").shows(town.say(T.catalogue.importNeedsCycle)))
        let page = try await town.vesna.uploads("programmes", list)
        #expect(page.shows(town.say(T.catalogue.importNeedsCycle)) && !page.shows("Унети су: ."))
    }

    @Test func `a list is looked at, taken in, and taken back as one`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        try await close(shelf.lithuanian, town)
        let preview = try await town.vesna.uploads("programmes", file: "programi.csv", list)
        #expect(preview.shows(town.say(T.catalogue.codeUnknown(code: "K9", cycle: "ЗУОВ 2025/2026–2027/2028."))), "a refusal names the way out")
        #expect(preview.shows(town.say(T.catalogue.codeUnknown(code: "Астрологија", cycle: "ЗУОВ 2025/2026–2027/2028."))))
        #expect(preview.shows(town.say(T.catalogue.wordUnknown(word: "телепатски"))))
        #expect(preview.shows(town.say(T.catalogue.severalCodes(codes: "K1, K3", taken: "K1"))))
        #expect(try await !town.stranger.opens("/programmes?q=шаха").shows("Мала школа шаха"), "nothing is written before somebody agrees")

        try await town.vesna.agrees(to: preview)
        #expect(try await town.stranger.opens("/programmes?q=шаха").shows("Мала школа шаха"))
        #expect(try await !town.stranger.opens("/programmes?q=звездано").shows("Звездано небо"))
        let chess = try await town.programme(number: "600", of: shelf.present)
        #expect(chess.hours == 8 && chess.seatsMax == 25 && chess.isFree && chess.form == .direct && chess.competence?.code == "K1" && chess.language == .sr)

        let done = try #require(try await town.vesna.opens("/imports").link("programi.csv"))
        try await town.vesna.opens(done)
        try await town.vesna.sends("/undo")
        try await town.vesna.sends("/undo")
        #expect(try await !town.stranger.opens("/programmes?q=шаха").shows("Мала школа шаха"))
        #expect(try await town.stranger.opens("/programmes?q=дигитална").shows("Дигитална учионица"), "what stood before stands")
    }

    @Test func `importing again changes nothing, and the cycle is known by several names`() async throws {
        let town = try await Town()
        _ = try await Shelf.fill(town)
        let table = """
            ciklus,broj,naziv,sati,realizatori
            ЗУОВ 2025/2026–2027/2028.,700,Prvi korak,8,Ana Đorđević; Branko Njegovan
            2025–2028,701,Drugi korak,8,
            NŠA 2024–2027,702,Skaitymas kitaip,40,
            2031–2034,703,Treći korak,8,
            """
        #expect(try await town.imports("programmes", table).last == "added 3, changed 0, unchanged 0, refused 1")
        #expect(try await town.imports("programmes", table).last == "added 0, changed 0, unchanged 3, refused 1")
        #expect(try await town.stranger.opens("/programmes?q=skaitymas").html.contains("<h2 lang=\"lt\">"))
    }

    @Test func `an office's own table goes in with its title, its sum and its ways to write a number`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        try await close(shelf.lithuanian, town)
        let table = """
            ПРОГРАМИ ЗА ШКОЛСКУ 2026/2027;;;;;
            ;;;;;
            Р. бр.;Кат. број;Назив програма;Трајање;Број учесника;Цена
            1;2;3;4;5;6
            1.;811.0;Дрвене кутије;један дан, 8 сати;20–30;3.500,00
            2.;812;Ветар у учионици;2 дана (16 сати);до 30;2500
            3.;813;Звездано небо;8;12-мај;бесплатно
            Р. бр.;Кат. број;Назив програма;Трајање;Број учесника;Цена
            4.;814;Шума у граду;24 сата;30;бесплатно
            ;;УКУПНО: 4 програма;56;;
            """
        let lines = try await town.imports("programmes", table)
        #expect(lines.last == "added 3, changed 0, unchanged 0, refused 1", "\(lines)")
        #expect(lines.contains { $0.hasPrefix("line 7:") && $0.contains("12-мај") }, "what was 12–5 is no number any more")
        for (line, words) in [(3, "above"), (4, "numbers of columns"), (8, "repeats"), (10, "УКУПНО: 4 програма")] {
            #expect(lines.contains { $0.contains("\(line)") && $0.contains(words) }, "\(words): \(lines)")
        }
        let boxes = try await town.programme(number: "811", of: shelf.present), wind = try await town.programme(number: "812", of: shelf.present)
        #expect(boxes.hours == 8 && boxes.seatsMax == 30 && wind.hours == 16 && wind.seatsMax == 30)
        #expect(try await town.imports("programmes", table).last == "added 0, changed 0, unchanged 3, refused 1")
    }

    /// With one cycle running, a file need not name it.
    private func close(_ cycle: Cycle.ID, _ town: Town) async throws {
        try await town.does { act in
            let own = try CycleStore.cycle(cycle, in: act)
            try CycleStore.edit(cycle, CycleDraft(
                accreditor: own.accreditor.id, name: own.name, first: own.days.lowerBound, last: own.days.lowerBound.adding(days: 30)), in: act)
        }
    }
}
