import Domain

/// Departments and bodies that the sample plans name, with their times and successors (a simplified picture: the
/// bodies of four provinces before and after the reforms of 1 March and 1 July 2025).
enum SampleAgencies {
    struct Body: Sendable {
        var name: String
        var short: [String] = []
        var kind: Agency.Kind = .department
        var from: CalendarDay?
        var to: CalendarDay?
        /// Names of whoever goes on, with the part of the work: of the same province while it exists, else of the new.
        var next: [(name: String, part: String?)] = []
    }

    /// An old province, what it became, and what is its own.
    struct Province: Sendable {
        var place: String
        var became: String
        var newspaper: String
        var newPress: String
        var hasBorder: Bool
        /// District places with the commune places that followed.
        var districts: [(place: String, communes: [String])]
    }

    static let lastDayOfFebruary = CalendarDay(dayNumber: 20_147)
    private static let march = lastDayOfFebruary.adding(days: 1)
    private static let june = AdministrativeUnits.lastOldDay
    private static let july = AdministrativeUnits.newOrder

    static let culture = "Sở Văn hóa, Thể thao và Du lịch"
    /// A group of the plan of 2025, among which is the commune at the border.
    static let borderDistricts = "Ủy ban nhân dân các huyện biên giới"
    static let information = "Sở Thông tin và Truyền thông"
    static let science = "Sở Khoa học và Công nghệ"

    /// Departments of every province that the reform of 1 July carried over under the same name.
    private static let lasting: [(name: String, short: [String], kind: Agency.Kind)] = [
        ("Văn phòng Ủy ban nhân dân tỉnh", ["VP UBND tỉnh"], .office),
        (culture, ["Sở VHTTDL", "Sở VHTT&DL"], .department), (science, ["Sở KH&CN"], .department),
        ("Sở Nội vụ", [], .department), ("Sở Tài chính", [], .department), ("Sở Ngoại vụ", [], .department),
        ("Sở Xây dựng", [], .department), ("Sở Y tế", [], .department),
        ("Sở Giáo dục và Đào tạo", ["Sở GD&ĐT"], .department), ("Sở Tư pháp", [], .department),
        ("Sở Công Thương", [], .department), ("Công an tỉnh", [], .force),
        ("Bộ Chỉ huy Quân sự tỉnh", ["Bộ CHQS tỉnh"], .force),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", ["UBMTTQVN tỉnh", "Mặt trận Tổ quốc tỉnh"], .front),
        ("Hội Nhà báo tỉnh", [], .front), ("Cổng thông tin điện tử tỉnh", ["Cổng TTĐT tỉnh"], .centre),
    ]

    private static let begunInMarch: [(name: String, short: [String], kind: Agency.Kind)] = [
        ("Sở Nông nghiệp và Môi trường", ["Sở NN&MT"], .department),
        ("Sở Dân tộc và Tôn giáo", [], .department),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy", [], .party),
    ]

    private static let endedInFebruary: [Body] = [
        Body(
            name: information, short: ["Sở TT&TT", "STTTT"], to: lastDayOfFebruary,
            next: [
                (culture, "báo chí, xuất bản, thông tin cơ sở, thông tin đối ngoại"),
                (science, "công nghệ thông tin, chuyển đổi số"),
            ]),
        Body(
            name: "Sở Lao động - Thương binh và Xã hội",
            short: ["Sở LĐTBXH", "Sở Lao động - Thương và Xã hội"],
            to: lastDayOfFebruary, next: [("Sở Nội vụ", nil)]),
        Body(
            name: "Sở Kế hoạch và Đầu tư", short: ["Sở KH&ĐT"], to: lastDayOfFebruary,
            next: [("Sở Tài chính", nil)]),
        Body(
            name: "Sở Giao thông vận tải", short: ["Sở GTVT"], to: lastDayOfFebruary,
            next: [("Sở Xây dựng", nil)]),
        Body(
            name: "Sở Tài nguyên và Môi trường", short: ["Sở TN&MT"], to: lastDayOfFebruary,
            next: [("Sở Nông nghiệp và Môi trường", nil)]),
        Body(
            name: "Sở Nông nghiệp và Phát triển nông thôn", short: ["Sở NN&PTNT"], to: lastDayOfFebruary,
            next: [("Sở Nông nghiệp và Môi trường", nil)]),
        Body(name: "Ban Dân tộc tỉnh", to: lastDayOfFebruary, next: [("Sở Dân tộc và Tôn giáo", nil)]),
        Body(
            name: "Ban Tuyên giáo Tỉnh ủy", kind: .party, to: lastDayOfFebruary,
            next: [("Ban Tuyên giáo và Dân vận Tỉnh ủy", nil)]),
    ]

    /// The bodies of an old province.
    static func old(_ province: Province) -> [Body] {
        var bodies = endedInFebruary
        bodies += lasting.map {
            Body(name: $0.name, short: $0.short, kind: $0.kind, to: june, next: [($0.name, nil)])
        }
        bodies += begunInMarch.map {
            Body(name: $0.name, short: $0.short, kind: $0.kind, from: march, to: june, next: [($0.name, nil)])
        }
        bodies += [
            Body(name: province.newspaper, kind: .press, to: june, next: [(province.newPress, nil)]),
            Body(
                name: "Đài Phát thanh - Truyền hình tỉnh", short: ["Đài PT-TH tỉnh"], kind: .press, to: june,
                next: [(province.newPress, nil)]),
        ]
        if province.hasBorder {
            bodies.append(
                Body(
                    name: "Bộ Chỉ huy Bộ đội Biên phòng tỉnh", short: ["BĐBP tỉnh"], kind: .force, to: june,
                    next: [("Ban Chỉ huy Bộ đội Biên phòng", nil)]))
        }
        return bodies
    }

    /// The bodies of the province that an old one became; the border guard stands under the military command.
    static func new(_ province: Province) -> [Body] {
        (lasting + begunInMarch).map { Body(name: $0.name, short: $0.short, kind: $0.kind, from: july) } + [
            Body(
                name: province.newPress, short: ["Báo và PT-TH tỉnh"], kind: .press, from: july),
            Body(
                name: "Ban Chỉ huy Bộ đội Biên phòng", short: ["Ban Chỉ huy BĐBP tỉnh", "BĐBP tỉnh"],
                kind: .force,
                from: july),
        ]
    }

    /// Ministries and what stands below them: name, short names, last day, successors, and above whom.
    static let central: [(body: Body, below: String?)] = [
        (Body(name: "Bộ Văn hóa, Thể thao và Du lịch", short: ["Bộ VHTTDL"]), nil),
        (Body(name: "Bộ Khoa học và Công nghệ", short: ["Bộ KH&CN"]), nil),
        (Body(name: "Bộ Ngoại giao"), nil), (Body(name: "Bộ Quốc phòng", kind: .force), nil),
        (Body(name: "Bộ Công an", kind: .force), nil),
        (
            Body(
                name: "Bộ Thông tin và Truyền thông", short: ["Bộ TT&TT"], to: lastDayOfFebruary,
                next: [
                    (
                        "Bộ Văn hóa, Thể thao và Du lịch",
                        "báo chí, xuất bản, thông tin cơ sở, thông tin đối ngoại"
                    ),
                    ("Bộ Khoa học và Công nghệ", "công nghệ thông tin, chuyển đổi số"),
                ]), nil
        ),
        (
            Body(name: "Cục Thông tin cơ sở và Thông tin đối ngoại", from: march),
            "Bộ Văn hóa, Thể thao và Du lịch"
        ),
        (Body(name: "Bộ Tư lệnh Bộ đội Biên phòng", kind: .force), "Bộ Quốc phòng"),
        (
            Body(name: "Cục Chính trị - Bộ Tư lệnh Bộ đội Biên phòng", kind: .force),
            "Bộ Tư lệnh Bộ đội Biên phòng"
        ),
        (Body(name: "Cục Tuyên huấn - Tổng cục Chính trị", kind: .force), "Bộ Quốc phòng"),
    ]

    /// Rooms below the department that wrote the plan of Hà Nam.
    static let rooms: [Body] = [
        "Phòng Thông tin - Báo chí - Xuất bản", "Phòng Bưu chính - Viễn thông - Công nghệ thông tin",
        "Trung tâm Công nghệ thông tin và Truyền thông",
    ].map {
        Body(
            name: $0, kind: $0.hasPrefix("Phòng") ? .department : .centre, to: lastDayOfFebruary,
            next: [(culture, nil)])
    }

    /// Bodies of the town of Kông Chro, each with what goes on in the commune.
    static let town: [Body] = [
        Body(name: "Công an thị trấn", kind: .force, to: june, next: [("Công an xã", nil)]),
        Body(
            name: "Ban Chỉ huy Quân sự thị trấn", kind: .force, to: june,
            next: [("Ban Chỉ huy Quân sự xã", nil)]),
        Body(
            name: "Công chức Văn hóa - Xã hội", short: ["Công chức Văn hóa - Xã hội (VHTT)"], kind: .other,
            to: june,
            next: [("Phòng Văn hóa - Xã hội", nil)]),
        Body(
            name: "Công chức Địa chính - Xây dựng - Đô thị và Môi trường", kind: .other, to: june,
            next: [("Phòng Kinh tế", nil)]),
        Body(
            name: "Công chức Tài chính - Kế toán", kind: .other, to: june, next: [("Phòng Kinh tế", nil)]),
        Body(
            name: "Công chức Văn phòng - Thống kê", kind: .other, to: june,
            next: [("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", nil)]),
    ]

    /// Bodies of a commune of the new order.
    static let commune: [Body] = [
        Body(
            name: "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", short: ["Văn phòng HĐND và UBND"],
            kind: .office, from: july),
        Body(name: "Phòng Kinh tế", from: july), Body(name: "Phòng Văn hóa - Xã hội", from: july),
        Body(name: "Trung tâm Phục vụ hành chính công", kind: .centre, from: july),
        Body(name: "Công an xã", kind: .force, from: july),
        Body(name: "Ban Chỉ huy Quân sự xã", kind: .force, from: july),
    ]
}
