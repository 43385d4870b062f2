/// The digest of SHA-256 (FIPS 180-4): what a page's policy names its own style by, and what tells whether a
/// file is still the one that was written.
public enum SHA256 {
  /// The 32 bytes of the digest.
  public static func digest(_ text: some Sequence<UInt8>) -> [UInt8] {
    var message = Array(text)
    let bits = UInt64(message.count) * 8
    message.append(0x80)
    message += repeatElement(0, count: (120 - message.count % 64) % 64)
    message += bytes(bits)
    var state = start
    for block in stride(from: 0, to: message.count, by: 64) {
      mix(&state, message[block..<block + 64])
    }
    return state.flatMap { bytes($0) }
  }

  /// The digest in hexadecimal.
  public static func hex(_ text: some Sequence<UInt8>) -> String {
    digest(text).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func bytes<T: FixedWidthInteger>(_ number: T) -> [UInt8] {
    stride(from: T.bitWidth - 8, through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: number >> T($0))
    }
  }

  private static func mix(_ state: inout [UInt32], _ block: ArraySlice<UInt8>) {
    var words = [UInt32](repeating: 0, count: 64)
    for (i, byte) in block.enumerated() { words[i / 4] = words[i / 4] << 8 | UInt32(byte) }
    for i in 16..<64 {
      let (a, b) = (words[i - 15], words[i - 2])
      let one = turned(a, 7) ^ turned(a, 18) ^ a >> 3
      let two = turned(b, 17) ^ turned(b, 19) ^ b >> 10
      words[i] = words[i - 16] &+ one &+ words[i - 7] &+ two
    }
    var s = state
    for i in 0..<64 {
      let one = turned(s[4], 6) ^ turned(s[4], 11) ^ turned(s[4], 25)
      let chosen = (s[4] & s[5]) ^ (~s[4] & s[6])
      let first = s[7] &+ one &+ chosen &+ rounds[i] &+ words[i]
      let two = turned(s[0], 2) ^ turned(s[0], 13) ^ turned(s[0], 22)
      let most = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2])
      s = [first &+ two &+ most, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
    }
    for i in 0..<8 { state[i] = state[i] &+ s[i] }
  }

  private static func turned(_ word: UInt32, _ by: UInt32) -> UInt32 {
    word >> by | word << (32 - by)
  }

  /// The first primes, of whose roots the numbers of the standard are the fractions.
  private static let primes: [UInt64] = {
    var found: [UInt64] = []
    var next: UInt64 = 2
    while found.count < 64 {
      if found.allSatisfy({ next % $0 != 0 }) { found.append(next) }
      next += 1
    }
    return found
  }()
  private static let start = primes.prefix(8).map { root($0, power: 2) }
  private static let rounds = primes.map { root($0, power: 3) }

  /// The first 32 bits behind the point of a root, found bit by bit: the greatest number whose power is not
  /// above the prime, in units of 2⁻³².
  private static func root(_ prime: UInt64, power: Int) -> UInt32 {
    var found: UInt64 = 0
    for bit in stride(from: 36, through: 0, by: -1) {
      let tried = found | 1 << UInt64(bit)
      var product = UInt128(tried)
      for _ in 1..<power { product *= UInt128(tried) }
      if product <= UInt128(prime) << UInt128(32 * power) { found = tried }
    }
    return UInt32(truncatingIfNeeded: found)
  }
}
