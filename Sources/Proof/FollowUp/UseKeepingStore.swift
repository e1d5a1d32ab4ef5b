package import Accounts
import Centres
import Events
package import Files
package import Kernel
import Languages
import Schools
import Storage

/// What happens to steps when something happens to the person, or when their time is over.
package enum UseKeepingStore {
    /// So long after an event its steps are kept.
    static let years = 3

    /// The account goes, or never became one: the steps were theirs. What everybody was told stays, for nobody can be found by it.
    static func forget(_ person: Person.ID, in act: Act) throws {
        try remove("person = \(person)", in: act)
        try act.db.run("UPDATE use_step SET confirmed_by = NULL WHERE confirmed_by = \(person)")
    }

    static func forgetOld(in act: Act) throws {
        try remove("event IN (SELECT id FROM event WHERE ends < \(act.now.adding(days: -366 * years)))", in: act)
    }

    private static func remove(_ condition: SQL, in act: Act) throws {
        let ids: [Int64] = try act.db.rows("SELECT id FROM use_step WHERE \(condition)").map { try $0["id"] }
        guard !ids.isEmpty else { return }
        for id in ids { try act.forgetJournal(about: .other("use_step", id)) }
        try act.db.run("DELETE FROM use_answer WHERE step IN \(list: ids)")
        try act.db.run("DELETE FROM use_step WHERE id IN \(list: ids)")
    }

    /// What was shown is seen by whose it is, by the team of the school with which it is shared, and by the centre where the person lets it know the name.
    static func shows(_ file: StoredFile.ID, in act: Act) throws -> Bool? {
        guard let row = try act.db.row("SELECT s.person, s.school, s.named, e.centre FROM use_step s JOIN event e ON e.id = s.event WHERE s.file = \(file)") else {
            return nil
        }
        let (owner, school, isNamed): (Person.ID, School.ID?, Bool) = (try row["person"], try row["school"], try row["named"])
        if owner == act.by.person { return true }
        if let school, act.by.looksAfter(school) { return true }
        let centre: Centre.ID = try row["centre"]
        return isNamed && act.by.coordinates(centre) ? true : nil
    }

    /// What this room tells somebody who asks what is held.
    static func held(about person: Person.ID, in act: Act) throws -> HeldData {
        let steps = try UseStepStore.steps("s.person = \(person)", in: act)
        var held = HeldData("use_step", steps.map { step in
            [
                "event": step.event.description, "text": step.details.text, "due": step.details.due?.iso ?? "", "written": step.written?.iso ?? "",
                "school": step.school?.description ?? "", "named": "\(step.isNamed)", "shown": step.proof.shown?.iso ?? "", "link": step.proof.link,
                "file": step.proof.file?.description ?? "", "consent": "\(step.proof.hasConsent)", "confirmed": step.confirmed?.iso ?? "",
                "points": step.points.map { "\($0)" } ?? "",
            ]
        })
        let answers: [HeldData.Entry] = steps.flatMap { step in
            Turn.allCases.compactMap { turn in
                step.answers[turn].map { answer in
                    [
                        "step": step.id.description, "turn": turn.rawValue, "used": answer.use.rawValue,
                        "hindered": answer.hindered.map(\.rawValue).sorted().joined(separator: " "), "words": answer.words,
                    ]
                }
            }
        }
        held.add("use_answer", answers)
        return held
    }
}
