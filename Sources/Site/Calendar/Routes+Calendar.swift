/// Due days as a calendar, and the addresses under which other programs read them.
extension Routes {
    static let calendar = Route("/calendar")
    static let feeds = Route("/calendar/feeds")
    static let holidays = Route("/calendar/holidays")
    /// For programs without a session; the last part is the token with `.ics`.
    static let feed = Route("/feeds/:feed", String.self)
}
