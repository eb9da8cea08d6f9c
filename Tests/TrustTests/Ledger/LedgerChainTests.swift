import Testing

@testable import Trust

struct LedgerChainTests {
    private static let entry = LedgerChain.Fields(
        sequence: 1, at: 1_700_000_000_000, actor: "a", action: "IssuePlan", subjectKind: "plan",
        subjectID: "p",
        detail: "{}", previousHash: LedgerChain.genesis)

    @Test func `The canonical form is fixed for ever`() {
        // Anybody can compute it anew: see the description of `LedgerChain`.
        #expect(
            Hexadecimal.encode(LedgerChain.canonicalForm(of: Self.entry))
                == Hexadecimal.encode(Array("loa-ledger-1".utf8)) + "0000000000000008" + "0000000000000001"
                + "0000000000000008" + "0000018bcfe56800" + "0000000000000002" + "0161" + "0000000000000009"
                + Hexadecimal.encode(Array("IssuePlan".utf8)) + "0000000000000004"
                + Hexadecimal.encode(Array("plan".utf8)) + "0000000000000001" + "70" + "0000000000000002"
                + "7b7d"
                + "0000000000000020" + String(repeating: "00", count: 32))
    }

    @Test func `Every field changes the hash`() {
        var variants = [Self.entry]
        func vary(_ change: (inout LedgerChain.Fields) -> Void) {
            var entry = Self.entry
            change(&entry)
            variants.append(entry)
        }
        vary { $0.sequence = 2 }
        vary { $0.at += 1 }
        vary { $0.actor = nil }
        vary { $0.actor = "" }
        vary { $0.action = "Issue" }
        vary { $0.subjectKind = "task" }
        vary { $0.subjectID = "q" }
        vary { $0.detail = "{ }" }
        vary { $0.previousHash = [1] }
        // Moving a letter over a field's border must not give the same form.
        vary {
            $0.subjectKind = "planp"; $0.subjectID = ""
        }
        vary {
            $0.subjectKind = "pla"; $0.subjectID = "np"
        }
        #expect(Set(variants.map { LedgerChain.hash($0) }).count == variants.count)
    }
}
