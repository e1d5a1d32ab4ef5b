package import Forms
package import HTML
package import Languages
import Look

/// A picture on a page: the browser takes the size that fits.
package struct PictureView: View {
    let file: StoredFile
    let reader: Reader
    let sizes: String
    let isLazy: Bool
    let kind: String?
    let alt: String

    /// - Parameters:
    ///   - sizes: how wide it stands on the page, as browsers want it told.
    ///   - isLazy: whether it is fetched only when it comes into sight.
    ///   - kind: its class.
    ///   - alt: what is in it, where that is not written with the file.
    package init(_ file: StoredFile, _ reader: Reader, sizes: String = "100vw", isLazy: Bool = true, kind: String? = nil, alt: String? = nil) {
        self.file = file
        self.reader = reader
        self.sizes = sizes
        self.isLazy = isLazy
        self.kind = kind
        self.alt = alt ?? file.alt
    }

    private func address(_ width: Int) -> String { reader.link("\(file.path)/\(width)") }

    package var body: some HTML {
        let alt = reader.t.run(self.alt)
        let fallback = file.sizes.first { $0.width >= 900 } ?? file.sizes.last
        return img(attributes: [
            .src(address(fallback?.width ?? 0)), .alt(alt.text), .lang(alt.lang), .class(kind), .loading(isLazy ? "lazy" : "eager"), .custom("decoding", "async"),
        ] + (fallback.map { [.custom("width", "\($0.width)"), .custom("height", "\($0.height)")] } ?? [])
            + (file.sizes.count > 1 ? [.srcset(file.sizes.map { "\(address($0.width)) \($0.width)w" }.joined(separator: ", ")), .custom("sizes", sizes)] : []))
    }
}
