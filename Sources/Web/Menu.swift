import Forms
package import Kernel
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
    /// With which others it stands behind one word; nil for what is always in sight.
    package let group: MenuGroup?
    /// Lines stand in the order of their places.
    package let place: Int
    /// Whether it stands in the bar of a small screen too.
    package let isShortcut: Bool
}

/// What belongs together in the rail of the centre's own people, which is long.
package enum MenuGroup: Sendable {
    case offer, proof, practice, resources, pupils, office

    fileprivate var label: Phrase {
        switch self {
        case .offer: T.web.menuOffer
        case .proof: T.web.menuProof
        case .practice: T.web.menuPractice
        case .resources: T.web.menuResources
        case .pupils: T.web.menuPupils
        case .office: T.web.menuOffice
        }
    }

    fileprivate var icon: Icon {
        switch self {
        case .offer: .book
        case .proof: .proof
        case .practice: .people
        case .resources: .print
        case .pupils: .school
        case .office: .money
        }
    }
}

/// The menus of a page as its reader gets them.
struct Menu {
    let doors: [NavItem]
    let rail: [NavLine]
    let shortcuts: [NavItem]
    let foot: [Look.Link]

    init(_ visit: Visit) {
        let lines = visit.installation.menu
        let isStaff = visit.isStaffPage
        func item(_ line: MenuLine) -> NavItem {
            let path = line.path
            let isCurrent = visit.path == path || (path != "/staff" && visit.path.hasPrefix(path + "/"))
            return NavItem(visit.t(line.label), href: visit.link(path), isCurrent: isCurrent, icon: line.icon)
        }
        let own = lines.filter { $0.frame == (isStaff ? .staff : .everybody) && (!isStaff || visit.mayOpen($0.path)) }
        doors = isStaff ? [] : own.map(item)
        var rail: [NavLine] = [], places: [MenuGroup: Int] = [:]
        for line in isStaff ? own : [] {
            guard let group = line.group else {
                rail.append(.item(item(line)))
                continue
            }
            // A group stands where the first of its lines would.
            if let place = places[group], case .group(var lines) = rail[place] {
                lines.items.append(item(line))
                rail[place] = .group(lines)
            } else {
                places[group] = rail.count
                rail.append(.group(NavGroup(visit.t(group.label), icon: group.icon, items: [item(line)])))
            }
        }
        self.rail = rail
        shortcuts = own.filter(\.isShortcut).map(item)
        foot = lines.filter { $0.frame == .foot }.map { Look.Link(visit.t($0.label), href: visit.link($0.path)) }
    }
}

extension Visit {
    /// Where somebody goes on who has entered and asked for no other place: the first page of the staff's menu that they may open, else their own page.
    package func landing(of actor: Actor) -> String {
        installation.menu.filter { $0.frame == .staff }.first { installation.audiences[$0.path]?.admits(actor, at: centre.id) ?? false }?.path ?? "/me"
    }

    /// Whether any page is for those who hold a role: one that opens no door is not given to anybody.
    package func hasDoors(for role: Role) -> Bool { installation.audiences.values.contains { $0.rawValue == role.rawValue } }

    /// For whom the page at a path of the table of routes is.
    package func audience(of path: String) -> Audience? { installation.audiences[path] }

    /// Whether the reader may open the page at a path of the table of routes.
    package func mayOpen(_ path: String) -> Bool {
        installation.audiences[path]?.admits(actor, at: centre.id) ?? false
    }
}
