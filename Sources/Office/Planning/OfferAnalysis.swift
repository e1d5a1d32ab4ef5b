package import Catalogue
package import Centres
package import Kernel
package import Languages
package import Needs

/// What is wished beside what is offered in one school year, made of counts: topics, programmes, competences and priorities, places, prices, languages.
package struct OfferAnalysis: Sendable {
    /// Wishes of a topic from one municipality by people who travel so far.
    package struct Wished: Sendable, Hashable {
        /// Nil for own words that nobody has matched.
        package let topic: Topic.ID?
        package let municipality: Municipality.ID?
        /// Nil where the person did not say.
        package let km: Int?
        package let all: Int
        /// Of them, those that nothing has met yet.
        package let open: Int

        package init(_ topic: Topic.ID?, from municipality: Municipality.ID? = nil, km: Int? = nil, all: Int, open: Int) {
            (self.topic, self.municipality, self.km, self.all, self.open) = (topic, municipality, km, all, open)
        }
    }

    /// A programme that can be held in the year.
    package struct Offered: Sendable, Hashable {
        package let id: Programme.ID
        package let number: String
        package let title: String
        package let language: Language
        /// Whether the centre itself submitted it.
        package let isOwn: Bool
        package let price: Int?
        package let isFree: Bool
        package let codes: Set<CycleCode.ID>
        package let topics: Set<Topic.ID>
        /// Who would come to it.
        package let comers: Int
        /// In its whole cycle, by anybody here.
        package let held: Int
        /// Whether its accreditor asks by now what was held.
        package let isAsked: Bool

        package init(
            _ id: Programme.ID, number: String = "", title: String = "", language: Language = .sr, isOwn: Bool = false, price: Int? = nil, isFree: Bool = false,
            codes: Set<CycleCode.ID> = [], topics: Set<Topic.ID> = [], comers: Int = 0, held: Int = 0, isAsked: Bool = false
        ) {
            (self.id, self.number, self.title, self.language, self.isOwn, self.price, self.isFree) = (id, number, title, language, isOwn, price, isFree)
            (self.codes, self.topics, self.comers, self.held, self.isAsked) = (codes, topics, comers, held, isAsked)
        }
    }

    /// An event of the year that is announced or was held.
    package struct Held: Sendable, Hashable {
        package let programme: Programme.ID?
        /// What it answers beside the topics of its programme.
        package let topics: Set<Topic.ID>
        package let isHeld: Bool
        /// Nil where nobody knows; of an event without a place everybody is in reach.
        package let seat: Coordinates?
        package let isOnline: Bool
        package let seats: Int
        package let came: Int
        package let fee: Int
        package let language: Language

        package init(
            _ programme: Programme.ID? = nil, topics: Set<Topic.ID> = [], isHeld: Bool = false, seat: Coordinates? = nil, isOnline: Bool = false, seats: Int = 0,
            came: Int = 0, fee: Int = 0, language: Language = .sr
        ) {
            (self.programme, self.topics, self.isHeld, self.seat, self.isOnline, self.seats) = (programme, topics, isHeld, seat, isOnline, seats)
            (self.came, self.fee, self.language) = (came, fee, language)
        }
    }

    /// All that is counted.
    package struct Counts: Sendable {
        package var wished: [Wished] = []
        package var programmes: [Offered] = []
        package var events: [Held] = []
        /// Who would come to something on a topic.
        package var comers: [Topic.ID: Int] = [:]
        package var seats: [Municipality.ID: Coordinates] = [:]
        /// Plans by the languages of their people, and by who pays.
        package var languages: [Language: Int] = [:]
        package var payers: [WhoPays: Int] = [:]
        package var plans = 0
        /// So many who wish it are a group.
        package var group = DemandRule.usual.people
        /// How far one goes who did not say.
        package var km = 40

        package init() {}
    }

    package let topics: [TopicLine]
    package let programmes: [ProgrammeLine]
    package let places: [PlaceLine]
    /// Wishes whose municipality, or its place on the map, nobody knows.
    package let unplaced: Int
    /// Own words that nobody has matched to a topic.
    package let unmatched: Int
    package let counts: Counts
    private let codesOfTopics: [Topic.ID: Set<CycleCode.ID>]

    /// - Parameter all: every topic that can be chosen, with its codes.
    package init(_ counts: Counts, topics all: [Topic]) {
        self.counts = counts
        let serving = counts.programmes.reduce(into: [Topic.ID: [Offered]]()) { serving, programme in
            for topic in programme.topics { serving[topic, default: []].append(programme) }
        }
        let byProgramme = Dictionary(counts.programmes.map { ($0.id, $0.topics) }, uniquingKeysWith: { first, _ in first })
        let held = counts.events.reduce(into: [Topic.ID: [Held]]()) { held, event in
            for topic in event.topics.union(event.programme.flatMap { byProgramme[$0] } ?? []) { held[topic, default: []].append(event) }
        }
        let wished = counts.wished.reduce(into: [Topic.ID?: (all: Int, open: Int)]()) { sums, wish in
            let sum = sums[wish.topic, default: (0, 0)]
            sums[wish.topic] = (sum.all + wish.all, sum.open + wish.open)
        }
        topics = all.map { topic in
            TopicLine(
                topic: topic.id, wishes: wished[topic.id]?.all ?? 0, open: wished[topic.id]?.open ?? 0, comers: counts.comers[topic.id] ?? 0,
                programmes: serving[topic.id] ?? [], events: held[topic.id] ?? [], group: counts.group)
        }.sorted { ($1.open, $1.wishes, $0.topic) < ($0.open, $0.wishes, $1.topic) }
        unmatched = wished[nil]?.open ?? 0
        let codes = Dictionary(all.map { ($0.id, Set($0.codes)) }, uniquingKeysWith: { first, _ in first })
        codesOfTopics = serving.reduce(into: codes) { codes, entry in for programme in entry.value { codes[entry.key, default: []].formUnion(programme.codes) } }
        programmes = counts.programmes.map { programme in
            ProgrammeLine(
                programme: programme, wishes: programme.topics.reduce(0) { $0 + (wished[$1]?.all ?? 0) }, events: counts.events.filter { $0.programme == programme.id })
        }
        (places, unplaced) = PlaceLine.lines(counts, held: held)
    }

    /// How far competences, priorities or areas are wished, offered and held. A topic of two of them counts for both; what two cycles call alike is one.
    package func coverage(of codes: [CycleCode]) -> [CodeLine] {
        let programmes = Dictionary(counts.programmes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let same = Dictionary(grouping: codes, by: \.key)
        return codes.filter { same[$0.key]?.first?.id == $0.id }.map { code in
            let ids = Set((same[code.key] ?? []).map(\.id))
            let events = counts.events.filter { !ids.isDisjoint(with: $0.programme.flatMap { programmes[$0] }?.codes ?? []) }
            return CodeLine(
                label: code.label, wishes: topics.reduce(0) { $0 + (ids.isDisjoint(with: codesOfTopics[$1.topic] ?? []) ? 0 : $1.wishes) },
                programmes: counts.programmes.count { !ids.isDisjoint(with: $0.codes) }, groups: events.count, seats: events.reduce(0) { $0 + $1.seats },
                came: events.reduce(0) { $0 + $1.came })
        }
    }

    /// Wishes for which nothing in the catalogue is there: what a new programme would be made for.
    package var suggestions: [TopicLine] { topics.filter { $0.next == .make } }
    /// Topics that a programme would serve, of which the year has nothing.
    package var unannounced: [TopicLine] { topics.filter { $0.open > 0 && !$0.programmes.isEmpty && $0.events.isEmpty } }
    /// Topics that are wished and that no programme of the catalogue serves.
    package var unserved: [TopicLine] { topics.filter { $0.open > 0 && $0.programmes.isEmpty } }
    /// Programmes that the centre submitted or offers, and that nobody asks for.
    package var unasked: [ProgrammeLine] { programmes.filter { ($0.programme.isOwn || !$0.events.isEmpty) && $0.wishes == 0 && $0.programme.comers == 0 } }
    /// The centre's own programmes that were never held, where their accreditor asks by now.
    package var unheld: [ProgrammeLine] { programmes.filter { $0.programme.isOwn && $0.programme.isAsked && $0.programme.held == 0 } }
    package var wishes: Int { counts.wished.reduce(0) { $0 + $1.open } }
}
