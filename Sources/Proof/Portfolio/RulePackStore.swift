package import Centres
package import Kernel
package import Languages
import Storage

/// Rule packs as rows: their text is what counts, read anew whenever it is asked for.
package enum RulePackStore {
    package struct Written: Sendable {
        package let name: String
        package let country: Country
        package let text: String
        package let changed: Instant
    }

    /// All packs of a country, the oldest first. What stands there was read when it was put there.
    package static func packs(of country: Country, in act: Act) throws -> [RulePack] {
        try written(in: act).filter { $0.country == country }.map { try RulePack(text: $0.text) }.sorted { $0.from < $1.from }
    }

    package static func written(in act: Act) throws -> [Written] {
        try act.db.rows("SELECT name, country, text, changed FROM rule_pack ORDER BY country, name").map { row in
            Written(name: try row["name"], country: try row["country"], text: try row["text"], changed: try row["changed"])
        }
    }

    static func written(_ name: String, in act: Act) throws -> Written {
        guard let pack = try written(in: act).first(where: { $0.name == name }) else { throw Problem.missing }
        return pack
    }

    /// Puts a pack in the place of the one with its name, or beside the others.
    /// - Parameter old: the name of the pack that it replaces; nil for a new one.
    /// - Throws: a problem at the field with what contradicts itself or leaves a gap in the days.
    @discardableResult
    package static func set(_ text: String, for old: String?, in act: Act) throws -> RulePack {
        guard act.by.isAdministrator else { throw Problem.missing }
        let pack = try RulePack(text: text)
        let others = try written(in: act).filter { $0.name != old }
        guard !others.contains(where: { $0.name == pack.name }) else { throw Problem.invalid("text", T.portfolio.packTwice(name: .text(pack.name))) }
        let beside = try others.filter { $0.country == pack.country }.map { try RulePack(text: $0.text) }
        let faults = pack.contradictions + (beside + [pack]).seams
        guard faults.isEmpty else { throw Problem(.invalid, faults.map { Problem.Fault("text", $0) }) }
        if let old { try act.db.run("DELETE FROM rule_pack WHERE name = \(old)") }
        try act.db.run("INSERT INTO rule_pack (name, country, text, changed) VALUES (\(pack.name), \(pack.country), \(text), \(act.now))")
        try act.record(T.portfolio.packSet, .other("rule_pack", Int64(pack.from.number)), changes: [Change("pack", from: old ?? "", to: pack.name)])
        return pack
    }

    /// Takes a pack away, where that leaves no gap.
    static func remove(_ name: String, in act: Act) throws {
        guard act.by.isAdministrator else { throw Problem.missing }
        let gone = try RulePack(text: written(name, in: act).text)
        let left = try packs(of: gone.country, in: act).filter { $0.name != name }
        guard left.seams.isEmpty else { throw Problem(.conflict, left.seams.map { Problem.Fault("text", $0) }) }
        try act.db.run("DELETE FROM rule_pack WHERE name = \(name)")
        try act.record(T.portfolio.packRemoved, .other("rule_pack", Int64(gone.from.number)), changes: [Change("pack", from: name, to: "")])
    }
}
