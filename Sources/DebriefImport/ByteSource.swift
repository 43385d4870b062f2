/// Bytes that can be read more than once from the beginning: those of a file, or what came through a pipe.
public struct ByteSource {
  /// How a sentence begins with it.
  public let name: String
  /// How many bytes there are.
  public let size: Int
  /// Goes back to the first byte.
  public let rewind: () throws -> Void
  /// Fills a buffer with the next bytes and says how many there are; 0 at the end.
  public let read: (UnsafeMutableRawBufferPointer) throws -> Int

  /// Makes one.
  public init(
    name: String, size: Int, rewind: @escaping () throws -> Void,
    read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
  ) {
    self.name = name
    self.size = size
    self.rewind = rewind
    self.read = read
  }

  /// Bytes in memory.
  public init(name: String, _ bytes: [UInt8]) {
    var place = 0
    self.init(name: name, size: bytes.count, rewind: { place = 0 }) { buffer in
      let part = bytes[place..<min(bytes.count, place + buffer.count)]
      buffer.copyBytes(from: part)
      place += part.count
      return part.count
    }
  }

  /// All of them from the beginning, at most `limit`.
  ///
  /// - Throws: ``ImportFault`` when there are more; whatever reading throws.
  public func all(limit: Int, _ what: String) throws -> [UInt8] {
    guard size <= limit else {
      throw ImportFault(
        .data, "\(name) is too large: \(what) can be \(limit >> 20) MiB at most.")
    }
    return try head(limit)
  }

  /// The first bytes, at most `count`; the source is at its beginning again afterwards.
  ///
  /// - Throws: Whatever reading throws.
  public func head(_ count: Int) throws -> [UInt8] {
    try rewind()
    var bytes: [UInt8] = []
    let block = UnsafeMutableRawBufferPointer.allocate(
      byteCount: min(count, 1 << 18), alignment: 16)
    defer { block.deallocate() }
    while bytes.count < count {
      let wanted = UnsafeMutableRawBufferPointer(
        rebasing: block[..<min(block.count, count - bytes.count)])
      let found = try read(wanted)
      if found == 0 { break }
      bytes += block[..<found]
    }
    try rewind()
    return bytes
  }
}
