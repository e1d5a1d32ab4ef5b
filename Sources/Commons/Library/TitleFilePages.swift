import Forms
import Kernel
import Languages
import Sheets
import Web

/// The titles as the list is narrowed now, to keep and to read in again.
enum TitleFilePages {
    @Sendable static func workbook(_ visit: Visit) async throws -> Answer {
        let sheet = try await sheet(visit)
        return .file(bytes: try sheet.xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: "\(sheet.name).xlsx")
    }

    @Sendable static func commas(_ visit: Visit) async throws -> Answer {
        let sheet = try await sheet(visit)
        return .file(bytes: sheet.csv(), type: "text/csv; charset=utf-8", name: "\(sheet.name).csv")
    }

    @Sendable static func records(_ visit: Visit) async throws -> Answer {
        let (titles, copies) = try await narrowed(visit)
        let bytes = TitleRecord.collection(titles.map { TitleRecord(title: $0, copies: copies[$0.id] ?? []) })
        return .file(bytes: bytes, type: "application/marcxml+xml", name: "\(visit.t(T.library.title)).xml")
    }

    private static func sheet(_ visit: Visit) async throws -> Sheet {
        let (titles, copies) = try await narrowed(visit)
        return TitleSheet.sheet(titles, copies, visit.t)
    }

    private static func narrowed(_ visit: Visit) async throws -> ([LibraryTitle], [LibraryTitle.ID: [Copy]]) {
        let (query, centre, order) = (visit.query, visit.centre.id, visit.language.alphabet)
        return try await visit.read { act in
            var filters = TitleFilters(query)
            filters.isDesk = true
            let ids = try TitleListStore.found(query["q"], filters, isNewest: query["order"] == "new", at: centre, order: order, in: act).ids
            let isWhole = query["q"].isEmpty && filters.isEmpty
            let copies = isWhole ? try CopyStore.copies(at: centre, in: act) : try CopyStore.copies(of: ids, in: act)
            let titles = isWhole ? try TitleStore.all(at: centre, in: act) : try TitleStore.titles(ids, in: act)
            return (ids.compactMap { titles[$0] }, Dictionary(grouping: copies, by: \.title))
        }
    }
}
