/// A number in at least two digits: `05`.
func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
}

func isDigit(_ byte: UInt8) -> Bool {
    byte >= 48 && byte <= 57
}
