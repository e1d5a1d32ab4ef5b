package import Kernel
package import Web

/// What rooms above have to say of a school, on its page for the people of a centre.
package struct SchoolCardAsked: Question {
    package typealias Answer = PagePart
    package let school: School
}
