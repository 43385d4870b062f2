import DebriefExport
import DebriefModel
import DebriefStore
import Glibc

/// What a sync, an export to a folder, or an import from one came to.
package struct SyncReport: Sendable {
  /// How many things came in.
  package var arrived = 0
  /// How many things went out.
  package var sent = 0
  /// What two computers had both changed, in whole sentences.
  package var sentences: [String] = []
  /// Copies of a file syncer that were taken in, or left alone.
  package var copies = 0
  /// Files that can't be read and were left alone.
  package var unread: [String] = []
  /// Why it couldn't be sent; nil where it was, or where there is nobody.
  package var unsent: String?
}

/// Brings notes and a folder together, and by way of git the notes of other computers.
///
/// Every step leaves both in a state from which it can be done again: the folder first gets what the notes have,
/// then git what the folder has, then the notes what the others have. So wherever it is cut off, nothing is
/// anywhere only in the step that was.
package struct Synchronizing {
  private let session: Session
  private let store: Store
  private let folder: SyncFolder
  /// This program, for git to call.
  private let program: String
  /// So often it is tried again when somebody else was faster.
  private static let most = 4

  /// - Parameter program: The path of the program that git calls: usually this one.
  package init(_ session: Session, _ store: Store, _ folder: SyncFolder, program: String? = nil) {
    (self.session, self.store, self.folder) = (session, store, folder)
    self.program = program ?? Synchronizing.own
  }

  /// The path of this program.
  private static var own: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    return count > 0
      ? String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : "debrief"
  }

  // MARK: Without git

  /// Writes what the notes have into the folder. What others have written there stays.
  ///
  /// - Throws: A sentence where the folder can't be read or written; ``StoreError``.
  package func export() throws -> SyncReport {
    let contents = try folder.read(session.environment)
    let id = contents.id ?? newID()
    let merge = try store.merge(
      with: contents.rows.stock, folder: id, trusts: trusts(id), on: session.now.day)
    try folder.write(merge.stock, over: contents, id: id)
    // Where a sync commits it, it isn't kept before the next one: until then git may take it back.
    let isSynced = try folder.hasHistory && store.point(ofFolder: id)?.isEmpty == false
    if !store.isReadOnly, !isSynced { try store.agree(on: merge.held, folder: id) }
    var report = report(contents, merge.clashes, merge.stock)
    report.sent = merge.sent
    return report
  }

  /// Takes in what the folder has; the folder stays as it is.
  ///
  /// - Parameter dryRun: Only says what would come in.
  /// - Throws: A sentence where it is no folder of debrief, or can't be read; ``StoreError``.
  package func `import`(dryRun: Bool = false) throws -> SyncReport {
    let contents = try folder.read(session.environment)
    guard let id = contents.id else {
      throw Failure(
        "\(folder.path) isn't a folder that `debrief export --folder` or `debrief sync` made.",
        code: ExitStatus.data)
    }
    let merge =
      try dryRun
      ? store.merge(
        with: contents.rows.stock, folder: id, trusts: trusts(id), on: session.now.day)
      : takeIn(contents, id, trusts: trusts(id))
    var report = report(contents, contents.clashes + merge.clashes, merge.stock)
    report.arrived = merge.arrived
    return report
  }

  private func takeIn(
    _ contents: SyncFolder.Contents, _ id: String, trusts: Bool = true, point: String? = nil
  ) throws -> FolderMerge {
    let now = session.now
    folder.watch.begin("Bringing in what's new", 0)
    // The backup of the day, before something comes in that was not written here. More than one would soon
    // take the place of all older ones, and undo takes back the rest.
    if store.lacksBackup(of: now.day) { try store.backUp(.import, at: now) }
    return try store.takeIn(
      contents.rows.stock, folder: id, trusts: trusts, point: point, at: now)
  }

  // MARK: With git

  /// Exports, commits, merges what others have sent, takes it in, and sends.
  ///
  /// - Throws: A sentence where git or the folder fails, or another sync is at it; ``StoreError``.
  package func sync() throws -> SyncReport {
    let git = try GitFolder(folder.path, environment: session.environment)
    try git.begin()
    let lock = try SyncLock(folder.path)
    defer { lock.release() }
    try git.prepare(program: program)
    folder.removeUnfinished()
    // What the notes have goes into the folder, and is kept there.
    folder.watch.begin("Reading your notes", 0)
    var contents = try folder.read(session.environment)
    var id = contents.id ?? newID()
    if let known = try goForward(git) {
      // What the notes and the folder agreed on is the folder's again, and the notes go on from there.
      contents = try folder.read(session.environment)
      id = contents.id ?? known
    }
    let trusts = try trusts(git, id)
    let copies = contents.copies
    let out = try store.merge(
      with: contents.rows.stock, folder: id, trusts: trusts, on: session.now.day)
    try folder.write(out.stock, over: contents, id: id)
    folder.watch.begin("Keeping them in git", 0)
    try git.commit()
    try store.agree(on: out.held, folder: id, point: git.head())
    var report = self.report(contents, [], out.stock)
    report.sent = out.sent
    var clashes = contents.clashes + out.clashes
    // What others have sent comes in, and what is here goes out.
    var remote = try git.remote()
    var stock = out.stock
    for _ in 0..<Synchronizing.most {
      if remote != nil {
        folder.watch.begin("Checking what other computers have sent", 0)
        report.unsent = try git.fetch(&remote!)
        if report.unsent == nil, let remote { clashes += try git.merge(remote) }
      }
      contents = try folder.read(session.environment)
      if let other = contents.id, other != id {
        // Others had a name for it already. What was agreed on under ours holds under that one, too.
        try store.agree(on: out.held, folder: other, point: git.head())
        id = other
      }
      let merge = try takeIn(contents, id, point: git.head())
      report.arrived += merge.arrived
      clashes += merge.clashes
      stock = merge.stock
      if try folder.write(merge.stock, over: contents, id: id) { try git.commit() }
      guard report.unsent == nil, let remote else { break }
      folder.watch.begin("Sending", 0)
      switch try git.push(remote) {
      case .done: report.unsent = nil
      case .late:
        report.unsent = "other computers kept sending at the same time"
        continue
      case .failed(let why): report.unsent = why
      }
      break
    }
    folder.remove(copies)
    report.sentences = MergeWords.sentences(unique(clashes), in: stock)
    return report
  }

  /// Whether the folder still comes from what it and the notes last agreed on. It doesn't where somebody went
  /// back to an older state, or has put another folder in its place.
  private func trusts(_ git: GitFolder, _ id: String) throws -> Bool {
    guard let point = try store.point(ofFolder: id), !point.isEmpty else { return true }
    return try git.comes(from: point)
  }

  /// Goes on to where the notes and the folder last agreed, if somebody went back behind that: maybe so far that
  /// the folder has the name it had before it met others, or none.
  ///
  /// - Returns: What the folder is called that was gone on to; nil where there is nothing to go on to.
  private func goForward(_ git: GitFolder) throws -> String? {
    guard var head = try git.head() else { return nil }
    var found: String?
    for (id, point) in try store.points.sorted(by: { $0.key < $1.key })
    where !point.isEmpty && point != head {
      if try git.goesForward(to: point) { (found, head) = (id, point) }
    }
    return found
  }

  /// The same without git's help where there is none.
  private func trusts(_ id: String) throws -> Bool {
    guard folder.hasHistory, try store.point(ofFolder: id)?.isEmpty == false,
      let git = try? GitFolder(folder.path, environment: session.environment)
    else { return true }
    return try trusts(git, id)
  }

  private func newID() -> String {
    var ids = IDSource(seed: UInt64.random(in: .min ... .max))
    return ids.draw().text
  }

  private func report(
    _ contents: SyncFolder.Contents, _ clashes: [ThreeWay.Clash], _ stock: Stock
  ) -> SyncReport {
    var report = SyncReport()
    (report.copies, report.unread) = (contents.copies.count, contents.unread)
    report.sentences = MergeWords.sentences(unique(clashes), in: stock)
    return report
  }

  private func unique(_ clashes: [ThreeWay.Clash]) -> [ThreeWay.Clash] {
    var seen: Set<ThreeWay.Clash> = []
    return clashes.filter { seen.insert($0).inserted }
  }
}

/// Keeps a second sync out of a folder for as long as one is at work.
private final class SyncLock {
  private var file: Int32

  init(_ folder: String) throws(Failure) {
    file = open("\(folder)/.git/debrief.lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else {
      throw Failure(
        "\(folder) can't be written: \(String(cString: strerror(errno))).", code: ExitStatus.io)
    }
    let end = Clock.monotonic + 10
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      guard Clock.monotonic < end else {
        release()
        throw Failure(
          "debrief is already syncing \(folder). Try again when it's done.", code: ExitStatus.locked
        )
      }
      usleep(50_000)
    }
  }

  func release() {
    if file >= 0 { close(file) }
    file = -1
  }
}
