import Forms
import Kernel
import Languages
import Registration

/// What was typed of the groups of an event: for each its pupils and companions, both or neither.
struct GroupCountForm {
    let counts: [Registration.ID: GroupCount]

    static func field(_ part: String, _ id: Registration.ID) -> String { "\(part)-\(id)" }

    /// - Throws: all faults at once.
    init(_ typed: Typed, of roll: GroupRoll) throws {
        var faults = Faults(), counts: [Registration.ID: GroupCount] = [:]
        for group in roll.groups {
            let id = group.row.registration, names = ["pupils", "companions"].map { Self.field($0, id) }
            guard names.contains(where: { !typed[$0].isEmpty }) else { continue }
            let numbers = names.map { faults.number(typed, $0, in: GroupCount.limits) }
            if let pupils = numbers[0], let companions = numbers[1] { counts[id] = GroupCount(pupils: pupils, companions: companions) }
        }
        try faults.check()
        self.counts = counts
    }

    static func typed(_ roll: GroupRoll) -> Typed {
        Typed(roll.groups.flatMap { group -> [(name: String, value: String)] in
            guard let came = group.came else { return [] }
            let id = group.row.registration
            return [(name: field("pupils", id), value: "\(came.pupils)"), (name: field("companions", id), value: "\(came.companions)")]
        })
    }
}
