import Centres
import Kernel
import Languages
import Testing
@testable import Catalogue
@testable import Needs
@testable import Planning

/// What is wished beside what is offered, as tables.
@Suite struct OfferAnalysisRules {
    @Test(arguments: [
        (0, 0, 0, 0, .enough), (20, 0, 0, 0, .make), (20, 0, 3, 0, .ask), (20, 0, 3, 1, .announce), (20, 12, 3, 1, .more), (20, 20, 3, 1, .enough),
        (20, 30, 0, 0, .enough), (14, 0, 0, 0, .wait), (14, 0, 3, 1, .wait), (14, 10, 1, 1, .enough), (15, 0, 0, 0, .make),
    ] as [(Int, Int, Int, Int, OfferAnalysis.NextStep)])
    func `each line says what to do next`(_ open: Int, _ seats: Int, _ programmes: Int, _ own: Int, _ step: OfferAnalysis.NextStep) {
        #expect(OfferAnalysis.NextStep(open: open, seats: seats, programmes: programmes, own: own, group: 15) == step)
    }

    private static func topic(_ id: Int64, _ name: String, codes: [Int64] = []) -> Topic {
        Topic(id: Topic.ID(id), names: TopicNames(sr: name), retired: nil, mergedInto: nil, words: [], codes: codes.map { CycleCode.ID($0) })
    }

    private static let topics = [topic(1, "Оцењивање", codes: [71]), topic(2, "Врт"), topic(3, "Роботика"), topic(4, "Ћутање")]
    private static let (here, near, far) = (Municipality.ID(1), Municipality.ID(2), Municipality.ID(3))

    private static var counts: OfferAnalysis.Counts {
        var counts = OfferAnalysis.Counts()
        counts.seats = [
            here: Coordinates(latitude: 45.77, longitude: 19.11), near: Coordinates(latitude: 45.71, longitude: 19.32),
            far: Coordinates(latitude: 43.32, longitude: 21.90),
        ].compactMapValues(\.self)
        (counts.group, counts.km) = (5, 40)
        counts.wished = [
            .init(Topic.ID(1), from: here, all: 6, open: 4), .init(Topic.ID(1), from: far, all: 7, open: 7), .init(Topic.ID(1), from: near, km: 10, all: 3, open: 3),
            .init(Topic.ID(2), from: here, all: 5, open: 5), .init(Topic.ID(3), all: 2, open: 2), .init(nil, from: here, all: 4, open: 4),
        ]
        counts.programmes = [
            .init(Programme.ID(11), isOwn: true, price: 350_000, codes: [CycleCode.ID(72)], topics: [Topic.ID(1)]),
            .init(Programme.ID(12), isOwn: true, isFree: true, isAsked: true), .init(Programme.ID(13), language: .lt, topics: [Topic.ID(3)]),
            .init(Programme.ID(14), isOwn: true, comers: 3, held: 1, isAsked: true),
        ]
        counts.events = [
            .init(Programme.ID(11), isHeld: true, seat: counts.seats[here], seats: 30, came: 22, fee: 350_000),
            .init(Programme.ID(11), seat: counts.seats[here], seats: 10, fee: 0), .init(topics: [Topic.ID(4)], isHeld: true, isOnline: true, came: 9, language: .srLatn),
        ]
        counts.languages = [.sr: 8, .srLatn: 2, .lt: 1]
        return counts
    }

    @Test func `topics, programmes and suggestions are told apart`() {
        let analysis = OfferAnalysis(Self.counts, topics: Self.topics)
        let lines = Dictionary(uniqueKeysWithValues: analysis.topics.map { ($0.topic.value, $0) })
        #expect(analysis.topics.map(\.topic.value) == [1, 2, 3, 4])
        #expect(lines[1]?.wishes == 16 && lines[1]?.open == 14 && lines[1]?.announced == 1 && lines[1]?.held == 1 && lines[1]?.came == 22 && lines[1]?.next == .more)
        #expect(lines[2]?.next == .make && lines[3]?.next == .wait && lines[4]?.next == .enough && lines[4]?.came == 9)
        #expect(analysis.suggestions.map(\.topic.value) == [2] && analysis.unserved.map(\.topic.value) == [2] && analysis.unannounced.map(\.topic.value) == [3])
        #expect(analysis.unmatched == 4 && analysis.wishes == 25)
        // Of a programme to which somebody would come nobody says that nobody asks for it; one of another institution that was never offered is not told.
        #expect(analysis.unasked.map(\.programme.id.value) == [12] && analysis.unheld.map(\.programme.id.value) == [12])
    }

    @Test func `a topic counts for the codes that it has and those of its programmes`() {
        let analysis = OfferAnalysis(Self.counts, topics: Self.topics)
        func code(_ id: Int64) -> CycleCode { CycleCode(id: CycleCode.ID(id), cycle: Cycle.ID(1), list: .competence, code: "K\(id)", name: "K\(id)") }
        let lines = analysis.coverage(of: [code(71), code(72), code(73)])
        #expect(lines.map(\.wishes) == [16, 16, 0] && lines.map(\.groups) == [0, 2, 0] && lines.map(\.seats) == [0, 40, 0] && lines.map(\.came) == [0, 22, 0])
        #expect(lines.map(\.programmes) == [0, 1, 0])
    }

    @Test func `what is out of reach is counted where people are, and what nobody can place is said`() {
        let analysis = OfferAnalysis(Self.counts, topics: Self.topics)
        let places = Dictionary(uniqueKeysWithValues: analysis.places.map { ($0.municipality, $0) })
        // Seven are 300 km away; three go ten kilometres and would have to go eighteen; nobody offers the garden.
        #expect(places[Self.far]?.unreached == 7 && places[Self.near]?.unreached == 3 && places[Self.here]?.unreached == 5)
        #expect(places[Self.here]?.nearest == 0 && (places[Self.near]?.nearest ?? 0) > 10 && analysis.unplaced == 2)
        #expect(analysis.places.map(\.municipality) == [Self.far, Self.here, Self.near])
    }

    @Test func `prices are three steps above nothing, and both scripts are one language`() {
        let analysis = OfferAnalysis(Self.counts, topics: Self.topics), prices = analysis.prices(OfferAnalysis.priceSteps(.rsd))
        #expect(prices.map(\.upTo) == [0, 300_000, 600_000, nil] && prices.map(\.groups) == [2, 0, 1, 0] && prices.map(\.programmes) == [1, 0, 1, 0])
        #expect(analysis.languages.map(\.language) == [.sr, .lt] && analysis.languages.map(\.plans) == [10, 1] && analysis.languages.map(\.came) == [31, 0])
    }
}
