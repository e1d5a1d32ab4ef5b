import Forms
import Foundation

/// `multipart/form-data` (RFC 7578) as browsers send it. Written here because no package at hand reads it.
enum Multipart {
    /// The boundary that a Content-Type header names.
    static func boundary(of contentType: String) -> String? {
        let parts = contentType.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        guard parts.first?.lowercased() == "multipart/form-data",
              let parameter = parts.first(where: { $0.lowercased().hasPrefix("boundary=") })
        else { return nil }
        let value = parameter.dropFirst("boundary=".count).trimmingCharacters(in: CharacterSet(charactersIn: "\""))
        return (1...70).contains(value.utf8.count) ? value : nil
    }

    /// - Returns: nil when the body is not what its header says.
    static func read(_ body: [UInt8], boundary: String, partsMax: Int = 500) -> Typed? {
        let line = Array("--\(boundary)".utf8)
        // A boundary stands at the beginning of a line.
        let first = body.starts(with: line) ? 0 : find([13, 10] + line, in: body, from: 0).map { $0 + 2 }
        guard var start = first.map({ $0 + line.count }) else { return nil }
        var fields: [(name: String, value: String)] = []
        var files: [Typed.File] = []
        while !starts(body, at: start, with: [0x2d, 0x2d]) {
            guard fields.count + files.count < partsMax, starts(body, at: start, with: [13, 10]),
                  let end = find([13, 10] + line, in: body, from: start),
                  let head = find([13, 10, 13, 10], in: body, from: start), head <= end
            else { return nil }
            let headers = String(decoding: body[(start + 2)..<max(start + 2, head)], as: UTF8.self)
            guard let (name, file) = disposition(headers) else { return nil }
            let content = head + 4 <= end ? body[(head + 4)..<end] : []
            if let file {
                files.append(Typed.File(field: name, name: file, bytes: Array(content)))
            } else {
                fields.append((name, String(decoding: content, as: UTF8.self).replacingOccurrences(of: "\0", with: "")))
            }
            start = end + 2 + line.count
        }
        return Typed(fields, files: files)
    }

    static func disposition(_ headers: String) -> (name: String, file: String?)? {
        for header in headers.components(separatedBy: "\r\n") where header.lowercased().hasPrefix("content-disposition:") {
            guard let name = parameter("name", in: header) else { return nil }
            return (name, parameter("filename", in: header))
        }
        return nil
    }

    /// Browsers write a quotation mark inside a name as `%22`.
    private static func parameter(_ name: String, in header: String) -> String? {
        guard let range = header.range(of: "; \(name)=\"", options: .caseInsensitive),
              let end = header[range.upperBound...].firstIndex(of: "\"")
        else { return nil }
        return header[range.upperBound..<end].replacingOccurrences(of: "%22", with: "\"")
    }

    private static func starts(_ body: [UInt8], at index: Int, with mark: [UInt8]) -> Bool {
        index + mark.count <= body.count && body[index..<(index + mark.count)].elementsEqual(mark)
    }

    static func find(_ mark: [UInt8], in body: [UInt8], from start: Int) -> Int? {
        guard !mark.isEmpty, body.count >= mark.count else { return nil }
        return body.withUnsafeBufferPointer { body in
            var index = start
            let last = body.count - mark.count
            while index <= last {
                if body[index] == mark[0] {
                    var length = 1
                    while length < mark.count, body[index + length] == mark[length] { length += 1 }
                    if length == mark.count { return index }
                }
                index += 1
            }
            return nil
        }
    }
}
