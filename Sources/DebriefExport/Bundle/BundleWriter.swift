import DebriefModel

/// Writes an archive as lines, one thing in each: for programs that read line by line, for `age`, and to be
/// read again. The first line says what it is, and the last how many things there were, so that a bundle that
/// was cut off is known to be one.
public struct BundleWriter {
  /// The version of this form; a reader refuses a higher one.
  public static let version = 1

  private let put: ([UInt8]) throws -> Void
  private var layout = JSONLayout(isFlat: true)
  private var compact: [UInt8] = []
  private var count = 0

  /// - Parameter put: Where the bytes go, a block at a time.
  public init(_ put: @escaping ([UInt8]) throws -> Void) {
    self.put = put
    layout.add("{\"debrief\":\"bundle\",\"version\":\(BundleWriter.version)}\n")
  }

  /// Writes a thing.
  ///
  /// - Throws: What has no form in JSON, and what `put` throws.
  public mutating func write(_ entity: Entity) throws {
    compact.removeAll(keepingCapacity: true)
    try JSONTree(entity.noun).write(to: &compact)
    layout.add("{\"kind\":\"\(entity.kind.rawValue)\",\"value\":")
    compact.withUnsafeBufferPointer { layout.lay($0) }
    layout.add("}\n")
    count += 1
    if layout.out.count > 1 << 16 { try put(layout.drain()) }
  }

  /// Ends the bundle.
  ///
  /// - Throws: What `put` throws.
  public mutating func finish() throws {
    layout.add("{\"debrief\":\"end\",\"count\":\(count)}\n")
    try put(layout.drain())
  }
}
