import CCurl
import Foundation

/// One libcurl handle and the connection it keeps. Its calls block. It may be passed on because the lane of its courier alone uses it.
final class SMTPConnection: @unchecked Sendable {
    private let settings: SMTPSettings
    private var curl: UnsafeMutableRawPointer?

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    init(_ settings: SMTPSettings) throws(MailProblem) {
        guard Self.isReady, let curl = curl_easy_init() else { throw .settings("libcurl does not start") }
        (self.settings, self.curl) = (settings, curl)
    }

    deinit { close() }

    /// Says goodbye to the server.
    func close() {
        if let curl { curl_easy_cleanup(curl) }
        curl = nil
    }

    func send(_ parcel: Parcel) throws(DeliveryProblem) {
        guard let curl else { throw DeliveryProblem(.temporary, "the connection is closed") }
        guard !parcel.to.isEmpty else { throw DeliveryProblem(.permanent, "nobody to send to") }
        let talk = Talk(parcel.bytes)
        let recipients = parcel.to.reduce(nil) { curl_slist_append($0, "<\($1.text)>") }
        let reason = UnsafeMutableBufferPointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
        reason.initialize(repeating: 0)
        defer {
            curl_easy_reset(curl)
            curl_slist_free_all(recipients)
            reason.deallocate()
        }

        prepare(curl)
        curl_set_errors(curl, reason.baseAddress)
        curl_set_text(curl, CURLOPT_MAIL_FROM, "<\(parcel.from.text)>")
        curl_set_list(curl, CURLOPT_MAIL_RCPT, recipients)
        let code = withExtendedLifetime(talk) {
            talk.join(curl)
            return curl_easy_perform(curl)
        }
        guard code != CURLE_OK else { return }
        let network = reason[0] == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: reason.baseAddress!)
        throw problem(Int(curl_response_code(curl)), talk, network)
    }

    private func prepare(_ curl: UnsafeMutableRawPointer) {
        let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
        curl_set_text(curl, CURLOPT_URL, "\(settings.security == .tls ? "smtps" : "smtp")://\(host):\(settings.port)/\(settings.name)")
        curl_set_text(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        curl_set_text(curl, CURLOPT_NOPROXY, "*")
        curl_set_number(curl, CURLOPT_NOSIGNAL, 1)
        curl_set_number(curl, CURLOPT_UPLOAD, 1)
        curl_set_number(curl, CURLOPT_CONNECTTIMEOUT, settings.patience)
        curl_set_number(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, settings.patience)
        curl_set_number(curl, CURLOPT_TIMEOUT, settings.timeout)

        let wanted =
            switch settings.security {
            case .starttls, .tls: CURLUSESSL_ALL
            case .optional: CURLUSESSL_TRY
            case .none: CURLUSESSL_NONE
            }
        curl_set_number(curl, CURLOPT_USE_SSL, Int(wanted.rawValue))
        curl_set_number(curl, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        curl_set_number(curl, CURLOPT_SSL_VERIFYPEER, 1)
        curl_set_number(curl, CURLOPT_SSL_VERIFYHOST, 2)
        if let authorities = settings.authorities { curl_set_text(curl, CURLOPT_CAINFO, authorities) }
        if let login = settings.login {
            curl_set_text(curl, CURLOPT_USERNAME, login.user)
            curl_set_text(curl, CURLOPT_PASSWORD, login.password)
        }
    }

    /// A code of 400 or more from the server says why. Without one it was the network, and such a failure is always temporary.
    private func problem(_ code: Int, _ talk: Talk, _ network: String) -> DeliveryProblem {
        guard code >= 400 else { return DeliveryProblem(.temporary, network) }
        let reply = talk.reply(code)
        return DeliveryProblem(code >= 500 ? .permanent : .temporary, code: code, hidden(reply.isEmpty ? network : reply))
    }

    /// Takes the password out of an answer: a server may repeat what it was given.
    private func hidden(_ text: String) -> String {
        guard let password = settings.login?.password, !password.isEmpty else { return text }
        return text.replacing(password, with: "•••")
    }
}

/// One transfer: what is still to be sent and what the server said.
private final class Talk {
    private let bytes: [UInt8]
    private var place = 0
    private var lines: [String] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The words of the server's last answer with this code; its goodbye may have come after it.
    func reply(_ code: Int) -> String {
        let start = "\(code)"
        let answer = lines.reversed().drop { !$0.hasPrefix(start) }.prefix { $0.hasPrefix(start) }
        return answer.reversed().map { $0.dropFirst(4).trimmingCharacters(in: .whitespacesAndNewlines) }.joined(separator: " ")
    }

    func join(_ curl: UnsafeMutableRawPointer) {
        let me = Unmanaged.passUnretained(self).toOpaque()
        curl_set_reader(curl, { buffer, size, count, me in Talk.from(me).read(into: buffer!, size * count) }, me, Int(bytes.count))
        curl_set_listener(
            curl,
            { text, size, count, me in
                Talk.from(me).hear(UnsafeRawBufferPointer(start: text, count: size * count))
                return size * count
            }, me)
    }

    private func read(into buffer: UnsafeMutablePointer<CChar>, _ room: Int) -> Int {
        let piece = bytes[place..<min(bytes.count, place + room)]
        UnsafeMutableRawBufferPointer(start: buffer, count: room).copyBytes(from: piece)
        place += piece.count
        return piece.count
    }

    /// Keeps the last lines that the server said.
    private func hear(_ text: UnsafeRawBufferPointer) {
        if lines.count == 40 { lines.removeFirst() }
        lines.append(String(decoding: text.prefix(1000), as: UTF8.self))
    }

    private static func from(_ me: UnsafeMutableRawPointer?) -> Talk { Unmanaged<Talk>.fromOpaque(me!).takeUnretainedValue() }
}
