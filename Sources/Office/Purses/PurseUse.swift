package import Accounts
package import Centres
package import Events
package import Kernel
package import Languages
package import Needs
package import Schools

/// What somebody wants to take of a source: how much, when, for whom and for what. Whoever takes it back says the same again.
package struct PurseUse: Sendable {
    package var amount: Money
    /// Of the entry in the ledger.
    package var day: Day
    /// Of whose money: of the day's year unless said.
    package var year: Int
    package var words: String
    package var share: Int64?
    package var payer: Int64?
    package var event: Event.ID?
    package var person: Person.ID?

    // What the rules of a source ask about.
    package var municipality: Municipality.ID?
    package var school: School.ID?
    package var job: String
    package var topics: Set<Topic.ID>
    package var eventForm: EventForm.ID?

    package init(
        _ amount: Money, on day: Day, year: Int? = nil, words: String = "", share: Int64? = nil, payer: Int64? = nil, event: Event.ID? = nil,
        person: Person.ID? = nil, municipality: Municipality.ID? = nil, school: School.ID? = nil, job: String = "", topics: Set<Topic.ID> = [],
        eventForm: EventForm.ID? = nil
    ) {
        (self.amount, self.day, self.year, self.words, self.share, self.payer) = (amount, day, year ?? day.year, words, share, payer)
        (self.event, self.person, self.municipality, self.school) = (event, person, municipality, school)
        (self.job, self.topics, self.eventForm) = (job, topics, eventForm)
    }

    /// How the ledger marks its lines.
    package func mark(_ purse: Purse.ID) -> LedgerMark {
        LedgerMark(purse: purse, year: year, share: share, payer: payer, event: event, person: person)
    }
}

/// What is known of a source when something is to be taken of it, in hundredths.
package struct PurseStanding: Sendable, Hashable {
    /// Of the year, without what is reserved and spent; nil where no year was ever planned and only the ceiling over all counts.
    package var left: Int?
    /// Reserved and spent, over all years.
    package var taken: Int
    /// The same for one person, and for one event.
    package var takenByPerson: Int
    package var takenByEvent: Int

    package init(left: Int?, taken: Int = 0, takenByPerson: Int = 0, takenByEvent: Int = 0) {
        (self.left, self.taken, self.takenByPerson, self.takenByEvent) = (left, taken, takenByPerson, takenByEvent)
    }
}
