import HTML
import Web

enum EventActs {
    static func buttons(_ event: Event, _ visit: Visit) -> some HTML { Empty() }
}
