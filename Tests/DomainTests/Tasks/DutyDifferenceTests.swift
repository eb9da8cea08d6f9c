import Testing

@testable import Domain

struct DutyDifferenceTests {
    private func duty(_ name: String, _ words: String, _ leads: String...) -> ComparedDuty {
        ComparedDuty(
            task: .init(name), words: words.split(separator: " ").map(String.init), leads: Set(leads))
    }

    @Test func `Duties end, stay, resemble each other, and are new`() {
        let difference = DutyDifference(
            old: [
                duty("o1", "mo lop tap huan thong tin doi ngoai", "so y te"),
                duty("o2", "tuyen truyen bien gioi tren dat lien", "so noi vu"),
                duty("o3", "dung pa no", "so xay dung"),
            ],
            new: [
                duty("n1", "tuyen truyen bien gioi tren dat lien va bien", "so noi vu"),
                duty("n2", "mo lop tap huan thong tin doi ngoai", "so y te"),
                duty("n3", "lap trang thong tin dien tu", "so y te"),
            ])
        #expect(difference.stays == [DutyPair(old: .init("o1"), new: .init("n2"))])
        #expect(difference.resembles == [DutyPair(old: .init("o2"), new: .init("n1"))])
        #expect(difference.ended == [.init("o3")] && difference.new == [.init("n3")])
    }

    @Test func `The same words for another office only resemble`() {
        let difference = DutyDifference(
            old: [duty("o1", "bao cao ket qua", "so y te")], new: [duty("n1", "bao cao ket qua", "so noi vu")]
        )
        #expect(
            difference.stays.isEmpty && difference.resembles == [DutyPair(old: .init("o1"), new: .init("n1"))]
        )
    }

    @Test func `Equal duties pair off one by one`() {
        let difference = DutyDifference(
            old: [duty("o1", "bao cao", "a"), duty("o2", "bao cao", "a")],
            new: [duty("n1", "bao cao", "a")])
        #expect(difference.stays == [DutyPair(old: .init("o1"), new: .init("n1"))])
        #expect(difference.ended == [.init("o2")] && difference.new.isEmpty)
    }
}
