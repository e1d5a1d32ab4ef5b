package import Accounts
package import Centres
package import Events
package import Files
package import Kernel
package import Languages
package import Storage

/// Who the centre works with.
package struct Partner: Sendable {
    package typealias ID = Kernel.ID<Partner>

    package enum Kind: String, CaseIterable, Sendable, Storable {
        case university, ministry, authority, municipality, school, firm, association, centre, other
    }

    /// What a partner is in a project.
    package enum Part: String, CaseIterable, Sendable, Storable { case lead, partner, associate }

    package let id: ID
    package let centre: Centre.ID
    package let details: PartnerDetails
    package let keeperName: String
    /// The day since which nothing is done together.
    package let ended: Day?

    package init(id: ID, centre: Centre.ID, details: PartnerDetails, keeperName: String, ended: Day?) {
        (self.id, self.centre, self.details, self.keeperName, self.ended) = (id, centre, details, keeperName, ended)
    }

    package var path: String { "/staff/partners/\(id)" }
}

package struct PartnerDetails: Sendable, Hashable {
    package var name: String
    package var kind: Partner.Kind
    package var place = ""
    /// Whom to ask there.
    package var contact = ""
    package var link = ""
    /// What they do with the centre.
    package var what = ""
    /// Who of the centre keeps touch.
    package var keeper: Person.ID?
    /// Whether the public reads of it in the projects it belongs to.
    package var isShown = true

    package init(_ name: String, _ kind: Partner.Kind) { (self.name, self.kind) = (name, kind) }
}

/// What was signed with a partner.
package struct Agreement: Sendable {
    package typealias ID = Kernel.ID<Agreement>

    package enum Kind: String, CaseIterable, Sendable, Storable { case protocolOfWork = "protocol", agreement, contract }

    /// How it stands on a day.
    package enum Standing: Sendable, Hashable {
        /// Without a term.
        case open
        case holds(until: Day)
        /// Its term ends soon.
        case ends(Day)
        case over(Day)
    }

    package let id: ID
    package let partner: Partner.ID
    package let details: AgreementDetails
    package let file: StoredFile?
    package let ended: Day?
    package let deeds: [AgreementDeed]

    package init(id: ID, partner: Partner.ID, details: AgreementDetails, file: StoredFile?, ended: Day?, deeds: [AgreementDeed] = []) {
        (self.id, self.partner, self.details, self.file, self.ended, self.deeds) = (id, partner, details, file, ended, deeds)
    }

    package func standing(on today: Day) -> Standing { Self.standing(until: details.until, ended: ended, on: today) }

    package static func standing(until: Day?, ended: Day?, on today: Day) -> Standing {
        if let ended, ended <= today { return .over(ended) }
        guard let until else { return .open }
        if until < today { return .over(until) }
        return today.days(until: until) <= Reminding.agreement.early ? .ends(until) : .holds(until: until)
    }
}

package struct AgreementDetails: Sendable, Hashable {
    package var kind: Agreement.Kind
    package var number = ""
    package var title: String
    package var signed: Day
    /// The last day; nil without a term.
    package var until: Day?

    package init(_ title: String, _ kind: Agreement.Kind, signed: Day, until: Day? = nil) {
        (self.title, self.kind, self.signed, self.until) = (title, kind, signed, until)
    }
}

/// What was done under an agreement.
package struct AgreementDeed: Sendable {
    package typealias ID = Kernel.ID<AgreementDeed>

    package let id: ID
    package let day: Day
    package let text: String
    package let event: (id: Event.ID, title: String)?
    package let project: (id: Project.ID, name: String)?
}

extension Partner.Kind {
    package var name: Phrase {
        switch self {
        case .university: T.projects.kindUniversity
        case .ministry: T.projects.kindMinistry
        case .authority: T.projects.kindAuthority
        case .municipality: T.projects.kindMunicipality
        case .school: T.projects.kindSchool
        case .firm: T.projects.kindFirm
        case .association: T.projects.kindAssociation
        case .centre: T.projects.kindCentre
        case .other: T.projects.kindOther
        }
    }
}

extension Partner.Part {
    package var name: Phrase {
        switch self {
        case .lead: T.projects.inLead
        case .partner: T.projects.inPartner
        case .associate: T.projects.inAssociate
        }
    }
}

extension Agreement.Kind {
    package var name: Phrase {
        switch self {
        case .protocolOfWork: T.projects.agreementProtocol
        case .agreement: T.projects.agreementAgreement
        case .contract: T.projects.agreementContract
        }
    }
}
