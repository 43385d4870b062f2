import DebriefModel
import GRDB

extension Store {
  /// The names of all companies and people on file, in order. Reads every name once: for an export
  /// that was asked for, never for a screen.
  public func namesOnFile() throws -> NamesOnFile {
    try read { db in
      NamesOnFile(
        companies: try db.all(
          "SELECT company FROM application UNION SELECT company FROM person ORDER BY 1"
        ) { try $0.text() },
        people: try db.all("SELECT DISTINCT name FROM person ORDER BY name") { try $0.text() })
    }
  }
}
