package import Catalogue
package import Kernel
package import Languages
package import Centres

/// What kind of occasion an event is, and what an event of that kind has. A form is a row, so that a centre makes one more without code; the screen names
/// an event by its form, never by the word event. Texts never bend a form's name: it stands by itself, before a title or a colon.
package struct EventForm: Sendable, Hashable {
    package typealias ID = Kernel.ID<EventForm>

    package let id: ID
    /// Nil for a form that every centre has.
    package let centre: Centre.ID?
    package let isClosed: Bool
    package var details: EventFormDetails

    package init(id: ID, centre: Centre.ID? = nil, isClosed: Bool = false, details: EventFormDetails) {
        self.id = id
        self.centre = centre
        self.isClosed = isClosed
        self.details = details
    }

    /// The form in which most is held, for what is made without rows. Its row has the names too, and says the same else, which a test compares.
    package static let seminar = EventForm(id: .seminar, details: EventFormDetails(
        nameInEnglish: "Seminar", applying: .open, lead: .trainer, paper: .certificate, leadPaper: .confirmation,
        traits: [.programme, .points, .fee, .minimum, .attendance]))

    package func has(_ trait: EventTrait) -> Bool { details.traits.contains(trait) }
    package var applying: Applying { details.applying }
    package var lead: EventLead { details.lead }

    /// Its name for a page in some language, with the language it really is in.
    package func name(in language: Language) -> Event.Wording {
        Event.Wording(in: language, else: .sr) { language in
            switch language {
            case .sr: details.name
            case .srLatn: nil
            case .lt: details.nameInLithuanian
            case .en: details.nameInEnglish
            }
        }
    }

    /// Whether applications for its events are taken and counted here.
    package var takesApplications: Bool { applying == .open || applying == .group }
    /// Whether an event of it holds only so many people.
    package var countsSeats: Bool { applying != .none }
    /// Whether those who took part are known by number only, which is asked for when it was held.
    package var countsVisitors: Bool { !has(.attendance) }
    package var needsApproval: Bool { details.askedDays > 0 }
    /// Whether strangers never see its events: a hall that is hired is nobody else's affair.
    package var isInternal: Bool { has(.internal) }
}

extension Kernel.ID<EventForm> {
    /// The first row of the migration.
    package static let seminar = EventForm.ID(1)
}

/// What a centre decides about a form.
package struct EventFormDetails: Sendable, Hashable {
    /// In Serbian; a form has a name in one language at least.
    package var name: String
    package var nameInLithuanian: String
    package var nameInEnglish: String
    package var applying: Applying
    package var lead: EventLead
    package var paper: EventPaper
    package var leadPaper: EventLeadPaper
    package var traits: Set<EventTrait>
    /// So many days before the first session its approval is asked for, at the latest; none where it needs none.
    package var askedDays: Int
    /// For so many months an approval holds.
    package var approvedMonths: Int
    /// The article that says so, as it is quoted.
    package var basis: String

    package init(
        name: String = "", nameInLithuanian: String = "", nameInEnglish: String = "", applying: Applying = .open, lead: EventLead = .trainer,
        paper: EventPaper = .none, leadPaper: EventLeadPaper = .none, traits: Set<EventTrait> = [], askedDays: Int = 0, approvedMonths: Int = 0, basis: String = ""
    ) {
        self.name = name
        self.nameInLithuanian = nameInLithuanian
        self.nameInEnglish = nameInEnglish
        self.applying = applying
        self.lead = lead
        self.paper = paper
        self.leadPaper = leadPaper
        self.traits = traits
        self.askedDays = askedDays
        self.approvedMonths = approvedMonths
        self.basis = basis
    }

    static let askedLimits = 0...365
    static let approvedLimits = 0...60

    /// What contradicts itself is told at its field.
    package func check(_ faults: inout Faults) {
        faults.require(!name.isEmpty || !nameInLithuanian.isEmpty || !nameInEnglish.isEmpty, "name", T.events.formNameMissing)
        faults.require(paper == .none || traits.contains(.attendance), "paper", T.events.formPaperWithoutAttendance)
        faults.require(paper != .certificate || traits.contains(.programme), "paper", T.events.formCertificateWithoutProgramme)
        faults.require(!traits.contains(.attendance) || applying == .open, "traits", T.events.formAttendanceWithoutOpen)
        faults.require(!traits.contains(.papers) || traits.contains(.talks), "traits", T.events.formPapersWithoutTalks)
        faults.require(!traits.contains(.papers) || !traits.contains(.internal), "traits", T.events.formPapersInternal)
        faults.require(!traits.contains(.parts) || applying == .open, "traits", T.events.formPartsWithoutOpen)
        faults.require(askedDays == 0 || approvedMonths > 0, "approvedMonths", T.events.formApprovedMissing)
        for (field, range, number) in [("askedDays", Self.askedLimits, askedDays), ("approvedMonths", Self.approvedLimits, approvedMonths)] {
            faults.require(range.contains(number), field, T.common.errorNumberBetween(least: .number(range.lowerBound), most: .number(range.upperBound)))
        }
    }
}
