import DebriefModel

/// A number by which a stored thing is known again.
enum Fingerprint {
  /// The fingerprint of a row. What is empty in it does not count, and neither does the order of its
  /// columns, so that a later schema with more columns finds the same one.
  static func of(_ columns: [String], _ values: [Binding]) -> String {
    var sum: UInt64 = 0
    for (column, value) in zip(columns, values) {
      switch value {
      case .none, .text(""), .number(0): continue
      case .text(let text): sum &+= hash(column, text)
      case .number(let number): sum &+= hash(column, String(number))
      }
    }
    return String(sum, radix: 36)
  }

  /// FNV-1a over a name and a text, stirred, so that sums of it do not meet by accident.
  private static func hash(_ name: String, _ text: String) -> UInt64 {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ text: String) {
      var text = text
      text.withUTF8 { for byte in $0 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 } }
    }
    add(name)
    value = (value ^ 0xff) &* 0x100_0000_01b3
    add(text)
    value = (value ^ (value >> 32)) &* 0xd6e8_feb8_6659_fd93
    return value ^ (value >> 32)
  }
}
