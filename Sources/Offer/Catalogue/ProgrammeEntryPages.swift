import Centres
import Forms
import Kernel
import Languages
import Look
import Sheets
package import Web

/// A programme and the state's register: what is still missing for it, all of it to be copied, and where it stands there.
package enum ProgrammeEntryPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form(), nil)) }

    private static func show(_ visit: Visit, _ form: FilledForm, _ failed: ProgrammeRegistration.ID?) async throws -> Screen {
        let id: Programme.ID = try visit.id("programme")
        let alphabet = visit.language.alphabet
        let (programme, entries, towns) = try await visit.read { act in
            let programme = try ProgrammeStore.programme(id, in: act)
            return (
                programme, try ProgrammeEntryStore.all(of: id, in: act),
                try MunicipalityStore.all(alphabet, country: programme.cycle.accreditor.country, in: act))
        }
        return ProgrammeEntryViews(reader: visit.reader).show(programme, entries, towns, form, failed)
    }

    @Sendable package static func open(_ visit: Visit) async throws -> Answer {
        let id: Programme.ID = try visit.id("programme")
        return try await visit.submit {
            let town = Municipality.ID(visit.typed["municipality"])
            return try await visit.act { act in
                _ = try ProgrammeEntryStore.open(id, in: town, in: act)
                return Redirect(visit.link("/catalogue/programmes/\(id)/register"), T.common.saved)
            }
        } again: { form in
            try await show(visit, form, nil)
        }
    }

    @Sendable package static func take(_ visit: Visit) async throws -> Answer {
        let id: Programme.ID = try visit.id("programme")
        let entry: ProgrammeRegistration.ID = try visit.id("entry")
        return try await visit.submit {
            let step = try ProgrammeRegistrationStep(visit.typed)
            return try await visit.act { act in
                try ProgrammeEntryStore.take(step, entry, of: id, in: act)
                return Redirect(visit.link("/catalogue/programmes/\(id)/register"), T.common.saved)
            }
        } again: { form in
            try await show(visit, form, entry)
        }
    }

    /// The same as a table of two columns.
    @Sendable package static func sheet(_ visit: Visit) async throws -> Answer {
        let id: Programme.ID = try visit.id("programme")
        let programme = try await visit.read { try ProgrammeStore.programme(id, in: $0) }
        let sheet = Sheet(
            "\(programme.number)", columns: [Sheet.Column(visit.t(T.catalogue.compareFact), width: 28), Sheet.Column(visit.t(T.catalogue.copyText), width: 80)],
            rows: ProgrammeEntryViews.lines(programme, visit.t).map { [.text($0), .text($1)] })
        return .file(bytes: try sheet.xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: "\(programme.number).xlsx")
    }
}

extension ProgrammeRegistrationStep {
    init(_ typed: Typed) throws {
        var faults = Faults()
        let (state, day) = (ProgrammeRegistration.State(rawValue: typed["state"]), Day(typed: typed["day"]))
        faults.require(state != nil, "state", T.common.errorChoose)
        faults.require(day != nil, "day", T.catalogue.dayMissing)
        faults.limit(typed["code"], "code", .number)
        faults.limit(typed["reason"], "reason")
        try faults.check()
        guard let state, let day else { throw Problem.missing }
        self.init(to: state, code: typed["code"], on: day, because: typed["reason"])
    }
}
