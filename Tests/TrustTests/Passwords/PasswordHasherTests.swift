import Testing

@testable import Trust

struct PasswordHasherTests {
    private let salt = [UInt8](repeating: 7, count: 16)

    @Test func `The standard parameters are OWASP's and stand in the hash`() throws {
        let encoded = try PasswordHash.make(Array("một câu đủ dài".utf8), salt: salt, parameters: .standard)
        #expect(encoded.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(!PasswordHash.isOutdated(encoded, parameters: .standard))
        #expect(PasswordHash.isOutdated(encoded, parameters: .cheapest))
    }

    @Test func `The hash is that of the argon2 command`() throws {
        // printf password | argon2 somesaltsomesalt -id -t 2 -m 16 -p 1 -l 32 -e
        let salt = Array("somesaltsomesalt".utf8)
        let parameters = PasswordParameters(memoryKiB: 65536, passes: 2, lanes: 1)
        let encoded = try PasswordHash.make(Array("password".utf8), salt: salt, parameters: parameters)
        #expect(encoded.hasPrefix("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$"))
    }

    @Test func `The right password verifies, any other doesn't`() async throws {
        let hasher = PasswordHasher(parameters: .cheapest)
        let encoded = try await hasher.hash("Trời xanh\u{0} mây trắng", random: salt)
        #expect(try await hasher.verify("Trời xanh\u{0} mây trắng", against: encoded))
        #expect(try await !hasher.verify("Trời xanh\u{0} mây đen", against: encoded))
        #expect(try await !hasher.verify("Trời xanh", against: encoded))
        #expect(try await !hasher.verify("", against: encoded))
    }

    @Test func `Another salt gives another hash`() async throws {
        let hasher = PasswordHasher(parameters: .cheapest)
        let one = try await hasher.hash("cùng một mật khẩu", random: salt)
        let other = try await hasher.hash("cùng một mật khẩu", random: [UInt8](repeating: 8, count: 16))
        #expect(one != other)
    }

    @Test(arguments: [
        "", "plain", "$argon2id$", "$argon2i$v=19$m=8,t=1,p=1$c29tZXNhbHQ$AAAA", "$argon2id$v=19$m=8",
    ])
    func `What is no hash is a failure, not a wrong password`(encoded: String) async {
        await #expect(throws: PasswordFailure.self) {
            try await PasswordHasher(parameters: .cheapest).verify("x", against: encoded)
        }
    }

    @Test func `A flood beyond the queue is refused and the rest is served`() async throws {
        let hasher = PasswordHasher(
            parameters: PasswordParameters(memoryKiB: 1024, passes: 1, lanes: 1), parallel: 2)
        let salt = salt
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<1000 {
                group.addTask {
                    do {
                        _ = try await hasher.hash("mật khẩu nào đó", random: salt)
                        return true
                    } catch {
                        return false
                    }
                }
            }
            var served = 0
            for await isServed in group where isServed { served += 1 }
            return served
        }
        #expect(outcomes >= PasswordHasher.waitingLimit)
        // The queue is free again afterwards.
        _ = try await hasher.hash("mật khẩu nào đó", random: salt)
    }
}
