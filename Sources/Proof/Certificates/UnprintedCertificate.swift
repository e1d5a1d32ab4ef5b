import Languages

/// A certificate that cannot be printed: letters that no font has, whose paper it is, and the text in which they stand. A proof of something holds no stand-in.
struct UnprintedCertificate: Error, Hashable {
    let letters: String
    let name: String
    let text: String

    var phrase: Phrase { T.certificates.faultGlyph(letters: .text(letters), text: .text(text), name: .text(name)) }
}
