package import Forms
import Kernel
package import Languages
package import Web

/// What a program asks, as it came.
package struct APIRequest: Sendable {
    package let method: String
    package let path: String
    /// Behind the question mark.
    package let query: String
    package let authorization: String?
    package let isKnown: String?
    package let languages: String
    package let network: Network

    package init(method: String, path: String, query: String, authorization: String?, isKnown: String?, languages: String, network: Network) {
        (self.method, self.path, self.query, self.authorization) = (method, path, query, authorization)
        (self.isKnown, self.languages, self.network) = (isKnown, languages, network)
    }
}

/// What is answered.
package struct APIAnswer: Sendable {
    package var status: Int
    package var headers: [(String, String)]
    package var bytes: [UInt8]
    /// The same compressed, where it is kept so.
    package var compressed: [UInt8]?

    package init(status: Int, headers: [(String, String)] = [], bytes: [UInt8] = [], compressed: [UInt8]? = nil) {
        (self.status, self.headers, self.bytes, self.compressed) = (status, headers, bytes, compressed)
    }
}

/// One question to a route, whose parameters have been found readable.
package struct APICall: Sendable {
    package let centre: CentreSign
    package let now: Instant
    let path: String
    let parameters: [String: String]
    let query: Typed
    let network: Network

    package var today: Day { centre.zone.day(of: now) }

    /// What was asked; nil where nothing was.
    package subscript<Value>(_ parameter: APIParameter<Value>) -> Value? {
        let name = parameter.line.name
        let text = parameter.line.isInPath ? parameters[name] : query.fields.first { $0.name == name }?.value
        return text.flatMap(parameter.read)
    }

    /// What stands in the path.
    /// - Throws: `Problem.missing` where it is nothing that there could be.
    package func callAsFunction<Value>(_ parameter: APIParameter<Value>) throws -> Value {
        guard let value = self[parameter] else { throw Problem.missing }
        return value
    }

    package var limit: Int { self[APIParameters.limit] ?? APIParameters.usual }
    package var words: String { self[APIParameters.words] ?? "" }
    /// The page of a list that is counted in pages, from 1.
    package var page: Int { min(max(self[APIParameters.cursor]?[0] ?? 1, 1), 1_000_000) }

    /// This address with another value of one parameter.
    func address(with name: String, _ value: String) -> String {
        "\(centre.origin)\(API.root)\(path)?\(query.query(with: name, value, without: ""))"
    }

    /// Where people read of something, in the centre's own language.
    package func site(_ path: String) -> APIAddress { APIAddress("\(centre.origin)/\(centre.language.rawValue)\(path)") }
}
