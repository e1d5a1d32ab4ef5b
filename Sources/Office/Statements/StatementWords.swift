package import Languages

// What rules of this room are called on pages.

extension StatementKind {
    package var name: Phrase {
        switch self {
        case .halcom: T.statements.kindHalcom
        case .asseco: T.statements.kindAsseco
        case .rol: T.statements.kindRol
        case .treasury: T.statements.kindTreasury
        case .camt: T.statements.kindCamt
        case .list: T.statements.kindList
        }
    }
}

extension BroughtStatement.Doubt {
    var phrase: Phrase {
        switch self {
        case .sum(let expected, let said): T.statements.doubtSum(expected: .money(expected), said: .money(said))
        case .count(let said, let found): T.statements.doubtCount(said: .number(said), found: .number(found))
        case .turnover(let said, let found): T.statements.doubtTurnover(said: .money(said), found: .money(found))
        case .parts(let entry): T.statements.doubtParts(entry: .money(entry))
        }
    }
}

extension Match.Reason {
    var phrase: Phrase {
        switch self {
        case .reference: T.statements.reasonReference
        case .referenceInWords: T.statements.reasonReferenceInWords
        case .referenceBare: T.statements.reasonReferenceBare
        case .referenceMistyped: T.statements.reasonReferenceMistyped
        case .account: T.statements.reasonAccount
        case .name: T.statements.reasonName
        case .partOfName: T.statements.reasonPartOfName
        case .person: T.statements.reasonPerson
        case .amount: T.statements.reasonAmount
        case .several(let count): T.statements.reasonSeveral(count: count)
        case .all: T.statements.reasonAll
        case .otherChoice: T.statements.reasonOtherChoice
        case .partial: T.statements.reasonPartial
        case .tooMuch: T.statements.reasonTooMuch
        case .date: T.statements.reasonDate
        case .alike(let count): T.statements.reasonAlike(count: count)
        }
    }
}

extension Payment.Kind {
    var name: Phrase {
        switch self {
        case .paid: T.statements.paymentPaid
        case .refund: T.statements.paymentRefund
        case .returned: T.statements.paymentReturned
        case .aside: T.statements.paymentAside
        }
    }
}

extension Payment.Ground {
    var name: Phrase {
        switch self {
        case .reference: T.statements.groundReference
        case .proposal: T.statements.groundProposal
        case .choice: T.statements.groundChoice
        }
    }
}
