import Foundation
import Testing

@testable import Mail

@Suite struct `A folder of letters` {
    @Test func `holds each letter whole, in order, for its owner only`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "outbox-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let (first, second) = (FolderCourier(folder), FolderCourier(folder))
        try await first.deliver(letter(1))
        try await second.deliver(letter(2))
        try await first.deliver(letter(2))
        try await FolderCourier(folder).deliver(letter(4))

        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names == ["00001-letter-1", "00002-letter-2", "00003-letter-2", "00004-letter-4"].map { $0 + "@centar.test.eml" })
        #expect(try [UInt8](Data(contentsOf: folder.appending(path: names[3]))) == letter(4).rendered())
        let mode = try FileManager.default.attributesOfItem(atPath: folder.appending(path: names[0]).path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func `that cannot be written to fails for now`() async throws {
        let problem = await #expect(throws: DeliveryProblem.self) { try await FolderCourier(URL(filePath: "/dev/null/outbox")).deliver(letter()) }
        #expect(problem?.isTemporary == true)
    }
}
