package import Domain
import Foundation
package import SQL

extension Identifier: SQLConvertible {}
extension Role: SQLConvertible {}
extension Agency.Kind: SQLConvertible {}
extension Agency.Level: SQLConvertible {}
extension Agency.CodeScheme: SQLConvertible {}
extension Post.Kind: SQLConvertible {}
extension Reorganisation.Kind: SQLConvertible {}
extension Reorganisation.State: SQLConvertible {}
extension PartyQuestion.Kind: SQLConvertible {}
extension Plan.State: SQLConvertible {}
extension Plan.Task.State: SQLConvertible {}
extension Plan.Task.Kind: SQLConvertible {}
extension Plan.Task.Standing: SQLConvertible {}
extension Rhythm: SQLConvertible {}
extension TaskExtension.State: SQLConvertible {}
extension TaskComment.Kind: SQLConvertible {}
extension Evidence.Kind: SQLConvertible {}
extension LinkedPage.State: SQLConvertible {}
extension PartyRole: SQLConvertible {}
extension SignInThrottle.Kind: SQLConvertible {}
extension ReadingJob.State: SQLConvertible {}

extension CalendarDay: SQLConvertible {
    package static var sqlStorage: SQLStorage { .integer }
    package var sqlValue: SQLValue { .integer(Int64(dayNumber)) }
    package init(sqlValue: SQLValue) throws {
        self.init(dayNumber: try Int(sqlValue: sqlValue))
    }
}

extension PartialDay: SQLConvertible {
    package static var sqlStorage: SQLStorage { .text }
    package var sqlValue: SQLValue { .text(description) }
    package init(sqlValue: SQLValue) throws {
        guard let day = PartialDay(try String(sqlValue: sqlValue)) else {
            throw SQLConversionFailure(found: sqlValue, expected: Self.self)
        }
        self = day
    }
}

/// A value that a text column holds as JSON with sorted keys.
struct JSONText<Value: Codable & Sendable>: SQLConvertible {
    static var sqlStorage: SQLStorage { .text }

    let text: String
    let value: Value

    init(_ value: Value) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        text = String(decoding: try encoder.encode(value), as: UTF8.self)
        self.value = value
    }

    var sqlValue: SQLValue { .text(text) }

    init(sqlValue: SQLValue) throws {
        text = try String(sqlValue: sqlValue)
        value = try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}
