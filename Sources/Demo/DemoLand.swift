import Catalogue
import Centres
import Certificates
import Kernel
import Languages
import Registration
import Storage

/// A whole invented land: many centres, their teachers, and the years behind them.
enum DemoLand {
    /// - Parameter tell: one line about what is done.
    static func fill(
        _ scale: DemoScale, first town: DemoTown, _ catalogue: DemoCatalogue, seal: Seal, _ records: Records, tell: @escaping @Sendable (Phrase) -> Void
    ) async throws {
        let now = records.now
        let begun = records.at(now.adding(days: -scale.days - 90))
        let (centres, numbers) = try await begun.write(by: .system) { act in
            let programmes = try offer(scale, catalogue, in: act)
            let centres = try (0..<scale.centres).map { place in
                try DemoCentre(place, first: town, scale: scale, programmes: programmes.map { $0[place] }, seal: seal, in: act)
            }
            return (centres, try DemoYears.Numbers(in: act))
        }
        tell(T.demo.toldCentres(centres: .number(centres.count), schools: .number(scale.schools)))
        // While one centre is written, the next is thought out.
        try await withThrowingTaskGroup(of: DemoYears.self) { group in
            func think(_ centre: DemoCentre) { group.addTask { try DemoYears(centre, scale, numbers: numbers.of(centre.place), now: now) } }
            var waiting = centres[...]
            for _ in 0..<2 { if let centre = waiting.popFirst() { think(centre) } }
            var written = 0
            while let years = try await group.next() {
                if let centre = waiting.popFirst() { think(centre) }
                try await records.write(by: .system) { try years.write(in: $0) }
                written += 1
                tell(years.told(written, of: centres.count))
            }
        }
        try await records.write(by: .system) { try $0.db.analyze() }
    }

    /// The programmes of each centre, in the cycle before and in the one that goes on.
    private static func offer(_ scale: DemoScale, _ catalogue: DemoCatalogue, in act: Act) throws -> [[[Programme.ID]]] {
        let current = try CycleStore.cycle(catalogue.cycle, in: act)
        let first = current.days.lowerBound
        let before = try DemoCatalogue.cycle(of: current.accreditor.id, from: first.adding(years: -3), to: first.adding(days: -1), in: act)
        let names = DemoWords.towns.prefix(scale.centres).map { "Центар за стручно усавршавање \($0.name)" }
        return try [before, current.id].map { try DemoCatalogue.offer(names, programmes: scale.programmes, trainers: scale.trainers, in: $0, in: act) }
    }
}

extension DemoYears {
    /// What a centre's years come to, for whoever waits.
    fileprivate func told(_ done: Int, of all: Int) -> Phrase {
        T.demo.toldCentre(
            done: .number(done), all: .number(all), centre: .title(centre.centre.name), people: .number(people.count), events: .number(events.count),
            applications: .number(groups.reduce(0) { $0 + $1.rows.count }), certificates: .number(certificates.count))
    }
}
