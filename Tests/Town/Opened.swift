package import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Site
package import Web

extension Town {
    /// Its site can be reached over this machine's network while the story goes on, as that of any other installation.
    /// - Parameter story: is told under which address.
    package func isOpen<T: Sendable>(_ story: @Sendable (String) async throws -> T) async throws -> T {
        try await opened(app.router.buildResponder(), story)
    }
}

/// Whatever answers can be reached over this machine's network while the story goes on.
package func opened<Answering: HTTPResponder & Sendable, T: Sendable>(
    _ responder: Answering, _ story: @Sendable (String) async throws -> T
) async throws -> T where Answering.Context: InitializableFromSource<ApplicationRequestContextSource> {
    let (ports, found) = AsyncStream<Int>.makeStream()
    let logger = Logger(label: "story", factory: { _ in SwiftLogNoOpLogHandler() })
    let server = Application(
        responder: responder, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { channel in
            found.yield(channel.localAddress?.port ?? 0)
            found.finish()
        }, logger: logger)
    let group = ServiceGroup(configuration: .init(services: [server], logger: logger))
    let running = Task { try await group.run() }
    var port = 0
    for await one in ports { port = one }
    let told: Result<T, any Error>
    do { told = .success(try await story("http://127.0.0.1:\(port)")) } catch { told = .failure(error) }
    // It ends as a server does that is told to: whoever it talks to hears the end.
    await group.triggerGracefulShutdown()
    _ = await running.result
    return try told.get()
}
