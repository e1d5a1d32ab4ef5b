import Foundation

/// A paper of an office in finished words: letterhead, title, facts, tables, signatures. The templates `list`, `sheet`, `report`, `register` and `badges` print it; what
/// each field does stands in `paper.typ`.
public struct Paper: Encodable, Sendable {
    /// BCP 47.
    public var language: String
    public var title: String
    public var subtitle: String?
    /// Stands above every page.
    public var head: String?
    /// How a page is numbered, with `{page}` and `{pages}` in it.
    public var page: String
    public var centre: Office?
    public var marks: [Fact] = []
    public var facts: [Fact] = []
    public var sections: [Section] = []
    public var signatories: [Signatory] = []
    public var seal: String?
    public var notes: [String] = []

    public init(language: String, title: String, subtitle: String? = nil, head: String? = nil, page: String, centre: Office? = nil) {
        self.language = language
        self.title = title
        self.subtitle = subtitle
        self.head = head
        self.page = page
        self.centre = centre
    }

    /// A label and what stands under it.
    public struct Fact: Encodable, Sendable {
        public var label: String
        public var value: String

        public init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    /// Whose paper it is.
    public struct Office: Encodable, Sendable {
        public var name: String
        public var lines: [String]
        public var logo: Logo?

        /// A picture of the job, by its name there, and what it says to those who do not see it.
        public struct Logo: Encodable, Sendable {
            public var picture: String
            public var alt: String
        }

        /// - Parameters:
        ///   - lines: seat, telephone and what else belongs under a name; empty ones are left out.
        ///   - logo: the name of a picture of the job; it stands for the office's name.
        public init(name: String, lines: [String], logo: String? = nil) {
            self.name = name
            self.lines = lines.filter { !$0.isEmpty }
            self.logo = logo.map { Logo(picture: $0, alt: name) }
        }
    }

    /// Who signs by hand; an empty name leaves the line alone.
    public struct Signatory: Encodable, Sendable {
        public var name: String
        public var role: String

        public init(name: String, role: String) {
            self.name = name
            self.role = role
        }
    }

    public struct Section: Encodable, Sendable {
        public var title: String
        /// Begins a page.
        public var `break`: Bool?
        /// Paragraphs.
        public var text: [String]?
        public var facts: [Fact]?
        public var table: Table?
        public var signatories: [Signatory]?

        public init(title: String, break: Bool? = nil, text: [String]? = nil, facts: [Fact]? = nil, table: Table? = nil, signatories: [Signatory]? = nil) {
            self.title = title
            self.break = `break`
            self.text = text
            self.facts = facts
            self.table = table
            self.signatories = signatories
        }
    }

    public struct Table: Encodable, Sendable {
        public var columns: [Column]
        public var rows: [[Cell]]
        /// Lines around every cell, to write in.
        public var boxes: Bool?
        /// Least height of a row, in millimetres.
        public var height: Int?
        /// Rows left free for those who come unannounced.
        public var empty: Int?

        public init(columns: [Column], rows: [[Cell]], boxes: Bool? = nil, height: Int? = nil, empty: Int? = nil) {
            self.columns = columns
            self.rows = rows
            self.boxes = boxes
            self.height = height
            self.empty = empty
        }
    }

    /// A column of a width in millimetres, of a share of what is left, or as wide as it needs.
    public struct Column: Encodable, Sendable {
        public enum Side: String, Encodable, Sendable { case left, right, center }

        public var title: String
        public var mm: Int?
        public var share: Int?
        public var align: Side?
        public var strong: Bool?

        public init(_ title: String, mm: Int? = nil, share: Int? = nil, align: Side? = nil, strong: Bool? = nil) {
            self.title = title
            self.mm = mm
            self.share = share
            self.align = align
            self.strong = strong
        }
    }

    /// A text, with a share drawn behind it if there is one.
    public struct Cell: Encodable, Sendable, ExpressibleByStringInterpolation {
        public enum Tone: String, Encodable, Sendable { case pencil, muted }

        public var text: String
        /// If another than the paper's.
        public var language: String?
        public var tone: Tone?
        /// From 0 to 1.
        public var bar: Double?
        /// Numbers drawn as bars side by side in place of the text, which says the same to those who do not see them.
        public var counts: [Int]?
        /// What stands under each bar.
        public var steps: [String]?

        public init(_ text: String, language: String? = nil, tone: Tone? = nil, bar: Double? = nil, counts: [Int]? = nil, steps: [String]? = nil) {
            self.text = text
            self.language = language
            self.tone = tone
            self.bar = bar
            (self.counts, self.steps) = (counts, steps)
        }

        public init(stringLiteral text: String) { self.init(text) }
    }
}
