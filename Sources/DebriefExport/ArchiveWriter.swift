import DebriefModel

/// Writes an archive as JSON, one thing at a time: the same bytes as for the archive as one value, with
/// no more of it in memory than a few rows.
public struct ArchiveWriter {
  /// The nouns in the order in which their lists stand in the document: that of their names.
  public static let order = Entity.Kind.allCases.sorted { $0.rawValue < $1.rawValue }

  private let put: ([UInt8]) throws -> Void
  private var layout = JSONLayout(margin: 4)
  private var compact: [UInt8] = []
  /// How many lists are begun; the last of them takes rows.
  private var begun = 0
  private var isEmpty = true

  /// - Parameter put: Where the bytes go, a block at a time.
  public init(_ put: @escaping ([UInt8]) throws -> Void) {
    self.put = put
    layout.add("{")
  }

  /// Writes the next thing. Things come in the ``order`` of their nouns.
  ///
  /// - Throws: ``ArchiveJSON/Fault`` for a thing out of order; what `put` throws.
  public mutating func write(_ entity: Entity) throws {
    if begun == 0 || ArchiveWriter.order[begun - 1] != entity.kind { try begin(entity.kind) }
    layout.add(isEmpty ? "[\n    " : ",\n    ")
    isEmpty = false
    compact.removeAll(keepingCapacity: true)
    try JSONTree(entity.noun).write(to: &compact)
    compact.withUnsafeBufferPointer { layout.lay($0) }
    if layout.out.count > 1 << 16 { try put(layout.drain()) }
  }

  /// Ends the document.
  ///
  /// - Throws: What `put` throws.
  public mutating func finish(version: Int = Archive.version) throws {
    try begin(nil)
    layout.add(",\n  \"version\": \(version)\n}\n")
    try put(layout.drain())
  }

  /// Begins the list of a noun, and all before it that have no rows.
  private mutating func begin(_ kind: Entity.Kind?) throws {
    repeat {
      if begun > 0 { layout.add(isEmpty ? "[]" : "\n  ]") }
      isEmpty = true
      if begun == ArchiveWriter.order.count {
        if kind == nil { return }
        throw ArchiveJSON.Fault(
          "something in your notes can't be exported as it is; run debrief doctor")
      }
      layout.add((begun > 0 ? "," : "") + "\n  \"\(ArchiveWriter.order[begun].rawValue)\": ")
      begun += 1
    } while kind == nil || ArchiveWriter.order[begun - 1] != kind
  }
}
