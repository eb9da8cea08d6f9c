extension AgencyTable {
    /// Agencies and units that ended with the reorganisations of 2025.
    package static let standard = AgencyTable(
        endings: ministries + departments + others + districts + provinces)

    private static let reform = PartialDate(year: 2025, month: 3, day: 1)
    private static let newUnits = PartialDate(year: 2025, month: 7, day: 1)

    private static let ministries: [Ending] = [
        (
            "Bộ Thông tin và Truyền thông",
            "Bộ Văn hóa, Thể thao và Du lịch (báo chí, xuất bản, thông tin cơ sở, thông tin đối ngoại); Bộ Khoa học và Công nghệ (công nghệ thông tin, chuyển đổi số)"
        ),
        ("Bộ Lao động - Thương binh và Xã hội", "Bộ Nội vụ"),
        ("Bộ Kế hoạch và Đầu tư", "Bộ Tài chính"),
        ("Bộ Giao thông vận tải", "Bộ Xây dựng"),
        ("Bộ Tài nguyên và Môi trường", "Bộ Nông nghiệp và Môi trường"),
        ("Bộ Nông nghiệp và Phát triển nông thôn", "Bộ Nông nghiệp và Môi trường"),
        ("Ủy ban Dân tộc", "Bộ Dân tộc và Tôn giáo"),
    ].map { Ending(name: $0.0, ended: reform, successor: $0.1) }

    private static let departments: [Ending] = [
        (
            "Sở Thông tin và Truyền thông",
            "Sở Văn hóa, Thể thao và Du lịch hoặc Sở Văn hóa và Thể thao (báo chí, thông tin cơ sở, thông tin đối ngoại); Sở Khoa học và Công nghệ (công nghệ thông tin, chuyển đổi số)"
        ),
        ("Sở TT&TT", "Sở Văn hóa, Thể thao và Du lịch hoặc Sở Văn hóa và Thể thao; Sở Khoa học và Công nghệ"),
        ("Sở Lao động - Thương binh và Xã hội", "Sở Nội vụ"),
        ("Sở Kế hoạch và Đầu tư", "Sở Tài chính"),
        ("Sở Giao thông vận tải", "Sở Xây dựng"),
        ("Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Môi trường"),
        ("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Môi trường"),
        ("Ban Dân tộc tỉnh", "Sở Dân tộc và Tôn giáo"),
    ].map { Ending(name: $0.0, ended: reform, successor: $0.1) }

    private static let others: [Ending] =
        [
            ("Ban Tuyên giáo Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
            ("Ban Tuyên giáo Thành ủy", "Ban Tuyên giáo và Dân vận Thành ủy"),
            ("Ban Tuyên giáo Trung ương", "Ban Tuyên giáo và Dân vận Trung ương"),
            ("Ban Dân vận Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
            ("Công an huyện", "Công an tỉnh và Công an xã"),
        ].map { Ending(name: $0.0, ended: reform, successor: $0.1) } + [
            Ending(
                name: "Bộ Chỉ huy Bộ đội Biên phòng", ended: newUnits,
                successor: "Ban Chỉ huy Bộ đội Biên phòng thuộc Bộ Chỉ huy Quân sự tỉnh")
        ]

    private static let districts: [Ending] = [
        ("UBND huyện", "UBND các xã, phường, đặc khu"), ("UBND các huyện", "UBND các xã, phường, đặc khu"),
        ("UBND cấp huyện", "UBND các xã, phường, đặc khu"), ("UBND thị trấn", "UBND xã hoặc phường mới"),
        ("UBND thị xã", "UBND các xã, phường"), ("UBND quận", "UBND các phường"),
        ("Ủy ban nhân dân huyện", "Ủy ban nhân dân các xã, phường, đặc khu"),
        ("Ủy ban nhân dân các huyện", "Ủy ban nhân dân các xã, phường, đặc khu"),
        ("Ủy ban nhân dân cấp huyện", "Ủy ban nhân dân các xã, phường, đặc khu"),
        ("Ủy ban nhân dân thị trấn", "Ủy ban nhân dân xã hoặc phường mới"),
        ("Ủy ban nhân dân quận", "Ủy ban nhân dân các phường"),
        ("Ủy ban nhân dân thị xã", "Ủy ban nhân dân các xã, phường"),
        ("Công an thị trấn", "Công an xã hoặc phường mới"),
        ("Phòng Văn hóa và Thông tin", "Phòng Văn hóa - Xã hội cấp xã"),
        ("Huyện ủy", "Đảng ủy xã, phường"), ("Huyện đoàn", "Đoàn xã, phường"),
    ].map { Ending(name: $0.0, ended: newUnits, successor: $0.1) }

    /// Provinces that were joined to others on 1 July 2025.
    private static let provinces: [Ending] = [
        ("Hà Giang", "tỉnh Tuyên Quang"),
        ("Bắc Kạn", "tỉnh Thái Nguyên"),
        ("Yên Bái", "tỉnh Lào Cai"),
        ("Hòa Bình", "tỉnh Phú Thọ"),
        ("Bắc Giang", "tỉnh Bắc Ninh"),
        ("Vĩnh Phúc", "tỉnh Phú Thọ"),
        ("Hải Dương", "Thành phố Hải Phòng"),
        ("Thái Bình", "tỉnh Hưng Yên"),
        ("Hà Nam", "tỉnh Ninh Bình"),
        ("Nam Định", "tỉnh Ninh Bình"),
        ("Quảng Bình", "tỉnh Quảng Trị"),
        ("Quảng Nam", "Thành phố Đà Nẵng"),
        ("Bình Định", "tỉnh Gia Lai"),
        ("Phú Yên", "tỉnh Đắk Lắk"),
        ("Ninh Thuận", "tỉnh Khánh Hòa"),
        ("Bình Thuận", "tỉnh Lâm Đồng"),
        ("Kon Tum", "tỉnh Quảng Ngãi"),
        ("Đắk Nông", "tỉnh Lâm Đồng"),
        ("Bình Phước", "tỉnh Đồng Nai"),
        ("Bình Dương", "Thành phố Hồ Chí Minh"),
        ("Bà Rịa - Vũng Tàu", "Thành phố Hồ Chí Minh"),
        ("Long An", "tỉnh Tây Ninh"),
        ("Tiền Giang", "tỉnh Đồng Tháp"),
        ("Bến Tre", "tỉnh Vĩnh Long"),
        ("Trà Vinh", "tỉnh Vĩnh Long"),
        ("Kiên Giang", "tỉnh An Giang"),
        ("Hậu Giang", "Thành phố Cần Thơ"),
        ("Sóc Trăng", "Thành phố Cần Thơ"),
        ("Bạc Liêu", "tỉnh Cà Mau"),
    ].map { Ending(name: "tỉnh \($0.0)", ended: newUnits, successor: $0.1) }
}
