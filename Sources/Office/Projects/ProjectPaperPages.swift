import Files
import Forms
import Kernel
import Languages
import Look
import Web

/// What a call asks for, reports that are due, and documents of a project.
enum ProjectPaperPages {
    // MARK: What a call asks for

    @Sendable static func checklist(_ visit: Visit) async throws -> Answer { visit.page(try await checklist(visit, visit.form())) }

    private static func checklist(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let here = try ProjectVisit(visit), id = here.project
        let (sight, checks) = try await here.desk { try ProjectPaperStore.checks(of: id, in: $0) }
        return ProjectPaperViews(reader: visit.reader).checklist(sight.project, checks, form)
    }

    @Sendable static func addCheck(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, own = visit.language
        return try await ProjectVisit(visit).does("/checklist", again: { try await checklist(visit, $0) }) { id, centre, act in
            let form = try CheckForm(typed, own: own)
            try ProjectPaperStore.addCheck(form.name, responsible: form.responsible, due: form.due, to: id, at: centre, in: act)
        }
    }

    /// It is ready, is not after all, or is not asked for.
    @Sendable static func setCheck(_ visit: Visit) async throws -> Answer {
        let here = try ProjectVisit(visit), (id, centre) = (here.project, here.centre), typed = visit.typed, check: ProjectCheck.ID = try visit.id("check")
        return try await visit.submit {
            _ = try await here.desk()
            let isGone = typed.has("remove"), isOpen = typed.has("open"), name = visit.t(T.projects.document)
            let file = isGone || isOpen ? nil : try await FileIntake(visit).file(typed, "file-\(check)", [.picture, .document], alt: name, isRequired: false)
            return try await visit.act { act in
                if isGone { try ProjectPaperStore.removeCheck(check, from: id, at: centre, in: act) } else {
                    try ProjectPaperStore.setDone(!isOpen, file, check, of: id, at: centre, in: act)
                }
                return Redirect(visit.link("/staff/projects/\(id)/checklist"), isGone ? T.projects.saidRemoved : T.common.saved)
            }
        } again: { form in
            _ = try await here.desk()
            return try await checklist(visit, try visit.holding("file-\(check)", form))
        }
    }

    // MARK: Reports

    @Sendable static func reports(_ visit: Visit) async throws -> Answer { visit.page(try await reports(visit, visit.form())) }

    private static func reports(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let here = try ProjectVisit(visit), id = here.project
        let (sight, reports) = try await here.desk { try ProjectPaperStore.reports(of: id, in: $0) }
        return ProjectPaperViews(reader: visit.reader).reports(sight.project, reports, form)
    }

    @Sendable static func addReport(_ visit: Visit) async throws -> Answer {
        let typed = visit.typed, own = visit.language
        return try await ProjectVisit(visit).does("/reports", again: { try await reports(visit, $0) }) { id, centre, act in
            let form = try ReportForm(typed, own: own)
            try ProjectPaperStore.addReport(form.title, to: form.recipient, due: form.due, of: id, at: centre, in: act)
        }
    }

    @Sendable static func report(_ visit: Visit) async throws -> Answer { visit.page(try await report(visit, visit.form(Typed(["day": visit.today.iso])))) }

    private static func report(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let here = try ProjectVisit(visit), id = here.project, own: ProjectReport.ID = try visit.id("report")
        let (sight, reports) = try await here.desk { try ProjectPaperStore.reports(of: id, in: $0) }
        guard let report = reports.first(where: { $0.id == own }) else { throw Problem.missing }
        return ProjectPaperViews(reader: visit.reader).report(sight.project, report, form)
    }

    @Sendable static func send(_ visit: Visit) async throws -> Answer {
        let here = try ProjectVisit(visit), (id, centre) = (here.project, here.centre), typed = visit.typed, own = visit.language
        let report: ProjectReport.ID = try visit.id("report")
        return try await visit.submit {
            _ = try await here.desk()
            let isOpen = typed.has("open")
            var faults = Faults()
            let day = isOpen ? nil : faults.dayTyped(typed, "day", own: own)
            try faults.check()
            let file = isOpen ? nil : try await FileIntake(visit).file(typed, "file", [.document, .picture], alt: visit.t(T.projects.report), isRequired: false)
            return try await visit.act { act in
                try ProjectPaperStore.send(report, on: day, file, of: id, at: centre, in: act)
                return Redirect(visit.link("/staff/projects/\(id)/reports"), T.common.saved)
            }
        } again: { form in
            _ = try await here.desk()
            return try await self.report(visit, try visit.holding("file", form))
        }
    }

    @Sendable static func removeReport(_ visit: Visit) async throws -> Answer {
        let report: ProjectReport.ID = try visit.id("report")
        return try await ProjectVisit(visit).does("/reports", T.projects.saidRemoved, again: { try await self.report(visit, $0) }) { id, centre, act in
            try ProjectPaperStore.removeReport(report, from: id, at: centre, in: act)
        }
    }

    // MARK: Documents

    @Sendable static func documents(_ visit: Visit) async throws -> Answer { visit.page(try await documents(visit, visit.form())) }

    private static func documents(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let here = try ProjectVisit(visit), id = here.project
        let (sight, files) = try await here.desk { try ProjectPaperStore.files(of: id, in: $0) }
        return ProjectPaperViews(reader: visit.reader).documents(sight.project, files, form)
    }

    @Sendable static func addDocument(_ visit: Visit) async throws -> Answer {
        let here = try ProjectVisit(visit), (id, centre) = (here.project, here.centre)
        return try await visit.submit {
            _ = try await here.desk()
            let title = try ProjectWords.read(visit.typed, "title", .sentence)
            guard let file = try await FileIntake(visit).file(visit.typed, "file", [.document, .picture], alt: title) else { throw Problem.missing }
            return try await visit.act { act in
                try ProjectPaperStore.add(file, title: title, to: id, at: centre, in: act)
                return Redirect(visit.link("/staff/projects/\(id)/documents"), T.common.saved)
            }
        } again: { form in
            _ = try await here.desk()
            return try await documents(visit, try visit.holding("file", form))
        }
    }

    @Sendable static func removeDocument(_ visit: Visit) async throws -> Answer {
        let file: ProjectFile.ID = try visit.id("document")
        return try await ProjectVisit(visit).does("/documents", T.projects.saidRemoved, again: { try await documents(visit, $0) }) { id, centre, act in
            try ProjectPaperStore.removeFile(file, from: id, at: centre, in: act)
        }
    }
}
