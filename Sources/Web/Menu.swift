import Forms
import Kernel
package import Languages
package import Look

/// A line of a menu, as a room brings it.
package struct MenuLine: Sendable {
    package enum Frame: Sendable {
        /// The five of the public pages.
        case everybody
        /// The rail of the centre's own people. A line is there for those whom its route admits.
        case staff
        /// The small ones at the foot of every page.
        case foot
    }

    package let frame: Frame
    package let label: Phrase
    package let path: String
    package let icon: Icon?
    /// Lines stand in the order of their places.
    package let place: Int
    /// Whether it stands in the bar of a small screen too.
    package let isShortcut: Bool
}

/// The menus of a page as its reader gets them.
struct Menu {
    let main: [NavItem]
    let shortcuts: [NavItem]
    let foot: [Look.Link]

    init(_ visit: Visit) {
        let lines = visit.records.exchange.all(MenuLine.self).sorted { $0.place < $1.place }
        let isStaff = visit.isStaffPage
        func item(_ line: MenuLine) -> NavItem {
            let path = line.path
            let isCurrent = visit.path == path || (path != "/staff" && visit.path.hasPrefix(path + "/"))
            return NavItem(visit.t(line.label), href: visit.link(path), isCurrent: isCurrent, icon: line.icon)
        }
        let own = lines.filter { $0.frame == (isStaff ? .staff : .everybody) && (!isStaff || visit.mayOpen($0.path)) }
        main = own.map(item)
        shortcuts = own.filter(\.isShortcut).map(item)
        foot = lines.filter { $0.frame == .foot }.map { Look.Link(visit.t($0.label), href: visit.link($0.path)) }
    }
}

extension Visit {
    /// Whether the reader may open the page at a path of the table of routes.
    package func mayOpen(_ path: String) -> Bool {
        installation.audiences[path]?.admits(actor, at: centre.id) ?? false
    }
}
