package import Kernel
package import Languages
package import Mail

extension AddressFault {
    /// What is told of it, with the way out.
    package var phrase: Phrase {
        switch self {
        case .incomplete: T.common.errorEmail
        case .several: T.forms.emailSeveral
        case .sign(let sign): sign.allSatisfy(\.isWhitespace) ? T.forms.emailBlank : T.forms.emailSign(sign: .text(sign))
        case .dots: T.forms.emailDots
        case .tooLong: T.forms.emailTooLong
        case .host(let host): T.forms.emailHost(host: .text(host))
        }
    }
}

extension Faults {
    /// Reads an address to which mail can go; what is none has a fault that says why.
    package mutating func address(_ text: String, _ field: String) -> Address? {
        do { return try Address(line: text) } catch {
            add(field, error.phrase)
            return nil
        }
    }
}

extension Address {
    /// An address to which mail can go and for which a row has room.
    package init(line typed: String) throws(AddressFault) {
        let address = try Address(typed: WrittenText.line(typed))
        guard address.text.utf8.count <= TextLimit.line.rawValue else { throw .tooLong }
        self = address
    }

    /// The address as mail servers know it, or what was typed where it is none, so that its writer finds it in the field again.
    package static func kept(_ typed: String) -> String { (try? Address(typed: typed))?.text ?? typed }
}
