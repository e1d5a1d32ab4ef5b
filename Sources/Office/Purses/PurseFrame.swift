import Forms
import HTML
import Kernel
import Languages
import Look

/// What all pages of sources and of the ledger have: the tabs of all of them, and those of one source.
struct PurseFrame {
    let reader: Reader
    private var t: Texts { reader.t }

    enum Tab: String, CaseIterable {
        case purses = "", ledger = "/ledger", balance = "/ledger/balance", accounts = "/accounts"

        var label: Phrase {
            switch self {
            case .purses: T.purses.title
            case .ledger: T.purses.ledger
            case .balance: T.purses.balance
            case .accounts: T.purses.accounts
            }
        }
    }

    enum Part: String, CaseIterable {
        case sheet = "", rules = "/rules", evidence = "/evidence", edit = "/edit"

        var label: Phrase {
            switch self {
            case .sheet: T.purses.sheet
            case .rules: T.purses.rules
            case .evidence: T.purses.evidence
            case .edit: T.purses.details
            }
        }
    }

    var trail: [Look.Link] { [Look.Link(t(T.purses.title), href: reader.link("/staff/purses"))] }

    func tabs(_ current: Tab) -> Tabs {
        Tabs(t(T.purses.title), Tab.allCases.map { tab in
            NavItem(t(tab.label), href: reader.link("/staff/purses\(tab.rawValue)"), isCurrent: tab == current)
        })
    }

    func parts(of purse: Purse, _ current: Part) -> Tabs {
        Tabs(t.run(purse.name).text, Part.allCases.map { part in
            NavItem(t(part.label), href: reader.link("\(purse.path)\(part.rawValue)"), isCurrent: part == current)
        })
    }

    /// Years as links beside one another.
    func years(_ years: [Int], _ current: Int?, isAllowedAll: Bool = false) -> some HTML {
        FilterChips(t(T.purses.year), (isAllowedAll ? [NavItem(t(T.purses.allYears), href: reader.here("year", "all"), isCurrent: current == nil)] : [])
            + years.map { NavItem("\($0)", href: reader.here("year", "\($0)"), isCurrent: $0 == current) })
    }
}
