package import Domain

/// Someone who signs in to the sample, so that its story can be told from each side.
package struct SampleAccount: Sendable, Hashable, Identifiable {
    /// Where in the sample's tree the account works.
    enum Home: Sendable, Hashable {
        /// The agency above all.
        case top
        /// The culture department that keeps the plans of Kon Tum today, and leads most of their tasks.
        case department
        /// The border guard of the same province, which coordinates.
        case borderGuard
        /// A commune at the border, whose own plans carry out duties of the province's.
        case commune
    }

    /// The name to sign in with.
    package let name: String
    package let displayName: String
    package let role: Role
    let home: Home
    /// What the account may do, in one line for whoever tries Loa out.
    package let summary: String

    package var id: String { name }

    package static let all: [SampleAccount] = [
        SampleAccount(
            name: "quantri", displayName: "Nguyễn Văn Quản", role: .administrator, home: .top,
            summary: "accounts, agencies, posts, reorganisations, holidays, API tokens, the ledger"),
        SampleAccount(
            name: "lapkehoach", displayName: "Trần Thị Lan", role: .planner, home: .department,
            summary: "province: receives, corrects and issues plans; accepts or returns what is submitted"),
        SampleAccount(
            name: "thanhvien", displayName: "Y Blim", role: .member, home: .department,
            summary: "lead agency (culture department): does tasks, asks for parts, submits"),
        SampleAccount(
            name: "bienphong", displayName: "A Thanh", role: .member, home: .borderGuard,
            summary: "coordinator (border guard): contributes to tasks that others lead"),
        SampleAccount(
            name: "xaboy", displayName: "Y Hlen", role: .planner, home: .commune,
            summary: "second level (commune Bờ Y): plans of its own that carry out duties of the province"),
        SampleAccount(
            name: "theodoi", displayName: "Lê Minh Tra", role: .reader, home: .department,
            summary: "looks on: plans, tasks, overview, the ledger; changes nothing"),
    ]
}
