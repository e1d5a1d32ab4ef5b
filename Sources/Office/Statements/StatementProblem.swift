package import Languages

/// Why a file is no statement that can be read. Nothing of it is kept then.
package enum StatementProblem: Error, Hashable, Sendable {
    /// None of the forms that are known; a list of a bank may still come in through the columns of an import.
    case unknown
    /// The bank's pages of a printed statement, which no program reads for sure.
    case printed
    /// The file contradicts its own form.
    case damaged
    /// An amount that is none, in a line of the file.
    case amount(String, line: Int)
    case day(String, line: Int)
    /// Money that is neither dinars nor euros.
    case currency(String)
    /// No line, and no account.
    case empty
    /// The recapitulation that came beside it is of another account or day.
    case otherRecap
    case tooLarge
}

extension StatementProblem {
    package var phrase: Phrase {
        switch self {
        case .unknown: T.statements.errorUnknown
        case .printed: T.statements.errorPrinted
        case .damaged: T.statements.errorDamaged
        case .amount(let text, let line): T.statements.errorAmount(line: .number(line), amount: .text(text))
        case .day(let text, let line): T.statements.errorDayOf(line: .number(line), day: .text(text))
        case .currency(let text): T.statements.errorCurrency(currency: .text(text))
        case .empty: T.statements.errorEmpty
        case .otherRecap: T.statements.errorRecap
        case .tooLarge: T.statements.errorTooLarge
        }
    }
}
