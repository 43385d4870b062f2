import DebriefExport
import DebriefModel
import DebriefStore
import Disk
import Glibc

/// A folder of files that several computers write, each with notes of its own: as it is on the disk.
package struct SyncFolder {
  /// Where it is.
  package let path: String

  /// Who is told how far a long step is.
  package var watch = SyncWatch()

  /// No file of ours is larger.
  private static let limit = 256 << 20

  /// Names a folder.
  ///
  /// - Parameters:
  ///   - given: Its path, as the user names it.
  ///   - paths: Where the notes are: they must not be in it.
  ///   - isNew: Whether it is made when it is not there.
  /// - Throws: One sentence for a folder that is none, is somebody else's, or has the notes in it.
  package init(_ given: String, apartFrom paths: Paths, isNew: Bool) throws(Failure) {
    if given.isEmpty { throw Failure("The name of the folder is empty.", code: ExitStatus.usage) }
    var info = stat()
    if isNew { try SyncFolder.make(given) }
    guard stat(given, &info) == 0 else {
      throw Failure("\(given) can't be read: \(reason()).", code: ExitStatus.noInput)
    }
    guard info.st_mode & S_IFMT == S_IFDIR else {
      throw Failure("\(given) is a file. Name a folder.", code: ExitStatus.usage)
    }
    guard info.st_uid == geteuid() else {
      throw Failure(
        "\(given) belongs to somebody else, so debrief won't use it. Choose a folder of your own.",
        code: ExitStatus.noInput)
    }
    guard let real = SyncFolder.real(given) else {
      throw Failure("\(given) can't be read: \(reason()).", code: ExitStatus.noInput)
    }
    path = real
    for place in [paths.database, paths.state + "/backups"] {
      // Also by way of a link.
      if let target = SyncFolder.real(place), holds(target) {
        throw SyncFolder.holdsNotes(given, isNew)
      }
      guard let cut = place.lastIndex(of: "/"), let home = SyncFolder.real(String(place[..<cut]))
      else {
        // A bare name lies in the current folder.
        if !place.contains("/"), let here = SyncFolder.real("."), holds(here) {
          throw SyncFolder.holdsNotes(given, isNew)
        }
        continue
      }
      if holds(home) { throw SyncFolder.holdsNotes(given, isNew) }
    }
  }

  /// Whether something of that name is there.
  package static func isThere(_ given: String) -> Bool { access(given, F_OK) == 0 }

  /// What is said of a folder that isn't there and isn't made, with the line that makes it.
  package static func missing(_ given: String) -> Failure {
    Failure(
      "There's no folder \(given). Check the path, or make it first: mkdir -p -- \(quoted(given))",
      code: ExitStatus.noInput)
  }

  private static func quoted(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "/._-~".utf8.contains(byte)
    }
    return isPlain
      ? path
      : "'"
        + path.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }

  /// Makes a folder that isn't there in one that is. One right below the root is nobody's notes: it's a path
  /// that lacks its beginning.
  private static func make(_ given: String) throws(Failure) {
    if isThere(given) { return }
    var bare = given[...]
    while bare.count > 1, bare.hasSuffix("/") { bare.removeLast() }
    let cut = bare.lastIndex(of: "/")
    let parent = cut.map { bare[..<$0] } ?? "."
    guard !parent.isEmpty, isThere(String(parent)) else { throw missing(given) }
    if mkdir(given, 0o700) != 0, errno != EEXIST {
      throw Failure("\(given) couldn't be made: \(reason()).", code: ExitStatus.io)
    }
  }

  private func holds(_ folder: String) -> Bool { folder == path || folder.hasPrefix(path + "/") }

  /// What is read from such a folder is no input; what would be written there is asked for wrongly.
  private static func holdsNotes(_ folder: String, _ isNew: Bool) -> Failure {
    Failure(
      "Your notes file or its backups are in \(folder), and they must not be shared while they're in use. "
        + "Name another folder.", code: isNew ? ExitStatus.usage : ExitStatus.noInput)
  }

  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// Whether git keeps it, too.
  var hasHistory: Bool { access(path + "/.git", F_OK) == 0 }

  // MARK: Reading

  /// What is in the folder.
  package struct Contents {
    /// A copy as it was read.
    package struct Copy {
      /// Its path in the folder.
      let path: String
      fileprivate let bytes: [UInt8]
    }
    /// What it is called; nil for a folder that is none yet.
    package fileprivate(set) var id: String?
    /// What it holds.
    package fileprivate(set) var rows: FolderRows
    /// What two copies of one file had each in its own way.
    package fileprivate(set) var clashes: [ThreeWay.Clash] = []
    /// The copies that a file syncer made where it met two versions: what they hold is in ``rows``.
    package fileprivate(set) var copies: [Copy] = []
    /// Files that look like such copies and can't be read.
    package fileprivate(set) var unread: [String] = []
    fileprivate var files: [String: (bytes: [UInt8], strangers: [String: JSONTree])] = [:]
  }

  /// Reads the folder.
  ///
  /// - Parameter environment: Where git is found, which knows what a file syncer's copies began from. Without it,
  ///   whatever a copy has counts as changed there.
  /// - Throws: One sentence about a file that isn't what it should be.
  package func read(_ environment: [String: String] = [:]) throws(Failure) -> Contents {
    var stock = Stock()
    var files: [String: (bytes: [UInt8], strangers: [String: JSONTree])] = [:]
    var copies: [(path: String, bytes: [UInt8], stock: Stock)] = []
    var unread: [String] = []
    for folder in FolderPlan.folders {
      var info = stat()
      guard lstat("\(path)/\(folder)", &info) == 0 else { continue }
      if info.st_mode & S_IFMT != S_IFDIR {
        throw Failure(
          "\(path)/\(folder) isn't a folder. Move it away, then try again.", code: ExitStatus.data)
      }
    }
    let all = names.filter(FolderPlan.mayBeOurs).sorted()
    watch.begin("Reading \(path)", all.count)
    for name in all {
      watch.add(1)
      let bytes = try bytes(name)
      do throws(FolderFile.Fault) {
        let file = try FolderFile(bytes)
        guard FolderPlan.isOurs(name) else {
          copies.append((name, bytes, file.stock))
          continue
        }
        files[name] = (bytes, file.strangers)
        stock.join(file.stock)
      } catch {
        if FolderPlan.isOurs(name) { throw fault(name, error) }
        unread.append(name)
      }
    }
    var clashes: [ThreeWay.Clash] = []
    let history = copies.isEmpty ? nil : FolderHistory(self, environment: environment)
    for copy in copies {
      // Where nobody knows what both began from, what the copy still has counts as changed there.
      let paths = CopyBase.paths(of: copy.stock, beside: stock)
      let begun = CopyBase(
        of: copy.stock, beside: stock, among: try history?.states(of: paths) ?? [])
      let base = begun.rows
      let gone = copy.stock.rows.keys.filter {
        stock.gone[$0] != nil && stock.rows[$0] == nil && base[$0] == nil
      }
      let both = ThreeWay(base: base, ours: stock, theirs: copy.stock)
      stock = both.stock
      clashes += both.clashes
      clashes += gone.filter { stock.rows[$0] != nil }.sorted().map {
        .init($0, field: "", .cameBack)
      }
      clashes += begun.unclear.map { .init($0, field: "", .stays) }
    }
    do throws(FolderFile.Fault) {
      var contents = Contents(rows: try FolderRows(stock))
      contents.id = try id()
      (contents.files, contents.clashes) = (files, clashes)
      contents.copies = copies.map { Contents.Copy(path: $0.path, bytes: $0.bytes) }
      contents.unread = unread
      return contents
    } catch { throw fault(FolderPlan.mark, error) }
  }

  private func id() throws(FolderFile.Fault) -> String? {
    var info = stat()
    guard lstat("\(path)/\(FolderPlan.mark)", &info) == 0,
      let bytes = try? bytes(FolderPlan.mark)
    else { return nil }
    guard case .text(let id)? = try FolderFile(bytes).strangers["id"], !id.contains("/") else {
      return nil
    }
    return id
  }

  private func fault(_ name: String, _ fault: FolderFile.Fault) -> Failure {
    Failure("\(path)/\(name) was left alone: \(fault).", code: ExitStatus.data)
  }

  private var names: [String] {
    Directory(path).names
      + FolderPlan.folders.flatMap { folder in
        Directory("\(path)/\(folder)").names.map { "\(folder)/\($0)" }
      }
  }

  private func bytes(_ name: String) throws(Failure) -> [UInt8] {
    let file = open("\(path)/\(name)", O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    func failure(_ what: String) -> Failure {
      Failure("\(path)/\(name) can't be read: \(what).", code: ExitStatus.noInput)
    }
    guard file >= 0 else { throw failure(reason()) }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      throw failure("it isn't a file")
    }
    guard info.st_size <= SyncFolder.limit else { throw failure("it's too large") }
    var bytes = [UInt8](repeating: 0, count: Int(info.st_size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(file, $0.baseAddress! + done, $0.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(reason()) }
      if count == 0 { break }
      done += count
    }
    return Array(bytes.prefix(done))
  }

  // MARK: Writing

  /// Writes what the folder is to hold, each file whole or not at all, and only those that change. A file
  /// that has nothing left stays, so that nobody who writes it elsewhere meets a hole.
  ///
  /// - Returns: Whether any file changed.
  /// - Throws: A sentence where a file can't be written.
  @discardableResult
  package func write(_ stock: Stock, over contents: Contents, id: String) throws -> Bool {
    var files = FolderPlan.files(contents.rows.completed(stock))
    for name in contents.files.keys where files[name] == nil { files[name] = FolderFile() }
    files[FolderPlan.mark] = FolderFile(strangers: ["id": .text(id)])
    for folder in FolderPlan.folders where mkdir("\(path)/\(folder)", 0o700) != 0 && errno != EEXIST
    {
      throw Failure("\(path)/\(folder) couldn't be made: \(reason()).", code: ExitStatus.io)
    }
    var isChanged = false
    var batch = FileBatch()
    watch.begin("Writing \(path)", files.count)
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      watch.add(1)
      var file = file
      if name == FolderPlan.mark, contents.id == id { continue }
      if let before = contents.files[name] { file.strangers = before.strangers }
      let text = file.text
      if let before = contents.files[name], before.bytes.elementsEqual(text.utf8) { continue }
      try batch.add(text, to: "\(path)/\(name)")
      isChanged = true
    }
    try batch.finish()
    let rules = ".gitattributes"
    if access("\(path)/\(rules)", F_OK) != 0 {
      try FileOutput.write(SyncFolder.attributes, to: "\(path)/\(rules)")
      isChanged = true
    }
    return isChanged
  }

  /// How git is to treat the files.
  static let attributes = "*.json -text merge=debrief\n"

  /// Takes away what runs that were killed have left of files they had not written to the end.
  package func removeUnfinished() {
    for name in names {
      // git's own, of a merge.
      if name.hasPrefix(".merge_file_"), name.utf8.count == 18 { unlink("\(path)/\(name)") }
      // `.shared.json.1234.567`: the file it was to be, the process, and a number.
      let parts = name.split(separator: "/").last?.split(separator: ".") ?? []
      guard parts.count == 4, parts[1] == "json", let process = pid_t(parts[2]),
        UInt32(parts[3]) != nil, name.split(separator: "/").last?.first == ".",
        kill(process, 0) != 0 && errno == ESRCH
      else { continue }
      unlink("\(path)/\(name)")
    }
  }

  /// Takes away the copies of a file syncer once the notes have what was in them. One that has become another since
  /// stays for the next time.
  package func remove(_ copies: [Contents.Copy]) {
    for copy in copies where (try? bytes(copy.path)) == copy.bytes {
      unlink("\(path)/\(copy.path)")
    }
  }
}

/// What the system said last.
private func reason() -> String { String(cString: strerror(errno)) }
