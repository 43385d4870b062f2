import DebriefApp
import DebriefStore
import Glibc

/// What was entered at the foot of the screen, kept for the next start: a private file in the folder of drafts
/// and backups, a line for each, its kind first and the latest last.
package struct LineMemory {
  private let file: StateFile

  /// The file of a user.
  package init(_ paths: Paths) {
    // More than a hundred lines of each kind can't be.
    let limit = Entered.Kind.allCases.count * Entered.most * (Entered.longest + 16)
    file = StateFile("lines", in: paths, limit: limit)
  }

  /// Where it is.
  package var path: String { file.path }

  /// Whether anything is kept.
  package var exists: Bool { access(path, F_OK) == 0 }

  /// What is kept; nothing where the file can't be read, and of a line that makes no sense.
  package var entered: Entered {
    var entered = Entered()
    guard let text = file.text else { return entered }
    for line in text.split(separator: "\n") {
      guard let tab = line.firstIndex(of: "\t"),
        let kind = Entered.Kind(rawValue: String(line[..<tab]))
      else { continue }
      entered.add(String(line[line.index(after: tab)...]), kind)
    }
    return entered
  }

  /// Adds a line to what is there now: another window may have added some. That it can't is no reason to stop,
  /// for nothing of the notes is lost.
  package func add(_ text: String, _ kind: Entered.Kind) {
    var all = entered
    guard all.add(text, kind) else { return }
    let lines = Entered.Kind.allCases.flatMap { kind in
      all.lines(kind).map { "\(kind.rawValue)\t\($0)\n" }
    }
    file.write(lines.joined())
  }

  /// Forgets everything. False when it's still there.
  package func forget() -> Bool { unlink(path) == 0 || errno == ENOENT }
}

extension Session {
  /// Removes for good what was deleted long ago. What was typed to find it goes along.
  package func purgeOfTheDay(_ store: Store) {
    if store.purgeOfTheDay(at: now) { _ = LineMemory(paths).forget() }
  }
}
