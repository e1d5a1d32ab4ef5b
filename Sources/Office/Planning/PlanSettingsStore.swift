import Centres
package import Kernel
import Languages
import Storage

/// Who says yes to the plans of a centre, and where its money comes from.
package enum PlanSettingsStore {
    package static func steps(of centre: ID<CentreTag>, in act: Act) throws -> [PlanStep] {
        let own = try act.db.rows("SELECT name, signer FROM plan_step WHERE centre = \(centre) ORDER BY line, id").map { PlanStep(try $0["name"], try $0["signer"]) }
        return try own.isEmpty ? PlanStep.usual(words(of: centre, in: act)) : own
    }

    package static func sources(of centre: ID<CentreTag>, in act: Act) throws -> [String] {
        let own = try act.db.rows("SELECT name FROM plan_source WHERE centre = \(centre) ORDER BY line, id").map { try $0["name"] as String }
        return try own.isEmpty ? words(of: centre, in: act)(T.planning.usualSources).split(separator: "\n").map(String.init) : own
    }

    private static func words(of id: ID<CentreTag>, in act: Act) throws -> Texts {
        let centre = try CentreStore.centre(id, in: act)
        return act.words.texts(centre.language, in: centre.zone)
    }

    /// What is handed in already keeps the steps that it has.
    package static func set(_ settings: PlanSettings, of centre: ID<CentreTag>, in act: Act) throws {
        guard act.by.holds(.director, at: centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        let before = PlanSettings(
            steps: try steps(of: centre, in: act), sources: try sources(of: centre, in: act), headStart: try HeadStartRuleStore.days(of: centre, in: act))
        try act.db.run("DELETE FROM plan_step WHERE centre = \(centre)")
        try act.db.run("DELETE FROM plan_source WHERE centre = \(centre)")
        for (line, step) in settings.steps.enumerated() {
            try act.db.run("INSERT INTO plan_step (centre, line, name, signer) VALUES (\(centre), \(line + 1), \(step.name), \(step.signer))")
        }
        for (line, source) in settings.sources.enumerated() {
            try act.db.run("INSERT INTO plan_source (centre, line, name) VALUES (\(centre), \(line + 1), \(source))")
        }
        try HeadStartRuleStore.set(settings.headStart, of: centre, in: act)
        func written(_ settings: PlanSettings) -> [String] {
            [settings.steps.map { "\($0.name) (\($0.signer.rawValue))" }.joined(separator: ", "), settings.sources.joined(separator: ", "), "\(settings.headStart)"]
        }
        try act.record(T.planning.settingsChanged, .centre(centre), centre: centre, changes: [
            Change("steps", from: written(before)[0], to: written(settings)[0]), Change("sources", from: written(before)[1], to: written(settings)[1]),
            Change("head_start", from: written(before)[2], to: written(settings)[2]),
        ])
    }
}
