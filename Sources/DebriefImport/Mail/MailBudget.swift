/// How much of an email is handed to GMime. It makes something of every field, every address in one and every part
/// before any of it is asked for: 10 MB of nothing else would be gigabytes. Nobody's email comes near that.
enum MailBudget {
  /// About so many bytes may be made of one email's fields and parts.
  static let most = 128 << 20
  /// About so many of one field.
  static let mostOfField = 8 << 20
  private static let part = 1400
  private static let field = 500
  private static let address = 600

  /// What is left of an email whose fields and parts are more than that: their lines are left out from there on.
  /// Nil where all of it is read.
  static func kept(of bytes: [UInt8]) -> [UInt8]? {
    let dropped = bytes.withUnsafeBufferPointer(excess)
    if dropped.isEmpty { return nil }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count - dropped.reduce(0) { $0 + $1.count })
    var at = 0
    for range in dropped {
      kept += bytes[at..<range.lowerBound]
      at = range.upperBound
    }
    return kept + bytes[at...]
  }

  /// The places that are too much, in order. A place begins and ends at a line, or ends before the end of one.
  private static func excess(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var dropped: [Range<Int>] = []
    func drop(_ range: Range<Int>) {
      if let last = dropped.last, last.upperBound == range.lowerBound {
        dropped[dropped.count - 1] = last.lowerBound..<range.upperBound
      } else if !range.isEmpty {
        dropped.append(range)
      }
    }
    var (spent, ofField) = (0, 0)
    var (isField, isOver) = (false, false)
    var start = 0
    while start < bytes.count {
      let first = bytes[start]
      var cost = 0
      if first == UInt8(ascii: "-"), start + 1 < bytes.count, bytes[start + 1] == first {
        (isField, isOver, ofField, cost) = (false, false, 0, part)
      } else if first != 0x20, first != 0x09 {
        isField = beginsField(bytes, start)
        (ofField, isOver) = (0, false)
        cost = isField ? field : 0
      }
      var (at, full) = (start, start)
      while at < bytes.count, bytes[at] != 0x0a {
        if isField, bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: ";") {
          cost += address
        }
        at += 1
        if ofField + cost <= mostOfField { full = at }
      }
      let next = min(at + 1, bytes.count)
      let counts = max(0, min(cost, mostOfField - ofField))
      ofField += cost
      if isOver || counts > 0 && spent + counts > most {
        // What goes on with a field goes with it.
        drop(start..<next)
        isOver = isField
      } else {
        spent += counts
        if ofField > mostOfField {
          drop(full..<at)
          isOver = true
        }
      }
      start = next
    }
    return dropped
  }

  /// Whether a line may be a field: a name, and a colon.
  private static func beginsField(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var at = start
    while at < bytes.count, bytes[at] > 0x20, bytes[at] < 0x7f {
      if bytes[at] == UInt8(ascii: ":") { return at > start }
      at += 1
    }
    return false
  }
}
