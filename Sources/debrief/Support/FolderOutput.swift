import DebriefExport
import DebriefModel
import DebriefRunner
import Disk
import Glibc

/// A folder of files that a command writes and later writes again. What it did not write itself, or what
/// somebody has changed since, stays as it is: a list in the folder says which files are its own, in the form
/// that `sha256sum -c` reads.
final class FolderOutput {
  /// The names of the lists, one for each kind of folder.
  private static let lists = [".debrief-csv", ".debrief-markdown"]

  private let folder: String
  private let list: String
  /// The digests of the files as they were written, by their paths in the folder.
  private var known: [String: String] = [:]
  private var next: [String: String] = [:]
  /// Those that stay as somebody else has them.
  private(set) var kept: [String] = []

  /// - Parameters:
  ///   - folder: The folder; it is made if it is not there.
  ///   - kind: `csv` or `markdown`.
  /// - Throws: `Failure` for a folder with files in it that are none of these.
  init(_ folder: String, kind: String) throws(Failure) {
    self.folder = folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder
    list = ".debrief-" + kind
    if folder.isEmpty { throw Failure("The name of the folder is empty.", code: ExitStatus.usage) }
    if mkdir(folder, 0o700) == 0 { return }
    guard errno == EEXIST else { throw failure(self.folder) }
    var info = stat()
    guard stat(folder, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else {
      throw Failure(
        "\(folder) is a file. Name a folder: this takes several files.", code: ExitStatus.usage)
    }
    let names = Directory(self.folder).names
    guard names.isEmpty || names.contains(where: FolderOutput.lists.contains) else {
      throw Failure(
        "\(folder) already has files that aren't from debrief. Name a new or an empty folder.",
        code: ExitStatus.usage)
    }
    if names.contains(list) {
      for line in try Input.file("\(self.folder)/\(list)").split(separator: "\n") {
        let parts = line.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].utf8.count == 64 else { continue }
        known[String(parts[1].dropFirst())] = String(parts[0])
      }
    }
  }

  /// Writes a file of the folder, unless what is there is somebody else's. `path` has no part that begins
  /// with a dot.
  func add(_ path: String, _ text: some Deliverable, digest: String) throws {
    let target = "\(folder)/\(path)"
    if let there = try state(path) {
      guard case .file(let was) = there, let own = known[path], own == was else {
        kept.append(path)
        // What was changed is still known to be so the next time.
        next[path] = known[path]
        return
      }
      next[path] = digest
      if was == digest { return }
    } else {
      next[path] = digest
      try makeFolders(path)
    }
    try FileOutput.write(text, to: target)
  }

  /// Takes away what the folder had of its own and no longer needs, and writes its list.
  func finish() throws {
    for path in known.keys.sorted() where next[path] == nil && !kept.contains(path) {
      guard let there = try state(path) else { continue }
      guard case .file(let digest) = there, digest == known[path] else {
        kept.append(path)
        continue
      }
      unlink("\(folder)/\(path)")
      if let cut = path.lastIndex(of: "/") { rmdir("\(folder)/\(path[..<cut])") }
    }
    let lines = next.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    try FileOutput.write(
      lines.map { "\($0.value)  \($0.key)\n" }.joined(), to: "\(folder)/\(list)")
  }

  /// Says which files stayed as they were.
  func tellKept() {
    if kept.isEmpty { return }
    let names = kept.sorted().prefix(5).joined(separator: ", ")
    let more = kept.count > 5 ? " and \(kept.count - 5) more" : ""
    complain("left as they were, because they were changed or aren't from debrief: \(names)\(more)")
  }

  private enum State {
    /// A file, with its digest.
    case file(String)
    /// Something that is no file of ours: a folder, a link, or what lies behind one.
    case other
  }

  /// What is there; nil for nothing.
  private func state(_ path: String) throws -> State? {
    var info = stat()
    var part = folder
    let names = path.split(separator: "/")
    for name in names.dropLast() {
      part += "/\(name)"
      guard lstat(part, &info) == 0 else { return nil }
      if info.st_mode & S_IFMT != S_IFDIR { return .other }
    }
    guard lstat("\(folder)/\(path)", &info) == 0 else { return nil }
    guard info.st_mode & S_IFMT == S_IFREG else { return .other }
    return .file(try digest("\(folder)/\(path)"))
  }

  /// The digest of a file, which may be larger than memory should be.
  private func digest(_ path: String) throws(Failure) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    defer { if file >= 0 { close(file) } }
    var stream = SHA256.Stream()
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { block.deallocate() }
    while true {
      let found = file < 0 ? -1 : read(file, block.baseAddress, block.count)
      if found == 0 { return stream.hex() }
      if found < 0 {
        if file >= 0, errno == EINTR { continue }
        throw Failure(
          "\(path) can't be read: \(String(cString: strerror(errno))).", code: ExitStatus.noInput)
      }
      stream.add(UnsafeRawBufferPointer(rebasing: block[..<found]))
    }
  }

  private func makeFolders(_ path: String) throws(Failure) {
    var part = folder
    for name in path.split(separator: "/").dropLast() {
      part += "/\(name)"
      if mkdir(part, 0o700) != 0, errno != EEXIST { throw failure(part) }
    }
  }

  private func failure(_ path: String) -> Failure {
    Failure(
      "\(path) couldn't be written: \(String(cString: strerror(errno))).", code: ExitStatus.io)
  }
}
