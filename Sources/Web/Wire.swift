import Foundation
package import NIOCore
package import NIOHTTP1

/// What of HTTP/1.1 a server owes its clients and the library underneath leaves open, on one connection.
///
/// It stands between the bytes and the pages: it refuses what is ambiguous, says *100 Continue* when a body is wanted, closes after an answer that came
/// before the end of its request, and tells ``Connections`` whether anybody waits here.
package final class Wire: ChannelDuplexHandler, RemovableChannelHandler {
    package typealias InboundIn = HTTPServerRequestPart
    package typealias InboundOut = HTTPServerRequestPart
    package typealias OutboundIn = HTTPServerResponsePart
    package typealias OutboundOut = HTTPServerResponsePart

    /// Sent down the pipeline when a body is about to be read whose client waits to be asked for it.
    struct GoOn: Sendable {}

    /// After its last answer a connection is read and thrown away for so long, so that the answer arrives before the end does.
    private static let lingering = TimeAmount.seconds(5)

    private let connections: Connections
    private var begun = 0, ended = 0, answered = 0
    /// The request after which there is none, by its number.
    private var last = Int.max
    /// Of the request that came last.
    private var version = HTTPVersion.http1_1
    /// Nothing more is taken from here.
    private var isOver = false

    init(_ connections: Connections) { self.connections = connections }

    // MARK: Requests

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isOver else { return }
        switch unwrapInboundIn(data) {
        case .head(var head):
            begun += 1
            version = head.version
            connections.works(context.channel)
            guard Self.isClear(&head) else {
                isOver = true
                return context.fireErrorCaught(HTTPParserError.invalidHeaderToken)
            }
            if !head.isKeepAlive || head.codings.contains(where: { $0 != "chunked" }) {
                head.headers.replaceOrAdd(name: "Connection", value: "close")
                last = begun
            }
            context.fireChannelRead(wrapInboundOut(.head(head)))
        case .body:
            context.fireChannelRead(data)
        case .end:
            ended += 1
            context.fireChannelRead(data)
        }
    }

    package func channelReadComplete(context: ChannelHandlerContext) {
        context.fireChannelReadComplete()
        if isOver { context.read() }
    }

    /// Whether it is certain to whom a request is addressed. An absolute address counts before the field `Host`, which then says the same.
    private static func isClear(_ head: inout HTTPRequestHead) -> Bool {
        let hosts = head.headers["Host"]
        guard hosts.count == 1 || (hosts.isEmpty && head.version == .http1_0), !(hosts.first ?? "").contains(where: { ",/@ ".contains($0) }) else { return false }
        let uri = head.uri.lowercased()
        guard let scheme = ["http://", "https://"].first(where: uri.hasPrefix) else { return true }
        let rest = head.uri.dropFirst(scheme.count)
        let authority = rest.prefix { !"/?#".contains($0) }
        guard !authority.isEmpty, !authority.contains("@") else { return false }
        head.headers.replaceOrAdd(name: "Host", value: String(authority))
        let path = rest.dropFirst(authority.count)
        head.uri = path.hasPrefix("/") ? String(path) : "/\(path)"
        return true
    }

    // MARK: Answers

    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head):
            if isLast { head.headers.replaceOrAdd(name: "Connection", value: "close") }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body:
            context.write(data, promise: promise)
        case .end:
            context.write(data, promise: promise)
            let isCutShort = isCutShort
            answered += 1
            if isCutShort { linger(context) } else if answered >= begun { connections.waits(context.channel) }
        }
    }

    /// Whether the request that is answered now has not come to its end.
    private var isCutShort: Bool { ended <= answered && begun > answered }
    private var isLast: Bool { isCutShort || answered + 1 >= last }

    private func linger(_ context: ChannelHandlerContext) {
        isOver = true
        context.flush()
        context.close(mode: .output, promise: nil)
        context.read()
        let channel = context.channel
        context.eventLoop.scheduleTask(in: Self.lingering) { channel.close(promise: nil) }
    }

    package func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard event is GoOn else { return context.triggerUserOutboundEvent(event, promise: promise) }
        if isCutShort, !isOver, version != .http1_0 {
            context.writeAndFlush(wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
        }
        promise?.succeed()
    }

    // MARK: The connection

    package func handlerAdded(context: ChannelHandlerContext) { connections.opens(context.channel) }

    package func handlerRemoved(context: ChannelHandlerContext) { connections.closes(context.channel) }
}

extension HTTPRequestHead {
    fileprivate var codings: [String] { headers[canonicalForm: "Transfer-Encoding"].map { $0.lowercased() } }
}

/// Puts a ``Wire`` where it belongs: right behind the decoder, before the request is made into what the pages know.
package final class WireFitter: ChannelInboundHandler, RemovableChannelHandler {
    package typealias InboundIn = NIOAny

    private let connections: Connections

    package init(_ connections: Connections) { self.connections = connections }

    package func handlerAdded(context: ChannelHandlerContext) {
        let pipeline = context.pipeline.syncOperations
        do {
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            try pipeline.addHandler(Wire(connections), position: .after(decoder))
        } catch {
            context.fireErrorCaught(error)
            context.close(promise: nil)
        }
    }
}
