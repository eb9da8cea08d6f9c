extension AdministrativeUnits {
    /// The 34 provinces in force since 1 July 2025: code of Decision 19/2025/QĐ-TTg, type, name.
    ///
    /// Facts checked against the published list on 20 November 2026. Đồng Nai is a city since 30 April 2026
    /// (Resolution 30/2026/QH16): see ``cities``.
    static let provinces = """
        01,thành phố trung ương,Thành phố Hà Nội
        04,tỉnh,Cao Bằng
        08,tỉnh,Tuyên Quang
        11,tỉnh,Điện Biên
        12,tỉnh,Lai Châu
        14,tỉnh,Sơn La
        15,tỉnh,Lào Cai
        19,tỉnh,Thái Nguyên
        20,tỉnh,Lạng Sơn
        22,tỉnh,Quảng Ninh
        24,tỉnh,Bắc Ninh
        25,tỉnh,Phú Thọ
        31,thành phố trung ương,Thành phố Hải Phòng
        33,tỉnh,Hưng Yên
        37,tỉnh,Ninh Bình
        38,tỉnh,Thanh Hóa
        40,tỉnh,Nghệ An
        42,tỉnh,Hà Tĩnh
        44,tỉnh,Quảng Trị
        46,thành phố trung ương,Thành phố Huế
        48,thành phố trung ương,Thành phố Đà Nẵng
        51,tỉnh,Quảng Ngãi
        52,tỉnh,Gia Lai
        56,tỉnh,Khánh Hòa
        66,tỉnh,Đắk Lắk
        68,tỉnh,Lâm Đồng
        75,tỉnh,Đồng Nai
        79,thành phố trung ương,Thành phố Hồ Chí Minh
        80,tỉnh,Tây Ninh
        82,tỉnh,Đồng Tháp
        86,tỉnh,Vĩnh Long
        91,tỉnh,An Giang
        92,thành phố trung ương,Thành phố Cần Thơ
        96,tỉnh,Cà Mau
        """

    /// Provinces that became cities later: code, first day, name.
    static let cities = """
        75,2026-04-30,Thành phố Đồng Nai
        """

    /// The 63 provinces until 30 June 2025: code of the list before, name, and the code of what it became.
    static let formerProvinces = """
        01,Hà Nội,01
        02,Hà Giang,08
        04,Cao Bằng,04
        06,Bắc Kạn,19
        08,Tuyên Quang,08
        10,Lào Cai,15
        11,Điện Biên,11
        12,Lai Châu,12
        14,Sơn La,14
        15,Yên Bái,15
        17,Hòa Bình,25
        19,Thái Nguyên,19
        20,Lạng Sơn,20
        22,Quảng Ninh,22
        24,Bắc Giang,24
        25,Phú Thọ,25
        26,Vĩnh Phúc,25
        27,Bắc Ninh,24
        30,Hải Dương,31
        31,Hải Phòng,31
        33,Hưng Yên,33
        34,Thái Bình,33
        35,Hà Nam,37
        36,Nam Định,37
        37,Ninh Bình,37
        38,Thanh Hóa,38
        40,Nghệ An,40
        42,Hà Tĩnh,42
        44,Quảng Bình,44
        45,Quảng Trị,44
        46,Huế,46
        48,Đà Nẵng,48
        49,Quảng Nam,48
        51,Quảng Ngãi,51
        52,Bình Định,52
        54,Phú Yên,66
        56,Khánh Hòa,56
        58,Ninh Thuận,56
        60,Bình Thuận,68
        62,Kon Tum,51
        64,Gia Lai,52
        66,Đắk Lắk,66
        67,Đắk Nông,68
        68,Lâm Đồng,68
        70,Bình Phước,75
        72,Tây Ninh,80
        74,Bình Dương,79
        75,Đồng Nai,75
        77,Bà Rịa - Vũng Tàu,79
        79,Hồ Chí Minh,79
        80,Long An,80
        82,Tiền Giang,82
        83,Bến Tre,86
        84,Trà Vinh,86
        86,Vĩnh Long,86
        87,Đồng Tháp,82
        89,An Giang,91
        91,Kiên Giang,91
        92,Cần Thơ,92
        93,Hậu Giang,92
        94,Sóc Trăng,92
        95,Bạc Liêu,96
        96,Cà Mau,96
        """
}
