/// Ids that follow from what a thing is, so that the same file names the same things the second time. They
/// look like those that are drawn: 16 characters of Crockford's base 32.
public enum StableID {
  /// The id of what these parts describe; the first says what kind of thing it is.
  public static func of(_ parts: String...) -> ID { of(parts) }

  /// A number for what these parts describe, from which more ids are drawn.
  public static func seed(_ parts: String...) -> UInt64 {
    var seed: UInt64 = 0
    for byte in of(parts).text.utf8 { seed = seed &* 1_099_511_628_211 &+ UInt64(byte) }
    return seed
  }

  /// The same for a list.
  public static func of(_ parts: [String]) -> ID {
    let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
    var text = ""
    for salt in 0..<2 {
      // FNV-1a over the parts, each ended by a byte that no UTF-8 has; mixed, for its high bits are weak.
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325 &+ UInt64(salt) &* 0x9E37_79B9_7F4A_7C15
      for part in parts {
        for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ 0xff) &* 0x100_0000_01b3
      }
      hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
      hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
      hash ^= hash >> 31
      for _ in 0..<8 {
        text.append(digits[Int(hash & 31)])
        hash >>= 5
      }
    }
    return ID(text)
  }
}
