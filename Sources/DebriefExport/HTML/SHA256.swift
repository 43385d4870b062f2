/// The digest of SHA-256 (FIPS 180-4): what a page's policy names its own style by, and what tells whether a
/// file is still the one that was written.
public enum SHA256 {
  /// The 32 bytes of the digest.
  public static func digest(_ text: some Sequence<UInt8>) -> [UInt8] {
    var stream = Stream()
    Array(text).withUnsafeBytes { stream.add($0) }
    return stream.finish()
  }

  /// The digest in hexadecimal.
  public static func hex(_ text: some Sequence<UInt8>) -> String { hex(of: digest(text)) }

  fileprivate static func hex(of digest: [UInt8]) -> String {
    digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// What is digested bit by bit, so that nobody has to hold all of it.
  public struct Stream {
    private var state = SHA256.start
    /// What does not fill a block yet.
    private var rest: [UInt8] = []
    private var count: UInt64 = 0

    /// Begins with nothing.
    public init() { rest.reserveCapacity(128) }

    /// Takes more bytes.
    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
      count += UInt64(bytes.count)
      var at = 0
      if !rest.isEmpty {
        at = min(64 - rest.count, bytes.count)
        rest += bytes[..<at]
        guard rest.count == 64 else { return }
        let block = rest
        block.withUnsafeBytes { SHA256.mix(&state, $0) }
        rest.removeAll(keepingCapacity: true)
      }
      while at + 64 <= bytes.count {
        SHA256.mix(&state, UnsafeRawBufferPointer(rebasing: bytes[at..<at + 64]))
        at += 64
      }
      rest += bytes[at...]
    }

    /// The 32 bytes of the digest of all that was added. Nothing may be added afterwards.
    public mutating func finish() -> [UInt8] {
      let bits = count * 8
      var end: [UInt8] = [0x80]
      end += repeatElement(0, count: (119 - rest.count) % 64)
      end += SHA256.bytes(bits)
      end.withUnsafeBytes { add($0) }
      return state.flatMap { SHA256.bytes($0) }
    }

    /// The same in hexadecimal.
    public mutating func hex() -> String { SHA256.hex(of: finish()) }
  }

  private static func bytes<T: FixedWidthInteger>(_ number: T) -> [UInt8] {
    stride(from: T.bitWidth - 8, through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: number >> T($0))
    }
  }

  private static func mix(_ state: inout [UInt32], _ block: UnsafeRawBufferPointer) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
      for i in 0..<16 {
        words[i] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self))
      }
      for i in 16..<64 {
        let (a, b) = (words[i - 15], words[i - 2])
        let one = turned(a, 7) ^ turned(a, 18) ^ a >> 3
        let two = turned(b, 17) ^ turned(b, 19) ^ b >> 10
        words[i] = words[i - 16] &+ one &+ words[i - 7] &+ two
      }
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      rounds.withUnsafeBufferPointer { rounds in
        for i in 0..<64 {
          let one = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
          let first = h &+ one &+ ((e & f) ^ (~e & g)) &+ rounds[i] &+ words[i]
          let two = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
          let most = (a & b) ^ (a & c) ^ (b & c)
          (h, g, f, e) = (g, f, e, d &+ first)
          (d, c, b, a) = (c, b, a, first &+ two &+ most)
        }
      }
      for (i, part) in [a, b, c, d, e, f, g, h].enumerated() { state[i] = state[i] &+ part }
    }
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
