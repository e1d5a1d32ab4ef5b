/// Whether an address may stand in a link, a form or a picture.
///
/// Addresses can come from people, and `javascript:` or `data:` in a link is a program in disguise. So only the known
/// schemes pass, and addresses without a scheme, read as a browser reads them: blanks before it and line breaks inside
/// it do not count.
enum Address {
    private static let schemes: Set<String> = ["http", "https", "mailto", "tel", "webcal", "otpauth"]

    /// The address itself, or `#` when it must not be followed.
    static func safe(_ address: String) -> String {
        // Most addresses are of this site.
        if address.utf8.first == UInt8(ascii: "/") { return address }
        guard let scheme = scheme(of: address) else { return address }
        return schemes.contains(scheme) ? address : "#"
    }

    /// What stands before the first colon, in lower case; `nil` when the address has no scheme.
    private static func scheme(of address: String) -> String? {
        var scheme: [UInt8] = []
        for byte in address.utf8 where byte > 0x20 {
            switch byte {
            case UInt8(ascii: ":"): return String(decoding: scheme, as: UTF8.self).lowercased()
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
            default: scheme.append(byte)
            }
        }
        return nil
    }
}
