import Foundation
import Testing

@testable import Sheets

@Suite struct `A cell that people typed` {
    @Test(arguments: [
        ("3.500,00", "3500"), ("3,500.25", "3500.25"), ("12,5", "12.5"), ("-0.125", "-0.125"), ("1 000", "1000"), ("1.000.000,5", "1000000.5"),
    ]) func `is a number in one way`(text: String, number: String) {
        #expect(Cell.text(text).decimal == Decimal(string: number))
    }

    @Test(arguments: ["3.500", "3,500", "1,2,3", "1.2.3", "12.34,5", "1e5", "١٢", "", "-", "5.", ".5", "12 РСД", "0x1"])
    func `is no number when it could be two or none`(text: String) {
        #expect(Cell.text(text).decimal == nil)
    }

    @Test(arguments: [
        ("25.2.2026.", "2026-02-25"), ("25. 02. 2026", "2026-02-25"), ("2026.02.25", "2026-02-25"), ("2026-02-25", "2026-02-25"),
        ("29.2.2024", "2024-02-29"), ("2026-02-25T09:30", "2026-02-25"),
    ]) func `is a day`(text: String, day: String) {
        #expect(Cell.text(text).day == day)
    }

    @Test(arguments: ["29.2.2026.", "31.4.2026", "2/25/2026", "25.2.26", "јуче", "2026-13-01", "2026-02-25T24:00", "1..2026", "25.2.2026.."])
    func `is no day`(text: String) {
        #expect(Cell.text(text).day == nil)
    }

    @Test func `is a whole number`() {
        #expect(Cell.text(" 42 ").whole == 42)
        #expect(Cell.number(42).whole == 42)
        #expect(Cell.number(Decimal(string: "4.2")!).whole == nil)
        #expect(Cell.text("4,2").whole == nil)
    }

    @Test(arguments: [
        (1.0, false, "1900-01-01"), (59, false, "1900-02-28"), (61, false, "1900-03-01"), (46078, false, "2026-02-25"),
        (44616, true, "2026-02-25"), (46078.375, false, "2026-02-25T09:00:00"), (0.999988425925926, false, "23:59:59"),
        (0, false, "00:00:00"), (2_958_465, false, "9999-12-31"), (46077.9999999, false, "2026-02-25"),
    ]) func `is a day by its serial number`(serial: Double, from1904: Bool, iso: String) {
        #expect(Moment(serial: serial, from1904: from1904)?.iso == iso)
    }

    @Test(arguments: [-1.0, 2_958_466, 2_958_465.9999999, 1e300]) func `is no day out of the calendar`(serial: Double) {
        #expect(Moment(serial: serial, from1904: false) == nil)
    }
}
