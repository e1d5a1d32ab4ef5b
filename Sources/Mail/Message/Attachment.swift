import Foundation

/// A file that goes with a message.
public struct Attachment: Hashable, Sendable {
    /// As the reader will see it, in any script; not a path.
    public var name: String
    public var type: MediaType
    public var bytes: [UInt8]

    public init(_ name: String, _ type: MediaType, _ bytes: [UInt8]) { (self.name, self.type, self.bytes) = (name, type, bytes) }
}

/// The kind of a file: `application/pdf`, without parameters.
public struct MediaType: Hashable, Sendable {
    public let text: String

    public init(_ text: String) throws(MailProblem) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let isToken = { (part: Substring) in
            (1...64).contains(part.utf8.count) && part.unicodeScalars.allSatisfy { $0.isASCIIAlphanumeric || "!#$&^_.+-".unicodeScalars.contains($0) }
        }
        guard parts.count == 2, parts.allSatisfy(isToken), parts[0] != "multipart", parts[0] != "message" else { throw .mediaType(text) }
        self.text = text
    }

    private init(known text: String) { self.text = text }

    public static let pdf = MediaType(known: "application/pdf")
    public static let xlsx = MediaType(known: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    public static let csv = MediaType(known: "text/csv")
    public static let calendar = MediaType(known: "text/calendar")
    public static let png = MediaType(known: "image/png")
    public static let jpeg = MediaType(known: "image/jpeg")
    public static let zip = MediaType(known: "application/zip")
    public static let bytes = MediaType(known: "application/octet-stream")
}

/// An entry for the reader's calendar, which mail programs offer to accept or remove.
public struct Invitation: Hashable, Sendable {
    public enum Method: String, Sendable { case request = "REQUEST", cancel = "CANCEL", publish = "PUBLISH" }

    public var method: Method
    /// An iCalendar object (RFC 5545) whose METHOD is the same.
    public var calendar: String

    public init(_ method: Method, _ calendar: String) { (self.method, self.calendar) = (method, calendar) }

    /// The objects of a stream, each by itself: of several entries each is one that its reader may take (RFC 5546, section 3.2.2).
    public static func each(_ method: Method, of stream: String) -> [Invitation] {
        let ending = "END:VCALENDAR\r\n"
        return stream.components(separatedBy: "\r\n" + ending).filter { !$0.isEmpty }.map { Invitation(method, $0 + "\r\n" + ending) }
    }
}
