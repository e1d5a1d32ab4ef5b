import Crypto
package import Documents
import Foundation
import Kernel
package import Languages
import Storage

/// The sign of a centre on its papers. Another one is another picture: what was signed with this one keeps it.
package struct CentreLogo: Hashable, Sendable {
    /// SHA-256 of its bytes, hexadecimal: its name in the database, in the facts of certificates and in jobs of the typesetter.
    package let digest: String
    package let picture: Picture

    package init(_ picture: Picture) {
        self.picture = picture
        digest = Self.digest(of: picture.bytes)
    }

    init(row: Row) throws {
        guard let kind = Picture.Kind(rawValue: try row["type"]) else { throw Problem.missing }
        self.init(Picture(kind, try row["bytes"]))
    }

    static func digest(of bytes: [UInt8]) -> String {
        Hex.text(SHA256.hash(data: Data(bytes)))
    }

    /// What a job of the typesetter needs to print it.
    package var pictures: [String: [UInt8]] { [digest: picture.bytes] }
}

extension Paper.Office {
    /// The head of a centre's papers.
    package init(_ centre: Centre, _ logo: CentreLogo?, _ t: Texts) {
        self.init(name: centre.name(in: t.language), lines: [t.shown(centre.street)], logo: logo?.digest)
    }
}

extension PictureFault {
    /// What is wrong with a picture that somebody chose, and what to do.
    package var phrase: Phrase {
        switch self {
        case .tooLarge: T.centres.logoTooLarge(most: .number(Picture.bytesMax >> 10))
        case .unknown: T.centres.logoUnknown
        case .damaged: T.centres.logoDamaged
        case .tooManyPixels(let width, let height): T.centres.logoTooManyPixels(width: .number(width), height: .number(height), most: .number(Picture.sideMax))
        case .letters: T.centres.logoLetters
        case .forbidden(let part): T.centres.logoForbidden(part: .text(part))
        }
    }
}
