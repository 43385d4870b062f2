import DebriefApp
import DebriefStore
import Glibc

/// What was entered at the foot of the screen, kept for the next start: a private file in the folder of drafts
/// and backups, a line for each, its kind first and the latest last.
package struct LineMemory {
  /// Where it is.
  package let path: String
  private let folder: String

  /// The file of a user.
  package init(_ paths: Paths) { (folder, path) = (paths.state, paths.state + "/lines") }

  /// Whether anything is kept.
  package var exists: Bool { access(path, F_OK) == 0 }

  /// What is kept; nothing where the file can't be read, and of a line that makes no sense.
  package var entered: Entered {
    var entered = Entered()
    guard let text = LineMemory.text(path) else { return entered }
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
    LineMemory.make(folder)
    try? FileOutput.write(lines.joined(), to: path)
  }

  /// Forgets everything. False when it's still there.
  package func forget() -> Bool { unlink(path) == 0 || errno == ENOENT }

  /// More than a hundred lines of each kind can't be.
  private static let limit = Entered.Kind.allCases.count * Entered.most * (Entered.longest + 16)

  private static func text(_ path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_size <= limit else {
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: Int(info.st_size))
    let count = read(file, &bytes, bytes.count)
    return count < 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// Makes a folder and those above it that are missing.
  private static func make(_ folder: String) {
    guard mkdir(folder, 0o700) != 0, errno == ENOENT, let cut = folder.lastIndex(of: "/"),
      cut > folder.startIndex
    else { return }
    make(String(folder[..<cut]))
    mkdir(folder, 0o700)
  }
}

extension Session {
  /// Removes for good what was deleted long ago. What was typed to find it goes along.
  package func purgeOfTheDay(_ store: Store) {
    if store.purgeOfTheDay(at: now) { _ = LineMemory(paths).forget() }
  }
}
