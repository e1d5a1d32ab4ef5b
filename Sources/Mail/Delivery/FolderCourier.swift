public import Foundation

/// Lays each message as `00001-id.eml` into a folder, in the order of arrival. A file appears whole or not at all; only its owner may read it.
public actor FolderCourier: Courier {
    private let folder: URL
    private var last: Int?

    /// The folder is made when the first message comes.
    public init(_ folder: URL) { self.folder = folder }

    public func deliver(_ parcel: Parcel) async throws {
        let draft = folder.appending(path: ".\(UUID().uuidString).part")
        defer { try? FileManager.default.removeItem(at: draft) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data().write(to: draft)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: draft.path)
            try Data(parcel.bytes).write(to: draft)
            try place(draft, parcel.id)
        } catch {
            throw DeliveryProblem(.temporary, "\(folder.path): \(error.localizedDescription)")
        }
    }

    /// Gives the draft the next free number. Two couriers may give the same number, but a link never replaces a file.
    private func place(_ draft: URL, _ id: MessageID) throws {
        var number = try last ?? highest()
        while true {
            number += 1
            let digits = String(number)
            let name = String(repeating: "0", count: max(0, 5 - digits.count)) + digits + "-\(id.text).eml"
            do {
                try FileManager.default.linkItem(at: draft, to: folder.appending(path: name))
                last = number
                return
            } catch let error as CocoaError where error.code == .fileWriteFileExists {
                continue
            }
        }
    }

    private func highest() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).compactMap { Int($0.prefix { $0 != "-" }) }.max() ?? 0
    }
}
