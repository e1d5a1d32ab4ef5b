/// What a state means to the reader. It chooses colour and icon together, so colour never speaks alone.
package enum Tone: String, CaseIterable, Sendable {
    case neutral, info, good, waiting, bad

    var icon: Icon {
        switch self {
        case .neutral: .dot
        case .info: .info
        case .good: .check
        case .waiting: .clock
        case .bad: .cross
        }
    }
}
