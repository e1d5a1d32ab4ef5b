import Catalogue
import Foundation
import HTTPTypes
import Imports
import Kernel
import Languages
import Sheets
import Testing
import Town
import struct Town.Shelf

/// All that a catalogue tells of a programme: typed, shown, taken out and read in again.
@Suite struct ProgrammeFieldStories {
    /// The present cycle with a list of target groups.
    private func groups(_ shelf: Shelf, _ town: Town) async throws -> [CycleCode] {
        try await town.does { act in
            try CycleStore.keep(CodeLine.read("васпитач у ПУ\nнаставник разредне наставе\nдиректор", field: "target"), as: .target, of: shelf.present, in: act)
            return try CycleStore.codes(of: [shelf.present], in: act).filter { $0.list == .target }
        }
    }

    private func fills(_ town: Town, _ shelf: Shelf) async throws -> Page {
        let groups = try await groups(shelf, town)
        try await town.vesna.opens("/catalogue/programmes/\(shelf.digital)/edit")
        return try await town.vesna.sends("/edit", [
            "days": "2", "phases": "Први дан\nЗадатак у школи\nДруги дан", "seatsMin": "15", "price": "3.500,00", "priceCovers": "материјал и уверење",
            "specificGoals": "бира алат према исходу\nпише јасан задатак", "evaluation": "Упитник на крају.", "followUp": "Упитник после три месеца.",
            "earlier": "2018–2021; 245; 3\n2016–2018; 77", "contact": "Ана Ђорђевић, педагог", "reach": "025 111 222, centar@bistrik.example",
            "trainers": "Весна Ћирић, професор информатике\nАна Ђорђевић", "targets": "\(groups[1].id)",
        ])
    }

    @Test func `each is typed once and everybody can read it`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        let saved = try await fills(town, shelf)
        #expect(saved.shows(town.say(T.common.saved)))
        let page = try await town.stranger.opens("/programmes/\(shelf.digital)")
        for words in [
            "2 дана, 16 сати, 16 бодова", "Задатак у школи", "од 15 до 30 особа", "3.500", "материјал и уверење", "бира алат према исходу", "Упитник на крају.",
            "Упитник после три месеца.", "2018–2021, број 245, одржан 3 пута", "Ана Ђорђевић, педагог", "Весна Ћирић, професор информатике", "наставник разредне наставе",
        ] {
            #expect(page.shows(words), "\(words)")
        }
        for words in ["јасан задатак", "упитник", "разредне"] {
            #expect(try await town.stranger.opens("/programmes?q=\(words.replacing(" ", with: "+"))").shows("Дигитална учионица"), "found by \(words)")
        }
        let list = try await town.stranger.opens("/programmes")
        let narrowed = try await town.stranger.opens(try #require(list.link("наставник разредне наставе")))
        #expect(narrowed.shows("Дигитална учионица") && !narrowed.shows("Приче које лече"))
    }

    @Test func `what cannot be read is told at its field, and everything typed stays`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        try await town.vesna.opens("/catalogue/programmes/\(shelf.digital)/edit")
        let refused = try await town.vesna.sends("/edit", [
            "price": "по договору", "earlier": "од давнина", "seatsMin": "31", "days": "0", "reach": "025 111 222", "goal": "Остаје",
        ])
        #expect(refused.status == 422 && refused.html.contains("value=\"по договору\"") && refused.shows("Остаје"))
        for field in ["price", "earlier", "days", "contact"] { #expect(refused.html.contains("id=\"field-\(field)-error\""), "\(field)") }
        let group = try await town.vesna.sends("/edit", ["price": "0", "earlier": "", "days": "", "reach": ""])
        #expect(group.html.contains("id=\"field-seatsMin-error\"") && group.shows(town.say(T.catalogue.seatsMinTooMany)))
        #expect(try await !town.stranger.opens("/programmes/\(shelf.digital)").shows("Остаје"))
    }

    @Test func `the list goes out as a table, and comes in again without a change`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        _ = try await fills(town, shelf)
        for language in ["sr", "lt"] {
            let bytes = try await town.vesna.browser.send(.get, "/\(language)/catalogue/programmes.xlsx?cycle=all").bytes
            let sheets = try ImportFile.read(bytes)
            let counts = try await town.finds { act in
                let list = ImportedList(sheets, ImportProposal(ProgrammeImport.self, in: act).reading(of: sheets))
                return try ImportStore.preview(ProgrammeImport.self, list, in: act).counts
            }
            #expect(counts.unchanged == 4 && counts.changesNothing && counts.refused == 0, "\(language): \(counts)")
        }
        let narrowed = try await town.vesna.browser.send(.get, "/sr/catalogue/programmes.xlsx?q=27").bytes
        #expect(try Table.read(narrowed).rows.count == 1)
        #expect(try await town.goran.opens("/catalogue/programmes.xlsx").status == 404)
    }

    @Test func `two catalogues of one accreditor do not run at the same time`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        let accreditor = try await town.finds { try CycleStore.cycle(shelf.present, in: $0) }.accreditor.id
        try await town.vesna.opens("/catalogue/cycles")
        let refused = try await town.vesna.sends("/catalogue/cycles", [
            "accreditor": "\(accreditor)", "name": "2028–2031", "first": "1.8.2028.", "last": "31.8.2031.",
        ])
        #expect(refused.status == 422 && refused.html.contains("id=\"field-first-error\""))
        #expect(refused.shows(town.say(T.catalogue.cycleOverlaps(name: "ЗУОВ 2025/2026–2027/2028."))))
        #expect(refused.html.contains("value=\"2028–2031\""))
        #expect(try await town.vesna.sends("/catalogue/cycles", ["first": "1.9.2028."]).shows(town.say(T.catalogue.saidCycleAdded)))
        await #expect(throws: Problem.self, "nor by a change of its days") {
            try await town.does { act in
                let past = try CycleStore.cycle(shelf.past, in: act)
                try CycleStore.edit(past.id, CycleDraft(
                    accreditor: past.accreditor.id, name: past.name, first: past.days.lowerBound, last: past.days.upperBound.adding(days: 1)), in: act)
            }
        }
    }

    @Test func `a list that offices keep is read with its ways to write`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        _ = try await groups(shelf, town)
        let list = """
            Каталог;Каталошки број;Назив програма;Трајање;Број учесника;Цена;Циљне групе;Реализатори
            2025–2028;0245;Први;један дан, 8 сати;20–30;3.500,00;директор;Ана Ђорђевић, педагог; Бранко Његован
            2025–2028;377.0;Други;16;до 30;2500;;
            2025–2028;378;Трећи;8;25;бесплатно;чувар;
            2025–2028;379;Четврти;8;30–20;по договору;;
            """.replacing("Ана Ђорђевић, педагог; Бранко Његован", with: "\"Ана Ђорђевић, педагог; Бранко Његован\"")
        let lines = try await town.imports("programmes", list)
        #expect(lines.last == "added 2, changed 0, unchanged 0, refused 2", "\(lines)")
        let first = try await town.programme(number: "0245", of: shelf.present)
        #expect(first.hours == 8 && first.days == 1 && first.seatsMin == 20 && first.seatsMax == 30 && first.price == .rsd(3500) && first.targets.map(\.name) == ["директор"])
        #expect(first.trainers.map(\.name) == ["Ана Ђорђевић", "Бранко Његован"] && first.trainers[0].occupation == "педагог")
        let second = try await town.programme(number: "377", of: shelf.present)
        #expect(second.price == .rsd(2500) && second.seatsMin == 0 && second.seatsMax == 30)
        #expect(try await town.imports("programmes", list).last == "added 0, changed 0, unchanged 2, refused 2")
    }
}
