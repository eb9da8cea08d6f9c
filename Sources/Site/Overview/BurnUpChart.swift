import Domain
import Markup

/// The curve of what is due and what is accepted, by weeks; its numbers stand in a table beneath.
struct BurnUpChart: Sendable {
    /// What should have come and has come by the end of a week.
    struct Point: Sendable {
        var week: Int
        var due: Int
        var accepted: Int
    }

    private static let width = 640
    private static let height = 240
    /// Room for the numbers at the left and below.
    private static let left = 44
    private static let bottom = 28
    private static let top = 12
    private static let right = 12

    var points: [Point]
    var total: Int
    var today: CalendarDay

    private var first: Int { (points.first?.week ?? 0) - 1 }
    private var last: Int { max((points.last?.week ?? 0) + 1, first + 2) }
    private var most: Int { max(total, points.last?.due ?? 0, points.last?.accepted ?? 0, 1) }

    private func x(_ week: Int) -> Int {
        Self.left + (week - first) * (Self.width - Self.left - Self.right) / (last - first)
    }

    private func y(_ count: Int) -> Int {
        Self.height - Self.bottom - count * (Self.height - Self.bottom - Self.top) / most
    }

    /// A step at the end of each week.
    private func path(to end: Int, _ count: (Point) -> Int) -> String {
        var path = "M\(x(first)) \(y(0))"
        for point in points where point.week <= end { path += "H\(x(point.week))V\(y(count(point)))" }
        return path + "H\(x(end))"
    }

    func view(_ screen: Screen) -> Markup {
        let now = min(max(today.week, first), last)
        // Long after the plan, or before it, today is no week of the chart.
        let showsToday = now == today.week
        let end = CalendarDay(week: last)
        return """
            <figure class="chart"><svg viewBox="0 0 \(Self.width) \(Self.height)" role="img" aria-label="\(screen, .burnUp): \(screen, .burnUpSentence)">
            <path class="axis" d="M\(Self.left) \(Self.top)V\(y(0))H\(Self.width - Self.right)"/>
            <path class="axis grid" d="M\(Self.left) \(y(most))H\(Self.width - Self.right)"/>
            \(when: showsToday, "<path class=\"now\" d=\"M\(x(now)) \(Self.top)V\(y(0))\"/>")
            <path class="due" d="\(path(to: last) { $0.due })"/>
            <path class="accepted" d="\(path(to: max(now, first)) { $0.accepted })"/>
            <text x="\(Self.left - 6)" y="\(y(most) + 4)" text-anchor="end">\(most)</text>
            <text x="\(Self.left - 6)" y="\(y(0) + 4)" text-anchor="end">0</text>
            <text x="\(Self.left)" y="\(Self.height - 8)">\(Spelling.day(CalendarDay(week: first)))</text>
            <text x="\(Self.width - Self.right)" y="\(Self.height - 8)" text-anchor="end">\(Spelling.day(end))</text>
            </svg><figcaption class="small soft">\(screen, .burnUpSentence)\(when: showsToday, " \(screen, .uprightLine)")</figcaption></figure>
            <details><summary>\(screen, .burnUpTable)</summary>
            <div class="table" role="region" aria-label="\(screen, .burnUpTable)" tabindex="0"><table>
            <thead><tr><th scope="col">\(screen, .weekOf)</th><th scope="col" class="number">\(screen, .dueByThen)</th><th scope="col" class="number">\(screen, .acceptedByThen)</th></tr></thead>
            <tbody>\(each: points, { point in
                """
                <tr><th scope="row" class="date">\(Spelling.day(CalendarDay(week: point.week)))</th><td class="number">\(point.due)</td><td class="number">\(point.accepted)</td></tr>
                """
            })</tbody></table></div></details>
            """
    }
}
