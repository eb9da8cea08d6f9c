/// The days off that the law gives for holidays at the weekend.
extension WorkingCalendar {
    /// Where the law says it: "nếu ngày nghỉ hằng tuần trùng với ngày nghỉ lễ, tết … thì được nghỉ bù vào ngày làm việc
    /// kế tiếp".
    package static let compensationSource = "Bộ luật Lao động 2019, Điều 111 khoản 3"
    /// How a day off in exchange is named, entered by whomever.
    package static let compensationName = "Nghỉ bù"
    /// So near after a holiday a day off named so is taken to be its own.
    private static let nearDays = 10
    /// So near to a holiday that is announced in part its announced days lie.
    private static let partDays = 4

    /// For each holiday on a Saturday or Sunday the next working day after it, as a proposal: nobody is off by it until
    /// it is entered.
    ///
    /// Left out are holidays for which a day is entered already, and those of which the law states only a part (Tết, the
    /// second day of the National Day) until the rest of the year's days is announced.
    package var proposedCompensations: [Holiday] {
        let all = holidays.filter { $0.kind == .off }
        var entered = all.filter(\.isCompensation).map(\.day)
        let others = all.filter { !$0.isCompensation }
        var taken = Set(others.map(\.day))
        var proposals: [Holiday] = []
        for holiday in others where holiday.day.weekday >= 5 {
            if inPart.contains(holiday.day), !others.contains(where: { isRest($0, of: holiday) }) { continue }
            let near = holiday.day.adding(days: 1)...holiday.day.adding(days: Self.nearDays)
            if let place = entered.firstIndex(where: near.contains) {
                taken.insert(entered.remove(at: place))
                continue
            }
            var day = holiday.day.adding(days: 1)
            while day.weekday >= 5 || taken.contains(day) { day = day.adding(days: 1) }
            taken.insert(day)
            // Announced as worked: somebody has decided otherwise.
            if self.holiday(on: day)?.kind == .work { continue }
            proposals.append(
                Holiday(
                    day: day, kind: .off, name: "\(Self.compensationName) \(holiday.name)",
                    source: Self.compensationSource))
        }
        return proposals
    }

    private func isRest(_ one: Holiday, of holiday: Holiday) -> Bool {
        announced.contains(one.day) && abs(one.day.dayNumber - holiday.day.dayNumber) <= Self.partDays
    }

    /// Of its years those for which nothing was announced: their days of Tết and exchanged days aren't known.
    package var unannouncedYears: [Int] {
        let known = Set(announced.map(\.year))
        return years.filter { !known.contains($0) }
    }
}

extension Holiday {
    fileprivate var isCompensation: Bool {
        kind == .off && name.lowercased().hasPrefix(WorkingCalendar.compensationName.lowercased())
    }
}
