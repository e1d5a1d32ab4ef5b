import Kernel
package import Languages

/// Why a program gets no answer, as RFC 9457 tells it.
package enum APIProblem: String, CaseIterable, Sendable {
    /// A parameter that nobody can read, that is unknown or missing.
    case parameter
    case missing
    case method
    /// A key is needed, is unknown, or has ended.
    case key
    /// The key is not allowed this.
    case scope
    case often
    case away
    case broken

    package var status: Int {
        switch self {
        case .parameter: 400
        case .key: 401
        case .scope: 403
        case .missing: 404
        case .method: 405
        case .often: 429
        case .broken: 500
        case .away: 503
        }
    }

    package var title: Phrase {
        switch self {
        case .parameter: T.interfaces.problemParameter
        case .missing: T.interfaces.problemMissing
        case .method: T.interfaces.problemMethod
        case .key: T.interfaces.problemKey
        case .scope: T.interfaces.problemScope
        case .often: T.interfaces.problemOften
        case .away: T.interfaces.problemAway
        case .broken: T.interfaces.problemBroken
        }
    }

    /// What to do about it.
    package var way: Phrase {
        switch self {
        case .parameter: T.interfaces.wayParameter
        case .missing: T.interfaces.wayMissing
        case .method: T.interfaces.wayMethod
        case .key: T.interfaces.wayKey
        case .scope: T.interfaces.wayScope
        case .often: T.interfaces.wayOften
        case .away: T.interfaces.wayAway
        case .broken: T.interfaces.wayBroken
        }
    }

    /// What the answer holds.
    static let object = APIObject(name: "Problem", about: "Why there is no answer (RFC 9457).", fields: [
        ("type", "An address at which this kind of problem is explained.", .address), ("title", "In the language that the request asks for.", .text()),
        ("status", "", .number(400...599)), ("detail", "What to do about it.", .text()),
        ("errors", "The parameters that are wrong.", .list(.object(APIObject(name: "ParameterFault", about: "A parameter that is wrong.", fields: [
            ("parameter", "", .text()), ("detail", "", .text()),
        ])))),
        ("incident", "By which the centre finds it in its log; null where the request was wrong.", .maybe(.text())),
    ])
}

/// A problem with what is told of it.
struct APIRefusal: Error {
    let problem: APIProblem
    var faults: [(parameter: String, phrase: Phrase)] = []
    var detail: Phrase?
    var headers: [(String, String)] = []
    var incident: String?

    func answer(_ t: Texts, origin: String) -> APIAnswer {
        let value = APIValue.fields([
            ("type", .text("\(origin)/\(t.language.rawValue)/interface#\(problem.rawValue)")), ("title", .text(t(problem.title))),
            ("status", .number(problem.status)), ("detail", .text(t(detail ?? problem.way))),
            ("errors", .list(faults.map { .fields([("parameter", .text($0.parameter)), ("detail", .text(t($0.phrase)))]) })),
            ("incident", incident.map { .text($0) } ?? .none),
        ])
        let own = [("Content-Type", "application/problem+json"), ("Cache-Control", "no-store"), ("Content-Language", t.language.rawValue)]
        return APIAnswer(status: problem.status, headers: own + headers, bytes: Array(value.written.utf8))
    }
}
