package import Catalogue
package import Kernel
package import Languages

extension EventPlan {
    /// Everything that can be wrong with a plan, each at its field.
    /// - Parameters:
    ///   - form: what an event of it has.
    ///   - limits: of the programme that it is made from, if any.
    ///   - today: a seminar is not announced for yesterday; nil when it is only kept as a draft.
    package func faults(of form: EventForm = .seminar, limits: ProgrammeLimits?, zone: Zone, today: Day?) -> Faults {
        var faults = Faults()
        faults.require(texts.values.contains { !$0.title.isEmpty }, "title", T.events.titleMissing)
        faults.require(seats > 0 || !form.countsSeats, "seats", T.events.seatsNone)
        faults.require(seatsMin <= seats, "seatsMin", T.events.seatsMinTooMany)
        faults.require(!payers.isEmpty, "payers", T.events.payersMissing)
        faults.require(points >= 0, "points", T.events.pointsNegative)
        faults.require(!sessions.isEmpty, "day1", T.events.sessionsMissing)
        for (index, session) in sessions.enumerated() {
            let number = index + 1
            faults.require(session.begins < session.ends, "ends\(number)", T.events.endsBeforeStart)
            if (try? zone.instant(session.day, session.begins)) == nil { faults.add("begins\(number)", T.events.errorSkippedHour) }
            if (try? zone.instant(session.day, session.ends)) == nil { faults.add("ends\(number)", T.events.errorSkippedHour) }
            // Where sessions run in parallel, each has a place of its own.
            let beside = sessions[..<index].filter(session.overlaps)
            if form.has(.parts) {
                faults.require(beside.allSatisfy { $0.isElsewhere(than: session) }, "begins\(number)", T.events.sessionsOnePlace)
                faults.require(session.seats == 0 || !session.title.isEmpty, "workshop\(number)", T.events.workshopTitleMissing)
                faults.require(session.title.isEmpty || beside.allSatisfy { $0.title != session.title }, "workshop\(number)", T.events.workshopTitleTwice)
            } else {
                faults.require(beside.isEmpty, "begins\(number)", T.events.sessionsOverlap)
            }
        }
        if let first = sessions.map(\.day).min() {
            faults.require(deadline <= first, "deadline", T.events.deadlineAfterStart)
            if let today {
                faults.require(first >= today, "day1", T.events.startPassed)
                faults.require(deadline >= today || first < today, "deadline", T.events.deadlinePassed(deadline: .day(deadline)))
            }
        }
        if form.needsApproval { faults.respect(approval, of: form, self, today: today) }
        if let limits { faults.respect(limits, self) }
        return faults
    }
}

/// What a programme allows an event made from it.
package struct ProgrammeLimits: Sendable {
    package let hours: Int
    package let seatsMax: Int
    package let days: ClosedRange<Day>
    /// Who may hold it.
    package let trainers: TrainerList

    package init(hours: Int, seatsMax: Int, days: ClosedRange<Day>, trainers: TrainerList = .nobody) {
        self.hours = hours
        self.seatsMax = seatsMax
        self.days = days
        self.trainers = trainers
    }
}

extension Faults {
    /// Points never exceed what was approved; the group never exceeds the programme's; the days lie within the cycle; listed trainers hold it.
    fileprivate mutating func respect(_ limits: ProgrammeLimits, _ plan: EventPlan) {
        require(plan.points <= limits.hours, "points", T.events.pointsAboveProgramme(points: .number(limits.hours)))
        require(plan.seats <= limits.seatsMax, "seats", T.events.seatsAboveProgramme(seats: .number(limits.seatsMax)))
        for (index, session) in plan.sessions.enumerated() where !limits.days.contains(session.day) {
            add("day\(index + 1)", T.events.dayOutsideCycle(from: .day(limits.days.lowerBound), until: .day(limits.days.upperBound)))
        }
        for trainer in plan.trainers {
            if let refusal = limits.trainers.refusal(of: trainer.name, person: trainer.person) { add("trainers", refusal) }
        }
    }
}
