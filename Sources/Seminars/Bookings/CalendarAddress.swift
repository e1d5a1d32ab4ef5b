package import Centres
import Events
package import Kernel

/// A calendar that programs follow by an address with a secret: nobody signs in there. The secret is a mark over what the calendar is of and how often
/// it was made anew, so that it stands nowhere and an old one opens nothing.
package enum CalendarAddress: Hashable, Sendable {
    case halls(of: Centre.ID)
    case hall(Hall.ID, of: Centre.ID)
    case groups(of: ID<PersonTag>, at: Centre.ID)

    package var centre: Centre.ID {
        switch self {
        case .halls(let centre), .hall(_, let centre), .groups(_, let centre): centre
        }
    }

    /// As its address names it.
    package var name: String {
        switch self {
        case .halls: "halls"
        case .hall(let id, _): "hall-\(id)"
        case .groups(let id, _): "groups-\(id)"
        }
    }

    package init?(_ name: String, at centre: Centre.ID) {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        switch (parts.first, parts.count) {
        case ("halls", 1): self = .halls(of: centre)
        case ("hall", 2): if let id = Hall.ID(parts[1]) { self = .hall(id, of: centre) } else { return nil }
        case ("groups", 2): if let id = ID<PersonTag>(parts[1]) { self = .groups(of: id, at: centre) } else { return nil }
        default: return nil
        }
    }

    /// - Parameter round: how often it was made anew.
    package func key(_ round: Int, _ seal: Seal) -> String { seal.mark("\(centre) \(name) \(round)", for: "calendar") }

    /// Behind the language.
    package func path(_ round: Int, _ seal: Seal) -> String { "/calendars/\(name)/\(key(round, seal)).ics" }
}

/// A calendar with the address at which it is followed now.
package struct FollowedCalendar: Sendable {
    package let name: String
    /// What a renewal names.
    package let address: CalendarAddress
    package let path: String

    package init(name: String, address: CalendarAddress, path: String) {
        (self.name, self.address, self.path) = (name, address, path)
    }
}
