/// Every bound that conversion keeps, in one place; each name says what it bounds and its unit.
///
/// They are upper bounds against hostile and damaged files, far above what an official plan needs
/// (a plan has 5 to 40 pages, a report with annexes some hundreds).
package enum ConversionLimits {
    // MARK: - What may come in

    /// The largest file that is taken, bytes (50 MB).
    package static let uploadBytes = 50 * 1_048_576
    /// The most pages that a PDF may have.
    package static let pdfPages = 5_000
    /// The most pages without a usable text layer that are recognised in one document; at about one
    /// second a page this is some minutes of work.
    package static let recognisedPages = 300
    /// The most entries in the directory of a docx or odt.
    package static let archiveEntries = 10_000
    /// The most that all entries of a docx or odt may unpack to, bytes.
    package static let archiveUnpackedBytes = 512 * 1_048_576
    /// The most that one XML part may unpack to, bytes; Word itself stops far below.
    package static let archivePartBytes = 128 * 1_048_576
    /// The most that an archive may grow by unpacking; plain XML reaches about 20, rarely 60.
    package static let archiveRatio = 200
    /// Archives that unpack to less than this are never refused for their ratio, bytes.
    package static let archiveRatioFloorBytes = 16 * 1_048_576
    /// The longest side of a picture, pixels.
    package static let pictureSidePixels = 16_000
    /// The largest picture, pixels (64 million: more than any phone's ordinary photograph).
    package static let picturePixels = 64_000_000

    // MARK: - What may come out

    /// The longest text that a conversion may give, bytes of UTF-8 (20 MB).
    package static let textBytes = 20 * 1_048_576
    /// The longest words of a tool on its standard error that are kept, bytes.
    package static let toolMessageBytes = 16 * 1_024

    // MARK: - Rendering

    /// The resolution at which pages are rendered for recognition, dots per inch.
    package static let renderDotsPerInch = 300
    /// The longest side of a rendered page, pixels; larger pages are rendered more coarsely (A3 at 300 dpi has 4,961).
    package static let renderSidePixels = 5_000

    // MARK: - Time and number

    /// Conversions that run at once; the others wait their turn.
    package static let concurrentConversions = 2
    /// Conversions that may wait; more are told to come back later.
    package static let waitingConversions = 32
    /// Pages of one document that are recognised side by side.
    package static let recognitionWidth = 2
    /// The time for LibreOffice to convert one document, seconds of the wall clock.
    package static let officeSeconds = 120
    /// The time for poppler to list or extract a whole PDF, seconds of the wall clock.
    package static let pdfSeconds = 120
    /// The time to render or clean one page, seconds of the wall clock.
    package static let renderSeconds = 60
    /// The time to read what a photo's file says of itself, seconds of the wall clock.
    package static let factsSeconds = 20
    /// The time to recognise one page, seconds of the wall clock.
    package static let recognitionSeconds = 90

    // MARK: - What a caged tool may use

    /// Address space of LibreOffice, bytes; it maps about 1 GB for a small document.
    package static let officeMemoryBytes = 3 * 1_073_741_824
    /// Address space of ImageMagick, bytes; it holds a picture of the largest size several times over, 8 bytes a pixel.
    package static let pictureMemoryBytes = 3 * 1_073_741_824
    /// Address space of every other tool, bytes.
    package static let toolMemoryBytes = 1_536 * 1_048_576
    /// The largest file that a tool may write, bytes (one rendered page, or the text).
    package static let toolFileBytes = 128 * 1_048_576
    /// The private `/tmp` of a tool, bytes of memory.
    package static let toolScratchBytes = 512 * 1_048_576
    /// Processes and threads that a tool may have.
    package static let toolProcesses = 64
    /// Descriptors that a tool may have open.
    package static let toolOpenFiles = 256
}
