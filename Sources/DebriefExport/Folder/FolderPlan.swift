import DebriefModel

/// Which file of a folder a thing lies in.
public enum FolderPlan {
  /// What belongs to no application and is no person: the profile, résumés, notes that wait.
  public static let shared = "shared.json"
  /// What says that the folder is one of these.
  public static let mark = "debrief.json"
  /// The folders in it.
  public static let folders = ["applications", "people"]

  /// The file of a thing that is there.
  public static func path(_ name: ThingName, _ row: JSONTree?) -> String {
    path(name, owner: Stock.owner(name, row))
  }

  /// The file of a thing, by the application it belongs to.
  public static func path(_ name: ThingName, owner: String?) -> String {
    if name.known == .person { return "people/\(stem(name.id)).json" }
    guard let owner else { return shared }
    return "applications/\(stem(owner)).json"
  }

  /// A file name that every file system can hold, also one that takes large and small letters for the same.
  private static func stem(_ id: String) -> String {
    isPlain(id) ? id : "id-\(SHA256.hex(id.utf8).prefix(32))"
  }

  /// Whether a path in the folder may be a file of ours: also a copy that a file syncer made of one.
  public static func mayBeOurs(_ path: String) -> Bool {
    guard path.hasSuffix(".json") else { return false }
    let parts = path.split(separator: "/")
    if parts.last?.hasPrefix(".") == true { return false }
    if parts.count == 1 { return path.hasPrefix("shared") }
    return parts.count == 2 && folders.contains(String(parts[0]))
  }

  /// Whether a path is that of a file of ours, and not of a copy of one.
  public static func isOurs(_ path: String) -> Bool {
    if path == shared { return true }
    let parts = path.split(separator: "/")
    guard parts.count == 2, folders.contains(String(parts[0])), path.hasSuffix(".json") else {
      return false
    }
    let stem = String(parts[1].dropLast(5))
    if stem.hasPrefix("id-") { return stem.utf8.count == 35 && isPlain(String(stem.dropFirst(3))) }
    return isPlain(stem)
  }

  /// Whether a path is one of those that are shared by all computers.
  public static func isShared(_ path: String) -> Bool {
    isOurs(path) || path == mark || path == ".gitattributes"
  }

  private static func isPlain(_ id: String) -> Bool {
    (1...64).contains(id.utf8.count)
      && id.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) }
  }

  /// A whole folder as its files, by their paths.
  public static func files(_ stock: Stock) -> [String: FolderFile] {
    var files: [String: FolderFile] = [:]
    for (name, row) in stock.rows {
      files[path(name, row), default: FolderFile()].stock.rows[name] = row
    }
    for (name, gone) in stock.gone {
      files[path(name, owner: gone.owner), default: FolderFile()].stock.gone[name] = gone
    }
    return files
  }
}
