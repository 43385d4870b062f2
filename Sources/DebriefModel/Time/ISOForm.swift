/// Days and moments in the one form in which they are stored and exported, straight from bytes and to
/// bytes: a store may hold a million of them. What is written in any other way is left to who asks.
enum ISOForm {
  /// The length of `2026-03-09`.
  static let day = 10
  /// The length of `2026-03-09T14:05:00Z`.
  static let greenwich = 20
  /// The length of `2026-03-09T14:05:00+01:00`.
  static let abroad = 25

  /// The day that some bytes are, all of them or those before a `T`.
  static func day(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    guard bytes.count >= day, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes, 0, 4), let month = number(bytes, 5, 2),
      let day = number(bytes, 8, 2)
    else { return nil }
    return Day(year, month, day)
  }

  /// The moment that some bytes are: seconds since 1970, and minutes east of Greenwich.
  static func moment(_ bytes: UnsafeBufferPointer<UInt8>) -> (seconds: Int, offset: Int)? {
    guard bytes.count == greenwich || bytes.count == abroad, bytes[10] == UInt8(ascii: "T"),
      let day = day(bytes), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = number(bytes, 11, 2), let minute = number(bytes, 14, 2),
      let second = number(bytes, 17, 2), hour < 24, minute < 60, second < 60
    else { return nil }
    let seconds = day.number * 86400 + hour * 3600 + minute * 60 + second
    let sign = bytes[19]
    if bytes.count == greenwich { return sign == UInt8(ascii: "Z") ? (seconds, 0) : nil }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), bytes[22] == UInt8(ascii: ":"),
      let hours = number(bytes, 20, 2), let minutes = number(bytes, 23, 2), hours < 24, minutes < 60
    else { return nil }
    let offset = (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
    return (seconds - offset * 60, offset)
  }

  /// Writes a number with leading zeros.
  static func put(
    _ number: Int, _ width: Int, at place: Int, _ bytes: UnsafeMutableBufferPointer<UInt8>
  ) {
    var rest = number
    for index in stride(from: place + width - 1, through: place, by: -1) {
      bytes[index] = UInt8(48 + rest % 10)
      rest /= 10
    }
  }

  /// Writes a day; its year has four digits.
  static func put(_ day: Day, _ bytes: UnsafeMutableBufferPointer<UInt8>) {
    put(day.year, 4, at: 0, bytes)
    bytes[4] = UInt8(ascii: "-")
    put(day.month, 2, at: 5, bytes)
    bytes[7] = UInt8(ascii: "-")
    put(day.day, 2, at: 8, bytes)
  }

  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int
  ) -> Int? {
    var value = 0
    for place in start..<(start + count) {
      guard bytes[place] >= 48, bytes[place] <= 57 else { return nil }
      value = value * 10 + Int(bytes[place] - 48)
    }
    return value
  }
}

extension StringProtocol {
  /// The day of a text in the stored form; nil for any other text.
  var storedDay: Day? {
    utf8.withContiguousStorageIfAvailable { $0.count == ISOForm.day ? ISOForm.day($0) : nil } ?? nil
  }

  /// The moment of a text in the stored form; nil for any other text.
  var storedMoment: (seconds: Int, offset: Int)? {
    utf8.withContiguousStorageIfAvailable { ISOForm.moment($0) } ?? nil
  }
}
