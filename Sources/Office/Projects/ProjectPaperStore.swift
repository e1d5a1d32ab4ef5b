package import Centres
package import Files
package import Kernel
package import Languages
import Storage

/// What a call asks for, reports that are due, and files of projects, as rows.
package enum ProjectPaperStore {
    // MARK: What a call asks for

    package static func checks(of project: Project.ID, in act: Act) throws -> [ProjectCheck] {
        let rows = try act.db.rows("SELECT * FROM project_check WHERE project = \(project) ORDER BY CASE WHEN due IS NULL THEN 1 ELSE 0 END, due, id")
        let files = try FileStore.files(rows.compactMap { try $0["file"] as StoredFile.ID? }, in: act)
        return try rows.map { row in
            let file: StoredFile.ID? = try row["file"]
            return ProjectCheck(
                id: try row["id"], name: try row["name"], responsible: try row["responsible"], due: try row["due"], done: try row["done"],
                file: file.flatMap { files[$0] })
        }
    }

    package static func addCheck(_ name: String, responsible: String, due: Day?, to project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try ProjectStore.held(project, at: centre, in: act)
        try act.db.run("INSERT INTO project_check (project, name, responsible, due) VALUES (\(project), \(name), \(responsible), \(due))")
        try act.record(T.projects.checkDeed, .project(project), centre: centre, changes: [Change("check", from: "", to: name)])
    }

    /// It is ready, with its file or without, or is not after all.
    package static func setDone(_ isDone: Bool, _ file: NewFile?, _ id: ProjectCheck.ID, of project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        let check = try self.check(id, of: project, at: centre, in: act)
        let stored = try file.map { try FileStore.add($0, of: centre, in: act) } ?? check.file?.id
        let done = isDone ? try check.done ?? ProjectStore.today(at: centre, in: act) : nil
        try act.db.run("UPDATE project_check SET done = \(done), file = \(stored) WHERE id = \(id)")
        try act.record(T.projects.checkDeed, .project(project), centre: centre, changes: [
            Change("check", from: "", to: check.name), Change("done", from: check.done?.iso ?? "", to: done?.iso ?? ""),
        ])
    }

    package static func removeCheck(_ id: ProjectCheck.ID, from project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        let check = try self.check(id, of: project, at: centre, in: act)
        try act.db.run("DELETE FROM project_check WHERE id = \(id)")
        try act.record(T.projects.checkDeed, .project(project), centre: centre, changes: [Change("check", from: check.name, to: "")])
    }

    private static func check(_ id: ProjectCheck.ID, of project: Project.ID, at centre: Centre.ID, in act: Act) throws -> ProjectCheck {
        _ = try ProjectStore.held(project, at: centre, in: act)
        guard let check = try checks(of: project, in: act).first(where: { $0.id == id }) else { throw Problem.missing }
        return check
    }

    // MARK: Reports

    package static func reports(of project: Project.ID, in act: Act) throws -> [ProjectReport] { try reports("r.project = \(project)", in: act) }

    /// - Parameter condition: over `project_report r`.
    static func reports(_ condition: SQL, in act: Act) throws -> [ProjectReport] {
        let rows = try act.db.rows("SELECT r.* FROM project_report r WHERE \(condition) ORDER BY r.due, r.id")
        let files = try FileStore.files(rows.compactMap { try $0["file"] as StoredFile.ID? }, in: act)
        return try rows.map { row in
            let file: StoredFile.ID? = try row["file"]
            return ProjectReport(
                id: try row["id"], project: try row["project"], title: try row["title"], recipient: try row["recipient_name"], due: try row["due"],
                sent: try row["sent"], file: file.flatMap { files[$0] })
        }
    }

    @discardableResult
    package static func addReport(
        _ title: String, to recipient: String, due: Day, of project: Project.ID, at centre: Centre.ID, in act: Act
    ) throws -> ProjectReport.ID {
        _ = try ProjectStore.held(project, at: centre, in: act)
        let id = ProjectReport.ID(try act.db.insert("""
            INSERT INTO project_report (project, title, recipient_name, due) VALUES (\(project), \(title), \(recipient), \(due)) RETURNING id
            """))
        try act.record(T.projects.reportDeed, .project(project), centre: centre, changes: [Change("report", from: "", to: title), Change("due", from: "", to: due.iso)])
        return id
    }

    /// It went out on a day, with its file or without; without a day it did not after all.
    package static func send(_ id: ProjectReport.ID, on day: Day?, _ file: NewFile?, of project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        let report = try self.report(id, of: project, at: centre, in: act), today = try ProjectStore.today(at: centre, in: act)
        if let day { guard day <= today else { throw Problem.invalid("day", T.projects.errorFuture) } }
        let stored = try file.map { try FileStore.add($0, of: centre, in: act) } ?? report.file?.id
        try act.db.run("UPDATE project_report SET sent = \(day), file = \(stored) WHERE id = \(id)")
        try act.record(T.projects.reportDeed, .project(project), centre: centre, changes: [
            Change("report", from: "", to: report.title), Change("sent", from: report.sent?.iso ?? "", to: day?.iso ?? ""),
        ])
    }

    package static func removeReport(_ id: ProjectReport.ID, from project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        let report = try self.report(id, of: project, at: centre, in: act)
        guard report.sent == nil else { throw Problem.conflict(T.projects.errorReportSent) }
        try act.db.run("DELETE FROM project_report WHERE id = \(id)")
        try act.record(T.projects.reportDeed, .project(project), centre: centre, changes: [Change("report", from: report.title, to: "")])
    }

    private static func report(_ id: ProjectReport.ID, of project: Project.ID, at centre: Centre.ID, in act: Act) throws -> ProjectReport {
        _ = try ProjectStore.held(project, at: centre, in: act)
        guard let report = try reports(of: project, in: act).first(where: { $0.id == id }) else { throw Problem.missing }
        return report
    }

    // MARK: Files

    package static func files(of project: Project.ID, in act: Act) throws -> [ProjectFile] {
        let rows = try act.db.rows("SELECT * FROM project_file WHERE project = \(project) ORDER BY id DESC")
        let files = try FileStore.files(rows.map { try $0["file"] }, in: act)
        return try rows.compactMap { row in
            try files[row["file"]].map { ProjectFile(id: try row["id"], title: try row["title"], file: $0, added: try row["added"]) }
        }
    }

    package static func add(_ file: NewFile, title: String, to project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try ProjectStore.held(project, at: centre, in: act)
        let stored = try FileStore.add(file, of: centre, in: act)
        try act.db.run("INSERT INTO project_file (project, file, title, added) VALUES (\(project), \(stored), \(title), \(act.now))")
        try act.record(T.projects.fileDeed, .project(project), centre: centre, changes: [Change("title", from: "", to: title)])
    }

    package static func removeFile(_ id: ProjectFile.ID, from project: Project.ID, at centre: Centre.ID, in act: Act) throws {
        _ = try ProjectStore.held(project, at: centre, in: act)
        guard let file = try files(of: project, in: act).first(where: { $0.id == id }) else { throw Problem.missing }
        try act.db.run("DELETE FROM project_file WHERE id = \(id)")
        try act.record(T.projects.fileDeed, .project(project), centre: centre, changes: [Change("title", from: file.title, to: "")])
    }
}
