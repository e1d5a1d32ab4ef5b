import CCurl
import Dispatch
import Foundation

/// Calls other servers over HTTP, with libcurl. Whom it may reach, how long an answer may take and how large it may be is said before the call; it follows no
/// redirect, keeps no cookie, and uses no proxy.
public struct Fetcher: Sendable {
    /// Whom it may reach.
    public enum Reach: Sendable {
        /// Addresses of the public internet alone: an address that strangers type must not lead into the network that the program stands in.
        case outside
        /// Any address, as in tests and in a closed network.
        case anywhere
    }

    public let reach: Reach
    private static let desk = DispatchQueue(label: "fetch", attributes: .concurrent)
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    public init(_ reach: Reach = .outside) { self.reach = reach }

    /// - Throws: ``FetchFault``; an answer with a status of 400 or more is an answer.
    public func call(_ request: FetchRequest) async throws(FetchFault) -> FetchAnswer {
        let reach = reach
        let result: Result<FetchAnswer, FetchFault> = await withCheckedContinuation { done in
            Self.desk.async { done.resume(returning: Self.perform(request, reach)) }
        }
        return try result.get()
    }

    private static func perform(_ request: FetchRequest, _ reach: Reach) -> Result<FetchAnswer, FetchFault> {
        let scheme = URLComponents(string: request.url)?.scheme?.lowercased()
        guard scheme == "https" || scheme == "http", request.headers.allSatisfy({ !"\($0)\($1)".utf8.contains { $0 < 0x20 } }) else { return .failure(.address) }
        guard isReady, let curl = curl_easy_init() else { return .failure(.unreachable("libcurl does not start")) }
        let fields = request.headers.reduce(curl_slist_append(nil, "Expect:")) { curl_slist_append($0, "\($1.name): \($1.value)") }
        let reason = UnsafeMutableBufferPointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
        reason.initialize(repeating: 0)
        defer {
            curl_easy_cleanup(curl)
            curl_slist_free_all(fields)
            reason.deallocate()
        }
        let call = FetchCall(most: request.most, reach)
        curl_set_text(curl, CURLOPT_URL, request.url)
        curl_set_text(curl, CURLOPT_PROTOCOLS_STR, "http,https")
        curl_set_text(curl, CURLOPT_NOPROXY, "*")
        curl_set_text(curl, CURLOPT_USERAGENT, "Zbornica")
        curl_set_number(curl, CURLOPT_NOSIGNAL, 1)
        curl_set_number(curl, CURLOPT_FOLLOWLOCATION, 0)
        curl_set_number(curl, CURLOPT_CONNECTTIMEOUT, min(10, request.seconds))
        curl_set_number(curl, CURLOPT_TIMEOUT, request.seconds)
        curl_set_number(curl, CURLOPT_SSL_VERIFYPEER, 1)
        curl_set_number(curl, CURLOPT_SSL_VERIFYHOST, 2)
        curl_set_errors(curl, reason.baseAddress)
        curl_set_list(curl, CURLOPT_HTTPHEADER, fields)
        let code = (request.body ?? []).withUnsafeBytes { body in
            if request.body != nil {
                curl_set_number(curl, CURLOPT_POST, 1)
                curl_set_body(curl, body.baseAddress?.assumingMemoryBound(to: CChar.self), Int(body.count))
            }
            return withExtendedLifetime(call) {
                call.join(curl)
                return curl_easy_perform(curl)
            }
        }
        if code == CURLE_OK { return .success(FetchAnswer(status: Int(curl_response_code(curl)), headers: call.headers, body: call.body)) }
        if call.wentInside { return .failure(.inside) }
        if call.isTooLarge { return .failure(.tooLarge) }
        switch code {
        case CURLE_OPERATION_TIMEDOUT: return .failure(.tooLate)
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: return .failure(.address)
        default: return .failure(.unreachable(reason[0] == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: reason.baseAddress!)))
        }
    }
}

/// What is asked of another server.
public struct FetchRequest: Sendable {
    public var url: String
    /// In their order; a name or value with a line break is refused.
    public var headers: [(name: String, value: String)]
    /// Sent with POST; without one it is GET.
    public var body: [UInt8]?
    /// The whole call ends after so many seconds.
    public var seconds: Int
    /// A larger answer is given up, bytes.
    public var most: Int

    public init(_ url: String, headers: [(name: String, value: String)] = [], body: [UInt8]? = nil, seconds: Int = 15, most: Int = 1 << 20) {
        (self.url, self.headers, self.body, self.seconds, self.most) = (url, headers, body, seconds, most)
    }
}

/// What another server answered.
public struct FetchAnswer: Sendable, Equatable {
    public let status: Int
    /// By their names in small letters; of several of one name the last.
    public let headers: [String: String]
    public let body: [UInt8]

    public init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) { (self.status, self.headers, self.body) = (status, headers, body) }
}

/// Why no answer came.
public enum FetchFault: Error, Sendable, Equatable {
    /// It is no address of the web.
    case address
    /// Its name leads into the inside network.
    case inside
    case tooLarge
    case tooLate
    /// In the words of the network.
    case unreachable(String)
}
