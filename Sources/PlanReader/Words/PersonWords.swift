/// Words around the names of persons.
enum PersonWords {
    /// Words of each rank or degree.
    static let ranks = PhraseList.phrases(
        """
        đại tá; thượng tá; trung tá; thiếu tá; đại úy; thượng úy; trung úy; thiếu úy; thiếu tướng;
        trung tướng; ths; ts; bs; gs; pgs; cn; ông; bà; đồng chí; bsckii; bscki; nsưt; ckii; cki; bác sĩ; tiến sĩ; thạc sĩ; dược sĩ; ds; kỹ sư; ks; luật sư; ls; nhà báo; gvcc; gvc;
        nsnd; nhà giáo
        """
    ).map { $0.split(separator: " ").map(String.init) }

    /// Begin the position in a row "Nguyễn Văn A Chuyên viên …" whose columns were lost.
    static let positions = PhraseList.phrases(
        """
        chuyên viên; phó; trưởng; cán bộ; nhân viên; giáo viên; phóng viên; biên tập viên; ủy viên; đ/c;
        kế toán; công chức; viên chức; kỹ thuật viên; phụ trách; thành viên; thư ký; văn thư; chỉ huy;
        chính trị viên; tổng; hiệu
        """)
}
