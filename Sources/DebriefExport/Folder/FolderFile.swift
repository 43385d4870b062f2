import DebriefModel

/// One file of a folder that several computers write: the things of one application, or one person, or what
/// belongs to neither. Names in order, one value on a line, so that a difference between two versions of it
/// reads like one.
public struct FolderFile: Equatable, Sendable {
  /// The version of this form; a reader refuses a higher one.
  public static let format = 1

  /// The things in it, and what was deleted.
  public var stock: Stock
  /// What stands beside them and isn't known here.
  public var strangers: [String: JSONTree]

  /// Makes one.
  public init(_ stock: Stock = Stock(), strangers: [String: JSONTree] = [:]) {
    (self.stock, self.strangers) = (stock, strangers)
  }

  /// Why a file is not taken: what is wrong in it, as the end of a sentence.
  public enum Fault: Error, Equatable, CustomStringConvertible {
    /// It is of a later version.
    case newer(Int)
    /// It isn't what it should be.
    case wrong(String)
    /// The sentence, without its beginning and its full stop.
    public var description: String {
      switch self {
      case .newer(let format):
        "it was written by a newer version of debrief "
          + "(format \(format); yours reads up to \(FolderFile.format)). "
          + "Update debrief first"
      case .wrong(let what): what
      }
    }
  }

  // MARK: Reading

  /// Reads a file; one without a byte is one without a thing, which is how git says that there was none.
  ///
  /// - Throws: ``Fault``.
  public init(_ bytes: [UInt8]) throws(Fault) {
    self.init()
    if bytes.allSatisfy({ $0 <= 0x20 }) { return }
    guard let tree = bytes.withUnsafeBufferPointer({ try? JSONTree($0) }),
      case .object(let fields) = tree
    else { throw .wrong("it isn't complete, or it isn't one of debrief's") }
    guard case .number(let format)? = tree["format"] else {
      throw .wrong("it isn't one of debrief's: it has no format")
    }
    if format > FolderFile.format { throw .newer(format) }
    for field in fields where field.name != "format" && field.name != "gone" {
      if case .list(let rows) = field.value {
        for row in rows { try take(row, field.name) }
      } else {
        strangers[field.name] = field.value
      }
    }
    try takeGone(tree["gone"])
  }

  private mutating func take(_ row: JSONTree, _ kind: String) throws(Fault) {
    guard case .text(let id)? = row["id"], !id.isEmpty else {
      throw .wrong("a row of \(kind) has no id")
    }
    let name = ThingName(kind, id)
    guard stock.rows.updateValue(row.inOrder, forKey: name) == nil else {
      throw .wrong("it has the \(kind) \(id) twice")
    }
  }

  private mutating func takeGone(_ tree: JSONTree?) throws(Fault) {
    guard let tree else { return }
    guard case .object(let kinds) = tree else { throw .wrong("gone must be an object") }
    let owner = self.owner(tree)
    for kind in kinds {
      guard case .object(let ids) = kind.value else {
        throw .wrong("gone.\(kind.name) must be an object")
      }
      for id in ids {
        guard case .text(let day) = id.value else {
          throw .wrong("gone.\(kind.name).\(id.name) must be a day")
        }
        let name = ThingName(kind.name, id.name)
        if stock.rows[name] != nil { continue }
        stock.gone[name] = Stock.Gone(
          day: day,
          owner: name.known == .application ? id.name : name.known == .person ? nil : owner)
      }
    }
  }

  /// The application that the file is about; nil where it is about none.
  private func owner(_ gone: JSONTree) -> String? {
    let kind = Entity.Kind.application.rawValue
    if let name = stock.rows.keys.first(where: { $0.kind == kind }) { return name.id }
    if case .object(let ids)? = gone[kind], ids.count == 1 { return ids[0].name }
    return stock.rows.compactMap { Stock.owner($0.key, $0.value) }.min()
  }

  // MARK: Writing

  /// The file, with a line feed at the end.
  public var text: String {
    var fields = strangers
    fields["format"] = .number(FolderFile.format)
    for (kind, names) in Dictionary(grouping: stock.rows.keys, by: \.kind) {
      fields[kind] = .list(names.sorted().compactMap { stock.rows[$0] })
    }
    if !stock.gone.isEmpty {
      let kinds = Dictionary(grouping: stock.gone.keys, by: \.kind)
      fields["gone"] = JSONTree(
        fields: kinds.mapValues { names in
          JSONTree(
            fields: Dictionary(
              uniqueKeysWithValues: names.map { ($0.id, .text(stock.gone[$0]?.day ?? "")) }))
        })
    }
    var compact: [UInt8] = []
    JSONTree(fields: fields).write(to: &compact)
    var layout = JSONLayout()
    compact.withUnsafeBufferPointer { layout.lay($0) }
    return String(decoding: layout.out, as: UTF8.self) + "\n"
  }

  // MARK: Merging

  /// Merges three versions of a file, as git hands them over.
  ///
  /// - Throws: ``Fault``: a version that is not understood is not merged.
  public static func merged(
    base: [UInt8], ours: [UInt8], theirs: [UInt8]
  ) throws(Fault) -> (text: String, merge: ThreeWay) {
    let (base, ours, theirs) = (
      try FolderFile(base), try FolderFile(ours), try FolderFile(theirs)
    )
    let merge = ThreeWay(base: base.stock.rows, ours: ours.stock, theirs: theirs.stock)
    // Of two names for one folder, that of the others, who are more.
    var strangers = theirs.strangers
    for (name, value) in ours.strangers where theirs.strangers[name] == base.strangers[name] {
      strangers[name] = value
    }
    for name in base.strangers.keys
    where ours.strangers[name] == nil && theirs.strangers[name] == base.strangers[name] {
      strangers[name] = nil
    }
    return (FolderFile(merge.stock, strangers: strangers).text, merge)
  }
}
