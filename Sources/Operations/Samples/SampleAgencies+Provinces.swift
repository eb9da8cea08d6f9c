extension SampleAgencies {
    /// The provinces of the five plans.
    static let provinces: [Province] = [
        Province(
            place: "tỉnh Kon Tum", became: "tỉnh Quảng Ngãi", newspaper: "Báo Kon Tum",
            newPress: "Báo và phát thanh, truyền hình Quảng Ngãi", hasBorder: true,
            districts: [
                (
                    "thành phố Kon Tum",
                    [
                        "phường Kon Tum", "phường Đăk Cấm", "phường Đăk BLa", "xã Ngọk Bay", "xã Ia Chim",
                        "xã Đăk Rơ Wa",
                    ]
                ),
                ("huyện Ngọc Hồi", ["xã Bờ Y", "xã Sa Loong", "xã Dục Nông"]),
                ("huyện Đăk Tô", ["xã Đăk Tô", "xã Kon Đào"]),
                ("huyện Đăk Hà", ["xã Đăk Hà", "xã Đăk Pxi", "xã Đăk Mar", "xã Đăk Ui", "xã Ngọk Réo"]),
                (
                    "huyện Đăk Glei",
                    ["xã Đăk Plô", "xã Đăk Pék", "xã Đăk Môn", "xã Xốp", "xã Ngọc Linh", "xã Đăk Long"]
                ),
                ("huyện Sa Thầy", ["xã Sa Thầy", "xã Sa Bình", "xã Ya Ly", "xã Rờ Kơi", "xã Mô Rai"]),
                ("huyện Ia H'Drai", ["xã Ia Tơi", "xã Ia Đal"]),
            ]),
        Province(
            place: "tỉnh Hà Nam", became: "tỉnh Ninh Bình", newspaper: "Báo Hà Nam",
            newPress: "Báo và phát thanh, truyền hình Ninh Bình", hasBorder: false,
            districts: [
                (
                    "thành phố Phủ Lý",
                    [
                        "phường Phủ Lý", "phường Hà Nam", "phường Phù Vân", "phường Châu Sơn",
                        "phường Liêm Tuyền",
                    ]
                ),
                (
                    "thị xã Duy Tiên",
                    [
                        "phường Duy Tiên", "phường Duy Tân", "phường Đồng Văn", "phường Duy Hà",
                        "phường Tiên Sơn",
                    ]
                ),
                (
                    "huyện Kim Bảng",
                    [
                        "phường Lê Hồ", "phường Nguyễn Uý", "phường Lý Thường Kiệt", "phường Kim Thanh",
                        "phường Tam Chúc", "phường Kim Bảng",
                    ]
                ),
                (
                    "huyện Thanh Liêm",
                    ["xã Liêm Hà", "xã Tân Thanh", "xã Thanh Bình", "xã Thanh Lâm", "xã Thanh Liêm"]
                ),
                (
                    "huyện Bình Lục",
                    ["xã Bình Lục", "xã Bình Mỹ", "xã Bình An", "xã Bình Giang", "xã Bình Sơn"]
                ),
                (
                    "huyện Lý Nhân",
                    [
                        "xã Lý Nhân", "xã Nam Xang", "xã Bắc Lý", "xã Vĩnh Trụ", "xã Trần Thương",
                        "xã Nhân Hà", "xã Nam Lý",
                    ]
                ),
            ]),
        Province(
            place: "tỉnh Lào Cai", became: "tỉnh Lào Cai", newspaper: "Báo Lào Cai",
            newPress: "Báo và phát thanh, truyền hình Lào Cai", hasBorder: true,
            districts: [
                ("thành phố Lào Cai", ["phường Lào Cai", "phường Cam Đường", "xã Cốc San", "xã Hợp Thành"]),
                (
                    "thị xã Sa Pa",
                    ["phường Sa Pa", "xã Tả Van", "xã Tả Phìn", "xã Mường Bo", "xã Bản Hồ", "xã Ngũ Chỉ Sơn"]
                ),
                (
                    "huyện Bát Xát",
                    [
                        "xã Bát Xát", "xã A Mú Sung", "xã Trịnh Tường", "xã Y Tý", "xã Dền Sáng",
                        "xã Bản Xèo", "xã Mường Hum",
                    ]
                ),
                ("huyện Mường Khương", ["xã Mường Khương", "xã Pha Long", "xã Cao Sơn", "xã Bản Lầu"]),
                ("huyện Si Ma Cai", ["xã Si Ma Cai", "xã Sín Chéng"]),
                (
                    "huyện Bắc Hà",
                    ["xã Bắc Hà", "xã Tả Củ Tỷ", "xã Lùng Phình", "xã Bản Liền", "xã Bảo Nhai", "xã Cốc Lầu"]
                ),
                (
                    "huyện Bảo Thắng",
                    ["xã Bảo Thắng", "xã Phong Hải", "xã Xuân Quang", "xã Tằng Loỏng", "xã Gia Phú"]
                ),
                (
                    "huyện Bảo Yên",
                    [
                        "xã Bảo Yên", "xã Nghĩa Đô", "xã Thượng Hà", "xã Xuân Hòa", "xã Phúc Khánh",
                        "xã Bảo Hà",
                    ]
                ),
                (
                    "huyện Văn Bàn",
                    [
                        "xã Văn Bàn", "xã Võ Lao", "xã Khánh Yên", "xã Dương Quỳ", "xã Chiềng Ken",
                        "xã Minh Lương", "xã Nậm Chày",
                    ]
                ),
            ]),
        Province(
            place: "tỉnh Gia Lai", became: "tỉnh Gia Lai", newspaper: "Báo Gia Lai",
            newPress: "Báo và phát thanh, truyền hình Gia Lai", hasBorder: true,
            districts: [
                (
                    "huyện Kông Chro",
                    ["xã Kông Chro", "xã Ya Ma", "xã Chư Krey", "xã SRó", "xã Đăk Song", "xã Chơ Long"]
                )
            ]),
    ]
}
