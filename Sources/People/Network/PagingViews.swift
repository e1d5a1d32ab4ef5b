import HTML
import Kernel
import Languages
import Look
import Web

/// A long list by pages of fifty: where we are, the neighbours.
struct Paging {
    static let size = 50

    let page: Int
    let count: Int

    var pages: Int { max(1, (count + Self.size - 1) / Self.size) }
    var offset: Int { (page - 1) * Self.size }

    /// - Parameter page: as the address has it; what is no page of this list is its first or its last.
    init(_ page: Int?, count: Int) {
        self.count = count
        self.page = min(max(page ?? 1, 1), max(1, (count + Self.size - 1) / Self.size))
    }

    /// Nothing when all is on one page.
    @HTMLBuilder func links(_ visit: Visit) -> some HTML {
        if pages > 1 {
            let t = visit.t
            Pagination(
                t(T.network.pages), place: t(T.network.rowsOf(from: .number(offset + 1), to: .number(min(offset + Self.size, count)), count: count)),
                previous: page > 1 ? Look.Link(t(T.common.previousPage), href: href(page - 1, visit)) : nil,
                next: page < pages ? Look.Link(t(T.common.nextPage), href: href(page + 1, visit)) : nil,
                pages: numbers.map { number in number.map { NavItem(String($0), href: href($0, visit), isCurrent: $0 == page) } })
        }
    }

    /// First, last, and those around this one; nil where some are left out.
    private var numbers: [Int?] {
        let near = Set([1, pages] + (page - 1...page + 1)).filter { (1...pages).contains($0) }.sorted()
        return near.enumerated().flatMap { index, number -> [Int?] in
            index > 0 && near[index - 1] != number - 1 ? [nil, number] : [number]
        }
    }

    private func href(_ page: Int, _ visit: Visit) -> String {
        let query = visit.query.with("page", page == 1 ? nil : String(page)).query
        return visit.link(visit.path) + (query.isEmpty ? "" : "?\(query)")
    }
}
