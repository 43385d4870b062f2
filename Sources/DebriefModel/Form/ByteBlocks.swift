/// Very many small pieces of bytes, each known by its place. It grows by blocks and is never copied on
/// the way, as one long list would be.
public struct ByteBlocks: Sendable {
  private static let size = 1 << 19
  private var blocks: [[UInt8]] = []

  /// Makes one without anything in it.
  public init() {}

  /// Begins a piece, which lies in one stretch, and says where: the number of a block, and what lies
  /// before it there.
  ///
  /// - Parameter count: How many bytes it will have at most.
  public mutating func begin(_ count: Int) -> Int {
    if blocks.isEmpty || blocks[blocks.count - 1].count + count > ByteBlocks.size {
      blocks.append([])
      blocks[blocks.count - 1].reserveCapacity(max(count, ByteBlocks.size))
    }
    return (blocks.count - 1) << 32 | blocks[blocks.count - 1].count
  }

  /// Adds a byte to the piece.
  public mutating func add(_ byte: UInt8) { blocks[blocks.count - 1].append(byte) }

  /// Adds the bytes of a text to the piece.
  public mutating func add(_ text: String) { blocks[blocks.count - 1] += text.utf8 }

  /// Adds a number to the piece: seven bits a byte, the last of which has its eighth clear; small
  /// numbers of either sign are short.
  public mutating func add(_ number: Int) {
    var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
    while rest > 0x7f {
      add(UInt8(rest & 0x7f | 0x80))
      rest >>= 7
    }
    add(UInt8(rest))
  }

  /// Reads from a place on.
  public func reader(at place: Int) -> Reader {
    Reader(bytes: blocks[place >> 32], place: place & 0xffff_ffff)
  }

  /// The most bytes that a number takes.
  public static let number = 10

  /// Reads a piece from left to right, as it was put together.
  public struct Reader {
    private let bytes: [UInt8]
    private var place: Int

    fileprivate init(bytes: [UInt8], place: Int) {
      self.bytes = bytes
      self.place = place
    }

    /// The next byte.
    public mutating func byte() -> UInt8 {
      defer { place += 1 }
      return bytes[place]
    }

    /// The next number.
    public mutating func number() -> Int {
      var bits: UInt = 0
      var shift: UInt = 0
      while true {
        let next = byte()
        bits |= UInt(next & 0x7f) << shift
        if next < 0x80 { return Int(bitPattern: bits >> 1) ^ -Int(bitPattern: bits & 1) }
        shift += 7
      }
    }

    /// The next text of so many bytes.
    public mutating func text(_ count: Int) -> String {
      defer { place += count }
      return String(decoding: bytes[place..<(place + count)], as: UTF8.self)
    }
  }
}
