import Forms
package import Kernel
import Languages

extension EventPlanForm {
    /// What the act refuses names a session by its place in the plan, which is in the order of the clock; the form has its rows as they were typed.
    /// - Returns: the same problem, each fault at the row of its session.
    package func placed(_ problem: Problem, of plan: EventPlan) -> Problem {
        var free = Array(1...max(fullRows, 1))
        let rows = plan.sessions.map { session -> Int? in
            let found = free.firstIndex { row in
                Day(typed: typed["day\(row)"]) == session.day && ClockTime(typed: typed["begins\(row)"]) == session.begins
                    && typed["hall\(row)"] == session.hall.map { "\($0)" } ?? ""
            }
            return found.map { free.remove(at: $0) }
        }
        return Problem(problem.kind, problem.faults.map { fault in
            guard let field = fault.field, let part = Self.parts.first(where: { field.hasPrefix($0) }),
                  let number = Int(typed: field.dropFirst(part.count), in: 1...max(rows.count, 1)), rows.indices.contains(number - 1), let row = rows[number - 1]
            else { return fault }
            return Problem.Fault("\(part)\(row)", fault.phrase)
        })
    }
}
