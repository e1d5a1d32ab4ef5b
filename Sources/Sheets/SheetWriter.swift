import CXlsxWriter
import Foundation

/// Writes a workbook row by row in constant memory: bold header that stays in view and repeats on paper, filter, widths, types.
/// Text is always text and never a formula.
public final class SheetWriter {
    private let file: URL
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var sheet: UnsafeMutablePointer<lxw_worksheet>?
    private var bold: UnsafeMutablePointer<lxw_format>?
    private var formats: [Sheet.Column.Form: UnsafeMutablePointer<lxw_format>] = [:]
    private var names: Set<String> = []
    private var columns: [Sheet.Column] = []
    private var row: lxw_row_t = 0

    public init() throws(SheetProblem) {
        file = FileManager.default.temporaryDirectory.appending(path: "sheet-\(UUID().uuidString).xlsx")
        var options = lxw_workbook_options()
        options.constant_memory = 1
        workbook = workbook_new_opt(file.path, &options)
        guard workbook != nil else { throw SheetProblem(.unwritten("no memory")) }
        bold = workbook_add_format(workbook)
        format_set_bold(bold)
        format_set_text_wrap(bold)
        format_set_align(bold, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }

    deinit {
        if let workbook { workbook_close(workbook) }
        try? FileManager.default.removeItem(at: file)
    }

    /// Begins a sheet. Its name loses what spreadsheets forbid and gets a number if there is one like it.
    public func begin(_ name: String, columns: [Sheet.Column]) throws(SheetProblem) {
        guard workbook != nil else { throw Self.finished }
        end()
        let title = SheetName(name, besides: names).text
        names.insert(title.lowercased())
        sheet = workbook_add_worksheet(workbook, title)
        guard let sheet else { throw SheetProblem(.unwritten("no sheet \(title)")) }
        (self.columns, row) = (columns, 0)

        worksheet_set_paper(sheet, 9)
        worksheet_set_landscape(sheet)
        worksheet_fit_to_pages(sheet, 1, 0)
        worksheet_repeat_rows(sheet, 0, 0)
        // The page and how many there are, in the middle below.
        worksheet_set_footer(sheet, "&C&P / &N")
        worksheet_freeze_panes(sheet, 1, 0)
        for (index, column) in columns.enumerated() {
            let place = lxw_col_t(index)
            worksheet_set_column(sheet, place, place, column.width, try format(column.form))
            try check(worksheet_write_string(sheet, 0, place, Self.written(column.title), bold), index)
        }
    }

    /// Adds a row; cells stand under the columns in their order.
    public func add(_ cells: [Cell]) throws(SheetProblem) {
        guard let sheet else { throw SheetProblem(.unwritten("no sheet begun")) }
        guard row < LXW_ROW_MAX - 1 else { throw SheetProblem(.tooMuch(.rows, limit: Int(LXW_ROW_MAX))) }
        row += 1
        for (index, cell) in cells.enumerated() {
            let form = columns.indices.contains(index) ? columns[index].form : .plain
            try check(write(cell, sheet, lxw_col_t(index), form), index)
        }
    }

    /// The finished workbook. Nothing can be added after it.
    public func finish() throws(SheetProblem) -> [UInt8] {
        guard let workbook else { throw Self.finished }
        end()
        (self.workbook, sheet) = (nil, nil)
        let code = workbook_close(workbook)
        guard code == LXW_NO_ERROR else { throw SheetProblem(.unwritten(String(cString: lxw_strerror(code)))) }
        do { return [UInt8](try Data(contentsOf: file)) } catch { throw SheetProblem(.unwritten("\(error)")) }
    }

    private func write(
        _ cell: Cell, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ column: lxw_col_t, _ form: Sheet.Column.Form
    ) throws(SheetProblem) -> lxw_error {
        switch cell {
        case .empty: return LXW_NO_ERROR
        case .text(let text), .error(let text): return worksheet_write_string(sheet, row, column, Self.written(text), nil)
        case .number(let number) where number.isNaN: return LXW_NO_ERROR
        case .number(let number): return worksheet_write_number(sheet, row, column, Double(number.description) ?? 0, try format(form))
        case .truth(let truth): return worksheet_write_boolean(sheet, row, column, truth ? 1 : 0, nil)
        case .date(let iso):
            guard let moment = Moment(iso: iso), moment.day.map({ $0.year >= 1900 }) ?? true else {
                return worksheet_write_string(sheet, row, column, Self.written(iso), nil)
            }
            var parts = lxw_datetime()
            if let day = moment.day { (parts.year, parts.month, parts.day) = (Int32(day.year), Int32(day.month), Int32(day.day)) }
            let seconds = moment.seconds ?? 0
            (parts.hour, parts.min, parts.sec) = (Int32(seconds / 3600), Int32(seconds / 60 % 60), Double(seconds % 60))
            return worksheet_write_datetime(sheet, row, column, &parts, try format(moment.form))
        }
    }

    /// Text as the file holds it, whatever somebody typed: what no spreadsheet can hold goes, what is longer than a cell ends with an ellipsis, and what looks
    /// like an escape of Excel's (`_x000D_`) is escaped itself.
    private static func written(_ text: String) -> String {
        guard !standsAsItIs(text) else { return text }
        var text = text
        if !text.unicodeScalars.allSatisfy(isHeld) { text.unicodeScalars.removeAll { !isHeld($0) } }
        if text.utf8.count > cellMost / 2 { text = cut(text) }
        return text.contains("_x") ? text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_") : text
    }

    /// Nearly every text does, which one look at its bytes tells: neither long nor with a null, a letter near the end of the plane, or `_x`.
    private static func standsAsItIs(_ text: String) -> Bool {
        guard text.utf8.count <= cellMost / 2 else { return false }
        var before: UInt8 = 0
        for byte in text.utf8 {
            guard byte != 0, byte != 0xEF, !(byte == UInt8(ascii: "x") && before == UInt8(ascii: "_")) else { return false }
            before = byte
        }
        return true
    }

    /// So many letters a cell may have, as spreadsheets count them and as the writer's library does.
    private static let cellMost = 32_767

    private static func isHeld(_ sign: Unicode.Scalar) -> Bool {
        switch sign.value {
        case 0, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    /// The beginning of a text that a cell has room for; an escape takes seven letters for one.
    private static func cut(_ text: String) -> String {
        var (kept, room) = (String.UnicodeScalarView(), cellMost - 1)
        for sign in text.unicodeScalars {
            room -= sign == "_" || sign.value < 0x20 ? 7 : sign.utf16.count
            guard room >= 0 else { return String(kept) + "…" }
            kept.append(sign)
        }
        return text
    }

    private func format(_ form: Sheet.Column.Form) throws(SheetProblem) -> UnsafeMutablePointer<lxw_format>? {
        guard let code = form.code else { return nil }
        if let known = formats[form] { return known }
        guard let format = workbook_add_format(workbook) else { throw SheetProblem(.unwritten("no memory")) }
        format_set_num_format(format, code)
        formats[form] = format
        return format
    }

    /// Closes the sheet that is open: the filter covers its rows.
    private func end() {
        guard let sheet, !columns.isEmpty else { return }
        worksheet_autofilter(sheet, 0, 0, row, lxw_col_t(columns.count - 1))
    }

    private static let finished = SheetProblem(.unwritten("already finished"))

    private func check(_ code: lxw_error, _ column: Int) throws(SheetProblem) {
        guard code == LXW_NO_ERROR else {
            throw SheetProblem(.unwritten(String(cString: lxw_strerror(code))), line: Int(row) + 1, column: column + 1)
        }
    }
}

extension Sheet.Column.Form {
    fileprivate var code: String? {
        switch self {
        case .plain: nil
        case .decimal(let digits): digits > 0 ? "#,##0." + String(repeating: "0", count: min(digits, 10)) : "#,##0"
        case .date: "dd.mm.yyyy"
        case .dateAndTime: "dd.mm.yyyy hh:mm"
        case .time: "hh:mm"
        }
    }
}

extension Moment {
    fileprivate var form: Sheet.Column.Form { day == nil ? .time : seconds == nil ? .date : .dateAndTime }
}
