import Glibc

/// A file that is open, and read to its end.
public struct WholeFile: Sendable {
  /// Why it wasn't read to its end.
  public enum Fault: Error, Equatable {
    /// It has more bytes than were wanted.
    case tooLong
    /// The system can't read it, for the reason of this number.
    case unreadable(Int32)
  }

  /// The descriptor, which whoever opened it closes.
  public let descriptor: Int32

  /// Names one.
  public init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// The bytes from where it stands to its end, whatever signals come meanwhile.
  ///
  /// - Parameter limit: How many there may be.
  /// - Throws: ``Fault/tooLong`` as soon as there are more, ``Fault/unreadable(_:)`` where a read fails.
  public func bytes(limit: Int) throws(Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &block, block.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(errno)
      }
      bytes += block[..<count]
      if bytes.count > limit { throw .tooLong }
    }
  }
}
