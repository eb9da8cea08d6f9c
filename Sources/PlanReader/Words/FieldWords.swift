/// Labels of fields ("Cơ quan chủ trì: …"), also the head cells of tables.
enum FieldWords {
    private static let units = PhraseList.phrases(
        """
        cơ quan; đơn vị; bộ phận; sở , ngành; sở , ban , ngành; người; cá nhân; lực lượng;
        cơ quan , đơn vị; đơn vị , cá nhân; cá nhân , đơn vị; cấp; thành phần;
        đơn vị / cá nhân; cơ quan / đơn vị; cá nhân / đơn vị; tập thể , cá nhân; bộ phận , cá nhân;
        chủ thể; tổ chức , cá nhân; phòng chuyên môn; các đơn vị; các cơ quan; người / đơn vị; cq; đv
        """)
    private static let leads =
        PhraseList.phrases(
            """
            chủ trì; thực hiện; chủ trì thực hiện; chủ trì , thực hiện; chủ trì tham mưu; chủ trì , tham mưu;
            đầu mối; chịu trách nhiệm; phụ trách; tham mưu; thường trực; được giao; chịu trách nhiệm chính;
            thực hiện chính; chủ trì tổ chức; tổ chức thực hiện; chủ trì tham mưu thực hiện; triển khai;
            đầu mối thực hiện; chủ trì soạn thảo; được phân công; chủ trì triển khai; tổ chức;
            chủ trì / phối hợp; chủ trì , phối hợp; chủ trì và phối hợp; chủ trì - phối hợp;
            thực hiện / phối hợp; chủ trì / cơ quan phối hợp; chủ trì / đơn vị phối hợp; thực hiện , phối hợp
            """) + ["chủ trì ; phối hợp"]
    private static let withs = PhraseList.phrases(
        """
        phối hợp; phối hợp thực hiện; phối hợp , tham gia; tham gia; cùng thực hiện; hỗ trợ;
        phối hợp tham mưu; phối hợp tổ chức; tham gia phối hợp; phối hợp chính; tham gia thực hiện;
        phối hợp triển khai
        """)

    /// "Phòng Tham mưu" and "Phòng Tổ chức" are names, so a "phòng" takes few words.
    private static func offices(_ words: String) -> [String] {
        PhraseList.phrases(words).flatMap { ["phòng \($0)", "phòng , ban \($0)"] }
    }

    static let lead =
        units.flatMap { unit in leads.map { "\(unit) \($0)" } } + offices("chủ trì; thực hiện; phụ trách")
        + PhraseList.phrases(
            """
            chủ trì; chủ trì thực hiện; phân công thực hiện; giao thực hiện; phân công;
            trách nhiệm thực hiện; phân công trách nhiệm; cơ quan , đơn vị; phân công nhiệm vụ; thực hiện;
            tổ chức thực hiện; đơn vị; cơ quan; phụ trách; chịu trách nhiệm; người phụ trách;
            trách nhiệm chính; trách nhiệm; đầu mối; đơn vị đầu mối; chịu trách nhiệm chính; trách nhiệm chủ trì;
            đầu mối thực hiện; giao cho; thực hiện chính
            """)
    static let with =
        units.flatMap { unit in withs.map { "\(unit) \($0)" } } + offices("phối hợp; phối hợp thực hiện") + [
            "phối hợp", "phối hợp thực hiện", "phối hợp với", "phối hợp cùng", "trách nhiệm phối hợp",
        ]
    static let time = PhraseList.phrases(
        """
        thời gian; thời gian thực hiện; thời gian hoàn thành; thời hạn; thời hạn hoàn thành;
        thời hạn thực hiện; tiến độ; tiến độ thực hiện; tiến độ hoàn thành; thời điểm;
        thời điểm thực hiện; thời gian tổ chức; thời gian triển khai; thời gian dự kiến;
        dự kiến thời gian; hoàn thành; thời gian thực hiện và hoàn thành; thời gian bắt đầu;
        thời gian , tiến độ; hạn hoàn thành; thời gian thực hiện , hoàn thành; ngày hoàn thành;
        thời gian kết thúc; mốc thời gian; thời gian hoàn thành dự kiến; thời gian , địa điểm;
        thời gian và địa điểm; thời lượng , thời gian; thời gian phát hành; thời gian phát sóng; kỳ hạn;
        hạn thực hiện; hạn chót; hạn cuối; lịch thực hiện; thời gian cụ thể; thời gian trình ban hành; thời gian trình; thời hạn trình;
        thời gian ban hành; thời gian hoàn thành , trình; thời gian (từ - đến); tháng / năm; ngày , tháng;
        thời gian , hình thức; thời gian hoàn thành nhiệm vụ; thời hạn báo cáo; thời gian đăng , phát; thời gian đăng tải; thời gian tuyên truyền; thời gian treo
        """)
    static let other = PhraseList.phrases(
        """
        kinh phí; kinh phí thực hiện; địa điểm; đối tượng; số lượng; lực lượng; lực lượng tham gia; quân số; thành phần tham dự; thành phần;
        sản phẩm; kết quả; kết quả đầu ra; sản phẩm đầu ra; sản phẩm dự kiến; kết quả dự kiến; ghi chú;
        dự kiến kinh phí; nguồn kinh phí; địa bàn; phạm vi; đơn vị tính; dự kiến kết quả;
        kết quả , sản phẩm; sản phẩm , kết quả; sản phẩm / kết quả; kết quả / sản phẩm;
        kết quả thực hiện; yêu cầu; hình thức thực hiện; sản phẩm hoàn thành; địa điểm thực hiện;
        địa điểm tổ chức; mục tiêu; yêu cầu sản phẩm; lãnh đạo phụ trách; lãnh đạo chỉ đạo; hình thức;
        mục đích; mục đích , yêu cầu; quan điểm; chủ đề; phương châm; thông điệp; nguyên tắc; mục tiêu chung; mục tiêu cụ thể; nhiệm vụ; giải pháp;
        thời gian báo cáo; chế độ báo cáo; văn bản chỉ đạo; căn cứ; đơn vị thụ hưởng
        """)
    static let task = PhraseList.phrases(
        """
        nhiệm vụ; nội dung; nội dung hoạt động; nội dung công việc; tên nhiệm vụ; nội dung nhiệm vụ;
        nội dung thực hiện; công việc; nhiệm vụ cụ thể; nhiệm vụ , giải pháp; nội dung , nhiệm vụ;
        hoạt động; nội dung chính; nội dung cụ thể; tên công việc; nhiệm vụ / giải pháp;
        nội dung tuyên truyền; nội dung / nhiệm vụ; tên hoạt động; nhiệm vụ thực hiện;
        nội dung , công việc; các nhiệm vụ; các nội dung; nội dung các hoạt động; danh mục nhiệm vụ;
        nhiệm vụ , công việc; hạng mục; nội dung công tác; nội dung triển khai; công việc thực hiện;
        đầu việc; nội dung và nhiệm vụ; nhiệm vụ chủ yếu; nhiệm vụ trọng tâm; tên chương trình;
        tên văn bản; tên đề án; tên đề án , văn bản; văn bản; nội dung / công việc; các hoạt động;
        nhiệm vụ / nội dung; các hoạt động chính; nhiệm vụ được giao; nội dung phối hợp; chuyên đề;
        tên nhiệm vụ , hoạt động; tên sản phẩm; sản phẩm truyền thông; tên công việc , hoạt động; nội dung kiểm tra; nhiệm vụ , hoạt động; hoạt động chính;
        nội dung công việc thực hiện; nội dung hoạt động , nhiệm vụ; nội dung thông tin; tên đề tài
        """)
    /// Times as head cells; before a colon they are none.
    static let timeCells = PhraseList.phrases(
        """
        tháng; tuần; ngày; ngày tháng; quý; tháng năm; học kỳ; ngày , giờ; thứ , ngày; ngày thực hiện
        """)
    static let number = ["tt", "stt", "số tt", "số thứ tự", "số"]
    static let name = ["họ và tên", "họ tên", "họ , tên", "họ và tên cán bộ"]
    static let position = PhraseList.phrases(
        """
        chức vụ; chức danh; chức vụ , đơn vị công tác; chức vụ , đơn vị; chức vụ / đơn vị;
        đơn vị công tác; chức vụ công tác; chức vụ - đơn vị
        """)
    static let phone = PhraseList.phrases(
        """
        sđt; số điện thoại; điện thoại; số đt; đt; điện thoại liên hệ; số điện thoại liên hệ; số máy;
        đt liên hệ; di động
        """)
}
