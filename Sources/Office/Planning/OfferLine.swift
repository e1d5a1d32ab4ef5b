package import Catalogue
package import Centres
package import Languages
package import Needs

extension OfferAnalysis {
    /// What to do about a topic next.
    package enum NextStep: String, CaseIterable, Sendable {
        /// Nothing serves it: somebody should write a programme.
        case make
        /// Others have a programme: ask them.
        case ask
        /// The centre has one of its own.
        case announce
        /// What is announced has fewer seats than are wished.
        case more
        /// Too few for a group.
        case wait
        case enough

        /// - Parameters:
        ///   - open: wishes that nothing has met.
        ///   - seats: of what is announced and comes.
        ///   - programmes: that serve it and can be held, and of them the centre's own.
        ///   - group: so many are a group.
        package init(open: Int, seats: Int, programmes: Int, own: Int, group: Int) {
            self = if open == 0 || seats >= open {
                .enough
            } else if open < group {
                seats > 0 ? .enough : .wait
            } else if seats > 0 {
                .more
            } else {
                own > 0 ? .announce : programmes > 0 ? .ask : .make
            }
        }
    }

    package struct TopicLine: Sendable {
        package let topic: Topic.ID
        package let wishes: Int
        package let open: Int
        package let comers: Int
        package let programmes: [Offered]
        package let events: [Held]
        package let next: NextStep

        init(topic: Topic.ID, wishes: Int, open: Int, comers: Int, programmes: [Offered], events: [Held], group: Int) {
            (self.topic, self.wishes, self.open, self.comers, self.programmes, self.events) = (topic, wishes, open, comers, programmes, events)
            let seats = events.filter { !$0.isHeld }.reduce(0) { $0 + $1.seats }
            // Whoever pressed a button has said it more plainly than a plan does; nobody is counted twice.
            next = NextStep(open: max(open, comers), seats: seats, programmes: programmes.count, own: programmes.count { $0.isOwn }, group: group)
        }

        package var announced: Int { events.count { !$0.isHeld } }
        package var held: Int { events.count { $0.isHeld } }
        package var came: Int { events.reduce(0) { $0 + $1.came } }
    }

    package struct ProgrammeLine: Sendable {
        package let programme: Offered
        package let wishes: Int
        package let events: [Held]

        package var came: Int { events.reduce(0) { $0 + $1.came } }
    }

    package struct CodeLine: Sendable {
        /// As the newest cycle has it; lists of several cycles in which it stands are one.
        package let label: String
        package let wishes: Int
        /// That can be held.
        package let programmes: Int
        package let groups: Int
        package let seats: Int
        package let came: Int
    }

    /// A municipality, and how many of its wishes have something within reach.
    package struct PlaceLine: Sendable {
        package let municipality: Municipality.ID
        package let wishes: Int
        /// Nothing on their topic is announced or was held as near as the person goes.
        package let unreached: Int
        /// How far the nearest event of any kind is.
        package let nearest: Int?

        static func lines(_ counts: Counts, held: [Topic.ID: [Held]]) -> (lines: [PlaceLine], unplaced: Int) {
            var lines: [Municipality.ID: (wishes: Int, unreached: Int)] = [:], unplaced = 0
            for wish in counts.wished where wish.topic != nil {
                guard let place = wish.municipality, let seat = counts.seats[place] else {
                    unplaced += wish.open
                    continue
                }
                let isReached = wish.topic.flatMap { held[$0] }?.contains { $0.isWithin(wish.km ?? counts.km, of: seat) } ?? false
                let line = lines[place, default: (0, 0)]
                // A wish that was met was in reach, however far it was.
                lines[place] = (line.wishes + wish.all, line.unreached + (isReached ? 0 : wish.open))
            }
            return (lines.map { place, line in
                let near = counts.seats[place].flatMap { seat in counts.events.compactMap { $0.seat?.kilometres(to: seat) }.min() }
                return PlaceLine(municipality: place, wishes: line.wishes, unreached: line.unreached, nearest: near.map { Int($0.rounded()) })
            }.sorted { ($1.unreached, $1.wishes, $0.municipality) < ($0.unreached, $0.wishes, $1.municipality) }, unplaced)
        }
    }

    /// What something costs, in three steps above nothing.
    package struct PriceLine: Sendable, Hashable {
        /// In minor units; nil above the last.
        package let upTo: Int?
        package let programmes: Int
        package let groups: Int
        package let seats: Int
        package let came: Int
    }

    /// Prices of programmes, and fees of what is announced or was held.
    /// - Parameter steps: greatest amounts in minor units, the first of which is nothing.
    package func prices(_ steps: [Int]) -> [PriceLine] {
        let edges: [Int?] = steps.map { $0 } + [nil]
        func step(_ amount: Int) -> Int { steps.firstIndex { amount <= $0 } ?? steps.count }
        return edges.enumerated().map { place, edge in
            let events = counts.events.filter { step($0.fee) == place }
            return PriceLine(
                upTo: edge, programmes: counts.programmes.count { $0.isFree ? place == 0 : $0.price.map { step($0) == place } ?? false }, groups: events.count,
                seats: events.reduce(0) { $0 + $1.seats }, came: events.reduce(0) { $0 + $1.came })
        }
    }

    package static func priceSteps(_ currency: Currency) -> [Int] {
        switch currency {
        case .rsd: [0, 300_000, 600_000]
        case .eur: [0, 3_000, 6_000]
        }
    }

    /// What people read, and in which language something is there for them. Both scripts of Serbian are one language.
    package struct LanguageLine: Sendable, Hashable {
        package let language: Language
        package let plans: Int
        package let programmes: Int
        package let groups: Int
        package let came: Int
    }

    package var languages: [LanguageLine] {
        func same(_ one: Language, _ other: Language) -> Bool { one == other || one.isSerbian && other.isSerbian }
        return [Language.sr, .lt, .en].map { language in
            let events = counts.events.filter { same($0.language, language) }
            return LanguageLine(
                language: language, plans: counts.languages.filter { same($0.key, language) }.values.reduce(0, +),
                programmes: counts.programmes.count { same($0.language, language) }, groups: events.count, came: events.reduce(0) { $0 + $1.came })
        }.filter { $0.plans + $0.programmes + $0.groups > 0 }
    }
}

extension OfferAnalysis.Held {
    /// Whether somebody who goes so far reaches it; online everybody does, and where it is unknown nobody is told that it is far.
    func isWithin(_ km: Int, of place: Coordinates) -> Bool { isOnline || seat.map { $0.kilometres(to: place) <= Double(km) } ?? true }
}
