package import HTML

/// One column of a table: its head, what kind of value it holds, how a row fills it.
package struct Column<Row> {
    let head: Run
    let kind: Kind
    let sorting: Sorting?
    let cell: (Row) -> any HTML

    package enum Kind: String, Sendable {
        /// The column that names the row.
        case name
        case text, number
        /// Buttons and boxes; its head is only read aloud.
        case act
    }

    package init(
        _ head: String, _ kind: Kind = .text, sorting: Sorting? = nil, @HTMLBuilder cell: @escaping (Row) -> some HTML
    ) {
        self.init(Run(head), kind, sorting: sorting, cell: cell)
    }

    /// The same with a head that knows its language.
    package init(
        _ head: Run, _ kind: Kind = .text, sorting: Sorting? = nil, @HTMLBuilder cell: @escaping (Row) -> some HTML
    ) {
        self.head = head
        self.kind = kind
        self.sorting = sorting
        self.cell = cell
    }

    /// The head as it stands before each value on a phone; names and buttons need none.
    var shownHead: String? { kind == .act || kind == .name ? nil : head.text }
}

/// A head that sorts its table: where it leads and how the table stands now.
package struct Sorting: Sendable {
    package enum Order: String, Sendable { case ascending, descending, none }

    let href: String
    let order: Order

    package init(href: String, _ order: Order = .none) {
        self.href = href
        self.order = order
    }
}

/// Rows and columns. On a phone each row becomes a block of named values, or the table scrolls sideways.
package struct DataTable<Row>: View {
    let caption: String
    let rows: [Row]
    let columns: [Column<Row>]
    let onPhone: Narrow
    let isCaptionHidden: Bool
    let foot: [any HTML]
    let below: ((Row) -> Markup)?

    package enum Narrow: String, Sendable { case blocks, scroll }

    /// - Parameters:
    ///   - foot: the cells of a last row of sums, one a column.
    ///   - below: what stands under each row, as wide as the table: its `RowDetails`.
    package init(
        _ caption: String, rows: [Row], columns: [Column<Row>], onPhone: Narrow = .blocks, isCaptionHidden: Bool = false,
        foot: [any HTML] = [], below: ((Row) -> Markup)? = nil
    ) {
        self.caption = caption
        self.rows = rows
        self.columns = columns
        self.onPhone = onPhone
        self.isCaptionHidden = isCaptionHidden
        self.foot = foot
        self.below = below
    }

    package var body: Markup {
        div(
            .class("table", onPhone.rawValue, below == nil ? nil : "opening"), .role(onPhone == .scroll ? "region" : nil),
            .aria("label", onPhone == .scroll ? caption : nil), .tabindex(onPhone == .scroll ? 0 : nil)
        ) {
            table(role("table")) {
                HTML::caption(.class(isCaptionHidden ? "unseen" : nil)) { caption }
                thead(role("rowgroup")) { tr(role("row")) { ForEach(columns) { head($0) } } }
                tbody(role("rowgroup")) { ForEach(rows) { row in lines(row) } }
                if !foot.isEmpty { sums }
            }
        }
    }

    private func head(_ column: Column<Row>) -> some HTML {
        th(
            .scope("col"), role("columnheader"), .class(column.kind.rawValue),
            .aria("sort", column.sorting.map(\.order.rawValue))
        ) {
            if let sorting = column.sorting {
                a(.href(sorting.href), .class("sort", sorting.order.rawValue)) { column.head }
            } else {
                span(.class(column.kind == .act ? "unseen" : nil)) { column.head }
            }
        }
    }

    @HTMLBuilder private func lines(_ row: Row) -> some HTML {
        tr(role("row")) { cells(row) }
        if let below { tr(.class("below"), role("row")) { td(.colspan(columns.count), role("cell")) { below(row) } } }
    }

    private func cells(_ row: Row) -> some HTML {
        ForEach(columns) { column in
            Tag(column.kind == .name ? "th" : "td")(
                .class(column.kind.rawValue), .scope(column.kind == .name ? "row" : nil),
                role(column.kind == .name ? "rowheader" : "cell"),
                .data("head", column.shownHead)
            ) { column.cell(row) }
        }
    }

    private var sums: some HTML {
        tfoot(role("rowgroup")) {
            tr(role("row")) {
                ForEach(zip(columns, foot)) { column, cell in
                    td(.class(column.kind.rawValue), role("cell"), .data("head", column.shownHead)) { cell }
                }
            }
        }
    }

    /// Rows that become blocks lose their meaning as a table in some browsers, so it is said again.
    private func role(_ name: String) -> Attribute { .role(onPhone == .blocks ? name : nil) }
}
