import Centres
import Forms
import Kernel
import Languages
import Look
import Sheets
import Web

/// How money of a year was used: as a page and as a workbook.
enum RationalUsePages {
    private static let first = 2000

    @Sendable static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, nil)) }

    private static func show(_ visit: Visit, _ form: FilledForm?) async throws -> Screen {
        let book = try await book(visit), alphabet = visit.language.alphabet
        let towns = try await visit.read { try MunicipalityStore.all(alphabet, in: $0) }
        return RationalUseViews(reader: visit.reader).show(book, towns, form ?? visit.form(Typed(["place": book.otherWay.map { "\($0)" } ?? ""])))
    }

    @Sendable static func workbook(_ visit: Visit) async throws -> Answer {
        let book = try await book(visit)
        return .file(
            bytes: try RationalUseSheet(t: visit.t).sheets(book).xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            name: "\(visit.t(T.costs.use)) \(book.use.year).xlsx")
    }

    @Sendable static func setOtherWay(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id, place = Municipality.ID(visit.typed["place"]), isEmpty = visit.typed["place"].isEmpty
        return try await visit.submit {
            guard isEmpty || place != nil else { throw Problem.invalid("place", T.common.errorChoose) }
            return try await visit.act { act in
                try CostRuleStore.setOtherWay(place, of: centre, in: act)
                return Redirect(visit.link("/staff/purses/use"), T.common.saved)
            }
        } again: { try await show(visit, $0) }
    }

    private static func book(_ visit: Visit) async throws -> RationalUseBook {
        let centre = visit.centre.id, year = visit.query.number("year", in: first...visit.today.year + 1) ?? visit.today.year
        return try await visit.read { try RationalUseStore.use(of: year, at: centre, in: $0) }
    }
}
