/// The name of one stored thing: 16 characters of Crockford's base 32, in lower case, drawn at
/// random (80 bits), so that two stores can be merged and a prefix tells things apart.
public struct ID: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  /// The characters.
  public let text: String

  /// Takes the characters as they are.
  public init(_ text: String) { self.text = text }

  /// Reads the bare string.
  ///
  /// - Throws: `DecodingError` for what is no string.
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the bare string.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  /// The characters.
  public var description: String { text }
  /// The first six characters: enough to type.
  public var short: String { String(text.prefix(6)) }
  /// The order of the characters.
  public static func < (a: ID, b: ID) -> Bool { a.text < b.text }
}

/// Draws ids. A value, so that the state that holds it stays pure: the same seed gives the same ids.
public struct IDSource: Equatable, Sendable {
  private var state: UInt64

  /// Starts at a seed: random in use, fixed in tests and replays.
  public init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {  // SplitMix64
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The next id.
  public mutating func draw() -> ID {
    let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
    var text = ""
    for _ in 0..<2 {
      var bits = next()
      for _ in 0..<8 {
        text.append(digits[Int(bits & 31)])
        bits >>= 5
      }
    }
    return ID(text)
  }
}
