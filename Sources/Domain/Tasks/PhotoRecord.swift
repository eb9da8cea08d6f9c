package import Foundation

/// What a photo's own file says of when and where it was taken.
package struct PhotoRecord: Hashable, Sendable {
    package struct Place: Hashable, Sendable {
        /// Millionths of a degree, north and east positive.
        package var latitude: Int
        package var longitude: Int
        /// As the camera estimated it.
        package var accuracyMetres: Int?

        /// Nil where these are no place on Earth.
        package init?(latitude: Int, longitude: Int, accuracyMetres: Int? = nil) {
            guard abs(latitude) <= 90_000_000, abs(longitude) <= 180_000_000 else { return nil }
            self.latitude = latitude
            self.longitude = longitude
            self.accuracyMetres = accuracyMetres
        }
    }

    package var takenAt: Date?
    package var place: Place?

    package init(takenAt: Date? = nil, place: Place? = nil) {
        self.takenAt = takenAt
        self.place = place
    }
}
