import Foundation
package import Kernel
import Languages
package import Mail
import Storage

/// Takes letters from the queue to a courier. After a crash a letter may be sent twice, under the same Message-ID; none is lost.
package struct Post: Sendable {
    /// In whose name a centre's letters go out.
    package typealias Sender = @Sendable (ID<CentreTag>?, Act) throws -> (name: String, address: String)

    private let records: Records
    private let courier: any Courier
    private let sender: Sender
    private static let leaseSeconds = 120
    private static let triesMax = 10

    package init(records: Records, courier: any Courier, sender: @escaping Sender) {
        self.records = records
        self.courier = courier
        self.sender = sender
    }

    private struct Claimed: Sendable {
        let id: Int64
        let tries: Int
        let message: Result<Message, any Error>
    }

    /// Delivers all that is due now.
    /// - Parameter goesOn: asked before each letter.
    /// - Returns: how many were delivered.
    @discardableResult
    package func deliver(while goesOn: @Sendable () -> Bool = { true }) async throws -> Int {
        var count = 0
        var delivered: Int64?
        while let letter = try await claim(after: delivered, goesOn: goesOn()) {
            delivered = nil
            do {
                try await courier.deliver(letter.message.get())
                delivered = letter.id
                count += 1
            } catch {
                try await postpone(letter, because: error)
                if (error as? DeliveryProblem)?.concernsSettings == true { break }
            }
        }
        return count
    }

    /// Notes that a letter has left and takes the next one. Both are one act, because each act waits for the disk.
    private func claim(after delivered: Int64?, goesOn: Bool) async throws -> Claimed? {
        guard goesOn || delivered != nil else { return nil }
        let sender = sender
        return try await records.write(by: .system) { act in
            if let delivered {
                try act.db.run("""
                    UPDATE letter SET state = 'sent', sent = \(act.now), lease = NULL, fault = NULL,
                        text = CASE WHEN secret THEN '' ELSE text END, html = CASE WHEN secret THEN '' ELSE html END
                    WHERE id = \(delivered)
                    """)
                try act.db.run("DELETE FROM letter_file WHERE letter = \(delivered)")
                try act.forgetFading(delivered)
            }
            guard goesOn else { return nil }
            let lock: SQL = act.db.engine == .postgresql ? "FOR UPDATE SKIP LOCKED" : ""
            guard let row = try act.db.row("""
                UPDATE letter SET lease = \(act.now.adding(seconds: Self.leaseSeconds)), tries = tries + 1
                WHERE id = (SELECT id FROM letter WHERE state = 'queued' AND due <= \(act.now) AND (lease IS NULL OR lease < \(act.now)) ORDER BY due, id LIMIT 1 \(lock))
                RETURNING *
                """) else { return nil }
            let id: Int64 = try row["id"]
            let files = try act.db.rows("SELECT name, bytes FROM letter_file WHERE letter = \(id)").map { try Attachment($0["name"], .pdf, $0["bytes"]) }
            let message = Result { try Self.message(row, files, from: sender(row["centre"], act)) }
            return Claimed(id: id, tries: try row["tries"], message: message)
        }
    }

    private static func message(_ row: Row, _ files: [Attachment], from sender: (name: String, address: String)) throws -> Message {
        let calendar: String? = try row["calendar"]
        let method: String? = try row["calendar_method"]
        let written: Instant = try row["written"]
        let unsubscribe: String? = try row["unsubscribe"]
        return Message(
            id: try MessageID(row["message"]), date: written.seconds,
            from: try Mailbox(sender.address, name: sender.name),
            to: [try Mailbox(row["address"], name: row["name"])],
            subject: try row["subject"], text: try row["text"], html: try row["html"] as String,
            invitations: Invitation.each(method == "CANCEL" ? .cancel : .request, of: calendar ?? ""),
            attachments: files, headers: [.automatic] + (try unsubscribe.map { try Header.unsubscribe(at: $0) } ?? []))
    }

    /// A passing fault is tried again, later and later; a final one makes a dead letter that staff see.
    private func postpone(_ letter: Claimed, because error: any Error) async throws {
        let problem = error as? DeliveryProblem
        let isFinal = letter.tries >= Self.triesMax || !(problem.map { $0.isTemporary || $0.concernsSettings } ?? false)
        try await records.write(by: .system) { act in
            let state = isFinal ? "dead" : "queued"
            try act.db.run("""
                UPDATE letter SET state = \(state), lease = NULL, fault = \("\(error)"), due = \(act.now.adding(seconds: Backoff.seconds(after: letter.tries)))
                WHERE id = \(letter.id)
                """)
            if isFinal { try act.forgetFading(letter.id) }
        }
    }
}

