/// What is seen over all agencies, and how one plan comes on.
extension Routes {
    static let overview = Route("/overview")
    static let watched = Route("/overview/lists/:list", String.self)
    /// An agency's week, by its Monday.
    static let agencyWeek = Route("/overview/:agency/:monday", String.self, String.self)
    static let planProgress = Route("/plans/:plan/progress", String.self)
    static let comparePlans = Route("/plans/:plan/compare", String.self)
}
