import Foundation

/// Instants of the sky, by the series of Meeus (Astronomical Algorithms, 2nd edition, chapters 25 and 49).
///
/// Days are counted as `CalendarDay.dayNumber`, in Vietnam's time.
enum Sky {
    /// The Julian date of 1970-01-01, midnight UTC.
    static let epoch = 2_440_587.5
    static let vietnam = 7.0 / 24

    static func sine(_ degrees: Double) -> Double {
        sin(degrees.truncatingRemainder(dividingBy: 360) * .pi / 180)
    }

    /// Seconds by which the sky's even time is ahead of the earth's turning, for 1961 to 2150; polynomials of Espenak and
    /// Meeus.
    static func deltaSeconds(year: Double) -> Double {
        switch year {
        case ..<1986:
            let t = year - 1975
            return 45.45 + 1.067 * t - t * t / 260 - t * t * t / 718
        case ..<2005:
            let t = year - 2000
            return 63.86 + t
                * (0.3345 + t * (-0.060374 + t * (0.0017275 + t * (0.000651814 + t * 0.00002373599))))
        case ..<2050:
            let t = year - 2000
            return 62.92 + 0.32217 * t + 0.005589 * t * t
        default:
            let u = (year - 1820) / 100
            return -20 + 32 * u * u - 0.5628 * (2150 - year)
        }
    }
}

enum Sun {
    /// The number of the major solar term in force when a day begins: 0 from the spring equinox on, 9 from the
    /// winter solstice on.
    static func term(atStartOf day: Int) -> Int {
        let universal = Double(day) + Sky.epoch - Sky.vietnam
        let year = 1970 + Double(day) / 365.2425
        return Int(longitude(at: universal + Sky.deltaSeconds(year: year) / 86_400) / 30)
    }

    /// The sun's apparent longitude in degrees, 0 ..< 360, within 0.01°.
    private static func longitude(at julian: Double) -> Double {
        let t = (julian - 2_451_545) / 36_525
        let mean = 280.46646 + t * (36_000.76983 + t * 0.0003032)
        let anomaly = 357.52911 + t * (35_999.05029 - t * 0.0001537)
        let centre =
            (1.914602 - t * (0.004817 + t * 0.000014)) * Sky.sine(anomaly)
            + (0.019993 - t * 0.000101) * Sky.sine(2 * anomaly) + 0.000289 * Sky.sine(3 * anomaly)
        let apparent = mean + centre - 0.00569 - 0.00478 * Sky.sine(125.04 - 1934.136 * t)
        let turned = apparent.truncatingRemainder(dividingBy: 360)
        return turned < 0 ? turned + 360 : turned
    }
}

enum Moon {
    /// The number of the new moon nearest to a day; 0 is that of 2000-01-06.
    static func lunation(near day: Int) -> Int {
        Int(((Double(day) + Sky.epoch - 2_451_550.1) / 29.530588861).rounded())
    }

    /// The day in Vietnam on which a new moon falls.
    static func newMoonDay(_ lunation: Int) -> Int {
        let julian = newMoon(lunation)
        let year = 2000 + (julian - 2_451_545) / 365.25
        let universal = julian - Sky.deltaSeconds(year: year) / 86_400
        return Int((universal + Sky.vietnam - Sky.epoch).rounded(.down))
    }

    /// The Julian date of a new moon in even time, within some seconds.
    private static func newMoon(_ lunation: Int) -> Double {
        let k = Double(lunation)
        let t = k / 1236.85
        let mean =
            2_451_550.09766 + 29.530588861 * k + t * t * (0.00015437 + t * (-0.000000150 + t * 0.00000000073))
        let angles = Angles(
            sun: 2.5534 + 29.10535670 * k - t * t * (0.0000014 + t * 0.00000011),
            moon: 201.5643 + 385.81693528 * k + t * t * (0.0107582 + t * (0.00001238 - t * 0.000000058)),
            node: 160.7108 + 390.67050284 * k - t * t * (0.0016118 + t * (0.00000227 - t * 0.000000011)))
        let eccentricity = 1 - t * (0.002516 + t * 0.0000074)
        var sum = 0.0
        for term in terms {
            let angle = term.sun * angles.sun + term.moon * angles.moon + term.node * angles.node
            sum += term.size * pow(eccentricity, abs(term.sun)) * Sky.sine(angle)
        }
        sum -= 0.00017 * Sky.sine(124.7746 - 1.56375588 * k + t * t * (0.0020672 + t * 0.00000215))
        for (index, planet) in planets.enumerated() {
            let bend = index == 0 ? 0.009173 * t * t : 0
            sum += planet.size * Sky.sine(planet.start + planet.step * k - bend)
        }
        return mean + sum
    }

    private struct Angles {
        var sun: Double
        var moon: Double
        var node: Double
    }

    /// In days; multiples of the sun's anomaly, the moon's anomaly, the moon's argument of latitude.
    ///
    /// Terms of the third multiple of the sun's anomaly are so small that the eccentricity's power doesn't matter.
    private static let terms: [(size: Double, sun: Double, moon: Double, node: Double)] = [
        (-0.40720, 0, 1, 0), (0.17241, 1, 0, 0), (0.01608, 0, 2, 0), (0.01039, 0, 0, 2),
        (0.00739, -1, 1, 0), (-0.00514, 1, 1, 0), (0.00208, 2, 0, 0), (-0.00111, 0, 1, -2),
        (-0.00057, 0, 1, 2), (0.00056, 1, 2, 0), (-0.00042, 0, 3, 0), (0.00042, 1, 0, 2),
        (0.00038, 1, 0, -2), (-0.00024, -1, 2, 0), (-0.00007, 2, 1, 0), (0.00004, 0, 2, -2),
        (0.00004, 3, 0, 0), (0.00003, 1, 1, -2), (0.00003, 0, 2, 2), (-0.00003, 1, 1, 2),
        (0.00003, -1, 1, 2), (-0.00002, -1, 1, -2), (-0.00002, 1, 3, 0), (0.00002, 0, 4, 0),
    ]

    /// What the planets add, in days, with the angle at lunation 0 and its step in degrees.
    private static let planets: [(size: Double, start: Double, step: Double)] = [
        (0.000325, 299.77, 0.107408), (0.000165, 251.88, 0.016321), (0.000164, 251.83, 26.651886),
        (0.000126, 349.42, 36.412478), (0.000110, 84.66, 18.206239), (0.000062, 141.74, 53.303771),
        (0.000060, 207.14, 2.453732), (0.000056, 154.84, 7.306860), (0.000047, 34.52, 27.261239),
        (0.000042, 207.19, 0.121824), (0.000040, 291.34, 1.844379), (0.000037, 161.72, 24.198154),
        (0.000035, 239.56, 25.513099), (0.000023, 331.55, 3.592518),
    ]
}
