import Foundation
import Languages
import Testing

@Suite struct `The texts of the program` {
    @Test func `have every language, form and place`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Resources/texts").standardized
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).filter { $0.pathExtension == "json" }
        let rooms = try files.map { (name: $0.deletingPathExtension().lastPathComponent, json: try Data(contentsOf: $0)) }
        #expect(try TextCatalogue(rooms: rooms).keys.count > 50)
    }
}
