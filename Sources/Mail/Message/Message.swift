/// A letter to one or more people, as values. Its fields cannot hold anything that would break out of a header.
public struct Message: Hashable, Sendable {
    public var id: MessageID
    /// Seconds since 1 January 1970, UTC.
    public var date: Int64
    public var from: Mailbox
    public var to: [Mailbox]
    public var replyTo: Mailbox?
    public var subject: String
    public var text: String
    public var html: String?
    /// One stands beside the words, so that mail programs offer it; several go as files, each to be taken by itself.
    public var invitations: [Invitation]
    public var attachments: [Attachment]
    public var headers: [Header]

    public init(
        id: MessageID, date: Int64, from: Mailbox, to: [Mailbox], replyTo: Mailbox? = nil, subject: String, text: String,
        html: String? = nil, invitations: [Invitation] = [], attachments: [Attachment] = [], headers: [Header] = []
    ) {
        (self.id, self.date, self.from, self.to, self.replyTo) = (id, date, from, to, replyTo)
        (self.subject, self.text, self.html) = (subject, text, html)
        (self.invitations, self.attachments, self.headers) = (invitations, attachments, headers)
    }

    /// The message with the addresses it goes to, ready to be kept and delivered.
    public func parcel() -> Parcel {
        Parcel(id: id, from: from.address, to: to.map(\.address), bytes: rendered())
    }
}

/// A rendered message and its envelope. This is what a queue keeps and what a courier carries.
public struct Parcel: Hashable, Sendable {
    public let id: MessageID
    public let from: Address
    public let to: [Address]
    /// The content of an `.eml` file.
    public let bytes: [UInt8]

    public init(id: MessageID, from: Address, to: [Address], bytes: [UInt8]) {
        (self.id, self.from, self.to, self.bytes) = (id, from, to, bytes)
    }
}
