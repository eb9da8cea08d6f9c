import Foundation
import Locks

/// How often calendars may be asked for without a session: programs look once an hour, guessers never stop.
///
/// Each server counts for itself.
final class FeedAllowance: Sendable {
    /// Readings of one feed, or wrong tokens from one address, within ``windowSeconds``.
    static let limit = 30
    static let windowSeconds: TimeInterval = 300
    /// Keys counted at once; when they are all taken the oldest window goes, and with it its count.
    static let keyLimit = 20_000

    private struct Window {
        var start: Date
        var count: Int
    }

    private let windows = Locked<[String: Window]>([:])

    /// Counts one; nil if it may go on, else the seconds to wait.
    func take(_ key: String, at now: Date) -> Int? {
        windows.withLock { windows in
            if let window = windows[key], now.timeIntervalSince(window.start) < Self.windowSeconds {
                guard window.count < Self.limit else { return Self.seconds(until: window, now) }
                windows[key]?.count += 1
                return nil
            }
            if windows.count >= Self.keyLimit {
                windows = windows.filter { now.timeIntervalSince($0.value.start) < Self.windowSeconds }
                if windows.count >= Self.keyLimit { windows.removeAll() }
            }
            windows[key] = Window(start: now, count: 1)
            return nil
        }
    }

    /// The seconds to wait for a key that has used up its window, counting nothing.
    func wait(_ key: String, at now: Date) -> Int? {
        windows.withLock { windows in
            guard let window = windows[key], now.timeIntervalSince(window.start) < Self.windowSeconds,
                window.count >= Self.limit
            else { return nil }
            return Self.seconds(until: window, now)
        }
    }

    private static func seconds(until window: Window, _ now: Date) -> Int {
        max(1, Int((windowSeconds - now.timeIntervalSince(window.start)).rounded(.up)))
    }
}
