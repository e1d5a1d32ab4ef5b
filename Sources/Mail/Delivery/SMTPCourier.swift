/// Hands messages to a mail server, one after the other over one connection that is kept.
public final class SMTPCourier: Courier {
    private let connection: SMTPConnection
    private let lane: Lane

    public init(_ settings: SMTPSettings) throws(MailProblem) {
        try settings.check()
        connection = try SMTPConnection(settings)
        lane = Lane(name: "smtp")
    }

    deinit {
        let connection = connection
        lane.close { connection.close() }
    }

    public func deliver(_ parcel: Parcel) async throws {
        let connection = connection
        try await lane.run { try connection.send(parcel) }
    }
}
