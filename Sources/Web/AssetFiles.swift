import Crypto
import Foundation
import Kernel
package import Look
import HTML

/// Style, script, sign and fonts under names that carry their content's hash, so that a browser may keep them for a year.
package struct AssetFiles: Sendable {
    struct File: Sendable {
        let bytes: [UInt8]
        let compressed: [UInt8]?
        let type: String
    }

    private let files: [String: File]
    package let links: Look.Assets
    /// The script that serves a page while there is no network. Its address holds no hash: browsers ask for it again by that address.
    let worker: File?
    private let scripts: [String: String]

    /// - Parameters:
    ///   - style: all style sheets one after another; `/fonts/NAME` in it becomes the font's own address.
    ///   - scripts: of single pages, by name.
    ///   - fonts: file name and bytes.
    ///   - picture: what a link to a page shows in a message, as PNG.
    package init(
        style: String, script: String?, scripts: [(name: String, text: String)] = [], worker: String? = nil, fonts: [(name: String, bytes: [UInt8])],
        picture: [UInt8]? = nil
    ) {
        var files: [String: File] = [:]
        func add(_ name: String, _ bytes: [UInt8], _ type: String) -> String {
            let hash = Hex.text(SHA256.hash(data: Data(bytes)).prefix(6))
            let dot = name.lastIndex(of: ".") ?? name.endIndex
            let path = "\(name[..<dot]).\(hash)\(name[dot...])"
            files[path] = File(bytes: bytes, compressed: type.hasPrefix("font/") || type == "image/png" ? nil : Gzip.compress(bytes, level: 9), type: type)
            return "/static/\(path)"
        }
        let sheet = fonts.reduce(style) { style, font in
            style.replacingOccurrences(of: "/fonts/\(font.name)", with: add(font.name, font.bytes, "font/woff2"))
        }
        links = Look.Assets(
            stylesheets: [add("zbornica.css", Array(sheet.utf8), "text/css; charset=utf-8")],
            script: script.map { add("zbornica.js", Array($0.utf8), "text/javascript; charset=utf-8") },
            icon: add("mark.svg", Logo.favicon, "image/svg+xml"), picture: picture.map { add("share.png", $0, "image/png") })
        self.scripts = Dictionary(
            scripts.map { ($0.name, add("\($0.name).js", Array($0.text.utf8), "text/javascript; charset=utf-8")) }, uniquingKeysWith: { first, _ in first })
        self.worker = worker.map { File(bytes: Array($0.utf8), compressed: nil, type: "text/javascript; charset=utf-8") }
        self.files = files
    }

    /// The address of a page's own script.
    func script(_ name: String) -> String? { scripts[name] }

    func file(_ name: String) -> File? { files[name] }
}
