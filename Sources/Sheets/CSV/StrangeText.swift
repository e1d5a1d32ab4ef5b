/// A text that is no list, though it may hold one: told by how it begins.
enum StrangeText {
    /// A web page, which old programs save under the name of a spreadsheet.
    case webPage
    /// Excel's XML of 2003.
    case spreadsheetXML
    /// A document, a picture, a letter.
    case other

    init?(_ text: [UInt8]) {
        let head = Self.uncommented(String(decoding: text.drop { $0 <= 32 }.prefix(2048), as: UTF8.self).lowercased())
        func begins(_ words: String...) -> Bool { words.contains { head.hasPrefix($0) } }
        if begins("<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<style", "<script", "<div", "<center", "<title", "<link") { self = .webPage; return }
        if begins("mime-version:"), head.contains("multipart/related") { self = .webPage; return }
        if begins("<?xml", "<workbook"), head.contains("urn:schemas-microsoft-com:office:spreadsheet") { self = .spreadsheetXML; return }
        if begins("<?xml"), head.contains("<html") { self = .webPage; return }
        if begins("%pdf-", "{\\rtf", "<?xml", "gif8") { self = .other; return }
        return nil
    }

    /// Without the remarks that some programs write above a page.
    private static func uncommented(_ head: String) -> Substring {
        var head = head[...]
        while head.hasPrefix("<!--"), let end = head.firstRange(of: "-->") { head = head[end.upperBound...].drop(while: \.isWhitespace) }
        return head
    }

    var what: SheetProblem.What {
        switch self {
        case .webPage: .webPage
        case .spreadsheetXML: .spreadsheetXML
        case .other: .unknownKind
        }
    }
}
