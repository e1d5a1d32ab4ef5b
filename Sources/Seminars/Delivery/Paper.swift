import Foundation
import Languages

/// What the templates of papers read; its shape stands at the top of the templates.
struct Paper: Encodable {
    struct Fact: Encodable {
        let label: String
        let value: String
    }

    struct Office: Encodable {
        let name: String
        let lines: [String]
    }

    struct Signatory: Encodable {
        let name: String
        let role: String
    }

    struct Column: Encodable {
        let title: String
        var mm: Int?
        var share: Int?
        var align: String?
        var strong: Bool?
    }

    /// A text, a text with a share drawn behind it, or a box to sign in.
    enum Cell: Encodable {
        case text(String, Language?)
        case share(String, Double)
        case empty

        func encode(to encoder: any Encoder) throws {
            var single = encoder.singleValueContainer()
            switch self {
            case .text(let text, nil): try single.encode(text)
            case .text(let text, let language?): try single.encode(["text": text, "language": language.rawValue])
            case .share(let text, let share): try single.encode(Share(text: text, bar: share))
            case .empty: try single.encodeNil()
            }
        }

        private struct Share: Encodable {
            let text: String
            let bar: Double
        }
    }

    struct Table: Encodable {
        let columns: [Column]
        let rows: [[Cell]]
        var boxes: Bool?
        var height: Int?
        var empty: Int?
    }

    struct Section: Encodable {
        let title: String
        var `break`: Bool?
        var text: [String]?
        var facts: [Fact]?
        var table: Table?
        var signatories: [Signatory]?
    }

    let language: Language
    let title: String
    let subtitle: String
    let head: String
    let page: String
    let centre: Office
    var marks: [Fact] = []
    var facts: [Fact] = []
    var sections: [Section] = []
    var signatories: [Signatory] = []
    var seal: String?

    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
