/// Words that name parties.
///
/// To teach the reader a new kind of agency, add its
/// first words here; nothing else needs to change.
enum PartyWords {
    /// Begin a party in any case.
    static let nouns = PhraseList.phrases(
        """
        ủy ban nhân dân; ubnd; hội đồng nhân dân; hđnd; ủy ban mặt trận tổ quốc; ubmttq; ubmttqvn;
        mặt trận tổ quốc; mặt trận; mttq; sở; cơ quan; đơn vị; địa phương; ngành; đoàn thể; các ban;
        tổ chức chính trị; tổ chức đoàn thể; tổ chức đảng; tổ chức thành viên; chuyên viên; trưởng các;
        trưởng khu phố; trưởng ấp; trưởng khóm; trưởng buôn; thầy; cô giáo; các tổ chức; lực lượng;
        doanh nghiệp; công chức; viên chức; cán bộ; công an; quân sự; biên phòng; tổ trưởng; trưởng thôn;
        trưởng bản; bí thư; hiệu trưởng; phó hiệu trưởng; giáo viên; chủ nhiệm; nhà trường; trường học;
        trường thpt; trường thcs; trường tiểu học; trường mầm non; các trường; phòng ban; các phòng;
        phòng chuyên môn; tổ chuyên môn; các tổ; tổ dân phố; tổ công nghệ số cộng đồng; các thôn; các xã;
        các huyện; các đoàn; các hội; các đội; các khoa; các chi bộ; các chi đoàn; chi bộ; chi đoàn;
        đảng bộ; đảng ủy; tỉnh ủy; thành ủy; huyện ủy; quận ủy; thị ủy; thường trực; ban thường vụ;
        cấp ủy; chính quyền; tỉnh đoàn; thành đoàn; huyện đoàn; đoàn xã; đoàn thanh niên; hội phụ nữ;
        hội nông dân; hội cựu chiến binh; tỉnh hội; thành hội; huyện hội; công đoàn; liên đoàn lao động; tổng liên đoàn; trung ương hội; trung ương đoàn; thành viên; tiểu ban;
        ban chỉ đạo; ban chỉ huy; ban tổ chức; bch; bcđ; btc; thủ trưởng; người đứng đầu; lãnh đạo;
        chủ tịch; trạm y tế; nhà văn hóa; bộ phận; cổng thông tin điện tử; cổng ttđt;
        trang thông tin điện tử; đài truyền thanh; đài phát thanh; kho bạc; các báo; các đài; phóng viên;
        ban quản lý; ban giám hiệu; ban giám đốc; văn phòng hđnd; văn phòng ủy ban; học sinh; sinh viên;
        đoàn viên; đảng viên; hộ gia đình; người dân; các hộ; các cấp; các bộ; các sở; các ban ngành;
        ban ngành; bưu điện; nhân viên; ban biên tập; tổ biên tập; tổng phụ trách; kế toán; văn thư;
        trung tâm y tế; các trung tâm; các câu lạc bộ; các hiệp hội; các nhà mạng; các đồng chí;
        đồng chí; đ / c; các thành viên; các lực lượng; các cơ sở giáo dục; cơ sở giáo dục; các cơ sở;
        các công ty; các nhà thầu; các đồn; đồn biên phòng; các khối; các chủ; các hợp tác xã;
        tổ chức cơ sở đảng; các cá nhân; cá nhân; các nhóm; các văn phòng; ban nhân dân; các phường;
        các quận; các tỉnh; các địa bàn; hai bên; các bên;
        các khu phố; các ấp; các bản; các buôn; các khóm; các tổ dân phố; các khu dân cư; các chi hội;
        đội chiếu bóng; các đội chiếu bóng; đội chiếu phim; các đội chiếu phim; các đội tuyên truyền lưu động;
        các đội thông tin lưu động; các đội tuyên truyền;
        ban điều hành; ban công tác mặt trận; ban bảo vệ dân phố; chi hội phụ nữ; chi hội nông dân;
        đảng đoàn; ban cán sự đảng; bcs đảng; chính trị viên; chính ủy; chỉ huy đồn; chỉ huy đơn vị;
        chỉ huy trưởng; đồn trưởng; phó đồn trưởng; tiểu đội; trung đội; đại đội; tiểu đoàn; phụ huynh;
        cha mẹ học sinh; bảo vệ trường; nhân viên bảo vệ; tổ bảo vệ; y tế trường; nhân viên y tế;
        tổ hành chính; tổ văn phòng; thủ quỹ; hội đồng trường; hội đồng tự quản; hội cha mẹ học sinh;
        trưởng phòng; trưởng khoa; trưởng bộ phận; trưởng trạm; trạm trưởng; trưởng đài; điều dưỡng trưởng; ban vận động;
        thôn trưởng; ấp trưởng; khóm trưởng; bản trưởng; buôn trưởng; lđlđ; bhxh; nhnn; nhcsxh; chi ủy; tand; vksnd; hlhpn; hội lhpn; hnd; hội ccb; cđcs; ubbc; ban qlda; người sử dụng lao động;
        bác sĩ; chánh tòa; chánh án; viện trưởng; cục trưởng; chi cục trưởng; vụ trưởng; trưởng thuế; chánh thanh tra; thẩm phán
        """)

    /// Begin a party where they are capitalised.
    static let agencies = PhraseList.phrases(
        """
        sở; ban; bộ; cục; tổng cục; vụ; viện; chi cục; phòng; văn phòng; trung tâm; đài; báo; tạp chí;
        hội; liên hiệp; liên đoàn; liên minh; hiệp hội; đoàn; đội; tổ; trường; đại học; học viện;
        bệnh viện; trạm; ngân hàng; bưu điện; viễn thông; công ty; tập đoàn; tổng công ty;
        kho bạc nhà nước; thanh tra; tòa án; tòa án nhân dân; viện kiểm sát; cảng vụ; hải quan; thuế;
        bảo hiểm xã hội; quỹ; nhà xuất bản; nhà hát; bảo tàng; thư viện; cổng; đảng ủy; ủy ban;
        bộ chỉ huy; bộ tư lệnh; quân khu; vùng; đồn; hạt kiểm lâm; nhà khách; cảng; cảng hàng không; công ty cổ phần;
        hợp tác xã; thầy; cô; chị; anh; chủ tịch; phó chủ tịch; giám đốc; phó giám đốc; chánh văn phòng;
        trưởng phòng; trưởng ban; ông; bà; tổng biên tập; chi hội; câu lạc bộ; thông tấn xã việt nam;
        thông tấn xã; chính phủ; quốc hội; thủ tướng chính phủ; bảo hiểm; tỉnh đội; điện lực; cửa hàng;
        chi nhánh; khối; nhóm; khoa; cụm; chốt; ty; mobifone; vinaphone; viettel; vnpt; fpt; evn; agribank; vietcombank; vietinbank; bidv;
        nhà văn hóa; nhà thiếu nhi; cung; khu; thường trực; lữ đoàn; trung đoàn; sư đoàn; hải đội;
        hải đoàn; nhà máy; xí nghiệp; trung tâm học tập cộng đồng; phân hiệu; phó hiệu trưởng;
        phó trưởng ban; phó trưởng phòng; tòa; trại; trại giam; trại tạm giam; y tế; hạt; tờ; ubkt; ủy ban kiểm tra; gđ; pgđ; bgh; gvcn;
        tpt đội; ct; pct; vp; tt; ttvh; ttyt; btg; btgdv; bchqs; bch quân sự; bđbp; bộ đội biên phòng;
        truyền hình công an nhân dân; truyền hình quốc phòng; truyền hình quốc hội; truyền hình nhân dân;
        vtv; vov; ttxvn; vườn; thống kê; thi hành án; thi hành án dân sự; stttt; svhttdl; công an tỉnh; pa03; nhà nước; nghiệp đoàn
        """)

    /// Companies that go by one word.
    static let brands = [
        "mobifone", "vinaphone", "viettel", "vnpt", "fpt", "evn", "vtv", "vov", "ttxvn", "agribank",
        "vietcombank",
        "vietinbank", "bidv",
    ]

    /// One word of each kind that says nothing of who it is: "cơ quan", "đơn vị", "các Sở".
    static let generalKinds = [
        "quan", "vị", "sở", "ngành", "ban", "phòng", "thể", "hội", "đoàn", "báo", "đài", "trường", "nghiệp",
    ]

    /// Matters in capitals, nobody's name.
    static let matters = PhraseList.phrases(
        """
        cchc; cntt; atgt; ttatgt; qpan; antt; ttđn; ttcs; pctt; tkcn; bvmt; gpmb; ocop; dvctt; pccc; csdl; tthc; vbqppl;
        pbgdpl; pctn; dtts; ktxh; xhcn; bhyt; bhtn; khcn; khhgđ; sxkd; attp; vsattp; antq; tdtt
        """)

    /// Start like a party and are none.
    static let notParties = PhraseList.phrases(
        """
        ban hành; báo cáo; báo chí; báo động; hội nghị; hội thảo; hội thi; hội đàm; hội nhập; hội chợ;
        hội diễn; hội họp; phòng chống; phòng , chống; phòng ngừa; phòng tránh; bộ máy; bộ đội; tổ quốc;
        tổ chức; đoàn kết; đoàn khách; đoàn ra; đoàn vào; đoàn công tác; đài thọ; trường hợp; viện trợ;
        viện dẫn; thuế suất; vùng sâu; vùng xa; vùng cao; vùng biên giới; vùng đồng bào; cổng vào;
        báo hiệu; vụ việc; vụ án; trạm dừng; quỹ đất; khu vực; khu dân cư; tổ trình; ban đầu;
        thanh tra , kiểm tra; thanh tra kiểm tra; ngành nghề; cơ quan báo chí nước ngoài;
        cán bộ , công chức; cán bộ , đảng viên; cán bộ , nhân dân; cán bộ , chiến sĩ; cán bộ công chức;
        cơ sở dữ liệu; cơ sở vật chất; đơn vị hành chính; bà con; nhóm đối tượng; nhóm nội dung;
        nhóm nhiệm vụ; khối lượng; cụm thông tin; cụm loa; cụm từ; người dân , doanh nghiệp;
        người dân và doanh nghiệp; thuế quan; hội đồng bộ trưởng; bộ phim; bộ tiêu chí; bộ chỉ số;
        bộ nhận diện; bộ tài liệu; bộ ảnh; bộ luật; bộ công cụ; tổ đại biểu; đội ngũ; đội hình; cục bộ;
        vụ mùa; đoàn viên , hội viên; tờ rơi; tờ gấp; tờ trình; tt - tt; khu công nghiệp; khu kinh tế;
        khu di tích; y tế , giáo dục; ngành , lĩnh vực; ngành hàng; nhà nước pháp quyền; các cấp độ;
        các cơ sở dữ liệu; chính quyền điện tử; chính quyền số; chính phủ điện tử; chính phủ số;
        thành viên trong gia đình; lực lượng lao động; doanh nghiệp số; các tổ hợp; các bộ phim;
        các hội nghị; các hội thảo; các hội thi; các hội chợ; các ban nhạc; các đội tuyển;
        các đoàn khách; các đoàn công tác; các đoàn ra; các đoàn vào; các khối lượng; các nhóm đối tượng; tòa nhà;
        các nhóm nội dung; các cơ sở vật chất; các chủ trương; các chủ đề; các chủ thể; các khoản;
        thống kê , báo cáo; thống kê số liệu; các báo cáo; các đơn vị hành chính; các trường hợp; cán bộ , giáo viên; học sinh , sinh viên;
        hai bên đường; hai bên tuyến; hai bên bờ; hai bên lề; hai bên biên giới
        """)

    /// Go on in a name after "và" or a dash, though verbs: "Văn hóa và thông tin".
    static let domains = PhraseList.phrases(
        """
        thông tin; truyền thông; đào tạo; đầu tư; kiểm tra; quản lý; viễn thông; y tế; thuế; bảo hiểm;
        viên chức; thống kê; thi hành án
        """)

    static let plurals = PhraseList.phrases(
        """
        các; những; mọi; toàn thể; tất cả; một số; từng; mỗi
        """)

    static let levels = PhraseList.phrases(
        """
        tỉnh; thành phố; tp; huyện; quận; thị xã; xã; phường; thị trấn; đặc khu; thôn; bản; ấp; khu phố;
        tổ dân phố; cấp tỉnh; cấp huyện; cấp xã; trung ương; cấp; buôn; khóm; khu dân cư; tx; tt
        """)

    static let qualifiers = PhraseList.phrases(
        """
        liên quan; có liên quan; trên địa bàn; trực thuộc; thuộc; của; chức năng; chuyên môn; các cấp;
        trung ương; địa phương; ở địa phương; cùng cấp; đóng chân; đóng trên địa bàn; tại địa phương; khác;
        nêu trên; trong tỉnh; trong và ngoài; trong huyện; trong xã; toàn tỉnh; toàn huyện; toàn xã;
        được giao; biên giới; thành viên; theo ngành dọc; hoạt động trên địa bàn; có biên giới; ven biển;
        trong toàn tỉnh; trong ngành; toàn trường; trong trường; trong và ngoài nước; ở cơ sở; tại cơ sở;
        quản lý nhà nước; cấp trên; cấp trên trực tiếp; cấp trên trực tiếp cơ sở; báo chí; truyền thông; thông tấn; ngang bộ; liên kết; thường trú;
        cung cấp dịch vụ; viễn thông; sự nghiệp
        """)

    /// Parties whose own words hold a verb or a joining word.
    static let idioms = PhraseList.phrases(
        """
        văn phòng hđnd và ubnd; văn phòng hội đồng nhân dân và ủy ban nhân dân;
        văn phòng đoàn đbqh và hđnd; văn phòng đoàn đại biểu quốc hội và hội đồng nhân dân;
        báo và phát thanh , truyền hình; báo và đài phát thanh , truyền hình;
        báo và đài phát thanh - truyền hình; báo và đài phát thanh và truyền hình;
        mặt trận tổ quốc , các đoàn thể; mặt trận và các đoàn thể; mặt trận tổ quốc và các đoàn thể;
        mttq và các đoàn thể; mặt trận tổ quốc và các tổ chức chính trị - xã hội;
        già làng , trưởng bản , người có uy tín; già làng , trưởng bản; già làng , người có uy tín;
        mttq và các tổ chức chính trị - xã hội; ủy ban mặt trận tổ quốc và các đoàn thể;
        ủy ban mặt trận tổ quốc và các tổ chức chính trị - xã hội;
        mặt trận tổ quốc việt nam và các tổ chức chính trị - xã hội;
        mặt trận tổ quốc và các tổ chức đoàn thể; mặt trận và các tổ chức chính trị - xã hội;
        ubmttq và các đoàn thể; ubmttq việt nam và các đoàn thể;
        ủy ban mặt trận tổ quốc việt nam và các tổ chức chính trị - xã hội
        """)

    /// Party nouns with a verb as their second word.
    static let compounds = PhraseList.phrases(
        """
        cơ quan quản lý; cơ quan tuyên truyền; cơ quan thông tấn; cơ quan chủ quản; cơ quan thường trực;
        cơ quan kiểm tra; đơn vị cung cấp; doanh nghiệp cung cấp; doanh nghiệp kinh doanh;
        lực lượng làm công tác; đơn vị quản lý; đơn vị tổ chức sự kiện; cán bộ phụ trách;
        chuyên viên phụ trách; cán bộ làm công tác; công chức phụ trách; công chức làm công tác;
        người phụ trách; lãnh đạo phụ trách; bộ phận phụ trách; giáo viên phụ trách; các cơ quan quản lý;
        các cơ quan tuyên truyền; các cơ quan thông tấn; các cơ quan chủ quản; các đơn vị cung cấp;
        các doanh nghiệp cung cấp; các doanh nghiệp kinh doanh; các doanh nghiệp viễn thông; ban quản lý;
        ban tổ chức; ban chỉ đạo; ban chỉ huy; ban tuyên giáo; ban tuyên giáo và dân vận; tổ công tác;
        tổ giúp việc; tổ tuyên truyền; tổ kiểm tra; đội tuyên truyền lưu động; đội kiểm tra;
        đội thông tin; tổ thông tin; tổ truyền thông; đoàn kiểm tra; đoàn giám sát;
        đoàn kiểm tra , giám sát; tiểu ban tuyên truyền; tiểu ban thông tin; ban biên tập; ban vận động;
        tổ vận động; tổ công nghệ số cộng đồng; trung tâm công nghệ thông tin; phòng công nghệ thông tin;
        phòng văn hóa và thông tin; phòng văn hóa thông tin; phòng văn hóa - thông tin;
        đội thông tin lưu động; trung tâm xúc tiến; cơ quan được giao; đơn vị được giao;
        đơn vị được phân công; đơn vị được giao chủ trì; đơn vị được giao chủ trì nhiệm vụ;
        cơ quan được giao chủ trì; cơ quan được giao chủ trì nhiệm vụ; đơn vị được giao nhiệm vụ;
        cơ quan được giao nhiệm vụ; đơn vị được giao chủ trì thực hiện; cơ quan , đơn vị được giao chủ trì;
        cơ quan , đơn vị được giao nhiệm vụ; cơ quan , đơn vị được phân công;
        các cơ quan , đơn vị được giao chủ trì; các cơ quan , đơn vị được giao nhiệm vụ;
        các cơ quan , đơn vị được phân công; cơ quan chuyên môn; cơ quan chức năng; cơ quan báo chí; đơn vị sự nghiệp;
        trưởng ban chỉ đạo; đơn vị chủ trì thực hiện; các cơ quan chủ trì;
        các đơn vị chủ trì; đài truyền thanh - truyền hình; đài phát thanh - truyền hình;
        đài phát thanh và truyền hình; trung tâm văn hóa; phòng văn hóa; trung tâm kiểm soát bệnh tật;
        trung tâm cung ứng dịch vụ công; trung tâm phục vụ hành chính công; trung tâm dịch vụ tổng hợp;
        trung tâm trợ giúp pháp lý; trung tâm xúc tiến đầu tư; trung tâm giám sát , điều hành;
        trung tâm xúc tiến đầu tư và hỗ trợ doanh nghiệp; trung tâm hỗ trợ doanh nghiệp;
        trung tâm xúc tiến đầu tư , thương mại; trung tâm giám sát điều hành; trung tâm điều hành;
        trung tâm phát triển; trung tâm tư vấn; trung tâm dạy nghề; trung tâm bồi dưỡng;
        trung tâm bảo trợ xã hội; trung tâm nghiên cứu; trung tâm kiểm nghiệm; trung tâm ứng dụng;
        trung tâm thông tin; trung tâm truyền thông; trung tâm lưu trữ; trung tâm điều phối;
        ban quản lý dự án; ban quản lý dự án đầu tư xây dựng; ban quản lý rừng; ban quản lý khu;
        ban an toàn giao thông; ban bảo vệ; ban tiếp công dân; ban kiểm tra; ban giám sát;
        ban thanh tra nhân dân; ban giám sát đầu tư của cộng đồng; ban xây dựng đảng;
        hội đồng phối hợp; hội đồng phối hợp phổ biến , giáo dục pháp luật; hội đồng tư vấn;
        hội đồng thẩm định; hội đồng bình chọn; tổ bảo vệ an ninh , trật tự; tổ bảo vệ an ninh trật tự;
        tổ tư vấn; tổ hòa giải; ban bảo vệ , chăm sóc sức khỏe; tổ biên tập; tổ thẩm định; tổ giám sát; tổ tổng hợp; tổ phục vụ; tổ thư ký;
        tổ quản lý; tổ thông tin cơ sở; lực lượng tham gia bảo vệ an ninh , trật tự ở cơ sở;
        lực lượng tham gia bảo vệ an ninh trật tự ở cơ sở; lực lượng bảo vệ an ninh , trật tự;
        lực lượng tham gia bảo vệ an ninh trật tự; lực lượng quản lý thị trường;
        lực lượng kiểm tra; lực lượng tuần tra; lực lượng tuyên truyền; lực lượng tuyên truyền viên;
        phòng cảnh sát quản lý hành chính; phòng cảnh sát quản lý hành chính về trật tự xã hội; đội cảnh sát quản lý hành chính; đội quản lý thị trường;
        phòng xây dựng phong trào bảo vệ an ninh; đội xây dựng phong trào bảo vệ an ninh;
        phòng quản lý; phòng kiểm tra; phòng kiểm soát; phòng thanh tra; phòng tuyên truyền;
        phòng giáo dục; phòng nghiên cứu; phòng hỗ trợ; phòng phát triển; phòng tổng hợp;
        chi cục quản lý; chi cục kiểm tra; chi cục thống kê; chi cục phát triển nông thôn;
        chi cục an toàn vệ sinh thực phẩm; chi cục bảo vệ; chi cục thi hành án dân sự;
        cục quản lý; cục thi hành án dân sự; thi hành án dân sự; thống kê tỉnh; thống kê huyện;
        cơ quan thi hành án dân sự; cơ quan tham mưu; cơ quan giúp việc; cơ quan soạn thảo;
        cơ quan điều phối; đơn vị tham mưu; đơn vị được giám sát; đơn vị được kiểm tra;
        đơn vị thi công; đơn vị tư vấn; đơn vị vận hành; cơ sở kinh doanh; hộ kinh doanh;
        doanh nghiệp sản xuất; cơ sở sản xuất; cơ sở lưu trú; cơ sở đào tạo; doanh nghiệp xuất bản;
        cơ sở trợ giúp xã hội; doanh nghiệp bưu chính , viễn thông; doanh nghiệp viễn thông; cơ quan truyền thông;
        tổ chức hành nghề; tổ chức tôn giáo; người có uy tín; già làng; thành viên ban chỉ đạo;
        đại sứ quán; tổng lãnh sự quán; đại sứ quán việt nam tại; tổng lãnh sự quán việt nam tại;
        đại sứ quán các nước tại; cơ quan đại diện việt nam tại; văn phòng đại diện tại;
        cơ quan đại diện việt nam ở nước ngoài; cơ quan đại diện ngoại giao; công ty phát hành;
        cơ sở phát hành; tổ dân phố số; khu phố số; cơ quan đại diện; vườn quốc gia; khu bảo tồn; thư viện tổng hợp; thư viện khoa học tổng hợp; bảo tàng tổng hợp; cụm thông tin đối ngoại; cán bộ đầu mối; cán bộ chuyên trách
        """)

    /// Hold a word that elsewhere is a verb or a party's head; never the end of a name.
    static let compoundNouns = PhraseList.phrases(
        """
        giao thông; an toàn giao thông; hải phòng; hội an; trường sa; vụ bản; đoàn kết; giao lưu;
        an toàn thông tin; đồng bằng; giao tiếp; bầu cử; ứng cử; cử tri; phát triển;
        phát triển nông thôn; công nghệ thông tin; hệ thống thông tin; đối tượng; phát thanh viên;
        lập pháp; thu nhập; đặc biệt; dịch bệnh; dịch vụ; dịch vụ công; in ấn phẩm; thông tin điện tử;
        thông tin cơ sở; thông tin đối ngoại; thông tin lưu động; thông tin đại chúng; an ninh thông tin;
        chuyển đổi số; trưng cầu; công tác; công tác mặt trận; công tác xã hội; phòng , chống thiên tai;
        phòng , chống tội phạm sử dụng công nghệ cao; phòng , chống dịch; hậu cần; ngoại giao;
        công lập; giáo dục thường xuyên; giáo dục nghề nghiệp; cầu treo; hàng không; đô thị thông minh;
        đầu tư xây dựng; đầu tư công; bảo trợ xã hội; kiểm soát bệnh tật; quản lý hành chính;
        quản lý hành chính về trật tự xã hội; quản lý đô thị; quản lý thị trường; quản lý nhà nước; kiểm soát thủ tục hành chính;
        kế hoạch tổng hợp; kế hoạch - tổng hợp; chế xuất; thi đua khen thưởng; việc làm; dịch vụ việc làm; thi đua - khen thưởng; thi đua , khen thưởng; tổ chức cán bộ;
        tổ chức - hành chính; đo lường; xét xử; hợp tác xã; dạy nghề; hỗ trợ doanh nghiệp;
        trợ giúp pháp lý; an toàn lao động; xây dựng cơ bản; xây dựng đảng; tổng hợp - hành chính;
        hành chính - tổng hợp; hành chính tổng hợp; quản lý bay; cứu nạn , cứu hộ; kiểm dịch; người nộp thuế; tìm kiếm cứu nạn; giảm nghèo; công tác kiểm tra
        """)

    /// Handed a duty by these words, which stay out of the party's name.
    static let asks = PhraseList.phrases(
        """
        đề nghị; giao; giao cho; yêu cầu; phân công; đối với; trách nhiệm của; nhiệm vụ của; mời;
        ủy quyền; trân trọng đề nghị; trách nhiệm; giao nhiệm vụ cho; phân công nhiệm vụ cho;
        kính đề nghị
        """)
}
