/// Words of the form of official documents (Decree 30/2020 and party papers).
enum DocumentWords {
    /// Types and their abbreviations, as standing alone over the title.
    static let kinds: [(name: String, abbreviation: String)] = [
        ("kế hoạch", "KH"), ("quyết định", "QĐ"), ("nghị quyết", "NQ"), ("chỉ thị", "CT"), ("quy chế", "QC"),
        ("quy định", "QyĐ"), ("thông cáo", "TC"), ("thông báo", "TB"), ("hướng dẫn", "HD"),
        ("chương trình", "CTr"),
        ("phương án", "PA"), ("đề án", "ĐA"), ("dự án", "DA"), ("báo cáo", "BC"), ("biên bản", "BB"),
        ("tờ trình", "TTr"), ("hợp đồng", "HĐ"), ("công điện", "CĐ"), ("giấy mời", "GM"), ("kết luận", "KL"),
        ("chương trình hành động", "CTHĐ"), ("kế hoạch hành động", "KH"), ("kế hoạch liên tịch", "KH"),
        ("kế hoạch phối hợp", "KH"), ("công văn", "CV"), ("chương trình công tác", "CTr"),
    ]

    /// Types that a citation may begin with.
    static let citedTypes = PhraseList.phrases(
        """
        kế hoạch; quyết định; nghị quyết; chỉ thị; công văn; văn bản; thông tư; nghị định; luật;
        pháp lệnh; hướng dẫn; thông báo; kết luận; quy chế; quy định; chương trình; đề án; công điện;
        tờ trình; báo cáo; thông tư liên tịch; chương trình phối hợp; chương trình hành động;
        hướng dẫn liên ngành; kế hoạch liên ngành; công ước; giấy mời; phương án; hiến pháp; bộ luật
        """)

    static let preambles = PhraseList.phrases(
        """
        căn cứ; thực hiện; triển khai; triển khai thực hiện; tiếp tục thực hiện; tiếp tục triển khai;
        để triển khai; để thực hiện; để; nhằm; theo; xét; xét đề nghị; trên cơ sở; thi hành; hưởng ứng;
        chấp hành; phát huy; để tiếp tục; nhằm triển khai; tiếp theo; theo đề nghị
        """)

    static let authorities = PhraseList.phrases(
        """
        tm .; tm; kt .; kt; tl .; tl; tuq .; tuq; q .; t / m; k / t; t / l; tm /; t / m .; k / t .;
        t / l .
        """)

    static let offices = PhraseList.phrases(
        """
        chủ tịch; phó chủ tịch; giám đốc; phó giám đốc; trưởng ban; phó trưởng ban; trưởng tiểu ban;
        bí thư; phó bí thư; hiệu trưởng; phó hiệu trưởng; chánh văn phòng; phó chánh văn phòng;
        trưởng phòng; phó trưởng phòng; tổng biên tập; cục trưởng; phó cục trưởng; bộ trưởng; thứ trưởng;
        chỉ huy trưởng; chính ủy; chủ nhiệm; tổng giám đốc; viện trưởng; chi cục trưởng; trưởng công an;
        phó trưởng công an; vụ trưởng; phó vụ trưởng; tổ trưởng; đội trưởng; quyền giám đốc;
        quyền chủ tịch; phó hiệu trưởng phụ trách; phó giám đốc phụ trách; phó tổng biên tập;
        giám đốc sở; trưởng đoàn; trưởng ban tổ chức; phó bí thư thường trực; phó chủ tịch thường trực;
        ủy viên thường trực; chánh thanh tra; phó chi cục trưởng; chủ tịch hội; trưởng khoa; đồn trưởng;
        chính trị viên; phó chủ tịch phụ trách; thủ trưởng; người lập kế hoạch; người lập;
        phó trưởng ban thường trực; bí thư chi bộ; phó trưởng tiểu ban; tổng phụ trách
        """)

    static let mottos = PhraseList.phrases(
        """
        cộng hòa xã hội chủ nghĩa việt nam; độc lập - tự do - hạnh phúc; độc lập tự do hạnh phúc;
        đảng cộng sản việt nam; cộng hoà xã hội chủ nghĩa việt nam; độc lập – tự do – hạnh phúc;
        cộng hòa; chủ nghĩa việt nam; độc lập; đảng cộng sản
        """)

    static let recipients = [
        "nơi nhận", "nơi gửi", "kính gửi", "noi nhận", "nơi nhân", "noi nhân", "nơi nhạn",
    ]
    static let archives = ["lưu"]
    static let annexes = PhraseList.phrases(
        """
        phụ lục; danh sách; biểu mẫu; phụ biểu; mẫu số; mẫu; bảng phân công; bảng tổng hợp; lịch;
        khung kế hoạch; biểu; đề cương
        """)

    static let issues = PhraseList.phrases(
        """
        ban hành; xây dựng; xây dựng kế hoạch; lập; tổ chức; triển khai; đề ra
        """)

    static let danglings = PhraseList.phrases(
        """
        và; của; về; các; với; trên; cho; tại; trong; từ; đến; theo; bằng; để; là; do; hoặc; những; một;
        giữa; đối; cùng; như; ở; không; đã; được; khi; nhằm; gồm; ngoài; thuộc; vào; việc; qua; ngày;
        bởi; cũng; mà; mỗi; từng
        """)
}
