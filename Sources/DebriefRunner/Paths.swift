import DebriefModel
import DebriefStore
import Glibc

/// Where files live: the XDG folders, each under `debrief/`.
package struct Paths {
  /// The database: `--database`, else `DEBRIEF_DATABASE`, else under `XDG_DATA_HOME`.
  package let database: String
  /// Whether the user named it: then a folder above it that is missing is taken for a slip.
  package let isNamed: Bool
  /// The user's own checklists and texts: under `XDG_CONFIG_HOME`; nil without a home.
  package let config: String?
  /// Texts handed to the user's editor, and backups: under `XDG_STATE_HOME`; without a home, in a hidden
  /// folder beside the notes, which is as private as they are. Never in a folder that others share.
  package let state: String
  /// The texts themselves.
  package var drafts: String { state + "/drafts" }

  /// - Parameter needsStore: Whether there must be a place for the notes; else `database` may be empty.
  /// - Throws: A sentence where nothing says where the notes are.
  package init(database: String?, environment: [String: String], needsStore: Bool = true)
    throws(Failure)
  {
    func base(_ name: String, _ fallback: String) -> String? {
      Paths.base(name, fallback, environment)
    }
    config = Paths.config(environment)
    if let given = database ?? environment["DEBRIEF_DATABASE"], !given.isEmpty {
      self.database = given
      isNamed = true
    } else if let data = base("XDG_DATA_HOME", ".local/share") {
      self.database = data + "/debrief.db"
      isNamed = false
    } else if !needsStore {
      self.database = ""
      isNamed = false
    } else {
      throw Failure(
        "There's no home folder to keep your notes in. Set HOME, or name a file with --database.",
        code: ExitStatus.noInput)
    }
    state = base("XDG_STATE_HOME", ".local/state") ?? Paths.beside(self.database)
  }

  /// A hidden folder in that of a file.
  private static func beside(_ file: String) -> String {
    guard let cut = file.lastIndex(of: "/") else { return "./.debrief" }
    return file[..<cut] + "/.debrief"
  }

  /// The backups that are made by themselves.
  package func backups(began: Moment) -> Backups {
    Backups(in: state + "/backups", of: database, began: began)
  }

  /// The folder of the user's own files.
  package static func config(_ environment: [String: String]) -> String? {
    base("XDG_CONFIG_HOME", ".config", environment)
  }

  private static func base(
    _ name: String, _ fallback: String, _ environment: [String: String]
  ) -> String? {
    // Relative values are to be ignored (XDG base directory specification).
    if let path = environment[name], path.hasPrefix("/") { return path + "/debrief" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return "\(home)/\(fallback)/debrief"
  }
}
