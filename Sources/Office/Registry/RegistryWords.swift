import Kernel
import Languages
import Look

// Words for what the register names.

extension RegistryDirection {
    var name: Phrase {
        switch self {
        case .came: T.registry.came
        case .sent: T.registry.sent
        case .inner: T.registry.inner
        }
    }
}

extension RegistryState {
    var name: Phrase {
        switch self {
        case .open: T.registry.stateOpen
        case .late: T.registry.stateLate
        case .settled: T.registry.stateSettled
        case .withdrawn: T.registry.stateWithdrawn
        }
    }

    var tone: Tone {
        switch self {
        case .open: .waiting
        case .late: .bad
        case .settled: .good
        case .withdrawn: .neutral
        }
    }
}

extension RegistryStyle {
    var name: Phrase {
        switch self {
        case .year: T.registry.styleYear
        case .mark: T.registry.styleMark
        case .short: T.registry.styleShort
        }
    }
}

extension RegistryTerm {
    /// How long, in words.
    static func name(_ years: Int?) -> Phrase { years.map { T.registry.years(count: $0) } ?? T.registry.ever }
}
