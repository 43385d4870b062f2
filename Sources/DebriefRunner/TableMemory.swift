import DebriefImport
import DebriefModel

/// What somebody said about the columns of a table, kept for the next time a table has the same headings: a
/// line for each, in the folder of drafts and logs.
package struct TableMemory {
  /// So many tables are remembered.
  private static let most = 50

  private let file: StateFile

  /// The memory among the drafts and logs.
  package init(_ paths: Paths) { file = StateFile("tables", in: paths, limit: 1 << 20) }

  /// What was said about a table with these headings; nil when nothing was.
  package func options(_ key: String) -> TableImport.Options? {
    for line in lines {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard parts.count > 1, parts[0] == key else { continue }
      let map = parts.dropFirst(2).compactMap { part -> (ImportColumn, String)? in
        guard let mark = part.firstIndex(of: "="),
          let column = ImportColumn(rawValue: String(part[..<mark]))
        else { return nil }
        return (column, String(part[part.index(after: mark)...]))
      }
      return TableImport.Options(map: map, dates: DateOrder(rawValue: parts[1]))
    }
    return nil
  }

  /// Remembers what was said. That it cannot is no reason to stop: nothing of the notes is lost.
  package func remember(_ key: String, _ options: TableImport.Options) {
    let mine =
      ([key, options.dates?.rawValue ?? ""]
      + options.map.map { "\($0.0.rawValue)=\(Harmless.line($0.1))" }).joined(separator: "\t")
    let others = lines.filter { !$0.hasPrefix(key + "\t") }.prefix(TableMemory.most - 1)
    file.write(([mine] + others).joined(separator: "\n") + "\n")
  }

  private var lines: [String] {
    (file.text ?? "").split(separator: "\n").map(String.init)
  }
}
