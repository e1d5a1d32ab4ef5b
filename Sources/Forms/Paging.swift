package import HTML
import Kernel
import Languages
import Look

/// A long list by pages of fifty: where we are, the neighbours.
package struct Paging: Sendable {
    package static let size = 50
    /// Pages that an address may name.
    static let bounds = 1...1_000_000

    package let page: Int
    package let count: Int

    package var pages: Int { max(1, (count + Self.size - 1) / Self.size) }
    package var offset: Int { (page - 1) * Self.size }

    /// - Parameter page: as the address has it; what is no page of this list is its first or its last.
    package init(_ page: Int?, count: Int) {
        self.count = count
        self.page = min(max(page ?? 1, 1), max(1, (count + Self.size - 1) / Self.size))
    }

    /// Nothing when all is on one page.
    @HTMLBuilder package func links(_ reader: Reader) -> some HTML {
        if pages > 1 {
            let t = reader.t
            Pagination(
                t(T.forms.pages), place: t(T.forms.rowsOf(from: .number(offset + 1), to: .number(min(offset + Self.size, count)), count: count)),
                previous: page > 1 ? Look.Link(t(T.common.previousPage), href: href(page - 1, reader)) : nil,
                next: page < pages ? Look.Link(t(T.common.nextPage), href: href(page + 1, reader)) : nil,
                pages: numbers.map { number in number.map { NavItem(String($0), href: href($0, reader), isCurrent: $0 == page) } })
        }
    }

    /// First, last, and those around this one; nil where some are left out.
    private var numbers: [Int?] {
        let near = Set([1, pages] + (page - 1...page + 1)).filter { (1...pages).contains($0) }.sorted()
        return near.enumerated().flatMap { index, number -> [Int?] in
            index > 0 && near[index - 1] != number - 1 ? [nil, number] : [number]
        }
    }

    private func href(_ page: Int, _ reader: Reader) -> String { reader.here("page", page == 1 ? nil : String(page)) }
}
