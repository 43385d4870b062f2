import DebriefModel
import Foundation

/// Reads an archive from a document of any length, one thing at a time and with no more of it in memory
/// than one row.
///
/// What is wrong is said as one sentence with its place. A document of a later version is said to be
/// that, whatever else is the matter with it: its rows may have another form, and its version stands
/// at its end.
public struct ArchiveReader {
  private var source: JSONSource
  private let userInfo: [CodingUserInfoKey: Any]
  private let decoder = JSONDecoder()
  /// What was not understood: keys with how often each is there, such as `hobby` or `finding.colour`.
  public private(set) var strangers: [String: Int] = [:]
  /// How many things were read.
  public private(set) var count = 0
  /// The version the document was written in; known once it was read.
  public private(set) var version: Int?
  /// Whether the document is of a version that is not known here.
  public var isNewer: Bool { (version ?? 0) > Archive.version }
  private var seen: Set<Entity.Kind> = []
  private var properties: [Entity.Kind: Set<String>] = [:]
  /// The names in the last row of a noun that had only known ones: nearly every row has the same.
  private var usual: (kind: Entity.Kind, names: [String])?
  /// Why it is refused: kept until the version is known.
  private var failure: (any Error)?

  /// - Parameters:
  ///   - userInfo: What values may want to know, as with any decoder.
  ///   - read: Fills a buffer with the next bytes and says how many there are; 0 at the end.
  public init(
    userInfo: [CodingUserInfoKey: any Sendable] = [:],
    _ read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
  ) {
    source = JSONSource(read)
    self.userInfo = userInfo
    decoder.userInfo = userInfo
  }

  /// Reads a document.
  ///
  /// - Parameter take: Is given each thing, in the order of the document.
  /// - Throws: ``ArchiveJSON/Fault``; what `read` and `take` throw.
  public mutating func read(_ take: (Entity) throws -> Void) throws {
    try source.passByteOrderMark()
    if try source.peekPastBlanks() == UInt8(ascii: "{") {
      source.pass()
      do { try object(take) } catch let fault as ArchiveJSON.Fault { throw failure ?? fault }
    } else {
      try skip(depth: 0, path: "")
      failure = ArchiveJSON.Fault("the document must be an object in braces")
    }
    if failure == nil, try source.peekPastBlanks() != nil {
      throw try source.stop("there's something after the end")
    }
    try judge()
  }

  /// What can be said of the document once it was read.
  private func judge() throws {
    if isNewer, let version {
      throw ArchiveJSON.Fault(
        "it was made by a newer version of debrief (version \(version); yours reads up to "
          + "\(Archive.version)): update debrief to import it")
    }
    if let failure { throw failure }
    guard let version else { throw ArchiveJSON.Fault("version is missing") }
    if version < 1 { throw ArchiveJSON.Fault("version must be 1 or higher") }
    for kind in Archive.required where !seen.contains(kind) {
      throw ArchiveJSON.Fault("\(kind.rawValue) is missing")
    }
  }

  // MARK: The form of the document

  private mutating func object(_ take: (Entity) throws -> Void) throws {
    if try source.peekPastBlanks() == UInt8(ascii: "}") { return source.pass() }
    while true {
      guard try source.peekPastBlanks() == UInt8(ascii: "\"") else {
        throw try source.stop("a name in quotes is missing")
      }
      let name = try source.value(depth: 1, path: "") { slice in
        guard let tree = try? JSONTree(slice.bytes), case .text(let name) = tree else {
          throw slice.fault ?? ArchiveJSON.Fault("it is not JSON")
        }
        return name
      }
      guard try source.peekPastBlanks() == UInt8(ascii: ":") else {
        throw try source.stop("a colon is missing")
      }
      source.pass()
      try value(of: name, take)
      switch try source.peekPastBlanks() {
      case UInt8(ascii: "}"): return source.pass()
      case UInt8(ascii: ","): source.pass()
      default: throw try source.stop("a comma or } is missing")
      }
    }
  }

  private mutating func value(of name: String, _ take: (Entity) throws -> Void) throws {
    let first = try source.peekPastBlanks()
    if let kind = Entity.Kind(rawValue: name) {
      if first == UInt8(ascii: "[") {
        seen.insert(kind)
        _ = try list { (reader, index) in try reader.row(kind, index, take) }
      } else {
        try skip(depth: 1, path: name)
        let isNull = first == UInt8(ascii: "n")
        if isNull, !Archive.required.contains(kind) { return }
        refuse(
          isNull
            ? "\(name) is null, but it needs a value" : "\(name) must be a list")
      }
    } else if name == "version" {
      let number = try source.value(depth: 1, path: name) { slice -> Int? in
        if let tree = try? JSONTree(slice.bytes), case .number(let number) = tree { return number }
        if let fault = slice.fault { throw fault }
        return nil
      }
      if let number {
        version = max(number, version ?? number)
      } else {
        refuse(
          first == UInt8(ascii: "n")
            ? "version is null, but it needs a value"
            : "version must be a whole number")
      }
    } else if first == UInt8(ascii: "[") {
      let rows = try list { (reader, index) in
        try reader.skip(depth: 2, path: "\(name)[\(index)]")
      }
      strangers[name, default: 0] += max(1, rows)
    } else {
      try skip(depth: 1, path: name)
      strangers[name, default: 0] += 1
    }
  }

  /// Reads a list, and says how many values it has.
  private mutating func list(_ value: (inout ArchiveReader, Int) throws -> Void) throws -> Int {
    source.pass()
    if try source.peekPastBlanks() == UInt8(ascii: "]") {
      source.pass()
      return 0
    }
    var index = 0
    while true {
      try value(&self, index)
      index += 1
      switch try source.peekPastBlanks() {
      case UInt8(ascii: "]"):
        source.pass()
        return index
      case UInt8(ascii: ","): source.pass()
      default: throw try source.stop("a comma or ] is missing")
      }
    }
  }

  /// Passes a value that means nothing here, as long as it is JSON.
  private mutating func skip(depth: Int, path: String) throws {
    let isRefused = failure != nil
    try source.value(depth: depth, path: path) { slice in
      if isRefused { return }
      if (try? JSONTree(slice.bytes)) != nil { return }
      // What is no whole number may stand where nobody looks.
      let data = Data(slice.bytes)
      if (try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)) == nil {
        throw slice.fault ?? ArchiveJSON.Fault("it is not JSON")
      }
    }
  }

  private mutating func refuse(_ sentence: String) {
    if failure == nil { failure = ArchiveJSON.Fault(sentence) }
  }

  // MARK: Rows

  private mutating func row(
    _ kind: Entity.Kind, _ index: Int, _ take: (Entity) throws -> Void
  ) throws {
    if failure != nil { return try skip(depth: 2, path: "") }
    let (userInfo, decoder) = (userInfo, decoder)
    do {
      let (entity, names) = try source.value(depth: 2, path: "") { slice in
        try ArchiveReader.read(kind, index, slice, userInfo, decoder)
      }
      count += 1
      note(names, of: entity)
      try take(entity)
    } catch { failure = error }
  }

  /// Counts the names in a row that its noun does not have.
  private mutating func note(_ names: [String], of entity: Entity) {
    let kind = entity.kind
    if let usual, usual.kind == kind, usual.names == names { return }
    if properties[kind] == nil { properties[kind] = Set(kind.type.columns) }
    guard let known = properties[kind] else { return }
    let unknown = names.filter { !known.contains($0) }
    for name in unknown { strangers["\(kind.rawValue).\(name)", default: 0] += 1 }
    if unknown.isEmpty { usual = (kind, names) }
  }

  private static func read(
    _ kind: Entity.Kind, _ index: Int, _ slice: JSONSource.Slice,
    _ userInfo: [CodingUserInfoKey: Any], _ decoder: JSONDecoder
  ) throws -> (Entity, [String]) {
    let tree = try? JSONTree(slice.bytes)
    if let tree, case .object(let fields) = tree,
      let entity = try? Entity(kind, tree, userInfo: userInfo)
    {
      return (entity, fields.map(\.name))
    }
    // What is no usual row is left to Foundation: it knows the rest of JSON, and says what is wrong.
    let data = Data(slice.bytes)
    do {
      let entity = try Entity(kind, from: { try decoder.decode($0, from: data) })
      let whole = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      return (entity, whole.map { Array($0.keys) } ?? [])
    } catch {
      let place = "\(kind.rawValue)[\(index)]"
      throw DecodingWords.fault(error, slice.named(place), id: tree?["id"])
    }
  }
}
