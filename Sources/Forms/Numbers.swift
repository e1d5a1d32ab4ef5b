package import Kernel
import Languages

extension Faults {
    /// Reads a whole number of a form. What is none has a fault, and so has what lies outside the bounds, which then names them.
    /// - Parameter empty: what an empty field stands for; without it an empty field is a fault.
    package mutating func number(_ typed: Typed, _ field: String, in bounds: ClosedRange<Int>, empty: Int? = nil) -> Int? {
        let text = typed[field]
        if text.isEmpty, let empty { return empty }
        if let number = Int(typed: text, in: bounds) { return number }
        let isNumber = !text.isEmpty && text.drop { $0 == "-" || $0 == "+" }.utf8.allSatisfy { (0x30...0x39).contains($0) }
        add(field, isNumber ? T.common.errorNumberBetween(least: .number(bounds.lowerBound), most: .number(bounds.upperBound)) : T.forms.errorNumber)
        return nil
    }

    /// Reads a whole number of a form, or nothing where nothing was typed.
    package mutating func numberOrNothing(_ typed: Typed, _ field: String, in bounds: ClosedRange<Int>) -> Int? {
        typed[field].isEmpty ? nil : number(typed, field, in: bounds)
    }
}
