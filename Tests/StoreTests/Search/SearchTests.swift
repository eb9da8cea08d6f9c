import Domain
import Foundation
import SQL
import TestSupport
import Testing

@testable import Store

struct SearchTests {
    private static let hostile = [
        "\"", "'", "'; DROP TABLE plan; --", "a AND", "NEAR(", "*", "a*b", "(((", "-x", "terms:a", "^a", "\\",
        "%", "_",
        "&", "|", "!", "<->", "a:*", "\u{1F4E2}", "\u{202E}abc", String(repeating: "a", count: 100_000), "đ",
        "  ",
    ]

    @Test(arguments: TestDatabase.Engine.all)
    func `Words without marks find the plan, and the last may be a beginning`(engine: TestDatabase.Engine)
        async throws
    {
        try await withStore(engine) { pool async throws in
            try await pool.write { db in
                try db.insertExample(
                    .example(),
                    text: "Tăng cường công tác THÔNG TIN ĐỐI NGOẠI trên địa bàn tỉnh; ĐT 0912 345 678")
                try db.insertExample(.example("p2", title: "Biên giới"), text: "Cắm mốc biên giới")
                func find(_ words: String) throws -> [String] {
                    try db.plans(PlanFilter(search: words, showsAllDrafts: true), after: nil, limit: 10).items
                        .map(\.id.rawValue)
                }
                #expect(try find("thong tin doi ngoai") == ["p1"])
                #expect(try find("Thông tin đối ngoại") == ["p1"])
                #expect(try find("doi ngo") == ["p1"])
                #expect(try find("do ngoai") == [])
                #expect(try find("bien gioi") == ["p2"])
                #expect(try find("cong tac bien") == [])
                // A person's number leads nowhere.
                #expect(try find("0912345678") == [])
                #expect(try find("0912") == [])
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Hostile questions find nothing wrong and break nothing`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            try await pool.write { db in
                try db.insertExample(.example(), text: "Kế hoạch")
                for question in Self.hostile {
                    _ = try db.plans(
                        PlanFilter(search: question, showsAllDrafts: true), after: nil, limit: 10)
                    _ = try db.tasks(
                        TaskFilter(search: question, parties: [question]), today: today, after: nil, limit: 10
                    )
                }
                #expect(try db.planRecord(Plan.ID("p1")) != nil)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Signs alone find nothing, blanks alone everything, and signs beside words don't count`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withStore(engine) { pool async throws in
            try await pool.write { db in
                try db.insertExample(.example(), text: "Đạt 50% chỉ tiêu a_b")
                try db.insert([.example(1)])
                func found(_ words: String) throws -> [Int] {
                    let filter = TaskFilter(search: words)
                    let counts = try db.countTasks(filter, today: today).values.reduce(0, +)
                    let tasks = try db.tasks(filter, today: today, after: nil, limit: 10).items.count
                    #expect(counts == tasks, "\(words)")
                    return [
                        try db.plans(PlanFilter(search: words, showsAllDrafts: true), after: nil, limit: 10)
                            .items.count, tasks,
                    ]
                }
                for signs in ["%", "_", "\\", "\"", "*", "\"*", "%%", "' ; --", "–", "ພາສາ", "\u{202E}"] {
                    #expect(try found(signs) == [0, 0], "\(signs)")
                }
                #expect(try found("  \t") == [1, 1])
                #expect(try found("50%") == [1, 0])
                #expect(try found("%50_a\"*") == [1, 0])
                #expect(try found("tuyen*") == [0, 1])
                #expect(try found("chi_tieu") == [1, 0])
                #expect(try found("51%") == [0, 0])
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A page finds the newest tasks of common words, and every task of words in a plan`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withStore(engine) { pool async throws in
            try await pool.write { db in
                try db.insertExample(.example(), text: "Kế hoạch")
                try db.insert((1...1_200).map { Plan.Task.example($0) })
            }
            try await pool.read { db in
                func found(_ filter: TaskFilter, by order: TaskOrder = .due, after mark: PageMark? = nil)
                    throws
                    -> Page<TaskRow>
                {
                    let hits = try db.taskHits(filter)
                    return try db.tasks(
                        filter, by: order, today: today, after: mark, limit: PageLimit.largest, among: hits)
                }
                func counts(_ filter: TaskFilter) throws -> (Int, Bool) {
                    let counts = try db.foundCounts(filter, among: db.taskHits(filter), today: today)
                    return (counts.times.values.reduce(0, +), counts.isBounded)
                }
                let common = TaskFilter(search: "tuyen truyen")
                #expect(try db.taskHits(common)?.numbers == nil)
                #expect(try counts(common) == (1_000, true))
                var numbers: [Int] = []
                var mark: PageMark?
                repeat {
                    let page = try found(common, by: .plan, after: mark)
                    numbers += page.items.map(\.task.position)
                    mark = page.next
                } while mark != nil
                #expect(numbers == Array(201...1_200))
                #expect(try found(common, by: .newest).items.first?.task.position == 1_200)
                // The beginning of a common word is rare as a word of its own; whole and in a plan nothing is left out.
                let beginning = TaskFilter(search: "tuy")
                #expect(try db.taskHits(beginning)?.numbers?.count == 1_200)
                #expect(try counts(beginning) == (1_000, true))
                let plan = TaskFilter(search: "tuyen tru", plans: [Plan.ID("p1")])
                #expect(try db.taskHits(plan) == nil)
                #expect(try counts(plan) == (1_000, true))
                #expect(try db.countTasks(common, today: today, upTo: nil).values.reduce(0, +) == 1_200)
                let choices = try db.taskChoices(common, among: db.taskHits(common), today: today)
                #expect(!choices.areCounted && !choices.plans.isEmpty)
                #expect(try found(TaskFilter(search: "khong co")).items.isEmpty)
                #expect(try counts(TaskFilter(search: "khong co")) == (0, false))
            }
        }
    }

    @Test func `An index of words that was lost is made anew`() async throws {
        try await withStore(.sqlite) { pool async throws in
            try await pool.write { db in
                try db.insertExample(.example(), text: "thông tin đối ngoại")
                try db.insert([.example(1)])
                #expect(try !db.mendSearch())
                try db.execute("INSERT INTO plan_search_index (plan_search_index) VALUES ('delete-all')")
                try db.execute("INSERT INTO task_search_index (task_search_index) VALUES ('delete-all')")
                let filter = PlanFilter(search: "doi ngoai", showsAllDrafts: true)
                #expect(try db.plans(filter, after: nil, limit: 10).items.isEmpty)
                #expect(try db.mendSearch())
                #expect(try db.plans(filter, after: nil, limit: 10).items.count == 1)
                #expect(
                    try db.tasks(TaskFilter(search: "tuyen"), today: today, after: nil, limit: 10).items.count
                        == 1)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Hostile texts are stored and found as they are`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            try await pool.write { db in
                for (number, text) in Self.hostile.enumerated() {
                    try db.insertExample(.example("p\(number)", title: text), text: text + " mốc")
                    #expect(try db.planText(Plan.ID("p\(number)")) == text + " mốc")
                    #expect(try db.planRecord(Plan.ID("p\(number)"))?.plan.title == text)
                }
                let found = try db.plans(
                    PlanFilter(search: "moc", showsAllDrafts: true), after: nil, limit: 100)
                #expect(found.items.count == Self.hostile.count)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Among ten thousand plans each word finds its own`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            try await pool.write { db in
                for number in 0..<10_000 {
                    try db.insertExample(
                        .example(
                            "p\(number)", title: "Kế hoạch số \(number)",
                            at: noon.addingTimeInterval(Double(number))),
                        text:
                            "thông tin đối ngoại tuyên truyền \(number % 7 == 0 ? "biên giới" : "đô thị") m\(number)"
                    )
                }
            }
            let counts = try await pool.read { db in
                try ["thong tin doi ngoai", "bien gioi", "m9999", "m99", "tuyen tr"].map { words in
                    try db.plans(PlanFilter(search: words, showsAllDrafts: true), after: nil, limit: 50).items
                        .count
                }
            }
            #expect(counts == [50, 50, 1, 50, 50])
        }
    }
}

struct SearchQuestionTests {
    @Test(arguments: [
        ("một hai ba", ""), ("1 2 3 4 5 6 7 8 9 10 11 12", ""), ("1 2 3 4 5 6 7 8 9 10 11 12 ,", ""),
        ("1 2 3 4 5 6 7 8 9 10 11 12 Mười  ba", "Mười  ba"), ("a/b/c/d/e/f/g/h/i/j/k/l/m n", "n"), ("", ""),
    ])
    func `What a question has beyond its words that are looked for is known`(question: String, rest: String) {
        #expect(SearchTerms.leftOut(of: question) == rest)
    }

    @Test func `Long numbers of whatever form don't get into the index`() {
        #expect(SearchTerms.indexed("Lê Thị B 912345679 số 41 năm 2026") == "2026 41 b le nam so thi")
    }
}
