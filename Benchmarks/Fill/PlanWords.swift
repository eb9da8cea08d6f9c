/// What generated plans are made of: the words of real ones, put together anew.
enum PlanWords {
    static let verbs = [
        "Tham mưu ban hành", "Chủ trì xây dựng", "Tổ chức", "Phối hợp thực hiện", "Hướng dẫn triển khai",
        "Đẩy mạnh", "Rà soát, hoàn thiện", "Biên soạn và phát hành", "Kiểm tra, giám sát", "Mở chuyên mục về",
        "Bố trí kinh phí cho", "Tập huấn cán bộ làm", "Đôn đốc các đơn vị thực hiện",
        "Tuyên truyền trực quan về",
    ]
    static let objects = [
        "công tác thông tin đối ngoại", "hoạt động thông tin cơ sở",
        "hệ thống đài truyền thanh ứng dụng công nghệ",
        "tin, bài về chủ quyền biên giới", "tài liệu tuyên truyền bằng tiếng dân tộc thiểu số",
        "kế hoạch chuyển đổi số", "quảng bá hình ảnh địa phương", "đấu tranh phản bác thông tin sai trái",
        "lễ hội văn hóa truyền thống", "phòng, chống thiên tai và tìm kiếm cứu nạn",
        "chương trình xây dựng nông thôn mới",
        "cải cách hành chính", "phòng, chống dịch bệnh trên người", "an toàn giao thông",
        "giảm nghèo về thông tin",
        "bảo vệ môi trường và quản lý chất thải", "phổ biến, giáo dục pháp luật",
        "phát triển du lịch cộng đồng",
        "quản lý báo chí và xuất bản", "chăm sóc người có công",
    ]
    static let places = [
        "trên địa bàn toàn tỉnh", "tại các xã biên giới", "trên cổng thông tin điện tử",
        "trên hệ thống loa truyền thanh",
        "tại khu dân cư", "trong các cơ sở giáo dục", "tại các bảng điện tử công cộng",
        "ở vùng đồng bào dân tộc",
        "trên nền tảng số", "tại các điểm du lịch", "ở từng thôn, tổ dân phố",
        "trong cán bộ, công chức, viên chức",
    ]
    static let times = [
        "giai đoạn hai năm", "nhân các ngày lễ lớn", "theo chỉ đạo của cấp trên",
        "phục vụ nhiệm vụ chính trị",
        "bảo đảm tiết kiệm, hiệu quả", "gắn với phong trào thi đua", "theo phân cấp quản lý",
        "có sơ kết, tổng kết",
    ]
    /// Departments of each province.
    static let departments = [
        "Sở Văn hóa, Thể thao và Du lịch", "Sở Khoa học và Công nghệ", "Sở Nội vụ", "Sở Tài chính",
        "Sở Ngoại vụ",
        "Sở Xây dựng", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Tư pháp", "Sở Công Thương",
        "Sở Nông nghiệp và Môi trường", "Sở Dân tộc và Tôn giáo", "Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh",
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Báo và phát thanh, truyền hình tỉnh",
        "Văn phòng Ủy ban nhân dân tỉnh",
        "Thanh tra tỉnh", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Cổng thông tin điện tử tỉnh",
    ]
    /// Bodies of each commune.
    static let communeBodies = ["Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Phòng Văn hóa - Xã hội"]
}
