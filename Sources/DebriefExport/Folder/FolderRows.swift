import DebriefModel

/// What a folder has that this version of the program doesn't know: kept beside what it does know, and written
/// back with it.
public struct FolderRows: Sendable {
  /// The things with the properties that are known here, each as it would be written from here.
  public private(set) var stock: Stock
  /// The other properties.
  private var rest: [ThingName: [String: JSONTree]] = [:]

  /// Takes apart what was read.
  ///
  /// - Throws: ``FolderFile/Fault`` for a thing that isn't what it should be.
  public init(_ read: Stock) throws(FolderFile.Fault) {
    stock = read
    for (name, row) in read.rows {
      guard let kind = name.known else { continue }
      let tree: JSONTree
      do { tree = try JSONTree(Entity(kind, row).noun).inOrder } catch {
        throw .wrong("the \(name.kind) \(name.id) isn't complete, or one of its values can't be")
      }
      let known = Set(kind.type.columns)
      let more = row.fieldsByName.filter { !known.contains($0.key) }
      if !more.isEmpty { rest[name] = more }
      stock.rows[name] = tree
    }
  }

  /// What is to be written: a stock with all that isn't known here put back.
  public func completed(_ stock: Stock) -> Stock {
    var stock = stock
    for (name, more) in rest {
      guard let row = stock.rows[name] else { continue }
      stock.rows[name] = JSONTree(fields: row.fieldsByName.merging(more) { own, _ in own })
    }
    return stock
  }
}
