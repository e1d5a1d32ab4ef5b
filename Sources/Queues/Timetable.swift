import Foundation
package import Kernel
package import Languages
import Storage

/// What happens by the clock. A line that has come due becomes a job, once for each of its times, however many copies of the program look.
package struct Timetable: Sendable {
    package let lines: [Line]

    package init(_ lines: [Line]) { self.lines = lines }

    package struct Line: Sendable {
        /// Also the kind of its job.
        let name: StaticString
        let when: When
        let work: JobQueue.Work

        package init(_ name: StaticString, _ when: When, _ work: @escaping JobQueue.Work) {
            self.name = name
            self.when = when
            self.work = work
        }
    }

    package enum When: Sendable {
        /// At the minutes that can be divided by this number.
        case every(minutes: Int)
        /// Once a day, at this time on the wall clock.
        case daily(ClockTime)

        /// The last moment, up to now, at which it was due.
        package func last(until now: Instant, in zone: Zone) -> Instant {
            switch self {
            case .every(let minutes):
                return now.adding(seconds: -Int(now.seconds % Int64(minutes * 60)))
            case .daily(let time):
                let today = zone.day(of: now)
                let moment = Self.moment(today, time, zone)
                return moment <= now ? moment : Self.moment(today.adding(days: -1), time, zone)
            }
        }

        /// On the day on which summer time skips that hour, it is due an hour later.
        private static func moment(_ day: Day, _ time: ClockTime, _ zone: Zone) -> Instant {
            (try? zone.instant(day, time)) ?? zone.startOfDay(day).adding(minutes: time.minutes)
        }
    }

    /// What the queue has to know to do these jobs.
    package var work: [String: JobQueue.Work] {
        Dictionary(lines.map { ($0.name.description, $0.work) }, uniquingKeysWith: { first, _ in first })
    }

    /// Puts into the queue what has come due since somebody last looked. What was missed while nothing ran is done once.
    package func look(in act: Act, zone: Zone) throws {
        for line in lines where try claim(line, line.when.last(until: act.now, in: zone), in: act) {
            try act.enqueue(line.name, [String](), once: "timetable.\(line.name)")
        }
    }

    /// Instants have ten digits until the year 2286, so their order as text is their order in time.
    private func claim(_ line: Line, _ moment: Instant, in act: Act) throws -> Bool {
        try act.db.run("""
            INSERT INTO setting (name, value) VALUES (\("timetable.\(line.name)"), \(String(moment.seconds)))
            ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE setting.value < excluded.value
            """) > 0
    }
}
