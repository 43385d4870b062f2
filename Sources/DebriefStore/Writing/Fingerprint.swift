import DebriefModel

/// A number by which a stored thing is known again. What is empty in a row does not count, and neither
/// does the order of its columns, so that a later schema with more columns finds the same one.
struct Fingerprint {
  private var sum: UInt64 = 0

  /// The number, as the journal keeps it.
  var text: String { String(sum, radix: 36) }

  /// The fingerprint of a row.
  static func of(_ columns: [String], _ values: [Binding]) -> String {
    var print = Fingerprint()
    for (column, value) in zip(columns, values) {
      switch value {
      case .none: continue
      case .text(var text): text.withUTF8 { print.add(column, $0) }
      case .number(let number): print.add(column, number)
      }
    }
    return print.text
  }

  /// Adds what a column holds.
  mutating func add(_ column: String, _ text: UnsafeBufferPointer<UInt8>) {
    if !text.isEmpty { sum &+= Fingerprint.hash(column, text) }
  }

  /// Adds what a column holds.
  mutating func add(_ column: String, _ number: Int) {
    if number == 0 { return }
    var digits = String(number)
    digits.withUTF8 { sum &+= Fingerprint.hash(column, $0) }
  }

  /// FNV-1a over a name and a text, stirred, so that sums of it do not meet by accident.
  private static func hash(_ name: String, _ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    value = (value ^ 0xff) &* 0x100_0000_01b3
    for byte in text { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    value = (value ^ (value >> 32)) &* 0xd6e8_feb8_6659_fd93
    return value ^ (value >> 32)
  }
}
