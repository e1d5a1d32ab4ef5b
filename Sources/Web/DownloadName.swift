import Foundation
import Languages

/// What a file is called when it is taken home (RFC 6266): whole in UTF-8, and in plain letters for programs that read only these.
struct DownloadName {
    let text: String

    var header: String {
        "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
    }

    /// Cyrillic as it is written in Latin, and letters without their marks. What is left of another script becomes a line.
    private var plain: String {
        let latin = Script.latin(fromCyrillic: text).replacing("đ", with: "dj").replacing("Đ", with: "Dj")
        let letters = latin.decomposedStringWithCompatibilityMapping.unicodeScalars.filter { !(0x300...0x36F).contains($0.value) }
        return String(letters.map { $0.isASCII && $0 != "\"" && $0 != "\\" && $0.value >= 32 && $0.value < 127 ? Character($0) : "_" })
    }
}
