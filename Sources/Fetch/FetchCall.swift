import CCurl
import Foundation

/// One call while it lasts: what came, and whether it was stopped.
final class FetchCall {
    private let most: Int
    private let reach: Fetcher.Reach
    private(set) var headers: [String: String] = [:]
    private(set) var body: [UInt8] = []
    private(set) var isTooLarge = false
    private(set) var wentInside = false

    init(most: Int, _ reach: Fetcher.Reach) { (self.most, self.reach) = (most, reach) }

    func join(_ curl: UnsafeMutableRawPointer) {
        let me = Unmanaged.passUnretained(self).toOpaque()
        curl_set_listener(
            curl,
            { text, size, count, me in
                FetchCall.from(me).hear(UnsafeRawBufferPointer(start: text, count: size * count))
                return size * count
            }, me)
        curl_set_taker(
            curl, { bytes, size, count, me in FetchCall.from(me).take(UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0 }, me)
        curl_set_opener(
            curl,
            { me, _, address in
                guard let address, FetchCall.from(me).may(address) else { return -1 }
                return socket(address.pointee.family, address.pointee.socktype, address.pointee.protocol)
            }, me)
    }

    private func hear(_ line: UnsafeRawBufferPointer) {
        let text = String(decoding: line.prefix(8000), as: UTF8.self)
        guard headers.count < 100, let colon = text.firstIndex(of: ":") else { return }
        headers[text[..<colon].lowercased()] = text[text.index(after: colon)...].trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        isTooLarge = isTooLarge || body.count + bytes.count > most
        if !isTooLarge { body += bytes }
        return !isTooLarge
    }

    /// The address itself is asked, after its name was resolved: a name may lead anywhere, and elsewhere the next time.
    private func may(_ address: UnsafeMutablePointer<curl_sockaddr>) -> Bool {
        guard reach == .outside else { return true }
        let isOutside = withUnsafePointer(to: &address.pointee.addr) { start in
            let raw = UnsafeRawPointer(start)
            return switch Int32(address.pointee.family) {
            case AF_INET: InsideNetwork.isOutside(v4: Array(UnsafeRawBufferPointer(start: raw + 4, count: 4)))
            case AF_INET6: InsideNetwork.isOutside(v6: Array(UnsafeRawBufferPointer(start: raw + 8, count: 16)))
            default: false
            }
        }
        wentInside = wentInside || !isOutside
        return isOutside
    }

    private static func from(_ me: UnsafeMutableRawPointer?) -> FetchCall { Unmanaged<FetchCall>.fromOpaque(me!).takeUnretainedValue() }
}
