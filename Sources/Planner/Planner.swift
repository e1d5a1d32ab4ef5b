import Foundation
import Python

/// Plans and hides by linear programming, with a solver in Python; what goes there and comes back stands in `docs/planner.md`. Each job has a process of its
/// own, so that memory is given back and nothing of one job is left for the next; one job runs at a time.
public final class Planner: Sendable {
    private let python: String
    private let parts: [String: String]
    private let desk = DispatchQueue(label: "planner")

    public enum Fault: Error, Equatable {
        /// There is no interpreter, or it has no such library.
        case noPlanner
        /// It did not end in time.
        case late
        case failed(String)
    }

    /// - Parameters:
    ///   - python: path of the interpreter that has the library.
    ///   - parts: the program, `Resources/planner/*.py`, by the names of the files without their ending.
    public init(python: String, parts: [String: String]) { (self.python, self.parts) = (python, parts) }

    /// Which numbers of a cube can be told so that no small one can be computed from the others.
    /// - Parameter seconds: how long it may take.
    public func hiding(_ cube: CountCube, seconds: Int = 60) async throws(Fault) -> HiddenCube {
        let answer: Answer = try await done(HideJob(cube, seconds: seconds), seconds: seconds)
        guard let hide = answer.hide else { throw Self.fault(answer) }
        return hide
    }

    /// Plans. This may take minutes.
    /// - Parameter heard: called about once a second, with how far it is where there is news; answers whether to go on. What was found until then is told.
    public func plan(_ job: PlanJob, heard: @escaping @Sendable (PlanProgress?) -> Bool) async throws(Fault) -> PlanOutcome {
        guard FileManager.default.isExecutableFile(atPath: python), let source = parts["worker"] else { throw .noPlanner }
        let result: Result<PlanOutcome, Fault> = await withCheckedContinuation { done in
            desk.async { done.resume(returning: self.planned(job, source, heard)) }
        }
        return try result.get()
    }

    private func planned(_ job: PlanJob, _ source: String, _ heard: (PlanProgress?) -> Bool) -> Result<PlanOutcome, Fault> {
        do {
            let worker = try started(source)
            var answer: Answer?, isStopping = false
            try worker.talk(job, before: .now + .seconds(job.seconds + 60), most: Self.bytesMost) { line in
                if let line {
                    let said = try JSONDecoder().decode(Answer.self, from: line)
                    guard said.step != nil else {
                        answer = said
                        return .done
                    }
                    if heard(try JSONDecoder().decode(PlanProgress.self, from: line)) || isStopping { return .listen }
                } else if heard(nil) || isStopping { return .listen }
                isStopping = true
                return .say(Stop())
            }
            guard let answer else { return .failure(.failed("")) }
            if let plan = answer.plan { return .success(.plan(plan)) }
            if let rules = answer.contradiction { return .success(.contradiction(rules, isProved: answer.proved ?? false)) }
            if answer.stopped == "asked" { return .success(.stopped) }
            return .failure(Self.fault(answer))
        } catch let fault as Fault {
            return .failure(fault)
        } catch PythonWorker.Silence.late {
            return .failure(.late)
        } catch is PythonWorker.NoStart {
            return .failure(.noPlanner)
        } catch {
            return .failure(.failed("\(error)"))
        }
    }

    private func started(_ source: String) throws -> PythonWorker {
        let worker = try PythonWorker(python: python, source: source, name: "planner")
        let hello = try worker.ask(Hello(parts: parts.filter { $0.key != "worker" }), Answer.self, before: .now + .seconds(Self.startSeconds))
        guard hello.ready == true else { throw Self.fault(hello) }
        return worker
    }

    private func done<Job: Encodable & Sendable>(_ job: Job, seconds: Int) async throws(Fault) -> Answer {
        guard FileManager.default.isExecutableFile(atPath: python), let source = parts["worker"] else { throw .noPlanner }
        let result: Result<Answer, Fault> = await withCheckedContinuation { done in
            desk.async { done.resume(returning: self.work(job, source, seconds)) }
        }
        return try result.get()
    }

    private func work<Job: Encodable>(_ job: Job, _ source: String, _ seconds: Int) -> Result<Answer, Fault> {
        do {
            return .success(try started(source).ask(job, Answer.self, before: .now + .seconds(seconds + 5), most: Self.bytesMost))
        } catch let fault as Fault {
            return .failure(fault)
        } catch PythonWorker.Silence.late {
            return .failure(.late)
        } catch is PythonWorker.NoStart {
            return .failure(.noPlanner)
        } catch {
            return .failure(.failed("\(error)"))
        }
    }

    private static func fault(_ answer: Answer) -> Fault {
        if answer.stopped != nil { return .late }
        let said = answer.fault ?? ""
        return said.hasPrefix("ModuleNotFoundError") ? .noPlanner : .failed(said)
    }

    private static let startSeconds = 30
    private static let bytesMost = 64 << 20

    private struct Hello: Encodable { let parts: [String: String] }

    private struct Stop: Encodable, Sendable { let work = "stop" }

    private struct HideJob: Encodable {
        let work = "hide"
        let seconds: Int
        let dimensions: [String]
        let tables: [[Int]]
        let cells: [CountCube.Cell]
        let earlier: [Release]
        let threshold: Int
        /// Counts may fall: people change their minds.
        let growing = false

        struct Release: Encodable { let cells: [HiddenCube.Cell] }

        init(_ cube: CountCube, seconds: Int) {
            (self.seconds, dimensions, tables, cells, threshold) = (seconds, cube.dimensions, cube.tables, cube.cells, cube.threshold)
            earlier = cube.earlier.map { Release(cells: $0) }
        }
    }

    private struct Answer: Decodable, Sendable {
        let ready: Bool?
        let hide: HiddenCube?
        let step: String?
        let plan: FoundPlan?
        let contradiction: [String]?
        let proved: Bool?
        let stopped: String?
        let fault: String?
    }
}
