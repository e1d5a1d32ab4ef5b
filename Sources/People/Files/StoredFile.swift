import Centres
package import Foundation
package import Kernel
package import Languages
package import Storage

/// A file that people put here. It never changes: another one is another file.
package struct StoredFile: Sendable {
    package typealias ID = Kernel.ID<StoredFile>

    package enum Kind: String, CaseIterable, Sendable, Storable { case picture, document }

    /// One size of a photo, in pixels.
    package struct Size: Sendable, Hashable {
        package let width: Int
        package let height: Int
        let digest: String
    }

    package let id: ID
    package let centre: Kernel.ID<CentreTag>
    package let kind: Kind
    /// Media type.
    package let type: String
    /// As it was called where it came from.
    package let name: String
    let digest: String
    /// In bytes; of a photo that of its largest size.
    package let size: Int
    /// What is in the picture, for whoever does not see it.
    package let alt: String
    /// Of a photo, the smallest first; a drawing has none.
    package let sizes: [Size]

    init(row: Row, sizes: [Size]) throws {
        id = try row["id"]
        centre = try row["centre"]
        kind = try row["kind"]
        type = try row["type"]
        name = try row["name"]
        digest = try row["digest"]
        size = try row["size"]
        alt = try row["alt"]
        self.sizes = sizes
    }

    /// Where it is found, behind the language.
    package var path: String { "/files/\(id)" }

    /// What is in it.
    /// - Parameter files: the folder of the installation.
    package func bytes(in files: URL) throws -> [UInt8] { Array(try Data(contentsOf: FileFolder(files).place(of: digest))) }

    /// A photo in the smallest of its sizes that is so many pixels wide, else in its largest.
    package func bytes(in files: URL, width: Int) throws -> [UInt8] {
        let size = sizes.first { $0.width >= width } ?? sizes.last
        return Array(try Data(contentsOf: FileFolder(files).place(of: size?.digest ?? digest)))
    }

    /// Its kind in a word, as PDF, with its size.
    package func label(_ t: Texts) -> String {
        let ending = DocumentKind(rawValue: FileName.ending(of: name))?.rawValue ?? String(type.split(separator: "/").last ?? "")
        return "\(ending.uppercased()), \(FileName.weight(size, t))"
    }
}

/// A file that was looked at and lies in its place, before a row names it.
package struct NewFile: Sendable {
    let kind: StoredFile.Kind
    let type: String
    let name: String
    let digest: String
    let size: Int
    let sizes: [StoredFile.Size]
    let alt: String

    package var isPicture: Bool { kind == .picture }
}

/// Whether somebody may see a file: asked of the rooms that show it. Whoever says yes has looked at who asks.
package struct FileSightAsked: Question {
    package typealias Answer = Bool
    package let file: StoredFile.ID
}

/// A column that points to a file. Each room above brings its own; a file to which none points is forgotten.
package struct FileColumn: Sendable {
    let table: StaticString
    let name: StaticString
    /// Whether it holds what is somebody's own: then the centre's people see it only where the room says so.
    let isPersonal: Bool

    package init(_ table: StaticString, _ name: StaticString = "file", isPersonal: Bool = false) {
        (self.table, self.name, self.isPersonal) = (table, name, isPersonal)
    }

    package var place: String { "\(table).\(name)" }
}
