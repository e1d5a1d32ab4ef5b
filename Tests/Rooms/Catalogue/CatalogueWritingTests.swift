@testable import Catalogue
import Testing

/// How offices write hours and groups, as a table.
@Suite struct CatalogueWritingTests {
    @Test(arguments: [
        ("16", 16, nil), ("16 сати", 16, nil), ("16.0", 16, nil), ("один", nil, nil), ("један дан, 8 сати", 8, 1), ("два дана (16 сати)", 16, 2), ("2 dana, 16 h", 16, 2),
        ("16h", 16, nil), ("40 akad. val.", 40, nil), ("5 dienos, 40 val.", 40, 5), ("three days", nil, 3), ("8 сати", 8, nil), ("", nil, nil), ("24 бода", 24, nil),
        ("99999999999999999999", nil, nil),
    ] as [(String, Int?, Int?)])
    func `hours and days`(_ text: String, _ hours: Int?, _ days: Int?) {
        let read = CatalogueWriting.hours(text)
        #expect(read.hours == hours && read.days == days, "\(text): \(read)")
    }

    @Test(arguments: [
        ("30", nil, 30), ("до 30", nil, 30), ("20–30", 20, 30), ("20-30", 20, 30), ("од 15 до 30 учесника", 15, 30), ("iki 25", nil, 25), ("најмање 15", 15, nil),
        ("30.0", nil, 30), ("", nil, nil), ("много", nil, nil),
    ] as [(String, Int?, Int?)])
    func `the smallest and the largest group`(_ text: String, _ least: Int?, _ most: Int?) {
        let read = CatalogueWriting.seats(text)
        #expect(read.least == least && read.most == most, "\(text): \(read)")
    }

    @Test func `numbers of earlier catalogues stand one a line`() {
        var wrong: [String] = []
        let read = EarlierNumber.read("2018–2021; 245; 3\n2016-2018;17;\n; 9\nбез бројева\n2014; 8; много\n\n", wrong: { wrong.append($0) })
        #expect(read.map(\.written) == ["2018–2021; 245; 3", "2016-2018; 17", "; 9"])
        #expect(wrong == ["без бројева", "2014; 8; много"])
    }
}
