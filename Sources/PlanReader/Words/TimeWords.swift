/// Words of time and deadline.
enum TimeWords {
    static let bounds = PhraseList.phrases(
        """
        trước; trước ngày; chậm nhất; chậm nhất là; chậm nhất đến; chậm nhất ngày; chậm nhất vào;
        chậm nhất trong; muộn nhất; muộn nhất là; hạn cuối; hạn chót; không muộn hơn; không quá ngày;
        hết ngày; đến hết; trong ngày; chậm nhất trước; chậm nhất là trước; xong trước; hoàn thành trước;
        thời hạn; thời hạn hoàn thành; trước thời điểm; vào ngày; vào mùng; vào mồng; từ nay đến; từ nay đến hết; từ nay đến ngày; từ nay cho đến;
        từ nay đến trước; đến trước; trước khi kết thúc
        """)
    static let completions = PhraseList.phrases(
        """
        hoàn thành; hoàn thành trong; hoàn thành xong; xong; xong trong; xong vào; hoàn thành vào;
        hoàn thành trong tháng; hoàn thiện trong; hoàn tất; kết thúc
        """)
    static let continuous = PhraseList.phrases(
        """
        thường xuyên; liên tục; suốt năm; xuyên suốt; thường xuyên , liên tục; thường xuyên liên tục
        """)
    /// "thường xuyên" of budgets and such, no time.
    static let notTimes = PhraseList.phrases(
        """
        chi thường xuyên; kinh phí thường xuyên; dự toán thường xuyên; không thường xuyên;
        nguồn thường xuyên; vốn thường xuyên; nhiệm vụ thường xuyên; ngân sách thường xuyên;
        tự chủ thường xuyên; công việc thường xuyên
        """)
    static let yearly = ["hằng năm", "hàng năm", "mỗi năm", "định kỳ hằng năm", "định kỳ hàng năm"]
    static let monthly = [
        "hằng tháng", "hàng tháng", "mỗi tháng", "định kỳ hằng tháng", "định kỳ hàng tháng",
    ]
    /// Begin a time, or the word before one.
    static let starters = PhraseList.phrases(
        """
        từ; trong; vào; dự; hiện; gian; ngày; tháng; quý; năm; cuối; đầu; tuần; mùng; mồng
        """)
    /// May stand between "trong" and a month.
    static let occasions = PhraseList.phrases(
        """
        các; những; suốt; kỳ; sinh; hoạt; họp; phiên; buổi; khoảng; thời; gian; đợt; lần; hội; nghị; giao; ban
        """)
    /// Begin what is no day, though a time: "trước Tết", "trước khi khai giảng", "trước ngày bầu cử".
    static let feasts = PhraseList.phrases("tết; lễ; dịp; ngày; khi; khai; mùa; kỳ; đại; hội")
    /// Begin the words of a time that names no day.
    static let spokenStarters = PhraseList.phrases(
        "định; hằng; hàng; mỗi; từng; tháng; trong; từ; khi; đột; cuối; đầu; theo")
    /// Times that nobody can date.
    static let onDemand = PhraseList.phrases(
        """
        khi có yêu cầu; theo yêu cầu; khi cần thiết; đột xuất; cuối học kỳ; đầu học kỳ; cuối năm học; đầu năm học
        """)
    /// May stand between a bound and its day.
    static let fillers = PhraseList.phrases(
        """
        vào; trong; là; đến; hết; thứ; hai; ba; tư; sáu; bảy; nhật; sáng; chiều; khoảng; thời; điểm; hạn;
        dịp
        """)
}
