import DebriefApp
import DebriefContent
import DebriefModel

/// The user's settings: read once at the start, and never written. Without a file, one attempt to
/// open it is all that happens.
package struct Configuration {
  /// Where the file is, or would be; nil without a home.
  package let path: String?
  /// Whether it is there.
  package private(set) var exists = false
  /// What holds.
  package private(set) var settings = Settings()
  /// What is wrong with the file, in the order of its lines.
  package private(set) var faults: [Fault] = []
  /// The colors of the screen; nil for those it has without a file.
  package private(set) var colors: ThemeColors?
  private var rebound: CommandTable?

  /// Reads the settings in a folder.
  package init(folder: String?) {
    path = folder.map { "\($0)/\(ConfigFile.name)" }
    guard let path, let read = ConfigFile.read(at: path) else { return }
    exists = true
    settings = read.settings
    faults = read.faults
    let theme = Library(userFolder: folder).theme(settings.theme)
    colors = theme.colors
    faults += theme.faults
    guard !settings.keys.isEmpty else { return }
    let (table, refusals) = CommandTable.standard.rebound(settings.keys)
    rebound = table
    faults += refusals.map { Fault(file: path, line: $0.line, message: $0.message) }
    faults.sort { ($0.file == path ? 0 : 1, $0.line) < ($1.file == path ? 0 : 1, $1.line) }
  }

  /// The commands with the keys they have.
  package var commands: CommandTable { rebound ?? .standard }

  /// What the screen says once about the faults; nil when there are none. The folder is left out: a
  /// screen may be small, and the doctor names it.
  package var warning: String? {
    guard let first = faults.first else { return nil }
    let name = first.file.split(separator: "/").last.map(String.init) ?? ConfigFile.name
    let place = Fault(file: name, line: first.line, message: first.message)
    let more = faults.count - 1
    let rest =
      more == 0 ? "" : more == 1 ? " One more thing is wrong." : " \(more) more things are wrong."
    return "\(place.description).\(rest) The rest works. To see "
      + (more == 0 ? "more" : "all of them") + ", run: debrief doctor"
  }

  /// Says on stderr what is wrong, a line each.
  package func complainOfFaults() {
    for fault in faults { complain(fault.description) }
  }
}
