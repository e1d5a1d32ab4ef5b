import Accounts
import Catalogue
import Foundation
import HTTPTypes
import Forms
import Kernel
import Languages
import Testing
import Town

@Suite struct CatalogueStories {
    @Test func `a programme is found in either script, by number before title before content`() async throws {
        let town = try await Town()
        _ = try await Shelf.fill(town)
        for words in ["дигитална", "digitalna", "DIGITALNA", "dig", "учионица дигит"] {
            #expect(try await town.stranger.opens("/programmes?q=\(escaped(words))").shows("Дигитална учионица"), "\(words)")
        }
        let title = try await town.stranger.opens("/programmes?q=digitalna").text
        let (first, second) = (title.range(of: "Дигитална учионица"), title.range(of: "Приче које лече"))
        #expect(try #require(first).lowerBound < (try #require(second)).lowerBound, "a title stands before a topic")
        let number = try await town.stranger.opens("/programmes?q=145").text
        #expect(try #require(number.range(of: "Дигитална учионица")).lowerBound < (try #require(number.range(of: "Приче које лече"))).lowerBound)
        let nothing = try await town.stranger.opens("/programmes?q=xyz")
        #expect(nothing.shows(town.say(T.catalogue.nothingTitle)) && !nothing.shows("Дигитална"))
        #expect(try await town.stranger.opens("/programmes?q=!!!").shows(town.say(T.catalogue.nothingTitle)))
    }

    @Test func `other forms of the words are found too, behind what has them as they were typed`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        let programmes = [
            ("301", "Математичке приче", ""), ("302", "Математика у слици", "прича"), ("303", "Прича и математика", ""), ("304", "Хемија", "Прича"),
        ]
        for (number, title, topics) in programmes {
            try await town.does { act in
                _ = try ProgrammeStore.add(
                    ProgrammeDraft(cycle: shelf.present, number: number, title: title, language: .sr, hours: 8, topics: topics), in: act)
            }
        }
        func order(_ asked: String) async throws -> [String] {
            let page = try await town.stranger.opens("/programmes?q=\(escaped(asked))").text
            let found = programmes.map(\.1).compactMap { title in page.range(of: title).map { (title, $0.lowerBound) } }
            return found.sorted { $0.1 < $1.1 }.map(\.0)
        }
        for asked in ["математика прича", "matematika prica", "MATEMATIKA PRIČA"] {
            #expect(try await order(asked) == ["Прича и математика", "Математика у слици", "Математичке приче"], "\(asked)")
        }
        #expect(try await order("математичке приче") == ["Математичке приче", "Прича и математика", "Математика у слици"])
        #expect(try await order("matematici") == ["Математика у слици", "Математичке приче", "Прича и математика"])
        for asked in ["digitalno", "дигиталне учионице"] {
            #expect(try await town.stranger.opens("/programmes?q=\(escaped(asked))").shows("Дигитална учионица"), "\(asked)")
        }
        #expect(try await town.stranger.opens("/programmes?q=skaitymui").shows("Šiuolaikinis skaitymo ugdymas"))
        try await town.does { act in
            var draft = try ProgrammeStore.programme(shelf.digital, in: act).draft
            (draft.title, draft.topics, draft.goal, draft.outcomes) = ("Учионица", "", "", "")
            try ProgrammeStore.edit(shelf.digital, draft, in: act)
        }
        #expect(try await !town.stranger.opens("/programmes?q=алату").shows("број 145"), "a form of what it no longer says")
    }

    @Test func `facets narrow the list and count under all the other choices`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        let page = try await town.stranger.opens("/programmes?cycle=\(shelf.present)")
        #expect(page.shows("Поучавање и учење 2") && page.shows("Информатика 1") && page.shows("комбиновано 1"))
        let narrowed = try await town.stranger.opens(try #require(page.link("Поучавање и учење")))
        #expect(narrowed.shows("Дигитална учионица") && narrowed.shows("Voda u školskom dvorištu") && !narrowed.shows("Приче које лече"))
        #expect(narrowed.shows("Подршка развоју ученика 1"), "the same facet still offers its other values")
        #expect(!narrowed.shows("Српски језик 1"), "another facet does not offer what would leave nothing")
        #expect(try await town.stranger.opens("/programmes?free=yes").shows("Приче које лече"))
        #expect(try await !town.stranger.opens("/programmes?free=yes").shows("Дигитална учионица"))
    }

    @Test func `every page states the languages that it holds`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        let latin = try await town.stranger.opens("/sr-Latn/programmes/\(shelf.digital)")
        #expect(latin.shows("Digitalna učionica") && !latin.html.contains("<h1 lang"))
        let cyrillic = try await town.stranger.opens("/sr/programmes/\(shelf.water)")
        #expect(cyrillic.html.contains("<h1 lang=\"sr-Latn\">Voda u školskom dvorištu</h1>"))
        let lithuanian = try await town.stranger.opens("/lt/programmes/\(shelf.digital)")
        #expect(lithuanian.html.contains("<h1 lang=\"sr-Latn\">Digitalna učionica</h1>"))
        #expect(lithuanian.html.contains("\"@type\":\"Course\"") && lithuanian.html.contains("\"courseCode\":\"145\""))
        #expect(latin.html.contains("<span lang=\"sr-Cyrl\">Ана Ђорђевић</span>"), "a person's name is never converted")
    }

    @Test func `Vesna adds, corrects and withdraws a programme`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        try await town.vesna.opens("/catalogue/new?cycle=\(shelf.present)")
        let refused = try await town.vesna.sends("/catalogue/new", ["number": "145", "title": "Мала школа шаха", "hours": "нула", "trainers": "Горан Љубић"])
        #expect(refused.status == 422)
        #expect(refused.html.contains("value=\"Мала школа шаха\""), "what was typed stays")
        #expect(refused.shows(town.say(T.forms.errorNumber)))
        let taken = try await town.vesna.sends("/catalogue/new", ["hours": "8"])
        #expect(taken.shows(town.say(T.catalogue.numberTaken(number: "145"))))
        let added = try await town.vesna.sends("/catalogue/new", ["number": "300", "authors": "Ана Ђорђевић\n\nБранко Његован"])
        #expect(added.shows(town.say(T.catalogue.saidAdded)) && added.shows("Мала школа шаха") && added.shows("Ана Ђорђевић") && added.shows("Бранко Његован"))
        #expect(try await town.stranger.opens("/programmes?q=шаха").shows("Мала школа шаха"), "the public list knows it at once")

        let own = try #require(added.path.split(separator: "/").last)
        try await town.vesna.opens("/catalogue/programmes/\(own)/edit")
        #expect(try await town.vesna.sends("/edit", ["title": "Шах за почетнике"]).shows("Шах за почетнике"))
        #expect(try await !town.stranger.opens("/programmes?q=мала").shows("школа шаха"))

        try await town.vesna.opens("/catalogue/programmes/\(own)/withdrawal")
        #expect(try await town.vesna.sends("/withdrawal").shows(town.say(T.catalogue.reasonMissing)))
        try await town.vesna.sends("/withdrawal", ["reason": "Аутор га је повукао."])
        #expect(try await !town.stranger.opens("/programmes?q=шах").shows("Шах за почетнике"))
        #expect(try await town.stranger.opens("/programmes/\(own)").shows("Аутор га је повукао."), "an old link still tells what became of it")
        #expect(try await town.journal("programme", Int64(own) ?? 0) == ["catalogue.programmeAdded", "catalogue.programmeEdited", "catalogue.programmeWithdrawn"])
    }

    @Test func `who withdraws what somebody withdrew meanwhile keeps what was typed`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        let path = "/catalogue/programmes/\(shelf.water)/withdrawal"
        let late = try #require(try await town.vesna.opens(path).forms.first { $0.action.hasSuffix(path) })
        try await town.vesna.opens(path)
        try await town.vesna.sends("/withdrawal", ["reason": "Аутор га је повукао."])
        let refused = try await town.vesna.browser.post(late, ["reason": "Нема реализатора."])
        #expect(refused.status == 409 && refused.shows(town.say(T.catalogue.alreadyWithdrawn)))
        #expect(refused.html.contains("value=\"Нема реализатора.\""))
        #expect(try await town.stranger.opens("/programmes/\(shelf.water)").shows("Аутор га је повукао."), "the first reason stands")
    }

    @Test func `a number is unique within its cycle only, and a renewal takes another`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        let old = try await town.programme("Мост међу школама", number: "145", of: shelf.past, competence: "K1")
        try await town.vesna.opens("/catalogue/programmes/\(old)")
        let taken = try await town.vesna.sends("/renewal", ["renewal-cycle": "\(shelf.present)", "renewal-number": "145"])
        #expect(taken.status == 422 && taken.shows(town.say(T.catalogue.numberTaken(number: "145"))))
        #expect(taken.html.contains("href=\"#field-renewal-number\""), "of the two forms on the page it is this one")
        let form = try await town.vesna.sends("/renewal", ["renewal-cycle": "\(shelf.present)", "renewal-number": "512"])
        #expect(form.shows(town.say(T.catalogue.saidRenewed)) && form.html.contains("value=\"512\""))
        let copy = try await town.programme(number: "512", of: shelf.present)
        #expect(copy.predecessor == old && copy.competence?.code == "K1" && copy.competence?.cycle == shelf.present)
        #expect(try await town.stranger.opens("/programmes/\(copy.id)").shows("2022/2023–2024/2025."))
        #expect(try await town.stranger.opens("/programmes/\(old)").shows("број 512"))
        try await town.vesna.opens("/catalogue/programmes/\(old)")
        #expect(try await town.vesna.sends("/renewal", ["renewal-cycle": "\(shelf.present)", "renewal-number": "513"])
            .shows(town.say(T.catalogue.alreadyRenewed(number: "512"))))
        #expect(try await !town.stranger.opens("/programmes?q=мост").shows("број 145"), "a past cycle shows only when asked for")
        #expect(try await town.stranger.opens("/programmes?q=мост&cycle=all").shows("број 145"))
    }

    @Test func `a new cycle takes over several programmes, all or none`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        let old = [
            try await town.programme("Мост међу школама", number: "1", of: shelf.past), try await town.programme("Река прича", number: "2", of: shelf.past),
        ]
        let path = "/catalogue/cycles/\(shelf.present)/renewal"
        let form = try #require(try await town.vesna.opens(path).forms.first { $0.action.contains("from=\(shelf.past)") })
        let taken = try await town.vesna.browser.post(form, ["number-\(old[0])": "801", "number-\(old[1])": "145"])
        #expect(taken.status == 422 && taken.html.contains("value=\"801\""))
        #expect(try await !town.stranger.opens("/programmes?q=мост").shows("број 801"), "one fault, and nothing is taken over")
        let again = try #require(taken.forms.first { $0.action.contains("from=\(shelf.past)") })
        let done = try await town.vesna.browser.post(again, ["number-\(old[1])": ""])
        #expect(done.shows(town.say(T.catalogue.saidRenewedMany(count: 1))) && done.shows("Река прича") && !done.shows("Мост међу школама"))
        #expect(try await town.stranger.opens("/programmes?q=мост").shows("број 801"))
    }

    @Test func `a predecessor stands in an earlier catalogue`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        let old = try await town.programme("Учионица на мрежи", number: "9", of: shelf.past)
        try await town.vesna.opens("/catalogue/programmes/\(shelf.digital)")
        let unknown = try await town.vesna.sends("/predecessor", ["predecessor-cycle": "\(shelf.past)", "predecessor-number": "99"])
        #expect(unknown.status == 422 && unknown.shows(town.say(T.catalogue.numberUnknown(number: "99"))))
        #expect(unknown.html.contains("href=\"#field-predecessor-number\""))
        try await town.vesna.sends("/predecessor", ["predecessor-cycle": "\(shelf.past)", "predecessor-number": "9"])
        #expect(try await town.stranger.opens("/programmes/\(shelf.digital)").shows("број 9"))
        await #expect(throws: Problem.self) {
            try await town.does { try ProgrammeStore.link(old, predecessor: shelf.digital, in: $0) }
        }
    }

    @Test func `a list of a cycle keeps what programmes use`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        try await town.vesna.opens("/catalogue/cycles/\(shelf.present)")
        let refused = try await town.vesna.sends("/catalogue/cycles/\(shelf.present)", ["competence": "K1: Предмет и методика наставе"])
        #expect(refused.status == 422 && refused.shows(town.say(T.catalogue.codeInUse(codes: .list(["K2", "K3"])))))
        let wrong = try await town.vesna.sends("/catalogue/cycles/\(shelf.present)", ["first": "", "competence": "K2: Поучавање\nК2: Учење"])
        #expect(wrong.shows(town.say(T.catalogue.dayMissing)) && wrong.shows(town.say(T.catalogue.codeTwice(code: "К2"))), "all faults are told at once")
        try await town.vesna.opens("/catalogue/cycles/\(shelf.present)")
        let saved = try await town.vesna.sends("/catalogue/cycles/\(shelf.present)", [
            "competence": "К2: Настава и учење\nK3: Подршка развоју ученика\nK4: Комуникација и сарадња",
        ])
        #expect(saved.shows(town.say(T.common.saved)))
        #expect(try await town.stranger.opens("/programmes/\(shelf.digital)").shows("Настава и учење"), "the entry kept its identity under a new name")
        #expect(try await town.stranger.opens("/programmes?q=настава учење").shows("Дигитална учионица"))
    }

    @Test func `the desk of the catalogue is closed to others`() async throws {
        let town = try await Town()
        let shelf = try await Shelf.fill(town)
        for path in ["/catalogue", "/catalogue/new", "/catalogue/programmes/\(shelf.digital)", "/catalogue/cycles/\(shelf.present)"] {
            #expect(try await town.goran.opens(path).status == 404, "\(path)")
            #expect(try await town.stranger.send(.get, "/sr\(path)").location?.contains("/sign-in") == true, "\(path)")
        }
        try await town.goran.opens("/programmes")
        #expect(try await town.stranger.opens("/programmes/999").status == 404)
        #expect(try await town.stranger.opens("/programmes/nema").status == 404)
    }
}

extension Town {
    /// Adds a programme of eight hours to a cycle.
    fileprivate func programme(_ title: String, number: String, of cycle: Cycle.ID, competence: String? = nil) async throws -> Programme.ID {
        try await does { act in
            let code = try CycleStore.codes(of: [cycle], in: act).first { $0.code == competence }
            return try ProgrammeStore.add(ProgrammeDraft(cycle: cycle, number: number, title: title, language: .sr, hours: 8, competence: code?.id), in: act)
        }
    }

    /// The programme with this number.
    func programme(number: String, of cycle: Cycle.ID) async throws -> Programme {
        try await finds { act in
            try ProgrammeStore.programme(try #require(try ProgrammeStore.programme(number: number, of: cycle, in: act)), in: act)
        }
    }
}

private func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: " ", with: "+")
}
