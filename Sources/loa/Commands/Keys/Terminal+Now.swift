import Foundation
import Trust

extension Terminal {
    /// The second that it is now.
    static var now: TUF.Instant {
        TUF.Instant(secondsSince1970: Int64(Date().timeIntervalSince1970.rounded(.down)))
    }
}
