/// Vietnamese text: repair, comparison, order, dates and numbers.
package enum Vietnamese {}
