import Foundation
import PlanReader
import Testing

@Suite struct RobustnessTests {
    @Test("Many who hand on a duty in one line take no stack and little time") func forgivesChains() throws {
        let chain = String(repeating: "UBND xã giao ", count: 20_000)
        let names = "- " + String(repeating: "PHÓ A; ", count: 20_000)
        let plan = try PlanReader().read(
            "KẾ HOẠCH\nBiển năm 2026\nI. A\n1. \(chain)Sở Y tế họp.\nNơi nhận:\n\(names)")
        #expect(plan.sections.count == 2)
    }

    @Test("A NUL is seen wherever it stands, a few other signs of control are forgiven")
    func seesNulAnywhere() throws {
        let head = "KẾ HOẠCH\nTuyên truyền năm 2026\n\tI. MỤC ĐÍCH\u{0C}\n"
        for length in 0..<24 {
            let filler = String(repeating: "a", count: length)
            #expect(throws: UnreadablePlan.notText) { try PlanReader().read(head + filler + "\0 b") }
            #expect(try PlanReader().read(head + filler + "\u{01} b").sections.count == 1)
            #expect(throws: UnreadablePlan.notText) {
                try PlanReader().read(head + filler + String(repeating: "\u{02}", count: 20))
            }
        }
        #expect(throws: UnreadablePlan.empty) { try PlanReader().read(String(repeating: " \n\t", count: 9)) }
    }

    @Test(
        "What is no plan is refused, saying which and why",
        arguments: [
            ([], UnreadablePlan.empty), (Array("  \n\t \n".utf8), .empty), ([0x4B, 0, 0x48], .notText),
            ((0...255).flatMap { [UInt8($0 | 0x80)] }, .notText),
            (Array("Xin chào các bạn. Hôm nay trời đẹp.".utf8), .notOfficialDocument),
        ] as [([UInt8], UnreadablePlan)])
    func refuses(bytes: [UInt8], reason: UnreadablePlan) {
        #expect(throws: reason) { try PlanReader().read(bytes) }
        #expect(!reason.vietnamese.isEmpty && !reason.english.isEmpty)
    }

    @Test("Cut at any byte, a plan is read or refused, never trapped", arguments: SamplePlanTests.names)
    func survivesCuts(name: String) throws {
        let bytes = try SamplePlanTests.text(name)
        for cut in stride(from: 1, to: bytes.count, by: 997) {
            _ = try? PlanReader().read(Array(bytes[..<cut]))
        }
        for cut in stride(from: 1, to: bytes.count, by: 1499) {
            _ = try? PlanReader().read(Array(bytes[cut...]))
        }
    }

    @Test("Any mixture of a plan's words and marks is survived") func survivesMixtures() {
        let pieces = [
            "KẾ HOẠCH\n", "I. ", "1. ", "a) ", "- ", "+ ", "Sở ", "phối hợp với ", "trước ngày ", "30/6",
            "; ", ", ", "và ", "(", ")", ":", "\n", "| ", "Nơi nhận:", "TM. ", "1 ", "\u{323}", "\u{F0B7}",
            "**", "quý ", "IV/", "báo cáo ", "Cơ quan chủ trì:",
        ]
        var seed: UInt64 = 42
        for _ in 0..<300 {
            var text = ""
            for _ in 0..<120 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(seed >> 33) % pieces.count]
            }
            guard let plan = try? PlanReader().read(text) else { continue }
            let count = text.utf8.count
            #expect(plan.tasks.allSatisfy { $0.range.lower >= 0 && $0.range.upper <= count })
        }
    }

    /// Processor time of this thread, which other tests don't lengthen.
    private func threadSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Seconds for a text made of `count` repetitions.
    private func seconds(
        _ count: Int, _ part: String, head: String = "KẾ HOẠCH\nX\nI. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n"
    ) throws -> Double {
        let text = head + String(repeating: part, count: count)
        let start = threadSeconds()
        _ = try PlanReader().read(text)
        return threadSeconds() - start
    }

    @Test(
        "Time grows with the text, not with its square",
        arguments: [
            "- Chủ trì, phối hợp với Sở Tài chính tổ chức hội nghị trước ngày 30/6/2026.\n", "a, ", "(",
            "Sở ", "phối hợp với ", "1. Sở Nội vụ\n", "- ", "báo cáo ", "\u{E2}\u{323} ", "| a | b |\n",
            "trước ngày ",
        ])
    func growsLinearly(part: String) throws {
        let small = try seconds(500, part)
        let large = try seconds(2000, part)
        // Four times the text: sixteen times the time would be quadratic.
        #expect(large < small * 9 + 0.5, "\(small) s, then \(large) s")
    }

    @Test("Ten thousand tasks in one plan are all read") func readsManyTasks() throws {
        var text = "KẾ HOẠCH\nX năm 2026\nI. TỔ CHỨC THỰC HIỆN\n"
        for number in 1...1000 {
            text += "\(number % 90 + 1). Sở Nội vụ \n"
            for task in 1...10 {
                text +=
                    "- Tổ chức hội nghị thứ \(number * 10 + task), phối hợp với Công an tỉnh trước ngày 30/6/2026.\n"
            }
        }
        #expect(try PlanReader().read(text).tasks.count == 10_000)
    }

    @Test("The JSON escapes what it must") func escapesJSON() throws {
        let plan = try PlanReader().read("KẾ HOẠCH\nTiêu đề \"trong ngoặc\" \\ và\tthẻ <b>\nI. A")
        let json = String(decoding: plan.json, as: UTF8.self)
        #expect(json.contains("\\\"trong ngoặc\\\""))
        #expect(json.hasPrefix("{\"kind\":\"KH\",\"number\":null,"))
    }
}
