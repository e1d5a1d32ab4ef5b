import Crypto
import Foundation
import Kernel

/// What a person is shown once, to set a second factor up: the secret for the telephone and the codes for the day it is lost.
///
/// Until the person proves with a first code that it works, it lives in the form alone, sealed: reading the page changes nothing, and the
/// same form sent again shows the same codes.
struct Enrolment: Sendable {
    static let recoveryCodes = 10
    private static let secretBytes = 20
    private static let codeBytes = 10

    private let bytes: [UInt8]

    static func fresh() -> Enrolment {
        Enrolment(bytes: (0..<secretBytes + recoveryCodes * codeBytes).map { _ in UInt8.random(in: .min ... .max) })
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    var secret: [UInt8] { Array(bytes.prefix(Enrolment.secretBytes)) }

    var codes: [RecoveryCode] {
        (0..<Enrolment.recoveryCodes).map { index in
            let start = Enrolment.secretBytes + index * Enrolment.codeBytes
            return RecoveryCode(letters: Base32.text(bytes[start..<start + Enrolment.codeBytes]))
        }
    }

    /// As a form carries it, good for this person alone.
    func sealed(for person: Person.ID, by seal: Seal) throws -> String {
        Data(try seal.seal(bytes, for: Enrolment.purpose(person))).base64EncodedString()
    }

    /// What a form brought back; nil when it was not made here for this person.
    init?(sealed text: String, for person: Person.ID, by seal: Seal) {
        guard let data = Data(base64Encoded: text), let bytes = try? seal.open(Array(data), for: Enrolment.purpose(person)) else { return nil }
        guard bytes.count == Enrolment.secretBytes + Enrolment.recoveryCodes * Enrolment.codeBytes else { return nil }
        self.init(bytes: bytes)
    }

    private static func purpose(_ person: Person.ID) -> String { "enrolment of \(person)" }
}

/// Lets in once when the telephone is lost. Only its hash is kept; 80 random bits need no slow one.
struct RecoveryCode: Sendable, Hashable {
    /// Sixteen letters and digits, without marks between them.
    let letters: String

    init(letters: String) { self.letters = letters }

    /// As typed: with or without hyphens, blanks and capitals; the zero, one and eight that are not in the alphabet stand for O, I and B.
    init?(typed: String) {
        let similar: [Character: Character] = ["0": "O", "1": "I", "8": "B"]
        let letters = typed.uppercased().filter { $0.isLetter || $0.isNumber }.map { similar[$0] ?? $0 }
        guard letters.count == 16 else { return nil }
        self.letters = String(letters)
    }

    /// ABCD-EFGH-IJKL-MNOP
    var text: String { Base32.grouped(letters, by: "-") }
    var hash: [UInt8] { Array(SHA256.hash(data: Data("recovery \(letters)".utf8))) }
}
