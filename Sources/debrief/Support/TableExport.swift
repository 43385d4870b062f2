import DebriefExport
import DebriefModel
import DebriefRunner
import DebriefStore

/// Writes the tables of a store.
struct TableExport {
  /// Whether texts stay as they are, formula or not.
  let isRaw: Bool
  /// Whether each table begins with a byte order mark.
  let hasMark: Bool

  /// Writes the table of one noun to a file or stdout, or all of them to a folder.
  func write(_ store: Store, _ session: Session, only kind: Entity.Kind?, to file: String?) throws {
    let folder = kind == nil ? try FolderOutput(file ?? "", kind: "csv") : nil
    var tables = CSVTables(isRaw: isRaw)
    var spools: [Entity.Kind: Spool] = [:]
    let wanted = kind.map { [$0] } ?? Entity.Kind.allCases
    for kind in wanted {
      let spool = Spool(beside: store.path, of: wanted.count)
      if hasMark { try spool.add(CSVText.mark) }
      try spool.add(Array(tables.header(kind).utf8))
      spools[kind] = spool
    }
    try store.everything { entity, _ in
      // An application is looked at in any case: what belongs to it has its company's name.
      guard entity.kind == .application || spools[entity.kind] != nil else { return }
      guard let spool = spools[entity.kind] else { return tables.note(entity) }
      try spool.add(Array(tables.row(entity).utf8))
    }
    if let folder {
      for kind in wanted {
        guard let spool = spools[kind] else { continue }
        try folder.add("\(kind.tableName).csv", spool, digest: try spool.digest())
      }
      try folder.finish()
      folder.tellKept()
    } else if let kind, let spool = spools[kind] {
      try FileOutput.deliver(spool, to: file, keeping: session.paths.database)
    }
    if tables.tamed > 0 {
      complain(
        "\(tables.tamed) \(tables.tamed == 1 ? "text looks" : "texts look") like a formula, so "
          + "\(tables.tamed == 1 ? "it starts" : "each starts") with an apostrophe here; --raw "
          + "leaves \(tables.tamed == 1 ? "it" : "them") as typed")
    }
  }
}
