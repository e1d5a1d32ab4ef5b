import Library
import Testing

/// Numbers of books and journals.
@Suite struct NumberRules {
    @Test func `the number of a book is read in both of its forms`() {
        for (typed, digits) in [
            ("978-0-306-40615-7", "9780306406157"), ("0-306-40615-2", "9780306406157"), ("0306406152", "9780306406157"), ("978 86 17 00000 2", "9788617000002"),
            ("0-8044-2957-X", "9780804429573"), ("0-8044-2957-x", "9780804429573"),
        ] { #expect(BookNumber(typed)?.digits == digits, "\(typed)") }
        for wrong in ["978-0-306-40615-8", "0-306-40615-3", "9770306406157", "123", "", "97803064061577", "X306406152", "٠٣٠٦٤٠٦١٥٢"] {
            #expect(BookNumber(wrong) == nil, "\(wrong)")
        }
    }

    @Test func `the number of a journal has eight signs`() {
        for (typed, text) in [("0378-5955", "0378-5955"), (" 0378–5955", "0378-5955"), ("03785955", "0378-5955"), ("2434-561x", "2434-561X")] {
            #expect(JournalNumber(typed)?.text == text, "\(typed)")
        }
        for wrong in ["0378-5956", "0378595", "X378-5955", "", "03785955X"] { #expect(JournalNumber(wrong) == nil, "\(wrong)") }
    }
}
