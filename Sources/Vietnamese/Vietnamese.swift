/// Vietnamese text: repair, comparison, order, dates, numbers and the old encodings.
///
/// Everything here is pure and safe on any input.
package enum Vietnamese {}
