import Accounts
import Catalogue
import Centres
import Foundation
import Kernel
import Languages
import Operation
import Site
import Storage
import Testing
import Town
import Web

/// Fills a folder with an invented catalogue of thousands, to be looked at by hand:
/// `ZBORNICA_TRY_CATALOGUE=folder swift test --filter TryCatalogue`. It prints the cookie of a coordinator.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["ZBORNICA_TRY_CATALOGUE"] != nil)) struct TryCatalogue {
    @Test func `five thousand programmes`() async throws {
        let folder = try #require(ProcessInfo.processInfo.environment["ZBORNICA_TRY_CATALOGUE"])
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let carried = try Carried()
        let database = try SQLite(path: folder + "/zbornica.sqlite")
        try await database.migrate(carried.migrations)
        let records = Records(database: database, words: carried.words, address: "http://localhost", exchange: Exchange())
        let token = Token.random()
        try await records.write(by: .system) { act in
            let zone = try #require(Zone("Europe/Belgrade"))
            let centre = try CentreStore.found(
                name: "Центар за стручно усавршавање Бистрик", nameInLithuanian: "Bistriko švietimo centras", country: .serbia, zone: zone, language: .sr,
                currency: .rsd, email: "centar@bistrik.example", in: act)
            let vesna = try PersonStore.add(PersonName(given: "Весна", family: "Ћирић"), email: "vesna@bistrik.example", verified: act.now, language: .sr, in: act)
            try PersonStore.grant(Grant(.coordinator, centre: centre), to: vesna, in: act)
            try SessionStore.begin(token, person: vesna, isStaff: true, hasFactor: true, device: "by hand", in: act)
            try act.db.run("UPDATE web_session SET ends = 4000000000")
            let shelf = try Shelf.laid(in: act)
            var seed = Seed(state: 7)
            for cycle in [shelf.past, shelf.present] {
                let codes = try CycleStore.codes(of: [cycle], in: act)
                for number in 2_001...4_500 { _ = try ProgrammeStore.add(seed.programme(number, cycle, codes), in: act) }
            }
        }
        await database.close()
        print("session=\(token.text)")
    }
}

/// A small generator that gives the same numbers each time.
private struct Seed {
    var state: UInt64

    private static let subjects = ["математике", "српског језика", "физике", "историје", "ликовне културе", "биологије", "музичке културе", "географије"]
    private static let themes = ["Дигитални алати у настави", "Формативно оцењивање у настави", "Пројектна настава", "Подршка даровитим ученицима у настави",
                                 "Превенција насиља и настава", "Игра као облик учења", "Вредновање исхода у настави", "Сарадња породице и школе у настави"]

    mutating func next(_ below: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(below))
    }

    mutating func programme(_ number: Int, _ cycle: Cycle.ID, _ codes: [CycleCode]) -> ProgrammeDraft {
        func any(_ list: CodeList, _ place: Int) -> CycleCode.ID? {
            let own = codes.filter { $0.list == list }
            return own.isEmpty ? nil : own[place % own.count].id
        }
        let title = "\(Self.themes[next(8)]) \(Self.subjects[next(8)]) \(number)"
        return ProgrammeDraft(
            cycle: cycle, number: "\(number)", title: title, language: .sr, institution: "Друштво учитеља \(next(40) + 1)", hours: [8, 8, 16, 24][next(4)],
            competence: any(.competence, next(9)), priority: any(.priority, next(9)), area: any(.area, next(9)), target: "наставници",
            form: Programme.Form.allCases[next(3)], goal: "Јачање компетенција наставника \(Self.subjects[next(8)]).",
            outcomes: "примењује научено\nпланира час", topics: "Увод\nВежбе\nПримена", isFree: next(20) == 0, trainers: ["Ана Ђорђевић", "Бранко Његован"])
    }
}
