import Kernel
package import Languages

extension ContestKind {
    package var name: Phrase {
        switch self {
        case .photo: T.contests.kindPhoto
        case .art: T.contests.kindArt
        case .literary: T.contests.kindLiterary
        case .research: T.contests.kindResearch
        case .festival: T.contests.kindFestival
        case .tools: T.contests.kindTools
        case .book: T.contests.kindBook
        }
    }
}

extension Contest.State {
    package var name: Phrase {
        switch self {
        case .draft: T.contests.stateDraft
        case .open: T.contests.stateOpen
        case .judging: T.contests.stateJudging
        case .decided: T.contests.stateDecided
        case .closed: T.contests.stateClosed
        }
    }

    /// What the journal says of whoever brought it there.
    var deed: Phrase {
        switch self {
        case .draft: T.contests.deedDraft
        case .open: T.contests.deedOpen
        case .judging: T.contests.deedJudging
        case .decided: T.contests.deedDecided
        case .closed: T.contests.deedClosed
        }
    }
}

extension ContestLevel {
    package var name: Phrase {
        switch self {
        case .school: T.contests.levelSchool
        case .municipality: T.contests.levelMunicipality
        case .state: T.contests.levelState
        case .centre: T.contests.levelCentre
        }
    }
}

extension ContestFileKind {
    package var name: Phrase {
        switch self {
        case .picture: T.contests.kindOfPicture
        case .pdf: T.contests.kindOfPDF
        case .text: T.contests.kindOfText
        case .link: T.contests.kindOfLink
        }
    }
}

extension Consent {
    package var name: Phrase {
        switch self {
        case .unknown: T.contests.consentUnknown
        case .yes: T.common.yes
        case .no: T.common.no
        }
    }
}

extension ContestWork {
    /// How it stands with it, in a word or two.
    package var standing: Phrase {
        switch state {
        case .draft: T.contests.workDraft
        case .sent: isLate ? (admitted == nil ? T.contests.workLate : T.contests.workAdmitted) : T.contests.workSent
        case .withdrawn: T.contests.workWithdrawn
        case .disqualified: T.contests.workDisqualified
        }
    }
}

/// Grades as they are read: before school, first to twelfth.
package enum ContestGrade {
    package static func name(_ grade: Int) -> Phrase { grade == 0 ? T.contests.gradeBefore : T.contests.gradeNumber(grade: .number(grade)) }

    package static func range(_ grades: ClosedRange<Int>?) -> Phrase {
        guard let grades else { return T.contests.gradesAll }
        return grades.lowerBound == grades.upperBound ? name(grades.lowerBound)
            : T.contests.gradesRange(from: .number(grades.lowerBound), to: .number(grades.upperBound))
    }
}
