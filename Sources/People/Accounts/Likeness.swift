import Centres
package import Imports
import Kernel
package import Languages

/// What is known of somebody by which two may be seen to be one.
struct Bearing: Sendable {
    /// What all writings of the name have in common.
    let name: String
    /// The same of the names that they had.
    var former: Set<String> = []
    /// Its last digits.
    var phone: String?
    var schools: Set<School.ID> = []
    var addresses: Set<String> = []
}

/// What two must share for `Likeness` to say anything: beside a common address, one of these.
enum Clue: Hashable {
    case address(name: String, address: String)
    case phone(name: String, phone: String)
    case school(name: String, school: School.ID)
    case name(String)
    case former(String)

    /// By what somebody is found.
    static func borne(by one: Bearing) -> Set<Clue> {
        together(one).union([.name(one.name)]).union(one.former.map { .former($0) })
    }

    /// By what those are found who may be the same: a name that one of them had tells alone.
    static func sought(by one: Bearing) -> Set<Clue> {
        together(one).union([.former(one.name)]).union(one.former.flatMap { [Clue.former($0), Clue.name($0)] })
    }

    private static func together(_ one: Bearing) -> Set<Clue> {
        guard !one.name.isEmpty else { return [] }
        var clues = Set(one.addresses.map { Clue.address(name: one.name, address: $0) })
        for school in one.schools { clues.insert(.school(name: one.name, school: school)) }
        if let phone = one.phone { clues.insert(.phone(name: one.name, phone: phone)) }
        return clues
    }
}

/// Why two people may be one, and how sure that is: the one rule for lists, for what staff write down and for those who may stand here twice.
///
/// A name alone tells nothing, for many have the same; with a telephone or an institution it tells much. A name that somebody had is rarer, and asked about alone.
/// An address is one person's when something of the name is the same: a school's own address stands behind many names.
package struct Likeness: Sendable, Hashable {
    enum Name: Sendable { case same, former, inPart, other }

    let name: Name
    let hasAddress: Bool
    let hasPhone: Bool
    let hasSchool: Bool

    /// nil when nothing speaks for it.
    init?(_ one: Bearing, _ other: Bearing) {
        name = Self.name(one, other)
        hasAddress = !one.addresses.isDisjoint(with: other.addresses)
        hasPhone = one.phone != nil && one.phone == other.phone
        hasSchool = !one.schools.isDisjoint(with: other.schools)
        switch name {
        case .same: guard hasAddress || hasPhone || hasSchool else { return nil }
        case .former: break
        case .inPart, .other: guard hasAddress else { return nil }
        }
    }

    private static func name(_ one: Bearing, _ other: Bearing) -> Name {
        if one.name.isEmpty || other.name.isEmpty { return .other }
        if one.name == other.name { return .same }
        if other.former.contains(one.name) || one.former.contains(other.name) || !one.former.isDisjoint(with: other.former) { return .former }
        return Set(one.name.split(separator: " ")).isDisjoint(with: other.name.split(separator: " ")) ? .other : .inPart
    }

    package var certainty: ImportLikeness.Certainty {
        if hasAddress { return name == .other ? .possible : .sure }
        return switch name {
        case .same: hasPhone && hasSchool ? .almostSure : .likely
        case .former: hasPhone || hasSchool ? .likely : .possible
        case .inPart, .other: .possible
        }
    }

    package var reason: Phrase {
        if hasAddress { return name == .other ? T.accounts.likeAddressAlone : T.accounts.likeAddress }
        return switch (name, hasPhone, hasSchool) {
        case (.former, true, _), (.former, _, true): T.accounts.likeFormerAndMore
        case (.former, false, false): T.accounts.likeFormer
        case (_, true, true): T.accounts.likeAll
        case (_, true, false): T.accounts.likePhone
        default: T.accounts.likeSchool
        }
    }

    /// As a list asks about it.
    var ofLine: ImportLikeness {
        let what = [hasAddress ? "address" : nil, hasPhone ? "phone" : nil, hasSchool ? "school" : nil].compactMap(\.self)
        return ImportLikeness(([name == .former ? "former" : name == .same ? "name" : "other"] + what).joined(separator: "-"), reason, certainty)
    }
}
