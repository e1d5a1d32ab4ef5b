package import Kernel
package import Web

/// What the rooms above have for whoever leads an event, on the page of that group.
package struct EventGroupAsked: Question {
    package typealias Answer = PagePart
    package let event: Event

    package init(event: Event) { self.event = event }
}
