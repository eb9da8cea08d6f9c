/// Verbs by which a plan tells a party what to do.
///
/// Add a verb here when the
/// reader runs a party's name into the duty behind it.
enum DutyWords {
    static let verbs = PhraseList.phrases(
        """
        lãnh đạo; dự kiến; thỏa thuận; tổ chức; xây dựng; thực hiện; triển khai; tham mưu; chỉ đạo;
        hướng dẫn; đôn đốc; kiểm tra; giám sát; theo dõi; tổng hợp; tuyên truyền; phổ biến; quán triệt;
        đăng tải; đăng; đưa tin; phát; phát sóng; tiếp sóng; cung cấp; biên tập; biên soạn; sản xuất;
        in ấn; in; bố trí; cân đối; lập; lồng ghép; đẩy mạnh; tăng cường; nâng cao; phối hợp; chủ trì;
        tiếp tục; đề xuất; rà soát; sửa đổi; bổ sung; ban hành; quản lý; vận hành; đảm bảo; bảo đảm;
        duy trì; cử; mời; đón; tiếp nhận; tham gia; vận động; huy động; khuyến khích; đấu tranh;
        phản bác; phát hiện; xử lý; ngăn chặn; nắm bắt; nắm; định hướng; kịp thời; lựa chọn; chuẩn bị;
        ký kết; treo; trang trí; mở; mở rộng; viết; thu thập; chủ động; hỗ trợ; tạo điều kiện; bám sát;
        căn cứ; phản ánh; phân công; gửi; báo cáo; đánh giá; sơ kết; tổng kết; khen thưởng; giải quyết;
        kiểm soát; kiểm duyệt; thẩm định; phê duyệt; trình; xem xét; quyết định; đào tạo; bồi dưỡng;
        tập huấn; ứng dụng; số hóa; chuyển; thông báo; thông tin; giới thiệu; quảng bá; truyền thông;
        kết nối; cập nhật; lắp đặt; sửa chữa; bảo trì; nâng cấp; đầu tư; mua sắm; thanh tra; xác định;
        nghiên cứu; khảo sát; thống kê; kiện toàn; thành lập; củng cố; phát động; phát huy; hưởng ứng;
        ghi hình; chụp ảnh; dựng; trình chiếu; giải thích; làm rõ; trả lời; khai thác; sử dụng;
        quảng cáo; làm đầu mối; là đầu mối; là cơ quan thường trực; làm tốt; làm; chấp hành; tuân thủ;
        nghiêm túc; gương mẫu; đề cao; coi trọng; chú trọng; quan tâm; ưu tiên; tập trung; đổi mới;
        cải tiến; hoàn thiện; thường xuyên; phụ trách; chịu trách nhiệm; trực tiếp; trực; tư vấn; thuê;
        ký; gắn; nhân rộng; tôn vinh; biểu dương; động viên; giáo dục; vệ sinh; dọn dẹp; thu gom; trồng;
        tặng; trao; thăm; tiếp đón; phục vụ; công bố; công khai; niêm yết; đăng ký; nhập; cấp phát;
        phân bổ; thanh toán; quyết toán; chi trả; thẩm tra; đối chiếu; xác minh; tiếp; giữ gìn; bảo vệ;
        tuần tra; kiểm kê; phân tích; dự báo; cảnh báo; chia sẻ; tương tác; lan tỏa; nhân bản;
        phiên dịch; biên dịch; dịch; thiết kế; thẩm mỹ; soạn thảo; góp ý; tham vấn; lấy ý kiến; đặt; đưa;
        dành; mời gọi; thu hút; xúc tiến; khắc phục; thay thế; đồng bộ; tích hợp; bàn giao; nghiệm thu;
        kiến nghị; đề ra; cụ thể hóa; ra quân; phân phối; luân chuyển; chỉnh sửa; điều chỉnh; điều hành;
        điều phối; nhắc nhở; phê bình; xử phạt; xử lý nghiêm; truy quét; chỉnh trang; rút kinh nghiệm;
        họp; tiến hành; sắp xếp; tính toán; dự toán; kết hợp; lấy; yêu cầu; giao; đề nghị;
        trao đổi; nói chuyện; liên hệ; thể hiện; khai mạc; bế mạc; tặng thưởng; bình chọn; chấm; tuyển chọn; tuyển;
        phúc tra; chấn chỉnh; quy định; quán xuyến; hoàn thành; nộp; gìn giữ; lưu trữ; lưu; ban bố;
        kêu gọi; vào cuộc; bảo quản; quay; thu; ghi; phỏng vấn; tuyên dương; bảo dưỡng; thử nghiệm;
        kiểm nghiệm; ủng hộ; phòng ngừa; tích cực; xuất bản; phát hành; đẩy nhanh; giảng dạy; dạy;
        học tập; sinh hoạt; sáng tác; biểu diễn; triển lãm; trưng bày; chiếu; chiếu phim; mở lớp;
        cải tạo; khôi phục; tổng duyệt; chạy; nhắn tin; gắn kết; đồng hành; tài trợ; kiêm nhiệm; ưu đãi;
        tạo; xác nhận; giúp; giúp đỡ; lên; cam kết; nâng; chuyển tải; truyền tải; phân cấp; phân loại;
        phân định; thuyết minh; hoạt động; thống nhất; đi đầu; nêu gương; vinh danh; bắt buộc; đấu thầu;
        lắng nghe; bố cáo; thiết lập; kích hoạt; xuất; lồng tiếng; đọc; phát thanh; rà quét; luân phiên;
        truyền dạy; truyền nghề; đón tiếp; tiếp âm; giao lưu; diễn tập; sơ tán; di dời; ứng phó; cứu trợ; cứu hộ; tiếp thu; duyệt; hiệp đồng; tăng; gỡ bỏ; gỡ;
        phê phán; ngăn ngừa; hòa giải; tiếp xúc; khám; chữa; tiêm; phun; xét nghiệm; cách ly; truy vết;
        nuôi dưỡng; trợ giúp; nạo vét; gia cố; khơi thông; thi công; cấp; thu phí; loan báo; dán; vẽ; kẻ;
        cắm; chỉnh lý; tiêu hủy; điều tra; truy tố; bắt giữ; thu giữ; chốt chặn; phân luồng; điều tiết;
        tiếp cận; đối thoại; gặp gỡ; tuyên bố; bình ổn; phân tách; ghi âm; ghi nhận; hiến tặng;
        quyên góp; cứu nạn; lan toả; đóng góp; kiến tạo; khởi công; khánh thành; gặp mặt; tọa đàm;
        hội ý; thí điểm; nhắc; chăm sóc; chăm lo; thăm hỏi; trưng cầu; tạm dừng; tạm ngừng; từ chối;
        giải tỏa; tháo dỡ; cưỡng chế; bóc gỡ; khử khuẩn; khoanh vùng; tường thuật; phục dựng; trùng tu;
        tu bổ; tôn tạo; sưu tầm; lưu giữ; kiểm đếm; đo đạc; niêm phong; điều động; bổ nhiệm; chuyển giao;
        tiếp quản; tri ân; dâng hương; rải; quét; nhận và trả; nhận hồ sơ; trả kết quả; nhận đăng ký; rút; dừng; cho phép; cho ý kiến; chấp thuận; ủy thác; ủy quyền; bảo lãnh; xử trí; kê khai;
        hợp tác; hội nhập; vươn lên; bầu; hiệp thương; tiếp nối; hướng tới; khơi dậy; xây mới; xây;
        cắt giảm; rút ngắn; kéo giảm; tháo gỡ; giải đáp; tìm kiếm; cấp cứu; sàng lọc; tầm soát; điều trị; khai trương; ra mắt;
        diễu hành; luyện tập; giữ vững; giữ nguyên; phong tỏa; tịch thu; thu hồi; khuyến cáo; khuyến nghị; tái hiện; chuẩn hóa;
        liên thông; đối soát; ngăn; đáp ứng
        """)

    static let coordinations = ["phối hợp", "phối kết hợp", "phối , kết hợp"]

    /// May stand between "phối hợp" and "với".
    static let coordinationAdverbs = PhraseList.phrases(
        """
        chặt; chẽ; tốt; đồng; bộ; thường; xuyên; hiệu; quả; kịp; thời; trực; tiếp; nhịp; nhàng; có; chủ;
        động; tích; cực; thống; nhất; mật; thiết; liên; hệ; giữa
        """)

    /// Where one of these stands in capitals behind a name, the line end between was lost.
    static let openers = PhraseList.phrases(
        """
        tham mưu; chủ trì; phối hợp; triển khai; tăng cường; tăng; đẩy mạnh; chỉ đạo; hướng dẫn; đôn đốc;
        thực hiện; theo dõi; bố trí; cân đối; tuyên truyền; cử; căn cứ; chủ động; tiếp tục; kịp thời;
        bảo đảm; đảm bảo; thông báo; xây dựng; tổ chức; treo; biên tập; nâng cao; rà soát; vận động;
        duy trì; cung cấp; báo cáo; tổng hợp; tiếp nhận; chịu trách nhiệm
        """)

    static let modals = PhraseList.phrases(
        """
        chủ động; có trách nhiệm; chịu trách nhiệm; có nhiệm vụ; được giao nhiệm vụ; được giao trách nhiệm; phải; cần; tiếp tục; tích cực; kịp thời;
        nghiêm túc; thường xuyên; trực tiếp; khẩn trương; định kỳ; chỉ đạo; phối hợp; chủ trì; sẽ;
        thống nhất; tùy theo; căn cứ; theo chức năng; hằng năm; hàng năm; hằng tháng; hàng tháng;
        hằng quý; hàng quý; đẩy mạnh; tăng cường
        """)

    /// End a party; what follows is no part of its name.
    static let stops = PhraseList.phrases(
        """
        vào; để; nhằm; trong; khi; theo; tại; về; bằng; là; được; đã; sẽ; thì; mà; do; nếu; từ; đến; cho;
        trước; sau; qua; thông qua; cùng với; với; trên; dưới; như; vì; có; không; chưa; đang; luôn;
        phải; cần; nên; dựa; bởi; trên cơ sở; trong việc; trong công tác; trong quá trình; hằng năm;
        hàng năm; hằng tháng; hàng tháng; định kỳ; nội dung; kết quả; việc; gồm; bao gồm; trên các;
        trên hệ thống; này; hoàn thành; xong; và chịu; nhất là; đặc biệt; tình hình; những nội dung;
        các nội dung; các hoạt động; các nhiệm vụ; hằng tuần; hàng tuần; hằng ngày;
        hàng ngày; hằng quý; hàng quý; mỗi tháng; mỗi quý; mỗi tuần; mỗi năm; đồng thời; tùy theo; khoảng; ngay; liên tục;
        liên quan đến; có liên quan đến; nơi
        """)

    static let asksWithoutDuty = PhraseList.phrases(
        """
        hướng dẫn; chỉ đạo; yêu cầu; đề nghị; đôn đốc; định hướng
        """)

    static let intros = PhraseList.phrases(
        """
        căn cứ; theo; trên cơ sở; hằng năm; hàng năm; định kỳ; trong quá trình; sau khi; trước khi; để;
        nhằm; khi; hằng tháng; hàng tháng; hằng quý; kết thúc; ngoài ra; đồng thời; quá trình;
        trong phạm vi; tùy theo; với vai trò; với chức năng; trên cơ sở; từ nay; trong thời gian
        """)

    static let closings = PhraseList.phrases(
        """
        trên đây là; trên đây; trong quá trình; quá trình thực hiện; quá trình triển khai;
        nếu có vướng mắc; nếu có khó khăn; căn cứ nội dung kế hoạch này; căn cứ nội dung kế hoạch;
        căn cứ kế hoạch này; căn cứ vào kế hoạch này; kế hoạch này có hiệu lực; kế hoạch này thay thế;
        nhận được kế hoạch này; nhận được kế hoạch; yêu cầu các; đề nghị các; yêu cầu thủ trưởng;
        đề nghị thủ trưởng; khi thực hiện; quá trình tổ chức thực hiện; trong khi; khi có vướng mắc;
        yêu cầu các cơ quan; yêu cầu các đơn vị; kế hoạch này được; đây là kế hoạch; trong triển khai;
        trong thực hiện; ủy ban nhân dân tỉnh yêu cầu; ủy ban nhân dân huyện yêu cầu; ubnd tỉnh yêu cầu;
        ubnd huyện yêu cầu; ubnd xã yêu cầu
        """)

    static let troubles = PhraseList.phrases(
        """
        vướng mắc; khó khăn; phát sinh; bất cập; sự cố; vụ việc; đột xuất; vượt thẩm quyền; ngoài thẩm quyền
        """)
    static let approvals = PhraseList.phrases(
        """
        thẩm định; phê duyệt; cho ý kiến; ban hành; quyết định; thẩm tra; duyệt; thông qua;
        cho chủ trương
        """)
    static let reportContents = PhraseList.phrases(
        """
        kết quả; tình hình; tiến độ; nội dung; số liệu; công tác; việc; theo; xem xét; để; hoạt động;
        chỉ đạo; về; bằng; trước; định kỳ; hằng; hàng; những; các nội dung; các vấn đề; kịp thời
        """)

    /// Before "phối hợp" they make it a noun.
    static let nounMakers = PhraseList.phrases(
        """
        sự; công tác; chương trình; quy chế; cơ chế; tinh thần; mối quan hệ; kế hoạch; quan hệ;
        trách nhiệm; việc; cơ quan; đơn vị; vai trò
        """)

    static let assignments = PhraseList.phrases(
        """
        tổ chức thực hiện; phân công nhiệm vụ; phân công thực hiện; phân công trách nhiệm;
        trách nhiệm thực hiện; phân công tổ chức thực hiện; trách nhiệm của các; tổ chức thựchiện;
        phân công; giao nhiệm vụ; công tác tổ chức; trách nhiệm các; nhiệm vụ cụ thể của; trách nhiệm cụ thể;
        tổ chức triển khai
        """)
}
