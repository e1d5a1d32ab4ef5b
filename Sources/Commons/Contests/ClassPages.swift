import Accounts
import Centres
import Files
import Forms
import Foundation
import Kernel
import Languages
import Look
import Sheets
import Web

/// A class sends its works at once: lines and files, looked over, and then all of it or nothing.
enum ClassPages {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let sight = try await sight(visit)
        let typed = Typed(["school": sight.schools.count == 1 ? "\(sight.schools[0].id)" : ""])
        return visit.page(ClassViews(reader: visit.reader).page(sight, visit.form(typed), nil, CarriedFiles()))
    }

    private static func sight(_ visit: Visit) async throws -> WorkFormSight {
        guard let person = visit.actor.person else { throw Problem.missing }
        let (centre, id, today): (Centre.ID, Contest.ID, _) = (visit.centre.id, try visit.id("contest"), visit.today)
        return try await visit.read { act in
            let contest = try ContestStore.contest(id, at: centre, in: act)
            guard contest.isForPupils else { throw Problem.missing }
            return WorkFormSight(contest: contest, work: nil, schools: try EmploymentStore.schools(of: person, on: today, in: act), parts: [])
        }
    }

    /// A list becomes lines that can be corrected; lines and files become a table; the table is agreed to. Until then nothing is written.
    @Sendable static func send(_ visit: Visit) async throws -> Answer {
        let sight = try await sight(visit), views = ClassViews(reader: visit.reader)
        var typed = visit.typed.with("rows", visit.typed.rows("rows")), held: HeldFiles?
        return try await visit.submit {
            held = try await gathered(visit)
            guard let held else { throw Problem.missing }
            if let list = visit.uploads("list").first { typed = typed.with("rows", try await lines(of: list.upload, visit)) }
            let plan = try ClassPlan(typed, sight.contest, held.all.map(\.name))
            let carried = CarriedFiles(names: held.all.map(\.name), hidden: try held.hidden(visit))
            guard typed.has("sure"), plan.isWhole, visit.uploads("list").isEmpty else {
                return visit.page(views.page(sight, visit.form(typed), plan, carried), status: plan.isWhole ? 200 : 422)
            }
            return try await all(plan, held, sight, visit)
        } again: { form in
            let carried = try held.map { CarriedFiles(names: $0.all.map(\.name), hidden: try $0.hidden(visit)) } ?? CarriedFiles()
            return views.page(sight, visit.form(typed, form.problem), nil, carried)
        }
    }

    /// All of it in one act.
    private static func all(_ plan: ClassPlan, _ held: HeldFiles, _ sight: WorkFormSight, _ visit: Visit) async throws -> Answer {
        let (centre, arrived, id) = (visit.centre.id, visit.arrived, sight.contest.id), category = sight.contest.category(plan.category)
        var works: [(draft: WorkDraft, files: [NewWork], codes: [String])] = []
        for (row, places) in zip(plan.rows, plan.match.files) {
            var draft = WorkDraft(row.title, in: plan.category), files: [NewWork] = []
            (draft.school, draft.authors, draft.alt) = (plan.school, row.authors, row.alt)
            for (number, place) in places.enumerated() { files.append(try await WorkPages.file(held.all[place], held, number, category, visit, field: "files")) }
            works.append((draft, files, (0..<3).map { _ in WorkCode.random() }))
        }
        let ready = works
        return try await visit.act { act in
            var isLate = false
            for one in ready {
                let work = try WorkWriteStore.begin(one.draft, codes: one.codes, in: id, at: centre, act)
                if !one.files.isEmpty { try WorkWriteStore.add(one.files, to: work, at: centre, in: act) }
                isLate = try WorkWriteStore.send(work, arrived: arrived, at: centre, in: act)
            }
            return Redirect(visit.link("/me/contests/\(id)"), isLate ? T.contests.saidClassLate(count: ready.count) : T.contests.saidClass(count: ready.count))
        }
    }

    // MARK: What came

    private static let filesMost = 300

    /// Files one by one, and those of archives.
    private static func gathered(_ visit: Visit) async throws -> HeldFiles {
        var chosen: [(name: String, upload: Upload)] = []
        for one in visit.uploads("files") {
            if one.upload.head.starts(with: [0x50, 0x4b, 0x03, 0x04]) { chosen += try unpacked(one.upload, visit) } else { chosen.append(one) }
        }
        guard chosen.count <= filesMost else { throw Problem.invalid("files", T.contests.errorArchiveMany(most: .number(filesMost))) }
        return try HeldFiles(visit, adding: chosen)
    }

    private static func unpacked(_ archive: Upload, _ visit: Visit) throws -> [(name: String, upload: Upload)] {
        let folder = visit.files.appending(path: ".incoming/\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            return try ArchiveReader.unpack(archive.place, into: folder, files: filesMost, bytes: FileIntake.most).map { entry in
                let place = visit.files.appending(path: ".incoming/\(UUID().uuidString)")
                try FileManager.default.moveItem(at: entry.place, to: place)
                let handle = try FileHandle(forReadingFrom: place)
                defer { try? handle.close() }
                let head = try handle.read(upToCount: Upload.headSize) ?? Data()
                return (entry.name, Upload(at: place, size: entry.size, digest: try FileFolder.digest(of: place), head: Array(head)))
            }
        } catch let problem as SheetProblem {
            if case .tooMuch = problem.what { throw Problem.invalid("files", T.contests.errorArchiveLarge) }
            throw Problem.invalid("files", T.contests.errorArchive)
        }
    }

    /// The lines of a spreadsheet, for whoever brought it to look over.
    private static func lines(of list: Upload, _ visit: Visit) async throws -> String {
        guard list.size <= listMost else { throw Problem.invalid("list", T.contests.errorList) }
        do {
            let file = try SheetFile(reading: Array(try Data(contentsOf: list.place)))
            guard let tab = file.tabs.first(where: { !$0.lines.isEmpty }) else { throw Problem.invalid("list", T.contests.errorList) }
            return tab.lines.map { line in
                line.cells.prefix(5).map { WrittenText.line($0.text).replacing(";", with: ",") }.joined(separator: "; ")
            }.joined(separator: "\n")
        } catch is SheetProblem { throw Problem.invalid("list", T.contests.errorList) }
    }

    private static let listMost = 2 << 20
}
