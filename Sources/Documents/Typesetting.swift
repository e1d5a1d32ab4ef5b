import Foundation

/// One document to set: a template, what it shows, and what comes with it. The same job always gives the same bytes.
public struct Typesetting: Sendable {
    /// Name of a template, without its ending.
    public let template: String
    /// JSON that the template reads; its shape stands at the top of the template. Texts in it are printed as they are, never read as markup.
    public let data: String
    /// When the document says it was made, in UTC seconds.
    public let stamp: Int64
    /// Files that a reader can take out of the document.
    public let attachments: [Attachment]
    /// Pictures (SVG, PNG, JPEG) by the names under which the data speaks of them.
    public let pictures: [String: [UInt8]]
    /// For whom it is set, such as a centre: those who wait are served in turn, so that a long row of one never stands before everybody else's paper.
    public var party = ""
    /// Whether it is drawn as one PNG, a dot for a point, in place of a PDF.
    public var isPicture = false
    /// Whether its pages, two on each side of a sheet, come in the order in which sheets are folded: a file for the printer, which is no PDF/A.
    public var isBooklet = false
    /// How long it may take, if less than any job may.
    public var seconds: Int?

    public init(template: String, data: String, stamp: Int64, attachments: [Attachment] = [], pictures: [String: [UInt8]] = [:]) {
        self.template = template
        self.data = data
        self.stamp = stamp
        self.attachments = attachments
        self.pictures = pictures
    }

    /// - Parameter content: what the template reads, such as a ``Paper``; equal content is equal data.
    public init(template: String, _ content: some Encodable, stamp: Int64, attachments: [Attachment] = [], pictures: [String: [UInt8]] = [:]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data = String(decoding: try encoder.encode(content), as: UTF8.self)
        self.init(template: template, data: data, stamp: stamp, attachments: attachments, pictures: pictures)
    }

    /// A file within a document, such as a credential that machines read.
    public struct Attachment: Sendable {
        public let name: String
        /// Media type, such as `application/json`.
        public let type: String
        public let bytes: [UInt8]
        public let description: String

        public init(name: String, type: String, bytes: [UInt8], description: String) {
            self.name = name
            self.type = type
            self.bytes = bytes
            self.description = description
        }
    }
}
