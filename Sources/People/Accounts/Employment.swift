package import Centres
package import Forms
package import Kernel
package import Languages

/// What somebody does at an institution, since when and until when, and how much of a full post it is. A teacher often works in two or three schools.
package struct Work: Sendable, Hashable, Codable {
    package var job = ""
    /// The school subject.
    package var teaches = ""
    package var since: Day?
    /// The last day; nil while it goes on.
    package var until: Day?
    /// Of a full post, in percent.
    package var share: Int?

    static let shares = 1...100

    package init(job: String = "", teaches: String = "", since: Day? = nil, until: Day? = nil, share: Int? = nil) {
        (self.job, self.teaches, self.since, self.until, self.share) = (job, teaches, since, until, share)
    }

    /// Whether it goes on on one of these days at least. A day that nobody told bounds nothing.
    package func holds(in days: ClosedRange<Day>) -> Bool { since.map { $0 <= days.upperBound } ?? true && until.map { $0 >= days.lowerBound } ?? true }

    /// Where a day lies: somebody may have stopped to work there, or not begun yet.
    package enum Standing: Sendable { case coming, now, ended }

    package func standing(on day: Day) -> Standing {
        if let since, day < since { return .coming }
        if let until, until < day { return .ended }
        return .now
    }

    /// Whether somebody works there on a day.
    package func holds(on day: Day) -> Bool { standing(on: day) == .now }

    /// What is said anew counts over what stood there; where nothing is said, that stays.
    func saying(_ said: Work) -> Work {
        Work(
            job: said.job.isEmpty ? job : said.job, teaches: said.teaches.isEmpty ? teaches : said.teaches, since: said.since ?? since, until: said.until ?? until,
            share: said.share ?? share)
    }

    /// From and to, where either is known.
    package var days: Phrase? {
        switch (since, until) {
        case (let since?, let until?): T.accounts.workFromTo(from: .day(since), to: .day(until))
        case (let since?, nil): T.accounts.workFrom(from: .day(since))
        case (nil, let until?): T.accounts.workTo(to: .day(until))
        case (nil, nil): nil
        }
    }
}

/// The work of one person at one institution.
package struct Employment: Sendable, Hashable {
    package typealias ID = Kernel.ID<Employment>

    package let id: ID
    package let school: School.ID
    package let name: String
    package let work: Work
}

extension Work {
    /// Reads what was typed of it.
    /// - Throws: all that is wrong at once.
    package init(_ typed: Typed, own: Language) throws {
        var faults = Faults()
        func day(_ field: String) -> Day? {
            guard !typed[field].isEmpty else { return nil }
            let day = Day(typed: typed[field])
            faults.require(day != nil, field, T.common.errorDay(example: own.isSerbian ? "1.9.2024." : "2024-09-01"))
            return day
        }
        self.init(
            job: typed["job"], teaches: typed["teaches"], since: day("since"), until: day("until"), share: faults.numberOrNothing(typed, "share", in: Self.shares))
        faults.limit(job, "job")
        faults.limit(teaches, "teaches")
        if let since, let until { faults.require(since <= until, "until", T.accounts.workEndsBefore) }
        try faults.check()
    }

    package var typed: Typed {
        Typed(["job": job, "teaches": teaches, "since": since?.iso ?? "", "until": until?.iso ?? "", "share": share.map { "\($0)" } ?? ""])
    }
}
